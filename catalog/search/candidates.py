"""From readings to at most a few hundred rows, in tiers that widen only while little is found."""

from __future__ import annotations

import json
from math import cos, radians
from typing import TYPE_CHECKING, Final

from catalog.geo import Point, distance_km
from catalog.search import correcting
from catalog.search.lookup import standing
from catalog.search.picking import BY_TEXT, Found, Picking

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalog.search.filters import Limits
    from catalog.search.known import Town
    from catalog.search.lexicon import Lexicon
    from catalog.search.question import Question, Word
    from catalog.search.rows import Doc, Rows
    from catalog.store.reader import Catalogue

CORRECTED: Final = 60
"""Rows taken from one condition (`filters.MOST`), of words that had to be corrected."""
FEW: Final = 10
SOME: Final = 40
NARROW: Final = 40
"""Rows of some words under which those that have one more word are picked without asking."""
_HARDLY_BY_CHANCE: Final = 3
TELLING: Final = 4
"""Letters of a word that a text has for a reason."""
TOWN_KM: Final = 60.0
"""How far from a town what it has not itself is still an answer."""

_NEAREST_OF: Final = (
    "SELECT id FROM search_doc WHERE id IN (SELECT value FROM json_each(?)) "
    "ORDER BY (latitude - ?) * (latitude - ?) + (longitude - ?) * (longitude - ?) * ?, id LIMIT ?"
)
_BY_BODY: Final = "SELECT rowid FROM search_body WHERE search_body MATCH ? LIMIT ?"


class Gathering:
    """The collecting of candidates for one question."""

    def __init__(
        self,
        catalogue: Catalogue,
        rows: Rows,
        lexicon: Lexicon,
        question: Question,
        limits: Limits,
    ) -> None:
        self._ask = catalogue.rows
        self._rows = rows
        self._lexicon = lexicon
        self._question = question
        self._limits = limits
        self._around = question.near or limits.origin
        self._found = Found()
        self._picking = Picking(catalogue, rows, limits, self._around, self._found)
        self._asked: dict[str, int] = {}
        self._corrected: list[Word] = []
        self._meant = False

    def candidates(self) -> Found:
        """The rows worth ranking, from the most literal tier to the most forgiving. Without
        words: all that the limits allow, nearest first as far as rows are taken."""
        question, found = self._question, self._found
        if question.typed:
            self._by_name()
        if not question.words:
            found.add(self._picking.near(""))
            return found
        self._literal()
        literal = len(found.docs)
        if not found.named:
            self._called_rest(question.typed)
        if found.cut and not question.concept_only:
            self._called_as(correcting.in_french(self._lexicon, question))
        if found.named and literal > len(found.named):
            return found
        if not self._enough(SOME) and not question.concept_only:
            unknown = [word for word in question.words if not word.listings]
            correcting.add_unfinished(self._lexicon, unknown)
            self._all_words(question.words)
        # Three words found together are hardly a coincidence: only the rarest may be a slip.
        sure = literal > 0 and len(question.words) >= _HARDLY_BY_CHANCE
        if not self._enough(FEW) and not found.named and not sure:
            correcting.add_joined_and_split(self._lexicon, question)
            self._all_words(question.words, most=CORRECTED)
            self._called_as(correcting.likeliest(question))
        if not self._enough(FEW) and not found.named:
            rarest = max(question.words, key=lambda word: word.rarity)
            self._correct([rarest] if sure else question.words)
            short = [word for word in question.words if not word.listings and len(word.text) == 3]
            if short and not self._enough(FEW) and not sure:
                correcting.add_far_corrections(self._lexicon, short, self._question.lang)
                self._all_words(question.words, most=CORRECTED)
        if not self._enough(FEW) and len(question.words) > 1 and not sure and not self._meant:
            self._around_towns()
        if not self._enough(3) and not found.settled and not sure and not self._meant:
            self._fewer_words()
        return found

    def _enough(self, rows: int) -> bool:
        """Whether the words are understood: so many rows have them. What the limits keep out counts
        as well, as long as something is left to show."""
        shown = len(self._found.docs)
        return shown >= rows or (shown > 0 and shown + len(self._found.kept_out) >= rows)

    def _correct(self, words: Sequence[Word]) -> None:
        """Rows that have these words corrected."""
        self._corrected += words
        correcting.add_corrections(self._lexicon, self._question, words)
        self._all_words(self._question.words, most=CORRECTED)
        meant = correcting.likeliest(self._question)
        self._called_as(meant)
        if meant != self._question.typed:
            self._called_rest(meant)

    def more(self, doubted: Sequence[Word]) -> Iterator[Found]:
        """More rows, for when the best of the candidates has not all words: the doubted ones
        unfinished, corrected, and with an error more than is forgiven at once."""
        if not doubted:
            return
        words = self._question.words
        known = [word for word in words if word.listings]
        if known:  # "biblio municipale", though one listing is called La Biblio
            correcting.add_unfinished(self._lexicon, known)
            self._all_words(words)
            yield self._found
        large = [
            word for word in words if word.listings or not correcting.is_almost_small(word.text)
        ]
        if 0 < len(large) < len(words):  # "laz salamandre"
            self._all_words(large)
        new = [word for word in doubted if word not in self._corrected]
        if new:
            self._correct(new)
            yield self._found
        if correcting.add_far_corrections(self._lexicon, doubted, self._question.lang):
            self._all_words(words, most=CORRECTED)
            self._called_as(correcting.likeliest(self._question))
            yield self._found

    def last_resorts(self) -> Iterator[Found]:
        """More rows, for when none of the candidates is a good answer: words too badly spelt
        to be looked up, then listings whose text alone holds the words. One word alone that finds
        nothing is a slip after all, ordinary or not: "avoir" for "lavoir"."""
        words = self._question.words
        if len(words) == 1 and not self._found.docs:
            correcting.add_corrections(self._lexicon, self._question, words, ordinary=True)
            self._all_words(words, most=CORRECTED)
            yield self._found
        unknown = correcting.loosen(self._question)
        if unknown:
            self._all_words(self._question.words)
            known = [word for word in self._question.words if not word.loose]
            if known:
                self._all_words(known)
            yield self._found
        self._told()
        yield self._found

    def _by_name(self) -> None:
        """Listings of exactly the name that is typed."""
        self._found.named = {doc.id for doc in self._called(self._question.typed)}

    def _called_as(self, meant: str) -> None:
        """Listings of the name that is meant, if that is not the one typed."""
        if meant != self._question.typed and (rows := self._called(meant)):
            self._meant = True
            self._found.meant.update(doc.id for doc in rows)

    def _called_rest(self, said: str) -> None:
        """Listings of exactly the name that a line leaves without the words for what it is:
        "village le chalard"."""
        if rest := correcting.without_kind(self._question, said):
            same, _ = self._lexicon.called(rest, unfinished=False, most=SOME)
            may_mean = self._question.may_mean
            self._found.add(doc for doc in self._picking.held(same[:SOME]) if may_mean(doc.sight))

    def _called(self, typed: str) -> list[Doc]:
        """Listings of exactly this name, the nearest of many, and names that begin so; the
        former."""
        same, begun = self._lexicon.called(typed, unfinished=self._question.unfinished, most=SOME)
        if len(same) >= SOME:
            here = self._around or Point(0.0, 0.0)
            place = (here.latitude, here.latitude, here.longitude, here.longitude)
            stretch = cos(radians(here.latitude)) ** 2
            nearest = (json.dumps(same), *place, stretch, self._limits.most)
            same = [row[0] for row in self._ask(_NEAREST_OF, nearest)]
        named = self._picking.held(same)
        self._found.add(named)
        self._found.add(self._picking.held(begun))
        return named

    def _literal(self) -> None:
        question = self._question
        if question.ending is not None:
            self._all_words([*question.words, question.ending], most=self._limits.most // 2)
        self._all_words(question.words)

    def _all_words(self, words: Sequence[Word], most: int | None = None) -> None:
        """Rows that have a reading of every word; the nearest ones where there are too many."""
        words = [word for word in words if word.readings or word.loose or len(word.text) > 2]
        if not words or not all(word.readings or word.loose for word in words):
            return
        most = most or self._limits.most
        expression = " AND ".join(word.expression for word in words)
        if self._asked.get(expression, 0) >= most:  # no tier has read anything more into the words
            return
        self._asked[expression] = most
        ids = self._narrowed(words)
        if ids is None:
            ids = self._rows.numbers(BY_TEXT, expression, most)
        if len(ids) < most:
            self._found.add(self._picking.held(ids))
            return
        if self._around is not None and self._limits.circles:
            self._found.add(self._picking.near(expression))
            return
        ids = self._picking.ids(expression, most, many=True)
        if len(ids) >= most:  # among so many, those that have the words themselves come first
            literal = " AND ".join(word.literal for word in words)
            if literal != expression:
                ids = [*self._picking.ids(literal, most), *ids]
        if len(ids) >= most and self._around is not None:
            self._found.add(self._picking.near(expression))
            ids = ids[:SOME]
        self._found.add(self._picking.held(dict.fromkeys(ids)))

    def _narrowed(self, words: Sequence[Word]) -> Sequence[int] | None:
        """The rows of all words, picked from those of the words before the last, where these are so
        few that all are known: while a word is typed, every letter picks from the same. None where
        the index must be asked."""
        *before, last = words
        if not before or not last.unfinished or last.loose:
            return None
        expression = " AND ".join(word.expression for word in before)
        ids = self._rows.numbers(BY_TEXT, expression, NARROW)
        if len(ids) >= NARROW:
            return None
        stands = standing(last)
        return [doc.id for doc in self._rows.of(ids) if stands(doc.sight)]

    def _around_towns(self) -> None:
        """For "Markt Carmaux" without a market in Carmaux: the markets nearest to Carmaux."""
        words, found = self._question.words, self._found
        for run, towns in self._towns(words):
            rest = [word for position, word in enumerate(words) if position not in run]
            if not rest or not all(word.readings for word in rest):
                continue
            expression = " AND ".join(word.expression for word in rest)
            there = False
            for town in towns[:2]:
                for doc in self._picking.nearest(expression, town.point, enough=FEW):
                    if distance_km(town.point, doc.point) <= TOWN_KM:
                        found.docs.setdefault(doc.id, doc)
                        there = True
            found.towns = {position: tuple(town.point for town in towns) for position in run}
            found.settled = there and bool(set.intersection(*[word.codes for word in rest]))
            return

    def _towns(self, words: list[Word]) -> list[tuple[range, tuple[Town, ...]]]:
        """The communes that the last or the first words name, longest names first."""
        runs = []
        for size in range(min(4, len(words) - 1), 0, -1):
            for first in (len(words) - size, 0):
                run = range(first, first + size)
                last = words[run[-1]]
                towns = self._lexicon.communes.towns(
                    " ".join(words[position].text for position in run),
                    unfinished=last.unfinished and len(last.text) >= 4,
                )
                if not towns and size == 1 and not last.listings:
                    for other in self._lexicon.neighbours(last.text, unfinished=False)[:4]:
                        towns = (*towns, *self._lexicon.communes.towns(other.word))
                if towns:
                    runs.append((run, towns))
        return runs

    def _fewer_words(self) -> None:
        """What is asked for and where, without the rest ("hôtel pas cher Tours"); then without
        the words that nobody knows, then without one after another that says least."""
        words, towns = self._question.words, self._found.towns
        for named in (set.union(*(word.codes for word in words)), self._what(words)):
            kept = [word for at, word in enumerate(words) if word.codes & named or at in towns]
            if 1 <= len(kept) < len(words) and not self._found.docs:
                self._all_words(kept, most=SOME)
        rest = [word for word in words if not word.codes]  # "village le shalar"
        if not towns and any(len(word.text) >= TELLING for word in rest):
            self._all_words(rest, most=FEW)
        # A word that somebody knows as it is typed is worth more than a guess at another.
        known = [word for word in words if word.readings]
        known.sort(key=lambda word: (self._stands(word), word.rarity))
        if len(known) == len(words) > 2:  # "samadet pottery museum": of the museums, that there
            there = {words[at].text for at in towns}
            for dropped in sorted(known, key=lambda word: word.text in there):
                before = len(self._found.docs)
                self._all_words([word for word in known if word is not dropped], most=SOME)
                if len(self._found.docs) > before:
                    return
        if len(known) == len(words):
            least = known.pop(0)
            if len(known) == 1 and not (least.codes or known[0].codes):
                self._all_words(known, most=SOME)
                self._all_words([least], most=SOME)  # either may be the slip: "pot eiffel"
        while known and not self._found.docs:
            self._all_words(known, most=SOME)
            del known[0]

    def _stands(self, word: Word) -> bool:
        """Whether some listing has a word as it is typed, or what it names: without an aquarium
        "aquarium la rochele" is about La Rochelle."""
        return bool(word.listings) or any(map(self._lexicon.frequency, word.codes))

    def _what(self, words: Sequence[Word]) -> set[str]:
        """The concepts named that listings are, not those that they only have beside."""
        return {code for word in words for code in word.codes if self._lexicon.is_what(code)}

    def _told(self) -> None:
        """Listings whose text alone holds the words, every one of them."""
        words = self._question.words
        if all(len(word.text) < TELLING for word in words):
            return
        parts = [f'"{word.text}"' for word in words]
        if words[-1].unfinished and len(words[-1].text) >= TELLING:
            parts[-1] += "*"
        told = self._ask(_BY_BODY, (" AND ".join(parts), SOME))
        rows = self._picking.held([row[0] for row in told])
        self._found.add(rows)
        self._found.told = {doc.id for doc in rows}
