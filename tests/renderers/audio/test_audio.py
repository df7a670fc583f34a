"""The recording, as players and meters see it."""

import io
import json
import re
import subprocess
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from mutagen.mp3 import MP3
from mutagen.wave import WAVE

from formats.errors import RenderError, UsageError
from formats.model import EasyRead, Edition, Part, ViewName
from formats.model.findings import Finding
from formats.renderers.audio import AudioOptions, AudioRenderer
from formats.speech.script import Announcer
from formats.speech.voice import catalogue, driver, voices
from formats.speech.voice.engine import SAMPLE_RATE
from formats.speech.voice.segments import Studio
from tests import leaflets
from tests.leaflets import paragraph
from tests.rendering import rendered, written

pytestmark = pytest.mark.xdist_group("speech")
STANDARD = leaflets.edition(leaflets.standard())


def _short(words: str) -> Edition:
    return leaflets.edition(replace(leaflets.standard(), blocks=(paragraph(words),), notes=()))


def _tags(path: Path) -> Any:
    return MP3(path).tags


def _chapters(path: Path) -> list[tuple[str, float, float]]:
    tags = _tags(path)
    names = tags.getall("CTOC")[0].child_element_ids
    frames = [tags[f"CHAP:{name}"] for name in names]
    return [(str(f.sub_frames["TIT2"]), f.start_time / 1000, f.end_time / 1000) for f in frames]


def test_there_is_a_chapter_for_each_section_and_step_and_they_meet(tmp_path: Path) -> None:
    path = written(tmp_path, "audio", STANDARD)
    chapters = _chapters(path)
    assert [title for title, _, _ in chapters] == [
        "About this recording", "Every kind of node", "Words & marks", "Lists", "A part",
        "A part of a part", "Tables and pictures", "Quotations", "A graduated approach",
        "Step 1 of 2: Assess", "Step 2 of 2: Plan", "A graduated approach, continued", "Contact",
        "Web addresses", "About this edition",
    ]  # fmt: skip
    assert chapters[0][1] == 0
    for (_, _, end), (_, start, _) in pairwise(chapters):
        assert start == end
    assert chapters[-1][2] == pytest.approx(_info(path.read_bytes()).length, abs=0.1)


def test_tags_say_what_it_is(tmp_path: Path) -> None:
    tags = _tags(written(tmp_path, "audio", STANDARD))
    shown = {key: str(tags[key]) for key in ("TIT2", "TALB", "TPE1", "TDRC")}
    assert shown == {
        "TIT2": "Every kind of node", "TALB": "Every kind of node",
        "TPE1": "Information Advice and Support Kent", "TDRC": "2025-10",
    }  # fmt: skip
    assert list(tags["TLAN"].text) == ["eng", "cym", "pol"]  # that of the edition first
    assert tags.getall("APIC")[0].data.startswith(b"\x89PNG")


def test_the_title_says_easy_read(tmp_path: Path) -> None:
    tags = _tags(written(tmp_path, "audio", leaflets.edition(leaflets.easy_read())))
    assert str(tags["TIT2"]) == str(tags["TALB"]) == "Every kind of node (Easy read)"


def test_it_lasts_as_long_as_its_utterances_and_as_it_says(tmp_path: Path) -> None:
    found = _chapters(written(tmp_path, "audio", STANDARD))
    chapters = {title: end - start for title, start, end in found}
    chosen = voices.choose(STANDARD.language, voices.Wish(), STANDARD.place)
    announcer, whole = Announcer(STANDARD, "Heart"), found[-1][2]
    assert f"about {round(whole / 60)} minutes" in announcer.opening(whole).utterances[5].text
    with Studio(chosen) as studio:
        for chapter in (announcer.opening(whole), *announcer.chapters):
            spoken = list(studio.spoken(chapter.utterances))
            samples = sum(len(each.samples) + each.silence for each in spoken)
            expected = samples / SAMPLE_RATE
            assert chapters[chapter.title] == pytest.approx(expected, rel=0.03, abs=0.1)


def test_the_same_bytes_from_one_cache() -> None:
    assert rendered("audio", STANDARD) == rendered("audio", STANDARD)


def test_a_limit_of_size_is_kept_or_refused() -> None:
    whole = rendered("audio", STANDARD)
    limit = len(whole) * 6 // 10_000
    assert len(rendered("audio", STANDARD, max_size=f"{limit} kB")) <= limit * 1000
    [finding] = _findings(max_size=f"{limit} kB")
    assert finding.code == "audio-bit-rate"
    assert "and not 48 kbit/s" in finding.message
    assert _findings() == _findings(max_size="20 MB") == []
    with pytest.raises(RenderError, match="needs"):
        rendered("audio", STANDARD, max_size="10 kB")
    with pytest.raises(UsageError, match="2 MB"):
        rendered("audio", STANDARD, max_size="small")


@pytest.mark.parametrize("split", [False, True])
def test_a_limit_that_just_fits_is_kept_and_one_byte_less_is_not(split: bool) -> None:
    for rate in ("24", "16"):
        fits = len(rendered("audio", STANDARD, split=split, bit_rate=rate))
        exactly = f"{fits / 1000:.3f} kB"
        assert len(rendered("audio", STANDARD, split=split, max_size=exactly)) == fits
    with pytest.raises(RenderError, match="needs"):
        rendered("audio", STANDARD, split=split, max_size=f"{(fits - 1) / 1000:.3f} kB")


def test_the_voice_is_named_in_the_tags_and_the_last_words(tmp_path: Path) -> None:
    assert str(_tags(written(tmp_path, "audio", STANDARD))["TXXX:voice"]) == "hibari heart"
    said = Announcer(STANDARD, "Heart").chapters[-1].utterances[-2:]
    assert said[0].text == "Read by a computer voice, Heart."
    assert said[1].text.startswith("End of")


def test_where_the_best_voice_does_not_work_a_finding_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(catalogue, "is_installed", lambda engine: engine != driver.HIBARI)
    [finding] = _findings()
    assert finding.code == "audio-voice"
    assert "hibari is not installed" in finding.message
    assert "read by pico en-GB instead" in finding.message


def _findings(**values: Any) -> list[Finding]:
    return list(AudioRenderer().render(STANDARD, AudioOptions(**values), io.BytesIO()))


def test_rate_and_bit_rate_do_what_they_say() -> None:
    short = _short("Some words. " * 20)
    plain, fast, small = (
        _info(rendered("audio", short, **options))
        for options in ({}, {"rate": 250}, {"bit_rate": "24"})
    )
    assert fast.length < 0.8 * plain.length
    assert (plain.bitrate, small.bitrate) == (48_000, 24_000)
    assert plain.channels == 1


def _info(data: bytes) -> Any:
    return MP3(io.BytesIO(data)).info


def test_an_edition_without_a_view_is_refused() -> None:
    parts = (Part("text", "text", (), (EasyRead(()),)),)
    with pytest.raises(RenderError):
        rendered("audio", replace(STANDARD, parts=parts))


def _ffmpeg(*arguments: str) -> str:
    run = subprocess.run(["ffmpeg", "-hide_banner", "-nostats", *arguments], capture_output=True,
                         text=True, check=True)  # fmt: skip
    return run.stderr


@pytest.mark.debian
@pytest.mark.parametrize("view", ["standard", "easy-read"])
def test_meters_agree_about_the_real_leaflet(view: ViewName, tmp_path: Path) -> None:
    path = written(tmp_path, "audio", leaflets.edition(leaflets.real(view)))
    said = _ffmpeg(
        "-i", str(path), "-af", "ebur128=peak=true,silencedetect=n=-50dB:d=3", "-f", "null", "-"
    )
    loudness = float(re.findall(r"I:\s+(-[\d.]+) LUFS", said)[-1])
    peak = float(re.findall(r"Peak:\s+(-?[\d.]+) dBFS", said)[-1])
    assert loudness == pytest.approx(-23, abs=1)
    assert peak <= -1
    assert "silence_start" not in said


@pytest.mark.debian
def test_a_player_sees_every_chapter(tmp_path: Path) -> None:
    path = written(tmp_path, "audio", STANDARD)
    shown = subprocess.run(
        ["ffprobe", "-v", "error", "-of", "json", "-show_chapters", "-show_format", str(path)],
        capture_output=True, check=True,
    )  # fmt: skip
    probed = json.loads(shown.stdout)
    titles = [chapter["tags"]["title"] for chapter in probed["chapters"]]
    assert titles == [title for title, _, _ in _chapters(path)]
    assert probed["format"]["tags"]["title"] == "Every kind of node"


def test_a_file_for_each_section_with_a_playlist() -> None:
    data = rendered("audio", STANDARD, split=True)
    with zipfile.ZipFile(io.BytesIO(data)) as folder:
        names = folder.namelist()
        playlist = folder.read(names[0]).decode()
        assert names[:2] == ["every-node.m3u8", "00-about-this-recording.mp3"]
        assert names[2] == "01-every-kind-of-node.mp3"
        assert [line for line in playlist.splitlines() if not line.startswith("#")] == names[1:]
        for name in names[1:]:
            recording = MP3(io.BytesIO(folder.read(name)))
            assert str(recording.tags["TALB"]) == "Every kind of node"  # type: ignore[index]
            assert f"#EXTINF:{round(recording.info.length)}," in playlist  # type: ignore[attr-defined]


def test_a_wav_has_the_same_length_and_title(tmp_path: Path) -> None:
    short = _short("Some words. " * 5)
    wav: Any = WAVE(io.BytesIO(rendered("audio", short, file_format="wav")))
    assert wav.info.length == pytest.approx(_info(rendered("audio", short)).length, abs=1)
    assert str(wav.tags["TIT2"]) == "Every kind of node"
    with pytest.raises(UsageError, match="mp3"):
        rendered("audio", short, file_format="wav", max_size="2 MB")
