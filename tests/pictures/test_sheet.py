import base64
from dataclasses import replace
from pathlib import Path

import lxml.html

from formats.pictures import openmoji, people, search, sheet
from formats.reading import cast, pictures
from tests import leaflets


def page(words: str = "school", *house: str) -> lxml.html.HtmlElement:
    own = [replace(leaflets.SCHOOL, name=name) for name in house]
    made = sheet.html(words, own, search.find(words), cast.default())
    return lxml.html.document_fromstring(made)


def test_each_picture_is_in_the_page_itself() -> None:
    sources = page().xpath("//h2[.='In OpenMoji']/following-sibling::ul[1]/li/img/@src")
    assert len(sources) == len(search.find("school"))
    kind, data = sources[0].split(",", 1)
    assert kind == "data:image/svg+xml;base64"
    assert base64.b64decode(data) == openmoji.svg("1F3EB")


def test_each_picture_says_what_to_write_and_what_it_is_called() -> None:
    first = page().xpath("//li")[0]
    assert first.xpath("h3")[0].text == "school"
    assert first.xpath(".//code")[0].text == 'openmoji = "1F3EB"'


def test_people_are_shown_in_each_skin_tone() -> None:
    teacher = page("man teacher").xpath("//li")[0]
    codes = teacher.xpath(".//p[img]/code/text()")
    assert len(codes) == 4 and len(set(teacher.xpath(".//img/@src"))) == 5


def test_pictures_of_the_house_come_first_with_how_to_name_them() -> None:
    made = page("school", "our-school")
    assert made.xpath("//h2/text()")[:2] == ["In pictures.toml", "In OpenMoji"]
    assert made.xpath("//code")[0].text == "![A school](picture:our-school)"


def test_the_page_has_what_a_screen_reader_needs() -> None:
    made = page()
    assert made.get("lang") == "en-GB"
    assert made.xpath("//title/text()") == ["Pictures for “school”"] == made.xpath("//h1/text()")
    assert all(image.get("alt") == "" for image in made.xpath("//img"))


def test_nothing_found_says_what_to_do() -> None:
    assert "Try another word" in page("qqq").text_content()


def test_names_are_words_and_no_markup() -> None:
    made = page("<script>alert(1)</script>", "<b>bold</b>")
    assert not made.xpath("//script | //b")
    assert "(picture:<b>bold</b>)" in made.text_content()


def test_the_cast_is_shown_and_each_face() -> None:
    codes = page().xpath("//code/text()")
    assert {f'"{name}"' for name in cast.default().looks} <= set(codes)
    assert {f'"parent: {face}"' for face in people.EXPRESSIONS} <= set(codes)


def test_scenes_are_offered_that_can_be_copied(tmp_path: Path) -> None:
    written = [pre.text for pre in page().xpath("//pre")]
    assert len(written) == 9 and 'says = "1F3EB"' in written[0]
    for number, lines in enumerate(written):
        name = f"scene-{number}"
        path = tmp_path / "pictures.toml"
        path.write_text(lines.replace("a-name-for-it", name))
        assert pictures.read(path).all()[0].name == name


def test_the_licence_is_credited() -> None:
    assert openmoji.CREDIT in page().text_content()
