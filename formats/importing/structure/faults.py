"""What stops a document of paper from being a leaflet in every format. An editor mends it."""

import re
from dataclasses import replace

from formats.importing.draft import (
    Block,
    Draft,
    Image,
    Paragraph,
    Remark,
    Table,
    error,
    hint,
    paragraphs,
    remarked,
    shortened,
    text_of,
    warning,
)

_PAGE = re.compile(
    r"\b(?:see|on|at|from|to|over|the)?\s*(?:pages?|pp?\.)\s*\d+(?:\s*[-–]\s*\d+)?"
    r"|\b(?:turn over|overleaf|next page|previous page|see (?:above|below|opposite|over))\b",
    re.IGNORECASE,
)
_STARS = re.compile(r"(?<=\w)[\s)]*\*{1,3}(?!\w)|(?:^|\s)\*{1,4}(?=\s|$|\w)|[†‡]")
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNTED = re.compile(
    rf"\b(?:{'|'.join(_NUMBERS)}|\d+)\s+(?:\w+\s+)?(?:steps|stages|parts)\b", re.I
)
_EDITION = re.compile(
    r"(?:(?:edition|last updated|updated):?\s*)?(?P<month>[a-z]+)\s+(?P<year>(?:19|20)\d\d)", re.I
)
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august",
           "september", "october", "november", "december")  # fmt: skip


def find(draft: Draft) -> None:
    """Add a remark to each block that an editor has to look at."""
    for index, block in enumerate(draft.blocks):
        following = draft.blocks[index + 1] if index + 1 < len(draft.blocks) else None
        for remark in _remarks(block, following):
            draft.blocks[index] = remarked(draft.blocks[index], remark)
    _find_edition(draft)


def _remarks(block: Block, following: Block | None) -> list[Remark]:
    words = text_of(block)
    found = [*_pages(words), *_stars(words), *_signs(words)]
    found += [_picture(span) for p in paragraphs([block]) for span in p.spans
              if isinstance(span, Image) and (span.alt is None or span.reason)]  # fmt: skip
    if isinstance(block, Paragraph) and not block.level:
        found += _announced(words, following)
    return found


def _around(words: str, match: re.Match[str]) -> str:
    """Return the sign that was found, with a few words on either side."""
    before, after = words[: match.start()].split()[-4:], words[match.end() :].split()[:2]
    glue = "" if match.start() and words[match.start()] not in " \n" else " "
    return " ".join([glue.join((" ".join(before), match[0].strip())), *after]).strip()


def _ending(words: str) -> str:
    return " ".join(words.split()[-9:])


def _pages(words: str) -> list[Remark]:
    match = _PAGE.search(words)
    if not match:
        return []
    message = (
        f"“{shortened(match[0])}” means a page of the document, and no format has the same pages. "
        "Name the section instead, say whom to ask, or delete it."
    )
    return [warning("import-page-reference", message)]


def _stars(words: str) -> list[Remark]:
    match = _STARS.search(words)
    if not match:
        return []
    near = _around(words, match)
    message = (
        f"A star stands for a note: “{near}”. Make the words a link, "
        "or write [^1] here and the note as [^1]: …"
    )
    return [warning("import-star-note", message)]


def _signs(words: str) -> list[Remark]:
    found = sorted({letter for letter in words if "\ue000" <= letter <= "\uf8ff"})
    if not found:
        return []
    codes = ", ".join(f"U+{ord(letter):04X}" for letter in found)
    message = f"A sign of a symbol typeface stands here ({codes}). Write what it means in words."
    return [warning("import-sign", message)]


def _picture(image: Image) -> Remark:
    if image.reason:
        said = f"“{shortened(image.alt)}”" if image.alt else "a picture that nobody has described"
        message = (
            f"Here was {said}, but {image.reason}. Save it as {image.name} beside the leaflet, or "
            "say in words what it shows."
        )
        return error("import-picture-missing", message)
    message = (
        f"Nobody has said what {image.name} shows. Write it in place of the “?” between the "
        "square brackets, or leave them empty if it is decoration."
    )
    return error("import-picture-alt", message)


def _announced(words: str, following: Block | None) -> list[Remark]:
    """Report a paragraph that announces what does not follow."""
    if not words.rstrip().endswith(":") or isinstance(following, Table):
        return []
    if isinstance(following, Paragraph) and not following.level:
        return []
    message = f"“{_ending(words)}” announces something that does not follow."
    if _COUNTED.search(words):
        message += (
            " If the headings below are the steps, write “::: steps” before the first "
            "and “:::” after the last."
        )
    else:
        message += " It may have been a picture or a text box. Write it here."
    return [warning("import-missing", message)]


def _find_edition(draft: Draft) -> None:
    """Take the date of the edition from a line of its own at the end ("October 2025")."""
    for index, block in list(enumerate(draft.blocks))[-8:]:
        match = _EDITION.fullmatch(text_of(block).strip())
        if match and match["month"].lower() in _MONTHS and isinstance(block, Paragraph):
            month = _MONTHS.index(match["month"].lower()) + 1
            draft.edition = f"{match['year']}-{month:02}"
            said = hint(
                "import-edition", f"“{match[0]}” is taken as the edition. Delete this line, which "
                "every format says by itself.",
            )  # fmt: skip
            draft.blocks[index] = remarked(replace(block, level=0), said)
