from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from catalog.model import ListingId, Localized, Media, Slot, Source, Text
from catalog.sources.draft import Caution, Draft, Rejection
from catalog.sources.values.periods import Statement, gather
from catalog.sources.values.series import Read, in_series
from catalog.text import fold
from tests.catalog.making import make
from tests.catalog.sources.days import days_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

START = date(2026, 1, 3)
SLOTS = (Slot(time(7), time(12, 30)), Slot(time(14), time(18)), None)
EVENTS = st.lists(
    st.tuples(
        st.sampled_from(["Brocante", "brocante ", "Marché"]),
        st.sampled_from([1, 2]),
        st.sets(st.tuples(st.integers(0, 200), st.sampled_from(SLOTS)), min_size=1, max_size=4),
    ),
    max_size=12,
)


def draft(record: int, name: str, days: set[tuple[int, Slot | None]]) -> Draft:
    said = [
        Statement(START + timedelta(days=n), START + timedelta(days=n), slot=slot)
        for n, slot in days
    ]
    listing = make(str(record), name, source="agenda", dates=gather(said))
    return Draft(listing, warnings=(Caution("k", str(record), "f", ""),))


def read(drafts: Sequence[Read], places: Sequence[Hashable]) -> list[Read]:
    """With the surest sign, and with none that tells anything apart."""
    asked: list[int] = []

    def one(index: int) -> list[tuple[Hashable, Read]]:
        asked.append(index)
        return [(places[index], drafts[index])]

    results = list(in_series([0] * len(drafts), one))
    signs = [
        hash((place, fold(one.listing.name.texts[0].text))) if isinstance(one, Draft) else None
        for place, one in zip(places, drafts, strict=True)
    ]
    asked.clear()
    assert list(in_series(signs, one)) == results
    for index, sign in enumerate(signs):
        if sign is None or signs.count(sign) == 1:
            assert asked.count(index) == 1
    return results


@given(EVENTS)
def test_no_date_is_lost_and_none_is_added(
    events: list[tuple[str, int, set[tuple[int, Slot | None]]]],
) -> None:
    drafts = [draft(100 + n, name, days) for n, (name, _, days) in enumerate(events)]
    results = read(drafts, [place for _, place, _ in events])
    given: dict[tuple[str, int], set[tuple[date, Slot | None]]] = {}
    for one, (name, place, _) in zip(drafts, events, strict=True):
        given.setdefault((name.strip().lower(), place), set()).update(days_of(one.listing.dates))
    assert len(results) == len(given)
    for result in results:
        assert isinstance(result, Draft)
        name, place, _ = events[int(result.listing.sources[0].record) - 100]
        assert days_of(result.listing.dates) == given[name.strip().lower(), place]
    ids = [
        id
        for one in results
        if isinstance(one, Draft)
        for id in (one.listing.id, *one.listing.same_as)
    ]
    assert sorted(ids) == sorted(one.listing.id for one in drafts)
    told = [w for one in results if isinstance(one, Draft) for w in one.warnings]
    assert sum(w.kind == "k" for w in told) == len(drafts)
    joined = sum(int(w.detail) for w in told if w.kind == "series_joined")
    assert joined == sum(
        n for n in Counter((name.strip().lower(), p) for name, p, _ in events).values() if n > 1
    )


def test_the_smallest_number_is_the_id_whatever_the_order() -> None:
    drafts = [draft(n, "Brocante", {(n, None)}) for n in (90, 1000, 200)]
    (one,) = read(drafts, [1, 1, 1])
    (other,) = read(drafts[::-1], [1, 1, 1])
    assert isinstance(one, Draft)
    assert isinstance(other, Draft)
    assert one.listing == other.listing
    assert one.listing.id == "agenda:90"
    assert one.listing.same_as == ("agenda:200", "agenda:1000")


def test_what_a_visitor_reads_must_agree() -> None:
    one = draft(1, "Brocante", {(0, None)})
    fr = Localized((Text("fr", "Sous la halle"),))
    others = [
        replace(one.listing, summary=fr),
        replace(one.listing, cancelled=True),
        replace(one.listing, dates=(replace(one.listing.dates[0], note=fr),)),
    ]
    for n, listing in enumerate(others):
        other = replace(one, listing=replace(listing, id=ListingId(f"agenda:{n + 2}")))
        assert len(read([one, other], [1, 1])) == 2
    assert len(read([one, replace(one, to_verify=True)], [1, 1])) == 2
    assert len(read([one, one], [1, 2])) == 2


def test_pictures_origins_and_metres_may_differ() -> None:
    one = draft(1, "Brocante", {(0, None)}).listing
    other = replace(
        draft(2, "BROCANTE", {(7, None)}).listing,
        media=(Media("https://x.org/2.jpg"),),
        place=replace(one.place, latitude=44.0801),
        sources=(Source("agenda", "2", retrieved=START, updated=date(2026, 6, 1)),),
    )
    (both,) = read([Draft(one), Draft(other)], [1, 1])
    assert isinstance(both, Draft)
    assert both.listing.place == one.place
    assert both.listing.media == one.media
    assert both.listing.confirmed == date(2026, 6, 1)


def test_what_is_no_draft_stays_in_its_place() -> None:
    one = draft(1, "Brocante", {(0, None)})
    no = Rejection("agenda", "x", "field x: no")
    results = read([no, one, no, draft(2, "Brocante", {(7, None)}), no], [1] * 5)
    assert [isinstance(result, Rejection) for result in results] == [True, False, True, True]
