"""The e-book that reads aloud: a clip for each sentence, in order, inside its sound file."""

import io
import re
import zipfile
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from lxml import etree
from mutagen.mp3 import MP3

from formats.checks.epub import EpubCheck
from formats.errors import RenderError
from formats.model import Edition, LanguageBlock
from tests import leaflets, strategies
from tests.rendering import rendered, written
from tests.validators import ace, epubcheck

pytestmark = pytest.mark.xdist_group("jvm")
EDITIONS = {
    **{name: each for name, each in leaflets.editions().items() if name != "label"},
    "real": leaflets.edition(leaflets.real("standard")),
}
ALL = pytest.mark.parametrize("name", EDITIONS)
STANDARD = EDITIONS["standard"]
SMIL = "{http://www.w3.org/ns/SMIL}"


def _files(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return {name.removeprefix("EPUB/"): book.read(name) for name in book.namelist()}


def _clips(files: dict[str, bytes]) -> dict[str, list[tuple[str, str, float, float]]]:
    """Return text, sound file, begin and end of each clip, by overlay."""
    found = {}
    for name, data in files.items():
        if name.endswith(".smil"):
            pairs = etree.fromstring(data).iter(f"{SMIL}par")
            found[name] = [
                (str(text.get("src")), str(audio.get("src")), *map(_seconds, audio.values()[1:]))
                for text, audio in pairs
            ]
    return found  # type: ignore[return-value]


def _said(files: dict[str, bytes]) -> set[str]:
    return {text for clips in _clips(files).values() for text, *_ in clips}


def _seconds(clock: Any) -> float:
    return float(str(clock).removesuffix("s"))


def _sentences(files: dict[str, bytes]) -> list[str]:
    """Return the place of each sentence that is marked, in the order of the documents."""
    return [
        f"{name}#{node.get('id')}"
        for name, data in files.items()
        if name.endswith(".xhtml")
        for node in etree.fromstring(data).iter()
        if str(node.get("id", "")).startswith("s.")
    ]


@ALL
def test_epubcheck_and_the_read_back_find_nothing(name: str, tmp_path: Path) -> None:
    path = written(tmp_path, "epub", EDITIONS[name], audio=True)
    assert epubcheck.complaints(path) == []
    assert list(EpubCheck().check(path, EDITIONS[name])) == []


@ALL
def test_every_sentence_has_one_clip_in_reading_order(name: str) -> None:
    files = _files(rendered("epub", EDITIONS[name], audio=True))
    for overlay, clips in _clips(files).items():
        document = overlay.replace(".smil", ".xhtml")
        wanted = [place for place in _sentences(files) if place.startswith(f"{document}#")]
        assert [text for text, *_ in clips] == wanted
    assert {text for clips in _clips(files).values() for text, *_ in clips} == set(
        _sentences(files)
    )


@ALL
def test_clips_lie_in_order_inside_their_files(name: str) -> None:
    files = _files(rendered("epub", EDITIONS[name], audio=True))
    by_file = defaultdict(list)
    for clips in _clips(files).values():
        for _, file, begin, end in clips:
            by_file[file].append((begin, end))
    for file, times in by_file.items():
        length = MP3(io.BytesIO(files[file])).info
        assert length
        times.sort()
        assert all(begin < end for begin, end in times)
        assert all(end <= begin + 0.002 for (_, end), (begin, _) in pairwise(times))
        # What is said fills the file, but for what the encoder adds at both ends.
        assert times[-1][1] <= length.length + 0.02
        assert times[-1][1] >= length.length - 0.12


@ALL
def test_durations_are_the_sums_of_the_clips(name: str) -> None:
    files = _files(rendered("epub", EDITIONS[name], audio=True))
    package = etree.fromstring(files["content.opf"])
    durations = {
        str(meta.get("refines", "")): _seconds(meta.text)
        for meta in package.iter("{*}meta")
        if meta.get("property") == "media:duration"
    }
    sums = {
        f"#item-{overlay.replace('.', '-')}": sum(end - begin for _, _, begin, end in clips)
        for overlay, clips in _clips(files).items()
    }
    assert durations.pop("") == pytest.approx(sum(sums.values()), abs=0.02)
    assert durations == pytest.approx(sums, abs=0.02)


@given(edition=strategies.editions())
@settings(max_examples=3)
def test_any_edition_reads_aloud(edition: Edition, tmp_path: Path) -> None:
    # By espeak-ng: it says words that no language has, and at once.
    edition = replace(edition, voices=(("english", "en-gb-x-rp"),))
    path = written(tmp_path, "epub", edition, audio=True)
    assert epubcheck.complaints(path) == []
    files = _files(path.read_bytes())
    assert {text for clips in _clips(files).values() for text, *_ in clips} == set(
        _sentences(files)
    )


def test_a_plain_e_book_is_silent_and_small() -> None:
    files = _files(rendered("epub", STANDARD))
    assert not [name for name in files if name.endswith((".mp3", ".smil"))]
    assert not _sentences(files)
    assert b"synchronizedAudioText" not in files["content.opf"]


def test_speech_is_claimed_where_it_is() -> None:
    files = _files(rendered("epub", STANDARD, audio=True))
    assert b"synchronizedAudioText" in files["content.opf"]
    assert b"auditory" in files["content.opf"]
    assert b"-epub-media-overlay-active" in files["style.css"]


def test_the_same_bytes_from_one_cache() -> None:
    first = rendered("epub", STANDARD, audio=True)
    assert rendered("epub", STANDARD, audio=True) == first


def test_a_language_without_a_voice_is_refused() -> None:
    klingon = LanguageBlock("tlh-x-none", (leaflets.paragraph("tlhIngan maH"),))
    leaflet = replace(leaflets.standard(), blocks=(klingon,), notes=())
    with pytest.raises(RenderError, match="tlhIngan"):
        rendered("epub", leaflets.edition(leaflet), audio=True)


def test_what_a_figure_shows_is_said_and_highlighted() -> None:
    files = _files(rendered("epub", STANDARD, audio=True))
    [picture] = re.findall(rb'<img [^>]*alt="A teacher"[^>]*>', files["section-03.xhtml"])
    [identifier] = re.findall(rb'id="(s\.\d+)"', picture)
    assert f"section-03.xhtml#{identifier.decode()}" in _said(files)


def test_every_part_but_the_contents_is_read_aloud() -> None:
    files = _files(rendered("epub", STANDARD, audio=True))
    silent = {"cover.smil", "nav.smil"}
    documents = {name.replace(".xhtml", ".smil") for name in files if name.endswith(".xhtml")}
    assert {name for name in files if name.endswith(".smil")} == documents - silent


@pytest.mark.debian
@pytest.mark.parametrize("name", ["standard", "easy-read"])
def test_ace_finds_nothing(name: str, tmp_path: Path) -> None:
    assert ace.complaints(written(tmp_path, "epub", EDITIONS[name], audio=True)) == []
