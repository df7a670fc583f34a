"""The figures that a voice says, for tests that compare them with those written."""

import re


def said_figures(said: str) -> str:
    """Return the figures of `said`, each telephone number counted once though said twice."""
    return re.sub(r"\D", "", re.sub(r"\. Again: [\d, pluspr]*", "", said))
