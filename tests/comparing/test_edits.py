"""What is said of edits of the real leaflet: the grade, and where they are."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from formats.comparing import Comparison, compare
from formats.model import Leaflet
from formats.reading.library import Library
from tests.comparing.edits import EDITS, LEAFLET, Edit

SOURCE = Path(__file__).parents[2] / "source"
SLUG = "sen-support-in-mainstream-schools"
LIBRARY = Library(SOURCE)
TEXT = (SOURCE / "leaflets" / SLUG / LEAFLET).read_text("utf-8")


def read(path: Path, library: Library = LIBRARY) -> Leaflet:
    """Return the leaflet in a file, as if it stood in the place of the real one."""
    reading = library.read(replace(library.find(SLUG), path=path), {"audio"})
    assert [str(f) for f in reading.findings if f.severity.value == "error"] == []
    return reading.leaflet


@pytest.fixture(scope="module")
def original() -> Leaflet:
    return LIBRARY.read(LIBRARY.find(SLUG)).leaflet


def _edited(edit: Edit, folder: Path) -> Leaflet:
    if edit.file == LEAFLET:
        path = folder / LEAFLET
        path.write_text(edit.made(TEXT), "utf-8")
        return read(path)
    for path in SOURCE.glob("*.toml"):
        shutil.copy(path, folder)
    shutil.copytree(SOURCE / "leaflets", folder / "leaflets")
    path = folder / edit.file
    path.write_text(edit.made(path.read_text("utf-8")), "utf-8")
    library = Library(folder)
    return library.read(library.find(SLUG)).leaflet


def _places(found: Comparison) -> set[tuple[str, str]]:
    return {
        (change.section[-1] if change.section else "", str(change.part)) for change in found.changes
    }


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.name)
def test_grade_and_place(edit: Edit, original: Leaflet, tmp_path: Path) -> None:
    found = compare(original, _edited(edit, tmp_path))
    assert found.grade == edit.grade, [r for c in found.changes for r in c.reasons]
    assert {section for section, _ in _places(found)} <= {*edit.sections}
    assert {part for _, part in _places(found)} <= {*edit.parts}
    assert bool(found.changes) == bool(edit.sections)
    given = {reason.kind for change in found.changes for reason in change.reasons}
    assert {*edit.kinds} <= given


def test_there_are_enough_of_each_grade() -> None:
    grades = [edit.grade for edit in EDITS]
    assert len(EDITS) >= 70
    assert all(grades.count(grade) >= 5 for grade in {*grades} - {None})
