"""What the codes of an import's findings mean, a sentence for each."""

from typing import Final

CODES: Final = {
    "import-change": "The document has a tracked change, which nobody has accepted or rejected.",
    "import-chart": "The document has a chart or diagram, whose words are listed in the report.",
    "import-comment": "The document has a comment, which is not in the leaflet.",
    "import-edition": "A date on a line of its own is taken as the edition.",
    "import-encoding": "The document does not say in which encoding it is.",
    "import-file-inside": "The document holds another file, which is not taken over.",
    "import-formula": "The document has a formula, which a voice could not read.",
    "import-heading-guessed": "Short lines in bold or large letters are taken as headings.",
    "import-heading-long": "A long paragraph has the style of a heading, and is taken as text.",
    "import-language": "The language that the document says it is in is not taken as it stands.",
    "import-layout-table": "A table that holds things in place is read as paragraphs.",
    "import-link": "A link of the document leads nowhere that readers can go.",
    "import-list-letter": "A list that was counted in letters is now counted in numbers.",
    "import-macros": "The document has macros, which are not run nor taken over.",
    "import-missing": "A paragraph announces something that does not follow.",
    "import-newer": "A newer document changes words that have been changed here as well.",
    "import-page-reference": "Words speak of a page of the document.",
    "import-picture-alt": "Nobody has said what a picture shows.",
    "import-picture-missing": "A picture of the document cannot be had.",
    "import-sign": "A sign of a symbol typeface has no meaning in other typefaces.",
    "import-star-note": "A star stands for a note or a link.",
    "import-table-cell": "The cells of a table have changed.",
    "import-table-header": "It is not marked which row of a table is its header.",
    "import-text-box": "Words stood in a text box, and may belong elsewhere.",
    "import-text-box-alt": "The alternative text of a text box is left out.",
    "import-words": "Words of the document have found no place in the leaflet.",
}
