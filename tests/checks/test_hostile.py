"""Checks on words that nobody would write: no crash, no code of its own making, no long wait."""

import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats import model
from formats.checks import registry
from formats.model.findings import Finding
from tests import leaflets

TODAY = date(2026, 11, 23)
GLOSSARY = (
    model.Term("SEN", "special needs", "SEN means extra help."),
    model.Term("a(b", easy="It is odd."),
)


def leaflet(words: str, *, marked: bool = False) -> model.Leaflet:
    run = (model.Strong((model.Text(words),)),) if marked else (model.Text(words),)
    easy = model.EasyRead((model.Idea(None, run), model.Idea(leaflets.SCHOOL, run)))
    section = model.Section(
        2, (model.Text(words),), "s", (model.Paragraph((model.Text(words),)), easy)
    )
    return replace(leaflets.standard(), blocks=(section,), glossary=GLOSSARY, view="source")


def said(words: str, *, marked: bool = False) -> tuple[Finding, ...]:
    findings = registry.check_source(leaflet(words, marked=marked), TODAY)
    assert not [f for f in findings if f.code.startswith("check-")]
    return findings


@given(st.text(max_size=200), st.booleans())
def test_any_words(words: str, marked: bool) -> None:
    known = registry.codes()
    assert {f.code for f in said(words, marked=marked)} <= set(known)


@given(st.text("aA .,;:!?()%1-'’@/SENIVX", max_size=200))
def test_words_made_of_what_the_rules_look_for(words: str) -> None:
    said(words)


@pytest.mark.parametrize(
    "piece",
    ["a", "A", "1", ".", ". ", "(", "%", "1,", "a.", "A.", "-", "a-", "'", "I", " ", "\u00a0", "@",
     "a@", "www.", "http://", "SEN ", "a(b", "is ", "is ed", "two ", "er", "1 ", "é", "&#x"],
)  # fmt: skip
def test_a_very_long_run_takes_no_very_long_time(piece: str) -> None:
    words = piece * (60_000 // len(piece))
    start = time.process_time()
    said(words)
    assert time.process_time() - start < 5
