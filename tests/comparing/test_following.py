"""Whether easy read and translations have followed, and what else leaflets seldom do."""

from pathlib import Path

import pytest

from formats.comparing import Comparison, Grade, compare
from formats.comparing.lines import lines
from formats.comparing.page import page
from formats.reading.library import Library
from tests.building.sources import leaflet

SECTION = """# Help

## Ask

Ring 03000 41 3000. Every school must answer.

::: easy-read
Ring 03000 41 3000.

Schools must answer.
:::

::: lang pl
Zadzwoń 03000 41 3000.
:::

## Other

Write to us, or ring 03000 41 3000.
"""


def of(folder: Path, before: str, after: str) -> Comparison:
    """Return what is different between two sources."""
    library = Library(folder / "source")
    found = []
    for text in (before, after):
        leaflet(folder, text)
        found.append(library.read(library.find("a-leaflet"), {"audio"}).leaflet)
    return compare(found[0], found[1])


def lags(found: Comparison) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(lag.section[-1], str(lag.part), lag.still) for lag in found.lags]


def test_a_number_that_changed_in_one_place_alone(tmp_path: Path) -> None:
    found = of(tmp_path, SECTION, SECTION.replace("3000. Every", "3001. Every"))
    number = ("03000 41 3000",)
    assert lags(found) == [
        ("Ask", "standard:pl", number), ("Ask", "easy-read", number), ("Other", "standard", number),
    ]  # fmt: skip
    said = "\n".join(lines(found))
    assert (
        "Easy read has not followed in “Ask”, line 8: standard text changed in facts. It still says “03000 41 3000”."
        in said
    )


def test_what_has_followed_is_not_complained_of(tmp_path: Path) -> None:
    found = of(tmp_path, SECTION, SECTION.replace("3000", "3001"))
    assert found.grade is Grade.FACTS
    assert found.lags == ()


def test_a_must_that_changed_in_the_standard_text_alone(tmp_path: Path) -> None:
    found = of(tmp_path, SECTION, SECTION.replace("Every school must", "Every school should"))
    assert lags(found) == [("Ask", "standard:pl", ()), ("Ask", "easy-read", ())]
    assert {lag.grade for lag in found.lags} == {Grade.MEANING}


def test_a_fact_that_changed_in_easy_read_alone(tmp_path: Path) -> None:
    new = SECTION.replace(":::", "::::", 0).replace(
        "Ring 03000 41 3000.\n\nSchools", "Ring 03000 41 3009.\n\nSchools"
    )
    found = of(tmp_path, SECTION, new)
    assert ("Ask", "standard", ("03000 41 3000",)) in lags(found)


@pytest.mark.parametrize("new", ["Ring 03000 41 3000! Every", "Just ring 03000 41 3000. Every"])
def test_wording_need_not_be_followed(new: str, tmp_path: Path) -> None:
    found = of(tmp_path, SECTION, SECTION.replace("Ring 03000 41 3000. Every", new))
    assert found.grade is Grade.WORDING
    assert found.lags == ()


def test_a_new_section_without_easy_read(tmp_path: Path) -> None:
    found = of(tmp_path, SECTION, SECTION + "\n## New\n\nYou may appeal.\n")
    assert lags(found) == [("New", "easy-read", ())]


def test_words_of_a_language_that_is_not_known_are_for_people_to_look_at(tmp_path: Path) -> None:
    found = of(tmp_path, SECTION, SECTION.replace("Zadzwoń", "Nie dzwoń"))
    assert found.grade is Grade.MEANING
    assert "(pl)" in found.changes[0].reasons[0].says
    marks = of(
        tmp_path, SECTION, SECTION.replace("Zadzwoń 03000 41 3000.", "Zadzwoń 03000 41 3000!")
    )
    assert marks.grade is Grade.WORDING


def test_welsh_has_force_of_its_own(tmp_path: Path) -> None:
    text = "---\nlanguage: cy\n---\n# Cymorth\n\n## Un\n\nRhaid i ysgolion ddweud wrthych.\n"
    assert of(tmp_path, text, text.replace("Rhaid i", "Dylai")).grade is Grade.MEANING
    assert of(tmp_path, text, text.replace("wrthych", "wrthych hefyd")).grade is Grade.WORDING


TABLE = "# Help\n\n## Hours\n\n| Day | Open |\n| --- | --- |\n| Monday | 9am |\n| Friday | noon |\n"


def test_a_cell_and_a_row(tmp_path: Path) -> None:
    (change,) = of(tmp_path, TABLE, TABLE.replace("9am", "10am")).changes
    assert (change.what, change.before, change.after) == ("row", "Monday | 9am", "Monday | 10am")
    assert change.reasons[0].kind == "time"
    assert of(tmp_path, TABLE, TABLE.replace("| 9am", "| 9 am")).grade is Grade.WORDING
    (change,) = of(tmp_path, TABLE, TABLE + "| Sunday | 1pm |\n").changes
    assert (change.kind, change.what, change.grade) == ("added", "row", Grade.FACTS)


def test_exchanged_times_are_facts(tmp_path: Path) -> None:
    text = "# Help\n\n## Hours\n\nWe are open from 9am to 5pm.\n"
    found = of(tmp_path, text, text.replace("9am to 5pm", "5pm to 9am"))
    assert found.grade is Grade.FACTS


@pytest.mark.parametrize(
    ("before", "after", "grade"),
    [
        ("Ask us.[^1]\n\n[^1]: By 1 May.", "Ask us.[^1]\n\n[^1]: By 2 May.", Grade.FACTS),
        ("> You must.\n", "> You may.\n", Grade.MEANING),
        ("```\nmust\n```", "```\nmay\n```", Grade.MEANING),
        ("1. Ask\n2. Wait\n3. Appeal", "1. Ask\n2. Appeal\n3. Wait", Grade.MEANING),
        ("- Ask\n- Wait\n- Appeal", "- Ask\n- Appeal\n- Wait", Grade.LAYOUT),
        ("- Ask\n- Wait", "1. Ask\n2. Wait", Grade.LAYOUT),
        ("A long sentence that says a lot. And one more.", "And one more.", Grade.MEANING),
        ("### In\n\nAsk.", "## In\n\nAsk.", Grade.LAYOUT),
        ("We work until 5pm.", "We work till 17:00.", Grade.WORDING),
        ("You have to pay.", "You must pay.", Grade.WORDING),
    ],
)  # fmt: skip
def test_small_leaflets(before: str, after: str, grade: Grade, tmp_path: Path) -> None:
    start = "# Help\n\n## Ask\n\nWords.\n\n"
    found = of(tmp_path, start + before + "\n", start + after + "\n")
    assert found.grade is grade, [r for c in found.changes for r in c.reasons]
    assert page(found)
    assert list(lines(found))


def test_many_lines_that_are_all_alike_take_no_minutes(tmp_path: Path) -> None:
    old = "# Help\n\n## Ask\n\n" + "- a\n- b\n" * 400
    found = of(tmp_path, old, old.replace("- a\n- b\n" * 400, "- b\n- a\n- c\n" * 300))
    assert found.grade is Grade.MEANING
