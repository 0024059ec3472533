"""Labels, official ratings, accessibility."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.model import Access, Handicap, Label, TermId
from catalog.sources.apidae.fields import Node, day_or_caution, node, nodes
from catalog.sources.apidae.kinds import TYPES
from catalog.sources.values.wordings import SUMMARY, assemble
from catalog.text import fold
from catalog.vocabulary import concepts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalog.sources.apidae.kinds import Meaning
    from catalog.sources.apidae.notes import Notes
    from catalog.sources.apidae.reference import Found, Reference

_SECTIONS: Final = {
    "informationsDegustation": (
        ("labelsChartesQualite", "DegustationLabelCharteQualite"),
        ("classements", "DegustationClassement"),
    ),
    "informationsHotellerie": (
        ("classement", "HotellerieClassement"),
        ("typeLabel", "HotellerieTypeLabel"),
        ("labels", "HotellerieLabel"),
        ("chaines", "HotellerieChaine"),
    ),
    "informationsHotelleriePleinAir": (
        ("classement", "HotelleriePleinAirClassement"),
        ("typeLabel", "HotelleriePleinAirTypeLabel"),
        ("labels", "HotelleriePleinAirLabel"),
        ("chaines", "HotelleriePleinAirChaine"),
    ),
    "informationsHebergementLocatif": (
        ("classementPrefectoral", "HebergementLocatifClassementPrefectoral"),
        ("typeLabel", "HebergementLocatifTypeLabel"),
        ("labels", "HebergementLocatifLabel"),
    ),
    "informationsHebergementCollectif": (
        ("classementPrefectoral", "HebergementCollectifClassementPrefectoral"),
        ("typeLabel", "HebergementCollectifTypeLabel"),
        ("labels", "HebergementCollectifLabel"),
        ("chaineEtLabel", "HebergementCollectifChaineEtLabel"),
        ("chaines", "HebergementCollectifChaineEtLabel"),
    ),
    "informationsRestauration": (
        ("classement", "RestaurationClassement"),
        ("classementsGuides", "RestaurationClassementGuide"),
        ("chaines", "RestaurationChaine"),
        ("labels", "RestaurationChaine"),
    ),
    "informationsStructure": (("classement", "StructureClassement"),),
}
_ANY: Final = (
    *("labels", "labelsChartesQualite", "classement", "classementPrefectoral", "chaines"),
    *("distinctions", "typeLabel", "chaineEtLabel", "classementsGuides"),
)
"""Fields that hold labels in whatever type of object."""
_WORDS: Final = "DistinctionNom"
"""The section that knows labels by their French names, whatever the field."""
_SCALE: Final = re.compile(r"([1-5]) (etoile|epi|cle)s?(?: .*)?")
_SCALES: Final = {"etoile": TermId("stars"), "epi": TermId("ears"), "cle": TermId("keys")}
_GUIDE: Final = re.compile(r"([1-5]) (?:etoile|toque|assiette)s?\b.*")
_DATED: Final = ("classement", "classementPrefectoral")

MARKS: Final = {
    1224: Handicap.HEARING,
    1225: Handicap.MENTAL,
    1226: Handicap.MOTOR,
    1227: Handicap.VISUAL,
}
_MARK_WORDS: Final = {
    "auditive": Handicap.HEARING,
    "mentale": Handicap.MENTAL,
    "motrice": Handicap.MOTOR,
    "visuelle": Handicap.VISUAL,
}
_WHEELCHAIR: Final = {
    "accessible en fauteuil roulant": True,
    "accessible en fauteuil roulant en autonomie": True,
    "accessible en fauteuil roulant avec aide": True,
    "site batiment totalement accessible": True,
    "non accessible en fauteuil roulant": False,
}
"""What elements of `tourismesAdaptes` state about wheelchairs; « avec aide » stands in the note."""


def read_labels(
    obj: Node, meaning: Meaning, reference: Reference, notes: Notes
) -> tuple[Label, ...]:
    """Every label and rating, each once; ratings first."""
    found: dict[TermId, Label] = {}
    for label in (*_stated(obj, meaning, reference, notes), *_promoted(obj, reference, notes)):
        found.setdefault(label.id, label)
    for term in meaning.labels:
        found.setdefault(term, Label(term))
    return tuple(found.values())


def _stated(obj: Node, meaning: Meaning, reference: Reference, notes: Notes) -> Iterator[Label]:
    """The labels among the object's own facts, its distinctions, the marks of accessibility."""
    information = TYPES[meaning.type].information if meaning.type else ""
    about = node(obj, information)
    sections = dict(_SECTIONS.get(information, ()))
    for field in dict.fromkeys((*sections, *_ANY)):
        for element in reference.each(about, field, section=sections.get(field, _WORDS)):
            start = day_or_caution(about, "dateClassement", notes) if field in _DATED else None
            for label in _labels(element, notes, guide=field == "classementsGuides"):
                yield Label(label.id, label.level, start=start) if start else label
    for distinction in (*nodes(obj, "distinctions"), *nodes(obj, "presentation", "distinctions")):
        for element in reference.each(distinction, "nom", section=_WORDS):
            yield from _labels(element, notes)
    if any(_marks(obj, reference)):
        yield Label(TermId("tourisme_handicap"))


def _promoted(obj: Node, reference: Reference, notes: Notes) -> Iterator[Label]:
    """The labels among the selling points; the others are themes."""
    for element in _typologies(obj, reference):
        if _is_label(element):
            yield from _labels(element, notes)


def read_selling_points(obj: Node, reference: Reference, notes: Notes) -> tuple[TermId, ...]:
    """`typologiesPromoSitra` that are no labels: themes, and what the weather does."""
    return notes.terms(element for element in _typologies(obj, reference) if not _is_label(element))


def _typologies(obj: Node, reference: Reference) -> list[Found]:
    found = reference.each(
        obj, "presentation", "typologiesPromoSitra", section="TypologiePromoSitra"
    )
    return list(found)


def _is_label(element: Found) -> bool:
    terms = (element.meaning.concepts or ()) if element.meaning else ()
    return any(term in concepts() and concepts()[term].group == "labels" for term in terms)


def _labels(element: Found, notes: Notes, *, guide: bool = False) -> Iterator[Label]:
    """An element as labels; « 3 étoiles » as a rating with its level."""
    words = fold(element.french[:200])
    scale = None if guide else _SCALE.fullmatch(words)
    if scale is not None:
        yield Label(_SCALES[scale[2]], int(scale[1]))
        return
    if words.startswith(("en cours de", "non classe", "sans etoile")):
        return
    level = _GUIDE.fullmatch(words) if guide else None
    for term in notes.terms([element]):
        yield Label(term, int(level[1]) if level else None)


def _marks(obj: Node, reference: Reference) -> Iterator[Handicap]:
    for element in reference.each(
        obj, "prestations", "labelsTourismeHandicap", section="LabelTourismeHandicap"
    ):
        if element.id in MARKS:
            yield MARKS[element.id]
        else:
            words = fold(element.french[:200]).split()
            yield from (mark for word, mark in _MARK_WORDS.items() if word in words)


def read_access(
    obj: Node, extra: Iterable[Found], reference: Reference, notes: Notes
) -> tuple[Access, tuple[TermId, ...]]:
    """Accessibility as stated, and the equipment that belongs to it. `extra`: elements that the
    variant for disabled visitors adds.

    The elements that say neither yes nor no on wheelchairs (no steps, doors of 77 cm, helpers
    trained) are the note: they are what a visitor has to judge by.
    """
    stated = reference.each(obj, "prestations", "tourismesAdaptes", section="TourismeAdapte")
    elements = list({element.key: element for element in (*stated, *extra)}.values())
    answers = {_WHEELCHAIR.get(fold(element.french[:200])) for element in elements} - {None}
    if len(answers) > 1:
        notes.warn("access_unclear", "prestations.tourismesAdaptes")
    equipment = [e for e in elements if e.meaning is not None and e.meaning.concepts]
    note = assemble(
        ((lang, words, False) for element in elements for lang, words in element.labels),
        notes,
        limit=SUMMARY,
        line=True,
        field="prestations.tourismesAdaptes",
    )
    access = Access(
        wheelchair=next(iter(answers)) if len(answers) == 1 else None,
        marks=tuple(dict.fromkeys(_marks(obj, reference))),
        note=note,
    )
    return access, notes.terms(equipment)
