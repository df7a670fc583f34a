"""A second opinion on PDF/UA-1, by a validator that shares nothing with veraPDF."""

from pathlib import Path

import page


def complaints(path: Path) -> list[str]:
    """Return what page-validation finds wrong with the file."""
    report = page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1)
    return [str(failure) for failure in report.failures]
