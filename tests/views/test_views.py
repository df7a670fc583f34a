from dataclasses import replace

import pytest

from formats import views
from formats.model import (
    BulletList,
    Contact,
    EasyRead,
    Idea,
    LanguageBlock,
    Leaflet,
    ListItem,
    Note,
    NoteReference,
    Only,
    Paragraph,
    Preformatted,
    Quotation,
    Section,
    Step,
    Steps,
    Strong,
    Term,
    Text,
    ViewName,
    walk,
)
from formats.model.walk import Blocks
from tests import leaflets
from tests.leaflets import paragraph


def leaflet(*blocks: object, **changes: object) -> Leaflet:
    """Return a leaflet as read that holds `blocks`."""
    base = replace(leaflets.standard(), notes=(), glossary=(), view="source")
    return replace(base, blocks=blocks, **changes)  # type: ignore[arg-type]


def easy(words: str = "Ask us.", *, hard: str = "") -> EasyRead:
    return EasyRead((Idea(None, (Text(words), *([Strong((Text(hard),))] if hard else []))),))


def section(*blocks: object, level: int = 2) -> Section:
    return Section(level, (Text("Heading"),), f"s{level}", blocks)  # type: ignore[arg-type]


def step(*blocks: object) -> Step:
    return Step(1, 1, 3, (Text("Step"),), "step", blocks)  # type: ignore[arg-type]


BARE = replace(leaflets.ORGANISATION, contacts=leaflets.ORGANISATION.contacts[:1])
IDEA = Idea(None, (Text("Ask us."),))
WORDS = paragraph("Standard words.")


def viewed(blocks: Blocks, name: ViewName, *audience: str) -> Blocks:
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
            (LanguageBlock("pl", (WORDS, easy())), easy()),
            (LanguageBlock("pl", (WORDS,)),),
            (LanguageBlock("pl", (IDEA,)), IDEA),
        ),
        (
            (Steps((WORDS, easy()), (step(WORDS, easy()),)),),
            (Steps((WORDS,), (step(WORDS),)),),
            (Steps((IDEA,), (step(IDEA),)),),
        ),
        (
            (Steps((WORDS,), (step(WORDS), step(easy()))),),
            (Steps((WORDS,), (step(WORDS), step())),),
            (Steps((), (step(), step(IDEA))),),
        ),
        (
            (easy(), Contact((WORDS, easy()), BARE)),
            (Contact((WORDS,), BARE),),
            (IDEA, Contact((IDEA,), BARE)),
        ),
        (
            (Quotation((WORDS, easy())), BulletList((ListItem((easy(),)),)), Preformatted("x")),
            (Quotation((WORDS,)), BulletList((ListItem(()),)), Preformatted("x")),
            (IDEA, IDEA),
        ),
    ],
    ids=range(8),
)  # fmt: skip
def test_each_text_in_its_view(source: Blocks, standard: Blocks, easy_read: Blocks) -> None:
    assert viewed(source, "standard") == standard
    assert viewed(source, "easy-read") == easy_read


def test_pictures_beside_contact_details_are_for_easy_read() -> None:
    source = leaflet(easy(), Contact((), leaflets.ORGANISATION))
    assert [p.name for p in walk.pictures(views.text(source, "standard").blocks)] == []
    assert [p.name for p in walk.pictures(views.text(source, "easy-read").blocks)] == ["school"]


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
        Only(("audio",), False, (paragraph("audio"),)),
        Only(("audio", "braille"), True, (paragraph("not-audio"), Only(("epub",), False, (paragraph("epub"),)))),
    )  # fmt: skip
    shown = views.text(leaflet(BulletList((ListItem(blocks),))), "standard", audience)
    assert " ".join(walk.words(shown)) == expected


def test_no_node_of_a_source_is_left() -> None:
    only = Only(("epub",), False, (WORDS, easy(), Quotation((Only(("x",), True, (WORDS,)),))))
    notes = (Note(1, (only, easy())),)
    call = Paragraph((NoteReference(1),))
    source = leaflet(section(only, call, EasyRead((Idea(None, (NoteReference(1),)),))), notes=notes)
    for name in ("standard", "easy-read"):
        shown = views.text(source, name, {"epub"})
        everything = (*shown.blocks, *(b for note in shown.notes for b in note.blocks))
        assert shown.notes
        assert not [n for n in walk.walk(everything) if isinstance(n, EasyRead | Only)]


@pytest.mark.parametrize(
    ("blocks", "name", "reason"),
    [
        ((WORDS,), "easy-read", "it has no easy-read text"),
        ((WORDS, EasyRead(())), "easy-read", "it has no easy-read text"),
        ((Only(("audio",), False, (easy(),)),), "easy-read", "it has no easy-read text"),
        ((Only(("audio",), False, (WORDS,)),), "standard", "it has no text for this format"),
    ],
)
def test_a_view_that_cannot_be_had(blocks: Blocks, name: ViewName, reason: str) -> None:
    source = leaflet(*blocks)
    assert views.why_not(source, name, {"pdf"}) == reason
    with pytest.raises(views.ViewError, match=reason):
        views.text(source, name, {"pdf"})
    assert views.why_not(leaflet(*blocks, easy(), WORDS), name, {"pdf"}) == ""


def test_notes_that_nothing_calls_go_and_the_others_are_counted_afresh() -> None:
    one, two, three = (
        Note(1, (paragraph("one"),)),
        Note(2, (Paragraph((Text("two"), NoteReference(3))),)),
        Note(3, (Paragraph((Text("three"), Strong((NoteReference(2),)))),)),
    )
    call = Paragraph((Strong((NoteReference(2),)), NoteReference(2)))
    shown = views.text(leaflet(call, notes=(one, two, three)), "standard")
    assert shown.blocks == (Paragraph((Strong((NoteReference(1),)), NoteReference(1))),)
    assert shown.notes == (
        Note(1, (Paragraph((Text("two"), NoteReference(2))),)),
        Note(2, (Paragraph((Text("three"), Strong((NoteReference(1),)))),)),
    )


def test_notes_of_the_standard_text_are_not_in_the_easy_one() -> None:
    call = Paragraph((Text("Standard"), NoteReference(1)))
    source = leaflet(call, easy(), notes=(Note(1, (WORDS,)),))
    assert views.text(source, "easy-read").notes == ()


HELP = Term("SEN support", easy="SEN support means extra help.")
RIGHTS = Term("appeal", "", "An appeal asks again.")


def test_hard_words_are_explained_once_and_listed_in_order() -> None:
    source = leaflet(
        section(easy("a ", hard="sen SUPPORT"), easy("b ", hard="appeal"), easy("c ", hard="appeal")),
        easy("d ", hard="unknown"), glossary=(HELP, RIGHTS),
    )  # fmt: skip
    shown = views.text(source, "easy-read")
    ideas = [n for n in walk.walk(shown.blocks) if isinstance(n, Idea)]
    explained = [[walk.plain_text(d.term) for d in idea.explained] for idea in ideas]
    assert explained == [["SEN support"], ["appeal"], [], []]
    part = leaflets.edition(shown).part("word-list")
    assert part
    assert list(walk.texts(part.blocks)) == [
        "appeal", "An appeal asks again.", "SEN support", "SEN support means extra help.",
    ]  # fmt: skip


def test_no_hard_words_no_list() -> None:
    assert viewed((easy(),), "easy-read") == (IDEA,)
