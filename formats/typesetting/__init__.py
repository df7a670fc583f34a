"""Typesetting for large print: runs of words to lines, boxes and pages, painted as tagged PDF.

It knows inlines and pictures, but no edition: what stands on a page is for a renderer to say::

    setting      lengths of one document, its sheet and its colours
    faces        the two faces of a typeface: which letters they have, how wide words are
    colours      which colours can be told from one another (WCAG 2.2)
    runs         inlines -> runs of one look, and their structure
    lines        runs -> lines, what belongs together unbroken
    boxes        what no page break divides: a line, a row of a table, a picture
    frame        the column, and the place in the structure, that is set into
    figures      pictures -> boxes
    compositor   runs -> boxes: paragraphs, headings, items, rows
    tables       cells -> boxes, where columns have room
    pagination   boxes -> pages: what belongs together stays together
    images       PNG pictures on a reportlab canvas
    painter      pages -> marked content on a reportlab canvas
    tagging      the structure tree, links, bookmarks and metadata around it: a library by itself

The structure tree is made before anything is laid out, so reading order is source order
whatever becomes of the pages. reportlab has its home in `painter`, `images`, `faces` and `tagging`,
pikepdf in `tagging`.
"""
