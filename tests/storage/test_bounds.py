import os
from pathlib import Path

import pytest

from formats.errors import UsageError
from formats.storage import bounds, cache
from formats.storage.cache import Cache

KEYS = [cache.key(n) for n in range(30)]


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("FORMATS_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def _total(folder: Path) -> int:
    return sum(each.size for each in bounds.objects(folder))


def test_all_parts_together_stay_within_the_limit(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORMATS_CACHE_MAX", "1 MB")
    for number, key in enumerate(KEYS):
        Cache("odd" if number % 2 else "even").put(key, bytes(100_000))
        assert _total(folder) <= 1_000_000
    assert _total(folder) > 500_000
    assert {each.part for each in bounds.objects(folder)} == {"odd", "even"}


def test_what_was_used_least_lately_goes_first(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Cache("pruned")
    for number, key in enumerate(KEYS[:5]):
        kept.put(key, bytes(1_000))
        os.utime(kept.folder / key[:2] / key[2:], (number, number))
    kept.get(KEYS[0])
    monkeypatch.setenv("FORMATS_CACHE_MAX", "3.5 kB")
    bounds.prune(folder)
    assert [kept.get(key) is not None for key in KEYS[:5]] == [True, False, False, True, True]


def test_it_is_looked_through_now_and_then_only(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = []
    monkeypatch.setattr(bounds, "prune", lambda _: looks.append(1))
    monkeypatch.setenv("FORMATS_CACHE_MAX", "10 MB")
    for key in KEYS:
        Cache("small").put(key, b"x")
    assert not looks
    Cache("large").put(KEYS[0], bytes(1_000_000))
    assert looks


def test_what_is_larger_than_half_of_the_limit_is_not_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FORMATS_CACHE_MAX", "1 MB")
    large = tmp_path / "large"
    large.write_bytes(bytes(600_000))
    assert not Cache("large").put_file(KEYS[0], large)
    assert not Cache("large").put(KEYS[0], bytes(600_000))


def test_other_peoples_files_in_the_folder_are_left_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = (
        "letter.txt", "photos/ab/cat.jpg", f"photos/ab/{'f' * 62}", "open/photos/ab/cat.jpg",
        f"open/photos/summer/{'f' * 62}", "open/deep/ab/cd/e",
    )  # fmt: skip
    for name in theirs:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(bytes(5_000))
    monkeypatch.setenv("FORMATS_CACHE_MAX", "1 kB")
    bounds.prune(folder)
    assert all((folder / name).exists() for name in theirs)


@pytest.mark.parametrize("written", ["much", "-1 MB", "0", "2 TB", "1e9"])
def test_a_limit_that_is_no_size_is_a_plain_message(
    written: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORMATS_CACHE_MAX", written)
    with pytest.raises(UsageError, match=r"FORMATS_CACHE_MAX must be a size such as “500 MB”"):
        bounds.limit()
    assert Cache("part").put(KEYS[0], b"x")


@pytest.mark.parametrize(
    ("written", "size"), [("", 2_000_000_000), ("500 MB", 500_000_000), ("0.5gb", 500_000_000)]
)
def test_the_limit(written: str, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORMATS_CACHE_MAX", written)
    assert bounds.limit() == size
