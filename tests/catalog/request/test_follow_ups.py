"""The follow-ups that a chat must survive, each in many wordings of eight languages
(`follow_ups.txt`), with slips, short forms and everyday politeness; and questions that are new."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from catalog.model import LANGUAGES, Kind
from catalog.request.turns import turn
from catalog.request.turns_model import Act, Turn
from tests.bench.turns import PLACES, pasts

TABLE: Final = Path(__file__).with_name("follow_ups.txt")
PAST: Final = {
    "tomorrow": "walk", "shorter": "walk", "nocar": "walk", "nomuseum": "museum",
    "cheaper": "eat", "kids": "museum", "rain": "museum", "hours": "museum", "free": "eat",
    "instead": "museum", "bus": "museum", "quieter": "eat", "marked": "walk",
}  # fmt: skip
"""What was asked before, where it is not a lake."""
ASKED: Final = {
    "far": {"distance"}, "dogs": {"pets"}, "price": {"price"}, "phone": {"phone"},
    "hours": {"hours"}, "way": {"address", "distance"}, "booking": {"booking"},
    "payment": {"payment"}, "age": {"audience"}, "place": {"address"}, "car": {"parking"},
    "marked": {"details"},
}  # fmt: skip
ACTS: Final = {
    "more": Act.MORE, "print": Act.PRINT, "restart": Act.RESTART, "thanks": Act.THANKS,
    "yes": Act.YES, "no": Act.NO, "back": Act.BACK, "seen": Act.MORE, "why": Act.WHY,
}  # fmt: skip


def rows() -> list[tuple[str, str, tuple[str, ...]]]:
    """Intent, language and wordings of each row."""
    found = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            intent, lang, wordings = line.split(" | ")
            found.append((intent, lang, tuple(wordings.split("; "))))
    return found


def understood(intent: str, found: Turn) -> bool:
    """Whether a turn came to what was meant."""
    if intent in ACTS:
        return found.act is ACTS[intent]
    if intent in ASKED:
        return found.act is Act.ASK and found.field in ASKED[intent]
    if intent == "second":
        return found.act is Act.PICK and found.target == "Cap Découverte"
    if intent == "english":
        return found.act is Act.LANGUAGE and found.language == "en"
    request = found.request
    if intent == "secondopen":
        return (found.target, found.field, found.when) == ("Cap Découverte", "hours", "tomorrow")
    if intent == "firsttwo":
        first = (found.act, found.target) == (Act.PRINT, "Lac de la Roucarié")
        return first and found.also == ("Cap Découverte",)
    if intent == "around":
        assert request is not None
        place = request.where == "Lac de la Roucarié"
        return found.act is Act.NEW and place and Kind.FOOD in request.types
    if found.act not in {Act.REFINE, Act.MORE} or request is None:
        return False
    return {
        "tomorrow": request.when == "tomorrow",
        "shorter": bool(found.without),
        "cheaper": bool(found.without) or request.max_price is not None,
        "closer": bool(found.without) or request.where == "here",
        "nocar": "public_transport" in request.mobility,
        "nomuseum": "museum" not in request.themes,
        "free": request.max_price is None and not found.without,
        "kids": "kids" in request.party,
        "rain": request.weather == "rain",
        "instead": request.where == "Albi" and "-name:Carmaux" not in request.themes,
        "bus": (request.mobility, "museum" in request.themes) == (("public_transport",), True),
        "adults": set(request.party) <= {"adults"} and request.when != "now",
        "quieter": "quiet_place" in request.themes,
        "nothing": request.max_price == 0,
    }[intent]


def test_the_table_speaks_every_language() -> None:
    intents = {intent for intent, _, _ in rows()}
    assert {(intent, lang) for intent, lang, _ in rows()} == {
        (intent, lang) for intent in intents for lang in LANGUAGES
    }


@pytest.mark.parametrize(("intent", "lang", "wordings"), rows())
def test_a_follow_up_is_understood(intent: str, lang: str, wordings: tuple[str, ...]) -> None:
    past = pasts(lang)[PAST.get(intent, "lake")]
    for text in wordings:
        assert understood(intent, turn(past, text, PLACES, lang=lang)), text


QUESTIONS: Final = {
    "fr": ("où louer un vélo", "une pharmacie ouverte ?", "je cherche un médecin",
           "on a un chien, quel château visiter", "location de canoë", "le numéro d'un taxi",
           "nous serons huit, où dormir", "une idée pour ce soir, il pleut",
           "une demi-journée à moto à Albi", "on voudrait visiter un château"),
    "en": ("where can I rent a bike", "an open pharmacy?", "I need a doctor",
           "we have a dog, which castle can we visit", "canoe hire", "a show tonight",
           "we are eight, where can we eat", "any ideas for today, it is raining",
           "vegan food in Albi", "we'd like to visit a castle"),
    "de": ("wo kann ich ein Fahrrad mieten", "eine offene Apotheke?", "ich suche einen Arzt",
           "wir haben einen Hund, welche Burg können wir besichtigen", "Kanuverleih",
           "wir sind acht, was lohnt sich", "eine Idee für heute, es regnet", "leichte Wanderung",
           "kostenlose Sachen für Kinder", "wir möchten eine Burg besichtigen"),
    "es": ("dónde alquilar una bici", "una farmacia abierta", "busco un médico",
           "tenemos un perro, qué castillo podemos visitar", "alquiler de canoas",
           "somos ocho, dónde cenar", "una idea para hoy, llueve", "con los niños, un castillo",
           "cosas gratis para niños", "queremos visitar un castillo"),
    "it": ("dove noleggiare una bici", "una farmacia aperta", "cerco un medico",
           "abbiamo un cane, quale castello possiamo visitare", "noleggio canoe",
           "siamo in otto, dove mangiare", "un'idea per oggi, piove", "una passeggiata",
           "cose gratis da fare", "vorremmo visitare un castello"),
    "nl": ("waar kan ik een fiets huren", "een open apotheek", "ik zoek een dokter",
           "we hebben een hond, welk kasteel kunnen we bezoeken", "kanoverhuur",
           "we zijn met acht, waar kunnen we eten", "een idee voor vandaag, het regent",
           "wandeling", "iets doen met een baby", "gratis dingen om te doen"),
    "oc": ("ont logar una bicicleta", "cèrqui un mètge",
           "avèm un can, quin castèl podèm visitar",
           "sèm uèch, ont manjar", "una idèa per uèi, que plòu", "una passejada",
           "volèm visitar un castèl"),
    "ca": ("on llogar una bici", "una farmàcia oberta", "busco un metge",
           "tenim un gos, quin castell podem visitar", "lloguer de canoes",
           "som vuit, on sopem", "una idea per avui, plou", "excursió", "volem visitar un castell"),
}  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_new_question_stays_new(lang: str) -> None:
    for text in QUESTIONS[lang]:
        assert turn(pasts(lang)["lake"], text, PLACES, lang=lang).act is Act.NEW, text
