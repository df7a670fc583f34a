"""LibreOffice as a reader of Word documents: what somebody without Word sees."""

import subprocess
from pathlib import Path


def text(path: Path) -> str:
    """Return the words of the document, as LibreOffice finds them, in order."""
    folder = path.parent / "libreoffice"
    subprocess.run(
        [
            "soffice", f"-env:UserInstallation=file://{folder}/settings", "--headless",
            "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder), str(path),
        ],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return (folder / f"{path.stem}.txt").read_text(encoding="utf-8-sig")
