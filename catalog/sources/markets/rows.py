"""Market days row by row, with bilingual labels: Spanish/French.

`id_mercado`, `nombre` (name), `direccion` (address), `nombre_tipo` (sort), `nombre_frecuencia`
(daily, weekly, monthly), `nombre_semana` (week of the month), `nombre_dia` (weekday), `horario`
(`["08:00:00-13:00:00"]`, "NULL" unknown), `municipios_communes`, `provincia_departement`.

"Third week of the month, Wednesday" is read as the third Wednesday, with a caution and the
source's own words beside it. One that is "weekly" and in "the third week" at once contradicts
itself: only the days that both agree on are told, again with its words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.hours import collapsed
from catalog.model import (
    NOTHING,
    Day,
    Kind,
    Listing,
    ListingId,
    Localized,
    Period,
    Slot,
    TermId,
    Text,
)
from catalog.sources.draft import Draft, Rejection
from catalog.sources.markets.record import (
    SOURCE,
    Properties,
    object_of,
    place_of,
    source_of,
    text_of,
)
from catalog.sources.values.capitals import unshout
from catalog.sources.values.moments import Impossible, parse_hour
from catalog.sources.values.notes import Notes
from catalog.sources.values.placing import NoPlace
from catalog.sources.values.wordings import name_of
from catalog.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

KEY: Final = "id_mercado"
_DAY: Final = "nombre_dia"
_WEEK: Final = "nombre_semana"
_FREQUENCY: Final = "nombre_frecuencia"
_HOURS: Final = "horario"

_DAYS: Final = {
    "lundi": Day.MO, "mardi": Day.TU, "mercredi": Day.WE, "jeudi": Day.TH, "vendredi": Day.FR,
    "samedi": Day.SA, "dimanche": Day.SU,
    "lunes": Day.MO, "martes": Day.TU, "miercoles": Day.WE, "jueves": Day.TH, "viernes": Day.FR,
    "sabado": Day.SA, "domingo": Day.SU,
}  # fmt: skip
_WEEKS: Final = {
    "premiere": 1, "deuxieme": 2, "troisieme": 3, "quatrieme": 4, "derniere": -1,
    "primera": 1, "segunda": 2, "tercera": 3, "cuarta": 4, "ultima": -1,
}  # fmt: skip
_EVERY_WEEK: Final = frozenset({"toutes", "todas"})
_POSTCODE: Final = re.compile(r"\b\d{5}\b")
_MOST_SLOTS: Final = 20


def read_rows(record: str, features: Sequence[Properties], retrieved: date) -> Draft | Rejection:
    """The draft of one market from all its rows; what it is and where, from the first."""
    notes = Notes(record)
    rows = [object_of(feature, "properties") for feature in features]
    first = rows[0]
    name = name_of([("fr", text_of(first, "nombre"))], notes, "nombre")
    if not name:
        return Rejection(SOURCE, record, "field nombre: the market has no name")
    address = text_of(first, "direccion")
    street, code = _street(address)
    province = text_of(first, "provincia_departement")
    try:
        place = place_of(
            features[0],
            notes,
            street=(street,),
            postcode=code,
            commune=text_of(first, "municipios_communes"),
            department=unshout(province) if province.isupper() else province,
        )
    except NoPlace as problem:
        return Rejection(SOURCE, record, str(problem))
    concepts, amenities = _sort(rows)
    listing = Listing(
        id=ListingId(f"{SOURCE}:{record}"),
        kinds=(Kind.MARKET,),
        name=name,
        place=place,
        sources=(source_of(record, retrieved),),
        concepts=concepts,
        amenities=amenities,
        openings=collapsed([period for row in rows if (period := _period(row, notes)) is not None]),
    )
    return Draft(listing, tuple(notes.labels.items()), tuple(notes.cautions))


def _street(address: str) -> tuple[str, str]:
    """ "36 Rue Larrey 65000 Tarbes" as street and postcode; what follows stands elsewhere."""
    codes = list(_POSTCODE.finditer(address))
    if not codes:
        return address, ""
    return address[: codes[-1].start()].rstrip(" ,;") or address, codes[-1].group()


def _sort(rows: Sequence[Properties]) -> tuple[tuple[TermId, ...], tuple[TermId, ...]]:
    """The sort of market, as concepts and amenities."""
    words = fold(" ".join(text_of(row, "nombre_tipo") for row in rows[:7])).split()
    concepts: list[str] = []
    if "productores" in words or "producteurs" in words:
        concepts.append("farmers_market")
    if all(_is_nightly(row) for row in rows):
        concepts.append("night_market")
    concepts.append("market")
    organic = "ecologico" in words or "bio" in words
    return tuple(TermId(name) for name in concepts), (TermId("organic"),) * organic


def _is_nightly(row: Properties) -> bool:
    return not {"nocturne", "nocturno"}.isdisjoint(fold(text_of(row, "nombre_apertura")).split())


def _period(row: Properties, notes: Notes) -> Period | None:
    """One row as the period of its weekday."""
    wording = text_of(row, _DAY)
    day = next((_DAYS[word] for word in fold(wording).split() if word in _DAYS), None)
    if day is None:
        notes.warn("day_unknown", _DAY, wording)
        return None
    nth, note = _weeks(row, notes)
    if nth is None:
        return None
    return Period(days=(day,), nth=nth, slots=_slots(row, notes), note=note)


def _weeks(row: Properties, notes: Notes) -> tuple[tuple[int, ...] | None, Localized]:
    """Which of the month's weekdays; () is each of them, None that it cannot be told."""
    frequency, week = text_of(row, _FREQUENCY), text_of(row, _WEEK)
    monthly = not {"mensuel", "mensual"}.isdisjoint(fold(frequency).split())
    words = fold(week).split()
    nth = tuple(dict.fromkeys(_WEEKS[word] for word in words if word in _WEEKS))
    if len(nth) > 1 or (not nth and week and _EVERY_WEEK.isdisjoint(words)):
        notes.warn("week_unknown", _WEEK, week)
        return None, NOTHING
    if not nth:
        if monthly:
            notes.warn("market_week_unclear", _FREQUENCY, f"{frequency}, {week}")
            return None, NOTHING
        return (), NOTHING
    if monthly:
        notes.warn("week_of_month", _WEEK, week)
        return nth, _bilingual(week)
    notes.warn("recurrence_contradictory", _FREQUENCY, f"{frequency}, {week}")
    return nth, _bilingual(frequency, week)


def _bilingual(*wordings: str) -> Localized:
    """Labels `Spanish/French` as words of the two languages."""
    pairs = [wording.partition("/") for wording in wordings]
    french = " · ".join(right.strip() or left.strip() for left, _, right in pairs)
    spanish = " · ".join(left.strip() for left, _, _ in pairs)
    return Localized((Text("fr", french), Text("es", spanish)))


def _slots(row: Properties, notes: Notes) -> tuple[Slot, ...]:
    raws = row.get(_HOURS)
    found: dict[Slot, None] = {}
    for raw in (raws if isinstance(raws, list) else [raws])[:_MOST_SLOTS]:
        if not isinstance(raw, str) or raw.strip().upper() in ("", "NULL"):
            continue
        opens, _, closes = raw.partition("-")
        try:
            slot = Slot(parse_hour(opens.strip()), parse_hour(closes.strip()))
        except Impossible:
            notes.warn("impossible_hour", _HOURS, raw)
            continue
        if slot.opens == slot.closes:
            notes.warn("opening_equals_closing", _HOURS, raw)
            slot = Slot(slot.opens)
        found[slot] = None
    return tuple(found)
