from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.errors import Unreadable
from catalog.sources.calendars.event import read_event
from catalog.sources.draft import Draft, Rejection, Withdrawal
from catalog.sources.formats import open_source
from tests.catalog.sources.calendars.files import (
    RETRIEVED,
    calendar,
    component,
    only,
    read,
    vevent,
)

ROOT = Path(__file__).resolve().parents[4]
REAL = ROOT.parent / "shared" / "data" / "events" / "ics-templates"


def test_several_calendars_in_a_file(tmp_path: Path) -> None:
    first = calendar(vevent(UID="a", SUMMARY="Un"), head="NAME:Première")
    second = calendar(vevent(UID="b", SUMMARY="Deux"), vevent(UID="c", SUMMARY="Trois"))
    path = tmp_path / "x.ics"
    path.write_text(first + second, encoding="utf-8")
    reader = open_source(path)
    assert (reader.name, reader.total, reader.label) == ("ical", 3, "iCalendar, 3 records")
    publishers = [
        one.listing.sources[0].publisher for one in reader.read(RETRIEVED) if isinstance(one, Draft)
    ]
    assert publishers == ["Première", None, None]


def test_one_event_a_date_is_one_listing(tmp_path: Path) -> None:
    events = [
        vevent(UID=f"m-{day}", DTSTART=f"202612{day}T080000", DTEND=f"202612{day}T123000")
        for day in (11, "04", 18)
    ]
    one = only(tmp_path, calendar(*events)).listing
    assert one.id == "ical:m-04"
    assert one.same_as == ("ical:m-11", "ical:m-18")
    assert len(one.dates) == 1
    other = vevent(UID="z", LOCATION="Ailleurs", DTSTART="20261225T080000", DTEND="20261225T090000")
    assert len(read(tmp_path, calendar(*events, other))) == 2


@pytest.mark.parametrize("ends", ["\r\n", "\n", "\n\n"])
def test_line_ends(tmp_path: Path, ends: str) -> None:
    content = calendar(vevent("DESCRIPTION:Un marché de ple", " in vent")).replace("\r\n", ends)
    if ends == "\n\n":
        content = content.replace("\n\n ", "\n ")
    assert only(tmp_path, content).listing.description.texts[0].text == "Un marché de plein vent"


def test_a_fold_inside_a_letter_and_a_byte_order_mark(tmp_path: Path) -> None:
    raw = calendar(vevent("DESCRIPTION:Été")).encode().replace("É".encode(), b"\xc3\r\n \x89")
    (draft,) = read(tmp_path, b"\xef\xbb\xbf" + raw)
    assert isinstance(draft, Draft)
    assert draft.listing.description.texts[0].text == "Été"


def test_windows_1252(tmp_path: Path) -> None:
    (draft,) = read(tmp_path, calendar(vevent("DESCRIPTION:L’été à Penne")).encode("cp1252"))
    assert isinstance(draft, Draft)
    assert draft.listing.name.texts[0].text == "Marché hebdomadaire"
    assert draft.listing.description.texts[0].text == "L’été à Penne"


def test_an_event_without_its_calendar(tmp_path: Path) -> None:
    assert only(tmp_path, vevent()).listing.id == "ical:market-1"


def test_a_calendar_without_events(tmp_path: Path) -> None:
    path = tmp_path / "x.ics"
    path.write_text(calendar("BEGIN:VTODO\r\nUID:1\r\nSUMMARY:x\r\nEND:VTODO\r\n"))
    reader = open_source(path)
    assert (reader.total, list(reader.read(RETRIEVED))) == (0, [])


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (calendar(vevent())[:-17], "END:VCALENDAR is missing"),
        (calendar(vevent())[:120], "END:VEVENT is missing"),
        (calendar("END:VEVENT\r\n"), "END:VEVENT ends what did not begin"),
        (calendar("BEGIN:A\r\n" * 50), "nested too deeply"),
        (
            "BEGIN:VCALENDAR\r\n\x1b[2JBEGIN:X\r\nEND:\x1b[2JX\r\n",
            "END:2JX ends what did not begin",
        ),
    ],
)
def test_what_breaks_off_is_refused(tmp_path: Path, content: str, says: str) -> None:
    with pytest.raises(Unreadable, match=says) as refusal:
        read(tmp_path, content)
    assert refusal.value.remedy
    assert "\x1b" not in str(refusal.value)


def test_a_line_without_end(tmp_path: Path) -> None:
    content = calendar(vevent("DESCRIPTION:" + "x" * 3_000_000))
    assert only(tmp_path, content).listing.description.texts[0].text.startswith("xxx")


def test_thousands_of_lines(tmp_path: Path) -> None:
    lines = [f"EXDATE;TZID=Europe/Paris:2027{1 + n % 12:02}01T080000" for n in range(10_000)]
    assert only(tmp_path, calendar(vevent("RRULE:FREQ=WEEKLY;COUNT=3", *lines))).listing.dates


VALUES = st.text(max_size=20) | st.sampled_from(
    (
        *("20261204T080000", "20261204", "20261204T070000Z", "99991231T235959Z", "19000101"),
        *("P1D", "-PT5M", "P99999999999D", "FREQ=DAILY;COUNT=3", "FREQ=WEEKLY;UNTIL=20270101"),
        *("44.05;2.15", "CANCELLED", "3", "a\\,b\\nc", "20261204T070000Z/PT1H", "20261211/x"),
    )
)
PARAMS = st.sampled_from(
    ("", ";VALUE=DATE", ";TZID=Europe/Paris", ';TZID="x', ";TZID=;X", ";RANGE=THISANDFUTURE", ";=")
)
NAMES = st.sampled_from(
    (
        *("UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"),
        *("SUMMARY", "GEO", "STATUS", "SEQUENCE", "CATEGORIES", "LOCATION", "CLASS", "EXRULE"),
    )
)
LINES = st.lists(st.tuples(NAMES, PARAMS, VALUES).map(lambda one: f"{one[0]}{one[1]}:{one[2]}"))


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(LINES, st.sampled_from(("", "DTSTART", "DTEND", "GEO UID")))))
def test_any_lines_in_any_parts(parts: list[tuple[list[str], str]]) -> None:
    """Whatever the lines, drafts, rejections or withdrawals come out; and twice the same."""
    components = [component(vevent(*lines, without=without)) for lines, without in parts]
    components = components or [component(vevent())]
    results = read_event(components, RETRIEVED, where="f, event 1")
    assert repr(read_event(components, RETRIEVED, where="f, event 1")) == repr(results)
    assert results
    for _, result in results:
        assert isinstance(result, Draft | Rejection | Withdrawal)
        if isinstance(result, Rejection):
            assert result.id
            assert result.reason


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=200), st.integers(0, 400))
def test_any_bytes_in_a_calendar(
    tmp_path_factory: pytest.TempPathFactory, junk: bytes, at: int
) -> None:
    raw = calendar(vevent()).encode()
    path = tmp_path_factory.getbasetemp() / "fuzz.ics"
    path.write_bytes(raw[:at] + junk + raw[at:])
    try:
        results = list(open_source(path).read(RETRIEVED))
    except Unreadable:
        return
    assert all(isinstance(result, Draft | Rejection | Withdrawal) for result in results)


@pytest.mark.skipif(
    not REAL.is_dir(), reason="the real templates are not beside the repository (../shared/data)"
)
def test_the_real_templates() -> None:
    (draft,) = open_source(REAL / "event.ics").read(RETRIEVED)
    assert isinstance(draft, Draft)
    (period,) = draft.listing.dates
    assert f"{period.start} {period.slots[0].opens:%H:%M}" == "2017-10-02 10:00"
    assert draft.listing.place.latitude == 48.824478
    assert draft.listing.description.texts[0].text.endswith("events/acces-libre_337")
    with pytest.raises(Unreadable, match="END:VCALENDAR is missing"):
        open_source(REAL / "head.ics")
