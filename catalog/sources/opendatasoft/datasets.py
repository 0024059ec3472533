"""What is known of an agenda: who publishes it, and whether anybody checks it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Dataset:
    """One agenda; of one that nobody has looked at nothing is known, and nothing assumed."""

    id: str = ""
    publisher: str | None = None
    licence: str | None = None
    moderated: bool = False


@cache
def datasets() -> Mapping[str, Dataset]:
    """The agendas of `datasets.toml`, by their identifier."""
    text = resources.files(__package__).joinpath("datasets.toml").read_text("utf-8")
    return {id: Dataset(id, **known) for id, known in tomllib.loads(text).items()}


def dataset_of(stated: str | None, file_stem: str) -> Dataset:
    """The agenda that a record names, or after which its file is named, as exports are."""
    known = datasets()
    if stated is not None:
        return known.get(stated, Dataset(stated))
    return next((known[id] for id in known if file_stem.startswith(id)), Dataset())
