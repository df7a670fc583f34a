"""Leaflets for tests: one with every kind of node in each view, made without the reader."""

from dataclasses import replace
from pathlib import Path

from formats import model, views
from formats.pictures import openmoji
from formats.reading import library


def picture(code: str, alt: str, name: str = "") -> model.Picture:
    """Return an OpenMoji picture as the reader would make it."""
    media = openmoji.picture(code)
    assert media is not None, code
    return model.Picture(media, alt, name or code, openmoji.CREDIT, code)


SCHOOL = picture("1F3EB", "A school", "school")
TEACHER = picture("1F9D1-1F3FE-200D-1F3EB", "A teacher", "teacher")
DECORATION = picture("2728", "", "sparkles")
SENCO = model.Term("SENCO", "Special Educational Needs Co-ordinator", "", "senko")
CODE = model.Authority(
    "send-code", "SEND Code of Practice", "2014-07", "https://www.gov.uk/send-code"
)
ORGANISATION = model.Organisation(
    name="Information Advice and Support Kent",
    strapline="Helping you to make informed choices",
    contacts=(
        model.ContactEntry("helpline", "phone", "Helpline", ("03000 41 3000",)),
        model.ContactEntry("email", "email", "Email", ("iask@kent.gov.uk",)),
        model.ContactEntry("web", "web", "Website", ("www.iask.org.uk",)),
        model.ContactEntry(
            "post", "post", "Post", ("Oakwood House, Oakwood Park,", "Maidstone, ME16 8AE"),
            "Meetings at our office are by appointment only",
        ),
        model.ContactEntry("social", "social", "Find us on Facebook", ("Support Kent IASK",), "", SCHOOL),
    ),
    offer="On request, this information can be provided in alternative formats.",
    ask="helpline",
)  # fmt: skip


def paragraph(words: str) -> model.Paragraph:
    """Return a paragraph of plain words."""
    return model.Paragraph((model.Text(words),))


def _items(*words: str) -> tuple[model.ListItem, ...]:
    return tuple(model.ListItem((paragraph(w),)) for w in words)


def _step(number: int, title: str) -> model.Step:
    blocks = (paragraph(f"What happens in step {title}."),)
    return model.Step(number, 2, 3, (model.Text(title),), title.lower(), blocks)


INLINES = model.Paragraph(
    (
        model.Text("Every child "), model.Strong((model.Text("must"),)), model.Text(" be "), model.Emphasis((model.Text("heard"),)),
        model.Text(", says the "), model.Abbreviation("SENCO", SENCO), model.Text("; see "),
        model.Link("https://www.kent.gov.uk/education-and-children", (model.Text("the "), model.Strong((model.Text("hub"),)))),
        model.Text(" or write to "), model.Link("mailto:iask@kent.gov.uk", (model.Text("iask@kent.gov.uk"),)), model.Text("."),
        model.LineBreak(), model.Text("In Welsh: "), model.Language("cy", (model.Text("Croeso i bawb"),)),
        model.Text(". Type "), model.CodeText("a < b && c"), model.Text(". A note"), model.NoteReference(1),
        model.Text(" and a picture "), model.InlinePicture(SCHOOL), model.Text(" here, by 1 May 2026 at £12.50 (50%)."),
    )
)  # fmt: skip


def standard_blocks() -> tuple[model.ViewedBlock, ...]:
    """Return blocks of every kind that the standard view of a leaflet can hold."""
    nested = model.ListItem(
        (paragraph("Outer two"), model.BulletList(_items("Inner one", "Inner two")))
    )
    cells = (
        (model.Text("Helpline"),),
        (model.Text("03000 41 3000"),),
        (model.Strong((model.Text("Free"),)),),
    )
    return (
        paragraph("Words before the first section."),
        model.Section(2, (model.Text("Words & marks"),), "words", (INLINES, model.Preformatted("line one\n  line two"))),
        model.Section(2, (model.Text("Lists"),), "lists", (
            paragraph("A list's lead-in:"),
            model.BulletList((*_items("Outer one"), nested)),
            model.NumberedList((*_items("Third"), model.ListItem((paragraph("Fourth"), paragraph("and more")))), 3),
            model.Section(3, (model.Text("A part"),), "part", (paragraph("Deeper."),
                model.Section(4, (model.Text("A part of a part"),), "part-part", (paragraph("Deepest."),)),)),
        )),
        model.Section(2, (model.Text("Tables and pictures"),), "tables", (
            model.Table(((model.Text("Who"),), (model.Text("Phone"),), (model.Text("Cost"),)), (cells, ((), *cells[1:])), ("", "left", "right")),
            model.Figure(TEACHER, (model.Text("A teacher who listens"),)), model.Figure(DECORATION),
        )),
        model.Section(2, (model.Text("Quotations"),), "quotations", (
            model.Quotation((paragraph("Schools should meet with parents."), model.BulletList(_items("twice", "thrice"))), model.Citation(CODE, "6.65")),
            model.Quotation((paragraph("Nobody in particular said this."),)), model.Quotation((paragraph("A whole work."),), model.Citation(CODE)),
        )),
        model.Section(2, (model.Text("A graduated approach"),), "approach", (
            model.Steps((paragraph("There are two:"),), (_step(1, "Assess"), _step(2, "Plan"))),
            model.LanguageBlock("pl", (paragraph("Dzień dobry, zażółć gęślą jaźń."),)),
        )),
        model.Section(2, (model.Text("Contact"),), "contact", (model.Contact((paragraph("Ring us."),), ORGANISATION),)),
    )  # fmt: skip


def standard() -> model.Leaflet:
    """Return a leaflet in the standard view with every kind of node in it."""
    notes = (
        model.Note(
            1, (paragraph("The words of the note."), model.BulletList(_items("with a list")))
        ),
    )
    return model.Leaflet(
        slug="every-node", title="Every kind of node", language="en-GB", blocks=standard_blocks(),
        notes=notes, edition="2025-10", subtitle="For tests", description="All nodes.",
        identifier="urn:uuid:0a1b2c3d-0000-4000-8000-000000000001", organisation=ORGANISATION,
        glossary=(SENCO,), view="standard",
    )  # fmt: skip


def easy_read() -> model.Leaflet:
    """Return a leaflet in the easy-read view with every kind of node that it can hold."""
    meaning = (model.Text("SEN support means extra help at school."),)
    support = model.Definition((model.Text("SEN support"),), meaning)
    help_words = (
        model.Text("This help is called "),
        model.Strong((model.Text("SEN support"),)),
        model.Text("."),
    )
    blocks: tuple[model.ViewedBlock, ...] = (
        model.Section(2, (model.Text("Extra help"),), "help", (
            model.Idea(SCHOOL, (model.Text("Some children need extra help at school."),)),
            model.Idea(TEACHER, help_words, (support,)),
            model.Idea(None, (model.Text("Ask for "), model.Link("https://www.iask.org.uk", (model.Text("more"),)), model.Text("."))),
        )),
        model.Section(2, (model.Text("Steps"),), "steps", (model.Steps((), (
            model.Step(1, 2, 3, (model.Text("Assess"),), "assess", (model.Idea(TEACHER, (model.Text("Teachers find out what helps."),)),)),
            model.Step(2, 2, 3, (model.Text("Plan"),), "plan", (model.Idea(SCHOOL, (model.Text("The school must tell you."),)),)),
        )),)),
        model.Section(2, (model.Text("Contact us"),), "contact", (model.Contact((model.Idea(None, (model.Text("You can ring us."),)),), ORGANISATION),)),
    )  # fmt: skip
    return replace(standard(), blocks=blocks, notes=(), view="easy-read")


def edition(leaflet: model.Leaflet, view: model.ViewName | None = None) -> model.Edition:
    """Return the edition of a leaflet whose text is in a view, not checked by people."""
    assert leaflet.view != "source"
    return views.edition(leaflet, view or leaflet.view, model.Signoff())


def editions() -> dict[str, model.Edition]:
    """Return an edition in each view, and one in Welsh, with every kind of node between them."""
    return {
        "standard": edition(standard()), "easy-read": edition(easy_read()),
        "label": edition(standard(), "label"), "welsh": edition(welsh()),
    }  # fmt: skip


def welsh() -> model.Leaflet:
    """Return a leaflet in Welsh of an organisation that writes in English."""
    heading = (model.Text("Cymorth ychwanegol"),)
    words = model.Paragraph((model.Text("Croeso i bawb."), model.NoteReference(1)))
    steps = model.Steps((), (_step(1, "Asesu"), _step(2, "Cynllunio")))
    section = model.Section(2, heading, "cymorth", (words, steps, *standard_blocks()[4].blocks))  # type: ignore[union-attr]
    contact = model.Section(
        2,
        (model.Text("Cysylltu"),),
        "cysylltu",
        (model.Contact((), replace(ORGANISATION, language="en-GB")),),
    )
    notes = (model.Note(1, (paragraph("Geiriau’r nodyn."),)),)
    return replace(
        standard(), slug="cymraeg", title="Croeso", subtitle="", language="cy", notes=notes,
        blocks=(section, contact), organisation=replace(ORGANISATION, language="en-GB"),
    )  # fmt: skip


def real(view: model.ViewName) -> model.Leaflet:
    """Return the text of the leaflet that this project began with, in a view."""
    source = library.Library(Path(__file__).parents[1] / "source")
    reading = source.read(source.find("sen-support-in-mainstream-schools"))
    return views.text(reading.leaflet, view)
