"""`formats pictures`: find pictures by word, and write a contact sheet to look at."""

import argparse
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from formats.cli import arguments as shared
from formats.cli import sources
from formats.errors import ExitCode, FormatsError
from formats.pictures import search, sheet
from formats.storage import files

_SHOWN = 20  # names printed; the sheet has all


def declare(parser: argparse.ArgumentParser, _given: Sequence[str]) -> None:
    """Declare the arguments."""
    parser.description = (
        "Find pictures by word among those of pictures.toml and of OpenMoji, and "
        "write a page that shows them with what to write to have them, with scenes to copy and "
        "the people of the cast. Without a word it shows those of pictures.toml."
    )
    parser.add_argument(
        "words", nargs="*", metavar="WORD", help="What the picture is to show, such as “school”."
    )
    parser.add_argument(
        "--to", type=Path, default=Path("output/pictures.html"), metavar="FILE",
        help="The page to write. Default: output/pictures.html.",
    )  # fmt: skip
    shared.add_source(parser)


def run(parsed: argparse.Namespace) -> ExitCode:
    """Print the best matches, and write the page. Finding nothing fails."""
    words = " ".join(parsed.words)
    pictures = sources.library(parsed).shared.pictures
    house = search.find_in_house(words, pictures.all())
    found = search.find(words)
    if not house and not found:
        raise FormatsError(f"There is no picture for “{words}”. {sheet.ADVICE}")
    for picture in house[:_SHOWN]:
        print(f"picture:{picture.name}  {picture.alt}")
    for each in found[:_SHOWN]:
        print(f'openmoji = "{each.code}"  {each.name}')
    page = sheet.html(words, house, found, pictures.cast)
    with suppress(OSError):
        parsed.to.parent.mkdir(exist_ok=True)  # output/, where nothing was built yet
    files.write(page.encode(), parsed.to)
    print(f"{parsed.to} shows {len(house) + len(found)} pictures.")
    return ExitCode.OK
