"""`catalog search`: what the posts find, asked from a shell or a script."""

from __future__ import annotations

import json
import sys
from time import perf_counter
from typing import TYPE_CHECKING, Any

from catalog.errors import WrongUse
from catalog.jsonlines import BadLine, answer_lines, field
from catalog.model import LANGUAGES
from catalog.search.engine import SearchEngine
from catalog.store.folder import catalogue_path
from catalog.store.reader import Catalogue
from catalog.text import clean_line

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping

    from catalog.search.engine import Hit


def search(options: Namespace) -> int:
    """Print what a text finds, best first; exit 1 if nothing. With --batch, answer stdin."""
    if options.batch == (options.text is not None):
        raise WrongUse(
            "give either a text to search for, or --batch and questions on stdin",
            remedy='For example: catalog search "chateau de penne"',
        )
    with Catalogue.open(catalogue_path(options.data, options.catalog)) as catalogue:
        engine = SearchEngine(catalogue)
        desk = _Desk(engine, options)
        if options.batch:
            engine.warm()
            answer_lines(sys.stdin.buffer, sys.stdout, desk.answer)
            return 0
        hits, ms = desk.ask(options.text, options.lang, prefix=options.prefix)
    if options.json:
        answer = {"q": options.text, "lang": options.lang, **_answer(hits, ms)}
        print(json.dumps(answer, indent=2, ensure_ascii=False))
    else:
        for hit in hits:
            place = f", {hit.commune}" if hit.commune else ""
            words = clean_line(f"{hit.name} — {hit.kind}{place}")
            print(f"{hit.score:8.3f}  {words}  [{clean_line(hit.id)}]")
    return 0 if hits else 1


class _Desk:
    """The engine with the options of the command as defaults for each question."""

    def __init__(self, engine: SearchEngine, options: Namespace) -> None:
        self._engine = engine
        self._options = options

    def ask(self, text: str, lang: str, *, prefix: bool) -> tuple[tuple[Hit, ...], float]:
        """The hits, and the milliseconds they took."""
        began = perf_counter()
        hits = self._engine.search(text, lang=lang, prefix=prefix, limit=self._options.limit)
        return hits, round((perf_counter() - began) * 1000, 3)

    def answer(self, question: Mapping[str, Any]) -> dict[str, Any]:
        """One line of a batch: `{"q", "lang"?, "prefix"?}`."""
        lang = field(question, "lang", str, self._options.lang)
        if lang not in LANGUAGES:
            raise BadLine(f"field 'lang' must be one of {' '.join(LANGUAGES)}")
        prefix = field(question, "prefix", bool, self._options.prefix)
        return _answer(*self.ask(field(question, "q", str), lang, prefix=prefix))


def _answer(hits: tuple[Hit, ...], ms: float) -> dict[str, Any]:
    return {
        "hits": [
            {
                "id": hit.id,
                "name": hit.name,
                "kind": hit.kind.value,
                "commune": hit.commune,
                "score": round(hit.score, 6),
            }
            for hit in hits
        ],
        "ms": ms,
    }
