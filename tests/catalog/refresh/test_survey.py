from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog import hours
from catalog.model import (
    LANGUAGES,
    Access,
    Contact,
    Kind,
    Localized,
    Media,
    MonthDay,
    Period,
    Place,
    Price,
    Slot,
    Source,
    Text,
)
from catalog.refresh.quality import (
    NOT_ASKED,
    PARTS,
    WEIGHTS,
    Part,
    all_over,
    appraise,
    freshness,
    score,
)
from catalog.refresh.report import Report
from catalog.refresh.survey import COMMUNES, LOWEST, Survey, SurveyFacts
from tests.catalog.hours.strategies import periods
from tests.catalog.making import NOW, make

if TYPE_CHECKING:
    from catalog.model import Listing

TODAY = NOW.date()
OPEN = Period(days=(), slots=(Slot(time(10), time(12)),))


def texts(*langs: str, text: str = "x" * 80, machine: bool = False) -> Localized:
    return Localized(tuple(Text(lang, text, machine) for lang in langs))


def full(**more: Any) -> Listing:
    """A listing that lacks nothing."""
    facts: dict[str, Any] = {
        "description": texts(*LANGUAGES),
        "place": Place(44.08123, 1.7312, commune="Penne", insee="81206"),
        "openings": (OPEN,),
        "contacts": (Contact(phones=("+33563766767",)),),
        "media": (Media("https://x.fr/a.jpg", credit="OT"),),
        "prices": (Price(free=True),),
        "access": Access(wheelchair=False),
    }
    return make(**{**facts, **more})


def points(listing: Listing) -> int:
    return score(appraise(listing, TODAY))


def facts(survey: Survey) -> SurveyFacts:
    found = survey.facts()["survey"]
    assert isinstance(found, SurveyFacts)
    return found


def test_the_weights_are_a_hundred() -> None:
    assert sum(WEIGHTS.values()) == 100
    assert tuple(WEIGHTS) == PARTS


def test_a_listing_that_lacks_nothing_has_a_hundred() -> None:
    assert points(full()) == 100
    bare = make(place=Place(44.1, 1.7), updated=None)
    assert points(bare) == 1  # its French name: 10 × ⅛ of 100


@pytest.mark.parametrize(
    ("change", "lost"),
    [
        ({"description": texts("fr", "en")}, 7.5),  # two languages of eight: 10 × ¾
        ({"description": texts(*LANGUAGES, text="short")}, 7.5),
        ({"description": Localized(), "summary": texts(*LANGUAGES)}, 7.5),
        ({"place": Place(44.081, 1.73)}, 7.5),
        ({"place": Place(44.08, 1.73)}, 15),
        ({"openings": ()}, 20),
        ({"openings": (Period(),)}, 10),
        ({"openings": (replace(OPEN, end=TODAY - timedelta(days=1)),)}, 20),
        ({"openings": (replace(OPEN, end=TODAY),)}, 0),
        ({"contacts": (Contact(emails=("a@b.fr",)),)}, 5),
        ({"contacts": ()}, 10),
        ({"media": (Media("https://x.fr/a.jpg"),)}, 5),
        ({"media": (Media("https://x.fr/a.jpg", credit="OT", rights_end=date(2020, 1, 1)),)}, 5),
        ({"media": (Media("https://x.fr/a.mp4", mime="video/mp4", credit="OT"),)}, 5),
        ({"updated": None}, 15),
        ({"updated": TODAY - timedelta(days=730)}, 7.5),
        ({"prices": (Price(note=texts("fr")),)}, 5),
        ({"prices": (Price(minimum=Decimal(5)),)}, 0),
        ({"access": Access()}, 5),
    ],
)
def test_what_each_part_weighs(change: dict[str, Any], lost: float) -> None:
    assert points(full(**change)) == int(100 - lost + 0.5)


def test_what_a_kind_cannot_have_is_not_missed() -> None:
    fountain = make(kind=Kind.SERVICE, latitude=44.08123, openings=(OPEN,))
    left = 100 - sum(WEIGHTS[part] for part, kinds in NOT_ASKED.items() if Kind.SERVICE in kinds)
    there = WEIGHTS[Part.PLACE] + WEIGHTS[Part.HOURS] + WEIGHTS[Part.FRESHNESS]
    there_with_name = there + WEIGHTS[Part.LANGUAGES] / 8
    assert points(fountain) == int(100 * there_with_name / left + 0.5)


@given(st.lists(st.integers(0, 4000), min_size=2, max_size=2))
def test_older_is_never_fresher(ages: list[int]) -> None:
    young, old = sorted(ages)
    assert freshness(TODAY - timedelta(days=young), TODAY) >= freshness(
        TODAY - timedelta(days=old), TODAY
    )


@given(periods(4), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_over_agrees_with_the_hours(stated: tuple[Period, ...], day: date) -> None:
    assert all_over(stated, day) == hours.over(stated, day)


@given(
    st.lists(
        st.sampled_from(
            ["description", "openings", "contacts", "media", "prices", "access", "updated"]
        ),
        unique=True,
    ),
    st.sampled_from(list(Kind)),
)
def test_scores_stay_within_their_bounds(gone: list[str], kind: Kind) -> None:
    empty: dict[str, Any] = {"description": Localized(), "access": Access(), "updated": None}
    listing = full(kind=kind, **{name: empty.get(name, ()) for name in gone})
    assert 0 <= points(listing) <= points(full(kind=kind)) == 100


def test_the_survey_counts_what_it_is_shown() -> None:
    survey = Survey()
    here = Place(44.05, 2.16, commune="Carmaux", insee="81060")
    for listing in (
        make("1", kind=Kind.FOOD, description=texts("fr", "de")),
        make("2", kind=Kind.SERVICE, place=here),
        make("3", kind=Kind.FOOD, place=here, summary=texts("fr", machine=True)),
        make("4", place=Place(44.0, 2.0)),
        make("5", kind=Kind.EVENT, dates=(Period(date(2020, 7, 1), date(2020, 7, 2)),)),
    ):
        survey.add(listing, NOW)
    assert survey.facts()["past_events"] == 1
    found = facts(survey)
    assert (found.listings, found.communes, found.no_commune) == (4, 2, 1)
    assert [(one.name, one.listings, one.practical) for one in found.coverage] == [
        ("Carmaux", 2, 1),
        ("Penne", 1, 0),
    ]
    assert found.coverage[0].by_kind == {"food": 1, "service": 1}
    assert found.without_practical == 1
    assert found.untranslated["fr"] == {}
    assert found.untranslated["de"] == {"food": 1}
    assert found.untranslated["oc"] == {"food": 2}
    assert found.machine == {"fr": 1}
    assert found.without_text == {"attraction": 1, "service": 1}
    assert sum(found.quality.spread) == 4


def test_sources_and_what_joined_them() -> None:
    survey = Survey()
    other = Source("osm", "node/1", retrieved=TODAY)
    one = make("1")
    survey.add(replace(one, sources=(*one.sources, other)), NOW)
    survey.add(make("2"), NOW)
    shares = [(share.source, share.listings, share.joined) for share in facts(survey).by_source]
    assert shares == [("osm", 0, 1), ("test", 2, 0)]


def test_the_most_asked_are_to_be_improved_first() -> None:
    survey = Survey(asked={"test:7": 50, "test:9": 3})
    for number in range(3 * LOWEST):
        survey.add(make(str(number)), NOW)
    lowest = facts(survey).quality.lowest
    assert len(lowest) == LOWEST
    assert [one.id for one in lowest[:4]] == ["test:7", "test:9", "test:0", "test:1"]
    assert lowest[0].asked == 50
    assert "hours" in lowest[0].weak
    assert "languages" in lowest[0].weak


def test_memory_does_not_grow_with_listings() -> None:
    survey = Survey()
    for number in range(5 * COMMUNES):
        commune = Place(44, 2, insee=f"{number % (2 * COMMUNES):05}")
        survey.add(make(str(number), place=commune), NOW)
    found = facts(survey)
    assert found.communes == 2 * COMMUNES
    assert len(found.coverage) == COMMUNES


def test_an_empty_survey_and_back_from_json() -> None:
    empty = Report(**Survey().facts())
    assert Report.from_json(empty.to_json()) == empty
    survey = Survey()
    survey.add(full(), NOW)
    report = Report(**survey.facts())
    assert Report.from_json(report.to_json()) == report
    assert report.survey is not None
    assert report.survey.quality.mean == 100
    assert report.survey.quality.spread[9] == 1


def test_names_of_records_are_cleaned() -> None:
    survey = Survey()
    place = Place(44, 2, commune="A\x1b[2J\nB")
    survey.add(make(name="\x1b]0;x\x07Ch\u202eâteau\n\n", place=place), NOW)
    found = facts(survey)
    assert found.coverage[0].name == "A B"
    assert found.quality.lowest[0].name == "Château"


def test_yearly_seasons_are_never_over() -> None:
    season = Period(MonthDay(4, 1), MonthDay(10, 31))
    assert not all_over((season,), TODAY)
    assert not all_over((), TODAY)
    assert not all_over((replace(season, closed=True),), TODAY)
