"""Whether a listing is open, or takes place, in the time asked for: told for it, beside it or
against it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from catalog.advice.holding import reason
from catalog.advice.kinds import SIGHTS
from catalog.advice.model import Caution
from catalog.advice.standing import OCCASIONS
from catalog.advice.timing import wall
from catalog.hours.unstated import OPEN_AIR, hours_expected
from catalog.model import Kind, TermId

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from catalog.advice.company import Findings
    from catalog.advice.standing import Standing
    from catalog.advice.timing import Asked
    from catalog.model import Listing

_BY_DAY: Final = SIGHTS | {Kind.PRODUCER, Kind.SHOP}
_OVER_BY_EVENING: Final = frozenset(
    map(TermId, ("market", "farmers_market", "flea_market", "open_day", "heritage_days"))
)


def time_told(
    listing: Listing,
    asked: Asked | None,
    stood: Standing,
    found: Findings,
    *,
    late: bool,
    gated: bool,
) -> None:
    """Whether it is open (takes place) at the asked time; at `now` when none was asked. `late`:
    whether it opens too late, or closes too early, for who comes; `gated`: whether it may be shut
    at night."""
    if listing.cancelled:
        found.against.append(Caution("cancelled", "yes"))
    if stood.why == "past":
        found.against.append(Caution("dates", "past", until=stood.day))
    elif stood.open:
        if asked is not None or stood.field == "dates":
            found.reasons.append(reason(listing, stood.field, _stretch(stood), "when"))
        _hours_unstated(listing, stood, found)
        if stood.soon:
            # Nor to one that closes as the evening begins.
            evening = asked is not None and asked.late and asked.start != asked.end
            out = evening and listing.kind in _BY_DAY
            told = found.against if out or (late and asked is not None) else found.cautions
            told.append(Caution(stood.field, "soon", limit="when", until=stood.day))
    elif stood.open is None:
        if asked is not None and listing.kind in OCCASIONS and stood.why == "unknown":
            # An event or a market without a date is no answer to "tonight".
            found.against.append(Caution(stood.field, "unknown", limit="when"))
        elif asked is not None and asked.late and stood.why == "hours" and over_by_evening(listing):
            found.against.append(Caution(stood.field, "hours", limit="when"))
        elif asked is not None and stood.why == "hours" and stood.day is not None:
            found.reasons.append(reason(listing, stood.field, stood.day.isoformat(), "when"))
            _hours_unstated(listing, stood, found)
        elif asked is not None and (hours_expected(listing) or (asked.late and gated)):
            # Nobody is sent to a museum at night on the chance that it is open.
            by_day = listing.kind in _BY_DAY and asked.late
            told = found.against if by_day else found.cautions
            told.append(Caution(stood.field, stood.why or "unknown", limit="when"))
    else:
        _shut(stood, asked, found, late=late)


def _hours_unstated(listing: Listing, stood: Standing, found: Findings) -> None:
    """That it is open that day and nobody says when; a campsite has a season and no hours."""
    if stood.why == "hours" and listing.kind is not Kind.LODGING:
        found.cautions.append(Caution(stood.field, "hours", limit="when"))


def gated(listing: Listing, asked: Sequence[TermId]) -> bool:
    """Whether what answers has a door: what it is first of all, or the museum in an old house."""
    if asked:
        own = {*asked} & {*listing.concepts} - OPEN_AIR
        return bool(own) and listing.kind is Kind.ATTRACTION
    return listing.kind in _BY_DAY and OPEN_AIR.isdisjoint(listing.concepts[:1])


def over_by_evening(listing: Listing) -> bool:
    """Whether it is over by the evening as a rule: a market that is not said to be at night."""
    return not _OVER_BY_EVENING.isdisjoint(listing.concepts[:1])


def _shut(stood: Standing, asked: Asked | None, found: Findings, *, late: bool) -> None:
    """That it is closed, and until when: a caution only where no time was asked for."""
    if stood.day is None and not (asked is not None and stood.field == "dates"):
        # Closed, and no day is stated on which it opens: a path that is still a project.
        found.against.append(Caution(stood.field, "never", limit="when"))
        return
    rules_out = late or asked is not None or stood.why == "season" or stood.field == "dates"
    told = found.against if rules_out else found.cautions
    told.append(Caution(stood.field, stood.why, limit="when", until=stood.day))


def _stretch(stood: Standing) -> str:
    if stood.start is None or stood.day is None:
        return stood.day.isoformat() if stood.day is not None else "open"
    if stood.end is None:
        return stood.start.isoformat(timespec="minutes")
    if stood.end - stood.start >= timedelta(days=1):
        return stood.day.isoformat()  # round the clock
    return "/".join(moment.isoformat(timespec="minutes") for moment in (stood.start, stood.end))


def event_days_ahead(stood: Standing, now: datetime) -> int:
    """How many days an occasion is ahead; 0 for today and for places."""
    if stood.field != "dates" or stood.day is None:
        return 0
    return max(0, (stood.day - wall(now).date()) // timedelta(days=1))
