"""Names that a database shouts in CAPITALS, folded for display as French writes names."""

from __future__ import annotations

import re
from typing import Final

_SMALL_WORDS: Final = (
    "à au aux avec chez d dans de des du en entre et l la le les lès ou par pour près sans sous "
    "sur un une vers"
)
_SMALL: Final = frozenset(_SMALL_WORDS.split())
_ACRONYM_WORDS: Final = (
    "AB AOC AOP ASBL BD BMX CIAP CNRS DJ EARL EHPAD ENS EPCC EPV ESAT EURL FRAC GAEC GPS GR GRP "
    "HLM IGP JEP LPO MJC MTB OT OTSI PDIPR PMR PNR PR QR RER RN SA SARL SAS SASU SCEA SCI SICA SNC "
    "SNCF SPA TER TGV TV UE ULM UNESCO USA VIP VTC VTT WC ZA ZAC ZI"
)
_ACRONYMS: Final = frozenset(_ACRONYM_WORDS.split())
_ROMAN: Final = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})(?:ER|E|ÈME|EME)?")
_WORD: Final = re.compile(r"[^\W_]+(?:\.[^\W_]+)*\.?")
_VOWELS: Final = frozenset("AEIOUYÀÂÄÆÉÈÊËÎÏÔÖŒÙÛÜŸ")
_ORDINAL: Final = re.compile(r"(?:ER|E|ÈME|EME)$")


def shouted(name: str) -> bool:
    """Whether a name is all capitals and long enough not to be an acronym ("ZOO", "CAPC")."""
    return name.isupper() and sum(char.isalpha() for char in name) > 4


def unshout(name: str) -> str:
    """A shouted name in mixed case: small words low, acronyms and Roman numerals high.

    Accents that capitals lost are not guessed, but for the preposition "A" between two words.
    "TOUR DE BRIDIERS A LA SOUTERRAINE" → "Tour de Bridiers à la Souterraine".
    """
    last = 0
    parts: list[str] = []
    first = True
    for match in _WORD.finditer(name):
        between = name[last : match.start()]
        parts.append(between)
        starts = first or any(char in between for char in ':–—(«"/!?') or " - " in between
        follows = name[match.end() : match.end() + 1]
        parts.append(_case(match.group(), starts=starts, follows=follows))
        last, first = match.end(), False
    parts.append(name[last:])
    return "".join(parts)


def _case(word: str, *, starts: bool, follows: str) -> str:
    bare = word.rstrip(".")
    low = word.lower()
    if follows in ("'", "’") and bare in ("L", "D", "S", "N", "C", "J", "M", "T", "QU"):
        return low.capitalize() if starts else low
    if _keeps_capitals(bare):
        return (
            _ORDINAL.sub(lambda ending: ending.group().lower(), word) if _is_roman(word) else word
        )
    if bare == "A":
        return "A" if starts else "à"
    if not starts and low in _SMALL:
        return low
    return low.capitalize()


def _keeps_capitals(word: str) -> bool:
    return (
        "." in word
        or any(char.isdigit() for char in word)
        or word in _ACRONYMS
        or _is_roman(word)
        or (1 < len(word) <= 4 and not _VOWELS & set(word))
    )


def _is_roman(word: str) -> bool:
    return len(word) > 1 and word not in ("IE", "VE", "XE") and _ROMAN.fullmatch(word) is not None
