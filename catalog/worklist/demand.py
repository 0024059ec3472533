"""How often visitors were shown each listing, from the desks of several posts.

A desk is copied from a stand by USB stick, perhaps twice: records are joined by their own ids, so
that the same desk given twice counts once. Files are opened to be read only, whatever their age.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from catalog.journal.reading import WITH_NOTICES, attached
from catalog.model import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

_WORDINGS: Final = 3
_JOIN: Final = """
    INSERT OR IGNORE INTO answered (id, listing, outcome)
    SELECT id, listing, outcome FROM desk.answer
    WHERE day BETWEEN ? AND ? AND typeof(id) = 'text' AND typeof(listing) = 'text'"""
_VISITORS: Final = """
    INSERT OR IGNORE INTO visited (id, lang)
    SELECT id, lang FROM desk.visitor
    WHERE day BETWEEN ? AND ? AND typeof(id) = 'text' AND lang IS NOT NULL"""


_ASKED_IN_VAIN: Final = """
    INSERT OR IGNORE INTO vain (id, lang, kinds, themes, text)
    SELECT id, lang, kinds, themes, text FROM desk.unanswered
    WHERE day BETWEEN ? AND ? AND typeof(id) = 'text' AND typeof(text) = 'text'"""


@dataclass(frozen=True, slots=True)
class InVain:
    """What visitors asked and the catalogue could not answer. `themes`: the concepts that were
    understood, () where none was; `texts`: the wordings, scrubbed, most frequent first."""

    times: int
    themes: tuple[str, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Demand:
    """`asked`: answers by listing id (shown, taken and printed count one each, so that a
    place taken away on paper weighs three); `shown`: how often each was shown; `languages`:
    visitors by language, most first; `unanswered`: what was asked in vain, most first."""

    asked: Mapping[str, int] = field(default_factory=dict)
    languages: Mapping[str, int] = field(default_factory=dict)
    unanswered: tuple[InVain, ...] = ()
    shown: Mapping[str, int] = field(default_factory=dict)

    @property
    def answers(self) -> int:
        """All that was counted."""
        return sum(self.asked.values())


def demand(desks: Iterable[Path], first: date, last: date) -> Demand:
    """What the desks counted between two days, both included.

    Raises Unreadable for a file that is no desk, is broken, or of a newer version.
    """
    days = (first.isoformat(), last.isoformat())
    with closing(sqlite3.connect("", uri=True)) as joined:  # "": a file that vanishes by itself
        joined.execute(
            "CREATE TABLE answered (id TEXT PRIMARY KEY, listing TEXT, outcome TEXT) WITHOUT ROWID"
        )
        joined.execute("CREATE TABLE visited (id TEXT PRIMARY KEY, lang TEXT) WITHOUT ROWID")
        joined.execute(
            "CREATE TABLE vain (id TEXT PRIMARY KEY, lang TEXT, kinds TEXT, themes TEXT, text TEXT)"
            " WITHOUT ROWID"
        )
        for path in desks:
            _add(joined, path, days)
        asked = dict(joined.execute("SELECT listing, count(*) FROM answered GROUP BY listing"))
        shown = joined.execute(
            "SELECT listing, count(*) FROM answered WHERE outcome = 'shown' GROUP BY listing"
        )
        spoken = joined.execute(
            "SELECT lang, count(*) FROM visited GROUP BY lang ORDER BY count(*) DESC, lang"
        )
        languages = {lang: count for lang, count in spoken if lang in LANGUAGES}
        return Demand(asked, languages, _in_vain(joined), dict(shown))


def _in_vain(joined: sqlite3.Connection) -> tuple[InVain, ...]:
    """Questions of the same concepts are one need; without concepts, those of the same words."""
    groups: dict[str, Counter[str]] = {}
    for themes, text in joined.execute("SELECT themes, text FROM vain ORDER BY id"):
        groups.setdefault(themes or f" {text}", Counter())[text] += 1
    found = (
        InVain(
            texts.total(),
            tuple(key.split(",")) if not key.startswith(" ") else (),
            tuple(sorted(texts, key=lambda text: (-texts[text], text))[:_WORDINGS]),
        )
        for key, texts in groups.items()
    )
    return tuple(sorted(found, key=lambda each: (-each.times, each.texts)))


def _add(joined: sqlite3.Connection, path: Path, days: tuple[str, str]) -> None:
    with attached(joined, path) as version:
        joined.execute(_JOIN, days)
        joined.execute(_VISITORS, days)
        if version >= WITH_NOTICES:
            joined.execute(_ASKED_IN_VAIN, days)
        joined.commit()


def year_before(today: date) -> date:
    """The same day last year; 28 February for a leap day."""
    try:
        return today.replace(year=today.year - 1)
    except ValueError:
        return today.replace(year=today.year - 1, day=28)
