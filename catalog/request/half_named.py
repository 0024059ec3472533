"""A site called by half its name, in any language: de "Destillerie Castan", "the Bajén museum"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.request.lexicon import lexicon
from catalog.search.function_words import FUNCTION_WORDS
from catalog.search.normalise import tokens as name_words
from catalog.vocabulary import concepts
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.model import TermId
    from catalog.request.marks import Mark
    from catalog.request.places import PlaceNames

_BETWEEN: Final = 3
"""How many small words may stand between what a site is and its name."""
_THAT: Final = particles("that_behind")
_SMALL: Final = 3
"""Letters of a small word that nobody knows: "Höhle de Demoiselles"."""
_FEW: Final = 5
"""So few words may open with the name of a site: "Bramabiau open today?"."""


def half_named(marks: Sequence[Mark], places: PlaceNames, text: str) -> list[Mark]:
    """The marks of a question, a strange word that only one site bears read as that site: where
    what the site is stands beside it, where it is written large or behind a word like "in"."""
    found: list[Mark] = []
    for index, mark in enumerate(marks):
        site = places.half_named(mark.word) if mark.unknown and mark.word.isalpha() else None
        given = site is not None and places.is_given(site)
        if site is None or not _is_meant(marks, index, site, text, given=given):
            found.append(mark)
        elif found and found[-1].place == site:
            found[-1] = replace(found[-1], end=mark.end)  # "Bajén Vega"
        else:
            found.append(replace(mark, place=site))
    return found


def _is_meant(marks: Sequence[Mark], index: int, site: str, text: str, *, given: bool) -> bool:
    """Whether the word means the site: a word for what that is stands beside it, or one that
    announces a place before it, or it opens few words and is written large. Alone it may as well
    be somebody's name, in small letters any word. `given`: the house's own lists have the site."""
    first = index - 1
    while first > 0 and index - first <= _BETWEEN and _is_small(marks[first]):
        first -= 1
    before = marks[max(first, 0) : index]
    kinds = heads(site)
    if any(kinds & set(near.terms) for near in (*before, *marks[index + 1 : index + 2])):
        return True
    large = text[marks[index].start].isupper()
    if any(_announces(near) for near in before):
        return large or given or _of_its_kind(marks, kinds)
    if given and any(near.says("from") for near in before):
        return _of_its_kind(marks, kinds)  # it "degustazione da Gayrard"
    return index == 0 and len(marks) <= _FEW and large and "," not in text


def _announces(mark: Mark) -> bool:
    near = any(mark.says(group) for group in ("near", "between", "road", "around"))
    of = mark.says("from") or mark.says("for_count")
    return near or (mark.says("place_prep") is not None and not of)


def _of_its_kind(marks: Sequence[Mark], heads: set[TermId]) -> bool:
    """Whether something is sought that such a site has: "tasting at gayrard"."""
    kinds = {kind for term in heads for kind in concepts()[term].kinds[:1]}
    if any(kinds & {*concepts()[term].kinds} for mark in marks for term in mark.terms):
        return True
    return any(not kinds.isdisjoint(mark.all("asks")) for mark in marks)


def _is_small(mark: Mark) -> bool:
    if mark.unknown and len(mark.word) <= _SMALL:
        return True
    return mark.word in _THAT or FUNCTION_WORDS.issuperset(mark.word.split())


def heads(site: str) -> set[TermId]:
    """What the words of a site's name say that it is: a distillery, a museum."""
    entries = (lexicon().entries.get(word) for word in name_words(site))
    terms = {term for entry in entries if entry is not None for term, _ in entry.terms}
    return {term for term in terms if concepts()[term].kinds}
