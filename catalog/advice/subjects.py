"""What a place is about or makes, by its own words: a museum of porcelain, a workshop of chocolate.

Sources file a museum as a museum; of what it is stands in its name and its text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from catalog.advice.holding import SETTLED, called, holdings, phrases_for
from catalog.advice.kinds import SIGHTS
from catalog.model import Kind, TermId
from catalog.text import words
from catalog.vocabulary import concepts, wider

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from catalog.model import Listing, Localized
    from catalog.request import Request

Field = Literal["name", "summary", "description"]

_NARROWED: Final = frozenset(
    map(TermId, ("porcelain", "lace", "enamel", "dolls_toys", "silk", "glass", "hats", "woad"))
)
"""Themes that are one thing to look at; of a museum of an age or a science every text speaks."""
_CAVE, _PREHISTORY = TermId("cave"), TermId("prehistory")
"""Of a cave that is not only stone its text says that people painted there."""
_UNDER_A_ROOF: Final = TermId("indoor_pool")
"""What is filed as a pool: that it has a roof stands in its text."""
_SETTINGS: Final = frozenset(
    map(TermId, ("by_river", "by_lake", "by_sea", "in_forest", "in_vineyards"))
)
"""Where a place lies, which few sources have a field for: their first sentence says it."""
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
_MUSEUM: Final = TermId("museum")
_BOUGHT: Final = TermId("local_products")
_TELLING: Final = SIGHTS | _MADE
_THEMES: Final = "themes"
_OF_WHICH: Final = frozenset({_THEMES, "activity", "attraction", "event"})
"""Groups of what a place that shows something may be about: a museum of surfing, of bridges."""
_POURED: Final = frozenset(map(TermId, ("wine", "gastronomy")))
"""Themes that are rather had than looked at, where no sight is asked for."""


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
    if term == _UNDER_A_ROOF:
        bed = any(concepts()[each].group == Kind.LODGING for each in asked)
        return _said(listing, term) if Kind.ACTIVITY in listing.kinds and not bed else None
    if term == _PREHISTORY and _CAVE in asked:
        cave = _CAVE in holdings(listing) or called(listing, _CAVE)
        return _said(listing, term) if cave else None
    if term in _SETTINGS:
        return "summary" if _lies(listing.summary, term) else None
    if not is_subject(term):
        return "name" if _of_it(listing, term, asked) else None
    if not _TELLING.intersection(listing.kinds):
        return None
    if listing.kind in SIGHTS:
        # A marsh beside oyster beds is none of them.
        shows = not _SHOWING.isdisjoint(holdings(listing)) or listing.kind is Kind.ACTIVITY
        if not shows or not (term in _NARROWED or any(map(_is_shown, asked))):
            own = not shows and listing.kind is Kind.ATTRACTION
            return "name" if own and _names(listing.name, term, french=True) else None
    return _said(listing, term)


def _of_it(listing: Listing, term: TermId, asked: Sequence[TermId]) -> bool:
    """Whether the name of a sight has the theme asked for in it, "Rempart gallo-romain"; of a place
    that shows something whatever it may be about: "Musée de la Résistance"."""
    if SIGHTS.isdisjoint(listing.kinds) or not tells_of(term, asked):
        return False
    if concepts()[term].group != _THEMES and _SHOWING.isdisjoint(listing.concepts):
        return False
    return _names(listing.name, term, french=True)


def shown_instead(
    listing: Listing, group: Sequence[TermId], held: Mapping[str, tuple[str, str]]
) -> bool:
    """Whether a place that shows what a museum was to be about does for the museum: "La Cité du
    Vin", for one of wine."""
    if _MUSEUM not in group or _SHOWING.isdisjoint(listing.concepts):
        return False
    return any(field == "name" and own != _MUSEUM for field, own in held.values())


@lru_cache(maxsize=256)
def _tells_of(term: TermId, asked: tuple[TermId, ...]) -> bool:
    concept = concepts().get(term)
    if concept is None or concept.group not in _OF_WHICH or term in _SHOWING or term in SETTLED:
        return False
    if concept.group != _THEMES:
        return not _SHOWING.isdisjoint(asked)
    alone = all(concepts()[each].group == _THEMES for each in asked)
    return any(map(_is_shown, asked)) or (alone and term not in _POURED)


def tells_of(term: TermId, asked: Sequence[TermId]) -> bool:
    """Whether the name of what is asked for may tell that it is about a term asked for too."""
    return _tells_of(term, tuple(asked))


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
    """How the subjects are called in the question, and in French; of what a name may tell only
    that: search knows its other words."""
    said = [
        text[span.start : span.end]
        for span in request.spans
        if span.key == "themes" and is_subject(TermId(span.value))
    ]
    asked = [TermId(theme) for theme in request.themes if TermId(theme) in concepts()]
    own = [term for term in asked if is_subject(term) or tells_of(term, asked)]
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
    texts = told.texts if french else (best,) if best is not None else ()
    spoken = {(text.text, lang) for text in texts for lang in (text.lang, "fr" if french else "")}
    return any(
        phrase in own
        for text, lang in spoken
        if lang
        for own in (_spaced(text),)
        for phrase in _phrases(term, lang)
    )


def _lies(told: Localized, term: TermId) -> bool:
    """Whether a text says so with the first and the last word of its label: "au bord de la rivière"
    of a river, but neither "vue sur le lac" of a lake nor "au bord de l'eau" of either."""
    best = told.best("fr")
    if best is None:
        return False
    label = words(concepts()[term].labels.get(best.lang, ""))
    return any(
        f" {' '.join(phrase)} " in _spaced(best.text)
        for phrase in phrases_for(term, best.lang, whole=True)
        if phrase[:1] == (*label[:1],) and phrase[-1:] == (*label[-1:],)
    )


@lru_cache(maxsize=1024)
def _spaced(text: str) -> str:
    return f" {' '.join(words(text))} "


@lru_cache(maxsize=1024)
def _phrases(term: TermId, lang: str) -> tuple[str, ...]:
    """The words for a term in a language, each to be looked for as a whole."""
    return tuple(f" {' '.join(phrase)} " for phrase in phrases_for(term, lang, whole=True))
