"""Words read otherwise than they are typed: unfinished, misspelt, by ear, run together."""

from __future__ import annotations

import itertools
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING, Final

from catalog.search import codes
from catalog.search.function_words import FUNCTION_WORDS
from catalog.search.phonetic import sound
from catalog.search.question import (
    CORRECTED_CONCEPT,
    FIRST_LETTER,
    OWN_CORRECTED,
    SECOND_ERROR,
    WEIGHT,
    How,
    Question,
    Reading,
    Word,
)
from catalog.search.reading import begun, runs
from catalog.search.spelling import distance
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from catalog.search.known import Neighbour
    from catalog.search.lexicon import Lexicon

UNREADABLE: Final = 0.4
_SHORT_WORD: Final = 4
_ALMOST_SMALL: Final = range(3, 5)
_REMEMBERED: Final = 512
_LINKING: Final = FUNCTION_WORDS - particles("begins_name")
_SPELT: Final = frozenset({How.SPELLING, How.SOUND, How.JOINED, How.SPLIT})


def add_unfinished(lexicon: Lexicon, words: Collection[Word]) -> None:
    """Read words as beginnings, wherever they stand."""
    for word in words:
        if len(word.text) >= 3 and lexicon.begun(word.text) != ():
            weight = WEIGHT[How.PREFIX] * 0.9
            word.add(begun(lexicon, word.text, weight=weight, corrected=not word.unfinished))


def add_corrections(
    lexicon: Lexicon, question: Question, words: Collection[Word], *, ordinary: bool = False
) -> None:
    """Read these words of a question as misspelt, and the corrected words as phrases of the
    vocabulary; if `ordinary`, words that are no slips too, as words of names alone."""
    for position, word in enumerate(question.words):
        if word not in words:
            continue
        neighbours: list[tuple[Neighbour, float]] = []
        if ordinary or not lexicon.is_ordinary(word.text, question.lang):
            known = lexicon.neighbours(word.text, unfinished=word.unfinished)
            neighbours = [(other, _closeness(other)) for other in known]
        for other, weight in neighbours:
            how = How.SOUND if other.by_sound else How.SPELLING
            if other.beginning:
                word.add(begun(lexicon, other.word, how=how, weight=weight, corrected=True))
            elif other.listings:
                word.add(Reading(how, (other.word,), weight, corrected=True))
        if not ordinary:
            _add_corrected_meanings(lexicon, question, position, neighbours)
        if not word.listings and not word.codes:
            most = max([other.listings for other, _ in neighbours[:3]], default=0)
            word.rarity = 0.5 + log(1 + lexicon.size / (1 + max(most, 5)))
            if not word.readings or is_almost_small(word.text):
                word.rarity *= UNREADABLE  # it may be anything, so it says little


def _add_corrected_meanings(
    lexicon: Lexicon,
    question: Question,
    position: int,
    neighbours: list[tuple[Neighbour, float]],
) -> None:
    words = question.words
    meant: dict[str, tuple[int, int, float]] = {}
    alone = len(words) == 1 or words[position].listings
    small = not alone and is_almost_small(words[position].text)
    others = [
        (each.word, weight)
        for each, weight in neighbours[:8]
        if not each.beginning and _is_likely(words[position].text, each)
    ]
    unheard = [at for at in question.unheard if at != position]
    for first, after in runs(len(words)):
        if first <= position < after and not any(first <= at < after for at in unheard):
            before = "".join([f"{word.text} " for word in words[first:position]])
            behind = "".join([f" {word.text}" for word in words[position + 1 : after]])
            for other, weight in others:
                meant.setdefault(before + other + behind, (first, after, weight))
            if small and after - first > 1:
                rest = (before + behind.lstrip()).rstrip()
                meant.setdefault(rest, (first, after, WEIGHT[How.SPELLING]))
    if not meant:
        return
    for meaning in lexicon.meanings(meant):
        first, after, weight = meant[meaning.phrase]
        own = meaning.lang == question.lang != "fr"  # "Höle" is no French name first
        weight *= meaning.weight * (OWN_CORRECTED if own else CORRECTED_CONCEPT)
        for word in words[first:after]:
            word.add(
                Reading(How.CONCEPT, (meaning.code,), weight, corrected=True, lang=meaning.lang)
            )


def _is_likely(word: str, other: Neighbour) -> bool:
    """Whether a short word may be a slip of another: by a letter too many or too few, two
    swapped, or the same sound. Any other letter makes it another word: "king" is no "kino"."""
    return (
        len(word) > _SHORT_WORD
        or other.by_sound
        or len(other.word) != len(word)
        or sorted(other.word) == sorted(word)
        or sound(other.word) == sound(word)
    )


@lru_cache(maxsize=_REMEMBERED)
def is_almost_small(word: str) -> bool:
    """Whether a word may be a misspelt function word ("paar" for "para", "dde" for "de")."""
    return len(word) in _ALMOST_SMALL and any(distance(word, small, 1) for small in FUNCTION_WORDS)


def _closeness(other: Neighbour) -> float:
    if other.by_sound:
        return WEIGHT[How.SOUND] - (0 if other.first_letter else FIRST_LETTER)
    weight = WEIGHT[How.SPELLING] - SECOND_ERROR * (other.errors - 1)
    return weight if other.first_letter else weight - FIRST_LETTER


def likeliest(question: Question) -> str:
    """What was typed, with the words that nobody knows as they are most likely meant."""
    meant: dict[str, str] = {}
    for word in question.words:
        spelt = [each for each in word.readings.values() if each.how in _SPELT]
        if spelt and not word.listings:
            meant[word.text] = " ".join(max(spelt, key=lambda each: each.weight).terms)
    return _rewritten(question, meant)


def in_french(lexicon: Lexicon, question: Question) -> str:
    """What was typed, with the French word for each concept: most names begin with it."""
    meant: dict[str, str] = {}
    for word in question.words:
        named = [each for each in word.readings.values() if each.how is How.CONCEPT]
        if named:
            best = max(named, key=lambda each: each.weight)
            meant[word.text] = lexicon.in_french(codes.term(best.terms[0])) or word.text
    return _rewritten(question, meant)


def without_kind(question: Question, said: str) -> str:
    """What a line leaves without the words before or behind it that say what it is: "le chalard"
    of "village le chalard"; "" where no word does, or every one."""
    kinds = {word.text for word in question.words if word.codes}
    left = said.split()
    if not kinds or kinds.issuperset(word.text for word in question.words):
        return ""
    if left[0] in kinds:
        while left and (left[0] in kinds or left[0] in _LINKING):
            left = left[1:]
    else:
        while left and (left[-1] in kinds or left[-1] in FUNCTION_WORDS):
            left = left[:-1]
    return " ".join(left) if len(left) < len(said.split()) else ""


def _rewritten(question: Question, meant: dict[str, str]) -> str:
    said = [meant.get(each, each) for each in question.typed.split()]
    return " ".join([word for word, _ in itertools.groupby(said)])


def add_far_corrections(lexicon: Lexicon, doubted: Collection[Word], lang: str) -> bool:
    """Read these words with one error more, as words that sound much alike, or as two that
    sound so; whether there is anything to read."""
    before = sum(len(word.readings) for word in doubted)
    for word in doubted:
        if lexicon.is_ordinary(word.text, lang):
            continue
        for other in lexicon.far_spellings(word.text):
            weight = _closeness(other) - SECOND_ERROR
            word.add(Reading(How.SPELLING, (other.word,), weight, corrected=True))
        if word.listings:
            continue
        for alike, likeness in lexicon.alike(word.text):
            word.add(Reading(How.SOUND, (alike,), WEIGHT[How.SOUND] * likeness, corrected=True))
        for parts in lexicon.heard_parts(word.text):
            weight = WEIGHT[How.SOUND] * WEIGHT[How.SPLIT]
            word.add(Reading(How.SOUND, parts, weight, corrected=True))
    return sum(len(word.readings) for word in doubted) > before


def loosen(question: Question) -> list[Word]:
    """Let go of the words that nobody knows: they are too badly spelt to be looked up."""
    unknown = [
        word
        for word in question.words
        if not word.listings and not word.codes and len(word.text) >= 4
    ]
    for word in unknown:
        word.loose = True
    return unknown


def _join_small_words(lexicon: Lexicon, question: Question) -> None:
    """Read "la capelle" as Lacapelle: a small word is no word of the question by itself."""
    known = {word.text: word for word in question.words}
    for small, text in itertools.pairwise(question.typed.split()):
        word = known.get(text)
        if small in FUNCTION_WORDS and word is not None and lexicon.listings(small + text):
            word.add(Reading(How.JOINED, (small + text,), WEIGHT[How.JOINED]))


_SHORTEST_PART: Final = 4
_LINKS: Final = ("", "s", "n", "en", "es", "er", "e")
"""What German and Dutch put between the parts of a compound."""


def _add_parts(lexicon: Lexicon, word: Word, lang: str) -> None:
    """Read "Bergwerksmuseum" as a museum of what its first part names, or else as a museum: the
    last part of a German or Dutch compound says what it is."""
    if word.listings or len(word.text) < 2 * _SHORTEST_PART:
        return
    ends = [word.text[at:] for at in range(_SHORTEST_PART, len(word.text) - _SHORTEST_PART + 1)]
    found = [each for each in lexicon.meanings(ends) if each.lang in ("de", "nl")]
    if found and lexicon.is_ordinary(word.text, lang):
        return  # Augsburg is no castle
    longest = max((len(each.phrase) for each in found), default=0)
    for meaning in found:
        if len(meaning.phrase) == longest:
            weight = WEIGHT[How.CONCEPT] * meaning.weight
            code, own = meaning.code, meaning.lang
            alone = weight * WEIGHT[How.SPLIT]
            word.add(Reading(How.CONCEPT, (code,), alone, corrected=True, lang=own))
            for first in _first_parts(lexicon, word.text[:-longest]):
                word.add(Reading(How.CONCEPT, (code, first), weight, lang=own))


def _first_parts(lexicon: Lexicon, text: str) -> Iterator[str]:
    """What the first part of a compound may be: a word of names, a concept, its French word."""
    parts = [text.removesuffix(link) for link in _LINKS if text.endswith(link)]
    for part in parts:
        if len(part) >= _SHORTEST_PART and lexicon.listings(part):
            yield part
    for meaning in lexicon.meanings(parts):
        if meaning.lang in ("de", "nl"):
            yield meaning.code
            french = lexicon.in_french(meaning.term)
            if french and " " not in french:
                yield french


def add_joined_and_split(lexicon: Lexicon, question: Question) -> None:
    """Read neighbouring words as one ("roc amadour") and one word as several ("capdecouverte")."""
    words = question.words
    for left, right in itertools.pairwise(words):
        joined = left.text + right.text
        for meaning in lexicon.meanings((joined,)):
            weight = WEIGHT[How.JOINED] * WEIGHT[How.CONCEPT] * meaning.weight
            both = Reading(How.CONCEPT, (meaning.code,), weight, lang=meaning.lang)
            for word in (left, right):
                word.add(both)
                word.codes.add(meaning.code)
        if lexicon.listings(joined):
            reading = Reading(How.JOINED, (joined,), WEIGHT[How.JOINED])
        elif right.unfinished and len(joined) >= 5 and lexicon.begun(joined) != ():
            reading = begun(lexicon, joined, how=How.JOINED, weight=WEIGHT[How.JOINED] * 0.95)
        elif min(len(left.text), len(right.text)) < 3:
            continue
        else:
            close = [n for n in lexicon.neighbours(joined, unfinished=False) if n.listings][:1]
            if not close:
                continue
            reading = Reading(How.JOINED, (close[0].word,), _closeness(close[0]), corrected=True)
        left.add(reading)
        right.add(reading)
    _join_small_words(lexicon, question)
    for word in words:
        _add_parts(lexicon, word, question.lang)
        for parts in lexicon.splits(word.text):
            word.add(Reading(How.SPLIT, parts, WEIGHT[How.SPLIT]))
