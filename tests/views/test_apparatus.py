"""An edition is the whole publication: nothing that readers need is left to a renderer."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from formats import model, views, wording
from formats.model.walk import (
    edition_passages,
    plain_text,
    texts,
    walk,
    words,
)
from tests import leaflets, strategies
from tests.words import missing

STANDARD = leaflets.edition(leaflets.standard())
EASY = leaflets.edition(leaflets.easy_read())
WELSH = leaflets.edition(leaflets.welsh())


def said(edition: model.Edition, kind: str) -> list[str]:
    part = edition.part(kind)  # type: ignore[arg-type]
    assert part is not None
    return [plain_text(part.heading), *texts(part.blocks)]


def whole(edition: model.Edition) -> str:
    return "\n".join("".join(words for words, _ in run) for run in edition_passages(edition))


def test_parts_come_in_reading_order() -> None:
    assert [part.kind for part in STANDARD.parts] == [
        "cover", "contents", "text", "notes", "addresses", "about",
    ]  # fmt: skip
    assert [part.kind for part in EASY.parts] == [
        "cover", "contents", "text", "word-list", "addresses", "about",
    ]  # fmt: skip


def test_the_cover_says_all_that_a_cover_should() -> None:
    own = replace(leaflets.ORGANISATION, about="For parents in Kent")
    leaflet = replace(leaflets.standard(), organisation=own)
    assert said(leaflets.edition(leaflet), "cover") == [
        "Every kind of node", "For tests", "Information Advice and Support Kent",
        "For parents in Kent", "Helping you to make informed choices", "Edition: October 2025",
    ]  # fmt: skip


def test_the_cover_of_easy_read_has_a_picture_and_says_what_it_is_and_that_it_is_a_draft() -> None:
    lines = said(EASY, "cover")
    assert lines[1] == "Easy read"
    assert lines[-1] == "Draft: not yet checked by people with learning disabilities"
    assert isinstance(next(EASY.blocks("cover")), model.Figure)
    assert (EASY.kind, EASY.status) == (
        model.Added("Easy read", "en-GB"), model.Added(lines[-1], "en-GB"),
    )  # fmt: skip
    assert (STANDARD.kind, STANDARD.status) == (None, None)


def test_a_logo_stands_on_the_cover_in_place_of_the_name() -> None:
    logo = replace(leaflets.SCHOOL, alt=leaflets.ORGANISATION.name)
    own = replace(leaflets.ORGANISATION, logo=logo)
    made = leaflets.edition(replace(leaflets.standard(), organisation=own))
    (figure,) = (node for node in made.blocks("cover") if isinstance(node, model.Figure))
    assert figure.picture == logo
    assert own.name not in said(made, "cover")


def test_easy_read_is_large_on_the_cover_under_a_title_in_easy_words() -> None:
    leaflet = replace(leaflets.easy_read(), easy_title="Extra help", view="source", blocks=(
        model.Section(2, (model.Text("One"),), "one", (model.EasyRead((model.Idea(None, ()),)),)),
    ))  # fmt: skip
    made = leaflets.edition(views.text(leaflet, "easy-read"))
    assert (made.title, said(made, "cover")[0]) == ("Extra help", "Extra help")
    large = [
        node
        for node in walk(made.blocks("cover"))
        if isinstance(node, model.Paragraph) and node.large
    ]
    assert [plain_text(each.children) for each in large] == ["Easy read"]


def test_an_offer_that_the_text_makes_is_not_made_twice() -> None:
    offer = model.Contact((leaflets.paragraph(leaflets.ORGANISATION.offer),), leaflets.ORGANISATION)
    made = leaflets.edition(replace(leaflets.standard(), blocks=(offer,), notes=()))
    assert said(made, "about")[:2] == ["About this edition", "Edition: October 2025"]
    assert leaflets.ORGANISATION.offer not in said(made, "about")


def test_the_sign_off_stands_on_the_cover_and_at_the_end() -> None:
    checked = views.edition(
        leaflets.easy_read(), "easy-read", model.Signoff("current", "a group", "2026-11-20")
    )
    words_of = "Checked by a group, on 20 November 2026"
    assert said(checked, "cover")[-1] == said(checked, "about")[1] == words_of


def test_contents_lead_to_sections_steps_and_parts() -> None:
    part = STANDARD.part("contents")
    assert part
    (contents,) = part.blocks
    assert isinstance(contents, model.Contents)
    approach = next(entry for entry in contents.entries if entry.target == "approach")
    assert [plain_text(step.words) for step in approach.entries] == [
        "Step 1 of 2: Assess", "Step 2 of 2: Plan",
    ]  # fmt: skip
    assert [entry.target for entry in contents.entries[-3:]] == [
        "part.notes", "part.addresses", "part.about",
    ]  # fmt: skip
    ids = {node.id for node in walk(STANDARD.blocks()) if isinstance(node, model.Section)}
    steps = [
        s.id
        for node in walk(STANDARD.blocks())
        if isinstance(node, model.Steps)
        for s in node.steps
    ]
    targets = [e.target for top in contents.entries for e in (top, *top.entries)]
    assert set(targets) <= {*ids, *steps, *(part.id for part in STANDARD.parts)}


def test_a_short_leaflet_needs_no_contents() -> None:
    short = replace(leaflets.standard(), blocks=leaflets.standard_blocks()[:2])
    assert leaflets.edition(short).part("contents") is None


def test_notes_have_a_label_and_a_way_back() -> None:
    (listed,) = STANDARD.blocks("notes")
    assert isinstance(listed, model.NoteList)
    assert listed.notes[0].label == model.Added("Note 1", "en-GB")
    assert listed.notes[0].back == model.Added("Back to note 1 in the text", "en-GB")
    (call,) = (n for n in walk(STANDARD.blocks("text")) if isinstance(n, model.NoteReference))
    assert call.label == model.Added("note 1", "en-GB")


def test_addresses_behind_words_are_listed_once_for_readers_of_paper() -> None:
    assert said(STANDARD, "addresses") == [
        "Web addresses", "the hub: www.kent.gov.uk/education-and-children",
        "SEND Code of Practice: www.gov.uk/send-code",
    ]  # fmt: skip


def _hub(name: str, address: str, heading: str) -> model.Section:
    link = model.Link(address, (model.Text(name),))
    return model.Section(2, (model.Text(heading),), heading, (model.Paragraph((link,)),))


def test_no_two_addresses_stand_under_the_same_words() -> None:
    hubs = (
        _hub("The hub", "https://hub.org/one", "Help"), _hub("The hub", "https://hub.org/two", "More"),
        _hub("Local offer", "https://hub.org/two/", "Links"), _hub("The hub", "https://hub.org/3", "Help"),
        _hub("The Hub", "https://hub.org/4", "Help"),
    )  # fmt: skip
    made = leaflets.edition(replace(leaflets.standard(), blocks=hubs))
    assert said(made, "addresses")[1:] == [
        "The hub – Help: hub.org/one", "Local offer: hub.org/two", "hub.org/3", "hub.org/4",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("locator", "expected"),
    [
        ("6.65", "SEND Code of Practice, paragraph 6.65"),
        ("A12", "SEND Code of Practice, paragraph A12"),
        ("section 36(1)", "SEND Code of Practice, section 36(1)"),
        ("s. 36(1)", "SEND Code of Practice, s. 36(1)"),
        ("", "SEND Code of Practice"),
    ],
)
def test_a_place_that_brings_its_own_word_is_no_paragraph(locator: str, expected: str) -> None:
    quotation = model.Quotation((), model.Citation(leaflets.CODE, locator))
    made = leaflets.edition(replace(leaflets.standard(), blocks=(quotation,)))
    (found,) = (n for n in walk(made.blocks()) if isinstance(n, model.Quotation))
    assert plain_text(found.source) == expected


def test_contact_details_and_sources_are_nothing_to_look_up() -> None:
    (contact,) = (n for n in walk(STANDARD.blocks()) if isinstance(n, model.ContactList))
    targets = [n.target for n in walk((contact,)) if isinstance(n, model.Link)]
    assert targets == ["tel:03000413000", "mailto:iask@kent.gov.uk", "https://www.iask.org.uk"]
    sources = [
        plain_text(n.source) for n in walk(STANDARD.blocks()) if isinstance(n, model.Quotation)
    ]
    assert sources == ["SEND Code of Practice, paragraph 6.65", "", "SEND Code of Practice"]


def test_the_colophon_says_how_to_ask_and_which_format_this_is() -> None:
    described = views.Described("Large print PDF", size=18)
    made = views.edition(leaflets.standard(), "standard", model.Signoff(), described)
    assert said(made, "about") == [
        "About this edition", "Edition: October 2025", "Format: Large print PDF, 18 point",
        "On request, this information can be provided in alternative formats.",
        "Helpline: 03000 41 3000", "Pictures: OpenMoji, openmoji.org, licence CC BY-SA 4.0.",
    ]  # fmt: skip


def test_hard_words_are_listed_with_their_meanings() -> None:
    (listed,) = EASY.blocks("word-list")
    assert isinstance(listed, model.WordList)
    assert said(EASY, "word-list") == [
        "Word list", "SEN support", "SEN support means extra help at school.",
    ]  # fmt: skip


def test_labels_say_what_a_recording_is() -> None:
    case, stick = leaflets.edition(leaflets.easy_read(), "easy-read-label").parts
    assert [plain_text(case.heading), *texts(case.blocks)] == [
        "Every kind of node", "Easy read spoken audio", "Information Advice and Support Kent",
        "Edition: October 2025", "Helpline: 03000 41 3000",
        "Draft: not yet checked by people with learning disabilities",
    ]  # fmt: skip
    assert list(texts(stick.blocks)) == [
        "Easy read spoken audio", "Edition: October 2025", "Helpline: 03000 41 3000",
    ]  # fmt: skip


def test_every_run_of_words_is_made_of_sentences_with_identifiers_of_their_own() -> None:
    for edition in (STANDARD, EASY, WELSH):
        sentences = [n for n in walk(edition.blocks()) if isinstance(n, model.Sentence)]
        assert len({s.id for s in sentences}) == len(sentences) > 20
        for node in walk(edition.blocks()):
            if isinstance(node, model.Paragraph):
                assert all(isinstance(child, model.Sentence) for child in node.children)


def test_lines_that_keep_their_breaks_are_sentences_too() -> None:
    (lines,) = (n for n in walk(STANDARD.blocks()) if isinstance(n, model.Preformatted))
    assert [plain_text(line) for line in lines.lines] == ["line one", "  line two"]


def test_in_a_welsh_edition_every_word_is_welsh_or_says_that_it_is_not() -> None:
    english = [
        words for run in edition_passages(WELSH) for words, tag in run if tag == "en-GB" and words
    ]
    assert "On request, this information can be provided in alternative formats." in english
    assert "Helpline" in english
    runs = [[tag for words, tag in run if words.strip(" :")] for run in edition_passages(WELSH)]
    added = [run for run in runs if set(run) not in ({"cy"}, {"en-GB"}, set())]
    assert added in ([], [["en-GB", "cy"]])  # "Helpline: 03000 …", a number in no language
    text = whole(WELSH)
    for word in ("Cynnwys", "Cam 1 o 2", "Nodyn 1", "Argraffiad: Hydref 2025", "Cyfeiriadau gwe"):
        assert word in text
    for word in ("Contents", "Step", "Note 1", "Edition:", "Web addresses", "About"):
        assert word not in text


def test_words_of_shared_files_keep_their_language() -> None:
    abbreviated = replace(
        leaflets.standard(), language="cy", view="source", notes=(),
        blocks=(model.Paragraph((model.Text("Mae’r SENCO yma."),)),),
        glossary=(replace(leaflets.SENCO, language="en-GB"),),
    )  # fmt: skip
    shown = leaflets.edition(views.text(abbreviated, "standard"))
    runs = [piece for run in edition_passages(shown) for piece in run]
    assert ("Special Educational Needs Co-ordinator", "en-GB") in runs
    assert ("SENCO", "cy") in runs


@pytest.mark.parametrize("target", ["#nowhere", "#words"])
def test_a_link_to_a_section_that_the_view_lacks_leaves_its_words(target: str) -> None:
    linked = model.Paragraph((model.Link(target, (model.Text("the part"),)),))
    leaflet = replace(leaflets.standard(), blocks=(*leaflets.standard_blocks(), linked))
    links = [
        n.target
        for n in walk(leaflets.edition(leaflet).blocks("text"))
        if isinstance(n, model.Link)
    ]
    assert (target in links) == (target == "#words")
    assert "the part" in whole(leaflets.edition(leaflet))


@given(leaflet=strategies.standard())
@settings(max_examples=30)
def test_no_word_of_a_text_is_lost_on_the_way_to_an_edition(leaflet: model.Leaflet) -> None:
    assert missing(words(leaflet), whole(leaflets.edition(leaflet))) == []


def test_a_language_that_has_no_words_here_is_given_english_ones() -> None:
    polish = leaflets.edition(replace(leaflets.standard(), language="pl"))
    part = polish.part("contents")
    assert part
    assert plain_text(part.heading) == wording.of("en")("contents").text
    assert ("Contents", "en-GB") in [piece for run in edition_passages(polish) for piece in run]
