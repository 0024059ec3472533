from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from catalog.geo import Point
from catalog.model import (
    LANGUAGES,
    NOTHING,
    Access,
    Contact,
    Day,
    Handicap,
    Itinerary,
    Kind,
    Label,
    LabelStatus,
    Localized,
    MonthDay,
    Period,
    Place,
    Price,
    Shape,
    Source,
    TermId,
    Text,
)
from kiosk.i18n import PSEUDO, translator
from kiosk.present import kind_name, listing_view, way
from kiosk.present.sources import phone
from kiosk.views import ListingView
from tests.kiosk.present.samples import EN, NOW, listing, plain, said, slot


def view(lang: str = "en", **fields: Any) -> ListingView:
    return listing_view(listing(**fields), t=translator(lang), now=NOW)


def terms(*names: str) -> tuple[TermId, ...]:
    return tuple(TermId(name) for name in names)


def test_a_silent_record_makes_a_silent_view() -> None:
    found = view(place=Place(44.05, 2.16), sources=())
    told = (found.address, found.hours, found.dates, found.prices, found.access, found.labels)
    assert told == ((), (), (), (), (), ())
    assert (found.facts, found.contacts, found.credits, found.way) == ((), (), (), "")
    assert (found.summary, found.description, found.practical) == (None, None, None)
    assert (found.verified, found.stale) == ("", False)
    assert found.kind_line == "Place to visit"


def test_title_address_and_kind() -> None:
    found = view(concepts=terms("unheard_of", "mill"))
    assert (found.title, found.title_lang) == ("Le Moulin neuf", "fr")
    assert found.address == ("Le Bourg", "81400 Carmaux")
    assert found.kind_line == "Mill · Carmaux"
    assert view("fr", concepts=terms("mill")).kind_line == "Moulin · Carmaux"


def test_a_sources_own_term_is_said_in_its_own_words() -> None:
    def thesaurus(term: TermId) -> Localized:
        return said(fr="Aire de jeux") if term == "kb:Playground" else NOTHING

    place = listing(amenities=terms("wifi", "kb:Playground", "kb:Nameless"))
    found = listing_view(place, t=EN, now=NOW, thesaurus=thesaurus)
    assert found.facts == ("On site: Wi-Fi and Aire de jeux [French]",)


@pytest.mark.parametrize(
    ("price", "line"),
    [
        (Price(Decimal("6.5"), Decimal("6.5"), audience=terms("adult")), "Adult: €6.50"),
        (Price(Decimal(6)), "From €6"),
        (Price(None, Decimal(6)), "Up to €6"),
        (Price(Decimal(4), Decimal(5), note=said(en="students")), "€4 – €5 (students)"),
        (Price(Decimal(9), Decimal(9), basis=terms("per_person")), "€9, per person"),
        (Price(free=True), "Free"),
        (Price(free=True, audience=terms("child")), "Child: Free"),
        (Price(Decimal(8), Decimal(8), currency="GBP"), "£8"),
        (Price(note=said(en="Pay what you want")), "Pay what you want"),
        (
            Price(Decimal(3), Decimal(3), start=date(2027, 4, 1), end=date(2027, 9, 30)),
            "€3 [1 April – 30 September 2027]",
        ),
    ],
)
def test_prices(price: Price, line: str) -> None:
    assert tuple(map(plain, view(prices=(price,)).prices)) == (line,)


def test_no_price_is_never_free() -> None:
    assert view(prices=(Price(),)).prices == ()


def test_prices_of_the_past() -> None:
    old = Price(Decimal(3), Decimal(3), end=date(2025, 9, 30))
    new = Price(Decimal(4), Decimal(4))
    assert view(prices=(old, new)).prices == ("€4",)
    assert view(prices=(old,)).prices == (
        "Prices of an earlier season, not confirmed since:",
        "€3",
    )


@pytest.mark.parametrize(
    ("access", "lines"),
    [
        (Access(), ()),
        (Access(wheelchair=True), ("Accessible to wheelchair users",)),
        (Access(wheelchair=False), ("Not accessible to wheelchair users",)),
        (
            Access(marks=(Handicap.VISUAL, Handicap.MOTOR)),
            ("Accessible: motor disability and visual impairment",),
        ),
        (Access(note=said(en="A step at the door")), ("A step at the door",)),
    ],
)
def test_access(access: Access, lines: tuple[str, ...]) -> None:
    assert view(access=access).access == lines


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (LabelStatus.OBTAINED, "Label Tourisme & Handicap: motor disability"),
        (LabelStatus.IN_PROGRESS, "Accessible: motor disability"),
        (LabelStatus.EXPIRED, "Accessible: motor disability"),
    ],
)
def test_the_label_is_named_only_where_it_is_held(status: LabelStatus, told: str) -> None:
    label = Label(TermId("tourisme_handicap"), status=status)
    assert view(access=Access(marks=(Handicap.MOTOR,)), labels=(label,)).access == (told,)


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        (Label(TermId("stars"), 3), ("3 stars",)),
        (Label(TermId("stars"), 1), ("1 star",)),
        (Label(TermId("ears"), 2), ("2 ears of wheat",)),
        (Label(TermId("gites_de_france"), 3), ("Gîtes de France: 3 ears of wheat",)),
        (Label(TermId("accueil_velo")), ("Accueil Vélo",)),
        (
            Label(TermId("accueil_velo"), status=LabelStatus.IN_PROGRESS),
            ("Accueil Vélo: applied for, not awarded yet",),
        ),
        (Label(TermId("accueil_velo"), status=LabelStatus.EXPIRED), ()),
        (Label(TermId("accueil_velo"), end=date(2026, 11, 20)), ()),
        (Label(TermId("accueil_velo"), end=date(2026, 11, 21)), ("Accueil Vélo",)),
        (Label(TermId("nobody_knows"), 2), ()),
    ],
)
def test_labels(label: Label, lines: tuple[str, ...]) -> None:
    assert view(labels=(label,)).labels == lines


def test_route() -> None:
    route = Itinerary(
        modes=terms("walking", "riding"),
        distance_m=12_430,
        ascent_m=320,
        descent_m=-310,
        lowest_m=210,
        highest_m=480,
        duration_min=225,
        days=1,
        difficulty="medium",
        shape=Shape.LOOP,
        marking=said(en="yellow"),
        surface=said(fr="Chemin"),
    )
    found = view(itinerary=route).facts
    assert found == (
        "On foot and on horseback",
        "Distance: 12.4 km",
        "Duration: 3 h 45 min",
        "In 1 day",
        "Ascent: 320 m",
        "Descent: 310 m",
        "Altitude: 210 m – 480 m",
        "Difficulty: medium",
        "Loop",
        "Waymarks: yellow",
        "Surface: Chemin [French]",
    )


def test_offers() -> None:
    found = view(
        amenities=terms("wifi", "terrace", "wifi"),
        audience=terms("families"),
        payment=terms("cash"),
        spoken=("fr", "oc", "Béarnais", "fr"),
        pets=False,
    )
    assert found.facts == (
        "On site: Wi-Fi and terrace",
        "For: families",
        "Payment: cash",
        "Languages spoken: French, Occitan and Béarnais",
        "Pets not allowed",
    )
    assert view(pets=True).facts == ("Pets allowed",)


@pytest.mark.parametrize(
    ("stored", "dialled"),
    [
        ("+33563767667", "05 63 76 76 67"),
        ("+34934123456", "+34934123456"),
        ("+33 670", "+33 670"),
        ("112", "112"),
    ],
)
def test_phones(stored: str, dialled: str) -> None:
    assert phone(stored) == dialled


def test_contacts_once_each_booking_said() -> None:
    contacts = (
        Contact("booking", phones=("+33563767668", "+33563767667")),
        Contact("info", ("+33563767667",), ("info@example.org",), ("https://example.org/",)),
    )
    assert view(contacts=contacts).contacts == (
        "05 63 76 76 67",
        "info@example.org",
        "example.org",
        "Booking: 05 63 76 76 68",
    )


def test_credits() -> None:
    sources = (
        Source(
            "datatourisme",
            "1",
            date(2026, 7, 1),
            creator="OT Penne",
            publisher="OT Penne",
            licence="Licence Ouverte 2.0",
        ),
        Source("house", "2", date(2026, 7, 1), publisher="OT du Ségala"),
        Source("nameless", "3", date(2026, 7, 1)),
        Source("overlay", "x", date(2026, 7, 1), updated=date(2026, 6, 30), creator="MC"),
    )
    assert view(sources=sources).credits == (
        "Source: DATAtourisme · OT Penne, Licence Ouverte 2.0",
        "Source: OT du Ségala",
        "Source: nameless",
        f"Completed by the office (MC, {EN.date(date(2026, 6, 30))})",
    )


@pytest.mark.parametrize(
    ("updated", "stale"),
    [(date(2025, 11, 21), False), (date(2025, 11, 20), True), (date(2024, 2, 29), True)],
)
def test_verified_and_stale_after_twelve_months(updated: date, stale: bool) -> None:
    found = view(sources=(Source("house", "1", date(2026, 7, 1), updated=updated),))
    assert found.verified == f"Verified on {EN.date(updated)}"
    assert found.stale is stale


def test_passages_say_when_they_are_foreign_or_translated_by_machine() -> None:
    texts = Localized((Text("fr", "Un moulin."), Text("de", "Eine Mühle.", machine=True)))
    german = view("de", summary=texts).summary
    english = view("en", summary=texts).summary
    french = view("fr", summary=texts).summary
    assert german is not None
    assert english is not None
    assert french is not None
    assert german.notice == translator("de")._("Automatic translation")
    assert (english.text, english.lang, english.notice) == ("Un moulin.", "fr", "Text in French")
    assert french.notice == ""


def test_hostile_text_is_cleaned_before_it_is_shown() -> None:
    found = view(name=said(fr="Moulin\x1b[2J\u202e [/] neuf"), summary=said(fr="\x1b]8;;x\x07"))
    assert found.title == "Moulin [/] neuf"
    assert found.summary is None


@pytest.mark.parametrize(
    ("north_km", "text"),
    [
        (0.01, "A few steps away"),
        (0.85, "850 m · about 14 min on foot"),
        (2.9, "2.9 km · about 48 min on foot"),
        (14, "14 km · about 21 min by car"),
    ],
)
def test_way(north_km: float, text: str) -> None:
    origin = Point(44.0, 2.0)
    assert way(Point(44.0 + north_km / 111.195, 2.0), origin, EN) == text
    assert way(origin, None, EN) == ""


FULL: dict[str, Any] = {
    "concepts": terms("castle"),
    "summary": said(fr="Un château."),
    "openings": (
        Period(MonthDay(4, 1), MonthDay(10, 31), tuple(Day)[1:7], (), (slot("10:00", "18:00"),)),
        Period(days=(Day.SA,), nth=(1, -1), slots=(slot("20:30"),)),
        Period(days=(Day.PH, Day.SH), closed=True),
    ),
    "dates": (Period(days=(Day.SU,), slots=(slot("10:00", "18:00"),)),),
    "prices": (Price(Decimal(4), Decimal("5.5")), Price(free=True, audience=terms("child"))),
    "access": Access(False, tuple(Handicap)),
    "labels": (Label(TermId("stars"), 3), Label(TermId("michelin"), 1)),
    "amenities": terms("wifi"),
    "pets": True,
    "spoken": ("fr", "en"),
    "itinerary": Itinerary(distance_m=900, duration_min=60, days=2, difficulty="hard"),
    "contacts": (Contact("booking", phones=("+33563767667",)),),
}


@pytest.mark.parametrize("lang", [*LANGUAGES, PSEUDO])
def test_every_language_fills_every_sentence(lang: str) -> None:
    found = listing_view(listing(**FULL), t=translator(lang), now=NOW, origin=Point(44.0494, 2.158))
    for field in ListingView.__slots__:
        value = getattr(found, field)
        for line in value if isinstance(value, tuple) else (value,):
            assert "%(" not in str(line)
    assert (len(found.hours), len(found.prices), len(found.access)) == (3, 2, 2)


def test_the_french_name_stays_beside_a_translated_one() -> None:
    name = Localized((Text("fr", "Forteresse de Najac"), Text("de", "Festung Najac")))
    german = listing_view(listing(name=name), t=translator("de"), now=NOW)
    assert (german.title, german.local_title) == ("Festung Najac", "Forteresse de Najac")
    assert listing_view(listing(name=name), t=translator("fr"), now=NOW).local_title == ""
    assert listing_view(listing(name=name), t=translator("nl"), now=NOW).local_title == ""


def test_no_sentence_escapes_translation() -> None:
    found = listing_view(
        listing(**FULL), t=translator(PSEUDO), now=NOW, origin=Point(44.0494, 2.158)
    )
    sentences = [
        *(found.status.sentence, found.way, found.verified, found.kind_line),
        *found.hours,
        *found.dates,
        *found.access,
        *found.facts,
        *found.contacts,
        *found.credits,
        *found.prices[:1],
    ]
    assert [line for line in sentences if "⟦" not in line] == []


def test_every_kind_has_a_name() -> None:
    assert len({kind_name(kind, EN) for kind in Kind}) == len(Kind)
