"""What is being written, in a browser: the HTML renditions, on this computer only.

A page is served with a few lines of script that ask whether there is a newer one; the rendition
itself has none. Files are named by the manifest and never by a path that a browser sends.
"""

import json
import threading
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

from formats.building import manifest

HOST: Final = "127.0.0.1"
_SECONDS = 20.0
"""How long a browser is kept waiting for news, before it asks again."""
_SCRIPT = """<script>
(async () => { for (;;) { try {
  const answer = await fetch("/changes?since=%d");
  if ((await answer.json()).changed) { location.reload(); return; }
} catch { await new Promise(resolve => setTimeout(resolve, 1000)); } } })();
</script>"""


class Preview:
    """A server of the HTML renditions under an output folder, on `HOST` at `port` (0: any)."""

    def __init__(self, output: Path, port: int = 0) -> None:
        self.output = output
        self.count = 0
        self.news = threading.Condition()
        preview = self

        class Handler(_Handler):
            served = preview

        self._server = ThreadingHTTPServer((HOST, port), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        """The address to open in a browser."""
        return f"http://{HOST}:{self._server.server_address[1]}/"

    def changed(self) -> None:
        """Have every page that is open load itself anew."""
        with self.news:
            self.count += 1
            self.news.notify_all()

    def close(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()

    def pages(self) -> dict[str, tuple[str, Path]]:
        """Return the title and file of each page by its path: "/sen-support/html"."""
        return {
            f"/{slug}/{row['format']}": (f"{row['title']}: {row['format']}", Path(slug, name))
            for slug, record in manifest.leaflets(self.output).items()
            for name, row in record.rows.items()
            if name.endswith(".html")
        }


class _Handler(BaseHTTPRequestHandler):
    served: Preview

    def do_GET(self) -> None:
        """Answer a browser: the list of pages, a page, or whether there is a newer one."""
        path, _, query = self.path.partition("?")
        if not self._is_for_us():
            self._answer(403, "text/plain", b"This preview is for this computer only.")
        elif path == "/changes":
            self._answer(200, "application/json", self._news(query))
        elif path == "/":
            self._answer(200, "text/html", self._list())
        else:
            self._page(path)

    def _is_for_us(self) -> bool:
        """Whether the browser asked this computer by its own name, and no stranger's page did."""
        name = self.headers.get("Host", "").rpartition(":")[0]
        return name in (HOST, "localhost")

    def _page(self, path: str) -> None:
        found = self.served.pages().get(path)
        try:
            data = (self.served.output / found[1]).read_bytes() if found else b""
        except OSError:
            data = b""
        if not data:
            self._answer(404, "text/plain", b"There is no such page. Go back to /")
            return
        script = (_SCRIPT % self.served.count).encode()
        self._answer(200, "text/html", data.replace(b"</body>", script + b"</body>", 1))

    def _list(self) -> bytes:
        links = "".join(
            f'<li><a href="{escape(path)}">{escape(title)}</a></li>'
            for path, (title, _) in sorted(self.served.pages().items())
        )
        script = _SCRIPT % self.served.count
        words = f"<h1>Preview</h1><ul>{links}</ul>" if links else "<h1>Nothing is built yet</h1>"
        head = '<!DOCTYPE html><html lang="en-GB"><meta charset="utf-8"><title>Preview</title>'
        return f"{head}<body>{words}{script}</body></html>".encode()

    def _news(self, query: str) -> bytes:
        since = query.removeprefix("since=")
        with self.served.news:
            self.served.news.wait_for(lambda: str(self.served.count) != since, _SECONDS)
            return json.dumps({"changed": str(self.served.count) != since}).encode()

    def _answer(self, code: int, media_type: str, data: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", f"{media_type}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing of what a browser asks: the terminal is for builds."""
