"""A store of bytes by the content they were made from. Deleting it loses nothing.

It lives under the folder named by `FORMATS_CACHE`, else the user's cache folder. Each object is
one sealed file named by the SHA-256 of its key, written whole or not at all, so that processes
can share it. One that was damaged is none: it is deleted, told of, and made anew. No cache, a full
one or one that may only be read is slower, and never an error.
"""

import hashlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from formats.storage import bounds, locks, sealed

ENVIRONMENT_VARIABLE = "FORMATS_CACHE"
_NOWHERE = Path(os.devnull) / "formats"  # nothing is there, and nothing can be put there


def root() -> Path:
    """Return the folder that everything cached lives under."""
    named = os.environ.get(ENVIRONMENT_VARIABLE)
    if named:
        return Path(named)
    import platformdirs  # 8 ms that most commands need not pay

    users = Path(platformdirs.user_cache_dir("formats", appauthor=False))
    return users if users.is_absolute() else _NOWHERE  # “~/.cache”: an account without a home


def opened() -> Path:
    """Return the folder of the parts of the cache that a renderer may write."""
    return root() / bounds.OPEN


def use(folder: Path) -> None:
    """Let the cache live in `folder`, for this process and those it starts, if need be.

    There is need where nobody has named another, and the user has none that can be written, as
    an account of a service without a home.
    """
    if not os.environ.get(ENVIRONMENT_VARIABLE) and not is_writable(root()):
        os.environ[ENVIRONMENT_VARIABLE] = str(folder.absolute())


def is_writable(folder: Path) -> bool:
    """Whether files can be written in `folder`, which is made if it can be."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        return os.access(folder, os.W_OK)
    return False


def key(*parts: str | bytes | float) -> str:
    """Return the key of something made from `parts`; each part's length counts."""
    digest = hashlib.sha256()
    for part in parts:
        # The name of a file need not be UTF-8.
        data = part if isinstance(part, bytes) else str(part).encode(errors="surrogatepass")
        digest.update(b"%d:" % len(data) + data)
    return digest.hexdigest()


class Cache:
    """One named part of the cache. What was used least lately in all of it goes first.

    A renderer can write the parts that are open to it, and none that is `closed`.
    """

    def __init__(self, name: str, *, closed: bool = False) -> None:
        self.name = name
        self.folder = root() / (bounds.CLOSED if closed else bounds.OPEN) / name

    def get(self, key: str) -> bytes | None:
        """Return the bytes kept under `key`, or None."""
        path = self._path(key)
        try:
            data = sealed.read(path, f"{self.name}/{key}")
        except sealed.AbsentError:
            return None
        except sealed.DamagedError:
            _drop(path)
            return None
        _touch(path)
        return data

    def get_into(self, key: str, target: Path) -> bool:
        """Copy what is kept under `key` into the file `target`, and return whether it is there.

        If not, the file is empty. Raises `OSError` if it cannot be written.
        """
        path = self._path(key)
        with target.open("wb") as file:
            try:
                for piece in sealed.chunks(path, f"{self.name}/{key}"):
                    file.write(piece)
            except sealed.AbsentError:
                return False
            except sealed.DamagedError:
                file.truncate(0)
                _drop(path)
                return False
        _touch(path)
        return True

    def put(self, key: str, data: bytes) -> bool:
        """Keep `data` under `key`, and return whether it could be kept."""
        return self._put(key, [data], len(data))

    def put_file(self, key: str, source: Path) -> bool:
        """Keep the bytes of the file `source` under `key`, and return whether they are.

        Raises `OSError` if there is no such file.
        """
        return self._put(key, sealed.pieces(source), source.stat().st_size)

    def get_or_make(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Return the bytes kept under `key`, made and kept first if there are none.

        Of several processes one makes them, and the others wait. `make` may ask for other keys.
        """
        data = self.get(key)
        if data is None:
            with self.alone_with(key):
                data = self.get(key)
                if data is None:
                    data = make()
                    self.put(key, data)
        return data

    @contextmanager
    def alone_with(self, key: str) -> Iterator[None]:
        """Let no other process make what `key` stands for meanwhile, if the cache can do that."""
        path = self._path(key)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
        with locks.held(path.with_name(f"{bounds.LOCK}{path.name}")):
            yield

    def _put(self, key: str, pieces: Iterable[bytes], size: int) -> bool:
        if not bounds.is_welcome(size):
            return False
        path = self._path(key)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            bounds.sweep(path.parent)
            bounds.count(self.folder.parents[1], sealed.write(path, f"{self.name}/{key}", pieces))
            return True
        return False

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]


def _touch(path: Path) -> None:
    with suppress(OSError):  # a cache that may only be read is one, too
        os.utime(path)


def _drop(path: Path) -> None:
    """Delete a damaged object, and tell of it: of the first, and once that there are more."""
    with suppress(OSError):
        path.unlink()
    if _TOLD:
        print(_TOLD.pop(), file=sys.stderr, flush=True)


_TOLD = [
    "More of the cache was damaged, and is made anew. To look at all of it: formats cache check",
    "One object of the cache was damaged; it was made anew.",
]
"""What is left to be said of damage, the last of it first."""
