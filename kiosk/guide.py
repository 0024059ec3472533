"""The catalogue as the screens ask it: frozen answers in one language.

The only place where screens meet the catalogue: a question in, an `Answer` or a `ListingView`
out. Clock, place and language are arguments.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, Self

from catalog.geo import Point, distance_km
from catalog.hours import coming_dates, over, region_of
from catalog.journal import Notice
from catalog.model import Kind, Listing, ListingId, TermId
from catalog.search.engine import SearchEngine
from catalog.store.reader import Catalogue
from catalog.text import clean_line
from kiosk.i18n import Translator
from kiosk.present import status, way
from kiosk.present.listing import kind_line, listing_view
from kiosk.present.notices import notice_lines, notice_status, noticed
from kiosk.present.words import Words, capital
from kiosk.shelves import AROUND, narrower, shelf, terms
from kiosk.views import Status

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from catalog.search.engine import Hit, Match
    from kiosk.shelves import Shelf
    from kiosk.views import ListingView

ROWS: Final = 40
"""Answers on a page: nobody reads further, and a list of fifty repaints in 10 ms."""

FURTHEST: Final = 400
"""Hits looked at for a page: a feed may hold ten events of last year for one to come."""

AGENDA_DAYS: Final = 60
AGENDA_KM: Final = 60.0


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: words typed, else what is near a listing, else a shelf (none: what is
    around the post)."""

    text: str = ""
    shelf: str | None = None
    around: ListingId | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One answer, on three lines: its name, what and where and how far, open or not. `marks`,
    `kind_marks`: stretches of title and kind line (start, end) that the question found.
    `notices`: what the office warns of; `heading` stands above the first of a sort; `lacks`: what
    it has not, or is not known to have, of what was asked for."""

    id: ListingId
    title: str
    kind_line: str
    way: str
    status: Status
    marks: tuple[tuple[int, int], ...] = ()
    kind_marks: tuple[tuple[int, int], ...] = ()
    notices: tuple[str, ...] = ()
    heading: str = ""
    lacks: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a question. `near`: the name of the place they are near to, "" for the
    post; `more`: the list was cut."""

    question: Question
    rows: tuple[Row, ...]
    near: str = ""
    more: bool = False


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks, when and where: what every answer depends on besides the question. `notices`:
    the staff's, by listing, of any day."""

    t: Translator
    now: datetime
    origin: Point
    notices: Mapping[ListingId, tuple[Notice, ...]] = field(default_factory=dict)


class Guide:
    """An open catalogue with its search. Every method may raise CatalogueError."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._engine = SearchEngine(catalogue)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the catalogue at `path`; raises CatalogueError when it cannot serve."""
        catalogue = Catalogue.open(path)
        try:
            return cls(catalogue)
        except BaseException:
            catalogue.close()
            raise

    def warm(self) -> None:
        """Do ahead what the first question would wait for, about 30 ms."""
        self._engine.warm()

    def close(self) -> None:
        """Let go of the file."""
        self.catalogue.close()

    def answer(self, question: Question, asking: Asking) -> Answer:
        """At most `ROWS` listings for the question, best or nearest or soonest first."""
        near = ""
        origin = asking.origin
        found: dict[ListingId, Hit] = {}
        if question.text.strip():
            hits = self._engine.search(
                question.text, lang=asking.t.lang, prefix=True, limit=FURTHEST, origin=origin
            )
            found = {hit.id: hit for hit in hits}
            listings = self._still_to_come(list(found), asking)
        elif question.around is not None:
            centre = self.catalogue.get(question.around)
            if centre is None:
                return Answer(question, ())
            near = _title(centre, asking.t)
            origin = Point(centre.place.latitude, centre.place.longitude)
            around = self.catalogue.nearest(origin, limit=ROWS + 2)
            listings = self.catalogue.get_many(id for id, _ in around if id != centre.id)
        else:
            wanted = AROUND if question.shelf is None else shelf(question.shelf)
            listings = self._on_shelf(wanted, asking)
        rows = tuple(
            self._row(listing, asking, origin, found.get(listing.id)) for listing in listings[:ROWS]
        )
        return Answer(question, rows, near, more=len(listings) > ROWS)

    def _still_to_come(self, ids: list[ListingId], asking: Asking) -> list[Listing]:
        """The first `ROWS` + 1 without events that are over; these only where there is nothing
        else (last year's fair, typed by its name)."""
        found: list[Listing] = []
        past: list[Listing] = []
        today = asking.now.date()
        for begin in range(0, len(ids), ROWS + 1):
            for listing in self.catalogue.get_many(ids[begin : begin + ROWS + 1]):
                is_past = listing.kind is Kind.EVENT and over(listing.dates, today)
                (past if is_past else found).append(listing)
            if len(found) > ROWS:
                break
        return found[: ROWS + 1] or past

    def view(self, id: ListingId, asking: Asking) -> ListingView | None:
        """The whole page of one listing, or None when the catalogue no longer has it."""
        listing = self.catalogue.get(id)
        if listing is None:
            return None
        return listing_view(
            listing,
            t=asking.t,
            now=asking.now,
            origin=asking.origin,
            thesaurus=self.catalogue.thesaurus,
            notices=asking.notices.get(id, ()),
        )

    def kinds(self, ids: Iterable[ListingId]) -> dict[ListingId, Kind]:
        """The kinds of these listings, for counting."""
        return {listing.id: listing.kind for listing in self.catalogue.get_many(ids)}

    def listings(self, ids: Iterable[ListingId]) -> list[Listing]:
        """The listings themselves, in order; those that are gone are left out."""
        return self.catalogue.get_many(ids)

    def nearest_help(self, asking: Asking) -> tuple[Row, ...]:
        """The nearest toilets and the nearest office: what must be seen without a touch."""
        found: list[ListingId] = []
        for kinds, roots in (((), ("toilets",)), ((Kind.OFFICE,), ())):
            nearest = self.catalogue.nearest(
                asking.origin, kinds=kinds, concepts=narrower(roots), limit=1
            )
            found += [id for id, _ in nearest]
        listings = self.catalogue.get_many(dict.fromkeys(found))
        return tuple(self._row(listing, asking, asking.origin) for listing in listings)

    def notice_rows(self, notices: Iterable[Notice], asking: Asking) -> tuple[Row, ...]:
        """A row for each notice: the place, who signs until when, what it says. A place that is
        gone from the catalogue keeps its id for a name."""
        words, t = Words(asking.t, self.catalogue.thesaurus), asking.t
        rows = []
        for notice in notices:
            listing = self.catalogue.get(notice.listing)
            signed = (t.date(notice.since, "month_day"), t.date(notice.until, "month_day"))
            rows.append(
                Row(
                    id=notice.listing,
                    title=notice.listing if listing is None else _title(listing, t),
                    kind_line=" – ".join(dict.fromkeys(signed)),
                    way=notice.initials,
                    status=notice_status(notice, words, asking.now.date()),
                )
            )
        return tuple(rows)

    def _row(self, listing: Listing, asking: Asking, origin: Point, hit: Hit | None = None) -> Row:
        place = Point(listing.place.latitude, listing.place.longitude)
        words = Words(asking.t, self.catalogue.thesaurus)
        title, second = _title(listing, asking.t), kind_line(listing, words)
        told, today = asking.notices.get(listing.id, ()), asking.now.date()
        return Row(
            id=listing.id,
            title=title,
            kind_line=second,
            way=way(place, origin, asking.t),
            status=noticed(status(listing, t=asking.t, now=asking.now), told, words, today),
            notices=notice_lines(told, words, today),
            marks=_marks(hit, title),
            kind_marks=_kind_marks(hit, second, words),
        )

    def _on_shelf(self, wanted: Shelf, asking: Asking) -> list[Listing]:
        if not wanted.dated:
            found = self.catalogue.nearest(
                asking.origin, kinds=wanted.kinds, concepts=terms(wanted.id), limit=ROWS + 1
            )
            return self.catalogue.get_many(id for id, _ in found)
        today = asking.now.date()
        coming = dict.fromkeys(self.catalogue.happening(today, today + timedelta(days=AGENDA_DAYS)))
        weekly = self.catalogue.nearest(
            asking.origin, kinds=(Kind.MARKET,), within_km=AGENDA_KM, limit=ROWS
        )
        coming.update(dict.fromkeys(id for id, _ in weekly))
        dated = [
            (day, _away(listing, asking.origin), listing.id, listing)
            for listing in self.catalogue.get_many(coming)
            if not wanted.kinds.isdisjoint(listing.kinds)
            and _away(listing, asking.origin) <= AGENDA_KM
            and (day := _next_day(listing, today)) is not None
        ]
        return [listing for *_, listing in sorted(dated, key=lambda each: each[:3])]


def _marks(hit: Hit | None, title: str) -> tuple[tuple[int, int], ...]:
    """Where the question stands in the name, if it is the name that the search saw."""
    if hit is None or hit.name != title:
        return ()
    return _spans(hit.matches, "name", 0)


def _kind_marks(hit: Hit | None, line: str, words: Words) -> tuple[tuple[int, int], ...]:
    """Where it stands in the line below: the commune, and what the listing is, if asked for."""
    if hit is None:
        return ()
    marks: tuple[tuple[int, int], ...] = ()
    for match in hit.matches:
        what = words.term(TermId(match.understood)) if match.field == "concept" else None
        if what and line.startswith(capital(what)):
            marks = ((0, len(what)),)
    commune = clean_line(hit.commune or "")
    if commune and commune == hit.commune and line.endswith(commune):
        marks += _spans(hit.matches, "commune", len(line) - len(commune))
    return marks


def _spans(matches: Iterable[Match], field: str, offset: int) -> tuple[tuple[int, int], ...]:
    return tuple(
        (match.start + offset, match.end + offset)
        for match in matches
        if match.field == field and match.start is not None and match.end is not None
    )


def _title(listing: Listing, t: Translator) -> str:
    name = listing.name.best(t.lang)
    return clean_line(name.text) if name is not None else listing.id


def _away(listing: Listing, origin: Point) -> float:
    return distance_km(Point(listing.place.latitude, listing.place.longitude), origin)


def _next_day(listing: Listing, today: date) -> date | None:
    periods = listing.dates or listing.openings
    region = region_of(listing.place)
    found = coming_dates(periods, today, region, limit=1, horizon_days=AGENDA_DAYS)
    return found[0] if found else None
