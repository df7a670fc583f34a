"""Pictures: where they come from, and what makes them fit for a page.

::

    openmoji  pictures of the OpenMoji package, by code points, in another tone or style
    scene     several of them put together
    search    pictures by word (for `sheet`, a page that shows them)
    sheet     that page
    raster    a picture as a PNG of the size wanted, without its empty margin
    cover     the picture on the cover of an e-book or a recording

They stand below reading and rendering, which need them both.
"""
