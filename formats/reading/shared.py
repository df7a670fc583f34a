"""The files that leaflets share, read once for all of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from formats.model import Authority, Organisation, Term
from formats.reading import glossary, organisation, pictures
from formats.reading.pictures import Pictures


@dataclass(frozen=True)
class Shared:
    """What `organisation.toml`, `glossary.toml`, `authorities.toml` and `pictures.toml` say."""

    organisation: Organisation
    glossary: tuple[Term, ...] = ()
    authorities: Mapping[str, Authority] = field(default_factory=dict)
    pictures: Pictures = Pictures(Path("pictures"), {})


def read(folder: Path) -> Shared:
    """Return what the leaflets of a source folder share. Raises `SourceError`."""
    language = organisation.language(folder / "organisation.toml")
    house = pictures.read(folder / "pictures.toml", language)
    return Shared(
        organisation=organisation.read(folder / "organisation.toml", house.named),
        glossary=glossary.read_glossary(folder / "glossary.toml", language),
        authorities=glossary.read_authorities(folder / "authorities.toml", language),
        pictures=house,
    )
