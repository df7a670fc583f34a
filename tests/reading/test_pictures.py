import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from formats.errors import SourceError
from formats.model import Figure, walk
from formats.pictures import openmoji, people, plate
from formats.reading import pictures
from tests import leaflets
from tests.reading.reading import library, read, said

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
SVG = leaflets.SCHOOL.media.data
PLAIN = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-5 0 20 10"><path d="M0 0h9v9z"/></svg>'
SCENE = '[s]\npeople = ["senco: explaining", "parent"]\nsays = "1F3EB"\nalt = "x"\n'


def figure(folder: Path, source: str, toml: str = "") -> Figure:
    reading = read(folder, f"![alt]({source})\n", pictures=toml)
    (found,) = reading.leaflet.blocks
    assert reading.findings == () and isinstance(found, Figure)
    return found


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The folder of a leaflet that is about to be written."""
    folder = tmp_path / "leaflets" / "a-leaflet"
    folder.mkdir(parents=True)
    return folder


def test_a_file_beside_the_leaflet(own: Path, tmp_path: Path) -> None:
    (own / "a map.svg").write_bytes(SVG)
    for source in ("a%20map.svg", "<a map.svg>", "./a%20map.svg"):
        assert figure(tmp_path, source).picture.media == leaflets.SCHOOL.media


def test_a_file_of_the_house(own: Path, tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "a.svg").write_bytes(SVG)
    toml = '[a]\nfile = "a.svg"\nalt = "A"\ncredit = "By us"\n'
    assert figure(tmp_path, "a.svg").picture.media == leaflets.SCHOOL.media
    found = figure(tmp_path, "picture:a", toml).picture
    assert (found.name, found.alt, found.credit) == ("a", "alt", "By us")


def test_a_scene_by_name(tmp_path: Path) -> None:
    found = figure(tmp_path, "picture:s", SCENE).picture
    assert found.openmoji == "people: senco: explaining, parent: smile; says 1F3EB"
    assert found.credit == people.CREDIT and "CC0" in found.credit
    assert plate.is_laid(found.media.data)


def test_a_person_looks_as_the_house_says(tmp_path: Path) -> None:
    usual = figure(tmp_path, "picture:s", SCENE).picture
    own = '[cast.senco]\nhead = "turban"\nskin = "#123456"\nclothes = "#FEDCBA"\n'
    other = figure(tmp_path, "picture:s", SCENE + own).picture
    assert b"#123456" in other.media.data and b"#fedcba" in other.media.data
    assert usual.media != other.media and b"#123456" not in usual.media.data


def test_a_leaflet_may_have_people_of_its_own(own: Path, tmp_path: Path) -> None:
    (own / "pictures.toml").write_text('[cast.senco]\nskin = "#123456"\n')
    assert b"#123456" in figure(tmp_path, "picture:s", SCENE).picture.media.data


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ('people = ["sencoo"]', "Did you mean “senco”?"),
        ('people = ["senco: cyclops"]', "“cyclops” in [s] is not a face"),
        ('people = ["senco: explain"]', "Did you mean “explaining”?"),
        ("people = []", "1 to 3 people"),
        ('people = ["senco", "parent", "child", "teacher"]', "1 to 3 people"),
        ('people = ["senco"]\nsays = "1F3EB"\nwith = "1F3EB"', "one thing"),
        ('people = ["senco"]\nsays = "../a"', "OpenMoji has no picture “../a”"),
    ],
)
def test_a_scene_that_cannot_be_drawn(row: str, words: str, tmp_path: Path) -> None:
    reading = read(tmp_path, "Words ![a](picture:s)\n", pictures=f"[s]\n{row}\n")
    assert said(reading) == [("source-picture", 1)]
    assert words in reading.findings[0].message


def test_a_drawing_gets_a_white_ground(own: Path, tmp_path: Path) -> None:
    (own / "a.svg").write_bytes(PLAIN)
    data = figure(tmp_path, "a.svg").picture.media.data
    assert b'<rect x="-5" y="0" width="100%" height="100%" fill="#fff"/><path' in data


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_pixels_that_let_the_page_through_become_white(mode: str, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    image = Image.new(mode, (4, 4), 0)
    image.save(path, transparency=0) if mode == "P" else image.save(path)
    with Image.open(BytesIO(pictures.media(path).data)) as opened:
        assert opened.mode == "RGB" and opened.getpixel((1, 1)) == (255, 255, 255)


def test_openmoji_by_name(tmp_path: Path) -> None:
    found = figure(tmp_path, "picture:s", '[s]\nopenmoji = "1F3EB"\nalt = "x"\n').picture
    assert (found.openmoji, found.credit, found.media) == (
        "1F3EB", openmoji.CREDIT, leaflets.SCHOOL.media,
    )  # fmt: skip


def test_a_leaflet_may_have_pictures_of_its_own(own: Path, tmp_path: Path) -> None:
    (own / "pictures.toml").write_text('[s]\nopenmoji = "2728"\nalt = "x"\n')
    assert figure(tmp_path, "picture:s", '[s]\nopenmoji = "1F3EB"\n').picture.openmoji == "2728"


def bitmap(kind: str) -> bytes:
    out = BytesIO()
    Image.new("L", (2, 2)).save(out, kind)
    return out.getvalue()


def enlarged(png: bytes, side: int) -> bytes:
    """Return a PNG that says it is `side` points wide and high (ISO 15948, 11.2.2)."""
    head = b"IHDR" + side.to_bytes(4) * 2 + png[24:29]
    return png[:12] + head + zlib.crc32(head).to_bytes(4) + png[33:]


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (bitmap("PNG"), "image/png"),
        (bitmap("JPEG"), "image/jpeg"),
        (SVG, "image/svg+xml"),
    ],
)
def test_the_kind_is_that_of_the_bytes(data: bytes, media_type: str, tmp_path: Path) -> None:
    path = tmp_path / "picture.gif"
    path.write_bytes(data)
    assert pictures.media(path).media_type == media_type


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (enlarged(bitmap("PNG"), 13_000), "13,000 by 13,000 points"),
        (bitmap("PNG")[:20], "cannot be opened"),
        (b"\xff\xd8\xff\xe0", "cannot be opened"),
        (b"<svg><g></svg>", "no whole SVG drawing"),
    ],
)
def test_a_picture_that_cannot_be_used(data: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / "picture"
    path.write_bytes(data)
    with pytest.raises(SourceError, match=words):
        pictures.media(path)


NESTED = "".join(
    f'<g id="g{n}">{f"""<use href="#g{n - 1}"/>""" * 10 if n else "<rect/>"}</g>' for n in range(9)
)


@pytest.mark.parametrize(
    "inside",
    [
        NESTED,
        "<g>" * 1_000 + "</g>" * 1_000,
        '<filter id="f"><feTurbulence numOctaves="1000000000"/></filter>',
        '<filter id="f"><feGaussianBlur stdDeviation="1 9e9"/></filter>',
        '<filter id="f"><feMorphology radius="100000"/></filter>',
        '<filter id="f">' + '<feGaussianBlur stdDeviation="1"/>' * 1_000 + "</filter>",
    ],
    ids=range(6),
)
def test_a_drawing_without_end_is_refused(inside: str, tmp_path: Path) -> None:
    path = tmp_path / "drawing.svg"
    path.write_text(f"{HEAD}{inside}</svg>", encoding="utf-8")
    with pytest.raises(SourceError, match="take too long to draw"):
        pictures.media(path)


def test_a_picture_too_large(own: Path, tmp_path: Path) -> None:
    with (own / "a.png").open("wb") as file:
        file.truncate(20_000_001)
    (found,) = read(tmp_path, "Words ![a](a.png)\n").findings
    assert "larger than 20 MB" in found.message and found.code == "source-picture"


@pytest.mark.parametrize("link", ["a.svg", "inside/a.svg", "round"])
def test_links_lead_nowhere_else(link: str, own: Path, tmp_path: Path) -> None:
    outside = tmp_path / "elsewhere"
    outside.mkdir()
    (outside / "a.svg").write_bytes(SVG)
    (own / "a.svg").symlink_to(outside / "a.svg")
    (own / "inside").symlink_to(outside)
    (own / "round").symlink_to(own / "round")
    assert said(read(tmp_path, f"Words ![a]({link})\n")) == [("source-picture", 1)]


@pytest.mark.parametrize(
    "source",
    ["inside/..", "picture:", "picture:no", "%00.png", "x" * 300, "%f0%28.png", "."],
)  # fmt: skip
def test_what_is_no_picture_of_ours(source: str, own: Path, tmp_path: Path) -> None:
    (own / "inside").mkdir()
    reading = read(tmp_path, f"Words ![a]({source})\n")
    assert said(reading) == [("source-picture", 1)]
    assert reading.findings[0].message.isprintable()


@pytest.mark.parametrize(
    "source",
    ["../../pictures.toml", "..%2f..%2fpictures.toml", "/etc/hosts", "%2fetc/hosts",
     "https://a.example/b.png", "//a.example/b.png", "ftp:b.png", "file:///etc/hosts",
     "data:image/png;base64,AAAA", "http://[b"],
)  # fmt: skip
def test_words_stand_for_a_picture_that_is_never_fetched(source: str, tmp_path: Path) -> None:
    reading = read(tmp_path, f'Words ![a map]({source} "of us")\n')
    assert said(reading) == [("source-picture-away", 1)]
    assert walk.words(reading.leaflet)[1:] == [
        "(Picture",
        "that",
        "is",
        "not",
        "in",
        "this",
        "copy:",
        "a",
        "map.",
        "of",
        "us)",
    ]


@pytest.mark.parametrize(
    ("toml", "line", "words"),
    [
        ("x = 1", 1, "stands outside a table"),
        ("[s]\nalt = 'x'", 1, "one of “openmoji”, “file” and “people”"),
        ("[s]\nfile = 'a'\nopenmoji = 'b'", 1, "one of “openmoji”, “file” and “people”"),
        ("[s]\nopenmoji = '1F3EB'\nsays = '1F3EB'", 1, "“says” and no people"),
        ("[s]\npeople = 'parent'", 2, "must be a list"),
        ("[cast]\nsenco = 'tall'", 2, "is no person"),
        ("[cast.senco]\nhead = 'bald'", 2, "“bald” in [cast.senco] is no head"),
        ("[cast.senco]\nskin = 'blue'", 2, "“blue” in [cast.senco] is no colour"),
        ("[cast.senco]\nhat = 'x'", 2, "“hat” is not known in [cast.senco]"),
        ("[cast.senco]\nstyle = 'emoji'", 2, "“emoji” in [cast.senco] is no style"),
        ("[s]\nopenmojo = 'a'", 2, "Did you mean “openmoji”?"),
        ("[s]\nopenmoji = 1", 2, "must be words"),
    ],
)
def test_a_wrong_list_of_pictures(toml: str, line: int, words: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        read(tmp_path, "![a](picture:s)\n", pictures=toml)
    assert words in caught.value.message
    assert str(caught.value.place) == f"{tmp_path}/pictures.toml:{line}"


@pytest.mark.parametrize(
    "row", ["openmoji = '1F3EBB'", "openmoji = '../a'", "file = '../a.svg'", "file = 'no.svg'"]
)
def test_a_row_that_leads_to_no_picture(row: str, tmp_path: Path) -> None:
    reading = read(tmp_path, "Words ![a](picture:s)\n", pictures=f"[s]\n{row}\n")
    assert said(reading) == [("source-picture", 1)]


def test_pictures_for_kinds_of_contact(tmp_path: Path) -> None:
    toml = '[phone]\nopenmoji = "1F4DE"\nalt = "A telephone"\n'
    found = library(tmp_path, "x\n", pictures=toml).shared.organisation.contacts[0].picture
    assert found and found.alt == "A telephone"


@pytest.mark.parametrize(
    "inside",
    [
        '<image xlink:href="file:///etc/passwd"/>', '<image href="http://169.254.169.254/"/>',
        '<use href="other.svg#a"/>', "<style>@import 'x.css';</style>",
        '<rect fill="url(other.svg#a)"/>', '<!DOCTYPE svg [<!ENTITY a "b">]>',
    ],
)  # fmt: skip
def test_a_drawing_that_calls_for_anything_outside_is_refused(inside: str, tmp_path: Path) -> None:
    path = tmp_path / "drawing.svg"
    path.write_text(f"{HEAD}{inside}</svg>", encoding="utf-8")
    with pytest.raises(SourceError, match=r"drawing\.svg"):
        pictures.media(path)


def test_a_drawing_that_keeps_to_itself_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "drawing.svg"
    inside = '<use href="#a"/><rect fill="url(#b)"/><image href="data:image/png;base64,AA=="/>'
    path.write_text(f"{HEAD}{inside}</svg>", encoding="utf-8")
    assert pictures.media(path).media_type == "image/svg+xml"
