"""Stars that are asked for: the bed that states them first, what is not stated said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.advice import Adviser
from catalog.model import Kind, Label, LabelStatus, TermId
from catalog.request import Request
from catalog.store.reader import Catalogue
from tests.catalog.advice.test_boundaries import HERE, NOW, at
from tests.catalog.advice.test_properties import build

if TYPE_CHECKING:
    from collections.abc import Iterator

STARS = TermId("stars")


@pytest.fixture(scope="module")
def adviser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Adviser]:
    listings = (
        at(0.2, "unsaid", "hotel", kind=Kind.LODGING),
        at(1, "two", "hotel", kind=Kind.LODGING, labels=(Label(STARS, 2),)),
        at(3, "three", "hotel", kind=Kind.LODGING, labels=(Label(STARS, 3),)),
        at(
            *(0.1, "lost", "hotel"),
            kind=Kind.LODGING,
            labels=(Label(STARS, 3, LabelStatus.EXPIRED),),
        ),
    )
    path = build(tmp_path_factory.mktemp("rated") / "catalogue.sqlite", listings)
    with Catalogue.open(path) as opened:
        yield Adviser(opened)


def test_the_bed_that_states_its_stars_is_first_and_the_others_say_so(adviser: Adviser) -> None:
    request = Request(types=(Kind.LODGING,), themes=("hotel",), stars=3)
    told = adviser.advise(request, here=HERE, now=NOW).proposals
    assert told[0].listing.id == "test:three"
    assert ("labels", "3") in {(each.field, each.value) for each in told[0].reasons}
    unsaid = {(each.field, each.value) for one in told[1:] for each in one.cautions}
    assert unsaid <= {("lacks", "stars"), ("stars", "2")}
    assert unsaid


def test_without_stars_the_nearest_is_first(adviser: Adviser) -> None:
    request = Request(types=(Kind.LODGING,), themes=("hotel",))
    told = adviser.advise(request, here=HERE, now=NOW).proposals
    assert told[0].listing.id != "test:three"
