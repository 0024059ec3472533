"""The order in which the wishes of a day are told: "castle in the morning, cellar after lunch",
"the market first, then a walk", "a swim after the museum"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from catalog.advice.holding import is_had
from catalog.advice.limits import WHOLE_DAY, asked_minutes
from catalog.advice.outing import TABLES
from catalog.advice.timing import PARTS
from catalog.model import Kind, TermId
from catalog.request.model import HERE
from catalog.request.tokens import tokenise
from catalog.search.function_words import FUNCTION_WORDS
from catalog.vocabulary import concepts
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from catalog.request import Request
    from catalog.request.model import Span

_AND: Final = frozenset({"en"})
"""The Dutch word: a preposition elsewhere."""
_BETWEEN: Final = 2
"""Small words between a thing and its place: "in the"."""
_STOP: Final = re.compile(r"[,;:.!?\n–—/+>→]")
_PARTS: Final = (*PARTS,)
_NOT_SEEN: Final = frozenset({Kind.LODGING, Kind.TRANSPORT, Kind.SERVICE, Kind.HEALTH, Kind.OFFICE})
_GENERAL: Final = frozenset({Kind.FOOD, Kind.MARKET, Kind.PRODUCER, Kind.SHOP, Kind.EVENT})
"""Kinds that are a wish of their own without a word for what is sought of them."""
EVENING: Final = frozenset({"evening", "night"})
_DRIVEN: Final = frozenset({"driving", "shade", "drinking_water"})
_SUBJECTS: Final = "themes"
"""The group of the vocabulary whose concepts are what places are about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One thing wished for, or a place to be seen. `step`: when it comes, beside the others, None
    whenever; `part`: the part of the day it was told for, "" for none."""

    terms: tuple[TermId, ...] = ()
    kinds: tuple[Kind, ...] = ()
    place: str = ""
    step: int | None = None
    part: str = ""


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


@dataclass(slots=True)
class _Said:
    """A wish, a part of the day ("part") or a word of order, where it stands."""

    start: int
    end: int
    sort: str
    wish: Wish | None = None
    part: str = ""
    step: float = 0.0


def unordered(request: Request, text: str) -> Order | None:
    """The several things that are wished for in no order; None for one."""
    things = things_of(request, text)
    return Order(things, told=False) if len(things) > 1 else None


def things_of(request: Request, text: str) -> tuple[Wish, ...]:
    """The things that are wished for and are no table."""
    if not text:
        return ()
    found = (each.wish for each in _joined(_wishes(request), request, text))
    wishes = dict.fromkeys(wish for wish in found if wish is not None and wish.terms)
    return tuple(w for w in wishes if not is_lunch(w) and set(w.kinds) != {Kind.FOOD})


def is_lunch(wish: Wish) -> bool:
    """Whether it is the table at which one eats at noon."""
    served = wish.kinds == (Kind.FOOD,) and set(wish.terms) <= set(TABLES)
    return served and wish.part not in EVENING


def in_order(request: Request, text: str) -> Order | None:
    """The wishes, each with its step of the day; None where no order is told of them."""
    wishes = _joined(_wishes(request), request, text)
    if not wishes or not text:
        return None
    parts = _parts(request)
    words = _words(text, [*wishes, *parts])
    if not (parts or words):
        return None
    said = sorted([*wishes, *parts, *words], key=lambda each: each.start)
    _step(said, text)
    _give_parts(said, text)
    if {each.part for each in parts} == {"evening"} and not request.duration:
        for each in wishes:  # "a cellar, then dinner"
            each.part = each.part or "afternoon"
    ranks = _ranks(wishes)
    steps = sorted({*ranks})
    long = (asked_minutes(request.duration) or 0) >= WHOLE_DAY
    # A table at noon is told for noon by every day.
    timed = any(e.part and e.wish is not None and not is_lunch(e.wish) for e in wishes)
    if not (timed or words):
        return None
    several = len({each.part for each in wishes if each.part}) > 1
    if len(steps) < 2 and not (long and timed):
        return None
    found: dict[Wish, Wish] = {}
    for each, rank in zip(wishes, ranks, strict=True):
        wish = each.wish or Wish()  # named twice, it is one wish
        # Among parts of the day, lunch is at noon.
        step = None if is_lunch(wish) and timed else steps.index(rank)
        found.setdefault(wish, replace(wish, step=step, part=each.part))
    plain = any(each.sort in {"in_the_first_place", "in_the_second_place"} for each in words)
    things = sum(not each.place or bool(each.terms) for each in found)
    return Order(tuple(found.values()), told=len(steps) > 1 and things > 1 and (several or plain))


def _ranks(wishes: Sequence[_Said]) -> list[tuple[int, float]]:
    """When each comes: by its part of the day, or that of the one told before it, then in turn."""
    if not any(each.part for each in wishes):
        return [(0, each.step) for each in wishes]
    ranks, last = [], -1
    for each in wishes:
        last = _PARTS.index(each.part) if each.part else last
        ranks.append((last, each.step))
    return ranks


def _wishes(request: Request) -> list[_Said]:
    """What is wished for and which places, as they stand in the question. One thing that several
    words say together is one wish."""
    known = concepts()
    groups: list[list[Span]] = []
    for span in sorted(request.spans, key=lambda span: (span.start, span.end)):
        if span.key == "where":
            fits = span.value != HERE
        elif span.key == "types":
            fits = span.value in _GENERAL
        else:
            term = TermId(span.value)
            fits = span.key in {"themes", "labels"} and term in known and term not in _DRIVEN
            fits = fits and not is_had(term) and _is_sought(request, span, known[term].kinds)
            fits = fits or span.key == "labels"
        if not fits:
            continue
        if groups and groups[-1][-1].end > span.start and _alike(groups[-1][-1], span):
            groups[-1].append(span)
        else:
            groups.append([span])
    ways = {(span.start, span.end) for span in request.spans if span.key == "mobility"}
    found = []
    for group in groups:
        if any((span.start, span.end) in ways for span in group):
            continue
        start, end = group[0].start, max(span.end for span in group)
        found.append(_Said(start, end, "wish", wish=_wish(request, group, start, end)))
    return found


def _joined(wishes: list[_Said], request: Request, text: str) -> list[_Said]:
    """A thing and the place it is named with, or what it is about, as one wish: "a market in
    Albi", "Romanesque churches"."""
    joined: list[_Said] = []
    for each in wishes:
        last = joined[-1] if joined else None
        at = last is not None and _is_at(last, each, request, text)
        if last is not None and (at or _is_about(last, each, request, text)):
            one, other = last.wish or Wish(), each.wish or Wish()
            last.wish = Wish(
                terms=(one.terms or other.terms) if at else (*one.terms, *other.terms),
                kinds=one.kinds or other.kinds,
                place=one.place or other.place,
            )
            last.end = each.end
        else:
            joined.append(each)
    return joined


def _is_at(one: _Said, other: _Said, request: Request, text: str) -> bool:
    """Whether nothing but a preposition stands between a thing and a place."""
    if one.wish is None or other.wish is None or bool(one.wish.place) == bool(other.wish.place):
        return False
    return _linked(one, other, request, text)


def _is_about(one: _Said, other: _Said, request: Request, text: str) -> bool:
    """Whether one is the subject of the other, and nothing but a preposition stands between."""
    if one.wish is None or other.wish is None or one.wish.place or other.wish.place:
        return False
    subjects = [_is_subject(one.wish), _is_subject(other.wish)]
    return subjects.count(True) == 1 and _linked(one, other, request, text)


def _is_subject(wish: Wish) -> bool:
    known = concepts()
    return bool(wish.terms) and all(
        term in known and not known[term].kinds and known[term].group == _SUBJECTS
        for term in wish.terms
    )


def _linked(one: _Said, other: _Said, request: Request, text: str) -> bool:
    between = [token.word for token in tokenise(text[one.end : other.start])]
    stop = _STOP.search(text[one.end : other.start])
    joins = _AND.intersection(between) and request.lang == "nl"
    small = FUNCTION_WORDS.issuperset(between) and not particles("and").intersection(between)
    return stop is None and small and len(between) <= _BETWEEN and not joins


def _is_sought(request: Request, span: Span, kinds: Sequence[Kind]) -> bool:
    """Whether the words say a thing to be seen or done: "on foot" says how one goes."""
    said = {
        Kind(each.value)
        for each in request.spans
        if each.key == "types" and each.start < span.end and span.start < each.end
    }
    if Kind.ITINERARY in kinds:
        return Kind.ITINERARY in said
    # A subject of history or of art has no kind of its own.
    bare = not kinds and concepts()[TermId(span.value)].group == _SUBJECTS
    return bare or not _NOT_SEEN.issuperset(kinds or said)


def _alike(one: Span, other: Span) -> bool:
    return (one.key == "where") == (other.key == "where")


def _wish(request: Request, group: Sequence[Span], start: int, end: int) -> Wish:
    kinds = [
        Kind(span.value)
        for span in request.spans
        if span.key == "types" and span.start < end and start < span.end
    ]
    terms = [TermId(span.value) for span in group if span.key in {"themes", "labels"}]
    place = next((span.value for span in group if span.key == "where"), "")
    return Wish(
        terms=tuple(dict.fromkeys(terms)),
        kinds=() if place else tuple(dict.fromkeys(kinds)),
        place=place,
    )


def _parts(request: Request) -> list[_Said]:
    return [
        _Said(span.start, span.end, "part", part=part)
        for span in request.spans
        if span.key == "when" and (part := span.value.rpartition(":")[2]) in PARTS
    ]


@cache
def _sorts() -> dict[str, str]:
    """What each word of order says, where nothing beside it says otherwise."""
    sections = (
        *("before_that", "before_a_thing", "after_a_thing", "after_a_thing_or_then"),
        *("in_the_second_place", "in_the_first_place"),
    )
    return {word: section for section in sections for word in particles(section)}


def _words(text: str, taken: Sequence[_Said]) -> list[_Said]:
    """The words of order of a question that say nothing else."""
    tokens = tokenise(text)
    found = []
    for n, token in enumerate(tokens):
        if token.word not in _sorts():
            continue
        if any(each.start <= token.start < each.end for each in taken):
            continue
        before = tokens[n - 1] if n else None
        behind = tokens[n + 1].word if n + 1 < len(tokens) else ""
        if token.word in particles("then_or_than") and before is not None:
            stop = _STOP.search(text[before.end : token.start])
            if stop is None and before.word not in _AND:
                continue
        found.append(_Said(token.start, token.end, _sort(token.word, behind)))
    return found


def _sort(word: str, behind: str) -> str:
    """What a word of order says before the word behind it."""
    sort = _sorts()[word]
    if sort == "after_a_thing_or_then":
        return "after_a_thing" if behind in particles("of_or_the") else "in_the_second_place"
    if word in particles("before_a_thing_or_first") and behind in particles("of_the_one"):
        return "before_a_thing"
    if sort == "before_a_thing" and behind not in particles("of_or_the") | particles("a_or_an"):
        return "before_that"
    return sort


def _step(said: Sequence[_Said], text: str) -> None:
    """Number the wishes by the words of order between them."""
    step, told = 0.0, list[_Said]()
    leading = bumped = False
    for n, each in enumerate(said):
        behind = _next_wish(said, n, text)
        last = told[-1] if told else None
        stop = last is not None and _STOP.search(text[last.end : each.start]) is not None
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


def _next_wish(said: Sequence[_Said], at: int, text: str) -> _Said | None:
    """The wish behind, with no stop between."""
    behind = said[at + 1] if at + 1 < len(said) else None
    if behind is None or behind.wish is None or _STOP.search(text[said[at].end : behind.start]):
        return None
    return behind


def _give_parts(said: Sequence[_Said], text: str) -> None:
    """Give each part of the day to the wishes of its piece: to those before it where the piece
    begins with a wish, else to those behind it; where its piece has none, to those that follow."""
    told = [each for each in said if each.sort in {"part", "wish"}]
    pieces: list[list[_Said]] = []
    for each in told:
        if pieces and not _parted(said, pieces[-1][-1], each, text):
            pieces[-1].append(each)
        else:
            pieces.append([each])
    open_part = ""
    for piece in pieces:
        wishes = [each for each in piece if each.sort == "wish"]
        parts = [each for each in piece if each.sort == "part"]
        if not parts:
            _give(wishes, open_part)
            continue
        open_part = "" if wishes else parts[-1].part
        left: list[_Said] = []
        now = ""
        for each in piece:
            if each.sort == "wish":
                left.append(each)
                _give([each], now)
            elif left and not now and not all(wish.part for wish in left):
                _give(left, each.part)
                left = []
            else:
                now = each.part


def _give(wishes: Iterable[_Said], part: str) -> None:
    for each in wishes:
        each.part = each.part or part


def _parted(said: Sequence[_Said], one: _Said, other: _Said, text: str) -> bool:
    """Whether a stop, or a word that says "then", stands between the two."""
    between = (each for each in said if one.end <= each.start < other.start)
    then = any(each.sort == "in_the_second_place" for each in between)
    return then or _STOP.search(text[one.end : other.start]) is not None
