"""An answer to the question that the kiosk has just asked back, read in its light: "free" asks for
no price then, "by car" seeks no drive, and "no idea" passes the question over."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from catalog.request.interview import STEPS
from catalog.request.turns_heard import Heard, changed, standing
from catalog.request.turns_merging import anywise, carried_by, limits, subject
from catalog.request.turns_model import Act, Turn

_KEYS: Final = frozenset(step.key for step in STEPS)
_OTHER: Final = ("opening", "relative", "language", "pick", "known")
"""Groups of what is no answer: they ask, compare or point."""


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
