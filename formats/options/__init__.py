"""Options of renderers: declared once, and from there flags, TOML keys, forms and documentation.

::

    declared  what an option is; values from layers of files and flags, checked
    shared    fields that several renderers have, declared once
"""

from formats.options.declared import (
    Layer,
    OptionDetail,
    OptionError,
    Value,
    details,
    make,
    option,
    parse,
)

__all__ = [
    "Layer", "OptionDetail", "OptionError", "Value", "details", "make", "option", "parse",
]  # fmt: skip
