"""Questions made from a catalogue's own names and concepts, the same for the same catalogue."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Final

from catalog import vocabulary
from catalog.model import LANGUAGES, TermId
from tests.bench.documents import Document, folded
from tests.bench.queries.errors import WHOLE, beginning, slip, two_errors
from tests.bench.queries.query import Known, Query

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SEED: Final = 777
_LEAST_LETTERS: Final = 6
_TRIES: Final = 60
"""Listings looked at for each question wanted, before a class is left short."""


def draw(known: Known, each: int, seed: int = SEED) -> list[Query]:
    """About `each` questions of every class; fewer where the catalogue has no occasion."""
    found: list[Query] = []
    for label, change in WHOLE.items():
        found += _several(known, each, f"{seed} {label}", _changed(label, change))
    for label, make in _MADE.items():
        found += _several(known, each, f"{seed} {label}", make)
    return found


def _several(
    known: Known, each: int, seed: str, make: Callable[[Known, int, Random], Query | None]
) -> Iterator[Query]:
    random = Random(seed)
    seen: set[str] = set()
    for _ in range(min(each, len(known.targets)) * _TRIES):
        query = make(known, random.choice(known.targets), random)
        if query is not None and query.text not in seen:
            seen.add(query.text)
            yield query
        if len(seen) == each:
            return


def _usable(document: Document) -> bool:
    return len(document.key) >= _LEAST_LETTERS and not document.key.replace(" ", "").isdigit()


def _changed(
    label: str, change: Callable[[str, Random], str | None]
) -> Callable[[Known, int, Random], Query | None]:
    """Whoever types, by error, exactly what another listing is called is content with that."""

    def make(known: Known, place: int, random: Random) -> Query | None:
        document = known.documents[place]
        text = change(document.name, random) if _usable(document) else None
        if text is None or (label != "exact" and text == document.name):
            return None
        return Query(text, label, known.called(document.name) | known.called(text))

    return make


def _beginning(known: Known, place: int, random: Random) -> Query | None:
    """Every name that goes on from the letters is right: nobody can know which is meant."""
    document = known.documents[place]
    text = beginning(document.name, random) if _usable(document) else None
    if text is None:
        return None
    right = known.called(document.name) | known.beginning(text)
    return Query(text, "beginning", right, unfinished=True)


def _beginning_with_error(known: Known, place: int, random: Random) -> Query | None:
    made = _beginning(known, place, random)
    text = slip(made.text, random) if made and len(made.text) >= _LEAST_LETTERS else None
    if made is None or text is None:
        return None
    return Query(text, "beginning, error", made.right, unfinished=True)


def _name_and_commune(known: Known, place: int, random: Random) -> Query | None:
    document = known.documents[place]
    if not _usable(document) or not document.town or document.town in document.key:
        return None
    right = known.within(known.called(document.name), document.commune)
    return Query(f"{document.name} {document.commune}", "name, commune", right)


def _name_and_commune_misspelt(known: Known, place: int, random: Random) -> Query | None:
    made = _name_and_commune(known, place, random)
    text = two_errors(made.text, random) if made else None
    return Query(text, "name, commune, errors", made.right) if made and text else None


def _foreign_name(known: Known, place: int, random: Random) -> Query | None:
    document = known.documents[place]
    others = [(lang, name) for lang, name in document.names if folded(name) != document.key]
    if not others:
        return None
    lang, name = random.choice(others)
    if len(name) < _LEAST_LETTERS:
        return None
    return Query(name, "foreign name", known.called(name), lang)


def _stated(document: Document, random: Random) -> TermId | None:
    """One of the concepts that a listing states most narrowly."""
    narrow = [TermId(term) for term in document.concepts if term in vocabulary.concepts()][:2]
    return random.choice(narrow) if narrow else None


def _word_for(term: TermId, lang: str, random: Random) -> str:
    """A label, or now and then a synonym."""
    concept = vocabulary.concepts()[term]
    if random.random() < 0.7 or not concept.synonyms[lang]:
        return concept.labels[lang]
    return random.choice(concept.synonyms[lang])


def _concept_and_commune(known: Known, place: int, random: Random) -> Query | None:
    document = known.documents[place]
    term = _stated(document, random)
    if term is None or not document.town:
        return None
    lang = random.choice(LANGUAGES)
    text = f"{_word_for(term, lang, random)} {document.commune}"
    return Query(text, "concept, commune", known.being(term, document.commune), lang, name=False)


def _misspelt_concept(known: Known, place: int, random: Random) -> Query | None:
    return _misspelt(known, place, random, 0, "concept misspelt, commune")


def _misspelt_commune(known: Known, place: int, random: Random) -> Query | None:
    return _misspelt(known, place, random, 1, "concept, commune misspelt")


def _misspelt(known: Known, place: int, random: Random, part: int, label: str) -> Query | None:
    document = known.documents[place]
    term = _stated(document, random)
    if term is None or not document.town:
        return None
    lang = random.choice(LANGUAGES)
    parts = [vocabulary.concepts()[term].labels[lang], document.commune]
    changed = slip(parts[part], random)
    if changed is None:
        return None
    parts[part] = changed
    return Query(" ".join(parts), label, known.being(term, document.commune), lang, name=False)


def _mixed_languages(known: Known, place: int, random: Random) -> Query | None:
    """A French name with the word for what it is in another language: "lake roucarié"."""
    document = known.documents[place]
    if not _usable(document):
        return None
    for term in document.concepts:
        concept = vocabulary.concepts()[TermId(term)]
        said = folded(concept.labels["fr"])
        if f" {document.key} ".count(f" {said} ") == 1 and said != document.key:
            lang = random.choice([lang for lang in LANGUAGES if lang != "fr"])
            text = f" {document.key} ".replace(f" {said} ", f" {concept.labels[lang]} ").strip()
            if folded(text) != document.key:
                return Query(text, "two languages", known.called(document.name), lang)
    return None


_MADE: Final[dict[str, Callable[[Known, int, Random], Query | None]]] = {
    "beginning": _beginning,
    "beginning, error": _beginning_with_error,
    "name, commune": _name_and_commune,
    "name, commune, errors": _name_and_commune_misspelt,
    "foreign name": _foreign_name,
    "two languages": _mixed_languages,
    "concept, commune": _concept_and_commune,
    "concept misspelt, commune": _misspelt_concept,
    "concept, commune misspelt": _misspelt_commune,
}
