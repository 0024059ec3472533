"""What an adviser fills in for a notice, read field by field: a `Notice`, or the field that is
wrong and the way out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from catalog.advice.timing import asked_time
from catalog.journal.notices import Notice, NoticeKind
from catalog.model import ListingId, Localized, Text
from catalog.request import PlaceNames, read
from catalog.text import clean_line
from kiosk.i18n import N_

if TYPE_CHECKING:
    from datetime import datetime

    from kiosk.i18n import Translator

MAX_WORDS: Final = 160
"""Characters of a notice: two lines of a receipt."""
LONGEST_DAYS: Final = 366
ENGLISH: Final = "en"

_INITIALS: Final = re.compile(r"[A-Z]{2,4}")
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS: Final = re.compile(r"(\d{1,2})[./-](\d{1,2})(?:[./-](\d{2}|\d{4}))?\.?")


class Field(StrEnum):
    """The lines of the form, from the top."""

    KIND = "kind"
    SINCE = "since"
    UNTIL = "until"
    WORDS = "words"
    ENGLISH = "english"
    INITIALS = "initials"


LABELS: Final = {
    # Translators: lines of the form in which an adviser notes a closure; short
    Field.KIND: N_("What"),
    # Translators: the first day of a closure; short
    Field.SINCE: N_("From"),
    # Translators: the last day of a closure; short
    Field.UNTIL: N_("Until"),
    # Translators: the few words that visitors will read; short
    Field.WORDS: N_("Words"),
    # Translators: the same few words in English; short
    Field.ENGLISH: N_("In English"),
    # Translators: the initials of the adviser who signs; short
    Field.INITIALS: N_("Initials"),
}
KINDS: Final = {
    # Translators: what a notice says of a place
    NoticeKind.CLOSED: N_("Closed"),
    # Translators: what a notice says of an event
    NoticeKind.CANCELLED: N_("Cancelled"),
    # Translators: what a notice says of a place: beware
    NoticeKind.WARNING: N_("Warning"),
    # Translators: what a notice says of a place: an adviser recommends it
    NoticeKind.FAVOURITE: N_("Favourite"),
}


@dataclass(frozen=True, slots=True)
class Draft:
    """The form as it was filled in."""

    listing: ListingId
    kind: NoticeKind = NoticeKind.CLOSED
    since: str = ""
    until: str = ""
    words: str = ""
    english: str = ""
    initials: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """The field to go back to, and what to write there."""

    field: Field
    sentence: str


def draft_of(notice: Notice, t: Translator) -> Draft:
    """The form of a notice that stands, to be changed."""
    own, english = notice.text.get(t.lang), notice.text.get(ENGLISH)
    return Draft(
        listing=notice.listing,
        kind=notice.kind,
        since=notice.since.isoformat(),
        until=notice.until.isoformat(),
        words=own.text if own is not None else "",
        english=english.text if english is not None and t.lang != ENGLISH else "",
        initials=notice.initials,
        id=notice.id,
    )


def notice_of(draft: Draft, *, t: Translator, now: datetime) -> Notice | Fault:
    """The notice that a form means, its words in the language of `t` and in English."""
    today = now.date()
    since = today if not draft.since.strip() else day_of(draft.since, t=t, now=now)
    until = day_of(draft.until, t=t, now=now, last=True)
    if since is None:
        return _fault(Field.SINCE, t._(_A_DAY), t)
    if not draft.until.strip():
        # Translators: an adviser left out the last day of a closure
        text = t._("a notice always ends: write its last day, as 31/07, Friday or tomorrow")
        return _fault(Field.UNTIL, text, t)
    if until is None:
        return _fault(Field.UNTIL, t._(_A_DAY), t)
    if until < max(since, today):
        # Translators: the last day of a closure comes before its first, or is over
        text = t._("this day is over, or before the first: write a later one")
        return _fault(Field.UNTIL, text, t)
    if (until - today).days > LONGEST_DAYS:
        # Translators: a notice that would hold for years
        text = t._("at most a year from now; a longer closure belongs in the catalogue")
        return _fault(Field.UNTIL, text, t)
    fault = _words_fault(draft, t)
    if fault is not None:
        return fault
    initials = draft.initials.strip().upper()
    if not _INITIALS.fullmatch(initials):
        # Translators: the initials of whoever signs a notice
        return _fault(Field.INITIALS, t._("sign with two to four letters, as LD"), t)
    own, english = clean_line(draft.words), clean_line(draft.english)
    texts = {t.lang: own} | ({ENGLISH: english} if english and t.lang != ENGLISH else {})
    return Notice(
        listing=draft.listing,
        kind=draft.kind,
        since=since,
        until=until,
        initials=initials,
        text=Localized(tuple(Text(lang, text) for lang, text in texts.items() if text)),
        id=draft.id,
    )


_A_DAY: Final = N_("write a day, as 31/07, Friday or tomorrow")


def _words_fault(draft: Draft, t: Translator) -> Fault | None:
    if draft.kind is NoticeKind.WARNING and not draft.words.strip():
        # Translators: a warning without a text
        return _fault(Field.WORDS, t._("say in a few words what to mind"), t)
    for field, text in ((Field.WORDS, draft.words), (Field.ENGLISH, draft.english)):
        if "@" in text:
            # Translators: visitors will read these words
            return _fault(field, t._("no address of a person: give the office's telephone"), t)
        if len(clean_line(text)) > MAX_WORDS:
            long = t.n_(
                "at most %(count)s letter: say it shorter",
                "at most %(count)s letters: say it shorter",
                MAX_WORDS,
            )
            return _fault(field, long, t)
    return None


def _fault(field: Field, sentence: str, t: Translator) -> Fault:
    # Translators: the name of a line of a form, and what is wrong in it
    named = t._("%(field)s: %(fault)s") % {"field": t._(LABELS[field]), "fault": sentence}
    return Fault(field, named)


def day_of(text: str, *, t: Translator, now: datetime, last: bool = False) -> date | None:
    """The day that somebody wrote: 31/07, 31.7.2026, 2026-07-31, or in words of any of the
    languages ("Friday", "dans trois jours"); of several days the first, or the `last`. None when
    it is no day. Figures without a year mean the nearest such day, past or to come."""
    line = clean_line(text, limit=80)
    if line[:1].isdigit() and not any(map(str.isalpha, line)):
        return _in_figures(line, now.date())
    asked = asked_time(read(line, _no_places(), lang=t.lang, today=now.date()).when, now)
    if asked is None or not asked.days:
        return None
    return asked.days[-1 if last else 0]


def _in_figures(line: str, today: date) -> date | None:
    if found := _ISO.fullmatch(line):
        return _date(*map(int, found.groups()))
    found = _NUMBERS.fullmatch(line)
    if found is None:
        return None
    day, month = int(found[1]), int(found[2])
    if found[3]:
        return _date(int(found[3]) + (2000 if len(found[3]) == 2 else 0), month, day)
    around = (_date(today.year + years, month, day) for years in (-1, 0, 1))
    near = [each for each in around if each is not None]
    return min(near, key=lambda each: abs(each - today), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=1)
def _no_places() -> PlaceNames:
    return PlaceNames(())
