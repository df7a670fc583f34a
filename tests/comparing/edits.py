"""Edits of the real leaflet, each with the grade it should get and where it should be found."""

from collections.abc import Callable
from dataclasses import dataclass

from formats.comparing.changes import EASY_READ, SHARED, STANDARD, Grade

LEAFLET, HOUSE, GLOSSARY, WORKS = (
    "leaflet.md",
    "organisation.toml",
    "glossary.toml",
    "authorities.toml",
)


@dataclass(frozen=True)
class Edit:
    """One edit: `old` becomes `new`, once or everywhere, or `make` changes the whole text.

    It is to be found in each of `sections`, by their headings, in one of `parts`. Kinds of reason
    that must be given are `kinds`.
    """

    name: str
    grade: Grade | None
    sections: tuple[str, ...]
    old: str = ""
    new: str = ""
    parts: tuple[str, ...] = (STANDARD,)
    kinds: tuple[str, ...] = ()
    everywhere: bool = False
    file: str = LEAFLET
    make: Callable[[str], str] | None = None

    def made(self, text: str) -> str:
        """Return the text after the edit."""
        if self.make:
            return self.make(text)
        assert self.old in text, self.name
        return text.replace(self.old, self.new, -1 if self.everywhere else 1)


F, M, W, L = Grade.FACTS, Grade.MEANING, Grade.WORDING, Grade.LAYOUT
ABOUT, DUTY, WHAT = (
    "About this leaflet",
    "The duty is on schools to make SEN provision",
    "What is SEN support?",
)
WHO, GRADUATED = "Who decides what SEN support my child has?", "A graduated approach"
MORE, LINKS, CONTACT = "Where can I get more Information, Advice or Support", "Links", "Contact us"
EASY = (EASY_READ,)
OURS = (SHARED,)


def _section(text: str, heading: str) -> tuple[int, int]:
    start = text.index(f"## {heading}\n")
    end = text.find("\n## ", start + 1)
    return start, len(text) if end < 0 else end + 1


def without(heading: str) -> Callable[[str], str]:
    """Return what takes a section out."""

    def make(text: str) -> str:
        start, end = _section(text, heading)
        return text[:start] + text[end:]

    return make


def moved(heading: str, before: str) -> Callable[[str], str]:
    """Return what puts a section before another."""

    def make(text: str) -> str:
        start, end = _section(text, heading)
        section, rest = text[start:end], text[:start] + text[end:]
        at, _ = _section(rest, before)
        return rest[:at] + section.rstrip() + "\n\n" + rest[at:]

    return make


def steps_exchanged(text: str) -> str:
    """Put the second step before the first."""
    one, two, three = (text.index(f"### {name}\n") for name in ("Assess", "Plan", "Do"))
    return text[:one] + text[two:three] + text[one:two] + text[three:]


def lines_exchanged(first: str, second: str) -> Callable[[str], str]:
    """Return what exchanges two lines."""

    def make(text: str) -> str:
        assert first in text
        assert second in text
        return text.replace(first, "\0", 1).replace(second, first, 1).replace("\0", second, 1)

    return make


EDITS = (
    # --- Facts
    Edit("a digit of a telephone number", F, (MORE,), "**03000 41 3000**", "**03000 41 3001**", kinds=("telephone",)),
    Edit("a digit of a telephone number in easy read alone", F, (MORE,), "on 03000 41 3000.", "on 03000 41 3008.", EASY, ("telephone",)),
    Edit("a digit too few", F, (MORE,), "**03000 41 3000**", "**03000 41 300**", kinds=("telephone",)),
    Edit("a telephone number gone", F, (MORE,), " on **03000 41 3000** for", " for", kinds=("telephone",)),
    Edit("a paragraph number", F, (WHO,), "send-code 6.17", "send-code 6.71", kinds=("paragraph",)),
    Edit("a paragraph number longer", F, (DUTY,), "send-code 6.2\n", "send-code 6.20\n", kinds=("paragraph",)),
    Edit("an age", F, (WHO,), "is 16 or older", "is 18 or older", kinds=("number",)),
    Edit("an age in easy read alone", F, (WHO,), "From age 16,", "From age 18,", EASY, ("number",)),
    Edit("a number in words", F, (GRADUATED,), "based on four steps", "based on five steps", kinds=("number",)),
    Edit("how often", F, ("Review",), "three times a year", "two times a year", kinds=("number",)),
    Edit("how often, in easy read alone", F, ("Review",), "at least 3 times a year", "at least 2 times a year", EASY, ("number",)),
    Edit("a chapter", F, (MORE,), "reading Chapter 6 of", "reading Chapter 9 of", kinds=("paragraph",)),
    Edit("where a link leads", F, (WHAT,), "what-to-do-if-you-think-your-child-has-send)**", "what-to-do-if-your-child-has-send)**", kinds=("link",)),
    Edit("where a link of a list leads", F, (LINKS,), "(https://www.kent.gov.uk/education-and-children/special-educational-needs)\n- [SEND", "(https://www.kent.gov.uk/send)\n- [SEND", kinds=("link",)),
    Edit("a date new", F, (ABOUT,), "which early years settings", "which from 1 September 2026 early years settings", kinds=("date",)),
    Edit("a time and a day new", F, (MORE,), "You can also ring", "From 9am on Monday you can also ring", kinds=("time", "date")),
    Edit("a sum in a sentence that is new", F, (WHO,), "If you have questions about", "It costs £25. If you have questions about", kinds=("sum",)),
    Edit("a percentage new", F, (ABOUT,), "Many children need extra", "About 15% of children need extra", kinds=("percentage",)),
    Edit("a time limit new", F, ("Plan",), "it **must** tell you.", "it **must** tell you within 15 days.", kinds=("duration", "force")),
    Edit("the helpline", F, (HOUSE,), 'phone = "03000 41 3000"', 'phone = "03000 41 3001"', OURS, ("telephone",), file=HOUSE),
    Edit("the postcode", F, (HOUSE,), "ME16 8AE", "ME16 8EA", OURS, ("post",), file=HOUSE),
    Edit("the house", F, (HOUSE,), "Oakwood House", "Maple House", OURS, ("post",), file=HOUSE),
    Edit("the email address", F, (HOUSE,), "iask@kent.gov.uk", "iass@kent.gov.uk", OURS, ("email",), file=HOUSE),
    Edit("the website", F, (HOUSE,), "www.iask.org.uk", "www.iask.org", OURS, ("web",), file=HOUSE),
    Edit("the edition of a quoted work", F, (ABOUT, DUTY, WHO, GRADUATED, "Assess", "Do", "Review"), "2014-07", "2015-01", kinds=("date",), file=WORKS),
    # --- Force
    Edit("must becomes should", M, (WHAT,), "Every school must publish", "Every school should publish", kinds=("force",)),
    Edit("should becomes must", M, (WHO,), "The school should decide", "The school must decide", kinds=("force",)),
    Edit("should becomes may", M, ("Review",), "You and your child should be involved", "You and your child may be involved", kinds=("force",)),
    Edit("can becomes cannot", M, (WHO,), "you can ask to talk", "you can’t ask to talk", kinds=("force",)),
    Edit("a not comes in", M, ("Assess",), "Schools should take seriously", "Schools should not take seriously", kinds=("force",)),
    Edit("a not goes", M, (MORE,), "if you are not happy", "if you are happy", kinds=("force",)),
    Edit("only comes in", M, (GRADUATED,), "four steps. These", "four steps only. These", kinds=("force",)),
    Edit("unless comes in", M, ("Plan",), "it **must** tell you.", "it **must** tell you unless you object.", kinds=("force",)),
    Edit("at least becomes at most", M, ("Review",), "parents at least three times", "parents at most three times", kinds=("force",)),
    Edit("who must", M, (WHAT,), "Every school must publish", "Every council must publish", kinds=("actor",)),
    Edit("who must do it to whom", M, ("Plan",), "The school should talk with you about", "You should talk with the school about", kinds=("actor",)),
    Edit("what must be done", M, (WHAT,), "Every school must publish an", "Every school must keep an", kinds=("deed",)),
    Edit("what must be done, under a must that leads", M, (DUTY,), "- inform parents when", "- ask parents when", kinds=("deed",)),
    Edit("must in easy read alone", M, ("Plan",), "Then the school **must** tell you.", "Then the school should tell you.", EASY, ("force",)),
    Edit("the contrary of a word", M, (MORE,), "if you are not happy", "if you are not unhappy", kinds=("force",)),
    # --- What is new, gone, or another
    Edit("a sentence new", M, (ABOUT,), "different rates. Many", "different rates. This is normal. Many", kinds=("sentence",)),
    Edit("a sentence gone", M, (WHAT,), " Schools should involve parents in this process.", "", kinds=("sentence",)),
    Edit("an item new", M, (WHAT,), "- making or changing materials", "- help with travel\n- making or changing materials", kinds=("sentence",)),
    Edit("an item gone", M, (GRADUATED,), "- Primary Care Navigators\n", "", kinds=("sentence",)),
    Edit("a section gone", F, (LINKS,), make=without(LINKS), kinds=("section",)),
    Edit("a section new", M, ("Your rights",), "## Links", "## Your rights\n\nYou have rights.\n\n## Links", kinds=("section",)),
    Edit("an idea new", M, (WHAT,), "![](picture:outcomes)", "![A school](picture:school) Every school has somebody to ask.\n\n![](picture:outcomes)", EASY, ("sentence", "picture")),
    Edit("a picture", M, (ABOUT,), "(picture:hand-up)", "(picture:school)", EASY, ("picture",)),
    Edit("two pictures exchanged", M, (ABOUT,), make=lines_exchanged("(picture:best)", "(picture:work-and-college)"), parts=EASY, kinds=("picture",)),
    Edit("the words for a picture", M, (ABOUT,), "![](picture:hand-up)", "![A child who waves](picture:hand-up)", EASY, ("alternative",)),
    Edit("a picture gone", M, (DUTY,), "![](picture:senco) ", "", EASY, ("picture",)),
    Edit("a language", M, (ABOUT,), "All schools aim to support these children", "[All schools aim to support these children]{lang=cy}", kinds=("language",)),
    Edit("the language of the leaflet", M, ("",), "language: en-GB", "language: cy", kinds=("property",)),
    Edit("for some formats only", M, (GRADUATED,), "and from their local Family Hub.", "::: not audio\nand from their local Family Hub.\n:::", kinds=("audience",)),
    Edit("a term renamed", M, (MORE,), "Helpline** on", "Advice Line** on", kinds=("term",)),
    Edit("a term renamed everywhere", M, (WHAT, DUTY, MORE), "information report", "progress report", (STANDARD, EASY_READ), ("term",), everywhere=True),
    Edit("a heading that asks something else", W, ("What is SEN support today?",), f"## {WHAT}", "## What is SEN support today?", kinds=("words",)),
    Edit("a step renamed", M, ("Evaluate",), "### Assess", "### Evaluate", kinds=("term",)),
    Edit("two steps exchanged", M, ("Plan", "Assess"), make=steps_exchanged, kinds=("place",)),
    Edit("a hard word no more explained", M, (WHAT,), "reach their **outcomes**.", "reach their outcomes.", EASY, ("term",)),
    Edit("the meaning of a hard word", M, (GLOSSARY,), "They are in charge of help for children with SEN", "They teach children with SEN", OURS, file=GLOSSARY, kinds=("definition",)),
    # --- Wording
    Edit("a comma", W, (ABOUT,), "and disabilities (SEND), which", "and disabilities (SEND) which", kinds=("marks",)),
    Edit("a full stop for a comma", W, (ABOUT,), "graduated approach’, which considers", "graduated approach’. Which considers", kinds=("marks",)),
    Edit("capitals", W, (WHO,), "you should talk to your child's teacher or to the Special", "you should talk to your Child's Teacher or to the Special", kinds=("marks",)),
    Edit("a filler", W, (ABOUT,), "Many children need extra help", "Many children also need extra help", kinds=("words",)),
    Edit("a spelling", W, ("Do",), "any teaching assistants or specialist", "any teaching assistents or specialist", kinds=("words",)),
    Edit("the order of words", W, (WHAT,), "children or young people achieve", "young people or children achieve", kinds=("order",)),
    Edit("two apostrophes", W, (WHO,), "talk to your child's teacher", "talk to your child’s teacher", kinds=("marks",)),
    Edit("a word with the same meaning", W, (ABOUT,), "progress at different rates", "progress at different speeds", kinds=("words",)),
    Edit("a number in figures", W, ("Review",), "at least three times a year", "at least 3 times a year", kinds=("words",)),
    Edit("the edition", W, ("",), "edition: 2025-10", "edition: 2026-10", kinds=("property",)),
    # --- Layout only, and nothing at all
    Edit("a section moved", L, (WHO,), make=moved(WHO, WHAT), kinds=("place",)),
    Edit("bold", L, (MORE,), "**Helpline** on", "Helpline on", kinds=("emphasis",)),
    Edit("a paragraph divided", L, (ABOUT,), "different rates. Many", "different rates.\n\nMany", kinds=("kind",)),
    Edit("a paragraph of an item", L, (GRADUATED,), "and from their local Family Hub.", "- and from their local Family Hub.", kinds=("kind",)),
    Edit("items in another order", L, (WHAT,), make=lines_exchanged("- working with your child in a small group\n", "- extra help from a teacher or a learning support assistant\n"), kinds=("place",)),
    Edit("a line end in the source", None, (), "Many children need extra", "Many children\nneed extra"),
)  # fmt: skip
