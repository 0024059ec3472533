"""What a place is about or makes, by its own words: a museum of porcelain, a workshop of chocolate.

Sources file a museum as a museum; of what it is stands in its name and its text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from catalog.advice.holding import called, holdings, phrases_for
from catalog.advice.kinds import SIGHTS
from catalog.model import Kind, TermId
from catalog.text import words
from catalog.vocabulary import concepts, wider

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.model import Listing, Localized
    from catalog.request import Request

Field = Literal["name", "summary", "description"]

_NARROWED: Final = frozenset(
    map(TermId, ("porcelain", "lace", "enamel", "dolls_toys", "silk", "glass", "hats", "woad"))
)
"""Themes that are one thing to look at; of a museum of an age or a science every text speaks."""
_CAVE, _PREHISTORY = TermId("cave"), TermId("prehistory")
"""Of a cave that is not only stone its text says that people painted there."""
_MADE: Final = frozenset({Kind.PRODUCER, Kind.SHOP})
_SHOPS: Final = frozenset({TermId("chocolate_maker")})
MAKERS: Final = frozenset(
    map(
        TermId,
        (
            *("farm", "winery", "distillery", "brewery", "craft_workshop", "company_visit"),
            *("local_products", "workshop"),
        ),
    )
)
"""What is said of whoever makes or grows anything: without the subject asked for no answer."""
_OWN_MAKE: Final = frozenset(map(TermId, ("winery", "brewery", "distillery")))
"""Makers of which the name says what they make: "cheese or wine" asks for a winery too."""
_DISTILLED: Final = frozenset(map(TermId, ("lavender", "herb_grower")))
"""What a distillery makes that has no spirits."""
_SHOWING: Final = frozenset(
    map(
        TermId,
        (
            *("museum", "interpretation_centre", "gallery", "industrial_heritage", "workshop"),
            *("craft_workshop", "company_visit", "tasting"),
        ),
    )
)
"""Sights in which something is shown, or made before those who come."""
_BOUGHT: Final = TermId("local_products")
_TELLING: Final = SIGHTS | _MADE


@lru_cache(maxsize=256)
def is_subject(term: TermId) -> bool:
    """Whether it is what a place may be about: something made or grown, a craft."""
    if term in _NARROWED or term in _SHOPS:
        return True
    concept = concepts().get(term)
    return concept is not None and concept.group == "producer" and term not in MAKERS


def stripped(asked: Sequence[TermId]) -> Sequence[TermId]:
    """The terms without the places where a subject that is named too is made: a stud farm answers
    no "farm of foie gras"; a museum of something else is still a museum, a winery a winery."""
    if not any(map(is_subject, asked)):
        return asked
    kept = _OWN_MAKE if _DISTILLED.isdisjoint(asked) else frozenset[TermId]()
    return [term for term in asked if term == _BOUGHT or term in kept or term not in MAKERS]


def spoken_of(listing: Listing, term: TermId, asked: Sequence[TermId]) -> Field | None:
    """The field whose words say that it is about the subject asked for; of a sight only where one
    is asked for too, for who buys ham goes to no museum of it."""
    if term == _PREHISTORY and _CAVE in asked:
        cave = _CAVE in holdings(listing) or called(listing, _CAVE)
        return _said(listing, term) if cave else None
    if not is_subject(term) or not _TELLING.intersection(listing.kinds):
        return None
    if listing.kind in SIGHTS:
        # A marsh beside oyster beds is none of them.
        shows = not _SHOWING.isdisjoint(holdings(listing)) or listing.kind is Kind.ACTIVITY
        if not shows or not (term in _NARROWED or any(map(_is_shown, asked))):
            return None
    return _said(listing, term)


def held_among(listing: Listing, asked: Sequence[TermId]) -> frozenset[TermId]:
    """Those of the terms asked for that a listing states, is called by or speaks of."""
    held = holdings(listing)
    return frozenset(
        t
        for t in asked
        if t in held or called(listing, t) or spoken_of(listing, t, asked) is not None
    )


def general(term: TermId) -> tuple[TermId, ...]:
    """What a subject is a sort of: of porcelain the decorative arts, of ham cured meat."""
    above = wider(term) if is_subject(term) else ()
    return tuple(each for each in above if is_subject(each) or concepts()[each].group == "themes")


def subject_words(request: Request, text: str) -> tuple[str, ...]:
    """How the subjects are called in the question, and in French."""
    said = [
        text[span.start : span.end]
        for span in request.spans
        if span.key == "themes" and is_subject(TermId(span.value))
    ]
    own = [TermId(theme) for theme in request.themes if is_subject(TermId(theme))]
    return tuple(dict.fromkeys((*filter(None, said), *(concepts()[t].labels["fr"] for t in own))))


def _is_shown(term: TermId) -> bool:
    """Whether it is a place where something is shown, or shown being made."""
    concept = concepts()[term]
    return not SIGHTS.isdisjoint(concept.kinds) or term in {"craft_workshop", "company_visit"}


def _said(listing: Listing, term: TermId) -> Field | None:
    if _names(listing.name, term, french=True):
        return "name"
    if _names(listing.summary, term):
        return "summary"
    return "description" if _names(listing.description, term) else None


def _names(told: Localized, term: TermId, *, french: bool = False) -> bool:
    """Whether a text has a word for it in its own language; a name most often stays `french`, and
    of a text the others are translations."""
    best = told.best("fr")
    for text in told.texts if french else (best,) if best is not None else ():
        own = tuple(words(text.text))
        langs = (text.lang, "fr") if french and text.lang != "fr" else (text.lang,)
        for phrase in (each for lang in langs for each in phrases_for(term, lang, whole=True)):
            size = len(phrase)
            if any(own[at : at + size] == phrase for at in range(len(own) - size + 1)):
                return True
    return False
