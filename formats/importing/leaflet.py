"""An import put in its place: `leaflet.md`, pictures, `imported.md`, `import-report.html`.

`imported.md` is the leaflet as the document gave it. When a newer document comes, it tells the
changes of the document from those of the editors.
"""

import tempfile
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from formats.errors import FormatsError, Place, SourceError, UsageError
from formats.importing import importer, newer, report
from formats.importing.account import Account, account, count
from formats.importing.importer import Imported
from formats.importing.newer import Difference
from formats.model.findings import Finding, Severity, errors_in
from formats.reading import leaflet as reading
from formats.reading.shared import Shared
from formats.storage import files
from formats.text.slugs import slug

LEAFLET, IMPORTED, PROPOSED = "leaflet.md", "imported.md", "proposed.md"
REPORT = "import-report.html"


@dataclass(frozen=True)
class Outcome:
    """What became of an import: the file to look at, what to say, where every word went."""

    leaflet: Path
    report: Path
    findings: tuple[Finding, ...]
    account: Account
    differences: tuple[Difference, ...] = ()


def slug_of(path: Path) -> str:
    """Return the name of a leaflet for a document: "Guide 2 (final).docx" is "guide-2-final"."""
    return slug(path.stem) or "leaflet"


def bring_in(
    document: Path, folder: Path, shared: Shared, names: Collection[str], *, take: bool = False
) -> Outcome:
    """Import `document` into the folder of a leaflet, which is made if need be.

    Where there is a leaflet that came of an older document, it stays as it is, and what it would
    become stands in `proposed.md`; with `take` it is changed. `names` are those that
    `::: only` may use. Raises `FormatsError`.
    """
    data = importer.data_of(document)
    older = _older(folder)
    imported = importer.imported(data, document, folder / LEAFLET)
    counted, findings = _read_back(imported, folder, shared, names)
    _make(folder)
    for name, picture in imported.pictures.items():
        _make((folder / name).parent)
        files.write(picture, folder / name)
    target, differences = _put(imported.markdown, older, folder, take=take)
    findings += tuple(_newer(differences, target))
    page = report.html(document.name, findings, counted, differences)
    files.write(page.encode(), folder / REPORT)
    return Outcome(target, folder / REPORT, findings, counted, differences)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FormatsError(f"The folder {folder} cannot be made: {error.strerror}.") from None


def _older(folder: Path) -> str | None:
    """Return what an older document gave, or None for a new leaflet."""
    if not (folder / LEAFLET).exists():
        return None
    if not (folder / IMPORTED).is_file():
        raise UsageError(
            f"{folder / LEAFLET} is there already, and was not imported. "
            "Give the leaflet another name with --to."
        )
    return (folder / IMPORTED).read_text("utf-8")


def _put(
    text: str, older: str | None, folder: Path, *, take: bool
) -> tuple[Path, tuple[Difference, ...]]:
    """Write the leaflet, or what it would become; return that file and what is different."""
    target, differences = folder / LEAFLET, list[Difference]()
    if older is not None:
        own = target.read_text("utf-8")
        target = target if take else folder / PROPOSED
        merged, differences = newer.merged(older, text, own)
        files.write((merged if differences else own).encode(), target)
    else:
        files.write(text.encode(), target)
    if older is None or take:
        files.write(text.encode(), folder / IMPORTED)
    return target, tuple(differences)


def _newer(differences: Collection[Difference], file: Path) -> list[Finding]:
    message = "{} of the changes are in words that were changed here too. The report shows them."
    left = sum(not each.taken for each in differences)
    found = Finding("import-newer", Severity.ERROR, message.format(left), Place(str(file)))
    return [found] if left else []


def _read_back(
    imported: Imported, folder: Path, shared: Shared, names: Collection[str]
) -> tuple[Account, tuple[Finding, ...]]:
    """Read the leaflet as it will be read, and return where the words are and all findings."""
    file = str(folder / LEAFLET)
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / LEAFLET
        path.write_text(imported.markdown, "utf-8")
        for name, picture in imported.pictures.items():
            _make((path.parent / name).parent)
            (path.parent / name).write_bytes(picture)
        try:
            read = reading.read(path, folder.name, shared, names)
        except SourceError as error:
            return _unread(imported, error, file)
    counted = account(imported.original, read.leaflet, imported.left_out, imported.missing)
    own = {finding.place for finding in errors_in(imported.findings)}
    errors = (_moved(finding, file) for finding in errors_in(read.findings))
    further = tuple(finding for finding in errors if finding.place not in own)
    lost = f"{len(counted.lost)} words of the document stand nowhere in the leaflet: "
    words = Finding("import-words", Severity.ERROR, lost + " ".join(counted.lost), Place(file))
    return counted, (*imported.findings, *further, *((words,) if counted.lost else ()))


def _moved(finding: Finding, file: str) -> Finding:
    line = finding.place.line if finding.place else 0
    return replace(finding, place=Place(file, line))


def _unread(
    imported: Imported, error: SourceError, file: str
) -> tuple[Account, tuple[Finding, ...]]:
    """Return the account by the text alone, where the leaflet is beyond what can be read."""
    line = error.place.line if error.place else 0
    found = Finding("import-words", Severity.ERROR, error.message, Place(file, line))
    number = sum(count(imported.original).values())
    counted = Account(
        number, (("in a file that is yet to be mended", number),), imported.left_out, ()
    )
    return counted, (*imported.findings, found)
