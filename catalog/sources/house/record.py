"""One `[[listing]]` table, already of the right shape, into a `Listing`.

Values that cannot be understood raise `BadValue` with the field. Words outside the house
vocabulary are left out with a caution: they add nothing, and leaving one out changes no other
fact.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from catalog.geo import Point, in_france
from catalog.handwritten import nearest
from catalog.model import (
    LANGUAGES,
    NOTHING,
    Access,
    Contact,
    Handicap,
    Itinerary,
    Kind,
    Label,
    LabelStatus,
    Listing,
    ListingId,
    Localized,
    Media,
    Period,
    Place,
    Price,
    Shape,
    Source,
    TermId,
    Text,
)
from catalog.sources.draft import Caution, Draft
from catalog.sources.house.notation import (
    BadValue,
    at,
    parse_amount,
    parse_days,
    parse_duration,
    parse_hours,
    parse_on,
)
from catalog.sources.house.shape import SourceTable
from catalog.sources.values.phones import phones
from catalog.text import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from catalog.sources.house.shape import (
        ContactTable,
        ItineraryTable,
        LabelTable,
        ListingTable,
        MediaTable,
        PeriodTable,
        PlaceTable,
        PriceTable,
        Words,
    )

    Terms = Callable[[str, Sequence[str]], tuple[TermId, ...]]

ID_PATTERN: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_POSTCODE: Final = re.compile(r"\d{5}", re.ASCII)
_INSEE: Final = re.compile(r"\d[\dAB]\d{3}", re.ASCII)
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_WEB: Final = re.compile(r"https?://[^\s/]+\S*", re.ASCII)
_SPOKEN: Final = re.compile(r"[a-z]{2,3}", re.ASCII)
_PROPERTIES: Final = ("themes", "audience", "amenities", "payment", "prices", "labels", "kinds")
"""Groups of the vocabulary that describe a listing without saying what it is."""
_MAX_METRES: Final = 5_000_000


@dataclass(frozen=True, slots=True)
class Maker:
    """Turns the listings of one file into drafts; `known` are the vocabulary's terms, each with
    its group."""

    source: SourceTable
    known: Mapping[str, str]
    retrieved: date

    def draft(self, table: ListingTable) -> Draft:
        """The draft of one record. Raises BadValue."""
        cautions: list[Caution] = []

        def terms(field: str, words: Sequence[str]) -> tuple[TermId, ...]:
            return tuple(self._known_terms(table.id, field, words, cautions))

        with at("id"):
            if not ID_PATTERN.fullmatch(table.id) or len(table.id) > 80:
                raise BadValue(f"{table.id!r} is not an id; write lower-case-words-and-hyphens")
        place = _place(table.place)
        if not in_france(Point(place.latitude, place.longitude)):
            where = f"{place.latitude}, {place.longitude}"
            cautions.append(Caution("outside_france", table.id, "place", where))
        listing = Listing(
            id=ListingId(f"{self.source.name}:{table.id}"),
            kinds=_kinds(table.kinds),
            name=_names(table.name, table.aliases),
            place=place,
            sources=(self._credit(table),),
            concepts=terms("concepts", table.concepts),
            themes=terms("themes", table.themes),
            summary=_words("summary", table.summary),
            description=_words("description", table.description),
            practical=_words("practical", table.practical),
            openings=_periods("openings", table.openings),
            dates=_periods("dates", table.dates),
            cancelled=table.cancelled,
            prices=tuple(
                _price(f"prices[{n}]", price, terms) for n, price in enumerate(table.prices)
            ),
            payment=terms("payment", table.payment),
            access=Access(
                table.access.wheelchair,
                tuple(dict.fromkeys(Handicap(mark) for mark in table.access.marks)),
                _words("access.note", table.access.note),
            ),
            labels=tuple(_labels(table.labels, terms)),
            audience=terms("audience", table.audience),
            amenities=terms("amenities", table.amenities),
            pets=table.pets,
            spoken=_spoken(table.spoken),
            itinerary=_itinerary(table.itinerary, terms) if table.itinerary else None,
            contacts=tuple(
                _contact(f"contacts[{n}]", contact) for n, contact in enumerate(table.contacts)
            ),
            media=tuple(_media(f"media[{n}]", media) for n, media in enumerate(table.media)),
            same_as=_links("same_as", table.same_as),
        )
        return Draft(listing, warnings=tuple(cautions))

    def _credit(self, table: ListingTable) -> Source:
        links = _links("url", [url for url in (table.url or self.source.url,) if url])
        return Source(
            name=self.source.name,
            record=table.id,
            retrieved=self.retrieved,
            updated=table.confirmed or self.source.confirmed,
            url=links[0] if links else None,
            creator=_line(table.credit),
            publisher=_line(self.source.publisher),
            licence=_line(self.source.licence),
        )

    def _known_terms(
        self, record: str, field: str, words: Sequence[str], cautions: list[Caution]
    ) -> Iterable[TermId]:
        for word in dict.fromkeys(words):
            if _belongs(field, self.known.get(word)):
                yield TermId(word)
                continue
            fitting = [term for term, group in self.known.items() if _belongs(field, group)]
            detail = f"{clean_line(word, limit=60)!r}{nearest(word, fitting)}"
            cautions.append(Caution("unknown_term", record, field, detail))


def _belongs(field: str, group: str | None) -> bool:
    """Whether a field holds terms of a group: a listing's own field of that name, or, for the
    words that say what it is, any other group."""
    head = re.split(r"[.\[]", field)[0]
    return group is not None and (group not in _PROPERTIES if head == "concepts" else group == head)


def _line(text: str | None) -> str | None:
    return (clean_line(text) or None) if text else None


def _kinds(words: Sequence[str]) -> tuple[Kind, ...]:
    with at("kinds"):
        if not words:
            raise BadValue("a listing has at least one kind")
        for word in words:
            if word not in tuple(Kind):
                raise BadValue(f"{word!r} is not a kind{nearest(word, tuple(Kind))}")
        return tuple(dict.fromkeys(Kind(word) for word in words))


def _names(words: Words, aliases: Sequence[str]) -> Localized:
    """The names first; the aliases follow as further French wordings, for search."""
    name = _words("name", words)
    if not name:
        with at("name"):
            raise BadValue("the name is empty")
    further = [clean_line(alias) for alias in aliases]
    return Localized(name.texts + tuple(Text("fr", alias) for alias in further if alias))


def _words(field: str, words: Words | None) -> Localized:
    if words is None:
        return NOTHING
    table = {"fr": words} if isinstance(words, str) else words
    with at(field):
        for lang in table:
            if lang not in LANGUAGES:
                raise BadValue(f"{lang!r} is not one of the languages {' '.join(LANGUAGES)}")
    texts = ((lang, clean(text)) for lang, text in table.items())
    return Localized(tuple(Text(lang, text) for lang, text in texts if text))


def _place(table: PlaceTable) -> Place:
    with at("place"):
        if not (-90 <= table.lat <= 90 and -180 <= table.lon <= 180):
            raise BadValue("lat and lon are degrees, between -90 and 90, -180 and 180")
        point, swapped = Point(table.lat, table.lon), Point(table.lon, table.lat)
        if not in_france(point) and in_france(swapped):
            raise BadValue(f"lat {table.lat} and lon {table.lon} look swapped")
        if table.postcode is not None and not _POSTCODE.fullmatch(table.postcode):
            raise BadValue(f"postcode {table.postcode!r} is not five digits")
        if table.insee is not None and not _INSEE.fullmatch(table.insee):
            raise BadValue(f"insee {table.insee!r} is not a commune's code (81060, 2A004)")
    street = (table.street,) if isinstance(table.street, str) else table.street
    return Place(
        latitude=table.lat,
        longitude=table.lon,
        street=tuple(line for line in map(clean_line, street) if line),
        postcode=table.postcode,
        commune=_line(table.commune),
        insee=table.insee,
        department=_line(table.department),
    )


def _periods(field: str, tables: Sequence[PeriodTable]) -> tuple[Period, ...]:
    return tuple(_period(f"{field}[{n}]", table) for n, table in enumerate(tables))


def _period(field: str, table: PeriodTable) -> Period:
    with at(field):
        if table.on is None and table.days is None and table.hours is None:
            raise BadValue("says nothing: write on, days or hours")
        if table.closed and table.hours is not None:
            raise BadValue("is closed and has hours: write one or the other")
        with at("on"):
            start, end = parse_on(table.on) if table.on is not None else (None, None)
        with at("days"):
            days, ranks = parse_days(table.days) if table.days is not None else ((), ())
        with at("hours"):
            slots = parse_hours(table.hours) if table.hours is not None else ()
        note = _words("note", table.note)
    return Period(start, end, days, ranks, slots, table.closed, note, table.instead)


def _price(field: str, table: PriceTable, terms: Terms) -> Price:
    with at(field):
        written = (table.amount is not None, table.lowest is not None or table.highest is not None)
        if sum((*written, table.free)) != 1:
            raise BadValue("write amount, or from and to, or free = true: exactly one of them")
        start, end = parse_on(table.on) if table.on is not None else (None, None)
        if table.on is not None and not any(type(day) is date for day in (start, end)):
            raise BadValue("on: a price is dated with its year, 2026-04-01..2026-10-31")
        lowest = table.amount if table.amount is not None else table.lowest
        highest = table.amount if table.amount is not None else table.highest
        minimum = parse_amount(lowest) if lowest is not None else None
        maximum = parse_amount(highest) if highest is not None else None
        if minimum is not None and maximum is not None and maximum < minimum:
            raise BadValue("to is less than from")
        return Price(
            minimum=minimum,
            maximum=maximum,
            free=table.free,
            audience=terms(f"{field}.audience", table.audience),
            basis=terms(f"{field}.basis", table.basis),
            start=start if isinstance(start, date) else None,
            end=end if isinstance(end, date) else None,
            note=_words("note", table.note),
        )


def _labels(tables: Sequence[str | LabelTable], terms: Terms) -> Iterable[Label]:
    for n, table in enumerate(tables):
        field = f"labels[{n}]"
        if isinstance(table, str):
            yield from (Label(term) for term in terms(field, (table,)))
            continue
        with at(field):
            if table.level is not None and not 1 <= table.level <= 10:
                raise BadValue("level is a number of stars or keys, 1 to 10")
            if table.since and table.until and table.until < table.since:
                raise BadValue("until is before since")
        for term in terms(f"{field}.id", (table.id,)):
            status = LabelStatus(table.status)
            yield Label(term, table.level, status, table.since, table.until)


def _spoken(words: Sequence[str]) -> tuple[str, ...]:
    with at("spoken"):
        for word in words:
            if not _SPOKEN.fullmatch(word):
                raise BadValue(f"{word!r} is not a language code (fr, en, de …)")
    return tuple(dict.fromkeys(words))


def _itinerary(table: ItineraryTable, terms: Terms) -> Itinerary:
    with at("itinerary"):
        if table.km is not None and not 0 < table.km * 1000 <= _MAX_METRES:
            raise BadValue("km is not a plausible length")
        for key in ("ascent", "descent", "lowest", "highest"):
            metres = getattr(table, key)
            if metres is not None and not -100 <= metres <= 100_000:
                raise BadValue(f"{key} is not a plausible number of metres")
        if table.days is not None and not 1 <= table.days <= 366:
            raise BadValue("days is not a plausible number of days")
        with at("time"):
            minutes = parse_duration(table.time) if table.time is not None else None
        links = _links("track", [table.track] if table.track else [])
        return Itinerary(
            modes=terms("itinerary.modes", table.modes),
            distance_m=round(table.km * 1000) if table.km is not None else None,
            ascent_m=table.ascent,
            descent_m=table.descent,
            lowest_m=table.lowest,
            highest_m=table.highest,
            duration_min=minutes,
            days=table.days,
            difficulty=table.difficulty,
            shape=Shape(table.shape) if table.shape else None,
            marking=_words("marking", table.marking),
            surface=_words("surface", table.surface),
            stages=_words("stages", table.stages),
            track_url=links[0] if links else None,
        )


def _contact(field: str, table: ContactTable) -> Contact:
    with at(field):
        for email in table.emails:
            if not _EMAIL.fullmatch(email) or clean_line(email) != email:
                raise BadValue(f"{clean_line(email, limit=60)!r} is not an e-mail address")
        return Contact(
            role=table.role,
            phones=_phones(table.phones),
            emails=table.emails,
            websites=_links("websites", table.websites),
        )


def _phones(texts: Sequence[str]) -> tuple[str, ...]:
    found = []
    for text in texts:
        numbers = phones(text)
        if not numbers or not all(valid for _, valid in numbers):
            raise BadValue(f"phones: {clean_line(text, limit=60)!r} is not a telephone number")
        found += [number for number, _ in numbers]
    return tuple(dict.fromkeys(found))


def _media(field: str, table: MediaTable) -> Media:
    with at(field):
        if table.rights_start and table.rights_end and table.rights_end < table.rights_start:
            raise BadValue("rights_end is before rights_start")
        return Media(
            url=_links("url", (table.url,))[0],
            mime=_line(table.mime),
            title=_words("title", table.title),
            credit=_line(table.credit),
            licence=_line(table.licence),
            rights_start=table.rights_start,
            rights_end=table.rights_end,
            main=table.main,
        )


def _links(field: str, urls: Sequence[str]) -> tuple[str, ...]:
    with at(field):
        for url in urls:
            if not _WEB.fullmatch(url) or clean_line(url) != url:
                raise BadValue(f"{clean_line(url, limit=60)!r} is not a web address (https://…)")
    return tuple(urls)
