"""Labels, official ratings and accessibility.

A mark of Tourisme & Handicap is both the label and one of the four `Access.marks`. The Covid
pledge of 2020 is no quality label and has ended: it is left out with a caution.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.model import Access, Handicap, Label, LabelStatus, TermId
from catalog.sources.datatourisme.jsonld import Node, flag, get, items, nodes, reference, text
from catalog.sources.datatourisme.moments import day_or_caution
from catalog.sources.datatourisme.terms import LABELS, SCALES

if TYPE_CHECKING:
    from datetime import date

    from catalog.sources.datatourisme.notes import Notes

FIELD: Final = "hasReview"
_COVID: Final = "COVID19"
_SCALE: Final = re.compile(r"ScaleRating_(\d)([a-z]+?)s?")
_MARK: Final = "LabelRating_TourismeHandicapPictogramme"
_MARKS: Final = {
    "Moteur": Handicap.MOTOR,
    "Mental": Handicap.MENTAL,
    "Auditif": Handicap.HEARING,
    "Visuel": Handicap.VISUAL,
}


def read_labels(obj: Node, retrieved: date, notes: Notes) -> tuple[Label, ...]:
    """Every label and rating, each once."""
    found: dict[TermId, Label] = {}
    for review in nodes(obj, FIELD):
        for value in items(review, "hasReviewValue"):
            name = reference(value)
            if name is None:
                continue
            if name.startswith(_COVID):
                notes.warn("covid_pledge_left_out", FIELD, name)
                continue
            label = _label(name, value, review, retrieved, notes)
            found.setdefault(label.id, label)
    return tuple(found.values())


def _label(name: str, value: object, review: Node, retrieved: date, notes: Notes) -> Label:
    start = day_or_caution(review, "reviewDeliveryDate", notes)
    end = day_or_caution(review, "reviewExpirationDate", notes)
    expired = end is not None and end < retrieved
    status = LabelStatus.EXPIRED if expired else LabelStatus.OBTAINED
    scale = _SCALE.fullmatch(name)
    if scale and scale[2] in SCALES:
        return Label(SCALES[scale[2]], int(scale[1]), status, start, end)
    known = LABELS.get("LabelRating_TourismeHandicap" if name.startswith(_MARK) else name)
    return Label(known or notes.own_term(name, value), _level(value), status, start, end)


def _level(value: object) -> int | None:
    """A rating that a label carries as a number (`schema:ratingValue`), if it is a whole one."""
    raw = text(value, "ratingValue") if isinstance(value, dict) else None
    try:
        number = float(raw or "")
    except ValueError:
        return None
    return int(number) if number.is_integer() and 0 < number <= 10 else None


def read_access(obj: Node, notes: Notes) -> Access:
    """`reducedMobilityAccess` as stated (false is a stated no) and the four marks."""
    wheelchair = flag(obj, "reducedMobilityAccess")
    if wheelchair is None and get(obj, "reducedMobilityAccess") is not None:
        notes.warn("access_unclear", "reducedMobilityAccess", text(obj, "reducedMobilityAccess"))
    names = {
        reference(value) or ""
        for review in nodes(obj, FIELD)
        for value in items(review, "hasReviewValue")
    }
    marks = tuple(mark for word, mark in _MARKS.items() if _MARK + word in names)
    return Access(wheelchair=wheelchair, marks=marks)
