"""What clerks write into cells: yes and no, days and ranges of days, amounts, positions, lists."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from catalog.model import Localized, Price, Slot, Text
from catalog.sources.spreadsheet.sheets import Cell, text_of
from catalog.sources.values.moments import FAR_FUTURE, FAR_PAST, Impossible, parse_day
from catalog.sources.values.periods import Statement
from catalog.sources.values.wordings import NOTE
from catalog.text import clean_line, fold

if TYPE_CHECKING:
    from catalog.sources.values.notes import Notes

LONGEST: Final = 400
"""Characters of the longest cell that is read as anything but text."""

_YES_WORDS: Final = (
    "oui yes o y x vrai true 1 ok si ja oc sim accessible accessibles accepte acceptes admis"
    " autorise autorises bienvenus gratuit gratuite free"
)
_NO_WORDS: Final = "non no n faux false 0 nee nein refuse refuses interdit interdits payant payante"
_FREE_WORDS: Final = "gratuit gratuite free gratis kostenlos"
_YES: Final = frozenset(_YES_WORDS.split())
_NO: Final = frozenset(
    (
        *_NO_WORDS.split(),
        *("pas accessible", "non accessible", "non admis", "non acceptes", "non autorises"),
    )
)
_FREE: Final = frozenset(
    (
        *_FREE_WORDS.split(),
        *("acces gratuit", "entree gratuite", "entree libre et gratuite"),
        "acces libre et gratuit",
    )
)
_ERROR: Final = re.compile(r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)")
_BETWEEN: Final = re.compile(r"[;|,\n/]+")
_DAY: Final = r"(\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{4})"
_RANGE: Final = re.compile(
    rf"(?:(?:du|le|les|from|from the|on) )?{_DAY}"
    rf"(?: ?(?:-|–|—|→|>|\.\.|au|à|a|to|until|jusqu'au) ?{_DAY})?",
    re.IGNORECASE,
)
_DATES: Final = re.compile(r" ?(?:[;,\n]|\bet\b|&) ?")
_AMOUNT: Final = r"(\d{1,6}(?:[.,]\d{1,2})?) ?(?:€|euros?|eur)?"
_EXACT: Final = re.compile(_AMOUNT, re.IGNORECASE)
_SPAN: Final = re.compile(
    rf"(?:de |from )?{_AMOUNT} ?(?:-|–|à|a|to) ?{_AMOUNT}(?: ?(?:€|euros?|eur))?", re.IGNORECASE
)
_FROM: Final = re.compile(rf"(?:à partir de|dès|from) {_AMOUNT}", re.IGNORECASE)
_HOUR: Final = r"(\d{1,2})(?:[:hH](\d{2})?)"
_HOURS: Final = re.compile(rf"(?:(?:de|à|from|at) )?{_HOUR}(?: ?(?:-|–|à|a|to) ?{_HOUR})?")
_MAX_AMOUNT: Final = Decimal(100_000)


def is_error(cell: Cell) -> bool:
    """Whether a formula failed and left its error in the cell."""
    return isinstance(cell, str) and _ERROR.fullmatch(cell.strip()) is not None


def yes_no(cell: Cell) -> bool | None:
    """Yes or no in any of the usual words, a cross, 1 or 0; None for anything else."""
    if isinstance(cell, bool):
        return cell
    word = fold(text_of(cell)[:LONGEST])
    return word in _YES if word in _YES or word in _NO else None


def parts_of(cell: Cell) -> list[str]:
    """The entries of a list in one cell."""
    parts = (clean_line(part) for part in _BETWEEN.split(text_of(cell)[: 10 * LONGEST]))
    return [part for part in parts if part]


def position_of(cell: Cell) -> tuple[str, str] | None:
    """Latitude and longitude from one cell: "44.05, 2.15", "44,05 ; 2,15", "44.05 2.15"."""
    text = clean_line(text_of(cell)[:LONGEST]).strip("()[] ")
    for between in (r" ?; ?", r", | ", r",", r"\|"):
        parts = re.split(between, text)
        if len(parts) == 2:
            return parts[0], parts[1]
    parts = text.split(",")
    return (".".join(parts[:2]), ".".join(parts[2:])) if len(parts) == 4 else None


def day_of(cell: Cell) -> date:
    """One day. Raises Impossible."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = clean_line(text_of(cell)[:LONGEST])
    match = _RANGE.fullmatch(text)
    if match is None or match[2]:
        return parse_day(text)
    return parse_day(match[1].replace(".", "/"))


def dates_of(cell: Cell) -> list[tuple[date, date]]:
    """Days and ranges of days: "14/07/2026", "du 01/07/2026 au 31/08/2026", several of them with
    a comma, a semicolon or a line end between. Raises Impossible where any is none."""
    if isinstance(cell, date):
        day = day_of(cell)
        return [(day, day)]
    found = []
    text = text_of(cell)
    if len(text) > 50 * LONGEST:
        raise Impossible(text)
    for part in _DATES.split(re.sub(r"[^\S\n]+", " ", text).strip()):
        if not part:
            continue
        match = _RANGE.fullmatch(part)
        if match is None:
            raise Impossible(part)
        first = parse_day(match[1].replace(".", "/"))
        found.append((first, parse_day(match[2].replace(".", "/")) if match[2] else first))
    return found


def slots_of(cell: Cell) -> tuple[Slot, ...]:
    """Hours of the day: "20h30", "14:00-18:00", "10h-12h, 14h-17h". Raises Impossible."""
    if isinstance(cell, datetime):
        return (Slot(cell.time().replace(second=0, microsecond=0)),)
    if isinstance(cell, time):
        return (Slot(cell.replace(second=0, microsecond=0)),)
    text = clean_line(text_of(cell)[:LONGEST])
    found = []
    for part in re.split(r" ?(?:[,;/]|\bet\b) ?", text):
        match = _HOURS.fullmatch(part)
        if match is None:
            raise Impossible(text)
        opens = _clock(match[1], match[2])
        found.append(Slot(opens, _clock(match[3], match[4]) if match[3] else None))
    return tuple(found)


def _clock(hour: str, minute: str | None) -> time:
    try:
        return time(int(hour) % 24 if int(hour) == 24 else int(hour), int(minute or 0))
    except ValueError:
        raise Impossible(f"{hour}:{minute or '00'}") from None


def dated(
    ranges: list[tuple[date, date]], slots: tuple[Slot, ...], notes: Notes, field: str
) -> list[Statement]:
    """The statements that days and hours make; a far year means without end, and a range that
    ends before it begins is left out with a caution."""
    found: list[Statement] = []
    for first, last in ranges:
        start: date | None = first
        end: date | None = last
        if last < first:
            notes.warn("period_reversed", field, f"{first} {last}")
            continue
        if last.year >= FAR_FUTURE:
            notes.warn("date_without_end", field, str(last))
            end = None
        if first.year <= FAR_PAST:
            notes.warn("date_without_beginning", field, str(first))
            start = None
        if start is not None or end is not None:
            found += (Statement(start, end, (), slot) for slot in slots or (None,))
    return found


def price_of(cell: Cell, notes: Notes, field: str) -> Price | None:
    """A tariff in euros: an amount, "5 à 8 €", "à partir de 5 €", "gratuit"; other words are
    kept as they are. 0 says nothing: it fills a cell as often as it means free."""
    text = clean_line(text_of(cell), limit=NOTE)
    if fold(text) in _FREE:
        return Price(free=True)
    for pattern, ends in ((_EXACT, (1, 1)), (_SPAN, (1, 2)), (_FROM, (1, 0))):
        match = pattern.fullmatch(text) if len(text) <= LONGEST else None
        if match is None:
            continue
        lowest, highest = (_amount(match[end]) if end else None for end in ends)
        if not lowest and not highest:
            notes.warn("price_zero", field, text)
            return None
        if any(value is not None and value >= _MAX_AMOUNT for value in (lowest, highest)):
            notes.warn("price_impossible", field, text)
            return None
        if lowest is not None and highest is not None and highest < lowest:
            notes.warn("price_reversed", field, text)
            lowest, highest = highest, lowest
        return Price(minimum=lowest, maximum=highest)
    if isinstance(cell, int | float):
        notes.warn("price_impossible", field, text)
        return None
    notes.warn("price_as_text", field, text)
    return Price(note=Localized((Text("fr", text),)))


def _amount(raw: str) -> Decimal:
    return Decimal(raw.replace(",", ".")).quantize(Decimal("0.01"))
