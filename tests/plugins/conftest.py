from pathlib import Path

import pytest

from tests.plugins.installed import install


@pytest.fixture(scope="session")
def plain_text(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the plain-text renderer is installed in."""
    folder = tmp_path_factory.mktemp("plain-text") / "packages"
    install("plain_text", folder)
    return folder
