"""Sentences: short, one thing in each, and who does it said (Department of Health 2010)."""

from collections.abc import Iterator
from typing import Final

from formats.checks.easy_read import verbs
from formats.checks.easy_read.text import EasyText
from formats.model.findings import Finding, Severity

MOST_WORDS: Final = 15
BEST_WORDS: Final = 10
CODES: Final = {
    "easy-sentence-over-15": "A sentence has more than 15 words.",
    "easy-sentence-over-10": "A sentence has more than 10 words, up to 15.",
    "easy-idea-sentences": "There is more than one sentence beside one picture.",
    "easy-sentence-verbs": "A sentence seems to say more than one thing.",
    "easy-passive": "A sentence does not say who does it: its verb is in the passive voice.",
}


def over_most(text: EasyText) -> Iterator[Finding]:
    """Yield the sentences that are too long to be held in mind."""
    for passage, sentence in text.sentences():
        count = len(sentence.words)
        if count > MOST_WORDS:
            message = f"{sentence.excerpt} has {count} words. Say it in sentences of at most 15."
            yield passage.finding("easy-sentence-over-15", Severity.ERROR, message)


def over_best(text: EasyText) -> Iterator[Finding]:
    """Yield the sentences that could be shorter."""
    for passage, sentence in text.sentences():
        count = len(sentence.words)
        if BEST_WORDS < count <= MOST_WORDS:
            message = f"{sentence.excerpt} has {count} words. Try to say it in 10 or fewer."
            yield passage.finding("easy-sentence-over-10", Severity.WARNING, message)


def several_in_a_row(text: EasyText) -> Iterator[Finding]:
    """Yield the rows with more than one sentence."""
    for row in text.rows:
        sentences = row.passage.sentences
        if len(sentences) > 1:
            message = (
                f"There are {len(sentences)} sentences beside one picture, from "
                f"{sentences[0].excerpt}. Give each its own paragraph and picture."
            )
            yield row.passage.finding("easy-idea-sentences", Severity.WARNING, message)


def several_verbs(text: EasyText) -> Iterator[Finding]:
    """Yield the sentences that seem to say more than one thing."""
    for passage, sentence in text.sentences():
        if joined := verbs.joined(sentence.words):
            message = (
                f"{sentence.excerpt} seems to say two things, joined by “{joined}”. "
                "If so, write two sentences."
            )
            yield passage.finding("easy-sentence-verbs", Severity.HINT, message)


def passive(text: EasyText) -> Iterator[Finding]:
    """Yield the sentences in the passive voice."""
    for passage, sentence in text.sentences():
        if found := verbs.passive(sentence.words):
            message = (
                f"{sentence.excerpt} does not say who does it (“{found}”). "
                "Begin with the person who does: “The school must tell you”."
            )
            yield passage.finding("easy-passive", Severity.WARNING, message)


RULES: Final = (over_most, over_best, several_in_a_row)
ENGLISH_RULES: Final = (several_verbs, passive)
