"""What the posts counted: visitors by hour and language, what they asked for, what they took.

As for the worklist, the desks of several posts are joined by the records' own ids.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from catalog.journal.reading import WITH_DEMAND, attached
from catalog.model import LANGUAGES, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

OUTCOMES: Final = ("shown", "taken", "printed")
_TABLES: Final = """
CREATE TABLE visitor (
    id TEXT PRIMARY KEY, day TEXT NOT NULL,
    hour INTEGER CHECK (typeof(hour) = 'integer' AND hour BETWEEN 0 AND 23),
    post TEXT NOT NULL, channel TEXT NOT NULL, lang TEXT
) WITHOUT ROWID;
CREATE TABLE answer (id TEXT PRIMARY KEY, kind TEXT, outcome TEXT) WITHOUT ROWID;
CREATE TABLE demand (id TEXT PRIMARY KEY, slots TEXT NOT NULL, proposals INTEGER) WITHOUT ROWID;
"""
"""What another hand wrote otherwise into a desk is passed over."""

_COUNTED: Final = (
    "INSERT OR IGNORE INTO visitor SELECT id, day, hour, post, channel, lang FROM desk.visitor"
    " WHERE day BETWEEN ? AND ?",
    "INSERT OR IGNORE INTO answer SELECT id, kind, outcome FROM desk.answer"
    " WHERE day BETWEEN ? AND ?",
)
_DEMANDED: Final = (
    "INSERT OR IGNORE INTO demand SELECT id, slots, proposals FROM desk.demand"
    " WHERE day BETWEEN ? AND ?"
)


@dataclass(frozen=True, slots=True)
class Visits:
    """Visitors of one post in one hour of one day (ISO). `lang` None: not asked."""

    day: str
    hour: int
    post: str
    channel: str
    lang: str | None
    visitors: int


@dataclass(frozen=True, slots=True)
class Asked:
    """How many questions asked for one thing: a kind, a concept, who comes, how, a weather; and
    how many of these got no proposal."""

    code: str
    questions: int
    in_vain: int


@dataclass(frozen=True, slots=True)
class Counts:
    """`visits` in order of time; `questions` asked of the adviser, of which `in_vain` without a
    proposal; `asked`: what for, most first, one question counting for each thing it names;
    `answers`: listings shown, taken and printed, by kind."""

    visits: tuple[Visits, ...] = ()
    questions: int = 0
    in_vain: int = 0
    asked: tuple[Asked, ...] = ()
    answers: Mapping[Kind, Mapping[str, int]] = field(default_factory=dict)

    @property
    def visitors(self) -> int:
        """All visitors."""
        return sum(each.visitors for each in self.visits)

    def by(self, key: str) -> dict[str | int | None, int]:
        """Visitors by a field of the visits, or by "month", in the order of the keys."""
        found: Counter[str | int | None] = Counter()
        for each in self.visits:
            found[each.day[:7] if key == "month" else getattr(each, key)] += each.visitors
        return {value: found[value] for value in sorted(found, key=lambda at: (at is None, at))}


def counts(desks: Iterable[Path], first: date, last: date) -> Counts:
    """What the desks counted between two days, both included.

    Raises Unreadable for a file that is no desk, is broken, or of a newer version.
    """
    days = (first.isoformat(), last.isoformat())
    with closing(sqlite3.connect("", uri=True)) as joined:  # "": a file that vanishes by itself
        joined.executescript(_TABLES)
        for path in desks:
            with attached(joined, path) as version:
                for statement in _COUNTED:
                    joined.execute(statement, days)
                if version >= WITH_DEMAND:
                    joined.execute(_DEMANDED, days)
                joined.commit()
        visits = joined.execute(
            "SELECT day, hour, post, channel, lang, count(*) FROM visitor"
            " GROUP BY day, hour, post, channel, lang ORDER BY day, hour, post, channel, lang"
        ).fetchall()
        demanded = joined.execute("SELECT slots, proposals = 0 FROM demand").fetchall()
        answered = joined.execute(
            "SELECT kind, outcome, count(*) FROM answer GROUP BY kind, outcome"
        ).fetchall()
    return Counts(
        visits=tuple(
            Visits(day, hour, post, channel, lang if lang in LANGUAGES else None, visitors)
            for day, hour, post, channel, lang, visitors in visits
        ),
        questions=len(demanded),
        in_vain=sum(bool(vain) for _, vain in demanded),
        asked=_asked(demanded),
        answers=_answers(answered),
    )


def _asked(demanded: Iterable[tuple[str, int]]) -> tuple[Asked, ...]:
    times: Counter[str] = Counter()
    vain: Counter[str] = Counter()
    for slots, in_vain in demanded:
        for code in filter(None, set(slots.split(","))):
            times[code] += 1
            vain[code] += bool(in_vain)
    order = sorted(times, key=lambda code: (-times[code], code))
    return tuple(Asked(code, times[code], vain[code]) for code in order)


def _answers(answered: Iterable[tuple[str, str, int]]) -> Mapping[Kind, Mapping[str, int]]:
    found = {(kind, outcome): times for kind, outcome, times in answered}
    return {
        kind: {outcome: found.get((kind.value, outcome), 0) for outcome in OUTCOMES}
        for kind in Kind
        if any((kind.value, outcome) in found for outcome in OUTCOMES)
    }
