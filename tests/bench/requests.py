"""How well questions are read: `scripts/bench requests [--misses] [--half tuned|held-back]`.

A question passes when the types overlap (or both are empty), when every key but the themes is
as expected (kilometres within 40 %), and when no key is filled that no word fills.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections import Counter, defaultdict
from dataclasses import fields
from typing import TYPE_CHECKING, Final

from catalog.model import LANGUAGES
from catalog.request import PlaceNames, Request, read
from tests.bench.questions import Question, questions

if TYPE_CHECKING:
    from collections.abc import Iterable

COMMUNES: Final = (
    "Albi",
    "Almayrac",
    "Blaye-les-Mines",
    "Bruniquel",
    "Cagnac-les-Mines",
    "Carmaux",
    "Caussade",
    "Caylus",
    "Cordes-sur-Ciel",
    "Gaillac",
    "Ganges",
    "Laguépie",
    "Le Garric",
    "Le Vigan",
    "Monclar-de-Quercy",
    "Monestiés",
    "Mirandol-Bourgnounac",
    "Montpezat-de-Quercy",
    "Najac",
    "Pampelonne",
    "Parisot",
    "Penne",
    "Rodez",
    "Saint-Antonin-Noble-Val",
    "Saint-Martin-Laguépie",
    "Sumène",
    "Tanus",
    "Toulouse",
    "Valdériès",
    "Varen",
    "Verfeil",
    "Villefranche-de-Rouergue",
)
TOLERANCE: Final = 0.4
HALVES: Final = ("tuned", "held-back")
JUDGED: Final = frozenset(Request().keys()) - {"themes"}
KEYS: Final = tuple(field.name for field in fields(Request) if field.name in JUDGED)


def faults(question: Question, request: Request) -> list[str]:
    """The keys that are wrong; an exclusion, a name or a language of visit is the key themes."""
    wrong = [
        key for key in KEYS if key != "types" and not _right(key, question, getattr(request, key))
    ]
    said = frozenset(map(str, request.types))
    if (said or question.types) and not said & question.types:
        wrong.append("types")
    expected = question.expected.get("themes", frozenset())
    marked = {theme for theme in request.themes if theme.startswith(("-", "name:", "lang:"))}
    if marked != expected:
        wrong.append("themes")
    return wrong


def _right(key: str, question: Question, found: object) -> bool:
    expected = question.expected.get(key)
    if expected is None:
        return found is None or found == ()
    if isinstance(expected, frozenset):
        return frozenset(map(str, found if isinstance(found, tuple) else (found,))) == expected
    if key == "where":
        return expected == (found if isinstance(found, tuple) else (found,))
    if isinstance(expected, float) and isinstance(found, int | float):
        return abs(found - expected) <= (0 if key == "max_price" else TOLERANCE * expected)
    return found == expected


def passes(wrong: Iterable[str]) -> bool:
    """Themes beside the others are told, not judged."""
    return set(wrong) <= {"themes"}


def main(arguments: list[str] | None = None) -> int:
    """Print a table per language and one per key; exit 1 under the bar."""
    parser = argparse.ArgumentParser(prog="scripts/bench requests", description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print what the tuned half misses")
    parser.add_argument("--lang", choices=LANGUAGES)
    chosen = parser.parse_args(arguments)
    names = PlaceNames(COMMUNES)
    read("où manger", names)
    passed: dict[tuple[str, str], list[bool]] = defaultdict(list)
    wrong_keys: dict[str, Counter[str]] = {half: Counter() for half in HALVES}
    spent: list[float] = []
    for question in questions():
        if chosen.lang not in (None, question.lang):
            continue
        start = time.thread_time()
        request = read(question.text, names)
        spent.append((time.thread_time() - start) * 1000)
        wrong = faults(question, request)
        half = HALVES[question.held_back]
        passed[half, question.lang].append(passes(wrong))
        wrong_keys[half].update(wrong)
        if chosen.misses and wrong and half == "tuned":
            _tell(question, request, wrong)
    print(f"{'':10} {'tuned':>16} {'held back':>16}")
    for lang in LANGUAGES:
        print(f"{lang:10} " + " ".join(_share(passed[half, lang]) for half in HALVES))
    totals = {half: [one for (h, _), some in passed.items() if h == half for one in some]
              for half in HALVES}  # fmt: skip
    print(f"{'all':10} " + " ".join(_share(totals[half]) for half in HALVES))
    print("\nwrong      " + "            ".join(HALVES))
    for key in (*KEYS, "themes"):
        print(f"{key:12} " + " ".join(f"{wrong_keys[half][key]:>12}" for half in HALVES))
    cuts = statistics.quantiles(spent, n=20)
    print(f"\nms of CPU a question: p50 {statistics.median(spent):.2f}, p95 {cuts[-1]:.2f}")
    return 0 if min(map(statistics.fmean, filter(None, passed.values()))) >= 0.9 else 1


def _share(results: list[bool]) -> str:
    if not results:
        return f"{'':>16}"
    return f"{sum(results):>4} of {len(results):<3} {100 * sum(results) / len(results):3.0f} %"


def _tell(question: Question, request: Request, wrong: list[str]) -> None:
    print(f"{question.lang}  {question.text}")
    for key in wrong:
        expected = sorted(question.types) if key == "types" else question.expected.get(key)
        if isinstance(expected, frozenset):
            expected = sorted(expected)
        print(f"      {key}: {expected!r}, read {getattr(request, key)!r}")


if __name__ == "__main__":
    sys.exit(main())
