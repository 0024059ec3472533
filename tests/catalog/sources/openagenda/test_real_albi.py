"""The agenda of Albi, compared with the raw file field by field."""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from catalog.clock import PARIS
from catalog.errors import Unreadable
from catalog.model import Slot
from catalog.sources.draft import Draft
from catalog.sources.formats import open_source
from catalog.text import clean_line
from tests.catalog.sources.days import days_of
from tests.catalog.sources.openagenda.events import RETRIEVED

ROOT = Path(__file__).resolve().parents[4]
FOLDER = ROOT.parent / "shared" / "data" / "events" / "openagenda"

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the real agenda is not beside the repository (../shared/data)"
)


@pytest.fixture(scope="module")
def raw() -> dict[str, dict[str, Any]]:
    events = json.loads((FOLDER / "albi-events.json").read_text(encoding="utf-8"))
    return {f"openagenda:{event['uid']}": event for event in events}


@pytest.fixture(scope="module")
def drafts() -> list[Draft]:
    results = list(open_source(FOLDER / "albi-events.json").read(RETRIEVED))
    assert all(isinstance(result, Draft) for result in results)
    return [result for result in results if isinstance(result, Draft)]


def test_every_event_is_in_one_listing(drafts: list[Draft], raw: dict[str, Any]) -> None:
    ids = Counter(id for one in drafts for id in (one.listing.id, *one.listing.same_as))
    assert set(ids) == set(raw)
    assert max(ids.values()) == 1
    assert (len(raw), len(drafts)) == (75, 63)  # thirteen Saturdays of one market are one
    assert not any(one.to_verify or one.listing.cancelled for one in drafts)


def test_every_timing_is_kept_and_no_other(drafts: list[Draft], raw: dict[str, Any]) -> None:
    count = 0
    for one in drafts:
        stated = set()
        for id in (one.listing.id, *one.listing.same_as):
            for timing in raw[id]["timings"]:
                begin, end = (
                    datetime.fromisoformat(timing[key]).astimezone(PARIS)
                    for key in ("begin", "end")
                )
                stated.add((begin.date(), Slot(begin.time(), end.time())))
                count += 1
        assert days_of(one.listing.dates) == stated
    assert count == 97


def test_names_places_prices_and_bookings(drafts: list[Draft], raw: dict[str, Any]) -> None:
    for one in drafts:
        event = raw[one.listing.id]
        assert one.listing.name.texts[0].text.lower() == clean_line(event["title"]["fr"]).lower()
        place, location = one.listing.place, event["location"]
        assert (place.latitude, place.longitude) == (location["latitude"], location["longitude"])
        assert (place.insee, place.commune) == (location["insee"], location["city"])
        assert len(one.listing.prices) == bool(event["conditions"])
        free = event["conditions"].get("fr", "").startswith("gratuit")
        assert any(price.free for price in one.listing.prices) is free
        booking = [contact for contact in one.listing.contacts if contact.role == "booking"]
        assert len(booking) == bool(event["registration"])
        assert len(one.listing.media) == bool(event["image"])
        keywords = {word for words in event["keywords"].values() for word in words}
        assert len(one.listing.themes) + len(one.listing.concepts) >= len(keywords)


def test_the_settings_are_refused() -> None:
    with pytest.raises(Unreadable, match="hold no event"):
        open_source(FOLDER / "agenda.json")
