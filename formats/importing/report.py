"""`import-report.html`: what an editor has to look at, and where every word went."""

from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape

from formats.importing.account import Account
from formats.importing.newer import Difference
from formats.model.findings import Finding, Severity

_STYLE = """
:root { color-scheme: light dark }
body { font: 112.5%/1.5 sans-serif; margin: 1.5rem auto; max-width: 50rem; padding: 0 1rem;
       overflow-wrap: anywhere }
table { border-collapse: collapse }
th, td { border: 1px solid #767676; padding: .3rem .6rem; text-align: left; vertical-align: top }
li { margin: .4rem 0 }
del { text-decoration: line-through } ins { text-decoration: underline }
"""
_GROUPS = (
    (Severity.ERROR, "Before it can be built"),
    (Severity.WARNING, "To look at and decide"),
    (Severity.HINT, "Good to know"),
)


def html(
    name: str, findings: Iterable[Finding], account: Account, differences: Iterable[Difference] = ()
) -> str:
    """Return the page for the document called `name`."""
    every = list(findings)
    title = f"Import of {name}"
    parts = (
        *_lost(account),
        *_differences(list(differences)),
        *(line for group in _GROUPS for line in _findings(*group, every)),
        *_account(account),
        *_left_out(account),
    )
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(title)}</h1>\n" + "\n".join(parts) + "\n</main>\n</body>\n</html>\n"
    )


def _lost(account: Account) -> Iterator[str]:
    if account.lost:
        yield "<h2>Words that have found no place</h2>"
        yield "<p>These words of the document stand nowhere in the leaflet. Find them, and write "
        yield "them in.</p>"
        yield f"<p><strong>{escape(' '.join(account.lost))}</strong></p>"


def _findings(severity: Severity, heading: str, findings: list[Finding]) -> Iterator[str]:
    chosen = [finding for finding in findings if finding.severity is severity]
    if not chosen:
        return
    yield f"<h2>{heading}</h2>\n<ul>"
    for finding in chosen:
        line = f"Line {finding.place.line}: " if finding.place and finding.place.line else ""
        yield f"<li>{line}{escape(finding.message)} <small>{finding.code}</small></li>"
    yield "</ul>"


def _account(account: Account) -> Iterator[str]:
    yield "<h2>Every word, and where it went</h2>"
    yield "<table>\n<tr><th scope='col'>Words</th><th scope='col'>Number</th></tr>"
    rows = [("in the document", account.original), *account.places]
    if account.lost:
        rows.append(("without a place", len(account.lost)))
    for words, number in rows:
        yield f"<tr><th scope='row'>{escape(words)}</th><td>{number:,}</td></tr>"
    yield "</table>"


def _left_out(account: Account) -> Iterator[str]:
    kinds = dict.fromkeys(each.kind for each in account.left_out)
    if kinds:
        yield "<h2>What is not in the leaflet</h2>"
    for kind in kinds:
        yield f"<h3>{escape(kind.capitalize())}</h3>\n<ul>"
        words = Counter(each.words for each in account.left_out if each.kind == kind)
        for each, times in words.items():
            yield f"<li>{escape(each)}{f' ({times} times)' if times > 1 else ''}</li>"
        yield "</ul>"


def _differences(differences: list[Difference]) -> Iterator[str]:
    if not differences:
        return
    yield "<h2>What the newer document changes</h2>"
    yield "<table>\n<tr><th scope='col'>It was</th><th scope='col'>It is</th>"
    yield "<th scope='col'>In the leaflet</th></tr>"
    for each in differences:
        state = "taken over" if each.taken else "changed here too: decide by hand"
        cells = (f"<del>{_block(each.before)}</del>", f"<ins>{_block(each.after)}</ins>", state)
        yield f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
    yield "</table>"


def _block(words: str) -> str:
    return escape(words).replace("\n", "<br>")
