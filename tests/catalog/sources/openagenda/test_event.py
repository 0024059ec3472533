from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from catalog.model import Kind, Period, Place, Slot, Text
from catalog.sources.draft import Rejection, Withdrawal
from catalog.sources.openagenda.event import read_event
from tests.catalog.sources.openagenda.events import (
    RETRIEVED,
    draft,
    event,
    kinds_of,
    listing,
    timing,
)


def test_a_plain_event() -> None:
    found = draft()
    one = found.listing
    assert one.id == "openagenda:7001"
    assert (one.kinds, one.concepts) == ((Kind.EVENT,), ("flea_market",))
    assert one.name.texts == (Text("fr", "La Brocante de la Verrerie"),)
    assert one.place == Place(
        44.0512,
        2.1571,
        ("Place de la Verrerie", "Allée du parc"),
        "81400",
        "Carmaux",
        "81060",
        "81",
    )
    day = date(2026, 12, 5)
    assert one.dates == (Period(day, day, slots=(Slot(time(7), time(12, 30)),)),)
    (source,) = one.sources
    assert (source.record, source.updated, source.publisher) == (
        "7001",
        date(2026, 10, 2),
        "Agenda du Ségala",
    )
    assert (found.warnings, found.to_verify, one.cancelled) == ((), False, False)
    assert (one.access.wheelchair, one.prices, one.audience, one.contacts) == (None, (), (), ())


def test_every_timing_and_several_a_day() -> None:
    one = listing(
        timings=[
            timing("2026-12-05T10:00:00.000+01:00", "2026-12-05T12:00:00.000+01:00"),
            timing("2026-12-05T13:00:00Z", "2026-12-05T15:00:00Z"),
            timing("2026-12-31T22:00:00+01:00", "2027-01-01T03:00:00+01:00"),
            timing("2026-07-05T20:00:00Z", "2026-07-05T21:00:00Z"),
        ]
    )
    assert [(str(p.start), p.slots) for p in one.dates] == [
        ("2026-07-05", (Slot(time(22), time(23)),)),
        ("2026-12-05", (Slot(time(10), time(12)), Slot(time(14), time(16)))),
        ("2026-12-31", (Slot(time(22), time(3)),)),
    ]


def test_an_export_without_all_timings_keeps_those_it_has() -> None:
    found = draft(
        timings=None,
        firstTiming=timing("2026-12-05T07:00:00+01:00", "2026-12-05T12:00:00+01:00"),
        nextTiming=timing("2026-12-12T07:00:00+01:00", "2026-12-12T12:00:00+01:00"),
        lastTiming=timing("2026-12-12T07:00:00+01:00", "2026-12-12T12:00:00+01:00"),
    )
    assert [str(p.start) for p in found.listing.dates] == ["2026-12-05", "2026-12-12"]
    assert kinds_of(found) == ["dates_incomplete"]
    assert kinds_of(draft(timings=[])) == ["event_without_dates"]


def test_a_broken_timing_costs_no_other() -> None:
    found = draft(
        timings=[timing("2026-02-30T10:00:00Z"), {}, None, timing("2026-12-05T10:00:00+01:00")]
    )
    assert [p.slots for p in found.listing.dates] == [(Slot(time(10)),)]
    assert kinds_of(found) == ["impossible_date"] * 3


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"uid": None}, "field uid: the event has no identifier"),
        ({"uid": "a b"}, "field uid: the event has no identifier"),
        ({"title": {"fr": "  "}}, "field title: the event has no title"),
        ({"attendanceMode": 2}, "field attendanceMode: online only, there is nowhere to go"),
        ({"attendanceMode": {"id": 2, "label": {"fr": "En ligne"}}}, "field attendanceMode:"),
        ({"status": 3}, "field status: moved online, there is nowhere to go"),
        ({"private": 1}, "field private: the agenda keeps the event from the public"),
        ({"location": None}, "field location: the event states no place"),
        ({"location": {"latitude": 48.85}}, "field location: latitude or longitude is missing"),
        ({"location": {"latitude": 0, "longitude": 0}}, "field location: 0, 0 is not in France"),
    ],
)
def test_what_is_rejected(fields: dict[str, Any], reason: str) -> None:
    result = read_event(event() | fields, RETRIEVED, where="f, event 1")
    assert isinstance(result, Rejection)
    assert result.reason.startswith(reason)
    assert result.id == ("7001" if "uid" not in fields else "f, event 1")


def test_removed_events_are_withdrawn() -> None:
    assert read_event({"uid": 5, "removed": 1, "updatedAt": "x"}, RETRIEVED) == Withdrawal(
        "openagenda",
        "openagenda:5",  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("fields", "waits"),
    [
        ({"state": 2}, False),
        ({"state": None}, False),
        ({"state": {"id": 2, "label": {}}}, False),
        ({"state": 1}, True),
        ({"state": 0}, True),
        ({"state": -1}, True),
        ({"draft": 1}, True),
        ({"addMethod": "contribution"}, False),
    ],
)
def test_what_is_not_published_waits_for_a_person(fields: dict[str, Any], waits: bool) -> None:
    assert draft(**fields).to_verify is waits


def test_status() -> None:
    assert listing(status=6).cancelled
    assert listing(title={"fr": "Brocante ANNULÉE"}).cancelled
    for status, french in ((2, "Dates modifiées"), (4, "Reporté"), (5, "Complet")):
        (period,) = listing(status=status).dates
        assert len(period.note.texts) == 8
        said = period.note.get("fr")
        assert said is not None
        assert said.text.startswith(french)
    assert kinds_of(draft(status=9)) == ["status_unknown"]
    assert not listing(status=1).dates[0].note


@pytest.mark.parametrize(
    ("wordings", "free"),
    [
        ({"fr": "Gratuit"}, True),
        ({"fr": "gratuit et ouvert à tous", "en": "Free"}, True),
        ({"fr": "Gratuit", "en": "Free for members, 5 € for others"}, False),
        ({"fr": "Gratuit pour les moins de 12 ans"}, False),
        ({"fr": "Plein 26€ | Réduit 20€"}, False),
    ],
)
def test_conditions(wordings: dict[str, str], free: bool) -> None:
    (price,) = listing(conditions=wordings).prices
    assert price.free is free
    assert (price.minimum, price.maximum) == (None, None)
    assert {text.lang: text.text for text in price.note.texts} == wordings


def test_access() -> None:
    one = listing(accessibility={"mi": True, "hi": True, "vi": False}).access
    assert one.wheelchair is True
    assert one.marks == ()  # it is no label
    assert {text.lang for text in one.note.texts} == {
        *("fr", "en", "de", "es", "it", "nl", "oc", "ca")
    }
    assert one.note.texts[0].text == "Accueil adapté\u00a0: handicap auditif"
    assert listing(accessibility={"mi": False}).access.wheelchair is None
    assert listing(accessibility=None).access.wheelchair is None


@pytest.mark.parametrize(
    ("ages", "terms", "french"),
    [
        ((3, 10), ("kids", "openagenda:age-3-10"), "de 3 à 10 ans"),
        ((0, 3), ("toddlers", "openagenda:age-0-3"), "jusqu’à 3 ans"),
        ((12, 17), ("teens", "openagenda:age-12-17"), "de 12 à 17 ans"),
        ((18, 99), ("adults", "openagenda:age-18"), "à partir de 18 ans"),
        ((7, None), ("openagenda:age-7",), "à partir de 7 ans"),
        ((0, 99), (), ""),
        ((None, None), (), ""),
    ],
)
def test_ages(ages: tuple[int, int], terms: tuple[str, ...], french: str) -> None:
    found = draft(age=dict(zip(("min", "max"), ages, strict=True)))
    assert found.listing.audience == terms
    labels = dict(found.terms)
    assert [labels[term].texts[0].text for term in labels] == ([french] if french else [])


def test_ages_that_cannot_be() -> None:
    assert kinds_of(draft(age={"min": 12, "max": 3})) == ["age_reversed"]
    assert kinds_of(draft(age={"min": -4, "max": 999})) == ["age_impossible"] * 2


def test_contacts_of_the_place_and_for_booking() -> None:
    location = event()["location"] | {"phone": "0563760000", "website": "www.carmaux.fr"}
    info, booking = listing(
        location=location,
        registration=[
            {"type": "phone", "value": "05 63 76 00 01"},
            {"type": "email", "value": "salle@carmaux.fr"},
            {"type": "link", "value": "https://carmaux.fr/billets"},
            "https://carmaux.fr/@salle",
            "06 00 00 00 01",
            "accueil@carmaux.fr",
        ],
    ).contacts
    assert (info.role, info.phones, info.websites) == (
        "info",
        ("+33563760000",),
        ("http://www.carmaux.fr",),
    )
    assert booking.role == "booking"
    assert booking.phones == ("+33563760001", "+33600000001")
    assert booking.emails == ("salle@carmaux.fr", "accueil@carmaux.fr")
    assert booking.websites == ("https://carmaux.fr/billets", "https://carmaux.fr/@salle")


def test_people_are_never_read() -> None:
    found = draft(
        contributor={"name": "Jeanne Secret", "email": "jeanne@secret.fr"},
        member={"name": "Jeanne Secret"},
        motive="Jeanne Secret a relu",
        creatorUid=424242,
    )
    assert "ecret" not in repr(found)
    assert "424242" not in repr(found)


def test_pictures() -> None:
    image = {"base": "https://cdn.x.org/", "filename": "a.base.image.jpg?_ts=1"}
    (media,) = listing(image=image, imageCredits="© Ville").media
    assert (media.url, media.mime, media.credit, media.main) == (
        "https://cdn.x.org/a.base.image.jpg?_ts=1",
        "image/jpeg",
        "© Ville",
        True,
    )
    assert listing(image="https://cdn.x.org/b.png").media[0].mime == "image/png"
    assert kinds_of(draft(image={"base": "??", "filename": ""})) == ["media_address_unreadable"]


def test_keywords_and_labelled_choices_of_the_agenda() -> None:
    found = draft(
        title={"fr": "X"},
        keywords={"fr": ["Concert", "Scène nationale", "scène  nationale"], "en": ["blown glass"]},
        categories={"id": 3, "label": {"en": "Heritage", "fr": "Patrimoine"}},
        types_de_publics=[{"id": 1, "label": {"fr": "Tout public"}}, 19],
    )
    assert found.listing.concepts == ("concert",)
    assert found.listing.themes == (
        "openagenda:scene nationale",
        "openagenda:blown glass",
        "openagenda:patrimoine",
        "openagenda:tout public",
    )
    labels = {term: labels.texts for term, labels in found.terms}
    assert labels["openagenda:patrimoine"] == (Text("fr", "Patrimoine"),)  # type: ignore[index]


def test_texts_in_all_languages_and_one_alone() -> None:
    one = listing(
        description={"fr": "Court", "en": "Short", "pt-BR": "Curto", "tokenpocket": "x"},
        longDescription={"fr": "## Titre\n\n**Gras** et [site](https://x.org)"},
        location=event()["location"] | {"access": {"fr": "Par le parc"}},
    )
    assert [text.lang for text in one.summary.texts] == ["fr", "en", "pt"]
    assert one.description.texts == (Text("fr", "Titre\n\nGras et site (https://x.org)"),)
    assert one.practical.texts == (Text("fr", "Par le parc"),)
    assert listing(title="Brocante seule").name.texts == (Text("fr", "Brocante seule"),)


def test_where_it_stands_online() -> None:
    one = listing(
        canonicalUrl="https://openagenda.com/x/events/y", updatedAt="2027-01-01T00:00:00Z"
    )
    assert one.sources[0].url == "https://openagenda.com/x/events/y"
    assert one.sources[0].updated is None


def test_overseas_on_the_clock_of_the_place() -> None:
    location = {"latitude": 14.6, "longitude": -61.07, "name": "La Savane"}
    one = listing(
        location=location,
        timezone="America/Martinique",
        timings=[timing("2026-12-05T23:00:00Z", "2026-12-06T01:00:00Z")],
    )
    assert one.dates[0].slots == (Slot(time(19), time(21)),)
    assert one.dates[0].start == date(2026, 12, 5)
