"""Two editions of a leaflet -> what one changes in the other, and how much that matters.

::

    comparison   (the way in) two leaflets -> a `Comparison`
    outline      a leaflet -> its sections, and in each the passages that readers meet
    shared       (of `outline`) what a leaflet takes from the files that leaflets share
    sections     which section of one is which of the other: kept, moved, renamed, new, gone
    alignment    which sentence of one is which of the other
    sentences    passages cut into sentences, and paired
    judging      two forms of a sentence -> what is different, each with its grade
    stakes       (of `judging`) facts, and who must do what
    marks        (of `judging`) pictures, links, languages, bold, and what a passage stands in
    terms        names of things that are called otherwise now
    properties   what an edition says of itself: its date, its language
    words        two forms of a sentence -> the words taken out and added
    following    whether easy read and translations have followed
    changes      what all this comes to: `Change`, `Reason`, `Grade`, `Lag`, `Comparison`
    lines        a comparison -> plain lines, for people
    record       a comparison -> JSON, for programs
    page         a comparison -> a web page

::

    Leaflet, Leaflet
       │ outline            sections, passages: standard, easy read, each other language
       │ sections           pairs of sections
       │ sentences          pairs of sentences
       │ judging            reasons: *facts*, *meaning*, *wording*, *layout only*
       ▼
    Comparison ─ following ─▶ lags ─▶ lines | record | page

A change has the highest grade of its reasons, a comparison that of its changes. It knows no command
line, no git and no file: who asks opens both leaflets, and says what to call them.
"""

from formats.comparing.changes import Change, Comparison, Edit, Grade, Lag, Reason, Side
from formats.comparing.comparison import compare

__all__ = ["Change", "Comparison", "Edit", "Grade", "Lag", "Reason", "Side", "compare"]
