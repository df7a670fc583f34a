"""Hostile sources through the whole program: a right rendition or one plain error, soon and small.

Each builds beside a good leaflet, which must come out whatever the other is.
"""

import os
import signal
import subprocess
import sys
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FRONT = "---\ntitle: Hostile\n---\n\n"
GOOD = "# Good\n\n## One\n\nWords that must come out.\n"
SECONDS, MEGABYTES = 30, 1000
FORMATS = ("large-print", "large-print-docx", "epub")
BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{new}: &{new} [{','.join(['*' + old] * 9)}]\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)

# What cannot be read: one error that names the file.
REFUSED: dict[str, bytes] = {
    "invalid UTF-8": b"# Title\n\nCaf\xe9\n",
    "NUL": b"# Title\n\nA \x00 in it.\n",
    "empty": b"",
    "front matter that is no YAML": b"---\ntitle: [unclosed\n---\n\nWords.\n",
    "unknown key": b"---\ntitel: Hello\n---\n\nWords.\n",
    "aliases that explode": f"---\n{BOMB}---\n\nWords.\n".encode(),
    "unknown block": b"# T\n\n::: stepz\n### One\n:::\n",
    "unclosed block": b"# T\n\n::: steps\n### One\n",
    "missing picture": b"# T\n\n![A map](map.png)\n",
    "unknown authority": "# T\n\n> Words.\n>\n> — nobody 6.1\n".encode(),
    "unknown picture": b"# T\n\n![A cat](picture:cat)\n",
    "a template": b"# T\n\nRing {{ site.phone }}.\n",
    "a table without its rule": b"# T\n\n| a | b |\n| c | d |\n",
    "a lost fence": b"# T\n\n```\nWords.\n",
    "a title of 500 kB": b"---\ntitle: " + b"word " * 100_000 + b"\n---\n\nWords.\n",
    "control characters through escapes": b'---\ntitle: "A \\x1b[2J"\n---\n\nWords.\n',
    "a typeface from outside": b"---\noptions:\n  large-print: {typeface: /etc/passwd}\n---\n\nx\n",
    "a picture of 13,000 points": b"# T\n\n![Large](large.png)\n",
    "a filter without end": b"# T\n\n![Noise](noise.svg)\n",
}
# What is meant well enough: it is built, and what was not taken is said.
TAKEN: dict[str, tuple[str, str]] = {
    "an outside picture": ("![A file](../../../../etc/passwd)", "source-picture-away"),
    "a remote picture": ("![A file](http://169.254.169.254/latest)", "source-picture-away"),
    "a heading that skips a level": ("## One\n\n#### Three\n\nWords.", "source-heading-level"),
    "a script": ("Words.\n\n<script>alert(1)</script>", "source-html"),
    "a heading in a quotation": ("> # One\n>\n> Words.", "source-heading-level"),
    "steps with headings in them": ("::: steps\n## A\n\n#### B\n\nWords.\n:::", "source-heading"),
    "a link to no heading": ("[There](#no-such)", "source-link-target"),
}


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(5_000_000_000)


# In place of the leaflet's file: what no file of a leaflet is.
NO_FILE: dict[str, Callable[[Path], object]] = {
    "a link that leads out": lambda path: path.symlink_to("/etc/passwd"),
    "a dangling link": lambda path: path.symlink_to(path.parent / "no"),
    "a pipe": os.mkfifo,
    "a sparse file of 5 GB": _sparse,
    "a name in capitals": lambda path: path.with_name("Leaflet.md").write_text("Words.\n"),
}
# What may be large or deep, but has words: it is built, or refused with a reason.
EITHER: dict[str, str] = {
    "nested 60 deep": "".join(f"{'  ' * depth}- level {depth}\n" for depth in range(60)),
    "quotations 60 deep": ">" * 60 + " words",
    "table of 3,000 columns": f"{'|a' * 3000}|\n{'|-' * 3000}|\n{'|b' * 3000}|\n",
    "50,000 brackets": "[" * 50_000,
    "50,000 stars": "*a " * 50_000,
    "a word of 200,000 letters": "x" * 200_000,
    "figures without end": "7" * 200_000,
    "Arabic": "مرحبا بالعالم",
    "Chinese": "你好世界",
    "emoji": "Hello 🎉",
    "an SVG that calls out": "![A drawing](evil.svg)",
    "an SVG of a billion laughs": "![A drawing](laughs.svg)",
}
EVIL = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'width="10" height="10"><image xlink:href="file:///etc/passwd" width="9" height="9"/>'
    '<image xlink:href="http://169.254.169.254/" width="9" height="9"/></svg>'
)
LAUGHS = (
    '<!DOCTYPE svg [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">'
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + ']><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&i;</text></svg>'
)


NOISE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><filter id="f">'
    '<feTurbulence numOctaves="2000000000"/></filter><rect filter="url(#f)"/></svg>'
)


def _png(side: int) -> bytes:
    """Return the beginning of a PNG of `side` by `side` points, which says how large it is."""
    head = b"IHDR" + side.to_bytes(4) * 2 + b"\x08\x02\x00\x00\x00"
    start = b"\x89PNG\r\n\x1a\n" + (13).to_bytes(4) + head + zlib.crc32(head).to_bytes(4)
    data = zlib.compress(bytes(9))
    return start + len(data).to_bytes(4) + b"IDAT" + data + zlib.crc32(b"IDAT" + data).to_bytes(4)


@dataclass(frozen=True)
class Run:
    """What became of a build: its exit code, what it said, its peak memory in MB."""

    code: int
    said: str
    memory: float


def _build(folder: Path, source: bytes) -> Run:
    leaflets = folder / "source" / "leaflets"
    for name, data in (("good", GOOD.encode()), ("hostile", source)):
        (leaflets / name).mkdir(parents=True)
        (leaflets / name / "leaflet.md").write_bytes(data)
    (leaflets / "hostile" / "noise.svg").write_text(NOISE, encoding="utf-8")
    (leaflets / "hostile" / "large.png").write_bytes(_png(13_000))
    (leaflets / "hostile" / "evil.svg").write_text(EVIL, encoding="utf-8")
    (leaflets / "hostile" / "laughs.svg").write_text(LAUGHS, encoding="utf-8")
    return _run(folder, "build", "--output", str(folder / "output"), "--format", *FORMATS)


# What a test run has started before counts among its children: a process between measures one.
MEASURED = """
import resource, subprocess, sys
code = subprocess.call(sys.argv[2:])
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
open(sys.argv[1], "w").write(str(peak))
sys.exit(code)
"""


def _run(folder: Path, command_name: str, *arguments: str) -> Run:
    formats = [sys.executable, "-m", "formats", command_name, "--source", str(folder / "source")]
    measured = [sys.executable, "-c", MEASURED, str(folder / "peak")]
    command = [*measured, *formats, *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "FORMATS_CACHE": str(folder / "cache")}
    with (folder / "said").open("w+") as said:
        process = subprocess.Popen(command, env=environment, stdout=said, stderr=said, cwd=folder,
                                   start_new_session=True)  # fmt: skip
        timer = subprocess.Popen([sys.executable, "-c", f"import time; time.sleep({SECONDS})"])
        while process.poll() is None and timer.poll() is None:
            try:
                process.wait(0.05)
            except subprocess.TimeoutExpired:
                continue
        finished = process.poll() is not None
        timer.kill()
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        timer.wait()
        assert finished, f"not finished after {SECONDS} seconds"
        said.seek(0)
        return Run(process.returncode, said.read(), _peak(folder))


def _peak(folder: Path) -> float:
    return int((folder / "peak").read_text()) / 1024


def _assert_tidy(folder: Path, run: Run) -> None:
    assert "Traceback" not in run.said
    assert "has a fault" not in run.said
    assert run.memory < MEGABYTES
    good = {path.name for path in (folder / "output" / "good").glob("[!.]*")}
    assert good == {"good-large-print.pdf", "good-large-print-docx.docx", "good-epub.epub"}
    assert {path.name for path in folder.iterdir()} <= {"source", "output", "cache", "said", "peak"}
    assert {path.name for path in (folder / "output").glob("[!.]*")} <= {
        "good",
        "hostile",
        "manifest.json",
    }


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_one_error_with_its_file(name: str, tmp_path: Path) -> None:
    run = _build(tmp_path, REFUSED[name])
    _assert_tidy(tmp_path, run)
    assert run.code == 1
    assert "hostile/leaflet.md" in run.said
    hostile = tmp_path / "output" / "hostile"
    assert not hostile.exists() or not any(hostile.iterdir())


@pytest.mark.parametrize("name", TAKEN)
def test_what_is_meant_well_enough_is_built(name: str, tmp_path: Path) -> None:
    text, code = TAKEN[name]
    run = _build(tmp_path, f"{FRONT}{text}\n".encode())
    _assert_tidy(tmp_path, run)
    assert run.code == 0
    assert code in run.said
    assert len(list((tmp_path / "output" / "hostile").glob("[!.]*"))) == len(FORMATS)


@pytest.mark.parametrize("name", NO_FILE)
def test_what_is_no_file_of_a_leaflet(name: str, tmp_path: Path) -> None:
    path = tmp_path / "source" / "leaflets" / "hostile" / "leaflet.md"
    path.parent.mkdir(parents=True)
    (tmp_path / "source" / "leaflets" / "good").mkdir()
    (tmp_path / "source" / "leaflets" / "good" / "leaflet.md").write_text(GOOD)
    NO_FILE[name](path)
    run = _run(tmp_path, "build", "--output", str(tmp_path / "output"), "--format", *FORMATS)
    _assert_tidy(tmp_path, run)
    for other in (run, _run(tmp_path, "check"), _run(tmp_path, "list")):
        assert other.code == 1
        assert "hostile/" in other.said
        assert "Traceback" not in other.said
        assert "root:" not in other.said


@pytest.mark.parametrize("name", EITHER)
def test_what_is_large_or_strange_is_built_or_refused(name: str, tmp_path: Path) -> None:
    run = _build(tmp_path, f"{FRONT}{EITHER[name]}\n".encode())
    _assert_tidy(tmp_path, run)
    hostile = tmp_path / "output" / "hostile"
    made = {path.name for path in hostile.glob("[!.]*")} if hostile.exists() else set()
    if run.code == 0:
        assert len(made) == len(FORMATS)
    else:
        assert run.code == 1
        assert "hostile" in run.said
