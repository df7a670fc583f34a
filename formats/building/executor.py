"""Running each rendition in a process of its own, a few at a time.

A renderer that crashes, hangs or eats memory takes down its own process and nothing else;
a shared pool would fail every rendition that waits (`BrokenProcessPool`).
"""

import multiprocessing
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from formats.building.plan import Job
from formats.building.render import Failed, Made, render

# A fork has everything imported already, and is safe here: this process has no threads.
_START = "fork" if sys.platform == "linux" else "spawn"
_CONTEXT: Any = multiprocessing.get_context(_START)  # the types know no choice of a start
TIME_LIMIT = 600.0
"""Seconds that one rendition may take."""

Task = tuple[Job, Path]


@dataclass
class _Running:
    task: Task
    process: BaseProcess
    results: Connection
    deadline: float


def run(
    tasks: Sequence[Task], at_once: int, time_limit: float = TIME_LIMIT
) -> Iterator[tuple[Task, Made | Failed]]:
    """Render each job to its new file, and yield the outcomes as they come."""
    waiting = list(tasks)
    running: list[_Running] = []
    try:
        while waiting or running:
            while waiting and len(running) < at_once:
                running.append(_started(waiting.pop(0), time_limit))
            for finished in _next_finished(running):
                running.remove(finished)
                yield finished.task, _outcome(finished, time_limit)
    finally:
        for left in running:
            left.process.kill()


def _started(task: Task, time_limit: float) -> _Running:
    results, writer = _CONTEXT.Pipe(duplex=False)
    process: BaseProcess = _CONTEXT.Process(target=_work, args=(*task, writer))
    process.start()
    writer.close()
    return _Running(task, process, results, time.monotonic() + time_limit)


def _work(job: Job, path: Path, results: Connection) -> None:
    results.send(render(job, path))
    results.close()


def _next_finished(running: list[_Running]) -> list[_Running]:
    """Wait for the next result, dead process or deadline, and return those concerned."""
    seconds = min(r.deadline for r in running) - time.monotonic()
    # The pipe becomes ready when it has a result, and when its process dies without one.
    ready = wait([r.results for r in running], max(0.0, seconds))
    now = time.monotonic()
    return [r for r in running if r.results in ready or r.deadline <= now]


def _outcome(finished: _Running, time_limit: float) -> Made | Failed:
    try:
        if finished.results.poll():
            outcome: Made | Failed = finished.results.recv()
            finished.process.join()
            return outcome
    except EOFError:
        finished.process.join()
        renderer = finished.task[0].format.renderer
        return Failed(
            f"the renderer “{renderer}” stopped without a word (exit code "
            f"{finished.process.exitcode}). Please report this to whoever maintains it"
        )
    finally:
        finished.results.close()
        finished.process.kill()
        finished.process.join()
    return Failed(
        f"it was not finished after {time_limit:g} seconds, the limit. "
        "Raise it with --time-limit, or split the leaflet"
    )
