from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.model import Kind, Period, Place, Text
from catalog.sources.draft import Draft, Rejection
from catalog.sources.opendatasoft.datasets import Dataset, dataset_of, datasets
from catalog.sources.opendatasoft.envelope import Enveloped, open_envelope
from catalog.sources.opendatasoft.record import read_record
from tests.catalog.sources.hostile import any_json, nested, paths, replaced
from tests.catalog.sources.opendatasoft.records import (
    KNOWN,
    OCCITANIE,
    RETRIEVED,
    draft,
    fields,
    kinds_of,
)


def rejected(**more: Any) -> str:
    result = read_record(Enveloped(fields(**more)), KNOWN, RETRIEVED, where="f, record 1")
    assert isinstance(result, Rejection), result
    return result.reason


def test_a_plain_record() -> None:
    found = draft()
    one = found.listing
    assert one.id == "opendatasoft:Fete-du-verre"
    assert (one.kinds, one.concepts) == ((Kind.EVENT,), ("fete",))
    assert one.place == Place(
        44.0512,
        2.1571,
        ("4 allée du Parc", "Verrerie ouvrière"),
        "81400",
        "Carmaux",
        "81060",
        "81",
    )
    assert one.dates == (Period(date(2026, 12, 9), date(2026, 12, 13)),)
    (source,) = one.sources
    assert source.url == "https://www.laregion.fr/Fete-du-verre"
    assert (source.record, source.updated) == ("abc", None)
    assert source.publisher == "Région Occitanie / Pyrénées-Méditerranée"
    assert one.themes == ("opendatasoft:culture",)
    assert found.warnings == ()


def test_what_the_public_enters_waits_for_a_person_unless_moderated() -> None:
    assert draft().to_verify is True
    assert draft(replace(KNOWN, moderated=True)).to_verify is False
    assert draft(Dataset("another")).to_verify is True
    assert draft(Dataset()).to_verify is True
    assert not any(known.moderated for known in datasets().values())


def test_the_dataset_is_told_by_the_record_or_by_the_name_of_the_file() -> None:
    assert dataset_of(OCCITANIE, "export") == KNOWN
    assert dataset_of(None, f"{OCCITANIE}-2026") == KNOWN
    assert dataset_of(None, "export") == Dataset()
    assert dataset_of("x", OCCITANIE) == Dataset("x")


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"titre": " "}, "field titre: the event has no title"),
        ({"url": None}, "field url: the record has no address and no identifier"),
        ({"geo_point_2d": [0, 0]}, "field geo_point_2d: 0, 0 is not in France"),
        (
            {"geo_point_2d": None, "geo_shape": None},
            "field geo_point_2d: the record states no coordinates",
        ),
        ({"geo_point_2d": "x,y", "geo_shape": None}, "field geo_point_2d: x, y is not a pair"),
    ],
)
def test_what_is_rejected(more: dict[str, Any], reason: str) -> None:
    if more.get("geo_point_2d") == [0, 0]:
        more = more | {"geo_shape": {"type": "Point", "coordinates": [0, 0]}}
    assert rejected(**more).startswith(reason)


@pytest.mark.parametrize(
    "more",
    [
        {"geo_point_2d": {"lon": 2.1571, "lat": 44.0512}},
        {"geo_point_2d": "44.0512, 2.1571"},
        {"geo_point_2d": None},
        {"geo_shape": {"type": "Feature", "geometry": fields()["geo_shape"]}},
        {"geo_shape": None},
    ],
)
def test_every_writing_of_the_position(more: dict[str, Any]) -> None:
    found = draft(**more)
    assert (found.listing.place.latitude, found.listing.place.longitude) == (44.0512, 2.1571)
    assert found.warnings == ()


@pytest.mark.parametrize(
    ("point", "kept"),
    [
        ([43.6, 1.44], 43.6),
        ([0, 0], 44.0512),
        ([48.85, 2.35], 44.0512),
        ([2.1571, 44.0512], 44.0512),
    ],
)
def test_positions_that_disagree(point: list[float], kept: float) -> None:
    found = draft(geo_point_2d=point)
    assert found.listing.place.latitude == kept
    assert kinds_of(found) == ["positions_disagree"]


def test_a_cut_description_is_kept_and_said() -> None:
    found = draft(description="Un concert d&#8217;orgue avec&nbsp;(...)")
    assert found.listing.description.texts == (Text("fr", "Un concert d’orgue avec (...)"),)
    assert kinds_of(found) == ["entities_decoded", "description_cut"]


@pytest.mark.parametrize(
    ("first", "last", "said", "note"),
    [
        ("2026-12-09", "2026-12-13", "Du 9 au 13 décembre", ""),
        ("2026-08-01", "2026-09-01", "Du 1er août au 1er septembre", ""),
        ("2026-12-13", "2027-01-03", "Du 13 décembre 2026 au 3 janvier", ""),
        ("2026-12-13", "2026-12-13", "Dimanche 13 décembre", ""),
        ("2026-12-13", "2026-12-13", "Samedi 13 décembre", "Samedi 13 décembre"),
        ("2026-12-09", "2026-12-13", "Tous les soirs à 21h", "Tous les soirs à 21h"),
    ],
)
def test_the_dates_in_words_are_kept_where_they_say_more(
    first: str, last: str, said: str, note: str
) -> None:
    (period,) = draft(date_debut=first, date_fin=last, date=said).listing.dates
    assert (str(period.start), str(period.end)) == (first, last)
    assert [text.text for text in period.note.texts] == ([note] if note else [])


def test_dates_that_are_missing_or_wrong() -> None:
    last = date(2026, 12, 13)
    assert draft(date_debut=None, date=None).listing.dates == (Period(last, last),)
    found = draft(date_debut="demain", date_fin=None)
    assert found.listing.dates == ()
    assert kinds_of(found) == ["impossible_date", "event_without_dates"]
    assert "period_reversed" in kinds_of(draft(date_fin="2026-12-01"))


@pytest.mark.parametrize(
    ("url", "record", "id"),
    [
        ("https://www.laregion.fr/Fete-du-verre", None, "Fete-du-verre"),
        ("https://x.fr/agenda?id=12", "abc", "9cf7a8e9"),
        ("https://x.fr/agenda/12", "abc", ""),
        (None, "abc", "abc"),
    ],
)
def test_identifiers_stay_the_same(url: str | None, record: str | None, id: str) -> None:
    results = [
        read_record(Enveloped(fields(url=url, titre=title), record=record), KNOWN, RETRIEVED)
        for title in ("Fête du verre", "Fête du verre, nouveau titre")
    ]
    ids = {result.listing.id for result in results if isinstance(result, Draft)}
    assert len(ids) == 1
    if url is None or "?" not in url:
        assert id in ids.pop()


def test_addresses() -> None:
    assert draft(adresse="-").listing.place.street == ()
    assert draft(adresse="., Abbaye, 81400 Carmaux - Tarn").listing.place.street == ("Abbaye",)
    place = draft(adresse="Le Pont, 48 220  - Lozère", commune=None).listing.place
    assert (place.street, place.postcode, place.commune) == (("Le Pont",), "48220", None)


def test_no_title_is_only_markup() -> None:
    found = draft(titre='<span class="titre_surligne">Le Rire</span>')
    assert found.listing.name.texts == (Text("fr", "Le Rire"),)


FULL = {
    "datasetid": OCCITANIE,
    "recordid": "abc",
    "fields": fields(),
    "geometry": {"type": "Point", "coordinates": [2.1571, 44.0512]},
    "record_timestamp": "2026-01-01T00:00:00Z",
}
JSON = any_json([*FULL, *fields(), "properties", "record", "lat", "lon", "coordinates"])


def read(value: object) -> None:
    record = open_envelope(value)
    if record is None:
        assert not isinstance(value, dict)
        return
    result = read_record(record, KNOWN, RETRIEVED, where="f, record 1")
    assert isinstance(result, Draft | Rejection)
    assert repr(read_record(record, KNOWN, RETRIEVED, where="f, record 1")) == repr(result)


@given(JSON)
def test_any_json(value: object) -> None:
    read(value)


@settings(max_examples=200)
@given(st.sampled_from(paths(FULL)), JSON)
def test_any_value_in_the_place_of_any_other(path: tuple[object, ...], value: object) -> None:
    read(replaced(FULL, path, value))


def test_a_thousand_levels() -> None:
    for key in fields():
        read(FULL | {"fields": fields() | {key: nested(900)}})
