from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from catalog.model import Access, Contact, Itinerary, Localized, Source, Text
from catalog.refresh.amend import corrected
from catalog.sources.draft import Correction
from tests.catalog.refresh.merge.test_join import listing, words
from tests.catalog.refresh.merge.test_merging import record, refreshed

if TYPE_CHECKING:
    from pathlib import Path

OFFICE = Source(
    "overlay", "a.toml, correct 1", date(2026, 11, 21), date(2026, 11, 16), creator="MC"
)
HIDE = '[[hide]]\nid = "{id}"\ndate = 2026-11-16\nby = "MC"\n'
SET = '[[correct]]\nid = "{id}"\ndate = 2026-11-16\nby = "MC"\nset = {{ {set} }}\n'


def overlay(tmp_path: Path, text: str) -> str:
    path = tmp_path / "zz-overlay.toml"
    path.write_text("house-overlay = 1\n" + text, encoding="utf-8")
    return str(path)


def test_only_what_is_stated_changes_and_names_its_source() -> None:
    before = listing(summary=words(fr="Verre", de="Alt"), access=Access(wheelchair=True), pets=True)
    told = Correction(
        "apidae:1",
        ("summary", "access", "pets", "prices"),
        listing(summary=words(de="Neu"), access=Access(note=words(fr="rampe"))),
        OFFICE,
    )
    after = corrected(before, told)
    assert after.summary == Localized((Text("fr", "Verre"), Text("de", "Neu")))
    assert (after.access.wheelchair, after.access.note) == (True, words(fr="rampe"))
    assert after.pets is None
    assert after.confirmed == date(2026, 11, 16)
    names = ("summary.de", "summary.fr", "access.note", "access.wheelchair", "pets", "name")
    assert [after.origin(name).name for name in names] == [
        *("overlay", "apidae", "overlay", "apidae", "overlay", "apidae")
    ]


def test_a_corrected_number_leaves_the_web_site() -> None:
    before = listing(
        contacts=(
            Contact(phones=("+33563000000",), websites=("https://x.example",)),
            Contact("booking", emails=("a@x.example",)),
        )
    )
    told = Correction(
        "x", ("contacts",), listing(contacts=(Contact(phones=("+33563767667",)),)), OFFICE
    )
    assert corrected(before, told).contacts == (
        Contact(phones=("+33563767667",), websites=("https://x.example",)),
        Contact("booking", emails=("a@x.example",)),
    )
    cleared = Correction("x", ("contacts",), listing(), OFFICE)
    assert corrected(before, cleared).contacts == ()


def test_a_commune_is_corrected_and_the_position_stays(tmp_path: Path) -> None:
    data = tmp_path / "data" / "overlay"
    data.mkdir(parents=True)
    text = "action;id;champ;valeur;date;par\n"
    text += "corriger;segala:verre;commune;Blaye-les-Mines;16/11/2026;MC\n"
    text += "corriger;segala:verre;insee;81033;16/11/2026;MC\n"
    (data / "a.csv").write_text(text, encoding="utf-8")
    report, catalogue = refreshed(tmp_path, segala=record())
    with catalogue:
        assert report.rejected == ()
        found = catalogue.find("segala:verre")
        assert found is not None
        place = found.place
        assert (place.commune, place.insee) == ("Blaye-les-Mines", "81033")
        assert (place.latitude, place.longitude) == (44.05, 2.16)
        names = ("place.commune", "place.latitude")
        assert [found.origin(name).name for name in names] == ["overlay", "segala"]


def test_a_part_that_was_not_there_at_all() -> None:
    told = Correction("x", ("itinerary",), listing(itinerary=Itinerary(days=2)), OFFICE)
    after = corrected(listing(), told)
    assert after.itinerary == Itinerary(days=2)
    assert after.origin("itinerary.days").name == "overlay"


def test_the_office_s_word_outlives_a_refresh(tmp_path: Path) -> None:
    text = SET.format(id="segala:verre", set='name = "Verrerie royale"')
    data = tmp_path / "data" / "overlay"
    data.mkdir(parents=True)
    overlay(data, text)
    for _ in range(2):
        report, catalogue = refreshed(tmp_path, segala=record())
        with catalogue:
            found = catalogue.find("segala:verre")
            assert found is not None
            assert found.name == words(fr="Verrerie royale")
            assert found.origin("name.fr").creator == "MC"
        assert report.rejected == ()


def test_hidden_by_its_producer_s_id_and_what_names_nobody(tmp_path: Path) -> None:
    data = tmp_path / "data" / "overlay"
    data.mkdir(parents=True)
    overlay(data, HIDE.format(id="verre-2") + HIDE.format(id="gone"))
    report, catalogue = refreshed(tmp_path, segala=record() + record(id="verre-2", name="Autre"))
    catalogue.close()
    assert (report.listings, len(report.rejected)) == (1, 1)
    assert "no listing of this refresh has the id gone" in report.rejected[0].reason


def test_the_id_from_before_a_merge_still_names_the_listing(tmp_path: Path) -> None:
    data = tmp_path / "data" / "overlay"
    data.mkdir(parents=True)
    one = SET.format(id="ville:m1", set='name = "Verrerie royale"')
    overlay(data, one + SET.format(id="ville:m1", set="pets = true"))
    report, catalogue = refreshed(tmp_path, segala=record(), ville=record(id="m1"))
    with catalogue:
        assert (report.merged, report.rejected) == (1, ())
        found = catalogue.find("ville:m1")
        assert found is not None
        assert (found.id, found.name, found.pets) == (
            "segala:verre",
            words(fr="Verrerie royale"),
            True,
        )


def test_an_id_that_several_listings_have_names_none(tmp_path: Path) -> None:
    data = tmp_path / "data" / "overlay"
    data.mkdir(parents=True)
    overlay(data, HIDE.format(id="verre"))
    far = record(name="Lavoir", latitude=44.5)
    report, catalogue = refreshed(tmp_path, segala=record(), ville=far)
    catalogue.close()
    assert report.listings == 2
    said = "several listings have the id verre: segala:verre, ville:verre"
    assert [one.reason for one in report.rejected] == [said]
