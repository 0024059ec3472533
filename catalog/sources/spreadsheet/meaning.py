"""What kind of thing a row is, by the words of its cells and of the mapping."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import Kind, Label, TermId
from catalog.sources.spreadsheet.cells import parts_of
from catalog.sources.spreadsheet.mapping import kinds_of
from catalog.sources.spreadsheet.sheets import Cell, text_of
from catalog.text import fold
from catalog.vocabulary import concepts, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from catalog.sources.values.notes import Notes

_LABELS: Final = "labels"
_MOST_WORDS: Final = 100


def read_kinds(
    cell: Cell, known: Mapping[str, tuple[str, ...]], source: str, notes: Notes, field: str
) -> tuple[tuple[Kind, ...], tuple[TermId, ...]]:
    """Kinds and concepts of a cell: the mapping's `[kinds]` first, then the vocabulary. A word
    that neither has is kept as the source's own term."""
    whole = known.get(fold(text_of(cell)))
    if whole is not None:
        return kinds_of(whole)
    kinds: dict[Kind, None] = {}
    terms: dict[TermId, None] = {}
    for part in parts_of(cell):
        said = known.get(fold(part)) or _concept(part)
        if said is None:
            notes.warn("kind_unknown", field, part)
            terms[notes.term(source, part, [("fr", part)])] = None
            continue
        found, meant = kinds_of(said)
        kinds.update(dict.fromkeys(found))
        terms.update(dict.fromkeys(meant))
    return tuple(kinds), tuple(terms)


def read_labels(cells: Iterable[Cell], source: str, notes: Notes) -> tuple[Label, ...]:
    """Labels by their names in any language; one that the house has not stays the source's own."""
    found: dict[TermId, Label] = {}
    for cell in cells:
        for part in parts_of(cell):
            meant = [term for term, _ in words().get(fold(part), ()) if _group(term) == _LABELS]
            term = meant[0] if meant else notes.term(source, part, [("fr", part)])
            found.setdefault(term, Label(term))
    return tuple(found.values())


def known_words(cells: Iterable[Cell]) -> dict[str, str | None]:
    """The words of a column of kinds, as often as 100 different ones, each with the concept that
    the vocabulary has for it."""
    found: dict[str, str | None] = {}
    for cell in cells:
        for part in parts_of(cell):
            if len(found) < _MOST_WORDS and part not in found:
                said = _concept(part)
                found[part] = None if said is None else said[0]
    return found


def _concept(word: str) -> tuple[str, ...] | None:
    """The one concept with a kind that a word means, in French if it is a French word."""
    meant = [(term, lang) for term, lang in words().get(fold(word), ()) if concepts()[term].kinds]
    french = {term for term, lang in meant if lang == "fr"}
    terms = french or {term for term, _ in meant}
    return (str(next(iter(terms))),) if len(terms) == 1 else None


def _group(term: TermId) -> str:
    return concepts()[term].group
