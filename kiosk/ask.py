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
from catalog.errors import WrongUse
from catalog.geo import Point
from catalog.jsonlines import answer_lines, field
from catalog.model import LANGUAGES
from catalog.text import clean_line
from kiosk import present
from kiosk.i18n import translator

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, BinaryIO, TextIO

    from catalog.advice import Advice, Adviser, Caution, Proposal, Reason
    from catalog.model import Localized
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
            origin = point(here, adviser) if here else setting.here
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


def document(text: str, adviser: Adviser, setting: Setting) -> dict[str, object]:
    """The answer as `kiosk ask --json` prints it."""
    start = perf_counter()
    advice = adviser.ask(text, here=setting.here, now=setting.now, lang=setting.lang)
    return {
        "lang": advice.request.lang,
        "request": advice.request.keys(),
        "understood": [
            {"key": span.key, "value": span.value, "text": clean_line(text[span.start : span.end])}
            for span in advice.request.spans
        ],
        "proposals": [_proposal(proposal) for proposal in advice.proposals],
        "near_misses": [_proposal(proposal) for proposal in advice.near_misses],
        "fallback": None if advice.proposals else _whom_to_ask(advice),
        "ms": round((perf_counter() - start) * 1000, 2),
    }


def sentences(text: str, adviser: Adviser, setting: Setting) -> tuple[list[str], bool]:
    """The answer as lines of text in the visitor's language, and whether anything was found."""
    advice = adviser.ask(text, here=setting.here, now=setting.now, lang=setting.lang)
    t = translator(setting.lang or advice.request.lang)
    lines: list[str] = []
    for number, proposal in enumerate(advice.proposals, start=1):
        lines += [*_plain(f"{number}. ", proposal, adviser, setting, t), ""]
    if not advice.proposals:
        lines += [t._("Nothing found for this question."), ""]
    if advice.near_misses:
        lines.append(t._("Close, but not quite:"))
        for proposal in advice.near_misses:
            lines += _plain("- ", proposal, adviser, setting, t)
        lines.append("")
    return [*lines, *_office(advice, adviser, setting, t)], bool(advice.proposals)


def point(reference: str, adviser: Adviser) -> Point:
    """A place of the catalogue by name, or "latitude,longitude". Raises WrongUse otherwise."""
    latitude, comma, longitude = reference.partition(",")
    if comma:
        try:
            found = Point(float(latitude), float(longitude))
        except ValueError:
            pass
        else:
            if abs(found.latitude) <= 90 and abs(found.longitude) <= 180:
                return found
    named = adviser.where(reference)
    if named is None:
        raise WrongUse(
            f"“{clean_line(reference, limit=60)}” is no place of this catalogue",
            where="here",
            remedy="give a commune or a site of the catalogue, or LATITUDE,LONGITUDE",
        )
    return named


def moment(text: str) -> datetime:
    """An ISO 8601 moment; raises WrongUse for anything else."""
    try:
        return clock.parse_moment(text)
    except ValueError as error:
        raise WrongUse(
            f"“{clean_line(text, limit=40)}” is not a date and time",
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


def explain(advice: Advice) -> list[str]:
    """Each proposal's score in its named parts."""
    return [
        f"{proposal.listing.id}  {proposal.score:.1f} = "
        + " + ".join(f"{name} {value:.1f}" for name, value in proposal.parts)
        for proposal in advice.proposals
    ]


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
        "open": proposal.open,
    }


def _whom_to_ask(advice: Advice) -> dict[str, object] | None:
    """The nearest office: what is left when the catalogue has no answer."""
    office = advice.office
    if office is None:
        return None
    return {"id": office.id, "name": _name(office.name), "kind": office.kind.value}


def _reason(reason: Reason) -> dict[str, object]:
    confirmed = reason.confirmed and reason.confirmed.isoformat()
    return {"field": reason.field, "value": reason.value, "date": confirmed}


def _caution(caution: Caution) -> dict[str, object]:
    return {"field": caution.field, "value": caution.value}


def _name(name: Localized) -> str:
    best = name.best("fr")
    return best.text if best is not None else ""


def _plain(
    mark: str, proposal: Proposal, adviser: Adviser, setting: Setting, t: Translator
) -> list[str]:
    """A proposal in a few lines: name, what and where, open or not, how far, since when known."""
    view = present.listing_view(
        proposal.listing,
        t=t,
        now=setting.now,
        origin=setting.here,
        thesaurus=adviser.catalogue.thesaurus,
    )
    against = [_against(caution, t) for caution in proposal.cautions]
    told = (view.kind_line, *against, view.status.sentence, view.way, view.verified)
    return [mark + view.title, *(" " * len(mark) + line for line in told if line)]


def _against(caution: Caution, t: Translator) -> str:
    """What stands against a listing, in words; "" where its own lines say it already."""
    match caution.field, caution.value:
        case "openings", "closed":
            return t._("Closed at the time you ask for")
        case "dates", "closed":
            return t._("Not at the time you ask for")
        case "pets", "no":
            return t._("Pets not allowed")
        case "access", _:
            return t._("Not accessible to wheelchair users")
        case "prices", "unknown":
            return t._("Price not known")
        case _:
            return ""


def _office(advice: Advice, adviser: Adviser, setting: Setting, t: Translator) -> list[str]:
    if advice.office is None:
        return []
    view = present.listing_view(
        advice.office,
        t=t,
        now=setting.now,
        origin=setting.here,
        thesaurus=adviser.catalogue.thesaurus,
    )
    told = (view.title, *view.contacts, view.status.sentence)
    # Translators: before the name, telephone and hours of the nearest office
    return [t._("Someone to ask:"), *(f"  {line}" for line in told if line)]
