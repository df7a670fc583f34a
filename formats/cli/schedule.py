"""`formats schedule`: having the leaflets built at regular times."""

import argparse
import shutil
from collections.abc import Sequence

from formats.building import folders, schedule
from formats.cli import arguments as shared
from formats.errors import ExitCode
from formats.storage import cache


def declare(parser: argparse.ArgumentParser, _given: Sequence[str]) -> None:
    """Declare the arguments."""
    parser.description = (
        "Print what has this computer build the leaflets at regular times: a service and a timer "
        "of systemd, or a line of a crontab. With --install they are put in place for you."
    )
    parser.add_argument(
        "--every", default="15min", metavar="TIME",
        help="How often: 15min, 1h … 12h, or daily. Default: 15min.",
    )  # fmt: skip
    parser.add_argument(
        "--at", default="06:00", metavar="HH:MM", help="When, with daily. Default: 06:00."
    )
    parser.add_argument(
        "--by", choices=("systemd", "cron"),
        help="What keeps the time. Default: systemd where it is, else cron.",
    )  # fmt: skip
    parser.add_argument(
        "--install", action="store_true", help="Put it in place for this user, and start it."
    )
    shared.add_source(parser)
    shared.add_output(parser)


def run(parsed: argparse.Namespace) -> ExitCode:
    """Print or install. Raises `FormatsError` if that cannot be."""
    cache.use(parsed.output / folders.CACHE)
    times = schedule.times(parsed.every, parsed.at)
    order = schedule.Order(
        times, parsed.source.absolute(), parsed.output.absolute(), cache.root().absolute()
    )
    by = parsed.by or ("systemd" if shutil.which("systemctl") else "cron")
    if parsed.install:
        install = schedule.install_units if by == "systemd" else schedule.install_crontab
        print(*install(order), sep="\n")
    elif by == "cron":
        print(schedule.crontab_line(order))
    else:
        print(*(f"# {name}\n{text}" for name, text in schedule.units(order).items()), sep="\n")
    return ExitCode.OK
