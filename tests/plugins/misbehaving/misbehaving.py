"""Renderers that go wrong, each in one way. All but the last few are sound until they render."""

import contextlib
import ctypes
import os
import signal
import socket
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from formats.errors import Place, RenderError
from formats.model.findings import Finding, Severity
from formats.renderers.contract import FileKind
from formats.storage import cache

GOOD = b"A sound file of plain text.\n"


@dataclass(frozen=True)
class Options:
    """No options."""


class Sound:
    """What a renderer has to have."""

    suffix, media_type = ".txt", "text/x-sound"
    Options = Options
    codes: ClassVar = {"text-wide": "A table is wide."}

    def kind(self, options):
        return FileKind(self.suffix, self.media_type)

    def render(self, edition, options, out):
        self.go_wrong(out)
        return ()

    def go_wrong(self, out):
        out.write(GOOD)


class Raises(Sound):
    def go_wrong(self, out):
        out.write(GOOD)
        raise ZeroDivisionError("by nought")


class Refuses(Sound):
    def go_wrong(self, out):
        raise RenderError("This table is too wide. Make two of it.", Place("leaflet.md", 12))


class Leaves(Sound):
    def go_wrong(self, out):
        sys.exit("Goodbye")


class Exits(Sound):
    def go_wrong(self, out):
        os._exit(0)


class IsKilled(Sound):
    def go_wrong(self, out):
        out.write(GOOD)
        out.flush()
        os.kill(os.getpid(), signal.SIGKILL)


class Eats(Sound):
    def go_wrong(self, out):
        raise MemoryError


class Hangs(Sound):
    def go_wrong(self, out):
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        time.sleep(600)


class Lingers(Sound):
    """Leaves a thread behind that never ends."""

    def go_wrong(self, out):
        threading.Thread(target=time.sleep, args=(600,)).start()
        out.write(GOOD)


class Forks(Sound):
    """Dies, but leaves a child behind that holds everything open."""

    def go_wrong(self, out):
        if os.fork() == 0:
            time.sleep(8)
        os._exit(3)


class WritesNothing(Sound):
    def go_wrong(self, out):
        pass


class WritesJunk(Sound):
    media_type = "application/pdf"

    def go_wrong(self, out):
        out.write(b"junk")


class WritesHalf(Sound):
    suffix = ".docx"
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    def render(self, edition, options, out):
        from formats.renderers.docx import DocxRenderer

        tuple(DocxRenderer().render(edition, DocxRenderer.Options(), out))
        out.truncate(out.tell() // 2)
        return ()


class Closes(Sound):
    def go_wrong(self, out):
        out.write(GOOD)
        out.close()


class Deletes(Sound):
    def go_wrong(self, out):
        out.write(GOOD)
        Path(out.name).unlink()


class Prints(Sound):
    def go_wrong(self, out):
        print("words that belong nowhere")
        os.write(1, b"and more of them\n")
        out.write(GOOD)


class Strays(Sound):
    """Writes a file of its own beside the one it was given."""

    def go_wrong(self, out):
        out.write(GOOD)
        Path(out.name).with_name("stray.txt").write_bytes(GOOD)


class StraysQuietly(Sound):
    """Tries the same, as a library might that can do without."""

    def go_wrong(self, out):
        out.write(GOOD)
        with contextlib.suppress(OSError):
            (Path.home() / "stray.txt").write_bytes(GOOD)


class UsesScratch(Sound):
    """Does what is allowed: temporary files, and the cache."""

    def go_wrong(self, out):
        with tempfile.NamedTemporaryFile() as file:
            file.write(GOOD)
        (Path(tempfile.mkdtemp()) / "left-behind").write_bytes(GOOD)
        cache.Cache("misbehaving").put("a" * 64, GOOD)
        assert cache.Cache("misbehaving").get("a" * 64) == GOOD
        out.write(GOOD)


class StraysInC(Sound):
    """Writes beside its file as a library in C does, which Python does not see."""

    def go_wrong(self, out):
        out.write(GOOD)
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.creat(os.fsencode(Path(out.name).with_name("stray.txt")), 0o600) < 0:
            raise OSError(ctypes.get_errno(), "in C")


class Forges(Sound):
    """Writes one object of the cache over another, wherever it may."""

    def go_wrong(self, out):
        out.write(GOOD)
        objects = [path for path in cache.root().rglob("*") if len(path.name) == 62]
        for one, other in zip(objects, [*objects[1:], objects[0]], strict=True):
            with contextlib.suppress(PermissionError):
                other.write_bytes(one.read_bytes())


class Overwrites(Sound):
    """Writes over the old rendition itself."""

    def go_wrong(self, out):
        out.write(GOOD)
        for old in Path("output").glob("*/*overwrites.txt"):
            old.write_bytes(b"spoilt")


class CallsHome(Sound):
    def go_wrong(self, out):
        out.write(GOOD)
        socket.create_connection(("127.0.0.1", 9), timeout=1)


class SaysNothing(Sound):
    """Forgets to return its findings."""

    def render(self, edition, options, out):
        out.write(GOOD)


class SaysJunk(Sound):
    def render(self, edition, options, out):
        out.write(GOOD)
        return ["a table became a list"]


class WarnsOfAll(Sound):
    """Has something to say, which harms nobody."""

    def render(self, edition, options, out):
        out.write(GOOD)
        yield Finding("text-wide", Severity.WARNING, "A table is wide.", edition.place)


class HasNoKind(Sound):
    def kind(self, options):
        raise ZeroDivisionError("by nought")


class HasOddKind(Sound):
    def kind(self, options):
        return ".txt"


class OfOldContract:
    """As renderers were in the first version of this program."""

    name, suffix, media_type, version = "of-old-contract", ".txt", "text/plain", "1"
    Options = Options

    def render(self, leaflet, options, out):
        out.write(GOOD)


class IsIncomplete:
    """Has neither a kind nor anything else."""


class HasOddOptions(Sound):
    Options = dict
