"""Every value that a request can hold has words in every language: no code is ever a chip."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.model import LANGUAGES, Kind, TermId
from catalog.request import PlaceNames, Request, read
from catalog.request.understood import Part, parts
from catalog.vocabulary import concepts
from catalog.vocabulary.asking import phrases
from kiosk.i18n import translator
from kiosk.present.understood import chips, part_words
from kiosk.present.when import when_words
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
    "stars": ("1", "3"),
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


@pytest.mark.parametrize(
    ("lang", "text", "said"),
    [
        ("fr", "demain matin un musée et l'après-midi une baignade", "demain matin et après-midi"),
        ("en", "a museum this morning and a lake this afternoon", "today morning and afternoon"),
        ("de", "vormittags ein Schloss und nachmittags baden", "Vormittag und Nachmittag"),
        ("es", "mañana por la mañana un museo y por la tarde un lago", None),
        ("it", "domani mattina un museo e nel pomeriggio un lago", None),
        ("nl", "morgenochtend een museum en 's middags een meer", None),
        ("oc", "deman de matin un musèu e l'aprèp-miègjorn un lac", None),
        ("ca", "demà al matí un museu i a la tarda un llac", None),
        ("en", "a concert on Saturday evening and a castle on Sunday morning", "Saturday evening"),
    ],
)
def test_two_parts_of_a_day_are_one_chip(lang: str, text: str, said: str | None) -> None:
    request, t = read(text, PlaceNames(()), lang=lang), translator(lang)
    told = [chip.words for chip in chips(request, Words(t)) if chip.part.key == "when"]
    both = t.join([when_words(f"any:{part}", t) for part in ("morning", "afternoon")])
    assert len(told) == 1
    assert told[0] == said if said is not None else told[0].endswith(both)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("fr", "ce soir"),
        ("en", "this evening"),
        ("de", "heute Abend"),
        ("es", "esta noche"),
        ("it", "stasera"),
        ("nl", "vanavond"),
        ("oc", "aqueste ser"),
        ("ca", "aquest vespre"),
    ],
)
def test_a_part_of_today_is_called_as_people_do(lang: str, said: str) -> None:
    assert when_words("today:evening", translator(lang)) == said
