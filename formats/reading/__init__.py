"""Source text -> leaflet, with findings about what the reader did not understand.

::

    library       leaflets found in a source folder
    leaflet       one of them read:
    front_matter  the YAML before its text
    markdown      its text as a tree, by markdown-it with our `syntax`
    syntax        rules of ours for it
    blocks        tree -> blocks
    inlines       tree -> inlines
    sections      headings -> nested sections
    directives    what stands in “:::”
    context       what the reader of one leaflet carries with it
    codes         what its findings mean
    shared        the files that leaflets share:
    organisation  who publishes
    glossary      terms, and works that are quoted
    pictures      pictures by name, and picture files
    cast          people of pictures, and scenes that they stand in
    catalogue     formats as data: a renderer, a view, option values

Nothing here knows of looks. markdown-it and PyYAML have their home in this room.
"""
