"""docs/options.md is written from the catalogue and the option dataclasses. `--accept` does it."""

from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

import pytest

from formats import options
from formats.reading import catalogue
from formats.renderers import registry

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "docs" / "options.md"
BUILT_IN = sorted(
    entry.name
    for entry in distribution("leaflet-formats").entry_points
    if entry.group == registry.GROUP
)


def _written() -> Iterator[str]:
    yield "# Formats and their options\n"
    yield "A format is a renderer, a view and option values. `source/formats.toml` adds to them or"
    yield "changes them; a leaflet's front matter and `formats export` override option by option.\n"
    yield "| format | what it is | renderer | view | follows | set to |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for row in catalogue.read(Path("nowhere")).values():
        chosen = ", ".join(f"{name} = {value}" for name, value in row.options.items())
        cells = (f"`{row.name}`", row.label, row.renderer, row.view, row.follows, chosen)
        yield f"| {' | '.join(cells)} |"
    for name in BUILT_IN:
        yield f"\n## Options of the renderer `{name}`\n"
        yield "| option | what it does |"
        yield "| --- | --- |"
        for detail in options.details(registry.load(name).Options):
            choices = f" One of: {', '.join(detail.choices)}." if detail.choices else ""
            yield f"| `{detail.name}` | {detail.description}{choices} |"


def test_every_format_and_option_is_documented(pytestconfig: pytest.Config) -> None:
    text = "\n".join(_written()) + "\n"
    if pytestconfig.getoption("--accept"):
        DOCUMENT.write_text(text, encoding="utf-8")
    assert DOCUMENT.read_text(encoding="utf-8") == text
