"""What typed words may stand for, asked of the search tables; nothing is kept in memory but
the answers for the last few hundred words."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

from catalog.geo import Point
from catalog.search import codes, spelling
from catalog.search.phonetic import heard, sound
from catalog.search.thesaurus import stem
from catalog.text import words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from catalog.model import TermId
    from catalog.store.reader import Catalogue

_T = TypeVar("_T")
MAX_SPELLINGS: Final = 14
MAX_BEGUN: Final = 24
"""Words of one beginning that are asked for one by one: cheaper than merging all their rows."""
MUCH_ALIKE: Final = 0.6
_SOUNDS_SHARED: Final = 3
_SHORTEST_PART: Final = 3
_LONGEST_GLUED: Final = 24
_ENDING: Final = 5
"""Letters that an inflection adds or changes, at most."""
_REMEMBERED: Final = 512
_PHRASES_REMEMBERED: Final = 4_000
_COMMUNES_REMEMBERED: Final = 2_000
_LAST: Final = "\U0010ffff"
"""Sorts after every letter that a phrase can hold."""


class Neighbour(NamedTuple):
    """A known word (or, with `beginning`, the first letters of some) close to a typed one."""

    word: str
    listings: int
    errors: int
    first_letter: bool
    beginning: bool = False
    by_sound: bool = False


class Meaning(NamedTuple):
    """A concept that a phrase names. `spelt`: the phrase with its accents; `complete`: how much
    of it is typed, 0 to 1."""

    phrase: str
    lang: str
    code: str
    term: TermId
    weight: float
    spelt: str
    complete: float = 1.0


@dataclass(frozen=True, slots=True)
class Town:
    """A commune that has listings."""

    name: str
    title: str
    point: Point
    listings: int
    department: str


class OtherName(NamedTuple):
    """What a phrase also stands for: the words of a place, or the code of a department.
    `how`: `alias`, `abbreviation` or `department`."""

    phrase: str
    how: str
    terms: tuple[str, ...]


class Lexicon:
    """The words, sounds and phrases of one open catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._rows = catalogue.rows
        self.size: int = self._rows("SELECT count(*) FROM listing")[0][0]
        self._shared: dict[str, bool] = {}
        remember = lru_cache(maxsize=_REMEMBERED)
        self.listings = remember(self._listings)
        self.begun = remember(self._begun)
        self.spellings = remember(self._spellings)
        self.far_spellings = remember(self._far_spellings)
        self.beginnings = remember(self._beginnings)
        self.sounds = remember(self._sounds)
        self.alike = remember(self._alike)
        self.heard_parts = remember(self._heard_parts)
        self.in_french = remember(self._in_french)
        self.meanings_begun = remember(self._meanings_begun)
        self.meanings_stemmed = remember(self._meanings_stemmed)
        self.inflected = remember(self._inflected)
        self.towns = remember(self._towns)
        self._named: dict[str, tuple[Meaning, ...]] = {}
        self._called: dict[str, tuple[OtherName, ...]] = {}
        self.frequency = remember(self._frequency)
        self.splits = remember(self._splits)

    def _listings(self, word: str) -> int | None:
        """In how many listings a word stands; None if nobody knows it, 0 if only the
        vocabulary does."""
        found = self._rows("SELECT listings FROM search_word WHERE word = ?", (word,))
        return found[0][0] if found else None

    def _frequency(self, code: str) -> int:
        """How many listings carry a code, up to 2,000."""
        query = (
            "SELECT count(*) FROM (SELECT 1 FROM search_text WHERE search_text MATCH ? LIMIT 2000)"
        )
        return int(self._rows(query, (f'"{code}"',))[0][0])

    def _begun(self, beginning: str) -> tuple[str, ...] | None:
        """The words of listings that begin so; None when there are too many to name."""
        rows = self._rows(
            "SELECT word FROM search_word WHERE word >= ? AND word < ? AND listings > 0 LIMIT ?",
            (beginning, beginning + _LAST, MAX_BEGUN + 1),
        )
        return tuple(row[0] for row in rows) if len(rows) <= MAX_BEGUN else None

    def _spellings(self, word: str) -> tuple[Neighbour, ...]:
        """Words within the budget of errors, closest and most frequent first."""
        allowed = spelling.budget(word)
        return _closest(self._within(word, allowed)) if allowed else ()

    def _far_spellings(self, word: str) -> tuple[Neighbour, ...]:
        """Words of listings within one error more than the budget, the closest first."""
        allowed = spelling.wide_budget(word)
        if not allowed:
            return ()
        return _closest(each for each in self._within(word, allowed) if each.listings)

    def _within(self, word: str, allowed: int) -> list[Neighbour]:
        return [
            Neighbour(other, listings, errors, other[0] == word[0])
            for other, listings in self._sharing_a_form(word, min(allowed, 2))
            if other != word and (errors := spelling.distance(word, other, allowed)) is not None
        ]

    def _sharing_a_form(self, word: str, allowed: int) -> set[tuple[str, int]]:
        """The words that share a form with so many letters left out, with their listings."""
        forms = spelling.deletions(word, allowed)
        return set(
            self._rows(
                "SELECT search_word.word, listings FROM search_deletion "  # noqa: S608
                "JOIN search_word ON search_word.id = search_deletion.word "
                f"WHERE form IN ({_marks(forms)})",
                (*forms,),
            )
        )

    def _beginnings(self, word: str) -> tuple[Neighbour, ...]:
        """Beginnings of words within the budget of errors of a word still being typed."""
        allowed = spelling.budget(word)
        if not allowed:
            return ()
        if len(word) <= spelling.REACH:
            forms = spelling.deletions(word, 1)
            rows = self._rows(
                f"SELECT beginning FROM search_beginning WHERE form IN ({_marks(forms)})",  # noqa: S608
                (*forms,),
            )
            return _closest(
                Neighbour(other, 0, errors, other[0] == word[0], beginning=True)
                for (other,) in set(rows)
                if len(other) >= len(word) - 1
                and not word.startswith(other)
                and (errors := spelling.distance(word, other, allowed)) is not None
            )
        return _closest(
            Neighbour(other, listings, errors, other[0] == word[0])
            for other, listings in self._sharing_a_form(word, allowed)
            if other != word
            and (errors := spelling.prefix_distance(word, other, allowed)) is not None
        )

    def _sounds(self, word: str) -> tuple[Neighbour, ...]:
        """Words that sound the same, to a French ear or as other ears write French."""
        keys = heard(word)
        if not keys:
            return ()
        rows = self._rows(
            "SELECT word, listings FROM search_word "  # noqa: S608
            f"WHERE sound IN ({_marks(keys)}) AND sound <> '' "
            "ORDER BY listings DESC, word LIMIT ?",
            (*keys, MAX_SPELLINGS),
        )
        return tuple(
            Neighbour(other, listings, 1, other[0] == word[0], by_sound=True)
            for other, listings in rows
            if other != word
        )

    def _alike(self, word: str) -> tuple[tuple[str, float], ...]:
        """Words of listings that sound much like one, each with how much, 0 to 1."""
        key = sound(word)
        if len(key) <= _SOUNDS_SHARED:
            return ()
        rows = self._rows(
            "SELECT sound, word FROM search_word "
            "WHERE sound >= ? AND sound < ? AND sound <> '' AND listings > 0",
            (key[:_SOUNDS_SHARED], key[:_SOUNDS_SHARED] + _LAST),
        )
        found = process.extract(
            key,
            [row[0] for row in rows],
            scorer=OSA.normalized_similarity,
            score_cutoff=MUCH_ALIKE,
            limit=MAX_SPELLINGS,
        )
        return tuple((rows[at][1], likeness) for _, likeness, at in found)

    def _heard_parts(self, word: str) -> tuple[tuple[str, str], ...]:
        """Pairs of words of listings that sound as the two parts of a word ("praperot")."""
        cuts = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
        halves = [(sound(word[:cut]), sound(word[cut:])) for cut in cuts]
        keys = sorted({key for pair in halves for key in pair if len(key) > 1})
        if not keys or len(word) > _LONGEST_GLUED:
            return ()
        known: dict[str, list[str]] = {}
        for key, one in self._rows(
            "SELECT sound, word FROM search_word "  # noqa: S608
            f"WHERE sound IN ({_marks(keys)}) AND sound <> '' AND listings > 0 "
            "ORDER BY listings DESC, word",
            keys,
        ):
            known.setdefault(key, []).append(one)
        return tuple(
            (left, right)
            for first, second in halves
            for left in known.get(first, ())[:2]
            for right in known.get(second, ())[:2]
        )[:MAX_SPELLINGS]

    def meanings(self, phrases: Collection[str]) -> list[Meaning]:
        """The concepts that phrases name exactly, in any language."""
        return _each(phrases, self._named, self._meanings)

    def _meanings(self, phrases: Sequence[str]) -> Iterator[tuple[str, Meaning]]:
        for row in self._rows(
            "SELECT phrase, lang, concept, weight, spelt FROM search_concept "  # noqa: S608
            f"WHERE phrase IN ({_marks(phrases)})",
            phrases,
        ):
            yield row[0], _meaning(*row)

    def _in_french(self, concept: str) -> str | None:
        """The French phrase for a concept; None for a source's own term."""
        rows = self._rows(
            "SELECT phrase FROM search_concept WHERE concept = ? AND lang = 'fr' "
            "ORDER BY weight DESC, length(phrase), phrase LIMIT 1",
            (concept,),
        )
        return rows[0][0] if rows else None

    def _meanings_begun(self, beginning: str) -> tuple[Meaning, ...]:
        """The concepts whose phrases begin so, the shortest phrases first."""
        rows = self._rows(
            "SELECT phrase, lang, concept, weight, spelt FROM search_concept "
            "WHERE phrase > ? AND phrase < ? "
            "ORDER BY length(phrase), weight DESC, phrase, concept, lang LIMIT 24",
            (beginning, beginning + _LAST),
        )
        return tuple(_meaning(*row, complete=len(beginning) / len(row[0])) for row in rows)

    def _inflected(self, word: str) -> frozenset[str]:
        """The languages in which a word may be a form of a word of the vocabulary: those with a
        stem that it begins with. So only these are ever stemmed."""
        stems = [word[:size] for size in range(max(2, len(word) - _ENDING), len(word) + 1)]
        rows = self._rows(
            f"SELECT lang FROM search_stem WHERE stem IN ({_marks(stems)})",  # noqa: S608
            stems,
        )
        return frozenset(lang for (lang,) in rows)

    def _meanings_stemmed(self, phrase: str, languages: frozenset[str]) -> tuple[Meaning, ...]:
        """The concepts whose phrases are another form of this one: plural, feminine, case."""
        keys = [(stem(phrase, lang), lang) for lang in sorted(languages)]
        where = " OR ".join("(stem = ? AND search_stem.lang = ?)" for _ in keys)
        rows = self._rows(  # the condition is ours, the values are bound
            "SELECT DISTINCT search_stem.phrase, search_stem.lang, concept, weight, spelt "  # noqa: S608
            "FROM search_stem JOIN search_concept ON search_concept.phrase = search_stem.phrase "
            f"AND search_concept.lang = search_stem.lang WHERE {where}",
            [part for key in keys for part in key],
        )
        return tuple(_meaning(*row) for row in rows)

    def other_names(self, phrases: Collection[str]) -> list[OtherName]:
        """What phrases also stand for: other names of communes, departments, abbreviations."""
        return _each(phrases, self._called, self._other_names)

    def _other_names(self, phrases: Sequence[str]) -> Iterator[tuple[str, OtherName]]:
        for phrase, how, terms in self._rows(
            "SELECT phrase, how, terms FROM search_alias "  # noqa: S608
            f"WHERE phrase IN ({_marks(phrases)}) ORDER BY phrase, how, terms",
            phrases,
        ):
            yield phrase, OtherName(phrase, how, tuple(terms.split()))

    def _splits(self, word: str) -> tuple[tuple[str, ...], ...]:
        """A few known words written as one ("capdecouverte", "labbaye"), the likeliest first."""
        if not 5 <= len(word) <= 30 or not word.isalpha():
            return ()
        size = len(word)
        pieces = {word[a:b] for a in range(size) for b in range(a + 2, size + 1)}
        known = dict(
            self._rows(
                "SELECT word, listings FROM search_word "
                "WHERE word IN (SELECT value FROM json_each(?)) AND listings > 0",
                (json.dumps(sorted(pieces - {word})),),
            )
        )
        return _best_splits(word, known)

    def neighbours(self, word: str, *, unfinished: bool) -> tuple[Neighbour, ...]:
        """Every correction of a word: spelling, sound, and beginnings while it is typed."""
        found = [*self.spellings(word), *self.sounds(word)]
        if unfinished:
            found += self.beginnings(word)
        return tuple(found)

    def _towns(self, name: str, *, unfinished: bool = False) -> tuple[Town, ...]:
        """The communes of a name, or of which it is another name (or, while it is typed, that
        begin so), largest first. "verfeil 82" is the one in that department."""
        place, _, number = name.rpartition(" ")
        if not (place and number[:1].isdigit()):
            place, number = name, ""
        rows = self._rows(
            "SELECT name, title, latitude, longitude, listings, insee FROM search_commune "
            "WHERE name >= ? AND name <= ? "
            "OR name IN (SELECT terms FROM search_alias WHERE phrase = ? AND how = 'alias') "
            "ORDER BY listings DESC, insee LIMIT 8",
            (place, place + _LAST if unfinished else place, place),
        )
        return tuple(
            Town(found, title, Point(latitude, longitude), listings, department)
            for found, title, latitude, longitude, listings, insee in rows
            if (department := codes.department_of(insee).casefold()).startswith(number)
        )

    def namesakes(self, communes: Collection[str]) -> frozenset[str]:
        """Which of these normalised names several communes of the catalogue bear."""
        unknown = [name for name in communes if name not in self._shared]
        if unknown:
            if len(self._shared) + len(unknown) > _COMMUNES_REMEMBERED:
                self._shared.clear()
                unknown = list(communes)
            rows = self._rows(
                "SELECT name FROM search_commune WHERE name IN (SELECT value FROM json_each(?)) "
                "GROUP BY name HAVING count(DISTINCT insee) > 1",
                (json.dumps(unknown),),
            )
            self._shared.update(dict.fromkeys(unknown, False), **{name: True for (name,) in rows})
        return frozenset(name for name in communes if self._shared[name])

    def place_called(self, name: str) -> Point | None:
        """Where the one listing of exactly this name is."""
        rows = self._rows(
            "SELECT latitude, longitude FROM search_name JOIN search_doc ON id = doc "
            "WHERE search_name.name = ? ORDER BY doc LIMIT 1",
            (name,),
        )
        return Point(*rows[0]) if rows else None


def _marks(values: Collection[object]) -> str:
    """As many places for values in a statement."""
    return ",".join("?" * len(values))


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


def _meaning(
    phrase: str, lang: str, concept: TermId, weight: float, spelt: str, *, complete: float = 1.0
) -> Meaning:
    return Meaning(phrase, lang, codes.concept(concept), concept, weight, spelt, complete)


def _closest(found: Iterable[Neighbour]) -> tuple[Neighbour, ...]:
    ordered = sorted(found, key=lambda n: (n.errors, not n.first_letter, -n.listings, n.word))
    return tuple(ordered[:MAX_SPELLINGS])


_LINKING: Final = frozenset(words("le la les l de du des d a à au aux en et sur sous"))
"""French small words that run together with their neighbours: "chapelledetutiac"."""
_LINK: Final = 0.2
_AFTER_LINK: Final = 3
_MOST_PIECES: Final = 6
_SPLITS: Final = 3


def _best_splits(word: str, known: Mapping[str, int]) -> tuple[tuple[str, ...], ...]:
    """The fewest, longest known pieces that make up the word, the best first, with the small
    words before them; these cost little."""
    size = len(word)
    best: list[list[tuple[float, tuple[str, ...]]]] = [[] for _ in range(size + 1)]
    best[0] = [(0.0, ())]
    for end in range(1, size + 1):
        ways: list[tuple[float, tuple[str, ...]]] = []
        for start in range(end):
            if not best[start]:
                continue
            piece = word[start:end]
            if piece in _LINKING:
                if size - end < _AFTER_LINK:
                    continue
                cost = _LINK
            elif piece in known:
                # A rare or short piece is more often a coincidence than a word.
                cost = 1 + 2 / len(piece) + 0.5 / known[piece]
            else:
                continue
            for before, pieces in best[start]:
                if len(pieces) < _MOST_PIECES:
                    ways.append((before + cost, (*pieces, piece)))
        best[end] = sorted(ways)[:_SPLITS]
    return tuple(pieces for _, pieces in best[size])
