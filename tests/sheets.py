"""Every page of every rendition as a picture, to be looked at: `make sheets`.

    python -m tests.sheets FOLDER      contact sheets of the renditions in FOLDER, beside them
    python -m tests.sheets --readme    the pages that README.md shows, made anew

PDFs are drawn by PDFium, which wrote no part of them. Word documents go by way of LibreOffice
(`soffice`), web pages and e-books by Chromium (`chromium`), where these are installed.
"""

import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image

from tests import leaflets
from tests.rendering import rendered

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
WIDTH, ACROSS, GAP = 330, 8, 8  # points of a page, pages of a row, points between them
SCREEN = (420, 600)  # of a telephone
GREY = (120, 120, 120)


def main(arguments: list[str]) -> None:
    """Make what the arguments say."""
    if arguments == ["--readme"]:
        readme()
        return
    for folder in map(Path, arguments):
        for path in sorted(folder.rglob("*.*")):
            pages = list(_pages(path))
            if pages:
                sheet(pages).save(path.with_suffix(f"{path.suffix}.png"))
                print(f"{path}: {len(pages)} pages")


def sheet(pages: list[Image.Image]) -> Image.Image:
    """Return all pages on one sheet."""
    pages = [page.resize((WIDTH, page.height * WIDTH // page.width)) for page in pages]
    width, height = WIDTH + GAP, max(page.height for page in pages) + GAP
    rows = -(-len(pages) // ACROSS)
    made = Image.new("RGB", (min(len(pages), ACROSS) * width, rows * height), GREY)
    for number, page in enumerate(pages):
        made.paste(page, (number % ACROSS * width, number // ACROSS * height))
    return made


def readme() -> None:
    """Draw the pages that README.md shows."""
    standard = leaflets.edition(leaflets.real("standard"))
    easy = leaflets.edition(leaflets.real("easy-read"))
    large = rendered("pdf", standard, font_size=18, line_spacing=1.4)
    _saved(_drawn(large, 414)[3], "large-print")
    _saved(_drawn(rendered("pdf", easy, font_size=16), 414)[2], "easy-read")
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder, "book.epub")
        book.write_bytes(rendered("epub", standard))
        _saved(list(_book(book))[7], "epub")


def _saved(page: Image.Image, name: str) -> None:
    few = page.convert("RGB").quantize(64)
    few.save(PICTURES / f"{name}.png", optimize=True)


def _pages(path: Path) -> Iterator[Image.Image]:
    match path.suffix:
        case ".pdf":
            yield from _drawn(path.read_bytes())
        case ".docx" if shutil.which("soffice"):
            yield from _by_office(path)
        case ".html" if shutil.which("chromium"):
            yield from _screens(path)
        case ".epub" if shutil.which("chromium"):
            yield from _book(path)


def _drawn(data: bytes, width: int = WIDTH) -> list[Image.Image]:
    with pdfium.PdfDocument(data) as document:
        return [page.render(scale=width / page.get_width()).to_pil() for page in document]


def _by_office(path: Path) -> list[Image.Image]:
    with tempfile.TemporaryDirectory() as folder:
        own = f"-env:UserInstallation=file://{folder}/office"
        command = [
            "soffice",
            own,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            str(path),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return _drawn(Path(folder, f"{path.stem}.pdf").read_bytes())


def _book(path: Path) -> Iterator[Image.Image]:
    """Yield the beginning of each document of an e-book."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(path) as book:
        book.extractall(folder)
        for document in sorted(Path(folder).rglob("*.xhtml")):
            yield from _screens(document)


def _screens(path: Path) -> Iterator[Image.Image]:
    """Yield how a page begins, on light paper and on dark."""
    for more in ([], ["--blink-settings=preferredColorScheme=0"])[
        : 2 if ".html" in path.name else 1
    ]:
        with tempfile.TemporaryDirectory() as folder:
            shot = Path(folder, "shot.png")
            command = [
                "chromium", "--headless", "--no-sandbox", "--hide-scrollbars", *more,
                f"--user-data-dir={folder}/own",
                f"--window-size={SCREEN[0]},{SCREEN[1]}", f"--screenshot={shot}", path.as_uri(),
            ]  # fmt: skip
            subprocess.run(command, check=True, capture_output=True, timeout=60)
            with Image.open(shot) as drawn:
                yield drawn.convert("RGB").crop((0, 0, *SCREEN))


if __name__ == "__main__":
    main(sys.argv[1:])
