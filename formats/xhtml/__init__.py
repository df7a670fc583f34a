"""Edition nodes -> XHTML fragments, for e-books and web pages alike.

::

    markup    names and attributes of XHTML, escaped by construction (lxml); whole documents
    inlines   what stands in a line of text
    drawing   blocks and parts; how a renderer draws one kind of node its own way
    images    pictures as files that are safe to show
    faces     style that sets the text in a bundled typeface

It knows no files: where a link leads and where a picture lies, its caller says.
"""
