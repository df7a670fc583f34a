"""Ace by DAISY: the accessibility checker that publishers of e-books use.

It comes from npm (`package.json` here, which `.ci/run` installs) and needs Debian's chromium.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

_ACE = Path(__file__).parent / "node_modules" / ".bin" / "ace-cli"


def complaints(path: Path) -> list[str]:
    """Return the violations that Ace finds in the e-book."""
    folder = path.parent / "ace"
    chromium = shutil.which("chromium")
    assert chromium, "Ace needs chromium"
    settings = {"HOME": str(folder), "PUPPETEER_EXECUTABLE_PATH": chromium}
    folder.mkdir(exist_ok=True)
    subprocess.run(
        [str(_ACE), "-f", "-s", "-o", str(folder / "report"), str(path)],
        env={**os.environ, **settings}, check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    report = json.loads((folder / "report" / "report.json").read_text(encoding="utf-8"))
    assert report["assertions"], "Ace checked nothing"
    return [
        f"{document['earl:testSubject']['url']}: {found['earl:test']['dct:title']}"
        for document in report["assertions"]
        for found in document["assertions"]
    ]
