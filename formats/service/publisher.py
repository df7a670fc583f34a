"""Who publishes -> `organisation.toml`, with comments for the person who changes it later."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from formats.errors import UsageError

OFFER = "On request, this information can be provided in alternative formats."
_LABELS = {"phone": "Telephone", "email": "Email", "web": "Website", "post": "Address"}


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes, and how to reach them; what is empty there is not. `post` has lines."""

    name: str
    phone: str = ""
    email: str = ""
    web: str = ""
    post: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise UsageError("Say who publishes the leaflets, with --name.")
        for words in (self.name, self.phone, self.email, self.web, *self.post):
            if any(not letter.isprintable() for letter in words):
                raise UsageError("Write each answer on one line, in letters, figures and signs.")

    @property
    def ways(self) -> dict[str, str | list[str]]:
        """The ways to get in touch that there are, in the order they are shown."""
        given: dict[str, str | list[str]] = {
            "phone": self.phone, "email": self.email, "web": self.web, "post": list(self.post),
        }  # fmt: skip
        return {kind: value for kind, value in given.items() if value}


def organisation(publisher: Publisher) -> str:
    """Return the text of `organisation.toml`."""
    return "\n".join(_lines(publisher)) + "\n"


def _lines(publisher: Publisher) -> Iterator[str]:
    yield "# Who publishes the leaflets, how to reach them, and their offer of other formats."
    yield f"name = {_quoted(publisher.name)}"
    yield '# strapline = "A few words under the name"'
    yield '# about = "A sentence about the service, for the end of each leaflet"'
    yield "\n# Each [contact.…] has just one of phone, email, web, post or social. They are shown"
    yield "# in this order. Add as many as you need: a second telephone is [contact.office]."
    for kind, value in publisher.ways.items():
        yield f"\n[contact.{kind}]\nlabel = {_quoted(_LABELS[kind])}\n{kind} = {_quoted(value)}"
    if not publisher.ways:
        yield '\n# [contact.phone]\n# label = "Telephone"\n# phone = "01234 567890"'
    yield "\n# The sentence that offers other formats, and which of the contacts above to ask."
    yield f"[offer]\nwords = {_quoted(OFFER)}"
    yield f"ask = {_quoted(next(iter(publisher.ways)))}" if publisher.ways else '# ask = "phone"'


def _quoted(value: str | list[str]) -> str:
    """Return a value as TOML: what JSON writes for printable words is the same."""
    return json.dumps(value, ensure_ascii=False)
