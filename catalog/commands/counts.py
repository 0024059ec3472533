"""`catalog counts`: how many came, when, in which language, and what they asked for."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from catalog import vocabulary
from catalog.clock import machine_now
from catalog.commands.columns import columns, percent
from catalog.commands.desks import desks
from catalog.model import Kind, TermId
from catalog.refresh import figures
from catalog.refresh.wording import Wording
from catalog.store.faults import writing
from catalog.text import clean_line
from catalog.vocabulary.asking import first_wording
from catalog.vocabulary.files import DATA
from catalog.worklist.counts import OUTCOMES, counts
from catalog.worklist.spreadsheet import table

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from catalog.worklist.counts import Counts

_DAYS: Final = 365
_ROWS: Final = 20
_NAME: Final = 40


def run(options: Namespace) -> int:
    """Print or write what was counted; exit 1 where no post counted anything in these days."""
    wording = Wording(options.lang)
    first, last = _days(options, machine_now().date())
    found = counts(desks(options, wording), first, last)
    if options.json:
        print(json.dumps(document(found, first, last), indent=2, ensure_ascii=False))
    if not (found.visits or found.questions or found.answers):
        print(wording.say("counts.nothing"), file=sys.stderr)
        return 1
    if options.csv is not None:
        with writing(options.csv):
            options.csv.write_bytes(sheet(found, wording).encode("utf-8"))
        print(wording.say("worklist.written", file=options.csv), file=sys.stderr)
    elif not options.json:
        print("\n".join(report(found, first, last, wording, rows=options.limit or _ROWS)))
    return 0


def _days(options: Namespace, today: date) -> tuple[date, date]:
    if options.year is not None:
        return date(options.year, 1, 1), date(options.year, 12, 31)
    return today - timedelta(days=(options.days or _DAYS) - 1), today


def document(found: Counts, first: date, last: date) -> dict[str, object]:
    """Everything that was counted, for scripts; codes as they are stored."""
    return {
        "from": first.isoformat(),
        "to": last.isoformat(),
        "visitors": found.visitors,
        "visits": [
            {
                "day": each.day,
                "hour": each.hour,
                "post": each.post,
                "channel": each.channel,
                "lang": each.lang,
                "visitors": each.visitors,
            }
            for each in found.visits
        ],
        "questions": found.questions,
        "without_proposal": found.in_vain,
        "asked": [
            {"code": each.code, "questions": each.questions, "without_proposal": each.in_vain}
            for each in found.asked
        ],
        "answers": {kind.value: dict(times) for kind, times in found.answers.items()},
    }


def sheet(found: Counts, wording: Wording) -> str:
    """The same as one table for a spreadsheet: the first column says what a row counts."""
    said = wording.say
    heads = ("what", "day", "hour", "post", "channel", "language", "asked", "number", "in_vain")
    visits = (
        (said("counts.visitors"), each.day, str(each.hour), each.post, _channel(each.channel,
         wording), _language(each.lang, wording), "", str(each.visitors), "")
        for each in found.visits
    )  # fmt: skip
    asked = (
        (said("counts.questions"), *[""] * 5, name_of(each.code, wording), str(each.questions),
         str(each.in_vain))
        for each in found.asked
    )  # fmt: skip
    answers = (
        (said(f"counts.{outcome}"), *[""] * 5, said(f"kind.{kind}"), str(times), "")
        for kind, by_outcome in found.answers.items()
        for outcome, times in by_outcome.items()
    )
    return table([said(f"counts.{head}") for head in heads], [*visits, *asked, *answers])


def report(found: Counts, first: date, last: date, wording: Wording, *, rows: int) -> Iterator[str]:
    """The report in lines: the sums, when and in which language they came, what they asked for,
    what they were shown and took, how it is counted."""
    said, number = wording.say, wording.number
    days = {"first": figures.day(first, wording.lang), "last": figures.day(last, wording.lang)}
    yield said("counts.title", **days)
    yield said("counts.sums", visitors=number(found.visitors))
    for key, head in _HEADS.items():
        yield from _visitors(found, key, head, wording)
    if found.questions:
        yield ""
        yield said(
            "counts.asked_in_all", questions=number(found.questions), none=number(found.in_vain)
        )
        yield from columns(
            [said(f"counts.{head}") for head in ("asked", "questions", "in_vain")],
            [
                (name_of(each.code, wording), number(each.questions), number(each.in_vain))
                for each in found.asked[:rows]
            ],
        )
        if len(found.asked) > rows:
            yield said("counts.more", count=number(len(found.asked) - rows))
    if found.answers:
        yield ""
        yield from columns(
            [said("sheet.kind"), *(said(f"counts.{outcome}") for outcome in OUTCOMES)],
            [
                (said(f"kind.{kind}"), *(number(times[outcome]) for outcome in OUTCOMES))
                for kind, times in found.answers.items()
            ],
        )
    yield ""
    yield said("counts.how")


def _visitors(found: Counts, key: str, head: str, wording: Wording) -> Iterator[str]:
    """A table of the visitors by one thing known of them."""
    by, all_of_them = found.by(key), max(1, found.visitors)
    if not by:
        return
    yield ""
    rows = [
        (_told(key, value, wording), wording.number(n), percent(n / all_of_them, wording.lang))
        for value, n in by.items()
    ]
    heads = (head, "visitors", "share")
    yield from columns([wording.say(f"counts.{each}") for each in heads], rows)


_SAID: Final = {"people.ini": "party", "mobility.ini": "mobility", "weather.ini": "weather"}
"""Where what is no concept has its words: as visitors say it first."""

_HEADS: Final = {"month": "month", "hour": "hour", "lang": "language", "post": "post",
    "channel": "channel"}  # fmt: skip
"""What the visitors are counted by, and how it is headed."""


def _told(key: str, value: str | int | None, wording: Wording) -> str:
    if key == "hour":
        return f"{value:02}:00"
    if key == "lang":
        return _language(value if isinstance(value, str) else None, wording)
    if key == "channel":
        return _channel(str(value), wording)
    return clean_line(str(value), limit=_NAME)


def _language(lang: str | None, wording: Wording) -> str:
    return wording.say("counts.not_asked" if lang is None else f"language.{lang}")


def _channel(channel: str, wording: Wording) -> str:
    return wording.known(f"counts.at_{channel}") or clean_line(channel, limit=_NAME)


def name_of(code: str, wording: Wording) -> str:
    """A stored code in the staff's words: a kind, who comes, how, a weather, a concept."""
    if code in set(Kind):
        return wording.say(f"kind.{code}")
    for file, group in _SAID.items():
        with suppress(KeyError):
            return first_wording(DATA / "asking" / file, f"{group} {code}", wording.lang)
    return vocabulary.label(TermId(code), wording.lang) or clean_line(code, limit=_NAME)
