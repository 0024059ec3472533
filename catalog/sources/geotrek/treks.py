"""A trek, of API v2 with ids or of v1 with its labels inline → a listing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import Itinerary, Kind, Label, Listing, Localized, TermId, Text
from catalog.sources.geotrek.common import (
    access_of,
    labels_of,
    listing_id,
    pets,
    practical_of,
    same_as,
    source_of,
    themes_of,
)
from catalog.sources.geotrek.media import read_media, track
from catalog.sources.geotrek.place import read_place
from catalog.sources.geotrek.terms import MODES, NETWORKS, ROUTES, meaning
from catalog.sources.values.routes import (
    altitudes,
    climb,
    difficulty_of,
    hours,
    length,
    shape_of,
)
from catalog.sources.values.texts import tidy_line
from catalog.sources.values.wordings import DESCRIPTION, NOTE, SUMMARY, assemble
from catalog.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from catalog.model import Difficulty, Shape
    from catalog.sources.geotrek.answers import Raw
    from catalog.sources.geotrek.fields import Record

_ACCESS: Final = (
    "disabled_infrastructure",
    "accessibility_advice",
    "accessibility_slope",
    "accessibility_width",
    "accessibility_exposure",
    "accessibility_signage",
)
_PRACTICAL: Final = (
    "access",
    "advised_parking",
    "public_transport",
    "advice",
    "gear",
    "ratings_description",
)
_MODES: Final = frozenset((*ROUTES, "skating", "wheelchair_friendly"))
_LONG: Final = TermId("long_distance_path")


def read_trek(record: Record, retrieved: date) -> Listing:
    """The listing of one trek. Raises NoPlace."""
    name = record.name()
    place = read_place(record, street=_start_name(record))
    modes, concepts = _practices(record)
    networks = record.entries("networks", "network")
    labels = dict.fromkeys((*_marked(networks, record), *labels_of(record)))
    if record.many("children") or TermId("gr") in {label.id for label in labels}:
        concepts = tuple(dict.fromkeys((*concepts, _LONG)))
    return Listing(
        id=listing_id(record),
        kinds=(Kind.ITINERARY,),
        name=name,
        place=place,
        sources=(source_of(record, retrieved),),
        concepts=concepts,
        themes=themes_of(record),
        summary=record.words("description_teaser", limit=SUMMARY),
        description=record.words("ambiance", "description", limit=DESCRIPTION),
        practical=_practical(record),
        access=access_of(record, *_ACCESS),
        labels=tuple(labels),
        pets=pets(record),
        itinerary=_itinerary(record, modes, networks),
        media=read_media(record, name),
        same_as=same_as(record),
    )


def _itinerary(record: Record, modes: tuple[TermId, ...], networks: Sequence[Raw]) -> Itinerary:
    raw, notes = record.raw, record.notes
    field = "length_2d" if raw.get("length_2d") is not None else "length"
    lowest, highest = altitudes(
        raw.get("min_elevation"), raw.get("max_elevation"), notes, "min_elevation", "max_elevation"
    )
    minutes, days = hours(raw.get("duration"), notes, "duration")
    return Itinerary(
        modes=modes,
        distance_m=length(raw.get(field), notes, field),
        ascent_m=climb(raw.get("ascent"), notes, "ascent"),
        descent_m=climb(raw.get("descent"), notes, "descent"),
        lowest_m=lowest,
        highest_m=highest,
        duration_min=minutes,
        days=days,
        difficulty=_difficulty(record),
        shape=_shape(record),
        marking=_marking(record, networks),
        surface=record.words("accessibility_covering", limit=NOTE, line=True),
        stages=_stages(record),
        track_url=track(record),
    )


def _practices(record: Record) -> tuple[tuple[TermId, ...], tuple[TermId, ...]]:
    """Ways of moving, and the concepts of the route that they make."""
    modes: dict[TermId, None] = {}
    concepts: dict[TermId, None] = {}
    field = "usages" if record.many("usages") else "practice"
    for entry in record.entries(field, "practice"):
        labels = record.labels(entry)
        meant = meaning(MODES, labels)
        own = record.own_term("practice", labels) if meant is None else None
        concepts.update({own: None} if own else {})
        for concept in meant.concepts if meant else ():
            if concept in _MODES:
                modes[concept] = None
            concepts[ROUTES.get(concept, concept)] = None
    return tuple(modes), tuple(concepts)


def _difficulty(record: Record) -> Difficulty | None:
    for entry in record.entries("difficulty", "difficulty"):
        labels = [label for _, label in record.labels(entry)]
        level = difficulty_of(*labels)
        if level is None:
            record.notes.warn("difficulty_unknown", "difficulty", ", ".join(labels))
        return level
    return None


def _shape(record: Record) -> Shape | None:
    for entry in record.entries("route", "route"):
        labels = [label for _, label in record.labels(entry)]
        shape = shape_of(*labels)
        if shape is None:
            record.notes.warn("tour_type_unknown", "route", ", ".join(labels))
        return shape
    return None


def _marked(networks: Sequence[Raw], record: Record) -> list[Label]:
    """Networks that are labels: GR and GR de Pays."""
    names = (fold(label) for entry in networks for _, label in record.labels(entry))
    return [Label(NETWORKS[name]) for name in dict.fromkeys(names) if name in NETWORKS]


def _marking(record: Record, networks: Sequence[Raw]) -> Localized:
    """The networks whose signs mark the way."""
    by_lang: dict[str, dict[str, None]] = {}
    for entry in networks:
        for lang, label in record.labels(entry):
            by_lang.setdefault(lang, {})[label] = None
    return Localized(tuple(Text(lang, ", ".join(labels)) for lang, labels in by_lang.items()))


def _stages(record: Record) -> Localized:
    """The names of the treks of which this one is made, numbered, in each language that names one;
    a stage without a translation keeps its French name."""
    steps = []
    for value in record.many("children"):
        names = record.lists.step(value.get("id") if isinstance(value, dict) else value)
        if names is None:
            shown = value if isinstance(value, int | str) else ""
            record.notes.warn("stage_not_in_source", "children", shown)
        else:
            steps.append(names)
    languages = dict.fromkeys(lang for names in steps for lang in names)
    return Localized(
        tuple(
            Text(
                lang,
                " – ".join(
                    f"{number}. {names.get(lang) or names.get('fr') or next(iter(names.values()))}"
                    for number, names in enumerate(steps, start=1)
                ),
            )
            for lang in languages
        )
    )


def _start_name(record: Record) -> str | None:
    """The name of the start, in French or in the first language that has it."""
    names = dict(record.spoken(record.raw.get("departure")))
    return names.get("fr") or next(iter(names.values()), None)


def _practical(record: Record) -> Localized:
    """From where to where, then how to come, what to take, what to mind."""
    ends = dict(record.spoken(record.raw.get("arrival")))
    ways = [
        (lang, f"{tidy_line(start)} → {tidy_line(ends[lang])}", False)
        for lang, start in record.spoken(record.raw.get("departure"))
        if lang in ends and fold(ends[lang]) != fold(start)
    ]
    rest = practical_of(record, *_PRACTICAL)
    if not ways:
        return rest
    parts = [*ways, *((text.lang, text.text, text.machine) for text in rest.texts)]
    return assemble(parts, record.notes, limit=DESCRIPTION, line=False, field="access")
