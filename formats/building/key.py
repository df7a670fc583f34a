"""The key of a rendition: the digest of everything that shapes its bytes, part by part."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import Any

from formats.building import program
from formats.building.plan import Job
from formats.checks import registry as checks
from formats.renderers import registry


@dataclass(frozen=True)
class Key:
    """What a rendition is a function of. Digests are SHA-256 in hex.

    `edition` is that of the whole edition, pictures by their digests; `code` of the renderer and
    `checks` of the checks, with what each imports; `libraries` and `outside` are versions by name.
    """

    renderer: str
    suffix: str
    edition: str
    options: Mapping[str, Any]
    code: str
    checks: str
    libraries: Mapping[str, str] = field(repr=False)
    outside: Mapping[str, str]
    module: str

    @cached_property
    def digest(self) -> str:
        """The key itself."""
        return digest_of(asdict(self))


def key_of(job: Job) -> Key:
    """Return the key of a rendition. Raises `UsageError` if its renderer does not load."""
    name = job.format.renderer
    module = type(registry.load(name)).__module__
    return Key(
        name,
        job.kind.suffix,
        hashlib.sha256(repr(job.edition).encode()).hexdigest(),
        asdict(job.options),
        program.code(module),
        digest_of([program.code(each) for each in checks.modules(job.kind.media_type)]),
        program.libraries(registry.distribution(name)),
        {what: version for what, (version, _) in program.outside(module).items()},
        module,
    )


def digest_of(data: object) -> str:
    """Return the digest of plain data."""
    return hashlib.sha256(canonical(data)).hexdigest()


def canonical(data: object) -> bytes:
    """Return plain data as JSON, the same bytes for the same data."""
    return json.dumps(data, sort_keys=True, ensure_ascii=False).encode()
