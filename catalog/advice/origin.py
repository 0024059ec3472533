"""Where distances start when somebody names a place: the one answer of every command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.advice.travel import point_of
from catalog.errors import WrongUse
from catalog.geo import coordinates
from catalog.text import clean_line

if TYPE_CHECKING:
    from catalog.advice.weighing import Weighing
    from catalog.geo import Point


def origin_of(reference: str, adviser: Weighing, option: str) -> Point:
    """The point of "44.05,2.16", of a listing's id, of a place as visitors name it ("Ségala",
    "Carmau"), or of a listing's own name ("gare de Carmaux"): the first of these that is known.

    Raises WrongUse, which names the `option`, for what the catalogue does not know.
    """
    found = coordinates(reference)
    if found is None:
        listing = adviser.catalogue.find(reference)
        found = point_of(listing) if listing is not None else None
    found = found or adviser.where(reference) or adviser.engine.place(reference)
    if found is None:
        raise WrongUse(
            f"“{clean_line(reference, limit=60)}” is no place of this catalogue",
            where=option,
            remedy="give a commune or a site of the catalogue, or LATITUDE,LONGITUDE",
        )
    return found
