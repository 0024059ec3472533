from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from catalog.model import Kind, Period
from catalog.refresh.glance import decode, encode, glance_of
from catalog.refresh.survey import Survey
from tests.catalog.making import NOW, make
from tests.catalog.refresh.merge.test_merging import record, refreshed
from tests.catalog.refresh.test_amend import HIDE, SET, overlay
from tests.catalog.refresh.test_survey import full, texts

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_kept_is_what_was_seen() -> None:
    ended = Period(start=date(2025, 5, 1), end=date(2025, 5, 2))
    for listing in (
        make(),
        full(),
        make(kind=Kind.EVENT, dates=(ended,)),
        make(kind=Kind.SERVICE, summary=texts("fr", "de", machine=True)),
    ):
        seen = glance_of(listing, NOW.date())
        assert decode(encode(seen)) == seen
        assert seen.over == (listing.kind is Kind.EVENT)


def test_the_survey_is_of_the_catalogue_as_it_is_published(tmp_path: Path) -> None:
    data = tmp_path / "data" / "overlay"
    data.mkdir(parents=True)
    overlay(
        data,
        HIDE.format(id="segala:hidden")
        + SET.format(id="segala:alone", set='summary = "Petit", pets = true'),
    )
    report, catalogue = refreshed(
        tmp_path,
        segala=record()
        + record(id="hidden", name="Caché", latitude=44.2)
        + record(id="alone", name="Seul", latitude=44.3),
        ville=record(id="m1", name="MUSÉE DU VERRE", latitude=44.0505)
        + '[listing.summary]\nen = "Glass"\n',
    )
    with catalogue:
        survey = Survey()
        ids = [id for (id,) in catalogue.rows("SELECT id FROM listing ORDER BY rowid")]
        for listing in catalogue.get_many(ids):
            survey.add(listing, NOW)
    assert (report.listings, report.merged) == (2, 1)
    assert report.survey == survey.facts()["survey"]
    assert report.by_language == dict(survey.languages.most_common())
