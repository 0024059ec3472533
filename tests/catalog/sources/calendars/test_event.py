from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from catalog.model import Kind, Period, Place, Slot, Text
from catalog.sources.calendars.event import listing_id
from catalog.sources.draft import Draft, Rejection, Withdrawal
from tests.catalog.sources.calendars.files import (
    calendar,
    kinds_of,
    listing,
    only,
    read,
    vevent,
)
from tests.catalog.sources.days import days_of

if TYPE_CHECKING:
    from pathlib import Path

MARKET = Slot(time(8), time(12, 30))
OUTLOOK = """BEGIN:VTIMEZONE
TZID:Bureau de Carmaux
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=SECONDLY
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE"""


def days(*said: str) -> set[tuple[date, Slot | None]]:
    return {(date.fromisoformat(day), MARKET) for day in said}


def override(rid: str, *more: str, params: str = ";TZID=Europe/Paris", **replaced: str) -> str:
    line = f"RECURRENCE-ID{params}:{rid}"
    return vevent(line, *more, without="LOCATION GEO SUMMARY", **replaced)


def test_a_plain_event(tmp_path: Path) -> None:
    found = only(tmp_path, calendar(vevent(), head="X-WR-CALNAME:Marchés du Ségala"))
    one = found.listing
    assert one.id == "ical:market-1"
    assert (one.kinds, one.concepts) == ((Kind.MARKET, Kind.EVENT), ("market",))
    assert one.place == Place(44.0512, 2.1571, ("Place Gambetta",), "81400", "Carmaux")
    assert one.dates == (Period(date(2026, 12, 4), date(2026, 12, 4), slots=(MARKET,)),)
    assert (one.sources[0].record, one.sources[0].publisher) == ("market-1", "Marchés du Ségala")
    assert (found.warnings, found.to_verify, one.cancelled) == ((), False, False)


@pytest.mark.parametrize(
    ("start", "end", "slot"),
    [
        ("DTSTART:20261204T070000Z", "DTEND:20261204T113000Z", MARKET),
        ("DTSTART:20260704T060000Z", "DTEND:20260704T103000Z", MARKET),
        ("DTSTART;TZID=Europe/Paris:20261204T080000", "DURATION:PT4H30M", MARKET),
        ("DTSTART:20261204T080000", "DTEND:20261204T123000", MARKET),
        ("DTSTART;TZID=Romance Standard Time:20261204T080000", "DURATION:PT270M", MARKET),
        ("DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Paris:20261204T080000", "", None),
        ("DTSTART;TZID=Europe/London:20261204T070000", "DTEND:20261204T113000Z", MARKET),
        ('DTSTART;TZID="Bureau de Carmaux":20260704T080000', "DTEND:20260704T103000Z", MARKET),
        (
            "DTSTART;TZID=Europe/Paris:20261204T2200",
            "DTEND;TZID=Europe/Paris:20261205T020000",
            None,
        ),
    ],
)
def test_clocks(tmp_path: Path, start: str, end: str, slot: Slot | None) -> None:
    content = calendar(vevent(start, end, without="DTSTART DTEND"), head=OUTLOOK)
    found = only(tmp_path, content)
    (period,) = found.listing.dates
    assert found.warnings == ()
    if slot is None:
        slot = Slot(time(22), time(2)) if "T2200" in start else Slot(time(8))
    assert period.slots == (slot,)


@pytest.mark.parametrize(
    ("start", "kind", "hour"),
    [
        ("DTSTART;TZID=Europe/Paris:20261204T070000Z", "utc_with_zone", 8),
        ("DTSTART;TZID=Chez moi:20261204T080000", "zone_unknown", 8),
    ],
)
def test_doubtful_clocks(tmp_path: Path, start: str, kind: str, hour: int) -> None:
    found = only(tmp_path, calendar(vevent(start, without="DTSTART DTEND")))
    assert found.listing.dates[0].slots == (Slot(time(hour)),)
    assert kinds_of(found) == [kind]


@pytest.mark.parametrize(
    ("end", "last"),
    [
        ("DTEND;VALUE=DATE:20261227", "2026-12-26"),
        ("DTEND;VALUE=DATE:20261225", "2026-12-24"),
        ("DTEND;VALUE=DATE:20261224", "2026-12-24"),
        ("", "2026-12-24"),
        ("DURATION:P3D", "2026-12-26"),
        ("DURATION:P1W", "2026-12-30"),
    ],
)
def test_whole_days_end_before_their_end(tmp_path: Path, end: str, last: str) -> None:
    lines = ("DTSTART;VALUE=DATE:20261224", *([end] if end else []))
    one = listing(tmp_path, *lines, without="DTSTART DTEND")
    assert one.dates == (Period(date(2026, 12, 24), date.fromisoformat(last)),)


def test_a_weekly_market_over_the_change_of_clocks(tmp_path: Path) -> None:
    one = listing(tmp_path, "RRULE:FREQ=WEEKLY;UNTIL=20270402T060000Z")
    kept = days_of(one.dates)
    assert {slot for _, slot in kept} == {MARKET}
    assert len(kept) == 18
    assert max(day for day, _ in kept) == date(2027, 4, 2)
    utc = listing(
        tmp_path,
        *("DTSTART:20261204T070000Z", "DTEND:20261204T113000Z", "RRULE:FREQ=WEEKLY;COUNT=18"),
        without="DTSTART DTEND",
    )
    assert (date(2027, 4, 2), Slot(time(9), time(13, 30))) in days_of(utc.dates)


def test_added_and_excluded_dates(tmp_path: Path) -> None:
    one = listing(
        tmp_path,
        "RRULE:FREQ=WEEKLY;COUNT=4",
        "RDATE;TZID=Europe/Paris:20261224T080000,20261231T080000",
        "RDATE;VALUE=DATE:20270108",
        "EXDATE;TZID=Europe/Paris:20261211T080000",
        "EXDATE;VALUE=DATE:20261218",
        "EXDATE:20261225T070000Z",
    )
    assert days_of(one.dates) == days("2026-12-04", "2026-12-24", "2026-12-31", "2027-01-08")


def test_added_periods(tmp_path: Path) -> None:
    one = listing(
        tmp_path,
        "RDATE;VALUE=PERIOD:20261210T130000Z/20261210T150000Z,20261211T130000Z/PT1H",
    )
    assert days_of(one.dates) - days("2026-12-04") == {
        (date(2026, 12, 10), Slot(time(14), time(16))),
        (date(2026, 12, 11), Slot(time(14), time(15))),
    }


def test_moved_cancelled_and_renamed_dates(tmp_path: Path) -> None:
    found = only(
        tmp_path,
        calendar(
            override("20261211T080000", DTSTART="20261212T090000", DTEND="20261212T120000"),
            vevent("RRULE:FREQ=WEEKLY;COUNT=4"),
            override("20261218T080000", "STATUS:CANCELLED"),
            vevent(
                "RECURRENCE-ID:20261225T070000Z",
                without="LOCATION GEO",
                DTSTART="20261225T080000",
                DTEND="20261225T123000",
                SUMMARY="Marché de Noël",
            ),
        ),
    )
    assert days_of(found.listing.dates) == days("2026-12-04", "2026-12-25") | {
        (date(2026, 12, 12), Slot(time(9), time(12)))
    }
    notes = {str(p.start): [t.text for t in p.note.texts] for p in found.listing.dates}
    assert notes["2026-12-25"] == ["Marché de Noël"]
    assert notes["2026-12-12"] == []
    assert kinds_of(found) == ["occurrence_cancelled"]


def test_this_and_all_that_follow(tmp_path: Path) -> None:
    later = override(
        "20261218T080000",
        params=";RANGE=THISANDFUTURE;TZID=Europe/Paris",
        DTSTART="20261218T090000",
        DTEND="20261218T110000",
    )
    one = only(tmp_path, calendar(vevent("RRULE:FREQ=WEEKLY;COUNT=4"), later)).listing
    assert days_of(one.dates) == days("2026-12-04", "2026-12-11") | {
        (date(2026, 12, day), Slot(time(9), time(11))) for day in (18, 25)
    }
    gone = override(
        "20261218T080000", "STATUS:CANCELLED", params=";RANGE=THISANDFUTURE;TZID=Europe/Paris"
    )
    one = only(tmp_path, calendar(vevent("RRULE:FREQ=WEEKLY;COUNT=4"), gone)).listing
    assert days_of(one.dates) == days("2026-12-04", "2026-12-11")


def test_a_date_elsewhere_is_a_listing_of_its_own(tmp_path: Path) -> None:
    moved = vevent(
        "RECURRENCE-ID;TZID=Europe/Paris:20261211T080000",
        without="SUMMARY",
        DTSTART="20261211T080000",
        DTEND="20261211T123000",
        LOCATION="Halle\\, 81190 Mirandol",
        GEO="44.1422;2.1666",
    )
    results = read(tmp_path, calendar(vevent("RRULE:FREQ=WEEKLY;COUNT=3"), moved))
    main, other = [one.listing for one in results if isinstance(one, Draft)]
    assert days_of(main.dates) == days("2026-12-04", "2026-12-18")
    assert other.id == "ical:market-1-20261211T080000"
    assert other.name == main.name
    assert (other.place.commune, days_of(other.dates)) == ("Mirandol", days("2026-12-11"))


def test_changed_dates_without_their_event(tmp_path: Path) -> None:
    lost = [
        vevent(f"RECURRENCE-ID:{day}T070000Z", DTSTART=f"{day}T080000", DTEND=f"{day}T123000")
        for day in ("20261204", "20261211")
    ]
    one = only(tmp_path, calendar(*lost)).listing
    assert days_of(one.dates) == days("2026-12-04", "2026-12-11")


def test_the_newest_of_two_copies(tmp_path: Path) -> None:
    old = vevent("SEQUENCE:1", "LAST-MODIFIED:20260101T000000Z", SUMMARY="Ancien")
    new = vevent("SEQUENCE:2", "LAST-MODIFIED:20260301T000000Z", SUMMARY="Nouveau")
    for events in ((old, new), (new, old)):
        found = only(tmp_path, calendar(*events))
        assert found.listing.name.texts[0].text == "Nouveau"
        assert found.listing.confirmed == date(2026, 3, 1)
        assert kinds_of(found) == ["duplicate_id"]


def test_cancelled_by_status_name_or_method(tmp_path: Path) -> None:
    assert listing(tmp_path, "STATUS:CANCELLED").cancelled
    assert listing(tmp_path, SUMMARY="Marché ANNULÉ").cancelled
    assert not listing(tmp_path, "STATUS:CONFIRMED").cancelled
    bare = "BEGIN:VEVENT\r\nUID:market-1\r\nSEQUENCE:3\r\nEND:VEVENT\r\n"
    cancel = calendar(bare, head="METHOD:CANCEL")
    one = only(tmp_path, calendar(vevent()) + cancel).listing
    assert one.cancelled
    assert days_of(one.dates) == days("2026-12-04")
    assert read(tmp_path, cancel) == [Withdrawal("ical", listing_id("market-1"))]


def test_all_dates_cancelled_is_cancelled(tmp_path: Path) -> None:
    gone = [override(f"{day}T080000", "STATUS:CANCELLED") for day in ("20261204", "20261211")]
    one = only(tmp_path, calendar(vevent("RRULE:FREQ=WEEKLY;COUNT=2"), *gone)).listing
    assert one.cancelled
    assert days_of(one.dates) == days("2026-12-04", "2026-12-11")


def test_a_rule_that_is_not_followed_keeps_the_dates_written_out(tmp_path: Path) -> None:
    found = only(
        tmp_path,
        calendar(vevent("RRULE:FREQ=SECONDLY", "RDATE;TZID=Europe/Paris:20261211T080000")),
    )
    assert days_of(found.listing.dates) == days("2026-12-04", "2026-12-11")
    assert kinds_of(found) == ["recurrence_left_out"]


def test_a_first_date_off_the_rule_is_kept(tmp_path: Path) -> None:
    found = only(tmp_path, calendar(vevent("RRULE:FREQ=WEEKLY;BYDAY=SA;COUNT=1")))
    assert days_of(found.listing.dates) == days("2026-12-04", "2026-12-05")
    assert kinds_of(found) == ["recurrence_off_start"]


def test_without_end_for_400_days(tmp_path: Path) -> None:
    found = only(tmp_path, calendar(vevent("RRULE:FREQ=WEEKLY")))
    kept = days_of(found.listing.dates)
    assert max(day for day, _ in kept) == date(2027, 12, 24)
    assert len(found.listing.dates) == 1
    assert kinds_of(found) == ["recurrence_without_end"]


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        (vevent(without="UID"), "field UID: the event has no identifier"),
        (vevent(without="SUMMARY"), "field SUMMARY: the event has no title"),
        (vevent(without="DTSTART"), "field DTSTART: the event has no date that can be read"),
        (vevent(DTSTART="20261304T080000"), "field DTSTART: the event has no date"),
        (vevent(without="GEO"), "field GEO: the event has no coordinates; write GEO:latitude"),
        (vevent(GEO="0;0"), "field GEO: 0, 0 is not in France"),
        (vevent("CLASS:PRIVATE"), "field CLASS: the event is private"),
    ],
)
def test_what_is_rejected(tmp_path: Path, event: str, reason: str) -> None:
    (result,) = read(tmp_path, calendar(event))
    assert isinstance(result, Rejection)
    assert result.reason.startswith(reason)
    assert result.id == ("agenda.ics, event 1" if "UID" in reason else "market-1")


def test_answers_to_invitations_are_no_events(tmp_path: Path) -> None:
    (result,) = read(tmp_path, calendar(vevent(), head="METHOD:REPLY"))
    assert isinstance(result, Rejection)


def test_tentative_waits_for_a_person(tmp_path: Path) -> None:
    assert only(tmp_path, calendar(vevent("STATUS:TENTATIVE"))).to_verify


def test_positions(tmp_path: Path) -> None:
    apple = (
        'X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-ADDRESS="1 rue X\\n81000 Albi";'
        'X-TITLE="Halle, centre":geo:43.92,2.14'
    )
    place = listing(tmp_path, apple, without="GEO LOCATION").place
    assert place == Place(43.92, 2.14, ("Halle", "centre", "1 rue X"), "81000", "Albi")
    assert listing(tmp_path, GEO="44.0512,2.1571").place.longitude == 2.1571
    found = only(tmp_path, calendar(vevent(without="GEO"), head="GEO:44.06;2.15"))
    assert found.listing.place.latitude == 44.06
    assert kinds_of(found) == ["place_of_calendar"]
    assert kinds_of(only(tmp_path, calendar(vevent(GEO="2.1571;44.0512")))) == [
        "coordinates_exchanged"
    ]


def test_texts(tmp_path: Path) -> None:
    one = listing(
        tmp_path,
        "SUMMARY;LANGUAGE=fr-FR:Marché\\, le grand",
        "SUMMARY;LANGUAGE=oc:Mercat",
        "DESCRIPTION:Un marché\\n de plein",
        "  vent \\; tout l'été",
        without="SUMMARY",
    )
    assert one.name.texts == (Text("fr", "Marché, le grand"), Text("oc", "Mercat"))
    assert one.description.texts == (Text("fr", "Un marché\nde plein vent ; tout l'été"),)
    html = "X-ALT-DESC;FMTTYPE=text/html:<html><head><title>x</title></head><p>Un marché</p></html>"
    assert listing(tmp_path, html).description.texts[0].text == "Un marché"


def test_categories_links_and_pictures(tmp_path: Path) -> None:
    one = listing(
        tmp_path,
        "CATEGORIES:Concert,Terroir\\, saveurs",
        "CATEGORIES:terroir\\, saveurs",
        "URL:https://carmaux.fr/marche",
        "IMAGE;VALUE=URI;FMTTYPE=image/png:https://carmaux.fr/a.png",
        "ATTACH;FMTTYPE=image/jpeg:https://carmaux.fr/b.jpg",
        "ATTACH;FMTTYPE=application/pdf:https://carmaux.fr/c.pdf",
        "ATTACH;VALUE=BINARY;ENCODING=BASE64:" + "QUJD" * 50_000,
        SUMMARY="X",
    )
    assert (one.concepts, one.themes) == (("concert",), ("ical:terroir saveurs",))
    assert one.contacts[0].websites == ("https://carmaux.fr/marche",)
    assert one.sources[0].url == "https://carmaux.fr/marche"
    assert [media.url[-5:] for media in one.media] == ["a.png", "b.jpg"]


def test_people_are_never_read(tmp_path: Path) -> None:
    found = only(
        tmp_path,
        calendar(
            vevent(
                "ORGANIZER;CN=Jeanne Secret:mailto:jeanne@secret.fr",
                "ATTENDEE;CN=Jeanne Secret:mailto:jeanne@secret.fr",
                "CONTACT:Jeanne Secret\\, 06 00 00 00 00",
                "COMMENT:Jeanne Secret rappelle",
                "BEGIN:VALARM",
                "DESCRIPTION:Appeler Jeanne Secret",
                "END:VALARM",
            ),
            head="X-WR-CALNAME:jeanne@secret.fr",
        ),
    )
    assert "ecret" not in repr(found)


def test_ids() -> None:
    assert listing_id("a.b:c-1") == "ical:a.b:c-1"
    odd = listing_id("54284894//48919824//20171002T080000Z")
    assert odd.startswith("ical:54284894-48919824-20171002T080000Z-")
    assert listing_id("a/b") != listing_id("a_b") != listing_id("a b")
    assert listing_id("a/b") == listing_id("a/b")
