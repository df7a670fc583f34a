"""`make bench`: how long things take, in ratio to named peers in the same run. Never a test.

Machines are noisy, so each figure is the median of several runs, and a peer's run follows
each of ours. Peers that are not there are left out, and said to be.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from formats.model.walk import texts
from tests import leaflets

ROOT = Path(__file__).parents[1]
PEERS = ROOT / ".venv" / "peers"
SLUG = "sen-support-in-mainstream-schools"
RUNS = 5
PAGES = 200
_TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], pdf_standards=['ua-1'])"


@dataclass(frozen=True)
class Cost:
    """What one process took: seconds of wall and of processors, and its peak memory in MB."""

    wall: float
    cpu: float
    memory: float


def run(command: list[str], cache: Path, *, cold: bool = False) -> Cost:
    """Run a command and say what it cost. `cold` empties the cache first."""
    if cold:
        shutil.rmtree(cache, ignore_errors=True)
    environment = {**os.environ, "FORMATS_CACHE": str(cache), "PYTHONPATH": f"{ROOT}:{PEERS}"}
    start = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, env=environment, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            said.seek(0)
            raise SystemExit(f"{command} failed: {said.read().decode()}")
    wall = time.perf_counter() - start
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def median(make: Callable[[], Cost], runs: int = RUNS) -> Cost:
    """Return the medians of several runs."""
    costs = [make() for _ in range(runs)]
    return Cost(*(statistics.median(values) for values in zip(*map(_fields, costs), strict=True)))


def _fields(cost: Cost) -> tuple[float, float, float]:
    return cost.wall, cost.cpu, cost.memory


def show(name: str, cost: Cost, peer: Cost | None = None, said: str = "") -> None:
    """Print one row."""
    ratio = f"  {cost.wall / peer.wall:5.2f} × {said}" if peer else ""
    print(
        f"{name:48} {cost.wall:6.2f} s {cost.cpu:6.2f} s CPU {cost.memory:5.0f} MB{ratio}",
        flush=True,
    )


class Bench:
    """Runs everything in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cache = folder / "cache"
        self.peers: dict[str, Cost] = {}
        leaflet = leaflets.real("standard")
        words = [text for text in texts(leaflet.blocks) if text.strip()]
        (folder / "leaflet.md").write_text("\n\n".join(words), encoding="utf-8")
        (folder / "leaflet.txt").write_text("\n".join(words), encoding="utf-8")
        self._long(words)

    def _long(self, words: list[str]) -> None:
        """Write a leaflet of about `PAGES` large-print pages, and a tenth of it."""
        section = "\n\n".join(text for text in words if len(text) > 40)
        for name, count in (("long", PAGES // 13), ("short", PAGES // 130)):
            parts = [f"## Part {number}\n\n{section}" for number in range(1, count + 1)]
            text = f"---\ntitle: A {name} one\n---\n\n" + "\n\n".join(parts)
            (self.folder / f"{name}.md").write_text(text, encoding="utf-8")

    def formats(self, *arguments: str) -> list[str]:
        """Return a command of ours."""
        return [sys.executable, "-m", "formats", *arguments, "--source", str(ROOT / "source")]

    def export(self, name: str, leaflet: str = SLUG) -> list[str]:
        """Return the command that makes one file."""
        suffix = {
            "epub": ".epub",
            "easy-read": ".docx",
            "large-print-docx": ".docx",
            "audio": ".mp3",
        }
        to = self.folder / f"{name}{suffix.get(name, '.pdf')}"
        return self.formats("export", leaflet, "--format", name, "--to", str(to))

    def measure_peers(self) -> None:
        """Measure the peers that are here."""
        for name, command in self._peer_commands():
            self.peers[name] = median(lambda command=command: run(command, self.cache))  # type: ignore[misc]
            show(f"peer: {name}", self.peers[name])

    def _peer_commands(self) -> Iterator[tuple[str, list[str]]]:
        source = str(self.folder / "leaflet.md")
        pandoc = PEERS / "pypandoc" / "files" / "pandoc"
        if pandoc.exists():
            for kind in ("docx", "epub", "html", "typst"):
                to = str(self.folder / f"peer.{kind}")
                command = [str(pandoc), "-s", source, "-o", to, "-t", kind, "-M", "title=Leaflet"]
                subprocess.run(command, check=True)
                if kind in ("docx", "epub"):
                    yield f"pandoc {kind}", command
            self._style()
            pdf = str(self.folder / "peer.pdf")
            yield (
                "typst PDF/UA-1",
                [sys.executable, "-c", _TYPST, str(self.folder / "peer.typst"), pdf],
            )
            html = str(self.folder / "peer.html")
            yield (
                "weasyprint PDF/UA-1",
                [sys.executable, "-m", "weasyprint", "--pdf-variant", "pdf/ua-1", html, pdf],
            )
        if shutil.which("espeak-ng") and shutil.which("lame"):
            text = self.folder / "leaflet.txt"
            pipe = f"espeak-ng -v en-gb-x-rp -s 155 -f {text} --stdout | lame --quiet -b 48 - {self.folder}/peer.mp3"
            yield "espeak-ng | lame", ["sh", "-c", pipe]

    def _style(self) -> None:
        html = self.folder / "peer.html"
        text = html.read_text(encoding="utf-8").replace("<html", '<html lang="en"', 1)
        html.write_text(
            text.replace("</head>", "<style>body{font-size:18pt}</style></head>"), encoding="utf-8"
        )
        typst = self.folder / "peer.typst"
        rules = '#set document(title: "Leaflet")\n#set text(size: 18pt, lang: "en")\n'
        typst.write_text(rules + typst.read_text(encoding="utf-8"), encoding="utf-8")

    def measure(self) -> None:
        """Measure ours beside the peers."""
        peers = self.peers
        show("formats list", median(lambda: run(self.formats("list"), self.cache)))
        rows = (
            ("large-print", "typst PDF/UA-1"), ("large-print", "weasyprint PDF/UA-1"), ("epub", "pandoc epub"),
            ("easy-read", "pandoc docx"), ("large-print-docx", "pandoc docx"), ("audio", "espeak-ng | lame"),
        )  # fmt: skip
        for name, peer in rows:
            run(self.export(name), self.cache)  # so that pictures and speech are in the cache
            cost = median(lambda name=name: run(self.export(name), self.cache))  # type: ignore[misc]
            show(f"{name}, from a warm cache", cost, peers.get(peer), peer)
        for name, peer in (("audio", "espeak-ng | lame"), ("easy-read", "pandoc docx")):
            cost = median(lambda name=name: run(self.export(name), self.cache, cold=True), 3)  # type: ignore[misc]
            show(f"{name}, from an empty cache", cost, peers.get(peer), peer)
        self._diff()
        self._four(cold=True)
        self._four(cold=False)
        self._pages()

    def _four(self, *, cold: bool) -> None:
        command = self.formats("build", "--format", "large-print", "easy-read", "epub", "audio",
                               "--output", str(self.folder / "out"))  # fmt: skip
        cost = median(lambda: run(command, self.cache, cold=cold), 3)
        whole = [self.peers[n].wall for n in ("typst PDF/UA-1", "pandoc docx", "pandoc epub", "espeak-ng | lame")
                 if n in self.peers]  # fmt: skip
        show(f"the four formats, {'empty' if cold else 'warm'} cache", cost, Cost(sum(whole) or 1, 0, 0),
             "the four peers one after the other")  # fmt: skip

    def _diff(self) -> None:
        """Show what the changes of the real leaflet take, and of one of 130,000 words."""
        path = ROOT / "source" / "leaflets" / SLUG / "leaflet.md"
        _, matter, body = path.read_text(encoding="utf-8").split("---\n", 2)
        for name, copies, new in (
            ("real", 1, str(path)),
            ("book", 45, str(self.folder / "book.md")),
        ):
            text = f"---\n{matter}---\n" + "".join(
                re.sub(r"^(#+ .*)$", rf"\1 {n}" if copies > 1 else r"\1", body, flags=re.MULTILINE)
                for n in range(copies)
            )
            old = self.folder / f"{name}-before.md"
            old.write_text(text.replace("three times a year", "twice a year"), encoding="utf-8")
            if copies > 1:
                Path(new).write_text(text, encoding="utf-8")
            command = self.formats("diff", new, "--since", str(old))
            run(command, self.cache)
            cost = median(lambda command=command: run(command, self.cache), 3)  # type: ignore[misc]
            show(f"formats diff of {len(text.split()):,} words", cost)

    def _pages(self) -> None:
        """Show pages a second and memory a page of a long leaflet."""
        import pikepdf

        found = {}
        for name in ("short", "long"):
            command = self.export("large-print", str(self.folder / f"{name}.md"))
            cost = median(lambda command=command: run(command, self.cache), 3)  # type: ignore[misc]
            with pikepdf.open(self.folder / "large-print.pdf") as pdf:
                found[name] = (cost, len(pdf.pages))
        (small, few), (large, many) = found["short"], found["long"]
        show(f"large print of {many} pages", large)
        print(
            f"  {many / large.wall:.0f} pages/s, {(large.memory - small.memory) / (many - few):.2f} MB a page"
        )
        if "weasyprint PDF/UA-1" in self.peers:
            self._weasyprint_pages()

    def _weasyprint_pages(self) -> None:
        import pikepdf

        pandoc, html = PEERS / "pypandoc" / "files" / "pandoc", self.folder / "peer.html"
        subprocess.run(
            [str(pandoc), "-s", str(self.folder / "long.md"), "-o", str(html)], check=True
        )
        self._style()
        pdf = str(self.folder / "peer.pdf")
        cost = run(
            [sys.executable, "-m", "weasyprint", "--pdf-variant", "pdf/ua-1", str(html), pdf],
            self.cache,
        )
        with pikepdf.open(pdf) as made:
            print(f"  weasyprint: {len(made.pages) / cost.wall:.0f} pages/s of {len(made.pages)}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(Path(scratch))
        bench.measure_peers()
        bench.measure()
