"""What somebody at the counter says first: what everybody should have seen, what is no lodging, no
church and no dearer place where something is full."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from catalog.advice import Adviser
from catalog.clock import PARIS
from catalog.geo import Point
from catalog.model import Kind, Label, LabelStatus, Price, TermId
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


LISTINGS = (
    within(at(0.2, "museum", "museum"), "Town"),
    within(at(0.4, "church", "church"), "Town"),
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
