"""A time limit for reading, in any thread and on any system.

Every part of reading is bounded by the size of what is read. This is for what nobody thought
of: a leaflet that takes too long is given up with an error, and the others are read.
"""

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from formats.errors import Place, SourceError

SECONDS = 60.0


class _LateError(BaseException):
    """Raised in the thread that reads; no handler of ordinary errors may catch it."""


@contextmanager
def time_limit(seconds: float, place: Place) -> Iterator[None]:
    """Raise `SourceError` at `place` in this thread if the body takes longer than `seconds`."""
    watch = _Watch(threading.get_ident())
    timer = threading.Timer(seconds, watch.late)
    timer.daemon = True
    timer.start()
    try:
        yield
        watch.over()
    except _LateError:
        message = (
            f"Reading this took longer than {seconds:g} seconds. Split it, or look for a fault."
        )
        raise SourceError(message, place) from None
    finally:
        timer.cancel()
        watch.over()


class _Watch:
    """Sees to it that the thread is interrupted while it reads, or not at all."""

    def __init__(self, thread: int) -> None:
        self.thread = thread
        self.lock = threading.Lock()
        self.reading = True

    def late(self) -> None:
        with self.lock:
            if self.reading:
                self.reading = False
                # Documented for this (Python, C API): an exception at the next bytecode.
                ctypes.pythonapi.PyThreadState_SetAsyncExc(
                    ctypes.c_ulong(self.thread), ctypes.py_object(_LateError)
                )

    def over(self) -> None:
        with self.lock:
            self.reading = False
