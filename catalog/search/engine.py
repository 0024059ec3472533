"""The search engine: the letters typed so far → listings, best first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalog.errors import CatalogueDamaged, CatalogueError
from catalog.geo import Point, distance_km
from catalog.model import Kind, ListingId, TermId
from catalog.search.candidates import Gathering, Limits
from catalog.search.lexicon import Lexicon
from catalog.search.question import read
from catalog.search.rows import Rows
from catalog.search.score import GOOD, Scored, rank

if TYPE_CHECKING:
    from catalog.store.reader import Catalogue


@dataclass(frozen=True, slots=True)
class Filters:
    """What may be shown: any of these kinds, any of these concepts (narrower ones included),
    not farther than so many kilometres from the origin. Empty means no limit."""

    kinds: frozenset[Kind] = frozenset()
    concepts: frozenset[TermId] = frozenset()
    within_km: float | None = None

    def __bool__(self) -> bool:
        return bool(self.kinds or self.concepts) or self.within_km is not None


@dataclass(frozen=True, slots=True)
class Hit:
    """One listing found. `reasons` say what is not obvious: `name`, `text`, or
    `how:typed>understood` (`spelling:waterfal>waterfall`, `concept:burg>castle`)."""

    id: ListingId
    name: str
    kind: Kind
    commune: str | None
    score: float
    distance_km: float | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """A hit with the named parts of its score."""

    hit: Hit
    parts: Mapping[str, float]


NO_FILTERS = Filters()
_NOBODY_ASKS: Final = "xxwq quxwx"
"""Known to no language, so that every way of understanding it is tried."""


class SearchEngine:
    """Search in one open catalogue, for the thread that opened it. Nothing is loaded before
    the first question, or before `warm`."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._rows = Rows(catalogue)
        self._lexicon = Lexicon(catalogue)

    def warm(self) -> None:
        """Do now what the first question with an unknown word would wait for: load the
        stemmers, read the pages of the index that every question reads (about 30 ms)."""
        self.search(_NOBODY_ASKS)

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
        try:
            ranked = self._ranked(text, lang, prefix, filters, origin)[: max(0, limit)]
            titles = self._titles(ranked, lang)
        except CatalogueDamaged:
            raise
        except CatalogueError:  # the time limit: nothing is better than late
            return ()
        return tuple(
            Explained(_hit(one, titles.get(one.doc.id), origin), one.parts) for one in ranked
        )

    def _ranked(
        self, text: str, lang: str, prefix: bool, filters: Filters, origin: Point | None
    ) -> list[Scored]:
        question = read(self._lexicon, text, lang=lang, prefix=prefix)
        if not question.words and question.near is None and not filters:
            return []
        limits = Limits(filters.kinds, filters.concepts, filters.within_km, origin)
        gathering = Gathering(self._catalogue, self._rows, self._lexicon, question, limits)
        ranked = rank(question, gathering.candidates(), origin)
        if not ranked or (ranked[0].found < GOOD and any(not w.listings for w in question.words)):
            for found in gathering.last_resorts():
                ranked = rank(question, found, origin)
                if ranked:
                    break
        return ranked

    def _titles(self, ranked: list[Scored], lang: str) -> dict[int, str]:
        """The names that differ in the reader's language."""
        if lang == "fr" or not ranked:
            return {}
        marks = ",".join("?" * len(ranked))
        return dict(
            self._catalogue.rows(
                f"SELECT doc, title FROM search_title WHERE lang = ? AND doc IN ({marks})",  # noqa: S608
                (lang, *(one.doc.id for one in ranked)),
            )
        )


def _hit(scored: Scored, title: str | None, origin: Point | None) -> Hit:
    doc = scored.doc
    away = None
    if origin is not None:
        away = distance_km(origin, Point(doc.latitude, doc.longitude))
    return Hit(
        id=ListingId(doc.listing),
        name=title or doc.title,
        kind=Kind(doc.kind),
        commune=doc.town,
        score=round(scored.total, 3),
        distance_km=away,
        reasons=scored.reasons,
    )
