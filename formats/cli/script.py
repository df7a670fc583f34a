"""`formats script`: what a recording says, for staff to read and for proof-listening."""

import argparse
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from formats.cli import arguments as shared
from formats.errors import ExitCode
from formats.model import VIEWS

if TYPE_CHECKING:
    from formats.model import Leaflet
    from formats.renderers.audio import AudioOptions
    from formats.speech.script.saying import Sayer
    from formats.speech.script.utterances import Chapter, Utterance

_WORD = re.compile(r"[^\W_](?:[\w’'-]*\w)?")
_ADDRESS = re.compile(r"\S*(?:://|@|www\.)\S*")  # said sign by sign
_OPTIONS = ("engine", "voice", "rate", "pitch")
"""Those of the audio renderer that a script depends on."""


def add(commands: shared.Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "script",
        help="show what a recording says",
        description="Show what the recording of a leaflet says, chapter by chapter: each line is "
        "one thing that is said, as the voice is given it, after its role and the seconds of "
        "silence that follow it.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "leaflet", metavar="LEAFLET", help="Name of a leaflet, or path of a folder or .md file."
    )
    parser.add_argument("--view", choices=VIEWS, default="standard", help="Default: standard.")
    parser.add_argument(
        "--review", action="store_true",
        help="List the words that the voice may say wrong: abbreviations, names, and what is in no "
        "list of common words, each with how it will be said in the International Phonetic "
        "Alphabet. “say” in glossary.toml mends them.",
    )  # fmt: skip
    for name in _OPTIONS:
        parser.add_argument(
            f"--{name}", dest=f"option:{name}", metavar="VALUE",
            help="As for the format audio: see formats export --format audio --help.",
        )  # fmt: skip
    shared.add_source(parser)
    parser.set_defaults(run=run)


def run(parsed: argparse.Namespace) -> ExitCode:
    """Print the script, or the words to listen for."""
    leaflet = _leaflet(parsed)
    options = _options(parsed)
    chapters = _chapters(leaflet, options)
    lines = _review(leaflet, chapters, options) if parsed.review else _lines(chapters)
    for line in lines:
        print(line)
    return ExitCode.OK


def _leaflet(parsed: argparse.Namespace) -> "Leaflet":
    from formats import signoffs, views

    library = shared.library(parsed)
    entry = library.find(parsed.leaflet)
    leaflet = views.view(library.read(entry).leaflet, parsed.view, {"audio"})
    return signoffs.signed(leaflet, entry.path.parent)


def _options(parsed: argparse.Namespace) -> "AudioOptions":
    from formats import options
    from formats.renderers.audio import AudioOptions

    named = {name: getattr(parsed, f"option:{name}") for name in _OPTIONS}
    asked = {name: value for name, value in named.items() if value is not None}
    return options.make(AudioOptions, options.Layer(asked))


def _chapters(leaflet: "Leaflet", options: "AudioOptions") -> list["Chapter"]:
    """Return all chapters, the opening with about how long the recording will be."""
    from formats.speech.script import script
    from formats.speech.script.announcements import Announcer
    from formats.speech.voice.judging import expected_seconds

    announcer = Announcer(leaflet)
    chapters = [*script(leaflet), *announcer.after()]
    said = (utterance for chapter in chapters for utterance in chapter.utterances)
    seconds = sum(expected_seconds(each.say, options.rate) + each.pause for each in said)
    return [announcer.before(chapters, seconds), *chapters]


def _lines(chapters: Iterable["Chapter"]) -> Iterator[str]:
    for number, chapter in enumerate(chapters):
        yield f"{number}. {chapter.title}" if number else chapter.title
        for said in chapter.utterances:
            language = "" if said.language.startswith("en") else f" [{said.language}]"
            yield f"  {said.role:9} {said.pause:4.2f} s  {said.say}{language}"


def _review(
    leaflet: "Leaflet", chapters: Iterable["Chapter"], options: "AudioOptions"
) -> Iterator[str]:
    from formats.renderers.audio.production import choice
    from formats.speech.script.saying import Sayer
    from formats.speech.voice import driver, voices
    from formats.speech.voice.espeak import Espeak

    own = choice(leaflet, options).of(leaflet.language)
    # Pico cannot say how it says a word; espeak-ng's answer is the nearest there is.
    name = own.name if own.driver == driver.ESPEAK else voices.ENGLISH
    sayer, engine = Sayer(leaflet.glossary), Espeak()
    found = dict(_found(chapters, leaflet.language, sayer))
    for word in sorted(found, key=lambda each: (each.casefold(), each)):
        given = sayer.say(word, leaflet.language)
        said = "" if given == word else f" said as “{given}”"
        yield f"{word}:{said} [{engine.phonemes(given, name)}] {found[word]}".rstrip()
    yield f"{len(found)} words to listen for."


def _found(
    chapters: Iterable["Chapter"], language: str, sayer: "Sayer"
) -> Iterator[tuple[str, str]]:
    """Yield each doubtful word with where it stands; of several places the first comes last."""
    from formats.speech.voice.voices import base

    said = [utterance for chapter in chapters for utterance in chapter.utterances]
    for each in reversed(said):
        if base(each.language) == base(language):
            where = str(each.place) if each.place.file else ""
            yield from ((word, where) for word in _doubtful(each, sayer))


def _doubtful(utterance: "Utterance", sayer: "Sayer") -> Iterator[str]:
    """Yield abbreviations, names, and words in no list, unless a rule has them said otherwise."""
    from formats.checks.easy_read import vocabulary

    given = set(_WORD.findall(utterance.say))
    for number, word in enumerate(_WORD.findall(_ADDRESS.sub(" ", utterance.text))):
        plain = vocabulary.folded(word).removesuffix("'s")
        capitals = any(map(str.isupper, word[1:])) or any(map(str.isdigit, word))
        name = number > 0 and word[0].isupper() and not vocabulary.is_everyday(plain)
        otherwise = word not in given and sayer.say(word) == word  # "ME16", letter by letter
        doubtful = capitals or name or not vocabulary.is_known(plain)
        if doubtful and not otherwise and not word.isdigit():
            yield word
