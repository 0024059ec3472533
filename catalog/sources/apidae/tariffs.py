"""Prices and means of payment from `descriptionTarif`.

A tariff with a lowest price only is "from", with equal ones exact, with a highest only "up to".
`gratuit` and `indicationTarif` say free; a missing price never does. The sentence `tarifsEnClair`
is kept where it says more than the tariffs: where somebody wrote it, where there are none, or where
it names ages that have no field.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from catalog.model import Price, TermId
from catalog.sources.apidae.fields import (
    Node,
    day_or_caution,
    flag,
    localized,
    node,
    nodes,
    scalar,
    text,
    wordings,
)
from catalog.sources.values.wordings import NOTE, SUMMARY
from catalog.vocabulary import concepts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from catalog.model import Localized
    from catalog.sources.apidae.notes import Notes
    from catalog.sources.apidae.reference import Reference

FIELD: Final = "descriptionTarif"
_MOST: Final = Decimal(1_000_000)
_GROUP: Final = TermId("group_rate")
_EXTRA: Final = TermId("extra_charge")


def read_prices(
    obj: Node, reference: Reference, notes: Notes, *, group: bool = False
) -> tuple[Price, ...]:
    """Every tariff of every period, each once; then what is only said in words. `group`: all of
    them are for groups."""
    about = node(obj, FIELD)
    found: dict[Price, None] = {}
    for period in nodes(about, "periodes"):
        found.update(dict.fromkeys(_of_period(period, reference, notes, group=group)))
    says_free = flag(about, "gratuit") or text(about, "indicationTarif") == "GRATUIT"
    priced = any(price.minimum or price.maximum for price in found if _EXTRA not in price.audience)
    if says_free and priced:
        notes.warn("free_with_price", FIELD)
    elif says_free:
        found[Price(free=True)] = None
    for note in _in_words(about, notes, structured=bool(found)):
        found[Price(audience=(_GROUP,) if group else (), note=note)] = None
    return tuple(found)


def read_payment(obj: Node, reference: Reference, notes: Notes) -> tuple[TermId, ...]:
    """The means of payment accepted."""
    return notes.terms(reference.each(obj, FIELD, "modesPaiement", section="ModePaiement"))


def _of_period(period: Node, reference: Reference, notes: Notes, *, group: bool) -> Iterable[Price]:
    start = day_or_caution(period, "dateDebut", notes)
    end = day_or_caution(period, "dateFin", notes)
    if start is not None and end is not None and end < start:
        notes.warn("period_reversed", FIELD, f"{start} > {end}")
        start, end = end, start
    season = notes.terms(reference.each(period, "type", section="TarifTypePeriode"))
    for tariff in nodes(period, "tarifs"):
        minimum, maximum = _bounds(tariff, notes)
        terms = notes.terms(reference.each(tariff, "type", section="TarifType"))
        note = localized(tariff.get("precisionTarif"), notes, limit=NOTE, field="precisionTarif")
        if minimum is None and maximum is None and not note:
            continue
        yield _price(tariff, (minimum, maximum), (*terms, *season), (start, end), note, group=group)


def _price(
    tariff: Node,
    bounds: tuple[Decimal | None, Decimal | None],
    terms: tuple[TermId, ...],
    span: tuple[date | None, date | None],
    note: Localized,
    *,
    group: bool,
) -> Price:
    """0 to 0 is free; for whom and for what are told apart by the vocabulary."""
    free = bounds == (Decimal(0), Decimal(0))
    audience = tuple(term for term in terms if _is_audience(term))
    if group and _GROUP not in audience:
        audience = (_GROUP, *audience)
    code = text(tariff, "devise") or ""
    return Price(
        minimum=None if free else bounds[0],
        maximum=None if free else bounds[1],
        currency=code.upper() if len(code) == 3 and code.isascii() and code.isalpha() else "EUR",
        free=free,
        audience=audience,
        basis=tuple(dict.fromkeys(term for term in terms if not _is_audience(term))),
        start=span[0],
        end=span[1],
        note=note,
    )


def _is_audience(term: TermId) -> bool:
    return term in concepts() and not term.startswith("per_")


def _bounds(tariff: Node, notes: Notes) -> tuple[Decimal | None, Decimal | None]:
    minimum, maximum = _amount(tariff, "minimum", notes), _amount(tariff, "maximum", notes)
    if minimum is not None and maximum is not None and maximum < minimum:
        if maximum == 0:
            notes.warn("price_zero", "maximum", "0")
            return minimum, None
        notes.warn("price_reversed", FIELD, f"{minimum} > {maximum}")
        return maximum, minimum
    if minimum == 0 and maximum != 0:  # "0 to 8", or a zero that fills a field
        if maximum is None:
            notes.warn("price_zero", "minimum", "0")
        return None, maximum
    if maximum == 0 and minimum is None:
        notes.warn("price_zero", "maximum", "0")
        return None, None
    return minimum, maximum


def _amount(tariff: Node, name: str, notes: Notes) -> Decimal | None:
    raw = scalar(tariff.get(name))
    if raw is None:
        return None
    try:
        amount = Decimal(raw[:40].replace(",", ".").strip(" €\xa0"))
    except InvalidOperation:
        notes.warn("price_unreadable", name, raw)
        return None
    if not amount.is_finite() or not 0 <= amount <= _MOST:
        notes.warn("price_impossible", name, raw)
        return None
    whole = amount.to_integral_value()
    return whole.quantize(Decimal(1)) if amount == whole else amount.normalize()


def _in_words(about: Node, notes: Notes, *, structured: bool) -> Iterable[Localized]:
    """The sentence about prices, or only what it adds to the tariffs."""
    automatic = text(about, "tarifsEnClairGenerationMode") == "AUTOMATIQUE"
    ages = any(node(about, "conditions").values())
    name = "tarifsEnClair" if not (structured and automatic) or ages else "complement"
    note = localized(about.get(name), notes, limit=SUMMARY, field=f"{FIELD}.{name}")
    if note:
        yield note
    for field in ("leTarifComprend", "leTarifNeComprendPas"):  # words that lack their heading
        for _, words in wordings(about.get(field))[:1]:
            notes.warn("price_contents_left_out", f"{FIELD}.{field}", words)
