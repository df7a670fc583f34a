"""LibreOffice as a reader of Word documents: what somebody without Word sees."""

import subprocess
from collections.abc import Iterable
from pathlib import Path


def text(path: Path) -> str:
    """Return the words of the document, as LibreOffice finds them, in order."""
    folder = path.parent / "libreoffice"
    _convert([path], "txt:Text (encoded):UTF8", folder)
    return (folder / f"{path.stem}.txt").read_text(encoding="utf-8-sig")


def converted(paths: Iterable[Path], suffix: str, folder: Path) -> list[Path]:
    """Return documents as LibreOffice saves them under another suffix."""
    _convert(paths, suffix, folder)
    return sorted(folder.glob(f"*.{suffix}"))


def _convert(paths: Iterable[Path], kind: str, folder: Path) -> None:
    subprocess.run(
        [
            "soffice", f"-env:UserInstallation=file://{folder}/settings", "--headless",
            "--convert-to", kind, "--outdir", str(folder), *map(str, paths),
        ],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
