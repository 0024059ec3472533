from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from catalog.model import Price
from tests.catalog.sources.apidae.objects import draft, element, listing, thing, warned


def tariff(type_: int = 1717, **fields: Any) -> dict[str, Any]:
    return {"devise": "EUR", "type": element(type_)} | fields


def priced(*tariffs: dict[str, Any], **fields: Any) -> dict[str, Any]:
    periods = [{"dateDebut": "2026-01-01", "dateFin": "2026-12-31", "tarifs": list(tariffs)}]
    return thing(descriptionTarif={"periodes": periods} | fields)


def prices(obj: object) -> tuple[Price, ...]:
    return listing(obj).prices


def test_from_exactly_and_up_to() -> None:
    found = prices(
        priced(
            tariff(minimum=5.0),
            tariff(1718, minimum=3, maximum=3.0),
            tariff(5123, maximum=4.5),
            tariff(1719, minimum=450.0, maximum=450.0),
        )
    )
    assert [(one.minimum, one.maximum, one.audience, one.basis) for one in found] == [
        (Decimal(5), None, ("adult",), ()),
        (Decimal(3), Decimal(3), ("child",), ()),
        (None, Decimal("4.5"), ("reduced",), ()),
        (Decimal(450), Decimal(450), ("group_rate", "adult"), ("per_group",)),
    ]
    assert {(one.start, one.end) for one in found} == {(date(2026, 1, 1), date(2026, 12, 31))}


def test_a_type_without_a_house_word_keeps_its_name() -> None:
    found = draft(priced(tariff(1466, minimum=55, precisionTarif={"libelleFr": "vue lac"})))
    (price,) = found.listing.prices
    assert price.basis == ("apidae:1466",)
    assert price.note.texts[0].text == "vue lac"
    assert dict(found.terms)[price.basis[0]].texts[0].text == "Chambre double"


def test_free_only_as_stated() -> None:
    assert prices(thing(descriptionTarif={"gratuit": True})) == (Price(free=True),)
    assert prices(thing(descriptionTarif={"indicationTarif": "GRATUIT"})) == (Price(free=True),)
    assert prices(thing(descriptionTarif={"gratuit": False})) == ()
    assert prices(thing()) == ()
    assert prices(priced(tariff(minimum=0, maximum=0)))[0].free
    both = priced(tariff(minimum=5), gratuit=True)
    assert not any(one.free for one in prices(both))
    assert warned(both) == {"free_with_price"}


@pytest.mark.parametrize(
    ("fields", "bounds", "caution"),
    [
        ({"minimum": 0}, None, "price_zero"),
        ({"minimum": 45, "maximum": 0}, (Decimal(45), None), "price_zero"),
        ({"minimum": 8, "maximum": 5}, (Decimal(5), Decimal(8)), "price_reversed"),
        ({"minimum": "12,50 €"}, (Decimal("12.5"), None), None),
        ({"minimum": "beaucoup"}, None, "price_unreadable"),
        ({"minimum": -3}, None, "price_impossible"),
        ({"minimum": 1e9}, None, "price_impossible"),
    ],
)
def test_odd_amounts(fields: Any, bounds: object, caution: str | None) -> None:
    obj = priced(tariff(**fields))
    found = [(one.minimum, one.maximum) for one in prices(obj)]
    assert found == ([] if bounds is None else [bounds])
    assert warned(obj) == ({caution} if caution else set())


def test_the_sentence_is_kept_where_it_says_more() -> None:
    words = {"tarifsEnClair": {"libelleFr": "Adulte : 5 €.", "libelleEn": "Adult: 5 €."}}
    automatic = words | {"tarifsEnClairGenerationMode": "AUTOMATIQUE"}
    assert len(prices(priced(tariff(minimum=5), **automatic))) == 1
    alone = prices(thing(descriptionTarif=automatic))
    assert [text.lang for text in alone[0].note.texts] == ["fr", "en"]
    assert len(prices(priced(tariff(minimum=5), **words))) == 2
    ages = automatic | {"conditions": {"gratuitPourLesMoinsDe": 4}}
    assert prices(priced(tariff(minimum=5), **ages))[-1].note.texts[0].text == "Adulte : 5 €."
    more = automatic | {"complement": {"libelleFr": "Goûter compris."}}
    assert prices(priced(tariff(minimum=5), **more))[-1].note.texts[0].text == "Goûter compris."
    contents = thing(descriptionTarif={"leTarifComprend": {"libelleFr": "Le linge"}})
    assert warned(contents) == {"price_contents_left_out"}


def test_means_of_payment() -> None:
    found = draft(
        thing(
            descriptionTarif={
                "modesPaiement": [element(1277), element(1274), element(1268), element(1275)]
            }
        )
    )
    assert found.listing.payment == ("cash", "holiday_vouchers", "card", "apidae:1275")


def test_tariffs_for_groups_of_a_variant() -> None:
    variant = priced(tariff(minimum=300))["descriptionTarif"]
    obj = thing(
        aspects=[
            {
                "aspect": "GROUPES",
                "champsAspect": ["descriptionTarif.periodes", "illustrations"],
                "descriptionTarif": variant,
            }
        ]
    )
    (price,) = prices(obj)
    assert price.audience == ("group_rate", "adult")
    (caution,) = draft(obj).warnings
    assert (caution.kind, caution.detail) == ("aspect_left_out", "GROUPES: illustrations")
