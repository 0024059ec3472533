"""What search is asked for a request, the strictest question first, and how far around."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog import vocabulary
from catalog.advice.appeal import NOTABLE, appeals
from catalog.advice.holding import KINDRED, unlisted
from catalog.advice.kinds import OUTINGS, SIGHTS
from catalog.advice.limits import FAR_KM, SLACK, within_km
from catalog.advice.profiles import of_party, of_weather
from catalog.advice.sought import sought, wanted
from catalog.advice.subjects import subject_words
from catalog.model import Kind, TermId
from catalog.request.model import HERE
from catalog.search.engine import Filters
from catalog.vocabulary import wider

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from catalog.request import Request

NAMED_KM: Final = 15.0
"""How far from a place that was named."""
_MAKERS: Final = 3
"""Sorts of makers that are looked for among the sights."""
_HANDICAP: Final = frozenset({TermId("tourisme_handicap")})


def questions(request: Request, text: str) -> Iterator[tuple[str, Filters]]:
    """What search is asked, the strictest first: the next is asked when too little was found."""
    themes, kinds = wanted(request), sought(request)
    within = reach_km(request)
    if themes or kinds:
        own = frozenset(themes)
        for appealing in appeals(request):
            yield "", Filters(kinds or OUTINGS, appealing, within)
        if all(map(unlisted, themes)):
            yield from _suited(request, kinds, within)
        if request.rest:
            yield request.rest, Filters(kinds, own, within)
        for subject in subject_words(request, text):
            yield subject, Filters(kinds | SIGHTS, frozenset(), within)
        if len(themes) > 1:
            yield from _together(kinds, themes, within)
        if kinds:
            yield "", Filters(kinds, own, within)
        yield from _of_a_town(request, kinds, themes, within)
        if themes:
            # A beach may be kept as an activity: what it is tells more than its kind.
            yield "", Filters(frozenset(), own, within)
            # Then what is near to it: a restaurant, where no pizzeria is known.
            near = {kin for term in themes for kin in (*wider(term), *KINDRED.get(term, ()))}
            near = {kin for kin in near if vocabulary.concepts()[kin].group != "kinds"}
            if near - own:
                yield "", Filters(kinds | _kinds_of(near), own | near, within)
        # The makers of what bears a town's name stand in the country around it.
        country = within if within_km(request) is not None else FAR_KM
        yield from _makers(kinds, themes, country)
        yield "", Filters(kinds, own, None)
        yield text, Filters()
        return
    # Nothing but words, a place, or company: search reads the words as they stand.
    if request.rest:
        yield request.rest, Filters()
    if not request.spans:
        yield text, Filters()
    if request.spans or not text:
        yield from _suited(request, OUTINGS, within)
        yield "", Filters(OUTINGS, NOTABLE, within)
        yield "", Filters(OUTINGS, within_km=within)


def _of_a_town(
    request: Request, kinds: frozenset[Kind], themes: Sequence[TermId], within: float | None
) -> Iterator[tuple[str, Filters]]:
    """The one thing of a town, which may be called so within a longer name: the castle of Pau."""
    if len(themes) == 1 and isinstance(request.where, str) and request.where != HERE:
        named = f"{vocabulary.label(themes[0], 'fr')} {request.where}"
        yield named, Filters(kinds, within_km=within)


def _together(
    kinds: frozenset[Kind], themes: Sequence[TermId], within: float | None
) -> Iterator[tuple[str, Filters]]:
    """All of them at once, as if they had been typed; then any of them."""
    names = " ".join(vocabulary.label(term, "fr") or "" for term in themes[:4])
    yield names, Filters(kinds, frozenset(), within)
    for theme in themes[:3]:
        yield "", Filters(kinds, frozenset({theme}), within)


def _makers(
    kinds: Collection[Kind], themes: Sequence[TermId], within: float | None
) -> Iterator[tuple[str, Filters]]:
    """Those whose source files them as a sight: a distillery, beside the wine that is none."""
    known = vocabulary.concepts()
    made = [theme for theme in themes if Kind.PRODUCER in known[theme].kinds]
    for theme in (made or themes)[:_MAKERS] if Kind.PRODUCER in kinds else ():
        yield vocabulary.label(theme, "fr") or "", Filters(SIGHTS, frozenset(), within)


def _kinds_of(terms: Collection[TermId]) -> frozenset[Kind]:
    """The kinds as which these are filed first of all: a museum in which one is led is a sight."""
    return frozenset(kind for term in terms for kind in vocabulary.concepts()[term].kinds[:1])


def _suited(
    request: Request, kinds: frozenset[Kind], within: float | None
) -> Iterator[tuple[str, Filters]]:
    """What suits those who come or the weather, when nothing is said of what for."""
    if wanted(request):  # what only the listings themselves tell, a label's bearers first
        yield "", Filters(kinds or OUTINGS, _HANDICAP, within)
        yield "", Filters(kinds or OUTINGS, frozenset(), within)
        return
    terms: set[TermId] = set()
    weather = of_weather(request)
    if weather is not None:
        terms.update(weather.suits)
    else:
        for _, profile in of_party(request):
            terms.update((*profile.suits, *profile.audience))
    if terms:
        yield "", Filters(kinds, frozenset(terms), within)


def reach_km(request: Request) -> float | None:
    """How far an answer may lie: as was said or can be gone, else around the place named."""
    said = within_km(request)
    if said is not None:
        return said * SLACK
    between = isinstance(request.where, tuple)
    return FAR_KM if between or request.where in {None, HERE} else NAMED_KM
