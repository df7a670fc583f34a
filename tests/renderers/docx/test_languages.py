"""Languages and directions of writing, as Word wants them marked."""

from dataclasses import replace

import pytest

from formats import model
from tests import leaflets
from tests.renderers.docx.opened import Element, root, value, w, words

EDITIONS = leaflets.editions()
STYLES, FOOTER = "word/styles.xml", "word/footer1.xml"
ARABIC = "يحتاج بعض الأطفال"


def _arabic() -> model.Edition:
    words = (
        model.Text(ARABIC),
        model.Strong((model.Text("دعم"),)),
        model.Language("en-GB", (model.Text("SEN"),)),
    )
    section = model.Section(
        2,
        (model.Text("دعم"),),
        "s",
        (
            model.Paragraph(words),
            model.LanguageBlock("pl", (model.Paragraph((model.Text("Dzień"),)),)),
        ),
    )
    leaflet = replace(leaflets.standard(), blocks=(section,), notes=(), language="ar", title="دعم")
    return leaflets.edition(leaflet)


def _run(element: Element, said: str) -> Element:
    return next(run for run in element.iter(w("r")) if words(run) == said)


def _has(element: Element, name: str) -> bool:
    return element.find(f"{w('rPr')}/{w(name)}") is not None


def test_sizes_and_weights_hold_in_every_script() -> None:
    styles = root(EDITIONS["standard"], STYLES, font_size=20)
    checked = 0
    for style in styles.iter(w("style")):
        size = value(style, "rPr/sz")
        if (
            size
            and value(style, "basedOn") in ("", "Normal")
            and style.get(w("type")) == "paragraph"
        ):
            assert value(style, "rPr/szCs") == size, style.get(w("styleId"))
            assert _has(style, "b") == _has(style, "bCs"), style.get(w("styleId"))
            checked += 1
    assert checked > 8
    assert (
        value(
            next(s for s in styles.iter(w("style")) if s.get(w("styleId")) == "Normal"), "rPr/szCs"
        )
        == "40"
    )


def test_arabic_goes_from_right_to_left() -> None:
    edition = _arabic()
    document, styles = root(edition), root(edition, STYLES)
    normal = next(s for s in styles.iter(w("style")) if s.get(w("styleId")) == "Normal")
    assert normal.find(f"{w('pPr')}/{w('bidi')}") is not None
    assert document.find(f".//{w('sectPr')}/{w('bidi')}") is not None
    assert _has(_run(document, ARABIC), "rtl")
    bold = [run for run in document.iter(w("r")) if words(run) == "دعم" and _has(run, "b")]
    assert [(_has(run, "bCs"), _has(run, "rtl")) for run in bold] == [(True, True)]
    english = _run(document, "SEN")
    assert not _has(english, "rtl")
    assert value(english, "rPr/lang", "val") == "en-GB"


def test_what_is_written_the_other_way_says_so() -> None:
    polish = _run(root(_arabic()), "Dzień").getparent()
    assert value(polish, "pPr/bidi") == "0"  # type: ignore[arg-type]
    block = model.LanguageBlock("ar", (model.Paragraph((model.Text(ARABIC),)),))
    english = leaflets.edition(replace(leaflets.standard(), blocks=(block,), notes=()))
    arabic = _run(root(english), ARABIC)
    assert arabic.getparent().find(f"{w('pPr')}/{w('bidi')}") is not None  # type: ignore[union-attr]
    lang = arabic.find(f"{w('rPr')}/{w('lang')}")
    assert lang is not None
    assert set(lang.attrib.values()) == {"ar"}


@pytest.mark.parametrize(
    ("language", "shown", "marked"),
    [("cy", "Tudalen  o ", ""), ("en-GB", "Page  of ", ""), ("pl", "Page  of ", "en-GB")],
)
def test_the_footer_is_in_the_language_or_marked(language: str, shown: str, marked: str) -> None:
    edition = replace(EDITIONS["standard"], language=language, title="A title")
    footer = root(edition, FOOTER)
    assert words(footer) == f"A title – {shown}"
    runs = [run for run in footer.iter(w("r")) if "title" not in words(run)]
    assert {value(run, "rPr/lang") for run in runs} == {marked}
    fields = [node.text for node in footer.iter(w("instrText"))]
    assert fields == [" PAGE ", " NUMPAGES "]


def test_the_styles_of_a_welsh_document_are_welsh_for_every_script() -> None:
    langs = list(root(EDITIONS["welsh"], STYLES).iter(w("lang")))
    assert langs
    assert {tag for lang in langs for tag in lang.attrib.values()} == {"cy"}


def test_a_text_alternative_in_another_language_is_marked() -> None:
    shown = replace(leaflets.TEACHER, language="pl")
    assert isinstance(shown, model.Picture)
    idea = model.Idea(shown, (model.Text("Words."),))
    edition = leaflets.edition(replace(leaflets.easy_read(), blocks=(idea,)))
    drawn = [run for run in root(edition).iter(w("r")) if run.find(w("drawing")) is not None]
    assert {value(run, "rPr/lang") for run in drawn} == {"pl"}


def test_words_of_a_word_list_in_another_language_are_marked() -> None:
    listed = model.WordList(
        (
            model.Definition(
                (model.Language("cy", (model.Text("Cymorth"),)),), (model.Text("Help."),)
            ),
        )
    )
    edition = leaflets.edition(replace(leaflets.standard(), blocks=(listed,), notes=()))
    term = _run(root(edition), "Cymorth")
    assert (value(term, "rPr/lang"), _has(term, "bCs")) == ("cy", True)
