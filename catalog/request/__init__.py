"""A sentence in any of the languages → `Request`: only what its words say."""

from catalog.request.model import Request, Span
from catalog.request.places import PlaceNames
from catalog.request.reading import read

__all__ = ["PlaceNames", "Request", "Span", "read"]
