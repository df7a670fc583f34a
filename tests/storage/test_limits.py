"""Processes end with the one that started them."""

import multiprocessing
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from formats.storage import limits

ORPHANS = {
    "a renderer": """
        process = multiprocessing.get_context("fork").Process(target=work)
        process.start()
        print(process.pid, flush=True)
        """,
    "a speech engine": """
        from formats.speech.voice.speaker import Speaker
        speaker = Speaker()
        speaker.start()
        print(speaker._process.pid, flush=True)
        """,
}


@pytest.mark.skipif(sys.platform != "linux", reason="no other system can do it")
@pytest.mark.parametrize("what", ORPHANS)
def test_a_process_ends_with_the_one_that_started_it(what: str, tmp_path: Path) -> None:
    lines = [line.strip() for line in ORPHANS[what].splitlines()]
    program = "\n".join(
        (
            "import multiprocessing, time",
            "from pathlib import Path",
            "from formats.storage.confined import confine",
            "def work():",
            f"    confine(Path({str(tmp_path)!r}, 'new'), Path({str(tmp_path)!r}))",
            "    while True: time.sleep(1)",
            *lines,
            "time.sleep(60)",
        )
    )
    parent = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
    assert parent.stdout
    child = int(parent.stdout.readline())
    time.sleep(0.3)
    assert Path(f"/proc/{child}").exists()
    parent.kill()
    parent.wait()
    assert _is_gone(child)


def _is_gone(process: int) -> bool:
    for _ in range(100):
        state = Path(f"/proc/{process}/stat")
        try:
            if state.read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except (FileNotFoundError, ProcessLookupError):
            return True
        time.sleep(0.02)
    return False


def test_a_process_whose_parent_has_ended_already_ends_at_once(tmp_path: Path) -> None:
    def orphan() -> None:
        if os.fork() == 0:
            while os.getppid() == parent:
                time.sleep(0.01)
            # To this process `orphan` is not its parent, but the one multiprocessing knows of.
            limits.end_with_parent()
            (tmp_path / "lived").touch()
        os._exit(0)

    parent = os.getpid()
    process = multiprocessing.get_context("fork").Process(target=orphan)
    process.start()
    process.join()
    time.sleep(0.2)
    assert not (tmp_path / "lived").exists()
