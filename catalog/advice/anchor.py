"""A thing beside a kind of thing: "parking near the cathedral", "a weekend from the station"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from catalog.advice.holding import holdings
from catalog.advice.limits import TOO_FAR_KM
from catalog.advice.model import MAX_PROPOSALS
from catalog.advice.search_questions import NAMED_KM
from catalog.advice.sought import feasts_named, wanted
from catalog.advice.travel import STROLL_KM, point_of
from catalog.geo import Point, distance_km
from catalog.model import Kind, Listing, ListingId, TermId
from catalog.request import Request
from catalog.search.function_words import FUNCTION_WORDS
from catalog.text import words
from catalog.vocabulary import concepts
from catalog.vocabulary.asking import phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.advice.model import Proposal
    from catalog.advice.weighing import Weighing

_LONGEST: Final = 5
"""Words of a phrase that announces a place, articles behind it left out."""
_ARTICLES: Final = 2
_AROUND_KM: Final = 25.0
"""How far from here the thing may lie that another is wanted beside."""
_ANCHORS: Final = 6
_NEXT_KM: Final = 8.0
"""How far another such thing may lie from the first that has something beside it."""
_AT_FEASTS: Final = frozenset({Kind.LODGING, Kind.FOOD, Kind.SERVICE})
"""Kinds that are wanted for a feast, not instead of it."""
_AT_TABLE: Final = frozenset({Kind.FOOD})
_SERVICES: Final = frozenset({Kind.SERVICE})
_AT_THE_MAKER: Final = frozenset({"tasting", "wine", "local_products", "workshop"})
"""What is had at the maker's own place, not beside it."""


@dataclass(frozen=True, slots=True)
class Anchored:
    """A request without the thing that the answer is to lie beside. `origin`: the nearest such
    thing; `anchors`: those that have an answer beside them; `among`: these answers, () where
    there are none. `leaving`: the visitor starts there."""

    request: Request
    origin: Point
    anchors: tuple[Listing, ...]
    among: frozenset[ListingId]
    leaving: bool

    def told(self, proposal: Proposal) -> Proposal:
        """The proposal with the thing that it lies beside and its straight kilometres."""
        point = point_of(proposal.listing)
        near = min(
            ((distance_km(point, point_of(each)), each.id, each) for each in self.anchors),
            default=None,
        )
        if near is None or near[0] > STROLL_KM or near[1] == proposal.listing.id:
            return proposal
        return replace(proposal, beside=(near[2], round(near[0], 2)))


def anchored(adviser: Weighing, request: Request, text: str, origin: Point) -> Anchored | None:
    """A request that wants something beside a kind of thing, None for any other, and where no
    such thing is known around `origin`."""
    feast = _at_a_feast(adviser, request, origin)
    if feast is not None:
        return feast
    terms, leaving = _announced(request, text)
    if not terms:
        return None
    within = _AROUND_KM if request.where is None else NAMED_KM
    near = adviser.around.near(origin, terms, within_km=within, enough=_ANCHORS)
    found = adviser.catalogue.get_many(near)
    # A market stands somewhere every week, a Christmas market does not in July.
    found = [each for each in found if each.kind is not Kind.EVENT] or found
    if not found:
        return None
    other = _without(request, terms)
    if leaving:
        return Anchored(other, point_of(found[0]), (), frozenset(), leaving=True)
    return _around(adviser, other, found)


def _around(adviser: Weighing, other: Request, found: Sequence[Listing]) -> Anchored:
    """What is wanted beside the first of these things, or beside the others where the first has
    too little around it."""
    own = {each.id for each in found}
    having, among = list[Listing](), set[ListingId]()
    first = point_of(found[0])
    for each in found:
        if having and distance_km(first, point_of(each)) > _NEXT_KM:
            break  # "near the station" is not near that of another town
        beside = adviser.candidates.beside(other, point_of(each), STROLL_KM) - own
        if beside and len(among) < MAX_PROPOSALS:
            having.append(each)
            among |= beside
    if not among and _SERVICES.issuperset(other.types):
        # No car park is known beside it; the castle itself states one.
        asked = {*wanted(other)}
        there = [each for each in found if distance_km(first, point_of(each)) <= STROLL_KM]
        having = [each for each in there if asked & holdings(each).keys()]
        among = {each.id for each in having}
        other = replace(other, types=()) if among else other
    start = point_of((having or found)[0])
    return Anchored(other, start, tuple(having), frozenset(among), leaving=False)


def _at_a_feast(adviser: Weighing, request: Request, origin: Point) -> Anchored | None:
    """A bed, a table or parking for a feast that is named and that the catalogue knows: wanted
    where it takes place."""
    feasts = feasts_named(request)
    if not feasts or not _AT_FEASTS & set(request.types):
        return None
    ids = adviser.candidates.feast(feasts[0])
    near = [
        (distance_km(origin, point_of(each)), each.id, each)
        for each in adviser.catalogue.get_many(ids)
    ]
    found = [each for km, _, each in sorted(near) if km <= TOO_FAR_KM]
    if not found:
        return None
    kinds = tuple(kind for kind in request.types if kind is not Kind.EVENT)
    gone = {*(f"name:{feast}" for feast in feasts), "fete", "festival"}
    themes = tuple(theme for theme in request.themes if theme not in gone)
    return _around(adviser, replace(request, types=kinds, themes=themes), found)


def _announced(request: Request, text: str) -> tuple[tuple[TermId, ...], bool]:
    """The themes before which the question has a word like "near", or like "from"."""
    near, leaving = list[TermId](), list[TermId]()
    known = concepts()
    for span in request.spans:
        term = TermId(span.value)
        if span.key != "themes" or term not in known or not known[term].kinds:
            continue
        before = words(text[: span.start])[-_LONGEST - _ARTICLES :]
        group = _announcing(before, request.lang)
        if group:
            (near if group == "near" else leaving).append(term)
    others = [term for term in wanted(request) if term not in near]
    if others and _AT_THE_MAKER.issuperset(others):  # nl "een proeverij bij een wijnboer"
        near = [term for term in near if Kind.PRODUCER not in known[term].kinds]
    if near and not others and _AT_TABLE.issuperset(request.types):
        near = []  # es "y cerca un restaurante": it is what is wanted, and nothing beside it
    if near and (others or request.types):
        return tuple(dict.fromkeys(near)), False
    return (tuple(dict.fromkeys(leaving)), True) if leaving else ((), False)


def is_beside(request: Request, text: str) -> bool:
    """Whether the place named is one to look around, not the one asked about."""
    places = [span for span in request.spans if span.key == "where"]
    return any(
        _announcing(words(text[: span.start])[-_LONGEST - _ARTICLES :], request.lang)
        for span in places
    )


def _announcing(before: list[str], lang: str) -> str:
    """The group of the phrase that these words end in, articles behind it left out."""
    for articles in range(_ARTICLES + 1):
        behind = before[len(before) - articles :]
        if any(word not in FUNCTION_WORDS for word in behind):
            return ""
        kept = before[: len(before) - articles]
        for length in range(min(_LONGEST, len(kept)), 0, -1):
            group = _phrases(lang).get(" ".join(kept[-length:]))
            if group is not None:
                return group
    return ""


@cache
def _phrases(lang: str) -> dict[str, str]:
    """What announces a place in one language, also without the preposition at its end: "près
    des" is in no list of phrases, "près de" is."""
    found: dict[str, str] = {}
    for phrase, meanings in phrases().items():
        if {"of_age", "speech"} <= {each.group for each in meanings if lang in each.langs}:
            continue  # "the opening hours of the swimming pool": nl "van", de "von"
        for meaning in meanings:
            if meaning.group in {"near", "leaving"} and lang in meaning.langs:
                found[phrase] = meaning.group
                stem, _, last = phrase.rpartition(" ")
                if stem and last in FUNCTION_WORDS and stem not in FUNCTION_WORDS:
                    found.setdefault(stem, meaning.group)
    return found


def _without(request: Request, terms: tuple[TermId, ...]) -> Request:
    """The request without these themes, and without the kinds that only they brought."""
    own = {kind for term in terms for kind in concepts()[term].kinds}
    ends = {span.end for span in request.spans if span.value in terms}
    said = {span.value for span in request.spans if span.key == "types" and span.end not in ends}
    return replace(
        request,
        themes=tuple(theme for theme in request.themes if theme not in terms),
        types=tuple(kind for kind in request.types if kind in said or kind not in own),
    )
