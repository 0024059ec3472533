"""Which listings are compared with a request: a few dozen, by words, concepts, days and place."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from rapidfuzz.fuzz import ratio

from catalog.advice.around import narrower
from catalog.advice.evenings import SOON_DAYS, occasion_sought
from catalog.advice.holding import KINDRED, holdings
from catalog.advice.kinds import OUTINGS, SIGHTS
from catalog.advice.limits import FAR_KM, TOO_FAR_KM
from catalog.advice.search_questions import questions, reach_km
from catalog.advice.sought import feasts_named, sought, wanted
from catalog.advice.standing import OCCASIONS
from catalog.advice.travel import point_of
from catalog.geo import Point, distance_km
from catalog.model import Kind, ListingId, TermId
from catalog.request.lexicon import lexicon
from catalog.request.model import HERE
from catalog.search.engine import Filters
from catalog.search.function_words import FUNCTION_WORDS
from catalog.text import words
from catalog.vocabulary.asking import named_places
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from catalog.advice.timing import Asked
    from catalog.journal import Notice
    from catalog.model import Listing
    from catalog.request import Request
    from catalog.search.engine import SearchEngine
    from catalog.store.reader import Catalogue

_MOST: Final = 40
"""Listings taken from one question to the search."""
_NAMES_KEPT: Final = 500
_SITES: Final = 3
_NAME_LETTERS: Final = 5
_LONGEST_NAME: Final = 4
"""Telling words of a name that is looked for within a question."""
_NAMING: Final = 1 / 3
"""The share of the telling words of a name that must be said, to mean it."""
_MOST_RUNS: Final = 16
_ENOUGH: Final = 12
"""With so many the next, looser question is not asked."""
_ALIKE: Final = 86.0
_EXPANSES: Final = frozenset(map(TermId, ("gorge", "river", "mountain", "forest")))


class Candidates:
    """The gathering of candidates from one open catalogue."""

    def __init__(self, catalogue: Catalogue, engine: SearchEngine) -> None:
        self._catalogue = catalogue
        self._engine = engine
        self._named: dict[str, tuple[ListingId, ...]] = {}
        self._points: dict[str, Point] | None = None
        self._sites: tuple[Request, Point, list[ListingId]] | None = None

    def commune(self, name: str) -> Point | None:
        """Where a commune of the catalogue lies; None for another name."""
        return self.communes().get(name)

    def communes(self) -> Mapping[str, Point]:
        """Where each commune of the catalogue lies: in the middle of its listings."""
        if self._points is None:
            found = dict[str, Point]()
            for commune in self._catalogue.communes():
                found.setdefault(commune.name, commune.point)
            self._points = found
        return self._points

    def found(
        self,
        request: Request,
        origin: Point,
        text: str,
        asked: Asked | None,
        noticed: Mapping[ListingId, tuple[Notice, ...]],
    ) -> dict[ListingId, float]:
        """Ids, each with how well its words were found (best 1, 0 where none were typed)."""
        found: dict[ListingId, float] = {}
        anything = not (request.types or request.rest or wanted(request))
        if (anything or sought(request) & OCCASIONS) and asked is not None:
            found.update(dict.fromkeys(self._happening(request, origin, asked.days), 0.0))
            if len(found) < _ENOUGH and occasion_sought(request):
                later = (asked.days[-1], asked.days[-1] + timedelta(days=SOON_DAYS))
                found.update(dict.fromkeys(self._happening(request, origin, later), 0.0))
        occasions = len(found)  # what is on that day is not what else there is
        seen = set[TermId]()
        for typed, filters in questions(request, text):
            hits = self._engine.search(
                typed,
                lang=request.lang,
                prefix=False,
                limit=_MOST,
                filters=filters,
                origin=origin,
            )
            if typed and typed == request.rest and request.spans:
                hits = tuple(hit for hit in hits if _named(hit.name, typed))
            best = max((hit.score for hit in hits), default=1.0) or 1.0
            for hit in hits:
                # What was read as a theme or a kind has its own part: its words count once.
                unread = typed == request.rest or (typed == text and not request.spans)
                share = hit.score / best if typed and unread else 0.0
                found[hit.id] = max(share, found.get(hit.id, 0.0))
            seen |= frozenset() if typed else filters.concepts
            if (
                seen.issuperset(wanted(request))
                and len(found) - occasions >= _ENOUGH
                and (typed or not filters.kinds)
            ):
                break
        for id in self._told(noticed, request, origin):
            found.setdefault(id, 0.0)
        return found

    def beside(self, request: Request, point: Point, within_km: float) -> frozenset[ListingId]:
        """What is asked for and lies so near to a point: an outing where no kind is named."""
        kinds, themes = sought(request), frozenset(wanted(request))
        filters = Filters(kinds or (frozenset() if themes else OUTINGS), themes, within_km)
        hits = self._engine.search("", prefix=False, limit=_ENOUGH, filters=filters, origin=point)
        return frozenset(hit.id for hit in hits)

    def has_any(self, request: Request) -> bool:
        """Whether the catalogue has what is asked for at all, however far away."""
        kinds, themes = frozenset(request.types), frozenset(wanted(request))
        filters = Filters(kinds, themes)
        return bool(
            (kinds or themes) and self._engine.search("", prefix=False, limit=1, filters=filters)
        )

    def named(self, name: str) -> tuple[ListingId, ...]:
        """The listings of a name, or of another name that the gazetteer has for it."""
        if name not in self._named:
            if len(self._named) > _NAMES_KEPT:
                self._named.clear()
            place = named_places().get(name)
            names = (name, *(place.names() if place is not None else ()))
            # The first of its names that the catalogue knows: the others may be its neighbours'.
            self._named[name] = next(filter(None, map(self._called, names)), ())
        return self._named[name]

    def knows(self, name: str) -> bool:
        """Whether anything is called so, or about so."""
        hits = self._engine.search(name, prefix=False, limit=_ENOUGH)
        found = self._catalogue.get_many(hit.id for hit in hits)
        names = (text.text for listing in found for text in listing.name.texts)
        return bool(self.named(name)) or any(_named(each, name) for each in names)

    def has_path(self, number: str) -> bool:
        """Whether a route has this number in its name: "GR 7 par Navacelles"."""
        filters = Filters(frozenset({Kind.ITINERARY}))
        hits = self._engine.search(f"GR {number}", prefix=False, limit=_MOST, filters=filters)
        return any(_numbered(words(hit.name), number) for hit in hits)

    def feast(self, name: str) -> tuple[ListingId, ...]:
        """The occasions of a name that asking words know: also the "Fêtes de la Saint-Privat"."""
        filters = Filters(OCCASIONS)
        hits = self._engine.search(name, prefix=False, limit=_MOST, filters=filters)
        exact = self.named(name)
        return (*exact, *(h.id for h in hits if h.id not in exact and _named(h.name, name)))

    def _called(self, name: str) -> tuple[ListingId, ...]:
        """The listings called exactly so, whatever the capitals."""
        key = " ".join(words(name))
        hits = self._engine.search(name, prefix=False, limit=_MOST)
        return tuple(hit.id for hit in hits if " ".join(words(hit.name)) == key)

    def sites(self, request: Request, origin: Point) -> list[ListingId]:
        """`_find_sites`, found once for a question that is answered in several steps."""
        known = self._sites
        if known is None or known[0] is not request or known[1] != origin:
            known = self._sites = (request, origin, self._find_sites(request, origin))
        return known[2]

    def _find_sites(self, request: Request, origin: Point) -> list[ListingId]:
        """The listings of the name given as place, when they are what is asked about, not a
        place to look around: "is the glass museum open?", but not "a bakery near it"."""
        named = request.where if isinstance(request.where, tuple) else (request.where,)
        asked = wanted(request)
        # What kind a place of the gazetteer is has been said by nobody.
        said = any(span.key == "types" for span in request.spans) or not request.spans
        kinds = set(request.types) if said else set()
        themes = [term for term in asked if term not in request.labels]
        events = [id for name in feasts_named(request) for id in self.feast(name)]
        if events:
            return self._nearest(events, origin)
        ids = [
            id
            for name in named
            if name is not None and name != HERE and name not in self.communes()
            for id in self.named(name)
        ]
        near = (
            (distance_km(origin, point_of(listing)), listing)
            for listing in self._catalogue.get_many(ids)
            if (not kinds and not themes)
            or (not themes and kinds & set(listing.kinds))  # "is it a World Heritage site?"
            or _is_one(listing, asked if not themes or _door(listing) else ())
        )
        by_distance = sorted(near, key=lambda pair: pair[0])
        # Of what is named and lies far away one is told that it does.
        within = [pair for pair in by_distance if pair[0] <= TOO_FAR_KM] or by_distance[:1]
        ids = [listing.id for _, listing in within[:_SITES]]
        parts = self._parts(named, themes) if within and not _hold(within, themes) else ()
        return [*parts] or ids or self._said(request, origin)

    def _parts(self, names: Sequence[str | None], themes: Sequence[TermId]) -> list[ListingId]:
        """What is a thing of its own in a place that is named, and bears its name: the beach of a
        leisure park."""
        return [
            hit.id
            for name in filter(None, names)
            for hit in self._engine.search(
                name, prefix=False, limit=_SITES, filters=Filters(concepts=frozenset(themes))
            )
            if {*words(name)} <= {*words(hit.name)}
        ]

    def _nearest(self, events: Sequence[ListingId], origin: Point) -> list[ListingId]:
        """Of the occasions of a name the nearest: Heritage Days are in every town."""
        away = {
            listing.id: distance_km(origin, point_of(listing))
            for listing in self._catalogue.get_many(events)
        }
        return sorted(away, key=lambda id: (away[id] > TOO_FAR_KM, away[id]))[:_SITES]

    def _said(self, request: Request, origin: Point) -> list[ListingId]:
        """The listings that the words left over name: "is the Musterhof open?". Several of one
        name are rather a sort of thing."""
        if not request.spans or len(request.rest) < _NAME_LETTERS:
            return []
        if wanted(request):
            return self._begun(request.rest, origin)
        filters = Filters(frozenset(request.types))
        hits = self._engine.search(
            request.rest, lang=request.lang, prefix=False, limit=_MOST, filters=filters
        )
        ids = [hit.id for hit in hits if _named(hit.name, request.rest)]
        near = [
            listing.id
            for listing in self._catalogue.get_many(ids[: _SITES + 1])
            if distance_km(origin, point_of(listing)) <= TOO_FAR_KM
        ]
        return near if len(near) <= _SITES else []

    def _begun(self, rest: str, origin: Point) -> list[ListingId]:
        """The sights around whose names begin with a word that nobody knows, whatever sort of thing
        they were asked for as: the cave of Lascaux is "Lascaux IV", a museum."""
        if " " in rest or rest in lexicon().words:
            return []
        hits = self._engine.search(rest, prefix=False, limit=_MOST, filters=Filters(SIGHTS))
        if any(rest in words(hit.name)[1:] for hit in hits):
            return []  # a river, a saint: much is called after it
        ids = [hit.id for hit in hits if words(hit.name)[:1] == [rest]]
        near = [
            listing.id
            for listing in self._catalogue.get_many(ids[: _SITES + 1])
            if distance_km(origin, point_of(listing)) <= FAR_KM
        ]
        return near if len(near) <= _SITES else []

    def spelt_out(self, request: Request, text: str, origin: Point) -> list[ListingId]:
        """The listings whose whole name stands in a question, what is in brackets left out: "the
        GR du Viaur", of which nothing was found as a long-distance path. Words that were all read
        as something else are no name."""
        said = [word for word in words(text) if word not in FUNCTION_WORDS]
        understood = {
            word
            for span in request.spans
            if span.key != "where"
            for word in words(text[span.start : span.end])
        }
        runs = [
            " ".join(said[at : at + length])
            for length in range(min(_LONGEST_NAME, len(said)), 1, -1)
            for at in range(len(said) - length + 1)
            if not understood.issuperset(said[at : at + length])
        ]
        if not understood.issuperset(said):
            runs = [*runs[:_MOST_RUNS], " ".join(said[:_LONGEST_NAME])]
        for run in runs:
            hits = self._engine.search(run, prefix=False, limit=_SITES)
            found = [
                listing.id
                for listing in self._catalogue.get_many(hit.id for hit in hits)
                if any(
                    _spelt(name.text, run) or (said == run.split() and _named(name.text, run))
                    for name in listing.name.texts
                )
                and distance_km(origin, point_of(listing)) <= TOO_FAR_KM
            ]
            if found:
                return found
        return []

    def _happening(self, request: Request, origin: Point, days: Sequence[date]) -> list[ListingId]:
        """The nearest occasions with a date in these days, of the sorts asked for before any
        others; weekdays still to be checked."""
        sorts = {own for term in wanted(request) for own in narrower(term)}
        return [
            id
            for concepts in ((sorts, ()) if sorts else ((),))
            for id in self._catalogue.happening(
                days[0],
                days[-1],
                kinds=sought(request) & OCCASIONS or OCCASIONS,
                concepts=concepts,
                near=origin,
                limit=_MOST,
            )
        ]

    def _told(
        self,
        noticed: Mapping[ListingId, tuple[Notice, ...]],
        request: Request,
        origin: Point,
    ) -> Iterator[ListingId]:
        """Listings around of which the staff says something: never missed for being the
        sixty-first."""
        reach = reach_km(request) or FAR_KM
        for listing in self._catalogue.get_many(noticed):
            if distance_km(origin, point_of(listing)) <= reach:
                yield listing.id


def _numbered(name: Sequence[str], number: str) -> bool:
    """Whether a name has a path of this number: "GR 7", "GR7", "GRP 46"."""
    paths = particles("numbered_path")
    return any(f"{path}{number}" in name for path in paths) or any(
        first in paths and second == number for first, second in pairwise(name)
    )


def _hold(sites: Sequence[tuple[float, Listing]], themes: Sequence[TermId]) -> bool:
    return not themes or any(term in holdings(site) for _, site in sites for term in themes)


def _spelt(name: str, run: str) -> bool:
    """Whether these words are all the words of a name that tell something."""
    own = words(name.partition("(")[0])
    return run.split() == [word for word in own if word not in FUNCTION_WORDS]


def _named(name: str, rest: str) -> bool:
    """Whether the words left over are words of a name, spelt about so: "palmyre" is, the "see"
    of "what is there to see" is not, nor the "stand" of one with paddles, a bicycle and a
    scooter."""
    typed = [word for word in words(rest) if len(word) > 2 and word not in FUNCTION_WORDS]
    own = words(name)
    telling = [word for word in own if len(word) > 2 and word not in FUNCTION_WORDS]
    return (
        bool(typed)
        and len(typed) >= _NAMING * len(telling)
        and all(any(word == each or _misspelt(word, each) for each in own) for word in typed)
    )


def _misspelt(typed: str, own: str) -> bool:
    """Alike, and begun alike: "ouvert" is no "couvert"."""
    return len(typed) > 4 and typed[0] == own[:1] and ratio(typed, own) >= _ALIKE


def _door(listing: Listing) -> bool:
    """Whether it is one spot: birds on a river are looked for all around it."""
    return _EXPANSES.isdisjoint(listing.concepts[:1])


def _is_one(listing: Listing, asked: Sequence[TermId]) -> bool:
    """Whether it is one of those asked for, or may be."""
    held, own = holdings(listing), {*listing.concepts}
    return any(term in held or own & KINDRED.get(term, frozenset()) for term in asked)
