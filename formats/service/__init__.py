"""A service of one's own: the folder of a publisher who begins, and each new leaflet in it.

::

    who publishes ─┐
    files/ ────────┴─ folder ─▶ DIR/source/{organisation,glossary,…}.toml, a first leaflet, Makefile
    a title ───────── leaflet ─▶ DIR/source/leaflets/<name>/leaflet.md, with the easy-read frame

Nothing that is there already is written over.
"""
