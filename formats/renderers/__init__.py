"""Viewed leaflet + options -> a file. One room per renderer, and the contract they share.

A renderer comes in by the entry-point group `formats.renderers`; the four built-in ones
use the same door as a stranger's. Renderers never import one another: what two of them
need stands below them (`formats.wording`, `formats.pictures`, `formats.cache`).
"""
