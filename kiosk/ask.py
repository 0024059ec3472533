"""`kiosk ask`: a question in, advice out, as sentences or as JSON; the path without a screen.

A batch reads JSON lines and writes one line for each, in order; a bad line gets an error line
and the next is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from time import perf_counter
from typing import TYPE_CHECKING, Final

from catalog import clock
from catalog.advice import weights
from catalog.advice.origin import origin_of
from catalog.advice.tariffs import lowest_price
from catalog.advice.timing import dated, in_one_day
from catalog.advice.whole_day import beside_day, planned
from catalog.errors import WrongUse
from catalog.geo import Point
from catalog.jsonlines import answer_lines, field
from catalog.model import LANGUAGES
from catalog.text import clean_line
from kiosk.ask_lines import told_lines
from kiosk.i18n import translator
from kiosk.present.advice import advice_view
from kiosk.present.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, BinaryIO, TextIO

    from catalog.advice import Advice, Adviser, Caution, Proposal, Reason
    from catalog.advice.dayplan import DayPlan
    from catalog.advice.model import Outside
    from catalog.advice.planning import Plan
    from catalog.model import Localized
    from catalog.request import Request
    from kiosk.i18n import Translator

AUTO: Final = "auto"


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for every question that does not say otherwise."""

    here: Point
    now: datetime
    lang: str | None = None


def batch(questions: BinaryIO, answers: TextIO, adviser: Adviser, setting: Setting) -> None:
    """One JSON line for each line read; what a line leaves out is as in `setting`."""

    def answer(question: Mapping[str, Any]) -> Mapping[str, Any]:
        here = field(question, "here", str, "")
        now = field(question, "now", str, "")
        lang = field(question, "lang", str, "")
        origin, warnings = setting.here, []
        try:
            origin = origin_of(here, adviser, "here") if here else setting.here
        except WrongUse as unknown:
            # The question can be answered all the same, from the post's own place.
            warnings.append(f"{unknown.where}: {unknown.message}; measured from the post")
        own = Setting(
            here=origin,
            now=moment(now) if now else setting.now,
            lang=language(lang) if lang else setting.lang,
        )
        answered = document(field(question, "text", str), adviser, own)
        return {**answered, "warnings": warnings} if warnings else answered

    answer_lines(questions, answers, answer)


def _keys(request: Request, now: datetime) -> dict[str, object]:
    """The thirteen keys; a day that is counted from today is its date, for whoever reads them
    later or elsewhere, and several days are told by their first: `understood` has them all."""
    keys = request.keys()
    return {**keys, "when": in_one_day(request.when, now)} if request.when else keys


def document(
    text: str, adviser: Adviser, setting: Setting, *, explain: bool = False
) -> dict[str, object]:
    """The answer as `kiosk ask --json` prints it; `explain` adds the parts of every score and
    the table of their weights."""
    start = perf_counter()
    advice = adviser.ask(text, here=setting.here, now=setting.now, lang=setting.lang)
    day = _plan(advice, adviser, setting, text)

    def parted(proposal: Proposal) -> dict[str, object]:
        parts = {name: round(value, 2) for name, value in proposal.parts}
        return {**_proposal(proposal), **({"parts": parts} if explain else {})}

    beside, way = advice.fallback, advice.on_the_way
    answer: dict[str, object] = {
        "lang": advice.request.lang,
        "request": _keys(advice.request, setting.now),
        "concern": advice.request.concern,
        "understood": [
            {
                "key": span.key,
                "value": dated(span.value, setting.now) if span.key == "when" else span.value,
                "text": clean_line(text[span.start : span.end]),
            }
            for span in advice.request.spans
        ],
        "proposals": [parted(proposal) for proposal in advice.proposals],
        "about": _asked_about(parted(advice.about), advice.about) if advice.about else None,
        "near_misses": [parted(proposal) for proposal in advice.near_misses],
        "fallback": (
            {**parted(beside.proposal), "situation": beside.situation}
            if beside is not None
            else (None if advice.proposals else _whom_to_ask(advice))
        ),
        "on_the_way": (
            {**parted(way.proposal), "detour_minutes": way.detour_minutes} if way else None
        ),
        "practical": [
            {
                "what": each.term,
                "id": each.listing.id if each.listing else None,
                "name": _name(each.listing.name) if each.listing else None,
                "distance_km": each.distance_km,
            }
            for each in advice.practical
        ],
        "gesture": advice.gesture.id if advice.gesture else None,
        "plan": plan_document(day) if day is not None else None,
        "relaxed": list(advice.relaxed),
        "unmet": list(advice.unmet),
        "unplaced": list(advice.unplaced),
        "outside": _outside(advice.outside),
        "unanswered": advice.unanswered is not None,
        "office": _whom_to_ask(advice),
        "ms": round((perf_counter() - start) * 1000, 2),
    }
    return {**answer, "weights": dict(weights.TABLE)} if explain else answer


def sentences(
    text: str, adviser: Adviser, setting: Setting, *, explain: bool = False
) -> tuple[list[str], bool]:
    """The answer as lines of text in the visitor's language, and whether anything was found."""
    advice = adviser.ask(text, here=setting.here, now=setting.now, lang=setting.lang)
    t = translator(setting.lang or advice.request.lang)
    lines = told(advice, adviser, setting, t, text)
    if explain:
        lines += ["", *explained(advice)]
    return lines, bool(advice.proposals or advice.about)


def told(
    advice: Advice, adviser: Adviser, setting: Setting, t: Translator, text: str = ""
) -> list[str]:
    """An advice, and the plan that goes with it, as lines of text; to somebody in danger only
    whom to call. `text`: the question."""
    words, day = Words(t, adviser.catalogue.thesaurus), _plan(advice, adviser, setting, text)
    advice = beside_day(adviser, advice, day, setting.now)
    view = advice_view(advice, t=t, now=setting.now, thesaurus=words.thesaurus)
    return told_lines(advice, view, day, words)


def moment(text: str) -> datetime:
    """An ISO 8601 moment of our years; raises WrongUse for anything else."""
    try:
        return clock.parse_moment(text)
    except ValueError as error:
        raise WrongUse(
            f"“{clean_line(text, limit=40)}” is not a date and time of our years",
            where="now",
            remedy="write it like 2026-07-23T10:40",
        ) from error


def language(code: str) -> str | None:
    """A product language, None for "auto"; raises WrongUse for anything else."""
    if code == AUTO:
        return None
    if code not in LANGUAGES:
        raise WrongUse(
            f"“{clean_line(code, limit=20)}” is not one of our languages",
            where="lang",
            remedy=f"one of {', '.join(LANGUAGES)}, or {AUTO}",
        )
    return code


def explained(advice: Advice) -> list[str]:
    """Each proposal's score in its named parts, beside what each may weigh."""
    return [
        f"{proposal.listing.id}  {proposal.score:.1f} = "
        + " + ".join(
            f"{name} {value:.1f}/{weights.TABLE[name]:g}" for name, value in proposal.parts
        )
        for proposal in (*advice.proposals, *advice.near_misses)
    ]


def _plan(advice: Advice, adviser: Adviser, setting: Setting, text: str) -> Plan | None:
    return planned(adviser, advice.request, here=setting.here, now=setting.now, text=text)


def plan_document(planned: Plan) -> dict[str, object]:
    """A plan as `kiosk ask --json` prints it: ISO times, straight kilometres, euros."""
    return {
        "days": [_day(day) for day in planned.days],
        "rain": _day(planned.rain) if planned.rain is not None else None,
        "distance_km": planned.distance_km,
        "price_known": float(planned.price_known),
        "prices_unknown": planned.prices_unknown,
        "stages": [
            {
                "place": stage.commune,
                "km": stage.km,
                "bed": stage.bed.listing.id if stage.bed else None,
            }
            for stage in (planned.trail.stages if planned.trail is not None else ())
        ],
        "route": planned.trail.proposal.listing.id if planned.trail is not None else None,
        "station": (
            planned.trail.station.id
            if planned.trail is not None and planned.trail.station is not None
            else None
        ),
    }


def _day(day: DayPlan) -> dict[str, object]:
    return {
        "date": day.day.isoformat(),
        "mode": day.mode.value,
        "start": day.start.isoformat(timespec="minutes"),
        "stops": [
            {
                "id": stop.proposal.listing.id,
                "name": _name(stop.proposal.listing.name),
                "meal": stop.meal,
                "arrive": stop.arrive.isoformat(timespec="minutes"),
                "begin": stop.begin.isoformat(timespec="minutes"),
                "leave": stop.leave.isoformat(timespec="minutes"),
                "travel_minutes": stop.travel_minutes,
                "distance_km": stop.distance_km,
                "open": stop.open,
            }
            for stop in day.stops
        ],
        "back": day.back.isoformat(timespec="minutes"),
        "lunch": day.lunch,
        "bed": day.bed.listing.id if day.bed is not None else None,
        "distance_km": day.distance_km,
    }


def _proposal(proposal: Proposal) -> dict[str, object]:
    listing = proposal.listing
    return {
        "id": listing.id,
        "name": _name(listing.name),
        "kind": listing.kind.value,
        "commune": listing.place.commune,
        "reasons": [_reason(reason) for reason in proposal.reasons],
        "cautions": [_caution(caution) for caution in proposal.cautions],
        "distance_km": proposal.distance_km,
        "way": {"mode": proposal.way.mode.value, "minutes": proposal.way.minutes},
        "open": proposal.open,
    }


def _asked_about(told: dict[str, object], about: Proposal) -> dict[str, object]:
    """What a question was about, with what visitors ask of it next: price and dogs."""
    price = lowest_price(about.listing)
    return {**told, "price": None if price is None else float(price), "pets": about.listing.pets}


def _outside(town: Outside | None) -> dict[str, object] | None:
    """A town beyond the catalogue, and what of the catalogue is nearest to it."""
    if town is None:
        return None
    return {"place": town.place, "nearest": town.nearest, "distance_km": town.distance_km}


def _whom_to_ask(advice: Advice) -> dict[str, object] | None:
    """The nearest office, an open one where there is one not much farther."""
    office = advice.office
    if office is None:
        return None
    phones = [phone for contact in office.contacts for phone in contact.phones]
    return {
        "id": office.id,
        "name": _name(office.name),
        "kind": office.kind.value,
        "phones": phones,
        "distance_km": advice.office_km and round(advice.office_km, 2),
    }


def _reason(reason: Reason) -> dict[str, object]:
    confirmed = reason.confirmed and reason.confirmed.isoformat()
    return {
        "field": reason.field,
        "value": reason.value,
        "date": confirmed,
        "source": reason.source,
        "for": reason.key,
    }


def _caution(caution: Caution) -> dict[str, object]:
    return {
        "field": caution.field,
        "value": caution.value,
        "limit": caution.limit,
        "since": caution.since and caution.since.isoformat(),
        "until": caution.until and caution.until.isoformat(),
    }


def _name(name: Localized) -> str:
    best = name.best("fr")
    return best.text if best is not None else ""
