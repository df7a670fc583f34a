"""The files that leaflets share, read once for all of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from formats.model import Authority, Organisation, Term
from formats.reading import glossary, organisation, pictures, places
from formats.reading.pictures import Pictures


@dataclass(frozen=True)
class Shared:
    """What the files say: organisation, glossary, authorities, pictures, places (`.toml`)."""

    organisation: Organisation
    glossary: tuple[Term, ...] = ()
    authorities: Mapping[str, Authority] = field(default_factory=dict)
    pictures: Pictures = Pictures(Path("pictures"), {})
    folder: Path | None = None
    """The source folder, if there is one."""
    places: tuple[tuple[str, str], ...] = ()

    def with_strangers(self) -> "Shared":
        """Return what may be used by leaflets of others: never our name, helpline or terms."""
        return replace(self, organisation=Organisation(""), glossary=())


def read(folder: Path) -> Shared:
    """Return what the leaflets of a source folder share. Raises `SourceError`."""
    language = organisation.language(folder / "organisation.toml")
    house = pictures.read(folder / "pictures.toml", language)
    return Shared(
        organisation=organisation.read(
            folder / "organisation.toml", house.named, partial(house.in_file, folder=folder)
        ),
        glossary=glossary.read_glossary(folder / "glossary.toml", language),
        authorities=glossary.read_authorities(folder / "authorities.toml", language),
        pictures=house,
        folder=folder,
        places=places.read(folder / "places.toml"),
    )
