"""Words: hard ones are explained, common ones preferred, and one thing has one name."""

import re
from collections.abc import Iterator
from typing import Final

from formats.checks.easy_read import marks, vocabulary
from formats.checks.easy_read.english import english
from formats.checks.easy_read.text import EasyText, Passage, Row, Sentence, excerpt
from formats.model.findings import Finding, Severity

CODES: Final = {
    "easy-abbreviation": "There is an abbreviation that is not explained as a hard word.",
    "easy-hard-word-unexplained": "A hard word has no explanation.",
    "easy-hard-word-late": "A hard word is used before it is explained.",
    "easy-word-uncommon": "A word is neither common nor in the glossary.",
    "easy-two-names": "One thing goes by two names.",
}
# Letters that each stand for a word, and short forms that are read out as other words.
_ABBREVIATION = re.compile(
    r"(?<![\w@.])(?:[A-Z]{2,}[a-z]*|(?:[A-Za-z]\.){2,}|"
    r"(?:eg|ie|etc|nb|vs|tel|approx|incl|dept|govt|appt|max|min|hrs?|mins?|wks?|yrs?)(?!\w))"
    r"(?![\w@])"
)
_STRENGTH: Final = {"must", "must not", "should", "should not", "can", "cannot", "not", "and", "or"}
"""Words that easy read may print in bold for their own sake."""


def abbreviations(text: EasyText) -> Iterator[Finding]:
    """Yield each abbreviation once, save those inside a hard word that the glossary explains."""
    told: set[str] = set()
    for passage, sentence in text.sentences():
        words = _without_hard_words(text, sentence)
        for found in _ABBREVIATION.findall(words):
            if found not in told and not marks.ROMAN.fullmatch(found):
                told.add(found)
                message = f"“{found}” is an abbreviation. {_instead(found)}"
                yield passage.finding("easy-abbreviation", Severity.ERROR, message)


def _instead(abbreviation: str) -> str:
    if not abbreviation[:2].isupper():
        return "Write it in full, such as “for example”, “that is” or “and so on”."
    return (
        f"Write it in full, or explain it in easy words: “easy” under [{abbreviation}] in "
        f"glossary.toml, and **{abbreviation}** at its first use."
    )


def unexplained(text: EasyText) -> Iterator[Finding]:
    """Yield the words marked as hard that the glossary does not explain in easy words."""
    told: set[str] = set()
    for row in text.rows:
        for word in row.marked:
            folded = word.casefold()
            if folded not in text.hard_words and folded not in _STRENGTH | told:
                told.add(folded)
                message = (
                    f"**{word}** is marked as a hard word, and nothing explains it. Write “easy” "
                    f"under [{word}] in glossary.toml, or take the stars away."
                )
                yield _of_row(row, "easy-hard-word-unexplained", message)


def late(text: EasyText) -> Iterator[Finding]:
    """Yield the hard words of the glossary whose first use is not the one that is marked."""
    told: set[str] = set()
    for number, row in enumerate(text.rows):
        for found in text.hard_word.finditer(row.passage.text):
            key = found["word"].casefold()
            if key in told or text.explained.get(key, len(text.rows)) <= number:
                continue
            told.add(key)
            word = text.hard_words[key].key
            code = "easy-hard-word-late" if key in text.explained else "easy-hard-word-unexplained"
            message = f"“{word}” is a hard word. Mark it where it is first used, here: **{word}**."
            yield _of_row(row, code, message)


def uncommon(text: EasyText) -> Iterator[Finding]:
    """Yield each word once that is neither common nor in the glossary."""
    told: set[str] = set()
    for passage, sentence in text.sentences():
        words = Sentence(_without_hard_words(text, sentence)).words
        for index, word in enumerate(words):
            folded = vocabulary.folded(word)
            is_name = index > 0 and word[:1].isupper()
            if folded in told or is_name or vocabulary.is_everyday(folded):
                continue
            told.add(folded)
            message = (
                f"“{word}” is not a common word (in {sentence.excerpt}). "
                "Use an easier one, or explain it as a hard word in glossary.toml."
            )
            yield passage.finding("easy-word-uncommon", Severity.WARNING, message)


def two_names(text: EasyText) -> Iterator[Finding]:
    """Yield the second name of each thing that has two."""
    terms = tuple((t.key, t.full) for t in text.leaflet.glossary if t.full)
    for names in (*english().names, *terms):
        first = ""
        for passage in (row.passage for row in text.rows):
            used = [name for name in names if _uses(passage, name)]
            first = first or (used[0] if used else "")
            other = next((name for name in used if name != first), "")
            if other:
                message = (
                    f"{excerpt(passage.text)} says “{other}”, and “{first}” was said before. "
                    "If they are one thing, use one name."
                )
                yield passage.finding("easy-two-names", Severity.WARNING, message)
                break


def _uses(passage: Passage, name: str) -> bool:
    flags = re.NOFLAG if name.isupper() else re.IGNORECASE
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?:s|es)?(?!\w)", passage.text, flags))


def _without_hard_words(text: EasyText, sentence: Sentence) -> str:
    return text.hard_word.sub("", sentence.text)


def _of_row(row: Row, code: str, message: str) -> Finding:
    return row.passage.finding(code, Severity.ERROR, message)


RULES: Final = (abbreviations, unexplained, late)
ENGLISH_RULES: Final = (uncommon, two_names)
