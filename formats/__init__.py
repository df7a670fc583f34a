"""One structured source of a leaflet in, one file that a disabled reader can use out.

The way through, from above to below; a room may use those under it, never those above::

    cli          the command `formats`: one module for each thing it can be asked to do
    building     the one way from a source to editions, renditions, checks and the output folder
    renderers    edition + options -> a file: pdf, label, docx, epub, html, audio, and strangers'
    checks       findings on the source, and on finished renditions read back
    comparing    two editions of a leaflet -> what changed, and how much it matters
    signoffs     which people have checked which words
    speech       edition -> script -> sound
    typesetting  lines, boxes, tables and pages of print, and the tags of PDF
    xhtml        edition -> XHTML
    views        the leaflet as one kind of reader needs it, as a whole edition
    service      the folder of a publisher who begins, and new leaflets in it
    importing    Word files and other people's documents -> leaflet.md
    reading      source text -> leaflet, with findings; the files that leaflets share
    pictures     where pictures come from, and what makes them fit for a page
    wording      the words that the program itself adds, a file for each language
    typefaces    the typefaces that come with the program
    facts        text -> telephone numbers, dates, sums …; must, not, only
    text         what a language needs: sentences, dates, names, Braille
    storage      files written whole or not at all, caches, TOML, ZIP
    options      options of renderers, declared once
    model        leaflets, editions and findings as immutable typed data
    errors       what can go wrong in ways a person can mend, and exit codes

`docs/architecture.md` says more.
"""

__version__ = "0.1.0"
