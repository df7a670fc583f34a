"""Respelling: how a word is said, in plain letters, with the stressed syllable in capitals.

"TUN-bridge" is said like its letters, syllable by syllable. What the letters stand for is below;
from them come the sounds, in the International Phonetic Alphabet. An "r" stays in them even where
only some accents say it.
"""

import re

_VOWELS = {
    "eye": "aɪ", "igh": "aɪ", "air": "eər", "eer": "ɪər", "ay": "eɪ", "ee": "iː", "ii": "aɪ",
    "oh": "əʊ", "oa": "əʊ", "oo": "uː", "uu": "ʊ", "ow": "aʊ", "oy": "ɔɪ", "ar": "ɑːr", "ah": "ɑː",
    "or": "ɔːr", "aw": "ɔː", "ur": "ɜːr", "er": "ər", "uh": "ə", "yoo": "juː",
    "arr": "ær", "err": "ɛr", "irr": "ɪr", "orr": "ɒr", "urr": "ʌr",
    "a": "æ", "e": "ɛ", "i": "ɪ", "o": "ɒ", "u": "ʌ",
}  # fmt: skip
_CONSONANTS = {
    "tch": "tʃ", "dge": "dʒ", "ch": "tʃ", "sh": "ʃ", "th": "θ", "dh": "ð", "zh": "ʒ", "ng": "ŋ",
    "nk": "ŋk", "ck": "k", "kh": "x", "ss": "s", "ll": "l", "ff": "f", "zz": "z", "b": "b",
    "d": "d", "f": "f", "g": "ɡ", "h": "h", "j": "dʒ", "k": "k", "l": "l", "m": "m", "n": "n",
    "p": "p", "r": "r", "s": "s", "t": "t", "v": "v", "w": "w", "x": "ks", "y": "j", "z": "z",
}  # fmt: skip
_ALL = {**_CONSONANTS, **_VOWELS}
_PART = re.compile("|".join(sorted(_ALL, key=len, reverse=True)))
_VOWEL = "[aɑæɒɔəɛeɜɪiʊuʌ]"


def sounds(written: str) -> str:
    """Return the sounds of a respelling, or nothing if it is none.

    It is one if one syllable of each of its words, at least of the first, is in capitals, and
    all of it is made of the letters above.

    >>> sounds("TUN-bridge")
    'tˈʌnbrɪdʒ'
    """
    words = [_word(word) for word in written.split()]
    return " ".join(words) if words and all(words) and "ˈ" in words[0] else ""


def _word(written: str) -> str:
    syllables = [(_syllable(each), each.isupper() and len(each) > 1) for each in written.split("-")]
    if not all(said for said, _ in syllables):
        return ""
    return "".join(_stressed(said) if stressed else said for said, stressed in syllables)


def _syllable(written: str) -> str:
    """Return the sounds of a syllable. It has one vowel: the "e" of "stone" stands for none."""
    letters = written.lower()
    parts = _PART.findall(letters)
    if "".join(parts) != letters or sum(part in _VOWELS for part in parts) != 1:
        return ""
    return "".join(_ALL[part] for part in parts)


def _stressed(said: str) -> str:
    """Return a syllable with the mark of stress before its vowel, as misaki has it."""
    strong = re.sub("ər$", "ɜːr", said) if not re.search("ɪər|eər", said) else said
    return re.sub(_VOWEL, lambda match: f"ˈ{match[0]}", strong, count=1)
