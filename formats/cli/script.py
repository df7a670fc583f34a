"""`formats script`: what a recording says, for staff to read and for proof-listening."""

import argparse
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from formats.cli import arguments as shared
from formats.errors import ExitCode
from formats.names import VIEWS

if TYPE_CHECKING:
    from formats.model import Leaflet
    from formats.speech.utterances import Chapter, Utterance

_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?")


def add(commands: shared.Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "script",
        help="show what a recording says",
        description="Show what the recording of a leaflet says, chapter by chapter: each line is "
        "one thing that is said, as the voice is given it, with the seconds of silence after it.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "leaflet", metavar="LEAFLET", help="Name of a leaflet, or path of a folder or .md file."
    )
    parser.add_argument("--view", choices=VIEWS, default="standard", help="Default: standard.")
    parser.add_argument(
        "--review", action="store_true",
        help="List the words that the voice may say wrong: abbreviations, names, and what is in no "
        "list of common words. “say” in glossary.toml mends them.",
    )  # fmt: skip
    shared.add_source(parser)
    parser.set_defaults(run=run)


def run(parsed: argparse.Namespace) -> ExitCode:
    """Print the script, or the words to listen for."""
    from formats import signoffs, views
    from formats.speech.announcements import Announcer
    from formats.speech.script import script

    library = shared.library(parsed)
    entry = library.find(parsed.leaflet)
    leaflet = views.view(library.read(entry).leaflet, parsed.view, {"audio"})
    leaflet = signoffs.signed(leaflet, entry.path.parent)
    announcer = Announcer(leaflet)
    chapters = script(leaflet)
    around = (announcer.addresses(), announcer.closing())
    whole = [*chapters, *(chapter for chapter in around if chapter)]
    lines = _review(leaflet, whole) if parsed.review else _lines(whole)
    for line in lines:
        print(line)
    return ExitCode.OK


def _lines(chapters: Iterable["Chapter"]) -> Iterator[str]:
    for number, chapter in enumerate(chapters, 1):
        yield f"{number}. {chapter.title}"
        for said in chapter.utterances:
            language = "" if said.language.startswith("en") else f" [{said.language}]"
            yield f"    {said.say}{language}  ({said.role}, {said.pause:g} s)"


def _review(leaflet: "Leaflet", chapters: Iterable["Chapter"]) -> Iterator[str]:
    from formats.speech import voices
    from formats.speech.espeak import Espeak
    from formats.speech.saying import Sayer

    said = (utterance for chapter in chapters for utterance in chapter.utterances)
    english = (each for each in said if each.language.startswith("en"))
    words = dict.fromkeys(word for each in english for word in _doubtful(each))
    sayer, engine = Sayer(leaflet.glossary), Espeak()
    for word in sorted(words, key=str.casefold):
        given = sayer.say(word)
        yield f"{word}: said as “{given}” [{engine.phonemes(given, voices.ENGLISH)}]"
    yield f"{len(words)} words to listen for."


def _doubtful(utterance: "Utterance") -> Iterator[str]:
    """Yield the words with capitals where none begin a sentence, and those not common."""
    from formats.checks.easy_read import vocabulary

    if "/" in utterance.text or "@" in utterance.text:
        return  # an address, said sign by sign
    for number, word in enumerate(_WORD.findall(utterance.text)):
        inside = any(map(str.isupper, word[1:]))
        named = number > 0 and word[0].isupper()
        common = vocabulary.is_everyday(vocabulary.folded(word))
        if inside or not common or (named and not vocabulary.is_everyday(word)):
            yield word
