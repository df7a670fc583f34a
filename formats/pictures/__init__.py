"""Pictures: where they come from, and what makes them fit for a page.

`openmoji` finds the pictures of the OpenMoji package by code points or by word;
`raster` turns a picture into a PNG of the size wanted, cropped of its empty margin.
Both stand below reading and rendering, which need them both.
"""
