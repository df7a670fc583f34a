"""What a voice is given for what stands in the text."""

import re

import pytest

from formats.model import Term
from formats.speech.saying import Sayer, saying

CASES = {
    "Ring 03000 41 3000.": "Ring 0 3 0 0 0, 4 1, 3 0 0 0. Again: 0 3 0 0 0, 4 1, 3 0 0 0.",
    "03000 412 412": "0 3 0 0 0, 4 1 2, 4 1 2. Again: 0 3 0 0 0, 4 1 2, 4 1 2",
    "07700900123": "0 7 7 0 0 9 0 0 1 2 3. Again: 0 7 7 0 0 9 0 0 1 2 3",
    "since 29.07.14": "since 29 July 14",
    "by 1 May 2026": "by 1 May 2026",
    "paragraph 6.17": "paragraph 6 point 1 7",
    "costs £12.50": "costs 12 pounds 50",
    "costs £1": "costs 1 pound",
    "£1,200 a year": "1,200 pounds a year",
    "50% of pupils": "50 percent of pupils",
    "at 9.30am": "at 9 30 a m",
    "at 4 pm": "at 4 p m",
    "ages 5-11": "ages 5 to 11",
    "write to iask@kent.gov.uk": "write to iask at kent dot gov dot uk",
    "see www.kent.gov.uk/send/help": "see w w w dot kent dot gov dot uk",
    "see https://www.kent.gov.uk/a.": "see w w w dot kent dot gov dot uk.",
    "Maidstone ME16 8AE": "Maidstone M E 1 6, 8 A E",
    "e.g. reading": "for example, reading",
    "i.e. reading": "that is, reading",
    "child/young person": "child or young person",
    "help and/or advice": "help and or advice",
    "SEN * note": "SEN note",
    "**bold**": "bold",
    "“Quoted” words": "Quoted words",
    "a ‘graduated approach’, which": "a graduated approach, which",
    "the school's child": "the school's child",
    "SEN (needs) support": "SEN, needs, support",
    "the Code – all of it": "the Code, all of it",
    "Q & A": "Q and A",
    "#1": "number 1",
    "Mrs. Hill": "Mrs. Hill",
}


@pytest.mark.parametrize("written", CASES)
def test_words_are_said_as_a_reader_would(written: str) -> None:
    assert saying(written) == CASES[written]


@pytest.mark.parametrize("written", CASES)
def test_the_figures_said_are_the_figures_written(written: str) -> None:
    said = re.sub(r"\D", "", saying(written).partition("Again")[0])
    expected = re.sub(r"\D", "", written.replace("29.07.14", "29 14"))
    assert said == expected


SIGNS = '*_“”"<>|~^`#{}\\•[]'


def test_no_sign_is_left_for_a_voice_to_read_out() -> None:
    assert not set(saying(f"some {' '.join(SIGNS)} words")) & set(SIGNS)


def test_other_languages_are_given_as_they_stand() -> None:
    assert saying("Dzień dobry, 50% «tak»", "pl") == "Dzień dobry, 50% tak"


def test_the_glossary_says_its_words_in_the_plural_too() -> None:
    sayer = Sayer([Term("SENCO", say="senko", variants=("SENCo",)), Term("EHC", say="E H C")])
    assert (
        sayer.say("SENCOs and the SENCo of an EHC plan") == "senkos and the senko of an E H C plan"
    )
    assert sayer.say("SENCOM") == "SENCOM"
