"""Every value that a request can hold has words in every language: no code is ever a chip."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.model import LANGUAGES, Kind, TermId
from catalog.request import Request
from catalog.request.understood import Part, parts
from catalog.vocabulary import concepts
from catalog.vocabulary.asking import phrases
from kiosk.i18n import translator
from kiosk.present.understood import chips, part_words
from kiosk.present.words import Words

DAYS = (
    "now today tomorrow yesterday +1 +2 +3 +14 mon tue wed thu fri sat sun fri+7 sat+14 "
    "next_week:tue this_week next_week this_weekend next_weekend this_month next_month "
    "this_year month:01 month:12 year:2027 "
    "date:08-03 date:02-29 date:08-03..08-08 date:12-28..01-03 season:spring season:summer "
    "season:autumn season:winter public_holiday school_holidays feast:easter feast:easter_monday "
    "feast:good_friday feast:ascension feast:pentecost feast:whit_monday any"
)
PARTS = ("", ":morning", ":midday", ":afternoon", ":evening", ":night")
CLOCKS = ("", "@09:30", "@14:00+", "@20:15-")
WHEN = tuple(
    day + part + clock
    for day, part, clock in product(DAYS.split(), PARTS, CLOCKS)
    if day + part + clock != "any"
)
GROUPS = ("party", "mobility", "weather", "difficulty", "duration", "max_price")
SAID = {(m.group, m.value) for every in phrases().values() for m in every if m.group in GROUPS}
VALUES = {
    "party": ("age:1", "age:8", "n:2", "n:12"),
    "difficulty": ("easy/medium", "medium/hard", "easy/medium/hard"),
    "duration": ("45min", "90min", "2h", "half_day", "day", "2d", "3n", "1n", "weekend"),
    "max_price": ("0", "low", "15", "6.5"),
    "radius_km": ("0.5", "10"),
    "max_km": ("0.8", "12.5"),
    "types": tuple(Kind),
    "themes": (*concepts(), *(f"-{term}" for term in concepts()), "name:Saint-Privat", "lang:nl"),
}
ALL = tuple(
    dict.fromkeys(
        (
            *(Part("when", value) for value in WHEN),
            *(Part(group, value) for group, value in sorted(SAID)),
            *(Part(key, str(value)) for key, values in VALUES.items() for value in values),
        )
    )
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_value_of_the_grammar_has_words_and_no_code(lang: str) -> None:
    words = Words(translator(lang))
    told = {part: part_words(part, words) for part in ALL}
    assert [part for part, said in told.items() if not said] == []
    raw = [
        (part, said)
        for part, said in told.items()
        if "_" in said or (":" in said and "@" not in part.value) or ".." in said or "+" in said
    ]
    assert raw == []
    same = {
        part
        for part, said in told.items()
        if part.key in {"when", "party", "duration", "max_price"}
        and said == part.value
        and lang != "en"
    }
    assert {part.value for part in same} <= {"weekend", "baby", "couple", "seniors", "adults"}


@pytest.mark.parametrize("lang", [lang for lang in LANGUAGES if lang != "en"])
def test_the_time_is_told_in_the_language_of_the_reader(lang: str) -> None:
    english, own = Words(translator("en")), Words(translator(lang))
    alike = {
        day
        for day in DAYS.split()
        if day != "any"
        and not day.startswith("year")
        and part_words(Part("when", day), english) == part_words(Part("when", day), own)
    }
    assert alike <= {"season:winter", "season:summer", "now", "feast:ascension", "month:12"}


@given(st.sampled_from(["when", "party", "duration", "max_price", "difficulty", "weather"]),
       st.text(max_size=30))  # fmt: skip
def test_what_nobody_can_say_is_left_out_and_never_raises(key: str, value: str) -> None:
    said = part_words(Part(key, value), Words(translator("fr")))
    assert "_" not in said or key == "when"


def test_a_chip_is_shown_for_every_part_of_a_question() -> None:
    request = Request(
        types=(Kind.MARKET,),
        themes=("castle", "-museum"),
        when="next_week",
        where=("Albi", "here"),
        radius_km=10.0,
        duration="2h",
        party=("kids", "age:6"),
        weather="rain",
        mobility=("bike",),
        max_price=0.0,
        difficulty=("easy", "medium"),
        labels=(TermId("tourisme_handicap"),),
        rest="zzz",
    )
    shown = chips(request, Words(translator("fr")))
    assert [chip.part for chip in shown] == list(parts(request))


def test_what_is_a_wish_and_a_way_to_go_is_one_chip() -> None:
    request = Request(themes=("driving", "wine"), mobility=("car",), duration="day")
    shown = [chip.words for chip in chips(request, Words(translator("fr")))]
    assert shown.count("en voiture") == 1
    assert "une journée" in shown
