"""What a language needs: its own name, its sentences, its dates, what stays on one line, Braille.

::

    language   base language and direction of a language tag
    sentences  a run of inlines cut into its sentences
    dates      editions as days
    unbroken   where no line may end
    sounds     the signs for sounds that may be written
    slugs      words as names of files and fragments
    titles     a title cut where it still says something
    addresses  what a way to get in touch leads to, and how paper shows an address
    braille    words -> Braille cells
"""
