"""Checks: what a machine can say of a leaflet as read, and of a finished rendition.

`contract` says what a check is, `registry` finds checks by entry point and runs them.
Checks of the source stand in `source/` and `easy_read/`; `file` and the modules named
after formats read finished renditions back. Heavy libraries are imported inside `check`.
"""
