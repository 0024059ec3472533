"""The search engine: the letters typed so far → listings, best first."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from catalog.errors import CatalogueDamaged, CatalogueError
from catalog.geo import Point, distance_km
from catalog.model import Kind, ListingId
from catalog.search import codes
from catalog.search.candidates import Gathering
from catalog.search.filters import MOST, NO_FILTERS, Filters, Limits
from catalog.search.lexicon import Lexicon
from catalog.search.line import understood
from catalog.search.matching import Match, as_concepts, matches
from catalog.search.nearby import locate
from catalog.search.normalise import tokens
from catalog.search.open_then import OpenThen
from catalog.search.question import LITERAL, How
from catalog.search.reading import read
from catalog.search.rows import Rows
from catalog.search.score import Scored, rank
from catalog.search.thesaurus import load_stemmers
from catalog.search.weights import GOOD

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from catalog.search.picking import Found
    from catalog.search.question import Question, Reading, Word
    from catalog.store.reader import Catalogue

__all__ = ["NO_FILTERS", "Explained", "Filters", "Hit", "Match", "SearchEngine"]


class Hit(Struct, frozen=True, gc=False):
    """One listing found. `department`: the number of its own, where the catalogue has another
    commune of the same name. `matches`: the words found, and where they stand in name and
    commune. `reasons` say in short what is not obvious: `name`, `text`, or
    `how:typed>understood` (`spelling:waterfal>waterfall`, `concept:burg>castle`)."""

    id: ListingId
    name: str
    kind: Kind
    commune: str | None
    score: float
    distance_km: float | None
    reasons: tuple[str, ...]
    department: str | None = None
    matches: tuple[Match, ...] = ()


class Explained(Struct, frozen=True, gc=False):
    """A hit with the named parts of its score."""

    hit: Hit
    parts: Mapping[str, float]


_ANSWERS: Final = 512
"""Answers kept, 12 kB each: most questions begin with the same few letters, and whoever deletes
letters asks again what he asked before."""
_KINDS: Final = {kind.value: kind for kind in Kind}
_MANY: Final = 8 * MOST
"""Rows looked at when few of the first ones are open."""
_NOBODY_ASKS: Final = "xxwq quxwx"
"""Known to no language, so that every way of understanding it is tried."""


class SearchEngine:
    """Search in one open catalogue, for the thread that opened it. Nothing is loaded before
    the first question, or before `warm`."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._rows = Rows(catalogue)
        self._lexicon = Lexicon(catalogue)
        self._open_then = OpenThen(catalogue)
        self._answered = lru_cache(maxsize=_ANSWERS)(self._answer)

    def warm(self) -> None:
        """Do now what the first question with an unknown word would wait for: load the
        stemmers, read the pages of the index that every question reads (about 30 ms)."""
        load_stemmers()
        self.search(_NOBODY_ASKS)

    def place(self, name: str) -> Point | None:
        """Where a commune or a listing of this name is, slips forgiven; None if nowhere."""
        words = tokens(name)
        return locate(self._lexicon, words, prefix=False) if words else None

    def search(
        self,
        text: str,
        *,
        lang: str = "fr",
        prefix: bool = True,
        limit: int = 20,
        filters: Filters = NO_FILTERS,
        origin: Point | None = None,
    ) -> tuple[Hit, ...]:
        """The best `limit` listings for a text in any language; () if nothing fits.

        `prefix`: the last word may be unfinished. `origin`: where distances are measured from;
        a question that is only a concept ("toilets") is then answered nearest first. Without
        any word, `filters` alone are browsed, nearest first. No text raises; a question that
        takes longer than the catalogue allows is answered with ().
        """
        explained = self.explain(
            text, lang=lang, prefix=prefix, limit=limit, filters=filters, origin=origin
        )
        return tuple(one.hit for one in explained)

    def explain(
        self,
        text: str,
        *,
        lang: str = "fr",
        prefix: bool = True,
        limit: int = 20,
        filters: Filters = NO_FILTERS,
        origin: Point | None = None,
    ) -> tuple[Explained, ...]:
        """`search`, with the named parts of every score."""
        # A space, a hyphen or a capital asks nothing new; accents tell "marché" from "marche".
        asked = " ".join(tokens(text)) if text.isascii() else text
        try:
            return self._answered(asked, lang, prefix, max(0, limit), filters, origin)
        except CatalogueDamaged:
            raise
        except CatalogueError:  # the time limit: nothing is better than late
            return ()

    def _answer(
        self,
        text: str,
        lang: str,
        prefix: bool,
        limit: int,
        filters: Filters,
        origin: Point | None,
    ) -> tuple[Explained, ...]:
        question = read(self._lexicon, text, lang=lang, prefix=prefix)
        ranked = self._answers(question, filters, origin, limit)
        return self._explained(ranked[:limit], question, lang, origin)

    def _answers(
        self, question: Question, filters: Filters, origin: Point | None, limit: int
    ) -> list[Scored]:
        """The rows that answer, best first: at least `limit` of them where there are."""
        if not question.words and question.near is None and not filters:
            return []
        if filters.open_at is None:
            return self._ranked(question, filters, origin, limit, MOST)[0]
        opened: list[Scored] = []
        likely = _likely(limit)
        for most in (MOST, _MANY):
            ranked, found = self._ranked(question, filters, origin, likely, most)
            opened = self._open_then.first(ranked[:likely], filters, limit)
            if len(opened) < limit and len(ranked) >= likely:
                ranked = rank(question, found, origin, most, self._lexicon.in_french)
                opened = self._open_then.first(ranked, filters, limit)
            if len(opened) >= limit or not found.cut:
                break
        return opened

    def _ranked(
        self, question: Question, filters: Filters, origin: Point | None, limit: int, most: int
    ) -> tuple[list[Scored], Found]:
        """The rows that answer, the first `limit` of them in their order, and all that were
        found: what one condition has more than `most` of is cut."""
        circles = []
        if filters.within_km is not None and origin is not None:
            circles.append((origin, filters.within_km))
        if question.within_km is not None and question.near is not None:
            circles.append((question.near, question.within_km))
        seasons = self._open_then.seasons(filters)
        limits = Limits(filters, origin, tuple(circles), most, seasons)
        gathering = Gathering(self._catalogue, self._rows, self._lexicon, question, limits)
        found, in_french = gathering.candidates(), self._lexicon.in_french
        ranked = rank(question, found, origin, max(1, limit), in_french)
        for found in gathering.more(_doubted(question, ranked)):
            ranked = rank(question, found, origin, max(1, limit), in_french)
            if ranked and not _is_weak(ranked[0]):
                break
        if not ranked or ranked[0].earned.found < GOOD:
            for found in gathering.last_resorts():
                ranked = rank(question, found, origin, max(1, limit), in_french)
                if ranked and "missing" not in ranked[0].parts:
                    break
        return ranked, found

    def _explained(
        self, ranked: Sequence[Scored], question: Question, lang: str, origin: Point | None
    ) -> tuple[Explained, ...]:
        titles = self._titles(ranked, lang)
        shared = self._lexicon.communes.namesakes({one.doc.commune for one in ranked})
        return tuple(
            Explained(_hit(one, question, titles.get(one.doc.id), origin, shared), one.parts)
            for one in ranked
        )

    def _titles(self, ranked: Sequence[Scored], lang: str) -> dict[int, str]:
        """The names that differ in the reader's language."""
        if lang == "fr" or not ranked:
            return {}
        marks = ",".join("?" * len(ranked))
        return dict(
            self._catalogue.rows(
                f"SELECT doc, title FROM search_title WHERE lang = ? AND doc IN ({marks})",  # noqa: S608 - marks only
                (lang, *(one.doc.id for one in ranked)),
            )
        )


def _likely(limit: int) -> int:
    """How many rows that may be open then have as many among them that are."""
    return max(1, 2 * limit)


def _is_weak(best: Scored) -> bool:
    """Whether a better answer than the best is worth looking for."""
    if best.earned.is_it:
        return False
    return best.earned.found < GOOD or "missing" in best.parts or "elsewhere" in best.parts


def _doubted(question: Question, ranked: Sequence[Scored]) -> list[Word]:
    """The words that the best answer does not have as they are typed, where it is none worth
    the name; all of them without an answer. One that lacks a word has others by chance."""
    if not ranked:
        return question.words
    best = ranked[0]
    if not _is_weak(best):
        return []
    sure = {How.WORD} if "missing" in best.parts else LITERAL
    return [
        word
        for word, reading in zip(question.words, best.earned.by, strict=True)
        if reading is None or reading.how not in sure
    ]


def _hit(
    scored: Scored,
    question: Question,
    title: str | None,
    origin: Point | None,
    shared: frozenset[str],
) -> Hit:
    doc, earned = scored.doc, scored.earned
    away = scored.away_km
    if question.near is not None and origin is not None:
        away = distance_km(origin, doc.point)
    name = title or doc.title
    by = as_concepts(earned.by, doc)
    found = matches(question.words, by, doc, name)
    if earned.told:
        found = (*found, Match("text", None, None, "text", question.asked, question.asked))
    return Hit(
        id=ListingId(doc.listing),
        name=name,
        kind=_KINDS[doc.kind],
        commune=doc.town,
        score=round(scored.total, 3),
        distance_km=away if origin is not None else None,
        reasons=_reasons(scored, question, by),
        department=doc.department if doc.commune in shared else None,
        matches=found,
    )


def _reasons(scored: Scored, question: Question, by: Sequence[Reading | None]) -> tuple[str, ...]:
    told = ["name"] if "name" in scored.parts else []
    if scored.earned.is_it:
        first = next(reading for reading in scored.earned.by if reading is not None)
        told.append(f"{first.how}:{question.asked}>{codes.term(first.terms[0])}")
    else:
        for word, reading in zip(question.words, by, strict=False):
            if reading is not None and reading.how not in LITERAL:
                told.append(understood(word, reading))
    if scored.earned.told:
        told.append("text")
    return tuple(dict.fromkeys(told)) if len(told) > 1 else tuple(told)
