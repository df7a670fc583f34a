"""Sheets of paper, and how wide the text on them is. Lengths in points."""

MM = 72 / 25.4
MARGIN = 25 * MM  # US Access Board: at least one inch; UKAAF names no figure
PAPERS = {
    "A3": (297, 420), "A4": (210, 297), "A5": (148, 210),
    "Letter": (215.9, 279.4), "Legal": (215.9, 355.6),
}  # fmt: skip
"""Sides in mm."""
FEWEST_EMS = 6
"""Widths of the letter m on a line: fewer break the words of any text."""


def sheet(paper: str, orientation: str = "portrait") -> tuple[float, float]:
    """Return width and height of a sheet of `paper`."""
    short, long = (side * MM for side in PAPERS[paper])
    return (short, long) if orientation == "portrait" else (long, short)


def room(paper: str, orientation: str, binding: float) -> float:
    """Return the width of the text on a sheet; `binding` in mm."""
    return sheet(paper, orientation)[0] - 2 * MARGIN - binding * MM
