"""The vocabulary as search needs it: phrases without function words, and their stems.

Snowball stems only words of the vocabulary ("Museen", "cascades"), never names.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from Stemmer import Stemmer  # type: ignore[import-not-found]  # it has no types

from catalog.model import Kind, TermId
from catalog.search.normalise import content, phrase

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from catalog.vocabulary import Concept

STEMMERS: Final = {
    "fr": "french",
    "en": "english",
    "de": "german",
    "es": "spanish",
    "it": "italian",
    "nl": "dutch",
    "ca": "catalan",
    "oc": "catalan",  # the nearest that Snowball has
}
LABEL: Final = 1.0
SYNONYM: Final = 0.95


@dataclass(frozen=True, slots=True)
class Entry:
    """One phrase of one language that names a concept; `spelt` with its accents."""

    phrase: str
    spelt: str
    lang: str
    concept: TermId
    weight: float
    stem: str


def entries(concepts: Mapping[TermId, Concept]) -> Iterator[Entry]:
    """Every label and synonym of every concept; a label counts a little more."""
    for term, concept in concepts.items():
        for lang, label in concept.labels.items():
            for text, weight in (
                (label, LABEL),
                *((synonym, SYNONYM) for synonym in concept.synonyms.get(lang, ())),
            ):
                key = phrase(text)
                if key:
                    yield Entry(
                        key, normalize("NFC", text.casefold()), lang, term, weight, stem(key, lang)
                    )


class Namesakes:
    """What French names say of what they name: "Église Saint-Aubin" is a church.

    Sources often class a church as a mere cultural site. Only the beginning of a name counts
    ("Parc du Château" is a park), or a single word ("Arènes"), only where exactly one concept of
    a kind that the listing has is so called ("Château Latour", a producer, is no castle).
    """

    def __init__(self, concepts: Mapping[TermId, Concept]) -> None:
        self._named: dict[str, set[TermId]] = {}
        self._kinds = {term: frozenset(concept.kinds) for term, concept in concepts.items()}
        for term, concept in concepts.items():
            for text in (concept.labels["fr"], *concept.synonyms.get("fr", ())):
                self._named.setdefault(phrase(text), set()).add(term)
        self._longest = max((len(key.split()) for key in self._named), default=0)

    def of(self, name: list[str], kinds: Collection[Kind]) -> TermId | None:
        """The concept that the words of a name begin with, the longest phrase first."""
        words = content(name)
        for size in range(min(self._longest, max(1, len(words) - 1)), 0, -1):
            found = [
                term
                for term in self._named.get(" ".join(words[:size]), ())
                if not self._kinds[term].isdisjoint(kinds)
            ]
            if found:
                return found[0] if len(found) == 1 else None
        return None


def load_stemmers() -> None:
    """Load now what the first inflected word would wait for."""
    for name in STEMMERS.values():
        _stemmer(name)


def stem(words: str, lang: str) -> str:
    """A folded phrase with each word stemmed in a language of the product."""
    return " ".join(_stem_word(word, STEMMERS[lang]) for word in words.split())


_INSTEAD: Final = "="
"""Before a word that does not begin with its stem: "bucher" of "buch"."""


def endings(stems: str, words: str) -> str:
    """What the words of a phrase have behind their stems: "bol lavend", "bolas lavende" → "as e".
    As many as the phrase has words; `with_endings` puts them back."""
    return " ".join(
        word[len(stem) :] if word.startswith(stem) else _INSTEAD + word
        for stem, word in zip(stems.split(" "), words.split(" "), strict=True)
    )


def with_endings(stems: str, ends: str) -> str:
    """The phrase of which these are the stems and the endings."""
    return " ".join(
        end[1:] if end.startswith(_INSTEAD) else stem + end
        for stem, end in zip(stems.split(" "), ends.split(" "), strict=True)
    )


@cache
def _stemmer(name: str) -> Stemmer:
    """One stemmer of the library; what it remembers itself is too little."""
    return Stemmer(name, 0)


@lru_cache(maxsize=32_768)
def _stem_word(word: str, language: str) -> str:
    return str(_stemmer(language).stemWord(word))
