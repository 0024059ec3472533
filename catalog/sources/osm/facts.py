"""What the tags say of hours, access, prices, payment and equipment."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from catalog.hours import NotHeld, periods
from catalog.model import NOTHING, Access, Localized, Period, Price, TermId, Text
from catalog.sources.osm.kinds import values_of
from catalog.sources.values.texts import tidy, tidy_line
from catalog.sources.values.wordings import NOTE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from catalog.sources.values.notes import Notes

HOURS: Final = "opening_hours"
EXPRESSION: Final = 1_000

_PUBLIC: Final = frozenset({"yes", "permissive", "public", "designated", "official", "destination"})
_BARRED: Final = frozenset(
    {"private", "no", "restricted", "residents", "members", "staff", "employees", "military",
     "permit", "delivery", "forestry", "agricultural"}
)  # fmt: skip
_AMOUNT: Final = re.compile(r"(\d{1,4}(?:[.,]\d{1,2})?)\s*(?:€|EUR|euros?)", re.IGNORECASE)
_YES: Final = frozenset({"yes", "only", "designated"})

CUSTOMERS: Final = {
    "fr": "réservé aux clients", "en": "customers only", "de": "nur für Kunden",
    "es": "solo para clientes", "it": "riservato ai clienti", "nl": "alleen voor klanten",
    "oc": "reservat als clients", "ca": "només per a clients",
}  # fmt: skip
PAID: Final = {
    "fr": "payant", "en": "paid", "de": "kostenpflichtig", "es": "de pago", "it": "a pagamento",
    "nl": "betaald", "oc": "pagant", "ca": "de pagament",
}  # fmt: skip
PARTLY: Final = {
    "fr": "accessible en partie en fauteuil roulant", "en": "partly wheelchair accessible",
    "de": "teilweise rollstuhlgerecht", "es": "accesible en parte en silla de ruedas",
    "it": "parzialmente accessibile in sedia a rotelle",
    "nl": "gedeeltelijk rolstoeltoegankelijk",
    "oc": "accessible en partida en fautuèlh rodant",
    "ca": "accessible en part amb cadira de rodes",
}  # fmt: skip

_EQUIPMENT: Final[tuple[tuple[str, frozenset[str], str], ...]] = (
    ("changing_table", _YES, "changing_table"),
    ("internet_access", frozenset({"yes", "wlan", "wifi"}), "wifi"),
    ("outdoor_seating", frozenset({"yes", "terrace", "garden"}), "terrace"),
    ("air_conditioning", _YES, "air_conditioning"),
    ("takeaway", _YES, "takeaway"),
    ("diet:vegetarian", _YES, "vegetarian"),
    ("diet:vegan", _YES, "vegan"),
    ("diet:gluten_free", _YES, "gluten_free"),
    ("organic", _YES, "organic"),
    ("toilets", _YES, "toilets"),
    ("drinking_water", _YES, "drinking_water"),
    ("shower", frozenset({"yes", "hot", "outdoor"}), "shower"),
    ("picnic_table", _YES, "picnic_tables"),
    ("bbq", _YES, "barbecue"),
    ("swimming_pool", _YES, "pool"),
    ("washing_machine", _YES, "washing_machine"),
    ("hearing_loop", _YES, "hearing_loop"),
)
"""Tag, the values that state it, and the amenity that it is."""

_PAYMENT: Final[tuple[tuple[str, str], ...]] = (
    ("payment:cash", "cash"),
    ("payment:coins", "cash"),
    ("payment:cards", "card"),
    ("payment:credit_cards", "card"),
    ("payment:debit_cards", "card"),
    ("payment:visa", "card"),
    ("payment:mastercard", "card"),
    ("payment:contactless", "contactless"),
    ("payment:cheque", "cheque"),
    ("payment:cheques", "cheque"),
    ("payment:ancv", "holiday_vouchers"),
    ("payment:cheques_vacances", "holiday_vouchers"),
    ("payment:meal_voucher", "restaurant_vouchers"),
)


def restriction(tags: Mapping[str, str]) -> str | None:
    """The value of `access` that keeps the public out; None where it may come in."""
    values = values_of(tags.get("access", "").lower())
    return next((value for value in values if value in _BARRED), None)


def read_openings(tags: Mapping[str, str], notes: Notes) -> tuple[tuple[Period, ...], Localized]:
    """The hours, and what is left to tell of them.

    An expression that periods cannot hold leaves the hours unknown. It is kept word for word
    beside them: as the note of a period it would say that the place is open every day.
    """
    raw = tags.get(HOURS, "")
    if not raw.strip():
        return (), NOTHING
    text = tidy(raw, limit=EXPRESSION, line=True).text
    found, part = _periods(text)
    if part is None:
        return found, NOTHING
    notes.warn("hours_not_held", HOURS, f"{text} ({part})" if part != text else text)
    return (), Localized((Text("fr", text),))


@lru_cache(maxsize=1024)
def _periods(text: str) -> tuple[tuple[Period, ...], str | None]:
    try:
        return periods(text), None
    except NotHeld as refusal:
        return (), refusal.part


def read_access(tags: Mapping[str, str], notes: Notes) -> Access:
    """`limited` is neither yes nor no: unknown, with the words for it."""
    raw = tags.get("wheelchair", "").strip().lower()
    parts = [
        (lang, wording)
        for lang, key in (("fr", "wheelchair:description"), ("en", "wheelchair:description:en"))
        if (wording := tidy(tags.get(key, ""), limit=NOTE).text)
    ]
    if raw == "limited":
        said = {lang for lang, _ in parts}
        parts += [(lang, wording) for lang, wording in PARTLY.items() if lang not in said]
    note = Localized(tuple(Text(lang, wording) for lang, wording in parts))
    known = {"yes": True, "designated": True, "no": False, "limited": None, "": None}
    if raw not in known:
        notes.warn("access_unclear", "wheelchair", raw)
    return Access(wheelchair=known.get(raw), note=note)


def read_prices(tags: Mapping[str, str], notes: Notes) -> tuple[Price, ...]:
    """Free where `fee=no`; an amount only with its currency. `fee=yes` alone states no amount."""
    fee = tags.get("fee", "").strip()
    charge = tags.get("charge", "").strip()
    if fee.lower() == "no":
        if charge:
            notes.warn("free_with_price", "charge", charge)
        else:
            return (Price(free=True),)
    raw = charge or ("" if fee.lower() in ("yes", "no", "") else fee)
    if not raw:
        return ()
    match = _AMOUNT.fullmatch(raw)
    if match is None:
        notes.warn("price_without_unit", "charge" if charge else "fee", raw)
        return ()
    amount = Decimal(match[1].replace(",", "."))
    return (Price(minimum=amount, maximum=amount),) if amount else ()


def read_payment(tags: Mapping[str, str]) -> tuple[TermId, ...]:
    """How it can be paid, as far as it is stated."""
    found = (means for key, means in _PAYMENT if tags.get(key, "") in _YES)
    return tuple(TermId(means) for means in dict.fromkeys(found))


def read_amenities(
    tags: Mapping[str, str], concepts: Iterable[TermId], notes: Notes
) -> tuple[TermId, ...]:
    """Equipment; and that it is for customers, or paid, where that is all that is stated."""
    known = set(concepts)
    found = [
        TermId(amenity)
        for key, values, amenity in _EQUIPMENT
        if not values.isdisjoint(values_of(tags.get(key, "").lower())) and amenity not in known
    ]
    access = values_of(tags.get("access", "").lower())
    if "customers" in access:
        found.append(notes.term("osm", "access=customers", CUSTOMERS.items()))
    elif any(value not in _PUBLIC for value in access):
        notes.warn("access_rule_unknown", "access", tags["access"])
    fee = tags.get("fee", "").strip()
    if fee.lower() not in ("", "no") and not _AMOUNT.fullmatch(tags.get("charge", fee).strip()):
        found.append(notes.term("osm", "fee=yes", PAID.items()))
    return tuple(dict.fromkeys(found))


def read_pets(tags: Mapping[str, str]) -> bool | None:
    """Whether dogs may come; on a lead counts."""
    return {"yes": True, "leashed": True, "no": False}.get(tidy_line(tags.get("dog", "")).lower())
