"""Complaints, the office, transport, charging: what whole classes of wordings ask for, by class
and by language, each beside the neighbour that must not change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.request import PlaceNames, Request, read
from catalog.request.model import Concern

if TYPE_CHECKING:
    from collections.abc import Mapping

PLACES = PlaceNames(["Carmaux", "Najac", "Albi", "Cordes-sur-Ciel", "Monestiés", "Le Vigan"])


def _asked(text: str) -> Request:
    return read(text, PLACES)


def _misread(expected: Mapping[str, object], key: str) -> dict[str, object]:
    """The questions of which a key is read otherwise, with what was read."""
    read_so = {text: _asked(text).keys()[key] for text in expected}
    return {text: got for text, got in read_so.items() if got != expected[text]}


_FALLEN = (
    "un panneau est tombé sur le sentier", "le panneau du sentier est tombé",
    "the signpost has fallen down on the trail",
    "Ein Schild auf dem Wanderweg ist heruntergefallen",
    "het bordje van de wandelroute is gevallen", "se ha caído un cartel del sendero",
    "è caduto un cartello sul sentiero", "lo panèl es tombat sul camin",
    "ha caigut un cartell del camí", "arbre tombé sur la voie verte",
)  # fmt: skip
_STRUCK = (
    "un panneau est tombé sur mon fils", "a sign has fallen on my wife",
    "mon fils est tombé à côté du panneau", "un panneau est tombé sur moi",
    "se ha caído un cartel sobre mi hijo", "è caduto un cartello su di me",
)  # fmt: skip


def test_a_sign_that_has_fallen_is_no_accident() -> None:
    assert [t for t in _FALLEN if _asked(t).concern is not Concern.COMPLAINT] == []
    assert [t for t in _FALLEN if "cemetery" in _asked(t).themes] == []
    assert [t for t in _STRUCK if _asked(t).concern is not Concern.EMERGENCY] == []
    assert "cemetery" in _asked("la tombe de Jaurès").themes
    assert _asked("le 14 juillet tombe un mardi").themes == ()


def test_an_hour_may_be_written_as_parts_of_four() -> None:
    long = "45min"
    expected: dict[str, object] = {
        "on a 3/4 d'heure": long, "3/4 h de libre": long, "3/4 of an hour to spare": long,
        "3/4 Stunde Zeit": long, "tenemos 3/4 de hora": long, "abbiamo 3/4 d'ora": long,
        "we hebben 3/4 uur": long, "avèm 3/4 d'ora": long, "tenim 3/4 d'hora": long,
        "le marché du 3/4": None, "on arrive le 3/4": None, "enfants de 3/4 ans": None,
    }  # fmt: skip
    assert _misread(expected, "duration") == {}
    assert _asked("le marché du 3/4").when == "date:04-03"
    assert "age:4" in _asked("enfants de 3/4 ans").party


def test_a_long_path_takes_so_many_days() -> None:
    expected: dict[str, object] = {
        "GR de Pays in 3 Tagen": "3d", "the GR36 in three days": "3d",
        "the greenway in two days": "2d", "le GRP en 3 jours": "3d",
        "what's on in two days": None, "in 3 Tagen wandern wir": None,
    }  # fmt: skip
    assert _misread(expected, "duration") == {}


def test_colours_grade_a_ride_and_no_wine() -> None:
    expected: dict[str, object] = {
        "circuit vtt rouge ou noir": "hard", "parcours vtt noir": "hard",
        "black MTB trail": "hard", "schwarze MTB-Strecke": "hard", "ruta btt roja": "hard",
        "percorso mtb nero": "hard", "rode mountainbikeroute": "hard",
        "un circuit VTT negre per deman": "hard",
        "circuit BTT vermell": "hard", "circuit vtt vert": "easy", "blue mtb route": "easy",
        "via verda amb btt": None, "circuit vtt, vin rouge": None,
        "une bouteille de vin rouge": None,
    }  # fmt: skip
    assert _misread(expected, "difficulty") == {}
    assert _asked("parcours vtt noir").types


def test_a_bus_is_told_by_its_hour() -> None:
    expected: dict[str, object] = {
        "de bus van vijf uur": "any@17:00", "le bus de 9 heures": "any@09:00",
        "el tren de las 8": "any@08:00", "il treno delle 8": "any@08:00",
        "un trajet en bus de deux heures": None, "una passejada en tren de doas oras": None,
    }  # fmt: skip
    assert _misread(expected, "when") == {}
    assert _asked("de bus van vijf uur").duration is None


def test_boys_of_sixteen_are_no_hour() -> None:
    assert _asked("Klettern? sind vier Jungs um die 16").when is None
    assert _asked("Treffpunkt um die 16 Uhr").when == "any@16:00"


def test_no_more_walks_without_its_ne() -> None:
    refused = ("Plus de randonnée, on est crevés", "plus de musées svp", "surtout plus de château")
    more = (
        "plus de randonnées ?", "plus de musées que de parcs", "plus de train pour Albi",
        "avez-vous plus de randonnées", "plus de 10 km de rando", "plus d'essence",
    )  # fmt: skip
    assert [t for t in refused if not _excluded(t)] == []
    assert [t for t in more if _excluded(t)] == []


def _excluded(text: str) -> list[str]:
    return [theme for theme in _asked(text).themes if theme.startswith("-")]


def test_a_german_verb_ends_in_what_refuses_else() -> None:
    assert _asked("Wann findet am Samstag der Markt statt?").types
    assert _excluded("Wann findet in Albi das große Fest statt, und wo?") == []
    assert _excluded("Museum statt Kirche") == ["-church"]


def test_no_tarmac_is_refused_in_every_language() -> None:
    asked = (
        "rando, pas de goudron", "a walk, no tarmac", "Wanderung ohne Asphalt",
        "ruta sin asfalto", "sentiero senza asfalto", "wandeling zonder asfalt",
        "camin sens godron", "camí sense asfalt",
    )  # fmt: skip
    assert [t for t in asked if _excluded(t) != ["-paved"]] == []


def test_who_charges_a_bike_rides_it() -> None:
    asked = (
        "recharger un vélo électrique", "charge my ebike", "Ladestation fürs E-Bike",
        "cargar la bici eléctrica", "ricaricare la bici elettrica", "e-bike opladen",
        "cargar lo velò electric", "carregar la bici elèctrica",
    )  # fmt: skip
    wrong = [t for t in asked if "bike_charging" not in _asked(t).themes]
    assert wrong == []
    assert [t for t in asked if _asked(t).mobility != ("bike",)] == []
    assert "bike" not in _asked("charge my phone").mobility


def test_a_group_that_has_a_coach_and_a_day_wants_an_outing() -> None:
    asked = (
        "un groupe de 40 retraités en autocar, une journée en septembre",
        "a group of 40 seniors by coach, one day in September",
        "eine Gruppe von 40 Senioren mit dem Reisebus, ein Tag im September",
        "un grupo de 40 jubilados en autocar, un día en septiembre",
        "un gruppo di 40 pensionati in pullman, una giornata a settembre",
        "een groep van 40 senioren met de touringcar, een dag in september",
        "un grop de 40 retirats en autocar, una jornada en setembre",
        "un grup de 40 jubilats en autocar, un dia al setembre",
        "un groupe en autocar pour une journée",
    )
    assert [t for t in asked if "transport" in _asked(t).types] == []
    assert [t for t in asked if "coach" not in _asked(t).mobility] == []


def test_wine_is_tasted_where_it_is_made() -> None:
    asked = ("assaggiare il vino", "degustare il vino", "wine tasting", "déguster du vin")
    assert [t for t in asked if "wine" not in _asked(t).themes] == []


def test_where_a_coach_can_stand_is_a_service() -> None:
    asked = (
        "parking pour autocars", "where can the coach park", "Busparkplatz", "parcheggio pullman",
        "aparcamiento para autocares", "parkeerplaats voor touringcars", "aparcament d'autocars",
    )  # fmt: skip
    assert [t for t in asked if [*_asked(t).types] != ["service"]] == []
    assert [t for t in asked if "coach" not in _asked(t).mobility] == []


def test_no_meat_is_no_licence() -> None:
    assert _asked("restaurante sin carne").mobility == ()
    assert _asked("sin carné de conducir, ¿cómo llego a Albi?").mobility == ("public_transport",)


def test_what_is_grown_somewhere_is_sold_elsewhere() -> None:
    expected: dict[str, object] = {
        "oignons doux des Cévennes, producteur au Vigan": "Le Vigan",
        "Käse aus den Cevennen, in Najac": "Najac", "une ferme des Cévennes": "Cévennes",
    }  # fmt: skip
    assert _misread(expected, "where") == {}


def test_a_journey_of_occitan_begins_where_one_stands() -> None:
    asked = _asked("A quina ora passa lo darrièr car per Albi, de Monestièrs estant?")
    assert asked.where == ("Monestiés", "Albi")


def test_a_fine_is_no_limit() -> None:
    fined = (
        "on a pris une amende de 35 euros à Cordes", "just got a 35 euro fine in Najac",
        "wir haben einen Strafzettel über 35 Euro bekommen", "me han puesto una multa de 40 €",
        "abbiamo preso una multa di 40 euro", "we kregen een boete van 40 euro",
        "ens han posat una multa de 40 euros",
    )  # fmt: skip
    assert [t for t in fined if _asked(t).max_price is not None] == []
    assert _asked("fine dining under 50 euros").max_price == 50


def test_right_now_is_written_in_two_letters() -> None:
    assert _asked("anywhere to eat rn?").when == "now"
    assert _asked("aire de repos sur la rn 88").when is None


def test_half_a_name_is_a_site_beside_what_it_is() -> None:
    places = PlaceNames(
        ["Carmaux", "Najac"],
        ["Château de Montpoupon", "Église Saint-Baptiste", "Lac de Gioule", "Pont du Projet"],
    )
    expected: dict[str, object] = {
        "Destillerie Castan, auch samstags?": "Distillerie Castan",
        "the castan distillery": "Distillerie Castan",
        "museo Bajén, ¿abre hoy?": "Musée Bajén-Vega",
        "Höhle de Demoiselles": "Grotte des Demoiselles",
        "castello di Montpoupon": "Château de Montpoupon",
        "Schloss montpoupon": "Château de Montpoupon",
        "il llac Gioule": "Lac de Gioule",
        "parking near Montpoupon": "Château de Montpoupon",
        "Montpoupon open today?": "Château de Montpoupon",
        "fontaine sur le chemin des mineurs": "Chemin des mineurs",
        "quoi faire avec Baptiste, 7 ans": None,
        "un gâteau pour Baptiste": None,
        "le sentier en projet": None,
        "on vient du lac d'Annecy": None,
    }  # fmt: skip
    got = {text: read(text, places).where for text in expected}
    assert {text: where for text, where in got.items() if where != expected[text]} == {}


def test_the_day_before_and_the_day_after() -> None:
    expected: dict[str, object] = {
        "un repas la veille du 15 août": "date:08-14",
        "a meal the day before 14 July": "date:07-13",
        "am Tag vor Weihnachten": "date:12-24", "el día antes del 1 de agosto": "date:07-31",
        "il giorno dopo Ferragosto": "date:08-16", "de dag na 14 juli": "date:07-15",
        "la velha del 14 de julhet": "date:07-13", "l'endemà del 15 d'agost": "date:08-16",
        "the day after Friday": "sat", "la veille de Noël": "date:12-24",
        "de dag na Pinksteren": "feast:whit_monday", "the day after tomorrow": "+2",
        "por la noche antes de las 10": "any:evening@22:00-",
        "un hôtel la veille du festival": None,
    }  # fmt: skip
    assert _misread(expected, "when") == {}
    rooms = ("a room the night before the festival", "un hôtel la veille du marché")
    assert [t for t in rooms if [*_asked(t).types] != ["lodging"]] == []
    assert _asked("the night before the market").types


def test_who_heals_at_night_and_who_walks_then() -> None:
    expected: dict[str, object] = {
        "guardia medica notturna": "any:night", "farmacia nocturna": "any:night",
        "caminada nocturna": None, "visitas nocturnas al pueblo": None,
    }  # fmt: skip
    assert _misread(expected, "when") == {}


def test_an_everyday_word_is_no_thing_of_another_language() -> None:
    plain = {
        "een paar uurtjes wandelen": "party", "enkel vegetarisch graag": "party",
        "hoe ver is Toulouse van Carmaux?": "types", "where can I grab some groceries": "labels",
        "siamo in ferie fino a domenica": "types", "ein toller Tipp": "labels",
    }  # fmt: skip
    read_so = {text: _asked(text).keys()[key] for text, key in plain.items()}
    assert [text for text, got in read_so.items() if got] == []
    assert "cemetery" not in _asked("can we grab a map somewhere").themes
    assert "cemetery" in _asked("das Grab von Jaurès").themes
    assert "spring" not in _asked("in cerca di quelle grotte").themes
    assert _asked("at the present time where can we eat").unplaced == ""


def test_dirt_and_machines_that_keep_the_money_are_complaints() -> None:
    told = (
        "les toilettes du parking sont dégueulasses", "le parcmètre a avalé ma carte",
        "le parcmètre ne marche pas", "the toilets are filthy", "the ticket machine ate my card",
        "we were charged twice", "das Zimmer war dreckig", "der Automat hat mein Geld geschluckt",
        "la habitación estaba sucia", "el cajero se ha tragado la tarjeta",
        "la camera era sporca", "il bancomat ha mangiato la carta",
        "de kamer was vies", "de automaat heeft mijn pas ingeslikt", "la cambra èra bruta",
        "l'habitació estava bruta", "el caixer s'ha empassat la targeta",
        "der QR-Code auf dem Zettel führt ins Leere", "the QR code leads nowhere",
    )  # fmt: skip
    assert [t for t in told if _asked(t).concern is not Concern.COMPLAINT] == []
    plain = (
        "on est sales, où prendre une douche", "wir sind dreckig, gibt es Duschen",
        "is the water dirty", "gite avec eau chaude",
    )  # fmt: skip
    assert [t for t in plain if _asked(t).concern is not None] == []


def test_a_taxi_comes_at_its_hour_and_a_walk_takes_it() -> None:
    expected: dict[str, object] = {
        "taxi pour Albi 6h30 demain": None, "rando 1h30 demain": "90min",
        "balade en train 2h30": "150min",
    }  # fmt: skip
    assert _misread(expected, "duration") == {}
    assert _asked("taxi pour Albi 6h30 demain").when == "tomorrow@06:30"


def test_who_fishes_without_a_licence_may_drive() -> None:
    expected: dict[str, object] = {
        "puis-je pêcher sans permis": [], "bateau sans permis": [],
        "venir sans permis à Albi": ["public_transport"], "in the car park": [],
    }  # fmt: skip
    assert _misread(expected, "mobility") == {}


def test_a_place_or_nearby_is_that_place() -> None:
    hired = (
        "noleggio bici a Cordes o nei dintorni", "car hire in Cordes or nearby",
        "location de vélos à Cordes ou alentours", "Fahrradverleih in Cordes oder Umgebung",
        "fietsverhuur in Cordes of in de buurt", "un taxi en Cordes o alrededores",
        "un taxi a Còrdas o als environs", "lloguer de bicis a Cordes o a prop",
    )  # fmt: skip
    assert _misread(dict.fromkeys(hired, "Cordes-sur-Ciel"), "where") == {}
    assert _asked("comprar vino de Gaillac y queso, cerca de aquí").where == "here"
    assert _asked("un bus d'ici à Albi").where in {"Albi", ("here", "Albi")}
