"""Arguments that several commands share. Only argparse is needed to declare them."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from formats.options import OptionDetail


def add_source(parser: argparse.ArgumentParser) -> None:
    """Add `--source`."""
    parser.add_argument(
        "--source", type=Path, default=Path("source"), metavar="DIR",
        help="Folder of the leaflets and of what they share. Default: source.",
    )  # fmt: skip


def add_output(parser: argparse.ArgumentParser) -> None:
    """Add `--output`."""
    parser.add_argument(
        "--output", type=Path, default=Path("output"), metavar="DIR",
        help="Folder that the files are written to. Default: output.",
    )  # fmt: skip


def add_time_limit(parser: argparse.ArgumentParser) -> None:
    """Add `--time-limit`."""
    parser.add_argument(
        "--time-limit", type=_seconds, default=600.0, metavar="SECONDS",
        help="Give up a file that takes longer than this. Default: 600.",
    )  # fmt: skip


def _seconds(written: str) -> float:
    seconds = float(written)
    if not 0 < seconds < float("inf"):
        raise ValueError(written)
    return seconds


def add_option(group: Any, flag: str, detail: "OptionDetail") -> None:
    """Add an option of a renderer under a flag."""
    words: dict[str, Any] = {
        "dest": f"option:{detail.name}",
        "default": None,
        "help": detail.description.replace("%", "%%"),
    }
    if detail.kind is bool:
        words["action"] = argparse.BooleanOptionalAction
    else:
        choices = "|".join(detail.choices)
        words["metavar"] = choices if 0 < len(choices) <= 40 else detail.kind.__name__.upper()  # noqa: PLR2004
    group.add_argument(flag, **words)


def asked(parsed: argparse.Namespace) -> dict[str, Any]:
    """Return the values of options of a renderer that were given on the command line."""
    named = {
        k.removeprefix("option:"): v for k, v in vars(parsed).items() if k.startswith("option:")
    }
    return {name: value for name, value in named.items() if value is not None}


def add_strict(parser: argparse.ArgumentParser) -> None:
    """Add `--strict`."""
    parser.add_argument(
        "--strict", action="store_true",
        help="Take every warning about a source for an error: nothing is made of it.",
    )  # fmt: skip
