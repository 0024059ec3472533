"""Facets and limits: only what a source states, and with words as without."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.clock import PARIS
from catalog.geo import Point
from catalog.model import (
    Access,
    Day,
    Handicap,
    Kind,
    Label,
    LabelStatus,
    ListingId,
    MonthDay,
    Period,
    Price,
    Slot,
    TermId,
)
from catalog.search.engine import Filters, SearchEngine
from catalog.search.filters import seasons
from catalog.store.reader import Catalogue
from tests.catalog.search.small import ALBI, CARMAUX, build, listing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Listing

BASE = listing(0, "Auberge", Kind.FOOD, CARMAUX, "restaurant")
WEEK = (Day.MO, Day.TU, Day.WE, Day.TH, Day.FR, Day.SA, Day.SU)
LUNCH = Slot(time(12), time(14))


def _open(*days: Day) -> tuple[Period, ...]:
    return (Period(days=days, slots=(LUNCH,)),)


VARIANTS: dict[str, dict[str, Any]] = {
    "unknown": {},
    "dogs": {"pets": True},
    "no dogs": {"pets": False},
    "wheels": {"access": Access(wheelchair=True)},
    "steps": {"access": Access(wheelchair=False)},
    "marks": {"access": Access(marks=(Handicap.MOTOR, Handicap.VISUAL))},
    "free": {"prices": (Price(free=True),)},
    "children free": {"prices": (Price(free=True), Price(minimum=Decimal(7)))},
    "german": {"spoken": ("fr", "de")},
    "label": {"labels": (Label(TermId("plus_beaux_villages")),)},
    "candidate": {
        "labels": (Label(TermId("plus_beaux_villages"), status=LabelStatus.IN_PROGRESS),)
    },
    "thursdays": {"openings": _open(Day.TH)},
    "sundays": {"openings": _open(Day.SU)},
    "no hours": {"openings": (Period(days=(Day.TH,)),)},
    "cancelled": {"openings": _open(*WEEK), "cancelled": True},
}


def _inn(name: str, facts: dict[str, Any]) -> Listing:
    named = listing(0, f"Auberge {name}", Kind.FOOD, CARMAUX).name
    return replace(BASE, id=ListingId(f"test:{name}"), name=named, **facts)


LISTINGS = [_inn(name, facts) for name, facts in VARIANTS.items()]


@pytest.fixture(scope="module")
def inns(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchEngine]:
    path = build(tmp_path_factory.mktemp("inns") / "catalogue.sqlite", LISTINGS)
    with Catalogue.open(path) as catalogue:
        yield SearchEngine(catalogue)


THURSDAY_NOON = datetime(2026, 7, 23, 12, 30, tzinfo=PARIS)


@pytest.mark.parametrize("text", ["", "auberge", "aubrege", "restaurant"])
@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(dogs=True), {"dogs"}),
        (Filters(access=frozenset({"wheelchair"})), {"wheels"}),
        (Filters(access=frozenset({"motor", "visual"})), {"marks"}),
        (Filters(access=frozenset({"motor", "hearing"})), set()),
        (Filters(free=True), {"free"}),
        (Filters(spoken=frozenset({"de", "it"})), {"german"}),
        (Filters(labels=frozenset({TermId("plus_beaux_villages")})), {"label"}),
        (Filters(open_at=THURSDAY_NOON), {"thursdays"}),
        (Filters(open_at=THURSDAY_NOON.replace(hour=15)), set()),
        (Filters(open_at=date(2026, 7, 23)), {"thursdays", "no hours"}),
        (Filters(open_at=date(2026, 7, 26)), {"sundays"}),
        (Filters(dogs=True, free=True), set()),
    ],
)
def test_only_what_is_stated(
    text: str, filters: Filters, expected: set[str], inns: SearchEngine
) -> None:
    found = inns.search(text, filters=filters, limit=50)
    assert {hit.id.removeprefix("test:") for hit in found} == expected


def test_the_open_ones_are_found_behind_many_closed_ones(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    many = [
        replace(
            listing(number, f"Auberge {number:03}", Kind.FOOD, CARMAUX),
            openings=_open(Day.TH)
            if number % 100 == 99
            else (
                Period(
                    start=date(2026, 7, 20),
                    end=date(2026, 7, 25),
                    days=(Day.TH,),
                    slots=(Slot(time(8), time(9)),),
                ),
            ),
        )
        for number in range(600)
    ]
    path = build(tmp_path_factory.mktemp("many") / "catalogue.sqlite", many)
    with Catalogue.open(path) as catalogue:
        filters = Filters(open_at=THURSDAY_NOON)
        found = SearchEngine(catalogue).search("auberge", filters=filters, limit=5)
        assert [hit.name for hit in found] == [f"Auberge {n}99" for n in ("0", *"1234")]


days = st.dates(date(2024, 1, 1), date(2028, 12, 31))
ends = st.one_of(st.none(), days, st.builds(MonthDay, st.integers(1, 12), st.integers(1, 28)))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start, end = draw(ends), draw(ends)
    if start is None or end is None or type(start) is not type(end):
        start = end = None
    elif isinstance(start, date) and isinstance(end, date):
        start, end = min(start, end), max(start, end)
    slots = draw(st.sampled_from([(), (LUNCH,), (Slot(time(20), time(3)),)]))
    return Period(start, end, tuple(draw(st.sets(st.sampled_from(Day), max_size=3))), slots=slots)


@given(
    st.lists(periods(), min_size=1, max_size=3).map(tuple),
    st.datetimes(datetime(2024, 1, 1), datetime(2028, 12, 31)),  # noqa: DTZ001
    st.booleans(),
)
@settings(deadline=None, max_examples=200)
def test_the_index_lets_through_all_that_are_open(
    openings: tuple[Period, ...], wall: datetime, whole_day: bool
) -> None:
    place: Listing = replace(BASE, openings=openings)
    moment = wall.replace(tzinfo=UTC)
    filters = Filters(open_at=wall.date() if whole_day else moment)
    if filters.opened(place):
        codes = set(seasons(place))
        assert all(codes & set(group) for group in filters.seasons())


def test_no_filter_is_nothing() -> None:
    assert not Filters()
    for one in (
        Filters(dogs=True), Filters(within_km=0.0), Filters(open_at=THURSDAY_NOON + timedelta(1)),
    ):  # fmt: skip
        assert one


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchEngine]:
    """More inns around than one look takes, the farthest read first."""
    inns = [
        replace(
            listing(n, f"Auberge {n}", Kind.FOOD, CARMAUX, "restaurant", step=0.004 * (200 - n))
        )
        for n in range(200)
    ]
    path = build(tmp_path_factory.mktemp("crowded") / "catalogue.sqlite", inns)
    with Catalogue.open(path) as catalogue:
        yield SearchEngine(catalogue)


@pytest.mark.parametrize("within", [2.0, 10.0, 15.0, 40.0, 60.0, None])
@pytest.mark.parametrize("text", ["", "auberge", "restaurant"])
def test_a_circle_takes_nothing_of_what_lies_in_it(
    text: str, within: float | None, crowded: SearchEngine
) -> None:
    here = Point(*CARMAUX[:2])
    filters = Filters(kinds=frozenset({Kind.FOOD}), within_km=within)
    found = crowded.search(text, filters=filters, origin=here, limit=20)
    steps = [n for n in range(1, 201) if within is None or 0.004 * n * 111.195 <= within]
    assert len(found) == min(20, len(steps))
    if text != "auberge":  # nearest first, but for a name that all of them have
        assert [hit.id for hit in found] == [f"test:{200 - n}" for n in steps[:20]]


CROWD = 150
"""More than one look takes of one condition."""
CORPUS = date(2026, 6, 4)
AT_ONE = datetime(2026, 6, 4, 13, tzinfo=PARIS)
SIGNS = ("Le Clos", "Le Close", "La Clé")


@pytest.fixture(scope="module")
def street(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchEngine]:
    """Inns of three names, of which every fourth is open on Thursdays, every tenth on one only."""
    inns = [
        replace(
            listing(
                n, f"{('Le Clos', 'Le Close', 'La Clé')[n % 3]} des Lys {n}", Kind.FOOD, CARMAUX
            ),
            openings=_open(Day.TH)
            if n % 4 == 3
            else (Period(CORPUS, CORPUS, slots=(LUNCH,)),)
            if n % 10 == 9
            else _open(Day.MO),
            pets=n % 5 == 4,
        )
        for n in range(CROWD)
    ]
    path = build(tmp_path_factory.mktemp("street") / "catalogue.sqlite", inns)
    with Catalogue.open(path) as catalogue:
        yield SearchEngine(catalogue)


@pytest.mark.parametrize("text", ["clos", "cls des lys", "close lys", "cle ds lys", "lis", "lys 7"])
@pytest.mark.parametrize(
    "filters",
    [
        Filters(open_at=CORPUS),
        Filters(open_at=AT_ONE),
        Filters(open_at=CORPUS + timedelta(7)),
        Filters(dogs=True),
        Filters(dogs=True, open_at=CORPUS),
    ],
    ids=["corpus", "at one", "next", "dogs", "both"],
)
def test_what_a_filter_leaves_is_what_was_found_without(
    text: str, filters: Filters, street: SearchEngine
) -> None:
    """A slip is one, and a word is one, whatever is filtered: all that is found without the filter
    and may be shown stays, in its order."""
    every = street.search(text, limit=CROWD)
    kept = [hit.id for hit in every if _may_be_shown(int(hit.id.removeprefix("test:")), filters)]
    found = [hit.id for hit in street.search(text, filters=filters, limit=CROWD)]
    assert [id for id in found if id in kept] == kept
    assert kept


def _may_be_shown(number: int, filters: Filters) -> bool:
    if filters.dogs and number % 5 != 4:
        return False
    if filters.open_at is None:
        return True
    thursdays, once = number % 4 == 3, number % 10 == 9
    return thursdays or (
        once and filters.open_at in (CORPUS, datetime(2026, 6, 4, 13, tzinfo=PARIS))
    )


@pytest.fixture(scope="module")
def signs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchEngine]:
    """Castles here that welcome dogs; at Albi places called Burg, of which the last one does;
    twelve called Lagast, of which the last one does, and one Lagust."""
    castles = [
        replace(
            listing(n, f"Château {n}", Kind.ATTRACTION, CARMAUX, "castle", step=n / 1e4), pets=True
        )
        for n in range(90)
    ]
    called = [
        replace(listing(100 + n, f"Burg {n}", Kind.SERVICE, ALBI), pets=n == 44) for n in range(45)
    ]
    many = [
        replace(listing(200 + n, f"Lagast {n}", Kind.SERVICE, ALBI), pets=n == 11)
        for n in range(12)
    ]
    slip = replace(listing(300, "Lagust", Kind.SERVICE, ALBI), pets=True)
    path = build(tmp_path_factory.mktemp("signs") / "c.sqlite", [*castles, *called, *many, slip])
    with Catalogue.open(path) as catalogue:
        yield SearchEngine(catalogue)


def test_the_one_of_many_that_may_be_shown_is_found_beside_what_else_they_mean(
    signs: SearchEngine,
) -> None:
    here = Point(*CARMAUX[:2])
    hits = signs.search(
        "burg", lang="de", prefix=False, origin=here, filters=Filters(dogs=True), limit=150
    )
    assert "Burg 44" in [hit.name for hit in hits]


def test_a_filter_makes_no_slip_of_a_word(signs: SearchEngine) -> None:
    for filters, left in ((Filters(), 12), (Filters(dogs=True), 1)):
        names = {hit.name for hit in signs.search("lagast", filters=filters)}
        assert names <= {f"Lagast {n}" for n in range(12)}
        assert len(names) == left
    far = Filters(dogs=True, kinds=frozenset({Kind.ATTRACTION}))
    assert signs.search("lagast", filters=far) == ()


def test_few_days_are_told_one_by_one() -> None:
    fair = replace(BASE, dates=(Period(date(2026, 7, 3), date(2026, 7, 5), slots=(LUNCH,)),))
    codes = set(seasons(fair))
    for day in range(1, 10):
        asked = Filters(open_at=date(2026, 7, day)).seasons()
        assert all(codes & set(group) for group in asked) == (3 <= day <= 5)
