"""Source text -> model, with findings about what the reader did not understand.

::

    leaflet.md ── front_matter ──▶ title, edition, options …
         │
         └─ markdown (markdown-it with our rules of `syntax`) ─▶ tree
                 │
                 └─ blocks, inlines, sections ─▶ model.Leaflet
                        ▲
    organisation.toml glossary.toml authorities.toml pictures.toml ── shared

`library` finds leaflets in a source folder; `leaflet` reads one. Nothing here knows of
formats or of looks. markdown-it and PyYAML have their home in this room.
"""
