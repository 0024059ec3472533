"""What the kiosk says beside its cards: short sentences, never a conversation for its own sake."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.model import Kind
from catalog.request.model import Concern
from catalog.request.turns_model import Act
from catalog.vocabulary.turns import said_for
from kiosk.i18n import N_, languages
from kiosk.present.advice import practical_line
from kiosk.present.advice_doubts import (
    nothing_line,
    outside_line,
    unmet_line,
    unplaced_line,
    unsure_line,
)
from kiosk.present.advice_plan import crowded_line, farther_lines, spoilt_line
from kiosk.present.gesture import gesture_line
from kiosk.present.understood import asked_back, chips
from kiosk.present.words import capital

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.advice import Advice
    from catalog.advice.asking_back import Question
    from catalog.advice.dialogue import Dialogue
    from catalog.advice.planning import Plan
    from catalog.model import ListingId
    from catalog.request.turns_model import Turn
    from kiosk.asker import Asker
    from kiosk.conversation import AskedBack, Card, Chip
    from kiosk.i18n import Translator
    from kiosk.present.words import Words

DANGERS: Final = frozenset(
    {Concern.EMERGENCY, Concern.DESPAIR, Concern.VIOLENCE, Concern.LOST_PERSON}
)
"""Concerns of somebody in danger: nothing of the catalogue is proposed beside the numbers."""
# Translators: what to type or touch; examples of questions
_ABOUT: Final = N_("Ask me about walks, swimming, villages, food, events, toilets…")
_EMERGENCY: Final = (
    # Translators: first lines of an emergency; 112 European, 15 doctor, 18 fire, 114 by text
    N_("Emergency: call 112. Doctor 15 · Fire 18 · Police 17"),
    N_("Deaf or unable to speak: send a text message to 114"),
)
_SENTENCE: Final = 3
"""Words from which the language spoken is sure enough to be offered."""
# Translators: somebody speaks of suicide; 3114 is a French number, of people who listen
_DESPAIR: Final = N_("You are not alone: call 3114, free, day and night. In danger: 112")
"""3114: the national number of suicide prevention, free, confidential, at all hours (French
ministry of health, since 1 October 2021)."""
_VIOLENCE: Final = (
    # Translators: the visitor was attacked, or is followed or threatened; 17 police, 114 by text
    N_("Violence, or someone is following you: call 17 or 112, or text 114"),
    # Translators: a French number of people who listen and advise
    N_("Violence against women: 3919, free, day and night"),
)
"""3919: Violences Femmes Info, free, anonymous, at all hours (service-public.fr)."""
_SHORT: Final = {
    Act.THANKS: N_("You are welcome."),
    Act.BYE: N_("Goodbye, enjoy your stay!"),
    # Translators: the visitor said yes, where a choice must be made
    Act.YES: N_("Touch a card, or type its number."),
    Act.NO: N_("As you like. What else are you looking for?"),
    Act.RESTART: N_("What are you looking for?"),
    Act.BACK: N_("There is nothing before this."),
}
_UNSTATED: Final = {
    # Translators: the visitor asked for something shorter, cheaper or easier than what was shown,
    # and the catalogue does not say how long, dear or hard that is
    "length": N_("The length of those shown is not stated: these are others."),
    "price": N_("The price of those shown is not stated: these are others."),
    "difficulty": N_("The difficulty of those shown is not stated: these are others."),
}
# Translators: the visitor asked for something nearer or cheaper; over places that were shown and
# passed over before
_SHOWN_BEFORE: Final = N_("These were shown before: nothing else fits.")
_FIGURES: Final = {"length": "max_km", "price": "max_price", "difficulty": "difficulty"}
"""The limit that is the figure: where nothing is known to keep it, that is said instead."""
_AGAIN: Final = {
    "length": N_("The length of these is not stated."),
    "price": N_("The price of these is not stated."),
    "difficulty": N_("The difficulty of these is not stated."),
}
"""The same where there is nothing else, and those shown are told again."""


def told(turn: Turn | None, asker: Asker) -> tuple[str, ...]:
    """The sentences for a turn that is not answered from the catalogue."""
    t = asker.t
    if turn is None:
        return (t._(_ABOUT),)
    if turn.concern is not None:
        return _concern(turn.concern, asker)
    short = _SHORT.get(turn.act)
    if short is not None:
        return (t._(short),)
    if turn.act is Act.HELP:
        return (t._(_ABOUT), t._(_EMERGENCY[0]), *_office(asker))
    if turn.act in {Act.UNCLEAR, Act.NEW}:
        return (t._(_ABOUT), *(_office(asker) if turn.act is Act.UNCLEAR else ()))
    return ()


def reasons(cards: Iterable[Card], meant: ListingId | None, t: Translator) -> tuple[str, ...]:
    """Why each card is shown, or the one meant: what fits, else how far it is."""
    found = [card for card in cards if meant in {None, card.id}]
    told = [{"name": card.title, "fact": card.why or card.way} for card in found]
    return tuple(t._("%(name)s: %(fact)s") % each for each in told if each["fact"])


def first_choice(cards: Iterable[Card], meant: ListingId | None, t: Translator) -> tuple[str, ...]:
    """What to begin with, for who cannot decide."""
    told = [f"{card.title} ({card.why or card.way})" for card in cards if card.id == meant]
    # Translators: the visitor said "I don't know", "whatever"; then one place, and why that one
    return tuple(t._("Start with %(what)s") % {"what": what} for what in told)


def sorry(asker: Asker) -> tuple[str, ...]:
    """What to say when our own code could not answer."""
    # Translators: the kiosk stumbled over a question; then comes the office's telephone
    return (asker.t._("Sorry, this question could not be answered."), *_office(asker))


def summary(advice: Advice, dialogue: Dialogue, asker: Asker, words: Words) -> tuple[str, ...]:
    """What to say above the cards: a place that lies elsewhere, what cannot be compared, a wish
    unmet; nothing where the cards speak for themselves."""
    t = asker.t
    turn = dialogue.turn
    unstated = ""
    told = turn is not None and _FIGURES.get(turn.unstated, "") in advice.unsure
    if turn is not None and turn.unstated and advice.proposals and not told:
        shown = (each.listing.id for each in advice.proposals)
        again = not turn.without or not turn.without.isdisjoint(shown)
        unstated = t._((_AGAIN if again else _UNSTATED)[turn.unstated])
    placed = unplaced_line(advice.unplaced, t) or outside_line(advice.outside, t)
    before = ""
    if turn is not None and _come_again(advice, dialogue, turn):
        before = t._(_SHOWN_BEFORE)
    doubts = (
        placed,
        unstated,
        before,
        unsure_line(advice, t),
        unmet_line(advice, words),
    )
    first = tuple(dict.fromkeys(line for line in doubts if line))
    return (*first, *_summary(advice, dialogue, asker, words))


def _come_again(advice: Advice, dialogue: Dialogue, turn: Turn) -> bool:
    """Whether "nearer" or "cheaper" is answered by nothing but what was passed over before."""
    told = [each.listing.id for each in advice.proposals]
    return bool(told and turn.without and not turn.unstated) and dialogue.passed.issuperset(told)


def _summary(advice: Advice, dialogue: Dialogue, asker: Asker, words: Words) -> tuple[str, ...]:
    t = asker.t
    if advice.proposals:
        return ()
    if dialogue.left_out:
        # Translators: the visitor asked for other places than those shown; there are none
        return (t._("Nothing else fits what you ask for."), *_office(asker))
    if advice.about is not None:
        return _office(asker)
    if advice.near_misses:
        return (t._("Nothing fits all of it. Close, but not quite:"), *_office(asker))
    # Translators: × is the mark on the keys that each take one wish of the question away
    otherwise = t._("Take a wish away with ×, or ask in other words.")
    return (nothing_line(advice, words), otherwise, *_office(asker))


def unmet(day: Plan, advice: Advice, words: Words) -> tuple[str, ...]:
    """What a planned day was to be about and none of its stops is."""
    line = unmet_line(replace(advice, unmet=day.lacks.unmet), words, *day.unseen)
    lacks = day.lacks
    told = (line, spoilt_line(lacks.spoilt, words), crowded_line(lacks.crowded, words))
    return (*filter(None, told), *farther_lines(lacks.farther, words))


def notes(advice: Advice, words: Words) -> tuple[str, ...]:
    """What is practical around the first proposal, and the gesture that fits."""
    t = words.t
    near = practical_line(advice.practical, words)
    gesture = gesture_line(advice.gesture, t.lang)
    around = t._("%(name)s: %(fact)s") % {"name": t._("Nearby"), "fact": near}
    counts = t._("A gesture that counts:")
    told = ((near, around), (gesture, f"{counts} {gesture}"))
    return tuple(line for said, line in told if said)


def chips_of(dialogue: Dialogue, words: Words) -> tuple[Chip, ...]:
    """What stands understood."""
    return chips(dialogue.request, words) if dialogue.request is not None else ()


def question(found: Question, t: Translator) -> AskedBack:
    """The question back in words."""
    return asked_back(found.step, found.options, t)


def quick(dialogue: Dialogue, asker: Asker) -> tuple[str, ...]:
    """Phrases to touch, in the words that the reader of turns knows; first the language that was
    spoken, by its own name, where the answer is in another."""
    own = _own_language(dialogue, asker)
    if dialogue.request is None or not dialogue.shown:
        return own
    sections = ["act more", "relative nearer"]
    if Kind.ITINERARY in dialogue.request.types:
        sections.append("relative shorter")
    sections.append("relative cheaper")
    return (*own, *(capital(said_for(section, asker.t.lang)) for section in sections))


def _own_language(dialogue: Dialogue, asker: Asker) -> tuple[str, ...]:
    """The name of the language of a sentence, none where it is that of the answer; a word or two
    may be of several."""
    turn = dialogue.turn
    if turn is None or turn.language is not None or len(dialogue.text.split()) < _SENTENCE:
        return ()
    if turn.spoken == asker.t.lang or turn.spoken not in asker.offered:
        return ()
    return tuple(each.name for each in languages() if each.code == turn.spoken)


def _concern(concern: Concern, asker: Asker) -> tuple[str, ...]:
    told = concern_lines(concern, asker.t)
    return (*told, *_office(asker)) if told else (asker.t._(_ABOUT),)


def concern_lines(concern: Concern | None, t: Translator) -> tuple[str, ...]:
    """What is said first to somebody whom a person must help: numbers to call, whom to tell;
    nothing of an insult, or where there is no concern."""
    if concern is Concern.EMERGENCY:
        return tuple(t._(line) for line in _EMERGENCY)
    if concern is Concern.DESPAIR:
        return (t._(_DESPAIR), t._(_EMERGENCY[1]))
    if concern is Concern.VIOLENCE:
        return tuple(t._(line) for line in _VIOLENCE)
    if concern is Concern.LOST_PERSON:
        # Translators: a child or another person is lost
        return (t._("Someone is lost: call 112 and tell the nearest staff."),)
    if concern is Concern.LOST_THING:
        # Translators: a toy, a telephone, keys… are lost
        return (t._("Something lost? Please ask a person at the office."),)
    if concern is Concern.COMPLAINT:
        # Translators: the visitor complains, or reports something that is wrong
        return (t._("Please tell a person at the office."),)
    if concern is Concern.DESK:
        # Translators: the visitor asks about the office's own work or this machine: where its
        # information comes from, how to be listed in it, a newsletter, an opinion to leave
        return (t._("A person at the office can answer this."),)
    return ()


def _office(asker: Asker) -> tuple[str, ...]:
    line = asker.t._("Or ask the office: %(phone)s") % {"phone": asker.phone}
    return (f"{line} · {asker.hours}" if asker.hours else line,)
