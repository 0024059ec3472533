"""What a listing holds, and where the catalogue says so."""

from __future__ import annotations

from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from catalog.advice.kinds import SIGHTS
from catalog.advice.model import Reason
from catalog.model import Handicap, Kind, LabelStatus, Shape, TermId
from catalog.search.normalise import content, phrase, tokens
from catalog.search.thesaurus import Namesakes
from catalog.text import words
from catalog.vocabulary import concepts, wider
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from catalog.model import Listing


KINDRED: Final = MappingProxyType(
    {
        TermId(term): frozenset(map(TermId, others))
        for term, others in (
            ("swimming", ("lake", "beach", "river", "waterfall")),
            ("adventure_park", ("leisure_park", "via_ferrata", "climbing")),
            ("beach", ("lake", "swimming")),
            ("by_lake", ("lake", "beach")),
            ("by_river", ("river", "gorge")),
            ("pool", ("swimming_pool",)),
            ("heated_pool", ("swimming_pool",)),
            ("indoor_pool", ("swimming_pool",)),
            ("barbecue", ("picnic_area",)),
            ("boat_hire", ("canoeing", "water_sports")),
            ("trail_route", ("trail_centre",)),
            ("mtb_route", ("mtb_centre",)),
            ("bar", ("cafe", "restaurant")),
            ("ice_cream", ("cafe", "tea_room", "fast_food")),
            ("cafe", ("bar", "tea_room", "restaurant")),
            ("tea_room", ("cafe",)),
            ("wine_shop", ("winery",)),
            ("local_products", ("farm", "cheese_maker", "orchard", "winery", "distillery")),
            ("bike_hire", ("mtb_centre",)),
            ("dentist", ("doctor",)),
            ("hospital", ("doctor",)),
            ("camper_service", ("camper_site",)),
            ("camper_site", ("campsite",)),
            ("picnic_area", ("park",)),
            ("changing_table", ("toilets",)),
            ("water_quality", ("swimming", "lake", "beach", "river")),
            ("bus_stop", ("train_station",)),
            ("dog_beach", ("swimming", "lake", "beach")),
            ("gastronomic_restaurant", ("restaurant",)),
            ("guided_tour", ("museum", "castle", "abbey", "cave", "mine", "company_visit")),
        )
    }
)
"""What may answer though the source does not say so: people bathe in lakes, eat out of a basket
in parks, an ice cream in cafés, are led through castles, babies are changed in toilets, and wine is
bought where it is made. Told of with that doubt where there is nothing else, and for what the staff
says of it."""


ON_SITE: Final = MappingProxyType(
    {
        TermId(term): tuple(map(TermId, own))
        for term, own in (
            ("toilets", ("toilets",)),
            ("drinking_water", ("drinking_water",)),
            ("parking", ("car_park",)),
            ("picnic_area", ("picnic_tables",)),
            ("shade", ("shade",)),
        )
    }
)
"""What is practical around a place, each with the amenities by which a place states it of
itself."""
_SWIMMING_POOL: Final = TermId("swimming_pool")
_OWN_POOL: Final = tuple(map(TermId, ("pool", "heated_pool", "indoor_pool")))
"""Who asks for a campsite with a swimming pool means its own."""
_VOUCHED: Final = MappingProxyType(
    {
        Handicap.HEARING: TermId("hearing_loop"),
        Handicap.MENTAL: TermId("easy_read"),
        Handicap.VISUAL: TermId("braille"),
    }
)
"""What a mark of Tourisme & Handicap vouches for: that they are received who ask for it."""
LOOP: Final = TermId("loop")
_LOCAL: Final = TermId("local_products")
_MAKER: Final = (Kind.PRODUCER,)
SETTLED: Final = frozenset(map(TermId, ("village", "town", "bastide")))
"""Where people live: streets without a door."""
_WATERS: Final = frozenset(map(TermId, ("lake", "river", "gorge", "waterfall", "beach")))
_WITH_A_DOOR: Final = SIGHTS | {Kind.FOOD, Kind.PRODUCER, Kind.EVENT, Kind.MARKET}
_BATHING: Final = TermId("swimming")
_SHADE: Final = TermId("shade")
_PICNIC: Final = TermId("picnic_area")
_INDOORS: Final = frozenset(
    map(TermId, ("museum", "gallery", "cinema", "library", "theatre", "aquarium"))
)
"""No walk has one of these on it: who names them beside a walk has another wish."""


def may_be_told(listing: Listing, term: TermId) -> bool:
    """Whether it is worth a word that nobody states it of such a listing: that one may bathe in a
    river, that a walk has a view, that there is a terrace; a museum that is no village is not."""
    concept = concepts().get(term)
    if term == _SHADE and (listing.kind is Kind.ITINERARY or _PICNIC in listing.concepts):
        return True
    if term in ON_SITE:
        return listing.kind in _WITH_A_DOOR
    if concept is None or is_had(term) or KINDRED.get(term, frozenset()) & {*listing.concepts}:
        return concept is not None
    if term == _BATHING:
        return not _WATERS.isdisjoint(listing.concepts)
    seen = Kind.ATTRACTION in concept.kinds and term not in _INDOORS
    return listing.kind is Kind.ITINERARY and seen


def is_had(term: TermId) -> bool:
    """Whether the term is something that a place has, beside what it is: to say of a museum that
    it is no village would be odd."""
    concept = concepts().get(term)
    return concept is not None and concept.group in {"amenities", "labels", "payment"}


def stated(listing: Listing) -> Iterator[tuple[str, str]]:
    """Every field and term by which a listing says what it is, has, is for or may carry."""
    for field, terms in (
        ("concepts", listing.concepts),
        ("themes", listing.themes),
        ("amenities", listing.amenities),
        ("audience", listing.audience),
        ("payment", listing.payment),
    ):
        for term in terms:
            yield field, term
    for label in listing.labels:
        if label.status is LabelStatus.OBTAINED:
            yield "labels", label.id
    if listing.itinerary is not None:
        for mode in listing.itinerary.modes:
            yield "itinerary.modes", mode
        if listing.itinerary.shape is Shape.LOOP:
            yield "itinerary.shape", LOOP


def unlisted(term: TermId) -> bool:
    """Whether the catalogue's index does not tell who has it, only each listing does."""
    concept = concepts().get(term)
    return term in {*_VOUCHED.values(), LOOP} or (
        concept is not None and concept.group == "payment"
    )


_SERVED: Final = MappingProxyType(
    {
        TermId("camper_site"): KINDRED[TermId("camper_site")],
        _BATHING: frozenset({TermId("beach")}),
        TermId("beach"): frozenset({_BATHING}),
        TermId("changing_table"): KINDRED[TermId("changing_table")],
    }
)
"""What its kin serve as a rule, said with the doubt: a van sleeps at a campsite, people bathe from
a beach, and lie on the bank where they bathe; a baby is changed where there are toilets."""
_HAD_BY_NAME: Final = frozenset(map(TermId, ("lifeguard", "terrace")))
"""What a place has that its name tells: "Plage surveillée", "Restaurants et terrasses"."""
_DENIED: Final = particles("denied")


WALKING: Final = TermId("walking")
_STROLLED: Final = frozenset(map(TermId, ("park", "arboretum", "forest")))


def strolled(listing: Listing, asked: Iterable[TermId], held: Container[str]) -> bool:
    """Whether it does for a walk, having what was wanted of one: a park with shade."""
    return any(may_serve(listing, term) for term in asked if term == WALKING) and any(
        term in held for term in asked if is_had(term)
    )


def may_serve(listing: Listing, term: TermId) -> bool:
    """Whether it does for the term as a rule, though nobody states it of the place."""
    if term == WALKING:
        return not _STROLLED.isdisjoint(listing.concepts)
    return not _SERVED.get(term, frozenset[TermId]()).isdisjoint(listing.concepts)


def holdings(listing: Listing) -> dict[str, tuple[str, str]]:
    """Each term that the listing holds, what is more general included, with the field and the
    term that state it: a castle is held to be a monument by `concepts` `castle`."""
    held: dict[str, tuple[str, str]] = {}
    for field, own in stated(listing):
        for term in (own, *wider(own)):
            if term == own or term not in held:
                held[term] = (field, own)
    if listing.kind is Kind.PRODUCER and _LOCAL not in held:
        # Who grows or makes something to eat sells what is made there.
        grown = next((own for own in listing.concepts if own in KINDRED[_LOCAL]), None)
        if grown is not None:
            held[_LOCAL] = ("concepts", grown)
    for term, amenities in ON_SITE.items():
        stated_so = next((each for each in amenities if each in listing.amenities), None)
        if stated_so is not None:
            held.setdefault(term, ("amenities", stated_so))
    if listing.kind is Kind.LODGING:
        pool = next((own for own in _OWN_POOL if own in listing.amenities), None)
        if pool is not None:
            held.setdefault(_SWIMMING_POOL, ("amenities", pool))
    for mark in listing.access.marks:
        if mark in _VOUCHED:
            held.setdefault(_VOUCHED[mark], ("access.marks", mark.value))
    return held


def called(listing: Listing, term: TermId) -> bool:
    """Whether its name begins with the word for the term, and it is of a kind that the term is of:
    "Visite guidée : Sur les pas de Balzac" is a guided tour though no field files it as one; the
    "Hôtel de ville" is no lodging, nor a restaurant "du Château" a castle. Who makes something may
    be filed as a sight: a "Distillerie" is one, by that very word. An "Amphithéâtre" is also what
    is more general, a monument."""
    concept = concepts().get(term)
    if concept is None:
        return False
    if term in _sorts_called(listing) or _of_its_town(listing, term):
        return True
    if term in _HAD_BY_NAME:
        name = listing.name.best("fr")
        return name is not None and has_phrase(words(name.text), term, name.lang)
    own_kind = bool({*concept.kinds} & {*listing.kinds})
    if not own_kind and not (concept.kinds == _MAKER and SIGHTS & {*listing.kinds}):
        return False
    return any(
        own[: len(spoken)] == spoken
        for text in listing.name.texts
        for own in (tuple(words(text.text)),)
        for spoken in phrases_for(term, text.lang, whole=own_kind)
    )


def _sorts_called(listing: Listing) -> tuple[TermId, ...]:
    """What is more general than what its French name says that it is."""
    name = listing.name.best("fr")
    return _sorts_of(name.text, listing.kinds) if name is not None else ()


def _of_its_town(listing: Listing, term: TermId) -> bool:
    """Whether the name ends with the thing and the town, and begins with no other thing: "Domaine
    national du Château de Pau" is the castle of Pau, "Parc du Château de Pau" a park."""
    name, town = listing.name.best("fr"), listing.place.commune
    if name is None or not town or Kind.ATTRACTION not in concepts()[term].kinds:
        return False
    if SIGHTS.isdisjoint(listing.kinds):
        return False
    return name.text.endswith(town) and _is_that_of(name.text, listing.kinds, term, town)


@lru_cache(maxsize=1024)
def _is_that_of(name: str, kinds: tuple[Kind, ...], term: TermId, town: str) -> bool:
    own = tokens(name)
    whole = " ".join(content(own))
    thing = phrase(f"{concepts()[term].labels['fr']} {town}")
    return whole.endswith(f" {thing}") and _namesakes().of(own, kinds) is None


@lru_cache(maxsize=4096)
def _sorts_of(name: str, kinds: tuple[Kind, ...]) -> tuple[TermId, ...]:
    own = _namesakes().of(tokens(name), kinds)
    return wider(own) if own is not None else ()


@cache
def _namesakes() -> Namesakes:
    return Namesakes(concepts())


@lru_cache(maxsize=1024)
def phrases_for(term: TermId, lang: str, *, whole: bool) -> tuple[tuple[str, ...], ...]:
    """The words for a term in a language; only its first name where not the `whole`."""
    concept = concepts()[term]
    spoken = (concept.labels.get(lang, ""), *(concept.synonyms.get(lang, ()) if whole else ()))
    return tuple(own for each in spoken if (own := tuple(words(each))))


def has_phrase(said: Sequence[str], term: TermId, lang: str) -> bool:
    """Whether words hold one of the phrases for a term, and do not deny it: a beach "non
    surveillée"."""
    return any(
        tuple(said[at : at + len(phrase)]) == phrase
        for phrase in phrases_for(term, lang, whole=True)
        for at in range(len(said) - len(phrase) + 1)
        if at == 0 or said[at - 1] not in _DENIED
    )


def reason(listing: Listing, field: str, value: str, key: str) -> Reason:
    """A reason with the date and the name of the source of its field."""
    source = listing.origin(field)
    return Reason(field, value, source.updated, source.name, key)
