"""Whom somebody in need is sent to: never to a closed door."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

import pytest

from catalog.advice import Adviser
from catalog.advice.dialogue import Dialogue
from catalog.clock import PARIS
from catalog.geo import Point
from catalog.journal import Notice, NoticeKind
from catalog.model import LANGUAGES, Kind, ListingId, Period, Slot
from catalog.store.reader import Catalogue
from kiosk.ask import Setting, document, sentences
from kiosk.asker import Asker
from kiosk.counsel import say
from kiosk.i18n import translator
from tests.kiosk.app.stock import build, listing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.conversation import Reply

DAY = (Period(slots=(Slot(time(9), time(18)),)),)
ALWAYS = (Period(slots=(Slot(time(0), time(0)),)),)
NOON = datetime(2026, 7, 23, 12, tzinfo=PARIS)
NIGHT = datetime(2026, 7, 23, 3, tzinfo=PARIS)
TOWN = (
    listing("doctor", "Cabinet", Kind.HEALTH, 44.050, 2.158, concepts="doctor", openings=DAY),
    listing("silent", "Docteur muet", Kind.HEALTH, 44.049, 2.158, concepts="doctor"),
    listing("chemist", "Pharmacie", Kind.HEALTH, 44.051, 2.158, concepts="pharmacy", openings=DAY),
    listing("far-chemist", "Pharmacie de nuit", Kind.HEALTH, 44.09, 2.158, concepts="pharmacy",
            openings=ALWAYS),
    listing("aed", "Défibrillateur", Kind.HEALTH, 44.052, 2.158, concepts="defibrillator"),
    listing("police", "Gendarmerie", Kind.SERVICE, 44.053, 2.158, concepts="police"),
    listing("office", "Office", Kind.OFFICE, 44.050, 2.157, openings=DAY),
    listing("far-office", "Office lointain", Kind.OFFICE, 44.10, 2.157, openings=ALWAYS),
)  # fmt: skip


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    with Catalogue.open(build(tmp_path_factory.mktemp("help") / "c.sqlite", TOWN)) as opened:
        yield opened


def shut(record: str, kind: NoticeKind = NoticeKind.CLOSED) -> Notice:
    return Notice(
        listing=ListingId(f"test:{record}"),
        kind=kind,
        since=date(2026, 7, 1),
        until=date(2026, 7, 31),
        initials="AB",
    )


def asked(
    catalogue: Catalogue, text: str, now: datetime, *notices: Notice, lang: str = "fr"
) -> Reply:
    adviser = Adviser(catalogue)
    adviser.notices = notices
    asker = Asker(
        t=translator(lang), now=now, origin=Point(44.05, 2.158), phone="05 63 00", hours=""
    )
    return say(adviser, Dialogue(lang=lang), text, asker)


def ids(reply: Reply) -> list[str]:
    return [card.id.removeprefix("test:") for card in reply.cards]


def test_at_noon_the_nearest_who_are_open_and_a_defibrillator_of_unknown_hours(
    catalogue: Catalogue,
) -> None:
    assert ids(asked(catalogue, "urgence", NOON)) == ["doctor", "chemist", "aed", "office"]


def test_at_night_nobody_is_sent_to_a_closed_door(catalogue: Catalogue) -> None:
    reply = asked(catalogue, "urgence", NIGHT)
    assert ids(reply) == ["far-chemist", "aed", "far-office"]
    assert "112" in reply.lines[0]
    assert "05 63 00" in reply.lines[-1]


def test_what_the_staff_closed_is_passed_over(catalogue: Catalogue) -> None:
    notices = shut("doctor"), shut("chemist", NoticeKind.CANCELLED), shut("aed"), shut("office")
    assert ids(asked(catalogue, "urgence", NOON, *notices)) == ["far-chemist", "far-office"]
    warned = replace(shut("doctor"), kind=NoticeKind.WARNING)
    assert ids(asked(catalogue, "urgence", NOON, warned))[0] == "doctor"


def test_lost_property_stays_with_the_office_even_at_night(catalogue: Catalogue) -> None:
    reply = asked(catalogue, "j'ai perdu mon sac", NIGHT)
    assert ids(reply) == ["office"]
    assert "112" not in " ".join(reply.lines)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("je veux mourir", ("3114", "112")),
        ("on m'a violée", ("17", "112", "114", "3919")),
        ("we cannot find our daughter", ("112",)),
        ("urgence", ("112", "15", "18", "17", "114")),
    ],
)
def test_the_numbers_and_the_office_are_told_in_every_language(
    catalogue: Catalogue, lang: str, text: str, numbers: tuple[str, ...]
) -> None:
    reply = asked(catalogue, text, NOON, lang=lang)
    told = " ".join(reply.lines)
    assert reply.urgent
    assert [each for each in (*numbers, "05 63 00") if each not in told] == []


def test_a_chemist_wanted_in_haste_is_found_like_any_other(catalogue: Catalogue) -> None:
    reply = asked(catalogue, "pharmacie d'urgence", NOON)
    assert not reply.urgent
    assert "chemist" in ids(reply)


@pytest.mark.parametrize("text", ["my child is lost", "urgence", "je veux mourir", "Notfall"])
def test_without_a_screen_somebody_in_danger_gets_the_numbers_and_no_park(
    catalogue: Catalogue, text: str
) -> None:
    setting = Setting(here=Point(44.05, 2.158), now=NOON)
    lines, _ = sentences(text, Adviser(catalogue), setting)
    assert "112" in lines[0]
    assert not any(line.startswith("1.") for line in lines)
    assert any("Office" in line for line in lines)
    assert document(text, Adviser(catalogue), setting)["concern"] is not None
