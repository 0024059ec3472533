"""Accessibility and labels in words: only what is stated, a stated "no" included."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import Access, Handicap, Label, LabelStatus
from kiosk.i18n import N_
from kiosk.present.words import Words, capital

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from kiosk.i18n import Translator


_LABEL: Final = "tourisme_handicap"


def access_lines(access: Access, *, words: Words, labels: Sequence[Label] = ()) -> tuple[str, ...]:
    """Wheelchair, the disabilities that are received, the note; () when nothing is stated."""
    t = words.t
    lines = []
    if access.wheelchair is not None:
        lines.append(
            t._("Accessible to wheelchair users")
            if access.wheelchair
            else t._("Not accessible to wheelchair users")
        )
    if access.marks:
        lines.append(marks_line(access.marks, labels, t))
    note = words.note(access.note)
    if note:
        lines.append(note)
    return tuple(lines)


def marks_line(marks: Collection[Handicap], labels: Sequence[Label], t: Translator) -> str:
    """The disabilities for which access is stated; the label's name only where it is held."""
    held = any(e.id == _LABEL and e.status is LabelStatus.OBTAINED for e in labels)
    # Translators: keep the name of the label; then the disabilities that it covers
    label = N_("Label Tourisme & Handicap: %(marks)s")
    # Translators: the disabilities for which a place states that it is accessible
    plain = N_("Accessible: %(marks)s")
    names = t.join(_handicap_name(mark, t) for mark in Handicap if mark in marks)
    return t._(label if held else plain) % {"marks": names}


def _handicap_name(mark: Handicap, t: Translator) -> str:
    """One of the disabilities of the label, as its mark is read."""
    return {
        # Translators: the four disabilities of the label Tourisme & Handicap
        Handicap.MOTOR: t._("motor disability"),
        Handicap.MENTAL: t._("mental disability"),
        Handicap.HEARING: t._("hearing impairment"),
        Handicap.VISUAL: t._("visual impairment"),
    }[mark]


def label_lines(labels: Sequence[Label], *, words: Words, today: date) -> tuple[str, ...]:
    """The labels that are held, and those asked for, said so; expired ones are silent."""
    lines = []
    for label in labels:
        if label.status is LabelStatus.EXPIRED or (label.end is not None and label.end < today):
            continue
        text = _label(label, words)
        if text and label.status is LabelStatus.IN_PROGRESS:
            # Translators: a quality label that the place has asked for but does not hold yet
            text = words.t._("%(label)s: applied for, not awarded yet") % {"label": text}
        if text:
            lines.append(capital(text))
    return tuple(dict.fromkeys(lines))


def stars_line(count: int, t: Translator) -> str:
    """How many stars a house has."""
    return t.n_("%(count)s star", "%(count)s stars", count)


def _label(label: Label, words: Words) -> str | None:
    t = words.t
    name = words.term(label.id)
    if label.level is None:
        return name
    count = label.level
    match label.id:
        case "stars":
            return stars_line(count, t)
        case "keys":
            return t.n_("%(count)s key", "%(count)s keys", count)
        case "ears":
            # Translators: the ears of wheat by which Gîtes de France are rated
            return t.n_("%(count)s ear of wheat", "%(count)s ears of wheat", count)
    if name is None:
        return None
    match label.id:
        case "michelin":
            rating = stars_line(count, t)
        case "clevacances":
            rating = t.n_("%(count)s key", "%(count)s keys", count)
        case "gites_de_france":
            rating = t.n_("%(count)s ear of wheat", "%(count)s ears of wheat", count)
        case "villes_fleuries":
            rating = t.n_("%(count)s flower", "%(count)s flowers", count)
        case _:
            rating = t._("level %(level)s") % {"level": count}
    # Translators: a label and its rating: "Gîtes de France: 3 ears of wheat"
    return t._("%(label)s: %(rating)s") % {"label": name, "rating": rating}
