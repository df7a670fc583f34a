from dataclasses import dataclass

import pytest

from formats import options
from formats.errors import Place, SourceError, UsageError
from formats.options.declared import Layer, OptionError, option


@dataclass(frozen=True)
class Options:
    """Options of every kind."""

    font_size: float = option(18, "Size.", unit="pt", minimum=14, maximum=72)
    colours: str = option("dark", "Colours.", choices=("dark", "light"))
    part: int = option(1, "Part.", minimum=1, maximum=3)
    least: int = option(0, "Least.", minimum=0)
    most: float = option(2.5, "Most.", unit="cm", maximum=9)
    free: float = option(1.5, "Free.")
    contents: bool = option(True, "Contents.")
    words: str = option("", "Words.")

    def __post_init__(self) -> None:
        if self.part == 3 and not self.contents:
            raise OptionError("Part 3 needs contents.")


DETAILS = {detail.name: detail for detail in options.details(Options)}
HERE = Place("formats.toml", 7)


def test_details_are_those_declared() -> None:
    assert list(DETAILS) == [
        "font-size", "colours", "part", "least", "most", "free", "contents", "words",
    ]  # fmt: skip
    size = DETAILS["font-size"]
    assert (size.attribute, size.kind, size.default, size.unit) == ("font_size", float, 18, "pt")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("font-size", "Size. (14 to 72 pt) Default: 18."),
        ("colours", "Colours. Default: dark."),
        ("part", "Part. (1 to 3) Default: 1."),
        ("least", "Least. (at least 0) Default: 0."),
        ("most", "Most. (at most 9 cm) Default: 2.5."),
        ("contents", "Contents. Default: on."),
        ("words", "Words. Default: none."),
    ],
)
def test_descriptions_say_unit_bounds_and_default(name: str, words: str) -> None:
    assert DETAILS[name].description == words


@pytest.mark.parametrize(
    ("name", "written", "value"),
    [
        ("font-size", "20", 20.0), ("font-size", 20, 20.0), ("font-size", 14, 14.0),
        ("part", "2", 2), ("part", 3.0, 3), ("colours", "light", "light"),
        ("contents", "off", False), ("contents", "YES", True), ("contents", False, False),
        ("words", "", ""), ("words", "012", "012"), ("most", -5, -5.0),
    ],
)  # fmt: skip
def test_values_as_typed(name: str, written: object, value: object) -> None:
    assert options.parse(DETAILS[name], written) == value


@pytest.mark.parametrize(
    ("name", "written", "message"),
    [
        ("font-size", "large", "font-size must be a number, not “large”."),
        ("font-size", 13.9, "font-size must be 14 to 72 pt, and 13.9 is not."),
        ("font-size", "nan", "font-size must be a number, not “nan”."),
        ("free", "inf", "free must be a number, not “inf”."),
        ("free", "nan", "free must be a number, not “nan”."),
        ("least", -1, "least must be at least 0, and -1 is not."),
        ("most", 10, "most must be at most 9 cm, and 10 is not."),
        ("part", "1.5", "part must be a whole number, not “1.5”."),
        ("part", 1.5, "part must be a whole number, not “1.5”."),
        ("part", float("inf"), "part must be a whole number, not “inf”."),
        ("part", True, "part must be a whole number, not “True”."),
        ("part", None, "part must be a whole number, not “None”."),
        ("words", 1, "words must be words in quotation marks, not “1”."),
        ("contents", "perhaps", "contents must be true or false, not “perhaps”."),
        ("colours", "ligth", "“ligth” is not a choice for colours. Did you mean “light”?"),
        ("colours", ["dark"], "colours must be words in quotation marks, not “['dark']”."),
    ],
)
def test_values_that_cannot_be(name: str, written: object, message: str) -> None:
    with pytest.raises(OptionError) as caught:
        options.parse(DETAILS[name], written)
    assert caught.value.message == message


def test_a_very_long_number_is_cut_in_the_message() -> None:
    with pytest.raises(OptionError) as caught:
        options.parse(DETAILS["part"], "9" * 10_000)
    assert len(caught.value.message) < 200


def test_later_layers_win() -> None:
    made = options.make(
        Options, Layer({"font-size": 20, "part": 2}, HERE), Layer({}), Layer({"part": "3"})
    )
    assert (made.font_size, made.part, made.colours) == (20.0, 3, "dark")


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"font-sise": 1}, "There is no option “font-sise” here. Did you mean “font-size”?"),
        ({"font_size": 20}, "There is no option “font_size” here. Did you mean “font-size”?"),
        ({"part": 9}, "part must be 1 to 3, and 9 is not."),
        ({"part": 3, "contents": False}, "Part 3 needs contents."),
    ],
)
def test_a_fault_is_laid_where_it_was_written(values: dict[str, object], message: str) -> None:
    with pytest.raises(SourceError) as in_file:
        options.make(Options, Layer(values, HERE))
    assert (in_file.value.message, in_file.value.place) == (message, HERE)
    with pytest.raises(UsageError) as typed:
        options.make(Options, Layer(values))
    assert (typed.value.message, typed.value.place) == (message, None)


class NoDataclass:
    """What a plug-in may hand over by mistake."""

    size = 18


@dataclass(frozen=True)
class NoOption:
    """A field that was not declared by `option`."""

    size: int = 18


@pytest.mark.parametrize("wrong", [NoDataclass, NoOption, None])
def test_what_declares_no_options_says_so(wrong: type) -> None:
    with pytest.raises(TypeError, match="must be a dataclass whose fields are made by option"):
        options.details(wrong)
