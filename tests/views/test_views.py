from dataclasses import replace

import pytest

from formats import model, views
from formats.model.walk import Blocks
from tests import leaflets
from tests.leaflets import paragraph


def leaflet(*blocks: object, **changes: object) -> model.Leaflet:
    """Return a leaflet as read that holds `blocks`."""
    base = replace(leaflets.standard(), notes=(), glossary=(), view="source")
    return replace(base, blocks=blocks, **changes)  # type: ignore[arg-type]


def easy(words: str = "Ask us.", *, hard: str = "") -> model.EasyRead:
    return model.EasyRead(
        (
            model.Idea(
                None, (model.Text(words), *([model.Strong((model.Text(hard),))] if hard else []))
            ),
        )
    )


def section(*blocks: object, level: int = 2) -> model.Section:
    return model.Section(level, (model.Text("Heading"),), f"s{level}", blocks)  # type: ignore[arg-type]


def step(*blocks: object) -> model.Step:
    return model.Step(1, 1, 3, (model.Text("Step"),), "step", blocks)  # type: ignore[arg-type]


BARE = replace(leaflets.ORGANISATION, contacts=leaflets.ORGANISATION.contacts[:1])
IDEA = model.Idea(None, (model.Text("Ask us."),))
WORDS = paragraph("Standard words.")


def viewed(blocks: Blocks, name: model.ViewName, *audience: str) -> Blocks:
    return views.text(leaflet(*blocks), name, audience).blocks


@pytest.mark.parametrize(
    ("source", "standard", "easy_read"),
    [
        ((section(WORDS, easy()),), (section(WORDS),), (section(IDEA),)),
        ((section(WORDS, easy()), section(WORDS)), (section(WORDS), section(WORDS)), (section(IDEA),)),
        (
            (section(WORDS, section(easy(), level=3)),),
            (section(WORDS, section(level=3)),),
            (section(section(IDEA, level=3)),),
        ),
        (
            (model.LanguageBlock("pl", (WORDS, easy())), easy()),
            (model.LanguageBlock("pl", (WORDS,)),),
            (model.LanguageBlock("pl", (IDEA,)), IDEA),
        ),
        (
            (model.Steps((WORDS, easy()), (step(WORDS, easy()),)),),
            (model.Steps((WORDS,), (step(WORDS),)),),
            (model.Steps((IDEA,), (step(IDEA),)),),
        ),
        (
            (model.Steps((WORDS,), (step(WORDS), step(easy()))),),
            (model.Steps((WORDS,), (step(WORDS), step())),),
            (model.Steps((), (step(), step(IDEA))),),
        ),
        (
            (easy(), model.Contact((WORDS, easy()), BARE)),
            (model.Contact((WORDS,), BARE),),
            (IDEA, model.Contact((IDEA,), BARE)),
        ),
        (
            (model.Quotation((WORDS, easy())), model.BulletList((model.ListItem((easy(),)),)), model.Preformatted("x")),
            (model.Quotation((WORDS,)), model.BulletList((model.ListItem(()),)), model.Preformatted("x")),
            (IDEA, IDEA),
        ),
    ],
    ids=range(8),
)  # fmt: skip
def test_each_text_in_its_view(source: Blocks, standard: Blocks, easy_read: Blocks) -> None:
    assert viewed(source, "standard") == standard
    assert viewed(source, "easy-read") == easy_read


def test_pictures_beside_contact_details_are_for_easy_read() -> None:
    source = leaflet(easy(), model.Contact((), leaflets.ORGANISATION))
    assert [p.name for p in model.walk.pictures(views.text(source, "standard").blocks)] == []
    assert [p.name for p in model.walk.pictures(views.text(source, "easy-read").blocks)] == [
        "school"
    ]


def test_views_say_which_they_are() -> None:
    source = leaflet(WORDS, easy())
    assert views.text(source, "standard").view == "standard"
    assert views.text(source, "easy-read").view == "easy-read"
    assert source.view == "source"


@pytest.mark.parametrize(
    ("audience", "expected"),
    [((), "not-audio"), (("audio",), "audio"), (("spoken", "audio"), "audio"), (("epub",), "not-audio epub")],
)  # fmt: skip
def test_words_for_some_formats(audience: tuple[str, ...], expected: str) -> None:
    blocks = (
        model.Only(("audio",), False, (paragraph("audio"),)),
        model.Only(("audio", "braille"), True, (paragraph("not-audio"), model.Only(("epub",), False, (paragraph("epub"),)))),
    )  # fmt: skip
    shown = views.text(leaflet(model.BulletList((model.ListItem(blocks),))), "standard", audience)
    assert " ".join(model.walk.words(shown)) == expected


def test_no_node_of_a_source_is_left() -> None:
    only = model.Only(
        ("epub",), False, (WORDS, easy(), model.Quotation((model.Only(("x",), True, (WORDS,)),)))
    )
    notes = (model.Note(1, (only, easy())),)
    call = model.Paragraph((model.NoteReference(1),))
    source = leaflet(
        section(only, call, model.EasyRead((model.Idea(None, (model.NoteReference(1),)),))),
        notes=notes,
    )
    for name in ("standard", "easy-read"):
        shown = views.text(source, name, {"epub"})
        everything = (*shown.blocks, *(b for note in shown.notes for b in note.blocks))
        assert shown.notes
        assert not [
            n for n in model.walk.walk(everything) if isinstance(n, model.EasyRead | model.Only)
        ]


@pytest.mark.parametrize(
    ("blocks", "name", "reason"),
    [
        ((WORDS,), "easy-read", "it has no easy-read text"),
        ((WORDS, model.EasyRead(())), "easy-read", "it has no easy-read text"),
        ((model.Only(("audio",), False, (easy(),)),), "easy-read", "it has no easy-read text"),
        ((model.Only(("audio",), False, (WORDS,)),), "standard", "it has no text for this format"),
    ],
)
def test_a_view_that_cannot_be_had(blocks: Blocks, name: model.ViewName, reason: str) -> None:
    source = leaflet(*blocks)
    assert views.why_not(source, name, {"pdf"}) == reason
    with pytest.raises(views.ViewError, match=reason):
        views.text(source, name, {"pdf"})
    assert views.why_not(leaflet(*blocks, easy(), WORDS), name, {"pdf"}) == ""


def test_notes_that_nothing_calls_go_and_the_others_are_counted_afresh() -> None:
    one, two, three = (
        model.Note(1, (paragraph("one"),)),
        model.Note(2, (model.Paragraph((model.Text("two"), model.NoteReference(3))),)),
        model.Note(
            3, (model.Paragraph((model.Text("three"), model.Strong((model.NoteReference(2),)))),)
        ),
    )
    call = model.Paragraph((model.Strong((model.NoteReference(2),)), model.NoteReference(2)))
    shown = views.text(leaflet(call, notes=(one, two, three)), "standard")
    assert shown.blocks == (
        model.Paragraph((model.Strong((model.NoteReference(1),)), model.NoteReference(1))),
    )
    assert shown.notes == (
        model.Note(1, (model.Paragraph((model.Text("two"), model.NoteReference(2))),)),
        model.Note(
            2, (model.Paragraph((model.Text("three"), model.Strong((model.NoteReference(1),)))),)
        ),
    )


def test_notes_of_the_standard_text_are_not_in_the_easy_one() -> None:
    call = model.Paragraph((model.Text("Standard"), model.NoteReference(1)))
    source = leaflet(call, easy(), notes=(model.Note(1, (WORDS,)),))
    assert views.text(source, "easy-read").notes == ()


HELP = model.Term("SEN support", easy="SEN support means extra help.")
RIGHTS = model.Term("appeal", "", "An appeal asks again.")


def test_hard_words_are_explained_once_and_listed_in_order() -> None:
    source = leaflet(
        section(easy("a ", hard="sen SUPPORT"), easy("b ", hard="appeal"), easy("c ", hard="appeal")),
        easy("d ", hard="unknown"), glossary=(HELP, RIGHTS),
    )  # fmt: skip
    shown = views.text(source, "easy-read")
    ideas = [n for n in model.walk.walk(shown.blocks) if isinstance(n, model.Idea)]
    explained = [[model.walk.plain_text(d.meaning) for d in idea.explained] for idea in ideas]
    assert explained == [["SEN support means extra help."], ["An appeal asks again."], [], []]
    part = leaflets.edition(shown).part("word-list")
    assert part
    assert list(model.walk.texts(part.blocks)) == [
        "An appeal asks again.", "SEN support means extra help.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("easy_words", "term", "strong"),
    [
        ("SEN support means extra help.", "", "SEN support"),
        ("“Sen Support” is help.", "", "Sen Support"),
        ("This is a very long way to SEN support.", "SEN support", ""),
        ("Some extra help.", "SEN support", ""),
    ],
)
def test_an_explanation_says_its_word_once(easy_words: str, term: str, strong: str) -> None:
    glossary = (model.Term("SEN support", easy=easy_words),)
    shown = views.text(leaflet(easy("a ", hard="SEN support"), glossary=glossary), "easy-read")
    (idea,) = (n for n in model.walk.walk(shown.blocks) if isinstance(n, model.Idea))
    (definition,) = idea.explained
    assert model.walk.plain_text(definition.meaning) == easy_words
    assert model.walk.plain_text(definition.term) == term
    marked = [n for n in model.walk.walk(definition.meaning) if isinstance(n, model.Strong)]
    assert [model.walk.plain_text(n.children) for n in marked] == ([strong] if strong else [])


def test_a_section_and_a_step_take_the_heading_that_is_easy() -> None:
    words = model.EasyRead((IDEA,), heading=(model.Text("Help"),))
    step = model.Step(1, 1, 3, (model.Text("Assess"),), "a", (words,))
    shown = viewed((section(words), model.Steps((), (step,))), "easy-read")
    heads = list(model.walk.headings(shown))
    assert [model.walk.plain_text(head.heading) for head in heads] == ["Help", "Help"]
    standard = viewed((section(words, leaflets.paragraph("Words.")),), "standard")
    assert model.walk.plain_text(next(iter(model.walk.headings(standard))).heading) != "Help"


def test_no_hard_words_no_list() -> None:
    assert viewed((easy(),), "easy-read") == (IDEA,)
