"""A car that is being repaired is not driven and its garage not sought; a broken one is."""

from __future__ import annotations

import pytest

from catalog.model import Kind
from catalog.request import PlaceNames, read

PLACES = PlaceNames(["Albi", "Carmaux", "Cordes-sur-Ciel", "Najac"], ["Cap Découverte"])


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "ma voiture est au garage pour 3 heures, que faire ?"),
        ("fr", "j'ai 3h à tuer avant que le garage me rende ma voiture"),
        ("en", "my car is being repaired for three hours, what can I do meanwhile?"),
        ("en", "our van is at the garage until 4, anything to see nearby?"),
        ("de", "das Auto ist in der Werkstatt, was können wir so lange machen?"),
        ("de", "Wir haben einen halben Tag und das Auto ist in der Werkstatt"),
        ("es", "el coche está en el taller, ¿qué hacemos mientras tanto?"),
        ("it", "l'auto è dal meccanico fino alle 16, cosa facciamo intanto?"),
        ("nl", "de auto staat bij de garage, wat kunnen we ondertussen doen?"),
        ("oc", "la veitura es al garatge, qué podèm far ?"),
        ("ca", "tenim el cotxe al taller, què podem fer mentrestant?"),
    ],
)
def test_a_car_in_repair_leaves_an_outing_without_it(lang: str, text: str) -> None:
    found = read(text, PLACES, lang=lang)
    assert set(found.types) <= {Kind.ACTIVITY, Kind.ATTRACTION}
    assert found.types
    assert found.mobility == ("public_transport",)
    assert not set(found.themes) & {"car_park", "car_repair", "driving", "craft_workshop"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "ma voiture est en panne, un garage ?"),
        ("fr", "où faire réparer ma voiture ?"),
        ("en", "is there a garage, my car is making noises"),
        ("en", "who can fix my car today?"),
        ("de", "Wo kann ich mein Auto reparieren lassen?"),
        ("es", "¿dónde puedo arreglar el coche?"),
        ("it", "dove posso far riparare la macchina?"),
        ("nl", "waar kan ik mijn auto laten repareren"),
        ("oc", "ont pòdi far adobar la veitura ?"),
        ("ca", "on puc arreglar el cotxe?"),
    ],
)
def test_a_car_to_repair_seeks_the_garage(lang: str, text: str) -> None:
    found = read(text, PLACES, lang=lang)
    assert "car_repair" in found.themes
    assert not {"parking", "car_park"} & set(found.themes)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "une journée, train ou bus seulement : un musée et une baignade"),
        ("fr", "une journée uniquement en bus et en train, un musée"),
        ("en", "a day out, trains and buses only, a museum and a swim"),
        ("en", "a day by bus or train only, a museum"),
        ("de", "ein Tag, nur Zug oder Bus, ein Museum"),
        ("es", "un día solo en tren o autobús, un museo"),
        ("it", "un giorno, solo treno o autobus, un museo"),
        ("nl", "een dag, alleen trein of bus, een museum"),
        ("oc", "una jornada sonque amb lo tren o lo bus, un musèu"),
        ("ca", "un dia, només tren o bus, un museu"),
    ],
)
def test_who_goes_by_nothing_but_trains_and_buses_seeks_none(lang: str, text: str) -> None:
    found = read(text, PLACES, lang=lang)
    assert found.mobility == ("public_transport",)
    assert Kind.TRANSPORT not in found.types
    assert not set(found.themes) & {"train_station", "bus_stop", "individuals"}
    assert "museum" in found.themes


@pytest.mark.parametrize(
    "text", ["is there only one bus to Albi?", "le train ou le bus pour Najac", "nur der Bus?"]
)
def test_a_train_or_a_bus_that_is_asked_for_is_sought(text: str) -> None:
    assert Kind.TRANSPORT in read(text, PLACES).types
