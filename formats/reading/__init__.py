"""Source text -> leaflet, with findings about what the reader did not understand.

::

    library       leaflets found in a source folder
    leaflet       one of them read
    limit         the time that it may take
    front_matter  the YAML before its text
    foreign       what other systems write there
    pasted        bullets as word processors paste them -> lists
    markdown      its text as a tree, by markdown-it with our `syntax`
    syntax        rules of ours for it
    html_blocks   HTML -> the tokens of the Markdown that means the same
    html_inlines  the same among words
    html_tables   the same for a table
    tags          HTML -> its tags and words
    blocks        tree -> blocks
    notes         the notes, from wherever they stand
    inlines       tree -> inlines
    letters       those that nobody sees, read as what they mean
    slips         marks that were meant and do not work
    sections      headings -> nested sections
    levels        of headings that skip one, made to follow
    anchors       links inside the leaflet, by whatever names headings have elsewhere
    directives    what stands in “:::”
    context       what the reader of one leaflet carries with it
    codes         what its findings mean
    shared        the files that leaflets share:
    organisation  who publishes
    glossary      terms, and works that are quoted
    places        names, and how they are said
    pictures      pictures by name, and picture files
    drawings      those without end, refused
    cast          people of pictures, and scenes that they stand in
    catalogue     formats as data: a renderer, a view, option values

What other programs write and what can be meant in one way only is read as it is meant, with a
note. Nothing here knows of looks. markdown-it and PyYAML have their home in this room.
"""
