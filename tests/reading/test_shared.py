from pathlib import Path

import pytest

from formats.errors import SourceError, UsageError
from formats.model import Authority, ContactEntry, Term
from formats.reading import shared
from formats.reading.library import Library
from tests.reading.reading import library

ORGANISATION = """
name = "The Service"
strapline = "Helping you"
about = "We are here."
[contact.helpline]
label = "Ring us"
phone = "01234"
note = "Weekdays"
[contact.post]
post = ["1 Street", "Town"]
[offer]
words = "On request."
ask = "helpline"
"""


def test_nothing_shared_is_needed(tmp_path: Path) -> None:
    found = shared.read(tmp_path)
    assert (found.organisation.name, found.glossary, found.authorities) == ("", (), {})


def test_organisation(tmp_path: Path) -> None:
    found = library(tmp_path, "x\n", organisation=ORGANISATION).shared.organisation
    assert (found.name, found.strapline, found.about) == (
        "The Service", "Helping you", "We are here.",
    )  # fmt: skip
    assert found.contacts == (
        ContactEntry("helpline", "phone", "Ring us", ("01234",), "Weekdays"),
        ContactEntry("post", "post", "Post", ("1 Street", "Town")),
    )
    assert (found.offer, found.ask) == ("On request.", "helpline")


def test_a_logo_says_the_name(tmp_path: Path) -> None:
    toml = 'name = "The Service"\nlogo = "logo.svg"\n'
    (tmp_path / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
    )
    logo = library(tmp_path, "x\n", organisation=toml).shared.organisation.logo
    assert logo
    assert (logo.alt, logo.media.media_type) == ("The Service", "image/svg+xml")


@pytest.mark.parametrize(
    ("toml", "reason"),
    [
        ('name = "A"\nlogo = "none.svg"\n', r"organisation.toml:2: There is no picture file “none.svg”"),
        ('name = "A"\nlogo = "../logo.svg"\n', r"organisation.toml:2: .*leads out of"),
        ('logo = "logo.svg"\n', r"organisation.toml:1: The logo has no words"),
    ],
)  # fmt: skip
def test_a_logo_that_cannot_be_had_is_an_error_with_its_line(
    toml: str, reason: str, tmp_path: Path
) -> None:
    with pytest.raises(SourceError, match=reason):
        _ = library(tmp_path, "x\n", organisation=toml).shared


def test_glossary(tmp_path: Path) -> None:
    toml = '[SENCO]\nfull = "a b"\neasy = "c"\nsay = "d"\nvariants = ["SENCo"]\n["SEN support"]\n'
    found = library(tmp_path, "x\n", glossary=toml).shared.glossary
    assert found == (
        Term("SENCO", "a b", "c", "d", ("SENCo",), "en-GB"), Term("SEN support", language="en-GB"),
    )  # fmt: skip


def test_authorities(tmp_path: Path) -> None:
    toml = (
        '[code]\ntitle = "A"\nedition = "2014"\nurl = "https://b"\nsuperseded = "2015"\n'
        'locator = "page"\n[other]\n'
    )
    found = library(tmp_path, "x\n", authorities=toml).shared.authorities
    assert found == {
        "code": Authority("code", "A", "2014", "https://b", "2015", "page", "en-GB"),
        "other": Authority("other", "other", language="en-GB"),
    }


@pytest.mark.parametrize(
    ("name", "toml", "line", "words"),
    [
        ("organisation", 'nam = "x"', 1, "Did you mean “name”?"),
        ("organisation", "name = 1", 1, "must be words"),
        ("organisation", "contact = 1", 1, "must be a table"),
        ("organisation", "[contact]\nphone = '1'", 2, "Write “phone” as a table"),
        ("organisation", "[contact.a]\nphone = '1'\nemail = 'b'", 1, "just one of phone, email"),
        ("organisation", "[contact.a]\nlabel = 'b'", 1, "just one of phone, email"),
        ("organisation", "[contact.a]\nphome = '1'", 2, "Did you mean “phone”?"),
        ("organisation", "[contact.a]\npost = [1]", 2, "must be a list"),
        ("organisation", "[offer]\nask = 'b'", 2, "There is no [contact.b]"),
        ("organisation", "offer = 'b'", 1, "must be a table"),
        ("glossary", "[SEN]\nfulll = 'x'", 2, "Did you mean “full”?"),
        ("glossary", "[SEN]\nvariants = 'x'", 2, "must be a list"),
        ("glossary", "SEN = 'x'", 1, "stands outside a table"),
        ("authorities", "[a]\ntitel = 'x'", 2, "Did you mean “title”?"),
        ("authorities", "[a]\nedition = 2014", 2, "must be words"),
        ("authorities", "[a", 0, "not right TOML"),
        ("glossary", "[SEN]\n[SEN]", 0, "not right TOML"),
        ("glossary", "a = " + "[" * 5_000, 0, "not right TOML"),
    ],
)
def test_what_is_wrong_is_named(
    name: str, toml: str, line: int, words: str, tmp_path: Path
) -> None:
    found = library(tmp_path, "x\n", **{name: toml})
    with pytest.raises(SourceError) as caught:
        _ = found.shared
    assert words in caught.value.message
    place = caught.value.place
    assert place and (place.file, place.line) == (f"{tmp_path}/{name}.toml", line)


@pytest.mark.parametrize("data", [b"a = '\xff'", b"\x00"])
def test_bytes_that_are_no_text(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "glossary.toml").write_bytes(data)
    with pytest.raises(SourceError, match="glossary.toml: The file is not right TOML"):
        _ = Library(tmp_path).shared


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "glossary.toml").mkdir()
    with pytest.raises(SourceError, match=r"glossary.toml: This is no ordinary file"):
        _ = Library(tmp_path).shared


def test_leaflets_by_name_and_by_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = library(tmp_path, "x\n")
    own = tmp_path / "leaflets" / "a-leaflet"
    (tmp_path / "A Note (1).md").write_text("x\n")
    assert [e.slug for e in found.entries()] == ["a-leaflet"]
    for name in ("a-leaflet", str(own), str(own / "leaflet.md")):
        assert found.find(name).slug == "a-leaflet"
    assert found.find(str(tmp_path / "A Note (1).md")).slug == "a-note-1"
    monkeypatch.chdir(own)
    assert found.find(".").slug == found.find("leaflet.md").slug == "a-leaflet"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a-leaflat", "Did you mean “a-leaflet”?"),
        ("zzz", "Use one of: a-leaflet."),
        ("", "no file leaflet.md"),
        ("x" * 300, "There is no leaflet “xxx"),
        ("/", "no file leaflet.md"),
    ],
)
def test_leaflets_that_are_not_there(name: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=words):
        library(tmp_path, "x\n").find(name)


@pytest.mark.parametrize(
    ("file", "written", "said"),
    [("glossary.toml", '[Loose]\nsounds = "l∂z"\n', "“∂” in “sounds” of [Loose]"),
     ("glossary.toml", '[Loose]\nsay = "!?"\n', "No voice can say “!?”"),
     ("places.toml", 'Loose = "…"\n', "No voice can say “…”"),
     ("organisation.toml", 'name = "A"\n[voice]\n"the best" = "emma"\n', "is no language")],
)  # fmt: skip
def test_what_no_voice_can_say_is_an_error(
    tmp_path: Path, file: str, written: str, said: str
) -> None:
    (tmp_path / file).write_text(written, encoding="utf-8")
    with pytest.raises(SourceError) as error:
        shared.read(tmp_path)
    assert said in str(error.value)
    assert str(error.value).startswith(f"{tmp_path / file}:")


def test_places_and_voices_are_read(tmp_path: Path) -> None:
    (tmp_path / "places.toml").write_text('Tonbridge = "TUN-bridge"\n', encoding="utf-8")
    (tmp_path / "organisation.toml").write_text('[voice]\nenglish = "emma"\n', encoding="utf-8")
    read = shared.read(tmp_path)
    assert read.places == (("Tonbridge", "TUN-bridge"),)
    assert read.organisation.voices == (("english", "emma"),)
