"""A car that cannot be driven now: "mine is at the garage until four, what can we do?" """

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.request.clauses import asks, marks_saying, silence

if TYPE_CHECKING:
    from catalog.request.facts import Facts
    from catalog.request.marks import Mark, Scan


def read_carless(scan: Scan, facts: Facts) -> None:
    """Take a car in repair and its garage out of the question, where something else is asked
    for, which is then reached without it."""
    for stood in marks_saying(scan, "in_repair"):
        told = range(stood[0], stood[-1] + 1)
        others = (mark for at, mark in enumerate(scan.marks) if at not in told)
        if any(map(_is_wish, others)):
            facts.mobility.setdefault("public_transport")
            facts.say("mobility", "public_transport", scan.at(told[0]), scan.at(told[-1]))
            silence(scan, stood)


def _is_wish(mark: Mark) -> bool:
    return mark.place is None and (asks(mark) or mark.says("duration") is not None)
