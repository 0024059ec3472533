from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from catalog.model import Price
from tests.catalog.sources.datatourisme.objects import draft, listing, ref, thing, warned


def tariff(low: Any = None, high: Any = None, *policies: str, **more: Any) -> dict[str, Any]:
    made = {
        "schema:minPrice": low,
        "schema:maxPrice": high,
        "schema:priceCurrency": "EUR",
        "hasEligiblePolicy": [ref(policy, "PricingPolicy") for policy in policies] or None,
    } | more
    return {key: value for key, value in made.items() if value is not None}


def offer(*specs: dict[str, Any], **more: Any) -> dict[str, Any]:
    return thing(offers=[{"schema:priceSpecification": list(specs)} | more])


def prices(*specs: dict[str, Any]) -> list[tuple[str | None, str | None, bool]]:
    return [
        (
            None if price.minimum is None else str(price.minimum),
            None if price.maximum is None else str(price.maximum),
            price.free,
        )
        for price in listing(offer(*specs)).prices
    ]


@pytest.mark.parametrize(
    ("spec", "expected", "caution"),
    [
        (tariff(["8"], ["8.5"]), [("8", "8.5", False)], None),
        (tariff("8,50"), [("8.5", None, False)], None),
        (tariff(**{"schema:price": "120"}), [("120", None, False)], None),
        (tariff(["14"], **{"schema:price": "14"}), [("14", None, False)], None),
        (tariff(["0"], ["0"]), [(None, None, True)], None),
        (tariff(None, None, "Free"), [(None, None, True)], None),
        (tariff(["0"], None, "Free"), [(None, None, True)], None),
        (tariff(["0"]), [], "price_zero"),
        (tariff(["0"], ["5"]), [("0", "5", False)], None),
        (tariff(["45"], ["0"]), [("45", None, False)], "price_zero"),
        (tariff(["14"], ["14"], "Free"), [("14", "14", False)], "free_with_price"),
        (tariff(["-2"], None, "Free"), [(None, None, True)], "price_impossible"),
        (tariff(["9"], ["7"]), [("7", "9", False)], "price_reversed"),
        (tariff(["gratuit"]), [], "price_unreadable"),
        (tariff(["1e400"]), [], "price_impossible"),
        (tariff(["6", "7", "9"], ["6", "7", "9"]), [(p, p, False) for p in "679"], None),
        (tariff(["0", "5"], ["5", "0"]), [("5", "5", False)], "price_zero"),
        (tariff(["25", "45"], ["25"]), [("25", "45", False)], None),
        (tariff(), [], None),
    ],
)
def test_amounts(
    spec: dict[str, Any], expected: list[tuple[str | None, str | None, bool]], caution: str | None
) -> None:
    assert prices(spec) == expected
    assert warned(offer(spec)) == ({caution} if caution else set())


def test_no_offer_is_not_free() -> None:
    assert listing(thing()).prices == ()


def test_free_for_some_keeps_its_condition() -> None:
    price = listing(
        offer(tariff(None, None, "Free", additionalInformation={"fr": ["- 12 ans"]}))
    ).prices
    assert price[0].free
    assert price[0].note.texts[0].text == "- 12 ans"


def test_who_how_and_when() -> None:
    spec = tariff(
        ["5"],
        ["5"],
        "ReducedRate",
        hasPricingMode=[ref("PerUnit"), ref("PerPerson")],
        hasPricingOffer=[ref("Ticket")],
        appliesOnPeriod=[
            {"startDate": "2026-01-01", "endDate": "2026-06-30"},
            {"startDate": "2026-09-01", "endDate": "2026-12-31"},
        ],
        additionalInformation={"fr": ["Étudiants"], "en": ["Students"]},
        hasTranslatedProperty=[
            {"rdf:language": ["en"], "rdf:predicate": ["additionalInformation"]}
        ],
    )
    found = listing(offer(spec)).prices
    assert [(price.start, price.end) for price in found] == [
        (date(2026, 1, 1), date(2026, 6, 30)),
        (date(2026, 9, 1), date(2026, 12, 31)),
    ]
    assert {price.audience for price in found} == {("reduced",)}
    assert {price.basis for price in found} == {("per_person",)}
    assert [text.machine for text in found[0].note.texts] == [False, True]


def test_a_policy_of_version_2_is_one_object() -> None:
    spec = tariff(["7"], None, hasEligiblePolicy=ref("ChildRate", "PricingPolicy"))
    assert listing(offer(spec)).prices == (Price(minimum=Decimal(7), audience=("child",)),)  # type: ignore[arg-type]


def test_an_unknown_policy_keeps_its_words() -> None:
    spec = tariff(["7"], None, hasEligiblePolicy=[ref("PressRate", fr="Presse", en="Press")])
    made = draft(offer(spec))
    assert made.listing.prices[0].audience == ("kb:PressRate",)
    assert dict(made.terms)["kb:PressRate"].best("en").text == "Press"  # type: ignore[index, union-attr]


def test_the_same_tariff_twice_is_one() -> None:
    assert len(prices(tariff(["5"]), tariff(["5"]))) == 1


def test_payment() -> None:
    methods = [
        "Cash",
        "Visa",
        "BlueCard",
        "EurocardMastercard",
        "AmericanExpress",
        "HolidayVouchers",
    ]
    obj = offer(**{"schema:acceptedPaymentMethod": [ref(name) for name in methods]})
    assert listing(obj).payment == ("cash", "card", "kb:AmericanExpress", "holiday_vouchers")
