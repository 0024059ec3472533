"""The staff's words, in TOML files: one file for each room that has something to say.

`sentences/`: what a refresh says, by key, in every language. `reasons/`: what readers and errors
say in English, with its translations into the other seven. A section may go on in several files;
an entry stands in one.
"""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any


def tables(folder: str) -> dict[str, dict[str, Any]]:
    """The sections of all files of `folder`, joined. Raises ValueError for an entry given twice."""
    joined: dict[str, dict[str, Any]] = {}
    for file in sorted((files(__name__) / folder).iterdir(), key=lambda file: file.name):
        if not file.name.endswith(".toml"):
            continue
        for section, entries in tomllib.loads(file.read_text(encoding="utf-8")).items():
            known = joined.setdefault(section, {})
            if twice := known.keys() & entries.keys():
                raise ValueError(f"{folder}/{file.name}, [{section}]: {min(twice)} stands twice")
            known.update(entries)
    return joined
