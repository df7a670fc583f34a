"""Facts found in English and Welsh: their values, whatever they look like."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.facts import facts

PHONE = ("telephone", "+443000413000")
Cases = tuple[tuple[str, list[tuple[str, str]]], ...]
CASES: Cases = (
    ("Ring 03000 41 3000.", [PHONE]),
    ("Ring 03000413000 now", [PHONE]),
    ("Ring +44 (0)3000 41 3000 or (03000) 413000", [PHONE, PHONE]),
    ("Ring 03000 41 300", [("telephone", "+44300041300")]),
    ("Text 85258 or call 111.", [("telephone", "85258"), ("telephone", "111")]),
    ("Call the Samaritans on 116 123", [("number", "116"), ("number", "123")]),
    ("iask@kent.gov.uk", [("email", "iask@kent.gov.uk")]),
    ("See https://www.iask.org.uk/ or www.iask.org.uk.", [("web", "www.iask.org.uk")] * 2),
    ("Visit Kent.gov.uk/SEND today", [("web", "kent.gov.uk/SEND")]),
    ("at 9am, 9 am, 9.00 a.m., 09:00 or 9 o'clock", [("time", "09:00")] * 5),
    ("at 2pm, 14:00, noon", [("time", "14:00"), ("time", "14:00"), ("time", "12:00")]),
    ("on 1 May 2026, 1st of May 2026, May 1, 2026, 01/05/2026, 2026-05-01", [("date", "2026-05-01")] * 5),
    ("by 1 May", [("date", "--05-01")]),
    ("in May 2026", [("date", "2026-05")]),
    ("in May or September", [("date", "--05"), ("date", "--09")]),
    ("you may march", []),
    ("on Monday 4 May", [("date", "weekday-1"), ("date", "--05-04")]),
    ("in 2025/26 and 2025–2026", [("date", "2025/26")] * 2),
    ("45 minutes", [("duration", "45 minute")]),
    ("thirty minutes or 30 mins", [("duration", "30 minute")] * 2),
    ("a 16-year-old, 16 years", [("duration", "16 year")] * 2),
    ("one day, but one of them", [("duration", "1 day")]),
    ("within fifteen working days", [("duration", "15 working day")]),
    ("£12.50, £1,000, £3m, 50p, five pounds", [("sum", f"GBP {s}") for s in ("12.50", "1000.00", "3000000.00", "0.50", "5.00")]),
    ("50%, 50 per cent, fifty percent", [("percentage", "50")] * 3),
    ("paragraph 6.17, para 6.17", [("paragraph", "paragraph 6.17")] * 2),
    ("section 19 and Chapter 6", [("paragraph", "section 19"), ("paragraph", "chapter 6")]),
    ("6.1 and 6.10", [("number", "6.1"), ("number", "6.10")]),
    ("three times a year, twice a week", [("number", "3"), ("duration", "each year"), ("number", "2"), ("duration", "each week")]),
    ("once a month, monthly", [("number", "1"), ("duration", "each month"), ("duration", "each month")]),
    ("three times, 3 times, twice", [("number", "3"), ("number", "3"), ("number", "2")]),
    ("twenty-one, two hundred and five", [("number", "21"), ("number", "205")]),
    ("KS2 and Year 7", [("number", "ks2"), ("number", "7")]),
    ("1,500 people", [("number", "1500")]),
    ("Oakwood House, Tonbridge Road, Maidstone, ME16 8AE", [("post", "oakwood house tonbridge road maidstone me16 8ae")]),
    ("Write to us at 12 High Street.", [("post", "12 high street")]),
    ("Every child must be heard.", []),
    ("", []),
)  # fmt: skip
WELSH: Cases = (
    ("Ffoniwch 03000 41 3000", [PHONE]),
    ("cyn 1 Mai 2026 am 9yb", [("date", "2026-05-01"), ("time", "09:00")]),
    ("dydd Llun, tri munud, 50 y cant", [("date", "weekday-1"), ("duration", "3 minute"), ("percentage", "50")]),
    ("paragraff 6.17, pum diwrnod gwaith", [("paragraph", "paragraph 6.17"), ("duration", "5 working day")]),
)  # fmt: skip


def _found(text: str, language: str) -> list[tuple[str, str]]:
    return [fact.same_as for fact in facts(text, language)]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_english(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(text, "en-GB") == expected


@pytest.mark.parametrize(("text", "expected"), WELSH)
def test_welsh(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(text, "cy") == expected


def test_what_needs_no_words_is_found_in_any_language() -> None:
    assert _found("Zadzwoń 03000 41 3000 o 9:30, 5%", "pl") == [
        PHONE,
        ("time", "09:30"),
        ("percentage", "5"),
    ]


@given(st.text(st.sampled_from("0123456789 .,:/-+()£%@abMay\n’–"), max_size=80))
def test_facts_stand_where_they_say_and_never_overlap(text: str) -> None:
    found = facts(text, "en-GB")
    assert all(0 <= fact.start < fact.end <= len(text) for fact in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    "text",
    ["0" * 8_000, "a." * 8_000, "1 " * 8_000, "0300 " * 1_000, "a@" * 8_000, "www." * 4_000,
     "Oakwood, " * 1_000 + "ME16 8AE", "two hundred " * 1_000, "1/2/" * 4_000, "-" * 20_000],
)  # fmt: skip
def test_hostile_rows_take_no_minutes(text: str) -> None:
    start = time.process_time()
    facts(text, "en-GB")
    assert time.process_time() - start < 2
