"""A viewed leaflet -> the whole publication: what stands before its text, and after it."""

from collections.abc import Iterator
from dataclasses import dataclass

from formats import model, wording
from formats.model.walk import Blocks, Inlines, everything, pictures, plain_text, walk
from formats.text import addresses
from formats.views.contents import contents
from formats.views.languages import in_language
from formats.views.links import hidden
from formats.views.notes import listed
from formats.views.resolving import Resolver
from formats.views.sentences import with_sentences


@dataclass(frozen=True, slots=True)
class Described:
    """What an edition says of its format: its name, in `language`; the size of its text in pt.

    `word_list`: whether its hard words are listed again at its end.
    """

    name: str = ""
    language: str = wording.ENGLISH
    size: float | None = None
    word_list: bool = True


def edition(
    leaflet: model.Leaflet,
    view: model.ViewName,
    signoff: model.Signoff,
    described: Described = Described(),
) -> model.Edition:
    """Return the edition of a leaflet whose text is in a view already, with its sign-off."""
    return _Publication(leaflet, view, signoff, described).edition()


class _Publication:
    """Puts one edition together."""

    def __init__(
        self,
        leaflet: model.Leaflet,
        view: model.ViewName,
        signoff: model.Signoff,
        described: Described,
    ) -> None:
        self.leaflet = leaflet
        self.view = view
        self.signoff = signoff
        self.described = described
        self.words = wording.of(leaflet.language)
        self.resolver = Resolver(leaflet, self.words)
        self.is_easy = leaflet.view == "easy-read"

    def edition(self) -> model.Edition:
        leaflet = self.leaflet
        is_label = self.view in ("label", "easy-read-label")
        parts = self._label_parts() if is_label else self._parts()
        return model.Edition(
            leaflet.slug, leaflet.title, leaflet.language, self.view, with_sentences(parts),
            self._kind(), self._status(), self.signoff, leaflet.organisation.name,
            leaflet.edition, leaflet.description, leaflet.identifier, leaflet.glossary,
            leaflet.organisation.voices, leaflet.places, leaflet.short_title,
            leaflet.place,
        )  # fmt: skip

    def _kind(self) -> model.Added | None:
        return self.words("easy-read") if self.is_easy else None

    def _status(self) -> model.Added | None:
        return self.words.signoff(self.signoff) if self.is_easy else None

    def _parts(self) -> tuple[model.Part, ...]:
        text = model.Part("text", "part.text", (), self.resolver.blocks(self.leaflet.blocks))
        after = [part for part in self._after(text) if part.blocks]
        listed = contents(text.blocks, after)
        before = [self._cover()]
        before += [self._headed("contents", (listed,))] if listed else []
        return (*before, text, *after)

    def _headed(self, kind: model.PartKind, blocks: Blocks) -> model.Part:
        key: str = "web-addresses" if kind == "addresses" else kind
        if kind == "contents" and self.is_easy:
            key = "contents-easy"
        return model.Part(kind, f"part.{kind}", (self.words(key),), blocks)

    # --- Before the text

    def _cover(self) -> model.Part:
        leaflet, own = self.leaflet, self.leaflet.organisation
        shown = next(pictures(leaflet.blocks), None) if self.is_easy else None
        blocks: list[model.Block] = [model.Figure(shown, place=leaflet.place)] if shown else []
        blocks += self._said(self._kind(), strong=True, large=True)
        blocks += self._given((model.Text(leaflet.subtitle),) if leaflet.subtitle else ())
        if own.logo:
            blocks.append(model.Figure(own.logo, place=leaflet.place))
        else:
            blocks += self._given(self._own(own.name))
        for words in (own.about, own.strapline):
            blocks += self._given(self._own(words))
        blocks += self._said(self.words.edition(leaflet.edition))
        blocks += self._said(self._status(), strong=True)
        return model.Part("cover", "part.cover", (model.Text(leaflet.title),), tuple(blocks))

    def _own(self, words: str) -> Inlines:
        """Return words of the organisation."""
        return in_language(words, self.leaflet.organisation.language, self.leaflet.language)

    def _given(self, inlines: Inlines, *, large: bool = False) -> Blocks:
        return (model.Paragraph(inlines, self.leaflet.place, large),) if inlines else ()

    def _said(
        self, added: model.Added | None, *, strong: bool = False, large: bool = False
    ) -> Blocks:
        if added is None:
            return ()
        return self._given((model.Strong((added,)),) if strong else (added,), large=large)

    # --- After the text

    def _after(self, text: model.Part) -> Iterator[model.Part]:
        yield self._headed("word-list", self._word_list() if self.described.word_list else ())
        notes = listed(self.leaflet.notes, self.resolver, self.words)
        yield self._headed("notes", (model.NoteList(notes),) if notes else ())
        everywhere = (*text.blocks, *(block for note in notes for block in note.blocks))
        yield self._headed("addresses", self._addresses(everywhere))
        yield self._headed("about", tuple(self._about(text)))

    def _word_list(self) -> Blocks:
        ideas = (node for node in walk(self.leaflet.blocks) if isinstance(node, model.Idea))
        found = [definition for idea in ideas for definition in idea.explained]
        words = tuple(sorted(found, key=_alphabetical))
        return (model.WordList(words, self.leaflet.place),) if words else ()

    def _addresses(self, blocks: Blocks) -> Blocks:
        """Return the addresses that stand behind words, for readers of paper and listeners."""
        items = tuple(
            model.ListItem(
                (model.Paragraph(_address(words, url), self.leaflet.place),), self.leaflet.place
            )
            for url, words in hidden(blocks).items()
        )
        return (model.BulletList(items, self.leaflet.place),) if items else ()

    def _about(self, text: model.Part) -> Iterator[model.Block]:
        yield from self._said(self._status(), strong=True)
        yield from self._said(self.words.edition(self.leaflet.edition))
        yield from self._given(self._format())
        if not self._offers(text):
            yield from self._given(self._own(self.leaflet.organisation.offer))
            yield from self._given(self._ask())
        for credit, language in self._credits():
            yield from self._given(in_language(credit, language, self.leaflet.language))

    def _offers(self, text: model.Part) -> bool:
        """Whether the text itself makes the offer, beside ways to get in touch."""
        offer = self.leaflet.organisation.offer
        has_ways = any(isinstance(node, model.ContactList) for node in walk(text.blocks))
        said = (plain_text(n.children) for n in walk(text.blocks) if isinstance(n, model.Paragraph))
        return has_ways and offer in (words.strip() for words in said)

    def _format(self) -> Inlines:
        if not self.described.name:
            return ()
        label = self.words("format")
        name = in_language(self.described.name, self.described.language, self.leaflet.language)
        size = self.described.size
        points = (model.Text(", "), self.words("size", size=f"{size:g}")) if size else ()
        return (label, model.Text(" "), *name, *points)

    def _ask(self) -> Inlines:
        """Return "Helpline: 03000 41 3000": whom to ask for other formats; or nothing."""
        own = self.leaflet.organisation
        asked = [entry for entry in own.contacts if entry.key == own.ask]
        if not asked or not own.offer:
            return ()
        entry = asked[0]
        said: list[model.Inline] = [*self._own(f"{entry.label}:")]
        for line in entry.value:
            address = addresses.of_contact(entry.kind, line)
            said.append(model.Text(" "))
            said += [model.Link(address, (model.Text(line),))] if address else self._own(line)
        return tuple(said)

    def _credits(self) -> list[tuple[str, str]]:
        """Return the credits that the licences of the pictures ask for, each once."""
        shown = pictures(everything(self.leaflet))
        return list(dict.fromkeys((p.credit, p.credit_language) for p in shown if p.credit))

    # --- Labels

    def _label_parts(self) -> tuple[model.Part, ...]:
        """Return what the labels for a CD's case and for a memory stick say.

        A card beside a memory stick is too small for the publisher and the sign-off.
        """
        title = (model.Text(self.leaflet.title),)
        key = "easy-read-spoken-audio" if self.is_easy else "spoken-audio"
        kind, edition = (
            self._said(self.words(key)),
            self._said(self.words.edition(self.leaflet.edition)),
        )
        publisher = self._given(self._own(self.leaflet.organisation.name))
        asked, checked = self._given(self._ask()), self._said(self._status())
        case = (*kind, *publisher, *edition, *asked, *checked)
        return (
            model.Part("label", "part.case", title, case),
            model.Part("label", "part.stick", title, (*kind, *edition, *asked)),
        )


def _alphabetical(definition: model.Definition) -> str:
    """Return what a definition of the word list is sorted by: its word."""
    strong = (n.children for n in walk(definition.meaning) if isinstance(n, model.Strong))
    return plain_text(definition.term or next(strong, ())).casefold()


def _address(words: Inlines, url: str) -> Inlines:
    label = (model.Strong((*words, model.Text(":"))), model.Text(" ")) if words else ()
    return (*label, model.Link(url, (model.Text(addresses.shown(url)),)))
