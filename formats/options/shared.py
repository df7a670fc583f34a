"""Fields that the options of several renderers share, to be inherited."""

from dataclasses import dataclass

from formats.options.declared import option


@dataclass(frozen=True)
class PdfUaOptions:
    """For a renderer that makes tagged PDF."""

    pdf_ua: int = option(1, "Part of PDF/UA (ISO 14289) to conform to.", minimum=1, maximum=2)


@dataclass(frozen=True)
class TypefaceOptions:
    """For a renderer that sets letters itself, and takes the typeface along."""

    typeface: str = option(
        "atkinson-hyperlegible",
        "The typeface: atkinson-hyperlegible, arimo (as wide as Arial), lexend, or the path of "
        "a TrueType file (.ttf). "
        "Name-Bold.ttf beside Name-Regular.ttf serves for what is bold.",
    )


@dataclass(frozen=True)
class WordListOption:
    """For a renderer that shows easy-read text."""

    word_list: bool = option(
        True, "Explain the hard words of easy-read text once more in a list at its end."
    )


@dataclass(frozen=True)
class PictureOptions(WordListOption):
    """For a renderer that shows the pictures beside easy-read text."""

    picture_style: str = option(
        "colour", "Pictures in colour, or as black outlines.", choices=("colour", "outline")
    )
    skin_tone: str = option(
        "as-chosen",
        "Skin tone of people in the pictures.",
        choices=("as-chosen", "light", "medium-light", "medium", "medium-dark", "dark"),
    )


@dataclass(frozen=True)
class PictureSizeOptions(PictureOptions):
    """For a renderer that decides how large those pictures are, as on paper."""

    picture_size: float = option(
        5.0, "Width of the pictures beside easy-read text.", unit="cm", minimum=3, maximum=8
    )


@dataclass(frozen=True)
class ColoursOption:
    """For a renderer that decides on the colours of text and page."""

    colours: str = option(
        "black-on-white",
        "Text and page: black-on-white, black-on-cream, black-on-yellow, black-on-pale-blue, "
        "blue-on-cream, yellow-on-black, white-on-black, white-on-blue, or two colours in hex "
        "such as #1a1a1a-on-#fff8e0.",
    )
