"""`formats list`: leaflets and the formats each can have; renderers and their options."""

import argparse
import json
from collections.abc import Sequence
from typing import Any

from formats import options
from formats.building.states import States
from formats.cli import arguments as shared
from formats.cli import sources
from formats.errors import ExitCode, FormatsError
from formats.reading.catalogue import Catalogue
from formats.reading.library import Entry
from formats.renderers import registry
from formats.storage import opening
from formats.storage.confined import confinement


def declare(parser: argparse.ArgumentParser, _given: Sequence[str]) -> None:
    """Declare the arguments."""
    parser.description = (
        "Show the leaflets with their editions and the formats each can have, which of their files "
        "are current, behind or failed and why, and the renderers with their options."
    )
    shared.add_source(parser)
    shared.add_output(parser)
    parser.add_argument("--json", action="store_true", help="Print it for programs, as JSON.")


def run(parsed: argparse.Namespace) -> ExitCode:
    """Print the list. A leaflet that cannot be read is listed with the reason, and fails it."""
    planner = sources.planner(sources.library(parsed))
    states = States(planner, parsed.output)
    leaflets = [_leaflet(entry, states) for entry in planner.library.entries()]
    listed = {
        "leaflets": leaflets,
        "gone": states.gone(row["name"] for row in leaflets),
        "formats": [_format(planner.catalogue, name) for name in planner.catalogue],
        "renderers": _renderers(),
        "confinement": confinement(),
    }
    print(json.dumps(listed, indent=2, ensure_ascii=False) if parsed.json else _text(listed))
    return ExitCode.FAILED if any("error" in row for row in leaflets) else ExitCode.OK


def _leaflet(entry: Entry, states: States) -> dict[str, Any]:
    try:
        return states.of(entry)
    except FormatsError as error:
        file = opening.printable(entry.path)
        return {"name": entry.slug, "file": file, "error": str(error)}


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
    lines += [f"  {path}: its leaflet or format is gone" for path in listed["gone"]]
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
    lines += [f"    not {name}: {reason}" for name, reason in row["not"].items()]
    return lines + _state_lines(row["files"])


def _state_lines(files: list[dict[str, str]]) -> list[str]:
    """Return a line for what is current, and one for each file that is not, with the reason."""
    current = [each["format"] for each in files if each["state"] == "current"]
    lines = [f"    current: {', '.join(current)}"] if current else []
    return lines + [
        f"    {each['state']} {each['format']}: {each['why']}"
        for each in files
        if each["state"] in ("behind", "failed")
    ]
