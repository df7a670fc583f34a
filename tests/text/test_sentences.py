"""Splitting runs of inlines into sentences."""

import pytest
from hypothesis import given

from formats.model import CodeText, InlinePicture, NoteReference, Strong, Text
from formats.model.walk import Inlines, plain_text
from formats.text.sentences import split
from tests import leaflets, strategies


def _sentences(words: str) -> list[str]:
    return [plain_text(sentence).strip() for sentence in split((Text(words),))]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("One. Two.", 2),
        ("Is it? Yes! No…  Well.", 4),
        ("He said “Stop.” Then he left.", 2),
        ("See e.g. Kent. Or i.e. Dover.", 2),
        ("Mr. Jones and St. Mary read para. 6.17 at 3.30 p.m. in No. 5.", 1),
        ("Look at www.iask.org.uk. Or ring.", 2),
        ("Is it No. Then go.", 2),
        ("By A. A. Milne. A book.", 2),
        ("no capital. here", 1),
    ],
)
def test_sentences_end_where_they_end(words: str, count: int) -> None:
    assert len(_sentences(words)) == count


def test_nesting_is_kept() -> None:
    run: Inlines = (Text("It "), Strong((Text("must. It can"),)), Text(" be."))
    first, second = split(run)
    assert first == (Text("It "), Strong((Text("must. "),)))
    assert second == (Strong((Text("It can"),)), Text(" be."))


def test_what_has_no_words_is_kept_once_with_the_sentence_before() -> None:
    run: Inlines = (
        InlinePicture(leaflets.SCHOOL), Text("One. "), NoteReference(1), Text("Two. "),
        CodeText("a. B"), Text(" Three."), InlinePicture(leaflets.TEACHER),
    )  # fmt: skip
    parts = split(run)
    assert [node for part in parts for node in part if not isinstance(node, Text)] == [
        node for node in run if not isinstance(node, Text)
    ]
    assert NoteReference(1) in parts[0]


@given(run=strategies.inlines())
def test_no_letter_is_lost(run: Inlines) -> None:
    assert "".join(map(plain_text, split(run))) == plain_text(run)
