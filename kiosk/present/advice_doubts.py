"""What an advice does not know or cannot keep: places, limits nobody states, wishes unmet."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from catalog.advice.evenings import anything_sought
from catalog.advice.holding import is_had
from catalog.advice.sought import wanted
from catalog.advice.standing import OCCASIONS
from catalog.advice.travel import Mode, stated_mode
from catalog.model import Kind, TermId
from catalog.text import clean_line
from catalog.vocabulary import concepts
from kiosk.i18n import N_
from kiosk.present.listing import kind_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.advice import Advice
    from catalog.advice.model import Outside
    from catalog.request import Request
    from kiosk.i18n import Translator
    from kiosk.present.words import Words

_BY_THEMSELVES: Final = frozenset({Kind.FOOD, Kind.LODGING})
"""Kinds that are a wish whatever is said with them."""
_LIMITS: Final = {
    # Translators: limits of the question that the nearest possible thing does not keep; they
    # follow "Nothing fits everything. The nearest thing is, unlike your wish:"
    "when": N_("at another time"),
    "radius_km": N_("farther away"),
    "where": N_("farther away"),
    "mobility": N_("hard to reach or to enter"),
    "max_price": N_("dearer"),
    "difficulty": N_("of another difficulty"),
    "max_km": N_("longer"),
    "duration": N_("longer"),
    "party": N_("not for everybody with you"),
    "weather": N_("not for this weather"),
    "labels": N_("without that label"),
}
_OUTINGS: Final = frozenset({Kind.ACTIVITY, Kind.ATTRACTION})
_UNSURE: Final = {
    "difficulty": N_("The difficulty of these is not stated."),
    "duration": N_("The duration of these is not stated."),
    "max_km": N_("The length of these is not stated."),
    "max_price": N_("The price of these is not stated."),
}


def unplaced_line(names: tuple[str, ...], t: Translator) -> str:
    """That a place which was named is not known here; "" where all are."""
    if not names:
        return ""
    # Translators: the visitor named a place that the catalogue does not have; proposals and
    # distances are then from the kiosk
    text = t._(
        "“%(place)s” is not in our catalogue: distances are from here. Please ask the office."
    )
    return text % {"place": clean_line(names[0], limit=60)}


def outside_line(town: Outside | None, t: Translator) -> str:
    """That a town which was named lies beyond the catalogue; "" for none."""
    if town is None:
        return ""
    # Translators: the visitor named a town (place) that our catalogue does not cover; nearest is
    # the town of the catalogue that is nearest to it, distance how far the two are apart
    text = t._(
        "“%(place)s” is outside our catalogue. The nearest place in it: %(nearest)s,"
        " %(distance)s from there."
    )
    return text % {
        "place": clean_line(town.place, limit=60),
        "nearest": clean_line(town.nearest, limit=60),
        "distance": t.distance_km(town.distance_km),
    }


def unsure_line(advice: Advice, t: Translator) -> str:
    """That none of those proposed is known to keep a limit, or to have a roof in the rain: said
    before "cheaper" is believed; "" where one is."""
    told = [_unsure(limit, advice.request, t) for limit in sorted(advice.unsure)]
    if _out_in_the_rain(advice):
        # Translators: the visitor spoke of rain; none of the proposals is known to have a roof
        told.append(t._("None of these is known to be sheltered from the rain."))
    return " ".join(told)


def _out_in_the_rain(advice: Advice) -> bool:
    """Whether something to do in the rain was sought, nothing more precise, and nothing proposed
    is known to suit it."""
    request = advice.request
    if request.weather != "rain" or wanted(request) or not _OUTINGS.issuperset(request.types):
        return False
    reasons = [reason.key for each in advice.proposals for reason in each.reasons]
    return bool(advice.proposals) and "weather" not in reasons


def _unsure(limit: str, request: Request, t: Translator) -> str:
    if limit == "max_price" and isinstance(request.max_price, float):
        if request.max_price <= 0:
            return t._("Nothing is known to be free; the price of these is not stated.")
        # Translators: no price that low (amount) is known; what is proposed states no price
        text = t._("Nothing is known to cost %(amount)s or less; the price of these is not stated.")
        return text % {"amount": t.money(Decimal(str(request.max_price)))}
    if limit == "max_km" and request.max_km is not None:
        # Translators: no walk known to be that short (distance); those proposed state no length
        text = t._(
            "Nothing is known to be %(distance)s or less; the length of these is not stated."
        )
        return text % {"distance": t.length(round(request.max_km * 1000))}
    return t._(_UNSURE[limit])


def nothing_line(advice: Advice, words: Words) -> str:
    """That nothing was found, and for what: the words understood tell a slip of the reading."""
    t, request = words.t, advice.request
    terms = [TermId(theme) for theme in (*request.themes, *request.labels) if theme[:1] != "-"]
    first = request.types[:1]
    kinds = [kind_name(kind, t) for kind in first]
    known = concepts()
    # "In a quiet place" tells what is to be there, "with local products" what is eaten.
    had = bool(terms) and all(map(is_had, terms)) and first != (Kind.SERVICE,)
    beside = not _BY_THEMSELVES.isdisjoint(first) and all(
        first[0] not in known[term].kinds for term in terms if term in known
    )
    told = [*(kinds if had or beside else ()), *words.terms(terms)] or kinds
    dated = all(each.listing.kind in OCCASIONS for each in advice.near_misses)
    if request.when is not None and dated and anything_sought(request):
        return t._("Nothing is listed for that time.")
    if advice.near_misses and told:
        # Translators: over things that may be what the visitor seeks, though nobody states it
        return t._("Nothing certain for this question.")
    if not told or advice.outside is not None:
        return t._("Nothing found for this question.")
    reach = request.radius_km is not None or stated_mode(request.mobility) in {Mode.WALK, Mode.BIKE}
    if reach or advice.far_away:
        return _not_near(told, t)  # beyond what they reach there may well be one
    # Translators: what was asked for and the catalogue does not have: "laundry"
    return t._("Nothing in our catalogue for: %(list)s.") % {"list": ", ".join(told)}


def relaxed_line(advice: Advice, t: Translator) -> str:
    """How the nearest true thing differs from what was asked for; of what has a date, that none
    is listed then: the next ones follow."""
    next_ones = {each.listing.kind for each in advice.near_misses[:1]}
    if advice.relaxed == ("when",) and next_ones and OCCASIONS.issuperset(next_ones):
        # Translators: no event is known at the time asked for; events at other times follow
        return t._("Nothing is listed for that time.")
    limits = [t._(_LIMITS[limit]) for limit in advice.relaxed if limit in _LIMITS]
    if not limits:
        return ""
    # Translators: nothing keeps all wishes; how the nearest possible thing differs from them
    text = t._("Nothing fits everything. The nearest thing is, unlike your wish: %(list)s.")
    return text % {"list": t.join(dict.fromkeys(limits))}


def unmet_line(advice: Advice, words: Words, *places: str) -> str:
    """What was asked for too and none of those proposed is, and the places at which nothing is
    seen; "" where all is met."""
    told = (*words.terms(advice.unmet), *map(clean_line, places))
    if not told:
        return ""
    return _not_near(told, words.t)


def _not_near(told: Sequence[str], t: Translator) -> str:
    # Translators: something that the visitor asked for, and that is not found around: "ice cream"
    text = t._("Not found near here: %(list)s. Please ask the office.")
    return text % {"list": ", ".join(told)}
