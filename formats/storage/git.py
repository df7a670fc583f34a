"""What git keeps of a folder's past: read, never written, and nothing of it is ever run.

git is asked as a program. A repository may come from anybody: its hooks and watchers are for
commands that are not used here, its links are not followed, and nothing is fetched.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Final

from formats.errors import FormatsError

_SECONDS: Final = 60.0
_FILE_MODES: Final = ("100644", "100755")
_SURROUNDINGS: Final = {
    "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1", "GIT_LITERAL_PATHSPECS": "1",
}  # fmt: skip


class GitError(FormatsError):
    """git is not there, or cannot say what it was asked."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file at one moment: its path from the top of the repository, its content's name, bytes.

    `is_file` is False for a link.
    """

    path: PurePosixPath
    content: str
    size: int
    is_file: bool

    @property
    def is_plain(self) -> bool:
        """Whether it is a file whose path leads nowhere else on any system."""
        parts = self.path.parts
        odd = any(part.lower() in ("..", ".git") or set(part) & set("\\:\0") for part in parts)
        return self.is_file and not odd and not self.path.is_absolute()


class Repository:
    """The repository that a folder stands in. Every method raises `GitError`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()

    @cached_property
    def _known(self) -> tuple[str, str]:
        """The top folder, and whether the history is cut off."""
        asked = self._git("rev-parse", "--show-toplevel", "--is-shallow-repository")
        top, shallow = asked.decode(errors="surrogateescape").split("\n")[:2]
        return top, shallow

    @property
    def top(self) -> Path:
        """The top folder."""
        return Path(self._known[0]).resolve()

    @property
    def is_shallow(self) -> bool:
        """Whether older revisions were left out when it was cloned."""
        return self._known[1] == "true"

    def path_of(self, path: Path) -> PurePosixPath | None:
        """Return a path as git writes it, or None if it is not in the repository."""
        real = path.parent.resolve() / path.name
        if not real.is_relative_to(self.top):
            return None
        return PurePosixPath(real.relative_to(self.top).as_posix())

    def commit(self, revision: str) -> str | None:
        """Return the commit that a revision names, or None if there is none."""
        if revision.startswith("-") or not revision.isprintable():
            return None
        name = f"{revision}^{{commit}}"
        try:
            found = self._git("rev-parse", "--verify", "--quiet", "--end-of-options", name)
        except _RefusedError:
            return None
        return found.decode().strip()

    def history(self, path: PurePosixPath, most: int) -> list[str]:
        """Return the commits that changed a file, the newest first, at most so many."""
        if self.commit("HEAD") is None:
            return []
        asked = ("log", f"--max-count={most}", "--format=%H", "HEAD", "--", str(path))
        return self._git(*asked, folder=self.top).decode().split()

    def files(self, commit: str, folder: PurePosixPath, *, deep: bool) -> Iterator[Kept]:
        """Yield the files in a folder at a commit, those of folders in it too if `deep`."""
        where = [] if folder == PurePosixPath() else [f"{folder}/"]
        options = ["-r"] if deep else []
        listed = self._git("ls-tree", *options, "-z", "-l", "--full-tree", commit, "--", *where)
        for row in listed.decode(errors="surrogateescape").split("\0"):
            about, _, path = row.partition("\t")
            mode, kind, content, size = (about.split() or ["", "", "", ""])[:4]
            if kind == "blob":
                yield Kept(PurePosixPath(path), content, int(size), mode in _FILE_MODES)

    def sizes(self, names: Sequence[str]) -> list[tuple[str, int] | None]:
        """Return the content's name and size of each `commit:path`; None where there is none."""
        asked = "".join(f"{name}\n" for name in names).encode(errors="surrogateescape")
        rows = self._git("cat-file", "--batch-check", given=asked).decode().splitlines()
        found = (row.split() for row in rows)
        return [(r[0], int(r[2])) if len(r) == 3 and r[1] == "blob" else None for r in found]  # noqa: PLR2004

    def contents(self, names: Iterable[str]) -> dict[str, bytes]:
        """Return the bytes of contents by their names."""
        wanted = list(dict.fromkeys(names))
        if not wanted:
            return {}
        given = "".join(f"{name}\n" for name in wanted).encode()
        told = self._git("cat-file", "--batch", given=given)
        found, at = dict[str, bytes](), 0
        for name in wanted:
            end = told.index(b"\n", at)
            about = told[at:end].split()
            if len(about) != 3:  # noqa: PLR2004 - name, kind, size
                message = (
                    "A part of this revision is not here: the repository was cloned in part. "
                    "Fetch the whole of it with “git fetch --refetch”."
                )
                raise GitError(message)
            size = int(about[2])
            found[name] = told[end + 1 : end + 1 + size]
            at = end + 2 + size
        return found

    def _git(self, *arguments: str, given: bytes = b"", folder: Path | None = None) -> bytes:
        plain = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
        command = ["git", "--no-pager", "-C", str(folder or self.folder), *arguments]
        try:
            done = subprocess.run(  # noqa: S603 - no shell; a revision cannot be an option
                command, input=given, capture_output=True, timeout=_SECONDS, check=False,
                env={**plain, **_SURROUNDINGS},
            )  # fmt: skip
        except FileNotFoundError:
            message = "git is not installed, and older editions are in git. Install it, or name a "
            raise GitError(message + "file to compare with: --since FILE.") from None
        except (OSError, subprocess.TimeoutExpired) as error:
            raise GitError(f"git does not answer: {error}.") from None
        if done.returncode:
            raise self._refusal(done.stderr.decode(errors="replace"))
        return done.stdout

    def _refusal(self, said: str) -> GitError:
        if "not a git repository" in said:
            return GitError(
                f"{self.folder} is in no git repository, which would have its older editions. "
                "Name a file to compare with: --since FILE."
            )
        if "dubious ownership" in said:
            return GitError(
                f"git does not trust {self.folder}, which belongs to somebody else. Say that you "
                f"do: git config --global --add safe.directory {self.folder}"
            )
        return _RefusedError(f"git says: {' '.join(said.split())[:300] or 'no'}.")


class _RefusedError(GitError):
    """git has answered that it cannot."""
