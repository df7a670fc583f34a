"""The rules of the house that a machine can hold."""

import ast
import re
import statistics
import subprocess
import sys
from pathlib import Path

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
    nodes = {"formats/model.py", "tests/bench.py"}  # a list of every node; a benchmark
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


def test_start_up_imports_only_what_it_needs() -> None:
    assert _imported("--help") & set(HEAVY) == set()
    assert _imported("export", "--help") & set(HEAVY) == set()
    _imported("list")  # what it says of a leaflet is kept from then on
    assert _imported("list") & set(HEAVY) == set()
