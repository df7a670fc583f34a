"""Bookmarks: names that Word allows for what an edition calls by its ids."""

import re

from formats.errors import Place, RenderError

_LONGEST = 40  # letters: Word cuts a longer name, and then no link finds it
_OTHERS = re.compile(r"[^0-9A-Za-z_]")


class Bookmarks:
    """The bookmarks of one document."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}
        self._asked: dict[str, tuple[str, Place]] = {}

    def name(self, id_: str) -> str:
        """Return the name for `id_`: letters, digits and _, at most 40, like no other.

        Word takes names that differ in capitals alone for one.
        """
        if id_ not in self._names:
            self._names[id_] = self._free(_OTHERS.sub("_", id_))
            self._taken.add(self._names[id_].casefold())
        return self._names[id_]

    def _free(self, plain: str) -> str:
        base = plain if plain[:1].isalpha() else f"b_{plain}"
        name, count = base[:_LONGEST], 1
        while name.casefold() in self._taken:
            count += 1
            ending = f"_{count}"
            name = base[: _LONGEST - len(ending)] + ending
        return name

    def set(self, id_: str) -> int:
        """Return the number of the bookmark that is set for `id_` now."""
        return self._numbers.setdefault(id_, len(self._numbers) + 1)

    def is_set(self, id_: str) -> bool:
        """Whether there is a bookmark for `id_` already."""
        return id_ in self._numbers

    def lead_to(self, id_: str, words: str, place: Place) -> str:
        """Return the name for a link with `words` that leads to `id_`."""
        self._asked.setdefault(id_, (words, place))
        return self.name(id_)

    def check(self) -> None:
        """Raise `RenderError` for a link that leads nowhere."""
        for id_, (words, place) in self._asked.items():
            if id_ not in self._numbers:
                raise RenderError(
                    f"The link “{words}” leads to “#{id_}”, and no heading here has that name. "
                    "Correct the name, or take the link away.",
                    place,
                )
