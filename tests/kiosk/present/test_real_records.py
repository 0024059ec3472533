"""Real records: every view is made, every expression is read by the library."""

from __future__ import annotations

from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import opening_hours
import pytest

from catalog.clock import PARIS
from catalog.hours import expression
from catalog.sources.draft import Draft
from catalog.sources.formats import open_source
from kiosk.i18n import translator
from kiosk.present import listing_view

if TYPE_CHECKING:
    from catalog.model import Listing

DATA = Path(__file__).resolve().parents[3].parent / "shared" / "data" / "datatourisme"
SAMPLE = 300

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason=f"no real feeds in {DATA}")


def listings(feed: str, retrieved: date) -> list[Listing]:
    drafts = open_source(DATA / feed).read(retrieved)
    return [draft.listing for draft in islice(drafts, SAMPLE) if isinstance(draft, Draft)]


@pytest.mark.parametrize(
    ("feed", "retrieved", "langs"),
    [
        ("flux-nouvelle-aquitaine-2023-07-24.zip", date(2023, 7, 24), ("fr", "xx")),
        ("flux-centre-val-de-loire-2020-09.zip", date(2020, 9, 1), ("nl", "oc")),
    ],
)
def test_views_of_a_feed(feed: str, retrieved: date, langs: tuple[str, ...]) -> None:
    then = datetime(retrieved.year, retrieved.month, retrieved.day, 11, tzinfo=PARIS)
    now = datetime(2026, 11, 21, 11, tzinfo=PARIS)
    found = listings(feed, retrieved)
    assert len(found) > SAMPLE / 2
    for listing in found:
        for periods in (listing.openings, listing.dates):
            text = expression(periods)
            assert opening_hours.validate(text) or not text, listing.id
        for lang, moment in zip(langs, (then, now), strict=True):
            view = listing_view(listing, t=translator(lang), now=moment)
            assert view.title, listing.id
            assert view.status.sentence, listing.id
            assert "%(" not in repr(view), listing.id
