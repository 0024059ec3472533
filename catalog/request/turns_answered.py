"""An answer to the question that the kiosk has just asked back, read in its light: "free" asks for
no price then, "by car" seeks no drive, and "no idea" passes the question over; and the ages of
the children that were told of."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from catalog.request.interview import STEPS
from catalog.request.model import Request
from catalog.request.turns_heard import Heard, changed, standing
from catalog.request.turns_merging import anywise, carried_by, is_child, limits, subject
from catalog.request.turns_model import Act, Turn
from catalog.request.turns_words import is_filler
from catalog.vocabulary.asking import phrases

_KEYS: Final = frozenset(step.key for step in STEPS)
_OLDEST: Final = 17
"""Years up to which a bare number is a child's age."""
_DIGITS: Final = 3
_OTHER: Final = ("opening", "relative", "language", "pick", "known")
"""Groups of what is no answer: they ask, compare or point."""


def ages(heard: Heard) -> Turn | None:
    """ "4 and 6", where children were told of without their ages; as many as are shown, or fewer,
    pick of those."""
    past, spoken = heard.past, heard.saying.spoken
    if past.request is None or not any(map(is_child, past.request.party)):
        return None
    if any(who.startswith("age:") for who in past.request.party):
        return None
    years: list[int] = []
    for token in heard.saying.tokens:
        counted = [
            int(meaning.value)
            for meaning in phrases().get(token.word, ())
            if meaning.group == "number" and spoken in meaning.langs and meaning.value.isdecimal()
        ]
        if token.word.isdecimal():
            years.append(int(token.word[:_DIGITS]))
        elif counted:
            years.append(counted[0])
        elif not is_filler(token.word, spoken):
            return None
    if len(years) < 2 or max(years) > _OLDEST or max(years) <= len(past.shown):
        return None
    party = tuple(f"age:{age}" for age in dict.fromkeys(years))
    return changed(heard, past.request, Request(party=party))


def answer(heard: Heard) -> Turn | None:
    """What the visitor answers; None where no question stands, or something else is said."""
    past, saying = heard.past, heard.saying
    step = next((each for each in STEPS if each.id == past.question), None)
    if step is None or past.request is None or not heard.small_talk:
        return None
    acts = set(saying.found.get("act", ()))
    if Act.NO in acts and acts <= {Act.NO, Act.YES, Act.THANKS}:
        alone = not (limits(heard.said) or subject(heard.said) or saying.has("pick", "asked"))
        return standing(heard, Act.REFINE) if alone else None
    if acts or saying.has(*_OTHER) or "?" in heard.text:
        return None
    said = anywise(replace(heard.read(heard.text), rest=""), past.request)
    if step.id == "like" and subject(said):
        if limits(said) - {"mobility"}:
            return None
        return changed(heard, past.request, replace(said, mobility=()), add=True)
    if step.key == "mobility":
        said = carried_by(said)
    filled = limits(said)  # of a question asked before this one, too
    if len(filled) != 1 or not filled <= _KEYS or subject(said):
        return None
    return changed(heard, past.request, said)
