"""`formats list`: leaflets and the formats each can have; renderers and their options."""

import argparse
import json
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from formats import __version__, options, wording
from formats.building.edition import Opened
from formats.building.plan import Planner
from formats.cli import arguments as shared
from formats.cli import sources
from formats.errors import ExitCode, FormatsError
from formats.reading.catalogue import Catalogue
from formats.reading.library import Entry
from formats.renderers import registry
from formats.storage import cache, opening
from formats.storage.confined import confinement

_LARGEST = 5_000_000  # bytes


def declare(parser: argparse.ArgumentParser, _given: Sequence[str]) -> None:
    """Declare the arguments."""
    parser.description = (
        "Show the leaflets with their editions and the formats each can have, "
        "and the renderers with their options."
    )
    shared.add_source(parser)
    parser.add_argument("--json", action="store_true", help="Print it for programs, as JSON.")


def run(parsed: argparse.Namespace) -> ExitCode:
    """Print the list. A leaflet that cannot be read is listed with the reason, and fails it."""
    library = sources.library(parsed)
    planner = sources.planner(library)
    leaflets = [_kept(entry, planner) for entry in library.entries()]
    listed = {
        "leaflets": leaflets,
        "formats": [_format(planner.catalogue, name) for name in planner.catalogue],
        "renderers": _renderers(),
        "confinement": confinement(),
    }
    print(json.dumps(listed, indent=2, ensure_ascii=False) if parsed.json else _text(listed))
    return ExitCode.FAILED if any("error" in row for row in leaflets) else ExitCode.OK


def _kept(entry: Entry, planner: Planner) -> dict[str, Any]:
    """Return the row of a leaflet, from the cache if nothing that it says has changed.

    Reading a leaflet takes longer than all the rest. One that people have signed is read
    each time: its row depends on its pictures too.
    """
    if entry.problem or (entry.path.parent / "signoffs.toml").exists():
        return _leaflet(entry, planner)
    parts: list[str | bytes] = [__version__, str(entry.path), repr(dict(planner.catalogue))]
    shared_files = planner.library.folder.glob("*.toml")
    for path in (entry.path, *entry.path.parent.glob("*.toml"), *shared_files):
        with suppress(FormatsError):
            parts += [path.name, opening.data(path, path.parent, _LARGEST)]
    rows = cache.Cache("list", closed=True)
    made = rows.get_or_make(
        cache.key(*parts), lambda: json.dumps(_leaflet(entry, planner)).encode()
    )
    row: dict[str, Any] = json.loads(made)
    return row


def _leaflet(entry: Entry, planner: Planner) -> dict[str, Any]:
    row: dict[str, Any] = {"name": entry.slug, "file": opening.printable(entry.path)}
    try:
        opened = planner.open(entry)
        checked = _signoffs(opened, planner.catalogue)
    except FormatsError as error:
        return {**row, "error": str(error)}
    why = _why_not(opened, planner.catalogue)
    return {
        **row,
        "title": opened.leaflet.title,
        "edition": opened.leaflet.edition,
        "language": opened.leaflet.language,
        "signoffs": checked,
        "formats": [name for name, reason in why.items() if not reason],
        "not": {name: reason for name, reason in why.items() if reason},
    }


def _why_not(opened: Opened, formats: Catalogue) -> dict[str, str]:
    chosen = opened.front_matter.formats or tuple(formats)
    return {
        name: opened.why_not(formats[name]) if name in chosen else "the leaflet does not ask for it"
        for name in formats
    }


def _signoffs(opened: Opened, formats: Catalogue) -> dict[str, Any]:
    """Return where the sign-off of the easy-read view stands, if there is that view."""
    if "easy-read" not in formats or opened.why_not(formats["easy-read"]):
        return {}
    state = opened.signoff(opened.checked_text("easy-read", formats))
    says = wording.of(wording.ENGLISH).signoff(state).text
    return {"easy-read": {"state": state.state, "says": says, "changed": list(state.changed)}}


def _format(formats: Catalogue, name: str) -> dict[str, Any]:
    found = formats[name]
    return {
        "name": name,
        "label": found.label,
        "renderer": found.renderer,
        "view": found.view,
        "follows": found.follows,
        "options": dict(found.options),
    }


def _renderers() -> list[dict[str, Any]]:
    rows = []
    for name in registry.names():
        try:
            rows.append(_renderer(name))
        except FormatsError as error:
            rows.append({"name": name, "error": str(error)})
    return rows


def _renderer(name: str) -> dict[str, Any]:
    renderer = registry.load(name)
    rows = [
        {
            "name": detail.name,
            "help": detail.description,
            "default": detail.default,
            "unit": detail.unit,
            "choices": list(detail.choices),
        }
        for detail in options.details(renderer.Options)
    ]
    suffix = registry.kind(name, renderer, renderer.Options()).suffix
    return {"name": name, "suffix": suffix, "options": rows}


def _text(listed: dict[str, Any]) -> str:
    lines = ["Leaflets"]
    for row in listed["leaflets"]:
        lines += _leaflet_lines(row)
    lines += ["", "Formats"]
    lines += [f"  {row['name']}: {row['label']}" for row in listed["formats"]]
    for row in listed["renderers"]:
        lines += ["", f"Options of the renderer {row['name']}"]
        lines += [f"  {row['error']}"] if "error" in row else []
        lines += [f"  --{option['name']}: {option['help']}" for option in row.get("options", [])]
    return "\n".join(lines)


def _leaflet_lines(row: dict[str, Any]) -> list[str]:
    if "error" in row:
        return [f"  {row['name']}", f"    cannot be read: {row['error']}"]
    lines = [f"  {row['name']}", f"    {row['title']}"]
    lines += [f"    edition {row['edition']}"] if row["edition"] else []
    for view, signoff in row["signoffs"].items():
        lines += [f"    {view}: {signoff['says']}"]
        lines += [f"      {change}" for change in signoff["changed"]]
    lines += [f"    formats: {', '.join(row['formats']) or 'none'}"]
    return lines + [f"    not {name}: {reason}" for name, reason in row["not"].items()]
