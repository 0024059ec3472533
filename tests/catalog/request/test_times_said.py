"""Times and weathers as they are said in eight languages (`times.txt`), and what is neither
(`counted.txt`)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from catalog.request import PlaceNames, read

TABLE: Final = Path(__file__).with_name("times.txt")
COUNTED: Final = Path(__file__).with_name("counted.txt")
PLACES: Final = PlaceNames(("Carmaux", "Albi"))
TODAY: Final = date(2026, 7, 23)


def test_times_and_weathers_are_heard_as_they_are_said() -> None:
    wrong = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line:
            continue
        what, lang, words = line.split(" | ")
        key, expected = what.split()
        for text in words.split("; "):
            found = getattr(read(text, PLACES, lang=lang, today=TODAY), key)
            if (found or "-") != expected:
                wrong.append((lang, text, expected, found))
    assert not wrong


def test_prices_heights_roads_ages_and_numbers_of_things_are_no_time() -> None:
    for line in COUNTED.read_text(encoding="utf-8").splitlines():
        lang, _, forms = line.partition(" | ")
        for form in forms.split("; ") if forms and not line.startswith("#") else ():
            for number in (5, 15):
                text = form.format(number, 88)
                request = read(text, PLACES, lang=lang, today=TODAY)
                assert (request.when, request.duration) == (None, None), text


def test_the_present_hour_gives_way_to_the_one_that_is_asked_about() -> None:
    for text, when in {
        "il est 10h30, on a jusqu'à 13h": "any@13:00-",
        "es ist halb elf, wir haben bis 13 Uhr": "any@13:00-",
        "son las diez, tenemos hasta la una": "any@13:00-",
        "la visite est à 15h ou 16h": "any@15:00",
    }.items():
        assert read(text, PLACES).when == when, text


def test_short_hours_and_long_weekends_are_lengths() -> None:
    for text, length in {
        "on a une petite heure": "1h",
        "une petite heure de libre": "1h",
        "long weekend in the area, bikes": "weekend",
        "ein langes Wochenende": "weekend",
        "Dreitagestour Mitte Oktober": "3d",
        "eine Zweitageswanderung": "2d",
        "Mehrtagestour": None,
        "Tagestour": "day",
        "un weekend lungo": "weekend",
        "un fin de semana largo": "weekend",
        "una petite de trois ans": None,
    }.items():
        assert read(text, PLACES).duration == length, text


def test_a_bed_every_night_is_no_time() -> None:
    for text, when in {
        "a different hotel every night": None,
        "un gîte différent chaque nuit": None,
        "live music every night": "any:night",
        "musique chaque nuit": "any:night",
    }.items():
        assert read(text, PLACES).when == when, text
