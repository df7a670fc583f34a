"""Lines of a script: runs of text, their labels, and words that the recording adds."""

from collections.abc import Iterator
from dataclasses import replace

from formats import wording
from formats.errors import Place
from formats.model import NOWHERE, Added, Edition, Sentence
from formats.model.walk import Inlines
from formats.speech.script.runs import Run, Speller
from formats.speech.script.utterances import LABEL_PAUSE, SENTENCE_PAUSE, Role, Utterance


class Lines:
    """Says lines of one edition, in the language that is around them."""

    def __init__(self, edition: Edition) -> None:
        self._language = edition.language
        self._in_full = False
        self._words = wording.of(edition.language)
        self._speller = Speller(edition)

    def added(self, words: Added, role: Role = "paragraph") -> Utterance:
        """Return words of the program."""
        [said] = self._speller.sentence((words,), Run(role, words.language))
        return said

    def words(self, inlines: Inlines, role: Role) -> list[Utterance]:
        """Return words of the edition that are said once more: they stand somewhere else."""
        return list(self._speller.sentence(inlines, Run(role, self._language)))

    def _aside(self, key: str, place: Place = NOWHERE, **values: object) -> Utterance:
        """Return words that the recording adds."""
        return replace(self.added(self._words(key, **values), "aside"), place=place)

    def _label(self, inlines: Inlines, place: Place, role: Role = "item") -> Iterator[Utterance]:
        """Yield words that stand before those they are the label of."""
        said = list(self._run(inlines, role, place))
        yield from said[:-1]
        for last in said[-1:]:
            text, say = f"{last.text.rstrip(' :')}:", f"{last.say.rstrip(' :')}:"
            yield replace(last, text=text, say=say, pause=LABEL_PAUSE)

    def _run(self, inlines: Inlines, role: Role, place: Place = NOWHERE) -> Iterator[Utterance]:
        """Yield the sentences of a run of text."""
        run = Run(role, self._language, place, self._in_full)
        said = [
            spoken
            for identifier, sentence in _sentences(inlines)
            for spoken in self._speller.sentence(sentence, run, identifier)
        ]
        yield from (replace(s, pause=min(s.pause, SENTENCE_PAUSE)) for s in said[:-1])
        yield from said[-1:]


def _sentences(inlines: Inlines) -> Iterator[tuple[str, Inlines]]:
    for inline in inlines:
        match inline:
            case Sentence():
                yield inline.id, inline.children
            case _:
                yield "", (inline,)
