"""The sounds of words, in the International Phonetic Alphabet: which signs may be written."""

import re
from typing import Final

SIGNS: Final = "aɑæɒɔəɜɛeiɪuʊʌobdfɡghjklmnŋprɹsʃtθðvwxzʒʤʧˈˌː ."
"""Those of English, and of what English makes of other languages. "." divides syllables."""


def stranger(written: str) -> str:
    """Return the first sign of `written` that is not among `SIGNS`, or nothing."""
    return next(iter(re.sub(f"[{re.escape(SIGNS)}]", "", written)), "")
