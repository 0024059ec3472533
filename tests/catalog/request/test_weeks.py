"""Weekdays of later weeks, parts beside a day, months before a count, streets with a date."""

from __future__ import annotations

from typing import Final

import pytest
from babel.dates import get_day_names, get_month_names

from catalog.model import LANGUAGES
from catalog.request import PlaceNames, read

PLACES: Final = PlaceNames(("Carmaux", "Albi"))
WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
CONCERT: Final = {
    "fr": "y a-t-il un concert {} ?",
    "en": "is there a concert {}?",
    "de": "gibt es {} ein Konzert?",
    "es": "¿hay algún concierto {}?",
    "it": "c'è un concerto {}?",
    "nl": "is er {} een concert?",
    "oc": "i a un concèrt {} ?",
    "ca": "hi ha cap concert {}?",
}
LATER: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "fr": {
        "{}+7": ("{} en huit", "le {} dans huit jours", "pas ce {}, le suivant"),
        "{}+14": ("{} en quinze", "{} dans deux semaines"),
        "next_week:{}": ("le {} de la semaine prochaine", "la semaine prochaine, {}"),
        "{}": ("{} prochain", "ce {}", "tous les {}s"),
    },
    "en": {
        "{}+7": ("a week on {}", "{} week", "the {} after next", "not this {}, the one after"),
        "{}+14": ("a fortnight on {}", "two weeks on {}"),
        "next_week:{}": ("{} next week", "next week on {}"),
        "{}": ("next {}", "this coming {}", "every {}"),
    },
    "de": {
        "{}+7": ("{} in acht Tagen", "übernächsten {}"),
        "{}+14": ("{} in zwei Wochen", "{} in vierzehn Tagen"),
        "next_week:{}": ("nächste Woche {}", "{} nächster Woche"),
        "{}": ("nächsten {}", "am kommenden {}", "jeden {}"),
    },
    "es": {
        "{}+7": ("el {} que viene no, el otro", "{} en ocho días"),
        "{}+14": ("{} en quince días",),
        "next_week:{}": ("el {} de la semana que viene", "la semana que viene, el {}"),
        "{}": ("el {} que viene", "este {}", "cada {}"),
    },
    "it": {
        "{}+7": ("{} a otto", "{} fra una settimana", "non {} prossimo, quello dopo"),
        "{}+14": ("{} a quindici",),
        "next_week:{}": ("{} della settimana prossima", "{} della prossima settimana"),
        "{}": ("{} prossimo", "questo {}", "ogni {}"),
    },
    "nl": {
        "{}+7": ("{} over een week", "{} over acht dagen"),
        "{}+14": ("{} over twee weken", "{} over veertien dagen"),
        "next_week:{}": ("volgende week {}", "{} volgende week"),
        "{}": ("komende {}", "aanstaande {}", "elke {}"),
    },
    "oc": {
        "{}+7": ("{} en uèch", "{} dins uèch jorns"),
        "{}+14": ("{} en quinze",),
        "next_week:{}": ("lo {} de la setmana que ven",),
        "{}": ("{} que ven", "aqueste {}", "cada {}"),
    },
    "ca": {
        "{}+7": ("{} en vuit", "{} que ve no, l'altre"),
        "{}+14": ("{} en quinze",),
        "next_week:{}": ("el {} de la setmana que ve",),
        "{}": ("{} que ve", "aquest {}", "cada {}"),
    },
}
BESIDE: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "fr": {"morning": ("{} à la première heure",), "evening": ("{} tard",)},
    "en": {"morning": ("early {}", "{} first thing"), "evening": ("late {}",)},
    "de": {"morning": ("{} zeitig",), "night": ("{} Nacht", "{}nacht")},
    "es": {"morning": ("el {} a primera hora",), "night": ("la madrugada del {}",)},
    "it": {"morning": ("{} presto", "{} di buon'ora"), "night": ("{} notte",)},
    "nl": {"morning": ("{} vroeg",), "evening": ("{} laat",), "night": ("{}nacht",)},
    "oc": {"morning": ("{} de bon matin",), "evening": ("{} tard",)},
    "ca": {"morning": ("{} a primera hora",), "night": ("la matinada de {}",)},
}
WHOLE: Final = {
    "fr": ("un {} entier", "tout le {}"),
    "en": ("a whole {}", "an entire {}"),
    "de": ("einen ganzen {}",),
    "es": ("un {} entero", "todo el {}"),
    "it": ("un {} intero",),
    "nl": ("een hele {}",),
    "oc": ("un {} sencer", "tot lo {}"),
    "ca": ("un {} sencer", "tot el {}"),
}
IN_MONTH: Final = {
    "fr": ("en {} un concert", "fin {} deux concerts", "le deuxième dimanche de {}"),
    "en": ("in {} a concert", "early {} two concerts", "the first Sunday in {}"),
    "de": ("im {} ein Konzert", "Ende {} zwei Konzerte", "am ersten Sonntag im {}"),
    "es": ("en {} un concierto", "a finales de {} dos conciertos", "el último domingo de {}"),
    "it": ("a {} un concerto", "a fine {} due concerti", "l'ultima domenica di {}"),
    "nl": ("in {} een concert", "eind {} twee concerten", "de laatste zondag van {}"),
    "oc": ("en {} un concèrt", "lo primièr dimenge de {}"),
    "ca": ("durant el mes de {} un concert", "l'últim diumenge de {}"),
}
STREETS: Final = (
    "rue du {d} {fr}", "place du {d} {fr} 1944", "avenue du {d} {fr}, il y a un parking ?",
    "Straße des {d}. {de}", "Platz des {d}. {de}", "calle {d} de {es}", "plaza del {d} de {es}",
    "via {d} {it}", "piazza {d} {it}", "via XX {it}", "{d} {nl}-plein", "{d} {nl} straat",
    "carrièra del {d} de {oc}", "carrer {d} de {ca}", "plaça del {d} de {ca}",
)  # fmt: skip
NO_STREET: Final = (
    "place de camping le {d} {fr}", "Platz am {d}. {de}", "am {d}. {de} Platz reservieren",
    "in the square {d} {en}", "{d} {en} street party", "op het plein {d} {nl}",
    "plaza el {d} de {es}", "posto il {d} {it}",
)  # fmt: skip


def _days(lang: str) -> list[str]:
    return [get_day_names("wide", locale=lang)[index] for index in range(7)]


def _months(lang: str) -> list[str]:
    return [name.removeprefix("de ").removeprefix("d’") for name in _named(lang)]


def _named(lang: str) -> list[str]:
    names = get_month_names("wide", locale=lang)
    return [names[index] for index in range(1, 13)]


def _when(lang: str, phrase: str) -> str | None:
    return read(CONCERT[lang].format(phrase), PLACES).when


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_weekday_is_of_the_week_that_is_told(lang: str) -> None:
    misread = [
        (phrase, found)
        for meant, forms in LATER[lang].items()
        for form in forms
        for code, day in zip(WEEKDAYS, _days(lang), strict=True)
        for phrase in (form.format(day),)
        if (found := _when(lang, phrase)) != meant.format(code)
    ]
    assert not misread


@pytest.mark.parametrize("lang", LANGUAGES)
def test_early_late_and_night_are_parts_right_beside_a_day(lang: str) -> None:
    misread = [
        (phrase, found)
        for part, forms in BESIDE[lang].items()
        for form in forms
        for code, day in zip(WEEKDAYS, _days(lang), strict=True)
        for phrase in (form.format(day),)
        if (found := _when(lang, phrase)) != f"{code}:{part}"
    ]
    assert not misread


@pytest.mark.parametrize(
    "text", ["late checkout", "early booking", "eine Nacht", "tre notti", "tard"]
)
def test_away_from_a_day_they_are_none(text: str) -> None:
    assert read(text, PLACES).when is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_whole_day_lasts_a_day(lang: str) -> None:
    for form in WHOLE[lang]:
        for code, day in zip(WEEKDAYS, _days(lang), strict=True):
            request = read(CONCERT[lang].format(form.format(day)), PLACES)
            assert (request.when, request.duration) == (code, "day"), form.format(day)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_counted_behind_a_month_is_no_day_of_it(lang: str) -> None:
    misread = [
        (text, found)
        for number, month in enumerate(_months(lang), 1)
        for form in IN_MONTH[lang]
        for text in (form.format(month).replace("de a", "d'a").replace("de o", "d'o"),)
        if (found := read(text, PLACES).when) != f"month:{number:02}"
    ]
    assert not misread


@pytest.mark.parametrize("month", range(12))
def test_the_date_that_names_a_street_is_none(month: int) -> None:
    named = {lang: _months(lang)[month] for lang in LANGUAGES}
    for form in STREETS:
        assert read(form.format(d=8, **named), PLACES).when is None, form.format(d=8, **named)
    for form in NO_STREET:
        text = form.format(d=8, **named)
        assert read(text, PLACES).when == f"date:{month + 1:02}-08", text


def test_of_two_days_of_a_later_week_the_first_counts() -> None:
    for text in (
        "Tuesday or Wednesday next week",
        "mardi ou mercredi de la semaine prochaine",
        "Dienstag oder Mittwoch nächste Woche",
        "martedì o mercoledì della settimana prossima",
        "dinsdag of woensdag volgende week",
    ):
        assert read(text, PLACES).when == "next_week:tue", text
