"""Tariffs and admission: `label|note|lowest|highest|…`, numbers with a decimal comma.

"Gratuit" is free; a tariff without an amount says nothing. Regions differ in what stands before
and after the amounts: the first number is the lowest price, the second the highest, and a tariff
with more numbers than that is not understood.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from catalog.model import NOTHING, Localized, Price, TermId, Text
from catalog.sources.tourinsoft.entries import entries, scalar
from catalog.sources.tourinsoft.terms import TARIFF, known
from catalog.sources.values.moments import Impossible, parse_day
from catalog.sources.values.texts import tidy_line
from catalog.sources.values.wordings import NOTE
from catalog.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from catalog.sources.tourinsoft.entries import Entry
    from catalog.sources.tourinsoft.fields import Fields
    from catalog.sources.values.notes import Notes

FIELD: Final = "Tarifs"
_COMMAS: Final = re.compile(r"(?<=\|),")
_AMOUNT: Final = re.compile(r"(\d{1,6}(?:[.,]\d{1,4})?) ?(?:€|euros?|eur)?", re.IGNORECASE)
_FREE: Final = frozenset(("gratuit", "gratuite", "entree gratuite", "acces gratuit"))
"""« Entrée libre » is not among them: it says that nobody need book."""
_SAYS_NOTHING: Final = frozenset(
    (
        "tarifs non communiques",
        "tarif non communique",
        "non communique",
        "non renseigne",
        "oui",
        "non",
    )
)
_BASIS: Final = (
    (re.compile(r"\bpar (?:personne|pers)\b"), TermId("per_person")),
    (re.compile(r"\b(?:par|la) nuit(?:ee)?\b"), TermId("per_night")),
    (re.compile(r"\b(?:par|la|a la) semaine\b"), TermId("per_week")),
    (re.compile(r"\bpar groupe\b"), TermId("per_group")),
    (re.compile(r"\b(?:par|l) heure\b"), TermId("per_hour")),
    (re.compile(r"\b(?:par jour|la journee)\b"), TermId("per_day")),
)


def read_prices(fields: Fields, notes: Notes) -> tuple[Price, ...]:
    """Every tariff with an amount, and what the record says of admission."""
    found: dict[Price, None] = {}
    for value in fields.values("admission"):
        for entry in entries(value):
            price = _admission(entry.label)
            if price is not None:
                found[price] = None
    for value in fields.values("tariff"):
        for text in _COMMAS.split(value) if isinstance(value, str) else (value,):
            for entry in entries(text):
                price = _tariff(entry, notes)
                if price is not None:
                    found[price] = None
    if any(price.free for price in found) and any(price.minimum for price in found):
        notes.warn("free_with_price", FIELD)
        found = {price: None for price in found if not price.free}
    return tuple(found)


def _admission(raw: str) -> Price | None:
    said = fold(tidy_line(raw, 120))
    if said in _FREE:
        return Price(free=True)
    if not said or said in _SAYS_NOTHING:
        return None
    return Price(note=_french(raw))


def _tariff(entry: Entry, notes: Notes) -> Price | None:
    if entry.named:
        return _object(entry, notes)
    label, rest = entry.part(0), [part for part in entry.parts[1:] if part]
    numbers = [amount for part in rest if (amount := _amount(part)) is not None]
    words = [part for part in rest if _amount(part) is None]
    if len(numbers) > 2:
        notes.warn("tariff_unclear", FIELD, " | ".join(entry.parts))
        return None
    if not numbers:
        return Price(free=True) if fold(label) in _FREE else None
    return _price(numbers, label, words, (None, None), notes)


def _object(entry: Entry, notes: Notes) -> Price | None:
    numbers = [
        amount
        for names in (
            ("MinimumEuro", "Minimum", "Min", "Tarifmin"),
            ("MaximumEuro", "Maximum", "Max", "Tarifmax"),
        )
        if (amount := _amount(entry.text(*names))) is not None
    ]
    label = entry.text("IntituleTarifs", "Nom", "Intitule", "Libelle", "Typedetarif", "ThesLibelle")
    if not numbers:
        return Price(free=True) if fold(label) in _FREE else None
    words = [entry.text(name) for name in ("complementtarifs", "Complement", "Saisonnalite")]
    span = (
        _day(entry.text("Datedebutvalidite", "Datedebut"), notes),
        _day(entry.text("Datefinvalidite", "Datefin"), notes),
    )
    return _price(numbers, label, words, span, notes)


def _price(
    numbers: Sequence[Decimal],
    label: str,
    words: Sequence[str],
    span: tuple[date | None, date | None],
    notes: Notes,
) -> Price | None:
    if len(numbers) == 2 and numbers[0] == numbers[1] == 0:
        return Price(free=True, note=_french(label), start=span[0], end=span[1])
    kept = [number for number in numbers if number]
    if len(kept) < len(numbers):
        notes.warn("price_zero", FIELD, "0")
    if not kept:
        return None
    lowest, highest = kept[0], kept[-1]
    if highest < lowest:
        notes.warn("price_reversed", FIELD, f"{lowest} > {highest}")
        lowest, highest = highest, lowest
    said = fold(" ".join((label, *words))[:400])
    return Price(
        minimum=lowest,
        maximum=highest if len(kept) == 2 else None,
        audience=known(TARIFF, label) or (),
        basis=tuple(term for pattern, term in _BASIS if pattern.search(said)),
        start=span[0],
        end=span[1],
        note=_french(" · ".join(part for part in (label, *words) if part)),
    )


def _amount(raw: str) -> Decimal | None:
    """A text that is an amount and nothing else."""
    match = _AMOUNT.fullmatch(raw.replace("\xa0", " ").strip()[:40])
    if match is None:
        return None
    amount = Decimal(match[1].replace(",", "."))
    whole = amount.to_integral_value()
    return whole.quantize(Decimal(1)) if amount == whole else amount.normalize()


def _day(raw: str, notes: Notes) -> date | None:
    try:
        return parse_day(raw) if raw else None
    except Impossible:
        notes.warn("impossible_date", FIELD, raw)
        return None


def _french(raw: str) -> Localized:
    wording = tidy_line(scalar(raw), NOTE)
    return Localized((Text("fr", wording),)) if wording else NOTHING
