"""`formats script`: what a recording says, for staff to read and for proof-listening."""

import argparse
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from formats import options
from formats.checks.easy_read import vocabulary
from formats.cli import arguments as shared
from formats.cli import sources
from formats.errors import ExitCode, Place
from formats.model import Edition, ViewName
from formats.reading.catalogue import Catalogue, Format
from formats.renderers import registry
from formats.renderers.audio.production import choice
from formats.speech.script import Announcer, Chapter, Utterance
from formats.speech.script.saying import Sayer
from formats.speech.voice import driver, voices
from formats.speech.voice.espeak import Espeak
from formats.speech.voice.judging import expected_seconds
from formats.text.language import same

_RENDERER: Final = "audio"
_VIEWS: Final[tuple[ViewName, ...]] = ("standard", "easy-read")
_OPTIONS: Final = ("engine", "voice", "rate", "pitch")
"""Those of the audio renderer that a script depends on."""
_WORD = re.compile(r"[^\W_](?:[\w’'-]*\w)?")
_ADDRESS = re.compile(r"\S*(?:://|@|www\.)\S*")  # said sign by sign


def declare(parser: argparse.ArgumentParser, _given: Sequence[str]) -> None:
    """Declare the arguments."""
    parser.description = (
        "Show what the recording of a leaflet says, chapter by chapter: each line is "
        "one thing that is said, as the voice is given it, after its role and the seconds of "
        "silence that follow it."
    )
    parser.add_argument(
        "leaflet", metavar="LEAFLET", help="Name of a leaflet, or path of a folder or .md file."
    )
    parser.add_argument("--view", choices=_VIEWS, default="standard", help="Default: standard.")
    parser.add_argument(
        "--review", action="store_true",
        help="List the words that the voice may say wrong: abbreviations, names, and what is in no "
        "list of common words, each with how it will be said in the International Phonetic "
        "Alphabet. “say” in glossary.toml mends them.",
    )  # fmt: skip
    for detail in options.details(registry.load(_RENDERER).Options):
        if detail.name in _OPTIONS:
            shared.add_option(parser, f"--{detail.name}", detail)
    shared.add_source(parser)


def run(parsed: argparse.Namespace) -> ExitCode:
    """Print the script, or the words to listen for. Raises `FormatsError`."""
    edition, chosen = _opened(parsed)
    chapters = _chapters(edition, chosen)
    for line in _review(edition, chapters, chosen) if parsed.review else _lines(chapters):
        print(line)
    return ExitCode.OK


def _opened(parsed: argparse.Namespace) -> tuple[Edition, Any]:
    """Return the edition that is recorded, and the options of its recording."""
    library = sources.library(parsed)
    planner = sources.planner(library)
    opened = planner.open(library.find(parsed.leaflet))
    wanted = _format(planner.catalogue, parsed.view)
    own = opened.front_matter.options.get(wanted.name, {})
    chosen: Any = options.make(
        registry.load(_RENDERER).Options,
        options.Layer(wanted.options, wanted.place),
        options.Layer(own, Place(str(opened.entry.path), 1)),
        options.Layer(shared.asked(parsed)),
    )
    return opened.in_format(wanted, chosen), chosen


def _format(formats: Catalogue, view: ViewName) -> Format:
    """Return the first format that is a recording of a view, or a plain one."""
    recorded = (each for each in formats.values() if each.renderer == _RENDERER)
    return next((e for e in recorded if e.view == view), Format(_RENDERER, _RENDERER, view))


def _chapters(edition: Edition, chosen: Any) -> list[Chapter]:
    """Return all chapters, the opening with about how long the recording will be."""
    announcer = Announcer(edition, choice(edition, chosen).chosen.called)
    said = (u for each in (announcer.opening(0), *announcer.chapters) for u in each.utterances)
    seconds = sum(expected_seconds(each.say, chosen.rate) + each.pause for each in said)
    return [announcer.opening(seconds), *announcer.chapters]


def _lines(chapters: Iterable[Chapter]) -> Iterator[str]:
    for number, chapter in enumerate(chapters):
        yield f"{number}. {chapter.title}" if number else chapter.title
        for said in chapter.utterances:
            language = "" if same(said.language, "en") else f" [{said.language}]"
            yield f"  {said.role:9} {said.pause:4.2f} s  {said.say}{language}"


def _review(edition: Edition, chapters: Iterable[Chapter], chosen: Any) -> Iterator[str]:
    own = choice(edition, chosen).of(edition.language)
    # Pico cannot say how it says a word; espeak-ng's answer is the nearest there is.
    name = own.name if own.driver == driver.ESPEAK else voices.ENGLISH
    sayer, engine = Sayer(edition.glossary, dict(edition.places)), Espeak()
    found = dict(_found(chapters, edition.language, sayer))
    for word in sorted(found, key=lambda each: (each.casefold(), each)):
        given = sayer.say(word, edition.language)
        said = "" if given == word else f" said as “{given}”"
        yield f"{word}:{said} [{engine.phonemes(given, name)}] {found[word]}".rstrip()
    yield f"{len(found)} words to listen for."


def _found(chapters: Iterable[Chapter], language: str, sayer: Sayer) -> Iterator[tuple[str, str]]:
    """Yield each doubtful word with where it stands; of several places the first comes last.

    Before them comes what is said of the recording itself, which stands nowhere.
    """
    said = [utterance for chapter in chapters for utterance in chapter.utterances]
    placed_first = sorted(said, key=lambda utterance: not utterance.place.file)
    for each in reversed(placed_first):
        if same(each.language, language):
            where = str(each.place) if each.place.file else ""
            yield from ((word, where) for word in _doubtful(each, sayer))


def _doubtful(utterance: Utterance, sayer: Sayer) -> Iterator[str]:
    """Yield abbreviations, names, and words in no list, unless a rule has them said otherwise."""
    given = set(_WORD.findall(utterance.say))
    for number, word in enumerate(_WORD.findall(_ADDRESS.sub(" ", utterance.text))):
        plain = vocabulary.folded(word).removesuffix("'s")
        capitals = any(map(str.isupper, word[1:])) or any(map(str.isdigit, word))
        name = number > 0 and word[0].isupper() and not vocabulary.is_everyday(plain)
        otherwise = word not in given and sayer.say(word) == word  # "ME16", letter by letter
        doubtful = capitals or name or not vocabulary.is_known(plain)
        if doubtful and not otherwise and not word.isdigit():
            yield word
