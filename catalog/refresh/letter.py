"""The report as the letter that a clerk reads: what happened, what is odd, what to do next."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from catalog.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from catalog.refresh.report import Example, Report
    from catalog.refresh.wording import Wording

SHOWN: Final = 20
"""Rejected records named in the letter; the JSON report has them all."""

_READ: Final = ("read", "rejected")
_COMPARED: Final = ("read", "new", "changed", "unchanged", "gone", "rejected", "listings")
"""A refresh that stopped before comparing does not know what would be new or gone."""
_EXAMPLES: Final = 2


def letter(report: Report, wording: Wording) -> str:
    """The whole report as plain text, without control characters whatever the records held."""
    parts = (
        _verdict(report, wording),
        _sources(report, wording),
        _counts(report, wording),
        _gone(report, wording),
        _rejected(report, wording),
        _warnings(report, wording),
        _next_steps(report, wording),
    )
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part))) + "\n"


def _verdict(report: Report, wording: Wording) -> Iterator[str]:
    yield wording.say(
        f"verdict.{report.outcome}",
        version=report.version or "",
        before=wording.number(report.previous or 0),
    )
    if report.reason:
        where = clean_line(report.where or "")
        message = clean_line(report.reason).removeprefix(f"{where}: ")
        yield f"  {wording.because(where, message)}"


def _sources(report: Report, wording: Wording) -> Iterator[str]:
    for source in report.sources:
        yield wording.say(
            "letter.source",
            name=clean_line(Path(source.path).name),
            label=wording.label(clean_line(source.label)),
            count=wording.number(source.read),
        )
    if report.started:
        started = datetime.fromisoformat(report.started)
        yield wording.say(
            "letter.when",
            date=f"{started:%d/%m/%Y}" if wording.lang == "fr" else f"{started:%Y-%m-%d}",
            time=f"{started:%H:%M}",
            seconds=wording.number(round(report.seconds)),
        )


def _counts(report: Report, wording: Wording) -> Iterator[str]:
    if not report.read:
        return
    for name in _COMPARED if report.by_kind else _READ:
        value = len(report.rejected) if name == "rejected" else getattr(report, name)
        label = wording.say(f"count.{name}")
        yield f"  {label:<26}{wording.number(value):>9}"
    if report.by_kind:
        kinds = {wording.say(f"kind.{kind}"): count for kind, count in report.by_kind.items()}
        yield "  " + wording.say("letter.by_kind", list=_list(kinds, wording))
    if report.by_language:
        yield "  " + wording.say("letter.by_language", list=_list(report.by_language, wording))


def _gone(report: Report, wording: Wording) -> Iterator[str]:
    if not report.gone:
        return
    yield wording.say("letter.gone", count=wording.number(report.gone))
    for gone in report.gone_listings:
        yield f"  - {clean_line(gone.name, limit=60)}  ({clean_line(gone.id)})"
    yield from _rest(report.gone - len(report.gone_listings), wording)


def _rejected(report: Report, wording: Wording) -> Iterator[str]:
    if not report.rejected:
        return
    yield wording.say("letter.rejected", count=wording.number(len(report.rejected)))
    for rejected in report.rejected[:SHOWN]:
        why = wording.because(clean_line(rejected.id), clean_line(rejected.reason))
        yield f"  - {_short(why, 300)}"
    yield from _rest(len(report.rejected) - SHOWN, wording)


def _rest(count: int, wording: Wording) -> Iterator[str]:
    if count > 0:
        yield "  " + wording.say("letter.rest", count=wording.number(count))


def _warnings(report: Report, wording: Wording) -> Iterator[str]:
    if not report.warnings:
        return
    yield wording.say("letter.warnings")
    for kind, count in _by_count(report.warnings):
        meaning = wording.known(f"warning.{kind}") or clean_line(kind.replace("_", " "))
        yield f"  {wording.number(count):>7}  {meaning}"
        for example in report.warning_examples.get(kind, ())[:_EXAMPLES]:
            yield f"           {_example(example, wording)}"


def _example(example: Example, wording: Wording) -> str:
    detail = _short(wording.detail(clean_line(example.detail)), 70)
    field = clean_line(example.field, limit=50)
    what = f"{field} = {detail}" if detail else field
    return wording.say("letter.example", id=clean_line(example.id, limit=60), what=what)


def _next_steps(report: Report, wording: Wording) -> Iterator[str]:
    yield wording.say("letter.next")
    if report.remedy:
        yield f"  - {wording.reason(clean_line(report.remedy))}"
    else:
        yield "  - " + wording.say(f"next.{report.outcome}")
    if report.published and report.previous is not None:
        yield "  - " + wording.say("next.rollback")
    if report.rejected:
        yield "  - " + wording.say("next.rejected")


def _short(text: str, limit: int) -> str:
    """At most `limit` characters. What is said is cleaned before it is put into French: cleaning
    would undo the no-break spaces."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _by_count(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _list(counts: Mapping[str, int], wording: Wording) -> str:
    return ", ".join(f"{name} {wording.number(count)}" for name, count in _by_count(counts))
