"""Pictures: where they come from, and what makes them fit for a page.

::

    openmoji  pictures of the OpenMoji package, by code points, in another tone or style
    scene     several of them put together
    people    drawn adults of Open Peeps, each with one look (the usual ones: cast.toml)
    outlines  their outlines in fewer letters
    stage     people and one thing as a scene: who says it, thinks of it, has it
    plate     the white ground under every picture
    search    pictures by word (for `sheet`, a page that shows them)
    offers    scenes to copy
    sheet     that page
    raster    a picture as pixels of the size wanted
    kinds     a GIF, BMP, TIFF or WebP picture as a PNG
    cover     the picture on the cover of an e-book or a recording

They stand below reading and rendering, which need them both.
"""
