"""What can be done where nothing fits: each wish by itself, or something else in such weather."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from catalog.advice.choosing import proposed
from catalog.advice.holding import KINDRED, holdings
from catalog.advice.kinds import OUTINGS, SIGHTS
from catalog.advice.model import MAX_PROPOSALS, Caution
from catalog.advice.sought import ALIKE, feasts_named, refused_themes, wanted
from catalog.advice.subjects import MAKERS, general, is_subject
from catalog.model import Kind, TermId
from catalog.request.model import Concern, Request
from catalog.vocabulary import concepts, wider

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from catalog.advice.model import Proposal

_HELPED: Final = frozenset({Kind.SERVICE, Kind.SHOP, Kind.TRANSPORT, Kind.HEALTH})
"""Kinds that may mend what somebody complains of: "our car does not work"."""
_LOST: Final = ("lost_property",)
_HELD_BACK: Final = frozenset({"blind", "wheelchair"})
_DRIVEN: Final = frozenset({"driving", "driving_route"})
"""Where no drive is described, there is something to drive to."""
_HAD: Final = frozenset({"amenities", "payment"})
"""Groups of what a place has beside what it is: left out before what was wanted itself."""
_STOP: Final = frozenset({"bus_stop"})
_PITCH: Final = ("campsite",)
_NEEDED_TONIGHT: Final = frozenset({Kind.LODGING, Kind.FOOD})
_HAD_AT: Final = {
    "wifi_spot": ("wifi", (Kind.OFFICE, Kind.FOOD)),
    "wifi": ("wifi", (Kind.OFFICE, Kind.FOOD)),
    "laundry": ("washing_machine", (Kind.LODGING,)),
    "picnic_area": ("picnic_tables", (Kind.ATTRACTION, Kind.ACTIVITY)),
    "camper_service": ("camper_service", (Kind.LODGING,)),
}
"""What else has a service: a campsite its machines, a café its network."""
_VOUCHING: Final = frozenset({"labels", "audience"})
"""Groups of what vouches for a place: where nobody does, it may do all the same."""
_MORE: Final = frozenset(Kind) - {Kind.SERVICE}
"""Kinds that are an answer without what was wanted of them: toilets are none to who needs wifi."""
_QUIET: Final = frozenset({TermId("quiet_place")})
_NATURE: Final = ("natural_site", "-swimming", "-beach")
"""Where it is quiet as a rule, though nobody states it."""
_PROTECTED: Final = frozenset(
    ("plus_beaux_villages", "unesco", "grand_site_occitanie", "grand_site_de_france", "natura2000")
) | {"ens", "parc_national", "parc_naturel_regional", "geoparc", "univertrail"}
"""Labels of places by themselves: who would walk or run in one is told where it is."""


def at_the_desk(request: Request) -> Request:
    """What only the people of the office can answer, as a request for an office: who complains
    of a restaurant, wants an event of theirs announced or asks whether a fire may be lit looks for
    none of these; nor does a service that is not named mean the nearest toilets. Any other
    request as it is."""
    if request.concern is Concern.LOST_THING:
        # Where it was lost is not where somebody wants to go.
        found = (Kind.SERVICE, Kind.OFFICE)
        plain = request.types == found and request.themes == _LOST
        return request if plain else replace(request, types=found, themes=_LOST, labels=())
    complains = request.concern is Concern.COMPLAINT and not _HELPED & set(request.types)
    vague = request.types == (Kind.SERVICE,) and not (wanted(request) or request.rest)
    if not complains and not vague and request.concern is not Concern.DESK:
        return request
    where = request.where if isinstance(request.where, str) else None
    return Request(types=(Kind.OFFICE,), where=where, lang=request.lang, concern=request.concern)


def bed_instead(request: Request) -> Request | None:
    """Where somebody may sleep who asks whether they may sleep anywhere: the pitches around."""
    sleeps = [t for t in wanted(request) if concepts()[t].group == Kind.LODGING.value]
    if request.concern is not Concern.DESK or not sleeps:
        return None
    sorts = dict.fromkeys((*sleeps, *(_PITCH if "bivouac" in sleeps else ())))
    return replace(request, types=(Kind.LODGING,), themes=tuple(sorts), concern=None)


def otherwise(
    compare: Callable[[Request], tuple[list[Proposal], list[Proposal]]],
    request: Request,
    missing: Sequence[Proposal],
    now: datetime,
) -> tuple[tuple[Proposal, ...], list[Proposal]]:
    """The best of each wish where one place cannot be both; something sheltered where only the
    weather is against what was asked for; and what is nearly one of them."""
    nearly: list[Proposal] = []
    asked = frozenset(map(str, wanted(request)))
    for parts, lacks in _looser(request, missing):
        chosen: list[tuple[Proposal, ...]] = []
        for part in parts:
            ranked, more = compare(part)
            best = proposed(ranked, part, now)
            chosen.append(tuple(_without(each, lacks, asked) for each in best))
            nearly += more
        turns = (one for turn in zip_longest(*chosen) for one in turn if one is not None)
        found = tuple({one.listing.id: one for one in turns}.values())[:MAX_PROPOSALS]
        if found:
            return found, nearly
    return (), nearly


def _looser(
    request: Request, missing: Sequence[Proposal]
) -> Iterator[tuple[tuple[Request, ...], tuple[Caution, ...]]]:
    """What is asked instead, the nearest to the question first, each with what is then left out
    and told as not stated."""
    if any(all(c.limit == "weather" for c in each.against) for each in missing):
        yield (_any_outing(request),), ()
        return
    if Kind.OFFICE in request.types and wanted(request):
        # Whatever they give out or know there: nobody states it of an office.
        cards = tuple(Caution("lacks", label, limit="labels") for label in request.labels)
        yield (replace(request, types=(Kind.OFFICE,), themes=(), labels=()),), cards
        return
    yield _apart(request), ()
    if _STOP.intersection(request.themes):
        # No bus stops where they set out: a station, where there is one.
        lacks = tuple(Caution("lacks", term, limit="themes") for term in sorted(_STOP))
        yield (replace(request, types=(Kind.TRANSPORT,), themes=()),), lacks
    if _DRIVEN.intersection(request.themes) and OUTINGS.issuperset(request.types):
        sights = replace(_any_outing(request), types=(Kind.ATTRACTION,), renown="best")
        yield (sights,), ()
    yield from _at_its_goal(request)
    yield from _of_another_subject(request)
    yield from _had_elsewhere(request)
    yield from _without_had(request)
    if _PROTECTED.intersection(request.labels) and OUTINGS.issuperset(request.types):
        refused = refused_themes(request)
        yield (replace(request, types=(), themes=refused),), ()
    if _HELD_BACK.intersection(request.mobility) and wanted(request):
        yield (_any_outing(request),), ()  # no tour for the blind, but a museum made for them
    if _NEEDED_TONIGHT.intersection(request.types):
        yield from _unmarked(request)


def _at_its_goal(request: Request) -> Iterator[tuple[tuple[Request, ...], tuple[Caution, ...]]]:
    """The viewpoint, the waterfall or the lake itself, where no walk is described that has one."""
    groups = concepts()
    if Kind.ITINERARY in request.types:
        goals = tuple(t for t in request.themes if t in groups and _is_goal(TermId(t)))
        refused = refused_themes(request)
        if goals:
            plain = replace(request, types=(Kind.ATTRACTION,), themes=(*goals, *refused))
            yield (replace(plain, difficulty=None, max_km=None),), ()


def _is_goal(term: TermId) -> bool:
    return Kind.ATTRACTION in concepts()[term].kinds


def _of_another_subject(
    request: Request,
) -> Iterator[tuple[tuple[Request, ...], tuple[Caution, ...]]]:
    """What the subject asked for is a sort of, then the place without it: cured meat where nobody
    speaks of ham."""
    asked = [term for term in wanted(request) if is_subject(term)]
    lacks = tuple(Caution("lacks", term, limit="themes") for term in asked)
    others = tuple(theme for theme in request.themes if TermId(theme) not in asked)
    sorts = tuple(dict.fromkeys(wide for term in asked for wide in general(term)))
    if sorts:
        yield (replace(request, themes=(*others, *sorts)),), lacks
    if asked and not SIGHTS.intersection(request.types):
        # Nobody is known to make it: a museum of it, which may have it to taste.
        shown = replace(request, types=(Kind.ACTIVITY, Kind.ATTRACTION), themes=(*asked, "tasting"))
        yield (shown,), ()
    left = wanted(replace(request, themes=others))
    if asked and not MAKERS.issuperset(left):
        yield (replace(request, themes=others),), lacks


def _had_elsewhere(request: Request) -> Iterator[tuple[tuple[Request, ...], tuple[Caution, ...]]]:
    """A service that nobody offers by itself, where a house of another sort has it."""
    had = dict.fromkeys(_HAD_AT[theme] for theme in request.themes if theme in _HAD_AT)
    if Kind.SERVICE in request.types and had:
        yield (
            tuple(
                replace(request, types=kinds, themes=(term,), duration=None, max_price=None)
                for term, kinds in had
            ),
            (),
        )


def _unmarked(request: Request) -> Iterator[tuple[tuple[Request, ...], tuple[Caution, ...]]]:
    """A bed or a table without the label that none around bears, and not said to be for those who
    come: where they sleep or eat all the same."""
    groups = concepts()
    asked = [term for term in wanted(request) if groups[term].group in _VOUCHING]
    if asked:
        themes = tuple(theme for theme in request.themes if TermId(theme) not in asked)
        lacks = tuple(Caution("lacks", label, limit="labels") for label in request.labels)
        yield (replace(request, themes=themes, labels=()),), lacks


def _without_had(request: Request) -> Iterator[tuple[tuple[Request, ...], tuple[Caution, ...]]]:
    """Without what a place has beside what it is, which is then told as not stated."""
    groups = concepts()
    had = [term for term in wanted(request) if groups[term].group in _HAD]
    themes = tuple(theme for theme in request.themes if TermId(theme) not in had)
    plain = replace(request, themes=themes)
    lacks = tuple(Caution("lacks", term, limit="themes") for term in had)
    kin = [(term, own) for term in had for own in sorted(KINDRED.get(term, ()))]
    if kin and not wanted(plain):
        # No pool is stated to be covered: a pool, not a museum.
        for term in dict.fromkeys(term for term, _ in kin):
            near = tuple(
                replace(plain, types=(), themes=(*themes, own)) for of, own in kin if of == term
            )
            yield near, lacks
    elif had and _QUIET.issuperset(had) and not (wanted(plain) or request.types):
        calm = replace(plain, types=(Kind.ATTRACTION,), themes=(*themes, *_NATURE), renown="little")
        yield (calm,), lacks
    elif had and (_MORE.intersection(request.types) or request.party):
        # Nowhere is it stated to be quiet: what was wanted so is told of all the same.
        yield (plain,), lacks


def _without(proposal: Proposal, lacks: tuple[Caution, ...], asked: frozenset[str]) -> Proposal:
    """The proposal with what it is not stated to have; what was looked for instead was not
    asked for."""
    if not lacks:
        return proposal
    held = holdings(proposal.listing)
    lacks = tuple(each for each in lacks if each.value not in held)
    reasons = tuple(
        each
        for each in proposal.reasons
        if each.key != "themes"
        or each.field == "spoken"
        or asked & {each.value, *wider(TermId(each.value))}
    )
    return replace(proposal, reasons=reasons, cautions=(*proposal.cautions, *lacks))


def _apart(request: Request) -> tuple[Request, ...]:
    """A request as two, where a kind was asked for that none of its themes is of: a guided tour,
    and something to eat; () where it is one wish."""
    known = concepts()
    themed = _kinds_of_themes(request)
    themed |= {kind for group in ALIKE if group & themed for kind in group}
    if feasts_named(request):
        themed.add(Kind.EVENT)  # another feast is no answer
    others = tuple(kind for kind in request.types if kind not in themed)
    if not themed or not others or _one_phrase(request):
        return ()
    of_themes = tuple(kind for kind in request.types if kind in themed)
    if not of_themes and _has_services(request):  # a walk "with a fountain" is no fountain
        had = tuple(t for t in request.themes if t in known and known[TermId(t)].group in _HAD)
        return (replace(request, types=others, themes=had),)
    if not of_themes:
        # Duck to eat is duck, not whatever has to do with cooking.
        own = tuple(t for t in request.themes if t not in known or known[TermId(t)].kinds)
        return (
            replace(request, types=tuple(sorted(_kinds_of_themes(request))), themes=own),
            replace(request, types=others, themes=(), labels=()),
        )
    return (
        replace(request, types=of_themes),
        replace(request, types=others, themes=(), labels=()),
    )


def _kinds_of_themes(request: Request) -> set[Kind]:
    known = concepts()
    return {kind for term in wanted(request) for kind in known[term].kinds}


def _one_phrase(request: Request) -> bool:
    """Whether the same words said all that is wanted: stars to look at are no sights besides."""
    said = {(s.start, s.end) for s in request.spans if s.key in {"types", "themes"}}
    return len(said) == 1


def _has_services(request: Request) -> bool:
    """Whether what was named beside the kinds asked for is only what a place may have: water,
    toilets, parking."""
    known = concepts()
    return all(
        known[term].group in _HAD or known[term].kinds == (Kind.SERVICE,)
        for term in wanted(request)
    )


def _any_outing(request: Request) -> Request:
    """The request of somebody who would do anything else than what was named."""
    refused = refused_themes(request)
    return replace(
        request, types=(), themes=refused, labels=(), difficulty=None, max_km=None, rest=""
    )
