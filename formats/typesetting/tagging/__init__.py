"""Tagged PDF with reportlab: the structure tree is made first, and pages are drawn into it.

A layer of its own: it knows nothing of leaflets or of layout::

    root = Element("Document")
    paragraph = root.add("P")
    words = paragraph.content()             # a place in reading order for drawn words
    ...
    pages = TaggedPages(canvas)
    with pages.marked(words):               # BDC … EMC with the page's next MCID
        canvas.drawString(72, 700, "Hello")
    with pages.artifact("Pagination"):      # what is no part of the text
        canvas.drawString(72, 40, "1")
    canvas.save()
    finish(pdf_bytes, pages, Tagging(root, title=…, language=…, part=1), out)

Reading order is the order of the tree and not of drawing, so a paragraph that runs on to
another page stays one element. reportlab draws and embeds fonts; pikepdf then adds the
structure tree, the parent tree, links, bookmarks and metadata (ISO 14289-1 and 14289-2).
"""

from formats.typesetting.tagging.elements import Bookmark, Content, Element, Link, Target
from formats.typesetting.tagging.finish import Tagging, finish
from formats.typesetting.tagging.fonts import TaggedFont
from formats.typesetting.tagging.pages import TaggedPages

__all__ = [
    "Bookmark", "Content", "Element", "Link", "TaggedFont", "TaggedPages", "Tagging", "Target",
    "finish",
]  # fmt: skip
