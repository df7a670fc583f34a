"""Edition + options -> a file. One room for each renderer, and the contract they share.

::

    contract  what a renderer is: the whole of it
    registry  finding renderers by entry point
    pdf       large print and easy read on paper, tagged
    label     labels for recordings, in print and Braille
    docx      Word documents
    epub      e-books, which may speak
    html      a web page in one file
    audio     recordings with chapters

A renderer comes in by the entry-point group `formats.renderers`; those here use the same door as
a stranger's. Renderers never import one another: what two of them need stands below them.
"""
