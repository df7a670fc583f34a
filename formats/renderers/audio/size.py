"""How large a recording may be."""

from formats.options.declared import OptionError
from formats.storage import sizes


def parsed(written: str) -> int:
    """Return the bytes that "2 MB" means, or 0 for nothing. Raises `OptionError`."""
    try:
        return sizes.parsed(written) if written.strip() else 0
    except ValueError:
        raise OptionError(f"max-size must be a size such as “2 MB”, not “{written}”.") from None
