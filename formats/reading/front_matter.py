"""The YAML between two lines of `---` at the top of a leaflet."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from formats.errors import Place, SourceError
from formats.reading import foreign, letters
from formats.storage import controls
from formats.text.language import DEFAULT, TAG

_FENCE = "---"
_TOML_FENCE = "+++"
_LONGEST = 2_000
"""Letters of one value: a paragraph. No page and no voice has room for more."""
_EDITION = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_TEXTS = ("title", "language", "edition", "subtitle", "description", "review", "identifier",
          "publisher", "short-title", "easy-title")  # fmt: skip
_KEYS = (*_TEXTS, "formats", "options")
_DEEPEST = 20  # levels; options take three


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a leaflet says of itself before its text. Empty means not said.

    `formats` limits the formats (None: all there are); `options` holds option values for
    each format; `lines` how many lines of the file it takes up.
    """

    title: str = ""
    language: str = DEFAULT
    edition: str = ""
    subtitle: str = ""
    description: str = ""
    review: str = ""
    identifier: str = ""
    formats: tuple[str, ...] | None = None
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    lines: int = 0
    publisher: str = ""
    short_title: str = ""
    easy_title: str = ""
    said: str = ""
    """What there is to say of keys that mean nothing here."""


def split(text: str, file: str) -> tuple[FrontMatter, str]:
    """Return the front matter of `text` and the rest. Raises `SourceError`."""
    lines = text.split("\n")
    fence = lines[0].rstrip()
    if fence not in (_FENCE, _TOML_FENCE):
        return FrontMatter(), text
    ends = (_FENCE, "...") if fence == _FENCE else (_TOML_FENCE,)
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() in ends:
            block = "\n".join(lines[1:number])
            if fence == _FENCE and _is_no_front_matter(lines[1:number]):
                return FrontMatter(), text
            values = _yaml(block, file) if fence == _FENCE else _toml(block, file)
            return _parse(values, block, file, number + 1), "\n".join(lines[number + 1 :])
    if _is_no_front_matter(lines[1:]):
        return FrontMatter(), text
    raise SourceError(
        f"The block that begins with “{fence}” never ends. Close it with a line of “{fence}”.",
        Place(file, 1),
    )


def _is_no_front_matter(lines: Sequence[str]) -> bool:
    """Whether what follows a line of `---` begins as a text does, so that it is only a line."""
    first = next((line for line in lines if line.strip()), "")
    return bool(first) and ":" not in first and first.lstrip()[0] not in "#{[?&-\t"


def _toml(block: str, file: str) -> dict[Any, Any]:
    try:
        return {key: _as_typed(value) for key, value in tomllib.loads(block).items()}
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        message = f"The front matter is not right TOML: {error}."
        raise SourceError(message, Place(file, 2)) from None


def _as_typed(value: Any) -> Any:
    """Return a value of TOML with what stands for words and dates as words."""
    if isinstance(value, dict):
        return {key: _as_typed(inside) for key, inside in value.items()}
    if isinstance(value, list):
        return [_as_typed(inside) for inside in value]
    return value.isoformat() if isinstance(value, date) else str(value)


def _parse(values: dict[Any, Any], block: str, file: str, lines: int) -> FrontMatter:
    key = next((k for k in values if k not in _KEYS), "")
    values, said = foreign.taken(values, _KEYS, _place_of(str(key), block, file))
    texts = {k: _text(values[k], k, block, file) for k in _TEXTS if values.get(k, "") != ""}
    _check_edition(texts, block, file)
    _check_language(texts, block, file)
    return FrontMatter(
        **{key.replace("-", "_"): value for key, value in texts.items()},
        formats=_formats(values.get("formats"), block, file),
        options=_options(values.get("options"), block, file),
        lines=lines,
        said=said,
    )


def _yaml(block: str, file: str) -> dict[Any, Any]:
    import yaml

    try:
        loaded = _loaded(block)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = Place(file, mark.line + 2 if mark else 1)
        problem = getattr(error, "problem", None) or "it cannot be read"
        raise SourceError(
            f"The front matter is not right YAML: {problem}. "
            "Write each line as “name: value”, and put a value that holds “: ” in quotation marks.",
            place,
        ) from None
    if loaded is None:
        return {}
    if not isinstance(loaded, dict):
        raise SourceError("Write the front matter as lines of “name: value”.", Place(file, 2))
    return loaded


def _loaded(block: str) -> Any:
    """Return the YAML of `block`, with every scalar as it was typed. Raises `YAMLError`.

    Without guessing at types, an edition of 2025-10 or a title of “No” stays what it is.
    """
    import yaml

    base: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    # Aliases can explode. They are looked for first, since the loader in C follows them unasked.
    depth = 0
    for event in yaml.parse(block, Loader=base):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent):
            raise _marked("“*” and “&” are not allowed here", event)
        if depth > _DEEPEST:
            raise _marked("it is nested too deep", event)
    return yaml.load(block, Loader=_without_repeats(base))  # noqa: S506 - it makes no objects


def _without_repeats(base: type) -> type:
    """Return a YAML loader for which a key written twice is an error, and not its first value."""

    class Loader(base):  # type: ignore[misc]
        def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
            seen = set()
            for key, _ in node.value:
                if not isinstance(key.value, str):
                    raise _marked("a name must be plain words", key)
                if key.value in seen:
                    raise _marked(f"“{key.value}” is written twice", key)
                seen.add(key.value)
            made: dict[Any, Any] = super().construct_mapping(node, deep)
            return made

    return Loader


def _marked(problem: str, at: Any) -> Exception:
    import yaml

    return yaml.MarkedYAMLError(problem=problem, problem_mark=at.start_mark)


def _place_of(key: str, block: str, file: str) -> Place:
    for number, line in enumerate(block.split("\n"), 2):
        if line.lstrip().startswith((key, f'"{key}', f"'{key}")):
            return Place(file, number)
    return Place(file, 1)


def _text(value: object, key: str, block: str, file: str) -> str:
    if not isinstance(value, str):
        raise SourceError(f"“{key}” must be words on one line.", _place_of(key, block, file))
    control = controls.CONTROLS.search(value)
    if control:
        message = f"“{key}”: {controls.message(control[0])}"
        raise SourceError(message, _place_of(key, block, file))
    if len(value) > _LONGEST:
        message = f"“{key}” has {len(value):,} letters. Write at most {_LONGEST:,}."
        raise SourceError(message, _place_of(key, block, file))
    return letters.meant(" ".join(value.split()))


def _check_edition(texts: Mapping[str, str], block: str, file: str) -> None:
    for key in ("edition", "review"):
        written = texts.get(key)
        if written and not _is_edition(written):
            raise SourceError(
                f"“{key}: {written}” is no date. Write it as 2025, 2025-10 or 2025-10-31.",
                _place_of(key, block, file),
            )


def _is_edition(written: str) -> bool:
    if not _EDITION.fullmatch(written):
        return False
    try:
        date.fromisoformat((written + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _check_language(texts: Mapping[str, str], block: str, file: str) -> None:
    tag = texts.get("language")
    if tag is not None and not TAG.fullmatch(tag):
        raise SourceError(
            f"“{tag}” is no language tag. Write one such as en-GB, cy or pl.",
            _place_of("language", block, file),
        )


def _formats(value: object, block: str, file: str) -> tuple[str, ...] | None:
    if value in (None, ""):
        return None
    if not value or not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise SourceError(
            "“formats” must be a list such as [large-print, audio].",
            _place_of("formats", block, file),
        )
    return tuple(dict.fromkeys(value))


def _options(value: object, block: str, file: str) -> dict[str, dict[str, Any]]:
    if value in (None, ""):
        return {}
    if not isinstance(value, dict) or not all(isinstance(v, dict) for v in value.values()):
        raise SourceError(
            "“options” must name a format and then its options, such as "
            "“large-print: {font-size: 20}”.",
            _place_of("options", block, file),
        )
    return value
