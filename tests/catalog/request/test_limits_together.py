"""Limits told one after the other: each is read as when it stands alone, whichever comes first."""

from __future__ import annotations

from itertools import permutations
from typing import Final

import pytest

from catalog.model import LANGUAGES
from catalog.request import PlaceNames, read

PLACES: Final = PlaceNames(("Carmaux", "Albi"))
WALK: Final = {
    "fr": "une balade", "en": "a walk", "de": "eine Wanderung", "es": "una ruta",
    "it": "una passeggiata", "nl": "een wandeling", "oc": "una passejada", "ca": "una caminada",
}  # fmt: skip
LIMITS: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "fr": {
        "when": ("demain matin", "vendredi en huit", "en août", "dans trois jours"),
        "duration": ("de deux heures", "d'une demi-journée"),
        "weather": ("s'il pleut", "avec cette chaleur"),
        "max_price": ("à moins de 20 euros", "gratuit"),
        "difficulty": ("facile", "pour bons marcheurs"),
        "mobility": ("en train", "avec une poussette"),
    },
    "en": {
        "when": ("tomorrow morning", "a week on Friday", "in August", "in three days"),
        "duration": ("of two hours", "lasting half a day"),
        "weather": ("if it rains", "in this heat"),
        "max_price": ("under €20", "free of charge"),
        "difficulty": ("easy", "for experienced walkers"),
        "mobility": ("by train", "with a pushchair"),
    },
    "de": {
        "when": ("morgen Vormittag", "Freitag in acht Tagen", "im August", "in drei Tagen"),
        "duration": ("von zwei Stunden", "von einem halben Tag"),
        "weather": ("wenn es regnet", "bei dieser Hitze"),
        "max_price": ("unter 20 Euro", "kostenlos"),
        "difficulty": ("leicht", "für Geübte"),
        "mobility": ("mit dem Zug", "mit Kinderwagen"),
    },
    "es": {
        "when": ("mañana por la mañana", "el viernes en ocho días", "en agosto"),
        "duration": ("de dos horas", "de medio día"),
        "weather": ("si llueve", "con este calor"),
        "max_price": ("por menos de 20 euros", "gratis"),
        "difficulty": ("fácil", "para expertos"),
        "mobility": ("en tren", "con cochecito"),
    },
    "it": {
        "when": ("domani mattina", "venerdì a otto", "ad agosto", "fra tre giorni"),
        "duration": ("di due ore", "di mezza giornata"),
        "weather": ("se piove", "con questo caldo"),
        "max_price": ("a meno di 20 euro", "gratis"),
        "difficulty": ("facile", "per esperti"),
        "mobility": ("in treno", "con il passeggino"),
    },
    "nl": {
        "when": ("morgenochtend", "vrijdag over een week", "in augustus", "over drie dagen"),
        "duration": ("van twee uur", "van een halve dag"),
        "weather": ("als het regent", "met deze hitte"),
        "max_price": ("onder de 20 euro", "gratis"),
        "difficulty": ("makkelijk", "voor gevorderden"),
        "mobility": ("met de trein", "met een kinderwagen"),
    },
    "oc": {
        "when": ("deman de matin", "divendres en uèch", "en agost", "dins tres jorns"),
        "duration": ("de doas oras", "de mièja jornada"),
        "weather": ("se plòu", "amb aquesta calor"),
        "max_price": ("a mens de 20 èuros", "a gratis"),
        "difficulty": ("aisida",),
        "mobility": ("en tren",),
    },
    "ca": {
        "when": ("demà al matí", "divendres en vuit", "a l'agost", "d'aquí a tres dies"),
        "duration": ("de dues hores", "de mig dia"),
        "weather": ("si plou", "amb aquesta calor"),
        "max_price": ("per menys de 20 euros", "gratis"),
        "difficulty": ("fàcil", "per a experts"),
        "mobility": ("en tren", "amb cotxet"),
    },
}


def _limits(text: str) -> dict[str, object]:
    keys = read(text, PLACES).keys()
    return {
        key: keys[key]
        for key in (*LIMITS["fr"], "radius_km", "max_km")
        if keys[key] not in (None, [])
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_two_limits_leave_each_other_alone(lang: str) -> None:
    said = [(key, form) for key, forms in LIMITS[lang].items() for form in forms]
    alone = {form: _limits(f"{WALK[lang]} {form}") for _, form in said}
    assert all(alone.values())
    misread = []
    for (one, first), (other, second) in permutations(said, 2):
        for link in (" ", ", "):
            text = f"{WALK[lang]} {first}{link}{second}"
            if one != other and _limits(text) != alone[first] | alone[second]:
                misread.append((text, _limits(text)))
    assert not misread
