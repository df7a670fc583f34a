"""No word of a source is lost: it stands in the leaflet, in order, or an error says otherwise."""

import re
from pathlib import Path

from hypothesis import given, settings

from formats.errors import SourceError
from formats.model import Leaflet, Link, walk
from formats.model.findings import Severity
from formats.reading.leaflet import Reading
from tests.reading.reading import read
from tests.reading.sources import Source, scraps, sources

_WORD = re.compile(r"w\d+\w*")
_LANGUAGE = re.compile("(?:```|~~~).*")


def everywhere(leaflet: Leaflet) -> str:
    """Return the words of body, notes and title, of alternatives and of addresses."""
    notes = [word for note in walk.note_words(leaflet) for word in note]
    alternatives = [picture.alt for picture in walk.pictures(walk.everything(leaflet))]
    blocks = (*leaflet.blocks, *(block for note in leaflet.notes for block in note.blocks))
    addresses = [node.target for node in walk.walk(blocks) if isinstance(node, Link)]
    return " ".join([leaflet.title, *walk.words(leaflet), *notes, *alternatives, *addresses])


def errors(reading: Reading) -> list[str]:
    return [f.code for f in reading.findings if f.severity is Severity.ERROR]


@given(source=sources())
@settings(max_examples=60)
def test_words_of_a_right_source_stand_in_order(source: Source, tmp_path: Path) -> None:
    reading = read(tmp_path, source.text)
    assert errors(reading) == []
    leaflet = reading.leaflet
    assert leaflet.title == "A title"
    found = _WORD.findall(" ".join(walk.words(leaflet)))
    assert found == [word for word in source.words if _WORD.fullmatch(word)]
    notes = {tuple(_WORD.findall(" ".join(words))) for words in walk.note_words(leaflet)}
    assert notes == set(source.notes)


@given(source=scraps())
@settings(max_examples=400)
def test_words_of_any_source_are_kept_or_reported(source: Source, tmp_path: Path) -> None:
    try:
        reading = read(tmp_path, source.text)
    except SourceError as error:
        assert error.place and error.place.file.endswith("leaflet.md")
        return
    if errors(reading):
        return
    told = {finding.code for finding in reading.findings}
    if told & {"source-comment", "source-html"}:  # what no reader of HTML would see
        return
    # What follows the marks of code names a computer language.
    said = [finding.message for finding in reading.findings] + _LANGUAGE.findall(source.text)
    text = " ".join([everywhere(reading.leaflet), *said])
    assert [word for word in source.words if word not in text] == [], source.text


def test_the_words_of_html_are_kept(tmp_path: Path) -> None:
    reading = read(tmp_path, "<div>\nw1a\n</div>\n\nw2b <b>w3c</b>\n")
    assert _WORD.findall(everywhere(reading.leaflet)) == ["w1a", "w2b", "w3c"]
