"""`catalog search`: what the posts find, asked from a shell or a script."""

from __future__ import annotations

import json
import sys
from time import perf_counter
from typing import TYPE_CHECKING, Any

from msgspec.structs import asdict

from catalog import vocabulary
from catalog.clock import parse_day, parse_moment
from catalog.errors import WrongUse
from catalog.jsonlines import BadLine, answer_lines, field
from catalog.model import LANGUAGES, Kind, TermId
from catalog.search.engine import Explained, Filters, SearchEngine
from catalog.store.folder import catalogue_path
from catalog.store.reader import Catalogue
from catalog.text import clean_line, fold

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from catalog.geo import Point
    from catalog.search.engine import Hit

Answers = tuple[Explained, ...]


def search(options: Namespace) -> int:
    """Print what a text finds, best first; exit 1 if nothing. With --batch, answer stdin.
    Without a text, the filters alone are browsed."""
    filters = _filters(options)
    if options.within is not None and options.near is None:
        raise WrongUse(
            "--within needs the place that it is measured from",
            where="--within",
            remedy="add --near PLACE or --near LATITUDE,LONGITUDE",
        )
    if options.batch == (options.text is not None) and (options.batch or not filters):
        raise WrongUse(
            "give either a text to search for (or filters), or --batch and questions on stdin",
            remedy='For example: catalog search "chateau de penne"',
        )
    with Catalogue.open(catalogue_path(options.data, options.catalog)) as catalogue:
        engine = SearchEngine(catalogue)
        desk = _Desk(engine, options, filters, _origin(catalogue, engine, options.near))
        if options.batch:
            engine.warm()
            answer_lines(sys.stdin.buffer, sys.stdout, desk.answer)
            return 0
        text = options.text or ""
        answers, ms = desk.ask(text, options.lang, prefix=options.prefix)
    if options.json:
        document = {"q": text, "lang": options.lang, **desk.told(answers, ms)}
        print(json.dumps(document, indent=2, ensure_ascii=False))
    else:
        for each in answers:
            print(_line(each.hit))
            if options.explain:
                print("".join(f"          {line}\n" for line in _why(each)), end="")
    return 0 if answers else 1


class _Desk:
    """The engine with the options of the command as defaults for each question."""

    def __init__(
        self, engine: SearchEngine, options: Namespace, filters: Filters, origin: Point | None
    ) -> None:
        self._engine = engine
        self._options = options
        self._filters = filters
        self._origin = origin

    def ask(self, text: str, lang: str, *, prefix: bool) -> tuple[Answers, float]:
        """The hits, and the milliseconds they took."""
        began = perf_counter()
        answers = self._engine.explain(
            text,
            lang=lang,
            prefix=prefix,
            limit=self._options.limit,
            filters=self._filters,
            origin=self._origin,
        )
        return answers, round((perf_counter() - began) * 1000, 3)

    def answer(self, question: Mapping[str, Any]) -> dict[str, Any]:
        """One line of a batch: `{"q", "lang"?, "prefix"?}`."""
        lang = field(question, "lang", str, self._options.lang)
        if lang not in LANGUAGES:
            raise BadLine(f"field 'lang' must be one of {' '.join(LANGUAGES)}")
        prefix = field(question, "prefix", bool, self._options.prefix)
        return self.told(*self.ask(field(question, "q", str), lang, prefix=prefix))

    def told(self, answers: Answers, ms: float) -> dict[str, Any]:
        """An answer as JSON; with --explain, each hit with its reasons."""
        hits = [_basics(each.hit) for each in answers]
        if self._options.explain:
            for hit, each in zip(hits, answers, strict=True):
                hit.update(_reasons(each))
        return {"hits": hits, "ms": ms}


def _basics(hit: Hit) -> dict[str, Any]:
    return {
        "id": hit.id,
        "name": hit.name,
        "kind": hit.kind.value,
        "commune": hit.commune,
        "score": round(hit.score, 6),
    }


def _reasons(each: Explained) -> dict[str, Any]:
    away = each.hit.distance_km
    return {
        "department": each.hit.department,
        "distance_km": None if away is None else round(away, 3),
        "parts": {part: round(points, 3) for part, points in each.parts.items()},
        "matches": [asdict(match) for match in each.hit.matches],
    }


def _line(hit: Hit) -> str:
    commune = f"{hit.commune} ({hit.department})" if hit.department else hit.commune
    place = f", {commune}" if commune else ""
    away = "" if hit.distance_km is None else f", {hit.distance_km:.1f} km"
    words = clean_line(f"{hit.name} — {hit.kind}{place}{away}")
    return f"{hit.score:8.3f}  {words}  [{clean_line(hit.id)}]"


def _why(each: Explained) -> Iterable[str]:
    """The parts of the score, then each word with where and how it was found."""
    yield " ".join(f"{part} {points:+.1f}" for part, points in each.parts.items())
    for match in each.hit.matches:
        where: str = match.field
        if match.start is not None:
            where += f"[{match.start}:{match.end}]"
        lang = f" ({match.lang})" if match.lang else ""
        yield clean_line(f"{match.typed} → {match.understood}{lang}: {match.how} in {where}")


def _filters(options: Namespace) -> Filters:
    return Filters(
        kinds=frozenset(map(Kind, options.kind)),
        concepts=_terms(options.concept, "--concept"),
        within_km=options.within,
        labels=_terms(options.label, "--label"),
        access=frozenset(options.access),
        dogs=options.dogs,
        free=options.free,
        spoken=frozenset(options.spoken),
        open_at=_moment(options.open_at) if options.open_at else None,
    )


def _terms(texts: Iterable[str], option: str) -> frozenset[TermId]:
    """Concepts by their id (`castle`) or by one of their words in any language ("Burg")."""
    found: set[TermId] = set()
    for text in texts:
        named = [TermId(text)] if TermId(text) in vocabulary.concepts() else []
        named += [term for term, _ in vocabulary.words().get(fold(text), ())]
        if not named and ":" not in text:  # a source's own terms (`kb:Wifi`) are not in the house
            raise WrongUse(
                f"“{clean_line(text, limit=60)}” is no concept of the vocabulary",
                where=option,
                remedy="give an id (castle, accueil_velo) or a word for it in any language",
            )
        found.update(named or [TermId(text)])
    return frozenset(found)


def _moment(text: str) -> datetime | date:
    """A day ("2026-07-23"), or a moment of it."""
    try:
        return parse_day(text) if len(text) <= len("2026-07-23") else parse_moment(text)
    except ValueError as error:
        raise WrongUse(
            f"“{clean_line(text, limit=40)}” is not a date, nor a date and time, of our years",
            where="--open-at",
            remedy="write 2026-07-23 for any time of that day, or 2026-07-23T10:40",
        ) from error


def _origin(catalogue: Catalogue, engine: SearchEngine, text: str | None) -> Point | None:
    """Where distances start; the adviser, who knows places, is imported for one only."""
    if text is None:
        return None
    from catalog.advice import Adviser
    from catalog.advice.origin import origin_of

    return origin_of(text, Adviser(catalogue, engine), "--near")
