from pathlib import Path

import pytest

from formats.errors import SourceError, UsageError
from formats.model import VIEWS
from formats.reading import catalogue
from formats.reading.catalogue import Format


def read(folder: Path, toml: str) -> catalogue.Catalogue:
    (folder / "formats.toml").write_text(toml, encoding="utf-8")
    return catalogue.read(folder)


def test_built_in(tmp_path: Path) -> None:
    found = catalogue.read(tmp_path)
    assert list(found)[:4] == ["large-print", "easy-read", "epub", "audio"]
    assert {f.view for f in found.values()} == set(VIEWS)
    assert all(f.label and f.follows for f in found.values())
    assert found["large-print"].options["font-size"] == 18


def test_a_service_adds_a_format_without_python(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        '[yellow]\nrenderer = "pdf"\nview = "standard"\nlabel = "Yellow"\n'
        'options = {font-size = 28, colours = "black-on-yellow"}\n',
    )
    assert len(found) == len(catalogue.read(tmp_path / "no")) + 1
    place = found["yellow"].place
    assert found["yellow"] == Format(
        "yellow", "pdf", "standard", "Yellow", "",
        {"font-size": 28, "colours": "black-on-yellow"}, place,
    )  # fmt: skip
    assert str(place) == f"{tmp_path}/formats.toml:1"


def test_a_built_in_format_is_changed_option_by_option(tmp_path: Path) -> None:
    before = catalogue.read(tmp_path)["large-print"]
    after = read(tmp_path, '[large-print]\nlabel = "Ours"\noptions = {paper = "A3"}\n')
    changed = after["large-print"]
    assert list(after) == list(catalogue.read(tmp_path / "no"))
    assert (changed.label, changed.renderer, changed.follows) == (
        "Ours", before.renderer, before.follows,
    )  # fmt: skip
    assert changed.options == {**before.options, "paper": "A3"}


@pytest.mark.parametrize(
    ("toml", "line", "words"),
    [
        ("[Large]\nrenderer = 'pdf'", 1, "cannot name a format"),
        ("['../up']\nrenderer = 'pdf'", 0, "cannot name a format"),
        ("[a--b]\nrenderer = 'pdf'", 1, "cannot name a format"),
        ("[new]\nview = 'standard'", 1, "must say its “renderer”"),
        ("[new]\nrenderer = 'pdf'", 1, "must say its “view”"),
        ("[new]\nrenderer = 'pdf'\nview = 'easy'", 3, "There is no view “easy”"),
        ("[new]\nrendrer = 'pdf'", 2, "Did you mean “renderer”?"),
        ("[new]\nrenderer = 1", 2, "must be words"),
        ("[new]\nrenderer = 'pdf'\nview = 'standard'\noptions = 1", 4, "must be a table"),
        ("new = 1", 1, "stands outside a table"),
        ("[new", 0, "not right TOML"),
    ],
)
def test_what_is_wrong_is_named(toml: str, line: int, words: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        read(tmp_path, toml)
    assert words in caught.value.message
    place = caught.value.place
    assert place and (place.file, place.line) == (f"{tmp_path}/formats.toml", line)


def test_an_unknown_name_suggests_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Did you mean “large-print”"):
        catalogue.read(tmp_path).find("largeprint")
