from __future__ import annotations

import json
from collections import Counter
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.hours import coming_dates, expression
from catalog.model import Day, Kind, Listing, Period, Slot
from catalog.sources.draft import Draft, Rejection
from catalog.sources.formats import open_source

RETRIEVED = date(2026, 11, 21)
EVERY_WEEK = "Todas las semanas/Toutes les semaines"
REAL = Path(__file__).resolve().parents[5] / "shared" / "data" / "events" / "markets-64.geojson"


def row(key: Any = 1, day: str = "Martes/Mardi", **more: Any) -> dict[str, Any]:
    properties = {
        "id_mercado": key,
        "nombre": "Halles du Viaur",
        "direccion": "2 rue du Port, 81400 Carmaux, France",
        "nombre_tipo": "Mercado generalista/Marché généraliste",
        "nombre_frecuencia": "Semanal/Hebdomadaire",
        "nombre_semana": EVERY_WEEK,
        "nombre_dia": day,
        "nombre_apertura": "Matutino/Matinal",
        "horario": ["08:00:00-13:00:00"],
        "municipios_communes": "Carmaux",
        "provincia_departement": "TARN",
    } | more
    return {"type": "Feature", "properties": properties,
            "geometry": {"type": "Point", "coordinates": [2.16, 44.05, 0.0]}}  # fmt: skip


def read(tmp_path: Path, *features: Any, name: str = "Mercados ÀECT") -> list[Any]:
    path = tmp_path / "file.geojson"
    whole = {"type": "FeatureCollection", "name": name, "features": list(features)}
    path.write_text(json.dumps(whole), encoding="utf-8")
    source = open_source(path)
    assert source.name == "markets"
    return list(source.read(RETRIEVED))


def one(tmp_path: Path, *features: Any) -> Draft:
    (found,) = read(tmp_path, *features)
    assert isinstance(found, Draft), found
    return found


def kinds_of(found: Draft) -> list[str]:
    return [caution.kind for caution in found.warnings]


def test_all_rows_of_a_market_are_one_listing(tmp_path: Path) -> None:
    found = one(
        tmp_path,
        row(),
        row(day="Miércoles/Mercredi"),
        row(day="Sábado/Samedi", horario=["08:00:00-13:00:00", "16:00:00-19:00:00"]),
        row(day="Domingo/Dimanche", horario=["NULL"]),
    )
    listing = found.listing
    assert listing.id == "markets:mercados-aect-1"
    assert (listing.kinds, listing.concepts) == ((Kind.MARKET,), ("market",))
    assert listing.place.street == ("2 rue du Port",)
    assert (listing.place.postcode, listing.place.department) == ("81400", "Tarn")
    morning = Slot(time(8), time(13))
    assert listing.openings == (
        Period(days=(Day.TU, Day.WE), slots=(morning,)),
        Period(days=(Day.SA,), slots=(morning, Slot(time(16), time(19)))),
        Period(days=(Day.SU,)),
    )
    assert listing.sources[0].licence is None
    assert found.warnings == ()


def test_a_monthly_market(tmp_path: Path) -> None:
    third = "Tercera semana del mes/Troisième semaine du mois"
    found = one(tmp_path, row(nombre_frecuencia="Mensual/Mensuel", nombre_semana=third))
    (period,) = found.listing.openings
    assert (period.days, period.nth) == ((Day.TU,), (3,))
    assert [text.text for text in period.note.texts] == [
        "Troisième semaine du mois", "Tercera semana del mes"]  # fmt: skip
    assert kinds_of(found) == ["week_of_month"]
    assert coming_dates(found.listing.openings, date(2026, 12, 1), limit=1) == (date(2026, 12, 15),)


def test_weekly_in_the_third_week_contradicts_itself(tmp_path: Path) -> None:
    found = one(tmp_path, row(nombre_semana="Tercera semana del mes/Troisième semaine du mois"))
    (period,) = found.listing.openings
    assert period.nth == (3,)
    assert period.note.texts[0].text == "Hebdomadaire · Troisième semaine du mois"
    assert kinds_of(found) == ["recurrence_contradictory"]


@pytest.mark.parametrize(
    ("more", "caution"),
    [
        ({"nombre_frecuencia": "Mensual/Mensuel"}, "market_week_unclear"),
        ({"nombre_semana": "quand il fait beau"}, "week_unknown"),
        ({"nombre_dia": "jour férié"}, "day_unknown"),
    ],
)
def test_days_that_cannot_be_told_are_left_out(
    tmp_path: Path, more: dict[str, str], caution: str
) -> None:
    found = one(tmp_path, row(**more))
    assert found.listing.openings == ()
    assert kinds_of(found) == [caution]


@pytest.mark.parametrize(
    ("hours", "slots", "caution"),
    [
        (["19:00:00-00:00:00"], (Slot(time(19), time()),), []),
        (["09:00:00-12:00:00"] * 3, (Slot(time(9), time(12)),), []),
        (["09:00:00-09:00:00"], (Slot(time(9)),), ["opening_equals_closing"]),
        (["matin", 5], (), ["impossible_hour"]),
        (None, (), []),
        ("08:00:00-12:00:00", (Slot(time(8), time(12)),), []),
    ],
)
def test_hours(tmp_path: Path, hours: Any, slots: tuple[Slot, ...], caution: list[str]) -> None:
    found = one(tmp_path, row(horario=hours))
    assert found.listing.openings[0].slots == slots
    assert kinds_of(found) == caution


@pytest.mark.parametrize(
    ("more", "concepts", "amenities"),
    [
        ({"nombre_tipo": "Mercado de productores/Marchcé des producteurs"},
         ("farmers_market", "market"), ()),
        ({"nombre_tipo": "Mercado ecológico/Marché bio"}, ("market",), ("organic",)),
        ({"nombre_apertura": "Nocturno/Nocturne"}, ("night_market", "market"), ()),
    ],
)  # fmt: skip
def test_sorts_of_market(
    tmp_path: Path, more: dict[str, str], concepts: tuple[str, ...], amenities: tuple[str, ...]
) -> None:
    listing = one(tmp_path, row(**more)).listing
    assert (listing.concepts, listing.amenities) == (concepts, amenities)


def test_rows_that_are_no_market(tmp_path: Path) -> None:
    nameless = row(2, nombre=" ")
    placeless = row(3) | {"geometry": None}
    found = read(tmp_path, row(), row(None), nameless, placeless, 5)
    assert [result.reason for result in found if isinstance(result, Rejection)] == [
        "field id_mercado: the market has no identifier",
        "the entry is not a JSON object",
        "field nombre: the market has no name",
        "field geometry: it is no point",
    ]


def expressed(**properties: Any) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": 7,
        "properties": {"nom": "Marché de Mirandol", "commune": "Mirandol", "opening_hours": ""}
        | properties,
        "geometry": {"type": "Point", "coordinates": [2.16, 44.1]},
    }


def test_markets_with_opening_hours(tmp_path: Path) -> None:
    features = [
        expressed(opening_hours="Apr-Oct Th 08:00-12:30; Nov-Mar Th[1] 09:00-12:00",
                  code_insee=81180, telephone="05 63 36 63 65"),
        expressed(id=8) | {"id": None},
        expressed(opening_hours="Mo sunrise-12:00") | {"id": "a/b"},
        expressed(),
        expressed() | {"id": None},
    ]  # fmt: skip
    path = tmp_path / "marchés du Tarn.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    first, second, third, again, nobody = open_source(path).read(RETRIEVED)
    assert isinstance(first, Draft)
    assert first.listing.id == "markets:marches-du-tarn-7"
    assert expression(first.listing.openings) == (
        "Apr 01-Oct 31 Th 08:00-12:30, Nov 01-Mar 31 Th[1] 09:00-12:00"
    )
    assert (first.listing.place.insee, first.listing.place.department) == ("81180", "81")
    assert first.listing.contacts[0].phones == ("+33563366365",)
    assert isinstance(second, Draft)
    assert second.listing.openings == ()
    assert isinstance(third, Draft)
    assert third.listing.practical.texts[0].text == "Mo sunrise-12:00"
    assert kinds_of(third) == ["hours_not_held"]
    assert isinstance(again, Rejection)
    assert isinstance(nobody, Rejection)
    assert nobody.reason == "field id: the market has no identifier"


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)


@given(
    st.dictionaries(st.sampled_from(sorted(row()["properties"])), values, max_size=6),
    values,
    st.booleans(),
)
@settings(
    max_examples=120,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_values_are_read_or_rejected(
    tmp_path: Path, properties: dict[str, Any], geometry: Any, expressed_ones: bool
) -> None:
    if expressed_ones:
        found = read(tmp_path, expressed(), expressed(**properties), geometry, name="marchés")
    else:
        found = read(tmp_path, row(), row(**properties) | {"geometry": geometry}, geometry)
    assert all(isinstance(result, Draft | Rejection) for result in found)


@pytest.mark.skipif(not REAL.exists(), reason="the real file is not in ../shared/data")
def test_the_real_markets() -> None:
    raw = [feature["properties"] for feature in json.loads(REAL.read_text("utf-8"))["features"]]
    results = list(open_source(REAL).read(RETRIEVED))
    drafts = [result for result in results if isinstance(result, Draft)]
    listings: dict[str, Listing] = {
        str(draft.listing.sources[0].record).rpartition("-")[2]: draft.listing for draft in drafts
    }
    assert len(results) == len(listings) == len({p["id_mercado"] for p in raw}) == 188
    french = dict(zip(("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
                      tuple(Day), strict=False))  # fmt: skip
    for properties in raw:
        listing = listings[str(properties["id_mercado"])]
        assert listing.place.commune == properties["municipios_communes"]
        day = french[properties["nombre_dia"].partition("/")[2].lower()]
        week = properties["id_semana"]
        held = [
            period
            for period in listing.openings
            if (not period.days or day in period.days) and bool(period.nth) == (week != 5)
            and (week == 5 or week in period.nth)
        ]  # fmt: skip
        assert held, properties
        hours = {part[:5] for part in properties["horario"] if part != "NULL"}
        assert hours <= {f"{slot.opens:%H:%M}" for period in held for slot in period.slots}
    assert Counter(kind for draft in drafts for kind in kinds_of(draft)) == {
        "week_of_month": 7,
        "recurrence_contradictory": 4,
    }
