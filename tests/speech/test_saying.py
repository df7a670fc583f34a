"""What a voice is given for what stands in the text."""

import re
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.model import Term
from formats.speech.script import respelling
from formats.speech.script.saying import Sayer, address, known_names, saying
from tests.speech.figures import said_figures
from tests.strategies import words

# As written, as said, and the figures of which a voice is given fewer or none ("July" for 07).
CASES = [
    # Telephone numbers: in their groups, digit by digit.
    ("Ring 03000 41 3000.", "Ring 0 3 0 0 0, 4 1, 3 0 0 0."),
    ("Ring 03000 41 3000 for:", "Ring 0 3 0 0 0, 4 1, 3 0 0 0, for the following:"),
    ("Ring 0800 123456 for help.", "Ring 0 8 0 0, 1 2 3 4 5 6, for help."),
    ("03000 412 412", "0 3 0 0 0, 4 1 2, 4 1 2"),
    ("03000-412-412", "0 3 0 0 0, 4 1 2, 4 1 2"),
    ("(01622) 696565", "0 1 6 2 2, 6 9 6 5 6 5"),
    ("07700900123", "0 7 7 0 0 9 0 0 1 2 3"),
    ("0800 1111", "0 8 0 0, 1 1 1 1"),
    ("+44 1622 696565", "plus 4 4, 1 6 2 2, 6 9 6 5 6 5"),
    ("Call 111 about 111 schools", "Call 1 1 1 about 111 schools"),
    # Dates and times.
    ("by 1 May 2026", "by 1 May 2026"),
    ("in 2025/26", "in 2025 to 26"),
    ("at 9.30am", "at 9 30 a m"),
    ("at 4 pm", "at 4 p m"),
    ("at 4 p.m. today", "at 4 p m today"),
    ("9.30am–5pm", "9 30 a m to 5 p m"),
    ("at 16:30", "at 16 30"),
    ("Mon–Fri", "Monday to Friday"),
    # Money, percentages, other figures.
    ("costs £12.50", "costs 12 pounds 50"),
    ("costs £1", "costs 1 pound"),
    ("£1,200 a year", "1,200 pounds a year"),
    ("£1.5 million", "1 point 5 million pounds"),
    ("£3m", "3 million pounds"),
    ("£5–£10", "5 pounds to 10 pounds"),
    ("costs 50p", "costs 50 pence"),
    ("50% of pupils", "50 percent of pupils"),
    ("ages 5-11", "ages 5 to 11"),
    ("ages 5 – 11", "ages 5 to 11"),
    ("24/7", "24 slash 7"),
    # Places in a work.
    ("paragraph 6.17", "paragraph 6 point 1 7"),
    ("paras 6.17–6.20", "paragraph 6 point 1 7 to 6 point 2 0"),
    ("section 6.1.2.", "section 6 point 1 point 2."),
    ("see p. 12", "see page 12"),
    ("§ 20", "section 20"),
    ("No. 5", "number 5"),
    # Addresses.
    ("write to iask@kent.gov.uk.", "write to iask at kent dot gov dot uk."),
    ("see www.kent.gov.uk/send/help", "see w w w dot kent dot gov dot uk"),
    ("(see https://www.kent.gov.uk/a).", "see w w w dot kent dot gov dot uk."),
    ("Maidstone ME16 8AE", "Maidstone M E 1 6, 8 A E"),
    # Abbreviations that every leaflet may have.
    ("reading, e.g. aloud", "reading, for example, aloud"),
    ("reading, i.e. aloud", "reading, that is, aloud"),
    ("pens, etc.", "pens, and so on"),
    ("Office Tel: none", "Office telephone: none"),
    ("child/young person", "child or young person"),
    ("help and/or advice", "help and or advice"),
    # Quotation marks and other signs.
    ("“Quoted” words", "Quoted words"),
    ("a ‘graduated approach’, which", "a graduated approach, which"),
    ("'single' and parents’ views", "single and parents views"),
    ("the school's child", "the school's child"),
    ("SEN (needs) support", "SEN, needs, support"),
    ("needs (of a child).", "needs, of a child."),
    ("the Code – all of it", "the Code, all of it"),
    ("this—that", "this, that"),
    ("wait… then", "wait. then"),
    ("Q & A", "Q and A"),
    ("a < b && c", "a is less than b and c"),
    ("#1 and #SEND", "number 1 and SEND"),
    ("SEN * note", "SEN note"),
    ("**bold** and __under__", "bold and under"),
    ("• a point ✓", "a point"),
    ("Mrs. Hill", "Mrs. Hill"),
]
FEWER = [
    ("since 29.07.14", "since 29 July 14"),
    ("since 29/07/2014", "since 29 July 2014"),
    ("since 2014-07-29", "since 29 July 2014"),
    ("at 10.00am", "at 10 a m"),
    ("at 09:00", "at 9 o'clock"),
    ("+44 (0)1622 696565", "plus 4 4, 1 6 2 2, 6 9 6 5 6 5"),
]


@pytest.mark.parametrize(("written", "said"), CASES + FEWER)
def test_words_are_said_as_a_reader_would(written: str, said: str) -> None:
    assert saying(written) == said


@pytest.mark.parametrize("written", [written for written, _ in CASES if "/help" not in written])
def test_the_figures_said_are_the_figures_written(written: str) -> None:
    assert said_figures(saying(written)) == re.sub(r"\D", "", written)


@given(words())
def test_the_figures_of_any_words_are_said(written: str) -> None:
    assert said_figures(saying(written)) == re.sub(r"\D", "", written)


SIGNS = '*_“”"<>|~^`#{}\\•[]()✓→©'


def test_no_sign_is_left_for_a_voice_to_read_out() -> None:
    assert not set(saying(f"some {' '.join(SIGNS)} words")) & set(SIGNS)
    assert not set(saying(f"rhai {' '.join(SIGNS)} geiriau", "cy")) & set(SIGNS)


@given(st.text("ab1 .,;:!?()[]*“”'–—&+=#/@£%", max_size=60))
def test_no_mark_is_said_twice_in_a_row(written: str) -> None:
    assert not re.search(r"[,;:] ?[,;:]| [,.;:!?]|  ", saying(written))


def test_an_address_in_full_names_every_sign() -> None:
    said = address("https://www.kent.gov.uk/send-help/a_b?c=1&d=%20#e:f+~g/")
    assert said == (
        "w w w dot kent dot gov dot uk, slash send dash help, slash a underscore b question mark "
        "c equals 1 and d equals percent sign 2 0 hash e colon f plus tilde g"
    )


def test_other_languages_are_given_as_they_stand() -> None:
    assert saying("Dzień dobry, 50% «tak»", "pl") == "Dzień dobry, 50% tak"
    said = "Ffoniwch 0 3 0 0 0, 4 1, 3 0 0 0 heddiw"
    assert saying("Ffoniwch 03000 41 3000 heddiw", "cy") == said


def test_a_number_to_be_written_down_is_said_twice() -> None:
    once = "0 3 0 0 0, 4 1, 3 0 0 0"
    assert saying("03000 41 3000", twice=True) == f"{once}. Again: {once}"
    assert saying("03000 41 3000", "cy", twice=True) == f"{once}. {once}"
    assert saying("+44 (0)1622 696565", twice=True).count("plus 4 4, 1 6 2 2, 6 9 6 5 6 5") == 2
    assert saying("ring 03000 41 3000, extension 5", twice=True).endswith(f"{once}, extension 5")
    assert saying("no number, 12", twice=True) == "no number, 12"


def test_the_glossary_says_its_words_in_the_plural_too() -> None:
    sayer = Sayer([Term("SENCO", say="senko", variants=("SENCo",)), Term("EHC", say="E H C")])
    said = "senkos and the senko of an E H C plan"
    assert sayer.say("SENCOs and the SENCo of an EHC plan") == said
    assert sayer.say("SENCOM") == "SENCOM"
    assert Sayer().say("SENCO") == "SENCO"


@pytest.mark.parametrize("sign", ["(", ".", "0 ", "a.", "0.", "www.", "@", "- ", "a@a-", "£1,"])
def test_the_rules_take_time_that_grows_with_the_words(sign: str) -> None:
    start = perf_counter()
    saying(sign * 20_000)  # of a rule that grows with their square, a minute or more
    assert perf_counter() - start < 10


# --- Names


def test_every_known_name_is_respelt_in_letters_that_stand_for_sounds() -> None:
    names = known_names()
    assert len(names) >= 200
    assert [name for name, written in names.items() if not respelling.sounds(written)] == []


@pytest.mark.parametrize(
    ("written", "sounds"),
    [("TUN-bridge", "tˈʌnbrɪdʒ"), ("NORR-ich", "nˈɒrɪtʃ"), ("MEP-uhm", "mˈɛpəm"),
     ("grayvz-END", "greɪvzˈɛnd"), ("WUUS-ter", "wˈʊstər"), ("SEE OHK", "sˈiː ˈəʊk"),
     ("senko", ""), ("S E N", ""), ("eye-ask", ""), ("KCC", ""), ("MAYD-stone", ""), ("", ""),
     ("TUN-br!dge", "")],
)  # fmt: skip
def test_a_respelling_has_sounds(written: str, sounds: str) -> None:
    assert respelling.sounds(written) == sounds.replace("g", "ɡ")


def test_names_are_said_as_they_are_respelt() -> None:
    sayer = Sayer()
    words = "Tonbridge Road, Maidstone"
    assert sayer.say(words) == "tun-brij Road, mayd-stuhn"
    assert ("tun-brij", "tˈʌnbrɪdʒ") in sayer.sounds(words)
    assert sayer.say("Tonbridge", "pl") == "Tonbridge"


def test_the_places_of_the_house_come_first_and_the_glossary_before_them() -> None:
    sayer = Sayer((Term("Loose", sounds="lˈuːz"),), {"Maidstone": "MAID-stone", "Loose": "LOOS"})
    assert sayer.say("Maidstone and Loose") == "MAID-stone and Loose"
    assert sayer.sounds("Maidstone and Loose") == (("Loose", "lˈuːz"),)


def test_an_initialism_in_an_address_is_spelt() -> None:
    assert address("iask@kent.gov.uk", ["iask"]) == "I, A, S, K, at kent dot gov dot uk"
    assert address("www.iask.org.uk", ["iask"]) == "w w w dot I, A, S, K, dot org dot uk"


@pytest.mark.parametrize(
    ("written", "said"),
    [("£0.00", "no pounds"), ("£0", "no pounds"), ("£0.50", "50 pence"), ("£12.00", "12 pounds")],
)  # fmt: skip
def test_nothing_to_pay_is_said_so(written: str, said: str) -> None:
    assert saying(written) == said
