"""What somebody at the counter says first: what everybody should have seen, what is no lodging, no
church and no dearer place where something is full."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from catalog.advice import Adviser
from catalog.advice.model import Caution
from catalog.advice.planning import plan
from catalog.clock import PARIS
from catalog.geo import Point
from catalog.model import Day, Kind, Label, LabelStatus, Period, Price, Slot, TermId
from catalog.request import Request
from catalog.store.reader import Catalogue
from tests.catalog.advice.test_boundaries import at
from tests.catalog.advice.test_properties import build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.advice import Advice
    from catalog.model import Listing

HERE = Point(44.05, 2.16)
NOW = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)


def labelled(listing: Listing, label: str, status: LabelStatus = LabelStatus.OBTAINED) -> Listing:
    return replace(listing, labels=(Label(TermId(label), status=status),))


def within(listing: Listing, commune: str) -> Listing:
    return replace(listing, place=replace(listing.place, commune=commune, insee=commune))


SEE = (Kind.ATTRACTION, Kind.ACTIVITY)
ON_THURSDAY = (Period(days=(Day.TH,)),)
LISTINGS = (
    within(at(0.2, "museum", "museum"), "Town"),
    within(at(0.4, "church", "church"), "Town"),
    within(at(0.45, "town", "town", "Town"), "Town"),
    within(at(0.6, "park", "park"), "Town"),
    within(replace(at(0.8, "cinema", "cinema"), prices=(Price(minimum=Decimal(9)),)), "Town"),
    within(labelled(at(5.0, "village", "village"), "plus_beaux_villages"), "Village"),
    within(labelled(at(15.0, "city", "town"), "unesco"), "City"),
    within(labelled(at(15.1, "cathedral", "cathedral"), "unesco"), "City"),
    within(labelled(at(9.0, "abbey", "abbey"), "monument_historique"), "Abbey"),
    within(labelled(at(3.0, "hoped", "castle"), "unesco", LabelStatus.IN_PROGRESS), "Hoped"),
    within(at(0.3, "hotel", "hotel", kind=Kind.LODGING), "Town"),
    within(at(0.5, "camping", "campsite", kind=Kind.LODGING), "Town"),
    within(at(0.7, "gite", "holiday_rental", kind=Kind.LODGING), "Town"),
    within(at(0.9, "inn", "guesthouse", kind=Kind.LODGING), "Town"),
    at(0.35, "station-here", "train_station", kind=Kind.TRANSPORT),
    at(15.2, "station-there", "train_station", kind=Kind.TRANSPORT),
    within(
        replace(
            at(0.9, "pool", "swimming", kind=Kind.ACTIVITY),
            openings=(Period(slots=(Slot(time(11), time(19)),)),),
        ),
        "Town",
    ),
    replace(at(0.26, "canoe", "canoeing", kind=Kind.ACTIVITY), audience=(TermId("families"),)),
    at(0.27, "beach", "beach", kind=Kind.ACTIVITY),
    replace(at(0.28, "market", "market", kind=Kind.MARKET), dates=ON_THURSDAY),
    replace(at(0.29, "night", "night_market", kind=Kind.MARKET), dates=ON_THURSDAY),
    replace(at(0.9, "workshop", "workshop", kind=Kind.ACTIVITY), audience=(TermId("adults"),)),
    at(1.2, "path", "long_distance_path", kind=Kind.ITINERARY),
    at(0.15, "table", "restaurant", kind=Kind.FOOD),
    at(0.25, "walk", "walking_route", kind=Kind.ITINERARY),
    at(0.1, "bus", "bus_stop", kind=Kind.TRANSPORT),
)
MUST_SEE = {
    "fr": ("que ne faut-il surtout pas manquer", "les incontournables", "à ne pas rater",
           "quels sont les sites les plus connus", "les plus beaux endroits du coin"),
    "en": ("what should we not miss", "the must-sees around here", "what are the highlights",
           "the most famous sights", "unmissable things to see"),
    "de": ("was sollten wir nicht verpassen", "was muss man gesehen haben", "die Highlights",
           "die bekanntesten Sehenswürdigkeiten", "was muss man unbedingt sehen"),
    "es": ("qué no podemos perdernos", "los imprescindibles", "los sitios más bonitos",
           "qué hay que ver sí o sí", "los lugares más conocidos"),
    "it": ("cosa non dobbiamo perdere", "da non perdere", "le cose più belle da vedere",
           "i luoghi più famosi", "cosa vedere assolutamente"),
    "nl": ("wat mogen we niet missen", "de hoogtepunten", "wat moet je gezien hebben",
           "de bekendste bezienswaardigheden", "wat moeten we zeker zien"),
    "oc": ("qué cal pas mancar", "los incontornables", "çò que cal veire absoludament",
           "los luòcs mai coneguts", "los mai bèls endreches"),
    "ca": ("què no ens podem perdre", "els imprescindibles", "els llocs més bonics",
           "què cal veure sí o sí", "els llocs més coneguts"),
}  # fmt: skip


def ids(advice: Advice) -> list[str]:
    return [each.listing.id.removeprefix("test:") for each in advice.proposals]


BY_TRAIN = {
    "fr": ("une journée sans voiture, on peut prendre le train", "un jour en train"),
    "en": ("a day trip by train", "a day without a car, we can take the train"),
    "de": ("ein Tagesausflug mit dem Zug", "ein Tag ohne Auto, wir nehmen den Zug"),
    "es": ("una excursión de un día en tren", "un día sin coche, podemos ir en tren"),
    "it": ("gita di un giorno in treno", "una giornata senza auto, possiamo prendere il treno"),
    "nl": ("een dagje uit met de trein", "een dag zonder auto, we kunnen de trein nemen"),
    "oc": ("una jornada sens veitura, podèm prene lo tren", "una sortida d'un jorn en tren"),
    "ca": ("un dia sense cotxe, podem agafar el tren", "una excursió d'un dia amb tren"),
}  # fmt: skip
SHORT = {
    "fr": ("on a 45 minutes devant nous, on fait quoi", "une heure avant le train, quoi voir"),
    "en": ("we have 45 minutes, what can we see", "an hour before our train, anything to see?"),
    "de": ("wir haben 45 Minuten, was kann man sehen", "eine Stunde bis zum Zug, was besichtigen"),
    "es": ("tenemos 45 minutos, qué podemos ver", "una hora antes del tren, qué ver"),
    "it": ("abbiamo 45 minuti, cosa vedere", "un'ora prima del treno, cosa vedere"),
    "nl": ("we hebben 45 minuten, wat kunnen we zien", "een uur voor de trein, wat te zien"),
    "oc": ("avèm 45 minutas, qué veire", "una ora abans lo tren, qué veire"),
    "ca": ("tenim 45 minuts, què podem veure", "una hora abans del tren, què veure"),
}  # fmt: skip


TWO_WISHES = {
    "fr": ("un château et ensuite un restaurant", "une balade et puis une glace"),
    "en": ("a castle to visit and then a restaurant", "a walk and then an ice cream"),
    "de": ("eine Burg und danach ein Restaurant", "eine Wanderung und danach ein Eis"),
    "es": ("un castillo y luego un restaurante", "un paseo y después un helado"),
    "it": ("un castello e poi un ristorante", "una passeggiata e poi un gelato"),
    "nl": ("een kasteel en daarna een restaurant", "een wandeling en daarna een ijsje"),
    "oc": ("un castèl e puèi un restaurant", "una passejada e puèi un glacet"),
    "ca": ("un castell i després un restaurant", "una passejada i després un gelat"),
}  # fmt: skip


@pytest.fixture(scope="module")
def adviser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Adviser]:
    path = build(tmp_path_factory.mktemp("counter") / "catalogue.sqlite", LISTINGS)
    with Catalogue.open(path) as opened:
        yield Adviser(opened)


@pytest.mark.parametrize("lang", MUST_SEE)
def test_what_not_to_miss_is_what_a_label_says_one_of_each_commune(
    adviser: Adviser, lang: str
) -> None:
    for text in MUST_SEE[lang]:
        advice = adviser.ask(text, here=HERE, now=NOW)
        told = ids(advice)
        assert set(told[:2]) <= {"city", "cathedral", "village"}, (text, told)
        assert len(told) == len({each.listing.place.commune for each in advice.proposals}) == 3
        assert "abbey" in told, (text, told)
        for each in advice.proposals:
            (why,) = (reason for reason in each.reasons if reason.key == "renown")
            assert (why.field, why.value) == ("labels", each.listing.labels[0].id)


def test_who_names_a_thing_is_not_sent_to_another_that_is_famous(adviser: Adviser) -> None:
    for text in ("the most famous museum", "le musée le plus connu", "das bekannteste Museum"):
        advice = adviser.ask(text, here=HERE, now=NOW)
        assert ids(advice) == ["museum"], text


@pytest.mark.parametrize("lang", BY_TRAIN)
def test_a_day_by_train_goes_where_a_train_goes(adviser: Adviser, lang: str) -> None:
    for text in BY_TRAIN[lang]:
        advice = adviser.ask(text, here=HERE, now=NOW)
        first, *others = advice.proposals
        assert ids(advice)[0] in {"city", "cathedral"}, (text, ids(advice))
        assert Caution("transport", "0.1 km", limit="mobility") in first.cautions or (
            Caution("transport", "0.2 km", limit="mobility") in first.cautions
        )
        assert any(each.distance_km < 1 for each in others), (text, ids(advice))
        assert not {"village", "abbey", "station-there"} & set(ids(advice)), text


@pytest.mark.parametrize("lang", SHORT)
def test_a_short_stop_is_for_what_is_near_and_open_meanwhile(adviser: Adviser, lang: str) -> None:
    for text in SHORT[lang]:
        advice = adviser.ask(text, here=HERE, now=NOW)
        assert advice.proposals, text
        assert max(each.distance_km for each in advice.proposals) < 9.5, (text, ids(advice))
        assert "pool" not in ids(advice), (text, ids(advice))  # a swim from eleven is no swim
        assert not {"station-here", "bus"} & set(ids(advice)), (text, ids(advice))


@pytest.mark.parametrize("lang", TWO_WISHES)
def test_two_wishes_are_met_in_their_order_or_told_to_be_unmet(adviser: Adviser, lang: str) -> None:
    both, half = (adviser.ask(text, here=HERE, now=NOW) for text in TWO_WISHES[lang])
    assert ids(both)[:2] == ["hoped", "table"], (lang, ids(both))
    assert both.unmet == (), lang
    assert ids(half) == ["walk"], (lang, ids(half))
    assert half.unmet == ("ice_cream",), (lang, half.unmet)
    assert half.unanswered is not None


@pytest.mark.parametrize(
    ("asked", "first", "never"),
    [
        # What nobody prices and has no door comes before a door without a price.
        ({"types": SEE, "max_price": 0.0}, {"park", "village", "walk"}, {"cinema"}),
        # A market without hours is over by the evening, a lake without hours is shut to who asks
        # for anything at night.
        ({"types": (Kind.EVENT, Kind.MARKET), "when": "today:evening"}, {"night"}, {"market"}),
        ({"types": SEE[:1], "when": "today:night"}, {"park", "village"}, {"beach", "museum"}),
        # Who seeks something that is on sees a park by day.
        ({"types": SEE, "when": "today:evening"}, {"night"}, {"park", "village", "museum"}),
        ({"types": SEE, "themes": ("beach",), "when": "today:night"}, {"beach"}, set()),
        # Who asks what is open on a day is told first what is.
        ({"when": "thu"}, {"pool", "night", "market"}, set()),
        # Two adults are nobody in particular.
        ({"types": SEE, "party": ("adults", "n:2")}, {"pool"}, set()),
        # "Families" is nothing of a baby's in a canoe; a town asked about comes before its church.
        ({"types": SEE, "party": ("toddler",)}, {"park"}, {"canoe"}),
        ({"when": "today", "where": "Town"}, {"town"}, set()),
        # Something sporty is no museum; what few know bears no label and is no museum either.
        ({"types": SEE, "party": ("adults", "n:8"), "difficulty": "hard"}, {"canoe"}, set()),
        ({"types": SEE, "renown": "little"}, {"town", "church", "park"}, {"museum", "village"}),
        # Who has a weekend means the weekend.
        ({"duration": "weekend"}, {"pool"}, {"market"}),
    ],
)  # fmt: skip
def test_what_comes_first_and_what_does_not_come(
    adviser: Adviser, asked: dict[str, Any], first: set[str], never: set[str]
) -> None:
    found = ids(adviser.advise(Request(**asked), here=HERE, now=NOW))
    assert found[0] in first, found
    assert never.isdisjoint(found), found


def test_one_day_of_three_is_no_walk_of_three_days(adviser: Adviser) -> None:
    long = Request(types=(Kind.ITINERARY,), duration="3d")
    assert plan(adviser, long, here=HERE, now=NOW) is None


def test_who_walks_for_days_is_told_of_a_bed(adviser: Adviser) -> None:
    long = Request(types=(Kind.ITINERARY,), themes=("long_distance_path",), duration="3d")
    advice = adviser.advise(long, here=HERE, now=NOW)
    assert ids(advice)[0] == "path"
    assert advice.on_the_way is not None
    assert advice.on_the_way.proposal.listing.kind is Kind.LODGING


def test_where_no_drive_is_described_there_is_something_to_drive_to(adviser: Adviser) -> None:
    asked = Request(types=(Kind.ITINERARY,), themes=("driving_route",), mobility=("motorbike",))
    advice = adviser.advise(asked, here=HERE, now=NOW)
    assert {"city", "village"} & set(ids(advice)), ids(advice)
    assert advice.unmet == ("driving_route",)


def test_a_gerund_is_no_place(adviser: Adviser) -> None:
    assert adviser.ask("que faire en attendant le train", here=HERE, now=NOW).unplaced == ()


def test_a_bed_stands_in_for_a_bed(adviser: Adviser) -> None:
    asked = Request(types=(Kind.LODGING, Kind.TRANSPORT))
    advice = adviser.advise(asked, here=HERE, now=NOW)
    assert advice.fallback is not None
    kinds = {advice.proposals[0].listing.kind, advice.fallback.proposal.listing.kind}
    assert kinds == {Kind.LODGING}


@pytest.mark.parametrize(
    ("request_", "first", "instead"),
    [
        (Request(types=(Kind.ATTRACTION,), themes=("church",), weather="hot"), "church", {""}),
        (Request(themes=("park",), max_price=0.0), "park", {"museum"}),
    ],
)  # fmt: skip
def test_what_stands_in_is_of_the_same_sort_and_no_dearer(
    adviser: Adviser, request_: Request, first: str, instead: set[str]
) -> None:
    advice = adviser.advise(request_, here=HERE, now=NOW)
    assert ids(advice)[0] == first
    found = advice.fallback.proposal.listing.id if advice.fallback is not None else ""
    assert found.removeprefix("test:") in instead
