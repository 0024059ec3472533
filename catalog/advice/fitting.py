"""Whether one listing suits one request: reasons for, cautions beside, what rules it out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeVar

from catalog import vocabulary
from catalog.advice.company import Findings, company
from catalog.advice.holding import SETTLED, called, holdings, is_had, may_serve, reason
from catalog.advice.limits import limits
from catalog.advice.model import Caution, Reason
from catalog.advice.short_stop import HARDLY, met_open, time_for
from catalog.advice.standing import OCCASIONS, Standing
from catalog.advice.timing import wall
from catalog.hours.unstated import OPEN_AIR, hours_expected
from catalog.journal import Notice, NoticeKind
from catalog.model import Kind, LabelStatus, TermId
from catalog.text import words
from catalog.vocabulary import wider

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from catalog.advice.timing import Asked
    from catalog.advice.travel import Way
    from catalog.model import Listing
    from catalog.request import Request

T = TypeVar("T")

_IS: Final = frozenset({"concepts", "itinerary.modes", "labels", "name"})
"""Fields that say what a listing is."""
_BESIDE: Final = frozenset({"amenities", "audience", "payment"})
"""Fields that say what it has, or for whom it is, beside what it is."""
_MAIN, _ALSO, _HAS = 1.0, 0.9, 0.85
"""How much a theme counts: as what the listing is first of all, as what it also is, as what it
has."""
_TOLD: Final = 0.7
"""What a theme counts of a town or village: each has many, and who asks for one of them wants
the thing itself first."""
_EITHER: Final = 0.9
"""What two readings of the same words count when only one of them holds."""
_BY_DAY: Final = frozenset({Kind.ATTRACTION, Kind.ACTIVITY, Kind.PRODUCER, Kind.SHOP})
_OVER_BY_EVENING: Final = frozenset(
    map(TermId, ("market", "farmers_market", "flea_market", "open_day", "heritage_days"))
)
_PLANNED_VILLAGE: Final = frozenset({TermId("village"), TermId("bastide")})
"""A bastide is a village first of all."""
_SETTINGS: Final = frozenset({TermId("village")})
"""Where something takes place: "a market in a pretty village" asks for the market."""
ALIKE: Final = (
    frozenset({Kind.ATTRACTION, Kind.ACTIVITY, Kind.ITINERARY}),
    frozenset({Kind.ATTRACTION, Kind.ACTIVITY, Kind.PRODUCER}),
    frozenset({Kind.EVENT, Kind.MARKET}),
    frozenset({Kind.PRODUCER, Kind.SHOP, Kind.MARKET}),
)
"""Sources file a beach as an activity or as a sight: these kinds stand for each other where what
the listing is answers the question."""


_FREELY: Final = MappingProxyType(
    {
        Kind.ATTRACTION: Kind.ACTIVITY,
        Kind.ACTIVITY: Kind.ATTRACTION,
        Kind.EVENT: Kind.MARKET,
    }
)
"""What else answers who names nothing more precise than a kind."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How a listing answers: `against` is what rules it out, and is shown as a near miss.
    `shut`: whether the staff's notices leave no day that was asked for.
    `held`: the share of the asked themes and labels that it holds, a little less where it is
    something else first of all; None where none was asked.
    `kept`, `suited`, `weather`: see `weights.TABLE`."""

    reasons: tuple[Reason, ...]
    cautions: tuple[Caution, ...]
    against: tuple[Caution, ...]
    standing: Standing
    shut: bool
    held: float | None
    kept: float
    suited: float
    weather: float
    notices: tuple[Notice, ...]

    @property
    def open(self) -> bool | None:
        """Open at the asked time; a notice of closure outranks the hours."""
        return False if self.shut else self.standing.open


def sought(request: Request) -> frozenset[Kind]:
    """The kinds asked for; where nothing more precise was, with those that stand for them: who
    asks what there is to do is shown a museum too, on a day also what is on, and who asks what is
    on, a market."""
    kinds = frozenset(request.types)
    if "coach" in request.mobility and len(kinds) > 1:
        kinds -= {Kind.TRANSPORT}  # who comes by coach seeks no bus
    if not kinds or wanted(request) or any(t.startswith("name:") for t in request.themes):
        return kinds
    more = {_FREELY[kind] for kind in kinds if kind in _FREELY}
    on_a_day = Kind.ACTIVITY in kinds and request.when is not None
    return kinds | more | (OCCASIONS if on_a_day else frozenset())


def wanted(request: Request) -> tuple[TermId, ...]:
    """The concepts and labels asked for: words that are no concept of ours are for search."""
    return _known((*request.themes, *request.labels))


@lru_cache(maxsize=256)
def _known(asked: tuple[str, ...]) -> tuple[TermId, ...]:
    known = vocabulary.concepts()
    return tuple(dict.fromkeys(TermId(term) for term in asked if TermId(term) in known))


def fit(
    listing: Listing,
    request: Request,
    asked: Asked | None,
    now: datetime,
    *,
    distance_km: float = 0.0,
    station_km: float | None = None,
    notices: Sequence[Notice] = (),
    by: Way | None = None,
) -> Fit:
    """Compare a listing with a request, field by field; only what is stated counts.

    `station_km`: how far the nearest railway station is, for somebody without a car;
    `by`: the way there.
    """
    found = Findings()
    (stood, shut, holding), missed = met_open(listing, asked, now, notices, by)
    _notices(holding, found, shut=shut)
    holds = holdings(listing)
    held = _themes(listing, request, holds, found)
    enough = time_for(listing, request, distance_km, stood, now)
    late = enough is not None and enough < HARDLY
    gated = _gated(listing, wanted(request))
    _time(listing, asked, stood, found, late=late or missed, gated=gated)
    company(listing, request, holds, found)
    limits(listing, request, distance_km, station_km, found)
    found.kept.extend(() if enough is None else (enough,))
    return Fit(
        reasons=_once(found.reasons),
        cautions=_once(found.cautions),
        against=_once(found.against),
        standing=stood,
        shut=shut,
        held=held,
        kept=sum(found.kept) / len(found.kept) if found.kept else 0.0,
        suited=found.suited or 0.0,
        weather=found.weather or 0.0,
        notices=holding,
    )


def _once(found: list[T]) -> tuple[T, ...]:
    """Each once, in their order: most often there is one."""
    return tuple(found) if len(found) < 2 else tuple(dict.fromkeys(found))


def _notices(notices: Sequence[Notice], found: Findings, *, shut: bool) -> None:
    for notice in notices:
        said = Caution("notice", notice.kind.value, since=notice.since, until=notice.until)
        if notice.kind is NoticeKind.FAVOURITE:
            found.reasons.append(Reason("notice", "favourite", notice.since, notice.initials))
        else:
            (found.against if notice.shuts and shut else found.cautions).append(said)


def _themes(
    listing: Listing, request: Request, held: dict[str, tuple[str, str]], found: Findings
) -> float | None:
    """What it is beside what was asked for; the share that it holds."""
    found.against.extend(
        Caution("concepts", theme, limit="themes")
        for theme in request.themes
        if theme.startswith("-") and (theme[1:] in held or _called(listing, theme))
    )
    asked = wanted(request)
    for term in asked:
        if term not in held and called(listing, term):
            held[term] = ("name", term)
        if term in held:
            field, own = held[term]
            key = "labels" if term in request.labels else "themes"
            found.reasons.append(reason(listing, field, own, key))
    _languages(listing, request, found)
    if not _of_kind(listing, request, held, asked):
        found.against.append(Caution("kinds", listing.kind.value, limit="types"))
    if not asked:
        return None
    shares = [_share(listing, group, held) for group in readings(request, asked)]
    missing = [term for share, group in shares if not share for term in group if term not in held]
    found.cautions.extend(
        _lacking(listing, term, request)
        for share, group in shares
        if share
        for term in group
        # The same words said the bathing and how good its water is.
        if term not in held and any(each in held for each in wider(term) if each in group)
    )
    # A beach with a bar is no answer to "a walk with a bar at its end".
    sought_itself = len(shares) > 1 and not all(map(is_had, asked))
    beside = sought_itself and all(held[term][0] in _BESIDE for term in asked if term in held)
    marked = any(label in held for label in request.labels)
    serving = {term for term in missing if may_serve(listing, term)}
    short = not serving if len(missing) == len(asked) else beside
    for term in missing:
        # A label is asked for as a guarantee: another place without it is not the same; of several
        # any will do.
        unmarked = term in request.labels and not marked
        out = (short or unmarked) and term not in serving
        (found.against if out else found.cautions).append(_lacking(listing, term, request))
    return sum(share for share, _ in shares) / len(shares)


def _is_route(own: TermId) -> bool:
    concept = vocabulary.concepts().get(own)
    if concept is None or concept.group != Kind.ITINERARY:
        return False
    return Kind.ITINERARY in concept.kinds


def _called(listing: Listing, refused: str) -> bool:
    """Whether it is the place that is not wanted, or lies there: `-name:Monestiés`."""
    name = refused.removeprefix("-name:")
    if name == refused:
        return False
    key = words(name)
    own = (text.text for text in listing.name.texts)
    return any(words(each) == key for each in (listing.place.commune or "", *own))


def _of_kind(
    listing: Listing,
    request: Request,
    held: dict[str, tuple[str, str]],
    asked: Sequence[TermId],
) -> bool:
    """Whether it is of a kind asked for, or is by itself what was asked for."""
    kinds = sought(request)
    if not kinds:
        return True
    if not kinds & set(listing.kinds):
        alike = any(kinds & group and group & {*listing.kinds} for group in ALIKE)
        if kinds == {Kind.ITINERARY}:  # who hires bicycles out is no ride of three days
            alike = alike and any(_is_route(own) for own in listing.concepts[:1])
        return alike and any(held[term][0] not in _BESIDE for term in asked if term in held)
    if kinds & OCCASIONS and request.when is not None and not OCCASIONS & set(listing.kinds):
        return not asked or any(term in held and term not in _SETTINGS for term in asked)
    return True


def readings(request: Request, asked: Sequence[TermId]) -> list[tuple[TermId, ...]]:
    """The terms asked for, those that the same words say together: either will do."""
    said = {term: [(s.start, s.end) for s in request.spans if s.value == term] for term in asked}
    groups: list[list[TermId]] = []
    for term in asked:
        for group in groups:
            if any(
                start < stop and begin < end
                for other in group
                for begin, stop in said[other]
                for start, end in said[term]
            ):
                group.append(term)
                break
        else:
            groups.append([term])
    return [tuple(group) for group in groups]


def _share(
    listing: Listing, group: tuple[TermId, ...], held: dict[str, tuple[str, str]]
) -> tuple[float, tuple[TermId, ...]]:
    """How well it holds what some words ask for, 0 when it does not."""
    best = 0.0
    for term in group:
        if term in held:
            field, own = held[term]
            main = own in listing.concepts[:1] or field in {"itinerary.modes", "labels"}
            main = main or _PLANNED_VILLAGE.issuperset((own, *listing.concepts[:1]))
            settled = field == "themes" and SETTLED & set(listing.concepts)
            share = _MAIN if main else _ALSO if field in _IS else _TOLD if settled else _HAS
            best = max(best, share)
    whole = all(term in held for term in group)
    return best * (1.0 if whole else _EITHER), group


def _lacking(listing: Listing, term: TermId, request: Request) -> Caution:
    """What was asked for and is not stated; a label that is only in progress says so."""
    key = "labels" if term in request.labels else "themes"
    for label in listing.labels:
        if label.id == term and label.status is not LabelStatus.OBTAINED:
            return Caution("labels", f"{term}:{label.status.value}", limit=key)
    return Caution("lacks", term, limit=key)


def _languages(listing: Listing, request: Request, found: Findings) -> None:
    for theme in request.themes:
        if theme.startswith("lang:"):
            lang = theme.removeprefix("lang:")
            found.kept.append(float(lang in listing.spoken))
            if lang in listing.spoken:
                found.reasons.append(reason(listing, "spoken", lang, "themes"))
            elif listing.spoken:
                found.cautions.append(Caution("spoken", lang, limit="themes"))
            else:
                found.cautions.append(Caution("spoken", "unknown", limit="themes"))


def _time(
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
        if stood.why == "hours":
            found.cautions.append(Caution(stood.field, "hours", limit="when"))
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
            found.cautions.append(Caution(stood.field, "hours", limit="when"))
        elif asked is not None and (hours_expected(listing) or (asked.late and gated)):
            # Nobody is sent to a museum at night on the chance that it is open.
            by_day = listing.kind in _BY_DAY and asked.late
            told = found.against if by_day else found.cautions
            told.append(Caution(stood.field, stood.why or "unknown", limit="when"))
    else:
        _shut(stood, asked, found, late=late)


def _gated(listing: Listing, asked: Sequence[TermId]) -> bool:
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
