"""A small vocabulary of the tests' own, so that editing the house's words breaks no test."""

from __future__ import annotations

from types import MappingProxyType

from catalog.model import LANGUAGES, Kind, TermId
from catalog.vocabulary import Concept

_A, _M, _F, _S = Kind.ATTRACTION, Kind.MARKET, Kind.FOOD, Kind.SERVICE
EVENT = ("manifestation", "event", "Veranstaltung", "evento", "manifestazione", "evenement",
         "eveniment", "esdeveniment")  # fmt: skip

# id, kinds, broader, then one column a language: fr en de es it nl oc ca
_TABLE: tuple[tuple[str, tuple[Kind, ...], tuple[str, ...], tuple[str, ...]], ...] = (
    ("monument", (_A,), (), ("monument", "monument", "Denkmal", "monumento", "monumento",
     "monument", "monument", "monument")),
    ("castle", (_A,), ("monument",), ("château, château fort", "castle", "Burg, Schloss",
     "castillo", "castello", "kasteel, burcht", "castèl", "castell")),
    ("museum", (_A,), (), ("musée", "museum", "Museum", "museo", "museo", "museum", "musèu",
     "museu")),
    ("waterfall", (_A,), (), ("cascade, chute d'eau", "waterfall", "Wasserfall", "cascada",
     "cascata", "waterval", "cascada", "cascada, salt d'aigua")),
    ("mill", (_A,), (), ("moulin", "mill", "Mühle", "molino", "mulino", "molen", "molin",
     "molí")),
    ("viewpoint", (_A,), (), ("point de vue, belvédère", "viewpoint", "Aussichtspunkt",
     "mirador", "punto panoramico", "uitzichtpunt", "miraire", "mirador")),
    ("walking_route", (Kind.ITINERARY,), (), ("randonnée, balade, marche, marche à pied",
     "walk, hike, hiking trail", "Wanderung", "caminata, senderismo", "passeggiata, escursione",
     "wandeling", "passejada", "passejada")),
    ("swimming_pool", (Kind.ACTIVITY,), (), ("piscine", "swimming pool, pool",
     "Schwimmbad, Freibad, Bad", "piscina", "piscina", "zwembad", "piscina", "piscina")),
    ("pool", (), (), ("piscine de l'hébergement", "pool on site", "hauseigener Pool",
     "piscina propia", "piscina interna", "eigen zwembad", "piscina de l'ostal",
     "piscina pròpia")),
    ("market", (_M,), (), ("marché", "market", "Markt", "mercado", "mercato", "markt", "mercat",
     "mercat")),
    ("night_market", (_M,), ("market",), ("marché nocturne, marché gourmand", "night market",
     "Nachtmarkt", "mercado nocturno", "mercato notturno", "avondmarkt, nachtmarkt",
     "mercat de nuèch", "mercat nocturn")),
    ("restaurant", (_F,), (), ("restaurant", "restaurant", "Restaurant, Gaststätte",
     "restaurante", "ristorante", "restaurant", "restaurant", "restaurant")),
    ("toilets", (_S,), (), ("toilettes, WC, sanitaires", "toilets, restroom, loo", "Toilette, WC",
     "aseos, baño, servicios", "bagno, servizi igienici", "toilet, wc", "comuns",
     "lavabos, serveis")),
    ("picnic_area", (_S,), (), ("aire de pique-nique", "picnic area", "Picknickplatz",
     "área de picnic, merendero", "area picnic", "picknickplaats", "airal de picnic",
     "àrea de pícnic")),
    ("plus_beaux_villages", (), (), ("Plus Beaux Villages de France",
     "Most Beautiful Villages of France", "schönste Dörfer Frankreichs",
     "pueblos más bonitos de Francia", "borghi più belli di Francia",
     "mooiste dorpen van Frankrijk", "vilatges mai polits de França",
     "pobles més bonics de França")),
    ("village", (_A,), (), ("village", "village", "Dorf", "pueblo", "borgo", "dorp", "vilatge",
     "poble")),
    ("event", (Kind.EVENT,), (), EVENT),
)  # fmt: skip


def _concept(
    name: str, kinds: tuple[Kind, ...], broader: tuple[str, ...], columns: tuple[str, ...]
) -> Concept:
    words = [tuple(part.strip() for part in column.split(",")) for column in columns]
    return Concept(
        id=TermId(name),
        group="tests",
        kinds=kinds,
        labels={lang: each[0] for lang, each in zip(LANGUAGES, words, strict=True)},
        synonyms={lang: each[1:] for lang, each in zip(LANGUAGES, words, strict=True)},
        broader=tuple(map(TermId, broader)),
    )


CONCEPTS = MappingProxyType({TermId(row[0]): _concept(*row) for row in _TABLE})
