"""The real leaflet: nothing of the publisher's is lost, and nothing is wrong with it."""

import re
from collections import Counter
from datetime import date
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

from formats import views, wording
from formats.checks import registry
from formats.checks.easy_read import length
from formats.checks.easy_read.text import EasyText, Scope
from formats.model import Leaflet
from formats.model.findings import Finding, Severity
from formats.model.walk import pictures as pictures_of
from formats.model.walk import texts
from formats.pictures import openmoji
from formats.reading.leaflet import Reading
from formats.reading.library import Library
from formats.views.easy_read import without_easy_read

HERE = Path(__file__).parent
SOURCE = HERE.parents[1] / "source"
SLUG = "sen-support-in-mainstream-schools"
NOTES = (SOURCE / "leaflets" / SLUG / "editorial-notes.md").read_text(encoding="utf-8")
TODAY = date(2026, 11, 23)
ROW = re.compile(r"^\| *(?:`([^`]*)`)? *\| *(?:`([^`]*)`)? *\|", re.MULTILINE)
PEOPLE = re.compile(r"1F(?:9D[12]|46[6-9]|476|481|64[BD]|442|44D)|270D|1FAF[0-8]")


@cache
def reading() -> Reading:
    library = Library(SOURCE)
    return library.read(library.find(SLUG))


def leaflet() -> Leaflet:
    return reading().leaflet


@cache
def findings() -> tuple[Finding, ...]:
    return (*reading().findings, *registry.check_source(leaflet(), TODAY))


def section(heading: str) -> str:
    return NOTES.split(f"\n## {heading}")[1].split("\n## ")[0]


def tokens(text: str) -> list[str]:
    """Return the words of a text without the marks of Markdown; an address is one word."""
    plain = text.replace("’", "'").replace("‘", "'").replace("*", " ")
    return re.findall(r"[\w@][\w@./'-]*\w|\w", plain)


def standard_words() -> list[str]:
    found = leaflet()
    house = found.organisation
    head = (house.name, house.about, house.strapline, found.title)
    body = texts(without_easy_read(found.blocks))
    return tokens(" ".join((*head, *body, wording.of("en").date(found.edition).text)))


def differences(before: list[str], after: list[str]) -> Counter[tuple[str, str]]:
    """Return what words stand in place of what others."""
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    changed = ((a, b, c, d) for kind, a, b, c, d in codes if kind != "equal")
    return Counter((" ".join(before[a:b]), " ".join(after[c:d])) for a, b, c, d in changed)


def listed() -> Counter[tuple[str, str]]:
    rows = ROW.findall(section("Words that differ"))
    pairs = ((" ".join(tokens(old)), " ".join(tokens(new))) for old, new in rows)
    return Counter(pair for pair in pairs if any(pair))


def test_every_word_of_the_publisher_stands_there_but_for_the_changes_listed() -> None:
    publisher = tokens((HERE / "publisher.txt").read_text(encoding="utf-8"))
    assert len(publisher) > 1000
    assert differences(publisher, standard_words()) == listed()


def test_a_lost_word_would_be_seen() -> None:
    publisher = tokens((HERE / "publisher.txt").read_text(encoding="utf-8"))
    words = standard_words()
    words.remove("seriously")
    assert differences(publisher, words) - listed() == Counter({("seriously", ""): 1})


def test_no_finding_is_an_error() -> None:
    assert [str(f) for f in findings() if f.severity is Severity.ERROR] == []


def test_every_finding_that_stands_is_justified_and_no_other() -> None:
    justified = set(re.findall(r"^\| `([a-z-]+)` \|", section("Findings that stand"), re.MULTILINE))
    assert {finding.code for finding in findings()} == justified


def test_every_section_and_step_has_easy_read_text() -> None:
    scopes = [scope for scope in EasyText(leaflet()).root.walk() if not scope.is_whole]
    assert len(scopes) == 12
    assert [scope.heading for scope in scopes if not scope.rows] == []


def test_it_can_be_read_in_one_go() -> None:
    assert length.pages(EasyText(leaflet())) <= length.MOST_PAGES


def test_a_duty_has_its_must_beside_the_same_people() -> None:
    by_heading = {scope.heading: _musts(scope) for scope in EasyText(leaflet()).root.walk()}
    assert {heading: count for heading, count in by_heading.items() if count} == {
        "The duty is on schools to make SEN provision": 9,
        "What is SEN support?": 1,
        "Plan": 1,
    }


def _musts(scope: Scope) -> int:
    return sum("must" in row.passage.text.split() for row in scope.rows)


def test_nobody_is_yellow_and_all_skin_tones_are_met() -> None:
    codes = {p.openmoji for p in pictures_of(views.text(leaflet(), "easy-read").blocks)} - {""}
    single = {one for code in codes for row in re.split("[+/]", code) for one in [row.strip()]}
    people = {one for one in single if PEOPLE.match(one)}
    assert [one for one in people if "1F3F" not in one] == []
    # Hands of two tones that meet show them on purpose, and have no one tone to change to.
    of_one_tone = [one for one in people if len(set(re.findall("1F3F[B-F]", one))) == 1]
    assert [one for one in of_one_tone if not openmoji.toned(one, "dark")] == []
    assert {tone for one in people for tone in re.findall("1F3F[B-F]", one)} >= {
        "1F3FB", "1F3FC", "1F3FD", "1F3FE", "1F3FF",
    }  # fmt: skip


def test_contact_details_have_pictures() -> None:
    entries = leaflet().organisation.contacts
    assert [entry.key for entry in entries if entry.picture is None] == []
