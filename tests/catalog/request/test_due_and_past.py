"""The hour at which we must be gone, and times that are over: neither is when it is to be."""

from __future__ import annotations

from typing import Final

from catalog.model import Kind
from catalog.request import PlaceNames, read

PLACES: Final = PlaceNames(("Carmaux", "Albi"))
OUR_TRAIN: Final = {
    "fr": "mon train part à 16h40, quel musée voir avant ?",
    "en": "our train leaves at 16:40, time for a museum?",
    "de": "unser Zug fährt um 16.40 Uhr, welches Museum geht noch?",
    "es": "nuestro tren sale a las 16:40, ¿qué museo podemos ver?",
    "it": "il nostro treno parte alle 16:40, quale museo vedere?",
    "nl": "onze trein vertrekt om 16.40 uur, welk museum kan nog?",
    "oc": "nòstre tren partís a 16h40, quin musèu podèm veire ?",
    "ca": "el nostre tren surt a les 16:40, quin museu podem veure?",
}
WE_MUST: Final = {
    "fr": (
        "on doit rendre les vélos à 17h",
        "il faut être rentrés à cinq heures",
        "on repart à 17h",
    ),
    "en": ("we have to leave at 5pm", "we must be back at 5pm"),
    "de": ("wir müssen um 17 Uhr weg", "um 17 Uhr müssen wir zurück sein"),
    "es": ("tenemos que irnos a las 17h", "hay que estar de vuelta a las 17h"),
    "it": ("dobbiamo ripartire alle 17", "dobbiamo essere in stazione alle 17"),
    "nl": ("we moeten om vijf uur weg", "we moeten om 17 uur terug zijn"),
    "oc": ("nos cal partir a 17h", "devèm èsser a la gara a 17h"),
    "ca": ("hem de marxar a les 17h", "hem de tornar a les 17h"),
}
BACK: Final = {
    "fr": ("une journée, retour à 17h", "un tour en voiture, de retour à 17h"),
    "en": ("a day out, back at 17:00", "a day out, back in Carmaux by 5pm"),
    "de": ("ein Tag unterwegs, zurück um 17 Uhr",),
    "es": ("un día, volver a las 17h", "un día, regreso a las 17h"),
    "it": ("un giorno, ritorno alle 17", "un giorno, rientro alle 17"),
    "nl": ("een dag, terug om 17 uur",),
    "oc": ("una jornada, retorn a 17h",),
    "ca": ("una jornada, tornar a les 17h", "una jornada, tornada a les 17h"),
}
BOTH: Final = {
    "fr": ("que voir et où manger", "quoi faire et où dormir"),
    "en": ("what can we see and where to eat", "what can we do and where to sleep"),
    "de": ("was können wir sehen und wo essen", "was können wir machen und wo schlafen"),
    "es": ("qué podemos ver y dónde comer", "qué hacer y dónde dormir"),
    "it": ("cosa possiamo vedere e dove mangiare", "cosa fare e dove dormire"),
    "nl": ("wat kunnen we zien en waar eten", "wat kunnen we doen en waar slapen"),
    "oc": ("de qué far e ont dormir", "qué veire e ont manjar"),
    "ca": ("què podem veure i on dinar", "què fer i on dormir"),
}
NOT_DUE: Final = {
    "un train pour Albi qui part à 16h40": "any@16:40",
    "le train de 16h40 pour Albi part de quel quai ?": "any@16:40",
    "does the train leave at 16:40?": "any@16:40",
    "il faut réserver une table pour 20h ?": "any@20:00",
    "we have a table at 8pm, can the dog come": "any@20:00",
    "tenemos mesa a las 21h, ¿hay que reservar?": "any@21:00",
}
OVER: Final = {
    "fr": ("on a attendu {} heures au musée", "le musée est fermé depuis {} heures",
           "hier on a marché {} heures, quel musée ?", "le bus avait {} heures de retard"),
    "en": ("we waited {} hours at the museum", "the bus was {} hours late",
           "yesterday we walked {} hours, which museum?", "the museum took us {} hours"),
    "de": ("wir haben {} Stunden gewartet", "seit {} Stunden ist das Museum zu",
           "der Bus kam {} Stunden zu spät", "die Führung hat {} Stunden gedauert"),
    "es": ("hemos esperado {} horas", "desde hace {} horas no hay luz",
           "el bus llegó con {} horas de retraso", "llevamos {} horas esperando"),
    "it": ("abbiamo aspettato {} ore al museo", "il treno ha {} ore di ritardo"),
    "nl": ("we hebben {} uur gewacht", "de bus had {} uur vertraging",
           "sinds {} uur is het museum dicht"),
    "oc": ("avèm esperat {} oras", "dempuèi {} oras lo musèu es barrat"),
    "ca": ("hem esperat {} hores al museu", "fa {} hores que el museu està tancat"),
}  # fmt: skip
TO_COME: Final = {
    "fr": ("une visite qui dure {} heures", "{} heures au marché", "on a {} heures devant nous"),
    "en": ("a tour that lasts {} hours", "a late lunch, {} hours", "{} hours in late April"),
    "de": ("eine Führung, die {} Stunden dauert", "wir haben {} Stunden Zeit"),
    "es": ("una visita que dura {} horas", "tenemos {} horas"),
    "it": ("una visita, durata {} ore", "abbiamo {} ore"),
    "nl": ("een rondleiding die {} uur duurt", "we hebben {} uur"),
    "oc": ("una visita que dura {} oras", "avèm {} oras"),
    "ca": ("una visita que dura {} hores", "tenim {} hores"),
}


def test_what_is_sought_is_over_before_our_train_and_no_train_is_sought() -> None:
    for lang, text in OUR_TRAIN.items():
        request = read(text, PLACES, lang=lang)
        assert request.when == "any@16:40-", text
        assert Kind.TRANSPORT not in request.types, text
        assert "museum" in request.themes, text


def test_we_must_be_gone_at_an_hour() -> None:
    for lang, texts in WE_MUST.items():
        for text in texts:
            assert read(text, PLACES, lang=lang).when == "any@17:00-", text


def test_the_hour_of_a_train_that_is_sought_or_of_a_table_is_that_hour() -> None:
    for text, when in NOT_DUE.items():
        assert read(text, PLACES).when == when, text


def test_a_length_that_is_over_is_none() -> None:
    for texts, past in ((OVER, True), (TO_COME, False)):
        for lang, forms in texts.items():
            for form in forms:
                for hours in (2, 3):
                    text = form.format(hours)
                    expected = None if past else f"{hours}h"
                    assert read(text, PLACES, lang=lang).duration == expected, text


def test_yesterday_is_no_time_where_another_day_is_named() -> None:
    for text, when in {
        "hier c'était fermé, c'est ouvert demain ?": "tomorrow",
        "yesterday evening it was shut, what about tonight?": "today:evening",
        "gestern war zu, ist am Sonntag offen?": "sun",
        "ieri era chiuso, e domani mattina?": "tomorrow:morning",
        "ayer por la tarde perdí el bolso": "yesterday:afternoon",
    }.items():
        assert read(text, PLACES).when == when, text


def test_what_is_over_or_open_so_long_limits_nothing() -> None:
    for text in (
        "après la pluie, où marcher ?",
        "after the storm, a walk?",
        "nach dem Regen wandern",
    ):
        assert read(text, PLACES).weather is None, text
    for text in (
        "is the church open all day",
        "le château est ouvert toute la journée ?",
        "ist die Kirche den ganzen Tag geöffnet?",
        "¿el museo está abierto todo el día?",
    ):
        assert read(text, PLACES).duration is None, text
    assert read("une table ce soir 20h, 6 personnes", PLACES).when == "today:evening@20:00"


def test_a_day_ends_at_the_hour_of_the_way_back() -> None:
    for lang, texts in BACK.items():
        for text in texts:
            assert read(text, PLACES, lang=lang).when == "any@17:00-", text


def test_what_to_do_and_where_to_eat_asks_for_both() -> None:
    outing = {Kind.ACTIVITY, Kind.ATTRACTION}
    for lang, texts in BOTH.items():
        for text in texts:
            kinds = set(read(text, PLACES, lang=lang).types)
            assert kinds & outing, text
            assert kinds & {Kind.FOOD, Kind.LODGING}, text
    assert not set(read("was gibt es zu essen und zu trinken", PLACES).types) & outing
