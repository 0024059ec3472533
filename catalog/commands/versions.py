"""`catalog versions` and `catalog rollback`."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from catalog.refresh.wording import Wording
from catalog.store.folder import default_data_dir
from catalog.store.versions import DataFolder

if TYPE_CHECKING:
    from argparse import Namespace

    from catalog.store.versions import Version


def versions(options: Namespace) -> int:
    """List the versions that are kept, newest first; exit 1 if there is none, or with --check
    if one is damaged."""
    folder = DataFolder(options.data or default_data_dir())
    kept = folder.versions()
    wording = Wording(options.lang)
    states = [_state(folder, version) if options.check else None for version in kept]
    if options.json:
        facts = [_facts(*one) for one in zip(kept, states, strict=True)]
        print(json.dumps(facts, indent=2, ensure_ascii=False))
    else:
        for version, state in zip(kept, states, strict=True):
            print(_line(version, state, wording))
        if not kept:
            print(wording.say("versions.none", folder=folder.path), file=sys.stderr)
    return 1 if not kept or "damaged" in states else 0


def rollback(options: Namespace) -> int:
    """Put an earlier version in use again."""
    wording = Wording(options.lang)
    folder = DataFolder(options.data or default_data_dir())
    with folder.locked():
        meta = folder.rollback(options.version)
    print(
        wording.say(
            "versions.back",
            version=meta.version,
            count=wording.number(meta.listings),
            date=f"{wording.day(meta.built)} {meta.built:%H:%M}",
        )
    )
    return 0


def _state(folder: DataFolder, version: Version) -> str:
    """`whole`, `damaged`, or `unstated` where nobody wrote a checksum."""
    whole = folder.is_whole(version)
    if version.meta is None or whole is False:
        return "damaged"
    return "unstated" if whole is None else "whole"


def _facts(version: Version, state: str | None) -> dict[str, object]:
    meta = version.meta
    return {
        "version": version.name,
        "current": version.current,
        "readable": meta is not None,
        "built": meta.built.isoformat() if meta else None,
        "listings": meta.listings if meta else None,
        "demonstration": meta.demonstration if meta else None,
        **({} if state is None else {"checksum": state}),
    }


def _line(version: Version, state: str | None, wording: Wording) -> str:
    notes = []
    if version.meta is None:
        notes.append(wording.say("versions.damaged"))
    else:
        count = wording.number(version.meta.listings)
        notes.append(wording.say("versions.listings", count=count))
        notes.extend(source.name for source in version.meta.sources)
    if version.current:
        notes.append(wording.say("versions.current"))
    if state is not None:
        notes.append(wording.say(f"checksum.{state}"))
    return f"{'*' if version.current else ' '} {version.name}  {', '.join(notes)}"
