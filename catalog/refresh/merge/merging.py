"""The listings of a catalogue in the making, brought together where they are one place."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from math import cos, radians
from typing import TYPE_CHECKING, Final

from rapidfuzz.fuzz import token_sort_ratio

from catalog.refresh.amend import unknown
from catalog.refresh.merge.join import join
from catalog.refresh.merge.likeness import NEAR_M, SOMEHOW_ALIKE, Likeness, Verdict, judge, metres
from catalog.refresh.report import Discrepancy, DoubtfulPair

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from catalog.model import Listing
    from catalog.refresh.stock import Stock
    from catalog.sources.draft import Decision, Rejection

MOST_PAIRS: Final = 500
MOST_NAMESAKES: Final = 4
"""Listings of one name in one commune and source: more are a habit of naming, not doubles."""
MOST_DISCREPANCIES: Final = 500
_METRES_PER_DEGREE: Final = 111_195.0

_BY_KEY: Final = """
    SELECT a.listing, b.listing FROM temp.sight_key a
    JOIN temp.sight_key b ON b.key = a.key AND b.listing > a.listing
    JOIN temp.sight sa ON sa.listing = a.listing
    JOIN temp.sight sb ON sb.listing = b.listing AND sb.rank <> sa.rank
    GROUP BY 1, 2 ORDER BY 1, 2"""
_BY_NAME: Final = """
    SELECT a.listing, b.listing FROM temp.sight a
    JOIN temp.sight b ON b.core = a.core AND b.insee = a.insee AND b.listing > a.listing
    WHERE a.core <> '' AND a.rank <> b.rank"""
_TWICE: Final = """
    SELECT a.listing, b.listing FROM temp.sight a
    JOIN temp.sight b ON b.core = a.core AND b.insee = a.insee AND b.listing > a.listing
        AND b.rank = a.rank
    WHERE (a.insee, a.core, a.rank) IN (
        SELECT insee, core, rank FROM temp.sight WHERE core <> '' AND NOT everywhere
        GROUP BY 1, 2, 3 HAVING count(*) BETWEEN 2 AND ?)
    ORDER BY 1, 2 LIMIT ?"""
_NEAR: Final = """
    SELECT p.listing, s.core FROM place p JOIN temp.sight s ON s.listing = p.listing
    WHERE p.south <= ? AND p.north >= ? AND p.west <= ? AND p.east >= ? AND s.rank <> ?"""

Pair = tuple[int, int]


class Merge:
    """Brings together what several sources say of one place."""

    def __init__(self, stock: Stock) -> None:
        self._stock = stock
        self.merged = 0
        self.discrepancies: list[Discrepancy] = []
        self.doubtful: list[DoubtfulPair] = []

    def run(self, decisions: Sequence[Decision] = ()) -> list[Rejection]:
        """Join what is sure or decided, list what is doubtful. Decisions on a listing that is
        not there are returned."""
        connection = self._stock.connection
        connection.execute("CREATE INDEX temp.sight_name ON sight (core, insee, rank)")
        decided, lost = self._decided(decisions)
        verdicts = {pair: said for pair, said in self._verdicts() if decided.get(pair, True)}
        sure = sorted(
            (pair for pair, said in verdicts.items() if said.likeness is Likeness.SAME),
            key=lambda pair: (-verdicts[pair].score, pair),
        )
        groups = _groups(
            [pair for pair, same in decided.items() if same],
            sure,
            dict(connection.execute("SELECT listing, rank FROM temp.sight")),
        )
        together = {member: number for number, group in enumerate(groups) for member in group}
        for (a, b), verdict in verdicts.items():
            joined = a in together and together[a] == together.get(b)
            if not joined and len(self.doubtful) < MOST_PAIRS:
                self._doubt(a, b, verdict)
        for group in groups:
            self._join(group)
        self._name_communes()
        return lost

    def _decided(self, decisions: Sequence[Decision]) -> tuple[dict[Pair, bool], list[Rejection]]:
        """Pair → whether it is one, as the office says; and decisions that name no listing."""
        decided: dict[Pair, bool] = {}
        lost: list[Rejection] = []
        for each in decisions:
            places: list[int] = []
            for reference in (each.first, each.second):
                rowids = self._stock.rowids(reference)
                if len(rowids) == 1:
                    places += rowids
                else:
                    ids = [self._stock.at(rowid).id for rowid in rowids]
                    lost.append(unknown(reference, each.source, ids))
            if len(set(places)) == 2:
                decided[min(places), max(places)] = each.same
        return decided, lost

    def _verdicts(self) -> Iterator[tuple[Pair, Verdict]]:
        connection = self._stock.connection
        by_key = {(a, b) for a, b in connection.execute(_BY_KEY)}
        by_name = {(a, b) for a, b in connection.execute(_BY_NAME)}
        twice = {(a, b) for a, b in connection.execute(_TWICE, (MOST_NAMESAKES, MOST_PAIRS))}
        for pair in sorted(by_key | by_name | set(self._near()) | twice):
            a, b = (self._stock.at(rowid) for rowid in pair)
            verdict = judge(a, b, shared_id=pair in by_key)
            if _one_source(a, b) and verdict.likeness is Likeness.SAME:
                verdict = Verdict(Likeness.DOUBTFUL, verdict.score, "twice_in_one_source")
            if verdict.likeness is not Likeness.OTHER:
                yield pair, verdict

    def _near(self) -> Iterator[Pair]:
        """Pairs of two sources within reach whose names are alike. The largest source is only
        looked up from the others."""
        connection = self._stock.connection
        ranks = connection.execute(
            "SELECT rank FROM temp.sight GROUP BY rank ORDER BY count(*) DESC"
        ).fetchall()
        if len(ranks) < 2:
            return
        ((largest,), *_) = ranks
        rows = connection.execute(
            "SELECT s.listing, s.rank, s.core, l.latitude, l.longitude FROM temp.sight s "
            "JOIN listing l ON l.rowid = s.listing WHERE s.rank <> ?",
            (largest,),
        ).fetchall()
        for rowid, rank, name, latitude, longitude in rows:
            north = NEAR_M / _METRES_PER_DEGREE
            east = north / max(0.1, cos(radians(latitude)))
            box = (latitude + north, latitude - north, longitude + east, longitude - east)
            for other, other_name in connection.execute(_NEAR, (*box, rank)):
                if token_sort_ratio(name, other_name) >= SOMEHOW_ALIKE:
                    yield (rowid, other) if rowid < other else (other, rowid)

    def _join(self, group: list[int]) -> None:
        """Write the joined listing under the rowid of the first; take the others out."""
        first, *others = (self._stock.at(rowid) for rowid in group)
        listing, differences = join((first, *others))
        for other in others:
            self._stock.withdraw(other.id)
        self._stock.put(listing, [other.id for other in others])
        self.merged += len(others)
        name = _title(listing)
        for each in differences:
            if len(self.discrepancies) < MOST_DISCREPANCIES:
                self.discrepancies.append(
                    Discrepancy(
                        listing.id,
                        name,
                        each.field,
                        each.kept_source,
                        each.kept,
                        each.other_source,
                        each.other,
                    )
                )

    def _doubt(self, a: int, b: int, verdict: Verdict) -> None:
        first, second = self._stock.at(a), self._stock.at(b)
        self.doubtful.append(
            DoubtfulPair(
                first.id,
                second.id,
                _title(first),
                _title(second),
                round(verdict.score, 1),
                metres(first, second),
                verdict.why,
            )
        )

    def _name_communes(self) -> None:
        """Give a listing that states its INSEE code alone the commune's name, as the others of
        that code have it: joined by code, never by spelling."""
        connection = self._stock.connection
        nameless = connection.execute(
            "SELECT rowid, insee FROM listing WHERE commune IS NULL AND insee IS NOT NULL"
        ).fetchall()
        if not nameless:
            return
        names: dict[str, str] = dict(
            connection.execute(
                "SELECT insee, commune FROM (SELECT insee, commune, count(*) AS n FROM listing"
                " WHERE commune IS NOT NULL AND insee IS NOT NULL GROUP BY 1, 2 ORDER BY n)"
            )
        )
        for rowid, insee in nameless:
            if insee in names:
                listing = self._stock.at(rowid)
                place = replace(listing.place, commune=names[insee])
                self._stock.put(replace(listing, place=place))


def _groups(
    decided: Iterable[Pair], sure: Iterable[Pair], ranks: dict[int, int]
) -> list[list[int]]:
    """The members of each group, the surest source first. A group holds two records of one
    source only where a person decided so. `sure`: the surest first."""
    group_of: dict[int, set[int]] = {}
    for by_hand, pairs in ((True, decided), (False, sure)):
        for a, b in pairs:
            mine, theirs = group_of.get(a, {a}), group_of.get(b, {b})
            if mine is theirs:
                continue
            if not by_hand and {ranks[m] for m in mine} & {ranks[t] for t in theirs}:
                continue
            both = mine | theirs
            for member in both:
                group_of[member] = both
    unique: defaultdict[int, list[int]] = defaultdict(list)
    for member, group in group_of.items():
        unique[min(group)].append(member)
    return [sorted(members, key=lambda m: (ranks[m], m)) for _, members in sorted(unique.items())]


def _one_source(a: Listing, b: Listing) -> bool:
    return a.id.partition(":")[0] == b.id.partition(":")[0]


def _title(listing: Listing) -> str:
    name = listing.name.best("fr")
    return name.text if name else listing.id
