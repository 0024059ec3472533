"""What a report is made of, before it is laid out: the letter and the page show the same blocks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list, with lines under it. `link`: a web page about it."""

    text: str
    under: tuple[str, ...] = ()
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `rest` stands below it when not all are named."""

    items: tuple[Item, ...]
    rest: str | None = None


@dataclass(frozen=True, slots=True)
class Lines:
    """Sentences, one a line."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of what: the number stands first, its meaning after it."""

    rows: tuple[tuple[str, Item], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads; the first column is text, the others are figures."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    rest: str | None = None


Block = Items | Lines | Counted | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it; without a title, it goes on."""

    title: str | None
    blocks: tuple[Block, ...] = ()
