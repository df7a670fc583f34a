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
from formats.model import Leaflet, Strong
from formats.model.findings import Finding, Severity
from formats.model.walk import pictures as pictures_of
from formats.model.walk import plain_text, texts, walk
from formats.pictures import people, plate, stage
from formats.reading.leaflet import Reading
from formats.reading.library import Library
from formats.views.easy_read import without_easy_read

HERE = Path(__file__).parent
SOURCE = HERE.parents[1] / "source"
SLUG = "sen-support-in-mainstream-schools"
NOTES = (SOURCE / "leaflets" / SLUG / "editorial-notes.md").read_text(encoding="utf-8")
TODAY = date(2026, 11, 23)
ROW = re.compile(r"^\| *(?:`([^`]*)`)? *\| *(?:`([^`]*)`)? *\|", re.MULTILINE)
EMOJI_PEOPLE = re.compile(r"1F(?:9D[12]|46[6-9]|476|481|64[BD])")


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
        "The duty is on schools to make SEN provision": 10,
        "What is SEN support?": 1,
        "Plan": 1,
    }


def _musts(scope: Scope) -> int:
    return sum("must" in row.passage.text.split() for row in scope.rows)


def test_all_skin_tones_are_met_and_nobody_is_an_emoji() -> None:
    shown = [p for p in pictures_of(views.text(leaflet(), "easy-read").blocks) if p.openmoji]
    scenes = [p for p in shown if stage.is_scene(p.openmoji)]
    drawn = b"".join(p.media.data for p in scenes)
    assert [tone for tone, colour in people.SKINS.items() if colour.encode() not in drawn] == []
    codes = [code for p in shown if p not in scenes for code in re.split("[-+/ ]+", p.openmoji)]
    assert [code for code in codes if EMOJI_PEOPLE.fullmatch(code)] == []


def test_every_picture_lies_on_a_plate() -> None:
    shown = pictures_of(views.text(leaflet(), "easy-read").blocks)
    assert [p.name for p in shown if not plate.is_laid(p.media.data)] == []


def test_every_must_of_the_easy_read_text_is_bold() -> None:
    for idea in (row.idea for row in EasyText(leaflet()).rows):
        bold = [node for node in walk(idea.children) if isinstance(node, Strong)]
        musts = [node for node in bold if plain_text(node.children) == "must"]
        assert plain_text(idea.children).split().count("must") == len(musts)


def test_contact_details_have_pictures() -> None:
    entries = leaflet().organisation.contacts
    assert [entry.key for entry in entries if entry.picture is None] == []
