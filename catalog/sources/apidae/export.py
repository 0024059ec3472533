"""What APIDAE sends: an export (zip file or folder), a query reply, objects in a file,
deletions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from catalog.errors import Unreadable
from catalog.sources.apidae.fields import number
from catalog.sources.apidae.kinds import TYPES
from catalog.sources.apidae.record import SOURCE, listing_id, read_object
from catalog.sources.apidae.reference import Companions, Reference, communes_of, labels_of
from catalog.sources.archive import BadMember
from catalog.sources.draft import Draft, Rejection, Withdrawal
from catalog.sources.strictjson import decode

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from catalog.sources.archive import Container
    from catalog.sources.candidate import Candidate
    from catalog.sources.documents import Document

_OBJECTS: Final = "objets_modifies/"
_DELETED: Final = "objets_supprimes.json"
_ANSWER: Final = "objetsTouristiques"
_DELETIONS_STEM: Final = "supprim"
_LIST: Final = msgspec.json.Decoder(list[msgspec.Raw])

Result = Draft | Rejection | Withdrawal


def recognise(candidate: Candidate) -> Export | Reply | Deletions | None:
    """An export by the names in it; a file by its keys, or by what its first object is."""
    if candidate.is_folder or candidate.container is not None:
        root = _root(candidate.names)
        container = candidate.container
        if root is None or container is None or not candidate.is_all_below(root):
            return None
        return Export(container, root)
    document = candidate.document
    if document is None:
        return None
    if _ANSWER in document.keys or {"query", "numFound"} <= document.keys:
        return Reply(document, _ANSWER)
    if document.keys:
        whole = {key: document.get(key) for key in ("type", "id", "nom") if key in document.keys}
        return Reply(document) if _is_object(whole) else None
    first = document.first()
    if _is_object(first):
        return Reply(document)
    named = _DELETIONS_STEM in candidate.path.stem.lower()
    return Deletions(document) if named and number(first) is not None else None


def _is_object(value: object) -> bool:
    return (
        isinstance(value, dict)
        and isinstance(value.get("type"), str)
        and value["type"] in TYPES
        and number(value.get("id")) is not None
        and isinstance(value.get("nom"), dict)
    )


def _root(names: Collection[str]) -> str | None:
    """The folder inside that holds the objects or the deletions: the top, or one below it."""
    roots = {name[: name.index(_OBJECTS)] for name in names if _OBJECTS in name}
    roots |= {name.removesuffix(_DELETED) for name in names if name.endswith(_DELETED)}
    fitting = [root for root in roots if root.count("/") < 2 and root[-1:] in ("", "/")]
    return fitting[0] if len(fitting) == 1 else None


class Export:
    """An export in a container, below the folder `root` ("" or "name/").

    First the deletions, then every object of `objets_modifies/`; objects that are only linked to
    (`objets_lies/`), selections and internal criteria are not read. Raises Unreadable when a
    companion that gives words and communes to ids is damaged: listings would silently lose them.
    """

    name = SOURCE
    total: int | None = None

    def __init__(self, container: Container, root: str) -> None:
        self._container = container
        self._root = root
        below = root + _OBJECTS
        self._files = sorted(
            name
            for name in container.names
            if name.startswith(below) and name.lower().endswith(".json")
        )
        self.label = f"APIDAE export, records in {len(self._files):,} files"

    def read(self, retrieved: date) -> Iterator[Result]:
        """Deletions, then every object, file by file."""
        with self._container as container:
            labels = labels_of(self._companion("elements_reference.json"))
            communes = communes_of(self._companion("communes.json"))
            reference = Reference(Companions(labels, communes))
            yield from _withdrawals(self._companion(_DELETED), _DELETED)
            for file in self._files:
                yield from self._objects(file, retrieved, reference)
            for name in container.unsafe:
                yield Rejection(SOURCE, name, "the name of the file leads out of the archive")

    def _objects(self, file: str, retrieved: date, reference: Reference) -> Iterator[Result]:
        """The objects of one file: one, or a list, each decoded when its turn comes."""
        member = file.removeprefix(self._root)
        try:
            raw = self._container.read(file, limit=self._container.limits.index)
            raws = _list_of(raw)
            if raws is None:
                yield read_object(decode(raw), retrieved, reference, member=member)
                return
        except (BadMember, ValueError) as problem:
            yield Rejection(SOURCE, member, str(problem))
            return
        yield from _each(raws, retrieved, reference, member)

    def _companion(self, name: str) -> object:
        """A companion file, decoded; None if the export has none."""
        path = self._root + name
        if path not in self._container.names:
            return None
        try:
            return decode(self._container.read(path, limit=self._container.limits.index))
        except (BadMember, ValueError) as problem:
            raise Unreadable(
                f"a file of the export cannot be read: {problem}",
                where=f"{self._container.path}: {path}",
                remedy="Download the export again.",
            ) from None


class Reply:
    """A file with objects in it: under `key`, in a list, or a single one.

    `total` may be less than the query found: a reply holds one page.
    """

    name = SOURCE

    def __init__(self, document: Document, key: str | None = None) -> None:
        self._document = document
        self._single = key is None and bool(document.keys)
        self._raws = [] if self._single else document.items(*([key] if key else []))
        self.total: int | None = 1 if self._single else len(self._raws)
        found = number(document.get("numFound")) or self.total
        if found > self.total:
            self.label = f"APIDAE reply, {self.total:,} of the {found:,} records found"
        else:
            self.label = f"APIDAE reply, {self.total:,} records"

    def read(self, retrieved: date) -> Iterator[Result]:
        """Every object, in the order of the file."""
        reference = Reference()
        if self._single:
            whole = {key: self._document.get(key) for key in sorted(self._document.keys)}
            yield read_object(whole, retrieved, reference, member=self._document.path.name)
        yield from _each(self._raws, retrieved, reference, self._document.path.name)


class Deletions:
    """A bare list of the ids of objects that are no more."""

    name = SOURCE

    def __init__(self, document: Document) -> None:
        self._document = document
        self.total: int | None = len(document.items())
        self.label = f"APIDAE deletions, {self.total:,} records"

    def read(self, retrieved: date) -> Iterator[Result]:  # noqa: ARG002 (no date in a deletion)
        """Every deletion."""
        for place, raw in enumerate(self._document.items(), start=1):
            yield from _withdrawals([_value(raw)], self._document.path.name, place)


def _each(
    raws: list[msgspec.Raw], retrieved: date, reference: Reference, member: str
) -> Iterator[Result]:
    for place, raw in enumerate(raws, start=1):
        where = f"{member}, {place}"
        try:
            obj = decode(bytes(raw))
        except ValueError as problem:
            yield Rejection(SOURCE, where, str(problem))
            continue
        yield read_object(obj, retrieved, reference, member=where)


def _list_of(raw: bytes) -> list[msgspec.Raw] | None:
    """The items of a list, still raw; None for anything else."""
    text = raw.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not text.startswith(b"["):
        return None
    try:
        return _LIST.decode(text)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return None


def _value(raw: msgspec.Raw) -> object:
    try:
        return decode(bytes(raw))
    except ValueError:
        return None


def _withdrawals(ids: object, member: str, first: int = 1) -> Iterator[Result]:
    """Deleted objects, by number."""
    for place, raw in enumerate(ids if isinstance(ids, list) else [], start=first):
        record = number(raw)
        if record is None:
            reason = "field id: the deletion names no identifier"
            yield Rejection(SOURCE, f"{member}, {place}", reason)
        else:
            yield Withdrawal(SOURCE, listing_id(record))
