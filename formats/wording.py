"""The words that renderers add to a leaflet, so that every format says them the same way.

Written in plain English. A leaflet in another language gets them in English too, marked
as such where a format can mark it.
"""

from collections.abc import Iterable

from formats.model import Citation, Leaflet, Organisation, Signoff, Step

LANGUAGE = "en-GB"
CONTENTS = "Contents"
NOTES = "Notes"
WORD_LIST = "Word list"
WEB_ADDRESSES = "Web addresses"
ABOUT = "About this document"
ENTRY_GIVES = "Each entry gives:"
TO_DO = "To do"
DONE = "Done"
NO_PICTURE = "Picture that is not in this copy"
DRAFT = "Draft: not yet checked by people with learning disabilities"
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def step_label(step: Step) -> str:
    """Return "Step 1 of 4", to stand before ": " and the step's heading."""
    return f"Step {step.number} of {step.total}"


def citation(source: Citation) -> str:
    """Return "SEND Code of Practice, paragraph 6.17"."""
    if not source.locator:
        return source.authority.title
    return f"{source.authority.title}, {source.authority.locator} {source.locator}"


def edition(written: str) -> str:
    """Return an edition as people write it: "2025-10" is "October 2025"."""
    match [int(part) for part in written.split("-") if part]:
        case [year, month, day]:
            return f"{day} {MONTHS[month - 1]} {year}"
        case [year, month]:
            return f"{MONTHS[month - 1]} {year}"
        case _:
            return written


def signoff(state: Signoff) -> str:
    """Return what a rendition of an easy-read view says of its checking."""
    if state.state == "none" or not state.by:
        return DRAFT
    who = f"by {state.by}, on {edition(state.on)}"
    if state.state == "current":
        return f"Checked {who}"
    return f"{DRAFT}. An earlier text was checked {who}"


def how_to_ask(organisation: Organisation) -> str:
    """Return the offer of other formats with whom to ask, or nothing if none is made."""
    if not organisation.offer:
        return ""
    return f"{organisation.offer} {ask(organisation)}".rstrip()


def ask(organisation: Organisation) -> str:
    """Return "Phone: 03000 41 3000": whom to ask for other formats; or nothing."""
    asked = [c for c in organisation.contacts if c.key == organisation.ask]
    return f"{asked[0].label}: {' '.join(asked[0].value)}" if asked else ""


def spoken_audio(leaflet: Leaflet) -> str:
    """Return what a recording of a viewed leaflet is called on its label."""
    return "Easy read spoken audio" if leaflet.view == "easy-read" else "Spoken audio"


def picture_credits(credits_asked: Iterable[str]) -> str:
    """Return the credits that the licences of the pictures ask for, each once."""
    return " ".join(dict.fromkeys(credit for credit in credits_asked if credit))


def edition_line(leaflet: Leaflet) -> str:
    """Return "Edition: October 2025", or nothing if the leaflet names none."""
    return f"Edition: {edition(leaflet.edition)}" if leaflet.edition else ""
