from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats import signoffs, wording
from formats.errors import FormatsError, SourceError, UsageError
from formats.model import Leaflet, Section, Text
from formats.signoffs.record import _check_words
from tests import leaflets

TODAY = date(2026, 11, 23)
LEAFLET = leaflets.easy_read()
OTHER = replace(LEAFLET, blocks=(Section(2, (Text("Other"),), "other", ()), *LEAFLET.blocks))


def sign(
    folder: Path, leaflet: Leaflet = LEAFLET, by: str = "easy-read group", **more: str
) -> None:
    on, note = more.get("on", "2026-11-20"), more.get("note", "")
    signoffs.sign(folder, leaflet, more.get("view", "easy-read"), by, on, note, today=TODAY)


def test_none_current_lapsed_and_current_again(tmp_path: Path) -> None:
    assert signoffs.state(signoffs.read(tmp_path), LEAFLET, "easy-read").state == "none"
    sign(tmp_path)
    entries = signoffs.read(tmp_path)
    current = signoffs.state(entries, LEAFLET, "easy-read")
    assert (current.state, current.by, current.on) == ("current", "easy-read group", "2026-11-20")
    lapsed = signoffs.state(entries, OTHER, "easy-read")
    assert (lapsed.state, lapsed.changed) == ("lapsed", ("New: “Other”",))
    sign(tmp_path, OTHER, on="2026-11-21")
    assert signoffs.state(signoffs.read(tmp_path), OTHER, "easy-read").on == "2026-11-21"
    assert signoffs.state(signoffs.read(tmp_path), LEAFLET, "easy-read").on == "2026-11-20"


def test_one_views_sign_off_is_not_anothers(tmp_path: Path) -> None:
    sign(tmp_path, view="braille")
    assert signoffs.state(signoffs.read(tmp_path), LEAFLET, "easy-read").state == "none"


def test_what_a_rendition_says(tmp_path: Path) -> None:
    sign(tmp_path)
    entries = signoffs.read(tmp_path)
    said = wording.of("en").signoff(signoffs.state(entries, LEAFLET, "easy-read")).text
    assert said == "Checked by easy-read group, on 20 November 2026"
    said = wording.of("en").signoff(signoffs.state(entries, OTHER, "easy-read")).text
    assert said.startswith(wording.of("en")("draft").text) and said.endswith(
        "An earlier text was checked by easy-read group, on 20 November 2026"
    )


def test_everything_written_is_read_back(tmp_path: Path) -> None:
    sign(tmp_path, by='a "group" \\ of 6', note="Ünïcode, 2026-11-20 and 20/11/2026")
    (entry,) = signoffs.read(tmp_path)
    assert (entry.by, entry.seen) == ('a "group" \\ of 6', signoffs.seen(LEAFLET))
    assert list(tmp_path.iterdir()) == [tmp_path / signoffs.FILE]


@pytest.mark.parametrize(
    "value",
    [
        "jo@example.org", "write to jo.bloggs@kent.gov.uk please", "jo [at] example.org",
        "03000 41 3000", "(01622) 412412", "+44 7700 900123", "call 07700-900-123", "4124 123",
    ],
)  # fmt: skip
def test_personal_details_are_refused_wherever_they_stand(tmp_path: Path, value: str) -> None:
    with pytest.raises(UsageError, match="role"):
        sign(tmp_path, by=value)
    with pytest.raises(UsageError, match="role"):
        sign(tmp_path, note=value)
    assert not (tmp_path / signoffs.FILE).exists()


@given(st.from_regex(r"\A0\d{3,4}[ -]?\d{3}[ -]?\d{3}\Z"), st.sampled_from(["", "of ", "group, "]))
def test_no_telephone_number_passes(number: str, before: str) -> None:
    with pytest.raises(UsageError):
        _check_words("by", before + number)


@pytest.mark.parametrize(
    "value",
    ["easy-read group", "6 people on 2026-11-20", "20/11/2026", "pages 1 to 12", "Room 101"],
)
def test_roles_dates_and_small_numbers_pass(tmp_path: Path, value: str) -> None:
    sign(tmp_path, by=value, note=value)


@pytest.mark.parametrize("on", ["20 November 2026", "2026-11", "2026-13-01", "20261120", "", "x"])
def test_a_day_that_is_none_is_refused(tmp_path: Path, on: str) -> None:
    with pytest.raises(UsageError, match="2026-11-20"):
        sign(tmp_path, on=on)


def test_a_day_to_come_an_empty_role_and_a_long_note_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not come yet"):
        sign(tmp_path, on="2026-11-24")
    with pytest.raises(UsageError, match="Say who"):
        sign(tmp_path, by=" ")
    with pytest.raises(UsageError, match="shorter"):
        sign(tmp_path, note="very " * 50)


@pytest.mark.parametrize(
    "broken",
    [
        "signoff = 1", "[signoff]\nview = 'easy-read'", "[[signoff]]\nvieww = 'easy-read'",
        "not toml",
        "[[signoff]]\nview = 1", "[[signoff]]\nview = 'easy-read'",
        "[[signoff]]\nview = 'easy-read'\non = 2026-11-20\nseen = [1]",
        "[[signoff]]\nview = 'easy-read'\non = 2026-11-20\nseen = [{colour = 'red'}]",
        "[[signoff]]\nview = 'easy-read'\non = 2026-11-20\ndigest = '00'\nseen = [{words = 'a'}]",
    ],
)  # fmt: skip
def test_a_broken_file_is_an_error_and_is_not_written_over(tmp_path: Path, broken: str) -> None:
    path = tmp_path / signoffs.FILE
    path.write_text(broken)
    with pytest.raises(SourceError):
        signoffs.read(tmp_path)
    with pytest.raises(SourceError):
        sign(tmp_path)
    assert path.read_text() == broken


def test_words_that_were_tampered_with_do_not_count_as_signed(tmp_path: Path) -> None:
    sign(tmp_path)
    path = tmp_path / signoffs.FILE
    path.write_text(path.read_text().replace("extra help at school", "less help at school"))
    with pytest.raises(SourceError, match="does not fit"):
        signoffs.read(tmp_path)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FormatsError, match="written"):
        sign(tmp_path / "none")
