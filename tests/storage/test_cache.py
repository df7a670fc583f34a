import os
from pathlib import Path

import pytest

from formats.storage import cache
from formats.storage.cache import Cache


def test_what_is_put_can_be_had(own_cache: Path) -> None:
    kept = Cache("a-test", 1_000)
    key = cache.key("one")
    assert kept.get(key) is None
    kept.put(key, b"bytes")
    assert kept.get(key) == b"bytes"
    assert [p for p in own_cache.rglob("*") if p.is_file() and "a-test" in str(p)] == [
        own_cache / "a-test" / key[:2] / key[2:]
    ]


def test_made_once(own_cache: Path) -> None:
    calls: list[int] = []

    def make() -> bytes:
        calls.append(1)
        return b"made"

    kept = Cache("once", 1_000)
    assert [kept.get_or_make(cache.key("k"), make) for _ in range(3)] == [b"made"] * 3
    assert len(calls) == 1


def test_keys_tell_parts_apart() -> None:
    keys = [cache.key(*parts) for parts in (("ab", "c"), ("a", "bc"), ("abc",), (b"abc",), (1, 2))]
    assert keys[2] == keys[3]
    assert len(set(keys)) == 4


def test_an_entry_that_lost_its_bytes_is_none() -> None:
    kept = Cache("power-cut", 1_000)
    kept.put("k" * 64, b"x")
    (kept.folder / "kk" / ("k" * 62)).write_bytes(b"")
    assert kept.get_or_make("k" * 64, lambda: b"again") == b"again"


@pytest.mark.parametrize("stands_in_the_way", ["the-cache", "the-cache/part"])
def test_a_cache_that_cannot_be_written_is_only_slower(
    stands_in_the_way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORMATS_CACHE", str(tmp_path / "the-cache"))
    way = tmp_path / stands_in_the_way
    way.parent.mkdir(exist_ok=True)
    way.write_text("a file in place of a folder")
    kept = Cache("part", 1_000)
    assert kept.get_or_make(cache.key("k"), lambda: b"made") == b"made"
    kept.prune()
    assert way.read_text() == "a file in place of a folder"


def test_nothing_is_left_of_a_write_that_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Cache("full", 1_000)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    kept.put(cache.key("k"), b"x")
    assert [p for p in kept.folder.rglob("*") if p.is_file()] == []


def test_prune_drops_what_was_used_least_lately() -> None:
    kept = Cache("pruned", 30)
    keys = [cache.key(n) for n in range(5)]
    for number, key in enumerate(keys):
        kept.put(key, b"x" * 10)
        path = kept.folder / key[:2] / key[2:]
        os.utime(path, (number, number))
    kept.get(keys[0])
    kept.prune()
    assert [kept.get(key) is not None for key in keys] == [True, False, False, True, True]


def test_the_users_own_folder_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FORMATS_CACHE")
    assert cache.root().name == "formats"
    assert cache.root().is_absolute()
