"""What a process imports, imported before the next like it is started: once, not each time.

Renderers import late what is heavy, so that a command that lists starts at once. A process tells
what it imported; before the second of the same renderer is forked, this one imports it too. Only
what the code of the program names itself: a plug-in may do in its own process what it likes.
"""

import sys
from collections.abc import Iterable
from contextlib import suppress
from importlib import import_module

from formats.building import program
from formats.building.plan import Job
from formats.checks import registry as checks
from formats.renderers import registry

_HOUSE = "formats"


class Preload:
    """What has been learned of each renderer in one run."""

    def __init__(self) -> None:
        self._learned: dict[str, tuple[str, ...]] = {}
        self._loaded: set[str] = set()

    def learn(self, job: Job, modules: Iterable[object]) -> None:
        """Take what the process of a job says that it imported."""
        if job.format.renderer not in self._learned:
            trusted = _trusted(job)
            names = (name for name in modules if isinstance(name, str))
            known = tuple(name for name in names if name.partition(".")[0] in trusted)
            self._learned[job.format.renderer] = known

    def load(self, job: Job) -> None:
        """Import what is known to be needed for a job, if that was not done yet."""
        name = job.format.renderer
        if name in self._learned and name not in self._loaded:
            self._loaded.add(name)
            for module in self._learned[name]:
                with suppress(ImportError):  # one that is made while another is imported
                    import_module(module)


def _trusted(job: Job) -> set[str]:
    """Return the packages that the code of the program imports for a job of its own."""
    module = type(registry.load(job.format.renderer)).__module__
    if not module.startswith(f"{_HOUSE}."):
        return set()
    named = {top for each in (module, *_checks(job)) for top in program.packages(each)}
    return named | set(sys.stdlib_module_names)


def _checks(job: Job) -> list[str]:
    found = checks.modules(job.kind.media_type)
    return [each for each in found if each.startswith(f"{_HOUSE}.")]
