"""What is said after an answer: a new question, a change of the old one, a pick, a command.

The rules, in their order:

1. Danger, a person or a thing lost: always for a person (`CONCERN`).
2. An answer to the question that the kiosk has just asked; the ages of the children told of.
3. A field of what is shown ("is it far", "do they take dogs", "open on Monday?"), with nothing
   shown it is a question like any other.
4. One of those shown ("the second", "number 2"), alone or with a command ("print the second").
5. A command or a small word ("print", "start over", "yes"), when nothing else is said with it;
   "back to the castles".
6. "Something else": the same question without those shown.
7. "Shorter", "nearer", "cheaper": the question limited below what was shown.
8. What begins with "and", "rather", "with" refers back; so does what names only limits (when,
   where, who, how much, not this). What names something to seek, with nothing that refers
   back, or begins like a question ("where", "what to do"), is new; the same people ask it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.request.tokens import MAX_LETTERS
from catalog.request.turns_also import also_of_the_day
from catalog.request.turns_anew import anew, animals, changing, hails, leaving, put_aside
from catalog.request.turns_answered import ages, answer
from catalog.request.turns_around import around, near_by
from catalog.request.turns_asked import ask
from catalog.request.turns_compared import compare
from catalog.request.turns_concern import told_to_a_person
from catalog.request.turns_day import of_the_day, refused_stops
from catalog.request.turns_departed import departure, no_longer, taken_back
from catalog.request.turns_heard import (
    CHATTER,
    UNSTATED,
    Heard,
    changed,
    denies,
    read_left,
    standing,
)
from catalog.request.turns_merging import (
    accompanied,
    anywise,
    limits,
    manner,
    qualities,
    refused,
    ridden_instead,
    same_way,
    subject,
    talked_of,
)
from catalog.request.turns_model import Act, Past, Turn
from catalog.request.turns_paired import ask_both
from catalog.request.turns_reread import (
    asks_what,
    at_meal,
    corrected,
    exchanged,
    from_now_on,
    reread,
    rides,
    same_part,
)
from catalog.request.turns_words import means, take_apart
from catalog.vocabulary.turns import turn_phrases

if TYPE_CHECKING:
    from datetime import date

    from catalog.request.model import Request
    from catalog.request.places import PlaceNames

_ORDER: Final = (
    Act.RESTART, Act.PRINT, Act.QR, Act.HELP, Act.BACK, Act.WHY, Act.BYE, Act.NO, Act.THANKS,
    Act.TAKE, Act.YES,
)  # fmt: skip
"""Of two commands in one breath the first of these counts: "yes, print", "no thanks",
"ok thanks"."""
_TALKED_OF: Final = frozenset({Act.RESTART, Act.BACK, Act.WHY})
"""What is wanted in a whole sentence too: "why do you recommend this one"."""
_NUMBERED: Final = frozenset("123456789")
_FEW: Final = 2
"""Limits that a follow-up may say beside each other: "Saturday, with the dog"."""
_BEFORE_MORE: Final = frozenset({Act.RESTART, Act.PRINT, Act.BACK})
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
    instead = corrected(text, saying, places, today) if past.request is not None else ""
    if instead:
        text = instead
        saying = take_apart(text, places, prior=saying.spoken)
        saying.found["join"], saying.starts = ["rather"], saying.starts | {"join"}
    said = exchanged(saying, read_left(saying, places, today))
    heard = Heard(past, text, places, saying, said, today)
    for rule in _RULES:
        found = rule(heard)
        if found is not None:
            return replace(found, spoken=saying.spoken)
    return replace(anew(heard), spoken=saying.spoken)


def _pick(heard: Heard) -> Turn | None:
    target, saying = heard.target, heard.saying
    if saying.has("most") and heard.bare and not saying.has("allowed", "vague", "act"):
        most, field = heard.outermost, UNSTATED.get(saying.first("most") or "", "")
        if most is None and field and heard.past.shown:
            return standing(heard, Act.REFINE, unstated=field)
        return standing(heard, Act.PICK, target=most) if most is not None else None
    said = heard.said if heard.past.request is None else anywise(heard.said, heard.past.request)
    if target is None and heard.bare and heard.past.shown and saying.first("pick") in _NUMBERED:
        return standing(heard, Act.YES)  # "the second", of one: a choice must be made
    if target is None or limits(said) or subject(said) or said.themes:
        return None
    if len(said.rest.split()) > CHATTER or saying.has("relative"):
        return None
    acts = [Act(value) for value in saying.found.get("act", ())]
    pointing = [act for act in _ORDER if act in acts and act in _POINTING]
    also = heard.targets[1:]
    if heard.past.asked and not (acts or denies(heard)) and _as_well(heard):
        asked, when = heard.past.asked, heard.past.asked_when
        return standing(heard, Act.ASK, field=asked, when=when, target=None if also else target)
    if pointing:
        return standing(heard, pointing[0], target=target, also=also)
    if denies(heard) or Act.NO in acts:
        return standing(heard, Act.MORE, without=frozenset({target}))
    these = set(saying.found.get("pick", ())) == {"this"}
    if set(acts) - {Act.YES, Act.THANKS, Act.MORE} or (these and Act.MORE in acts):
        return None
    return standing(heard, Act.TAKE if also else Act.PICK, target=target, also=also)


def _as_well(heard: Heard) -> bool:
    """ "And the second?": what was asked of the first is asked of it too."""
    return "and" in heard.saying.found.get("join", ()) and "this" not in heard.saying.found["pick"]


def _back_to(heard: Heard) -> Turn | None:
    """ "Back to the castles": to the last question in which they were sought."""
    saying, said, before = heard.saying, heard.said, heard.past.request
    acts = saying.found.get("act", ())
    if before is None or list(acts) != [Act.BACK] or not subject(said) or limits(said):
        return None
    if saying.has("opening", "relative", "asked", "join") or not heard.small_talk:
        return None
    wanted = accompanied(replace(said, rest="", lang=before.lang), before)
    return replace(standing(heard, Act.BACK), wanted=wanted, text=heard.text)


def _command(heard: Heard) -> Turn | None:
    saying = heard.saying
    acts = saying.found.get("act", ())
    counted = {"party"} if Act.PRINT in acts else set()  # "print all three" is no company
    if saying.has("relative", "language") or limits(heard.said) - counted or heard.said.themes:
        return None
    if rides(heard) is not None:
        return None
    unknown = len(heard.said.rest.split())
    for act in _ORDER:
        if act in {Act.THANKS, Act.BYE} or (act in _TALKED_OF and heard.small_talk):
            few = CHATTER
        else:
            few = int(act in _POINTING)
        refused = act is Act.NO and (saying.has("opening") or _departs(heard))
        refused |= act in {Act.NO, Act.YES} and subject(heard.said)  # "ok and to eat?"
        refused |= act is Act.TAKE and not heard.past.shown
        refused |= act is Act.BYE and hails(heard)
        if unknown > few or refused:
            continue
        if act in acts and not (Act.MORE in acts and act not in _BEFORE_MORE):
            meant = heard.target or heard.past.chosen
            pointing = act in _POINTING or act is Act.WHY
            also = heard.targets[1:] if act in _POINTING else ()
            vague = act is Act.NO and saying.has("undecided")
            target = meant if pointing else None
            return standing(heard, act, target=target, also=also, undecided=vague)
    return None


def _more(heard: Heard) -> Turn | None:
    """The same again without those shown, narrowed by what else was said."""
    heard = leaving(heard)
    past, said, saying = heard.past, heard.said, heard.saying
    excepted = "except" in saying.found.get("join", ())
    more = Act.MORE in saying.found.get("act", ()) or excepted or put_aside(heard)
    if past.request is None or not more or saying.has("relative"):
        return None
    known = saying.has("known") or heard.asks("seen")
    said = anywise(said, past.request) if known else said  # es "otra idea" names no thing
    if saying.ends_in == "no" and subject(said):
        return changed(heard, past.request, _negated(heard))
    shown = frozenset(each.id for each in past.shown)
    stops = refused_stops(past, _negated(heard)) if excepted else frozenset()
    if excepted:
        departed = departure(heard, past.request)
        if departed is not None:
            return departed
        said = _negated(heard)
    elif subject(said):
        if not set(said.types) <= set(past.request.types):
            return None
        said = replace(said, types=())
        if any(theme not in past.request.themes for theme in said.themes):
            return None
    elif said.rest and not heard.chatters("act") and not heard.small_talk:
        return None
    again = changed(heard, past.request, said)
    return replace(again, act=Act.MORE, without=stops or shown, keeps=bool(stops), known=known)


def _language(heard: Heard) -> Turn | None:
    language = heard.saying.first("language")
    if language is None or subject(heard.said) or limits(heard.said) - {"party"}:
        return None
    if not heard.small_talk:
        return None
    past = heard.past
    request = None if past.request is None else replace(past.request, lang=language)
    return Turn(act=Act.LANGUAGE, request=request, text=past.text, language=language)


def _follow_up(heard: Heard) -> Turn | None:
    """A change of the question before, by the last rule of the module."""
    heard = changing(heard)
    past, said, saying = heard.past, heard.said, heard.saying
    before = past.request
    if before is None:
        return None
    said, free = reread(heard)
    if saying.has("asked") and not (free or past.shown):
        return None  # there is nothing of which it could be asked
    departed = no_longer(heard, said, before)
    if departed is not None:
        return departed
    had = "have" in saying.found.get("join", ())
    said = at_meal(heard, manner(from_now_on(said), before, had=had), before)
    said = same_part(heard, said, before)
    joined = ("join" in saying.starts or _corrects(heard)) and not _tells(heard, said)
    instead = saying.ends_in == "rather" or _then(heard)
    joined |= instead and not saying.has("opening")  # "a museum instead", "a museum then"
    if saying.ends_in == "no" and subject(said):
        return changed(heard, before, _negated(heard))
    if heard.bare and not (free or said.towards):
        return _refusal(heard)
    weather = limits(said) == {"when", "weather"} and not saying.has("vague")
    narrow = (
        weather or len(limits(said)) == 1 or any(theme.startswith("-") for theme in said.themes)
    )
    anything = asks_what(heard, said)
    if not (anything or saying.has("opening", "language")) and (joined or narrow):
        said = anywise(said, before)
    said = near_by(heard, said, before)
    if joined and limits(said) and not said.themes and set(said.types) <= set(before.types):
        said = replace(said, types=())  # "rather tomorrow for lunch", of vegetarian restaurants
    unknown = bool(said.rest) and not _talked(heard, said)
    if not joined and (unknown or _stands_alone(heard, said)):
        return None
    if said.where is not None and denies(heard) and not subject(said):
        # "Not in Carmaux": the place leaves the question; there is no key for the others.
        before = replace(before, where=None if before.where == said.where else before.where)
        return changed(heard, before, replace(said, where=None))
    if not subject(said):
        return None if unknown else _limited(heard, before, said)
    quality = qualities(said, before) and not said.rest
    if not (joined or quality or same_way(said, before)):
        return None
    said = replace(said, types=()) if quality else said
    joins = saying.found.get("join") == ["with"] and not saying.has("exchange", "water", "vague")
    return changed(heard, before, said, add=quality or joins)


def _then(heard: Heard) -> bool:
    """Whether "then" begins or ends what is said: "a museum then", where nl "meer dan" compares."""
    tokens = heard.saying.tokens
    ends = {tokens[0].word, tokens[-1].word} if heard.saying.has("then") and tokens else ()
    return any(means(turn_phrases(), word, "then", heard.saying.spoken) for word in ends)


def _limited(heard: Heard, before: Request, said: Request) -> Turn:
    """The question before, limited by what is said."""
    alone = not heard.saying.has("join", "go", "act")
    if heard.saying.has("then", "instead") or alone:
        before = ridden_instead(before, said)  # but "we go by bike" is how they get there
    return changed(heard, before, replace(said, rest=""))


def _animals(heard: Heard) -> Turn | None:
    seen, before = animals(heard), heard.past.request
    return changed(heard, before, seen) if seen is not None and before is not None else None


def _talked(heard: Heard, said: Request) -> bool:
    """Whether unknown words only carry a limit: "Friday suits us better"."""
    return heard.small_talk and talked_of(said) and "?" not in heard.text


def _stands_alone(heard: Heard, said: Request) -> bool:
    """Whether so much is said that it is a question of its own: "an idea for today, it rains",
    "half a day in Albi by motorbike", "is there a train from Rodez to Carmaux"."""
    few = 1 if heard.saying.has("vague") or said.labels else _FEW + (said.where is None)
    elsewhere = heard.saying.has("asked") and said.where is not None
    return heard.saying.has("opening") or elsewhere or len(limits(said)) > few


def _tells(heard: Heard, said: Request) -> bool:
    """Whether what begins like a follow-up only says who they are before a question of their own:
    "we have a dog, which castles", "we are eight, where do we eat"."""
    joins = heard.saying.found.get("join", [])
    if joins and joins[0] == "have" and (subject(said) or said.rest):
        return True
    if "and" in joins or "rather" in joins:
        return False
    return heard.saying.has("opening") or (subject(said) and bool(limits(said)))


def _corrects(heard: Heard) -> bool:
    """ "No, a castle", "we changed our minds, rather a walk": another subject after a no; "ok and
    to eat?": after a yes."""
    saying = heard.saying
    first = saying.found.get("act", ())[:1]
    rather = first == [Act.BACK] and "rather" in saying.found.get("join", ())
    no = "act" in saying.starts and first == [Act.NO]
    no |= first == [Act.YES] and "and" in saying.found.get("join", ())
    return (rather or no or _exchanges(heard)) and not saying.has("opening")


def _exchanges(heard: Heard) -> bool:
    """ "Not castles, gardens", "a garden instead of the museum": one is refused that was sought, or
    refused before all else, and another named."""
    said, before = heard.said, heard.past.request
    refused = {theme[1:] for theme in said.themes if theme.startswith("-")}
    named = len(refused) < len(said.themes)
    sought = before is not None and bool(refused.intersection(before.themes))
    return named and bool(refused) and (sought or denies(heard) or heard.saying.has("exchange"))


def _departs(heard: Heard) -> bool:
    """Whether a "no" goes on: "no, without the dog"."""
    before = heard.past.request
    return before is not None and departure(heard, before) is not None


def _refusal(heard: Heard) -> Turn | None:
    """A "no" with small words: "not now", "brauchen wir nicht"."""
    refused = heard.asks("no") and not heard.saying.has("opening")
    return standing(heard, Act.NO) if refused else None


def _negated(heard: Heard) -> Request:
    """What is said, all of it excluded."""
    said = refused(heard.said, heard.said.themes)
    return replace(said, types=(), rest="")


_RULES: Final = (
    told_to_a_person, answer, ages, also_of_the_day, of_the_day, taken_back, _animals, around,
    ask_both, ask, _pick, _back_to, _command, _more, compare, _language, _follow_up,
)  # fmt: skip
