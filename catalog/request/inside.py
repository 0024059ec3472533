"""What the words inside a phrase say besides what it means as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import Kind
from catalog.request.lexicon import Entry, lexicon
from catalog.request.tokens import Token, phrase
from catalog.vocabulary import concepts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalog.model import TermId
    from catalog.vocabulary.asking import Meaning

_DAYS: Final = frozenset(
    {"mon", "tue", "wed", "thu", "fri", "sat", "sun", "today", "tomorrow", "this_weekend"}
)
_LABEL_LETTERS: Final = (3, 4)
"""Letters of a label that opens a compound."""
_HINDERED: Final = frozenset({"wheelchair", "reduced", "stroller", "blind"})
_ADAPTED: Final = frozenset({Kind.SERVICE, Kind.LODGING, Kind.ATTRACTION, Kind.FOOD})
"""What is adapted for them: "toilettes adaptées"."""
AGES: Final = frozenset(
    {"prehistory", "antiquity", "romanesque", "gothic", "medieval", "renaissance", "baroque"}
)
"""Themes that say of what time a sight is, and are no sights."""
_BATHING: Final = "swimming"
_WATERS: Final = frozenset({"lake", "river"})
_BESIDE: Final = frozenset({"amenities", "audience", "labels", "prices", "payment", "themes"})


def said_besides(
    tokens: tuple[Token, ...], at: int, length: int, score: Mapping[str, float], entry: Entry
) -> tuple[Meaning, ...]:
    """What the words of a known phrase say besides what it says as a whole: "parking gratuit"
    costs nothing; what is asked for is told by the whole where it tells any."""
    meanings, terms = meant(entry, score)
    moves = any(m.group == "mobility" for m in meanings)
    asks = any(m.group == "asks" for m in meanings)
    everyday = any(m.group == "speech" for m in meanings)
    inner = said_within(tokens, at, length, score, terms, limits_only=not (terms or moves))
    return tuple(
        m
        for m in inner
        if not (moves and _is_how(m, meanings, entry))
        and not (asks and m.group == "asks")
        and not (m.value == "car" and "parking" in terms)  # "in the car park"
        and not (everyday and m.group == "max_price")  # a "room free" is not taken
    )


def _is_how(inner: Meaning, said: tuple[Meaning, ...], entry: Entry) -> bool:
    """Whether a word of how somebody moves says no more than that: who "can't walk far" asks for
    no walk, but an "adapted room" is a room."""
    if inner.group == "mobility":
        return True
    hindered = any(m.group == "mobility" and m.value in _HINDERED for m in said)
    adapted = inner.group == "asks" and inner.value in _ADAPTED and {*inner.langs} & entry.langs
    return hindered and inner.group in {"asks", "idea"} and not adapted


def said_within(
    tokens: tuple[Token, ...],
    at: int,
    length: int,
    score: Mapping[str, float],
    terms: tuple[TermId, ...],
    *,
    limits_only: bool,
) -> tuple[Meaning, ...]:
    """What the words of a concept's phrase say besides: how somebody moves ("area sosta
    camper"), the day of a week ("marché du dimanche"), and what is asked for where the concept
    only says how it is ("lekker eten")."""
    opening = lexicon().entries.get(tokens[at].word)
    accompanied = opening is not None and any(m.group == "with" for m in opening.meanings)
    beside = not (accompanied or limits_only) and all(
        concepts()[term].group in _BESIDE for term in terms
    )
    groups = {"mobility", "asks", "idea"} if beside else {"mobility", "max_price"}
    if limits_only:
        groups = {"max_price"}  # "parking gratuit"
    if terms and all(concepts()[term].group == "prices" for term in terms):
        groups.add("max_price")  # "gluten free" costs what it costs
        groups |= {"party"}  # who asks for a family ticket is a family
    if any("for_count" in groups_of(token.word) for token in tokens[at + 1 : at + length]):
        groups |= {"party"}  # "jeux pour enfants"
    if "charging_station" in terms:
        groups -= {"mobility"}  # it "colonnina per auto elettrica"
    if "vet" in terms:
        groups |= {"party"}  # fr "mon chien est malade"
    found: dict[Meaning, None] = {}
    if terms and all(concepts()[term].group == "labels" for term in terms):
        return ()  # "tourisme et handicap" is what it is
    for first in range(at, at + length):
        for size in range(1, at + length - first + 1):
            entry = lexicon().entries.get(phrase(tokens, first, size))
            if entry is None or (first, size) == (at, length):
                continue
            meanings, _ = meant(entry, score)
            found.update((m, None) for m in meanings if m.group in groups or _tells_day(m))
    return tuple(found)


def _tells_day(meaning: Meaning) -> bool:
    """Whether it names a day: "marché du dimanche", "où dormir ce soir"."""
    return meaning.group == "moment" or meaning.value in _DAYS


def groups_of(word: str) -> frozenset[str]:
    """The groups of asking that a word has a meaning in."""
    entry = lexicon().entries.get(word)
    return frozenset() if entry is None else frozenset(m.group for m in entry.meanings)


def named_within(
    tokens: tuple[Token, ...],
    at: int,
    length: int,
    terms: tuple[TermId, ...],
    score: Mapping[str, float],
) -> tuple[TermId, ...]:
    """What single words of a phrase name beside the whole: the label of a "marché bio", the age of
    "villages médiévaux", the water of "bañarse en el río"; a label holds none of these, and de "ab
    Hof" is not fr "AB"."""
    if is_label(terms):
        return ()
    found = {
        term: None
        for token in tokens[at : at + length]
        if (entry := lexicon().entries.get(token.word)) is not None
        for term in meant(entry, score)[1]
        if term not in terms and _is_told_apart(term, terms)
    }
    return tuple(found)


def _is_told_apart(term: TermId, whole: tuple[TermId, ...]) -> bool:
    if _BATHING in whole and term in _WATERS:
        return True
    sight = any(concepts()[each].group == Kind.ATTRACTION for each in whole)
    return concepts()[term].group == "labels" or (sight and term in AGES)


def is_label(terms: tuple[TermId, ...]) -> bool:
    """Whether one of these concepts is a label."""
    return any(concepts()[term].group == "labels" for term in terms)


def leading_label(word: str) -> tuple[TermId, ...]:
    """The label that opens a compound: de "Biomarkt", nl "biowinkel"."""
    for size in _LABEL_LETTERS:
        lead = lexicon().entries.get(word[:size])
        if lead is not None and len(word) > size + 2 and word[size:] in lexicon().entries:
            return tuple(term for term, _ in lead.terms if concepts()[term].group == "labels")[:1]
    return ()


def meant(
    entry: Entry, score: Mapping[str, float]
) -> tuple[tuple[Meaning, ...], tuple[TermId, ...]]:
    """What a phrase says in the language that speaks most of those that say it at all."""
    if len(entry.langs) == 1:
        return entry.meanings, tuple(dict.fromkeys([term for term, _ in entry.terms]))
    best = max([lang for lang in score if lang in entry.langs], key=score.__getitem__)
    meanings = tuple([meaning for meaning in entry.meanings if best in meaning.langs])
    if not entry.terms:
        return meanings, ()
    return meanings, tuple(dict.fromkeys([term for term, lang in entry.terms if lang == best]))
