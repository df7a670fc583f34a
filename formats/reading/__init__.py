"""Source text -> model, with findings about what the reader did not understand.

::

    leaflet.md ── front_matter ──▶ title, edition, options …
         │
         └─ pasted ─ markdown (markdown-it with our rules of `syntax`) ─▶ tokens
                 │
                 html_blocks, html_inlines, html_tables: HTML is Markdown in other letters
                 │
                 └─ blocks, inlines, sections, levels, anchors ─▶ model.Leaflet
                        ▲
    organisation.toml glossary.toml authorities.toml pictures.toml ── shared

`library` finds leaflets in a source folder; `leaflet` reads one. What other programs
write and what can be meant in one way only is read as it is meant, with a note (`foreign`,
`letters`); what was meant and does not work is found (`slips`). Nothing here knows of
formats or of looks. markdown-it and PyYAML have their home in this room.
"""
