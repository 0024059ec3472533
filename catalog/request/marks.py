"""A question cut into marks: the longest known phrase at each place, in the language it fits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalog.model import LANGUAGES, Kind, TermId
from catalog.request.corrected import corrected
from catalog.request.courteous import courteous
from catalog.request.inside import (
    groups_of,
    is_label,
    leading_label,
    meant,
    named_within,
    said_besides,
)
from catalog.request.language import spoken
from catalog.request.lexicon import Entry, lexicon
from catalog.request.short import short_time, written_day
from catalog.request.tokens import Token, phrase, possible
from catalog.search.function_words import FUNCTION_WORDS
from catalog.vocabulary import Concept, concepts, everyday
from catalog.vocabulary.asking import Meaning
from catalog.vocabulary.beside import beside, opening
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from catalog.request.places import PlaceNames

_ANNOUNCING: Final = frozenset(
    {"place_prep", "near", "from", "to", "between", "road", "around", "joins"}
)
_EATEN: Final = frozenset({Kind.FOOD, Kind.SHOP, Kind.PRODUCER})
"""Kinds behind which an everyday word that is a name may be food: "resto penne"; behind those of
any other it is a place, it "castello penne", "hotel penne"."""
_NUMBERED: Final = frozenset({"gr", "grp"})
"""Labels of ways that are told apart by a number."""
_OF_FOOD: Final = frozenset({"bio"})
"""Labels that food bears; another is borne by a house, a village: "bistrot de pays penne"."""
_HOLDING: Final = frozenset({"mobility", "asks"})
"""Groups whose phrases may hold a limit besides: "parking gratuit"."""
_KEPT: Final = frozenset({"mobility", "plus_minutes"})
"""Groups whose phrases lose no word to another: "en bici de montaña", "y cuarto de camino"."""
_FAR: Final = particles("far_off")
_FAR_NEAR: Final = 3
"""How many words behind a name may tell that it is far off."""
_BEFORE_COUNT: Final = particles("ends_we_are")
"""What ends "we are" before a number, and before how one moves: "a piedi", "met de fiets"."""
_COUNTS: Final = frozenset({"number", "within"})
_ARTICLES: Final = particles("before_place")
_SHORT: Final = 4
_STOPS: Final = ",;.!?"
_ABOUT: Final = 4
"""How many words "een uur of twee" has."""
_OF_ABOUT: Final = "nl"
"""The language in which a unit without a number says so too."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One phrase, figure, place or unknown word of a question: `text[start:end]`."""

    word: str
    start: int
    end: int
    meanings: tuple[Meaning, ...] = ()
    terms: tuple[TermId, ...] = ()
    place: str | None = None
    number: float | None = None
    clock: str | None = None
    date: str | None = None
    span: bool = False

    def says(self, group: str) -> str | None:
        """The value of a group that this phrase has a meaning in."""
        for meaning in self.meanings:
            if meaning.group == group:
                return meaning.value
        return None

    def all(self, group: str) -> tuple[str, ...]:
        """All its values in a group: "cp" is a school and children."""
        found = [meaning.value for meaning in self.meanings if meaning.group == group]
        return tuple(found) if found else ()

    @property
    def amount(self) -> float | None:
        """The number it is, in figures or words."""
        if self.number is not None:
            return self.number
        said = self.says("number")
        return None if said is None else float(said)

    @property
    def unknown(self) -> bool:
        """A word that says nothing to the house."""
        return not (self.meanings or self.terms or self.place or self.clock or self.date) and (
            self.amount is None
        )


class Scan:
    """The marks of a question, read in `lang`; those that a rule has `used` say nothing to the
    next, those that are `settled` ask for nothing by themselves, places that are `onward` are
    only gone on to."""

    def __init__(
        self, marks: Sequence[Mark], text: str, lang: str, tokens: tuple[Token, ...]
    ) -> None:
        self.marks = tuple(marks)
        self.tokens = tokens
        self.text = text
        self.lang = lang
        self.used: set[int] = set()
        self.denied: frozenset[int] = frozenset()
        self.due: frozenset[int] = frozenset()
        self.back: frozenset[int] = frozenset()
        self.back_for = ""
        self.onward: frozenset[int] = frozenset()
        self.settled: set[int] = set()

    def at(self, index: int) -> Mark:
        """The mark of an index, an empty one outside of the question."""
        return self.marks[index] if 0 <= index < len(self.marks) else _NOTHING

    def typed(self, mark: Mark) -> str:
        """A mark as the visitor wrote it."""
        return self.text[mark.start : mark.end]

    def clause(self, indices: range) -> list[int]:
        """The indices up to the first stop or comma between their marks."""
        found = [indices[0]]
        for index in indices[1:]:
            first, second = sorted((index, found[-1]))
            gap = self.text[self.at(first).end : self.at(second).start]
            if not 0 <= index < len(self.marks) or any(sign in gap for sign in _STOPS):
                break
            found.append(index)
        return found

    def beside(self, index: int, group: str, *, ends: bool = False) -> set[str]:
        """What any word of a mark, or the one it `ends` in, says in a group of
        `data/beside.ini`, in the language of the question."""
        return {
            meaning.value
            for word in self.at(index).word.split()[-1 if ends else 0 :]
            for meaning in beside().get(word, ())
            if meaning.group == group and self.lang in meaning.langs
        }

    def free(self) -> Iterator[tuple[int, Mark]]:
        """The marks no rule has used."""
        for index, mark in enumerate(self.marks):
            if index not in self.used:
                yield index, mark


_NOTHING: Final = Mark("", 0, 0)


def cut(
    tokens: Sequence[Token], places: PlaceNames, score: Mapping[str, float], text: str
) -> list[Mark]:
    """The marks of a question, unknown words corrected where one known word was meant, without
    the courtesy around it."""
    best = spoken(score)
    greets, thanks = courteous(tokens, text, best)
    asked = tokens[greets : len(tokens) - thanks]
    heard = frozenset(lang for lang in LANGUAGES if score[lang] * 2 >= score[best])
    right = tuple(corrected(asked, places, text, best, heard))
    found: list[Mark] = []
    at = 0
    while at < len(right):
        mark, length = _mark(right, at, places, score, _before(found), text)
        found.append(mark)
        at += length
        if about := _about(found, best):  # the larger of the two numbers, and the unit
            found[-about:] = [found[-1], found[-3]]
    return found


def _before(found: Sequence[Mark]) -> Mark:
    """The last mark that is more than an article: "dans le Lot"."""
    for mark in reversed(found[-2:]):
        if mark.word not in _ARTICLES:
            return mark
    return _NOTHING


def _about(found: Sequence[Mark], lang: str) -> int:
    """How many of the last marks say a number so: nl "een kilometer of twaalf", "uurtje of drie"
    are about twelve and three, "a mile or two" is at most two."""
    if len(found) < _ABOUT - 1:
        return 0
    one = found[-_ABOUT] if len(found) >= _ABOUT else _NOTHING
    unit, link, number = found[1 - _ABOUT :]
    if not unit.all("unit") or link.says("or") is None or number.amount is None:
        return 0
    if one.number is None and one.amount == 1:
        return _ABOUT if number.word != one.word else 0
    return _ABOUT - 1 if lang == _OF_ABOUT and one.amount is None else 0


def _mark(
    tokens: tuple[Token, ...],
    at: int,
    places: PlaceNames,
    score: Mapping[str, float],
    before: Mark,
    text: str,
) -> tuple[Mark, int]:
    """The longest phrase or name that starts here, and how many words it took."""
    token = tokens[at]
    if token.date is not None and (dated := written_day(tokens, at, spoken(score))):
        return Mark("", token.start, tokens[at + dated - 1].end, date=token.date), dated
    if not token.word:
        return Mark(
            token.word, token.start, token.end, number=token.number, clock=token.clock,
            span=token.span,
        ), 1  # fmt: skip
    if token.word in opening() and (short := short_time(tokens, at, spoken(score), text)):
        said, day, length = short
        end = tokens[at + length - 1].end
        return Mark(token.word, token.start, end, meanings=said, number=day), length
    longest = max(lexicon().longest.get(token.word, 0), places.starting(token.word), 1)
    for length in range(min(longest, len(tokens) - at), 0, -1):
        key = phrase(tokens, at, length)
        span = token.start, tokens[at + length - 1].end
        entry = lexicon().entries.get(key)
        place = places.named(key)
        titled = at == 0 and _is_title(tokens, length, text)
        if place is not None and (titled or _is_place(place, entry, length, places, before)):
            return Mark(key, *span, place=place), length
        if entry is not None and not (
            _foreign(key, entry, score) or _ends_in_hour(tokens, at, length, entry)
        ):
            meanings, terms = meant(entry, score)
            if token.number is not None and _NUMBERED & set(before.terms):
                meanings, terms = (), ()  # "le GR 65" is of no age
            if length > 1 and (
                _waits_for_number(key, meanings, tokens, at + length)
                or (
                    not _KEPT & {m.group for m in meanings}
                    and (
                        _takes_from(tokens, at, length, score)
                        or _opens_name(tokens, at, length, places)
                    )
                )
            ):
                continue
            if length > 1 and (terms or any(m.group in _HOLDING for m in meanings)):
                meanings += said_besides(tokens, at, length, score, entry)
                terms += named_within(tokens, at, length, terms, score)
            if length == 1 and not is_label(terms):
                terms += leading_label(key)
            number = token.number if length == 1 else None
            date = _day_named(tokens, at, length)
            return Mark(
                key, *span, meanings=meanings, terms=terms, number=number, date=date
            ), length
    return Mark(token.word, token.start, token.end, number=token.number), 1


def _is_title(tokens: tuple[Token, ...], length: int, text: str) -> bool:
    """Whether the first words are what the rest asks about: "Penne: is it open?", "penne c'est
    loin ?"."""
    if text[tokens[length - 1].end :].lstrip().startswith(":"):
        return True
    return any(token.word in _FAR for token in tokens[length : length + _FAR_NEAR])


def _ends_in_hour(tokens: tuple[Token, ...], at: int, length: int, entry: Entry) -> bool:
    """Whether a phrase takes the number of an hour with it: "à deux" of "à deux heures", or
    noon: "après midi" of "après midi et demi"."""
    if length == 1 or at + length >= len(tokens) or _is_number(entry):
        return False
    last = groups_of(tokens[at + length - 1].word)
    if "qualifies" in last and {"unit", "number"} & groups_of(tokens[at + length].word):
        return "number" in groups_of(tokens[at].word)  # "une petite" of "une petite heure"
    if "hour_named" in last:
        return "past_hour" in groups_of(phrase(tokens, at + length, 2))
    if "unit" in last:  # "un jour et demi", nl "een dag of tien"
        behind = at + length
        link = lexicon().entries.get(tokens[behind].word)
        either = link and any(m.group == "or" and entry.langs & {*m.langs} for m in link.meanings)
        if either and "number" in groups_of(phrase(tokens, behind + 1, 1)):
            return True
        return any("plus_half" in groups_of(phrase(tokens, behind, n)) for n in (2, 3))
    return "number" in last and "of_clock" in groups_of(tokens[at + length].word)


def _is_number(entry: Entry) -> bool:
    return any(meaning.group in {"number", "quarter"} for meaning in entry.meanings)


def _waits_for_number(
    said: str, meanings: tuple[Meaning, ...], tokens: Sequence[Token], behind: int
) -> bool:
    """Whether a phrase like "on est à", "we zijn met" counts nobody: "on est à vélo"."""
    if said.rpartition(" ")[2] not in _BEFORE_COUNT:
        return False
    if not any(meaning.group == "we_are" for meaning in meanings) or behind >= len(tokens):
        return False
    following = lexicon().entries.get(tokens[behind].word)
    counts = following is not None and any(m.group in _COUNTS for m in following.meanings)
    return tokens[behind].number is None and not counts


def _takes_from(
    tokens: tuple[Token, ...], at: int, length: int, score: Mapping[str, float]
) -> bool:
    """Whether a phrase that opens with a function word takes the first words of another as long
    that goes on behind it: "un petit" of "un petit budget"."""
    for first in range(at + 1, at + length):
        if tokens[first - 1].word not in FUNCTION_WORDS:
            return False
        longest = min(lexicon().longest.get(tokens[first].word, 0), len(tokens) - first)
        for size in range(longest, max(length, at + length - first + 1) - 1, -1):
            key = phrase(tokens, first, size)
            entry = lexicon().entries.get(key)
            counts = "number" in groups_of(tokens[first + size - 1].word)  # "on a deux chats"
            if entry is not None and not (counts or _refuses(entry) or _foreign(key, entry, score)):
                return True
    return False


def _opens_name(tokens: tuple[Token, ...], at: int, length: int, places: PlaceNames) -> bool:
    """Whether a phrase ends in the first word of a longer name: "sur le chemin" of "sur le Chemin
    des mineurs"."""
    last = at + length - 1
    if any(token.word not in FUNCTION_WORDS for token in tokens[at:last]):
        return False
    longest = min(places.starting(tokens[last].word), len(tokens) - last)
    return any(places.named(phrase(tokens, last, size)) for size in range(longest, 1, -1))


def _refuses(entry: Entry) -> bool:
    """ "Pas au" takes no word from "ou pas"."""
    return any(meaning.group == "no" for meaning in entry.meanings)


def _day_named(tokens: Sequence[Token], at: int, length: int) -> str | None:
    """The date that a phrase is besides what it means: "31 décembre" is New Year's Eve, too."""
    day = tokens[at].number
    if length == 1 or day is None or day != int(day):
        return None
    said = lexicon().entries.get(tokens[at + length - 1].word)
    for meaning in said.meanings if said is not None else ():
        if meaning.group in {"month", "month_beside"} and possible(int(meaning.value), int(day)):
            return f"{meaning.value}-{int(day):02}"
    return None


def _is_place(
    name: str, entry: Entry | None, length: int, places: PlaceNames, before: Mark
) -> bool:
    """A name that is also an everyday word needs a word before it that announces a place."""
    everyday = length == 1 and (
        places.is_everyday(name) or (entry is not None and not places.is_given(name))
    )
    if not everyday:
        return True
    announced = any(meaning.group in _ANNOUNCING for meaning in before.meanings)
    return (
        announced or any(_stands_in(concepts()[term]) for term in before.terms)
    ) and not before.says("for_count")


def _stands_in(concept: Concept) -> bool:
    """Whether the name of a place may follow a concept without a word between them."""
    if concept.group == "labels":
        return concept.id not in _OF_FOOD
    return bool(concept.kinds) and _EATEN.isdisjoint(concept.kinds)


def _foreign(said: str, entry: Entry, score: Mapping[str, float]) -> bool:
    """Whether an everyday or short word is said in none of the languages spoken here: ca
    "fill", a son, is no son in "fill our bottles"."""
    heard = spoken(score)
    if heard in entry.langs:
        return False
    best = max(score[lang] for lang in entry.langs) if entry.langs else 0.0
    return said in everyday()[heard] or (len(said) <= _SHORT and best * 2 < score[heard])
