"""How strongly something is said, and of whom."""

import pytest

from formats.facts import facts, force, is_known

Cases = tuple[tuple[str, list[tuple[str, str]]], ...]
CASES: Cases = (
    ("Every school must publish it.", [("all", ""), ("must", "school")]),
    ("Schools have to publish it.", [("must", "school")]),
    ("Schools mustn’t refuse.", [("must-not", "school")]),
    ("You do not have to pay.", [("need-not", "you")]),
    ("You can’t, you cannot and you can not.", [("cannot", "you")] * 3),
    ("In May you may ask.", [("may", "you")]),
    ("Sometimes you may be the first.", [("sometimes", ""), ("may", "you")]),
    ("Parents should also be heard.", [("should", "parent")]),
    ("Where possible, schools should seek views.", [("should", "school")]),
    ("Only ask us unless it is within your plan.", [("only", ""), ("unless", ""), ("within", "")]),
    ("It is not so. No one said no.", [("not", ""), ("no", ""), ("no", "")]),
    ("Schools must also not refuse.", [("must-not", "school")]),
    ("No. 5 is open.", []),
    ("The school is open.", []),
)  # fmt: skip
WELSH: Cases = (
    ("Rhaid i ysgolion ddweud.", [("must", "ysgolion")]),
    ("Ni ddylai ysgolion wrthod.", [("should-not", "ysgolion")]),
    ("Gallwch ofyn oni bai bod angen.", [("can", "chi"), ("unless", ""), ("need", "")]),
)  # fmt: skip


def _found(text: str, language: str) -> list[tuple[str, str]]:
    found = force(text, language, facts(text, language))
    return [(each.kind, each.actor if each.kind != "need" else "") for each in found]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_english(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(text, "en-GB") == expected


@pytest.mark.parametrize(("text", "expected"), WELSH)
def test_welsh(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(text, "cy-GB") == expected


def test_the_deed_of_a_duty_is_its_words_in_any_order() -> None:
    deeds = [
        next(f.deed for f in force(t, "en") if f.kind == "must")
        for t in ("Schools must tell the parents.", "The parents schools must tell.")
    ]
    assert deeds[0] == deeds[1] == {"school", "tell", "parent"}


def test_it_is_said_which_languages_are_known() -> None:
    assert [is_known(tag) for tag in ("en-GB", "en", "cy", "pl", "nonsense")] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert force("Szkoły muszą", "pl") == ()
