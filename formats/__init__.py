"""One structured source of a leaflet in, one file that a disabled reader can use out.

The way through, folder by folder::

    reading/    source text -> model.Leaflet, with findings about the source
    checks/     findings about the source, and about finished renditions
    views.py    Leaflet -> Leaflet: the standard view, the easy-read view
    renderers/  viewed Leaflet + options -> a file: pdf, docx, epub, audio, and strangers' plug-ins
    building/   which renditions to make, in which process, and where they are published
    cli.py      the command `formats`

`docs/architecture.md` draws it.
"""

__version__ = "0.1.0"
