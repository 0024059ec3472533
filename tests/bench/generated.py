"""Catalogues of any size with names as they are: many alike, some rare, all French."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import TYPE_CHECKING, Final

from catalog.model import Kind, Listing, ListingId, Localized, Place, Source, TermId, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEMPLATES: Final = (
    ("Château de {place}", Kind.ATTRACTION, "castle"),
    ("Église Saint-{saint}", Kind.ATTRACTION, "church"),
    ("Église Notre-Dame de {place}", Kind.ATTRACTION, "church"),
    ("Chapelle Sainte-{sainte}", Kind.ATTRACTION, "chapel"),
    ("Musée {of} {thing}", Kind.ATTRACTION, "museum"),
    ("Moulin {of} {thing}", Kind.ATTRACTION, "mill"),
    ("Lavoir de {place}", Kind.ATTRACTION, "washhouse"),
    ("Jardin {of} {thing}", Kind.ATTRACTION, "garden"),
    ("Grotte de {place}", Kind.ATTRACTION, "cave"),
    ("Cascade de {place}", Kind.ATTRACTION, "waterfall"),
    ("Lac de {place}", Kind.ATTRACTION, "lake"),
    ("Sentier {of} {thing}", Kind.ITINERARY, "walking_route"),
    ("Circuit {of} {thing} à {place}", Kind.ITINERARY, "walking_route"),
    ("Voie verte de {place}", Kind.ITINERARY, "greenway"),
    ("Fête {of} {thing}", Kind.EVENT, "fete"),
    ("Marché de {commune}", Kind.MARKET, "market"),
    ("Restaurant {thing}", Kind.FOOD, "restaurant"),
    ("Auberge de {place}", Kind.FOOD, "restaurant"),
    ("Café {of} {thing}", Kind.FOOD, "cafe"),
    ("Hôtel {thing}", Kind.LODGING, "hotel"),
    ("Camping {thing}", Kind.LODGING, "campsite"),
    ("Gîte {of} {thing}", Kind.LODGING, "holiday_rental"),
    ("Chambres d'hôtes {place}", Kind.LODGING, "guesthouse"),
    ("Domaine de {place}", Kind.PRODUCER, "winery"),
    ("Ferme {of} {thing}", Kind.PRODUCER, "farm"),
    ("Toilettes publiques", Kind.SERVICE, "toilets"),
    ("Piscine de {commune}", Kind.ACTIVITY, "swimming_pool"),
    ("Office de tourisme de {commune}", Kind.OFFICE, "tourist_office"),
)
_SAINTS: Final = [
    "Martin",
    "Pierre",
    "Jean",
    "Étienne",
    "Michel",
    "Laurent",
    "Hilaire",
    "Antonin",
    "Privat",
    "Jacques",
    "Georges",
    "Vincent",
    "Amans",
    "Sernin",
    "Julien",
    "Médard",
    "Eutrope",
    "Blaise",
    "Cirq",
    "Léger",
    "Géraud",
]
_SAINTES: Final = [
    "Cécile",
    "Foy",
    "Barbe",
    "Anne",
    "Marie",
    "Radegonde",
    "Catherine",
    "Eulalie",
    "Colombe",
]
_THINGS: Final = [
    "Verre",
    "Mine",
    "Vigne",
    "Chêne",
    "Loutre",
    "Moine",
    "Pigeonnier",
    "Rivière",
    "Truffe",
    "Châtaigne",
    "Brebis",
    "Meunier",
    "Tuilier",
    "Rocher",
    "Loup",
    "Hirondelle",
    "Abeille",
    "Oignon",
    "Safran",
    "Pastel",
    "Chapeau",
    "Dentelle",
    "Forge",
    "Source",
    "Prairie",
    "Tilleul",
    "Noyer",
    "Pélerin",
    "Berger",
    "Potier",
    "Vannier",
    "Saumon",
    "Écrevisse",
    "Cigale",
    "Alouette",
    "Grive",
    "Genêt",
]
_HEADS: Final = [
    "Mont",
    "Roque",
    "Ville",
    "Bel",
    "Cast",
    "Cour",
    "Puy",
    "Val",
    "Font",
    "Pla",
    "Cam",
    "Bru",
    "Car",
    "Mon",
    "Lau",
    "Ver",
    "Mira",
    "Pam",
    "Sali",
    "Cor",
    "Gra",
    "Lab",
    "Séga",
    "Tré",
    "Nau",
    "Cas",
    "Bour",
    "Char",
    "Lign",
    "Mar",
]
_MIDDLES: Final = ["a", "e", "i", "o", "es", "ar", "in", "el", "on", "au", "ou", "er", "al"]
_TAILS: Final = [
    "ac",
    "mont",
    "gue",
    "lès",
    "quel",
    "ville",
    "zac",
    "rac",
    "lade",
    "gnac",
    "nac",
    "court",
    "bès",
    "sac",
    "dan",
    "val",
    "vert",
    "tal",
    "fort",
    "peyre",
    "lis",
]


def place_name(random: Random) -> str:
    """A name that no place has, and that any could."""
    middle = random.choice(_MIDDLES) if random.random() < 0.7 else ""
    name = random.choice(_HEADS) + middle + random.choice(_TAILS)
    if random.random() < 0.12:
        return f"Saint-{random.choice(_SAINTS)}-{random.choice(('de', 'sur', 'du'))}-{name}"
    if random.random() < 0.08:
        return f"{name}-le-{random.choice(('Vieux', 'Haut', 'Château', 'Sec'))}"
    return name


def listings(size: int, seed: int = 1) -> Iterator[Listing]:
    """`size` listings over about size / 12 communes of a country 3° wide."""
    random = Random(seed)
    communes = [
        (place_name(random), 42.8 + 3 * random.random(), 0.2 + 3 * random.random(), f"{n:05}")
        for n in range(max(8, size // 12))
    ]
    for number in range(size):
        commune, latitude, longitude, insee = random.choice(communes)
        template, kind, concept = random.choice(_TEMPLATES)
        thing = random.choice(_THINGS)
        name = template.format(
            place=commune if random.random() < 0.5 else place_name(random),
            commune=commune,
            saint=random.choice(_SAINTS),
            sainte=random.choice(_SAINTES),
            of="de l'" if thing[0] in "AEÉHO" else "de la",
            thing=thing if random.random() < 0.6 else f"{thing} {place_name(random)}",
        ).replace("l' ", "l'")
        yield Listing(
            id=ListingId(f"bench:{number}"),
            kinds=(kind,),
            name=Localized((Text("fr", name),)),
            place=Place(
                latitude + random.gauss(0, 0.01),
                longitude + random.gauss(0, 0.01),
                commune=commune,
                insee=insee,
            ),
            sources=(Source("bench", str(number), date(2026, 1, 1)),),
            concepts=(TermId(concept),),
            summary=Localized((Text("fr", f"{name}, à {commune}, au calme."),)),
        )
