from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from catalog.model import LANGUAGES
from catalog.refresh import figures

CLDR = {lang: {"en": "en_GB", "oc": "fr"}.get(lang, lang) for lang in LANGUAGES}
"""The locale that writes figures as the language does (CLDR has none for Occitan)."""


@pytest.mark.parametrize("lang", LANGUAGES)
@given(number=st.integers(0, 10**9))
def test_counts_are_written_as_cldr_does(lang: str, number: int) -> None:
    assert figures.count(number, lang) == format_decimal(number, locale=CLDR[lang])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_decimals_are_written_as_cldr_does(lang: str) -> None:
    assert figures.localised("12,345.6", lang) == format_decimal(12345.6, locale=CLDR[lang])


@pytest.mark.parametrize("lang", [lang for lang in LANGUAGES if lang != "en"])
@given(day=st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_days_are_in_the_order_of_cldr(lang: str, day: date) -> None:
    ours = figures.day(day, lang)
    theirs = format_date(day, "short", locale=CLDR[lang])
    between = ours[2]
    assert ours == between.join((f"{day.day:02}", f"{day.month:02}", f"{day.year:04}"))
    assert [int(part) for part in theirs.split(between)[:2]] == [day.day, day.month]


@pytest.mark.parametrize(
    ("lang", "day", "yearly"),
    [
        ("fr", "04/05/2026", "04/05"),
        ("en", "2026-05-04", "4 May"),
        ("de", "04.05.2026", "04.05."),
        ("nl", "04-05-2026", "04-05"),
        ("oc", "04/05/2026", "04/05"),
    ],
)
def test_days_and_days_of_every_year(lang: str, day: str, yearly: str) -> None:
    assert figures.day(date(2026, 5, 4), lang) == day
    assert figures.month_day(5, 4, lang) == yearly
