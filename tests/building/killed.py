"""The command `formats`, sent a signal just before its n-th change of the file system.

Run as `python -m tests.building.killed N SIGNAL ARGUMENT…`: whatever is opened for writing,
renamed, linked, made or deleted counts (PEP 578 tells of it), so that no step can be left out. The
processes that render are not counted: they are not this one. Exits with 64 if there is no n-th.
"""

import os
import signal
import sys

_CHANGES = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.chmod"}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def _main() -> int:
    left, number = int(sys.argv[1]), getattr(signal, sys.argv[2])
    parent = os.getpid()

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if os.getpid() != parent or not (event in _CHANGES or _is_writing(event, arguments)):
            return
        left -= 1
        if left == 0:
            os.kill(parent, number)

    from formats.cli import main

    sys.addaudithook(hook)
    code = main(sys.argv[3:])
    return 64 if left > 0 else code


def _is_writing(event: str, arguments: tuple[object, ...]) -> bool:
    # The folder that is opened to be synchronised stands between two renames: a step, too.
    if event != "open" or not isinstance(arguments[2], int):
        return False
    return bool(arguments[2] & (_WRITING | os.O_DIRECTORY))


if __name__ == "__main__":
    sys.exit(_main())
