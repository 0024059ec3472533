"""What a list holds, told from its keys, and the small lists to which records point by id.

Ids differ from one Geotrek to the next: only the labels mean something. Where two lists have the
same keys (themes and networks are both `id, label, pictogram`), the file's name must tell.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from catalog.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalog.sources.geotrek.answers import Raw


class Family(StrEnum):
    """The families of records that become listings."""

    TREK = "trek"
    CONTENT = "touristiccontent"
    EVENT = "touristicevent"
    SITE = "outdoor_site"
    COURSE = "outdoor_course"
    POI = "poi"
    SERVICE = "service"
    DESK = "informationdesk"


_TREK: Final = frozenset(("name", "difficulty", "duration", "ascent"))
_FAMILIES: Final[tuple[tuple[Family, frozenset[str]], ...]] = (
    *((Family.TREK, _TREK | {key}) for key in ("practice", "usages", "route")),
    (Family.EVENT, frozenset(("name", "begin_date", "end_date"))),
    (Family.CONTENT, frozenset(("name", "category", "practical_info", "geometry"))),
    (Family.SITE, frozenset(("name", "orientation", "wind", "geometry"))),
    (Family.COURSE, frozenset(("name", "equipment", "height", "geometry"))),
    (Family.POI, frozenset(("name", "type", "type_label", "geometry"))),
    (Family.DESK, frozenset(("name", "municipality", "latitude", "longitude"))),
)
_SERVICE: Final = frozenset(("type", "structure", "geometry"))
_UNWANTED: Final = ("implantation_year", "published_status", "species_id", "comfort")
"""Keys of infrastructure, signage, sensitive areas and paths."""
_BARE: Final = (frozenset(("uuid",)), frozenset(("uuid", "steps")), frozenset(("id", "uuid")))
"""Records of which only ids were asked for."""

_LISTS: Final[tuple[tuple[str, frozenset[str]], ...]] = (
    ("difficulty", frozenset(("cirkwi_level", "label"))),
    ("route", frozenset(("id", "route"))),
    ("category", frozenset(("id", "label", "types"))),
    ("label", frozenset(("advice", "name"))),
    ("service_type", frozenset(("practices", "name"))),
    ("rating", frozenset(("scale", "name"))),
    ("outdoor_practice", frozenset(("sector", "name"))),
    ("practice", frozenset(("order", "name"))),
    ("portal", frozenset(("title", "website"))),
    ("source", frozenset(("website", "name"))),
    ("city", frozenset(("code", "name"))),
)
_NAMED: Final = (
    *(("theme", "theme"), ("network", "network"), ("poitype", "poi_type")),
    *(("labelaccessibility", "label_accessibility"), ("accessibilitylevel", "accessibility_level")),
    *(("accessibility", "accessibility"), ("ratingscale", "rating_scale")),
    *(("sitetype", "site_type"), ("coursetype", "course_type"), ("eventtype", "event_type")),
    *(("structure", "structure"), ("sector", "sector"), ("organism", "organism")),
    *(("organizer", "organism"), ("weblink", "weblink"), ("reservation", "reservation")),
    *(("district", "district"), ("city", "city"), ("cities", "city"), ("desktype", "desk_type")),
    *(("practice", "practice"), ("difficulty", "difficulty"), ("route", "route")),
    *(("category", "category"), ("servicetype", "service_type"), ("label", "label")),
    *(("source", "source"), ("portal", "portal"), ("place", "place")),
)
"""What the name of a file says, without its marks: `trek_theme_page_2.json` is a list of themes."""


def family_of(raw: Raw) -> Family | None:
    """The family of a record, by its keys alone."""
    keys = raw.keys()
    for family, needed in _FAMILIES:
        if needed <= keys:
            return family
    if keys >= _SERVICE and "name" not in keys and "uuid" in keys:
        return Family.SERVICE
    return None


def is_unwanted(raw: Raw) -> bool:
    """Whether these are records of Geotrek that say nothing to a visitor: signposts, paths."""
    return any(key in raw for key in _UNWANTED)


def is_bare(raw: Raw) -> bool:
    """Whether only the ids of records are here."""
    return raw.keys() in _BARE or raw.keys() == {"id", "uuid", "information_desks"}


def list_of(raw: Raw, name: str) -> str | None:
    """The list to which an entry belongs, by its keys, else by the file's name; None if neither
    tells."""
    keys = raw.keys()
    if "id" not in keys or len(keys) > 12 or keys <= {"id", "uuid"}:
        return None
    for known, needed in _LISTS:
        if needed <= keys:
            return known
    if "pictogram" in keys and "type" in keys and "label" not in keys:
        return "event_type"
    if not keys & {"name", "label", "type"}:
        return None
    stem = fold(name.rpartition("/")[2].partition(".")[0]).replace(" ", "")
    return next((known for word, known in _NAMED if word in stem), None)


class Lists:
    """The entries of all small lists of a source, by list and id."""

    def __init__(self) -> None:
        self._entries: dict[str, dict[str, Raw]] = {}
        self._steps: dict[str, Mapping[str, str]] = {}

    def add(self, known: str, entry: Raw) -> None:
        """An entry of a list; of an id that comes twice the last counts."""
        light = {key: value for key, value in entry.items() if key != "geometry"}
        self._entries.setdefault(known, {})[str(entry.get("id"))[:120]] = light
        values = entry.get("types") if known == "category" else None
        for group in values if isinstance(values, list) else []:
            types = group.get("values") if isinstance(group, dict) else None
            for value in types if isinstance(types, list) else []:
                if isinstance(value, dict):
                    self.add("content_type", value)

    def entry(self, known: str, value: object) -> Raw | None:
        """The entry that a value means: the value itself where it stands inline, else by its id."""
        if isinstance(value, dict):
            return value
        if isinstance(value, bool) or not isinstance(value, int | str):
            return None
        return self._entries.get(known, {}).get(str(value)[:120])

    def add_step(self, ids: tuple[object, ...], names: Mapping[str, str]) -> None:
        """The published names of a trek that is a stage of another, under its id and uuid."""
        for value in ids:
            if isinstance(value, int | str):
                self._steps[str(value)[:120]] = names

    def step(self, value: object) -> Mapping[str, str] | None:
        """The names of a stage, by language."""
        return self._steps.get(str(value)[:120]) if isinstance(value, int | str) else None
