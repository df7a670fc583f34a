"""Files: written whole or not at all, kept by the content they were made from, read as TOML.

::

    opening   reading a file that is only what it is
    confined  what the process of one rendition, or of an engine, may write and call
    controls  characters that no file of ours may hold
    files     putting a finished file where people find it
    cache     bytes by the digest of what they were made from
    git       what git keeps of a folder's past
    tables    the TOML files that leaflets share, with messages a person can act on
    zips      ZIP files that are the same bytes each time
"""
