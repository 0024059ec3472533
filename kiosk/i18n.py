"""Translated sentences and local figures: gettext over `locales/`, Babel for the rest.

A screen asks `translator("nl")` and writes `t._("Open until %(time)s") % {"time": …}`, always
with named placeholders, always whole sentences. The language "xx" is a pseudo-locale that marks
and lengthens every message, so that a test sees what escapes translation.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from catalog.model import LANGUAGES, MonthDay
from kiosk.messages import PseudoTranslations, load

if TYPE_CHECKING:
    import gettext
    from collections.abc import Iterable
    from decimal import Decimal

DOMAIN: Final = "kiosk"
PSEUDO: Final = "xx"
LEAP_YEAR: Final = 2024
"""Any leap year will do to write 29 February without one."""

DateStyle = Literal["full", "long", "day", "month_day"]


def N_(message: str) -> str:
    """Marks a message for extraction; it is translated where it is shown."""
    return message


def locales_folder() -> Path:
    """`kiosk/locales` in an installed package, `locales/` in a checkout."""
    package = Path(__file__).parent
    installed = package / "locales"
    return installed if installed.is_dir() else package.parent / "locales"


@dataclass(frozen=True, slots=True)
class Language:
    """One of the product's languages. `name` is in itself; the rest as in languages.toml."""

    code: str
    name: str
    locale: str
    numbers: str
    plural: str
    first: str
    full: str
    long: str
    day: str
    month_day: str


@lru_cache(maxsize=1)
def languages() -> tuple[Language, ...]:
    """The languages in the order in which screens offer them."""
    table = tomllib.loads((locales_folder() / "languages.toml").read_text(encoding="utf-8"))
    return tuple(Language(code=code, **table[code]) for code in LANGUAGES)


@lru_cache(maxsize=2048)
def _dated(day: dt.date, pattern: str, locale: str) -> str:
    return format_date(day, pattern, locale)


class Translator:
    """One language: its sentences and its way of writing dates, figures and lists."""

    def __init__(self, language: Language, catalogue: gettext.NullTranslations) -> None:
        self.lang = language.code
        self.language = language
        self._catalogue = catalogue
        self._locale = Locale.parse(language.locale)
        self._numbers = Locale.parse(language.numbers)

    def _(self, message: str) -> str:
        """The message in this language; English where it is not translated."""
        return self._catalogue.gettext(message)

    def n_(self, singular: str, plural: str, count: int, **values: object) -> str:
        """The message for this number of things, with `%(count)s` and `values` filled in."""
        message = self._catalogue.ngettext(singular, plural, count)
        return message % {"count": self.number(count), **values}

    def p_(self, context: str, message: str) -> str:
        """The message in one of its senses, named by `context`."""
        return self._catalogue.pgettext(context, message)

    def number(self, value: float, *, decimals: int = 0) -> str:
        """A number rounded to `decimals`, without trailing zeros."""
        rounded: float = round(value, decimals)
        return format_decimal(rounded, locale=self._numbers)

    def distance_km(self, kilometres: float) -> str:
        """As "850 m" below a kilometre, "3,2 km" below ten, "14 km" beyond."""
        metres = round(kilometres * 1000, -1)
        if metres < 1000:
            return self._("%(number)s m") % {"number": self.number(max(metres, 10))}
        decimals = 1 if kilometres < 9.95 else 0
        return self._("%(number)s km") % {"number": self.number(kilometres, decimals=decimals)}

    def length(self, metres: int) -> str:
        """A stated length: "850 m" below a kilometre, "12,4 km" beyond."""
        if metres < 1000:
            return self.metres(metres)
        return self._("%(number)s km") % {"number": self.number(metres / 1000, decimals=1)}

    def metres(self, metres: int) -> str:
        """A height or a climb, always in metres."""
        return self._("%(number)s m") % {"number": self.number(metres)}

    def minutes(self, minutes: int) -> str:
        """As "45 min", "1 h", "1 h 05 min"."""
        hours, rest = divmod(minutes, 60)
        if not hours:
            # Translators: a duration below one hour
            return self._("%(minutes)s min") % {"minutes": self.number(rest)}
        if not rest:
            # Translators: a duration of whole hours
            return self._("%(hours)s h") % {"hours": self.number(hours)}
        # Translators: a duration; the minutes have two digits, as in "1 h 05 min"
        return self._("%(hours)s h %(minutes)s min") % {
            "hours": self.number(hours),
            "minutes": f"{rest:02d}",
        }

    def date(self, day: dt.date | MonthDay, style: DateStyle = "long") -> str:
        """A date: full "Tuesday 24 November 2026", long without the day of the week, day without
        the year, month_day "24 November" (the only style for a `MonthDay`)."""
        language = self.language
        if isinstance(day, MonthDay):
            day, style = dt.date(LEAP_YEAR, day.month, day.day), "month_day"
        pattern = {
            "full": language.full,
            "long": language.long,
            "day": language.day,
            "month_day": language.month_day,
        }[style]
        number = f"'{language.first}'" if day.day == 1 else "d"
        return _dated(day, pattern.replace("{day}", number), language.locale)

    def weekday(self, index: int) -> str:
        """The name of a day of the week, 0 for Monday."""
        return str(self._locale.days["stand-alone"]["wide"][index])

    def month(self, number: int) -> str:
        """The name of a month, 1 for January."""
        return str(self._locale.months["stand-alone"]["wide"][number])

    def time(self, moment: dt.time | dt.datetime) -> str:
        """A time on the 24-hour clock, in every language."""
        return f"{moment.hour:02d}:{moment.minute:02d}"

    def money(self, amount: Decimal, currency: str = "EUR") -> str:
        """An amount; whole ones without decimals."""
        pattern = self._numbers.currency_formats["standard"].pattern
        if amount == amount.to_integral_value():
            pattern = pattern.replace(".00", "")
        return format_currency(
            amount, currency, format=pattern, locale=self._numbers, currency_digits=False
        )

    def join(self, parts: Iterable[str]) -> str:
        """As "a, b and c"."""
        return format_list(list(parts), locale=self._locale)

    def language_name(self, code: str) -> str | None:
        """The name of a language in this one, None for a code that CLDR does not know."""
        name = self._locale.languages.get(code.replace("-", "_"))
        return str(name) if name is not None else None


@lru_cache(maxsize=16)
def translator(lang: str) -> Translator:
    """The translator of a product language or of the pseudo-locale.

    Raises KeyError for any other code: what a user may type is checked where it is read.
    """
    known = {language.code: language for language in languages()}
    if lang == PSEUDO:
        return Translator(replace(known["en"], code=PSEUDO), PseudoTranslations())
    return Translator(known[lang], load(locales_folder() / lang / "LC_MESSAGES" / f"{DOMAIN}.po"))
