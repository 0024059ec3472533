"""Catalogues to measure on, built once and kept: `<keep>/<size>-<digest>/`.

The digest is of everything that decides what stands in the file: the generator, the vocabulary,
the store and the search index. Whoever changes one of them measures a new catalogue.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from random import Random
from time import process_time
from typing import TYPE_CHECKING, Final

from platformdirs import user_cache_path

from catalog.clock import PARIS
from catalog.sources.draft import Draft
from catalog.sources.formats import open_source
from catalog.store.reader import Catalogue
from catalog.store.writer import CatalogueWriter
from tests.bench import documents
from tests.bench.generated import listings
from tests.bench.peers import PEERS
from tests.catalog.making import write_index

if TYPE_CHECKING:
    from catalog.model import Listing, Localized

ROOT: Final = Path(__file__).parents[2]
_INDEX: Final = ("catalog/search", "catalog/store", "catalog/vocabulary", "catalog/text.py")
_LISTINGS: Final = (
    "tests/bench/generated.py",
    "tests/bench/stated_hours.py",
    "tests/bench/wording.py",
    "tests/bench/wording.toml",
)
_PEERS: Final = ("tests/bench/documents.py", "tests/bench/peers.py")

DEFAULT: Final = user_cache_path("kiosk-bench")
DAY: Final = date(2026, 7, 1)
Say = Callable[[str], None]


@dataclass(frozen=True)
class Stock:
    """A catalogue and, beside it, what the peers read."""

    catalogue: Path
    folder: Path

    @property
    def documents(self) -> Path:
        """One document a line, for every way to search."""
        return self.folder / "documents.jsonl"


def generated(size: int, keep: Path, say: Say) -> Stock:
    """A generated catalogue of this size, from the folder of kept ones."""

    def build(path: Path) -> None:
        began = process_time()
        _write(path, listings(size))
        seconds = process_time() - began
        say(
            f"  generated, stored and indexed in {seconds:.1f} s of processor "
            f"({size / seconds:,.0f} listings a second)"
        )

    return _kept(keep, str(size), _digest((*_INDEX, *_LISTINGS)), build)


def hidden(catalogue: Path, size: int, keep: Path, say: Say) -> Stock:
    """The listings of a real catalogue, in no order among as many generated ones as it takes."""

    def build(path: Path) -> None:
        with Catalogue.open(catalogue, limit_ms=600_000) as opened:
            (real,) = opened.rows("SELECT count(*) FROM listing")[0]
            places = set(Random(1).sample(range(size), min(real, size)))
            theirs, ours = opened.all(), listings(size)
            _write(path, (next(theirs if at in places else ours) for at in range(size)))
        say(f"  {real:,} real listings hidden among {size - real:,} generated ones")

    state = f"{catalogue} {catalogue.stat().st_mtime_ns} {_digest((*_INDEX, *_LISTINGS))}"
    return _kept(keep, f"hidden-{size}", _hash(state), build)


def demonstration(keep: Path) -> Stock:
    """The catalogue that comes with the product."""

    def build(path: Path) -> None:
        drafts = open_source(ROOT / "catalog" / "demonstration").read(DAY)
        _write(path, (each.listing for each in drafts if isinstance(each, Draft)))

    return _kept(keep, "demonstration", _digest((*_INDEX, "catalog/demonstration")), build)


def _kept(keep: Path, name: str, digest: str, build: Callable[[Path], None]) -> Stock:
    """What was built before, or is now; what it replaces goes."""
    folder = keep / f"{name}-{digest}"
    if not folder.exists():
        for old in keep.glob(f"{name}-*"):
            shutil.rmtree(old)
        half_made = keep / f"half-made-{name}-{os.getpid()}"
        half_made.mkdir(parents=True)
        build(half_made / "catalogue.sqlite")
        half_made.rename(folder)
    return _stock(folder / "catalogue.sqlite", folder)


def real(catalogue: Path, keep: Path) -> Stock:
    """A catalogue that somebody made, with a folder for what the peers read."""
    state = f"{catalogue} {catalogue.stat().st_mtime_ns}"
    return _stock(catalogue, keep / f"real-{_hash(state)}")


def _stock(catalogue: Path, folder: Path) -> Stock:
    peers = folder / f"peers-{_digest(_PEERS)}"
    peers.mkdir(parents=True, exist_ok=True)
    return Stock(catalogue, peers)


def prepare(stock: Stock, peers: list[str], say: Say) -> None:
    """Write what the peers read, unless it is there."""
    if not stock.documents.exists():
        made = stock.documents.with_suffix(".part")
        documents.write(stock.catalogue, made)
        made.rename(stock.documents)
    for name in peers:
        write = PEERS[name].write
        done = stock.folder / f"{name}.done"
        if write and not done.exists():
            began = process_time()
            write(stock.documents, stock.folder)
            done.touch()
            say(f"  {name}: index written in {process_time() - began:.1f} s of processor")


def _write(path: Path, every: Iterable[Listing]) -> None:
    with CatalogueWriter(path) as writer:
        write_index(writer.connection, ((writer.add(each), each) for each in every))
        writer.finish(version="bench", built=datetime(2026, 1, 1, tzinfo=PARIS))


def _hash(state: str) -> str:
    return sha256(state.encode()).hexdigest()[:12]


def _digest(parts: tuple[str, ...]) -> str:
    found = sha256()
    for part in parts:
        path = ROOT / part
        files = [path] if path.is_file() else sorted(path.rglob("*"))
        for file in files:
            if file.suffix in {".py", ".ini", ".toml"}:
                found.update(file.read_bytes())
    return found.hexdigest()[:12]


@dataclass(frozen=True)
class Sizes:
    """Bytes: of the search tables, of the catalogue's text (every name, summary, description and
    practical note, in every language, and the communes), of the whole file."""

    index: int
    text: int
    file: int


def sizes(stock: Stock) -> Sizes:
    """How large index and text of a catalogue are."""
    with Catalogue.open(stock.catalogue, limit_ms=600_000) as opened:
        pages = opened.rows("SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'search%'")
        text = sum(
            len((each.place.commune or "").encode())
            + sum(map(_bytes, (each.name, each.summary, each.description, each.practical)))
            for each in opened.all()
        )
    return Sizes(int(pages[0][0]), text, stock.catalogue.stat().st_size)


def _bytes(wording: Localized) -> int:
    return sum(len(text.text.encode()) for text in wording.texts)
