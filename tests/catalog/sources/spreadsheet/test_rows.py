from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from catalog.model import Contact, Day, Kind, Period, Slot, Text
from catalog.sources.draft import Draft, Rejection
from catalog.sources.formats import open_source
from tests.catalog.sources.spreadsheet.making import (
    HEADER,
    RETRIEVED,
    cautions,
    drafts,
    one,
    results,
    write_csv,
    write_mapping,
)

if TYPE_CHECKING:
    from pathlib import Path

TITLES = (
    *("Identifiant", "Nom", "Name (en)", "Type", "Latitude", "Longitude", "Adresse"),
    *("Code postal", "Commune", "Code INSEE", "Téléphone", "Courriel", "Site web", "Horaires"),
    *("PMR", "Tarif", "Gratuit", "Chiens acceptés", "Langues parlées", "Labels"),
    *("Description", "Description en", "Wikidata", "MAJ", "Responsable"),
)
FULL = (
    *("T1", "MUSÉE DU VERRE", "Glass museum", "Musée", "44,0503", "2,1502", "Place Jaurès"),
    *("81400", "CARMAUX", "81060", "05 63 36 63 66", "OT@Carmaux.FR", "www.carmaux.fr"),
    *("mar-dim 9h-12h", "oui", "de 5 à 8 €", "non", "non", "anglais, es", "Qualité Tourisme; Bof"),
    *("Tout sur le <b>verre</b>.", "All about glass.", "Q3330654", "12/10/2026", "Mme Dupont"),
)


def test_a_row_with_everything(tmp_path: Path) -> None:
    (draft,) = drafts(write_csv(tmp_path / "a.csv", TITLES, FULL))
    listing = draft.listing
    assert listing.id == "sheet:a.T1"
    assert listing.name.texts == (Text("fr", "Musée du Verre"), Text("en", "Glass museum"))
    assert (listing.kinds, listing.concepts) == ((Kind.ATTRACTION,), ("museum",))
    place = listing.place
    assert (place.latitude, place.longitude, place.street) == (44.0503, 2.1502, ("Place Jaurès",))
    assert (place.postcode, place.commune, place.insee) == ("81400", "Carmaux", "81060")
    assert listing.contacts == (
        Contact(
            phones=("+33563366366",),
            emails=("OT@carmaux.fr",),
            websites=("http://www.carmaux.fr",),
        ),
    )
    week = (Day.TU, Day.WE, Day.TH, Day.FR, Day.SA, Day.SU)
    assert listing.openings == (Period(days=week, slots=(Slot(time(9), time(12)),)),)
    assert listing.access.wheelchair is True
    assert listing.pets is False
    (price,) = listing.prices
    assert (price.minimum, price.maximum, price.free) == (Decimal(5), Decimal(8), False)
    assert listing.spoken == ("en", "es")
    assert [label.id for label in listing.labels] == ["qualite_tourisme", "sheet:Bof"]
    assert dict(draft.terms)["sheet:Bof"].texts == (Text("fr", "Bof"),)  # type: ignore[index]
    assert [text.text for text in listing.description.texts] == [
        "Tout sur le verre.",
        "All about glass.",
    ]
    assert listing.same_as == ("Q3330654",)
    assert listing.sources[0].record == "T1"
    assert listing.sources[0].updated == date(2026, 10, 12)
    assert "Dupont" not in repr(draft)
    assert cautions(draft) == [
        ("column_unmapped", "Responsable"),
        ("name_in_capitals", "Nom, Name (en)"),
        ("markup_removed", "Description, Description en"),
    ]


def test_what_is_empty_is_unknown(tmp_path: Path) -> None:
    blank = ["" for _ in FULL]
    blank[1], blank[4], blank[5] = "Lavoir", "44.05", "2.15"
    (_, draft) = drafts(write_csv(tmp_path / "a.csv", TITLES, FULL, blank))
    listing = draft.listing
    assert (listing.openings, listing.prices, listing.pets) == ((), (), None)
    assert (listing.access.wheelchair, listing.contacts, listing.labels) == (None, (), ())
    assert (listing.place.commune, listing.sources[0].updated) == (None, None)
    assert cautions(draft) == [("class_unknown", "Type")]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (("", "44.05", "2.15"), "in a.csv: field Nom: the record has no name"),
        (("Lavoir", "", "2.15"), "field Latitude, Longitude: latitude or longitude is missing"),
        (("Lavoir", "x", "2.15"), "field Latitude, Longitude: x, 2.15 is not a pair of numbers"),
        (("Lavoir", "650123.4", "6300123"), "650123.4, 6300123 is not a pair of numbers"),
        (("Lavoir", "1", "2"), "field Latitude, Longitude: 1, 2 is not in France"),
    ],
)
def test_a_row_that_is_no_listing(tmp_path: Path, row: tuple[str, ...], says: str) -> None:
    good = [(f"Lavoir {n}", "44.05", "2.15") for n in range(12)]
    found = results(write_csv(tmp_path / "a.csv", HEADER, *good, row, ("Z", "44.1", "2.1")))
    assert len(found) == 14
    rejection = found[12]
    assert isinstance(rejection, Rejection)
    assert (rejection.source, rejection.id) == ("sheet", "row 14")
    assert says in rejection.reason


def test_the_same_id_twice(tmp_path: Path) -> None:
    rows = [(f"T{n}", f"Lavoir {n}", "44.05", "2.15") for n in range(10)]
    rows.append(("T3", "Autre", "44.05", "2.15"))
    found = results(write_csv(tmp_path / "a.csv", ("Id", *HEADER), *rows))
    (rejection,) = (item for item in found if isinstance(item, Rejection))
    assert rejection.id == "row 12"
    assert rejection.reason == "in a.csv: field Id: the same id stands in row 5 already"


def test_the_same_place_twice_without_ids(tmp_path: Path) -> None:
    rows = [("Lavoir", "44.05", "2.15"), ("LAVOIR", "44.0501", "2.1501"), ("Lavoir", "44.2", "2.1")]
    first, second, third = results(write_csv(tmp_path / "a.csv", HEADER, *rows))
    assert isinstance(first, Draft)
    assert isinstance(third, Draft)
    assert isinstance(second, Rejection)
    assert "the same name, commune and position stand in row 2 already" in second.reason


def test_ids_without_a_column_of_ids_are_stable(tmp_path: Path) -> None:
    rows = [("Lavoir de l'Été", "44.05", "2.15"), ("Halle", "44.06", "2.16")]
    before = {draft.listing.id for draft in drafts(write_csv(tmp_path / "a.csv", HEADER, *rows))}
    moved = [("Halle", "44.0600001", "2.16", "5"), ("LAVOIR DE L’ETE", "44.05", "2.15", "")]
    table = write_csv(tmp_path / "b.csv", (*HEADER, "Tarif"), *moved)
    assert {draft.listing.id for draft in drafts(table)} == before
    assert all(id.startswith(("sheet:lavoir-de-l-ete-", "sheet:halle-")) for id in before)


def test_ids_that_cannot_stand_as_they_are_stay_apart(tmp_path: Path) -> None:
    cells = ("12/3", "12 3", "12-3", "Ü", "Ö", "x" * 200, "a:b.c_d")
    rows = [(cell, f"Lavoir {n}", "44.05", "2.15") for n, cell in enumerate(cells)]
    found = drafts(write_csv(tmp_path / "a.csv", ("Id", *HEADER), *rows))
    ids = [draft.listing.id for draft in found]
    assert len(set(ids)) == len(cells)
    assert all(set(id) <= set("abcdefghijklmnopqrstuvwxyz0123456789:.-_") for id in ids)
    assert "sheet:a.12-3" in ids
    assert found[0].listing.sources[0].record == "12/3"


def test_tables_without_a_source_name_do_not_take_each_others_ids(tmp_path: Path) -> None:
    ids = set()
    for name in ("toilettes.csv", "lavoirs.csv"):
        table = write_csv(tmp_path / name, ("Id", *HEADER), ("1", "Lavoir", "44.05", "2.15"))
        ids.add(drafts(table)[0].listing.id)
    assert ids == {"sheet:toilettes.1", "sheet:lavoirs.1"}


FIELDS = (
    *("phone", "email", "website", "hours", "wheelchair", "free", "updated", "insee", "spoken"),
    *("price", "kind", "dates", "times", "pets"),
)


def test_doubtful_cells(tmp_path: Path) -> None:
    doubtful = {
        "Téléphone": "demander",
        "Courriel": "ot(at)carmaux.fr",
        "Site web": "voir page",
        "Horaires": "sur rendez-vous",
        "PMR": "partiellement",
        "Gratuit": "parfois",
        "MAJ": "31/02/2026",
        "Code INSEE": "Carmaux",
        "Langues parlées": "klingon",
        "Tarif": "0",
        "Type": "Boulodrome couvert",
        "Dates": "tous les ans",
        "Heure": "le soir",
        "Animaux": "petits",
    }
    mapping = "".join(
        f'{field} = "{title}"\n'
        for field, title in zip(
            FIELDS,
            doubtful,
            strict=True,
        )
    )
    draft = one(tmp_path, tuple(doubtful), tuple(doubtful.values()), mapping)
    assert {caution.id for caution in draft.warnings} == {"row 2"}
    assert {caution.field for caution in draft.warnings} == set(doubtful)
    listing = draft.listing
    assert listing.practical.texts == (Text("fr", "sur rendez-vous"),)
    assert listing.concepts == ("sheet:Boulodrome couvert",)
    assert (listing.prices, listing.openings, listing.dates) == ((), (), ())


def test_not_free_says_nothing_of_the_price(tmp_path: Path) -> None:
    assert one(tmp_path, ("Gratuit",), ("non",)).listing.prices == ()
    assert one(tmp_path, ("Gratuit",), ("oui",)).listing.prices[0].free
    both = one(tmp_path, ("Gratuit", "Tarif"), ("oui", "5 €"))
    assert not both.listing.prices[0].free
    assert ("free_with_price", "Gratuit") in cautions(both)


def test_events(tmp_path: Path) -> None:
    titles = ("Début", "Fin", "Heure")
    mapping = 'start = "Début"\nend = "Fin"\ntimes = "Heure"\n[every_row]\nkind = "concert"\n'
    draft = one(tmp_path, titles, ("14/07/2026", "16/07/2026", "20h30-23h"), mapping)
    slot = Slot(time(20, 30), time(23))
    assert draft.listing.dates == (Period(date(2026, 7, 14), date(2026, 7, 16), slots=(slot,)),)
    assert draft.listing.kind is Kind.EVENT
    back = one(tmp_path, titles, ("14/07/2026", "13/07/2026", ""), mapping)
    assert (back.listing.dates, cautions(back)) == ((), [("period_reversed", "Début")])
    endless = one(tmp_path, titles, ("14/07/2026", "31/12/2100", ""), mapping)
    assert endless.listing.dates == (Period(date(2026, 7, 14)),)
    late = one(tmp_path, titles, ("", "13/07/2026", ""), mapping)
    assert cautions(late) == [("end_without_start", "Fin")]


def test_formulas_are_text(tmp_path: Path) -> None:
    draft = one(tmp_path, ("Nom", "Tarif"), ('=HYPERLINK("http://x","y")', "=1+1"))
    assert draft.listing.name.texts[0].text == '=HYPERLINK("http://x","y")'
    assert draft.listing.prices[0].note.texts[0].text == "=1+1"
    kinds = [kind for kind, _ in cautions(draft)]
    assert kinds.count("formula_as_text") == 2
    failed = one(tmp_path, ("Horaires",), ("#N/A",), 'hours = "Horaires"\n')
    assert ("cell_error", "Horaires") in cautions(failed)
    assert (failed.listing.openings, failed.listing.practical.texts) == ((), ())


def test_a_zero_lost_in_front_of_a_postcode(tmp_path: Path) -> None:
    titles = ("Latitude", "Longitude", "CP")
    ain = one(tmp_path, titles, ("46.2", "5.2", "1000"))
    assert ain.listing.place.postcode == "01000"
    assert ("postcode_lost_zero", "CP") in cautions(ain)
    brussels = one(tmp_path, titles, ("50.8", "4.3", "1000"))
    assert brussels.listing.place.postcode == "1000"


def test_rows_longer_than_the_titles_and_empty_ones(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Nom;Latitude;Longitude\n\n;;\nLavoir;44.05;2.15;de trop\n", encoding="cp1252")
    (draft,) = drafts(path)
    assert cautions(draft)[0] == ("row_too_long", "Nom")
    assert draft.warnings[0].id == "row 4"


def test_exchanged_coordinates_are_put_right(tmp_path: Path) -> None:
    draft = one(tmp_path, ("Latitude", "Longitude"), ("2.15", "44.05"))
    assert (draft.listing.place.latitude, draft.listing.place.longitude) == (44.05, 2.15)
    assert ("coordinates_exchanged", "Latitude, Longitude") in cautions(draft)


def test_reading_is_lazy_and_repeatable(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", TITLES, FULL)
    write_mapping(
        tmp_path / "a.mapping.toml",
        '[columns]\nname = "Nom"\nlatitude = "Latitude"\nlongitude = "Longitude"\n',
    )
    reader = open_source(path)
    assert (reader.name, reader.total) == ("sheet", None)
    assert reader.label == "table with its mapping, 3 of 25 columns"
    assert list(reader.read(RETRIEVED)) == list(reader.read(RETRIEVED))
