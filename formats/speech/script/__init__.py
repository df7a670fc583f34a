"""What is said, without a sound: an edition as chapters of utterances.

::

    utterances     chapters, utterances, and the pauses after them
    saying         how words are written for a voice: telephone numbers, dates, addresses …
    respelling     “TUN-bridge” -> the sounds of it
    runs           a sentence -> utterances, cut where the language changes
    lines          runs of text, labels, and what the recording adds
    writer         nodes -> utterances, in reading order
    chapters       edition -> chapters: the cover, each section and step, the other parts
    announcements  what a recording says of itself: how long it is, its chapters, its end

Staff read and mend it before anything is spoken (`formats script`). An utterance names the
`Sentence` whose words it says, so that an e-book's text and speech need not count alike.
"""

from formats.speech.script.announcements import Announcer
from formats.speech.script.chapters import script
from formats.speech.script.utterances import Chapter, Utterance

__all__ = ["Announcer", "Chapter", "Utterance", "script"]
