"""Sounds as dictionaries write them -> as a voice of hibari knows them, in its own accent.

A voice understands only the sounds that it has learnt: heart never heard the vowels of British
English, nor emma those of American. The alphabet is that of misaki: one sign for a diphthong.
"""

import re

_BOTH = {
    "tʃ": "ʧ", "dʒ": "ʤ", "eɪ": "A", "aɪ": "I", "aʊ": "W", "ɔɪ": "Y", "r": "ɹ", "g": "ɡ", "x": "k",
    ".": "",
}  # fmt: skip
_BRITISH = {"əʊ": "Q", "oʊ": "Q", "eə": "ɛː", "a": "æ", "e": "ɛ", "o": "ɒ"}
_AMERICAN = {
    "ɜːr": "ɜɹ", "ɜː": "ɜɹ", "ɪər": "ɪɹ", "ɪə": "ɪɹ", "eər": "ɛɹ", "eə": "ɛɹ", "ʊər": "ʊɹ",
    "ʊə": "ʊɹ", "əʊ": "O", "oʊ": "O", "ɒ": "ɑ", "ː": "", "a": "æ", "e": "ɛ", "o": "ɔ",
}  # fmt: skip
_SILENT_R = re.compile(r"r(?![aɑæɒɔəɜɛeiɪuʊʌoˈˌ])")  # not before a vowel


def in_accent(sounds: str, *, british: bool) -> str:
    """Return `sounds` for a British or an American voice of hibari."""
    if british:
        sounds = _SILENT_R.sub("", sounds)
    table = {**_BOTH, **(_BRITISH if british else _AMERICAN)}
    parts = re.compile("|".join(map(re.escape, sorted(table, key=len, reverse=True))))
    return parts.sub(lambda match: table[match[0]], sounds)
