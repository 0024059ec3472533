"""What a catalogue is like as a whole, counted while its listings pass by once.

`count` costs some millionths of a second and memory grows with communes, kinds and sources, not
with listings: a refresh of half a million calls it for each.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from heapq import heappush, heappushpop
from typing import TYPE_CHECKING, Any, Final

from catalog.model import LANGUAGES
from catalog.refresh.glance import KINDS, glance_of
from catalog.refresh.quality import PARTS
from catalog.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from catalog.model import Listing
    from catalog.refresh.glance import Glance

LOWEST: Final = 20
"""Listings named as those to improve first."""
COMMUNES: Final = 1_000
"""Communes told one by one; an office has some thirty, a region fewer than this."""
_PRACTICAL_PLACE: Final = len(KINDS)
_STEPS: Final = 10


@dataclass(frozen=True, slots=True)
class SourceShare:
    """A source by its name. `listings`: those that it states first; `joined`: those of other
    sources that it adds to."""

    source: str
    listings: int
    joined: int


@dataclass(frozen=True, slots=True)
class CommuneCoverage:
    """The listings of one commune by kind; `practical` counts those with any practical kind."""

    name: str
    insee: str | None
    listings: int
    practical: int
    by_kind: dict[str, int]


@dataclass(frozen=True, slots=True)
class Scored:
    """A listing to improve: its score, how often visitors were shown it, and the parts of which
    less than half is there."""

    id: str
    name: str
    commune: str
    score: int
    asked: int
    weak: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """`mean` of the scores; `parts` their means in percent, over the listings they concern;
    `spread` counts listings with 0–9, 10–19 … 90–100 points; `lowest` those to improve first, by
    (1 + asked) × points missing."""

    mean: int = 0
    parts: dict[str, int] = field(default_factory=dict)
    spread: tuple[int, ...] = (0,) * _STEPS
    lowest: tuple[Scored, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyFacts:
    """Counts over the listings that can still be proposed: past events are left out of all but
    `by_source`.

    `coverage` tells the communes with most listings first, at most COMMUNES of `communes`;
    `without_practical` counts those with nothing in the practical layer. `untranslated`: by
    language, then kind, the listings that have a text (summary or description) but none in that
    language; `machine`: texts that a machine translated, by language; `without_text`: listings,
    by kind, with no text at all. Listings of no stated commune are counted in `no_commune`.
    """

    listings: int = 0
    by_source: tuple[SourceShare, ...] = ()
    communes: int = 0
    coverage: tuple[CommuneCoverage, ...] = ()
    without_practical: int = 0
    no_commune: int = 0
    untranslated: dict[str, dict[str, int]] = field(default_factory=dict)
    machine: dict[str, int] = field(default_factory=dict)
    without_text: dict[str, int] = field(default_factory=dict)
    quality: Quality = Quality()


class Survey:
    """The running counts; `languages`: the listings with a name or text in each. `asked`: how
    often visitors were shown a listing, by its id."""

    def __init__(self, asked: Mapping[str, int] | None = None) -> None:
        self._asked = asked or {}
        self.listings = 0
        self.past_events = 0
        self.languages: Counter[str] = Counter()
        self._first: Counter[str] = Counter()
        self._joined: Counter[str] = Counter()
        self._communes: dict[str, tuple[str, str | None, list[int]]] = {}
        self._no_commune = 0
        self._untranslated = {lang: [0] * len(KINDS) for lang in LANGUAGES}
        self._without_text = [0] * len(KINDS)
        self._machine: Counter[str] = Counter()
        self._quality = _Scores()

    def add(self, listing: Listing, now: datetime) -> None:
        """Count one listing, as of `now`."""
        self.count(glance_of(listing, now.date()))

    def count(self, seen: Glance) -> None:
        """Count one listing by what was seen of it."""
        self._first[seen.sources[0]] += 1
        self._joined.update(seen.sources[1:])
        self.languages.update(seen.languages)
        if seen.over:
            self.past_events += 1
            return
        self.listings += 1
        self._count_place(seen)
        self._count_texts(seen)
        self._quality.add(seen, self._asked.get(seen.id, 0))

    def facts(self) -> Mapping[str, Any]:
        """The counts as fields of a Report."""
        communes = sorted(self._communes.values(), key=lambda one: (-sum(one[2][:-1]), one[0]))
        facts = SurveyFacts(
            listings=self.listings,
            by_source=tuple(
                SourceShare(name, self._first[name], self._joined[name])
                for name in sorted(self._first | self._joined)
            ),
            communes=len(communes),
            coverage=tuple(_coverage(*commune) for commune in communes[:COMMUNES]),
            without_practical=sum(not counts[_PRACTICAL_PLACE] for _, _, counts in communes),
            no_commune=self._no_commune,
            untranslated={lang: _by_kind(counts) for lang, counts in self._untranslated.items()},
            machine=dict(self._machine.most_common()),
            without_text=_by_kind(self._without_text),
            quality=self._quality.facts(),
        )
        return {"survey": facts, "past_events": self.past_events}

    def _count_place(self, seen: Glance) -> None:
        key = seen.insee or seen.commune
        if key is None:
            self._no_commune += 1
            return
        commune = self._communes.get(key)
        if commune is None:
            counts = [0] * (len(KINDS) + 1)
            commune = self._communes[key] = (seen.commune or key, seen.insee, counts)
        counts = commune[2]
        counts[seen.kind] += 1
        if seen.practical:
            counts[_PRACTICAL_PLACE] += 1

    def _count_texts(self, seen: Glance) -> None:
        self._machine.update(seen.machine)
        if not seen.written:
            self._without_text[seen.kind] += 1
            return
        for lang, counts in self._untranslated.items():
            if lang not in seen.written:
                counts[seen.kind] += 1


class _Scores:
    """Sums of the quality scores, and the listings to improve first."""

    def __init__(self) -> None:
        self._total = 0
        self._spread = [0] * _STEPS
        self._sums = [0.0] * len(PARTS)
        self._concerned = [0] * len(PARTS)
        self._lowest: list[tuple[int, int, Scored]] = []

    def add(self, seen: Glance, asked: int) -> None:
        self._total += seen.points
        self._spread[min(seen.points // _STEPS, _STEPS - 1)] += 1
        for place, part in enumerate(seen.appraisal):
            if part is not None:
                self._sums[place] += part
                self._concerned[place] += 1
        need = (1 + asked) * (100 - seen.points)
        if len(self._lowest) < LOWEST or need > self._lowest[0][0]:
            self._name(need, seen, asked)

    def _name(self, need: int, seen: Glance, asked: int) -> None:
        scored = Scored(
            id=clean_line(seen.id),
            name=clean_line(seen.name, limit=80),
            commune=clean_line(seen.commune or "", limit=60),
            score=seen.points,
            asked=asked,
            weak=tuple(
                part.value
                for part, there in zip(PARTS, seen.appraisal, strict=True)
                if there is not None and there < 0.5
            ),
        )
        # Of equal need, the one that came first stays.
        entry = (need, -sum(self._spread), scored)
        if len(self._lowest) < LOWEST:
            heappush(self._lowest, entry)
        else:
            heappushpop(self._lowest, entry)

    def facts(self) -> Quality:
        count = sum(self._spread)
        return Quality(
            mean=_rounded(self._total, count),
            parts={
                part.value: _rounded(100 * self._sums[place], self._concerned[place])
                for place, part in enumerate(PARTS)
                if self._concerned[place]
            },
            spread=tuple(self._spread),
            lowest=tuple(
                scored for _, _, scored in sorted(self._lowest, key=lambda e: (-e[0], -e[1]))
            ),
        )


def _rounded(total: float, count: int) -> int:
    return int(total / count + 0.5) if count else 0


def _by_kind(counts: list[int]) -> dict[str, int]:
    return {kind.value: counts[place] for place, kind in enumerate(KINDS) if counts[place]}


def _coverage(name: str, insee: str | None, counts: list[int]) -> CommuneCoverage:
    return CommuneCoverage(
        name=clean_line(name, limit=60),
        insee=insee,
        listings=sum(counts[:-1]),
        practical=counts[_PRACTICAL_PLACE],
        by_kind=_by_kind(counts),
    )
