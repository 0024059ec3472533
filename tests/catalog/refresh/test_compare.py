from __future__ import annotations

import tracemalloc
from dataclasses import fields, replace
from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.errors import CatalogueDamaged
from catalog.model import (
    Access,
    Contact,
    Day,
    Handicap,
    Itinerary,
    Kind,
    Label,
    Listing,
    Localized,
    Media,
    Period,
    Place,
    Price,
    Slot,
    Source,
    TermId,
    Text,
)
from catalog.refresh.compare import NAMED, TOLD, compare, comparing
from catalog.refresh.fields import SHORT, differences
from catalog.refresh.report import Changed, FieldChange, Gone
from tests.catalog.making import make, write

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = make("1", "Lac")


def changes(**changed: Any) -> list[tuple[str, str, str]]:
    found = differences(PLAIN, replace(PLAIN, **changed))
    return [(one.field, one.before, one.after) for one in found]


def texts(**said: str) -> Localized:
    return Localized(tuple(Text(lang, words) for lang, words in said.items()))


MORNING = Period(days=(Day.TU,), slots=(Slot(time(9), time(12)),))


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"name": texts(fr="Étang")}, [("name.fr", "Lac", "Étang")]),
        ({"name": texts(fr="Lac", en="Lake")}, [("name.en", "", "Lake")]),
        ({"pets": False}, [("pets", "", "no")]),
        ({"cancelled": True}, [("cancelled", "no", "yes")]),
        ({"kinds": (Kind.EVENT,)}, [("kinds", "attraction", "event")]),
        ({"concepts": (TermId("lake"), TermId("beach"))}, [("concepts", "", "lake, beach")]),
        ({"openings": (MORNING,)}, [("openings", "", "Tu 09:00-12:00")]),
        (
            {"openings": (MORNING, replace(MORNING, days=(Day.PH,), instead=True))},
            [("openings", "", "Tu 09:00-12:00; PH 09:00-12:00")],
        ),
        (
            {"openings": (replace(MORNING, note=texts(fr="sauf juin")),)},
            [("openings", "", "Tu 09:00-12:00"), ("openings.note", "", "fr: sauf juin")],
        ),
        (
            {"prices": (Price(Decimal("5.50"), audience=(TermId("child"),)), Price(free=True))},
            [("prices", "", "minimum 5.50, currency EUR, audience child; currency EUR, free yes")],
        ),
        ({"access": Access(wheelchair=False)}, [("access.wheelchair", "", "no")]),
        ({"access": Access(marks=(Handicap.MOTOR,))}, [("access.marks", "", "motor")]),
        (
            {"place": Place(44.08, 1.73, commune="Penne", insee="81207")},
            [("place.insee", "81206", "81207")],
        ),
        ({"itinerary": Itinerary(distance_m=2500)}, [("itinerary.distance_m", "", "2500")]),
        (
            {"labels": (Label(TermId("x"), level=3),)},
            [("labels", "", "id x, level 3, status obtained")],
        ),
        (
            {"contacts": (Contact(phones=("+33563767667",)),)},
            [("contacts", "", "role info, phones +33563767667")],
        ),
        (
            {"media": (Media("https://x", title=texts(fr="Vue")),)},
            [("media", "", "url https://x, title fr: Vue")],
        ),
        (
            {"sources": (Source("test", "1", date(2026, 12, 1), updated=date(2026, 6, 1)),)},
            [
                (
                    "sources",
                    "name test, record 1, updated 2026-05-01",
                    "name test, record 1, updated 2026-06-01",
                )
            ],
        ),
        ({"sources": (replace(PLAIN.sources[0], retrieved=date(2027, 1, 1)),)}, []),
        ({"provenance": (("name", 0),)}, [("provenance", "", "name: test")]),
    ],
)
def test_fields_before_and_after(changed: dict[str, Any], told: list[tuple[str, str, str]]) -> None:
    assert changes(**changed) == told
    back = differences(replace(PLAIN, **changed), PLAIN)
    assert [(one.field, one.after, one.before) for one in back] == told


def test_of_a_long_text_the_place_of_the_change_is_shown() -> None:
    before = "Le château domine la vallée. " * 20
    after = before[:300] + "Fermé en 2026. " + before[300:]
    (told,) = differences(
        replace(PLAIN, description=texts(fr=before)), replace(PLAIN, description=texts(fr=after))
    )
    assert told.field == "description.fr"
    assert "Fermé en 2026." in told.after
    assert told.before != told.after
    assert told.after.startswith("…")
    assert max(len(told.before), len(told.after)) <= SHORT


@given(st.text(max_size=300), st.text(max_size=300))
def test_texts_that_differ_are_told_shortly(before: str, after: str) -> None:
    one, other = (replace(PLAIN, summary=texts(fr=words)) for words in (before, after))
    for told in differences(one, other):
        assert told.field == "summary.fr"
        assert max(len(told.before), len(told.after)) <= SHORT
        assert told.before != told.after or len(before + after) > SHORT or not before.isprintable()


def test_no_field_is_forgotten() -> None:
    """Whatever field differs, something is told of it; but when it reached us."""
    other: dict[str, Any] = {
        "kinds": (Kind.FOOD,),
        "place": Place(1, 2),
        "openings": (MORNING,),
        "dates": (MORNING,),
        "cancelled": True,
        "prices": (Price(free=True),),
        "access": Access(wheelchair=True),
        "labels": (Label(TermId("x")),),
        "pets": True,
        "spoken": ("fr",),
        "itinerary": Itinerary(days=2),
        "contacts": (Contact(emails=("a@b.fr",)),),
        "media": (Media("https://x"),),
        "same_as": ("https://x",),
        "sources": (Source("other", "1", date(2026, 1, 1)),),
        "provenance": (("name", 0),),
    }
    for field in fields(Listing):
        value = getattr(PLAIN, field.name)
        if field.name == "id":
            continue
        fresh = other.get(field.name, (TermId("x"),) if value == () else texts(fr="x"))
        assert changes(**{field.name: fresh}), field.name


def test_two_files(tmp_path: Path) -> None:
    before = [make(str(n), f"Lac {n}") for n in range(500)]
    after = [
        *before[:100],
        *(replace(one, pets=True) for one in before[100:400]),
        *(make(f"new-{n}") for n in range(3)),
    ]
    old, new = write(tmp_path / "old", before), write(tmp_path / "new", after)
    found = compare(new, old)
    assert (found.new, found.changed, found.unchanged, found.gone) == (3, 300, 100, 100)
    ids = sorted(one.id for one in before[400:])
    assert found.gone_listings[0] == Gone("test:400", "Lac 400")
    assert [gone.id for gone in found.gone_listings] == ids[:NAMED]
    assert len(found.changed_listings) == TOLD
    assert found.changed_listings[0] == Changed(
        "test:100", "Lac 100", (FieldChange("pets", "", "yes"),)
    )
    assert not found.none
    assert compare(new, new).none
    assert compare(new, None).new == 403
    with comparing(old, new) as both:
        assert [id for id, _ in both.new()] == ["test:new-0", "test:new-1", "test:new-2"]
        assert [id for id, _ in both.gone()] == ids
        assert len(list(both.changed())) == 300


def test_memory_is_flat(tmp_path: Path) -> None:
    long = texts(fr="Le château domine la vallée. " * 300)
    old = write(tmp_path / "old", (make(str(n), description=long) for n in range(1000)))
    new = write(tmp_path / "new", (make(str(n), pets=True) for n in range(1000)))
    assert old.stat().st_size > 8_000_000
    with comparing(old, new) as both:
        tracemalloc.start()
        assert sum(1 for _ in both.changed()) == 1000
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert most < 1_000_000


def test_a_file_that_breaks_under_it(tmp_path: Path) -> None:
    old = write(tmp_path / "old", [make(str(n), f"Lac {n}") for n in range(300)])
    new = write(tmp_path / "new", [make(str(n), f"Étang {n}") for n in range(300)])
    whole = old.read_bytes()
    old.write_bytes(whole[:4096] + bytes(len(whole) - 4096))
    with pytest.raises(CatalogueDamaged):
        compare(new, old)
