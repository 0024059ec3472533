"""A territory has no point of its own: the middle of its communes stands for it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from catalog.advice import Adviser
from catalog.model import Kind, Place, TermId
from catalog.store.reader import Catalogue
from catalog.store.writer import CatalogueWriter
from tests.catalog.making import VERSION, make, write_index

if TYPE_CHECKING:
    from pathlib import Path


def test_a_territory_is_between_its_communes(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    towns = {"Ganges": (43.93, 3.71), "Le Vigan": (43.99, 3.60), "Albi": (43.93, 2.15)}
    with CatalogueWriter(path) as writer:
        listings = [
            make(
                f"t{at}",
                "Château",
                kind=Kind.ATTRACTION,
                concepts=(TermId("castle"),),
                place=Place(*point, commune=name, insee=f"8100{at}"),
            )
            for at, (name, point) in enumerate(towns.items())
        ]
        write_index(writer.connection, [(writer.add(each), each) for each in listings])
        writer.finish(version=VERSION, built=datetime(2026, 7, 23, tzinfo=UTC))
    with Catalogue.open(path) as catalogue:
        found = Adviser(catalogue).where("Cévennes")
        assert found is not None
        assert found.latitude == pytest.approx(43.96)
        assert found.longitude == pytest.approx(3.655)
        assert Adviser(catalogue).where("Ségala") is None
