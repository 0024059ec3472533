"""Whether a text on prices plainly says that there is nothing to pay."""

from __future__ import annotations

import re
from typing import Final

from catalog.text import fold

_FREE: Final = re.compile(
    r"(?:(?:c est|evenement|animation|visite|concert|activite|spectacle|conference|exposition"
    r"|atelier|entree|acces|tarif|entierement|participation|libre et) )*"
    r"gratuite?s?"
    r"(?: (?:et (?:ouverte?s? a|libre|accessible a|sans inscription|sans reservation)"
    r"|(?:sur|sans) (?:inscription|reservation)s?(?: (?:obligatoire|prealable|conseillee))?"
    r"|pour|a|dans la limite des places disponibles|ouverte?s? a|tous|toutes|le monde|public|tout"
    r"|et toutes))*"
    r"|(?:admission |entry |entrance )?free(?: of charge| entry| entrance| admission)?"
    r"(?: and open to all| for all| for everyone)?"
)
_LONGEST: Final = 120


def plainly_free(wording: str) -> bool:
    """Whether the whole text says "free" and nothing besides ("Gratuit et ouvert à tous").

    "Gratuit pour les moins de 12 ans" does not, nor "entrée libre" or "participation libre".
    """
    return len(wording) <= _LONGEST and _FREE.fullmatch(fold(wording)) is not None
