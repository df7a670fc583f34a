"""Pictures: where they come from, and what makes them fit for a page.

::

    openmoji, scene   pictures of the OpenMoji package, alone or several as one
    people, outlines  drawn adults of Open Peeps, each with one look (cast.toml)
    stage             people and one thing as a scene: who speaks, thinks, has it
    plate             the white ground under every picture
    raster            a picture as pixels of the size wanted
    cover             covers in large letters
    search, offers, sheet   finding pictures, scenes to copy, a page that shows them

All stand below reading and rendering, which need them both.
"""
