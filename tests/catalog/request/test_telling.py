"""Every date of a year and every clock time, as each language tells them, are read back."""

from __future__ import annotations

import pytest

from catalog.model import LANGUAGES
from catalog.request import PlaceNames, read
from tests.catalog.request.telling import LEAP_YEAR, ON, PART, dates, said, short_dates, shown

PLACES = PlaceNames(("Carmaux", "Albi"))
WEEKLY = LEAP_YEAR[::5]
CONCERT = {lang: on.partition(" {}")[0].rsplit(" ", 1)[0] for lang, on in ON.items()}


def _clock(text: str) -> str | None:
    request = read(text, PLACES)
    assert request.duration is None, text
    assert request.party == (), text
    _, at, clock = (request.when or "").partition("@")
    return clock if at else None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_date_of_a_year_is_read_in_every_style(lang: str) -> None:
    misread = [
        (text, found)
        for day in LEAP_YEAR
        for text in (ON[lang].format(written) for written in dates(lang, day))
        if (found := read(text, PLACES).when) != f"date:{day:%m-%d}"
    ]
    assert not misread


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_date_without_its_year_is_read_beside_its_weekday_too(lang: str) -> None:
    misread = [
        (text, found)
        for day in WEEKLY
        for text in (ON[lang].format(written) for written in short_dates(lang, day))
        if (found := read(text, PLACES).when) != f"date:{day:%m-%d}"
    ]
    assert not misread


@pytest.mark.parametrize("lang", LANGUAGES)
def test_minutes_of_every_hour_are_read_in_figures(lang: str) -> None:
    """Every third minute; from one o'clock to six the afternoon may be meant, where twelve
    hours are counted."""
    misread = []
    for at in range(0, 24 * 60, 3):
        hour, minute = divmod(at, 60)
        right = {f"{hour:02}:{minute:02}"} | (
            {f"{hour + 12}:{minute:02}"} if 1 <= hour <= 6 and lang in {"es", "ca"} else set()
        )
        forms = tuple(shown(lang, hour, minute))
        text = forms[at % len(forms)]
        found = _clock(f"{CONCERT[lang]} {text}")
        if found not in right:
            misread.append((text, found))
    assert not misread


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_five_minutes_are_read_in_words(lang: str) -> None:
    """Alone of either half of the day; with the part of the day told, exactly."""
    misread = []
    for at in range(60, 13 * 60, 5):
        hour, minute = divmod(at, 60)
        for text in said(lang, hour, minute):
            found = _clock(f"{CONCERT[lang]} {text}")
            if found is None or (int(found[:2]) - hour) % 12 or int(found[3:]) != minute:
                misread.append((text, found))
    assert not misread


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("first", "last", "part"), [(7, 12, 0), (13, 18, 1), (19, 23, 2)])
def test_a_part_of_the_day_tells_which_half(lang: str, first: int, last: int, part: int) -> None:
    misread = []
    for at in range(first * 60, last * 60, 5):
        hour, minute = divmod(at, 60)
        for text in said(lang, hour, minute):
            found = _clock(f"{CONCERT[lang]} {text}{PART[lang][part]}")
            if found != f"{hour:02}:{minute:02}":
                misread.append((text, found))
    assert not misread


def test_a_day_no_year_has_is_no_date() -> None:
    for text in ("31/04", "30/02", "31.9.", "31-04-2028", "30 février", "31 April", "32/13"):
        assert read(f"concert {text}", PLACES).when is None, text


def test_an_american_date_is_turned_where_it_can_be_no_other() -> None:
    assert read("a concert on 7/14", PLACES).when == "date:07-14"
    assert read("a concert on 7/4", PLACES).when == "date:04-07"
