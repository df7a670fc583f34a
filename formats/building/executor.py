"""Running each rendition in a process of its own, a few at a time.

A renderer that crashes, hangs or eats memory takes down its own process and nothing else;
a shared pool would fail every rendition that waits (`BrokenProcessPool`).
"""

import json
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from formats.building.plan import Job
from formats.building.preload import Preload
from formats.building.render import Failed, Made, render
from formats.storage import shortage
from formats.storage.confined import confine
from formats.storage.landlock import LandlockError
from formats.storage.limits import START

_CONTEXT: Any = multiprocessing.get_context(START)  # the types know no choice of a start
TIME_LIMIT = 600.0
"""Seconds that one rendition may take."""

Task = tuple[Job, Path]

_ANSWER = ".answer.json"
_LARGEST_ANSWER = 20_000_000  # bytes
_LOOK = 1.0
"""Seconds between looks for a process that died while a child of its own holds the pipe."""


@dataclass
class _Running:
    task: Task
    process: BaseProcess
    results: Connection
    scratch: "TemporaryDirectory[str]"
    deadline: float


def run(
    tasks: Iterable[Task], at_once: int, time_limit: float = TIME_LIMIT
) -> Iterator[tuple[Task, Made | Failed]]:
    """Render each job to its new file, and yield the outcomes as they come.

    A task is asked for when there is room for it: however many there are, few are in memory.
    """
    waiting = iter(tasks)
    running: list[_Running] = []
    preload = Preload()
    try:
        while True:
            room = at_once - len(running)
            running.extend(_started(task, time_limit, preload) for task in islice(waiting, room))
            if not running:
                return
            for finished in _next_finished(running):
                running.remove(finished)
                yield finished.task, _outcome(finished, time_limit, preload)
    finally:
        for left in running:
            _stop(left)


def _started(task: Task, time_limit: float, preload: Preload) -> _Running:
    if _CONTEXT.get_start_method() == "fork":
        preload.load(task[0])
    scratch = TemporaryDirectory(prefix="formats-", ignore_cleanup_errors=True)
    results, writer = _CONTEXT.Pipe(duplex=False)
    process: BaseProcess = _CONTEXT.Process(target=_work, args=(*task, scratch.name, writer))
    process.start()
    writer.close()
    return _Running(task, process, results, scratch, time.monotonic() + time_limit)


def _work(job: Job, path: Path, scratch: str, results: Connection) -> None:
    if hasattr(os, "setsid"):
        os.setsid()  # a group of its own, to be stopped whole; Ctrl-C is for the parent
    for number in (signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
        signal.signal(number, signal.SIG_DFL)  # what stops the parent cleanly just ends this
    # What a renderer prints must not stand among the names of finished files.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    before = set(sys.modules)
    result = _confined(job, path, Path(scratch)).as_data()
    imported = [name for name in sys.modules if name not in before]
    answer = json.dumps({"result": result, "imported": imported})
    (Path(scratch) / _ANSWER).write_text(answer)
    results.send_bytes(b"")  # says no more than that the answer is there
    results.close()
    sys.stderr.flush()
    os._exit(0)  # a thread that a renderer left behind would keep this process


def _confined(job: Job, path: Path, scratch: Path) -> Made | Failed:
    try:
        confine(path, scratch)
    except (OSError, LandlockError) as error:
        return Failed(str(shortage.of(error) or f"its process could not be confined: {error}"))
    return render(job, path)


def _next_finished(running: list[_Running]) -> list[_Running]:
    """Wait for the next result, dead process or deadline, and return those concerned."""
    while True:
        seconds = min(r.deadline for r in running) - time.monotonic()
        # The pipe becomes ready when it has a result, and when its process dies without one.
        ready = wait([r.results for r in running], max(0.0, min(seconds, _LOOK)))
        now = time.monotonic()
        finished = [
            r
            for r in running
            if r.results in ready or r.deadline <= now or not r.process.is_alive()
        ]
        if finished:
            return finished


def _outcome(finished: _Running, time_limit: float, preload: Preload) -> Made | Failed:
    try:
        data = _answer(Path(finished.scratch.name) / _ANSWER)
        preload.learn(finished.task[0], data["imported"])
        result = data["result"]
        return Failed(str(result["reason"])) if "reason" in result else Made.of(result)
    except FileNotFoundError:
        pass  # it died with nothing to say, which its exit code tells
    except (OSError, ValueError, LookupError, TypeError, RecursionError, AttributeError):
        return Failed(_blamed(finished, "gave no answer that can be understood"))
    finally:
        late = finished.deadline <= time.monotonic()
        finished.process.join(0 if late else _LOOK)
        code = finished.process.exitcode
        _stop(finished)
    if code is None:
        return Failed(
            f"it was not finished after {time_limit:g} seconds, the limit. "
            "Raise it with --time-limit, or split the leaflet"
        )
    return Failed(_blamed(finished, f"stopped without a word ({_how(code)})"))


def _answer(path: Path) -> Any:
    """Return what a process has to say: data, since what it is given may be a stranger's code.

    Raises `OSError`, or `ValueError` for what is no answer.
    """
    if path.stat().st_size > _LARGEST_ANSWER:
        raise ValueError("too large")
    return json.loads(path.read_bytes())


def _blamed(finished: _Running, what: str) -> str:
    renderer = finished.task[0].format.renderer
    return f"the renderer “{renderer}” {what}. Please report this to whoever maintains it"


def _how(code: int) -> str:
    return f"killed by signal {-code}" if code < 0 else f"exit code {code}"


def _stop(running: _Running) -> None:
    """Stop a process and what it started, and delete its temporary files."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(cast("int", running.process.pid), signal.SIGKILL)
    running.process.kill()
    running.process.join()
    running.results.close()
    running.scratch.cleanup()
