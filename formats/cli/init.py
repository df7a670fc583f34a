"""`formats init`: a folder for a service that begins."""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from formats.errors import ExitCode, UsageError
from formats.service import folder
from formats.service.publisher import Publisher


def declare(parser: argparse.ArgumentParser, _given: Sequence[str]) -> None:
    """Declare the arguments."""
    parser.description = (
        "Make a folder with all that a service needs: who publishes, words and "
        "pictures that leaflets share, a first leaflet. Asks who publishes, if --name does not "
        "say it."
    )
    parser.add_argument("folder", type=Path, metavar="DIR", help="Folder to make.")
    parser.add_argument("--name", default="", metavar="WORDS", help="Who publishes.")
    parser.add_argument("--phone", default="", metavar="NUMBER", help="Telephone number.")
    parser.add_argument("--email", default="", metavar="ADDRESS", help="Email address.")
    parser.add_argument("--web", default="", metavar="ADDRESS", help="Website.")
    parser.add_argument(
        "--post", nargs="+", default=[], metavar="LINE", help="Postal address, line by line."
    )


def run(parsed: argparse.Namespace) -> ExitCode:
    """Write the folder, and say what to do next."""
    if not parsed.name:
        _ask(parsed, input)
    post = tuple(line.strip() for line in parsed.post if line.strip())
    publisher = Publisher(parsed.name, parsed.phone, parsed.email, parsed.web, post)
    today = date.today()  # noqa: DTZ011 - a local day
    for path in folder.begin(parsed.folder, publisher, today):
        print(path)
    print(f"Now go to {parsed.folder} and type: formats build")
    return ExitCode.OK


_QUESTIONS = {
    "name": "Who publishes the leaflets?",
    "phone": "Telephone (or nothing):",
    "email": "Email (or nothing):",
    "web": "Website (or nothing):",
    "post": "Postal address, with commas (or nothing):",
}


def _ask(parsed: argparse.Namespace, answer: Callable[[str], str]) -> None:
    """Put the answers to the questions that the command line leaves open into `parsed`."""
    if not sys.stdin.isatty():
        raise UsageError("Say who publishes the leaflets, with --name.")
    for name, question in _QUESTIONS.items():
        if not getattr(parsed, name):
            given = answer(f"{question} ").strip()
            setattr(parsed, name, given.split(",") if name == "post" else given)
