"""A Geotrek as files: a folder or zip file of its lists is one source, a lone file one too.

Records point to practices, difficulties, communes … by ids, which lie in files of their own. They
are joined when they lie in the same folder or archive, also beside a lone file; what cannot be
joined is cautioned.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from catalog.errors import Unreadable
from catalog.sources.archive import MEBIBYTE, BadMember, Folder
from catalog.sources.documents import Document
from catalog.sources.draft import Rejection
from catalog.sources.geotrek.answers import Answer, Raw
from catalog.sources.geotrek.common import SOURCE
from catalog.sources.geotrek.fields import NotPublished, by_language, published
from catalog.sources.geotrek.language import language_of
from catalog.sources.geotrek.lists import (
    Family,
    Lists,
    family_of,
    is_bare,
    is_unwanted,
    list_of,
)
from catalog.sources.geotrek.record import read_record
from catalog.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date
    from pathlib import Path

    from catalog.sources.archive import Container
    from catalog.sources.candidate import Candidate
    from catalog.sources.draft import Draft

MOST_FILES: Final = 500
LARGEST: Final = 256 * MEBIBYTE
"""Of one file in an archive: it is read whole."""
_SAMPLE: Final = 40
_PEEK: Final = 2_000
_MAPS: Final = (".json", ".geojson")
_PAPERS: Final = (".md", ".txt", ".pdf", ".url", ".html")
"""What may lie in a folder of answers beside them."""


def recognise(candidate: Candidate) -> Geotrek | None:
    """An answer of the API; or a folder or zip file with at least one list of records.

    A folder with anything else in it is an inbox: its files are opened one by one, and a lone
    answer then finds its lists beside it.
    """
    if candidate.container is None:
        return _lone(candidate) if candidate.suffix in _MAPS else None
    root = _root(candidate.names)
    names = sorted(name for name in candidate.names if _is_below(name, root))
    files = [name for name in names if name.lower().endswith(_MAPS)]
    if not files or len(files) > MOST_FILES or "index.json" in names:
        return None
    if candidate.is_folder and not (
        len(names) == len(candidate.names)
        and all(name.lower().endswith((".json", *_PAPERS)) for name in names)
    ):
        return None
    files_of = Files(candidate.container)
    found = list(islice(_opened(files_of, files), MOST_FILES))
    if not any(isinstance(opened, Opened) and opened.family for opened in found):
        return None
    return Geotrek(files_of, found)


def _lone(candidate: Candidate) -> Geotrek | None:
    if candidate.document is None or not candidate.document.keys & {"results", "features", "id"}:
        return None
    files_of = Files(Folder(candidate.path.parent))
    opened = _open(candidate.path.name, Answer(candidate.document))
    if not isinstance(opened, Opened) or not (opened.family or opened.known):
        return None
    if opened.known and not {"results", "count"} <= candidate.document.keys:
        return None
    beside = [
        path.name
        for path in sorted(candidate.path.parent.glob("*.json"))[:MOST_FILES]
        if path.name != candidate.path.name and path.is_file() and _is_page(path)
    ]
    lists = [
        other
        for other in _opened(files_of, beside)
        if isinstance(other, Opened) and (other.known or other.family == opened.family)
    ]
    joined = [other for other in lists if opened.family]
    return Geotrek(files_of, [opened], beside=joined)


def _is_page(path: Path) -> bool:
    """Whether a file begins like a page of the API: a look before it is read whole."""
    try:
        with path.open("rb") as stream:
            return b'"results"' in stream.read(_PEEK)
    except OSError:
        return False


def _root(names: Collection[str]) -> str:
    """The folder of an archive that holds everything: the top, or the only folder there."""
    tops = {name.partition("/")[0] for name in names}
    inside = len(tops) == 1 and all("/" in name for name in names)
    return f"{tops.pop()}/" if inside else ""


def _is_below(name: str, root: str) -> bool:
    return name.startswith(root) and "/" not in name[len(root) :]


class Files:
    """The JSON files of a folder or archive, each opened when its turn comes."""

    def __init__(self, container: Container) -> None:
        self.container = container

    def answer(self, name: str) -> Answer:
        """Raises Unreadable for what is not JSON."""
        path = self.container.path / name
        if isinstance(self.container, Folder):
            if not path.resolve().is_relative_to(self.container.path.resolve()):
                raise Unreadable("the file is a link that leads out of the folder", where=str(path))
            return Answer(Document(path))
        try:
            raw = self.container.read(name, limit=LARGEST)
        except BadMember as problem:
            raise Unreadable(str(problem), where=str(path)) from None
        return Answer(Document(path, raw))


@dataclass(frozen=True, slots=True)
class Opened:
    """A file of which is known what it holds: records of a `family`, or entries of the list
    `known`. `announced`: how many records there are on all pages."""

    name: str
    count: int
    family: Family | None = None
    known: str | None = None
    announced: int | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Foreign:
    """A file that is left out, and why; "" where there is nothing to say about it."""

    name: str
    reason: str


def _opened(files: Files, names: Collection[str]) -> Iterator[Opened | Foreign]:
    for name in names:
        try:
            yield _open(name, files.answer(name))
        except Unreadable as problem:
            yield Foreign(name, problem.message)
        except OSError:
            yield Foreign(name, "the file may not be read (permissions)")


def _open(name: str, answer: Answer) -> Opened | Foreign:
    """What a file holds. Raises Unreadable for records whose coordinates are not degrees."""
    first = answer.first
    if first is None or answer.is_message:
        nothing = answer.is_page or answer.is_message
        return Foreign(name, "" if nothing else "this is no answer of the Geotrek API")
    family = family_of(first)
    if family is not None:
        answer.check_degrees()
        sample = [raw for raw in islice(answer.records(), _SAMPLE) if isinstance(raw, dict)]
        language = language_of(sample, name)
        return Opened(
            name, len(answer), family=family, announced=answer.announced, language=language
        )
    if is_unwanted(first):
        return Foreign(name, "these are signposts, paths or areas: nothing for visitors")
    if is_bare(first):
        return Foreign(name, "")
    known = list_of(first, name)
    if known is not None:
        return Opened(name, len(answer), known=known)
    if not answer.is_page:
        return Foreign(name, "this is no answer of the Geotrek API")
    return Foreign(
        name, "what this list holds cannot be told: name the file as in the API (theme.json)"
    )


class Geotrek:
    """The records of one source, their lists joined. `beside`: files that only help to read."""

    name = SOURCE

    def __init__(
        self,
        files: Files,
        opened: list[Opened | Foreign],
        *,
        beside: Collection[Opened] = (),
    ) -> None:
        self._files = files
        self._records = [one for one in opened if isinstance(one, Opened) and one.family]
        self._foreign = [one for one in opened if isinstance(one, Foreign) and one.reason]
        self._lists = self._joined((*(one for one in opened if isinstance(one, Opened)), *beside))
        self.total: int | None = sum(one.count for one in self._records)
        self.label = f"Geotrek, {self.total:,} records"

    def read(self, retrieved: date) -> Iterator[Draft | Rejection]:
        """Every record, file by file; then the files that could not be used, and missing pages."""
        with self._files.container:
            for file in self._records:
                if file.family is not None:
                    yield from self._read(file, file.family, retrieved)
            for left in self._foreign:
                yield Rejection(SOURCE, clean_line(left.name, limit=200), left.reason)
            yield from self._missing_pages()

    def _read(self, file: Opened, family: Family, retrieved: date) -> Iterator[Draft | Rejection]:
        for number, raw in enumerate(self._files.answer(file.name).records(), start=1):
            member = f"{clean_line(file.name, limit=200)}, {number}"
            if isinstance(raw, str):
                yield Rejection(SOURCE, member, raw)
                continue
            yield read_record(
                raw, family, self._lists, retrieved, language=file.language, member=member
            )

    def _missing_pages(self) -> Iterator[Rejection]:
        """A page that announces more records than there are on all pages of its family."""
        held = Counter[Family]()
        announced: dict[Family, tuple[int, str]] = {}
        for file in self._records:
            if file.family is None:
                continue
            held[file.family] += file.count
            announced[file.family] = max(
                announced.get(file.family, (0, "")), (file.announced or 0, file.name)
            )
        for family, (count, name) in announced.items():
            if count > held[family]:
                yield Rejection(
                    SOURCE,
                    clean_line(name, limit=200),
                    f"field next: {count - held[family]:,} of {count:,} records are on pages that "
                    "are not here",
                )

    def _joined(self, opened: Collection[Opened]) -> Lists:
        lists = Lists()
        for file in opened:
            if file.known is None and file.family is not Family.TREK:
                continue
            for raw in self._files.answer(file.name).records():
                if isinstance(raw, dict) and file.known is not None:
                    lists.add(file.known, raw)
                elif isinstance(raw, dict) and raw.get("parents"):
                    _add_step(lists, raw, file.language)
        return lists


def _add_step(lists: Lists, raw: Raw, language: str) -> None:
    """Keep the published names of a trek that is a stage of another."""
    try:
        languages = published(raw)
    except NotPublished:
        return
    names = {
        lang: clean_line(name, limit=120)
        for lang, name in by_language(raw.get("name"), language)
        if languages is None or lang in languages or isinstance(raw.get("name"), str)
    }
    if names:
        lists.add_step((raw.get("id"), raw.get("uuid")), names)
