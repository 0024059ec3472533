"""Records that are one thing on several dates, joined into one listing.

Agendas have the weekly flea market once a Saturday. Records are joined where a visitor would read
the same twice: everything is equal but for the dates, the pictures and where the record comes
from. The listing carries the smallest identifier; `same_as` has the ids of the others.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from catalog.model import NOTHING, Listing, ListingId, Place, Slot
from catalog.sources.draft import Caution, Draft, Rejection, Withdrawal
from catalog.sources.values.periods import Statement, gather
from catalog.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from catalog.model import Period


Read = Draft | Rejection | Withdrawal


def in_series(
    signs: Sequence[int | None], read: Callable[[int], Sequence[tuple[Hashable, Read]]]
) -> Iterator[Read]:
    """What `read` makes of every record, in their order, those that are alike as one in the place
    of the first. `read` gives each result with what stands for its place.

    `signs` has a number for each record that those which may be alike share, such as the hash of
    title and place: only where one comes again is a record read twice, and no record is kept.
    """
    seen = Counter(sign for sign in signs if sign is not None)
    alike: dict[bytes, list[tuple[int, int]]] = {}
    for index, sign in enumerate(signs):
        if sign is None or seen[sign] < 2:
            continue
        for part, (place, result) in enumerate(read(index)):
            if isinstance(result, Draft):
                alike.setdefault(likeness(result, place), []).append((index, part))
    series = {members[0]: members for members in alike.values() if len(members) > 1}
    later = {member for members in series.values() for member in members[1:]}
    for index in range(len(signs)):
        for part, (_, result) in enumerate(read(index)):
            if (index, part) in later:
                continue
            members = series.get((index, part), [])
            others = (read(other)[at][1] for other, at in members[1:])
            drafts = [draft for draft in (result, *others) if isinstance(draft, Draft)]
            yield joined(drafts) if members else result


def likeness(draft: Draft, place: Hashable) -> bytes:
    """What two drafts have in common if they may be joined. `place`: what stands for the place
    (the source's own number for it); coordinates that differ by metres do not count."""
    listing = draft.listing
    names = tuple((text.lang, fold(text.text)) for text in listing.name.texts)
    rest = replace(
        listing,
        id=ListingId(""),
        name=NOTHING,
        place=Place(0, 0),
        sources=(),
        dates=(),
        media=(),
        same_as=(),
    )
    notes = {period.note for period in listing.dates}
    said = (names, place, rest, sorted(map(repr, notes)), draft.to_verify)
    return blake2b(repr(said).encode("utf-8", "replace"), digest_size=16).digest()


def joined(drafts: Sequence[Draft]) -> Draft:
    """One draft with the dates of all; the drafts must be alike and of one source."""
    if len(drafts) == 1:
        return drafts[0]
    ordered = sorted(drafts, key=lambda draft: _number(draft.listing))
    first = ordered[0].listing
    newest = max(
        (draft.listing.confirmed for draft in drafts if draft.listing.confirmed is not None),
        default=None,
    )
    others = dict.fromkeys(draft.listing.id for draft in ordered[1:])
    others.pop(first.id, None)
    listing = replace(
        first,
        dates=gather(
            statement
            for draft in ordered
            for period in draft.listing.dates
            for statement in statements_of(period)
        ),
        sources=(replace(first.sources[0], updated=newest), *first.sources[1:]),
        same_as=(*first.same_as, *others),
    )
    terms = {term: labels for draft in ordered for term, labels in draft.terms}
    cautions = dict.fromkeys(caution for draft in ordered for caution in draft.warnings)
    told = Caution("series_joined", first.sources[0].record, "dates", str(len(drafts)))
    return Draft(listing, tuple(terms.items()), (*cautions, told), to_verify=ordered[0].to_verify)


def statements_of(period: Period) -> Iterator[Statement]:
    """What a period of dates says, as `gather` was told it."""
    slots: tuple[Slot | None, ...] = period.slots or (None,)
    for slot in slots:
        yield Statement(period.start, period.end, period.days, slot, period.note)


def _number(listing: Listing) -> tuple[int, str]:
    record = listing.sources[0].record
    return (len(record) if record.isdigit() else 1_000, record)
