"""What the codes of the reader's findings mean, a sentence for each."""

from typing import Final

CODES: Final = {
    "source-authority": "A quotation names a work that authorities.toml does not have.",
    "source-block-argument": "A “:::” block is followed by more words than it takes.",
    "source-block-stray": "A line of “:::” closes nothing.",
    "source-block-unclosed": "A “:::” block never ends.",
    "source-block-unknown": "There is no “:::” block of that name.",
    "source-code": "Words are indented so far that they count as computer code.",
    "source-contact-none": "Contact details are to be shown, and organisation.toml has none.",
    "source-easy-read": "Something other than a paragraph stands in easy-read text.",
    "source-empty": "The leaflet has no text.",
    "source-html": "There is HTML, which no format shows.",
    "source-language": "A language is not named by a language tag.",
    "source-link-empty": "A link has no words.",
    "source-link-relative": "A link leads to a file or page beside the leaflet.",
    "source-link-scheme": "A link is of a kind that cannot be followed.",
    "source-link-title": "A link has a title, which no format shows.",
    "source-link-unused": "The address of a link stands by itself, and no link uses it.",
    "source-note-missing": "A note is called and not written.",
    "source-note-twice": "Two notes have one name.",
    "source-note-unused": "A note is written and not called.",
    "source-only-names": "“::: only” or “::: not” does not name formats that exist.",
    "source-picture": "A picture cannot be found or used.",
    "source-picture-title": "A picture among words has a caption, for which there is no room.",
    "source-rule": "There is a horizontal line, which no format shows.",
    "source-steps-empty": "“::: steps” has no headings.",
    "source-steps-levels": "The headings in “::: steps” differ in level.",
    "source-table-row": "A row of a table has more cells than its header.",
    "source-title-marks": "The title holds a picture or a note.",
    "source-title-twice": "“#” is used for more than the title.",
}
