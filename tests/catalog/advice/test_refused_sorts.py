"""What is refused rules out those that are it, not those that have one."""

from __future__ import annotations

from datetime import datetime

import pytest

from catalog.advice.fitting import fit
from catalog.clock import PARIS
from catalog.model import Kind, TermId
from catalog.request import Request
from tests.catalog.making import make

NOW = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)


@pytest.mark.parametrize(
    ("wish", "refused", "own", "out"),
    [
        ("castle", "garden", ("castle", "garden"), False),
        ("castle", "garden", ("garden",), True),
        ("castle", "museum", ("museum", "castle"), False),
        ("church", "abbey", ("abbey", "church"), True),
        ("castle", "swimming", ("castle", "swimming"), True),
    ],
)
def test_a_wished_place_with_a_refused_one_is_still_wished(
    wish: str, refused: str, own: tuple[str, ...], *, out: bool
) -> None:
    listing = make("one", "Beauval", kind=Kind.ATTRACTION, concepts=tuple(map(TermId, own)))
    request = Request(themes=(wish, f"-{refused}"))
    against = fit(listing, request, None, NOW).against
    assert any(each.value == f"-{refused}" for each in against) is out
