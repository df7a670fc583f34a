"""What a document means, guessed from how it looks: tables, headings, lists, things to mend.

Each module has one function from a draft to the same draft with more structure. Whatever is
guessed is said in a remark, and no word goes without being listed.
"""

from formats.importing.draft import Draft
from formats.importing.structure import faults, headings, languages, links, lists, tables


def structured(draft: Draft) -> None:
    """Give `draft` the structure that it was meant to have."""
    tables.unwrap_layout(draft)
    lists.split_lines(draft)
    headings.find_headings(draft)
    lists.find_typed(draft)
    headings.find_title(draft)
    headings.close_levels(draft)
    links.resolve(draft)
    languages.choose(draft)
    faults.find(draft)
