"""Words -> Braille cells, by liblouis's program `lou_translate` where it is installed.

liblouis is in no Python package; Debian has it as liblouis-bin, Homebrew as liblouis.
"""

import shutil
import subprocess

from formats.errors import RenderError

BLANK, HYPHEN = "\u2800", "\u2824"
_PROGRAM = "lou_translate"
# Language -> tables of liblouis: uncontracted (grade 1) and contracted (grade 2).
_TABLES = {
    "en": ("en-ueb-g1.ctb", "en-ueb-g2.ctb"),
    "cy": ("cy-cy-g1.utb", "cy-cy-g2.ctb"),
}
_SECONDS = 20


def outside() -> dict[str, tuple[str, str]]:
    """Return the version of liblouis and the path of its program, for the key of a rendition."""
    found = shutil.which(_PROGRAM)
    if not found:
        return {"liblouis": ("", "")}
    said = subprocess.run(  # noqa: S603 - the program that makes the Braille
        [found, "--version"], capture_output=True, timeout=_SECONDS, check=False
    )
    words = said.stdout.decode(errors="replace").partition("(Liblouis)")[2].split()
    return {"liblouis": (words[0] if words else "unknown", found)}


def why_not(language: str) -> str:
    """Return why words in `language` (BCP 47) cannot be had in Braille, or nothing."""
    if not shutil.which(_PROGRAM):
        return "liblouis is not installed"
    if _base(language) not in _TABLES:
        return f"there is no Braille here for the language “{language}”"
    return ""


def cells(words: str, language: str, *, contracted: bool) -> str:
    """Return `words` as Unicode Braille patterns, U+2800 for a space.

    The code is Unified English Braille, or Welsh Braille. Raises `RenderError` if liblouis
    cannot do it.
    """
    reason = why_not(language)
    if reason:
        raise RenderError(f"“{words}” cannot be put into Braille: {reason}.")
    table = _TABLES[_base(language)][contracted]
    made = _translated(" ".join(words.split()), table).strip().replace(" ", BLANK)
    if not made or any(not BLANK <= cell <= "\u28ff" for cell in made):
        raise RenderError(f"liblouis made no Braille of “{words}” with the table {table}.")
    return made


def lines(made: str, width: int) -> list[str]:
    """Return the cells of `made` in lines of at most `width`, broken at spaces.

    A word longer than a line is broken with a hyphen.
    """
    broken = [""]
    for word in made.split(BLANK):
        longer = f"{broken[-1]}{BLANK}{word}".removeprefix(BLANK)
        if len(longer) <= width:
            broken[-1] = longer
            continue
        broken += [word] if broken[-1] else []
        broken[-1] = broken[-1] or word
        while len(broken[-1]) > width:
            whole = broken[-1]
            broken[-1:] = [whole[: width - 1] + HYPHEN, whole[width - 1 :]]
    return broken


def dots(cell: str) -> list[tuple[int, int]]:
    """Return the column (0 or 1) and row (0 to 2) of each raised dot of a cell."""
    bits = ord(cell) - ord(BLANK)
    return [(dot // 3, dot % 3) for dot in range(6) if bits >> dot & 1]


def _base(language: str) -> str:
    return language.partition("-")[0].lower()


def _translated(words: str, table: str) -> str:
    command = [_PROGRAM, "--forward", f"unicode.dis,{table}"]
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and the words are no argument
            command, input=words + "\n", capture_output=True, encoding="utf-8",
            timeout=_SECONDS, check=True,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise RenderError(f"liblouis did not answer within {_SECONDS} seconds.") from None
    except (OSError, subprocess.CalledProcessError, UnicodeDecodeError) as error:
        said = getattr(error, "stderr", "") or error
        raise RenderError(f"liblouis could not put “{words}” into Braille: {said}") from None
    return done.stdout
