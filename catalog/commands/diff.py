"""`catalog diff`: what changed between two kept versions."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import msgspec

from catalog.errors import Refused, WrongUse
from catalog.refresh.compare import comparing
from catalog.refresh.wording import Wording
from catalog.store.folder import default_data_dir
from catalog.store.reader import Catalogue
from catalog.store.versions import DataFolder
from catalog.text import clean_line

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from catalog.refresh.compare import Comparison
    from catalog.store.versions import Version


def diff(options: Namespace) -> int:
    """Print what is new, gone and changed between two versions, one listing at a time."""
    before, after = _chosen(options.before, options.after, options.data)
    for version in (before, after):
        with Catalogue.open(version.path) as catalogue:  # names the file that cannot be read
            catalogue.check()
    with comparing(before.path, after.path) as both:
        lines = (
            _json(both, before, after)
            if options.json
            else _text(both, before, after, Wording(options.lang))
        )
        for line in lines:
            print(line)
    return 0


def _chosen(before: str | None, after: str | None, data: Path | None) -> tuple[Version, Version]:
    """The two versions named, by default the one in use and the one before it."""
    kept = DataFolder(data or default_data_dir()).versions()
    in_use = next((version for version in kept if version.current), None)
    later = _named(kept, after) if after else in_use
    if later is None:
        raise Refused(
            "there is no catalogue in use to compare with",
            remedy="Name two versions; `catalog versions` lists those that are kept.",
        )
    if before:
        return _named(kept, before), later
    earlier = [version for version in kept if version.name < later.name and version.meta]
    if not earlier:
        raise Refused(
            "there is no earlier version to compare with",
            remedy="`catalog versions` lists those that are kept.",
        )
    return earlier[0], later


def _named(kept: Iterable[Version], name: str) -> Version:
    for version in kept:
        if version.name == name:
            return version
    raise WrongUse(
        f"there is no version {name!r} here",
        remedy="`catalog versions` lists those that are kept.",
    )


def _text(both: Comparison, before: Version, after: Version, wording: Wording) -> Iterator[str]:
    counts = both.counts()
    yield wording.say("diff.head", before=before.name, after=after.name)
    if counts.none:
        yield wording.say("diff.none")
    for key, count, lines in (
        ("new", counts.new, _names("+", both.new())),
        ("gone", counts.gone, _names("-", both.gone())),
        ("changed", counts.changed, _changed(both)),
    ):
        if count:
            yield ""
            yield wording.say(f"diff.{key}", count=wording.number(count))
            yield from lines


def _names(mark: str, listings: Iterator[tuple[str, str]]) -> Iterator[str]:
    for id, name in listings:
        yield f"  {mark} {clean_line(name)}  ({clean_line(id)})"


def _changed(both: Comparison) -> Iterator[str]:
    for listing in both.changed():
        yield f"  ~ {listing.name}  ({clean_line(listing.id)})"
        for field in listing.fields:
            yield f"      {clean_line(field.field)}: {field.before or '∅'} → {field.after or '∅'}"


def _json(both: Comparison, before: Version, after: Version) -> Iterator[str]:
    """One document, written listing by listing: a catalogue of any size fits no memory."""
    counts = both.counts()
    head = {"before": before.name, "after": after.name} | {
        name: getattr(counts, name) for name in ("new", "gone", "changed", "unchanged")
    }
    yield json.dumps(head)[:-1] + ","
    for key, items in (
        ("new_listings", ({"id": id, "name": name} for id, name in both.new())),
        ("gone_listings", ({"id": id, "name": name} for id, name in both.gone())),
        ("changed_listings", (msgspec.to_builtins(listing) for listing in both.changed())),
    ):
        yield f'"{key}": ['
        yield from _items(items)
        yield "]}" if key == "changed_listings" else "],"


def _items(items: Iterator[dict[str, Any]]) -> Iterator[str]:
    """The items of a list, a comma after each but the last."""
    last = None
    for item in items:
        if last is not None:
            yield f"  {last},"
        last = json.dumps(item, ensure_ascii=False)
    if last is not None:
        yield f"  {last}"
