"""In which language a file speaks whose texts are plain strings.

API v1 and mobile files, and API v2 asked with `?language=`, give one language a file and do not
name it. It is told by the addresses of their sheets and tracks (`/api/en/treks/…`), else by the
file's own name (`treks.en.geojson`), else by the labels of difficulty and route; else it is French.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from catalog.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalog.sources.geotrek.answers import Raw

USUAL: Final = "fr"
_ADDRESS: Final = re.compile(r"/(?:api|geojson|mobile)/([a-z]{2})/")
_NAME: Final = re.compile(r"(?:^|[._-])(fr|en|de|es|it|nl|oc|ca|pt|eu|br|co)(?=[._-])")
_ADDRESSES: Final = ("pdf", "printable", "gpx", "kml", "map_image_url")
_WORDS: Final = {
    "fr": "tres facile, moyen, intermediaire, tres difficile, boucle, aller retour, traversee",
    "en": "very easy, easy, medium, hard, very hard, difficult, loop, return trip, crossing",
    "de": "leicht, mittel, schwer, rundweg, sehr leicht, sehr schwer",
    "it": "molto facile, intermedio, molto difficile, anello, andata e ritorno, traversata",
    "es": "muy facil, dificil, muy dificil, circular, ida y vuelta, travesia",
    "nl": "gemakkelijk, gemiddeld, moeilijk, heen en terug",
}
_LANGUAGE_OF: Final = {
    word.strip(): lang for lang, words in _WORDS.items() for word in words.split(",")
}


def language_of(records: Iterable[Raw], name: str) -> str:
    """The language of plain strings in a file of this name, from a few of its records."""
    addresses: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for record in records:
        texts = (record.get(field) for field in _ADDRESSES)
        addresses.update(
            match[1]
            for text in texts
            if isinstance(text, str) and (match := _ADDRESS.search(text[:500]))
        )
        words.update(_LANGUAGE_OF[word] for word in _labels(record) if word in _LANGUAGE_OF)
    named = _NAME.search(name.rpartition("/")[2].lower())
    found = addresses.most_common(1) or ([(named[1], 1)] if named else []) or words.most_common(1)
    return found[0][0] if found else USUAL


def _labels(record: Raw) -> Iterator[str]:
    for field in ("difficulty", "route"):
        value = record.get(field)
        label = value.get("label") if isinstance(value, dict) else value
        if isinstance(label, str):
            yield fold(label[:80])
