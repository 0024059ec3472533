"""Whether one listing suits one request: reasons for, cautions beside, what rules it out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from catalog import vocabulary
from catalog.advice.beds import is_parking_only, is_table_only
from catalog.advice.company import Findings, company
from catalog.advice.holding import (
    ON_SITE,
    SETTLED,
    WALKING,
    at_the_water,
    called,
    holdings,
    is_had,
    may_cook,
    may_serve,
    picnicked,
    reason,
    strolled,
)
from catalog.advice.kinds import OUTINGS
from catalog.advice.limits import limits
from catalog.advice.model import Caution, Reason
from catalog.advice.opened import gated, time_told
from catalog.advice.short_stop import HARDLY, met_open, time_for
from catalog.advice.sought import ALIKE, readings, refused_themes, sought, wanted
from catalog.advice.standing import OCCASIONS, Standing
from catalog.advice.subjects import general, is_subject, shown_instead, spoken_of
from catalog.journal import Notice, NoticeKind
from catalog.model import Kind, LabelStatus, TermId
from catalog.text import words
from catalog.vocabulary import wider

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from catalog.advice.timing import Asked
    from catalog.advice.travel import Way
    from catalog.model import Listing
    from catalog.request import Request

T = TypeVar("T")

_IS: Final = frozenset({"concepts", "itinerary.modes", "labels", "name"})
"""Fields that say what a listing is."""
_BESIDE: Final = frozenset({"amenities", "audience", "payment", "itinerary.shape"})
"""Fields that say what it has, or for whom it is, beside what it is."""
_MAIN, _ALSO, _HAS = 1.0, 0.9, 0.85
"""How much a theme counts: as what the listing is first of all, as what it also is, as what it
has."""
_TOLD: Final = 0.7
"""What a theme counts of a town or village: each has many, and who asks for one of them wants
the thing itself first."""
_OF_THE_SORT: Final = 0.5
"""What a subject counts where only what it is a sort of is held: decorative arts, for porcelain."""
_WITHOUT_THE_THING: Final = 0.6
"""What a theme counts by itself where a sort of sight was named with it."""
_EITHER: Final = 0.9
"""What two readings of the same words count when only one of them holds."""
_PLANNED_VILLAGE: Final = frozenset({TermId("village"), TermId("bastide")})
"""A bastide is a village first of all."""
_GUARANTEED, _UNWARRANTED = TermId("bio"), TermId("organic")
_SETTINGS: Final = frozenset({TermId("village")})
"""Where something takes place: "a market in a pretty village" asks for the market."""


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
    doored = gated(listing, wanted(request))
    time_told(listing, asked, stood, found, late=late or missed, gated=doored)
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
    asked = wanted(request)
    held.update(at_the_water(listing, asked, held))
    found.against.extend(
        Caution("concepts", theme, limit="themes")
        for theme in refused_themes(request)
        if _is_refused(theme[1:], held, asked) or _called(listing, theme)
    )
    for term in asked:
        if term not in held and called(listing, term):
            held[term] = ("name", term)
        elif term not in held and (at := spoken_of(listing, term, asked)) is not None:
            held[term] = (at, term)
        if term in held:
            field, own = held[term]
            key = "labels" if term in request.labels else "themes"
            found.reasons.append(reason(listing, field, own, key))
        elif (near := _nearest_subject(term, held)) is not None:
            found.reasons.append(reason(listing, *held[near], "themes"))
    _languages(listing, request, found)
    if not _of_kind(listing, request, held, asked):
        found.against.append(Caution("kinds", listing.kind.value, limit="types"))
    if not asked:
        return None
    shares = [_share(listing, group, held) for group in readings(request, asked)]
    missing = [term for share, group in shares if not share for term in group if term not in held]
    if _GUARANTEED in missing:  # "organic" is one wish
        missing = [term for term in missing if term != _UNWARRANTED]
    found.cautions.extend(
        _lacking(listing, term, request)
        for share, group in shares
        if share
        for term in group
        # The same words said the bathing and how good its water is; a museum of cured meats may
        # show no ham.
        if term not in held
        and any(e in held for e in wider(term) if e in group or is_subject(term))
    )
    # A beach with a bar is no answer to "a walk with a bar at its end".
    sought_itself = len(shares) > 1 and not all(is_had(t) or t in ON_SITE for t in asked)
    beside = sought_itself and all(held[term][0] in _BESIDE for term in asked if term in held)
    marked = any(label in held for label in request.labels)
    serving = {term for term in missing if may_serve(listing, term) or may_cook(listing, term)}
    if Kind.ITINERARY in request.types and not strolled(listing, asked, held):
        serving -= {WALKING}
    held_none = not any(share for share, _ in shares)
    # A park may do for a playground, and is no pool with a slide.
    lost = any(_is_another_outing(listing, term) for term in missing if term not in serving)
    short = (lost or not serving) if held_none else beside
    for term in missing:
        # A label is a guarantee: a place without it is not the same; of several any will do.
        unmarked = term in request.labels and not marked
        out = (short or unmarked) and term not in serving
        (found.against if out else found.cautions).append(_lacking(listing, term, request))
    shares = _either(shares)
    total = sum(share for share, _ in shares) / len(shares)
    return total * _WITHOUT_THE_THING if _only_themes(shares) else total


def _is_another_outing(listing: Listing, term: TermId) -> bool:
    """Whether it is something to do or to see, of another kind than the listing."""
    kinds = {*vocabulary.concepts()[term].kinds}
    return not is_had(term) and bool(kinds & OUTINGS) and kinds.isdisjoint(listing.kinds)


def _either(
    shares: list[tuple[float, tuple[TermId, ...]]],
) -> list[tuple[float, tuple[TermId, ...]]]:
    """Without what is one of a sort that was named beside it: of "a castle or a monument" a house
    that is a monument holds all, as the castle does that is one by being a castle."""
    held = {term for share, group in shares if share for term in group}
    return [
        (share, group)
        for share, group in shares
        if share or not any(held & {*wider(term)} for term in group)
    ]


def _only_themes(shares: Sequence[tuple[float, tuple[TermId, ...]]]) -> bool:
    """Whether a sight that is named is none of what it holds, only what it was to be about: a
    castle where people lived before history is no cave of them."""
    sights = [share for share, group in shares if any(map(_is_sight, group))]
    held = [group for share, group in shares if share]
    known = vocabulary.concepts()
    themes = all(known[term].group == "themes" for group in held for term in group)
    return bool(sights) and not any(sights) and themes


def _nearest_subject(term: TermId, held: Collection[str]) -> TermId | None:
    """What it is about, of which the subject asked for is a sort."""
    return next((each for each in general(term) if each in held), None)


def _is_refused(term: str, held: Collection[str], asked: Collection[TermId]) -> bool:
    """Whether it is a refused sort of place: "castles, no gardens" leaves the castle that has a
    garden, but "churches, no abbeys" no abbey."""
    if term not in held:
        return False
    sights = {
        own
        for own in asked
        if own in held and own not in wider(TermId(term)) and _is_sight(own) and _is_sight(term)
    }
    return not sights


def _is_sight(term: str) -> bool:
    concept = vocabulary.concepts().get(TermId(term))
    return concept is not None and concept.group == Kind.ATTRACTION


def _is_route(own: TermId) -> bool:
    concept = vocabulary.concepts().get(own)
    if concept is None or concept.group != Kind.ITINERARY:
        return False
    return Kind.ITINERARY in concept.kinds


def _called(listing: Listing, refused: str) -> bool:
    """Whether it is the place that is not wanted, or lies there: `-name:Monestiés`; of one sight
    of a place, whether it is that: `-name:castle:Najac`."""
    name = refused.removeprefix("-name:")
    if name == refused:
        return False
    sight, _, place = name.rpartition(":")
    key = words(place)
    own = [words(text.text) for text in listing.name.texts]
    there = words(listing.place.commune or "") == key
    ends = any(each[-len(key) :] == key and len(each) > len(key) for each in own)
    if sight:
        term = TermId(sight)
        return (there or ends) and (term in listing.concepts or called(listing, term))
    of_it = ends and any(called(listing, term) for term in listing.concepts)
    return there or of_it or any(each == key for each in own)


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
    if Kind.LODGING in kinds and Kind.FOOD not in kinds and is_table_only(listing):
        return False
    if Kind.LODGING in kinds and is_parking_only(listing, request):
        return False
    if not kinds & set(listing.kinds):
        if Kind.ITINERARY in kinds and strolled(listing, asked, held):
            return True
        if picnicked(listing, kinds, asked, held):
            return True
        alike = any(kinds & group and group & {*listing.kinds} for group in ALIKE)
        if kinds == {Kind.ITINERARY}:  # who hires bicycles out is no ride of three days
            alike = alike and any(_is_route(own) for own in listing.concepts[:1])
        served = any(may_serve(listing, term) for term in asked)
        itself = any(held[term][0] not in _BESIDE for term in asked if term in held)
        return alike and (itself or served)
    if kinds & OCCASIONS and request.when is not None and not OCCASIONS & set(listing.kinds):
        return not asked or any(term in held and term not in _SETTINGS for term in asked)
    return True


def _share(
    listing: Listing, group: tuple[TermId, ...], held: dict[str, tuple[str, str]]
) -> tuple[float, tuple[TermId, ...]]:
    """How well it holds what some words ask for, 0 when it does not."""
    best = 0.0
    for term in group:
        if term in held:
            field, own = held[term]
            main = own in listing.concepts[:1] or field in {"itinerary.modes", "labels"}
            # All the sorts of a route are what it is: a themed trail is walked first of all, too.
            main = main or (listing.kind is Kind.ITINERARY and field == "concepts")
            main = main or _PLANNED_VILLAGE.issuperset((own, *listing.concepts[:1]))
            settled = field == "themes" and SETTLED & set(listing.concepts)
            share = _MAIN if main else _ALSO if field in _IS else _TOLD if settled else _HAS
            best = max(best, share)
        elif _nearest_subject(term, held) is not None:
            best = max(best, _OF_THE_SORT)
    if not best and shown_instead(listing, group, held):
        best = _OF_THE_SORT
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
