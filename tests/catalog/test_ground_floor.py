"""text, geo, clock and model: what the whole house stands on."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.clock import PARIS, parse_day, parse_moment
from catalog.errors import Refused, Unreadable, WrongUse
from catalog.geo import Point, coordinates, distance_km, driving_minutes, in_france, walking_minutes
from catalog.model import Kind, Listing, ListingId, Localized, Place, Source, Text
from catalog.text import MAX_MARKS, clean, clean_held, clean_line, fold, words

ANYTHING = st.text(st.characters())
DEGREES = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("Entrée\u00a0libre", "Entrée libre"),
        ("a\r\nb\rc\n\n\n\nd", "a\nb\nc\n\nd"),
        ("fermé\x1b[2J\x1b[31m le lundi", "fermé le lundi"),
        ("titre\x1b]0;pwned\x07 du\x9b2J site\x1b]52;c;eHh4\x1b\\", "titre du site"),
        ("reste \x1b]0;sans fin", "reste 0;sans fin"),
        ("a\u202eb\u200bc\u2066d\ufeff", "abcd"),
        ("lone \ud800 surrogate", "lone surrogate"),
        ("tag\U000e0041s \ue000", "tags"),
        ("\ttab  and   spaces ", "tab and spaces"),
        ("Tarif [/] [@click=app.quit]spécial", "Tarif [/] [@click=app.quit]spécial"),
        ("", ""),
    ],
)
def test_clean_makes_text_harmless_and_keeps_its_words(raw: str, shown: str) -> None:
    assert clean(raw) == shown


@given(ANYTHING)
def test_clean_is_final_and_holds_no_control_character(raw: str) -> None:
    shown = clean(raw)
    assert clean(shown) == shown
    assert all(unicodedata.category(char) not in {"Cc", "Cs"} or char == "\n" for char in shown)
    shown.encode()


@given(ANYTHING, st.integers(1, 40))
def test_a_limit_is_kept_and_shown(raw: str, limit: int) -> None:
    shown = clean(raw, limit=limit)
    assert len(shown) <= limit
    if len(clean(raw)) > limit:
        assert shown.endswith("…")


def test_marks_do_not_pile_up_and_lines_can_be_joined() -> None:
    assert sum(unicodedata.combining(char) > 0 for char in clean("o" + "\u0316" * 90)) == MAX_MARKS
    assert clean_line("une\n\ndeux") == "une deux"


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("6,50\u00a0€", "6,50\u00a0€"),
        ("1\u202f200\u202f€", "1\u00a0200\u00a0€"),
        ("a \u00a0b\u00a0\u00a0c\u00a0", "a b c"),
        ("a\n\u00a0b  c", "a\nb c"),
        ("\x1b[31m6\u00a0€\x1b[0m", "6\u00a0€"),
    ],
)
def test_a_space_that_holds_two_words_stays(raw: str, shown: str) -> None:
    assert clean_held(raw) == shown
    assert clean_held(shown) == shown


@given(st.text(st.characters(max_codepoint=0x180)) | st.text("aÉ’œß·½µ '\n-_", max_size=20))
def test_folding_latin_letters_is_folding_letters(text: str) -> None:
    assert fold(text) == fold(f"{text} Ж").removesuffix("ж").rstrip()


@pytest.mark.parametrize(
    ("spelling", "folded"),
    [
        ("L’Œuvre d'Étienne", "l oeuvre d etienne"),
        ("Saint-Antonin-Noble-Val", "saint antonin noble val"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("col·legi", "collegi"),
        ("CORDES-SUR-CIEL", "cordes sur ciel"),
        ("Còrdas", "cordas"),
        ("GR®36", "gr 36"),
        ("snake_case", "snake case"),
        ("   ", ""),
    ],
)
def test_fold_makes_spellings_meet(spelling: str, folded: str) -> None:
    assert fold(spelling) == folded


@given(ANYTHING)
def test_fold_is_final_and_words_are_its_parts(raw: str) -> None:
    assert fold(fold(raw)) == fold(raw)
    assert " ".join(words(raw)) == fold(raw)


def test_known_distances() -> None:
    carmaux, albi = Point(44.0494, 2.1580), Point(43.9289, 2.1464)
    assert distance_km(carmaux, albi) == pytest.approx(13.4, abs=0.1)
    assert distance_km(carmaux, carmaux) == 0
    assert distance_km(Point(0, 0), Point(0, 180)) == pytest.approx(20015, abs=1)
    assert walking_minutes(0.9) == 15
    assert driving_minutes(20.0) == 30
    assert walking_minutes(0.0) == 1


@pytest.mark.parametrize(
    ("written", "point"),
    [
        ("44.05,2.16", Point(44.05, 2.16)),
        (" -12.8 , 45.2 ", Point(-12.8, 45.2)),
        ("90,180", Point(90, 180)),
        ("44.05", None),
        ("Albi, Tarn", None),
        ("91,2", None),
        ("44,181", None),
        ("nan,2", None),
        ("inf,2", None),
        ("", None),
    ],
)
def test_coordinates_are_two_numbers_on_the_globe(written: str, point: Point | None) -> None:
    assert coordinates(written) == point


@given(DEGREES, DEGREES, DEGREES)
def test_distance_is_a_metric(a: Point, b: Point, c: Point) -> None:
    assert distance_km(a, b) == pytest.approx(distance_km(b, a), abs=1e-6)
    assert distance_km(a, c) <= distance_km(a, b) + distance_km(b, c) + 1e-6


def test_france_has_boxes_overseas_too() -> None:
    assert in_france(Point(44.05, 2.16))
    assert in_france(Point(-21.1, 55.5))
    assert not in_france(Point(2.16, 44.05))


def test_moments_are_in_paris() -> None:
    assert parse_moment("2026-07-23T10:40") == datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)
    assert parse_moment("2026-07-23T10:40:00Z").hour == 12
    assert parse_moment("2026-07-23T10:40").utcoffset() == timedelta(hours=2)
    with pytest.raises(ValueError, match="Invalid isoformat"):
        parse_moment("tomorrow")


@pytest.mark.parametrize(
    "text",
    [
        *("0001-01-01T00:00", "0001-01-01T00:00+14:00", "1969-12-31T23:59"),
        *("2201-01-01T00:00", "9999-12-31T23:59", "9999-12-31T23:59-12:00"),
    ],
)
def test_moments_near_the_ends_of_the_calendar_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="between 1970 and 2200"):
        parse_moment(text)
    with pytest.raises(ValueError, match="between 1970 and 2200"):
        parse_day(text[:10])
    assert parse_day("1970-01-01") < parse_day("2200-12-31")


def test_the_best_wording_is_asked_then_french_then_english_then_any() -> None:
    name = Localized((Text("nl", "Kasteel"), Text("en", "Castle")))
    assert name.best("nl") == Text("nl", "Kasteel")
    assert name.best("de") == Text("en", "Castle")
    assert Localized((Text("nl", "Kasteel"),)).best("fr") == Text("nl", "Kasteel")
    assert Localized().best("fr") is None
    assert not Localized()


def test_a_listing_is_confirmed_by_its_newest_source() -> None:
    def source(updated: date | None) -> Source:
        return Source(name="x", record="1", retrieved=date(2026, 1, 1), updated=updated)

    def listing(*sources: Source) -> Listing:
        return Listing(
            id=ListingId("x:1"),
            kinds=(Kind.MARKET, Kind.EVENT),
            name=Localized((Text("fr", "Marché"),)),
            place=Place(44.0, 2.0),
            sources=sources,
        )

    assert listing(source(None), source(date(2025, 5, 1))).confirmed == date(2025, 5, 1)
    assert listing(source(None)).confirmed is None
    assert listing(source(None)).kind is Kind.MARKET
    assert hash(listing(source(None))) == hash(listing(source(None)))


def test_a_field_knows_its_source_and_so_does_what_lies_inside_it() -> None:
    sources = tuple(Source(name, "1", date(2026, 1, 1)) for name in "abc")
    listing = Listing(
        id=ListingId("x:1"),
        kinds=(Kind.MARKET,),
        name=Localized((Text("fr", "Marché"),)),
        place=Place(44.0, 2.0),
        sources=sources,
        provenance=(("openings", 1), ("place.insee", 2), ("summary.de", 1), ("labels[1]", 2)),
    )
    asked = ("name", "openings", "openings[0].slots[1]", "place", "place.insee", "summary.de")
    assert [listing.origin(field).name for field in asked] == ["a", "b", "b", "a", "c", "b"]
    more = ("summary.fr", "labels[0].id", "labels[1].id", "")
    assert [listing.origin(field).name for field in more] == ["a", "a", "c", "a"]


def test_errors_say_where_and_the_way_out() -> None:
    error = Unreadable("not a zip", where="flux.zip", remedy="download it again")
    assert str(error) == "flux.zip: not a zip\n  → download it again"
    assert (WrongUse.exit_code, Refused.exit_code, Unreadable.exit_code) == (2, 3, 4)
