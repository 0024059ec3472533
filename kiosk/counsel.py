"""The adviser inside, as the screens ask it: something said → a `Reply` in one language.

The catalogue belongs to the thread that opened it, so the adviser lives in a thread of its own
with a catalogue of its own: a slow question never holds up a key.
"""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

from catalog.advice import Adviser
from catalog.advice.asking_back import ask_back
from catalog.advice.dialogue import (
    Dialogue,
    advised,
    step,
    tapped,
    told,
    told_days,
    uncounted,
)
from catalog.advice.dialogue import asked_back as noted
from catalog.advice.travel import Way, point_of
from catalog.advice.whole_day import beside_day, planned
from catalog.journal import by_listing
from catalog.request.interview import STEPS
from catalog.request.model import Concern
from catalog.request.turns_model import Act
from catalog.store.reader import Catalogue
from catalog.text import words as folded_words
from kiosk import counsel_words
from kiosk.conversation import Card, Reply
from kiosk.counsel_asked import OF_THE_DAY, facts_of_day, facts_of_shown
from kiosk.nearest_help import nearest_help
from kiosk.present import status, way
from kiosk.present.advice import (
    AdviceView,
    CardView,
    advice_view,
    card_view,
    detour_heading,
    way_line,
)
from kiosk.present.advice_plan import plan_notes
from kiosk.present.listing import kind_line
from kiosk.present.notices import notice_lines, noticed
from kiosk.present.replies import status_at
from kiosk.present.sources import verified_line
from kiosk.present.understood import asked_back, option_words
from kiosk.present.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from catalog.advice import Advice, Proposal
    from catalog.advice.planning import Plan
    from catalog.journal import Notice
    from catalog.model import Listing, ListingId
    from catalog.request import Request
    from catalog.request.turns_model import Turn
    from kiosk.asker import Asker

T = TypeVar("T")
LOG: Final = logging.getLogger(__name__)

_URGENT: Final = counsel_words.DANGERS | {Concern.LOST_THING}
"""Concerns that want a person, and nothing of the catalogue but who helps near."""
_MISSES: Final = 2


class Counsel:
    """An adviser in its own thread, for one catalogue file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._adviser: Adviser | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="counsel")
        self._asked: set[Future[Any]] = set()

    def ask(
        self,
        work: Callable[[Adviser], T],
        *,
        notices: Sequence[Notice] = (),
        shown: Mapping[ListingId, int] | None = None,
    ) -> Future[T]:
        """Do `work` with the adviser, one piece after the other. `notices` and `shown` as in
        `Adviser`. The future may hold a CatalogueError."""
        asked = self._thread.submit(self._do, work, tuple(notices), shown or {})
        self._asked.add(asked)
        asked.add_done_callback(self._asked.discard)
        return asked

    def close(self) -> None:
        """Drop what was not begun, and let go of the file as soon as what was begun is done."""
        for asked in tuple(self._asked):
            asked.cancel()
        self._thread.submit(self._let_go)
        self._thread.shutdown(wait=False)

    def _let_go(self) -> None:
        if self._adviser is not None:
            self._adviser.catalogue.close()  # a file is closed by the thread that opened it

    def _do(
        self,
        work: Callable[[Adviser], T],
        notices: tuple[Notice, ...],
        shown: Mapping[ListingId, int],
    ) -> T:
        if self._adviser is None:
            self._adviser = Adviser(Catalogue.open(self._path))
        self._adviser.notices, self._adviser.shown = notices, shown
        return work(self._adviser)


def say(adviser: Adviser, dialogue: Dialogue, text: str, asker: Asker) -> Reply:
    """The reply to what was said; an answer typed as it stands on its button is the button."""
    after = _as_on_a_button(dialogue, text, asker)
    if after is None:
        after = step(dialogue, text, adviser.place_names(), today=asker.now.date())
    return reply(adviser, after, asker)


def _as_on_a_button(dialogue: Dialogue, text: str, asker: Asker) -> Dialogue | None:
    """The conversation after that answer of the question that stands; None for other words."""
    for question in STEPS:
        for option in question.options if question.id == dialogue.question else ():
            if folded_words(option_words(question, option, asker.t)) == folded_words(text):
                return tapped(dialogue, question, option)
    return None


def reply(adviser: Adviser, dialogue: Dialogue, asker: Asker) -> Reply:
    """The reply to the last turn of a conversation. Raises CatalogueError."""
    if dialogue.waits and dialogue.request is not None:
        return _advised(adviser, dialogue, dialogue.request, asker)
    turn = dialogue.turn
    urgent = turn is not None and turn.concern in _URGENT
    if turn is not None and dialogue.request is not None and dialogue.shown and not urgent:
        return _told_of(adviser, dialogue, dialogue.request, turn, asker)
    words = Words(asker.t, adviser.catalogue.thesaurus)
    cards: Sequence[Card] = ()
    if turn is not None and turn.concern is not None and urgent:
        near = nearest_help(adviser, turn.concern, asker, words)
        cards = [_plain_card(each, words, asker, adviser.notices) for each in near]
    return Reply(
        dialogue=dialogue,
        lang=asker.t.lang,
        lines=counsel_words.told(turn, asker),
        urgent=urgent,
        chips=counsel_words.chips_of(dialogue, words),
        cards=tuple(cards),
        quick=counsel_words.quick(dialogue, asker) if not urgent else (),
    )


def reworded(adviser: Adviser, before: Reply, asker: Asker) -> Reply:
    """The same reply in the asker's language; nothing is asked again."""
    dialogue = before.dialogue
    request = dialogue.request
    if request is not None:
        request = replace(request, lang=asker.t.lang)
    dialogue = replace(dialogue, lang=asker.t.lang, request=request)
    if before.advice is not None and dialogue.waits:
        advice = replace(before.advice, request=request or before.advice.request)
        after = _worded(adviser, dialogue, advice, before.plan, asker)
    else:
        after = reply(adviser, dialogue, asker)
    question = before.question
    if question is not None:
        options = tuple(option for option, _ in question.options)
        question = asked_back(question.step, options, asker.t)
    return replace(after, question=question)


def _advised(adviser: Adviser, dialogue: Dialogue, request: Request, asker: Asker) -> Reply:
    """The three proposals or the planned day, what nearly fitted, and perhaps a question."""
    here, now, text = asker.origin, asker.now, dialogue.text
    dialogue, advice = advised(adviser, dialogue, request, here=here, now=now)
    left_out, before = dialogue.left_out, dialogue.asked_back
    question = ask_back(adviser, request, here=here, now=now, text=text, asked_before=before)
    day = planned(
        adviser, request, here=here, now=now, text=text, without=left_out,
        kept=dialogue.kept, fewer=dialogue.fewer,
    )  # fmt: skip
    if day is not None and day.days:
        dialogue = told_days(dialogue, day.days)
    else:
        dialogue = told(dialogue, advice.proposals or advice.near_misses)
    asked = None
    if question is not None:
        dialogue = noted(dialogue, question.step)
        asked = counsel_words.question(question, asker.t)
    beside = beside_day(adviser, advice, day, now)
    return replace(_worded(adviser, dialogue, beside, day, asker), question=asked)


def _told_of(
    adviser: Adviser, dialogue: Dialogue, request: Request, turn: Turn, asker: Asker
) -> Reply:
    """The same answer, and above it what was asked of those shown: a field, or why them; why the
    first, to who cannot decide; a word for who says thanks, prints or is not understood."""
    target = dialogue.shown[0].id if turn.undecided else turn.target
    adviser.shown = uncounted(dialogue, adviser.shown)
    again = _advised(adviser, dialogue, request, asker)
    if turn.act is Act.ASK:
        lines = _asked_of(adviser, dialogue, turn, again.plan, asker)
    elif turn.undecided or turn.act is Act.WHY:
        said = counsel_words.first_choice if turn.undecided else counsel_words.reasons
        lines = said(again.cards, target, asker.t) or again.lines
    else:
        lines = counsel_words.told(turn, asker) or again.lines
    dialogue = replace(dialogue, shown=again.dialogue.shown)  # nothing is asked back now
    return replace(again, dialogue=dialogue, question=None, lines=lines)


def _asked_of(
    adviser: Adviser, dialogue: Dialogue, turn: Turn, day: Plan | None, asker: Asker
) -> tuple[str, ...]:
    """What is known of those shown, and of the day they are the stops of where none is meant."""
    whole = day is not None and bool(day.days) and turn.target is None
    told = facts_of_day(day, turn, asker) if day is not None and whole else ()
    if told and turn.field in OF_THE_DAY:
        return told
    return (*told, *facts_of_shown(adviser, dialogue, turn, asker))


def _worded(
    adviser: Adviser, dialogue: Dialogue, advice: Advice, day: Plan | None, asker: Asker
) -> Reply:
    """An advice, with the planned day in the place of its proposals where there is one."""
    words = Words(asker.t, adviser.catalogue.thesaurus)
    about, misses = tuple[Card, ...](), tuple[Card, ...]()
    if day is not None and day.days:
        cards = tuple(_stops(day, advice, words, asker))
        lines = counsel_words.unmet(day, advice, words)
        notes = (*plan_notes(day, asker.t), *counsel_words.notes(advice, words)[-1:])
    else:
        timeless = replace(advice, request=replace(advice.request, when=None, season=""))
        view = advice_view(timeless, t=words.t, now=asker.now, thesaurus=words.thesaurus)
        about = _about_card(advice, view, words, asker)
        cards, misses = _cards(advice, view, words, asker)
        first = counsel_words.concern_lines(advice.request.concern, asker.t)
        lines = (*first, *counsel_words.summary(advice, dialogue, asker, words))
        notes = (*view.labels, *counsel_words.notes(advice, words))
    return Reply(
        dialogue=dialogue,
        lang=asker.t.lang,
        advice=advice,
        plan=day,
        lines=lines,
        chips=counsel_words.chips_of(dialogue, words),
        about=about,
        cards=cards,
        misses=misses,
        notes=notes,
        quick=counsel_words.quick(replace(dialogue, shown=dialogue.shown if cards else ()), asker),
    )


def _stops(day: Plan, advice: Advice, words: Words, asker: Asker) -> Iterator[Card]:
    """The stops of a plan, each under its hours, the first of a day under its date."""
    t = words.t
    for each in day.days:
        date = t._("Your day: %(date)s") % {"date": t.date(each.day, "full")}
        for number, stop in enumerate(each.stops):
            when = f"date:{each.day:%m-%d}"
            view = card_view(
                stop.proposal,
                words=words,
                now=asker.now,
                weather=advice.request.weather,
                thesaurus=words.thesaurus,
            )
            card = _card(stop.proposal, view, words, when, asker)
            name = t._("Lunch: %(name)s") % {"name": card.title} if stop.meal else card.title
            hours = f"{t.time(stop.begin)}–{t.time(stop.leave)}"
            yield replace(
                card,
                title=name,
                way=way_line(Way(stop.by, stop.distance_km, stop.travel_minutes), t),
                heading=hours if number else f"{date} · {hours}",
            )


def _about_card(advice: Advice, view: AdviceView, words: Words, asker: Asker) -> tuple[Card, ...]:
    """The place that was asked about and does not fit."""
    if advice.about is None or view.about is None:
        return ()
    card = _card(advice.about, view.about, words, advice.request.moment, asker)
    # Translators: heading of the place that was asked about by its name, and why it does not fit
    return (replace(card, heading=words.t._("You asked about:")),)


def _cards(
    advice: Advice, view: AdviceView, words: Words, asker: Asker
) -> tuple[tuple[Card, ...], tuple[Card, ...]]:
    """The proposals; then the near misses (all when there is nothing else, else two), the way
    out in rain or heat, the one thing on the way. Each tells of the time asked for."""
    when = advice.request.moment
    proposals = zip(advice.proposals, view.cards, strict=True)
    most = None if not advice.proposals else _MISSES
    about = advice.about.listing.id if advice.about is not None else None
    missed = [
        (each, told)
        for each, told in zip(advice.near_misses, view.near_misses, strict=True)
        if each.listing.id != about
    ][:most]
    named = bool(advice.proposals or advice.about)
    beside = [
        (words.t._("Close, but not quite:") if n == 0 and named else "", *each)
        for n, each in enumerate(missed)
    ]
    told_of = {each.listing.id for each, _ in missed}
    if (
        advice.fallback is not None
        and view.fallback is not None
        and advice.fallback.proposal.listing.id not in told_of
    ):
        beside.append((view.fallback_heading, advice.fallback.proposal, view.fallback))
    if advice.on_the_way is not None and view.on_the_way is not None:
        heading = view.detour
        if advice.on_the_way.detour_minutes:
            heading = detour_heading(view.detour, words.t)
        beside.append((heading, advice.on_the_way.proposal, view.on_the_way))
    return (
        tuple(_card(each, told, words, when, asker) for each, told in proposals),
        tuple(
            replace(_card(each, told, words, when, asker), heading=heading)
            for heading, each, told in beside
        ),
    )


def _card(proposal: Proposal, view: CardView, words: Words, when: str | None, asker: Asker) -> Card:
    return Card(
        id=proposal.listing.id,
        title=view.listing.title,
        kind_line=view.listing.kind_line,
        way=view.way,
        status=status_at(proposal, view.listing.status, words, when, asker.now),
        why=" · ".join(view.why),
        why_not=" · ".join(view.but),
        verified=view.listing.verified,
    )


def _plain_card(
    listing: Listing,
    words: Words,
    asker: Asker,
    notices: Sequence[Notice],
) -> Card:
    """A listing by its fields alone."""
    told, name = by_listing(notices).get(listing.id, ()), listing.name.best(words.t.lang)
    state = status(listing, t=words.t, now=asker.now)
    return Card(
        id=listing.id,
        title=name.text if name is not None else listing.id,
        kind_line=kind_line(listing, words),
        way=way(point_of(listing), asker.origin, words.t),
        status=noticed(state, told, words, asker.now.date()),
        why_not=" · ".join(notice_lines(told, words, asker.now.date())),
        verified=verified_line(listing.confirmed, words.t),
    )
