"""Who comes and what they need, asked of the demonstration catalogue: what is stated for them comes
first, what is not stated is said once, and nobody is sent to what they did not ask for."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from catalog.clock import PARIS
from tests.kiosk.test_advice_sense import SUMMER, asked, names
from tests.kiosk.test_advice_transcripts import adviser

if TYPE_CHECKING:
    from catalog.advice import Adviser

__all__ = ["adviser"]

MORNING = datetime(2026, 7, 25, 10, 0, tzinfo=PARIS)  # a Saturday
TERM = datetime(2026, 9, 22, 10, 0, tzinfo=PARIS)  # a Tuesday


@pytest.mark.parametrize(
    "text",
    [
        "un musée pour une personne sourde",
        "a museum for deaf visitors",
        "Museum für Gehörlose",
        "un museo para personas sordas",
        "un museo per persone sorde",
        "een museum voor doven",
        "un musèu per sords",
        "museu per a persones sordes",
    ],
)
def test_the_mark_of_the_label_answers_who_cannot_hear(adviser: Adviser, text: str) -> None:
    advice, view = asked(adviser, text, now=MORNING)
    assert names(advice)[0] == "musee-demonstration"
    assert any(each.field == "access.marks" for each in advice.proposals[0].reasons)
    told = " ".join((*view.cards[0].why, *view.cards[0].but))
    assert "Tourisme & Handicap" not in told  # it states whom it receives, and bears no label
    assert not view.cards[0].but  # nothing is said not to be stated


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("quoi visiter avec une personne aveugle", "aveugles et malvoyantes : non précisé"),
        ("what can a blind visitor see", "partially sighted visitors: not known"),
        ("was kann ein Blinder besichtigen", "sehbehinderte Gäste: nicht angegeben"),
        ("qué puede visitar una persona ciega", "baja visión: no se indica"),
    ],
)
def test_what_helps_the_blind_is_not_said_to_be_unknown(
    adviser: Adviser, text: str, unknown: str
) -> None:
    _, view = asked(adviser, text, now=MORNING)
    card = next(card for card in view.cards if "musee-demonstration" in card.listing.id)
    assert not any(unknown in line for line in card.but)
    assert any("rail" in line or "udio" in line for line in card.why)


def test_whom_the_unknown_access_is_of_is_told(adviser: Adviser) -> None:
    _, view = asked(adviser, "musée accessible à un aveugle et à un fauteuil roulant", now=MORNING)
    told = [line for card in view.cards[1:] for line in card.but]
    assert any(line.startswith("Personnes aveugles et malvoyantes") for line in told)
    assert any(line.startswith("Accessibilité non précisée") for line in told)


@pytest.mark.parametrize(
    "text",
    [
        "où payer une activité en chèques-vacances",
        "an activity that takes holiday vouchers (chèques-vacances)",
        "una actividad con cheques vacaciones",
    ],
)
def test_what_is_stated_to_take_vouchers_is_found(adviser: Adviser, text: str) -> None:
    advice, _ = asked(adviser, text, now=MORNING)
    assert names(advice)[0] == "ferme-demonstration"


@pytest.mark.parametrize(
    "text",
    [
        "j'ai perdu mon portefeuille au marché",
        "I lost my wallet at the market",
        "ich habe auf dem Markt meine Brieftasche verloren",
        "he perdido la cartera en el mercado",
        "ho perso il portafoglio al mercato",
        "ik ben op de markt mijn portefeuille verloren",
        "ai perdut lo pòrtamoneda al mercat",
        "he perdut la cartera al mercat",
    ],
)
def test_where_something_was_lost_is_no_wish(adviser: Adviser, text: str) -> None:
    advice, _ = asked(adviser, text, now=MORNING)
    assert names(advice) == ["office-carmaux"]


def test_a_train_from_one_town_to_another_tells_where_one_gets_off(adviser: Adviser) -> None:
    advice, view = asked(adviser, "Come arrivo da Albi a Cordes senza macchina?", "Albi", MORNING)
    assert names(advice) == ["gare-albi", "gare-cordes"]
    assert "Scenda qui per Cordes-sur-Ciel: a 2,5 km dal centro" in view.cards[1].why
    assert view.cards[0].way
    assert not view.cards[1].way  # nobody drives there
    assert not view.cards[1].but


@pytest.mark.parametrize(
    "text", ["Com arribo a Najac en tren des de Carmaux?", "by train from Carmaux to Najac"]
)
def test_who_arrives_at_a_station_gets_in_at_one(adviser: Adviser, text: str) -> None:
    advice, _ = asked(adviser, text, now=MORNING)
    assert names(advice)[0] == "gare-carmaux"
    assert names(advice)[-1] == "gare-najac"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("je voyage à cheval, où dormir ce soir avec ma jument", "Chevaux : non précisé"),
        ("lodging for us and our two horses", "Horses: not known"),
        ("wo kann ich mit meinem Pferd übernachten", "Pferde: nicht angegeben"),
        ("dónde dormir con nuestros caballos", "Caballos: no se indica"),
        ("dove dormire con i nostri cavalli", "Cavalli: non indicato"),
        ("camping waar onze paarden mogen staan", "Paarden: niet vermeld"),
        ("ont dormir amb nòstres cavals", "Cavals : pas indicat"),
        ("on podem dormir amb els nostres cavalls", "Cavalls: no s’indica"),
    ],
)
def test_a_horse_at_a_bed_is_asked_about(adviser: Adviser, text: str, told: str) -> None:
    advice, view = asked(adviser, text, "Monestiés", MORNING)
    assert view.cards
    assert not advice.unmet
    assert all(any(line.startswith(told) for line in card.but) for card in view.cards)


@pytest.mark.parametrize(
    ("text", "machine"),
    [("un lavomatic ?", "lave-linge"), ("Gibt es einen Waschsalon?", "Waschmaschine")],
)
def test_who_needs_a_laundry_is_told_where_a_machine_is(
    adviser: Adviser, text: str, machine: str
) -> None:
    advice, view = asked(adviser, text, now=MORNING)
    assert names(advice) == ["camping-demonstration"]
    assert any(machine in line for line in view.cards[0].why)
    assert view.unmet  # no laundry is known, which is said first and kept for the staff
    assert advice.unanswered is not None


@pytest.mark.parametrize("text", ["is there wifi?", "y a-t-il du wifi ?", "hay wifi?"])
def test_toilets_are_no_answer_to_who_needs_a_network(adviser: Adviser, text: str) -> None:
    advice, view = asked(adviser, text, now=MORNING)
    assert not advice.proposals
    assert view.nothing.count(",") == 0


def test_a_school_finds_the_workshop_that_a_shop_holds(adviser: Adviser) -> None:
    text = "som un grup de 45 alumnes de primària, què podem visitar amb taller?"
    advice, _ = asked(adviser, text, now=TERM)
    assert names(advice)[0] == "atelier-verre-demonstration"


def test_a_wood_far_off_does_not_outdo_what_is_near_for_being_walked_in(adviser: Adviser) -> None:
    text = "Wir haben zwei Hunde dabei, wo dürfen sie heute mit rein zum Besichtigen?"
    advice, _ = asked(adviser, text, now=MORNING)
    assert all(each.distance_km < 10 for each in advice.proposals)


def test_who_can_be_called_is_asked_before_a_nearer_leaflet_stand(adviser: Adviser) -> None:
    late = datetime(2026, 7, 25, 19, 0, tzinfo=PARIS)
    advice, _ = asked(adviser, "mogen we hier wildkamperen?", "Cap Découverte", late)
    assert advice.office is not None
    assert any(contact.phones for contact in advice.office.contacts)


def test_what_was_asked_for_is_told_once(adviser: Adviser) -> None:
    text = "We're in a motorhome, where can we stay overnight?"
    _, view = asked(adviser, text, now=SUMMER)
    told = [line for line in view.cards[0].why if "motorhome stopover" in line]
    assert len(told) == 1


@pytest.mark.parametrize("text", ["public toilets?", "pharmacie", "Geldautomat"])
def test_an_errand_is_no_outing(adviser: Adviser, text: str) -> None:
    advice, _ = asked(adviser, text, now=MORNING)
    assert advice.proposals
    assert advice.fallback is None
    assert advice.on_the_way is None
    assert advice.gesture is None
