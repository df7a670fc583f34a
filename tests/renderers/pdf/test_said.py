"""What a PDF says of itself to readers, and its renderer to staff."""

import io
from typing import Any

from formats import options, views
from formats.model import Signoff
from formats.renderers.pdf import PdfRenderer
from tests import leaflets
from tests.renderers.pdf import reading
from tests.rendering import rendered

STANDARD = leaflets.edition(leaflets.standard())


def test_the_last_page_says_what_this_is_in_plain_words() -> None:
    described = views.Described("Large print PDF", size=20)
    edition = views.edition(leaflets.standard(), "standard", Signoff(), described)
    last = " ".join(" ".join(reading.lines(rendered("pdf", edition, font_size=20))[-1]).split())
    for words in ("Format: Large print PDF, 20 point", "October 2025", "alternative formats"):
        assert words in last
    assert "UKAAF" not in last


def test_staff_are_told_of_a_typeface_that_the_guideline_does_not_ask_for() -> None:
    for typeface, codes in (("atkinson-hyperlegible", ["pdf-typeface"]), ("arimo", [])):
        layer = options.Layer({"guideline": "ACB-2025", "typeface": typeface})
        chosen: Any = options.make(PdfRenderer.Options, layer)
        said = PdfRenderer().render(STANDARD, chosen, io.BytesIO())
        assert [finding.code for finding in said if finding.code == "pdf-typeface"] == codes
