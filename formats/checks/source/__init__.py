"""Checks of a leaflet as read: its headings, links and pictures, and what goes out of date.

What the source format does not allow is reported by the reader; here stands what it allows
but readers would stumble over. Only a skipped or empty heading and a link without words are
errors: they break the way through every rendition.
"""
