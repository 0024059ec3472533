"""What lies around one of those shown, or around the place where they are sought: "a restaurant
near the second", "and what is there nearby"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from catalog.model import Kind
from catalog.request.model import HERE
from catalog.request.turns_heard import changed
from catalog.request.turns_merging import ANYTHING, subject
from catalog.request.turns_model import Act, Turn

if TYPE_CHECKING:
    from catalog.model import ListingId
    from catalog.request.model import Request
    from catalog.request.turns_heard import Heard


def around(heard: Heard) -> Turn | None:
    """What lies near one of those shown: "a restaurant near the second", "what else is near there".
    What has no name known as a place is looked around by its commune's."""
    past, said, saying = heard.past, heard.said, heard.saying
    asks = subject(said) or saying.has("opening") or Act.MORE in saying.found.get("act", ())
    beside = saying.has("there") or "and" in saying.found.get("join", ())
    target = heard.target or (past.chosen if beside else None) or _there(heard)
    if past.request is None or not (saying.has("nearby") and asks and heard.small_talk):
        return None
    meant = [each for each in past.shown if each.id == target]
    names = [name for each in meant for name in (*each.names, each.commune)]
    place = next(filter(None, map(heard.places.named, names)), None)
    if Kind.TRANSPORT in said.types or saying.has("asked", "relative", "how"):
        return None  # "how do I get to the last"
    if target is None or place is None or said.where not in (None, HERE):
        return None
    if subject(said) and not set(said.types) <= set(ANYTHING):
        if "and" in saying.found.get("join", ()):
            return changed(heard, past.request, replace(said, where=place, rest=""))
        request = replace(said, where=place, lang=past.request.lang, rest="")
        return Turn(act=Act.NEW, request=request, text=heard.text)
    said = replace(said, types=ANYTHING, themes=(), where=place, rest="")
    around = changed(heard, past.request, said)
    return replace(around, without=frozenset({target}))


def _there(heard: Heard) -> ListingId | None:
    """The first of those shown, where they were sought in no place of their own: who says "near
    there" and points at none means it."""
    past = heard.past
    sought = past.request.where if past.request is not None else None
    joined = "and" in heard.saying.found.get("join", ())
    if not (joined and heard.saying.has("there")) or sought not in {None, HERE} or past.planned:
        return None
    return next((each.id for each in past.shown), None)


def near_by(heard: Heard, said: Request, before: Request) -> Request:
    """ "And a restaurant nearby", of castles in Amboise: in Amboise, unless "here" is said."""
    joined = "and" in heard.saying.found.get("join", ())
    elsewhere = before.where is not None and before.where != HERE
    if said.where != HERE or not (joined and elsewhere and heard.saying.has("nearby")):
        return said
    return said if heard.asks("just_here") else replace(said, where=before.where)
