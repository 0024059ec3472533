"""What typed words may stand for, asked of the search tables; nothing is kept in memory but
the answers for the last few hundred words."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING, Final, TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

from catalog.geo import Point
from catalog.model import TermId
from catalog.search import codes, ordinary, spelling
from catalog.search.communes import Communes
from catalog.search.forms import HEAD, SHORTER, Forms
from catalog.search.index_words import LABELLED
from catalog.search.known import MAX_SPELLINGS, Meaning, Neighbour, OtherName, closest
from catalog.search.parting import best_splits
from catalog.search.phonetic import heard, sound
from catalog.search.shelf import Shelf
from catalog.search.thesaurus import LABEL, SYNONYM, stem, with_endings

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from catalog.store.reader import Catalogue

_T = TypeVar("_T")
MAX_BEGUN: Final = 24
"""Words of one beginning that are asked for one by one: cheaper than merging all their rows."""
_MEANINGS_BEGUN: Final = 24
MUCH_ALIKE: Final = 0.6
_SOUNDS_SHARED: Final = 3
_SHORTEST_PART, _LONGEST_GLUED = 3, 24
_ENDING: Final = 5
"""Letters that an inflection adds or changes, at most."""
_REMEMBERED: Final = 512
_FORMS_REMEMBERED: Final = 64
_PHRASES_REMEMBERED: Final = 4_000


class Lexicon:
    """The words, sounds and phrases of one open catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._rows = catalogue.rows
        self.size = catalogue.meta.listings
        self._names = Shelf(self._rows, "search_name")
        self._words = Shelf(self._rows, "search_word")
        self._heard = Shelf(self._rows, "search_sound")
        self._phrases = Shelf(self._rows, "search_phrase")
        self._stems = Shelf(self._rows, "search_stem")
        self._concepts = Shelf(self._rows, "search_concept")
        self._aliases = Shelf(self._rows, "search_alias")
        self._ordinary = Shelf(self._rows, ordinary.TABLE)
        self._forms = Forms(self._rows)
        self._sharing = lru_cache(maxsize=_FORMS_REMEMBERED)(self._holding)
        remember = lru_cache(maxsize=_REMEMBERED)
        self.listings = remember(self._listings)
        self.is_ordinary = remember(self._is_ordinary)
        self.begun = remember(self._begun)
        self.spellings = remember(self._spellings)
        self.far_spellings = remember(self._far_spellings)
        self.beginnings = remember(self._beginnings)
        self.sounds = remember(self._sounds)
        self.alike = remember(self._alike)
        self.heard_parts = remember(self._heard_parts)
        self.in_french = remember(self._in_french)
        self._concept = remember(self._numbered)
        self.meanings_begun = remember(self._meanings_begun)
        self.meanings_stemmed = remember(self._meanings_stemmed)
        self.inflected = remember(self._inflected)
        self.communes = Communes(self._rows, self.other_names, self._is_held)
        self._named: dict[str, tuple[Meaning, ...]] = {}
        self._called: dict[str, tuple[OtherName, ...]] = {}
        self.frequency = remember(self._frequency)
        self.is_what = remember(self._is_what)
        self.splits = remember(self._splits)
        self.neighbours = remember(self._neighbours)

    def _listings(self, word: str) -> int | None:
        """In how many listings a word stands; None if nobody knows it, 0 if only the
        vocabulary does."""
        said = self._words.says(word)
        return None if said is None else int(said or 0)

    def _is_ordinary(self, word: str, lang: str) -> bool:
        """Whether a word stays as typed in a line of this language, whatever it is near to."""
        return ordinary.is_ordinary(self._ordinary, word, lang)

    def is_known(self, word: str) -> bool:
        """Whether listings or the vocabulary have a word, or it is short for another."""
        return self.listings(word) is not None or bool(self.other_names((word,)))

    def _frequency(self, code: str) -> int:
        """How many listings carry a code, up to 2,000."""
        query = (
            "SELECT count(*) FROM (SELECT 1 FROM search_text WHERE search_text MATCH ? LIMIT 2000)"
        )
        return int(self._rows(query, (f'"{code}"',))[0][0])

    def _is_what(self, code: str) -> bool:
        """Whether any listing is what a code says; others may have it, as "wifi"."""
        query = "SELECT 1 FROM search_text WHERE search_text MATCH ? LIMIT 1"
        return bool(self._rows(query, (f'concepts : "{code}"',)))

    def _is_held(self, word: str, beginning: bool) -> bool:
        """Whether a listing holds a word, or one that begins so."""
        return self.begun(word) != () if beginning else bool(self.listings(word))

    def _begun(self, beginning: str) -> tuple[str, ...] | None:
        """The words of listings that begin so; None when there are too many to name."""
        found = (word for word, said in self._words.begun(beginning) if said)
        some = tuple(islice(found, MAX_BEGUN + 1))
        return some if len(some) <= MAX_BEGUN else None

    def _spellings(self, word: str) -> tuple[Neighbour, ...]:
        """Words within the budget of errors, closest and most frequent first."""
        allowed = spelling.budget(word)
        return closest(self._within(word, allowed)) if allowed else ()

    def _far_spellings(self, word: str) -> tuple[Neighbour, ...]:
        """Words of listings within one error more than the budget, the closest first."""
        allowed = spelling.wide_budget(word)
        if not allowed:
            return ()
        return closest(each for each in self._within(word, allowed) if each.listings)

    def _within(self, word: str, allowed: int) -> list[Neighbour]:
        forms, known = self._sharing_a_form(word, min(allowed, 2))
        near = process.extract(
            word, list(known), scorer=OSA.distance, score_cutoff=allowed, limit=None
        )
        return [
            Neighbour(other, int(known[other] or 0), int(errors), other[0] == word[0])
            for other, errors, _ in near
            if _shares(other, known[other], forms)
        ]

    def _sharing_a_form(self, word: str, left_out: int) -> tuple[frozenset[str], dict[str, str]]:
        """The forms of a word with so many letters left out, and the other words that may have
        one of them, with their listings."""
        forms = spelling.deletions(word, left_out)
        known = dict(self._sharing(forms))
        known.pop(word, None)
        return forms, known

    def _holding(self, forms: frozenset[str]) -> list[tuple[str, str]]:
        """The words that may have one of these forms, with their listings: those of a long word
        stay the same while its end is typed."""
        heads = [number for kind, number in self._forms.of(forms) if kind == HEAD]
        return self._words.alike(heads, spelling.REACH)

    def _beginnings(self, word: str) -> tuple[Neighbour, ...]:
        """Beginnings of words within the budget of errors of a word still being typed."""
        allowed = spelling.budget(word)
        if not allowed:
            return ()
        if len(word) > spelling.REACH:
            forms, known = self._sharing_a_form(word, allowed)
            return closest(
                Neighbour(other, int(said or 0), errors, other[0] == word[0])
                for other, said in known.items()
                if (errors := spelling.prefix_distance(word, other, allowed)) is not None
                and _shares(other, said, forms)
            )
        sizes: dict[int, list[int]] = {}
        for kind, number in self._forms.of(spelling.deletions(word, 1)):
            if kind != HEAD and kind + SHORTER >= len(word) - 1:
                sizes.setdefault(number, []).append(kind + SHORTER)
        others = {
            whole[:size]
            for number, whole, _ in self._words.numbered(sizes)
            for size in sizes[number]
        }
        return closest(
            Neighbour(other, 0, errors, other[0] == word[0], beginning=True)
            for other in others
            if not word.startswith(other)
            and (errors := spelling.distance(word, other, allowed)) is not None
        )

    def _sounds(self, word: str) -> tuple[Neighbour, ...]:
        """Words that sound the same, to a French ear or as other ears write French."""
        numbers = [
            int(number) for _, said in self._heard.each(heard(word)) for number in said.split(" ")
        ]
        found = [(other, int(said or 0)) for _, other, said in self._words.numbered(numbers)]
        found.sort(key=lambda each: (-each[1], each[0]))
        return tuple(
            Neighbour(other, listings, 1, other[0] == word[0], by_sound=True)
            for other, listings in found[:MAX_SPELLINGS]
            if other != word
        )

    def _alike(self, word: str) -> tuple[tuple[str, float], ...]:
        """Words of listings that sound much like one, each with how much, 0 to 1."""
        key = sound(word)
        if len(key) <= _SOUNDS_SHARED:
            return ()
        sounds = list(self._heard.begun(key[:_SOUNDS_SHARED]))
        found = process.extract(
            key,
            [each for each, _ in sounds],
            scorer=OSA.normalized_similarity,
            score_cutoff=MUCH_ALIKE,
            limit=MAX_SPELLINGS,
        )
        return tuple(
            (other, likeness)
            for _, likeness, at in found
            for other, _ in self._sounding(sounds[at][1])
        )[:MAX_SPELLINGS]

    def _sounding(self, numbers: str) -> list[tuple[str, int]]:
        """The words of listings among these, those of most listings first."""
        found = self._words.numbered(int(number) for number in numbers.split(" "))
        known = [(word, int(said)) for _, word, said in found if said]
        return sorted(known, key=lambda each: (-each[1], each[0]))

    def _heard_parts(self, word: str) -> tuple[tuple[str, str], ...]:
        """Pairs of words of listings that sound as the two parts of a word ("praperot")."""
        cuts = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
        halves = [(sound(word[:cut]), sound(word[cut:])) for cut in cuts]
        keys = sorted({key for pair in halves for key in pair if len(key) > 1})
        if not keys or len(word) > _LONGEST_GLUED:
            return ()
        known = {
            key: [other for other, _ in self._sounding(said)[:2]]
            for key, said in self._heard.each(keys)
        }
        return tuple(
            (left, right)
            for first, second in halves
            for left in known.get(first, ())
            for right in known.get(second, ())
        )[:MAX_SPELLINGS]

    def meanings(self, phrases: Collection[str]) -> list[Meaning]:
        """The concepts that phrases name exactly, in any language."""
        return _each(phrases, self._named, self._meanings)

    def _meanings(self, phrases: Sequence[str]) -> Iterator[tuple[str, Meaning]]:
        for phrase, said in self._phrases.each(phrases):
            for meaning in self._meant(phrase, said):
                yield phrase, meaning

    def _meant(self, phrase: str, said: str, complete: float = 1.0) -> Iterator[Meaning]:
        """What the line of a phrase says, by concept and language."""
        for field in said.split("\t"):
            number, _, spelt = field[3:].partition(":")
            weight = LABEL if field[2] == LABELLED else SYNONYM
            for code, term in self._concept(number):
                yield Meaning(phrase, field[:2], code, term, weight, spelt or phrase, complete)

    def _numbered(self, number: str) -> tuple[tuple[str, TermId], ...]:
        """The concept of a number, with its code."""
        found = self._concepts.numbered((int(number),))
        return tuple([(codes.concept(TermId(name)), TermId(name)) for _, name, _ in found])

    def _in_french(self, concept: str) -> str | None:
        """The French phrase for a concept; None for a source's own term."""
        return self._concepts.says(concept) or None

    def _meanings_begun(self, beginning: str) -> tuple[Meaning, ...]:
        """The concepts whose phrases begin so, the shortest phrases first."""
        lines = [
            (len(phrase), phrase, said)
            for phrase, said in self._phrases.begun(beginning)
            if phrase != beginning
        ]
        found: list[Meaning] = []
        for size, same in groupby(sorted(lines), key=itemgetter(0)):
            meant = [
                meaning
                for _, phrase, said in same
                for meaning in self._meant(phrase, said, len(beginning) / size)
            ]
            found += sorted(meant, key=lambda m: (-m.weight, m.phrase, m.term, m.lang))
            if len(found) >= _MEANINGS_BEGUN:
                break
        return tuple(found[:_MEANINGS_BEGUN])

    def _inflected(self, word: str) -> frozenset[str]:
        """The languages in which a word may be a form of a word of the vocabulary: those with a
        stem that it begins with. So only these are ever stemmed."""
        stems = [word[:size] for size in range(max(2, len(word) - _ENDING), len(word) + 1)]
        return frozenset(
            lang for _, said in self._stems.each(stems) for lang in _pairs(said.split("\t")[0])
        )

    def _meanings_stemmed(self, phrase: str, languages: frozenset[str]) -> tuple[Meaning, ...]:
        """The concepts whose phrases are another form of this one: plural, feminine, case."""
        found: list[Meaning] = []
        for lang in sorted(languages):
            stems = stem(phrase, lang)
            _, *forms = (self._stems.says(stems) or "").split("\t")
            phrases = [with_endings(stems, form[2:]) for form in forms if form[:2] == lang]
            found += [each for each in self.meanings(phrases) if each.lang == lang]
        return tuple(found)

    def other_names(self, phrases: Collection[str]) -> list[OtherName]:
        """What phrases also stand for: other names of communes, departments, abbreviations."""
        return _each(phrases, self._called, self._other_names)

    def _other_names(self, phrases: Sequence[str]) -> Iterator[tuple[str, OtherName]]:
        for phrase, said in self._aliases.each(phrases):
            for field in said.split("\t"):
                how, *terms = field.split(" ")
                yield phrase, OtherName(phrase, how, tuple(terms))

    def _splits(self, word: str) -> tuple[tuple[str, ...], ...]:
        """A few known words written as one ("capdecouverte", "labbaye"), the likeliest first."""
        if not 5 <= len(word) <= 30 or not word.isalpha():
            return ()
        return best_splits(word, self.listings)

    def _neighbours(self, word: str, *, unfinished: bool) -> tuple[Neighbour, ...]:
        """Every correction of a word: spelling, sound, and beginnings while it is typed."""
        found = [*self.spellings(word), *self.sounds(word)]
        if unfinished:
            found += self.beginnings(word)
        return tuple(found)

    def called(self, name: str, *, unfinished: bool, most: int) -> tuple[list[int], list[int]]:
        """The rows of exactly this name, and, while it is typed, those of names that go on from
        it, in the order of the names: so many in all, but all of the former."""
        same: list[int] = []
        begun: list[int] = []
        for found, said in self._names.begun(name):
            rows = [int(row) for row in said.split(" ")]
            if found == name:
                same = rows
            elif unfinished:
                begun += rows
            if not unfinished or len(same) + len(begun) >= most:
                break
        return same, begun[: max(0, most - len(same))]

    def place_called(self, name: str) -> Point | None:
        """Where the one listing of exactly this name is."""
        said = self._names.says(name)
        if said is None:
            return None
        rows = self._rows(
            "SELECT latitude, longitude FROM search_doc WHERE id = ?",
            (int(said.partition(" ")[0]),),
        )
        return Point(*rows[0]) if rows else None


def _shares(word: str, said: str, forms: frozenset[str]) -> bool:
    """Whether a word has one of these forms with letters left out."""
    return not forms.isdisjoint(
        spelling.deletions(word, spelling.reach(word, stands_somewhere=bool(said)))
    )


def _each(
    phrases: Collection[str],
    known: dict[str, tuple[_T, ...]],
    ask: Callable[[Sequence[str]], Iterable[tuple[str, _T]]],
) -> list[_T]:
    """What is known of phrases, and of those that are new what is asked for them all at once."""
    new = [each for each in phrases if each not in known]
    if new:
        if len(known) + len(new) > _PHRASES_REMEMBERED:
            known.clear()
            new = list(phrases)
        found: dict[str, list[_T]] = {each: [] for each in new}
        for phrase, one in ask(new):
            found[phrase].append(one)
        known.update({phrase: tuple(every) for phrase, every in found.items()})
    return [one for phrase in phrases for one in known[phrase]]


def _pairs(langs: str) -> list[str]:
    """The languages of "defr"."""
    return [langs[at : at + 2] for at in range(0, len(langs), 2)]
