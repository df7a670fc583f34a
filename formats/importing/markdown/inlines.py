"""Spans -> one paragraph of Markdown, in which no letter of the original is taken for a sign."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from formats.importing.draft import Break, Call, Image, Run, Span

_ADDRESS = re.compile(r"https?://[^\s<>\"“”]*[^\s<>\"“”.,;:!?()\[\]'’*_]")
_SIGNS = re.compile(r"[\\`*\[\]~]|<(?=\S)|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
_LINE_START = re.compile(
    r"(?P<space>\s*)(?P<sign>#|[-+](?=\s|$)|>|=|--|:|!!!|\d{1,9}(?=[.)](?:\s|$)))"
)
_RAISED = str.maketrans("123", "¹²³")
_UNSAFE = {" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "\\": "%5C", "\t": "%09"}
ASKED = "?"
"""In place of the words for a picture: `formats check` makes an error of it."""
BLANK = re.compile(r"_{3,}|\.{5,}|…{2,}")
"""A line to write on. Spoken, it would be “underscore underscore …”."""
# Letters that layout needs and no leaflet: soft hyphens, zero-width spaces, marks of order.
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\u200e\u200f]|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def inline(spans: Iterable[Span], *, plain: bool = False, cell: bool = False) -> str:
    """Return the spans as Markdown. `plain` leaves bold and italics out, as headings do.

    A `cell` of a table has neither line breaks nor bars.
    """
    tidy = _tidied(spans, plain=plain)
    lines = [_line(list(line), cell=cell) for line in _lines(tidy)]
    lines = [line for line in lines if line]
    if cell or plain:
        return " ".join(lines)
    return "\\\n".join(map(_started, lines))


def _tidied(spans: Iterable[Span], *, plain: bool) -> list[Span]:
    """Return the spans with neighbours of one look joined, and looks that have no sign dropped."""
    made: list[Span] = []
    for span in spans:
        if isinstance(span, Run):
            span = _simple(span, plain=plain)  # noqa: PLW2901
            last = made[-1] if made else None
            if not span.text:
                continue
            if isinstance(last, Run) and replace(last, text="") == replace(span, text=""):
                made[-1] = replace(last, text=last.text + span.text)
                continue
        made.append(span)
    return _joined(made)


def _simple(run: Run, *, plain: bool) -> Run:
    words = BLANK.sub("…", _UNSEEN.sub("", run.text)).replace("\u2011", "-").replace("\u2028", " ")
    if run.raised == "superscript":
        words = words.translate(_RAISED)
    bold = run.bold and not plain
    italic = run.italic and not plain and not bold
    return Run(words, bold, italic, 0, _target(run.target), run.language)


def _target(target: str) -> str:
    if target.lower().startswith("www."):
        target = f"https://{target}"
    return "".join(_UNSAFE.get(letter, letter) for letter in target.strip())


def _joined(spans: list[Span]) -> list[Span]:
    """Return the spans with white space outside of marks, which Markdown wants so."""
    made: list[Span] = []
    for span in spans:
        if not isinstance(span, Run) or not (span.bold or span.italic):
            made.append(span)
            continue
        words = span.text.strip()
        before, _, after = span.text.partition(words) if words else (span.text, "", "")
        bare = replace(span, bold=False, italic=False)
        made += [replace(bare, text=before)] if before else []
        made += [replace(span, text=words)] if words else []
        made += [replace(bare, text=after)] if after else []
    return made


def _lines(spans: list[Span]) -> Iterator[Iterable[Span]]:
    for is_break, line in groupby(spans, lambda span: isinstance(span, Break)):
        if not is_break:
            yield line


def _line(spans: list[Span], *, cell: bool) -> str:
    parts = []
    for (target, language), group in groupby(spans, _outside):
        words = _marked(list(group), linked=bool(target), cell=cell)
        if target and words.strip():
            words = _link(words, target)
        if language and words.strip():
            words = f"[{words.strip()}]{{lang={language}}}".join(_margins(words))
        parts.append(words)
    return re.sub(r"[ \t\n]+", " ", "".join(parts)).strip()


def _outside(span: Span) -> tuple[str, str]:
    return (span.target, span.language) if isinstance(span, Run) else ("", "")


def _margins(words: str) -> tuple[str, str]:
    bare = words.strip()
    return words[: words.index(bare)], words[words.index(bare) + len(bare) :]


def _link(words: str, target: str) -> str:
    bare = words.strip()
    before, after = _margins(words)
    if bare.replace("\\", "") == target and re.match(r"https?://", target):
        return f"{before}<{target}>{after}"
    return f"{before}[{bare}]({target}){after}"


def _marked(spans: list[Span], *, linked: bool, cell: bool) -> str:
    written = [_written(span, linked=linked, cell=cell) for span in spans]
    made = ""
    for number, span in enumerate(spans):
        words = written[number]
        if isinstance(span, Run) and (span.bold or span.italic):
            following = "".join(written[number + 1 :])[:1]
            words = _stressed(words, "**" if span.bold else "*", made[-1:], following)
        made += words
    return made


def _stressed(words: str, mark: str, before: str, following: str) -> str:
    """Return words between marks, where CommonMark takes them for such (6.2, flanking).

    A mark beside another, or punctuation inside against a letter outside, would be shown as stars.
    """
    inner = re.match(r"^(\W*)(.*?)(\W*)$", words, re.DOTALL)
    assert inner
    start, middle, end = inner.groups()
    if not middle or before == "*" or following == "*":
        return words
    left = start if start and before and (before.isalnum() or before == "\\") else ""
    right = end if end and following and following.isalnum() else ""
    if left or right or end.endswith("\\"):
        return f"{start}{mark}{middle}{mark}{end}"
    return f"{mark}{words}{mark}"


def _written(span: Span, *, linked: bool, cell: bool) -> str:
    match span:
        case Run():
            return _escaped(span.text, linked=linked, cell=cell)
        case Call():
            return f"[^{span.label}]"
        case Image():
            return picture(span)
        case Break():
            return " "


def picture(image: Image) -> str:
    """Return the Markdown of a picture, with ASKED if nobody has said what it shows."""
    said = ASKED if image.alt is None else image.alt
    alt = _escaped(" ".join(said.split()), linked=True, cell=True)
    return f"![{alt}]({image.name})"


def _escaped(words: str, *, linked: bool, cell: bool) -> str:
    if linked:
        made = _SIGNS.sub(r"\\\g<0>", words)
    else:
        made, end = "", 0
        for match in _ADDRESS.finditer(words):
            made += _SIGNS.sub(r"\\\g<0>", words[end : match.start()]) + f"<{match[0]}>"
            end = match.end()
        made += _SIGNS.sub(r"\\\g<0>", words[end:])
    return made.replace("|", r"\|") if cell else made


def _started(line: str) -> str:
    """Return a line whose first letters are not taken for a heading, an item or a quotation."""
    match = _LINE_START.match(line)
    if not match:
        return line
    at = match.end() if match["sign"].isdigit() else match.start("sign")
    return f"{line[:at]}\\{line[at:]}"
