"""Installing the plug-ins of this folder, and running the command beside them."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def install(name: str, folder: Path) -> None:
    """Install the distribution in the folder `name` of this one into `folder`, by pip.

    The environment has no pip of its own: that of the Python it was made with serves for it.
    Nothing is built where the sources lie.
    """
    source = folder.parent / f"source-of-{name}"
    shutil.copytree(HERE / name, source)
    base = Path(sys.base_prefix) / "bin" / "python3"
    pip = [str(base), "-m", "pip", "--disable-pip-version-check", "--python", sys.executable]
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    command = [*pip, "install", *options, "--target", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, text=True)


@dataclass
class Command:
    """The command `formats` in a folder of its own, with the packages of `plugins` beside it."""

    folder: Path
    plugins: Path | None = None
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def paths(self) -> dict[str, str]:
        """What is added to the environment, so that this checkout and the plug-ins are found."""
        found = [str(self.plugins)] if self.plugins else []
        return {"PYTHONPATH": os.pathsep.join([*found, str(ROOT)]), **self.environment}

    def run(self, *arguments: str, seconds: float = 60) -> "subprocess.CompletedProcess[str]":
        """Run `formats` with `arguments`."""
        return subprocess.run(
            [sys.executable, "-m", "formats", *arguments],
            cwd=self.folder, env={**os.environ, **self.paths},
            capture_output=True, text=True, timeout=seconds, check=False,
        )  # fmt: skip

    def files(self) -> list[str]:
        """Return the paths of all files under the folder, sorted."""
        found = (p for p in self.folder.rglob("*") if not p.is_dir())
        return sorted(str(p.relative_to(self.folder)) for p in found)
