"""The words that the program itself adds, in the language of the edition they stand in.

::

    phrases  out of one TOML file a language, marked with the language they are in

A language is one file here, `cy.toml`; a phrase that it lacks is English, and says so: the
`Added` that is handed out carries the language it is in, for renderers to mark. Views put most
of them into the edition as nodes; what is left is the machinery of a renderer, as "Page 3 of 12".
"""

from formats.wording.phrases import ENGLISH, Wording, languages, of

__all__ = ["ENGLISH", "Wording", "languages", "of"]
