"""Catalogues of any size that look like real ones: names alike by the hundred and names that stand
alone, communes of the region, a few towns with much and villages with little, descriptions as long
as those of a regional flux, some of them and some names in other languages. Always the same for a
size and a seed."""

from __future__ import annotations

from datetime import date
from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING, Final, NamedTuple

from catalog import vocabulary
from catalog.model import Kind, Listing, ListingId, Localized, Place, Source, TermId, Text
from tests.bench.stated_hours import dates, openings
from tests.bench.wording import (
    COMMUNES,
    COMPLEMENTS,
    HEADS,
    HOUSES,
    MIDDLES,
    SAINTES,
    SAINTS,
    SENTENCES,
    TAILS,
    THINGS,
    contracted,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TEMPLATES: Final = (
    (10, "Château de {place}", Kind.ATTRACTION, "castle"),
    (16, "Église Saint-{saint}", Kind.ATTRACTION, "church"),
    (8, "Église Saint-{saint} de {place}", Kind.ATTRACTION, "church"),
    (8, "Église Notre-Dame de {place}", Kind.ATTRACTION, "church"),
    (8, "Chapelle Sainte-{sainte}", Kind.ATTRACTION, "chapel"),
    (6, "Abbaye de {place}", Kind.ATTRACTION, "abbey"),
    (12, "Musée {thing}", Kind.ATTRACTION, "museum"),
    (8, "Moulin {thing}", Kind.ATTRACTION, "mill"),
    (6, "Moulin de {place}", Kind.ATTRACTION, "mill"),
    (8, "Lavoir", Kind.ATTRACTION, "washhouse"),
    (6, "Lavoir de {place}", Kind.ATTRACTION, "washhouse"),
    (8, "Jardin {thing}", Kind.ATTRACTION, "garden"),
    (5, "Grotte de {place}", Kind.ATTRACTION, "cave"),
    (5, "Cascade de {place}", Kind.ATTRACTION, "waterfall"),
    (7, "Lac de {place}", Kind.ATTRACTION, "lake"),
    (8, "Point de vue de {place}", Kind.ATTRACTION, "viewpoint"),
    (5, "Dolmen de {place}", Kind.ATTRACTION, "megalith"),
    (5, "Pont Vieux de {commune}", Kind.ATTRACTION, "bridge"),
    (20, "Sentier {thing}", Kind.ITINERARY, "walking_route"),
    (14, "Circuit {thing} à {place}", Kind.ITINERARY, "walking_route"),
    (12, "De {place} à {other}", Kind.ITINERARY, "walking_route"),
    (5, "Circuit VTT n° {number} : {place}", Kind.ITINERARY, "mtb_route"),
    (4, "Voie verte de {place}", Kind.ITINERARY, "greenway"),
    (16, "Fête {thing}", Kind.EVENT, "fete"),
    (8, "Vide-greniers de {commune}", Kind.EVENT, "flea_market"),
    (8, "Concert {thing} à {place}", Kind.EVENT, "concert"),
    (10, "Marché de {commune}", Kind.MARKET, "market"),
    (4, "Marché nocturne de {commune}", Kind.MARKET, "night_market"),
    (24, "{house}", Kind.FOOD, "restaurant"),
    (14, "Restaurant {house}", Kind.FOOD, "restaurant"),
    (8, "Auberge de {place}", Kind.FOOD, "restaurant"),
    (6, "Café {thing}", Kind.FOOD, "cafe"),
    (14, "Hôtel {house}", Kind.LODGING, "hotel"),
    (14, "Camping {house}", Kind.LODGING, "campsite"),
    (10, "Camping municipal de {commune}", Kind.LODGING, "campsite"),
    (44, "Gîte {house}", Kind.LODGING, "holiday_rental"),
    (20, "Gîte de {place}", Kind.LODGING, "holiday_rental"),
    (20, "Chambres d'hôtes {house}", Kind.LODGING, "guesthouse"),
    (12, "Domaine de {place}", Kind.PRODUCER, "winery"),
    (14, "Ferme {thing}", Kind.PRODUCER, "farm"),
    (8, "Toilettes publiques", Kind.SERVICE, "toilets"),
    (6, "Aire de pique-nique de {place}", Kind.SERVICE, "picnic_area"),
    (6, "Piscine de {commune}", Kind.ACTIVITY, "swimming_pool"),
    (6, "Canoë-kayak {thing}", Kind.ACTIVITY, "canoeing"),
    (5, "Pharmacie de {commune}", Kind.HEALTH, "pharmacy"),
    (5, "Office de tourisme de {commune}", Kind.OFFICE, "tourist_office"),
)  # fmt: skip
"""How common, name, kind, concept."""

_OF: Final = {"en": "{place} {word}", "de": "{word} {place}", "es": "{word} de {place}",
              "it": "{word} di {place}", "nl": "{word} van {place}", "oc": "{word} de {place}",
              "ca": "{word} de {place}"}  # fmt: skip
"""How a name made of a place and of what stands there is translated."""
_TRANSLATED: Final = 0.3
_DESCRIBED: Final = {"en": 0.35, "de": 0.12, "es": 0.12, "it": 0.08, "nl": 0.12}
"""How many listings have a name, a summary in another language."""
_LISTINGS_A_COMMUNE: Final = 14
_SOURCE: Final = "bench"
GENERATED: Final = f"{_SOURCE}:"
"""How the id of a generated listing begins."""
_DAY: Final = date(2026, 1, 1)


class _Commune(NamedTuple):
    name: str
    latitude: float
    longitude: float
    insee: str


def place_name(random: Random) -> str:
    """A name that no place has, and that any could."""
    middle = random.choice(MIDDLES) if random.random() < 0.6 else ""
    name = random.choice(HEADS) + middle + random.choice(TAILS)
    chance = random.random()
    if chance < 0.14:
        return contracted(f"Saint-{random.choice(SAINTS)}-{random.choice(('de', 'sur'))}-{name}")
    if chance < 0.20:
        return f"Saint-{random.choice(SAINTS)}"
    if chance < 0.40:
        return name + random.choice(COMPLEMENTS)
    return name


def listings(size: int, seed: int = 1) -> Iterator[Listing]:
    """`size` listings, about 14 a commune, over groups of communes 3° wide."""
    random = Random(seed)
    communes = _communes(random, max(8, size // _LISTINGS_A_COMMUNE))
    shares = list(accumulate((rank + 4) ** -0.6 for rank in range(len(communes))))
    weights = list(accumulate(weight for weight, *_ in _TEMPLATES))
    for number in range(size):
        (commune,) = random.choices(communes, cum_weights=shares)
        (template,) = random.choices(_TEMPLATES, cum_weights=weights)
        yield _listing(random, number, commune, communes, template)


def _communes(random: Random, count: int) -> Sequence[_Commune]:
    """The largest first; those of a name known come before those made up."""
    names = random.sample(COMMUNES, min(count, len(COMMUNES)))
    names += [place_name(random) for _ in range(count - len(names))]
    middles = [
        (42.8 + 3 * random.random(), 0.2 + 3.6 * random.random()) for _ in range(2 + count // 60)
    ]
    found = []
    for number, name in enumerate(names):
        latitude, longitude = random.choice(middles)
        found.append(
            _Commune(
                name,
                latitude + random.gauss(0, 0.12),
                longitude + random.gauss(0, 0.16),
                f"{number:05}",
            )
        )
    return found


def _listing(
    random: Random,
    number: int,
    commune: _Commune,
    communes: Sequence[_Commune],
    template: tuple[int, str, Kind, str],
) -> Listing:
    _, pattern, kind, concept = template
    chance = random.random()
    place = commune.name if chance < 0.5 else place_name(random)
    thing = random.choice(THINGS)
    if random.random() < 0.35:
        thing = f"{thing} de {place_name(random)}"
    house = random.choice(HOUSES) if random.random() < 0.5 else f"Le Mas de {place_name(random)}"
    name = contracted(
        pattern.format(
            place=place,
            other=random.choice(communes).name,
            commune=commune.name,
            saint=random.choice(SAINTS[: 1 + int(len(SAINTS) * random.random())]),
            sainte=random.choice(SAINTES),
            thing=thing,
            house=house,
            number=random.randrange(1, 30),
        )
    )
    names = [Text("fr", name)]
    if pattern.endswith(" de {place}") and random.random() < _TRANSLATED:
        labels = vocabulary.concepts()[TermId(concept)].labels
        names += [
            Text(lang, order.format(word=labels[lang], place=place)) for lang, order in _OF.items()
        ]
    said = {"name": name, "commune": commune.name}
    return Listing(
        id=ListingId(f"{GENERATED}{number}"),
        kinds=(kind,),
        name=Localized(tuple(names)),
        place=Place(
            commune.latitude + random.gauss(0, 0.01),
            commune.longitude + random.gauss(0, 0.01),
            commune=commune.name,
            insee=commune.insee,
        ),
        sources=(Source(_SOURCE, str(number), _DAY),),
        concepts=(TermId(concept),),
        summary=Localized(tuple(_summaries(random, said))),
        description=_description(random, said),
        openings=openings(kind, number),
        dates=dates(kind, number),
    )


def _summaries(random: Random, said: dict[str, str]) -> Iterator[Text]:
    """Two or three sentences in French, one or two in some other languages."""
    yield Text("fr", _some(random, "fr", random.choice((1, 2, 2, 3)), said))
    for lang, share in _DESCRIBED.items():
        if random.random() < share:
            yield Text(lang, _some(random, lang, random.choice((1, 2)), said))


def _description(random: Random, said: dict[str, str]) -> Localized:
    if random.random() < 0.5:
        return Localized()
    return Localized((Text("fr", _some(random, "fr", random.choice((4, 5, 6, 7)), said)),))


def _some(random: Random, lang: str, count: int, said: dict[str, str]) -> str:
    return " ".join(random.sample(SENTENCES[lang], count)).format(**said)
