"""Names of a real flux, where it is at hand."""

from __future__ import annotations

from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from catalog.search.engine import SearchEngine
from catalog.search.normalise import tokens
from catalog.sources.draft import Draft
from catalog.sources.formats import open_source
from catalog.store.reader import Catalogue
from tests.catalog.search.small import build

DATA = Path(__file__).parents[3].parent / "shared" / "data" / "datatourisme"
SAMPLE = 400


@pytest.mark.skipif(not DATA.is_dir(), reason="no real flux in ../shared/data")
@pytest.mark.parametrize("flux", ["nouvelle-aquitaine-2023-07-24", "centre-val-de-loire-2020-09"])
def test_real_names_find_themselves(flux: str, tmp_path: Path) -> None:
    source = open_source(DATA / f"flux-{flux}.zip")
    read = islice(source.read(date(2026, 7, 1)), SAMPLE)
    listings = [each.listing for each in read if isinstance(each, Draft)]
    with Catalogue.open(build(tmp_path / "real.sqlite", listings)) as catalogue:
        engine = SearchEngine(catalogue)
        names = [name.text for each in listings if (name := each.name.get("fr"))]
        missed = [
            name
            for name in names
            if tokens(name) and tokens(engine.search(name)[0].name) != tokens(name)
        ]
    assert len(names) > SAMPLE * 0.9
    assert not missed
