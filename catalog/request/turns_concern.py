"""What a person must answer, said in a conversation: danger, loss, an insult."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.request.concern import concern_of, without_insult
from catalog.request.model import Concern
from catalog.request.tokens import tokenise
from catalog.request.turns_heard import standing
from catalog.request.turns_merging import limits, subject
from catalog.request.turns_model import Act

if TYPE_CHECKING:
    from catalog.request.turns_heard import Heard
    from catalog.request.turns_model import Turn


def told_to_a_person(heard: Heard) -> Turn | None:
    """What a person must answer; a rude word or a complaint does not hide a question."""
    # "Help" alone, or "help me find a castle", is no emergency; its answer names 112 all the same.
    helped = Act.HELP in heard.saying.found.get("act", ())
    said = heard.saying.left if helped else heard.text
    if said == heard.saying.left and heard.read(said).concern is None:
        return None
    concern = concern_of(tokenise(said), said, heard.places)
    if concern is None:
        return None
    asks = subject(heard.said) or limits(heard.said) or heard.saying.has("opening")
    if concern is Concern.INSULT:  # "va te faire foutre" seeks nothing to do
        civil = heard.read(without_insult(heard.text))
        asks = subject(civil) or limits(civil)
    if concern in {Concern.INSULT, Concern.COMPLAINT} and asks:
        return None
    taken_away = "except" in heard.saying.found.get("join", ())
    if concern is Concern.LOST_THING and taken_away and heard.past.request is not None:
        return None
    if concern is Concern.DESK and helped:
        return None  # how the machine works is told
    return standing(heard, Act.CONCERN, concern=concern)
