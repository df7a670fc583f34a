"""What every test starts from: an empty cache of its own, and no test left out in CI."""

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings

# The same examples in every run of CI, so that a red run can be repeated. Nothing is shrunk:
# a validator takes too long for it, and the drawn leaflets are small as they are.
_PHASES = [Phase.explicit, Phase.reuse, Phase.generate]
_UNHURRIED: dict[str, Any] = {
    "deadline": None,
    "phases": _PHASES,
    "suppress_health_check": list(HealthCheck),
}
settings.register_profile("drawn", **_UNHURRIED)
settings.register_profile("same", **_UNHURRIED, derandomize=True)
settings.load_profile("same" if os.environ.get("CI") else "drawn")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the one flag that accepts what the program now gives as what it should give."""
    parser.addoption("--accept", action="store_true", help="write the golden files anew")


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test module's process a cache folder that is not the user's."""
    folder = tmp_path_factory.getbasetemp() / "cache"
    monkeypatch.setenv("FORMATS_CACHE", str(folder))
    return folder


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out, outside CI, what needs Debian's programs: they are deselected, not skipped."""
    if os.environ.get("CI") or config.getoption("markexpr"):
        return
    left_out = [item for item in items if item.get_closest_marker("debian")]
    items[:] = [item for item in items if not item.get_closest_marker("debian")]
    config.hook.pytest_deselected(items=left_out)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]):  # type: ignore[no-untyped-def]
    """Turn a skipped test into a failed one in CI, where nothing may be skipped."""
    report = yield
    if os.environ.get("CI") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, but nothing may be skipped in CI: {item.nodeid}"
    return report
