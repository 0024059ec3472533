"""Who grows wine or distils it and is filed as technical heritage, told by their own words.

The Charentes file their cellars under "technical heritage", beside wash-houses and lanterns of the
dead: no class and no theme says that they sell anything, only their name and their text do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.model import Kind, TermId

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Localized

_HERITAGE: Final = (TermId("rural_heritage"),)
_LANG: Final = "fr"
_ABOUT_PLACES: Final = re.compile(
    r"(?:village|bourg|bastide|cité|église|chapelle|(?:éco)?musée|lavoir|pont|forteresse|circuit"
    r"|parcours|sentier)\b",
    re.IGNORECASE,
)
"""How the name of what is no cellar begins, whatever its text says of those around it."""
_MADE: Final = r"(?:pineau|cognac|armagnac|eaux?-de-vie|vins?)\b"
_GROWER_NAMED: Final = re.compile(r"\b(?:pineau|vignobles?|chais?|vignerons?)\b", re.IGNORECASE)
_GROWER_TOLD: Final = re.compile(
    r"\bvignerons? indépendants?\b"
    rf"|\bventes?\b[^.]{{0,60}}\b{_MADE}"
    rf"|\bdégustations?\b[^.]{{0,40}}\b{_MADE}"
    r"|\bvisites?\b[^.]{0,40}\b(?:chais?|vignoble)\b",
    re.IGNORECASE,
)
_STILL_NAMED: Final = re.compile(r"\b(?:distillerie|cognac)\b", re.IGNORECASE)
_STILL_TOLD: Final = re.compile(r"\bvisites?\b[^.]{0,60}\bdistillerie\b", re.IGNORECASE)


def as_maker(
    kinds: tuple[Kind, ...],
    concepts: tuple[TermId, ...],
    name: Localized,
    texts: tuple[Localized, ...],
) -> tuple[tuple[Kind, ...], tuple[TermId, ...]]:
    """Kinds and concepts of a sight of technical heritage: a producer first where its French words
    say so, and heritage no longer."""
    if kinds[0] is not Kind.ATTRACTION or concepts != _HERITAGE:
        return kinds, concepts
    called = " ".join(text.text for text in name.texts if text.lang == _LANG)
    if _ABOUT_PLACES.match(called):
        return kinds, concepts
    told = " ".join(text.text for own in texts for text in own.texts if text.lang == _LANG)
    made = tuple(_made(called, told))
    return ((Kind.PRODUCER, *kinds), made) if made else (kinds, concepts)


def _made(called: str, told: str) -> Iterator[TermId]:
    if _GROWER_NAMED.search(called) or _GROWER_TOLD.search(told):
        yield TermId("winery")
    if _STILL_NAMED.search(called) or _STILL_TOLD.search(told):
        yield TermId("distillery")
