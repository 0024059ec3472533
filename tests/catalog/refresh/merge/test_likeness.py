from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.model import Contact, Kind, Listing, MonthDay, Period, Place
from catalog.refresh.merge.likeness import Likeness, core, judge, resemblance
from tests.catalog.refresh.merge.test_join import listing, words

HERE = Place(44.05, 2.16, insee="81060", commune="Carmaux")


def named(name: str, north_m: float = 0, source: str = "apidae", **place: object) -> Listing:
    where = replace(HERE, latitude=HERE.latitude + north_m / 111_195, **place)  # type: ignore[arg-type]
    return listing(source, name=words(fr=name), place=where)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (named("Musée du verre"), named("Le musée du Verre", 150), "same"),
        (named("Office de Tourisme de Carmaux"), named("Office de tourisme", 20), "same"),
        (named("Musée du verre"), named("MUSÉE DU VERRE", 190, insee=None), "same"),
        (named("Musée du verre"), named("Musée du verre", 400), "doubtful"),
        (named("Musée du verre"), named("Musée du verre", 9_000), "doubtful"),
        (named("Musée du verre"), named("Musée du verre", 150, insee="81052"), "doubtful"),
        (named("Musée du verre"), named("Musée du vert", 300), "doubtful"),
        (named("Musée du verre"), named("Camping du lac"), "other"),
        (named("Gîte n° 1"), named("Gîte n° 2"), "other"),
        (named("Chambre A"), named("Chambre B"), "other"),
        (named("Musée du verre"), named("Musée du verre", 9_000, insee=None), "other"),
    ],
)
def test_names_and_places(first: Listing, second: Listing, expected: str) -> None:
    assert judge(first, second).likeness == expected
    assert judge(second, first).likeness == expected


def test_a_shared_id_is_sure_unless_it_is_far_away() -> None:
    first = named("Musée du verre")
    assert judge(first, named("La verrerie", 3_000), shared_id=True).why == "same_id"
    far = judge(first, named("La verrerie", 30_000), shared_id=True)
    assert (far.likeness, far.why) == (Likeness.DOUBTFUL, "same_id_far_apart")


def test_kinds_that_cannot_be_one_thing() -> None:
    food = replace(named("Le musée"), kinds=(Kind.FOOD,))
    assert judge(food, named("Le musée")).likeness is Likeness.OTHER
    both = replace(food, kinds=(Kind.FOOD, Kind.ATTRACTION))
    assert judge(both, named("Le musée")).likeness is Likeness.SAME


def test_one_phone_for_two_names_is_worth_a_look() -> None:
    contact = (Contact(phones=("+33563765232",)),)
    first = replace(named("Ferme du Bosc"), contacts=contact)
    second = replace(named("Gaec du Bosc", 50), contacts=contact)
    assert judge(first, second).why == "same_phone"


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ((Period(date(2026, 7, 1), date(2026, 7, 3)),), (), "same"),
        (
            (Period(date(2026, 7, 1), date(2026, 7, 3)),),
            (Period(date(2026, 7, 3), date(2026, 7, 3)),),
            "same",
        ),
        (
            (Period(date(2026, 7, 1), date(2026, 7, 3)),),
            (Period(date(2026, 7, 4), None),),
            "other",
        ),
        (
            (Period(MonthDay(8, 15), MonthDay(8, 16)),),
            (Period(date(2026, 7, 4), date(2026, 7, 4)),),
            "same",
        ),
    ],
)
def test_events_are_one_when_their_days_meet(
    mine: tuple[Period, ...], theirs: tuple[Period, ...], expected: str
) -> None:
    pair = [replace(named("Fête"), kinds=(Kind.EVENT,), dates=dates) for dates in (mine, theirs)]
    assert judge(*pair).likeness == expected


def test_the_core_of_a_name() -> None:
    assert core("Office de Tourisme de Carmaux", "Carmaux") == "office tourisme"
    assert core("Carmaux", "Carmaux") == "carmaux"
    assert core("Le Vigan", None) == "vigan"


@given(st.text(max_size=30), st.text(max_size=30))
def test_resemblance_is_mutual_and_whole_for_itself(a: str, b: str) -> None:
    assert resemblance(a, b) == resemblance(b, a)
    assert not a.strip() or resemblance(core(a, None), core(a, None)) in (0.0, 100.0)
