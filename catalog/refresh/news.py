"""What a refresh did, as sections: the verdict, the counts, what is odd, what to do next."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from catalog.refresh.blocks import Counted, Item, Items, Lines, Section, Table
from catalog.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from catalog.refresh.report import (
        Changed,
        Discrepancy,
        DoubtfulPair,
        Example,
        FailedCanary,
        Report,
        SourceRead,
    )
    from catalog.refresh.wording import Wording

_READ: Final = ("read", "rejected")
_COMPARED: Final = ("read", "new", "changed", "unchanged", "gone", "merged", "rejected", "listings")
"""A refresh that stopped before comparing does not know what would be new or gone."""
_ONLY_IF_ANY: Final = frozenset({"merged"})
_EXAMPLES: Final = 2
_FRESHNESS: Final = {
    "downloaded": "letter.downloaded",
    "not_changed": "letter.not_changed",
    "kept": "letter.kept_copy",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """How many of each list are named; the JSON report has them all."""

    rejected: int
    others: int
    communes: int
    tables: bool
    """Whether wide tables have room: kinds as columns."""


def news(report: Report, wording: Wording, shown: Shown) -> Iterator[Section]:
    """The sections, those with nothing to say left out."""
    yield _verdict(report, wording)
    yield from _sources(report, wording)
    yield from _canaries(report, wording)
    yield from _left_out(report, wording)
    yield from _counts(report, wording)
    yield from _by_source(report, wording)
    yield from _rejected(report, wording, shown)
    yield from _to_verify(report, wording, shown)
    yield from _pairs(report, wording, shown)
    yield from _discrepancies(report, wording, shown)
    yield from _changed(report, wording, shown)
    yield from _gone(report, wording, shown)
    yield from _warnings(report, wording)


def _verdict(report: Report, wording: Wording) -> Section:
    verdict = wording.say(
        f"verdict.{report.outcome}",
        version=report.version or "",
        before=wording.number(report.previous or 0),
    )
    if not report.reason:
        return Section(verdict)
    where = clean_line(report.where or "")
    message = clean_line(report.reason).removeprefix(f"{where}: ")
    return Section(verdict, (Lines((wording.because(where, message),)),))


def _sources(report: Report, wording: Wording) -> Iterator[Section]:
    lines = [line for source in report.sources for line in _source(source, wording)]
    if report.started:
        seconds = wording.number(round(report.seconds))
        lines.append(
            wording.say("letter.when", **_moment(report.started, wording), seconds=seconds)
        )
    if lines:
        yield Section(None, (Lines(tuple(lines)),))


def _source(source: SourceRead, wording: Wording) -> Iterator[str]:
    address = urlsplit(source.path) if "://" in source.path else None
    name = clean_line((address.hostname or "") if address else Path(source.path).name)
    if source.name:
        name = f"{clean_line(source.name, limit=60)} ({name})"
    yield wording.say(
        "letter.source",
        name=name,
        label=wording.label(clean_line(source.label)),
        count=wording.number(source.read),
    )
    key = _FRESHNESS.get(source.freshness)
    if key and source.fetched:
        yield f"  {wording.say(key, **_moment(source.fetched, wording))}"


def _moment(iso: str, wording: Wording) -> dict[str, str]:
    moment = datetime.fromisoformat(iso)
    return {"date": wording.day(moment), "time": f"{moment:%H:%M}"}


def _left_out(report: Report, wording: Wording) -> Iterator[Section]:
    if not report.left_out:
        return
    items = tuple(
        Item(wording.because(clean_line(Path(one.path).name), clean_line(one.reason)))
        for one in report.left_out
    )
    title = wording.say("letter.left_out", count=wording.number(len(items)))
    yield Section(title, (Items(items),))


def _canaries(report: Report, wording: Wording) -> Iterator[Section]:
    if not report.failed_canaries:
        return
    items = tuple(_canary(one, wording) for one in report.failed_canaries)
    title = wording.say("letter.canaries", count=wording.number(len(items)))
    yield Section(title, (Items(items),))


def _canary(failed: FailedCanary, wording: Wording) -> Item:
    language = wording.known(f"language.{failed.lang}") or clean_line(failed.lang, limit=20)
    found = ", ".join(clean_line(one, limit=60) for one in failed.found)
    expected = wording.say(
        "letter.expected",
        within=wording.number(failed.within),
        expect=clean_line(failed.expect, limit=80),
    )
    told = wording.say("letter.found", found=found or wording.say("letter.found_nothing"))
    return Item(f"{clean_line(failed.ask, limit=80)}  ({language})", (expected, told))


def _counts(report: Report, wording: Wording) -> Iterator[Section]:
    if not report.read:
        return
    rows = []
    for name in _COMPARED if report.by_kind else _READ:
        value = len(report.rejected) if name == "rejected" else getattr(report, name)
        if value or name not in _ONLY_IF_ANY:
            rows.append((wording.say(f"count.{name}"), wording.number(value)))
    lines = []
    if report.by_kind:
        kinds = {wording.say(f"kind.{kind}"): count for kind, count in report.by_kind.items()}
        lines.append(wording.say("letter.by_kind", list=listed(kinds, wording)))
    if report.by_language:
        lines.append(wording.say("letter.by_language", list=listed(report.by_language, wording)))
    if report.past_events:
        lines.append(wording.say("letter.past_events", count=wording.number(report.past_events)))
    yield Section(None, (Table((), tuple(rows)), Lines(tuple(lines))))


def _by_source(report: Report, wording: Wording) -> Iterator[Section]:
    """One row a source, where there are several of them: by the names that listings carry."""
    if report.survey is None or len(report.survey.by_source) < 2:
        return
    read = Counter[str]()
    for source in report.sources:
        read[source.format] += source.read
    rejected = Counter(one.source for one in report.rejected)
    shares = {share.source: share for share in report.survey.by_source}
    rows = []
    for name in sorted(shares.keys() | rejected.keys()):
        share = shares.get(name)
        cells = (
            read.get(name),  # a house file is read under the name of its format
            share.listings if share else 0,
            share.joined if share else 0,
            rejected[name],
        )
        figures = ("" if cell is None else wording.number(cell) for cell in cells)
        rows.append((clean_line(name, limit=40), *figures))
    head = ("source", "read", "listings", "joined", "rejected")
    heads = tuple(wording.say(f"column.{name}") for name in head)
    yield Section(wording.say("letter.by_source"), (Table(heads, tuple(rows)),))


def _gone(report: Report, wording: Wording, shown: Shown) -> Iterator[Section]:
    if not report.gone:
        return
    title = wording.say("letter.gone", count=wording.number(report.gone))
    items = tuple(
        Item(f"{clean_line(gone.name, limit=60)}  ({clean_line(gone.id)})")
        for gone in report.gone_listings[: max(shown.others, 20)]
    )
    yield Section(title, (Items(items, rest(report.gone - len(items), wording)),))


def _rejected(report: Report, wording: Wording, shown: Shown) -> Iterator[Section]:
    if not report.rejected:
        return
    items = []
    for rejected in report.rejected[: shown.rejected]:
        why = wording.because(clean_line(rejected.id), clean_line(rejected.reason))
        under = (rejected.url,) if rejected.url and rejected.url != rejected.id else ()
        items.append(Item(short(why, 300), under, rejected.url))
    title = wording.say("letter.rejected", count=wording.number(len(report.rejected)))
    left = rest(len(report.rejected) - len(items), wording)
    yield Section(title, (Items(tuple(items), left),))


def _to_verify(report: Report, wording: Wording, shown: Shown) -> Iterator[Section]:
    if not report.to_verify:
        return
    items = tuple(
        Item(f"{clean_line(one.name, limit=80)}  ({clean_line(one.id)}, {clean_line(one.source)})")
        for one in report.to_verify[: shown.others]
    )
    title = wording.say("letter.to_verify", count=wording.number(len(report.to_verify)))
    yield Section(title, (Items(items, rest(len(report.to_verify) - len(items), wording)),))


def _pairs(report: Report, wording: Wording, shown: Shown) -> Iterator[Section]:
    if not report.doubtful_pairs:
        return
    items = tuple(_pair(pair, wording) for pair in report.doubtful_pairs[: shown.others])
    title = wording.say("letter.pairs", count=wording.number(len(report.doubtful_pairs)))
    yield Section(title, (Items(items, rest(len(report.doubtful_pairs) - len(items), wording)),))


def _pair(pair: DoubtfulPair, wording: Wording) -> Item:
    why = wording.known(f"pair.{pair.why}") or clean_line(pair.why.replace("_", " "))
    names = (clean_line(name, limit=60) for name in (pair.first_name, pair.second_name))
    facts = wording.say(
        "letter.pair",
        why=why,
        distance=wording.number(pair.distance_m),
        score=wording.number(round(pair.score)),
    )
    return Item(" ↔ ".join(names), (facts, f"{clean_line(pair.first)}, {clean_line(pair.second)}"))


def _discrepancies(report: Report, wording: Wording, shown: Shown) -> Iterator[Section]:
    if not report.discrepancies:
        return
    items = tuple(_discrepancy(one, wording) for one in report.discrepancies[: shown.others])
    # The report itself names the first ones only: how many there are is not known here.
    left = wording.say("letter.more") if len(report.discrepancies) > len(items) else None
    yield Section(wording.say("letter.discrepancies"), (Items(items, left),))


def _discrepancy(one: Discrepancy, wording: Wording) -> Item:
    def said(source: str, value: str) -> str:
        name = clean_line(source, limit=40)
        return wording.say("letter.because", where=name, why=value_of(value, wording))

    name = f"{clean_line(one.name, limit=60)}  ({clean_line(one.id)})"
    return Item(
        f"{name}, {field_name(one.field, wording)}",
        (
            wording.say("letter.kept", value=said(one.kept_source, one.kept)),
            wording.say("letter.other", value=said(one.other_source, one.other)),
        ),
    )


def _changed(report: Report, wording: Wording, shown: Shown) -> Iterator[Section]:
    if not report.changed_listings:
        return
    items = tuple(_change(one, wording) for one in report.changed_listings[: shown.others])
    title = wording.say("letter.changed", count=wording.number(report.changed))
    left = rest(report.changed - len(items), wording)
    yield Section(title, (Items(items, left),))


def _change(changed: Changed, wording: Wording) -> Item:
    return Item(
        f"{clean_line(changed.name, limit=60)}  ({clean_line(changed.id)})",
        tuple(
            wording.say(
                "letter.change",
                field=field_name(change.field, wording),
                before=value_of(change.before, wording),
                after=value_of(change.after, wording),
            )
            for change in changed.fields
        ),
    )


def _warnings(report: Report, wording: Wording) -> Iterator[Section]:
    if not report.warnings:
        return
    rows = []
    for kind, count in by_count(report.warnings):
        meaning = wording.known(f"warning.{kind}") or clean_line(kind.replace("_", " "))
        examples = report.warning_examples.get(kind, ())[:_EXAMPLES]
        under = tuple(_example(example, wording) for example in examples)
        rows.append((wording.number(count), Item(meaning, under)))
    yield Section(wording.say("letter.warnings"), (Counted(tuple(rows)),))


def _example(example: Example, wording: Wording) -> str:
    detail = short(wording.detail(clean_line(example.detail)), 70)
    field = clean_line(example.field, limit=50)
    what = f"{field} = {detail}" if detail else field
    return wording.say("letter.example", id=clean_line(example.id, limit=60), what=what)


def next_steps(report: Report, wording: Wording) -> Section:
    """What to do now."""
    steps = [
        wording.reason(clean_line(report.remedy))
        if report.remedy
        else wording.say(f"next.{report.outcome}")
    ]
    if report.published and report.previous is not None:
        steps.append(wording.say("next.rollback"))
    if report.rejected:
        steps.append(wording.say("next.rejected"))
    if report.to_verify:
        steps.append(wording.say("next.to_verify"))
    if report.doubtful_pairs:
        steps.append(wording.say("next.pairs"))
    if report.published and report.survey is not None and report.survey.listings:
        steps.append(wording.say("next.worklist"))
    return Section(wording.say("letter.next"), (Items(tuple(Item(step) for step in steps)),))


def field_name(field: str, wording: Wording) -> str:
    """A field of a listing in the staff's words; the bare name where there are none."""
    return wording.known(f"field.{field}") or clean_line(field.replace("_", " "), limit=50)


def value_of(value: str, wording: Wording) -> str:
    """A value as short text; what is not known is said so."""
    return clean_line(value, limit=90) or wording.say("letter.unknown")


def rest(count: int, wording: Wording) -> str | None:
    """That so many more are not named here; None for none."""
    return wording.say("letter.rest", count=wording.number(count)) if count > 0 else None


def short(text: str, limit: int) -> str:
    """At most `limit` characters. What is said is cleaned before it is put into French: cleaning
    would undo the no-break spaces."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def by_count(counts: Mapping[str, int]) -> Sequence[tuple[str, int]]:
    """The most frequent first, then by name."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def listed(counts: Mapping[str, int], wording: Wording) -> str:
    """`attractions 12, food 3`."""
    return ", ".join(f"{name} {wording.number(count)}" for name, count in by_count(counts))
