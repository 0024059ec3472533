"""A planned day changed by what is said after it: shorter, cheaper, another table, a picnic, a stop
less or more, later, another bed; and what is asked of the whole of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from catalog.model import Kind, ListingId, TermId
from catalog.request.model import HERE
from catalog.request.tokens import phrase
from catalog.request.turns_eaten import eaten, eaten_where, lunched
from catalog.request.turns_heard import CHATTER, Heard, changed, read_left, standing
from catalog.request.turns_merging import day_of, limits, part_of, refused, subject
from catalog.request.turns_model import Act, Past, Shown, Turn
from catalog.vocabulary import concepts
from catalog.vocabulary.particles import particles, particles_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.request.model import Request
    from catalog.request.tokens import Token

_SHORTER: Final = {"weekend": "day", "day": "half_day", "half_day": "2h", "2d": "day"}
_NEARER: Final = 0.6
"""How much nearer than now the farthest stop of a day is to be."""
_SETS_OUT: Final = particles("sets_out")
_SETS_OUT_IN: Final = particles_of("sets_out")
_COMES_BACK: Final = (
    particles("back_at_a_place")
    | particles("ends_at_a_place")
    | particles("we_come_back")
    | particles("we_get_there")
)
_TAKEN_OUT: Final = particles("taken_out")
_IN_ITS_PLACE: Final = particles_of("put_in_its_place")
A_STOP: Final = particles("stop_of_a_day")
_ADDED: Final = particles_of("added_to_a_day")
_LATER: Final = particles_of("later_in_the_day")
_EARLIER: Final = particles_of("earlier_in_the_day")
_LEAVES: Final = particles_of("leaves")
_BARELY: Final = 4
"""Words of which a whole turn is "later", without a verb: "un peu plus tard"."""
_EARLIEST: Final = 8 * 60
_LATEST: Final = 18 * 60
_STOPS: Final = (
    Kind.ACTIVITY, Kind.ATTRACTION, Kind.EVENT, Kind.MARKET, Kind.PRODUCER, Kind.FOOD,
)  # fmt: skip
_HALVES: Final = frozenset({"morning", "afternoon"})
_SIGHTS: Final = (Kind.ACTIVITY, Kind.ATTRACTION)
_WEEK: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FROM_TODAY: Final = ("today", "tomorrow")


def of_the_day(heard: Heard) -> Turn | None:
    """A change of the day that was planned; None where something else is said."""
    before = heard.past.request
    if not heard.past.planned or before is None:
        return None
    if heard.saying.has("ends_at"):
        return _ending(heard, before)
    counted = _counted(heard)
    told = _back_when(heard) or _without_a_stop(counted, before) or _slept(heard, before)
    told = told or eaten_where(heard, before) or lunched(heard, before) or _with_it(heard, before)
    told = told or _with_more(heard, before) or _moved(heard, before) or _half(heard, before)
    if told is not None:
        return told
    if heard.saying.has("opening"):
        return _set_out(heard, before)
    return _less(heard, before) or eaten(heard, before) or _set_out(heard, before)


def _back_when(heard: Heard) -> Turn | None:
    """ "What time are we back": asked of the day, of none of its stops."""
    if heard.saying.first("asked") != "hours" or heard.targets or subject(heard.said):
        return None
    if limits(heard.said) - {"when"} or not heard.small_talk:
        return None
    if not any(token.word in _COMES_BACK for token in heard.saying.tokens):
        return None
    return standing(heard, Act.ASK, field="back", when=heard.said.when)


def _without_a_stop(heard: Heard, before: Request) -> Turn | None:
    """ "Take out the second stop", "we know it already", "replace it with a swim": the day without
    it, and perhaps with something else."""
    saying, target = heard.saying, _stop_meant(heard)
    known = "?" not in heard.text and (saying.has("known") or heard.asks("seen"))
    taken = known or any(token.word in _TAKEN_OUT for token in saying.tokens)
    few = heard.small_talk or (taken and len(heard.said.rest.split()) <= CHATTER)
    if saying.has("asked") or not few:
        return None
    if target is None:
        return _without_those(heard, before, taken=taken)
    if saying.has("exchange"):
        instead = _in_its_place(heard)
        if instead is None:
            return None
        less = changed(heard, before, instead, add=True)
        return replace(less, without=frozenset({target}), keeps=True)
    out = "except" in saying.found.get("join", ())
    out |= taken and "?" not in heard.text  # "is the second one fine without a booking?" asks
    if not out or limits(heard.said) - {"when"} or heard.said.themes:
        return None
    return standing(heard, Act.MORE, without=frozenset({target}), keeps=True)


def _without_those(heard: Heard, before: Request, *, taken: bool) -> Turn | None:
    """ "Take out the museum": the day without the stops that are one, and the others stay."""
    said, out = heard.said, taken or "except" in heard.saying.found.get("join", ())
    named = tuple(theme for theme in said.themes if not theme.startswith("-"))
    those = frozenset(heard.described(named))
    stays = len(those) < len(heard.past.shown) and "?" not in heard.text
    told = limits(said) - ({"when"} if said.when == "now" else set())  # es "ya lo hemos visto"
    if not (out and those and stays) or told or heard.saying.has("exchange", "opening"):
        return None
    gone = replace(refused(said, named), types=(), when=None, rest="")
    return replace(changed(heard, before, gone), act=Act.MORE, without=those, keeps=True)


def _counted(heard: Heard) -> Heard:
    """What is said without the word for a stop, where one is counted: fr "la deuxième étape" is no
    shelter on a trail, de "die zweite Station" none of trains."""
    saying = heard.saying
    if not (heard.past.shown and (saying.has("pick") or saying.numbers)):
        return heard
    return without_words(heard, [token for token in saying.tokens if token.word in A_STOP])


def without_words(heard: Heard, told: Sequence[Token]) -> Heard:
    """What is said without these words, read."""
    left = heard.saying.left
    for token in told:
        left = f"{left[: token.start]}{' ' * (token.end - token.start)}{left[token.end :]}"
    if left == heard.saying.left:
        return heard
    saying = replace(heard.saying, left=left, whole=None)
    return replace(heard, saying=saying, said=read_left(saying, heard.places, heard.today))


def _with_more(heard: Heard, before: Request) -> Turn | None:
    """ "Add a market in the morning": one stop more of the same day, at its time."""
    saying = heard.saying
    words = [token for token in saying.tokens if token.word in _ADDED[saying.spoken]]
    if not words or saying.has("asked") or "?" in heard.text:
        return None
    return added(heard, before, words)


def added(heard: Heard, before: Request, words: Sequence[Token]) -> Turn | None:
    """The planned day with what is named beside the words that ask for more."""
    said = without_words(heard, words).said
    day, _, part = (said.when or "").partition(":")
    seen = tuple(kind for kind in said.types if kind in _STOPS)
    if not (seen and subject(said)) or limits(said) - {"when"} or "@" in part:
        return None
    if day not in {"", "any", day_of(before.when or "any")}:
        return None
    at = len(heard.past.text) + 1 if heard.past.text else 0
    hour = [
        replace(span, start=span.start + at, end=span.end + at)
        for span in said.spans
        if span.key == "when" and part
    ]
    seen = seen if before.types else (*_SIGHTS, *seen)
    more = changed(heard, before, replace(said, types=seen, when=None, rest=""), add=True)
    request = more.request or before
    spans = (*(span for span in request.spans if span.key != "when" or not part), *hour)
    return replace(more, request=replace(request, spans=spans), keeps=True)


def _half(heard: Heard, before: Request) -> Turn | None:
    """ "Only the morning", "too long, just the afternoon": half of the one day."""
    said = heard.said
    part = part_of(said.when or "") in _HALVES and "@" not in (said.when or "")
    if not part or limits(said) != {"when"} or subject(said) or not heard.small_talk:
        return None
    if before.duration != "day" or "?" in heard.text or heard.saying.has("asked", "opening"):
        return None
    return changed(heard, replace(before, duration="half_day"), replace(said, rest=""))


def _moved(heard: Heard, before: Request) -> Turn | None:
    """ "Let us start later": an hour after the day begins as it was planned."""
    tokens, spoken = heard.saying.tokens, heard.saying.spoken
    begun = next((each.begin for each in heard.past.shown if each.begin is not None), None)
    for section, sign in (_LATER, 1), (_EARLIER, -1):
        found = [
            tokens[first : first + length]
            for length in (3, 2, 1)
            for first in range(len(tokens) - length + 1)
            if phrase(tokens, first, length) in section[spoken]
        ]
        if not found or begun is None:
            continue
        moving = [token for token in tokens if token.word in _LEAVES[spoken] | _SETS_OUT_IN[spoken]]
        rest = without_words(heard, [*found[0], *moving])
        bare = len(tokens) <= _BARELY and not heard.saying.has("asked", "relative", "able")
        if not (moving or bare):
            continue
        if limits(rest.said) or subject(rest.said) or rest.said.themes or not rest.small_talk:
            continue
        hour = min(_LATEST, max(_EARLIEST, begun // 30 * 30 + sign * 60))
        when = f"any@{hour // 60:02}:{hour % 60:02}"
        request = replace(heard.said, types=(), themes=(), spans=(), rest="", when=when)
        return _begun(heard, before, request)
    return None


def refused_stops(past: Past, said: Request) -> frozenset[ListingId]:
    """The stops of a planned day that are of a sort that is refused: the others stay."""
    gone = {theme[1:] for theme in said.themes if theme.startswith("-")}
    stops = past.shown if past.planned else ()
    return frozenset(stop.id for stop in stops if not gone.isdisjoint(stop.terms))


def _stop_meant(heard: Heard) -> ListingId | None:
    """The stop that is counted; "the second on Sunday" among those of that day."""
    if limits(heard.said) != {"when"}:
        return heard.target
    shown = tuple(each for each in heard.past.shown if _is_on(each, heard))
    return replace(heard, past=replace(heard.past, shown=shown)).target


def _is_on(stop: Shown, heard: Heard) -> bool:
    when, day = heard.said.when or "", stop.day
    if day is None:
        return False
    if heard.today is not None and when in _FROM_TODAY:
        return day == heard.today + timedelta(days=_FROM_TODAY.index(when))
    return when in {_WEEK[day.weekday()], f"date:{day:%m-%d}"}


def _in_its_place(heard: Heard) -> Request | None:
    """What stands behind "with", where one stop is to be replaced with it."""
    own = _IN_ITS_PLACE[heard.saying.spoken]
    at = next((token.end for token in heard.saying.tokens if token.word in own), None)
    if at is None:
        return None
    said = heard.read(heard.text[at:])
    kinds = tuple(kind for kind in said.types if kind in _SIGHTS)
    if not kinds or limits(said):
        return None
    known = concepts()
    themes = tuple(
        theme
        for theme in said.themes
        if theme in known and {*known[TermId(theme)].kinds} & {*_SIGHTS}
    )
    return replace(said, types=kinds, themes=themes, spans=(), rest="")


def _slept(heard: Heard, before: Request) -> Turn | None:
    """ "Rather a campsite for the night": another sort of bed for the same days."""
    said, known = heard.said, concepts()
    beds = tuple(
        theme
        for theme in said.themes
        if theme in known and known[TermId(theme)].kinds == (Kind.LODGING,)
    )
    if said.types != (Kind.LODGING,) or not beds or len(beds) < len(said.themes):
        return None
    if not _has_nights(before) or heard.saying.has("opening", "asked"):
        return None
    if said.where is not None or limits(said) - {"when", "max_price"} or not heard.small_talk:
        return None
    themes = (theme for theme in before.themes if theme not in known or not _is_bed(theme))
    request = replace(before, themes=(*themes, *beds))
    return Turn(act=Act.REFINE, request=request, text=heard.past.text)


def _has_nights(before: Request) -> bool:
    duration = before.duration or ""
    return duration == "weekend" or (duration[-1:] in {"d", "n"} and duration != "1d")


def _is_bed(theme: str) -> bool:
    return concepts()[TermId(theme)].kinds == (Kind.LODGING,)


def _with_it(heard: Heard, before: Request) -> Turn | None:
    """ "Quieter, with a park": one thing more in the same day."""
    saying = heard.saying
    if saying.first("relative") != "quieter" or "with" not in saying.found.get("join", ()):
        return None
    said = heard.read(heard.text[saying.begins["join"] :])
    if not {*said.types} <= {*_SIGHTS} or not said.themes or limits(said) or said.rest:
        return None
    return changed(heard, before, replace(said, spans=()), add=True)


def _less(heard: Heard, before: Request) -> Turn | None:
    """ "Shorter" of a day is half of it: its stops have no length of their own. "Cheaper" spends
    little anywhere, then nothing, and "nearer" leaves out what is farthest."""
    said, direction = heard.said, heard.saying.first("relative")
    if limits(said) or subject(said) or heard.target is not None or not heard.small_talk:
        return None
    if direction == "shorter":
        less = replace(before, duration=_shorter(before.duration))
    elif direction == "nearer":
        away = [each.distance_km for each in heard.past.shown if each.distance_km]
        less = replace(before, radius_km=round(max(2.0, max(away, default=0) * _NEARER), 1))
    elif direction == "cheaper":
        less = replace(before, max_price=0.0 if before.max_price == "low" else "low")
    else:
        return None
    return Turn(act=Act.REFINE, request=less, text=heard.past.text)


def _shorter(duration: str | None) -> str | None:
    if duration is None or duration in _SHORTER:
        return _SHORTER.get(duration or "")
    days, unit = duration[:-1], duration[-1]
    return f"{int(days) - 1}{unit}" if unit in "dn" and days.isdecimal() and days != "1" else "day"


def _set_out(heard: Heard, before: Request) -> Turn | None:
    """ "Let us begin at 11": the hour alone, without the word for it."""
    begun = [token for token in heard.saying.tokens if token.word in _SETS_OUT]
    if len(begun) != 1:
        return None
    if begun[0].word not in _SETS_OUT_IN[heard.saying.spoken]:  # it "alle 11" is German by itself
        spoken = next(lang for lang, own in _SETS_OUT_IN.items() if begun[0].word in own)
        heard = replace(heard, saying=replace(heard.saying, spoken=spoken))
    hour = heard.read(heard.text[: begun[0].start] + heard.text[begun[0].end :])
    if limits(hour) != {"when"}:
        hour = heard.read(heard.text)  # fr "on à 11h" tells no hour
    if limits(hour) != {"when"} or subject(hour) or "@" not in (hour.when or ""):
        return None
    return _begun(heard, before, replace(hour, spans=(), rest=""))


def _begun(heard: Heard, before: Request, hour: Request) -> Turn:
    """The same day, which begins at that hour: its stops are for no part of the day any more."""
    spans = tuple(span for span in before.spans if span.key != "when")
    return replace(changed(heard, replace(before, spans=spans), hour), keeps=True)


def _ending(heard: Heard, before: Request) -> Turn | None:
    """ "Finish in Albi": the town is one more of the day."""
    said = heard.said
    if limits(said) != {"where"} or subject(said) or not heard.small_talk or said.where == HERE:
        return None
    places = [each for each in (before.where, said.where) if each not in {None, HERE}]
    towns = [town for each in places for town in ((each,) if isinstance(each, str) else each or ())]
    where = tuple(dict.fromkeys(towns))
    return changed(heard, before, replace(said, where=where if len(where) > 1 else where[0]))
