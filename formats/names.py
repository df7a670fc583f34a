"""Names that are written in files and on command lines, where no more than the name is needed."""

from typing import Literal

ViewName = Literal["standard", "easy-read"]
VIEWS: tuple[ViewName, ...] = ("standard", "easy-read")
