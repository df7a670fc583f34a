"""ZIP files that are the same bytes each time: no clock, no computer's own attributes in them."""

import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from types import SimpleNamespace
from typing import IO, Final

_FIRST_DATE: Final = (1980, 1, 1, 0, 0, 0)  # the first that a ZIP can hold
_UNIX: Final = 3
_READABLE: Final = 0o644 << 16
_PACKED_ALREADY: Final = frozenset({".png", ".jpg", ".jpeg", ".mp3", ".m4a"})
"""Suffixes of files that a second packing makes no smaller, only later."""


def entry(name: str, *, stored: bool = False) -> zipfile.ZipInfo:
    """Return the header of a member called `name`, for `writestr` or `open`.

    It is `stored` as it is where that is asked for, and where it is packed already.
    """
    info = zipfile.ZipInfo(name, _FIRST_DATE)
    as_it_is = stored or PurePosixPath(name).suffix.lower() in _PACKED_ALREADY
    info.compress_type = zipfile.ZIP_STORED if as_it_is else zipfile.ZIP_DEFLATED
    info.create_system, info.external_attr = _UNIX, _READABLE
    return info


@contextmanager
def in_any_year() -> Iterator[None]:
    """Let libraries that date what they pack by the clock do so when it says 1970.

    A ZIP has no such year, and zipfile refuses (ebooklib and python-docx name no other date).
    """
    clock = vars(zipfile)["time"]
    if clock.localtime(clock.time()).tm_year < _FIRST_DATE[0]:
        vars(zipfile)["time"] = SimpleNamespace(time=clock.time, localtime=lambda _: _FIRST_DATE)
    try:
        yield
    finally:
        vars(zipfile)["time"] = clock


def normalised(
    packed: IO[bytes], out: IO[bytes], change: Callable[[str, bytes], bytes] | None = None
) -> None:
    """Write the ZIP file `packed` to `out` anew, its members in the order that they have.

    A member that was stored stays stored (an EPUB's "mimetype" must: OCF 3.3, 4.3). `change`
    is given the name and the bytes of each member, and returns the bytes to write.
    """
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(out, "w") as target:
        for info in source.infolist():
            data = source.read(info)
            stored = info.compress_type == zipfile.ZIP_STORED
            fixed = entry(info.filename, stored=stored)
            target.writestr(fixed, change(info.filename, data) if change else data)
