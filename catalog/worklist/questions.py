"""What to confirm: the fields of a listing with their present values, as questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalog.refresh.news import field_name
from catalog.refresh.quality import Part, schedule_of
from catalog.text import clean_line
from catalog.worklist import telling
from catalog.worklist.reasons import Why, asked_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalog.model import Listing
    from catalog.refresh.wording import Wording
    from catalog.worklist.reasons import Reason
    from catalog.worklist.tasks import Task


@dataclass(frozen=True, slots=True)
class Question:
    """A field of the listing, in words, and what the catalogue says; () where it says nothing."""

    field: str
    label: str
    present: tuple[str, ...] = ()


def why(reason: Reason, wording: Wording) -> str:
    """A reason as a clerk reads it."""
    if reason.why is Why.HOURS_UNCONFIRMED and reason.months is None:
        return wording.say("why.hours_never_confirmed")
    languages = ", ".join(wording.say(f"language.{lang}") for lang in reason.languages)
    detail = wording.reason(reason.detail) if reason.why is Why.REJECTED else reason.detail
    return wording.say(
        f"why.{reason.why}",
        months=wording.number(reason.months or 0),
        languages=languages,
        field=field_name(reason.field, wording),
        detail=detail,
    )


def commune_of(task: Task) -> str:
    """The commune, "" where it is not known."""
    return clean_line(task.listing.place.commune or "", limit=60) if task.listing else ""


def to_confirm(task: Task, wording: Wording) -> tuple[Question, ...]:
    """What to ask on the telephone: only what the reasons are about."""
    if task.listing is None:
        return ()
    found = dict.fromkeys(_asked(task.listing, task.reasons, wording))
    return tuple(found)


def questionnaire(task: Task, wording: Wording) -> tuple[Question, ...]:
    """What a provider is asked once a year: all that a visitor may ask, and the missing texts."""
    listing = task.listing
    if listing is None:
        return ()
    basic = (
        _question("name", tuple(clean_line(text.text) for text in listing.name.texts[:1]), wording),
        _question("address", tuple(filter(None, [telling.address(listing.place)])), wording),
        _question("phones", telling.phones(listing.contacts), wording),
        _question("emails", _contact(listing, "emails"), wording),
        _question("websites", _contact(listing, "websites"), wording),
    )
    rest = [_schedule(listing, wording)] if asked_of(Part.HOURS, listing) else []
    if asked_of(Part.PRICE, listing):
        rest.append(_prices(listing, wording))
    rest.append(_wheelchair(listing, wording))
    texts = _texts(task.reasons, wording)
    return (*basic, *rest, *texts)


def _asked(listing: Listing, reasons: Iterable[Reason], wording: Wording) -> Iterator[Question]:
    for reason in reasons:
        match reason.why:
            case Why.HOURS_OVER | Why.HOURS_UNKNOWN | Why.HOURS_UNCONFIRMED:
                yield _schedule(listing, wording)
            case Why.NO_PRICE:
                yield _prices(listing, wording)
            case Why.NO_PHONE:
                yield _question("phones", (), wording)
            case Why.DOUBTFUL_PAIR:
                yield Question("same_as", wording.say("ask.same_as", name=reason.detail))
            case Why.DISCREPANCY:
                label = _capital(field_name(reason.field, wording))
                yield Question(reason.field, label, (reason.detail,))
            case _:
                continue
    yield from _texts(reasons, wording)


def _texts(reasons: Iterable[Reason], wording: Wording) -> Iterator[Question]:
    for reason in reasons:
        if reason.languages:
            languages = ", ".join(wording.say(f"language.{lang}") for lang in reason.languages)
            yield Question("description", wording.say("ask.texts", languages=languages))


def _schedule(listing: Listing, wording: Wording) -> Question:
    stated = schedule_of(listing)
    field = "dates" if stated and stated is listing.dates else "openings"
    return Question(field, _capital(field_name(field, wording)), telling.periods(stated, wording))


def _prices(listing: Listing, wording: Wording) -> Question:
    label = _capital(field_name("prices", wording))
    return Question("prices", label, telling.prices(listing.prices, wording))


def _wheelchair(listing: Listing, wording: Wording) -> Question:
    stated = listing.access.wheelchair
    present = () if stated is None else (wording.say(f"ask.{'yes' if stated else 'no'}"),)
    return _question("wheelchair", present, wording)


def _contact(listing: Listing, field: str) -> tuple[str, ...]:
    values = (clean_line(value) for one in listing.contacts for value in getattr(one, field))
    return tuple(dict.fromkeys(values))


def _question(name: str, present: tuple[str, ...], wording: Wording) -> Question:
    return Question(name, wording.say(f"ask.{name}"), present)


def _capital(words: str) -> str:
    """The words as the beginning of a line."""
    return words[:1].upper() + words[1:]
