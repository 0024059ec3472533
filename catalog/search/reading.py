"""A typed line → words with their readings, as it is spelt; `correcting` adds the others."""

from __future__ import annotations

import re
from functools import cache
from math import log
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from rapidfuzz.distance import Prefix

from catalog.search.function_words import FUNCTION_WORDS
from catalog.search.mending import mended, read_across_spaces
from catalog.search.nearby import place_asked, without_nearest
from catalog.search.normalise import MAX_CHARACTERS, tokens
from catalog.search.numerals import other_writing
from catalog.search.question import (
    FORM,
    IN_FRENCH,
    INFLECTED,
    OTHER_LANGUAGE,
    SHORT,
    WEIGHT,
    How,
    Question,
    Reading,
    Word,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence, Set

    from catalog.search.known import Meaning
    from catalog.search.lexicon import Lexicon

Run = tuple[int, int]
"""Neighbouring words that may be one phrase: first, after last."""
MAX_WORDS: Final = 12
MAX_PHRASE: Final = 5
OWN_FORM: Final = 0.5
FOREIGN_FORM: Final = 0.6
"""Share of a word's first letters that it has in common with the one of which it is a form."""
GUESSED: Final = 0.6
"""Share of a phrase of a language that nobody here may speak, under which it is only a guess."""
NOUN_ENDINGS: Final = frozenset(("", *"aeions", "en", "er", "ern", "es", "he", "hi", "x"))
"""What plurals and cases of nouns differ by."""
TOWN_BEGINS: Final = 0.8
"""How much a whole commune's name is the beginning of another word."""
LONGEST_TOWN: Final = 3
"""Words of a commune's name that are looked for at the end of a line."""
NOBODYS: Final = 0.1
"""Share of the listings that might have what no source tells of, as "wheelchair"."""
BESIDE: Final = 0.6
"""How much what a listing may have beside it says, next to what it is: a castle without a terrace
is nearer to "castle, terrace" than a terrace."""
_WRITTEN: Final = re.compile(r"\w+")


def read(lexicon: Lexicon, text: str, *, lang: str, prefix: bool) -> Question:
    """Understand a line as it is spelt; corrections come later, if they are needed."""
    typed = without_nearest(tokens(text), prefix=prefix)
    typed = mended(lexicon, typed, prefix=prefix)
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
        ending.add(begun(lexicon, kept[-1]))
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
            _add_begun(lexicon, word, ends_town=_ends_town(lexicon, content))
        other = other_writing(word.text)
        if other and lexicon.listings(other):
            word.add(Reading(How.ALIAS, (other,), WEIGHT[How.ALIAS]))
    read_across_spaces(lexicon, kept, words)
    phrases = {
        " ".join([word.text for word in words[first:after]]): (first, after)
        for first, after in runs(len(words))
    }
    _add_other_names(lexicon, question, phrases)
    _add_meanings(lexicon, question, phrases, _accented(text))
    for word in words:
        word.rarity = _rarity(lexicon, word)
    return question


def _says_nothing(lexicon: Lexicon, word: str) -> bool:
    """Whether a word is a letter, or two letters that stand nowhere: "chasse o trésor"."""
    if len(word) > 2 or not word.isalpha():
        return False
    return len(word) == 1 or not lexicon.is_known(word)


def begun(
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


def _add_begun(lexicon: Lexicon, word: Word, *, ends_town: bool) -> None:
    """Read a word as a beginning, if anything begins so; less, where a town ends with it."""
    if word.listings is not None or lexicon.begun(word.text) != ():
        weight = WEIGHT[How.PREFIX] * (TOWN_BEGINS if ends_town else 1.0)
        word.add(begun(lexicon, word.text, weight=weight))


def _ends_town(lexicon: Lexicon, content: Sequence[str]) -> bool:
    """Whether the last words are a commune behind others: "médiathèque pau" is hardly Paul's."""
    if len(content) < 2 or not lexicon.listings(content[-1]):
        return False
    firsts = range(max(1, len(content) - LONGEST_TOWN), len(content))
    return any(lexicon.communes.towns(" ".join(content[first:])) for first in firsts)


@cache
def runs(count: int) -> tuple[Run, ...]:
    """Every run among so many neighbouring words that may be one phrase."""
    return tuple(
        (first, after)
        for first in range(count)
        for after in range(first + 1, min(count, first + MAX_PHRASE) + 1)
    )


def _accented(text: str) -> frozenset[str]:
    """The words typed with accents: whoever types "marché" does not mean "marche"."""
    if text.isascii():
        return frozenset()
    written = _WRITTEN.findall(normalize("NFC", text[:MAX_CHARACTERS]).casefold())
    return frozenset(word for word in written if not word.isascii())


def _as_written(meanings: list[Meaning], accented: frozenset[str]) -> list[Meaning]:
    """The meanings spelt with the accents typed; all of them where none is."""
    if not accented:
        return meanings
    exact = [meaning for meaning in meanings if accented & {*_WRITTEN.findall(meaning.spelt)}]
    phrases = {meaning.phrase for meaning in exact}
    return exact + [meaning for meaning in meanings if meaning.phrase not in phrases]


def _in_full(lexicon: Lexicon, meanings: list[Meaning], typed: str) -> list[Meaning]:
    """Where a phrase means several things in one language, those whose small words are typed too,
    if a listing is one: Occitan "far" is a lighthouse, "qué far" what to do."""
    if len({(meaning.phrase, meaning.lang) for meaning in meanings}) == len(meanings):
        return meanings
    words = set(typed.split())
    full = {meaning for meaning in meanings if words.issuperset(tokens(meaning.spelt))}
    told = {(one.phrase, one.lang) for one in full if lexicon.frequency(one.code)}
    return [one for one in meanings if one in full or (one.phrase, one.lang) not in told]


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


def _add_other_names(lexicon: Lexicon, question: Question, said: Mapping[str, Run]) -> None:
    """Read runs of words as other names of places, abbreviations, and where others stand beside
    them as departments ("verfeil 82")."""
    words = question.words
    for other in lexicon.other_names(said):
        first, after = said[other.phrase]
        how = How(other.how)
        if how is How.DEPARTMENT and after - first == len(words):
            continue
        for word in words[first:after]:
            word.add(Reading(how, other.terms, WEIGHT[how]))


def _add_meanings(
    lexicon: Lexicon, question: Question, phrases: Mapping[str, Run], accented: frozenset[str]
) -> None:
    """Read runs of words as phrases of the vocabulary, in every language at once."""
    words, said = question.words, dict(phrases)
    if not said:
        return
    for phrase, run in phrases.items():
        if " " in phrase:  # "chasse o trésor": a short word may be a small word badly spelt
            long = [word for word in phrase.split() if len(word) > SHORT or not word.isalpha()]
            said.setdefault(" ".join(long) or phrase, run)
    unheard = question.unheard
    heard = [phrase for phrase, run in said.items() if not _holds(run, unheard)]
    exact = _as_written(lexicon.meanings(heard), accented)
    exact = _in_full(lexicon, exact, question.typed)
    typed = question.typed.split()
    for meaning, leads in _in_language(exact, question.lang):
        question.generic = question.generic or tokens(meaning.spelt) == typed
        first, after = said[meaning.phrase]
        _mean(question, first, after, meaning, 1.0, leads=leads)
        if leads and after - first < len(words):
            _read_in_french(lexicon, words[first:after], meaning)
    _add_forms(lexicon, question, said, {meaning.phrase for meaning in exact}, accented)


def _add_forms(
    lexicon: Lexicon,
    question: Question,
    said: Mapping[str, Run],
    exact: Set[str],
    accented: frozenset[str],
) -> None:
    """Read runs that are no phrase of the vocabulary as forms of one, and the last as the
    beginning of one. `said`: the runs; `exact`: those that are a phrase."""
    words = question.words
    unheard = [at for at in question.unheard if at < len(words) - 1]
    inflected = [lexicon.inflected(word.text) for word in words]
    for phrase, (first, after) in said.items():
        named = phrase in exact
        stands = after - first == 1 and bool(words[first].listings)
        if not named and len(phrase) >= 4 and phrase.isascii():
            languages = frozenset.intersection(*inflected[first:after])
            for meaning in lexicon.meanings_stemmed(phrase, languages) if languages else ():
                if _may_be_form(lexicon, phrase, meaning, question.lang):
                    leads = not stands or meaning.lang in (question.lang, "fr")
                    _mean(question, first, after, meaning, INFLECTED, leads=leads)
                    named = True
                    if after - first == 1:
                        _read_as_form(words[first], meaning)
        ends = after == len(words) and words[-1].unfinished and len(phrase) >= 3
        if ends and not _holds((first, after), unheard):
            for meaning in lexicon.meanings_begun(phrase):
                known = named or (meaning.complete < 0.5 and meaning.lang != question.lang)
                if known and accented and not accented & {*_WRITTEN.findall(meaning.spelt)}:
                    continue
                weight = 0.8 + 0.2 * meaning.complete
                leads = not named and (not stands or meaning.lang in (question.lang, "fr"))
                _mean(question, first, after, meaning, weight, leads=leads)


def _holds(run: Run, places: Sequence[int]) -> bool:
    """Whether any of these places lies in a run."""
    first, after = run
    return any(first <= at < after for at in places)


def _may_be_form(lexicon: Lexicon, phrase: str, meaning: Meaning, lang: str) -> bool:
    """Whether enough of the letters are the same: a stemmer also cuts down what is no word of its
    language ("avoir", "lacoir"), and what is of none of ours a reader rarely inflects: "domen"
    is "domaine" before it is many a "Dom"."""
    same = Prefix.similarity(phrase, meaning.phrase)
    if meaning.lang == lang:
        return same > len(phrase) * OWN_FORM
    if same <= len(phrase) * FOREIGN_FORM:
        return False
    if meaning.lang == "fr":
        return True
    if any(each.listings for each in lexicon.sounds(phrase)):
        return False
    if {phrase[same:], meaning.phrase[same:]} <= NOUN_ENDINGS:
        return True
    return not any(each.listings for each in lexicon.spellings(phrase))


def _read_in_french(lexicon: Lexicon, words: Sequence[Word], meaning: Meaning) -> None:
    """Read a foreign phrase for a concept as the French one, too: "castillo" stands in the name of
    many a hotel that is no castle, "Kirche Sainte-Marie" means the Église, not the Chapelle, and
    a "kerstmarkt" may be called Marché de Noël by a source that has no class for it."""
    french = None if meaning.lang == "fr" else lexicon.in_french(meaning.term)
    if not french or french == meaning.phrase:
        return
    weight = WEIGHT[How.WORD] * IN_FRENCH
    terms = tuple(french.split(" "))
    for word in words:
        word.add(Reading(How.ALIAS, terms, weight, lang=meaning.lang, code=meaning.code))


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
    if after - first == len(question.words) and meaning.complete == 1.0:
        question.spanned.add(meaning.code)
        if factor == 1.0:
            question.named.add(meaning.code)
    guess = meaning.complete < GUESSED and meaning.lang not in (question.lang, "fr")
    for word in question.words[first:after]:
        word.add(Reading(How.CONCEPT, (meaning.code,), weight, corrected=guess, lang=meaning.lang))
        if leads and (meaning.complete >= 0.6 or len(meaning.phrase) * meaning.complete >= 5):
            word.codes.add(meaning.code)


def _rarity(lexicon: Lexicon, word: Word) -> float:
    counts = [word.listings or 0]
    counts += [lexicon.frequency(code) for code in word.codes]
    found = max(counts)
    if not found and word.codes:  # no listing has it: it cannot tell them apart
        found = round(lexicon.size * NOBODYS)
    rarity = 0.5 + log(1 + lexicon.size / (1 + found))
    if word.codes and not word.listings and not any(map(lexicon.is_what, word.codes)):
        rarity *= BESIDE
    return rarity
