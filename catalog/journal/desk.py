"""Counting at a post: visitors and answers, never who.

A desk is small, local and written at once (WAL, `synchronous=FULL`: a count survives a power
cut). A post that cannot write its desk still serves: every failure is a `DeskUnavailable` for
the caller to log.
"""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, Self
from uuid import uuid4

from catalog import text
from catalog.errors import HouseError
from catalog.journal import schema
from catalog.journal.notices import Notice, NoticeKind
from catalog.journal.scrub import scrubbed
from catalog.model import ListingId, Localized, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from catalog.model import Kind

Channel = Literal["kiosk", "counter"]
Outcome = Literal["shown", "taken", "printed"]
BUSY_MS = 500
"""How long a write waits for another process of the same post."""
MAX_SLOTS = 200
MAX_PROPOSALS = 99
"""What the table of demand holds in one row."""
_WORD = re.compile("[a-z][a-z0-9_]*")
KEPT_DAYS = 30
"""How long an unanswered question is kept."""


class DeskUnavailable(HouseError):
    """desk.sqlite cannot be opened or written; the post goes on without counting."""


def post_slug(name: str) -> str:
    """A post's name as the desk keeps it: folded letters, digits and hyphens, 40 at most."""
    return "-".join(text.words(name)).encode("ascii", "ignore").decode()[:40].strip("-") or "post"


class Desk:
    """An open desk.sqlite. Use from the thread that opened it."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the desk at `path`, making or migrating it as needed.

        Raises DeskUnavailable when the folder cannot be written or the file is not a desk.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, isolation_level=None)
        except (OSError, sqlite3.Error) as error:
            raise _unavailable(path, error) from error
        try:
            connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
            _check(connection, path)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA secure_delete = ON")  # what is forgotten is overwritten
        except sqlite3.Error as error:
            connection.close()
            raise _unavailable(path, error) from error
        except HouseError:
            connection.close()
            raise
        return cls(connection, path)

    def count_visitor(self, *, post: str, channel: Channel, lang: str | None, at: datetime) -> None:
        """One visitor served, once a session. `lang` None when it was not asked."""
        with self._reported():
            self._connection.execute(
                "INSERT INTO visitor (id, post, day, hour, lang, channel)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (uuid4().hex, post_slug(post), at.date().isoformat(), at.hour, lang, channel),
            )

    def count_answer(
        self,
        *,
        post: str,
        listing: ListingId,
        kind: Kind,
        outcome: Outcome,
        lang: str | None,
        at: datetime,
    ) -> None:
        """One listing shown, taken into the basket, or printed."""
        with self._reported():
            self._connection.execute(
                "INSERT INTO answer (id, post, day, hour, lang, kind, listing, outcome)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    uuid4().hex,
                    post_slug(post),
                    at.date().isoformat(),
                    at.hour,
                    lang,
                    kind.value,
                    listing,
                    outcome,
                ),
            )

    def count_demand(
        self,
        *,
        post: str,
        channel: Channel,
        lang: str | None,
        slots: Iterable[str],
        proposals: int,
        at: datetime,
    ) -> None:
        """One question asked of the adviser: the codes understood (kinds, concepts, company…)
        and how many proposals it got. What is no code, a name or an age, is left out."""
        codes = [slot for slot in dict.fromkeys(slots) if _WORD.fullmatch(slot)]
        while len(",".join(codes)) > MAX_SLOTS:
            codes.pop()
        with self._reported():
            self._connection.execute(
                "INSERT INTO demand (id, post, day, hour, lang, channel, slots, proposals)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(uuid4().hex, post_slug(post), at.date().isoformat(), at.hour, lang),
                    *(channel, ",".join(codes), min(proposals, MAX_PROPOSALS)),
                ),
            )

    def answers(self, first: date, last: date, outcome: Outcome) -> tuple[tuple[str, int], ...]:
        """Listing ids with their count between two days, most first."""
        with self._reported():
            rows = self._connection.execute(
                "SELECT listing, count(*) FROM answer WHERE day BETWEEN ? AND ? AND outcome = ?"
                " GROUP BY listing ORDER BY count(*) DESC, listing",
                (first.isoformat(), last.isoformat(), outcome),
            ).fetchall()
        return tuple((listing, count) for listing, count in rows)

    def write_notice(self, notice: Notice) -> Notice:
        """Keep a notice and return it with its id; one that has an id replaces itself.

        Raises DeskUnavailable also for what no notice may hold: no expiry after its beginning,
        initials that are not two to four capital letters, an address in its text.
        """
        kept = replace(notice, id=notice.id or uuid4().hex)
        words = {text.lang: text.text for text in kept.text.texts}
        with self._reported():
            self._connection.execute(
                "INSERT OR REPLACE INTO notice (id, listing, kind, since, until, initials, text)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    *(kept.id, kept.listing, kept.kind.value),
                    *(kept.since.isoformat(), kept.until.isoformat(), kept.initials),
                    json.dumps(words, ensure_ascii=False),
                ),
            )
        return kept

    def withdraw_notice(self, id: str) -> None:
        """Forget a notice before it expires; unknown ids are fine."""
        with self._reported():
            self._connection.execute("DELETE FROM notice WHERE id = ?", (id,))

    def notices(self, day: date) -> tuple[Notice, ...]:
        """The notices that are not over on a day, those to come included, oldest first."""
        with self._reported():
            rows = self._connection.execute(
                "SELECT id, listing, kind, since, until, initials, text FROM notice"
                " WHERE until >= ? ORDER BY since, id",
                (day.isoformat(),),
            ).fetchall()
        return tuple(notice_of(*row) for row in rows)

    def keep_unanswered(
        self,
        *,
        post: str,
        lang: str | None,
        text: str,
        kinds: Iterable[str],
        themes: Iterable[str],
        at: datetime,
    ) -> None:
        """Keep a question that found nothing, scrubbed; nothing of one that has no word left."""
        words = scrubbed(text)
        if not words:
            return
        with self._reported():
            self._connection.execute(
                "INSERT INTO unanswered (id, post, day, hour, lang, kinds, themes, text)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(uuid4().hex, post_slug(post), at.date().isoformat(), at.hour, lang),
                    ",".join(dict.fromkeys(kinds)),
                    ",".join(theme for theme in dict.fromkeys(themes) if _code(theme))[:200],
                    words,
                ),
            )

    def forget(self, today: date) -> None:
        """Forget the questions older than `KEPT_DAYS`, in the file and in the log beside it.
        A post does so when it opens and once a day."""
        oldest = today - timedelta(days=KEPT_DAYS)
        with self._reported():
            self._connection.execute("DELETE FROM unanswered WHERE day < ?", (oldest.isoformat(),))
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    @contextmanager
    def _reported(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise _unavailable(self.path, error) from error

    def close(self) -> None:
        """Close the file; closing twice is harmless."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()


def _code(theme: str) -> bool:
    """A concept, not a name that was typed (`name:…`)."""
    return theme.replace("_", "").replace("-", "").isalnum() and theme.isascii()


def notice_of(
    id: str, listing: str, kind: str, since: str, until: str, initials: str, words: str
) -> Notice:
    """A row of the table of notices. Raises ValueError where another hand wrote it."""
    return Notice(
        listing=ListingId(listing),
        kind=NoticeKind(kind),
        since=date.fromisoformat(since),
        until=date.fromisoformat(until),
        initials=initials,
        text=Localized(tuple(Text(lang, str(own)) for lang, own in json.loads(words).items())),
        id=id,
    )


def _check(connection: sqlite3.Connection, path: Path) -> None:
    """Make a new desk, bring an old one up to date, refuse what is not one."""
    application_id, version = schema.stamps(connection)
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables and application_id != schema.APPLICATION_ID:
        raise DeskUnavailable(
            "this file is not a desk",
            where=str(path),
            remedy="move it away: the post makes a new desk.sqlite by itself",
        )
    if version > schema.VERSION:
        raise DeskUnavailable(
            f"written by a newer version of the kiosk (desk {version}, this one {schema.VERSION})",
            where=str(path),
            remedy="update the kiosk on this post",
        )
    if version < schema.VERSION:
        schema.migrate(connection)


def _unavailable(path: Path, error: Exception) -> DeskUnavailable:
    return DeskUnavailable(
        f"the desk cannot be used ({error})",
        where=str(path),
        remedy="check the disk's space and the folder's rights; the post goes on without counting",
    )
