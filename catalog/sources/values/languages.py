"""Languages spoken, as ISO 639 codes, from codes and French words alike."""

from __future__ import annotations

import re
from typing import Final

from catalog.text import fold

# "Béarnais" and "Provençal" are oc: ISO 639-3 made Gascon and Provençal part of Occitan (oci) in
# 2007, and no other code is left for them. "Langue des signes" does not say of which country: sgn,
# the collective code.
_WORDS: Final = {
    "allemand": "de",
    "anglais": "en",
    "arabe": "ar",
    "armenien": "hy",
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
    "provencal": "oc",
    "roumain": "ro",
    "russe": "ru",
    "serbe": "sr",
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


def language_code(raw: str) -> str | None:
    """The code of a language named by its code or in French; None where it is none.

    A code in capitals ("BR") is not one: it is what a producer's own list abbreviates, here more
    likely Brazilian than Breton.
    """
    tag = _TAG.fullmatch(raw)
    return tag.group(1) if tag and tag.group(1) in _CODES else _WORDS.get(fold(raw[:60]))
