"""The command `formats`: one module for each thing it can be asked to do.

Each module of a command has `add(commands)`, which declares it to argparse, and a function
that carries it out and returns the exit code. Modules of the rooms below are imported when
a command runs, not before: `formats --help` should be there at once.
"""

import argparse
import gc
import os
import sys
from collections.abc import Sequence

from formats import __version__
from formats.errors import ExitCode, FormatsError

_OBJECTS_BETWEEN_LOOKS = 100_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line `arguments` (default: those of the process); return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter shows a “?” and not a traceback.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    # A leaflet is frozen data without cycles: looking for them took a tenth of a run.
    gc.set_threshold(_OBJECTS_BETWEEN_LOOKS)
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        parsed = _parser(given).parse_args(given)
        code: ExitCode = parsed.run(parsed)
        sys.stdout.flush()
    except FormatsError as error:
        print(f"formats: {error}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("formats: stopped.", file=sys.stderr)
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has gone, as `formats list | head -1` does; nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.OK
    return code


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    from formats.cli import (
        build,
        check,
        export,
        importing,
        init,
        listing,
        new,
        pictures,
        script,
        signoff,
    )

    parser = argparse.ArgumentParser(
        prog="formats",
        description="Turn leaflets into large print, easy read, e-books and spoken audio.",
        epilog="Exit codes: 0 done and verified; 1 something could not be built or has errors; "
        "2 wrong usage; 70 a fault in the program; 130 stopped from the keyboard.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"formats {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    build.add(commands)
    export.add(commands, given)
    listing.add(commands)
    check.add(commands)
    pictures.add(commands)
    script.add(commands)
    signoff.add(commands)
    importing.add(commands)
    init.add(commands)
    new.add(commands)
    return parser
