"""Word documents, each with something that real ones have, and what is to become of it."""

from collections.abc import Callable

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from tests.importing.documents import add, lines, png, xml


def styles(d: Document) -> None:
    d.add_paragraph("Help at school", "Title")
    d.add_paragraph("For parents", "Subtitle")
    d.add_paragraph("Who can help?", "Heading 1")
    d.add_paragraph("A teacher can.")
    d.add_paragraph("What next?", "Heading 2")
    d.add_paragraph("Ask early.", "Quote")


def inherited_style(d: Document) -> None:
    made = d.styles.add_style("House heading", WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = d.styles["Heading 2"]
    lines(d, "Before.")
    d.add_paragraph("By a style of the house", "House heading")
    lines(d, "After.")


def fake_headings(d: Document) -> None:
    for size, text in ((22, "The title"), (16, "1. Assess"), (0, "Look closely at the child."),
                       (16, "2. Plan"), (0, "Agree what to do and when.")):  # fmt: skip
        run = d.add_paragraph().add_run(text)
        run.bold = bool(size)
        run.font.size = Pt(size) if size else None


def levels(d: Document) -> None:
    for level, text in ((1, "One"), (4, "Two"), (1, "Three")):
        d.add_heading(text, level)
        d.add_paragraph(f"Words under {text}.")


def real_lists(d: Document) -> None:
    lines(d, "You can:")
    d.add_paragraph("ask", "List Bullet")
    d.add_paragraph("write", "List Bullet")
    d.add_paragraph("by letter", "List Bullet 2")
    lines(d, "In order:")
    d.add_paragraph("first", "List Number")
    d.add_paragraph("second", "List Number")


def typed_lists(d: Document) -> None:
    lines(d, "You can:", "•\task", "• write", "In order:", "1. first", "2) second", "Or:",
           "(a) this", "(b) that", "A plain end.")  # fmt: skip


def lines_in_one_paragraph(d: Document) -> None:
    paragraph = d.add_paragraph("Bring:")
    for text in ("• a letter", "• a friend"):
        paragraph.add_run().add_break()
        paragraph.add_run(text)
    address = d.add_paragraph("Oakwood House")
    address.add_run().add_break()
    address.add_run("Maidstone")


def tables(d: Document) -> None:
    table = d.add_table(2, 2)
    for cell, text in zip(table._cells, ("Who", "When", "School", "May | June"), strict=True):
        cell.text = text
    row = table.rows[0]._tr.get_or_add_trPr()
    row.append(xml("<w:tblHeader></w:tblHeader>"))


def joined_cells(d: Document) -> None:
    table = d.add_table(3, 3)
    for number, cell in enumerate(table._cells):
        cell.text = f"c{number}"
    table.cell(1, 0).merge(table.cell(1, 1))
    table.cell(1, 2).merge(table.cell(2, 2))


def layout_table(d: Document) -> None:
    table = d.add_table(1, 2)
    table.cell(0, 0).text = "At the left."
    table.cell(0, 1).text = "At the right."


def text_box(d: Document) -> None:
    lines(d, "Before the box.")
    box = "<w:txbxContent><w:p><w:r><w:t>Ring our helpline.</w:t></w:r></w:p></w:txbxContent>"
    add(d, "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp>"
            f"<wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict>"
            f"<v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>"
            "</mc:AlternateContent><w:t>Anchor words.</w:t></w:r></w:p>")  # fmt: skip


def word_art(d: Document) -> None:
    add(
        d,
        "<w:p><w:r><w:pict><v:shape><v:textpath string='Big news'/></v:shape></w:pict></w:r></w:p>",
    )


def footnote(d: Document) -> None:
    add(d, "<w:p><w:r><w:t>Ask early.</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>")


FOOTNOTES = (
    f"<w:footnotes {nsdecls('w')}><w:footnote w:id='2'><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t "
    "xml:space='preserve'> Before May.</w:t></w:r></w:p></w:footnote></w:footnotes>"
).encode()


def tracked_changes(d: Document) -> None:
    add(d, "<w:p><w:r><w:t>Schools </w:t></w:r><w:del><w:r><w:delText>must</w:delText></w:r>"
            "</w:del><w:ins><w:r><w:t>should</w:t></w:r></w:ins><w:r><w:t> listen.</w:t></w:r></w:p>")  # fmt: skip


def comment(d: Document) -> None:
    paragraph = d.add_paragraph("The plan is sent.")
    d.add_comment(paragraph.runs, "Who sends it?", author="A. N. Other", initials="AN")


def links(d: Document) -> None:
    part = d.part
    number = part.relate_to(
        "https://www.kent.gov.uk/a_b?c=(d)",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
        is_external=True,
    )
    add(
        d,
        f"<w:p><w:r><w:t>See </w:t></w:r><w:hyperlink r:id='{number}'><w:r><w:t>the hub</w:t></w:r></w:hyperlink></w:p>",
    )
    add(
        d,
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> HYPERLINK \"https://example.org\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>A field</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>",
    )
    bad = part.relate_to(
        "file:///C:/secret.doc",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
        is_external=True,
    )
    add(
        d,
        f"<w:p><w:hyperlink r:id='{bad}'><w:r><w:t>a file of ours</w:t></w:r></w:hyperlink></w:p>",
    )
    add(
        d,
        "<w:p><w:hyperlink w:anchor='_Ref1'><w:r><w:t>Go to the end</w:t></w:r></w:hyperlink></w:p>",
    )
    add(
        d,
        "<w:p><w:pPr><w:pStyle w:val='Heading2'/></w:pPr><w:bookmarkStart w:id='1' w:name='_Ref1'/><w:r><w:t>The end</w:t></w:r></w:p>",
    )
    lines(d, "At https://www.gov.uk/some_page_here, read on.")


def languages(d: Document) -> None:
    for text, tag in (
        ("Most of it is in English, of course. ", "en-GB"),
        ("Siaradwch Gymraeg", "cy-GB"),
    ):
        run = d.add_paragraph().add_run(text)
        run._r.get_or_add_rPr().append(xml(f"<w:lang w:val='{tag}'/>"))


def pictures(d: Document) -> None:
    described = d.add_picture(png())
    described._inline.docPr.set("descr", "A red square")
    d.add_picture(png("blue"))


def external_picture(d: Document) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    number = d.part.relate_to("http://169.254.169.254/a.png", kind, is_external=True)
    shape = d.add_picture(png())
    shape._inline.docPr.set("descr", "A map")
    blip = next(shape._inline.iter(qn("a:blip")))
    del blip.attrib[qn("r:embed")]
    blip.set(qn("r:link"), number)


def footers(d: Document) -> None:
    d.sections[0].header.paragraphs[0].text = "Kent County Council"
    d.sections[0].footer.paragraphs[0].text = "Version 3 of the guide"
    lines(d, "For a letter see page 9 or look overleaf.")


def contents(d: Document) -> None:
    d.add_paragraph("A guide", "Title")
    d.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    d.add_paragraph("Who can help?\t2", "toc 1")
    add(
        d,
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>Listed by a field 7</w:t></w:r></w:p>",
    )
    add(
        d,
        "<w:p><w:r><w:t>Listed too 8</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>",
    )
    d.add_heading("Who can help?", 1)
    add(
        d,
        "<w:p><w:r><w:t>On page </w:t></w:r><w:fldSimple w:instr='PAGEREF x'><w:r><w:t>12</w:t></w:r></w:fldSimple></w:p>",
    )


def marks(d: Document) -> None:
    lines(d, "# not a heading", "-not an item, alone*", "1. not a list", "*stars* _and_ `ticks`",
           "[brackets](x) <tag> &amp; a_b ~~x~~", "::: contact", "> not quoted", "Name: __________")  # fmt: skip


def looks(d: Document) -> None:
    paragraph = d.add_paragraph("It ")
    paragraph.add_run("must ").bold = True
    paragraph.add_run("be ").italic = True
    paragraph.add_run("“clear”").bold = True
    paragraph.add_run("ly said, x")
    paragraph.add_run("2").font.superscript = True
    paragraph.add_run(" gone").font.strike = True
    paragraph.add_run(" unseen").font.hidden = True
    paragraph.add_run(".")


def controls(d: Document) -> None:
    add(
        d,
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>In a control.</w:t></w:r></w:p></w:sdtContent></w:sdt>",
    )
    add(
        d,
        "<w:p><w:sdt><w:sdtContent><w:r><w:t>Inside</w:t></w:r></w:sdtContent></w:sdt><w:smartTag><w:r><w:t xml:space='preserve'> a tag,</w:t></w:r></w:smartTag><w:r><w:t xml:space='preserve'> re-</w:t><w:noBreakHyphen/><w:t>read</w:t><w:softHyphen/><w:sym w:font='Wingdings' w:char='F0FC'/></w:r></w:p>",
    )


def stars(d: Document) -> None:
    lines(d, "The Code ** says so.", "There are four steps. These are:")
    d.add_heading("Assess", 2)
    lines(d, "Look at the child.", "** The Code is on the web.", "October 2025")


Builder = Callable[[Document], None]
Case = tuple[Builder, tuple[str, ...], tuple[str, ...]]
CASES: tuple[Case, ...] = (
    (styles, ('title: "Help at school"', 'subtitle: "For parents"', "## Who can help?",
              "### What next?", "> Ask early."), ()),
    (inherited_style, ("## By a style of the house",), ()),
    (fake_headings, ('title: "The title"', "## 1. Assess", "## 2. Plan"), ("import-heading-guessed",)),
    (levels, ("## One", "### Two", "## Three"), ()),
    (real_lists, ("- ask\n- write\n  - by letter\n", "1. first\n2. second\n"), ()),
    (typed_lists, ("- ask\n- write\n", "1. first\n2. second\n", "1. this\n2. that\n", "\nA plain end."),
     ("import-list-letter",)),
    (lines_in_one_paragraph, ("- a letter\n- a friend\n", "Oakwood House\\\nMaidstone"), ()),
    (tables, ("| Who | When |\n| --- | --- |\n| School | May \\| June |",), ()),
    (joined_cells, ("| c0 | c1 | c2 |",), ("import-table-header", "import-table-cell")),
    (layout_table, ("\nAt the left.\n\nAt the right.",), ("import-layout-table",)),
    (text_box, ("Anchor words.\n\nRing our helpline.",), ("import-text-box",)),
    (word_art, ("Big news",), ("import-text-box",)),
    (tracked_changes, ("Schools should listen.",), ("import-change",)),
    (comment, ("The plan is sent.",), ("import-comment",)),
    (links, ("See [the hub](https://www.kent.gov.uk/a_b?c=%28d%29)", "[A field](https://example.org)",
             "\na file of ours\n", "[Go to the end](#the-end)", "<https://www.gov.uk/some_page_here>, read"),
     ("import-link",)),
    (languages, ("language: en-GB", "[Siaradwch Gymraeg]{lang=cy}"), ()),
    (pictures, ("![A red square](picture-", "![?](picture-"), ("import-picture-alt",)),
    (footers, ("see page 9",), ("import-page-reference",)),
    (contents, ("## Who can help?", "On page\n"), ()),
    (marks, ("\\# not", "-not", "1\\. not", "\\*stars\\* \\_and\\_ \\`ticks\\`", "a_b", "\\::: contact",
             "\\> not", "Name: …"), ("import-star-note",)),
    (looks, ("It **must** *be* “**clear**”ly said, x²",), ()),
    (controls, ("In a control.", "Inside a tag, re--read✓"), ()),
    (stars, ("edition: 2025-10", "\\*\\* The Code"),
     ("import-star-note", "import-missing", "import-edition")),
)  # fmt: skip
