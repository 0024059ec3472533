"""The CSV files of data.gouv.fr: the same object as in the flux, with less in it."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.errors import Unreadable
from catalog.model import Contact, Label, Period
from catalog.sources.datatourisme.table import read_row
from catalog.sources.draft import Draft, Rejection
from catalog.sources.formats import open_source
from tests.catalog.sources.datatourisme.objects import RETRIEVED, location, ref, thing
from tests.catalog.sources.datatourisme.objects import listing as listing_of_flux

if TYPE_CHECKING:
    from catalog.model import Listing

CORE = "https://www.datatourisme.fr/ontology/core#"
COLUMNS = (
    *("Nom_du_POI", "Categories_de_POI", "Latitude", "Longitude", "Adresse_postale"),
    *("Code_postal_et_commune", "Periodes_regroupees", "Covid19_mesures_specifiques"),
    *("Createur_de_la_donnee", "SIT_diffuseur", "Date_de_mise_a_jour", "Contacts_du_POI"),
    *("Classements_du_POI", "Description", "URI_ID_du_POI"),
)
REAL = (
    Path(__file__).resolve().parents[5]
    / "shared/data/datatourisme/csv-sample/data/datatourisme-reg-idf_sample.csv"
)


def row(*classes: str, **fields: str) -> dict[str, str]:
    names = ("PointOfInterest", "PlaceOfInterest", *(classes or ("CulturalSite", "Museum")))
    made = {
        "Nom_du_POI": "Maison du tisserand",
        "Categories_de_POI": "|".join(
            [CORE + name for name in names] + ["http://schema.org/Hotel"]
        ),
        "Latitude": "44.1734",
        "Longitude": "2.1519",
        "Adresse_postale": "Le Bourg",
        "Code_postal_et_commune": "81190#Montirat",
        "Createur_de_la_donnee": "OT d'essai",
        "SIT_diffuseur": "SIT d'essai",
        "Date_de_mise_a_jour": "2026-10-01",
        "URI_ID_du_POI": "https://data.datatourisme.fr/23/aaaaaaaa-0000-3000-8000-000000000001",
    }
    return {name: value for name, value in (made | fields).items() if value}


def draft(fields: dict[str, str]) -> Draft:
    result = read_row(fields, RETRIEVED, where="line 2")
    assert isinstance(result, Draft), result
    return result


def listing(fields: dict[str, str]) -> Listing:
    return draft(fields).listing


def test_the_same_object_as_in_the_flux() -> None:
    where = location()
    del where["schema:address"][0]["hasAddressCity"]
    flux = thing(
        isLocatedAt=[where],
        hasReview=[
            {"hasReviewValue": ref("ScaleRating_3etoiles")},
            {"hasReviewValue": ref("LabelRating_QualiteTourisme")},
        ],
        hasDescription=[{"dc:description": {"fr": ["Un lieu"]}}],
        hasContact=[{"schema:telephone": ["05 63 36 63 65"], "foaf:homepage": ["https://x.org/"]}],
        **{"dc:identifier": None},
    )
    table = row(
        Classements_du_POI="3 étoiles#Classement officiel|Qualité Tourisme#Marque",
        Description="Un lieu",
        Contacts_du_POI="05 63 36 63 65#https://x.org/",
    )
    assert listing(table) == listing_of_flux(flux)
    assert draft(table).warnings == ()


@pytest.mark.parametrize("between", ["|", "#", ",", ";", "\n", " "])
def test_periods_of_events_and_of_places(between: str) -> None:
    text = between.join(["2026-10-25<->2026-10-26", "2026-11-01<->2026-11-01"])
    periods = (
        Period(date(2026, 10, 25), date(2026, 10, 26)),
        Period(date(2026, 11, 1), date(2026, 11, 1)),
    )
    event = draft(row("EntertainmentAndEvent", "Concert", Periodes_regroupees=text))
    assert (event.listing.dates, event.listing.openings) == (periods, ())
    place = draft(row(Periodes_regroupees=text))
    assert (place.listing.dates, place.listing.openings) == ((), periods)
    assert event.warnings == place.warnings == ()


def test_open_and_unreadable_periods() -> None:
    made = draft(row(Periodes_regroupees="2026-10-25<->|tout l'été"))
    assert made.listing.openings == (Period(date(2026, 10, 25), None),)
    assert [(c.kind, c.field) for c in made.warnings] == [("dates_in_words", "Periodes_regroupees")]
    never = draft(row("EntertainmentAndEvent", Periodes_regroupees="2026-02-30<->2026-02-31"))
    assert never.listing.dates == ()
    assert {caution.kind for caution in never.warnings} == {"impossible_date"}


@pytest.mark.parametrize(
    "contacts",
    [
        "05 63 36 63 65#https://x.org/|ot@example.org",
        "https://x.org/#05 63 36 63 65#ot@example.org",
        "Jeanne Martin#05 63 36 63 65|#https://x.org/#|Accueil#ot@example.org",
    ],
)
def test_contacts_in_any_position_and_no_names(contacts: str) -> None:
    made = draft(row(Contacts_du_POI=contacts))
    assert made.listing.contacts == (
        Contact(phones=("+33563366365",), emails=("ot@example.org",), websites=("https://x.org/",)),
    )
    assert "Martin" not in repr(made)


def test_labels_without_a_house_word_keep_their_own() -> None:
    made = draft(row(Classements_du_POI="Savoureuse Auvergne#Marque"))
    assert made.listing.labels == (Label("kb:savoureuse-auvergne"),)  # type: ignore[arg-type]
    assert made.terms[0][1].texts[0].text == "Savoureuse Auvergne"


def test_several_communes() -> None:
    made = draft(row(Code_postal_et_commune="81190#Montirat|81640#Monestiés"))
    assert (made.listing.place.postcode, made.listing.place.commune) == ("81190", "Montirat")
    assert "several_communes" in {caution.kind for caution in made.warnings}


def write(path: Path, rows: list[dict[str, str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_a_file_is_read_row_by_row(tmp_path: Path) -> None:
    rows = [row(), row(URI_ID_du_POI=""), row(Latitude="x"), row(Nom_du_POI="", Description="a")]
    reader = open_source(write(tmp_path / "a.csv", rows))
    assert (reader.name, reader.total) == ("datatourisme", None)
    results = reader.read(RETRIEVED)
    assert next(iter(results)) == draft(row())
    assert [(r.id, r.reason) for r in results if isinstance(r, Rejection)] == [
        ("line 3", "field @id: the record has no identifier"),
        (
            listing(row()).id.partition(":")[2],
            "field schema:geo: x, 2.1519 is not a pair of numbers",
        ),
        (listing(row()).id.partition(":")[2], "field rdfs:label: the record has no name"),
    ]


def test_a_row_too_long_and_a_file_that_breaks(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", [row()])
    path.write_text(path.read_text() + "a," * 20 + '\n"never closed\n' + "x" * 2_000_000)
    results = open_source(path).read(RETRIEVED)
    assert isinstance(next(iter(results)), Draft)
    second = next(iter(results))
    assert isinstance(second, Rejection)
    assert second.reason == "the row has more fields than there are columns"
    with pytest.raises(Unreadable, match="line"):
        list(results)


@given(st.dictionaries(st.sampled_from(COLUMNS), st.text(max_size=40), max_size=9))
def test_any_row(fields: dict[str, str]) -> None:
    for given_row in (fields, row() | fields):
        result = read_row(given_row, RETRIEVED, where="line 2")
        assert isinstance(result, Draft | Rejection)
        assert repr(read_row(given_row, RETRIEVED, where="line 2")) == repr(result)


@pytest.mark.skipif(not REAL.exists(), reason="the real file is not in ../shared/data")
def test_the_real_file() -> None:
    with REAL.open(encoding="utf-8", newline="") as stream:
        raw = list(csv.DictReader(stream))
    results = list(open_source(REAL).read(RETRIEVED))
    assert len(results) == len(raw) == 3
    for fields, result in zip(raw, results, strict=True):
        assert isinstance(result, Draft)
        found = result.listing
        assert found.id == "datatourisme:" + fields["URI_ID_du_POI"].rpartition("/")[2]
        assert found.place.latitude == float(fields["Latitude"])
        assert found.labels[0].level == int(fields["Classements_du_POI"][0])
        assert found.contacts[0].websites == (fields["Contacts_du_POI"].removeprefix("#"),)
        assert found.description.texts[0].text == fields["Description"]
        assert result.warnings == ()
