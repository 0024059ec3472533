"""Terms and texts of the catalogue in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from catalog.model import NOTHING, Localized, TermId, Text
from catalog.text import clean, clean_line
from catalog.vocabulary import label
from kiosk.i18n import Translator
from kiosk.views import Passage

Thesaurus = Callable[[TermId], Localized]
"""The labels that a source gave for its own term, as `Catalogue.thesaurus`."""

LINE_LIMIT: Final = 300
"""Characters of a note or label on one line; a longer one belongs in a passage."""


def no_thesaurus(_: TermId) -> Localized:
    """A thesaurus that knows nothing."""
    return NOTHING


@dataclass(frozen=True, slots=True)
class Words:
    """How terms and texts are worded for one reader."""

    t: Translator
    thesaurus: Thesaurus = no_thesaurus

    def term(self, term: TermId) -> str | None:
        """A concept's word in the middle of a sentence; a source's own term in its own label,
        marked when that is in another language; None for a term that nobody has words for."""
        known = label(term, self.t.lang)
        if known is not None:
            return known
        text = self.thesaurus(term).best(self.t.lang)
        return self.line(text) if text is not None else None

    def terms(self, terms: Iterable[TermId]) -> list[str]:
        """The words of several terms, without those that nobody has words for."""
        return list(dict.fromkeys(word for term in terms if (word := self.term(term)) is not None))

    def note(self, note: Localized) -> str:
        """A note of the catalogue on one line, marked when in another language; "" for none."""
        text = note.best(self.t.lang)
        return self.line(text) if text is not None else ""

    def line(self, text: Text) -> str:
        """A short text on one line, with its language behind it when it is not the reader's."""
        line = clean_line(text.text, limit=LINE_LIMIT)
        if text.lang == self.t.lang or not any(map(str.isalpha, line)):
            return line
        language = self.t.language_name(text.lang)
        if language is None:
            return line
        # Translators: a short text of the catalogue in another language, and that language
        return self.t._("%(text)s [%(language)s]") % {"text": line, "language": language}

    def passage(self, text: Localized) -> Passage | None:
        """A text of the catalogue with a notice of its language or of its translation."""
        best = text.best(self.t.lang)
        content = clean(best.text) if best is not None else ""
        if best is None or not content:
            return None
        return Passage(content, best.lang, self._notice(best))

    def _notice(self, text: Text) -> str:
        if text.lang != self.t.lang:
            language = self.t.language_name(text.lang)
            if language is not None:
                # Translators: above a text that the catalogue does not have in this language
                return self.t._("Text in %(language)s") % {"language": language}
            return self.t._("Text in another language")
        if text.machine:
            return self.t._("Automatic translation")
        return ""


def capital(sentence: str) -> str:
    """The sentence with a capital at its beginning."""
    return sentence[:1].upper() + sentence[1:]
