import errno
import os
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import pytest

from formats.storage import locks


def test_one_at_a_time_and_nothing_is_left(tmp_path: Path) -> None:
    path, inside, most = tmp_path / "lock", [0], [0]

    def work() -> None:
        for _ in range(20):
            with locks.held(path) as ours:
                assert ours
                inside[0] += 1
                most[0] = max(most[0], inside[0])
                sleep(0.0005)
                inside[0] -= 1

    threads = [Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]
    assert not path.exists()


def test_nobody_waits_for_ever(tmp_path: Path) -> None:
    start = monotonic()
    with locks.held(tmp_path / "lock"), locks.held(tmp_path / "lock", patience=0.1) as second:
        assert not second
    assert 0.1 <= monotonic() - start < 1


def test_where_no_lock_can_be_had_work_goes_on(tmp_path: Path) -> None:
    with locks.held(tmp_path / "missing" / "lock") as ours:
        assert not ours


def test_what_somebody_holds_is_not_abandoned(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with locks.held(path):
        assert not locks.delete_abandoned(path)
        assert path.exists()
    path.touch()
    assert locks.delete_abandoned(path)
    assert not path.exists()


def test_a_file_system_without_locks_holds_nobody_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As some of a network are; there is none here to mount."""

    def flock(*_: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", flock)
    path, start = tmp_path / "lock", monotonic()
    with locks.held(path) as ours:
        assert ours
        assert not locks.delete_abandoned(path)
    assert monotonic() - start < 1
    path.touch()
    os.utime(path, (0, 0))
    assert locks.delete_abandoned(path)
