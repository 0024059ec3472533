"""From the day somebody comes to the day they go."""

from __future__ import annotations

from datetime import date
from typing import Final

from catalog.request import PlaceNames, read

PLACES: Final = PlaceNames(("Carmaux", "Albi"))
TODAY: Final = date(2026, 7, 23)
STAYS: Final = {
    "fr": ("on arrive le {} et on repart le {}, un camping ?", "arrivée le {}, départ le {}"),
    "en": ("we arrive on the {}th and leave on the {}th", "we come the {}th and go the {}th"),
    "de": ("wir kommen am {}. an und reisen am {}. ab", "Anreise am {}., Abreise am {}."),
    "es": ("llegamos el {} y nos vamos el {}", "llegada el {}, salida el {}"),
    "it": ("arriviamo il {} e ripartiamo il {}", "arrivo il {}, partenza il {}"),
    "nl": ("we komen de {}e aan en vertrekken de {}e", "aankomst de {}e, vertrek de {}e"),
    "oc": ("arribam lo {} e partissèm lo {}",),
    "ca": ("arribem el {} i marxem el {}",),
}


def test_a_stay_is_told_by_its_first_and_last_day() -> None:
    for lang, forms in STAYS.items():
        for form in forms:
            for first, last, said in (
                (4, 9, "date:08-04..08-09"),
                (28, 6, "date:07-28..08-06"),
            ):
                text = form.format(first, last)
                assert read(text, PLACES, lang=lang, today=TODAY).when == said, text


def test_a_named_month_needs_no_today() -> None:
    for text in (
        "on arrive le 1er août et on repart le 9",
        "arrival on 1 August, departure 9 August",
        "llegamos el 1 de agosto y nos vamos el 9 de agosto",
    ):
        assert read(text, PLACES).when == "date:08-01..08-09", text


def test_coming_and_going_without_two_days_is_no_stay() -> None:
    for text, when in {
        "on vient de Toulouse, on part à 9h": "any@09:00",
        "we come from Albi and go to Carmaux on the 9th": "date:08-09",
        "we arrive at 3 and leave at 5": "any@15:00",
        "wir kommen mit 3 Kindern und fahren am 9. weiter": "date:08-09",
        "on arrive à 3 et on repart à 5": None,
    }.items():
        assert read(text, PLACES, today=TODAY).when == when, text
