import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from formats.storage import cache
from formats.storage.cache import Cache

KEY, OTHER = cache.key("one"), cache.key("another")


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("FORMATS_CACHE", str(tmp_path / "cache"))
    told = "One object of the cache was damaged; it was made anew."
    monkeypatch.setattr(cache, "_TOLD", ["More: formats cache check", told])
    return tmp_path / "cache"


def _files(folder: Path) -> list[str]:
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())


def test_what_is_put_can_be_had(folder: Path) -> None:
    kept = Cache("a-test")
    assert kept.get(KEY) is None
    assert kept.put(KEY, b"bytes")
    assert kept.get(KEY) == b"bytes"
    assert _files(folder) == [f"open/a-test/{KEY[:2]}/{KEY[2:]}", "open/written"]


def test_files_go_in_and_come_out_as_files_of_their_own(tmp_path: Path) -> None:
    kept, source, target = Cache("files"), tmp_path / "source", tmp_path / "target"
    source.write_bytes(os.urandom(3_000_000))
    target.write_bytes(b"something else")
    assert not kept.get_into(KEY, target)
    assert target.read_bytes() == b""
    assert kept.put_file(KEY, source)
    assert kept.get_into(KEY, target)
    assert target.read_bytes() == source.read_bytes()
    target.write_bytes(b"edited by hand")
    assert kept.get(KEY) == source.read_bytes()


def test_nothing_is_something_to_keep() -> None:
    kept = Cache("empty")
    kept.put(KEY, b"")
    assert kept.get(KEY) == b""


def test_keys_tell_parts_apart() -> None:
    keys = [cache.key(*parts) for parts in (("ab", "c"), ("a", "bc"), ("abc",), (b"abc",), (1, 2))]
    assert keys[2] == keys[3]
    assert len(set(keys)) == 4


def _flip(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]


SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "a byte flipped": _flip,
    "a byte of the seal flipped": lambda data: data[:9] + bytes([data[9] ^ 1]) + data[10:],
    "the mark flipped": lambda data: b"F" + data[1:],
    "cut short": lambda data: data[:-1],
    "cut to its seal": lambda data: data[:20],
    "emptied": lambda _: b"",
    "longer": lambda data: data + b"x",
    "something else": lambda _: b"not what it was",
}


@pytest.mark.parametrize("spoilt", SPOILT)
def test_a_damaged_object_is_none_and_told_and_made_anew(
    spoilt: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept, target = Cache("damaged"), tmp_path / "target"
    kept.put(KEY, b"the right bytes")
    path = kept.folder / KEY[:2] / KEY[2:]
    path.write_bytes(SPOILT[spoilt](path.read_bytes()))
    spoilt_bytes = path.read_bytes()
    assert not kept.get_into(KEY, target)
    assert target.read_bytes() == b""
    assert not path.exists()
    path.write_bytes(spoilt_bytes)
    assert kept.get_or_make(KEY, lambda: b"the right bytes") == b"the right bytes"
    assert kept.get(KEY) == b"the right bytes"
    first, more = capsys.readouterr().err.splitlines()
    assert first == "One object of the cache was damaged; it was made anew."
    assert "formats cache check" in more


def test_an_object_under_anothers_name_is_none() -> None:
    kept = Cache("swapped")
    kept.put(KEY, b"of one")
    theirs = kept.folder / OTHER[:2] / OTHER[2:]
    theirs.parent.mkdir(exist_ok=True)
    (kept.folder / KEY[:2] / KEY[2:]).rename(theirs)
    assert kept.get(OTHER) is None


def test_an_object_of_another_part_is_none() -> None:
    Cache("pictures").put(KEY, b"a picture")
    Cache("pictures").folder.rename(Cache("speech").folder)
    assert Cache("speech").get(KEY) is None


def test_damage_that_cannot_be_deleted_is_none_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Cache("stuck")
    kept.put(KEY, b"x")
    path = kept.folder / KEY[:2] / KEY[2:]
    path.write_bytes(b"y")
    monkeypatch.setattr(Path, "unlink", _refused)
    assert [kept.get(KEY), kept.get(KEY)] == [None, None]


def _refused(*_: object, **__: object) -> None:
    raise OSError(30, "Read-only file system")


@pytest.mark.parametrize("stands_in_the_way", ["cache", "cache/open/part"])
def test_a_cache_that_cannot_be_written_is_only_slower(
    stands_in_the_way: str, tmp_path: Path
) -> None:
    way = tmp_path / stands_in_the_way
    way.parent.mkdir(parents=True, exist_ok=True)
    way.write_text("a file in place of a folder")
    kept = Cache("part")
    assert kept.get_or_make(KEY, lambda: b"made") == b"made"
    assert not kept.put(KEY, b"made")
    assert way.read_text() == "a file in place of a folder"


def test_nothing_is_left_of_a_write_that_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Cache("full")
    monkeypatch.setattr(os, "fsync", _refused)
    assert not kept.put(KEY, b"x")
    assert _files(kept.folder) == []


def test_nothing_is_left_of_making_what_failed() -> None:
    kept = Cache("fails")
    with pytest.raises(ZeroDivisionError):
        kept.get_or_make(KEY, lambda: bytes(1 // 0))
    assert _files(kept.folder) == []


KILLED = """
import os, signal, sys
from formats.storage.cache import Cache
def pieces():
    yield b"half"
    os.kill(os.getpid(), signal.SIGKILL)
kept = Cache("killed")
with kept.alone_with(sys.argv[1]):
    kept._put(sys.argv[1], pieces(), 4)
"""


def test_what_a_killed_writer_leaves_is_swept_and_holds_nobody_up() -> None:
    subprocess.run([sys.executable, "-c", KILLED, KEY], check=False)
    kept = Cache("killed")
    assert len(_files(kept.folder)) == 2
    start = time.monotonic()
    assert kept.get_or_make(KEY, lambda: b"whole") == b"whole"
    assert time.monotonic() - start < 1
    assert _files(kept.folder) == [f"{KEY[:2]}/{KEY[2:]}"]


def _ask(name: str, log: Path) -> None:
    def make() -> bytes:
        with log.open("a") as file:
            file.write(f"{name}\n")
        time.sleep(0.2)
        return b"made"

    assert Cache("together").get_or_make(KEY, make) == b"made"


def test_of_several_processes_one_makes_and_the_others_wait(tmp_path: Path) -> None:
    fork = multiprocessing.get_context("fork")
    log = tmp_path / "log"
    processes = [fork.Process(target=_ask, args=(str(n), log)) for n in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0] * 4
    assert len(log.read_text().splitlines()) == 1
    assert [name for name in _files(Cache("together").folder) if ".lock" in name] == []


def test_a_maker_may_need_another_key() -> None:
    kept = Cache("nested")
    made = kept.get_or_make(KEY, lambda: kept.get_or_make(OTHER, lambda: b"inner") + b", outer")
    assert made == b"inner, outer"


def test_an_account_without_a_home_keeps_its_cache_beside_the_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FORMATS_CACHE")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", os.devnull)  # nobody can make a folder there, root neither
    assert not Cache("homeless").put(KEY, b"x")
    cache.use(tmp_path / "output" / ".cache")
    assert Cache("homeless").put(KEY, b"x")
    assert (tmp_path / "output" / ".cache" / "open" / "homeless").is_dir()
    monkeypatch.delenv("FORMATS_CACHE")


def test_the_folder_that_was_named_is_used_whatever_is_offered(folder: Path) -> None:
    cache.use(folder.parent / "offered")
    assert cache.root() == folder


def test_the_users_own_folder_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FORMATS_CACHE")
    assert cache.root().name == "formats"
    assert cache.root().is_absolute()


def test_what_the_disk_cannot_give_any_more_is_damage() -> None:
    kept = Cache("disk")
    kept.put(KEY, b"x")
    path = kept.folder / KEY[:2] / KEY[2:]
    path.unlink()
    path.symlink_to("/proc/self/mem")  # nothing can be read at its beginning: EIO
    assert kept.get(KEY) is None
    assert not path.is_symlink()
