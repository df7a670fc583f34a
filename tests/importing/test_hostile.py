"""What would harm a careless reader is refused, or does no harm, soon and in little memory."""

import io
import resource
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from formats.errors import SourceError, UsageError
from formats.importing import importer
from tests.importing import cases, documents

SECONDS = 10
MEGABYTES = 500
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _packed(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def _document(body: str, before: str = "") -> bytes:
    """Return a DOCX with this XML in its body, and no more than a DOCX needs."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    calls = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{kind}" Target="word/document.xml"/></Relationships>'
    )
    document = f'{before}<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    return _packed({"_rels/.rels": calls.encode(), "word/document.xml": document.encode()})


def _bomb() -> bytes:
    """Some hundred kilobytes that unpack to 300 MB."""
    stream = io.BytesIO(_document(""))
    with (
        zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("word/more.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(300):
            part.write(b"a " * 500_000)
    return stream.getvalue()


def _many_parts() -> bytes:
    return _packed({f"word/part{n}.xml": b"<a/>" for n in range(6_000)})


def _entities() -> bytes:
    rows = ["<!ENTITY a 'lol '>"]
    rows += [
        f"<!ENTITY {b} '{f'&{a};' * 20}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    dtd = f"<!DOCTYPE x [{''.join(rows)}]>"
    return _document("<w:p><w:r><w:t>&i;</w:t></w:r></w:p>", dtd)


def _file_of_this_machine() -> bytes:
    dtd = "<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
    return _document("<w:p><w:r><w:t>Words &f; more</w:t></w:r></w:p>", dtd)


def _deep() -> bytes:
    inside = "<w:tbl><w:tr><w:tc>" * 5_000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 5_000
    return _document(inside)


def _nested_boxes() -> bytes:
    start, end = "<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"
    return _document(start * 50 + "<w:p><w:r><w:t>Deep</w:t></w:r></w:p>" + end * 50)


REFUSED = {
    "bomb": (_bomb, "unpacks to"),
    "parts": (_many_parts, "6,000 parts"),
    "entities": (_entities, ""),
    "deep": (_deep, "spoilt"),
    "password": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "before 2007"),
    "no-zip": (lambda: b"PK\x03\x04 and then nothing", "spoilt"),
    "other-zip": (lambda: _packed({"a.txt": b"words"}), "no Word document"),
    "cut": (lambda: documents.saved(cases.styles)[:-400], "spoilt"),
    "empty": (lambda: b"", "spoilt"),
}


@pytest.mark.parametrize("name", [name for name in REFUSED if name != "entities"])
def test_it_is_refused_with_what_to_do(name: str) -> None:
    build, says = REFUSED[name]
    with pytest.raises(SourceError, match=says) as raised:
        importer.imported(build(), Path("a.docx"), Path("leaflet.md"))
    assert raised.value.message.count(". ") >= 1 or name in ("other-zip", "password")


def test_entities_neither_grow_nor_fetch() -> None:
    for build in (_entities, _file_of_this_machine):
        try:
            made = importer.imported(build(), Path("a.docx"), Path("leaflet.md"))
        except SourceError:
            continue
        assert "root:" not in made.markdown
        assert len(made.markdown) < 1_000


@pytest.mark.parametrize("start", ["<div>", "<ul><li>", "<b>", "<blockquote>", "<table><tr><td>"])
def test_a_page_is_read_whole_or_not_at_all(start: str) -> None:
    for depth in (20, 20_000):
        page = f"{start * depth}Deep words"
        try:
            made = importer.imported(page.encode(), Path("a.html"), Path("leaflet.md"))
        except SourceError as error:
            assert depth > 20, error
        else:
            assert "Deep words" in made.markdown


def test_boxes_within_boxes_keep_their_words() -> None:
    made = importer.imported(_nested_boxes(), Path("a.docx"), Path("leaflet.md"))
    assert "Deep" in made.markdown


_LIMITED = """
import resource, sys
from pathlib import Path
from formats.errors import SourceError
from formats.importing import importer
try:
    importer.imported(Path(sys.argv[1]).read_bytes(), Path("a.docx"), Path("leaflet.md"))
except SourceError as error:
    print(error)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


@pytest.mark.parametrize("name", ["bomb", "entities", "deep"])
def test_it_takes_little_time_and_memory(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(REFUSED[name][0]())
    begun = time.monotonic()
    run = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(tmp_path / "a.docx")],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert time.monotonic() - begun < SECONDS
    # On Linux a child begins with the peak of the process that started it, until it is its own.
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    assert int(run.stdout.split()[-1]) < max(MEGABYTES, own + 50)


def test_macros_and_pictures_kept_elsewhere_do_nothing() -> None:
    data = documents.saved(cases.external_picture)
    data = documents.with_part(
        data, "vbaProject.bin", b"\0" * 100, "vbaProject", "application/vnd.ms-office.vbaProject"
    )
    made = importer.imported(data, Path("a.docm"), Path("leaflet.md"))
    assert {"import-macros", "import-picture-missing"} <= {f.code for f in made.findings}
    assert made.pictures == {}
    assert "![A map](picture-1.png)" in made.markdown


@pytest.mark.parametrize(
    ("name", "says"),
    [("a.doc", "save it as .docx"), ("a.pdf", "Ask for the Word file"), ("a.exe", "no kind"),
     ("a.docx", "There is no file")],
)  # fmt: skip
def test_other_kinds_say_what_to_do(name: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=says):
        importer.data_of(tmp_path / name)


def test_a_device_or_folder_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "a.docx").symlink_to("/dev/zero")
    (tmp_path / "b.docx").mkdir()
    for name in ("a.docx", "b.docx"):
        with pytest.raises(UsageError, match="no file"):
            importer.data_of(tmp_path / name)


def test_a_file_of_gigabytes_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.docx").open("wb") as file:
        file.truncate(5_000_000_000)
    with pytest.raises(SourceError, match="larger than 100 MB"):
        importer.data_of(tmp_path / "a.docx")
