"""Checks: what a machine can say of a leaflet as read, and of a finished rendition.

::

    contract   what a check is
    registry   finding checks by entry point, and running them
    source     checks of the source (and `places`, going through it with the place of everything)
    places     each node with where it stands
    easy_read  checks of easy-read text
    file       is a rendition there, and of its kind?
    words      is every word of the edition in it, in order and in its language?
    pdf        tagged PDFs read back
    docx       Word documents read back
    epub       e-books read back
    html       web pages read back
    marked_up  (of `epub` and `html`) the words of XHTML with their languages
    audio      recordings read back

No check asks the room that made the file. Heavy libraries are imported inside `check`.
"""
