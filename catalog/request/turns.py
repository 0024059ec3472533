"""What is said after an answer: a new question, a change of the old one, a pick, a command.

The rules, in their order:

1. Danger, a person or a thing lost: always for a person (`CONCERN`).
2. A field of what is shown ("is it far", "do they take dogs", "open on Monday?"), with nothing
   shown it is a question like any other.
3. One of those shown ("the second", "number 2"), alone or with a command ("print the second").
4. A command or a small word ("print", "start over", "yes"), when nothing else is said with it.
5. "Something else": the same question without those shown.
6. "Shorter", "nearer", "cheaper": the question limited below what was shown.
7. What begins with "and", "rather", "with" refers back; so does what names only limits (when,
   where, who, how much, not this). What names something to seek, with nothing that refers
   back, or begins like a question ("where", "what to do"), is new.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.request.concern import concern_of
from catalog.request.model import Concern, Request
from catalog.request.tokens import MAX_LETTERS, tokenise
from catalog.request.turns_asked import ask
from catalog.request.turns_heard import CHATTER, Heard, denies, read_left, standing, undenied
from catalog.request.turns_merging import (
    anywise,
    limits,
    manner,
    merged,
    only_way,
    parted,
    relative,
    spans_of,
    subject,
    unstated,
)
from catalog.request.turns_model import Act, Past, Turn
from catalog.request.turns_words import is_filler, take_apart

if TYPE_CHECKING:
    from datetime import date

    from catalog.request.places import PlaceNames

_ORDER: Final = (
    Act.RESTART, Act.PRINT, Act.QR, Act.TAKE, Act.HELP, Act.BACK, Act.WHY, Act.BYE, Act.NO,
    Act.THANKS, Act.YES,
)  # fmt: skip
"""Of two commands in one breath the first of these counts: "yes, print", "no thanks",
"ok thanks"."""
_POINTING: Final = frozenset({Act.PRINT, Act.QR, Act.TAKE})


def turn(
    past: Past,
    text: str,
    places: PlaceNames,
    *,
    lang: str | None = None,
    today: date | None = None,
) -> Turn:
    """What `text` comes to after `past`. Pure; never raises; at most `MAX_LETTERS` are read.

    `lang`: the language of the conversation; a turn in another one is understood all the same.
    `today`: as in `read`.
    """
    text = text[:MAX_LETTERS]
    prior = lang or (past.request.lang if past.request is not None else None)
    saying = take_apart(text, places, prior=prior)
    heard = Heard(past, text, places, saying, read_left(saying, places, today), today)
    for rule in (_concern, ask, _pick, _command, _more, _relative, _language, _follow_up):
        found = rule(heard)
        if found is not None:
            return replace(found, spoken=saying.spoken)
    return replace(_new(heard), spoken=saying.spoken)


def _concern(heard: Heard) -> Turn | None:
    """What a person must answer; a rude word or a complaint does not hide a question."""
    # "Help" alone, or "help me find a castle", is no emergency; its answer names 112 all the same.
    helped = Act.HELP in heard.saying.found.get("act", ())
    said = heard.saying.left if helped else heard.text
    concern = concern_of(tokenise(said), said, heard.places)
    if concern is None:
        return None
    if concern in {Concern.INSULT, Concern.COMPLAINT} and subject(heard.said):
        return None
    if concern is Concern.DESK and helped:
        return None  # how the machine works is told
    return standing(heard, Act.CONCERN, concern=concern)


def _pick(heard: Heard) -> Turn | None:
    target, saying = heard.target, heard.saying
    said = heard.said if heard.past.request is None else anywise(heard.said, heard.past.request)
    if target is None or limits(said) or subject(said) or said.themes:
        return None
    if len(said.rest.split()) > CHATTER or saying.has("relative"):
        return None
    acts = [Act(value) for value in saying.found.get("act", ())]
    pointing = [act for act in _ORDER if act in acts and act in _POINTING]
    if pointing:
        return standing(heard, pointing[0], target=target)
    if denies(heard) or Act.NO in acts:
        return standing(heard, Act.MORE, without=frozenset({target}))
    if set(acts) - {Act.YES, Act.THANKS, Act.MORE}:
        return None
    return standing(heard, Act.PICK, target=target)


def _command(heard: Heard) -> Turn | None:
    saying = heard.saying
    if saying.has("relative", "language") or limits(heard.said) or heard.said.themes:
        return None
    acts = saying.found.get("act", ())
    unknown = len(heard.said.rest.split())
    for act in _ORDER:
        if unknown > (act in _POINTING):
            continue
        if act in acts and not (Act.MORE in acts and act not in {Act.RESTART, Act.PRINT}):
            return standing(heard, act, target=heard.past.chosen if act in _POINTING else None)
    return None


def _more(heard: Heard) -> Turn | None:
    """The same again without those shown, narrowed by what else was said."""
    past, said, saying = heard.past, heard.said, heard.saying
    excepted = "except" in saying.found.get("join", ())
    more = Act.MORE in saying.found.get("act", ()) or excepted or _put_aside(heard)
    if past.request is None or not more or saying.has("relative"):
        return None
    if saying.ends_in_no and subject(said):
        return _changed(heard, past.request, _negated(heard))
    shown = frozenset(each.id for each in past.shown)
    if excepted:
        said = _negated(heard)
    elif subject(said):
        if not set(said.types) <= set(past.request.types):
            return None
        said = replace(said, types=())
        if any(theme not in past.request.themes for theme in said.themes):
            return None
    elif said.rest and not heard.chatters("act"):
        return None
    changed = _changed(heard, past.request, said)
    return replace(changed, act=Act.MORE, without=shown)


def _relative(heard: Heard) -> Turn | None:
    past, said = heard.past, heard.said
    direction = heard.saying.first("relative")
    if direction is None or past.request is None:
        return None
    if said.rest and not heard.chatters("relative"):
        return None
    base = past.request
    if subject(said):  # "a shorter walk", of walks
        if not set(said.types) <= set(base.types) or not set(said.themes) <= set(base.themes):
            return None
        said = replace(said, types=(), themes=())
    if direction == "shorter" and said.where is not None:
        said = replace(said, where=None)
    target = heard.target
    compared = tuple(each for each in past.shown if target is None or each.id == target)
    limited, without = relative(base, direction, compared)
    changed = _changed(heard, limited, said)
    return replace(changed, without=without, unstated=unstated(direction, compared))


def _language(heard: Heard) -> Turn | None:
    language = heard.saying.first("language")
    if language is None or not heard.bare:
        return None
    past = heard.past
    request = None if past.request is None else replace(past.request, lang=language)
    return Turn(act=Act.LANGUAGE, request=request, text=past.text, language=language)


def _follow_up(heard: Heard) -> Turn | None:
    """A change of the question before, by the last rule of the module."""
    past, said, saying = heard.past, heard.said, heard.saying
    before = past.request
    if before is None:
        return None
    if subject(said) and heard.asks("not_these"):
        said = heard.read(heard.text)  # "les musées ça nous barbe"
    said = manner(said, before)
    more = subject(said) or bool(said.rest)
    told = more and saying.first("join") == "have"  # "we have a dog, which castles"
    joined = "join" in saying.starts and not told
    if saying.ends_in_no and subject(said):
        return _changed(heard, before, _negated(heard))
    if heard.bare:
        return _departure(heard, before) or _refusal(heard)
    narrow = len(limits(said)) == 1 or any(theme.startswith("-") for theme in said.themes)
    if not saying.has("opening", "language") and (joined or narrow):
        said = anywise(said, before)
    if (saying.has("opening") and not joined) or (said.rest and not joined):
        return None
    if said.where is not None and denies(heard) and not subject(said):
        # "Not in Carmaux": the place leaves the question; there is no key for the others.
        before = replace(before, where=None if before.where == said.where else before.where)
        return _changed(heard, before, replace(said, where=None))
    if subject(said):
        if not joined and not only_way(said):
            return None
        with_it = saying.found.get("join") == ["with"]
        return _changed(heard, before, said, add=with_it)
    if said.rest:
        return None
    return _changed(heard, before, said)


def _departure(heard: Heard, before: Request) -> Turn | None:
    """ "Without the children": who or what no longer counts."""
    if not denies(heard):
        return None
    gone = heard.read(undenied(heard))
    if not (gone.party or gone.mobility or gone.weather):
        return None
    changed = parted(before, gone)
    spans = spans_of(changed, before.spans, ())
    return Turn(act=Act.REFINE, request=replace(changed, spans=spans), text=heard.past.text)


def _put_aside(heard: Heard) -> bool:
    """Whether nothing is said but that those shown are known or do not please: "we have been
    there", "not our thing"."""
    return heard.bare and (
        heard.saying.has("known") or heard.asks("seen") or heard.asks("not_these")
    )


def _refusal(heard: Heard) -> Turn | None:
    """A "no" with small words: "not now", "brauchen wir nicht"."""
    return standing(heard, Act.NO) if heard.asks("no") else None


def _changed(heard: Heard, before: Request, said: Request, *, add: bool = False) -> Turn:
    """`before` with `said`, its spans those of both texts put one after the other."""
    text = f"{heard.past.text}\n{heard.text}" if heard.past.text else heard.text
    offset = len(text) - len(heard.text)
    moved = tuple(
        replace(span, start=span.start + offset, end=span.end + offset) for span in said.spans
    )
    request = merged(before, said, add=add)
    language = heard.saying.first("language")
    request = replace(request, lang=language or before.lang)
    request = replace(request, spans=spans_of(request, before.spans, moved))
    return Turn(act=Act.REFINE, request=request, text=text, language=language)


def _new(heard: Heard) -> Turn:
    request = heard.read(heard.text)
    rest = [word for word in request.rest.split() if not is_filler(word, heard.saying.spoken)]
    request = replace(request, rest=" ".join(rest))
    empty = heard.bare and not heard.saying.has("opening", "asked", "onsite", "open")
    if empty and not subject(request) and not limits(request):
        return standing(heard, Act.UNCLEAR)
    return Turn(act=Act.NEW, request=request, text=heard.text)


def _negated(heard: Heard) -> Request:
    """What is said, all of it excluded."""
    themes = tuple(f"-{theme}" for theme in heard.said.themes if not theme.startswith("-"))
    return replace(heard.said, types=(), themes=themes, rest="")
