"""Style that sets the text in a bundled typeface, for files that bring it along."""

from collections.abc import Callable
from dataclasses import dataclass

from formats.options import option
from formats.typefaces import bundled

READER = "reader"
FACES: tuple[tuple[bundled.Face, str], ...] = (("Regular", "normal"), ("Bold", "bold"))


@dataclass(frozen=True)
class EmbeddedTypefaceOptions:
    """For a renderer whose readers can set the typeface themselves."""

    typeface: str = option(
        READER,
        "Typeface that the file brings along; “reader” leaves it to the reader's own settings.",
        choices=(READER, *bundled.NAMES),
    )


def style(typeface: str, address: Callable[[bundled.Face, bytes], str]) -> str:
    """Return CSS that sets the text in `typeface`; `address` says where each face lies."""
    if typeface == READER:
        return ""
    family = bundled.title(typeface)
    rules = [f'body {{ font-family: "{family}", sans-serif; }}']
    for face, weight in FACES:
        url = address(face, bundled.read(typeface, face))
        rules.append(
            f'@font-face {{ font-family: "{family}"; font-weight: {weight}; src: url({url}); }}'
        )
    return "\n".join(rules) + "\n"
