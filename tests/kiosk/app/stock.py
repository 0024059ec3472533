"""A small catalogue for the screens, written for the tests: fixed places, hours and days."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from catalog.clock import PARIS
from catalog.model import (
    Access,
    Contact,
    Day,
    Itinerary,
    Kind,
    Label,
    Listing,
    ListingId,
    Localized,
    MonthDay,
    Period,
    Place,
    Price,
    Shape,
    Slot,
    Source,
    TermId,
    Text,
)
from catalog.store.writer import CatalogueWriter
from tests.catalog.making import write_index

if TYPE_CHECKING:
    from collections.abc import Iterable

BUILT = datetime(2026, 7, 20, 8, 30, tzinfo=PARIS)
INSEE = {"Carmaux": "81060", "Penne": "81206", "Monestiés": "81170"}
WEEKDAYS = (Day.TU, Day.WE, Day.TH, Day.FR, Day.SA)
SUMMER = (MonthDay(5, 1), MonthDay(9, 30))


def texts(**wordings: str) -> Localized:
    return Localized(tuple(Text(lang, text) for lang, text in wordings.items()))


def listing(
    record: str, title: str, kind: Kind, latitude: float, longitude: float, **more: Any
) -> Listing:
    concepts = tuple(TermId(term) for term in more.pop("concepts", "").split())
    commune = more.pop("commune", "Carmaux")
    return Listing(
        id=ListingId(f"test:{record}"),
        kinds=(kind,),
        name=more.pop("name", None) or texts(fr=title),
        concepts=concepts,
        place=Place(latitude, longitude, postcode="81400", commune=commune, insee=INSEE[commune]),
        sources=(
            Source(
                "test",
                record,
                retrieved=date(2026, 7, 20),
                updated=date(2026, 7, 1),
                publisher="Office de test",
                licence="Licence Ouverte 2.0",
            ),
        ),
        **more,
    )


CASTLE = listing(
    "castle",
    "",
    Kind.ATTRACTION,
    44.0781,
    1.7316,
    name=texts(fr="Château de Penne", en="Penne Castle", nl="Kasteel van Penne"),
    commune="Penne",
    concepts="castle",
    summary=texts(fr="Forteresse au-dessus de l'Aveyron.", en="A fortress above the Aveyron."),
    description=texts(fr="Ruines d'une forteresse. " * 12),
    openings=(
        Period(*SUMMER, days=WEEKDAYS, slots=(Slot(time(10), time(18)),)),
        Period(date(2026, 7, 14), date(2026, 7, 14), closed=True),
    ),
    prices=(Price(minimum=Decimal("6.50"), audience=(TermId("adult"),)),),
    access=Access(wheelchair=False),
    labels=(Label(TermId("monument_historique")),),
    contacts=(Contact(phones=("+33563000000",), websites=("https://example.org/penne",)),),
)

LISTINGS = (
    CASTLE,
    listing(
        "toilets",
        "",
        Kind.SERVICE,
        44.0510,
        2.1590,
        name=texts(fr="Toilettes de la place Jean-Jaurès", en="Toilets, place Jean-Jaurès"),
        concepts="toilets",
        openings=(Period(slots=(Slot(time(7), time(22)),)),),
        prices=(Price(free=True),),
        access=Access(wheelchair=True),
    ),
    listing(
        "office",
        "Office de tourisme de Carmaux",
        Kind.OFFICE,
        44.0500,
        2.1570,
        concepts="tourist_office",
        openings=(Period(days=WEEKDAYS, slots=(Slot(time(9, 30), time(18)),)),),
        contacts=(Contact(phones=("+33563767667",)),),
    ),
    listing(
        "lake",
        "",
        Kind.ACTIVITY,
        44.0900,
        2.1500,
        name=texts(fr="Lac de la Roucarié", nl="Meer van la Roucarié"),
        commune="Monestiés",
        concepts="lake swimming",
        openings=(Period(MonthDay(7, 1), MonthDay(8, 31), slots=(Slot(time(12), time(19)),)),),
    ),
    listing("water", "Fontaine du parc", Kind.SERVICE, 44.0490, 2.1600, concepts="drinking_water"),
    listing(
        "walk",
        "",
        Kind.ITINERARY,
        44.0520,
        2.1600,
        name=texts(fr="Chemin des mineurs", en="Miners' path", de="Weg der Bergleute"),
        concepts="walking_route",
        itinerary=Itinerary(
            modes=(TermId("walking"),),
            distance_m=7400,
            ascent_m=120,
            duration_min=130,
            difficulty="easy",
            shape=Shape.LOOP,
        ),
    ),
    listing(
        "market",
        "Marché de Carmaux",
        Kind.MARKET,
        44.0502,
        2.1582,
        concepts="market",
        openings=(Period(days=(Day.FR,), slots=(Slot(time(8), time(13)),)),),
    ),
    listing(
        "concert",
        "Concert au jardin",
        Kind.EVENT,
        44.0560,
        2.1600,
        concepts="concert",
        dates=(Period(date(2026, 7, 25), date(2026, 7, 25), slots=(Slot(time(21)),)),),
    ),
    listing(
        "parade",
        "Défilé annulé",
        Kind.EVENT,
        44.0560,
        2.1600,
        concepts="parade",
        dates=(Period(date(2026, 7, 26), date(2026, 7, 26)),),
        cancelled=True,
    ),
    listing("museum", "Musée du verre", Kind.ATTRACTION, 44.0450, 2.1610, concepts="museum"),
    listing("hotel", "Hôtel du Viaduc", Kind.LODGING, 44.0480, 2.1650, concepts="hotel"),
    listing("inn", "Auberge du Cérou", Kind.FOOD, 44.0700, 2.0990, concepts="restaurant"),
    *(
        listing(f"mill-{number}", f"Moulin n° {number}", Kind.ATTRACTION, 44.2, 2.0 + number / 50)
        for number in range(1, 13)
    ),
)


def build(path: Path, listings: Iterable[Listing] = LISTINGS, *, built: datetime = BUILT) -> Path:
    """A finished catalogue with its search tables."""
    path.write_bytes(_written(tuple(listings), built))
    return path


@cache
def _written(listings: tuple[Listing, ...], built: datetime) -> bytes:
    """The file, of which each test has a copy: it is the same whoever asks for it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "catalogue.sqlite"
        with CatalogueWriter(path) as writer:
            pairs = [(writer.add(each), each) for each in listings]
            write_index(writer.connection, pairs)
            writer.finish(version="2026-07-20T063000Z", built=built)
        return path.read_bytes()
