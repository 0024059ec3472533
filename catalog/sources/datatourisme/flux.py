"""A whole flux: `index.json`, and one file per object under `objects/`."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Final

from catalog.errors import Unreadable
from catalog.sources.archive import BadMember, Container, is_safe
from catalog.sources.datatourisme.record import SOURCE, read_object
from catalog.sources.draft import Draft, Rejection
from catalog.sources.strictjson import decode
from catalog.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from catalog.sources.candidate import Candidate

_OBJECTS: Final = "objects/"
_CONTEXT_BYTES: Final = 1 << 20


def recognise(candidate: Candidate) -> Flux | None:
    """A zip file or folder with `index.json` at its top, or in its only folder."""
    if candidate.container is None:
        return None
    root = _root(candidate.names)
    if root is None or not candidate.is_all_below(root):
        return None
    return Flux(candidate.container, root)


def _root(names: Collection[str]) -> str | None:
    """The folder inside that holds `index.json`: the top, or one folder below it."""
    if "index.json" in names:
        return ""
    below = [
        name.removesuffix("index.json")
        for name in names
        if name.endswith("/index.json") and name.count("/") == 1
    ]
    return below[0] if len(below) == 1 else None


class Flux:
    """A DATAtourisme flux in a container, its `index.json` in the folder `root` ("" or "name/").

    The index says which objects count. One that it names and the archive lacks is rejected, and so
    is one that the archive holds and the index does not name: the platform has withdrawn it.
    Raises Unreadable when the index is not one.
    """

    name = SOURCE

    def __init__(self, container: Container, root: str) -> None:
        self._container = container
        self._root = root
        self._files = self._index()
        self._mine = self._files
        self._tells_rest = True
        self.total: int | None = len(self._files)
        version = self._version()
        self.label = f"DATAtourisme flux{version}, {len(self._files):,} records"

    def read(self, retrieved: date) -> Iterator[Draft | Rejection]:
        """Every record of the index, in its order; then what does not belong."""
        seen: dict[str, str] = {}
        with self._container as container:
            for file in self._mine:
                draft = self._read_one(file, retrieved)
                if isinstance(draft, Draft):
                    first = seen.setdefault(draft.listing.id, file)
                    if first != file:
                        reason = f"field @id: the same record stands in {first} already"
                        draft = Rejection(SOURCE, file, reason)
                yield draft
            if not self._tells_rest:
                return
            for name in container.unsafe:
                yield Rejection(SOURCE, name, "the name of the file leads out of the archive")
            for file in self._withdrawn():
                yield Rejection(SOURCE, file, "the object is not in index.json: withdrawn")

    def share(self, part: int, of: int) -> Flux:
        """The flux, of which only the objects number `part`, `part + of`, … are read; what does
        not belong is told by part 0."""
        shared = copy(self)
        shared._mine = self._files[part::of]
        shared._tells_rest = part == 0
        return shared

    def _read_one(self, file: str, retrieved: date) -> Draft | Rejection:
        if not is_safe(file):
            return Rejection(SOURCE, file, "index.json names a file outside the archive")
        try:
            raw = self._container.read(f"{self._root}{_OBJECTS}{file}")
            return read_object(decode(raw), retrieved, member=file)
        except (BadMember, ValueError) as problem:
            return Rejection(SOURCE, file, str(problem))

    def _withdrawn(self) -> list[str]:
        below = self._root + _OBJECTS
        held = {
            name.removeprefix(below)
            for name in self._container.names
            if name.startswith(below) and name.endswith(".json")
        }
        return sorted(clean_line(name, limit=200) for name in held.difference(self._files))

    def _index(self) -> tuple[str, ...]:
        """The files that the index names, each once, relative to `objects/`."""
        name = f"{self._root}index.json"
        where = f"{self._container.path}: {name}"
        try:
            index = decode(self._container.read(name, limit=self._container.limits.index))
        except (BadMember, ValueError) as problem:
            raise Unreadable(
                f"the index of the flux cannot be read: {problem}",
                where=where,
                remedy="Download the flux again.",
            ) from None
        entries = index if isinstance(index, list) else []
        files = dict.fromkeys(
            clean_line(file.removeprefix(_OBJECTS), limit=500)
            for entry in entries
            if isinstance(entry, dict) and isinstance(file := entry.get("file"), str) and file
        )
        if not files or len(files) < len(entries) // 2:
            raise Unreadable(
                "this index.json is not that of a DATAtourisme flux (a list of objects with "
                "`label` and `file`)"
                if entries or not isinstance(index, list)
                else "the flux is empty: its index names no object",
                where=where,
                remedy="Download the flux again, or check the query of the flux on DATAtourisme.",
            )
        return tuple(files)

    def _version(self) -> str:
        """ " v3" or " v2" by the ontology's address in the context; "" if there is none."""
        try:
            context = self._container.read(f"{self._root}context.jsonld", limit=_CONTEXT_BYTES)
        except BadMember:
            return ""
        if b"//www.datatourisme.gouv.fr/ontology" in context:
            return " v2"
        return " v3" if b"//www.datatourisme.fr/ontology" in context else ""
