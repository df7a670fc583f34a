"""Watching a source folder: building after each save, and saying when it is mended."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

_QUIET = 60
"""Milliseconds without a change after which a burst of them is over."""
_LONGEST_BURST = 500  # milliseconds
_LOOK = 200  # milliseconds, after which it is said that nothing has changed


def changes(source: Path) -> Iterator[None]:
    """Yield once at the beginning, and then after each burst of changes in a source folder."""
    import watchfiles  # 60 ms that only watching need pay

    watched = watchfiles.watch(
        source, debounce=_LONGEST_BURST, step=_QUIET, raise_interrupt=True,
        rust_timeout=_LOOK, yield_on_timeout=True,
    )  # fmt: skip
    next(watched)  # from now on nothing is missed, a save during the first build neither
    yield
    for changed in watched:
        if changed:
            yield


def build_after(bursts: Iterator[None], arguments: Sequence[str], then: Callable[[], None]) -> None:
    """Build with `formats build` and `arguments` after each burst, and call `then`.

    Each build is a process of its own: whatever a source does to it, watching goes on.
    """
    was_broken = False
    command = [sys.executable, "-m", "formats", "build", "--plain", *arguments]
    for _ in bursts:
        is_broken = subprocess.run(command, check=False).returncode != 0  # noqa: S603
        if was_broken and not is_broken:
            print("Mended: everything could be built.", file=sys.stderr, flush=True)
        elif is_broken:
            print("Not all could be built. Watching goes on.", file=sys.stderr, flush=True)
        was_broken = is_broken
        then()
