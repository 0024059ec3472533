"""What the platform's codes say, in the words of `meanings.toml`, as the model wants it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

from catalog.model import NOTHING, Access, Localized, TermId, Text
from catalog.sources.openagenda.fields import Node, code, node

if TYPE_CHECKING:
    from catalog.sources.values.notes import Notes

ONLINE: Final = 2
"""`attendanceMode`; on site (1) and both (3) can be gone to."""

SCHEDULED: Final = 1
MOVED_ONLINE: Final = 3
CANCELLED: Final = 6
_TOLD: Final = (2, 4, 5)
"""`status`; 2 rescheduled, 4 postponed and 5 full are told with the dates."""

PUBLISHED: Final = 2
"""`state`; 1 ready to publish, 0 to be moderated, -1 refused."""

_OLDEST: Final = 120
_EVERYONE: Final = 90


@cache
def _meanings() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("meanings.toml").read_text("utf-8")
    return tomllib.loads(text)


def status_note(event: Node, notes: Notes) -> Localized:
    """What a visitor must know of the dates; nothing of an event that takes place as announced."""
    status = code(event.get("status"))
    if status in _TOLD:
        return _localized(_meanings()["status"][str(status)])
    if status not in (None, SCHEDULED, MOVED_ONLINE, CANCELLED):
        notes.warn("status_unknown", "status", status)
    return NOTHING


def read_access(event: Node) -> Access:
    """For whom something is provided. A box that is not ticked says nothing: the form has no
    "no"."""
    stated = node(event.get("accessibility"))
    ticked = [name for name in ("hi", "vi", "pi", "ii") if stated.get(name) is True]
    note = NOTHING
    if ticked:
        meanings = _meanings()
        note = _localized(
            {
                lang: frame.format(list=", ".join(meanings[name][lang] for name in ticked))
                for lang, frame in meanings["provided"].items()
            }
        )
    return Access(wheelchair=True if stated.get("mi") is True else None, note=note)


def read_ages(event: Node, notes: Notes) -> tuple[TermId, ...]:
    """The ages for which it is meant, as house concepts where they are certain, and always as a
    term that says them; () for everyone. In years."""
    ages = node(event.get("age"))
    low, high = _age(ages.get("min"), notes), _age(ages.get("max"), notes)
    low = None if low == 0 else low
    high = None if high is not None and high >= _EVERYONE else high
    if low is not None and high is not None and high < low:
        notes.warn("age_reversed", "age", f"{low} > {high}")
        return ()
    if low is None and high is None:
        return ()
    frame = "between" if low is not None and high is not None else "from" if low else "up_to"
    labels = _meanings()["age"][frame].items()
    name = "-".join(str(part) for part in ("age", low or 0, high or "") if part != "")
    term = notes.term(
        "openagenda", name, ((lang, wording.format(min=low, max=high)) for lang, wording in labels)
    )
    return (*_house_ages(low or 0, high), term)


def _house_ages(low: int, high: int | None) -> tuple[TermId, ...]:
    if high is not None and high <= 3:
        return (TermId("toddlers"),)
    if high is not None and high <= 12:
        return (TermId("kids"),)
    if high is not None and low >= 11 and high <= 18:
        return (TermId("teens"),)
    return (TermId("adults"),) if low >= 18 else ()


def _age(raw: object, notes: Notes) -> int | None:
    if raw is None:
        return None
    age = code(raw)
    if age is None or not 0 <= age <= _OLDEST:
        notes.warn("age_impossible", "age", raw)
        return None
    return age


def _localized(wordings: dict[str, str]) -> Localized:
    return Localized(tuple(Text(lang, wording) for lang, wording in wordings.items()))
