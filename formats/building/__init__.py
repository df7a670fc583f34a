"""From leaflets and formats to files that are published.

::

    edition   the one way from a source file to editions, for all who need one
    past      editions in git, in a file, now: opened and compared
    plan      which renditions: each leaflet opened, options put together
    build     jobs in, published renditions out
    executor  each rendition in a process of its own, so that none can harm another
    render    what happens in it: render to a new file, check it
    folders   where renditions go
    manifest  what was built, from what, with what, checked how
"""
