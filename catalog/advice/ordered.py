"""The order in which the wishes of a day are told: "castle in the morning, cellar after lunch",
"the market first, then a walk", "a swim after the museum"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

from catalog.advice.kinds import SIGHTS
from catalog.advice.limits import WHOLE_DAY, asked_minutes
from catalog.advice.things import (
    are_listed,
    is_lunch,
    is_subject,
    joined,
    things_of,
    treats_of,
    wishes_of,
)
from catalog.advice.timing import PARTS
from catalog.advice.wish import STOP, OrderWord, Said, Wish, give_parts, with_anything
from catalog.model import Kind
from catalog.request.tokens import phrase, tokenise
from catalog.vocabulary.asking import phrases
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.request import Request

_PARTS: Final = (*PARTS,)
_SEEN: Final = SIGHTS | {Kind.PRODUCER, Kind.MARKET, Kind.ITINERARY}
_ON_THE_TABLE: Final = frozenset({Kind.FOOD, Kind.SHOP})
"""Kinds of what may be on the table itself: "dinner, local products"."""
_OF_THE_EVENING: Final = frozenset({Kind.FOOD, Kind.EVENT})


@dataclass(frozen=True, slots=True)
class Order:
    """The wishes of a day. `told`: words that only order things say it ("first", "then", two
    parts of a day), so that a day is meant, however long."""

    wishes: tuple[Wish, ...]
    told: bool

    @property
    def parts(self) -> frozenset[str]:
        """The parts of the day they are told for."""
        return frozenset(each.part for each in self.wishes if each.part)


def unordered(request: Request, text: str, least: int = 2) -> Order | None:
    """The several things that are wished for in no order, a treat among them; None for fewer than
    the `least`."""
    things = things_of(request, text)
    if things:
        things += treats_of(request, text)
    return Order(things, told=False) if len(things) >= least else None


def in_order(request: Request, text: str) -> Order | None:
    """The wishes, each with its step of the day; None where no order is told of them."""
    wishes = joined(wishes_of(request), request, text)
    if not wishes or not text:
        return None
    parts = [each for each in _parts(request) if not _is_of_lunch(each, wishes)]
    words = _words(request, text, [*wishes, *parts])
    if not (parts or words):
        return None
    said = with_anything(sorted([*wishes, *parts, *words], key=lambda each: each.start), text)
    wishes = [each for each in said if each.sort == "wish"]
    _step(said, text)
    for each in wishes:
        each.part = _dinner(each, request, text)
    give_parts(said, text, request.lang)
    if {each.part for each in parts} == {"evening"} and not request.duration:
        _before_the_evening(wishes, request, text)
    _dine_after_the_afternoon(wishes)
    ranks = _ranks(wishes)
    steps = sorted({*ranks})
    long = (asked_minutes(request.duration) or 0) >= WHOLE_DAY
    # A table at noon is told for noon by every day.
    timed = any(e.part and e.wish is not None and not is_lunch(e.wish) for e in wishes)
    if not (timed or words):
        return None
    several = len({each.part for each in [*wishes, *parts] if each.part}) > 1
    if len(steps) < 2 and not (long and timed):
        return None
    found: dict[Wish, Wish] = {}
    for each, rank in zip(wishes, ranks, strict=True):
        wish = each.wish or Wish()  # named twice, it is one wish
        granted = replace(wish, part=each.part)
        # Among parts of the day, lunch is at noon.
        step = None if is_lunch(granted) and timed else steps.index(rank)
        found.setdefault(wish, replace(granted, step=step))
    plain = any(each.sort in {"in_the_first_place", "in_the_second_place"} for each in words)
    things = sum(not each.place or bool(each.terms) for each in found)
    return Order(tuple(found.values()), told=len(steps) > 1 and things > 1 and (several or plain))


def _before_the_evening(wishes: Sequence[Said], request: Request, text: str) -> None:
    """Give the afternoon to what is told beside a dinner or a show in the evening and is no part
    of it: "a lake, dinner tonight", and not "a table tonight with a playground"."""
    late = [each for each in wishes if each.part]
    shows = any(each.wish and {*each.wish.kinds} & _OF_THE_EVENING for each in late)
    begins = min((each.step for each in late), default=0.0)
    for each in wishes:
        if each.part or each.wish is None:
            continue
        served = not _ON_THE_TABLE.isdisjoint(each.wish.kinds)
        seen = {*each.wish.kinds} & _SEEN and not served and not is_subject(each.wish)
        own = all(_other(each, one) and are_listed(each, one, request, text) for one in late)
        # "a cellar, then dinner", but "dinner, then a concert"
        each.part = "afternoon" if shows and seen and own and each.step <= begins else "evening"


def _dine_after_the_afternoon(wishes: Sequence[Said]) -> None:
    """Give the evening to the table told to come after the afternoon: "a swim in the afternoon
    and then something good to eat"."""
    begins = [each.step for each in wishes if each.part == "afternoon"]
    for each in wishes:
        wish = each.wish or Wish()
        # nl "lekker eten" is said of the table alone
        table = is_lunch(wish) or (wish.kinds == (Kind.FOOD,) and is_subject(wish))
        if table and not each.part and begins and each.step > max(begins):
            each.part = "evening"


def _other(one: Said, other: Said) -> bool:
    """Whether they are two things, and not one that is named twice."""
    told = (each.wish or Wish() for each in (one, other))
    first, second = ({*wish.terms} for wish in told)
    return first.isdisjoint(second)


def _dinner(each: Said, request: Request, text: str) -> str:
    """The evening, where the table is told to be a dinner, whatever else is told beside it."""
    if each.wish is None or each.wish.kinds != (Kind.FOOD,):
        return ""
    said = phrases().get(phrase(tokenise(text[each.start : each.end]), 0, 1), ())
    dines = (m for m in said if (m.group, m.value) == ("meal", "evening"))
    return "evening" if any(request.lang in meaning.langs for meaning in dines) else ""


def _ranks(wishes: Sequence[Said]) -> list[tuple[int, float]]:
    """When each comes: by its part of the day, or that of the one told before it, then in turn."""
    if not any(each.part for each in wishes):
        return [(0, each.step) for each in wishes]
    ranks, last = [], -1
    for each in wishes:
        last = _PARTS.index(each.part) if each.part else last
        ranks.append((last, each.step))
    return ranks


def _parts(request: Request) -> list[Said]:
    return [
        Said(span.start, span.end, "part", part=part)
        for span in request.spans
        if span.key == "when" and (part := span.value.rpartition(":")[2]) in PARTS
    ]


def _is_of_lunch(part: Said, wishes: Sequence[Said]) -> bool:
    """Whether the word that tells the part of the day is the meal itself: who wants a swim and
    somewhere for lunch wants no swim at noon."""
    return part.part == "midday" and any(
        each.start <= part.start < each.end and each.wish is not None and is_lunch(each.wish)
        for each in wishes
    )


@cache
def _sorts() -> dict[str, OrderWord | Literal["after_a_thing_or_then"]]:
    """What each word of order says, where nothing beside it says otherwise."""
    sections: tuple[OrderWord | Literal["after_a_thing_or_then"], ...] = (
        *("before_that", "before_a_thing", "after_a_thing", "after_a_thing_or_then"),
        *("in_the_second_place", "in_the_first_place"),
    )
    return {word: section for section in sections for word in particles(section)}


def _words(request: Request, text: str, wishes: Sequence[Said]) -> list[Said]:
    """The words of order of a question that say nothing else: "after 10 pm" is a time."""
    tokens = tokenise(text)
    times = [span for span in request.spans if span.key == "when"]
    taken = [(each.start, each.end) for each in wishes]
    taken += [(each.start, each.end) for each in times]
    found = []
    for n, token in enumerate(tokens):
        if token.word not in _sorts():
            continue
        if any(start <= token.start < end for start, end in taken):
            continue
        before = tokens[n - 1] if n else None
        behind = tokens[n + 1].word if n + 1 < len(tokens) else ""
        if token.word in particles("then_or_than") and before is not None:
            stop = STOP.search(text[before.end : token.start])
            if stop is None and before.word not in particles("and_or_in"):
                continue
        found.append(Said(token.start, token.end, _sort(token.word, behind)))
    return found


def _sort(word: str, behind: str) -> OrderWord:
    """What a word of order says before the word behind it."""
    sort = _sorts()[word]
    if sort == "after_a_thing_or_then":
        return "after_a_thing" if behind in particles("of_or_the") else "in_the_second_place"
    if word in particles("before_a_thing_or_first") and behind in particles("of_the_one"):
        return "before_a_thing"
    if sort == "before_a_thing" and behind not in particles("of_or_the") | particles("a_or_an"):
        return "before_that"
    return sort


def _step(said: Sequence[Said], text: str) -> None:
    """Number the wishes by the words of order between them."""
    step, told = 0.0, list[Said]()
    leading = bumped = False
    for n, each in enumerate(said):
        behind = _next_wish(said, n, text)
        last = told[-1] if told else None
        stop = last is not None and STOP.search(text[last.end : each.start]) is not None
        beside = last is not None and not stop
        match each.sort:
            case "in_the_second_place":
                if behind is None and beside and len(told) > 1:
                    told[-1].step = step + 1  # "and a swim afterwards"
                step += 1 if told else 0
                leading = bumped = False
            case "in_the_first_place":
                if behind is not None and last is not None and stop:
                    step -= 1  # "a cellar, but first a castle"
                else:
                    leading = True
            case "after_a_thing" if behind is not None:
                if last is not None and beside:
                    last.step = step + 1  # "a swim after the museum"
                bumped = True
            case "before_that" if behind is None and beside and len(told) > 1:
                told[-1].step = step - 1  # "and a castle before that"
            case "before_a_thing" | "before_that" if last is not None:
                thing = each.sort == "before_a_thing" and behind is not None
                step += 1 if thing and beside else -1
            case "wish":
                step += 1 if leading and stop else 0
                leading = leading and not stop
                each.step = step
                step += 1 if bumped else 0
                bumped = False
                told.append(each)


def _next_wish(said: Sequence[Said], at: int, text: str) -> Said | None:
    """The wish behind, with no stop between."""
    behind = said[at + 1] if at + 1 < len(said) else None
    if behind is None or behind.wish is None or STOP.search(text[said[at].end : behind.start]):
        return None
    return behind
