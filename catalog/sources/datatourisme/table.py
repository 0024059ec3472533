"""The CSV files of DATAtourisme on data.gouv.fr, by region and for events.

One row is one object with less in it: no prices, hours, languages nor photographs. A row is put
back into the shape of the flux and read by the same reader, so that both say the same of the same
object, under the same identifier.

- `Categories_de_POI`: class addresses joined by `|`, those of schema.org among them;
- `Code_postal_et_commune`: `75001#Paris`, several joined by `|`;
- `Periodes_regroupees`: `2026-10-25<->2026-10-26|…`;
- `Contacts_du_POI`: numbers and addresses between `#` in any order, and names: never read;
- `Classements_du_POI`: `3 étoiles#Classement officiel…`, several joined by `|`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from catalog.sources.datatourisme.jsonld import local
from catalog.sources.datatourisme.record import SOURCE, read_object
from catalog.sources.datatourisme.terms import LABELS
from catalog.sources.draft import Caution, Draft, Rejection
from catalog.text import clean_line, fold
from catalog.vocabulary import concepts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from catalog.sources.candidate import Candidate
    from catalog.sources.tables import Table

_URI: Final = "URI_ID_du_POI"
_PERIODS: Final = "Periodes_regroupees"
_ONTOLOGY: Final = re.compile(r"https?://(?:www\.)?datatourisme\.(?:gouv\.)?fr/ontology/core#(\w+)")
_RANGE: Final = re.compile(r"(\d{4}-\d{2}-\d{2})?\s*<->\s*(\d{4}-\d{2}-\d{2})?")
_PHONE: Final = re.compile(r"\+?[\d(][\d .()/-]{3,30}")
_SITE: Final = re.compile(r"https?://\S+|www\.\S+", re.IGNORECASE)
_SCALE: Final = re.compile(r"([1-5]) (etoile|epi|cle|clef)s?")
_EVENT: Final = "EntertainmentAndEvent"
MAX_ITEMS: Final = 2_000


def recognise(candidate: Candidate) -> PlaceTable | None:
    """A table with the column of identifiers and that of names."""
    if candidate.is_folder or _URI not in candidate.text:
        return None
    table = candidate.table
    if table is None or not {_URI, "Nom_du_POI"}.issubset(table.columns):
        return None
    return PlaceTable(table)


class PlaceTable:
    """A CSV file of DATAtourisme, read row by row. Raises Unreadable where it breaks midway."""

    name = SOURCE
    total: int | None = None

    def __init__(self, table: Table) -> None:
        self._table = table
        self.label = "DATAtourisme table, its rows as records"

    def read(self, retrieved: date) -> Iterator[Draft | Rejection]:
        """Every row, in the order of the file."""
        for row in self._table.rows():
            where = f"line {row.line}"
            if row.surplus:
                yield Rejection(SOURCE, where, "the row has more fields than there are columns")
            else:
                yield read_row(row.fields, retrieved, where=where)


def read_row(fields: Mapping[str, str], retrieved: date, *, where: str) -> Draft | Rejection:
    """The draft of one row; `where` names it when it has no identifier.

    Pure: the same row and day give the same draft. Never raises, whatever the texts.
    """
    result = read_object(_object(fields), retrieved, member=where)
    rest = re.sub(r"[\s|#,;]", "", _RANGE.sub("", fields.get(_PERIODS, "")))
    if isinstance(result, Draft) and rest:
        record = result.listing.id.partition(":")[2]
        detail = clean_line(fields[_PERIODS], limit=120)
        caution = Caution("dates_in_words", record, _PERIODS, detail)
        result = replace(result, warnings=(*result.warnings, caution))
    return result


def _object(fields: Mapping[str, str]) -> dict[str, Any]:
    """The row as the flux would write it."""
    classes = _classes(fields.get("Categories_de_POI", ""))
    postcodes, communes = _communes(fields.get("Code_postal_et_commune", ""))
    location: dict[str, Any] = {
        "schema:geo": {
            "schema:latitude": fields.get("Latitude"),
            "schema:longitude": fields.get("Longitude"),
        },
        "schema:address": [
            {
                "schema:streetAddress": _items(fields.get("Adresse_postale", ""), "#|\n"),
                "schema:postalCode": postcodes,
                "schema:addressLocality": communes,
            }
        ],
    }
    made: dict[str, Any] = {
        "@id": fields.get(_URI, ""),
        "@type": classes,
        "rdfs:label": {"fr": [fields.get("Nom_du_POI", "")]},
        "isLocatedAt": [location],
        "hasBeenCreatedBy": {"schema:legalName": fields.get("Createur_de_la_donnee")},
        "hasBeenPublishedBy": [{"schema:legalName": fields.get("SIT_diffuseur")}],
        "lastUpdate": fields.get("Date_de_mise_a_jour"),
        "hasDescription": [{"dc:description": {"fr": [fields.get("Description", "")]}}],
        "hasContact": [_contact(fields.get("Contacts_du_POI", ""))],
        "hasReview": [
            {"hasReviewValue": value} for value in _ratings(fields.get("Classements_du_POI", ""))
        ],
    }
    ranges = _RANGE.findall(fields.get(_PERIODS, ""))[:MAX_ITEMS]
    if _EVENT in classes:
        made["takesPlaceAt"] = [
            {"startDate": first or None, "endDate": last or None} for first, last in ranges
        ]
    else:
        location["schema:openingHoursSpecification"] = [
            {"schema:validFrom": first or None, "schema:validThrough": last or None}
            for first, last in ranges
        ]
    return made


def _items(raw: str, separators: str) -> list[str]:
    parts = re.split(f"[{re.escape(separators)}]+", raw, maxsplit=MAX_ITEMS)
    return [part.strip() for part in parts if part.strip()]


def _classes(raw: str) -> list[str]:
    """The classes of the ontology; those of schema.org say nothing more."""
    found = []
    for item in _items(raw, "|"):
        match = _ONTOLOGY.fullmatch(item)
        if match is not None:
            found.append(match[1])
        elif "/" not in item:
            found.append(local(item))
    return found


def _communes(raw: str) -> tuple[list[str], list[str]]:
    pairs = [item.partition("#") for item in _items(raw, "|")]
    return [first for first, _, _ in pairs if first], [last for _, _, last in pairs if last]


def _contact(raw: str) -> dict[str, list[str]]:
    """Numbers and addresses by their shape. Anything else may be somebody's name."""
    contact: dict[str, list[str]] = {
        "schema:telephone": [],
        "schema:email": [],
        "foaf:homepage": [],
    }
    for item in _items(raw, "#|\n"):
        if _SITE.fullmatch(item):
            contact["foaf:homepage"].append(item)
        elif "@" in item and " " not in item:
            contact["schema:email"].append(item)
        elif _PHONE.fullmatch(item):
            contact["schema:telephone"].append(item)
    return contact


def _ratings(raw: str) -> Iterator[dict[str, Any]]:
    """Ratings and labels as the flux refers to them; a label that it does not know keeps its
    name."""
    for item in _items(raw, "|"):
        stated = item.partition("#")[0].strip()
        folded = fold(stated[:120])
        scale = _SCALE.fullmatch(folded)
        if scale is not None:
            plural = "s" if scale[1] != "1" else ""
            yield {"@id": f"kb:ScaleRating_{scale[1]}{scale[2]}{plural}"}
        elif folded:
            name = _label_names().get(folded) or folded.replace(" ", "-")
            yield {"@id": f"kb:{name}", "rdfs:label": {"fr": [stated]}}


@cache
def _label_names() -> Mapping[str, str]:
    """The flux' names of labels, by the French words that the house has for them."""
    return {
        fold(word): name
        for name, term in LABELS.items()
        for word in (concepts()[term].labels["fr"], *concepts()[term].synonyms["fr"])
    }
