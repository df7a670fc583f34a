"""`formats diff` as people and programs use it."""

import json
import re
from pathlib import Path

import pytest
from lxml import etree, html

from formats.cli import main
from formats.errors import ExitCode
from tests.building.sources import leaflet
from tests.building.test_past import commit, git

WORDS = "# Help\n\n## Ask us\n\nRing 03000 41 3000 by 9am.\n\nYou can write, too.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    git(tmp_path, "init", "-q")
    leaflet(tmp_path, WORDS)
    commit(tmp_path)
    leaflet(
        tmp_path, WORDS.replace("3000 by", "3001 by").replace("You can write,", "You can write")
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_telephone_number_is_shouted_first_and_a_comma_is_not(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", "a-leaflet"]) == ExitCode.OK
    head = git(folder, "rev-parse", "HEAD")[:9]
    assert capfd.readouterr().out.splitlines() == [
        "Help (a-leaflet)",
        f"From HEAD ({head}) to now.",
        "FACTS CHANGED: 1 of facts, 1 of wording.",
        "",
        "Facts: 1 change",
        "1. TELEPHONE NUMBER CHANGED: “03000 41 3000” is now “03000 41 3001”.",
        "   Where: “Ask us”, standard text, line 5",
        "   Before: Ring 03000 41 3000 by 9am.",
        "   Now: Ring 03000 41 3001 by 9am.",
        "   Taken out: 3000",
        "   Added: 3001",
        "",
        "Wording: 1 change",
        "1. Only punctuation or capitals changed.",
        "   Where: “Ask us”, standard text, line 7",
        "   Before: You can write, too.",
        "   Now: You can write too.",
        "   Taken out: ,",
    ]


def test_exit_codes(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "a-leaflet", "--exit-changed"]) == ExitCode.CHANGED
    assert main(["diff", "a-leaflet", "--exit-changed", "--until", "HEAD"]) == ExitCode.OK
    assert capfd.readouterr().out.endswith("Nothing has changed.\n")
    assert main(["diff", "a-leaflet", "--since", "v7"]) == ExitCode.USAGE
    assert main(["diff", "b-leaflet"]) == ExitCode.USAGE
    said = capfd.readouterr().err
    assert "“v7” is no file, no edition of “a-leaflet” and no revision of git." in said
    assert "Did you mean “a-leaflet”?" in said


def _keys(found: object) -> set[str]:
    """Return every key there is in JSON."""
    if isinstance(found, dict):
        return {*found}.union(*map(_keys, found.values()))
    return set().union(*map(_keys, found)) if isinstance(found, list) else set()


def test_json_has_the_documented_keys(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "a-leaflet", "--json"]) == ExitCode.OK
    found = json.loads(capfd.readouterr().out)
    assert (found["version"], found["leaflet"], found["grade"]) == (1, "a-leaflet", "facts")
    change = found["changes"][0]
    assert (change["kind"], change["what"], change["part"]) == ("changed", "sentence", "standard")
    assert change["until"] == {"file": "source/leaflets/a-leaflet/leaflet.md", "line": 5}
    reason = change["reasons"][0]
    assert (reason["kind"], reason["before"], reason["after"]) == (
        "telephone", "03000 41 3000", "03000 41 3001",
    )  # fmt: skip
    document = (Path(__file__).parents[2] / "docs" / "comparing.md").read_text("utf-8")
    assert _keys(found) <= set(re.findall(r"`([a-z_]+)`", document))


def _text(node: etree._Element) -> str:
    return "".join(map(str, node.itertext()))


def test_the_page_says_what_was_taken_out_and_added(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", "a-leaflet", "--html", "changes.html"]) == ExitCode.OK
    assert capfd.readouterr().out == "changes.html\n"
    page = html.document_fromstring((folder / "changes.html").read_bytes())
    shown = " ".join(_text(page).split())
    assert "Both: Ring 03000 41 [taken out: 3000] [added: 3001] by 9am." in shown
    assert [_text(node) for node in page.iter("del")] == [
        "[taken out: 3000]",
        "[taken out: ,]",
    ]
    assert not re.search(rb"https?:|<script|<link", (folder / "changes.html").read_bytes())


def test_a_page_that_cannot_be_written_is_one_message(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", "a-leaflet", "--html", "no/changes.html"]) == ExitCode.FAILED
    assert capfd.readouterr().err.count("\n") == 1
