"""French labels of Tourinsoft thesauri as concepts of the house."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final

from catalog.model import TermId
from catalog.sources.values.texts import tidy_line
from catalog.text import fold
from catalog.vocabulary import concepts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from catalog.sources.values.notes import Notes

PREFIX: Final = "tourinsoft"
LABEL: Final = 120

CATEGORY: Final = "category"
AUDIENCE: Final = "audience"
PAYMENT: Final = "payment"
AMENITY: Final = "amenity"
LABELS: Final = "label"
TARIFF: Final = "tariff"

_GROUPS: Final[dict[str, frozenset[str]]] = {
    CATEGORY: frozenset(
        (
            *("event", "market", "attraction", "activity", "food", "lodging", "producer"),
            *("shop", "transport", "office", "itinerary", "themes"),
        )
    ),
    AUDIENCE: frozenset(("audience",)),
    PAYMENT: frozenset(("payment",)),
    AMENITY: frozenset(("amenities",)),
    LABELS: frozenset(("labels",)),
    TARIFF: frozenset(),
}
"""Groups of the house's vocabulary among whose words a label is looked up."""


@cache
def table(section: str) -> Mapping[str, tuple[TermId, ...]]:
    """One section of `terms.txt`, by folded label."""
    found: dict[str, tuple[TermId, ...]] = {}
    inside = False
    lines = resources.files(__package__).joinpath("terms.txt").read_text("utf-8").splitlines()
    for line in lines:
        if line.startswith("["):
            inside = line == f"[{section}]"
        elif inside and " = " in line:
            terms, _, labels = line.partition(" = ")
            meaning = () if terms == "-" else tuple(TermId(term) for term in terms.split())
            for label in labels.split("|"):
                found.setdefault(label.strip(), meaning)
    return found


@cache
def _words(section: str) -> Mapping[str, TermId]:
    """French words of the vocabulary's groups that mean one concept only."""
    meanings: dict[str, set[TermId]] = {}
    for concept in concepts().values():
        if concept.group in _GROUPS[section]:
            for word in (concept.labels["fr"], *concept.synonyms["fr"]):
                meanings.setdefault(fold(word), set()).add(concept.id)
    return {word: terms.pop() for word, terms in meanings.items() if len(terms) == 1}


def known(section: str, label: str) -> tuple[TermId, ...] | None:
    """What a label means; () for one that says nothing more, None for one that nobody knows."""
    folded = fold(label[:LABEL])
    stated = table(section).get(folded)
    if stated is not None or not folded:
        return stated or ()
    word = _words(section).get(folded)
    return None if word is None else (word,)


def own(label: str, notes: Notes, prefix: str = PREFIX) -> TermId:
    """The source's own term, its French label kept for the thesaurus."""
    wording = tidy_line(label, LABEL)
    return notes.term(prefix, fold(wording).replace(" ", "-"), (("fr", wording),))


def terms(
    section: str, labels: Iterable[str], notes: Notes, prefix: str = PREFIX
) -> tuple[TermId, ...]:
    """Labels as house concepts, or as the source's own terms; each once, in order."""
    found: dict[TermId, None] = {}
    for label in labels:
        meaning = known(section, label)
        if meaning is None:
            meaning = (own(label, notes, prefix),)
        found.update(dict.fromkeys(meaning))
    return tuple(found)
