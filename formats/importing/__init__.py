"""Other people's documents -> leaflets: Word, OpenDocument, web pages, Markdown, plain text.

::

    FILE ─ docx │ odt │ html │ text ─▶ draft ─ structure ─▶ draft ─ markdown ─▶ leaflet.md
      │          (no look is lost)      (headings, lists,     (with the line of
      │                                  tables, faults)       every remark)
      └── words, counted plainly ─▶ account ◀─ words of leaflet.md, read back ── report
                                                     newer ◀─ imported.md, of the time before

Who comes in is `leaflet.bring_in`. No word goes without being listed, nothing outside the
document is opened, and the leaflet of an editor is never written over unasked.
"""
