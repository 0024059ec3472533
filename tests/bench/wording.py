"""The words of `wording.toml`, and how French puts them together."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any, Final

_WORDS: Final[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_suffix(".toml").read_text("utf-8")
)


def _list(name: str) -> list[str]:
    return [word.strip() for word in _WORDS[name].split(",")]


COMMUNES: Final = _list("communes")
SAINTS: Final = _list("saints")
SAINTES: Final = _list("saintes")
HEADS: Final = _list("heads")
MIDDLES: Final = _list("middles")
TAILS: Final = _list("tails")
COMPLEMENTS: Final = _list("complements")
THINGS: Final = _list("things")
"""With their articles: "de la Vigne"."""
HOUSES: Final = _list("houses")
SENTENCES: Final[dict[str, list[str]]] = _WORDS["sentences"]
"""By language, with {name} and {commune}."""

_CONTRACTED: Final = (
    (re.compile(r"\bde Le "), "du "),
    (re.compile(r"\bde Les "), "des "),
    (re.compile(r"\bà Le "), "au "),
    (re.compile(r"\bde[ -](?=[AEÉÈIOUŒ])"), "d'"),
)


def contracted(name: str) -> str:
    """ "Lac de Le Vigan" → "Lac du Vigan", "Lac de Albi" → "Lac d'Albi"."""
    for separate, together in _CONTRACTED:
        name = separate.sub(together, name)
    return name
