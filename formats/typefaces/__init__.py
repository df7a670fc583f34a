"""The typefaces that come with the program.

::

    bundled  their faces as TrueType files, cut out of variable ones where need be
"""
