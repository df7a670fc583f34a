"""Web, email and postal addresses."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from formats.facts.fact import Fact
from formats.facts.lexicon import Lexicon

# Each run is bounded and begins at a border, so that a row of 100,000 dots takes no minutes.
_EMAIL = re.compile(
    r"(?:mailto:)?(?<![\w.+-])([\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[a-z]{2,24})\b", re.IGNORECASE
)
_DOMAINS = "uk|com|org|net|info|eu|wales|cymru|scot|london|ie|int|edu|gov|io|tv|co|me"
_WEB = re.compile(
    r"https?://[^\s<>\"“”\x00]+"
    r"|(?<![\w.@/-])www\.[^\s<>\"“”\x00]+"
    rf"|(?<![\w.@/-])(?:[a-z0-9-]{{1,63}}\.){{1,8}}(?:{_DOMAINS})\b(?![\w.]*@)(?:/[^\s<>\"“”\x00]*)?",
    re.IGNORECASE,
)
_ENDS = ".,;:!?'’”)]}"
_POSTCODE = re.compile(r"\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})\b")
_LONGEST = 160  # letters of an address before its postcode
_SMALL = frozenset({"of", "the", "upon", "on", "and", "in", "le", "y", "yr", "ar", "a"})


def web(text: str, _words: Lexicon) -> Iterator[Fact]:
    """Yield email and web addresses: without scheme, "www.iask.org.uk" is the same again."""
    for match in _EMAIL.finditer(text):
        yield Fact("email", match[1].casefold(), match.start(), match.end())
    for match in _WEB.finditer(text):
        address = match[0].rstrip(_ENDS)
        if "(" in address and match[0][len(address) : len(address) + 1] == ")":
            address += ")"
        yield Fact("web", web_value(address), match.start(), match.start() + len(address))


def web_value(address: str) -> str:
    """Return what two addresses that lead to one place have in common."""
    address = re.sub(r"^https?://", "", address, flags=re.IGNORECASE)
    host, slash, path = address.partition("/")
    return (host.casefold() + slash + path).removesuffix("/")


def postal(text: str, words: Lexicon) -> Iterator[Fact]:
    """Yield postal addresses: what stands before a postcode, and streets with a number."""
    end, rest = 0, text
    for match in _POSTCODE.finditer(text):
        start = _begin(text, max(end, match.start() - _LONGEST), match.start())
        end = match.end()
        rest = rest[:start] + "\x00" * (end - start) + rest[end:]
        yield Fact("post", post_value(text[start:end]), start, end)
    for match in _streets(words).finditer(rest):
        yield Fact("post", post_value(match[0]), match.start(), match.end())


def post_value(words: str) -> str:
    """Return the words of an address without the marks between them."""
    return " ".join(re.findall(r"[\w'’&/-]+", words)).casefold()


@cache
def _streets(words: Lexicon) -> re.Pattern[str]:
    kinds = words.alternatives("streets")
    before = rf"\b\d{{1,4}}[a-z]? (?:[A-Z][\w'’-]{{1,30}} ){{1,4}}(?:{kinds})\b"
    return re.compile(rf"{before}|\b\d{{1,4}}[a-z]? (?:{kinds}) [A-Z][\w'’-]{{1,30}}\b")


def _begin(text: str, earliest: int, postcode: int) -> int:
    """Return where the address before a postcode begins: back over names between commas."""
    begin = postcode
    for match in reversed(list(re.finditer(r"[^,;:.\n]+[,;]?\s*", text[earliest:postcode]))):
        piece = match[0].strip(" ,;")
        start = earliest + match.start() + len(match[0]) - len(match[0].lstrip())
        kept = list(_names(piece))
        if not kept:
            break
        begin = start + (len(piece) - len(" ".join(kept)) if len(kept) < len(piece.split()) else 0)
        if len(kept) < len(piece.split()):
            break
    return begin


def _names(piece: str) -> Iterator[str]:
    """Return the words at the end of `piece` that can be of an address."""
    kept: list[str] = []
    for word in reversed(piece.split()):
        if not (word[0].isupper() or word[0].isdigit() or word in _SMALL):
            break
        kept.insert(0, word)
    while kept and kept[0] in _SMALL:
        kept.pop(0)
    return chain(kept)
