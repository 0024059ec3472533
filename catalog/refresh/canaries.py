"""Questions whose answer an office knows by heart: asked of each new catalogue before visitors can.

`canaries.toml` in the data folder, or the file that the settings name:

    [[canary]]
    ask = "toilettes"
    lang = "fr"                     # left out: fr
    expect = "Toilettes du marché"  # a name, or an id as `catalog show` takes it
    within = 5                      # among the first so many; left out: 5
    here = [44.05, 2.16]            # left out: no place; degrees north and east
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta

from catalog.errors import Refused, WrongUse
from catalog.geo import Point
from catalog.handwritten import configured, keys_of, nearest
from catalog.refresh.report import FailedCanary
from catalog.search.engine import SearchEngine
from catalog.store.reader import Catalogue
from catalog.text import clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from catalog.search.engine import Hit

FILE_NAME: Final = "canaries.toml"
MOST: Final = 500
"""Canaries in a file: each is a search."""
FAILED: Final = "canary_failed"
"""The caution for a canary that was passed by force."""

_Degrees = Annotated[float, Meta(ge=-180, le=180)]
_LIMIT_MS: Final = 60_000
_EXAMPLE: Final = '[[canary]] ask = "toilettes", lang = "fr", expect = "Toilettes du marché"'


class Canary(msgspec.Struct, frozen=True):
    """One question, and the listing that must be among the first `within` hits."""

    ask: Annotated[str, Meta(min_length=1, max_length=200)]
    expect: Annotated[str, Meta(min_length=1, max_length=400)]
    lang: Literal["fr", "en", "de", "es", "it", "nl", "oc", "ca"] = "fr"
    within: Annotated[int, Meta(ge=1, le=50)] = 5
    here: tuple[_Degrees, _Degrees] | None = None


def load(path: Path, *, required: bool) -> tuple[Canary, ...]:
    """The canaries of a file; none where there is no file and none is `required`.

    Raises WrongUse naming file, canary and key.
    """
    if path.exists():
        return tuple(_canaries(configured(path), path))
    if not required:
        return ()
    raise WrongUse(
        "there is no such file of canary questions",
        where=str(path),
        remedy="Write it, or take the line canaries = … out of [refresh].",
    )


def _canaries(document: dict[str, Any], path: Path) -> Iterable[Canary]:
    tables = document.pop("canary", [])
    if document or not isinstance(tables, list):
        raise WrongUse(
            "a file of canary questions holds [[canary]] tables only",
            where=str(path),
            remedy=f"Write, for example: {_EXAMPLE}",
        )
    if len(tables) > MOST:
        raise WrongUse(f"more than {MOST} canary questions", where=str(path))
    known = keys_of(Canary)
    for number, table in enumerate(tables, start=1):
        for key in table if isinstance(table, dict) else ():
            if key not in known:
                raise WrongUse(
                    f"canary {number}: unknown key {clean_line(key, limit=60)!r}"
                    f"{nearest(key, known)}",
                    where=str(path),
                    remedy=f"Known keys there: {', '.join(known)}.",
                )
        try:
            yield msgspec.convert(table, Canary)
        except msgspec.ValidationError as error:
            raise WrongUse(
                f"canary {number} is not complete or not right ({error})",
                where=str(path),
                remedy=f"Write, for example: {_EXAMPLE}",
            ) from None


def ask(built: Path, canaries: Iterable[Canary]) -> tuple[FailedCanary, ...]:
    """The canaries that a finished catalogue does not answer as expected. Raises CatalogueError
    when it cannot be read."""
    with Catalogue.open(built, limit_ms=_LIMIT_MS) as catalogue:
        engine = SearchEngine(catalogue)
        failed = []
        for canary in canaries:
            hits = _hits(engine, canary)
            if not _has(catalogue, hits, canary.expect):
                found = tuple(clean_line(f"{hit.name} [{hit.id}]", limit=120) for hit in hits)
                failed.append(
                    FailedCanary(
                        clean_line(canary.ask),
                        canary.lang,
                        clean_line(canary.expect),
                        canary.within,
                        found,
                    )
                )
        return tuple(failed)


def _hits(engine: SearchEngine, canary: Canary) -> tuple[Hit, ...]:
    origin = Point(*canary.here) if canary.here else None
    return engine.search(
        canary.ask, lang=canary.lang, prefix=False, limit=canary.within, origin=origin
    )


def _has(catalogue: Catalogue, hits: Iterable[Hit], expect: str) -> bool:
    """Whether a hit has the name, or is the listing that somebody knows under this id: its own
    may have become another source's by merging."""
    listing = catalogue.find(expect)
    wanted = listing.id if listing else expect
    return any(hit.id == wanted or fold(hit.name) == fold(expect) for hit in hits)


def refusal(failed: tuple[FailedCanary, ...]) -> Refused:
    """The error for canaries that failed, about the first of them."""
    first = failed[0]
    came = ", ".join(first.found[:3]) or "-"
    others = f" and {len(failed) - 1} more" if len(failed) > 1 else ""
    return Refused(
        f"the canary question '{first.ask}' ({first.lang}){others} does not find "
        f"'{first.expect}' among the first {first.within}, but: {came}; nothing was changed",
        remedy="If the sources are right, correct canaries.toml; to publish all the same, run "
        "again with --force.",
    )
