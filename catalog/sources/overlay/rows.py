"""An overlay as a table: one row says one thing, and becomes the entry that TOML would hold.

    action    id                 field     value                                   date        by
    correct   apidae:4833997     openings  04-01..10-31 | Tu-Su | 10:00-12:30      2026-11-16  MC
    correct   apidae:4833997     phone     05 63 76 76 67                          2026-11-16  MC
    hide      PCUAQU047FS0004T                                                     2026-11-16  MC
    add       laverie            name.fr   Laverie du marché                       2026-11-16  MC
    same      apidae:4833997               datatourisme:51f1b780-…                 2026-11-16  MC

Rows of one action and one id are one entry. Column names and actions are understood in French
too. Days are ISO or dd/mm/yyyy.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from catalog.handwritten import nearest
from catalog.sources.house.notation import BadValue, at
from catalog.sources.values.moments import Impossible, parse_day
from catalog.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalog.sources.tables import Row

COLUMNS: Final = {
    "action": "action",
    "id": "id",
    "field": "field",
    "champ": "field",
    "value": "value",
    "valeur": "value",
    "date": "date",
    "by": "by",
    "par": "by",
    "why": "why",
    "pourquoi": "why",
    "until": "until",
    "jusqu au": "until",
}
ACTIONS: Final = {
    "add": "add",
    "ajouter": "add",
    "correct": "correct",
    "corriger": "correct",
    "clear": "clear",
    "effacer": "clear",
    "hide": "hide",
    "masquer": "hide",
    "same": "same",
    "meme": "same",
    "different": "different",
}
_PAIRS: Final = ("same", "different")
_YES: Final = ("oui", "yes", "true", "1")
_NO: Final = ("non", "no", "false", "0")
_TEXTS: Final = ("name", "summary", "description", "practical")
_LISTS: Final = (
    *("kinds", "concepts", "themes", "amenities", "audience", "payment", "labels", "spoken"),
    "aliases",
)
_PLACE: Final = ("lat", "lon", "street", "postcode", "commune", "insee", "department")
_CONTACT: Final = {"phone": "phones", "email": "emails", "website": "websites"}
_FIELDS: Final = (
    *(*_TEXTS, *_LISTS, *_PLACE, *_CONTACT, "openings", "dates", "price"),
    *("pets", "cancelled", "wheelchair"),
)


@dataclass
class Gathered:
    """The rows of one entry: its action, the line it begins on, and the TOML they stand for."""

    action: str
    line: int
    document: dict[str, Any] = field(default_factory=dict)
    fault: str = ""


def is_overlay(columns: Iterable[str]) -> bool:
    """Whether the columns of a table are those of an overlay."""
    named = {COLUMNS.get(fold(column)) for column in columns}
    return {"action", "id", "date", "by"} <= named


def gather(rows: Iterable[Row]) -> Iterator[Gathered]:
    """The entries, in the order in which they begin; one with a fault says it."""
    entries: dict[tuple[str, str, str], Gathered] = {}
    for row in rows:
        cells = {
            name: value.strip()
            for column, value in row.fields.items()
            if (name := COLUMNS.get(fold(column)))
        }
        said = ACTIONS.get(fold(cells.get("action", "")), "")
        action = "correct" if said == "clear" else said
        key = (action, cells.get("id", ""), cells.get("value", "") if action in _PAIRS else "")
        entry = entries.setdefault(key, Gathered(action, row.line))
        try:
            _head(entry.document, cells)
            _say(entry.document, said, cells)
        except BadValue as problem:
            where = f"field {problem.field}: " if problem.field else ""
            entry.fault = entry.fault or f"line {row.line}: {where}{problem}"
    yield from entries.values()


def _head(document: dict[str, Any], cells: dict[str, str]) -> None:
    for name in ("date", "until"):
        if name in cells:
            with at(name):
                try:
                    document[name] = parse_day(cells[name])
                except Impossible:
                    raise BadValue(f"{cells[name]!r} is not a day; write 2026-12-25") from None
    for name in ("by", "why"):
        if name in cells:
            document[name] = cells[name]


def _say(document: dict[str, Any], said: str, cells: dict[str, str]) -> None:
    if not said:
        word = cells.get("action", "")
        with at("action"):
            raise BadValue(f"{word!r} is not an action{nearest(word, ACTIONS)}")
    path, value = cells.get("field", ""), cells.get("value", "")
    if said == "add":
        listing = document.setdefault("listing", {"id": cells.get("id", "")})
        _set(listing, path, value)
        return
    if said in _PAIRS:
        document["ids"] = [cells.get("id", ""), value]
        return
    document["id"] = cells.get("id", "")
    if said == "clear":
        document["clear"] = [*document.get("clear", ()), path]
    elif said == "correct":
        _set(document.setdefault("set", {}), path, value)


def _set(listing: dict[str, Any], path: str, value: str) -> None:
    name, _, lang = path.partition(".")
    with at("field"):
        if name not in _FIELDS:
            raise BadValue(f"{path!r} is not a field{nearest(name, _FIELDS)}")
    with at(name):
        if name in _TEXTS:
            listing.setdefault(name, {})[lang or "fr"] = value
        elif name in _LISTS:
            parts = [part.strip() for part in value.split(",") if part.strip()]
            listing[name] = [*listing.get(name, ()), *parts]
        elif name in _PLACE:
            listing.setdefault("place", {})[name] = (
                _degrees(value) if name in ("lat", "lon") else value
            )
        elif name in _CONTACT:
            contact = listing.setdefault("contacts", [{}])[0]
            contact[_CONTACT[name]] = [*contact.get(_CONTACT[name], ()), value]
        elif name in ("openings", "dates"):
            listing[name] = [*listing.get(name, ()), _period(value)]
        elif name == "price":
            free = fold(value) in ("gratuit", "free")
            listing["prices"] = [{"free": True} if free else {"amount": value}]
        elif name == "wheelchair":
            listing["access"] = {"wheelchair": _yes_or_no(value)}
        else:
            listing[name] = _yes_or_no(value)


def _degrees(value: str) -> float:
    try:
        return float(value.replace(",", "."))
    except ValueError:
        raise BadValue(f"{value!r} is not a number of degrees") from None


def _yes_or_no(value: str) -> bool:
    word = fold(value)
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise BadValue(f"{value!r} is neither yes nor no")


def _period(value: str) -> dict[str, Any]:
    """`on | days | hours`, any of them empty; `closed` in place of the hours."""
    on, days, hours, *more = *(part.strip() for part in value.split("|")), "", ""
    if any(more):
        raise BadValue(f"{value!r}: write days of the year | weekdays | hours")
    closed = fold(hours) in ("closed", "ferme")
    said = {"on": on, "days": days, "hours": "" if closed else hours}
    return {**{key: part for key, part in said.items() if part}, "closed": closed}
