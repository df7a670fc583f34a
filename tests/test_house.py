"""The rules of the house that a machine can hold."""

import ast
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.building.sources import leaflet

ROOT = Path(__file__).parents[1]
PROGRAM = sorted((ROOT / "formats").rglob("*.py"))
EVERYTHING = [*PROGRAM, *sorted((ROOT / "tests").rglob("*.py"))]
FORBIDDEN = re.compile(
    r"\b(utils?|helpers?|manager|common|misc|resources|profile|template)\b", re.IGNORECASE
)
# What each of these takes to import is not for a command that only lists or explains.
HEAVY = (
    "reportlab",
    "docx",
    "ebooklib",
    "numpy",
    "markdown_it",
    "lxml",
    "pikepdf",
    "PIL",
    "pyttsx3",
)


def _functions() -> list[tuple[str, int]]:
    found = []
    for path in PROGRAM:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                found.append((f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", lines))
    return found


def test_files_are_at_most_300_lines_long() -> None:
    long = {str(p.relative_to(ROOT)): len(p.read_text("utf-8").splitlines()) for p in EVERYTHING}
    nodes = {"tests/bench.py"}  # a benchmark
    assert {name: lines for name, lines in long.items() if lines > 300 and name not in nodes} == {}


def test_functions_are_short() -> None:
    lengths = [lines for _, lines in _functions()]
    assert [name for name, lines in _functions() if lines > 60] == []
    assert statistics.median(lengths) <= 10
    assert statistics.quantiles(lengths, n=10)[-1] <= 30


def test_no_file_or_name_is_called_what_says_nothing() -> None:
    names = [str(path.relative_to(ROOT)) for path in EVERYTHING]
    for path in PROGRAM:
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        names += [node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    parts = [(name, re.sub(r"[_/.]|(?<=[a-z])(?=[A-Z])", " ", name)) for name in names]
    assert [name for name, words in parts if FORBIDDEN.search(words)] == []


def _imported(*arguments: str) -> set[str]:
    program = f"import sys; from formats.cli import main; main({list(arguments)!r})"
    shown = "; print(*sys.modules, file=sys.stderr)"
    run = subprocess.run(
        [sys.executable, "-c", f"try:\n    {program}\nexcept SystemExit:\n    pass\n{shown[2:]}"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return {name.split(".")[0] for name in run.stderr.split()}


def test_start_up_imports_only_what_it_needs(tmp_path: Path) -> None:
    assert _imported("--help") & set(HEAVY) == set()
    assert _imported("export", "--help") & set(HEAVY) == set()
    leaflet(tmp_path, "---\nformats: [html]\n---\n# A leaflet\n\nWords.\n")
    folders = ("--source", f"{tmp_path}/source", "--output", f"{tmp_path}/output")
    assert _imported("build", *folders) & set(HEAVY)
    assert _imported("build", *folders) & set(HEAVY) == set()
    assert _imported("list", *folders) & set(HEAVY) == set()


# Libraries that more than one room may use, and why.
SHARED_LIBRARIES = {
    "lxml": "XML is read back by checks and written by renderers",
    "pikepdf": "a PDF is finished with it, and read back",
    "mutagen": "tags are written with it, and read back",
    "numpy": "samples are measured where they are made, and where they are checked",
    "fontTools": "faces are cut with it, and read back",
    "langcodes": "tags of recordings have codes of three letters",
}


def _third_party(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names - sys.stdlib_module_names - {"formats"}


def test_each_library_has_one_home() -> None:
    homes: dict[str, set[str]] = {}
    for path in PROGRAM:
        room = "/".join(path.relative_to(ROOT / "formats").parts[:-1][:2]) or path.name
        top = room if room.startswith("renderers") else room.partition("/")[0]
        for name in _third_party(path):
            homes.setdefault(name, set()).add(top)
    several = {name: rooms for name, rooms in homes.items() if len(rooms) > 1}
    assert {name: r for name, r in several.items() if name not in SHARED_LIBRARIES} == {}


DRAWN = re.compile(r"^    ([a-z_]+)(/?) {2,}\S", re.MULTILINE)


def _packages() -> list[Path]:
    return sorted(path.parent for path in (ROOT / "formats").rglob("__init__.py"))


def test_what_a_room_says_is_in_it_is_in_it() -> None:
    for folder in _packages():
        docstring = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8"))) or ""
        assert docstring, folder
        named = {name for name, _ in DRAWN.findall(f"\n{_indented(docstring)}")}
        there = {p.stem for p in folder.glob("*.py")} | {
            p.parent.name for p in folder.glob("*/__init__.py")
        }
        there -= {"__init__", "__main__"}
        if named:
            assert named <= there, f"{folder}: {named - there} is not there"
            assert there <= named, f"{folder}: {there - named} is not said"


def _indented(docstring: str) -> str:
    return docstring.replace("\n\n", "\n \n")


def test_the_architecture_names_every_room_and_no_other() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    named = set(re.findall(r"^\| `([a-z_]+)(?:/|\.py)` \|", text, re.MULTILINE))
    rooms = {path.parent.name for path in (ROOT / "formats").glob("*/__init__.py")}
    assert named == rooms | {"errors"}


# The rooms that draw an edition, and may add no words to it.
ENGINES = ("renderers", "typesetting", "xhtml")
# What looks like words there and is none to a reader.
NO_WORDS = {
    "docx/styles.py": "names of Word's styles",
    "docx/figures.py": "XML",
    "epub/metadata.py": "the name of a standard",
    "html/page.py": "a policy and a style sheet",
    "label/sheet.py": "what an error calls a label",
    "tagging/fonts.py": "PostScript",
    "typesetting/compositor.py": "what to do about letters that a typeface lacks",
    "tagging/information.py": "XML",
    "xhtml/markup.py": "a document type",
}
MESSAGES = {"message", "advice", "reason", "why", "words", "codes"}


def _written_words(path: Path) -> Iterator[str]:
    """Yield the strings of a module that look like words to a reader: two words or more."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = {id(node) for each in ast.walk(tree) for node in _not_for_readers(each)}
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in skipped else ""
        if isinstance(text, str) and re.search(r"[A-Za-z]{2,} [a-zA-Z]{2,}", text):
            yield f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)} {text[:60]}"


def _not_for_readers(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the strings inside docstrings, options, errors and findings: those are for staff."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
    if isinstance(node, ast.Raise):
        yield from ast.walk(node)
    if isinstance(node, ast.Call):
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name in ("option", "Finding", "OptionError", "RenderError", "compile"):
            yield from ast.walk(node)
    if isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        if {getattr(target, "id", "") for target in targets} & MESSAGES:
            yield from ast.walk(node)


def test_no_renderer_writes_a_word_of_its_own() -> None:
    rooms = [
        path for path in PROGRAM if str(path.relative_to(ROOT / "formats")).startswith(ENGINES)
    ]
    written = [words for path in rooms for words in _written_words(path)]
    assert [w for w in written if not any(name in w for name in NO_WORDS)] == []
