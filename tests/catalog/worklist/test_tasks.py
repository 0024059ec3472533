"""Reasons, formula and order."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.model import Contact, Kind, Localized, Period, Price, Slot, Source, Text
from catalog.refresh.report import (
    Discrepancy,
    DoubtfulPair,
    FailedCanary,
    Rejected,
    Report,
    ToVerify,
)
from catalog.worklist.formula import OLDEST, UNDATED, WEIGHTS, priority
from catalog.worklist.reasons import Reason, Why, months_since, reasons
from catalog.worklist.tasks import belongs, by_owner, owner_of, task_of, worklist
from tests.catalog.making import make
from tests.catalog.worklist.making import TODAY, setting

OPEN = Period(slots=(Slot(time(10), time(12)),))
GOOD: dict[str, Any] = {
    "openings": (OPEN,),
    "contacts": (Contact(phones=("+33563766767",)),),
    "prices": (Price(free=True),),
}


def whys(**facts: Any) -> list[Why]:
    return [reason.why for reason in reasons(make(**{**GOOD, **facts}), TODAY, ("de",))]


def test_a_listing_that_answers_needs_no_call() -> None:
    assert whys() == []
    assert task_of(make(**GOOD), setting()) is None


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"openings": ()}, Why.HOURS_UNKNOWN),
        ({"openings": (Period(),)}, Why.HOURS_UNKNOWN),
        ({"openings": (Period(closed=True),)}, Why.HOURS_UNKNOWN),
        ({"openings": (Period(end=TODAY - timedelta(days=1)),)}, Why.HOURS_OVER),
        ({"updated": date(2025, 11, 21)}, Why.HOURS_UNCONFIRMED),
        ({"updated": None}, Why.HOURS_UNCONFIRMED),
        ({"contacts": (Contact(emails=("a@b.fr",)),)}, Why.NO_PHONE),
        ({"prices": ()}, Why.NO_PRICE),
        ({"description": Localized((Text("fr", "Un texte."),))}, Why.NO_TEXT),
    ],
)
def test_what_is_missing_is_the_reason(facts: dict[str, Any], expected: Why) -> None:
    assert whys(**facts) == [expected]


def test_what_needs_no_call() -> None:
    assert whys(updated=date(2025, 11, 22)) == []
    assert whys(openings=(Period(end=TODAY, slots=OPEN.slots),)) == []
    assert whys(description=Localized((Text("de", "Text"),))) == []
    assert whys(kind=Kind.ITINERARY, openings=(), contacts=(), prices=()) == []
    gone = Period(date(2020, 7, 1), date(2020, 7, 1))
    assert whys(kind=Kind.EVENT, openings=(), dates=(gone,), prices=()) == []


@pytest.mark.parametrize(
    ("day", "today", "months"),
    [
        (date(2025, 9, 21), date(2026, 11, 21), 14),
        (date(2025, 9, 22), date(2026, 11, 21), 13),
        (date(2026, 11, 21), date(2026, 11, 21), 0),
        (date(2027, 1, 1), date(2026, 11, 21), 0),
        (date(2024, 2, 29), date(2025, 2, 28), 11),
    ],
)
def test_whole_months(day: date, today: date, months: int) -> None:
    assert months_since(day, today) == months


def test_the_formula_by_hand() -> None:
    """The example of the docstring, and the three limits."""
    found = (Reason(Why.HOURS_UNCONFIRMED, months=14), Reason(Why.NO_PRICE))
    one = priority(31, date(2025, 9, 1), found, TODAY)
    assert (one.asked, one.age, one.urgency, one.value) == (32, 14, 4, 1792)
    assert priority(0, TODAY, found, TODAY).value == 1 * 1 * 4
    assert priority(0, date(1999, 1, 1), found, TODAY).age == OLDEST
    assert priority(0, None, found, TODAY).age == UNDATED
    assert set(WEIGHTS) == set(Why)


some_reasons = st.lists(st.sampled_from(list(Why)), min_size=1, unique=True).map(
    lambda whys: [Reason(why) for why in whys]
)


@given(some_reasons, st.integers(0, 10**6), st.integers(0, 10**6), st.integers(-50, 9000))
def test_more_asked_is_never_lower(found: list[Reason], asked: int, more: int, age: int) -> None:
    day = TODAY - timedelta(days=age)
    less, greater = (priority(n, day, found, TODAY).value for n in (asked, asked + more))
    assert greater >= less


@given(st.integers(0, 1000), st.integers(0, 4000), st.integers(0, 4000))
def test_an_older_listing_is_never_lower(asked: int, age: int, more: int) -> None:
    """Reasons included: what is older also has more of them."""
    judged = setting({"test:1": asked})
    young, old = (
        task_of(make(updated=TODAY - timedelta(days=days), openings=(OPEN,)), judged)
        for days in (age, age + more)
    )
    assert young is not None
    assert old is not None
    assert old.priority.value >= young.priority.value


def test_the_list_is_in_order_and_counts_all() -> None:
    listings = [make(str(n), f"N {n}", openings=(OPEN,)) for n in range(30)]
    found = worklist(listings, setting({"test:7": 22, "test:3": 21}), limit=3)
    assert [task.id for task in found.tasks] == ["test:7", "test:3", "test:0"]
    assert found.total == 30
    everything = worklist(listings, setting({"test:7": 22}), limit=None)
    assert [t.order for t in everything.tasks] == sorted(t.order for t in everything.tasks)


def test_doubts_of_the_last_refresh() -> None:
    report = Report(
        doubtful_pairs=(
            DoubtfulPair("test:1", "osm:2", "Verrerie", "Musée", 90, 10, "same_phone"),
        ),
        discrepancies=(Discrepancy("test:1", "V", "prices", "test", "5", "osm", "6"),),
        rejected=(Rejected("apidae", "r-1", "the record has no name"),),
        to_verify=(ToVerify("openagenda", "9", "Vide-grenier"),),
        failed_canaries=(FailedCanary("toilettes", "fr", "Toilettes du marché", 5, ()),),
    )
    judged = setting({"apidae:r-1": 40}, report)
    found = {task.id: task for task in worklist([make(**GOOD)], judged, limit=9).tasks}
    assert set(found) == {
        *("test:1", "apidae:r-1", "openagenda:9", "canary:Toilettes du marché"),
    }
    assert [reason.why for reason in found["test:1"].reasons] == [
        Why.DOUBTFUL_PAIR,
        Why.DISCREPANCY,
    ]
    assert found["test:1"].reasons[0].detail == "Musée"
    assert found["apidae:r-1"].priority.value == 41 * 1 * 4
    assert found["openagenda:9"].listing is None


def owned(record: str, creator: str | None, publisher: str | None = None) -> Any:
    source = Source("flux", record, TODAY, creator=creator, publisher=publisher)
    return make(record, sources=(source,))


def test_who_keeps_a_record() -> None:
    assert owner_of(owned("1", "OT du Ségala", "CRT")) == "OT du Ségala"
    assert owner_of(owned("1", None, "CRT")) == "CRT"
    assert owner_of(owned("1", None)) == "flux"
    assert belongs("Office de Tourisme du Ségala Tarnais", "segala TOURISME")
    assert not belongs("Office de Tourisme du Ségala Tarnais", "Albi")
    assert belongs("anything", None)


def test_records_by_owner_in_order() -> None:
    listings = [owned("1", "B"), owned("2", "A"), owned("3", "B"), owned("4", "A")]
    judged = setting({"test:3": 5})
    assert by_owner(listings, judged) == {"A": ["test:2", "test:4"], "B": ["test:3", "test:1"]}
    assert by_owner(listings, judged, "a") == {"A": ["test:2", "test:4"]}
    assert by_owner([make(**GOOD)], judged) == {}
