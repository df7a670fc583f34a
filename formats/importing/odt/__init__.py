"""An OpenDocument text (ODT, of LibreOffice and others) -> a draft, read from its XML."""

from lxml import etree

from formats.errors import Place, SourceError
from formats.importing import package
from formats.importing.draft import Draft
from formats.importing.odt import styles
from formats.importing.odt.blocks import blocks
from formats.importing.odt.styles import OFFICE, STYLE, TEXT, State, local

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_MEDIA_TYPE = b"application/vnd.oasis.opendocument.text"


def read(data: bytes, file: str) -> Draft:
    """Return the draft of the document `data`. Raises `SourceError` if it cannot be read."""
    parts = _parts(data, file)
    content = package.parsed(parts["content.xml"], file)
    roots = [package.parsed(parts[n], file) for n in ("styles.xml",) if n in parts]
    state = _state(parts, [*roots, content])
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise SourceError("The document has no text. Save it as .odt or .docx.", Place(file))
    _changes(body, state)
    state.draft.blocks += blocks(body, state)
    for root in roots:
        _surroundings(root, state)
        state.draft.language = state.draft.language or _language(root)
    if "meta.xml" in parts:
        titles = package.parsed(parts["meta.xml"], file).iter(_TITLE)
        state.draft.title = next((each.text or "" for each in titles), "")
    return state.draft


def _parts(data: bytes, file: str) -> dict[str, bytes]:
    parts = package.members(data, file)
    if "content.xml" not in parts or not parts.get("mimetype", _MEDIA_TYPE).startswith(_MEDIA_TYPE):
        raise SourceError("This is no OpenDocument text. Save it as .odt or .docx.", Place(file))
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise SourceError("The file has a password. Save it without one.", Place(file))
    return parts


def _state(parts: dict[str, bytes], roots: list[etree._Element]) -> State:
    found = [style for root in roots for style in root.iter(STYLE + "style")]
    lists = [style for root in roots for style in root.iter(TEXT + "list-style")]
    named = {(s.get(STYLE + "family", ""), s.get(STYLE + "name", "")): s for s in found}
    return State(Draft(), parts, named, {s.get(STYLE + "name", ""): s for s in lists})


def _language(root: etree._Element) -> str:
    """Return the language of paragraphs that name none."""
    for style in root.iter(STYLE + "default-style"):
        if style.get(STYLE + "family") == "paragraph":
            for properties in style.iterchildren(STYLE + "text-properties"):
                return str(styles.look(properties).get("language", ""))
    return ""


def _changes(body: etree._Element, state: State) -> None:
    for region in body.iterfind(f"{TEXT}tracked-changes/{TEXT}changed-region"):
        for change in region:
            state.changes[region.get(TEXT + "id", "")] = change
            if local(change) == "deletion":
                state.draft.leave_out("tracked change: deleted", styles.words(change))


def _surroundings(root: etree._Element, state: State) -> None:
    """List the words of headers and footers."""
    for page in root.iter(STYLE + "master-page"):
        for part in page:
            kind = "header" if local(part).startswith("header") else "footer"
            for each in part.iter(TEXT + "p", TEXT + "h"):
                state.draft.leave_out(kind, styles.words(each))


def words(data: bytes, file: str) -> str:
    """Return all words of the document, for the account of them."""
    parts = _parts(data, file)
    content = package.parsed(parts["content.xml"], file)
    lines = [styles.words(body) for body in content.iter(OFFICE + "text")]
    if "styles.xml" in parts:
        root = package.parsed(parts["styles.xml"], file)
        lines += [styles.words(each) for each in root.iter(OFFICE + "master-styles")]
    return "\n".join(lines)
