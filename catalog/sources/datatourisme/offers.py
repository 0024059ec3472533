"""Prices and means of payment, as stated.

`free` only by the policy `kb:Free` or by 0 to 0, and never beside a price above zero. A lone 0 is
a placeholder in both ontologies (`"minPrice": ["0"]` beside "according to the season"): it is left
out with a caution. The platform writes equal lists of lowest and highest prices where a record has
several tariffs without names; each is then a price of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from catalog.model import NOTHING, Price, TermId
from catalog.sources.datatourisme.jsonld import (
    Node,
    items,
    nodes,
    reference,
    text,
    texts,
)
from catalog.sources.datatourisme.moments import day_or_caution
from catalog.sources.datatourisme.terms import PAYMENT, POLICY, PRICING
from catalog.sources.datatourisme.words import machine_translated, parts_of
from catalog.sources.values.wordings import NOTE, assemble

if TYPE_CHECKING:
    from datetime import date

    from catalog.model import Localized
    from catalog.sources.datatourisme.notes import Notes

FIELD: Final = "priceSpecification"
_ZERO: Final = Decimal(0)
_MOST: Final = Decimal(1_000_000)
_FREE: Final = "Free"


@dataclass(frozen=True, slots=True)
class _Range:
    minimum: Decimal | None
    maximum: Decimal | None


def read_prices(obj: Node, notes: Notes) -> tuple[Price, ...]:
    """Every tariff of every offer, each once, in the order of the record."""
    found: dict[Price, None] = {}
    for offer in nodes(obj, "offers"):
        for spec in nodes(offer, FIELD):
            found.update(dict.fromkeys(_prices(spec, notes)))
    return tuple(found)


def read_payment(obj: Node, notes: Notes) -> tuple[TermId, ...]:
    """The means of payment accepted."""
    methods = [
        method for offer in nodes(obj, "offers") for method in items(offer, "acceptedPaymentMethod")
    ]
    return notes.terms(methods, PAYMENT)


def _prices(spec: Node, notes: Notes) -> list[Price]:
    policies = [item for item in items(spec, "hasEligiblePolicy") if reference(item)]
    says_free = any(reference(item) == _FREE for item in policies)
    audience = notes.terms((item for item in policies if reference(item) != _FREE), POLICY)
    basis = notes.terms(
        [
            item
            for name in ("hasPricingMode", "hasPricingOffer", "hasPricingSeason")
            for item in items(spec, name)
        ],
        PRICING,
    )
    if len(basis) > 1:  # "per person, per unit" is what one producer writes for every ticket
        basis = tuple(term for term in basis if term != "kb:PerUnit")
    note = _note(spec, notes)
    found: list[Price] = []
    for price in _ranges(spec, notes):
        free = _free(price, says_free=says_free, notes=notes)
        minimum, maximum = _known(price, free=free, notes=notes)
        if not (free or minimum is not None or maximum is not None or note or audience):
            continue
        for start, end in _validity(spec, notes):
            found.append(
                Price(
                    minimum=minimum,
                    maximum=maximum,
                    currency=_currency(spec),
                    free=free,
                    audience=audience,
                    basis=basis,
                    start=start,
                    end=end,
                    note=note,
                )
            )
    return found


def _currency(spec: Node) -> str:
    code = text(spec, "priceCurrency") or ""
    return code.upper() if len(code) == 3 and code.isascii() and code.isalpha() else "EUR"


def _note(spec: Node, notes: Notes) -> Localized:
    machine = machine_translated(spec)
    parts = [
        part
        for name in ("name", "additionalInformation")
        for part in parts_of(spec, name, machine)
        if part[1].strip(" 0")  # one producer writes "0" as the name of every tariff
    ]
    return assemble(parts, notes, limit=NOTE, line=True, field=FIELD) if parts else NOTHING


def _ranges(spec: Node, notes: Notes) -> list[_Range]:
    lowest = _amounts(spec, "minPrice", notes)
    highest = _amounts(spec, "maxPrice", notes)
    if not lowest and not highest:
        lowest = _amounts(spec, "price", notes)
    if len(lowest) > 1 and sorted(lowest) == sorted(highest):
        if _ZERO in lowest:  # one of several lists that were merged: not a stated "0 to 0"
            notes.warn("price_zero", FIELD, "0")
        return [_Range(amount, amount) for amount in sorted(lowest) if amount]
    if len(lowest) > 1 or len(highest) > 1:  # duplicates were removed: these do not pair
        return [_Range(min(lowest + highest), max(lowest + highest))]
    minimum, maximum = next(iter(lowest), None), next(iter(highest), None)
    if maximum == 0 and minimum:  # "45" to "0": the zero fills a field
        notes.warn("price_zero", "maxPrice", "0")
        maximum = None
    if minimum is not None and maximum is not None and maximum < minimum:
        notes.warn("price_reversed", FIELD, f"{minimum} > {maximum}")
        minimum, maximum = maximum, minimum
    return [_Range(minimum, maximum)]


def _amounts(spec: Node, name: str, notes: Notes) -> list[Decimal]:
    found: list[Decimal] = []
    for raw in texts(spec, name):
        try:
            amount = Decimal(raw[:40].replace(",", ".").replace("\xa0", "").strip(" €"))
        except InvalidOperation:
            notes.warn("price_unreadable", name, raw)
            continue
        if not amount.is_finite() or not _ZERO <= amount <= _MOST:
            notes.warn("price_impossible", name, raw)
            continue
        found.append(_plain(amount))
    return found


def _plain(amount: Decimal) -> Decimal:
    """Without needless zeros or exponent: 1.50E+1 and 15.0 are both 15."""
    whole = amount.to_integral_value()
    return whole.quantize(Decimal(1)) if amount == whole else amount.normalize()


def _free(price: _Range, *, says_free: bool, notes: Notes) -> bool:
    if (price.minimum or _ZERO) > 0 or (price.maximum or _ZERO) > 0:
        if says_free:
            notes.warn("free_with_price", FIELD, f"{price.minimum or ''} {price.maximum or ''}")
        return False
    return says_free or (price.minimum == 0 and price.maximum == 0)


def _known(price: _Range, *, free: bool, notes: Notes) -> tuple[Decimal | None, Decimal | None]:
    """The bounds without zeros that only fill a field."""
    if free:
        return None, None
    minimum, maximum = price.minimum, price.maximum
    if minimum == 0 and maximum is None:
        notes.warn("price_zero", FIELD, "0")
        minimum = None
    if maximum == 0:
        notes.warn("price_zero", FIELD, "0")
        maximum = None
    return minimum, maximum


def _validity(spec: Node, notes: Notes) -> list[tuple[date | None, date | None]]:
    """The periods for which the price holds; one without bounds where none is stated."""
    periods = [
        (day_or_caution(period, "startDate", notes), day_or_caution(period, "endDate", notes))
        for period in nodes(spec, "appliesOnPeriod")
    ]
    return list(dict.fromkeys(periods)) or [(None, None)]
