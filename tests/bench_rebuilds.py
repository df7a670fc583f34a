"""The part of `make bench` about rebuilds: many leaflets, nothing to do, one that changed.

Beside ninja, GNU make and doit, which look at as many files and have nothing to do either.
"""

import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

from formats.building import folders
from formats.building.index import Index, default_request

MANY, VERY_MANY = 250, 10_000
FORMATS = ("large-print", "easy-read", "epub")
_TEXT = """---
edition: 2025-10
formats: [{formats}]
---
# Leaflet number {number}

Schools help every child with SEN. This is leaflet {number}.

## What schools do

The school tells you within {days} days. You can ask for help.

- Ask the SENCO
- Ask us on 03000 41 3000

::: easy-read
![A teacher](picture:teacher) Your child can get help.
:::

## What you can do

Some words on what parents do, on [the page about children](https://www.kent.gov.uk/{number}).

::: easy-read
![Talking](picture:phone) You can ask for help {number} times.
:::
"""
_DOIT = """
def task_all():
    for slug in {slugs}:
        yield {{"name": slug, "file_dep": [f"source/leaflets/{{slug}}/leaflet.md"],
               "targets": [f"{{slug}}.{{n}}" for n in range(4)], "actions": ["touch %(targets)s"]}}
"""


def measure(folder: Path) -> None:
    """Show what rebuilds cost, in `folder`."""
    from tests.bench import median, run, show

    source = write_source(folder, MANY, FORMATS)
    cache, build = folder / "cache", _build(folder)
    cold = run(build, cache, cold=True)
    renditions = MANY * len(FORMATS)
    show(f"cold: {MANY} leaflets × {len(FORMATS)}", cold)
    print(f"  {cold.cpu / renditions:.3f} s CPU each, {cold.cpu / cold.wall:.2f} cores")
    for number in range(3):
        path = source / "leaflets" / f"leaflet-{number}" / "leaflet.md"
        path.write_text(path.read_text().replace("Some words", "Other words"))
        show("one leaflet changed", run(build, cache))
    shutil.rmtree(folder / "output")
    for count in (MANY, VERY_MANY):
        settled = folder / f"settled-{count}"
        _settle(settled, count)
        ours = median(lambda at=settled: run(_build(at), cache))  # type: ignore[misc]
        for name, command in _peers(settled, count).items():
            run(command, cache)
            peer = median(lambda command=command: run(command, cache), 3)  # type: ignore[misc]
            show(f"nothing to do: {count} × 4", ours, peer, name)


def _build(folder: Path) -> list[str]:
    program = [sys.executable, "-m", "formats", "build", "--plain"]
    return [*program, "--source", str(folder / "source"), "--output", str(folder / "output")]


def write_source(folder: Path, count: int, formats: tuple[str, ...]) -> Path:
    """Write a source folder of `count` leaflets that all differ, and return it."""
    source = folder / "source"
    (source / "leaflets").mkdir(parents=True)
    for path in (Path(__file__).parents[1] / "source").glob("*.toml"):
        shutil.copy(path, source)
    for number in range(count):
        own = source / "leaflets" / f"leaflet-{number}"
        own.mkdir()
        listed = ", ".join(formats)
        text = _TEXT.format(number=number, days=number % 50 + 3, formats=listed)
        (own / "leaflet.md").write_text(text, encoding="utf-8")
    return source


def _settle(folder: Path, count: int) -> None:
    """Have a folder look as after a build of four formats, without making them: hours, else."""
    source = write_source(folder, count, FORMATS)
    output = folder / "output"
    output.mkdir()
    (output / folders.MANIFEST).write_text("{}")
    index = Index(source, output, default_request(date.today()))  # noqa: DTZ011 - a local day
    for number in range(count):
        name = f"leaflet-{number}"
        (output / name).mkdir()
        for made in (folders.RECORD, *(f"{name}.{n}" for n in range(4))):
            (output / name / made).write_text(made)
        index.record(name, index.source_of(name))
    index.save(())


def _peers(folder: Path, count: int) -> dict[str, list[str]]:
    """Return commands of others that have as many files to look at, and nothing to do."""
    slugs = [f"leaflet-{number}" for number in range(count)]
    rules = [(f"{s}.{n}", f"source/leaflets/{s}/leaflet.md") for s in slugs for n in range(4)]
    ninja = ["rule t", "  command = touch $out", *(f"build {a}: t {b}" for a, b in rules)]
    (folder / "build.ninja").write_text("\n".join(ninja) + "\n")
    make = ["all: " + " ".join(a for a, _ in rules), *(f"{a}: {b}\n\ttouch $@" for a, b in rules)]
    (folder / "Makefile").write_text("\n".join(make) + "\n")
    (folder / "dodo.py").write_text(_DOIT.format(slugs=slugs))
    commands = {
        "ninja": [sys.executable, "-m", "ninja", "-C", str(folder)],
        "make": ["make", "-C", str(folder)],
        "doit": [sys.executable, "-m", "doit", "-d", str(folder), "-f", str(folder / "dodo.py")],
    }
    return commands if count <= MANY else {"make": commands["make"], "ninja": commands["ninja"]}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        measure(Path(scratch))
