"""Advice on a small catalogue: reasons traced, closed never first and never hidden."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.advice import Adviser, Asked, asked_time
from catalog.clock import PARIS
from catalog.geo import Point
from catalog.model import Day, Itinerary, Kind, Label, Period, Price, Slot, TermId
from catalog.store.reader import Catalogue
from catalog.store.writer import CatalogueWriter
from tests.catalog.making import VERSION, make, write_index

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.advice import Advice, Proposal

HERE = Point(44.05, 2.16)
NOW = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)  # a Thursday
EVERY_DAY = (Period(slots=(Slot(time(10), time(19)),)),)
LAKE = (TermId("lake"), TermId("swimming"))

LISTINGS = (
    make(
        "lake",
        "Lac ouvert",
        kind=Kind.ACTIVITY,
        latitude=44.10,
        longitude=2.16,
        concepts=LAKE,
        openings=EVERY_DAY,
        pets=False,
        prices=(Price(free=True),),
    ),
    make(
        "shut",
        "Lac fermé",
        kind=Kind.ACTIVITY,
        latitude=44.051,
        longitude=2.16,
        concepts=LAKE,
        openings=(*EVERY_DAY, Period(start=date(2026, 7, 1), end=date(2026, 8, 31), closed=True)),
    ),
    make(
        "wild",
        "Plage sans horaires",
        kind=Kind.ACTIVITY,
        latitude=44.06,
        longitude=2.16,
        concepts=(TermId("beach"), TermId("swimming")),
        prices=(Price(minimum=Decimal(4)),),
    ),
    make(
        "market",
        "Marché du vendredi",
        kind=Kind.MARKET,
        latitude=44.05,
        longitude=2.16,
        concepts=(TermId("market"),),
        openings=(Period(days=(Day.FR,), slots=(Slot(time(8), time(12, 30)),)),),
    ),
    make(
        "fete",
        "Fête passée",
        kind=Kind.EVENT,
        latitude=44.05,
        longitude=2.16,
        concepts=(TermId("fete"),),
        dates=(Period(start=date(2026, 5, 1), end=date(2026, 5, 2)),),
    ),
    make(
        "walk",
        "Sentier long",
        kind=Kind.ITINERARY,
        latitude=44.05,
        longitude=2.17,
        concepts=(TermId("walking_route"),),
        itinerary=Itinerary(modes=(TermId("walking"),), distance_m=22_000, difficulty="hard"),
    ),
    make(
        "village",
        "Village classé",
        latitude=44.07,
        longitude=2.10,
        concepts=(TermId("village"),),
        labels=(Label(TermId("plus_beaux_villages")),),
    ),
    make(
        "office",
        "Office de tourisme",
        kind=Kind.OFFICE,
        latitude=44.05,
        longitude=2.16,
        concepts=(TermId("tourist_office"),),
    ),
)


@pytest.fixture(scope="module")
def adviser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Adviser]:
    path = tmp_path_factory.mktemp("advice") / "catalogue.sqlite"
    with CatalogueWriter(path) as writer:
        rows = [(writer.add(listing), listing) for listing in LISTINGS]
        write_index(writer.connection, rows)
        writer.finish(version=VERSION, built=NOW)
    with Catalogue.open(path) as catalogue:
        yield Adviser(catalogue)


def names(proposals: tuple[Proposal, ...]) -> list[str]:
    found = []
    for proposal in proposals:
        best = proposal.listing.name.best("fr")
        found.append(best.text if best else "")
    return found


def ask(adviser: Adviser, text: str, now: datetime = NOW) -> Advice:
    return adviser.ask(text, here=HERE, now=now)


def test_the_stated_open_one_comes_before_the_nearer_unknown_one(adviser: Adviser) -> None:
    advice = ask(adviser, "où se baigner aujourd'hui à 15h00")
    assert names(advice.proposals) == ["Lac ouvert", "Plage sans horaires"]
    assert [p.open for p in advice.proposals] == [True, None]


def test_a_closed_place_is_never_proposed_and_never_hidden(adviser: Adviser) -> None:
    advice = ask(adviser, "baignade aujourd'hui à 15h00")
    assert "Lac fermé" not in names(advice.proposals)
    assert "Lac fermé" in names(advice.near_misses)
    (miss,) = (p for p in advice.near_misses if p.listing.id == "test:shut")
    assert ("openings", "season") in [(c.field, c.value) for c in miss.against]


def test_what_is_ruled_out_says_why(adviser: Adviser) -> None:
    advice = ask(adviser, "se baigner avec un chien")
    assert "Lac ouvert" in names(advice.near_misses)
    dear = ask(adviser, "se baigner gratuit")
    assert "Plage sans horaires" in names(dear.near_misses)
    assert ("prices", "free") in [(r.field, r.value) for r in dear.proposals[0].reasons]
    far = ask(adviser, "une randonnée facile de 5 km")
    assert {c.field for p in far.near_misses for c in p.cautions} == {
        "itinerary.distance_m",
        "itinerary.difficulty",
    }


def test_a_market_is_found_on_its_day_and_not_on_another(adviser: Adviser) -> None:
    assert names(ask(adviser, "marché demain matin").proposals)[:1] == ["Marché du vendredi"]
    assert names(ask(adviser, "marché dimanche").near_misses) == ["Marché du vendredi"]


def test_a_past_event_is_a_near_miss(adviser: Adviser) -> None:
    advice = ask(adviser, "fête")
    assert names(advice.proposals) == []
    assert [(c.field, c.value) for c in advice.near_misses[0].cautions] == [("dates", "past")]


def test_labels_are_wanted_and_reasoned(adviser: Adviser) -> None:
    advice = ask(adviser, "plus beaux villages de france")
    assert names(advice.proposals) == ["Village classé"]
    assert ("labels", "plus_beaux_villages") in [
        (r.field, r.value) for r in advice.proposals[0].reasons
    ]


def test_every_reason_names_a_field_that_the_listing_fills(adviser: Adviser) -> None:
    for text in ("baignade gratuite demain", "marché vendredi", "village", "randonnée"):
        for proposal in ask(adviser, text).proposals:
            for reason in proposal.reasons:
                value: object = proposal.listing
                for part in reason.field.split("."):
                    value = getattr(value, part)
                assert value not in (None, ()), (text, reason)
                assert reason.confirmed == proposal.listing.confirmed


def test_nothing_found_still_names_whom_to_ask(adviser: Adviser) -> None:
    advice = ask(adviser, "zzyzx qwrtpl")
    assert advice.proposals == ()
    assert advice.office is not None
    assert advice.office.id == "test:office"


@given(st.text(st.characters(), max_size=120))
@settings(max_examples=60)
def test_any_question_is_answered(adviser: Adviser, text: str) -> None:
    advice = ask(adviser, text)
    assert len(advice.proposals) <= 3
    assert not {p.listing.id for p in advice.proposals} & {p.listing.id for p in advice.near_misses}


@pytest.mark.parametrize(
    ("when", "asked"),
    [
        (None, None),
        ("now", Asked((date(2026, 7, 23),), time(10, 40), time(10, 40))),
        ("today", Asked((date(2026, 7, 23),))),
        ("tomorrow:morning", Asked((date(2026, 7, 24),), time(8), time(12))),
        ("+2", Asked((date(2026, 7, 25),))),
        ("thu", Asked((date(2026, 7, 23),))),
        ("wed:evening", Asked((date(2026, 7, 29),), time(18, 30), time(23))),
        ("thu+7", Asked((date(2026, 7, 30),))),
        ("fri+14:evening", Asked((date(2026, 8, 7),), time(18, 30), time(23))),
        ("next_week:fri@14:00+", Asked((date(2026, 7, 31),), time(14), None)),
        ("fri+x", None),
        ("this_weekend", Asked((date(2026, 7, 25), date(2026, 7, 26)))),
        ("date:07-14", Asked((date(2027, 7, 14),))),
        ("date:02-29", Asked((date(2028, 2, 29),))),
        ("date:02-31", None),
        ("any", None),
        ("any@19:30", Asked((date(2026, 7, 23),), time(19, 30), time(19, 30))),
        ("any@09:30", Asked((date(2026, 7, 24),), time(9, 30), time(9, 30))),
        ("any@19:30+", Asked((date(2026, 7, 23),), time(19, 30), None)),
        ("any:evening@20:00-", Asked((date(2026, 7, 23),), time(18, 30), time(20))),
        ("any:morning", Asked((date(2026, 7, 23),), time(8), time(12))),
        ("yesterday", None),
        ("fortnight:maybe@99:99", None),
    ],
)
def test_spoken_times_are_days_to_come(when: str | None, asked: Asked | None) -> None:
    assert asked_time(when, NOW) == asked


def test_a_part_of_today_that_is_over_is_tomorrows() -> None:
    late = NOW.replace(hour=20, minute=40)
    tomorrow = (date(2026, 7, 24),)
    assert asked_time("today:afternoon", late) == Asked(tomorrow, time(14), time(18, 30))
    assert asked_time("today:evening", late) == Asked((NOW.date(),), time(18, 30), time(23))
    assert asked_time("today@15:00", late) == Asked((NOW.date(),), time(15), time(15))


def test_a_month_is_what_is_left_of_it_and_a_sunday_weekend_is_today() -> None:
    july = asked_time("month:07", NOW)
    june = asked_time("month:06", NOW)
    assert july is not None
    assert july.days[0] == date(2026, 7, 23)
    assert july.days[-1] == date(2026, 7, 31)
    assert june is not None
    assert june.days[0] == date(2027, 6, 1)
    sunday = datetime(2026, 7, 26, 9, 0, tzinfo=PARIS)
    assert asked_time("this_weekend", sunday) == Asked((date(2026, 7, 26),))
