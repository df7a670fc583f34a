"""A document of somebody else's never carries the name, helpline or terms of the house."""

from pathlib import Path

import pytest

from formats.errors import SourceError
from formats.reading.leaflet import Reading
from formats.reading.library import Library

HOUSE = 'name = "The house"\n[contact.phone]\nlabel = "Helpline"\nphone = "01234"\n'
TERMS = '[SEN]\nfull = "Special Educational Needs"\n'
WORDS = "# Words\n\nSEN here.\n"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    _folder(tmp_path / "source", HOUSE)
    return Library(tmp_path / "source")


def _folder(source: Path, organisation: str, text: str = WORDS) -> Path:
    own = source / "leaflets" / "ours"
    own.mkdir(parents=True)
    (source / "organisation.toml").write_text(organisation)
    (source / "glossary.toml").write_text(TERMS)
    (own / "leaflet.md").write_text(text)
    return own


def _read(library: Library, name: str) -> Reading:
    return library.read(library.find(name))


def test_a_file_from_outside_has_no_publisher(library: Library, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(WORDS)
    leaflet = _read(library, str(tmp_path / "a.md")).leaflet
    assert (leaflet.organisation.name, leaflet.organisation.contacts) == ("", ())
    assert leaflet.glossary == ()


def test_a_link_from_inside_is_followed_no_further(library: Library, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(WORDS)
    (tmp_path / "source" / "a.md").symlink_to(tmp_path / "a.md")
    with pytest.raises(SourceError):
        _read(library, str(tmp_path / "source" / "a.md"))


@pytest.mark.parametrize(
    "name", ["ours", "source/leaflets/ours", "source/leaflets/ours/leaflet.md"]
)
def test_a_leaflet_of_the_house_has_its_publisher(
    name: str, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    leaflet = _read(library, name).leaflet
    assert leaflet.organisation.name == "The house"
    assert len(leaflet.organisation.contacts) == len(leaflet.glossary) == 1


def test_front_matter_names_the_publisher(library: Library, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\npublisher: Somebody\n---\n{WORDS}")
    own = tmp_path / "source" / "leaflets" / "ours" / "leaflet.md"
    own.write_text(f"---\npublisher: Somebody\n---\n{WORDS}")
    for name in (str(tmp_path / "a.md"), "ours"):
        leaflet = _read(library, name).leaflet
        assert (leaflet.organisation.name, leaflet.organisation.contacts) == ("Somebody", ())


def test_a_leaflet_of_another_service_is_by_that_service(library: Library, tmp_path: Path) -> None:
    other = _folder(tmp_path / "other", 'name = "Others"\n')
    assert _read(library, str(other)).leaflet.organisation.name == "Others"


def test_nobody_publishes_a_contact_block_without_contacts(
    library: Library, tmp_path: Path
) -> None:
    (tmp_path / "a.md").write_text(f"{WORDS}\n::: contact\n:::\n")
    codes = [finding.code for finding in _read(library, str(tmp_path / "a.md")).findings]
    assert codes == ["source-contact-none"]
