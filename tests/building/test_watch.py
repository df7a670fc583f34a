"""A save is built within a second and shown in a browser; a broken source does not end it."""

import http.client
import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from formats.building.preview import Preview
from tests.building.sources import leaflet
from tests.plugins.installed import Command

TEXT = "# A leaflet\n\n## One\n\nIt takes {} minutes.\n"
PATIENCE = 30.0


class Watching:
    """The command `formats watch` in a folder, with what it prints line by line."""

    def __init__(self, command: Command) -> None:
        self.folder = command.folder
        self.process = subprocess.Popen(
            [sys.executable, "-m", "formats", "watch"], cwd=command.folder,
            env={**os.environ, **command.paths}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True,
        )  # fmt: skip
        self.lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        self.port = int(self.until("Preview: ").split(":")[3].split("/")[0])

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.put(line)

    def until(self, words: str) -> str:
        """Return the first line from now on that has `words` in it."""
        while True:
            line = self.lines.get(timeout=PATIENCE)
            if words in line:
                return line

    def get(self, path: str, host: str = "127.0.0.1") -> tuple[int, str]:
        """Return the status and body of a page of the preview."""
        asked = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        asked.request("GET", path, headers={"Host": f"{host}:{self.port}"})
        answer = asked.getresponse()
        return answer.status, answer.read().decode()


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Watching]:
    leaflet(tmp_path, TEXT.format(30))
    made = Watching(Command(tmp_path))
    yield made
    made.process.send_signal(signal.SIGINT)
    assert made.process.wait(PATIENCE) == 130


def test_saves_are_built_shown_and_survived(watching: Watching) -> None:
    watching.until("a-leaflet-html.html")
    assert "/a-leaflet/html" in watching.get("/")[1]
    assert "30 minutes" in watching.get("/a-leaflet/html")[1]
    leaflet(watching.folder, TEXT.format(45))
    start = time.monotonic()
    watching.until("a-leaflet-html.html")
    assert time.monotonic() - start < PATIENCE
    status, page = watching.get("/a-leaflet/html")
    assert status == 200 and "45 minutes" in page and "/changes?since=" in page
    leaflet(watching.folder, "---\nformats: [nonsense]\n---\n" + TEXT.format(45))
    watching.until("Watching goes on")
    assert "45 minutes" in watching.get("/a-leaflet/html")[1]
    leaflet(watching.folder, TEXT.format(50))
    watching.until("Mended")
    assert "50 minutes" in watching.get("/a-leaflet/html")[1]
    for path in (
        "/../source/leaflets/a-leaflet/leaflet.md",
        "/a-leaflet/../../x",
        "/a-leaflet/epub",
    ):
        assert watching.get(path)[0] == 404
    assert watching.get("/", host="evil.example")[0] == 403


def test_a_page_that_waits_is_told_of_news(tmp_path: Path) -> None:
    preview = Preview(tmp_path)
    try:
        port = int(preview.address.split(":")[2].strip("/"))
        asked = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        asked.request("GET", "/changes?since=0")
        threading.Timer(0.05, preview.changed).start()
        assert json.loads(asked.getresponse().read()) == {"changed": True}
    finally:
        preview.close()
