"""From leaflets and formats to files that are published.

::

    plan      which renditions: leaflet read and checked, view made, options put together
    executor  each rendition in a process of its own, so that none can harm another
    render    what happens in that process: render to a new file, check it
    files     (of `formats`) the checked file takes the place of the old one, whole or not at all
    manifest  what was built, from what, with what, checked how
"""
