"""A small catalogue: real place names of the Tarn and around, facts invented for the tests."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from catalog.clock import PARIS
from catalog.model import (
    Kind,
    Label,
    Listing,
    ListingId,
    Localized,
    Place,
    Source,
    TermId,
    Text,
)
from catalog.store.writer import CatalogueWriter
from tests.catalog.making import write_index
from tests.catalog.search.vocabulary import CONCEPTS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

CARMAUX = (44.05, 2.16, "Carmaux", "81060")
MONESTIES = (44.07, 2.10, "Monestiés", "81170")
BRUNIQUEL = (44.056, 1.664, "Bruniquel", "82026")
PENNE = (44.08, 1.73, "Penne", "81206")
CORDES = (44.063, 1.953, "Cordes-sur-Ciel", "81069")
ALBI = (43.928, 2.142, "Albi", "81004")
TANUS = (44.104, 2.318, "Tanus", "81292")
SAINT_ANTONIN = (44.151, 1.756, "Saint-Antonin-Noble-Val", "82155")
VERFEIL_82 = (44.185, 1.881, "Verfeil", "82191")
VERFEIL_31 = (43.658, 1.662, "Verfeil", "31573")
NAJAC = (44.22, 1.978, "Najac", "12167")
ALMAYRAC = (44.08, 2.13, "Almayrac", "81008")

Where = tuple[float, float, str, str]


def listing(
    number: int,
    name: str,
    kind: Kind,
    where: Where,
    concepts: str = "",
    *,
    names: dict[str, str] | None = None,
    summary: str = "",
    amenities: str = "",
    labels: str = "",
    step: float = 0.0,
) -> Listing:
    """A listing; `step` moves it north by so many degrees."""
    latitude, longitude, commune, insee = where
    texts = (Text("fr", name), *(Text(lang, text) for lang, text in (names or {}).items()))
    return Listing(
        id=ListingId(f"test:{number}"),
        kinds=(kind,),
        name=Localized(texts),
        place=Place(latitude + step, longitude, commune=commune, insee=insee),
        sources=(Source("test", str(number), date(2026, 7, 1)),),
        concepts=tuple(map(TermId, concepts.split())),
        summary=Localized((Text("fr", summary),)) if summary else Localized(),
        amenities=tuple(map(TermId, amenities.split())),
        labels=tuple(Label(TermId(label)) for label in labels.split()),
    )


_A, _I, _E, _M, _F = Kind.ATTRACTION, Kind.ITINERARY, Kind.EVENT, Kind.MARKET, Kind.FOOD
_L, _S, _P, _ACT, _SHOP = Kind.LODGING, Kind.SERVICE, Kind.PRODUCER, Kind.ACTIVITY, Kind.SHOP

LISTINGS = tuple(
    listing(number, *row, **extra)  # type: ignore[arg-type]
    for number, (*row, extra) in enumerate(
        (
            ("Château de Bruniquel", _A, BRUNIQUEL, "castle", {}),
            ("Bruniquel", _A, BRUNIQUEL, "village", {"labels": "plus_beaux_villages"}),
            ("Maison des Comtes", _A, BRUNIQUEL, "museum", {}),
            ("Forteresse de Penne", _A, PENNE, "castle", {"names": {"en": "Penne fortress"}}),
            ("Penne", _A, PENNE, "village", {}),
            ("Forteresse royale de Najac", _A, NAJAC, "castle", {}),
            ("Hôtel du Château", _L, CORDES, "", {"amenities": "pool"}),
            ("Cordes-sur-Ciel", _A, CORDES, "village", {}),
            ("Les Jardins des Paradis", _A, CORDES, "", {}),
            ("Musée Toulouse-Lautrec", _A, ALBI, "museum", {}),
            ("Cathédrale Sainte-Cécile", _A, ALBI, "", {
                "names": {"en": "Saint Cecilia Cathedral", "es": "Catedral de Santa Cecilia"}}),
            ("Le Moulin", _F, ALBI, "restaurant", {}),
            ("Moulin de la Salaque", _A, VERFEIL_82, "mill", {}),
            ("Pasta Penne", _F, ALBI, "restaurant", {}),
            ("Musée du Verre", _A, CARMAUX, "museum", {"names": {"en": "Glass Museum"}}),
            ("Marché de Carmaux", _M, CARMAUX, "market", {}),
            ("Marché nocturne de Monestiés", _M, MONESTIES, "night_market", {}),
            ("La marche du temps", _I, MONESTIES, "walking_route", {}),
            ("Chemin des mineurs", _I, CARMAUX, "walking_route", {}),
            ("Toilettes publiques", _S, CARMAUX, "toilets", {"step": 0.002}),
            ("WC du parc du Candou", _S, CARMAUX, "toilets", {"step": -0.001}),
            ("Toilettes publiques", _S, ALBI, "toilets", {}),
            ("Aire de la Croix de Mille", _S, TANUS, "picnic_area toilets", {}),
            ("Les Tables du Cérou", _S, MONESTIES, "picnic_area", {}),
            ("Piscine L'Odyssée", _ACT, CARMAUX, "swimming_pool", {}),
            ("Cap Découverte", _ACT, CARMAUX, "", {"step": -0.03}),
            ("Viaduc du Viaur", _A, TANUS, "", {}),
            ("Chapelle de Las Planques", _A, TANUS, "", {}),
            ("Lac de la Roucarié", _A, ALMAYRAC, "", {}),
            ("Abbaye de Beaulieu-en-Rouergue", _A, SAINT_ANTONIN, "", {"step": 0.05}),
            ("L'Œuvre d'Étienne", _SHOP, ALBI, "", {}),
            ("Église Saint-Martin", _A, NAJAC, "", {}),
            ("Église Saint-Martin", _A, VERFEIL_82, "", {}),
            ("Église Saint-Martin", _A, CARMAUX, "", {}),
            ("Fête de la Sainte-Barbe", _E, CARMAUX, "", {}),
            ("Barbe à papa", _SHOP, ALBI, "", {}),
            ("Verfeil", _A, VERFEIL_82, "village", {}),
            ("Verfeil", _A, VERFEIL_31, "village", {}),
            ("GR36 Albi - Bruniquel", _I, ALBI, "walking_route", {}),
            ("Cascade de la Vis", _A, NAJAC, "waterfall", {"step": -0.05}),
            ("Rocher des Amoureux", _A, NAJAC, "viewpoint", {}),
            ("Sentier de la loutre", _I, SAINT_ANTONIN, "walking_route", {
                "summary": "Une boucle facile au bord de l'eau, avec une passerelle himalayenne."}),
            ("Rocamadour à table", _F, ALBI, "restaurant", {}),
            ("Camping La Prade", _L, MONESTIES, "", {"amenities": "pool"}),
            ("Distillerie Castan", _P, ALBI, "", {}),
            ("Office de tourisme du Ségala", Kind.OFFICE, CARMAUX, "", {}),
            ("Ferme pédagogique des Cabrettes", _P, SAINT_ANTONIN, "", {}),
            ("Bar de la Marine", _F, ALBI, "", {}),
            ("99 Street", _SHOP, ALBI, "", {}),
            ("Écomusée de l'oignon doux", _A, NAJAC, "museum", {"step": 0.2}),
        ),
        start=1,
    )
)  # fmt: skip


def build(path: Path, listings: Iterable[Listing] = LISTINGS) -> Path:
    """Write a finished catalogue with its search tables."""
    with CatalogueWriter(path) as writer:
        pairs = [(writer.add(each), each) for each in listings]
        write_index(writer.connection, pairs, concepts=CONCEPTS)
        writer.finish(version="test", built=datetime(2026, 7, 23, 10, tzinfo=PARIS))
    return path
