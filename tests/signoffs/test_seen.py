from dataclasses import replace

from formats.model import Definition, Idea, Leaflet, Section, Strong, Text
from formats.model.walk import everything, pictures, words
from formats.signoffs import Change, Seen, changes, digest, seen
from tests import leaflets
from tests.words import tokens

SCHOOL = leaflets.SCHOOL


def with_ideas(*ideas: Idea) -> Leaflet:
    section = Section(2, (Text("Help"),), "help", ideas)
    return replace(leaflets.easy_read(), title="T", subtitle="", blocks=(section,))


def idea(text: str, picture: object = SCHOOL) -> Idea:
    return Idea(picture, (Text(text),))  # type: ignore[arg-type]


def test_everything_that_people_see_is_in_it() -> None:
    for leaflet in (leaflets.easy_read(), leaflets.standard()):
        pieces = seen(leaflet)
        text = " ".join(piece.words for piece in pieces)
        assert set(tokens(" ".join(words(leaflet)))) <= set(tokens(text))
        assert [p.picture for p in pieces if p.picture] == [
            p.media.digest for p in pictures(everything(leaflet))
        ]


def test_looks_and_layout_of_the_source_do_not_count() -> None:
    plain = with_ideas(idea("Ask  for help."))
    strong = with_ideas(Idea(SCHOOL, (Text("Ask for "), Strong((Text("help"),)), Text("."))))
    assert digest(seen(plain)) == digest(seen(strong))


def test_words_pictures_their_words_and_explanations_count() -> None:
    before = idea("Ask for help.")
    for after in (
        idea("Ask us for help."),
        idea("Ask for help.", leaflets.TEACHER),
        idea("Ask for help.", replace(SCHOOL, alt="Our school")),
        idea("Ask for help.", None),
        replace(before, explained=(Definition((Text("help"),), (Text("Help is good."),)),)),
    ):
        assert digest(seen(with_ideas(before))) != digest(seen(with_ideas(after)))


def test_words_cannot_move_between_pieces_unseen() -> None:
    assert digest([Seen("a b"), Seen("c")]) != digest([Seen("a"), Seen("b c")])
    assert digest([Seen("a", "b")]) != digest([Seen("a", "", "b")])


def test_changes_say_what_changed() -> None:
    before = seen(with_ideas(idea("One."), idea("Two."), idea("Three."), idea("Five.")))
    after = seen(with_ideas(
        idea("One!"), idea("Two."), idea("Three.", leaflets.TEACHER), idea("Five."), idea("Six."),
    ))  # fmt: skip
    assert list(map(str, changes(before, after))) == [
        "“One.” is now “One!”",
        "Another picture beside “Three.”",
        "New: “Six.”",
    ]
    assert list(map(str, changes(after, before)))[-1] == "Gone: “Six.”"
    assert changes(before, before) == ()


def test_a_change_of_a_pictures_words_says_both() -> None:
    change = Change(Seen("Ask.", "0a", "A school"), Seen("Ask.", "0a", "A big school"))
    assert str(change) == "The picture beside “Ask.” was “A school” and is now “A big school”"
