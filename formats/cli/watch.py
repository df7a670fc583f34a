"""`formats watch`: building after each save, with a preview in the browser."""

import argparse
import sys
from collections.abc import Sequence

from formats.building import watch
from formats.building.preview import HOST, Preview
from formats.cli import arguments as shared
from formats.errors import ExitCode, UsageError


def declare(parser: argparse.ArgumentParser, _given: Sequence[str]) -> None:
    """Declare the arguments."""
    parser.description = (
        "Build after each save of a source, and show the HTML of it in a browser, on this computer "
        "only. It goes on until you stop it with Ctrl-C."
    )
    parser.add_argument(
        "leaflets", nargs="*", metavar="LEAFLET", help="Name of a leaflet. Default: all leaflets."
    )
    parser.add_argument(
        "--format", nargs="+", action="extend", default=[], metavar="NAME", dest="formats",
        help="Make these formats after each save. Default: html.",
    )  # fmt: skip
    parser.add_argument(
        "--port", type=int, default=0, metavar="N",
        help="Port of the preview. Default: any that is free.",
    )  # fmt: skip
    shared.add_source(parser)
    shared.add_output(parser)


def run(parsed: argparse.Namespace) -> ExitCode:
    """Watch until stopped. Raises `UsageError` if there is nothing to watch."""
    if not parsed.source.is_dir():
        raise UsageError(f"There is no source folder {parsed.source}. Name one with --source.")
    try:
        preview = Preview(parsed.output, parsed.port)
    except (OSError, OverflowError):
        message = f"Port {parsed.port} of {HOST} cannot be had. Choose another with --port."
        raise UsageError(message) from None
    print(f"Preview: {preview.address}  (stop with Ctrl-C)", file=sys.stderr, flush=True)
    folders = ["--source", str(parsed.source), "--output", str(parsed.output)]
    arguments = [*parsed.leaflets, *folders, "--format", *(parsed.formats or ["html"])]
    try:
        watch.build_after(watch.changes(parsed.source), arguments, preview.changed)
    finally:
        preview.close()
    return ExitCode.OK
