from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

import catalog
from catalog.geo import Box, Point
from catalog.hours import coming_dates
from catalog.model import LANGUAGES, Kind, LabelStatus, Listing
from catalog.sources.draft import Draft, Found, Rejection
from catalog.sources.formats import open_source
from catalog.text import fold
from catalog.vocabulary import concepts

FOLDER = Path(catalog.__file__).parent / "demonstration"
TODAY = date(2026, 11, 21)

KIOSK_SUMMARY = 240
PHONES = {"+33563767667"}
TERRITORY = Box(43.7, 1.2, 44.5, 3.9)
BOXES = {
    "Tarn": Box(43.9, 1.6, 44.2, 2.45),
    "Tarn-et-Garonne": Box(43.9, 1.3, 44.35, 2.05),
    "Aveyron": Box(44.1, 1.85, 44.45, 2.7),
    "Gard": Box(43.85, 3.35, 44.2, 3.8),
    "Hérault": Box(43.8, 3.4, 44.0, 3.85),
}


@pytest.fixture(scope="module")
def results() -> list[Found]:
    return list(open_source(FOLDER).read(TODAY))


@pytest.fixture(scope="module")
def listings(results: list[Found]) -> list[Listing]:
    return [result.listing for result in results if isinstance(result, Draft)]


def fictional(listing: Listing) -> bool:
    return "demonstration" in listing.id.removeprefix("demonstration:")


def test_nothing_is_refused_and_nothing_is_doubtful(
    results: list[Found],
) -> None:
    assert [result for result in results if isinstance(result, Rejection)] == []
    cautions = [w for result in results if isinstance(result, Draft) for w in result.warnings]
    assert cautions == []


def test_there_is_enough_of_every_kind(listings: list[Listing]) -> None:
    counts = Counter(listing.kind for listing in listings)
    assert sum(counts.values()) >= 150
    assert {kind: counts[kind] for kind in Kind if counts[kind] < 5} == {}


def test_it_says_that_it_is_a_demonstration(listings: list[Listing]) -> None:
    assert {source.name for listing in listings for source in listing.sources} == {"demonstration"}


def test_every_word_is_of_the_vocabulary(listings: list[Listing]) -> None:
    used = {
        term
        for listing in listings
        for term in (*listing.concepts, *listing.themes, *listing.audience, *listing.amenities)
    }
    assert used <= concepts().keys()
    assert all(listing.concepts for listing in listings)


def test_everything_is_told_in_french_and_english_and_fits(listings: list[Listing]) -> None:
    for listing in listings:
        assert listing.name.get("fr"), listing.id
        assert listing.summary.get("fr"), listing.id
        assert listing.summary.get("en"), listing.id
        for text in listing.summary.texts:
            assert len(text.text) <= KIOSK_SUMMARY, (listing.id, text.lang)
            assert text.text.endswith((".", "?")), (listing.id, text.lang)


def test_the_main_ones_speak_all_eight_languages(listings: list[Listing]) -> None:
    spoken = [all(listing.summary.get(lang) for lang in LANGUAGES) for listing in listings]
    assert sum(spoken) >= 60


def test_a_summary_is_never_the_same_in_two_languages(listings: list[Listing]) -> None:
    for listing in listings:
        texts = [text.text for text in listing.summary.texts]
        assert len(set(texts)) == len(texts), listing.id


def test_places_stand_where_their_department_is(listings: list[Listing]) -> None:
    for listing in listings:
        place = listing.place
        point = Point(place.latitude, place.longitude)
        assert TERRITORY.holds(point), listing.id
        if place.department is None:
            assert place.commune is None, listing.id
            continue
        assert BOXES[place.department].holds(point), listing.id
        assert place.insee is not None
        assert place.postcode is not None
        assert place.insee[:2] == place.postcode[:2], listing.id


def test_no_two_listings_stand_on_the_same_spot_with_the_same_name(
    listings: list[Listing],
) -> None:
    spots = Counter((fold(listing.name.texts[0].text), listing.place.insee) for listing in listings)
    assert [spot for spot, count in spots.items() if count > 1] == []


@pytest.mark.parametrize(
    "after", [date(2024, 2, 29), date(2026, 11, 21), date(2027, 6, 30), date(2041, 12, 31)]
)
def test_events_come_back_in_every_year(listings: list[Listing], after: date) -> None:
    dated = [listing for listing in listings if Kind.EVENT in listing.kinds and listing.dates]
    assert len(dated) >= 20
    for listing in dated:
        assert coming_dates(listing.dates, after, limit=1), listing.id


def test_an_event_whose_days_are_not_known_says_so(listings: list[Listing]) -> None:
    for listing in listings:
        if Kind.EVENT in listing.kinds and not listing.dates:
            said = listing.practical.get("fr")
            assert said is not None, listing.id
            assert said.text.startswith("Jours à confirmer"), listing.id


def test_heritage_days_fall_on_one_weekend(listings: list[Listing]) -> None:
    (days,) = (item.dates for item in listings if item.id == "demonstration:jep-segala")
    for year, saturday in ((2024, 21), (2025, 20), (2026, 19), (2027, 18)):
        expected = (date(year, 9, saturday), date(year, 9, saturday + 1))
        assert coming_dates(days, date(year, 9, 1), limit=2) == expected


def test_nothing_is_dated_in_one_year_only(listings: list[Listing]) -> None:
    for listing in listings:
        for period in (*listing.openings, *listing.dates):
            assert not isinstance(period.start, date), listing.id
            assert not isinstance(period.end, date), listing.id


def test_no_person_and_no_invented_contact(listings: list[Listing]) -> None:
    contacts = [contact for listing in listings for contact in listing.contacts]
    assert {phone for contact in contacts for phone in contact.phones} == PHONES
    assert not any(contact.emails or contact.websites for contact in contacts)
    assert not any(listing.media or listing.place.street for listing in listings)


def test_only_the_fictional_records_state_prices_and_access(listings: list[Listing]) -> None:
    made_up = [listing for listing in listings if fictional(listing)]
    assert 1 <= len(made_up) <= 14
    for listing in made_up:
        assert "démonstration" in listing.name.texts[0].text
        assert (french := listing.summary.get("fr")) is not None
        assert french.text.startswith("Fiche fictive")
    for listing in listings:
        if not fictional(listing):
            assert all(price.free for price in listing.prices), listing.id
            assert listing.access.wheelchair is None, listing.id


def test_the_fictional_records_show_every_feature(listings: list[Listing]) -> None:
    made_up = [listing for listing in listings if fictional(listing)]
    openings = [period for listing in made_up for period in listing.openings]
    assert any(len(period.slots) == 2 for period in openings)
    assert any(period.closed for period in openings)
    assert any(slot.closes is None for period in openings for slot in period.slots)
    assert any(len(listing.access.marks) == 4 for listing in made_up)
    assert {listing.access.wheelchair for listing in made_up} == {None, True, False}
    assert {listing.pets for listing in made_up} == {None, True, False}
    statuses = {label.status for listing in made_up for label in listing.labels}
    assert statuses == set(LabelStatus)
    assert any(len(listing.prices) >= 4 for listing in made_up)


def test_the_candidate_viaduct_is_not_called_a_world_heritage_site(
    listings: list[Listing],
) -> None:
    (viaduct,) = (item for item in listings if item.id == "demonstration:viaduc-du-viaur")
    assert "unesco" not in {label.id for label in viaduct.labels}
    everything = " ".join(
        text.text for texts in (viaduct.summary, viaduct.description) for text in texts.texts
    )
    assert "unesco" not in fold(everything)
