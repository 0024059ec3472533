"""The things that are wished for and the places to be seen, as they stand in a question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.advice.holding import is_had
from catalog.advice.kinds import PRACTICAL
from catalog.advice.outing import TABLES
from catalog.advice.timing import EVENING
from catalog.advice.wish import STOP, Said, Wish
from catalog.model import Kind, TermId
from catalog.request.model import HERE
from catalog.request.tokens import tokenise
from catalog.search.function_words import FUNCTION_WORDS
from catalog.vocabulary import concepts
from catalog.vocabulary.particles import particles, particles_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from catalog.request import Request
    from catalog.request.model import Span

_SENTENCE: Final = re.compile(r"[.!?\n]")
_BETWEEN: Final = 2
"""Small words between a thing and its place: "in the"."""
_NOT_SEEN: Final = PRACTICAL | {Kind.LODGING}
TREATS: Final = frozenset(map(TermId, ("cafe", "tea_room", "ice_cream")))
_GENERAL: Final = frozenset({Kind.FOOD, Kind.MARKET, Kind.PRODUCER, Kind.SHOP, Kind.EVENT})
"""Kinds that are a wish of their own without a word for what is sought of them."""
_BY_THE_WAY: Final = frozenset({"driving", "driving_route", "shade", "drinking_water"})
"""Themes that are no wish of their own in a day: how one goes, what is to be had around."""
_SUBJECTS: Final = "themes"
"""The group of the vocabulary whose concepts are what places are about."""


def things_of(request: Request, text: str) -> tuple[Wish, ...]:
    """The things that are wished for and are no table."""
    if not text:
        return ()
    found = (each.wish for each in joined(wishes_of(request), request, text))
    return (*dict.fromkeys(wish for wish in found if wish is not None and _is_thing(wish)),)


def told_apart(request: Request, text: str) -> int:
    """How many things are wished for beside each other: "a castle, a garden" are two; a bath in a
    lake with a beach, "a castle or a cave", wine and its cellar are one."""
    told = 0
    last: Said | None = None
    found = joined(wishes_of(request), request, text) if text else []
    things = [each for each in found if each.wish is not None and _is_thing(each.wish)]
    for each in things:
        if any(other is not each and _is_of(each, other) for other in things):
            continue
        told += last is None or are_listed(last, each, request, text)
        last = each
    return told


def are_listed(one: Said, other: Said, request: Request, text: str) -> bool:
    """Whether the two are told beside each other, as in a list: not one with the other, nor one
    or the other, nor in another sentence."""
    first, last = sorted((one, other), key=lambda each: each.start)
    between = text[first.end : last.start]
    words = [token.word for token in tokenise(between)]
    if particles("either").intersection(words) or _SENTENCE.search(between):
        return False
    return STOP.search(between) is not None or _says_and(words, request)


def _says_and(words: Iterable[str], request: Request) -> bool:
    said = particles("and") | particles_of("and_or_in")[request.lang]
    return not said.isdisjoint(words)


def _is_thing(wish: Wish) -> bool:
    return bool(wish.terms) and not is_lunch(wish) and set(wish.kinds) != {Kind.FOOD}


def _is_of(each: Said, other: Said) -> bool:
    """Whether one is only what the other, of the same kind, is about."""
    subject, thing = each.wish or Wish(), other.wish or Wish()
    alike = bool({*subject.kinds} & {*thing.kinds})
    return is_subject(subject) and not is_subject(thing) and alike


def treats_of(request: Request, text: str) -> tuple[Wish, ...]:
    """The tea, the coffee and cake, the ice cream that are wished for besides."""
    found = (each.wish for each in joined(wishes_of(request), request, text))
    return tuple(dict.fromkeys(wish for wish in found if wish is not None and is_treat(wish)))


def is_treat(wish: Wish) -> bool:
    """Whether one sits down for it between two meals."""
    treat = bool(wish.terms) and TREATS.issuperset(wish.terms) and Kind.FOOD in wish.kinds
    return treat and wish.part not in {*EVENING, "midday"}


def is_lunch(wish: Wish) -> bool:
    """Whether it is the table at which one eats at noon."""
    served = wish.kinds == (Kind.FOOD,) and set(wish.terms) <= set(TABLES)
    return served and wish.part not in EVENING and not is_treat(wish)


def wishes_of(request: Request) -> list[Said]:
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
            fits = span.key in {"themes", "labels"} and term in known and term not in _BY_THE_WAY
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
        found.append(Said(start, end, "wish", wish=_wish(request, group, start, end)))
    return found


def joined(wishes: list[Said], request: Request, text: str) -> list[Said]:
    """A thing and the place it is named with, or what it is about, as one wish: "a market in
    Albi", "Romanesque churches"."""
    joined: list[Said] = []
    for each in wishes:
        last = joined[-1] if joined else None
        at = last is not None and _is_at(last, each, request, text)
        about = last is not None and _is_about(last, each, request, text)
        if last is not None and (at or about or _is_one_table(last, each, request, text)):
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


def _is_at(one: Said, other: Said, request: Request, text: str) -> bool:
    """Whether nothing but a preposition stands between a thing and a place."""
    if one.wish is None or other.wish is None or bool(one.wish.place) == bool(other.wish.place):
        return False
    return _linked(one, other, request, text)


def _is_about(one: Said, other: Said, request: Request, text: str) -> bool:
    """Whether one is the subject of the other, and nothing but a preposition stands between."""
    if one.wish is None or other.wish is None or one.wish.place or other.wish.place:
        return False
    subjects = [is_subject(one.wish), is_subject(other.wish)]
    return subjects.count(True) == 1 and _linked(one, other, request, text)


def _is_one_table(one: Said, other: Said, request: Request, text: str) -> bool:
    """Whether a meal and what is eaten stand together: de "Fisch essen"."""
    wishes = [said.wish for said in (one, other) if said.wish is not None]
    served = all(wish.kinds == (Kind.FOOD,) for wish in wishes)
    told = [bool(wish.terms) for wish in wishes]
    return served and told.count(True) == 1 and _linked(one, other, request, text)


def is_subject(wish: Wish) -> bool:
    """Whether it is what places are about, and no place by itself: "wine", "glass"."""
    known = concepts()
    return bool(wish.terms) and all(
        term in known and not known[term].kinds and known[term].group == _SUBJECTS
        for term in wish.terms
    )


def _linked(one: Said, other: Said, request: Request, text: str) -> bool:
    between = [token.word for token in tokenise(text[one.end : other.start])]
    stop = STOP.search(text[one.end : other.start])
    small = FUNCTION_WORDS.issuperset(between) and not _says_and(between, request)
    return stop is None and small and len(between) <= _BETWEEN


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
