"""What must not change unseen in a text: its facts, and who must do what.

::

    fact        a fact, with its kind and its value
    finding     text -> its facts, in order
    addresses   (of `finding`) web, email and postal addresses
    telephone   (of `finding`) telephone numbers
    moments     (of `finding`) dates and times
    amounts     (of `finding`) sums, percentages, durations, paragraph numbers, numbers
    force       text -> must, should, can, not, only …, with who must do what
    lexicon     the words that all of these need, a file for each language: `en.toml`, `cy.toml`

Values are compared, not letters: "9am" and "9 am" are one time, "three" and "3" one number, 45 and
30 minutes are two durations. Nothing here knows where a text stands: the same facts are found in a
source, in its easy-read text and in what was read back from a file.
"""

from formats.facts.fact import Fact, FactKind
from formats.facts.finding import facts
from formats.facts.force import DUTIES, Force, force
from formats.facts.lexicon import is_known

__all__ = ["DUTIES", "Fact", "FactKind", "Force", "facts", "force", "is_known"]
