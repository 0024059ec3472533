"""A typed line → words with their readings: as it is spelt first, corrected where needed."""

from __future__ import annotations

import itertools
import re
from math import log
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from rapidfuzz.distance import Prefix

from catalog.search import codes
from catalog.search.function_words import FUNCTION_WORDS
from catalog.search.nearby import place_asked, without_nearest
from catalog.search.normalise import MAX_CHARACTERS, tokens
from catalog.search.question import (
    CORRECTED_CONCEPT,
    FIRST_LETTER,
    FORM,
    IN_FRENCH,
    INFLECTED,
    OTHER_LANGUAGE,
    OWN_CORRECTED,
    SECOND_ERROR,
    WEIGHT,
    How,
    Question,
    Reading,
    Word,
)
from catalog.search.spelling import distance

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from catalog.search.lexicon import Lexicon, Meaning, Neighbour

MAX_WORDS: Final = 12
MAX_PHRASE: Final = 5
UNREADABLE: Final = 0.4
OWN_FORM: Final = 0.5
FOREIGN_FORM: Final = 0.6
"""Share of a word's first letters that it has in common with the one of which it is a form."""
_SPELT: Final = frozenset({How.SPELLING, How.SOUND, How.JOINED, How.SPLIT})
_WRITTEN: Final = re.compile(r"\w+")


def read(lexicon: Lexicon, text: str, *, lang: str, prefix: bool) -> Question:
    """Understand a line as it is spelt; corrections come later, if they are needed."""
    typed = without_nearest(tokens(text), prefix=prefix)
    kept, near, within_km = place_asked(lexicon, typed, prefix=prefix)
    kept = kept[:MAX_WORDS]
    content = [word for word in kept if word not in FUNCTION_WORDS]
    said = content[: -1 if prefix else None]
    dropped = {word for word in said if _says_nothing(lexicon, word)}
    content = [word for word in content if word not in dropped] or content
    ending = None
    if not content:
        content = kept
    elif prefix and kept[-1] in FUNCTION_WORDS and near is None:
        ending = Word(kept[-1], unfinished=True, listings=None)
        ending.add(_begun(lexicon, kept[-1]))
    last = len(content) - 1 if prefix and ending is None and near is None else -1
    words = [
        Word(word, unfinished=position == last, listings=lexicon.listings(word))
        for position, word in enumerate(content)
    ]
    question = Question(" ".join(typed), lang, words, ending, near, within_km)
    for word in words:
        if word.listings:
            word.add(Reading(How.WORD, (word.text,), WEIGHT[How.WORD]))
        if word.unfinished:
            word.add(_begun(lexicon, word.text))
    _add_other_names(lexicon, question)
    _add_meanings(lexicon, question, _accented(text))
    for word in words:
        word.rarity = _rarity(lexicon, word)
    return question


def _says_nothing(lexicon: Lexicon, word: str) -> bool:
    """Whether a word is a letter, or two letters that stand nowhere: "chasse o trésor"."""
    if len(word) > 2 or not word.isalpha():
        return False
    return len(word) == 1 or (lexicon.listings(word) is None and not lexicon.other_names((word,)))


def _begun(
    lexicon: Lexicon,
    text: str,
    *,
    how: How = How.PREFIX,
    weight: float = WEIGHT[How.PREFIX],
    corrected: bool = False,
) -> Reading:
    """The reading of a word as a beginning. One to three letters have an index of their own."""
    among = lexicon.begun(text) if len(text) > 3 else None
    return Reading(how, (text,), weight, beginning=True, corrected=corrected, among=among)


def _runs(words: list[Word]) -> Iterator[tuple[int, int]]:
    """Every run of neighbouring words that may be one phrase, as (first, after last)."""
    for first in range(len(words)):
        for after in range(first + 1, min(len(words), first + MAX_PHRASE) + 1):
            yield first, after


def _accented(text: str) -> frozenset[str]:
    """The words typed with accents: whoever types "marché" does not mean "marche"."""
    written = _WRITTEN.findall(normalize("NFC", text[:MAX_CHARACTERS]).casefold())
    return frozenset(word for word in written if not word.isascii())


def _as_written(meanings: list[Meaning], accented: frozenset[str]) -> list[Meaning]:
    """The meanings spelt with the accents typed; all of them where none is."""
    exact = [meaning for meaning in meanings if accented & {*_WRITTEN.findall(meaning.spelt)}]
    phrases = {meaning.phrase for meaning in exact}
    return exact + [meaning for meaning in meanings if meaning.phrase not in phrases]


def _in_language(meanings: list[Meaning], lang: str) -> Iterator[tuple[Meaning, bool]]:
    """The meanings of each phrase in the reader's language, which lead, and in French, the
    language of the place; those of other languages where neither knows the phrase ("gare" is a
    station to all but Italians)."""
    known = {(meaning.phrase, meaning.lang) for meaning in meanings}
    for meaning in meanings:
        first = lang if (meaning.phrase, lang) in known else "fr"
        if (meaning.phrase, first) not in known or meaning.lang == first:
            yield meaning, True
        elif meaning.lang == "fr":
            yield meaning, False


def _add_other_names(lexicon: Lexicon, question: Question) -> None:
    """Read runs of words as other names of places, abbreviations, and where others stand beside
    them as departments ("verfeil 82")."""
    words = question.words
    runs = {
        " ".join(word.text for word in words[first:after]): (first, after)
        for first, after in _runs(words)
    }
    for other in lexicon.other_names(runs):
        first, after = runs[other.phrase]
        how = How(other.how)
        if how is How.DEPARTMENT and after - first == len(words):
            continue
        for word in words[first:after]:
            word.add(Reading(how, other.terms, WEIGHT[how]))


def _add_meanings(lexicon: Lexicon, question: Question, accented: frozenset[str]) -> None:
    """Read runs of words as phrases of the vocabulary, in every language at once."""
    words = question.words
    runs = {
        " ".join(word.text for word in words[first:after]): (first, after)
        for first, after in _runs(words)
    }
    if not runs:
        return
    for phrase, run in list(runs.items()):
        if " " in phrase:  # "chasse o trésor": a short word may be a small word badly spelt
            long = [word for word in phrase.split() if len(word) > 2 or not word.isalpha()]
            runs.setdefault(" ".join(long) or phrase, run)
    exact = _as_written(lexicon.meanings(runs), accented)
    for meaning, leads in _in_language(exact, question.lang):
        question.generic = question.generic or tokens(meaning.spelt) == question.typed.split()
        first, after = runs[meaning.phrase]
        _mean(question, first, after, meaning, 1.0, leads=leads)
        if leads and after - first == 1 < len(words):
            _read_in_french(lexicon, words[first], meaning)
    phrases = {meaning.phrase for meaning in exact}
    inflected = [lexicon.inflected(word.text) for word in words]
    for phrase, (first, after) in runs.items():
        named = phrase in phrases
        languages = frozenset.intersection(*inflected[first:after])
        if languages and len(phrase) >= 4 and phrase.isascii() and not named:
            for meaning in lexicon.meanings_stemmed(phrase, languages):
                if _may_be_form(lexicon, phrase, meaning, question.lang):
                    _mean(question, first, after, meaning, INFLECTED)
                    named = True
                    if after - first == 1:
                        _read_as_form(words[first], meaning)
        if after == len(words) and words[-1].unfinished and len(phrase) >= 3:
            for meaning in lexicon.meanings_begun(phrase):
                known = named or (meaning.complete < 0.5 and meaning.lang != question.lang)
                if known and accented and not accented & {*_WRITTEN.findall(meaning.spelt)}:
                    continue
                weight = 0.8 + 0.2 * meaning.complete
                _mean(question, first, after, meaning, weight, leads=not named)


def _may_be_form(lexicon: Lexicon, phrase: str, meaning: Meaning, lang: str) -> bool:
    """Whether enough of the letters are the same: a stemmer also cuts down what is no word of its
    language ("avoir", "lacoir"), and what is of none of ours a reader rarely inflects: "domen"
    is "domaine" before it is many a "Dom"."""
    same = Prefix.similarity(phrase, meaning.phrase)
    if meaning.lang == lang:
        return same > len(phrase) * OWN_FORM
    if same <= len(phrase) * FOREIGN_FORM:
        return False
    return meaning.lang == "fr" or not any(each.listings for each in lexicon.sounds(phrase))


def _read_in_french(lexicon: Lexicon, word: Word, meaning: Meaning) -> None:
    """Read a foreign word for a concept as the French one, too: "castillo" stands in the name of
    many a hotel that is no castle, and "Kirche Sainte-Marie" means the Église, not the
    Chapelle."""
    french = None if meaning.lang == "fr" else lexicon.in_french(meaning.term)
    if french and " " not in french and french != word.text:
        word.add(Reading(How.ALIAS, (french,), WEIGHT[How.WORD] * IN_FRENCH))


def _read_as_form(word: Word, meaning: Meaning) -> None:
    """Read "eglis" and "eglises" as the word itself, too: "Église Saint-Pardoux" is more than a
    church in Saint-Pardoux."""
    if " " not in meaning.phrase:
        word.add(Reading(How.SPELLING, (meaning.phrase,), WEIGHT[How.WORD] * FORM))


def _mean(
    question: Question,
    first: int,
    after: int,
    meaning: Meaning,
    factor: float,
    *,
    leads: bool = True,
) -> None:
    """Give the words of a run a concept as one more reading; `leads`: it may be all that the
    question is about ("concert" is a concert, though "concert hall" begins so too)."""
    weight = WEIGHT[How.CONCEPT] * meaning.weight * factor
    if meaning.lang not in (question.lang, "fr"):
        weight *= OTHER_LANGUAGE
    for word in question.words[first:after]:
        word.add(Reading(How.CONCEPT, (meaning.code,), weight, lang=meaning.lang))
        if leads and (meaning.complete >= 0.6 or len(meaning.phrase) * meaning.complete >= 5):
            word.codes.add(meaning.code)


def _rarity(lexicon: Lexicon, word: Word) -> float:
    counts = [word.listings or 0]
    counts += [lexicon.frequency(code) for code in word.codes]
    found = max(counts)
    return 0.5 + log(1 + lexicon.size / (1 + found))


def add_unfinished(lexicon: Lexicon, words: Collection[Word]) -> None:
    """Read words as beginnings, wherever they stand."""
    for word in words:
        if len(word.text) >= 3:
            weight = WEIGHT[How.PREFIX] * 0.9
            word.add(_begun(lexicon, word.text, weight=weight, corrected=not word.unfinished))


def add_corrections(lexicon: Lexicon, question: Question, words: Collection[Word]) -> None:
    """Read these words of a question as misspelt, and the corrected words as phrases of the
    vocabulary."""
    for position, word in enumerate(question.words):
        if word not in words:
            continue
        neighbours = lexicon.neighbours(word.text, unfinished=word.unfinished)
        for other in neighbours:
            weight = _closeness(other)
            how = How.SOUND if other.by_sound else How.SPELLING
            if other.beginning:
                word.add(_begun(lexicon, other.word, how=how, weight=weight, corrected=True))
            elif other.listings:
                word.add(Reading(how, (other.word,), weight, corrected=True))
        _add_corrected_meanings(lexicon, question, position, neighbours)
        if not word.listings and not word.codes:
            known = max((other.listings for other in neighbours[:3]), default=0)
            word.rarity = 0.5 + log(1 + lexicon.size / (1 + max(known, 5)))
            if not word.readings:  # it may be anything, so it says little
                word.rarity *= UNREADABLE


def _add_corrected_meanings(
    lexicon: Lexicon, question: Question, position: int, neighbours: tuple[Neighbour, ...]
) -> None:
    words = question.words
    runs: dict[str, tuple[int, int, float]] = {}
    small = not words[position].listings and _is_almost_small(words[position].text)
    for first, after in _runs(words):
        if first <= position < after:
            for other in neighbours[:8]:
                if not other.beginning:
                    spelt = [word.text for word in words[first:after]]
                    spelt[position - first] = other.word
                    runs.setdefault(" ".join(spelt), (first, after, _closeness(other)))
            if small and after - first > 1:
                spelt = [word.text for at, word in enumerate(words) if first <= at < after]
                del spelt[position - first]
                runs.setdefault(" ".join(spelt), (first, after, WEIGHT[How.SPELLING]))
    if not runs:
        return
    for meaning in lexicon.meanings(runs):
        first, after, weight = runs[meaning.phrase]
        own = meaning.lang == question.lang != "fr"  # "Höle" is no French name first
        weight *= meaning.weight * (OWN_CORRECTED if own else CORRECTED_CONCEPT)
        for word in words[first:after]:
            word.add(
                Reading(How.CONCEPT, (meaning.code,), weight, corrected=True, lang=meaning.lang)
            )


def _is_almost_small(word: str) -> bool:
    """Whether a word may be a misspelt function word ("paar" for "para")."""
    return len(word) >= 3 and any(distance(word, small, 1) for small in FUNCTION_WORDS)


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


def _rewritten(question: Question, meant: dict[str, str]) -> str:
    said = [meant.get(each, each) for each in question.typed.split()]
    return " ".join([word for word, _ in itertools.groupby(said)])


def add_far_corrections(lexicon: Lexicon, doubted: Collection[Word]) -> bool:
    """Read these words with one error more, as words that sound much alike, or as two that
    sound so; whether there is anything to read."""
    before = sum(len(word.readings) for word in doubted)
    for word in doubted:
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


def _add_last_part(lexicon: Lexicon, word: Word) -> None:
    """Read "Bergwerksmuseum" as a museum: the last part of a German or Dutch compound says what
    it is."""
    if word.listings or len(word.text) < 2 * _SHORTEST_PART:
        return
    parts = [word.text[at:] for at in range(_SHORTEST_PART, len(word.text) - _SHORTEST_PART + 1)]
    found = [each for each in lexicon.meanings(parts) if each.lang in ("de", "nl")]
    longest = max((len(each.phrase) for each in found), default=0)
    for meaning in found:
        if len(meaning.phrase) == longest:
            weight = WEIGHT[How.SPLIT] * WEIGHT[How.CONCEPT] * meaning.weight
            word.add(
                Reading(How.CONCEPT, (meaning.code,), weight, corrected=True, lang=meaning.lang)
            )


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
            reading = _begun(lexicon, joined, how=How.JOINED, weight=WEIGHT[How.JOINED] * 0.95)
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
        _add_last_part(lexicon, word)
        for parts in lexicon.splits(word.text):
            word.add(Reading(How.SPLIT, parts, WEIGHT[How.SPLIT]))
