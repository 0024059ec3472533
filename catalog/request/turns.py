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

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from catalog.request.concern import concern_of
from catalog.request.model import Concern, Request
from catalog.request.places import PlaceNames
from catalog.request.reading import read
from catalog.request.tokens import MAX_LETTERS, tokenise
from catalog.request.turns_merging import (
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
from catalog.request.turns_words import Saying, is_filler, take_apart
from catalog.text import words as folded_words
from catalog.vocabulary.asking import phrases

if TYPE_CHECKING:
    from catalog.model import ListingId

_ORDER: Final = (
    Act.RESTART, Act.PRINT, Act.QR, Act.TAKE, Act.HELP, Act.BACK, Act.WHY, Act.BYE, Act.NO,
    Act.YES, Act.THANKS,
)  # fmt: skip
"""Of two commands in one breath the first of these counts: "yes, print", "no thanks"."""
_POINTING: Final = frozenset({Act.PRINT, Act.QR, Act.TAKE})
_MOVES: Final = frozenset({"walking", "walking_route", "hiking", "cycling", "bike", "driving"})
"""Themes that say how one goes, where the question is how far: "is it far on foot?"."""
_ASKED_BY_LIMIT: Final = {
    "max_price": "price",
    "difficulty": "difficulty",
    "when": "hours",
    "max_km": "length",
    "duration": "duration",
    "where": "distance",
}
_ASKED_BY_WHO: Final = {
    "dog": "pets",
    "assistance_dog": "pets",
    "wheelchair": "access",
    "reduced": "access",
    "blind": "access",
    "stroller": "access",
}
_CHATTER: Final = 3
"""Unknown words that may stand beside a pick: "the last one looks nice"."""


def turn(past: Past, text: str, places: PlaceNames, *, lang: str | None = None) -> Turn:
    """What `text` comes to after `past`. Pure; never raises; at most `MAX_LETTERS` are read.

    `lang`: the language of the conversation; a turn in another one is understood all the same.
    """
    text = text[:MAX_LETTERS]
    prior = lang or (past.request.lang if past.request is not None else None)
    saying = take_apart(text, places, prior=prior)
    heard = _Heard(past, text, places, saying, _read_left(saying, places))
    for rule in (_concern, _ask, _pick, _command, _more, _relative, _language, _follow_up):
        found = rule(heard)
        if found is not None:
            return replace(found, spoken=saying.spoken)
    return replace(_new(heard), spoken=saying.spoken)


@dataclass(frozen=True, slots=True)
class _Heard:
    """One turn on its way through the rules. `said`: what is left beside the phrases, read."""

    past: Past
    text: str
    places: PlaceNames
    saying: Saying
    said: Request

    @property
    def bare(self) -> bool:
        """Whether nothing was said beside phrases of a conversation."""
        return (
            not limits(self.said)
            and not self.said.themes
            and not self.said.types
            and not (self.said.rest)
        )

    @property
    def target(self) -> ListingId | None:
        """The listing meant: picked by number, or called by its name."""
        shown = self.past.shown
        picks = [value for value in self.saying.found.get("pick", ()) if value != "this"]
        if not limits(self.said):  # "in 2 hours" points at nothing
            picks += [str(number) for number in self.saying.numbers]
        ends = {"last": len(shown) - 1, "middle": len(shown) // 2}
        for pick in picks:
            index = ends[pick] if pick in ends else int(pick) - 1
            if 0 <= index < len(shown):
                return shown[index].id
        if self.saying.has("pick") and not picks:
            return self.past.chosen or (shown[0].id if len(shown) == 1 else None)
        return None

    def named(self, *, whole: str) -> ListingId | None:
        """The one listing shown of whose name these words are a part."""
        wanted = {word for word in folded_words(whole) if not is_filler(word, self.saying.spoken)}
        if not wanted:
            return None
        found = [
            each.id
            for each in self.past.shown
            if any(wanted <= set(folded_words(name)) for name in each.names)
        ]
        return found[0] if len(found) == 1 else None


def _read_left(saying: Saying, places: PlaceNames) -> Request:
    said = read(saying.left, places, lang=saying.spoken)
    rest = [
        word for word in said.rest.split() if len(word) > 1 and not is_filler(word, saying.spoken)
    ]
    return replace(said, rest=" ".join(rest))


def _standing(heard: _Heard, act: Act, **more: object) -> Turn:
    """A turn that leaves the question as it stands."""
    past = heard.past
    return replace(Turn(act=act, request=past.request, text=past.text), **more)  # type: ignore[arg-type]


def _concern(heard: _Heard) -> Turn | None:
    """What a person must answer; a rude word or a complaint does not hide a question."""
    # "Help" alone, or "help me find a castle", is no emergency; its answer names 112 all the same.
    helped = Act.HELP in heard.saying.found.get("act", ())
    said = heard.saying.left if helped else heard.text
    concern = concern_of(tokenise(said), said, heard.places)
    if concern is None:
        return None
    if concern in {Concern.INSULT, Concern.COMPLAINT} and subject(heard.said):
        return None
    return _standing(heard, Act.CONCERN, concern=concern)


def _ask(heard: _Heard) -> Turn | None:
    """A question about one of those shown."""
    past, saying, said = heard.past, heard.saying, heard.said
    if not past.shown or (saying.has("opening") and heard.target is None):
        return None
    field = _field(heard)
    if field is None:
        return None
    target = heard.target
    elsewhere = said.where not in (None, "here")
    beside = field == "distance" and _MOVES.issuperset(said.themes)
    if (subject(said) and not _onsite(saying) and not beside) or said.rest or elsewhere:
        target = heard.named(whole=saying.left)
        if target is None:
            return None
    return _standing(heard, Act.ASK, field=field, target=target or past.chosen, when=said.when)


def _onsite(saying: Saying) -> bool:
    """ "Are there toilets": asked of what is shown, where "toilets" alone seeks the nearest."""
    return saying.has("onsite") and saying.has("there") and not saying.has("asked")


def _field(heard: _Heard) -> str | None:
    saying, said = heard.saying, heard.said
    asked = saying.first("asked")
    if asked is not None:
        return asked
    if _onsite(saying):
        return saying.first("onsite")
    who = [_ASKED_BY_WHO.get(each) for each in (*said.party, *said.mobility)]
    if saying.has("allowed") and who:
        return who[0] or "audience"
    if saying.has("open") and (saying.has("be", "it", "pick") or heard.bare):
        return "hours"
    if saying.has("it") and not saying.has("join", "relative", "act") and not subject(said):
        keys = limits(said) - {"party", "mobility"}
        if who and not keys:
            return who[0] or "audience"
        if len(keys) == 1 and not who:
            return _ASKED_BY_LIMIT.get(next(iter(keys)))
    if heard.target is not None and limits(said) == {"when"} and not subject(said):
        return "hours"
    # "and Monday?" after "is it open tomorrow?" asks the same of another day.
    if heard.past.asked == "hours" and "join" in saying.starts and limits(said) == {"when"}:
        return None if subject(said) or heard.past.chosen is None else "hours"
    return None


def _pick(heard: _Heard) -> Turn | None:
    target, said, saying = heard.target, heard.said, heard.saying
    if target is None or limits(said) or subject(said) or said.themes:
        return None
    if len(said.rest.split()) > _CHATTER or saying.has("relative"):
        return None
    acts = [Act(value) for value in saying.found.get("act", ())]
    pointing = [act for act in _ORDER if act in acts and act in _POINTING]
    if pointing:
        return _standing(heard, pointing[0], target=target)
    if _denies(heard) or Act.NO in acts:
        return _standing(heard, Act.MORE, without=frozenset({target}))
    if set(acts) - {Act.YES, Act.THANKS, Act.MORE}:
        return None
    return _standing(heard, Act.PICK, target=target)


def _command(heard: _Heard) -> Turn | None:
    saying = heard.saying
    if saying.has("relative", "language") or limits(heard.said) or heard.said.themes:
        return None
    acts = saying.found.get("act", ())
    unknown = len(heard.said.rest.split())
    for act in _ORDER:
        if unknown > (act in _POINTING):
            continue
        if act in acts and not (Act.MORE in acts and act not in {Act.RESTART, Act.PRINT}):
            return _standing(heard, act, target=heard.past.chosen if act in _POINTING else None)
    return None


def _more(heard: _Heard) -> Turn | None:
    """The same again without those shown, narrowed by what else was said."""
    past, said, saying = heard.past, heard.said, heard.saying
    excepted = "except" in saying.found.get("join", ())
    if past.request is None or not (Act.MORE in saying.found.get("act", ()) or excepted):
        return None
    if saying.has("relative"):
        return None
    shown = frozenset(each.id for each in past.shown)
    if excepted:
        said = _negated(heard)
    elif subject(said):
        if not set(said.types) <= set(past.request.types):
            return None
        said = replace(said, types=())
        if any(theme not in past.request.themes for theme in said.themes):
            return None
    elif said.rest:
        return None
    changed = _changed(heard, past.request, said)
    return replace(changed, act=Act.MORE, without=shown)


def _relative(heard: _Heard) -> Turn | None:
    past, said = heard.past, heard.said
    direction = heard.saying.first("relative")
    if direction is None or past.request is None or subject(said) or said.rest:
        return None
    base = past.request
    if direction == "shorter" and said.where is not None:
        said = replace(said, where=None)
    target = heard.target
    compared = tuple(each for each in past.shown if target is None or each.id == target)
    limited, without = relative(base, direction, compared)
    changed = _changed(heard, limited, said)
    return replace(changed, without=without, unstated=unstated(direction, compared))


def _language(heard: _Heard) -> Turn | None:
    language = heard.saying.first("language")
    if language is None or not heard.bare:
        return None
    past = heard.past
    request = None if past.request is None else replace(past.request, lang=language)
    return Turn(act=Act.LANGUAGE, request=request, text=past.text, language=language)


def _follow_up(heard: _Heard) -> Turn | None:
    """A change of the question before, by the last rule of the module."""
    past, said, saying = heard.past, heard.said, heard.saying
    before = past.request
    if before is None:
        return None
    said = manner(said, before)
    joined = "join" in saying.starts
    if saying.ends_in_no and subject(said):
        return _changed(heard, before, _negated(heard))
    if heard.bare:
        return _departure(heard, before)
    if (saying.has("opening") and not joined) or (said.rest and not joined):
        return None
    if said.where is not None and _denies(heard) and not subject(said):
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


def _departure(heard: _Heard, before: Request) -> Turn | None:
    """ "Without the children": who or what no longer counts."""
    if not _denies(heard):
        return None
    gone = read(_undenied(heard), heard.places, lang=heard.saying.spoken)
    if not (gone.party or gone.mobility or gone.weather):
        return None
    changed = parted(before, gone)
    spans = spans_of(changed, before.spans, ())
    return Turn(act=Act.REFINE, request=replace(changed, spans=spans), text=heard.past.text)


def _changed(heard: _Heard, before: Request, said: Request, *, add: bool = False) -> Turn:
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


def _new(heard: _Heard) -> Turn:
    request = read(heard.text, heard.places, lang=heard.saying.spoken)
    rest = [word for word in request.rest.split() if not is_filler(word, heard.saying.spoken)]
    request = replace(request, rest=" ".join(rest))
    empty = heard.bare and not heard.saying.has("opening", "asked", "onsite", "open")
    if empty and not subject(request) and not limits(request):
        return _standing(heard, Act.UNCLEAR)
    return Turn(act=Act.NEW, request=request, text=heard.text)


def _denies(heard: _Heard) -> bool:
    """Whether what is left begins with a "no" of the vocabulary of asking."""
    return heard.saying.left.strip() != _undenied(heard).strip()


def _undenied(heard: _Heard) -> str:
    """What is left, without the "no" it begins with."""
    tokens = tokenise(heard.saying.left)
    for length in (3, 2, 1):
        said = " ".join(token.word for token in tokens[:length])
        if len(tokens) >= length and any(
            meaning.group == "no" and heard.saying.spoken in meaning.langs
            for meaning in phrases().get(said, ())
        ):
            return heard.saying.left[tokens[length - 1].end :]
    return heard.saying.left


def _negated(heard: _Heard) -> Request:
    """What is said, all of it excluded."""
    themes = tuple(f"-{theme}" for theme in heard.said.themes if not theme.startswith("-"))
    return replace(heard.said, types=(), themes=themes, rest="")
