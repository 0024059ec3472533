"""From which age on something is done, told where the catalogue says so in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.advice import Adviser
from catalog.model import Kind, Localized, Text
from catalog.request import Request
from catalog.store.reader import Catalogue
from tests.catalog.advice.test_boundaries import HERE, NOW, at
from tests.catalog.advice.test_properties import build

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from catalog.advice import Advice


def _said(lang: str, text: str) -> Localized:
    return Localized((Text(lang, text),))


LISTINGS = (
    at(1, "unsaid", "canoeing", kind=Kind.ACTIVITY),
    at(
        *(2, "six", "canoeing"),
        kind=Kind.ACTIVITY,
        description=_said("fr", "Descente accompagnée, à partir de 6 ans ; 12 km en tout."),
    ),
    at(
        *(3, "ten", "canoeing"),
        kind=Kind.ACTIVITY,
        practical=_said("en", "From 10 years. Bring old shoes."),
    ),
    at(4, "games", "playground", kind=Kind.ACTIVITY),
)


@pytest.fixture(scope="module")
def adviser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Adviser]:
    path = build(tmp_path_factory.mktemp("ages") / "catalogue.sqlite", LISTINGS)
    with Catalogue.open(path) as opened:
        yield Adviser(opened)


def _answer(adviser: Adviser, *party: str, term: str = "canoeing") -> Advice:
    request = Request(types=(Kind.ACTIVITY,), themes=(term,), party=party)
    return adviser.advise(request, here=HERE, now=NOW)


def _ages(advice: Advice) -> dict[str, str]:
    told = {}
    for each in (*advice.proposals, *advice.near_misses):
        reasons = [one.value for one in each.reasons if one.key == "age"]
        cautions = [f"not {one.value}" for one in each.cautions if one.field == "age"]
        told[each.listing.id.removeprefix("test:")] = next(iter((*reasons, *cautions)), "")
    return told


def test_the_least_age_is_told_or_that_none_is_stated(adviser: Adviser) -> None:
    advice = _answer(adviser, "kids", "age:7")
    assert _ages(advice) == {"six": "6", "unsaid": "not unknown", "ten": "not 10"}
    assert "test:ten" not in [each.listing.id for each in advice.proposals]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "accessible dès l’âge de 8 ans"),
        ("en", "from the age of 8 years"),
        ("de", "ab 8 Jahren"),
        ("es", "a partir de los 8 años"),
        ("it", "a partire dagli amici, dai 8 anni"),
        ("nl", "vanaf 8 jaar"),
        ("oc", "a partir de 8 ans"),
        ("ca", "a partir dels 8 anys"),
    ],
)
def test_the_least_age_is_read_in_every_language(tmp_path: Path, lang: str, text: str) -> None:
    listing = at(1, "boats", "canoeing", kind=Kind.ACTIVITY, summary=_said(lang, text))
    with Catalogue.open(build(tmp_path / "catalogue.sqlite", (listing,))) as opened:
        assert _ages(_answer(Adviser(opened), "kids", "age:9")) == {"boats": "8"}


def test_the_youngest_counts(adviser: Adviser) -> None:
    assert _ages(_answer(adviser, "kids", "age:12", "age:5"))["six"] == "not 6"


@pytest.mark.parametrize("party", [("kids",), ("teens", "age:15"), ()])
def test_nothing_is_said_of_it_where_no_childs_age_was_told(
    adviser: Adviser, party: tuple[str, ...]
) -> None:
    assert not any(_ages(_answer(adviser, *party)).values())


def test_a_playground_needs_no_least_age(adviser: Adviser) -> None:
    assert _ages(_answer(adviser, "kids", "age:4", term="playground"))["games"] == ""
