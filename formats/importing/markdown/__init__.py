"""A draft -> the Markdown of a leaflet, with the line of every remark.

`inlines` writes what stands in a paragraph, `lists` keeps the indents, `document` the whole.
What is written here is read back by `formats.reading`, and its words are counted.
"""

from formats.importing.markdown.document import Written, write

__all__ = ["Written", "write"]
