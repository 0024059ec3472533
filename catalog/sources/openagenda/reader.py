"""An OpenAgenda file: an answer of the API, an export, or one event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from catalog.errors import Unreadable
from catalog.sources.draft import Rejection
from catalog.sources.openagenda.event import SOURCE, read_event
from catalog.sources.openagenda.fields import Node, node, text, wordings
from catalog.sources.strictjson import decode
from catalog.sources.values.series import Read, in_series
from catalog.text import fold

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence
    from datetime import date

    from catalog.sources.candidate import Candidate
    from catalog.sources.documents import Document

_WHEN: Final = ("timings", "firstTiming", "nextTiming", "lastTiming", "dateRange")
_SETTINGS: Final = frozenset(("uid", "slug", "settings", "schema"))


def recognise(candidate: Candidate) -> OpenAgenda | None:
    """`{"events": […]}`, `{"event": {…}}`, a list of events or one event; Unreadable for the
    settings of an agenda, which are often downloaded in the place of its events."""
    document = candidate.document
    if document is None:
        return None
    if _is_event(document.first()):
        return OpenAgenda(document, document.items())
    keys = document.keys
    if "events" in keys and (_is_event(document.first("events")) or _is_empty_answer(document)):
        return OpenAgenda(document, document.items("events"))
    if "event" in keys and _is_event(document.get("event")):
        return OpenAgenda(document, [document.get("event")])
    if "uid" in keys and "title" in keys and not keys.isdisjoint(_WHEN):
        return OpenAgenda(document, [{key: document.get(key) for key in keys}])
    if keys >= _SETTINGS:
        raise Unreadable(
            "these are the settings of an OpenAgenda agenda: they hold no event",
            where=str(candidate.path),
            remedy="Ask for its events: the address of the settings with /events?detailed=1 "
            "after it.",
        )
    return None


def _is_event(value: object) -> bool:
    if not isinstance(value, dict) or "uid" not in value:
        return False
    return value.get("removed") is not None or (
        "title" in value and any(key in value for key in _WHEN)
    )


def _is_empty_answer(document: Document) -> bool:
    return "total" in document.keys and not document.items("events")


class OpenAgenda:
    """The events of one file, in its order; those that are one thing on several dates as one
    listing in the place of the first.
    """

    name = SOURCE

    def __init__(self, document: Document, events: Sequence[object]) -> None:
        self._path = document.path
        self._events = events
        self.total: int | None = len(events)
        self.label = f"OpenAgenda, {len(events):,} records"

    def read(self, retrieved: date) -> Iterator[Read]:
        """Every listing, rejection and withdrawal."""
        signs = [_sign(event) for event in self._events]
        return in_series(signs, lambda index: [self._read_one(index, retrieved)])

    def _read_one(self, index: int, retrieved: date) -> tuple[Hashable, Read]:
        where = f"{self._path.name}, event {index + 1}"
        try:
            event = _decoded(self._events[index])
        except ValueError as problem:
            return None, Rejection(SOURCE, where, str(problem))
        return _place(event), read_event(event, retrieved, where=where)


def _decoded(event: object) -> object:
    return decode(bytes(event)) if isinstance(event, msgspec.Raw) else event


def _sign(event: object) -> int | None:
    """What events that may be alike share; None for what cannot be read."""
    try:
        said = _decoded(event)
    except ValueError:
        return None
    titles = tuple((lang, fold(title)) for lang, title in wordings(node(said).get("title")))
    return hash((titles, _place(said)))


def _place(event: object) -> Hashable:
    """What tells places apart: the agenda, and its number for the place or else the commune and
    the place's name; nothing is joined where neither is stated."""
    said: Node = node(event)
    location = node(said.get("location"))
    agenda = text(node(said.get("originAgenda")).get("uid"))
    number = text(location.get("uid"))
    insee, name = text(location.get("insee")), fold(text(location.get("name")) or "")
    if number is not None:
        return agenda, number
    return (agenda, insee, name) if insee and name else (text(said.get("uid")),)
