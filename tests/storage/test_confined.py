"""What the process of a rendition may do: each thing tried for real, as C libraries do it, too."""

import ctypes
import errno
import multiprocessing
import os
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from formats.storage import cache, confined, landlock, limits
from formats.storage.cache import Cache

FORK: Any = multiprocessing.get_context("fork")
KEY = cache.key("one")
# What the kernel says where it keeps the rule, and what comes of it where it does not.
REFUSED = errno.EACCES


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with a secret, which holds the output and the scratch folder, too."""
    for name in ("output", "scratch", ".ssh", "Documents", "cache"):
        (tmp_path / name).mkdir()
    (tmp_path / ".ssh" / "key").write_text("secret")
    (tmp_path / "Documents" / "letter.txt").write_text("no secret")
    (tmp_path / "output" / "old").write_text("the old one")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("FORMATS_CACHE", str(tmp_path / "cache"))
    return tmp_path


def _done(home: Path, work: Callable[[], Any], **how: Any) -> Any:
    """Return what `work` returns or raises in a confined process, or the signal that ends it."""
    ours, theirs = FORK.Pipe()

    def confined_work() -> None:
        confined.confine(home / "output" / "new", home / "scratch", **how)
        try:
            theirs.send(work())
        except Exception as error:  # noqa: BLE001
            theirs.send(error)
        os._exit(0)

    process = FORK.Process(target=confined_work)
    process.start()
    theirs.close()
    try:
        return ours.recv()
    except EOFError:
        process.join()
        return process.exitcode


def _c(function: str, *arguments: Any) -> int:
    """Call the C library past Python's audit hook, and return the error it gives, or 0."""
    libc = ctypes.CDLL(None, use_errno=True)
    return ctypes.get_errno() if getattr(libc, function)(*arguments) < 0 else 0


def _opened_in_c(path: Path, flags: int) -> int:
    return _c("open", os.fsencode(path), flags, 0o600)


NEW = os.O_WRONLY | os.O_CREAT


def _connected_in_c() -> int:
    with socket.socket() as ours:
        address = bytes([2, 0, 0, 9, 127, 0, 0, 1, *bytes(8)])
        return _c("connect", ours.fileno(), address, 16)


def _kernel(version: int, refused: int, otherwise: int) -> int:
    return refused if landlock.version() >= version else otherwise


@pytest.mark.parametrize(
    ("place", "flags", "expected"),
    [
        ("output/new", os.O_WRONLY | os.O_TRUNC, 0),
        ("scratch/mine", NEW, 0),
        ("cache/open/part", NEW, 0),
        ("cache/closed", NEW, REFUSED),
        ("output/old", os.O_WRONLY, REFUSED),
        ("output/stray", NEW, REFUSED),
        ("Documents/letter.txt", os.O_RDONLY, 0),
        ("Documents/letter.txt", os.O_WRONLY | os.O_APPEND, REFUSED),
        (".ssh/key", os.O_RDONLY, REFUSED),
        (".bashrc", NEW, REFUSED),
    ],
)
def test_the_kernel_keeps_a_process_to_its_own_files(
    place: str, flags: int, expected: int, home: Path
) -> None:
    found = _done(home, lambda: _opened_in_c(home / place, flags))
    assert found == (expected if landlock.version() else 0)


def test_a_home_is_not_read_because_python_looks_in_it(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home)
    monkeypatch.syspath_prepend(home)
    found = _done(home, lambda: _opened_in_c(home / ".ssh" / "key", os.O_RDONLY))
    assert found == _kernel(1, REFUSED, 0)


def test_the_kernel_keeps_a_process_from_deleting_and_truncating(home: Path) -> None:
    old = home / "output" / "old"
    assert _done(home, lambda: _c("unlink", os.fsencode(old))) == _kernel(1, REFUSED, 0)
    old.write_text("the old one")
    truncate = ("truncate", os.fsencode(old), ctypes.c_long(0))
    assert _done(home, lambda: _c(*truncate)) == _kernel(3, REFUSED, 0)


def test_the_kernel_keeps_a_process_from_calling_anybody(home: Path) -> None:
    assert _done(home, _connected_in_c) == _kernel(4, REFUSED, errno.ECONNREFUSED)


def test_the_kernel_keeps_a_process_from_ending_others(home: Path) -> None:
    other = subprocess.Popen(["sleep", "60"])
    try:
        found = _done(home, lambda: _c("kill", other.pid, 0))
    finally:
        other.kill()
        other.wait()
    assert found == _kernel(6, errno.EPERM, 0)


def test_what_a_process_starts_is_held_to_the_same(home: Path) -> None:
    command = ["sh", "-c", f"echo x > {home}/output/stray"]
    code = _done(home, lambda: subprocess.run(command, check=False, capture_output=True).returncode)
    assert (code != 0) == bool(landlock.version())


@pytest.mark.parametrize(
    "tried",
    [
        lambda home: (home / "output" / "old").write_text("x"),
        lambda home: (home / "output" / "new").unlink(),
        lambda home: (home / "output" / "new").rename(home / "output" / "old"),
        lambda home: (
            (home / "scratch" / "link").symlink_to(home / "output" / "old")
            or (home / "scratch" / "link").write_text("x")
        ),
        lambda home: (home / "output" / "link").symlink_to(home / "scratch"),
        lambda home: (home / "scratch" / "link").hardlink_to(home / "output" / "old"),
        lambda home: (home / "output" / "old").chmod(0o777),
        lambda home: shutil.rmtree(home / "Documents"),
        lambda home: os.truncate(home / "output" / "old", 0),
        lambda home: os.unlink("old", dir_fd=os.open(home / "output", os.O_RDONLY)),
        lambda home: (home / "output" / "folder").mkdir(),
    ],
)
def test_python_names_what_may_not_be(home: Path, tried: Callable[[Path], Any]) -> None:
    error = _done(home, lambda: tried(home))
    assert isinstance(error, PermissionError)
    assert error.strerror == "a renderer may write its own file only"
    assert (home / "output" / "old").read_text() == "the old one"


def test_what_is_ones_own_may_be_made_changed_and_deleted(home: Path) -> None:
    def work() -> bool:
        folder = Path(tempfile.mkdtemp())
        (folder / "deep" / "deeper").mkdir(parents=True)
        (folder / "deep" / "file").write_text("x")
        (folder / "link").symlink_to("/etc/passwd")
        (folder / "deep" / "file").rename(folder / "moved")
        shutil.rmtree(folder)
        with tempfile.TemporaryDirectory() as other:
            Path(other, "file").touch()
        with tempfile.TemporaryFile() as file, FORK.Pool(1) as pool:
            file.write(b"x")
            assert pool.apply(abs, (-1,)) == 1
        Path(os.devnull).write_text("x")
        (home / "output" / "new").write_text("made")
        return not any((home / "scratch").iterdir())

    assert _done(home, work) is True


def test_of_the_cache_the_open_parts_can_be_written_and_the_closed_ones_not(home: Path) -> None:
    closed = Cache("store", closed=True)
    closed.put(KEY, b"kept")
    assert _done(home, lambda: Cache("part").get_or_make(KEY, lambda: b"made")) == b"made"
    assert Cache("part").get(KEY) == b"made"
    assert _done(home, lambda: (closed.get(KEY), closed.put(KEY, b"forged"))) == (b"kept", False)
    assert closed.get(KEY) == b"kept"
    assert _done(home, lambda: Cache("engine").put(KEY, b"x"), cached=False) is False


def _opens_too_many() -> None:
    handles = [open(os.devnull) for _ in range(2 * limits.FILES)]  # noqa: SIM115, PTH123
    assert not handles


def _writes_too_much() -> None:
    with tempfile.TemporaryFile() as file:
        file.truncate(limits.FILE + 1)


def _works_for_ever() -> None:
    while True:
        pass


def test_memory_files_and_their_size_have_limits(home: Path) -> None:
    assert isinstance(_done(home, lambda: len(bytes(limits.MEMORY + 1))), MemoryError)
    assert _done(home, _opens_too_many).errno == errno.EMFILE
    assert _done(home, _writes_too_much).errno == errno.EFBIG


def test_processor_time_has_a_limit(home: Path) -> None:
    assert _done(home, _works_for_ever, seconds=0) == -signal.SIGXCPU


def test_processes_have_a_limit(home: Path) -> None:
    """The kernel does not count those of root, who stops being it here."""

    def limit() -> int:
        import resource

        return resource.getrlimit(resource.RLIMIT_NPROC)[0]

    running = limits._running()
    assert abs(_done(home, limit) - running - limits.PROCESSES) < 500


def test_what_confinement_holds_is_said() -> None:
    said = confined.confinement()
    assert said["landlock"] == landlock.version()
    assert said["writes"] == ("kernel" if landlock.version() else "Python")
    assert "memory" in said["limits"]
