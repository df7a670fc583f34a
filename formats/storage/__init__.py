"""Files: written whole or not at all, kept by the content they were made from, read as TOML.

::

    opening   reading a file that is only what it is
    confined  what the process of one rendition, or of an engine, may write and call
    landlock  … kept by the kernel of Linux
    limits    how much memory and time it may take, and that it ends with its parent
    controls  characters that no file of ours may hold
    locks     one process at a time
    files     putting a finished file where people find it
    cache     bytes by the digest of what they were made from
    git       what git keeps of a folder's past
    bounds    how large the cache may be, and what goes when it is larger
    sealed    files that say themselves whether they are whole
    locks     one at a time
    sizes     “2 MB” ↔ bytes
    shortage  what a computer has run out of
    tables    the TOML files that leaflets share, with messages a person can act on
    zips      ZIP files that are the same bytes each time
"""
