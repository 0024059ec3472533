"""An answer of `kiosk ask` as lines of text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.model import Kind
from kiosk import counsel_words
from kiosk.counsel_words import DANGERS, concern_lines
from kiosk.present.advice_plan import plan_lines

if TYPE_CHECKING:
    from catalog.advice import Advice
    from catalog.advice.planning import Plan
    from kiosk.i18n import Translator
    from kiosk.present.advice import AdviceView, CardView
    from kiosk.present.words import Words

_REASONS: Final = 2
"""Of a near miss: what it has of what was asked for, beside why it is none."""


def told_lines(advice: Advice, view: AdviceView, day: Plan | None, words: Words) -> list[str]:
    """An advice, and the plan that goes with it; to somebody in danger only whom to call."""
    t = words.t
    help_first = concern_lines(advice.request.concern, t)
    if advice.request.concern in DANGERS:
        near = _healers(advice, view)
        return [*help_first, "", *near, *_office(view, t)]
    lines: list[str] = [*help_first, ""] if help_first else []
    lines += [each for line in (view.unplaced, view.unsure) if line for each in (line, "")]
    unmet: tuple[str, ...] = (view.unmet,)
    if day is not None and day.days:
        unmet, view = counsel_words.unmet(day, advice, words), replace(view, nothing="", relaxed="")
    lines += [each for line in unmet if line for each in (line, "")]
    lines += _proposed(view, t)
    if day is not None:
        lines += [*plan_lines(day, t), ""]
    lines += _beside(view, t)
    asked_for = {each.listing.id for each in advice.proposals}
    asked = advice.office is not None and advice.office.id in asked_for
    return lines if asked else [*lines, *_office(view, t)]


def _healers(advice: Advice, view: AdviceView) -> list[str]:
    """The doctors and chemists that were asked for, behind the numbers."""
    lines: list[str] = []
    for each, card in zip(advice.proposals, view.cards, strict=True):
        if each.listing.kind is Kind.HEALTH:
            lines += [*_card("- ", card), ""]
    return lines


def _proposed(view: AdviceView, t: Translator) -> list[str]:
    """What was asked about, the proposals, and what nearly fitted."""
    lines: list[str] = [*view.labels, ""] if view.labels else []
    if view.about is not None:
        lines += [view.about_heading, *_card("  ", view.about, named=False), ""]
    for number, card in enumerate(view.cards, start=1):
        lines += [*_card(f"{number}. ", card), ""]
    lines += [line for line in (view.relaxed or view.nothing,) if line]
    lines += [""] if view.nothing else []
    others = view.near_misses[1:] if view.about is not None else view.near_misses
    if others:
        lines.append(t._("Close, but not quite:"))
        for card in others:
            lines += _card("- ", replace(card, why=_reasons(card)), short=True)
        lines.append("")
    return lines


def _reasons(card: CardView) -> tuple[str, ...]:
    """What speaks for a near miss all the same, without what the catalogue says of it at length."""
    own = {p.text for p in (card.listing.summary, card.listing.practical) if p is not None}
    return tuple(line for line in card.why if line not in own)[:_REASONS]


def _timed(card: CardView) -> CardView:
    """With nothing that speaks for it but when it is open, where its status does not say so."""
    return replace(card, why=() if card.status else card.why[:1])


def _card(mark: str, card: CardView, *, short: bool = False, named: bool = True) -> list[str]:
    """A proposal in a few lines: name, what and where, why and why not, open or not, how far."""
    view = card.listing
    beside = () if short else (card.price, *view.contacts[:1])
    told = (view.kind_line, *card.but, *card.why, card.status, card.way, *beside, view.verified)
    indent = " " * len(mark)
    title = [mark + view.title] if named else []
    return [*title, *(indent + line for line in dict.fromkeys(told) if line)]


def _beside(view: AdviceView, t: Translator) -> list[str]:
    """What goes with the proposals, each under its heading."""
    lines: list[str] = []
    if view.practical:
        # Translators: heading above toilets, water and parking around the proposal
        lines += [t._("Nearby"), f"  {view.practical}"]
    if view.fallback is not None:
        lines += [view.fallback_heading, *_card("  ", _timed(view.fallback), short=True)]
    if view.on_the_way is not None:
        lines += [t._("On the way:"), *_card("  ", _timed(view.on_the_way), short=True)]
        lines.append(f"  {view.detour}")
    if view.gesture:
        lines += [t._("A gesture that counts:"), f"  {view.gesture}"]
    return [*lines, ""] if lines else []


def _office(view: AdviceView, t: Translator) -> list[str]:
    if view.office is None:
        return []
    office = view.office
    told = (view.at_hand, office.title, *office.contacts, office.status.sentence)
    # Translators: before the name, telephone and hours of the nearest office
    return [t._("Someone to ask:"), *(f"  {line}" for line in told if line)]
