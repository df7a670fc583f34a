"""Language tags (BCP 47): the language that a tag is of, and which way it is written.

langcodes has its home here. Loading its tables takes 70 ms, which the languages that most
leaflets here are in need not pay.
"""

import re
from functools import cache
from typing import Final

DEFAULT: Final = "en-GB"
"""The language of a source that names none."""
TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""What a language tag looks like."""
# Two letters stand for themselves, but for codes that were withdrawn ("iw" is now "he").
_PLAIN = re.compile(r"(?!iw|in|ji|jw|mo|sh)([a-z]{2})(?:-[A-Z]{2})?")
# Written from left to right, with their codes of ISO 639-2 (terminology).
_USUAL = {
    "en": "eng", "cy": "cym", "gd": "gla", "ga": "gle", "pl": "pol", "ro": "ron", "so": "som",
    "vi": "vie", "fr": "fra", "pt": "por", "es": "spa",
}  # fmt: skip
_TWO_LETTERS = {three: two for two, three in _USUAL.items()}
_RIGHT_TO_LEFT_SCRIPTS = frozenset(
    {"Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"}
)


@cache
def base(tag: str) -> str:
    """Return the language of a tag: "en" of "en-GB". An empty or unknown tag gives itself."""
    plain = _PLAIN.fullmatch(tag)
    if plain or tag in _TWO_LETTERS:
        return plain[1] if plain else _TWO_LETTERS[tag]
    from langcodes import Language, tag_parser

    try:
        return Language.get(tag).language or tag
    except tag_parser.LanguageTagError:
        return tag


def same(one: str, other: str) -> bool:
    """Whether two tags are of one language, as "en" and "en-GB" are."""
    return one == other or base(one) == base(other)


@cache
def three_letters(tag: str) -> str:
    """Return the code of ISO 639-2 for a tag ("eng" of "en-GB"), or "und" for an unknown one."""
    if base(tag) in _USUAL:
        return _USUAL[base(tag)]
    from langcodes import Language, tag_parser

    try:
        return str(Language.get(tag).to_alpha3())
    except (LookupError, tag_parser.LanguageTagError):
        return "und"


@cache
def is_right_to_left(tag: str) -> bool:
    """Whether the language is written from right to left."""
    if base(tag) in _USUAL and tag.count("-") <= 1:
        return False
    from langcodes import Language, tag_parser

    try:
        return Language.get(tag).maximize().script in _RIGHT_TO_LEFT_SCRIPTS
    except tag_parser.LanguageTagError:
        return False
