"""`formats list`: leaflets and the formats each can have; renderers and their options."""

import argparse
import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from formats import __version__, cache
from formats.cli import arguments as shared
from formats.errors import ExitCode, FormatsError
from formats.reading import opening

if TYPE_CHECKING:
    from formats.catalogue import Catalogue
    from formats.model import Leaflet
    from formats.reading.library import Entry, Library


_CACHE_LIMIT = 5_000_000  # bytes
_LARGEST = 5_000_000  # bytes


def add(commands: shared.Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "list",
        help="show leaflets, formats and options",
        description="Show the leaflets with their editions and the formats each can have, "
        "and the renderers with their options.",
        allow_abbrev=False,
    )
    shared.add_source(parser)
    parser.add_argument("--json", action="store_true", help="Print it for programs, as JSON.")
    parser.set_defaults(run=run)


def run(parsed: argparse.Namespace) -> ExitCode:
    """Print the list. A leaflet that cannot be read is listed with the reason, and fails it."""
    from formats import catalogue

    library = shared.library(parsed)
    formats = catalogue.read(library.folder)
    leaflets = [_kept(entry, library, formats) for entry in library.entries()]
    listed = {
        "leaflets": leaflets,
        "formats": [_format(formats, name) for name in formats],
        "renderers": _renderers(),
    }
    print(json.dumps(listed, indent=2, ensure_ascii=False) if parsed.json else _text(listed))
    return ExitCode.FAILED if any("error" in row for row in leaflets) else ExitCode.OK


def _kept(entry: "Entry", library: "Library", formats: "Catalogue") -> dict[str, Any]:
    """Return the row of a leaflet, from the cache if nothing that it says has changed.

    Reading a leaflet takes longer than all the rest. One that people have signed is read
    each time: its row depends on its pictures too.
    """
    if entry.problem or (entry.path.parent / "signoffs.toml").exists():
        return _leaflet(entry, library, formats)
    parts: list[str | bytes] = [__version__, str(entry.path), repr(dict(formats))]
    for path in (entry.path, *entry.path.parent.glob("*.toml"), *library.folder.glob("*.toml")):
        with suppress(FormatsError):
            parts += [path.name, opening.data(path, path.parent, _LARGEST)]
    rows = cache.Cache("list", _CACHE_LIMIT)
    key = cache.key(*parts)
    row: dict[str, Any] = json.loads(
        rows.get_or_make(key, lambda: json.dumps(_leaflet(entry, library, formats)).encode())
    )
    return row


def _leaflet(entry: "Entry", library: "Library", formats: "Catalogue") -> dict[str, Any]:
    from formats import views

    row: dict[str, Any] = {"name": entry.slug, "file": opening.printable(entry.path)}
    try:
        reading = library.read(entry, set(formats))
        checked = _signoffs(reading.leaflet, entry)
    except FormatsError as error:
        return {**row, "error": str(error)}
    leaflet = reading.leaflet
    chosen = reading.front_matter.formats or tuple(formats)
    why = {
        name: views.why_not(leaflet, formats[name].view, {name, formats[name].renderer})
        if name in chosen
        else "the leaflet does not ask for it"
        for name in formats
    }
    return {
        **row,
        "title": leaflet.title,
        "edition": leaflet.edition,
        "language": leaflet.language,
        "signoffs": checked,
        "formats": [name for name, reason in why.items() if not reason],
        "not": {name: reason for name, reason in why.items() if reason},
    }


def _signoffs(leaflet: "Leaflet", entry: "Entry") -> dict[str, Any]:
    """Return where the sign-off of the easy-read view stands, if there is that view."""
    from formats import signoffs, views, wording

    if views.why_not(leaflet, "easy-read"):
        return {}
    viewed = views.view(leaflet, "easy-read", {"easy-read", "docx"})
    state = signoffs.signed(viewed, entry.path.parent).signoff
    row = {"state": state.state, "says": wording.signoff(state), "changed": list(state.changed)}
    return {"easy-read": row}


def _format(formats: "Catalogue", name: str) -> dict[str, Any]:
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
    from formats.renderers import registry

    rows = []
    for name in registry.names():
        try:
            rows.append(_renderer(name))
        except FormatsError as error:
            rows.append({"name": name, "error": str(error)})
    return rows


def _renderer(name: str) -> dict[str, Any]:
    from formats import options
    from formats.renderers import registry

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
    return {"name": name, "suffix": renderer.suffix, "options": rows}


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
