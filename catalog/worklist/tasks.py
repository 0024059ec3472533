"""The worklist: every listing with a reason to call, what the last refresh could not settle, in
order of priority.

The catalogue is read once, listing by listing; only the tasks that are wanted are kept.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from heapq import nsmallest
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from catalog.model import Listing
from catalog.refresh.report import Report
from catalog.text import clean_line, words
from catalog.worklist.demand import Demand
from catalog.worklist.formula import Priority, priority
from catalog.worklist.reasons import Reason, Why, reasons

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from catalog.model import ListingId

NAME: Final = 90
CANARY: Final = "canary"
"""Who asks a canary question, in the place of the source."""
_ORDER: Final = attrgetter("order")


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to settle. `listing` None: it is not in the catalogue. `owner`: the office or
    business that keeps the record."""

    id: str
    name: str
    owner: str
    reasons: tuple[Reason, ...]
    priority: Priority
    listing: Listing | None = None

    @property
    def order(self) -> tuple[int, str]:
        """The greatest priority first, then by id."""
        return -self.priority.value, self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the tasks are judged by. `languages`: in which texts are wanted; `report`: the last
    refresh, whose doubts and rejections wait for a person."""

    today: date
    demand: Demand
    languages: tuple[str, ...]
    report: Report | None = None


@dataclass(frozen=True, slots=True)
class Worklist:
    """The first tasks, how many there are in all, and the owners met (with their tasks)."""

    tasks: tuple[Task, ...]
    total: int
    owners: dict[str, int] = field(default_factory=dict)


def worklist(
    listings: Iterable[Listing], setting: Setting, *, limit: int | None, office: str | None = None
) -> Worklist:
    """The tasks of highest priority, `limit` of them (None: all), of one office where named."""
    counter = _Counter(office)
    tasks = counter.passing(all_tasks(listings, setting))
    first = sorted(tasks, key=_ORDER) if limit is None else nsmallest(limit, tasks, key=_ORDER)
    return Worklist(tuple(first), counter.total, dict(counter.owners))


def all_tasks(listings: Iterable[Listing], setting: Setting) -> Iterator[Task]:
    """The tasks of listings, then of what is not in the catalogue, in no order."""
    doubts = Doubts(setting.report)
    for listing in listings:
        task = task_of(listing, setting, doubts.about(listing.id))
        if task is not None:
            yield task
    yield from _outside(setting)


def by_owner(
    listings: Iterable[Listing], setting: Setting, office: str | None = None
) -> dict[str, list[ListingId]]:
    """The ids of all listings with something to ask, by owner and in order of priority. Ids
    only: the questionnaires of a region are written one owner at a time."""
    doubts = Doubts(setting.report)
    found: defaultdict[str, list[tuple[int, ListingId]]] = defaultdict(list)
    for listing in listings:
        task = task_of(listing, setting, doubts.about(listing.id))
        if task is not None and belongs(task.owner, office):
            found[task.owner].append((-task.priority.value, listing.id))
    return {owner: [id for _, id in sorted(found[owner])] for owner in sorted(found)}


def task_of(listing: Listing, setting: Setting, doubts: Sequence[Reason] = ()) -> Task | None:
    """The task of one listing; None where nothing is to be asked."""
    found = (*doubts, *reasons(listing, setting.today, setting.languages))
    if not found:
        return None
    name = listing.name.best("fr")
    return Task(
        id=clean_line(listing.id),
        name=clean_line(name.text, limit=NAME) if name else "",
        owner=owner_of(listing),
        reasons=found,
        priority=priority(
            setting.demand.asked.get(listing.id, 0), listing.confirmed, found, setting.today
        ),
        listing=listing,
    )


def owner_of(listing: Listing) -> str:
    """Who keeps the record: the organisation that made it, else that published it, else the
    source."""
    source = listing.sources[0]
    return clean_line(source.creator or source.publisher or source.name, limit=NAME)


def belongs(owner: str, office: str | None) -> bool:
    """Whether an owner is the office that somebody named: all its words, in any order."""
    return office is None or set(words(office)) <= set(words(owner))


class Doubts:
    """What the last refresh found doubtful about listings that are in the catalogue."""

    def __init__(self, report: Report | None) -> None:
        self._by_id: defaultdict[str, list[Reason]] = defaultdict(list)
        if report is None:
            return
        for pair in report.doubtful_pairs:
            ends = ((pair.first, pair.second_name), (pair.second, pair.first_name))
            for id, other in ends:
                about = clean_line(other, limit=NAME)
                self._by_id[id].append(Reason(Why.DOUBTFUL_PAIR, detail=about))
        for one in report.discrepancies:
            values = (clean_line(value, limit=60) for value in (one.kept, one.other))
            detail = " / ".join(values)
            self._by_id[one.id].append(Reason(Why.DISCREPANCY, field=one.field, detail=detail))

    def about(self, id: ListingId) -> Sequence[Reason]:
        """The doubts about one listing."""
        return self._by_id.get(id, ())


def _outside(setting: Setting) -> Iterator[Task]:
    """What waits outside the catalogue: records rejected or to be verified, canaries that no
    longer find what they should (an id or a name)."""
    if setting.report is None:
        return
    for rejected in setting.report.rejected:
        reason = Reason(Why.REJECTED, detail=clean_line(rejected.reason))
        yield _task_outside(rejected.source, rejected.id, rejected.id, reason, setting)
    for waiting in setting.report.to_verify:
        yield _task_outside(
            waiting.source, waiting.id, waiting.name, Reason(Why.TO_VERIFY), setting
        )

    for failed in setting.report.failed_canaries:
        reason = Reason(Why.CANARY, detail=clean_line(failed.ask, limit=NAME))
        yield _task_outside(CANARY, failed.expect, failed.expect, reason, setting)


def _task_outside(source: str, id: str, name: str, reason: Reason, setting: Setting) -> Task:
    whole = id if id.startswith(f"{source}:") else f"{source}:{id}"
    asked = setting.demand.asked.get(whole, 0)  # it was in the catalogue once
    return Task(
        id=clean_line(whole),
        name=clean_line(name, limit=NAME),
        owner=clean_line(source, limit=NAME),
        reasons=(reason,),
        priority=priority(asked, setting.today, (reason,), setting.today),
    )


class _Counter:
    """Counts the tasks that pass, and those of other offices by owner."""

    def __init__(self, office: str | None) -> None:
        self._office = office
        self.total = 0
        self.owners: defaultdict[str, int] = defaultdict(int)

    def passing(self, tasks: Iterable[Task]) -> Iterator[Task]:
        for task in tasks:
            self.owners[task.owner] += 1
            if belongs(task.owner, self._office):
                self.total += 1
                yield task
