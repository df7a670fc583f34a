"""Options of a renderer, declared once as a frozen dataclass.

From that one declaration come command-line flags, TOML keys, front matter keys, the desk's
form fields and the documentation::

    @dataclass(frozen=True)
    class PdfOptions:
        font_size: float = option(18, "Size of the text.", unit="pt", minimum=14, maximum=72)

Values come in layers, each overriding the one before: the dataclass default, the format,
the leaflet's front matter, the command line.
"""

import dataclasses
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, cast, get_type_hints

from formats.errors import FormatsError, Place, SourceError, UsageError, nearest

Value = bool | int | float | str
_METADATA_KEY = "formats.option"
_Options = TypeVar("_Options")
_FLAGS = {"true": True, "on": True, "yes": True, "false": False, "off": False, "no": False}
_KINDS = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "words in quotation marks",
}


class OptionError(FormatsError):
    """An option whose value cannot be used. Raised by `__post_init__` for rules over several."""


@dataclass(frozen=True, slots=True)
class OptionDetail:
    """One option as declared: `name` in kebab case, `unit` such as "pt" or "words a minute"."""

    name: str
    kind: type
    default: Value
    help: str
    unit: str = ""
    choices: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None

    @property
    def attribute(self) -> str:
        """The name of the dataclass field."""
        return self.name.replace("-", "_")

    @property
    def description(self) -> str:
        """The help text with unit, bounds and default, as every form of help shows it."""
        extent = " ".join(part for part in (self.bounds, self.unit) if part)
        bracket = f" ({extent})" if extent else ""
        return f"{self.help}{bracket} Default: {self._default}."

    @property
    def bounds(self) -> str:
        """The least and the greatest value in words ("14 to 72"), or nothing if there are none."""
        match self.minimum, self.maximum:
            case None, None:
                return ""
            case None, most:
                return f"at most {most:g}"
            case least, None:
                return f"at least {least:g}"
            case least, most:
                return f"{least:g} to {most:g}"

    @property
    def _default(self) -> str:
        if isinstance(self.default, bool):
            return "on" if self.default else "off"
        return (
            f"{self.default:g}" if isinstance(self.default, float) else str(self.default) or "none"
        )


@dataclass(frozen=True, slots=True)
class Layer:
    """Values for options and where they were written; no place means the command line."""

    values: Mapping[str, Any]
    place: Place | None = None

    def error(self, message: str) -> FormatsError:
        """Return the error for this layer: the source's fault, or wrong usage."""
        return SourceError(message, self.place) if self.place else UsageError(message)


def option(
    default: Value,
    help: str,  # noqa: A002 - argparse's word for the same thing
    *,
    unit: str = "",
    choices: tuple[str, ...] = (),
    minimum: float | None = None,
    maximum: float | None = None,
) -> Any:
    """Declare one field of an options dataclass."""
    metadata = {_METADATA_KEY: (help, unit, choices, minimum, maximum)}
    return dataclasses.field(default=default, metadata=metadata)


def details(options: type) -> tuple[OptionDetail, ...]:
    """Return the options that the dataclass `options` declares, in order.

    Raises `TypeError` for what is no such dataclass: a plug-in may have anything there.
    """
    if not dataclasses.is_dataclass(options) or not all(
        _METADATA_KEY in field.metadata for field in dataclasses.fields(options)
    ):
        raise TypeError(f"{options!r} must be a dataclass whose fields are made by option()")
    kinds = get_type_hints(options)
    return tuple(
        OptionDetail(
            field.name.replace("_", "-"),
            kinds[field.name],
            cast("Value", field.default),
            *field.metadata[_METADATA_KEY],
        )
        for field in dataclasses.fields(options)
    )


def make(options: type[_Options], *layers: Layer) -> _Options:
    """Return the options with the values of `layers`, where a later layer wins.

    Raises `SourceError` (a value in a file) or `UsageError` (a value on the command line).
    """
    known = {detail.name: detail for detail in details(options)}
    made = options()
    for layer in layers:
        values = {known[n].attribute: v for n, v in _checked(known, layer).items()}
        try:
            made = dataclasses.replace(made, **values)  # type: ignore[type-var]
        except OptionError as error:
            raise layer.error(error.message) from None
    return made


def _checked(known: Mapping[str, OptionDetail], layer: Layer) -> dict[str, Value]:
    checked = {}
    for name, value in layer.values.items():
        if name not in known:
            raise layer.error(f"There is no option “{name}” here. {nearest(name, known)}")
        try:
            checked[name] = parse(known[name], value)
        except OptionError as error:
            raise layer.error(error.message) from None
    return checked


def parse(detail: OptionDetail, value: object) -> Value:
    """Return `value`, typed in a TOML file or on a command line, as the option's kind.

    Raises `OptionError` for a value of another kind, outside the bounds or the choices.
    """
    parsed = _converted(detail, value)
    if detail.choices and parsed not in detail.choices:
        message = f"“{str(parsed)[:80]}” is not a choice for {detail.name}. "
        raise OptionError(message + nearest(str(parsed), detail.choices))
    if isinstance(parsed, int | float) and not _within(detail, parsed):
        message = f"{detail.name} must be {detail.bounds} {detail.unit}".rstrip()
        raise OptionError(f"{message}, and {parsed:g} is not.")
    return parsed


def _converted(detail: OptionDetail, value: object) -> Value:
    kind = detail.kind
    try:
        if kind is bool:
            return _flag(value)
        if isinstance(value, bool) or not isinstance(value, int | float | str):
            raise ValueError
        if kind is str and not isinstance(value, str):
            raise ValueError
        converted: Value = kind(value)
        if isinstance(converted, float) and not math.isfinite(converted):
            raise ValueError
        if kind is int and float(value) != converted:
            raise ValueError
    except (ValueError, OverflowError):
        raise OptionError(
            f"{detail.name} must be {_KINDS[kind]}, not “{str(value)[:80]}”."
        ) from None
    return converted


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if str(value).lower() not in _FLAGS:
        raise ValueError
    return _FLAGS[str(value).lower()]


def _within(detail: OptionDetail, value: float) -> bool:
    low = detail.minimum is None or value >= detail.minimum
    high = detail.maximum is None or value <= detail.maximum
    return low and high
