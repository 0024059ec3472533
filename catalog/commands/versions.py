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
    """List the versions that are kept, newest first; exit 1 if there is none."""
    folder = DataFolder(options.data or default_data_dir())
    kept = folder.versions()
    if options.json:
        print(json.dumps([_facts(version) for version in kept], indent=2, ensure_ascii=False))
    else:
        wording = Wording(options.lang)
        for version in kept:
            print(_line(version, wording))
        if not kept:
            print(wording.say("versions.none", folder=folder.path), file=sys.stderr)
    return 0 if kept else 1


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


def _facts(version: Version) -> dict[str, object]:
    meta = version.meta
    return {
        "version": version.name,
        "current": version.current,
        "readable": meta is not None,
        "built": meta.built.isoformat() if meta else None,
        "listings": meta.listings if meta else None,
        "demonstration": meta.demonstration if meta else None,
    }


def _line(version: Version, wording: Wording) -> str:
    notes = []
    if version.meta is None:
        notes.append(wording.say("versions.damaged"))
    else:
        count = wording.number(version.meta.listings)
        notes.append(wording.say("versions.listings", count=count))
        notes.extend(source.name for source in version.meta.sources)
    if version.current:
        notes.append(wording.say("versions.current"))
    return f"{'*' if version.current else ' '} {version.name}  {', '.join(notes)}"
