"""The typefaces that come with the program.

::

    bundled   their names, and the TrueType file of each face
"""
