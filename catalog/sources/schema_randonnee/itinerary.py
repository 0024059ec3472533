"""What a route of the schema is like: practice, themes, figures, shape, difficulty."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.model import Itinerary, Localized, Shape, TermId, Text
from catalog.sources.geotrek.terms import MODES, NETWORKS, ROUTES, THEMES, meaning
from catalog.sources.schema_randonnee.fields import (
    LANGUAGE,
    PREFIX,
    Properties,
    term_name,
    text_of,
    words_of,
)
from catalog.sources.values.addresses import web_address
from catalog.sources.values.routes import altitudes, climb, difficulty_of, hours, length
from catalog.sources.values.texts import tidy_line
from catalog.sources.values.wordings import NOTE
from catalog.text import fold

if TYPE_CHECKING:
    from catalog.model import Difficulty
    from catalog.sources.values.notes import Notes

_SHAPES: Final = {
    "boucle": Shape.LOOP,
    "aller retour": Shape.THERE_AND_BACK,
    "aller simple": Shape.ONE_WAY,
}
"""`itinérance` and `étape` say how one walks, not where the way ends: they are no shape."""
_LONG: Final = frozenset(("itinerance", "etape"))


def itinerary_of(
    properties: Properties, modes: tuple[TermId, ...], stages: list[str], notes: Notes
) -> Itinerary:
    """The figures; `stages`: the names of the routes of which this one is made."""
    lowest, highest = altitudes(
        properties.get("altitude_min"),
        properties.get("altitude_max"),
        notes,
        "altitude_min",
        "altitude_max",
    )
    minutes, days = hours(properties.get("duree"), notes, "duree")
    numbered = " – ".join(f"{number}. {stage}" for number, stage in enumerate(stages, start=1))
    return Itinerary(
        modes=modes,
        distance_m=length(properties.get("longueur"), notes, "longueur"),
        ascent_m=climb(properties.get("denivele_positif"), notes, "denivele_positif"),
        descent_m=climb(properties.get("denivele_negatif"), notes, "denivele_negatif"),
        lowest_m=lowest,
        highest_m=highest,
        duration_min=minutes,
        days=days,
        difficulty=_difficulty(properties, notes),
        shape=_shape(properties, notes),
        marking=words_of(properties, notes, "balisage", limit=NOTE, line=True),
        surface=words_of(properties, notes, "type_sol", limit=NOTE, line=True),
        stages=Localized((Text(LANGUAGE, numbered),)) if numbered else Localized(),
        track_url=_track(properties),
    )


def practice_of(
    properties: Properties, stages: list[str], notes: Notes
) -> tuple[tuple[TermId, ...], tuple[TermId, ...]]:
    """Ways of moving, and the concepts of the route that they make."""
    label = tidy_line(text_of(properties, "pratique") or "")
    concepts: dict[TermId, None] = {}
    modes: dict[TermId, None] = {}
    meant = meaning(MODES, [(LANGUAGE, label)])
    if meant is None and label and fold(label) != "autre":
        notes.warn("practice_unknown", "pratique", label)
        concepts[notes.term(PREFIX, f"pratique-{term_name(label)}", [(LANGUAGE, label)])] = None
    for concept in meant.concepts if meant else ():
        if concept in ROUTES:
            modes[concept] = None
        concepts[ROUTES.get(concept, concept)] = None
    marks = re.split(r"[,;/ ]+", fold(text_of(properties, "balisage") or ""))
    is_long = fold(text_of(properties, "type_itineraire") or "") == "itinerance" or bool(stages)
    if is_long or any(mark in NETWORKS for mark in marks):
        concepts[TermId("long_distance_path")] = None
    return tuple(modes), tuple(concepts)


def themes_of(properties: Properties, notes: Notes) -> tuple[TermId, ...]:
    """House concepts where the label is known, else terms of the schema's own."""
    found: dict[TermId, None] = {}
    for raw in (text_of(properties, "themes") or "").split(","):
        label = tidy_line(raw)
        if not label:
            continue
        meant = meaning(THEMES, [(LANGUAGE, label)])
        if meant is not None:
            found.update(dict.fromkeys(meant.concepts))
        else:
            found[notes.term(PREFIX, f"theme-{term_name(label)}", [(LANGUAGE, label)])] = None
    return tuple(found)


def _difficulty(properties: Properties, notes: Notes) -> Difficulty | None:
    label = text_of(properties, "difficulte")
    level = difficulty_of(label) if label else None
    if label and level is None:
        notes.warn("difficulty_unknown", "difficulte", label)
    return level


def _shape(properties: Properties, notes: Notes) -> Shape | None:
    label = fold(text_of(properties, "type_itineraire") or "")
    shape = _SHAPES.get(label)
    if label and shape is None and label not in _LONG:
        notes.warn("tour_type_unknown", "type_itineraire", label)
    return shape


def _track(properties: Properties) -> str | None:
    """A GPX among the media: the schema has no field for one, its line being the track."""
    medias = properties.get("medias")
    for raw in medias if isinstance(medias, list) else []:
        link = raw.get("url") if isinstance(raw, dict) else None
        if isinstance(link, str) and link.lower().partition("?")[0].endswith(".gpx"):
            return web_address(link)
    return None
