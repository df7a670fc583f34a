"""The command `formats`: one module for each thing it can be asked to do.

Each has `declare(parser, given)`, which declares its arguments to argparse (`given` are those of
the command line, for a command whose arguments depend on them), and `run(parsed)`, which carries
it out and returns the exit code. Only the module of the command that was asked for is imported:
the table here is the one place that knows how not to load things.
"""

import argparse
import gc
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import Final

from formats import __version__
from formats.cli import streams
from formats.errors import ExitCode, FormatsError

COMMANDS: Final = {
    "build": ("formats.cli.build", "make leaflets into files"),
    "watch": ("formats.cli.watch", "build after each save, with a preview"),
    "schedule": ("formats.cli.schedule", "have the leaflets built at regular times"),
    "export": ("formats.cli.export", "make one file to one person's needs"),
    "list": ("formats.cli.listing", "show leaflets, formats and options"),
    "check": ("formats.cli.check", "check leaflets without making files"),
    "diff": ("formats.cli.diff", "say what a new edition changes"),
    "pictures": ("formats.cli.pictures", "find pictures for easy read"),
    "script": ("formats.cli.script", "show what a recording says"),
    "init": ("formats.cli.init", "begin a service of your own"),
    "new": ("formats.cli.new", "begin a leaflet"),
    "import": ("formats.cli.importing", "make a leaflet of a Word file, a web page or a text"),
    "signoff": ("formats.cli.signoff", "record that people have checked a text"),
    "cache": ("formats.cli.cache", "show, check or clear what is kept to save work"),
    "voices": ("formats.cli.voices", "show the voices there are, and fetch more"),
}
"""Each command with its module, and what it is for."""
_OBJECTS_BETWEEN_LOOKS = 100_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line `arguments` (default: those of the process); return the exit code."""
    # A leaflet is frozen data without cycles: looking for them took a tenth of a run.
    gc.set_threshold(_OBJECTS_BETWEEN_LOOKS)
    given = list(sys.argv[1:] if arguments is None else arguments)
    _heed_signals()
    with streams.ready() as output:
        code = _carried_out(given)
        output.flush()
        if output.message:
            print(f"formats: {output.message}", file=sys.stderr)
            return code or ExitCode.FAILED
        return code


def _carried_out(given: list[str]) -> int:
    """Run a command and return its exit code, whatever happens."""
    try:
        return _run(given)
    except FormatsError as error:
        print(f"formats: {error}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt as stop:
        print("formats: stopped. What was finished stands; the next run goes on.", file=sys.stderr)
        return stop.args[0] if stop.args else ExitCode.INTERRUPTED
    except OSError as error:
        from formats.storage import shortage

        if not (short := shortage.of(error)):
            return _fault()
        print(f"formats: {short}.", file=sys.stderr)
        return ExitCode.FAILED
    except Exception:  # noqa: BLE001 - whatever it is, the help promises this exit code for it
        return _fault()


def _fault() -> ExitCode:
    traceback.print_exc()
    print(f"formats: {_FAULT}", file=sys.stderr)
    return ExitCode.INTERNAL


def _heed_signals() -> None:
    """Stop as cleanly when asked to by the system (or a terminal that closes) as by Ctrl-C."""

    def stop(number: int, _frame: object) -> None:
        raise KeyboardInterrupt(_STOPS[signal.Signals(number).name])

    for name in _STOPS:
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        # Whoever has it ignored (nohup), or is no main thread (a test), is left alone.
        if number and signal.getsignal(number) is signal.SIG_DFL:
            with suppress(ValueError):
                signal.signal(number, stop)


_STOPS = {"SIGTERM": ExitCode.TERMINATED, "SIGHUP": ExitCode.HUNG_UP}
_FAULT = (
    "this is a fault in the program, not in what you did. Please report it, with the lines above."
)


def _run(given: list[str]) -> ExitCode:
    parsed = _parser(given).parse_args(given)
    if os.environ.get("FORMATS_CACHE_MAX"):
        from formats.storage import bounds

        bounds.limit()  # said once, and not by each process that has something to keep
    code: ExitCode = parsed.run(parsed)
    return code


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="formats",
        description="Turn leaflets into large print, easy read, e-books and spoken audio.",
        epilog="Exit codes: 0 done and verified; 1 something could not be built or has errors; "
        "2 wrong usage; 3 something changed, where that is asked for; 70 a fault in the program; "
        "129, 130 or 143 stopped: by a terminal that closed, from the keyboard, by the system.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"formats {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    # To declare the others takes longer than to find that there is nothing to build.
    known = given[:1] if given and given[0] in COMMANDS else COMMANDS
    for name in known:
        module, words = COMMANDS[name]
        command = commands.add_parser(name, help=words, allow_abbrev=False)
        if given[:1] == [name]:
            asked = import_module(module)
            asked.declare(command, given)
            command.set_defaults(run=asked.run)
    return parser
