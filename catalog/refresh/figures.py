"""Numbers and dates as each of the eight languages writes them.

`catalog` knows no Babel (visitors' sentences do, in `kiosk`); a report needs only this table. It
follows CLDR, with two differences: Occitan is written as French is (CLDR has no figures for it),
and English dates are ISO 8601, which no reader takes for another day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

_THIN: Final = "\u202f"
_MARKS: Final = {
    "fr": (_THIN, ","),
    "en": (",", "."),
    "de": (".", ","),
    "es": (".", ","),
    "it": (".", ","),
    "nl": (".", ","),
    "oc": (_THIN, ","),
    "ca": (".", ","),
}
"""What stands between thousands, and before decimals."""

_DAYS: Final = {
    "fr": "%d/%m/%Y",
    "en": "%Y-%m-%d",
    "de": "%d.%m.%Y",
    "es": "%d/%m/%Y",
    "it": "%d/%m/%Y",
    "nl": "%d-%m-%Y",
    "oc": "%d/%m/%Y",
    "ca": "%d/%m/%Y",
}

_MONTHS: Final = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)


def count(number: int, lang: str) -> str:
    """A whole number, its thousands set apart."""
    return localised(f"{number:,}", lang)


def localised(english: str, lang: str) -> str:
    """A number written as in English (`1,234.5`), as the language writes it."""
    thousands, decimals = _MARKS[lang]
    return english.translate({ord(","): thousands, ord("."): decimals})


def day(date: date, lang: str) -> str:
    """A date in figures, with its year of four."""
    # strftime writes years before 1000 with fewer figures
    return date.strftime(_DAYS[lang].replace("%Y", f"{date.year:04}"))


def month_day(month: int, day: int, lang: str) -> str:
    """A day of every year. English names the month: 04/05 is two days in two countries."""
    if lang == "en":
        return f"{day} {_MONTHS[month - 1]}"
    between = {"de": ".", "nl": "-"}.get(lang, "/")
    return f"{day:02}{between}{month:02}{'.' if lang == 'de' else ''}"
