"""Bounds of hours in every notation, lengths that last, and what asks for no weather or length."""

from __future__ import annotations

from typing import Final

import pytest

from catalog.model import LANGUAGES
from catalog.request import PlaceNames, read

PLACES: Final = PlaceNames(("Carmaux", "Albi"))
HALF_PAST_TWO: Final = {
    "fr": ("14h30", "14 h 30", "14:30", "quatorze heures trente"),
    "en": ("2.30 pm", "2:30pm", "half two", "half past two", "14:30"),
    "de": ("14 Uhr 30", "14:30 Uhr", "14.30 Uhr", "halb drei", "14h30"),
    "es": ("las 14:30", "las 14.30", "las dos y media", "las dos y media de la tarde"),
    "it": ("le 14.30", "le 14:30", "le due e mezza", "le due e mezza del pomeriggio"),
    "nl": ("14.30 uur", "14:30", "half drie", "half drie 's middags", "14u30"),
    "oc": ("14h30", "las doas e mièja", "las doas e mièja del vèspre"),
    "ca": ("les 14:30", "les 14.30 h", "dos quarts de tres", "les dues i mitja"),
}
BOUNDS: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "fr": {"": ("à {}", "vers {}"), "+": ("après {}", "dès {}"), "-": ("avant {}", "d'ici {}")},
    "en": {"": ("at {}", "around {}"), "+": ("after {}", "from {}"), "-": ("before {}", "by {}")},
    "de": {"": ("um {}", "gegen {}"), "+": ("nach {}", "ab {}"), "-": ("vor {}", "bis {}")},
    "es": {
        "": ("a {}", "sobre {}"),
        "+": ("después de {}", "a partir de {}"),
        "-": ("antes de {}", "hasta {}", "no más tarde de {}"),
    },
    "it": {
        "": ("verso {}",),
        "+": ("dopo {}", "non prima del{}"),
        "-": ("entro {}", "prima del{}", "fino al{}"),
    },
    "nl": {"": ("om {}", "rond {}"), "+": ("na {}", "vanaf {}"), "-": ("voor {}", "tot {}")},
    "oc": {"": ("a {}",), "+": ("aprèp {}", "a partir de {}"), "-": ("abans {}", "fins a {}")},
    "ca": {
        "": ("a {}", "cap a {}"),
        "+": ("després de {}", "a partir de {}", "des de {}"),
        "-": ("abans de {}", "fins a {}", "no més tard de {}"),
    },
}
TOMORROW: Final = {
    "fr": "demain un concert {}", "en": "tomorrow a concert {}", "de": "morgen {} ein Konzert",
    "es": "mañana un concierto {}", "it": "domani un concerto {}", "nl": "morgen {} een concert",
    "oc": "deman un concèrt {}", "ca": "demà un concert {}",
}  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_hour_keeps_its_bound_in_every_notation(lang: str) -> None:
    misread = []
    for hour in HALF_PAST_TWO[lang]:
        for bound, forms in BOUNDS[lang].items():
            for form in forms:
                glued = form.replace("del{}", "del" + hour).replace("al{}", "al" + hour)
                text = TOMORROW[lang].format(glued.format(hour))
                day, _, clock = (read(text, PLACES).when or "").partition("@")
                if day.partition(":")[0] != "tomorrow" or clock != f"14:30{bound}":
                    misread.append((text, day, clock))
    assert not misread


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("demain après midi et demi", "tomorrow@12:30+"),
        ("domani prima di mezzogiorno e mezza", "tomorrow@12:30-"),
        ("domani dopo le ore 19", "tomorrow@19:00+"),
        ("is the pool open until 7 tomorrow", "tomorrow@19:00-"),
        ("until about 5 tomorrow", "tomorrow@17:00-"),
        ("ein Konzert morgen gegen zwölf Uhr mittags", "tomorrow:midday"),
    ],
)
def test_noon_and_closing_hours_are_read(text: str, when: str) -> None:
    assert read(text, PLACES).when == when


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("une balade d'un jour et demi", "1.5d"),
        ("a walk of a day and a half", "1.5d"),
        ("una excursión de día y medio", "1.5d"),
        ("una caminada d'hora i mitja", "90min"),
        ("a walk of 1 hr 30", "90min"),
        ("eine zweistündige Wanderung", "2h"),
        ("we are here for a fortnight", "14d"),
        ("una ruta de no más de una hora", "1h"),
        ("una passeggiata di mezzora", "30min"),
    ],
)
def test_lengths_with_halves_are_whole(text: str, duration: str) -> None:
    request = read(text, PLACES)
    assert (request.duration, request.when, request.radius_km) == (duration, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "une balade qui dure deux heures", "combien de temps dure la balade",
        "una ruta que dura dos horas", "una passeggiata che dura due ore",
        "una caminada que duri dues hores", "quant dura la passejada",
    ],
)  # fmt: skip
def test_what_lasts_is_not_hard(text: str) -> None:
    assert read(text, PLACES).difficulty is None


@pytest.mark.parametrize("text", ["une balade dure", "una ruta dura", "una caminada ben dura"])
def test_what_is_hard_is(text: str) -> None:
    assert read(text, PLACES).difficulty == "hard"


@pytest.mark.parametrize(
    "text",
    [
        "que faire par tous les temps", "que faire s'il ne pleut pas",
        "is the market on come rain or shine", "what can we do if it doesn't rain",
        "Ausflug bei jedem Wetter", "Ausflug, wenn es nicht regnet", "llueva o haga sol",
        "una gita con qualsiasi tempo", "een uitje, weer of geen weer", "se plòu pas",
        "faci el temps que faci",
    ],
)  # fmt: skip
def test_any_weather_asks_for_none(text: str) -> None:
    assert read(text, PLACES).weather is None


@pytest.mark.parametrize(
    ("text", "radius", "length"),
    [
        ("a restaurant 15 minutes' walk away", 1.1, None),
        ("a bakery less than an hour away", 50.0, None),
        ("Restaurant, maximal zehn Gehminuten entfernt", 0.8, None),
        ("ein Bäcker zehn Minuten zu Fuß", 0.8, None),
        ("descente en canoë de 10 km", None, 10.0),
        ("max venti chilometri in bici elettrica", None, 20.0),
        ("a walk of a mile and a half", None, 2.41),
        ("eine Wanderung von 15 Minuten zu Fuß", None, None),
    ],
)
def test_a_way_to_go_is_told_from_a_length(
    text: str, radius: float | None, length: float | None
) -> None:
    request = read(text, PLACES)
    assert (request.radius_km, request.max_km) == (radius, length)


@pytest.mark.parametrize(
    ("text", "price"),
    [("pizza à 12€50", 12.5), ("two pounds of apples", None), ("a meal under £20", 20.0)],
)
def test_money_is_told_from_weight(text: str, price: float | None) -> None:
    assert read(text, PLACES).max_price == price
