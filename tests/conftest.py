"""What every test may ask for."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the one flag that accepts what the program now gives as what it should give."""
    parser.addoption("--accept", action="store_true", help="write the golden files anew")
