"""Reading recordings back: good ones pass, and each way to spoil one is found."""

import io
import struct
import wave
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from mutagen.id3 import ID3, TIT2, TLAN, Encoding

from formats.checks.audio import AudioCheck, PlaylistCheck, WavCheck, heard
from formats.checks.audio.frames import tag_length
from formats.model import Block, Edition, Section, Text
from tests import leaflets
from tests.leaflets import paragraph
from tests.rendering import written

pytestmark = pytest.mark.xdist_group("speech")
EDITIONS = {name: each for name, each in leaflets.editions().items() if name != "label"}
KINDS: dict[str, tuple[Any, dict[str, Any]]] = {
    "mp3": (AudioCheck(), {}),
    "wav": (WavCheck(), {"file_format": "wav"}),
    "split": (PlaylistCheck(), {"split": True}),
    "split-wav": (PlaylistCheck(), {"split": True, "file_format": "wav"}),
}
EDITION = EDITIONS["standard"]


def _codes(kind: str, path: Path, edition: Edition = EDITION) -> set[str]:
    return {finding.code for finding in KINDS[kind][0].check(path, edition)}


def _written(kind: str, folder: Path, edition: Edition = EDITION) -> Path:
    return written(folder, "audio", edition, **KINDS[kind][1])


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_good_recording_has_no_findings(kind: str, edition: Edition, tmp_path: Path) -> None:
    assert list(KINDS[kind][0].check(_written(kind, tmp_path, edition), edition)) == []


def test_slow_and_fast_speech_is_plausible(tmp_path: Path) -> None:
    for rate in (80, 300):
        assert _codes("mp3", written(tmp_path, "audio", EDITION, rate=rate)) == set()


def test_what_is_heard_is_what_was_made(tmp_path: Path) -> None:
    found = heard.mp3(_written("mp3", tmp_path))
    assert found.title == "Every kind of node"
    assert found.chapters[2].title == "Words & marks"
    assert 1 < found.silence < 3
    assert all(0 < each.sound < each.end - each.start for each in found.chapters)


def _tagged(**frames: object) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        tags = ID3(path)
        for frame in frames.values():
            tags.add(frame)
        tags.save(path)

    return spoil


def _edited(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    return lambda path: (path.write_bytes(change(path.read_bytes())), None)[1]


def _without_chapters(path: Path) -> None:
    tags = ID3(path)
    tags.delall("CTOC")
    tags.save(path)


def _chapter_moved(path: Path) -> None:
    tags = ID3(path)
    tags["CHAP:chapter4"].start_time += 500
    tags.save(path)


def _chapter_unnamed(path: Path) -> None:
    tags = ID3(path)
    tags["CHAP:chapter4"].sub_frames.delall("TIT2")
    tags.save(path)


def _swapped(path: Path) -> None:
    tags = ID3(path)
    names = tags.getall("CTOC")[0].child_element_ids
    names[3], names[4] = names[4], names[3]
    tags.save(path)


def _hushed(path: Path) -> None:
    """Put silence of the same length in place of one chapter."""
    tags = ID3(path)
    chapter = tags["CHAP:chapter4"]
    data = bytearray(path.read_bytes())
    position, time = tag_length(bytes(data)), 0.0
    while position < len(data):
        length = 144  # of 48 kbit/s at 24 kHz
        if chapter.start_time - 30 <= time * 1000 <= chapter.end_time + 30:
            data[position + 4 : position + length] = bytes(length - 4)
        position, time = position + length, time + 576 / 24_000
    path.write_bytes(data)


MP3_FAULTS = {
    "title": ("audio-title", _tagged(title=TIT2(Encoding.UTF8, "Another"))),
    "language": ("audio-language", _tagged(language=TLAN(Encoding.UTF8, "cym"))),
    "no language": ("audio-language", _tagged(language=TLAN(Encoding.UTF8, ""))),
    "a language too few": ("audio-language", _tagged(language=TLAN(Encoding.UTF8, "eng"))),
    "no chapters": ("audio-chapters", _without_chapters),
    "chapter moved": ("audio-chapters", _chapter_moved),
    "chapter unnamed": ("audio-broken", _chapter_unnamed),
    "chapters swapped": ("audio-chapters", _swapped),
    "cut in a frame": ("audio-broken", _edited(lambda data: data[:-70])),
    "cut between frames": ("audio-length", _edited(lambda data: data[: -144 * 200])),
    "zeros within": (  # more than a frame is long
        "audio-broken",
        _edited(lambda data: data[:90_000] + bytes(200) + data[90_200:]),
    ),
    "no sound": ("audio-broken", _edited(lambda data: data[:5000])),
    "no tag": ("audio-broken", _edited(lambda data: data[tag_length(data) :])),
    "nothing": ("audio-broken", _edited(lambda data: bytes(1000))),
    "silent chapter": ("audio-length", _hushed),
    "long silence": ("audio-silence", _hushed),
}


@pytest.mark.parametrize("fault", MP3_FAULTS)
def test_a_spoilt_mp3_is_found_out(fault: str, tmp_path: Path) -> None:
    code, spoil = MP3_FAULTS[fault]
    path = _written("mp3", tmp_path)
    spoil(path)
    found = _codes("mp3", path)
    # A cut is made at any byte: it is found as a broken frame, or as a length that is wrong.
    assert code in found or (fault == "cut between frames" and found == {"audio-broken"})


@pytest.mark.parametrize("level", [2, 3])
def test_a_chapter_that_is_missing_is_named(level: int, tmp_path: Path) -> None:
    more = Section(level, (Text("One more"),), "more", (paragraph("Lost."),))
    longer = _of(*leaflets.standard().blocks, more)
    [finding] = AudioCheck().check(_written("mp3", tmp_path), longer)
    assert finding.code == "audio-chapters"
    assert "One more" in finding.message


@pytest.mark.parametrize("lost", ["Step 1 of 2: Assess", "Web addresses", "A part of a part"])
def test_every_step_part_and_section_has_a_chapter(lost: str, tmp_path: Path) -> None:
    path = _written("mp3", tmp_path)
    tags = ID3(path)
    for frame in tags.getall("CHAP"):
        if str(frame.sub_frames["TIT2"]) == lost:
            frame.sub_frames["TIT2"].text = ["Another"]
    tags.save(path)
    [finding] = AudioCheck().check(path, EDITION)
    assert f"no chapter “{lost}”" in finding.message


def test_easy_read_in_the_title_is_missed_or_too_much(tmp_path: Path) -> None:
    easy = EDITIONS["easy-read"]
    spoilt = _written("mp3", tmp_path, easy)
    _tagged(title=TIT2(Encoding.UTF8, easy.title))(spoilt)
    [finding] = AudioCheck().check(spoilt, easy)
    assert "does not say “Easy read”" in finding.message
    _tagged(title=TIT2(Encoding.UTF8, f"{easy.title} (Easy read)"))(spoilt)
    assert _codes("mp3", spoilt, easy) == set()
    assert "audio-title" in _codes("mp3", spoilt, replace(easy, kind=None))


@pytest.mark.parametrize("words", [2000, 1])
def test_a_section_with_more_or_fewer_words_than_were_said(words: int, tmp_path: Path) -> None:
    path = _written("mp3", tmp_path, _of(_section(300 if words == 1 else 20)))
    assert "audio-length" in _codes("mp3", path, _of(_section(words)))


def _of(*blocks: Block) -> Edition:
    notes = leaflets.standard().notes if len(blocks) > 1 else ()
    return leaflets.edition(replace(leaflets.standard(), blocks=blocks, notes=notes))


def _section(words: int) -> Section:
    return Section(2, (Text("Only"),), "only", (paragraph("Some words are here. " * (words // 4)),))


def _quarter(path: Path) -> None:
    with wave.open(str(path)) as file:
        frames = file.readframes(file.getnframes())
    data = path.read_bytes()
    start = data.index(frames[:4000])
    path.write_bytes(data[: start + len(frames) // 4])


def test_a_spoilt_wav_is_found_out(tmp_path: Path) -> None:
    path = _written("wav", tmp_path)
    _quarter(path)
    assert "audio-broken" in _codes("wav", path)
    path.write_bytes(b"RIFF" + struct.pack("<I", 4) + b"WAVE")
    assert _codes("wav", path) == {"audio-broken"}


def _without(files: dict[str, bytes], end: str) -> dict[str, bytes]:
    return {name: data for name, data in files.items() if not name.endswith(end)}


def _unlisted(files: dict[str, bytes], lost: str) -> dict[str, bytes]:
    kept = _without(files, lost)
    return {
        n: d.replace(lost.encode() + b"\n", b"") if ".m3u8" in n else d for n, d in kept.items()
    }


def _other_album(files: dict[str, bytes]) -> dict[str, bytes]:
    name = next(name for name in files if name.endswith("03-lists.mp3"))
    return {**files, name: files[name].replace(b"Every kind of node", b"Every sort of node")}


ZIP_FAULTS: dict[str, tuple[str, Callable[[dict[str, bytes]], dict[str, bytes]]]] = {
    "no playlist": ("audio-broken", lambda files: _without(files, ".m3u8")),
    "a file lost": ("audio-broken", lambda files: _without(files, "03-lists.mp3")),
    "a file not listed": ("audio-broken", lambda files: {**files, "x.mp3": b""}),
    "a file cut": (
        "audio-broken",
        lambda files: {n: d[:-50] if n.endswith("03-lists.mp3") else d for n, d in files.items()},
    ),
    "a file of another": ("audio-title", _other_album),
    "a section lost": ("audio-chapters", lambda files: _unlisted(files, "03-lists.mp3")),
}


@pytest.mark.parametrize("fault", ZIP_FAULTS)
def test_a_spoilt_zip_is_found_out(fault: str, tmp_path: Path) -> None:
    code, change = ZIP_FAULTS[fault]
    path = _written("split", tmp_path)
    with zipfile.ZipFile(path) as folder:
        files = {name: folder.read(name) for name in folder.namelist()}
    with zipfile.ZipFile(path, "w") as folder:
        for name, data in change(files).items():
            folder.writestr(name, data)
    assert code in _codes("split", path)


def test_a_zip_of_something_else_is_not_judged(tmp_path: Path) -> None:
    path = tmp_path / "pages.zip"
    with zipfile.ZipFile(path, "w") as folder:
        folder.writestr("index.html", "Hello")
    assert _codes("split", path) == set()


@pytest.mark.parametrize("data", [b"", b"ID3", b"ID3\x04\0\0\x7f\x7f\x7f\x7f", b"\xff\xf3" * 500])
def test_hostile_files_are_broken_and_no_more(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "hostile"
    path.write_bytes(data)
    assert _codes("mp3", path) == {"audio-broken"}
    assert _codes("wav", path) == {"audio-broken"}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as folder:
        folder.writestr("x.m3u8", "a.mp3\n")
        folder.writestr("a.mp3", data)
    path.write_bytes(buffer.getvalue())
    assert _codes("split", path) == {"audio-broken"}
