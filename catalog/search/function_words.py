"""The small words of the eight languages: they may be typed, missing or different.

They never decide which listings are looked at; they only count in the resemblance of whole
names, so that "Les Planques" stays before "Planques".
"""

from __future__ import annotations

from typing import Final

from catalog.text import words

_BY_LANGUAGE: Final = {
    "fr": "le la les l un une des du de d et en au aux a à dans sur sous chez par pour avec ou où "
    "ce cette ces mon ma mes qu",
    "en": "the of in at on and an a to for with by from",
    "de": "der die das den dem des und am im in an auf von vom zu zum zur mit ein eine einen "
    "einem einer für beim",
    "es": "el la los las de del y e en un una unos unas a al con por para",
    "it": "il lo la i gli le di del della dello dei degli delle da dal dalla e ed in nel nella "
    "un una uno a al alla con per su sul sulla",
    "nl": "de het een van in op en aan te met voor naar der den",
    "oc": "lo la los las de del dels e en un una al als amb per",
    "ca": "el la els les de del dels i en un una al als amb per a",
}

FUNCTION_WORDS: Final = frozenset(word for line in _BY_LANGUAGE.values() for word in words(line))

_NEAR: Final = (
    # fr
    "près de", "proche de", "proches de", "autour de", "à côté de", "aux alentours de",
    "à proximité de", "aux environs de", "pas loin de", "vers",
    # en
    "near", "near to", "close to", "around", "next to", "not far from",
    # de
    "in der nähe von", "nahe", "nahe bei", "bei", "rund um", "unweit von",
    # es
    "cerca de", "alrededor de", "junto a",
    # it
    "vicino a", "vicino", "nei pressi di", "intorno a", "dintorni di",
    # nl
    "in de buurt van", "bij", "dichtbij", "nabij", "vlak bij", "rond",
    # oc, ca
    "prèp de", "alentorn de", "prop de", "a prop de", "al voltant de",
)  # fmt: skip

NEAR_PHRASES: Final = tuple(
    sorted({tuple(words(text)) for text in _NEAR}, key=lambda found: (-len(found), found))
)
"""Word sequences that announce a place to be near of, longest first."""

HERE: Final = frozenset(
    tuple(words(text))
    for text in ("moi", "ici", "d'ici", "me", "here", "mir", "hier", "mí", "aquí", "qui", "me",
                 "mij", "aicí", "mi")
)  # fmt: skip
"""What "near" is followed by when it means the post itself."""

_NEAREST: Final = (
    # fr
    "plus proche", "plus proches", "plus près",
    # en
    "nearest", "closest",
    # de
    "nächste", "nächster", "nächstes", "nächsten", "nächstgelegene", "nächstgelegener",
    "nächstgelegenes", "nächstgelegenen",
    # es
    "más cercano", "más cercana", "más cercanos", "más cercanas", "más próximo", "más próxima",
    # it
    "più vicino", "più vicina", "più vicini", "più vicine",
    # nl
    "dichtstbijzijnde", "dichtstbij", "meest nabije",
    # oc, ca
    "pus pròche", "pus pròcha", "mai pròche", "mai pròcha", "pus près", "pus prèp",
    "més proper", "més propera", "més pròxim", "més pròxima", "més a prop",
)  # fmt: skip

NEAREST: Final = tuple(
    sorted({tuple(words(text)) for text in _NEAREST}, key=lambda f: (-len(f), f))
)
"""Word sequences that ask for the nearest, as every answer to a concept is: they say no more."""

KILOMETRES: Final = frozenset(words("km kms kilomètre kilomètres kilometre kilometer "
    "kilometers kilómetro kilómetros chilometro chilometri quilomètre quilomètres"))  # fmt: skip
"""The word after a number of kilometres, in any of the languages."""
