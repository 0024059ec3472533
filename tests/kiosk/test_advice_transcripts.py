"""Twenty answers over the demonstration catalogue, to be read as an adviser at the counter would.

After an intended change: KIOSK_GOLDENS=write, then read the difference aloud.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from catalog.advice import Adviser
from catalog.clock import PARIS
from catalog.geo import Point
from catalog.journal import Notice, NoticeKind
from catalog.model import Kind, ListingId, Localized, TermId, Text
from catalog.request import Request
from catalog.store.reader import Catalogue
from kiosk import ask
from kiosk.i18n import translator

if TYPE_CHECKING:
    from collections.abc import Iterator

GOLDEN = Path(__file__).parent / "goldens" / "advice.txt"
NOW = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)  # a Thursday
CARMAUX = Point(44.05, 2.16)
BAN = Notice(
    listing=ListingId("demonstration:lac-de-la-roucarie"),
    kind=NoticeKind.CLOSED,
    since=date(2026, 7, 22),
    until=date(2026, 7, 31),
    initials="LD",
    text=Localized(
        (
            Text("fr", "baignade interdite, qualité de l'eau"),
            Text("nl", "baden verboden, waterkwaliteit"),
        )
    ),
)
ACTIVITY, SIGHT, WALK = Kind.ACTIVITY, Kind.ATTRACTION, Kind.ITINERARY


@dataclass(frozen=True)
class Question:
    """What was asked, and how it is to be read: the transcripts are about the answer."""

    words: str
    request: Request


def terms(*names: str) -> tuple[TermId, ...]:
    return tuple(map(TermId, names))


QUESTIONS = (
    Question(
        "waar kunnen we zwemmen met kleine kinderen, liefst een meertje",
        Request(lang="nl", types=(ACTIVITY,), themes=("swimming", "lake"), party=("kids",)),
    ),
    Question(
        "… en met hond?",
        Request(lang="nl", types=(ACTIVITY,), themes=("swimming", "lake"), party=("kids", "dog")),
    ),
    Question(
        "ados gratuit sans voiture cet aprem",
        Request(
            when="today:afternoon",
            party=("teens",),
            mobility=("public_transport",),
            max_price=0.0,
        ),
    ),
    Question(
        "Y'a un marché quelque part demain matin ?",
        Request(types=(Kind.MARKET,), when="tomorrow:morning"),
    ),
    Question(
        "un resto ouvert dimanche soir à Monestiés",
        Request(types=(Kind.FOOD,), themes=("restaurant",), when="sun:evening", where="Monestiés"),
    ),
    Question(
        "wat te doen bij slecht weer met pubers",
        Request(lang="nl", types=(ACTIVITY, SIGHT), party=("teens",), weather="rain"),
    ),
    Question(
        "easy walk about 5 miles, dog friendly",
        Request(
            lang="en",
            types=(WALK,),
            themes=("walking",),
            party=("dog",),
            difficulty="easy",
            max_km=8.0,
        ),
    ),
    Question("wc", Request(types=(Kind.SERVICE,), themes=("toilets",))),
    Question("une laverie", Request(types=(Kind.SERVICE,), themes=("laundry",))),
    Question(
        "playa con bandera azul a menos de 30 km",
        Request(
            lang="es",
            types=(ACTIVITY,),
            themes=("beach",),
            labels=terms("pavillon_bleu"),
            radius_km=30.0,
        ),
    ),
    Question(
        "Konzert heute Abend",
        Request(lang="de", types=(Kind.EVENT,), themes=("concert",), when="today:evening"),
    ),
    Question(
        "un castèl que i se pòt anar en cadièra rotlanta",
        Request(lang="oc", types=(SIGHT,), themes=("castle",), mobility=("wheelchair",)),
    ),
    Question(
        "museu obert avui",
        Request(lang="ca", types=(SIGHT,), themes=("museum",), when="today"),
    ),
    Question(
        "agriturismo, max 25 euro a testa",
        Request(lang="it", types=(Kind.FOOD,), themes=("farm_inn",), max_price=25.0),
    ),
    Question(
        "qué se puede ver en medio día con niños pequeños",
        Request(lang="es", types=(SIGHT, ACTIVITY), duration="half_day", party=("kids",)),
    ),
    Question(
        "une journée demain, musées et villages",
        Request(types=(SIGHT,), themes=("museum", "village"), when="tomorrow", duration="day"),
    ),
    Question(
        "ein Wochenende zu zweit",
        Request(lang="de", when="this_weekend", duration="weekend", party=("couple",)),
    ),
    Question(
        "il fait trop chaud, où aller",
        Request(types=(SIGHT, ACTIVITY), weather="hot", when="today:afternoon"),
    ),
    Question(
        "Is the lake closed? someone said there's bacteria",
        Request(lang="en", types=(ACTIVITY,), themes=("lake",), when="now"),
    ),
    Question(
        "acheter du vin chez le producteur, mais pas trop loin à vélo",
        Request(types=(Kind.PRODUCER,), themes=("wine",), mobility=("bike",)),
    ),
)


GANGES, TANUS = Point(43.93, 3.71), Point(44.1043, 2.3155)
SAID = (
    ("une boulangerie à Trifouillis-les-Oies", CARMAUX, NOW),
    ("restaurants near Toulouse", CARMAUX, NOW),
    ("le GR du Viaur, c'est par où ?", CARMAUX, NOW),
    ("Baden", CARMAUX, NOW),
    ("ein Tag Programm mit Kindern", CARMAUX, NOW),
    ("tres dies de caminada amb allotjament", TANUS, NOW),
    ("we've seen Monestiés already, a village please", CARMAUX, NOW),
    ("when is the Xtreme fest?", CARMAUX, NOW),
    ("il pleut, on fait quoi avec les petits ?", CARMAUX, NOW.replace(month=10, day=28)),
    ("un restaurant ouvert ce soir", CARMAUX, NOW.replace(month=11, day=15, hour=18)),
    ("dove dormire stasera spendendo poco?", CARMAUX, NOW.replace(month=11, day=16)),
    ("is er vuurwerk vanavond?", CARMAUX, NOW.replace(month=8, day=7, hour=19)),
)
"""Questions in the visitor's own words, read by the house itself; elsewhere and on other days."""


@pytest.fixture(scope="module")
def adviser(demonstration: Path) -> Iterator[Adviser]:
    with Catalogue.open(demonstration) as opened:
        yield Adviser(opened, notices=(BAN,))


def transcript(question: Question, adviser: Adviser) -> str:
    setting = ask.Setting(here=CARMAUX, now=NOW)
    request = question.request
    advice = adviser.advise(request, here=CARMAUX, now=NOW)
    lines = ask.told(advice, adviser, setting, translator(request.lang))
    heading = f"=== {question.words}"
    return "\n".join([heading, "", *lines])


def answered(words: str, here: Point, now: datetime, adviser: Adviser) -> str:
    lines, _ = ask.sentences(words, adviser, ask.Setting(here=here, now=now))
    return "\n".join([f"=== {words} ({now:%a %d %b %H:%M})", "", *lines])


def test_the_answers_read_as_an_adviser_would_give_them(adviser: Adviser) -> None:
    told = "\n".join(transcript(question, adviser) for question in QUESTIONS) + "\n"
    told += "\n".join(answered(*said, adviser) for said in SAID) + "\n"
    if os.environ.get("KIOSK_GOLDENS") == "write":
        GOLDEN.write_text(told, "utf-8")
    assert told == GOLDEN.read_text("utf-8")


def test_no_answer_names_the_closed_lake_as_a_proposal(adviser: Adviser) -> None:
    for question in QUESTIONS:
        advice = adviser.advise(question.request, here=CARMAUX, now=NOW)
        assert BAN.listing not in [each.listing.id for each in advice.proposals]
        if advice.fallback is not None:
            assert advice.fallback.proposal.listing.id != BAN.listing
        if advice.on_the_way is not None:
            assert advice.on_the_way.proposal.listing.id != BAN.listing
