"""Leaflets for tests: one with every kind of node in each view, made without the reader."""

from dataclasses import replace
from pathlib import Path

from formats import views
from formats.model import (
    Abbreviation,
    Authority,
    BulletList,
    Citation,
    CodeText,
    Contact,
    ContactEntry,
    Definition,
    Edition,
    Emphasis,
    Figure,
    Idea,
    InlinePicture,
    Language,
    LanguageBlock,
    Leaflet,
    LineBreak,
    Link,
    ListItem,
    Note,
    NoteReference,
    NumberedList,
    Organisation,
    Paragraph,
    Picture,
    Preformatted,
    Quotation,
    Section,
    Signoff,
    Step,
    Steps,
    Strong,
    Table,
    Term,
    Text,
    ViewedBlock,
    ViewName,
)
from formats.pictures import openmoji
from formats.reading import library


def picture(code: str, alt: str, name: str = "") -> Picture:
    """Return an OpenMoji picture as the reader would make it."""
    media = openmoji.picture(code)
    assert media is not None, code
    return Picture(media, alt, name or code, openmoji.CREDIT, code)


SCHOOL = picture("1F3EB", "A school", "school")
TEACHER = picture("1F9D1-1F3FE-200D-1F3EB", "A teacher", "teacher")
DECORATION = picture("2728", "", "sparkles")
SENCO = Term("SENCO", "Special Educational Needs Co-ordinator", "", "senko")
CODE = Authority("send-code", "SEND Code of Practice", "2014-07", "https://www.gov.uk/send-code")
ORGANISATION = Organisation(
    name="Information Advice and Support Kent",
    strapline="Helping you to make informed choices",
    contacts=(
        ContactEntry("helpline", "phone", "Helpline", ("03000 41 3000",)),
        ContactEntry("email", "email", "Email", ("iask@kent.gov.uk",)),
        ContactEntry("web", "web", "Website", ("www.iask.org.uk",)),
        ContactEntry(
            "post", "post", "Post", ("Oakwood House, Oakwood Park,", "Maidstone, ME16 8AE"),
            "Meetings at our office are by appointment only",
        ),
        ContactEntry("social", "social", "Find us on Facebook", ("Support Kent IASK",), "", SCHOOL),
    ),
    offer="On request, this information can be provided in alternative formats.",
    ask="helpline",
)  # fmt: skip


def paragraph(words: str) -> Paragraph:
    """Return a paragraph of plain words."""
    return Paragraph((Text(words),))


def _items(*words: str) -> tuple[ListItem, ...]:
    return tuple(ListItem((paragraph(w),)) for w in words)


def _step(number: int, title: str) -> Step:
    blocks = (paragraph(f"What happens in step {title}."),)
    return Step(number, 2, 3, (Text(title),), title.lower(), blocks)


INLINES = Paragraph(
    (
        Text("Every child "), Strong((Text("must"),)), Text(" be "), Emphasis((Text("heard"),)),
        Text(", says the "), Abbreviation("SENCO", SENCO), Text("; see "),
        Link("https://www.kent.gov.uk/education-and-children", (Text("the "), Strong((Text("hub"),)))),
        Text(" or write to "), Link("mailto:iask@kent.gov.uk", (Text("iask@kent.gov.uk"),)), Text("."),
        LineBreak(), Text("In Welsh: "), Language("cy", (Text("Croeso i bawb"),)),
        Text(". Type "), CodeText("a < b && c"), Text(". A note"), NoteReference(1),
        Text(" and a picture "), InlinePicture(SCHOOL), Text(" here, by 1 May 2026 at £12.50 (50%)."),
    )
)  # fmt: skip


def standard_blocks() -> tuple[ViewedBlock, ...]:
    """Return blocks of every kind that the standard view of a leaflet can hold."""
    nested = ListItem((paragraph("Outer two"), BulletList(_items("Inner one", "Inner two"))))
    cells = ((Text("Helpline"),), (Text("03000 41 3000"),), (Strong((Text("Free"),)),))
    return (
        paragraph("Words before the first section."),
        Section(2, (Text("Words & marks"),), "words", (INLINES, Preformatted("line one\n  line two"))),
        Section(2, (Text("Lists"),), "lists", (
            paragraph("A list's lead-in:"),
            BulletList((*_items("Outer one"), nested)),
            NumberedList((*_items("Third"), ListItem((paragraph("Fourth"), paragraph("and more")))), 3),
            Section(3, (Text("A part"),), "part", (paragraph("Deeper."),
                Section(4, (Text("A part of a part"),), "part-part", (paragraph("Deepest."),)),)),
        )),
        Section(2, (Text("Tables and pictures"),), "tables", (
            Table(((Text("Who"),), (Text("Phone"),), (Text("Cost"),)), (cells, ((), *cells[1:])), ("", "left", "right")),
            Figure(TEACHER, (Text("A teacher who listens"),)), Figure(DECORATION),
        )),
        Section(2, (Text("Quotations"),), "quotations", (
            Quotation((paragraph("Schools should meet with parents."), BulletList(_items("twice", "thrice"))), Citation(CODE, "6.65")),
            Quotation((paragraph("Nobody in particular said this."),)), Quotation((paragraph("A whole work."),), Citation(CODE)),
        )),
        Section(2, (Text("A graduated approach"),), "approach", (
            Steps((paragraph("There are two:"),), (_step(1, "Assess"), _step(2, "Plan"))),
            LanguageBlock("pl", (paragraph("Dzień dobry, zażółć gęślą jaźń."),)),
        )),
        Section(2, (Text("Contact"),), "contact", (Contact((paragraph("Ring us."),), ORGANISATION),)),
    )  # fmt: skip


def standard() -> Leaflet:
    """Return a leaflet in the standard view with every kind of node in it."""
    notes = (Note(1, (paragraph("The words of the note."), BulletList(_items("with a list")))),)
    return Leaflet(
        slug="every-node", title="Every kind of node", language="en-GB", blocks=standard_blocks(),
        notes=notes, edition="2025-10", subtitle="For tests", description="All nodes.",
        identifier="urn:uuid:0a1b2c3d-0000-4000-8000-000000000001", organisation=ORGANISATION,
        glossary=(SENCO,), view="standard",
    )  # fmt: skip


def easy_read() -> Leaflet:
    """Return a leaflet in the easy-read view with every kind of node that it can hold."""
    meaning = (Text("SEN support means extra help at school."),)
    support = Definition((Text("SEN support"),), meaning)
    help_words = (Text("This help is called "), Strong((Text("SEN support"),)), Text("."))
    blocks: tuple[ViewedBlock, ...] = (
        Section(2, (Text("Extra help"),), "help", (
            Idea(SCHOOL, (Text("Some children need extra help at school."),)),
            Idea(TEACHER, help_words, (support,)),
            Idea(None, (Text("Ask for "), Link("https://www.iask.org.uk", (Text("more"),)), Text("."))),
        )),
        Section(2, (Text("Steps"),), "steps", (Steps((), (
            Step(1, 2, 3, (Text("Assess"),), "assess", (Idea(TEACHER, (Text("Teachers find out what helps."),)),)),
            Step(2, 2, 3, (Text("Plan"),), "plan", (Idea(SCHOOL, (Text("The school must tell you."),)),)),
        )),)),
        Section(2, (Text("Contact us"),), "contact", (Contact((Idea(None, (Text("You can ring us."),)),), ORGANISATION),)),
    )  # fmt: skip
    return replace(standard(), blocks=blocks, notes=(), view="easy-read")


def edition(leaflet: Leaflet, view: ViewName | None = None) -> Edition:
    """Return the edition of a leaflet whose text is in a view, not checked by people."""
    assert leaflet.view != "source"
    return views.edition(leaflet, view or leaflet.view, Signoff())


def editions() -> dict[str, Edition]:
    """Return an edition in each view, and one in Welsh, with every kind of node between them."""
    return {
        "standard": edition(standard()), "easy-read": edition(easy_read()),
        "label": edition(standard(), "label"), "welsh": edition(welsh()),
    }  # fmt: skip


def welsh() -> Leaflet:
    """Return a leaflet in Welsh of an organisation that writes in English."""
    heading = (Text("Cymorth ychwanegol"),)
    words = Paragraph((Text("Croeso i bawb."), NoteReference(1)))
    steps = Steps((), (_step(1, "Asesu"), _step(2, "Cynllunio")))
    section = Section(2, heading, "cymorth", (words, steps, *standard_blocks()[4].blocks))  # type: ignore[union-attr]
    contact = Section(
        2, (Text("Cysylltu"),), "cysylltu", (Contact((), replace(ORGANISATION, language="en-GB")),)
    )
    notes = (Note(1, (paragraph("Geiriau’r nodyn."),)),)
    return replace(
        standard(), slug="cymraeg", title="Croeso", subtitle="", language="cy", notes=notes,
        blocks=(section, contact), organisation=replace(ORGANISATION, language="en-GB"),
    )  # fmt: skip


def real(view: ViewName) -> Leaflet:
    """Return the text of the leaflet that this project began with, in a view."""
    source = library.Library(Path(__file__).parents[1] / "source")
    reading = source.read(source.find("sen-support-in-mainstream-schools"))
    return views.text(reading.leaflet, view)
