"""Languages spoken, as ISO 639 codes, from codes and French words alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.sources.datatourisme.jsonld import Node, texts
from catalog.text import fold

if TYPE_CHECKING:
    from catalog.sources.datatourisme.notes import Notes

FIELD: Final = "availableLanguage"

# "Béarnais" is oc: it is Gascon, which ISO 639-3 made part of Occitan (oci) in 2007, and no other
# code is left for it. "Langue des signes" does not say of which country: sgn, the collective code.
_WORDS: Final = {
    "allemand": "de",
    "anglais": "en",
    "arabe": "ar",
    "basque": "eu",
    "bearnais": "oc",
    "breton": "br",
    "bulgare": "bg",
    "catalan": "ca",
    "chinois": "zh",
    "coreen": "ko",
    "corse": "co",
    "croate": "hr",
    "danois": "da",
    "espagnol": "es",
    "esperanto": "eo",
    "finnois": "fi",
    "francais": "fr",
    "gascon": "oc",
    "grec": "el",
    "hebreu": "he",
    "hongrois": "hu",
    "italien": "it",
    "japonais": "ja",
    "langue des signes": "sgn",
    "langue des signes francaise": "fsl",
    "languedocien": "oc",
    "luxembourgeois": "lb",
    "mandarin": "zh",
    "neerlandais": "nl",
    "norvegien": "no",
    "occitan": "oc",
    "polonais": "pl",
    "portugais": "pt",
    "roumain": "ro",
    "russe": "ru",
    "slovaque": "sk",
    "slovene": "sl",
    "suedois": "sv",
    "tcheque": "cs",
    "thai": "th",
    "turc": "tr",
    "ukrainien": "uk",
    "vietnamien": "vi",
}
_CODES: Final = frozenset(_WORDS.values()) | {"et", "fa", "ga", "hi", "id", "is", "lt", "lv", "sr"}
_TAG: Final = re.compile(r"([a-z]{2,3})(?:[-_][A-Za-z]{2,4})?")


def read_languages(obj: Node, notes: Notes) -> tuple[str, ...]:
    """The codes, each once, in the order of the record.

    A code in capitals ("BR") is not one: it is what a producer's own list abbreviates, here more
    likely Brazilian than Breton. It is left out with a caution, like every word not known.
    """
    found: dict[str, None] = {}
    for raw in texts(obj, FIELD):
        tag = _TAG.fullmatch(raw)
        code = tag.group(1) if tag and tag.group(1) in _CODES else _WORDS.get(fold(raw[:60]))
        if code is None:
            notes.warn("language_unknown", FIELD, raw)
        else:
            found[code] = None
    return tuple(found)
