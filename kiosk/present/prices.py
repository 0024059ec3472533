"""Tariffs in words. A missing price is silent; free is said only when it is stated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.advice.tariffs import family_price
from catalog.model import TermId
from kiosk.present.hours import season_text
from kiosk.present.words import Words, capital

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from decimal import Decimal

    from catalog.model import Listing, Price
    from kiosk.i18n import Translator


def price_lines(prices: Sequence[Price], *, words: Words, today: date) -> tuple[str, ...]:
    """One line a tariff; those of past seasons only where there is nothing else."""
    present = [price for price in prices if price.end is None or price.end >= today]
    lines = _lines(present, words)
    if lines:
        return lines
    earlier = _lines(prices, words)
    if not earlier:
        return ()
    return (words.t._("Prices of an earlier season, not confirmed since:"), *earlier)


def family_line(listing: Listing, words: Words) -> str:
    """What a family pays together; "" where that is not stated."""
    price = family_price(listing)
    if price is None:
        return ""
    told = {"who": words.term(TermId("family_rate")) or "", "amount": _amount(price, words.t)}
    return capital(words.t._("%(who)s: %(amount)s") % told)


def _lines(prices: Sequence[Price], words: Words) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line for price in prices if (line := _line(price, words))))


def _line(price: Price, words: Words) -> str:
    t = words.t
    amount = _amount(price, t)
    note = words.note(price.note)
    if not amount:
        return note
    basis = words.terms(price.basis)
    if basis and not price.free:
        # Translators: an amount and what it is for: "6.50 €, per person"
        amount = t._("%(amount)s, %(basis)s") % {"amount": amount, "basis": ", ".join(basis)}
    who = t.join(words.terms(price.audience))
    if who and note:
        text = t._("%(who)s (%(note)s): %(amount)s")
    elif who:
        # Translators: who pays, then how much: "Adults: 6.50 €"
        text = t._("%(who)s: %(amount)s")
    elif note:
        # Translators: an amount and a remark of the catalogue about it
        text = t._("%(amount)s (%(note)s)")
    else:
        text = "%(amount)s"
    line = capital(text % {"who": who, "note": note, "amount": amount})
    season = season_text(price.start, price.end, t) if price.start and price.end else ""
    if not season:
        return line
    # Translators: a price and the season in which it holds
    return t._("%(price)s [%(season)s]") % {"price": line, "season": season}


def _amount(price: Price, t: Translator) -> str:
    if price.free:
        return t.p_("price", "Free")
    return _from_to(price.minimum, price.maximum, price.currency, t)


def _from_to(low: Decimal | None, high: Decimal | None, currency: str, t: Translator) -> str:
    if low is not None and high is not None and low != high:
        # Translators: the lowest and the highest price
        return t._("%(low)s – %(high)s") % {
            "low": t.money(low, currency),
            "high": t.money(high, currency),
        }
    if low is not None and high is None:
        # Translators: a price of at least this amount
        return t.p_("price", "from %(amount)s") % {"amount": t.money(low, currency)}
    if low is None and high is not None:
        # Translators: a price of at most this amount
        return t.p_("price", "up to %(amount)s") % {"amount": t.money(high, currency)}
    return t.money(low, currency) if low is not None else ""
