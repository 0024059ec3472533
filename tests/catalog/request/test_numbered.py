"""Days of a month that nobody names, told by their number or their place among its weekdays."""

from __future__ import annotations

from calendar import monthcalendar
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from babel.dates import format_date, get_day_names, get_month_names

from catalog.model import LANGUAGES
from catalog.request import PlaceNames, read
from catalog.request.turns import turn
from catalog.request.turns_model import Act, Past
from tests.bench.turns import LAKES

if TYPE_CHECKING:
    from collections.abc import Iterator

PLACES: Final = PlaceNames(("Carmaux", "Albi"))
TODAYS: Final = (date(2026, 7, 23), date(2026, 12, 28), date(2028, 2, 27))
ON_THE: Final = {
    "fr": ("un concert le {} ?", "le {} on sera là, un marché ?", "à partir du {}, un gîte"),
    "en": ("is there a concert on the {}th?", "from the {}th, a cottage", "the {}th, any market?"),
    "de": ("gibt es am {}. ein Konzert?", "ab dem {}. ein Zimmer", "den {}., ist da Markt?"),
    "es": ("¿hay un concierto el {}?", "hay algo el día {}", "a partir del {}, una casa rural"),
    "it": ("c'è un concerto il {}?", "c'è qualcosa il giorno {}?", "il {} siamo qui"),
    "nl": ("is er de {}e iets te doen", "op de {}e een concert", "vanaf de {}e een huisje"),
    "oc": ("i a un concèrt lo {} ?", "lo {} i a quicòm ?", "lo jorn {} un concèrt"),
    "ca": ("hi ha cap concert el {}?", "el dia {} hi ha alguna cosa?", "a partir del {}, una casa"),
}
FROM_TO: Final = {
    "fr": "un gîte du {} au {}",
    "en": "a cottage from the {}th to the {}th",
    "de": "ein Zimmer vom {}. bis zum {}.",
    "es": "una habitación del {} al {}",
    "it": "una camera dal {} al {}",
    "nl": "een huisje van de {}e tot de {}e",
    "oc": "un gite del {} al {}",
    "ca": "una casa del {} al {}",
}
WHICH: Final = {
    "fr": ("le premier {} du mois", "le dernier {} du mois", "le deuxième {} de {}"),
    "en": ("the first {} of the month", "the last {} of the month", "the second {} in {}"),
    "de": ("am ersten {} im Monat", "letzter {} im Monat", "am zweiten {} im {}"),
    "es": ("el primer {} del mes", "el último {} de mes", "el segundo {} de {}"),
    "it": ("il primo {} del mese", "l'ultimo {} del mese", "il secondo {} di {}"),
    "nl": ("de eerste {} van de maand", "de laatste {} van de maand", "de tweede {} van {}"),
    "oc": ("lo primièr {} del mes", "lo darrièr {} del mes", "lo segond {} de {}"),
    "ca": ("el primer {} de mes", "l'últim {} del mes", "el segon {} de {}"),
}
WEEKDAY_NUMBERED: Final = {
    "en": "on {} the {}th",
    "de": "am {}, den {}.",
    "nl": "{} de {}e",
}
NO_DAY: Final = """
il faut appeler le 15 ou le 18 ? | le samu c'est le 15 ? | llamo al 15 o al 112 | chiamo il 15 ?
on habite dans le 12 | on vient du 12, un camping ? | c'est au 5 rue de la Paix
le 2 s'il vous plaît | le 3e étage | la 5e visite est gratuite | le 20e siècle | une table pour 12
je prends le bus 12 | the 3rd one please | on the 5th floor | the 12th century church
take the 3rd exit | is the 2nd open? | the 5 of us want lunch | the 10 best walks
from junction 9 to 12 | Friday 7 people | Friday 8pm | mit den 15 Kindern
am 2. Kreisverkehr links | im 3. Stock | den 3. Vorschlag drucken | Sonntag 9 Uhr | el 5 estrellas
el 2 por favor | el 112 | las 10 mejores rutas | el 4x4 | il 118 | il 5 stelle | de 3e verdieping
de 12e eeuw | afrit 5 | de 5 leukste musea | lo 112 | lo 20en sègle | el 3 si us plau
samedi 12 personnes | jeudi 20 km à vélo | samedi 20h | domenica 10 persone | dimarts 8 persones
le 5 août | August 5th | am 5. August | del 5 al 8 de agosto | il 5 agosto | 5 augustus
lo 5 d'agost
""".replace("\n", "|").split("|")


def told(text: str, lang: str, today: date) -> str | None:
    return read(text, PLACES, lang=lang, today=today).when


def coming(today: date, number: int) -> date:
    return next(day for ahead in range(70) if (day := today + timedelta(ahead)).day == number)


def weekdays(lang: str) -> list[str]:
    names = get_day_names(locale=lang)
    return [str(names[at]) for at in range(7)]


def test_the_number_of_a_day_is_the_next_such_day() -> None:
    wrong = [
        (text, today, found)
        for today in TODAYS
        for lang in LANGUAGES
        for form in ON_THE[lang]
        for number in (4, 11, 15, 20, 30)
        if (found := told(text := form.format(number), lang, today))
        != f"date:{coming(today, number):%m-%d}"
    ]
    assert not wrong


def test_a_stretch_of_numbers_ends_after_it_begins() -> None:
    for today in TODAYS:
        for lang in LANGUAGES:
            for first, last in ((5, 8), (28, 4)):
                start = coming(today, first)
                expected = f"date:{start:%m-%d}..{coming(start, last):%m-%d}"
                text = FROM_TO[lang].format(first, last)
                assert told(text, lang, today) == expected, (text, today)


def nth(today: date) -> Iterator[tuple[str, str, date]]:
    """Wordings in every language, and the day as a calendar on the wall tells it."""
    following = (today.replace(day=28) + timedelta(days=7)).replace(day=1)
    for lang in LANGUAGES:
        for weekday, name in enumerate(weekdays(lang)):
            for which, form in ((0, WHICH[lang][0]), (-1, WHICH[lang][1])):
                days = [
                    date(month.year, month.month, days[which])
                    for month in (today, following)
                    if (days := _column(month, weekday))
                ]
                yield lang, form.format(name), next(day for day in days if day >= today)
            for month in (5, 9):
                name_of_month = get_month_names("wide", "stand-alone", lang)[month]
                year = today.year + (month < today.month)
                second = date(year, month, _column(date(year, month, 1), weekday)[1])
                yield lang, WHICH[lang][2].format(name, name_of_month), second


def _column(month: date, weekday: int) -> list[int]:
    return [week[weekday] for week in monthcalendar(month.year, month.month) if week[weekday]]


def test_a_weekday_of_a_month_is_its_day() -> None:
    wrong = [
        (text, today, day, found)
        for today in TODAYS
        for lang, text, day in nth(today)
        if (found := told(text, lang, today)) != f"date:{day:%m-%d}"
    ]
    assert not wrong


def test_a_weekday_and_a_number_that_agree_are_one_day() -> None:
    for today in TODAYS:
        for lang in LANGUAGES:
            for ahead in (5, 12, 30):
                day = today + timedelta(days=ahead)
                form = WEEKDAY_NUMBERED.get(lang, "{} {}")
                text = form.format(format_date(day, "EEEE", locale=lang), day.day)
                assert told(text, lang, today) == f"date:{day:%m-%d}", (text, today)


def test_weekends_of_a_month() -> None:
    for lang, text in {
        "fr": "le dernier week-end d'août",
        "en": "the last weekend of August",
        "de": "letztes Augustwochenende",
        "es": "el último fin de semana de agosto",
        "it": "l'ultimo weekend di agosto",
        "nl": "laatste weekend van augustus",
        "oc": "lo darrièr cap de setmana d'agost",
        "ca": "l'últim cap de setmana d'agost",
    }.items():
        assert told(text, lang, TODAYS[0]) == "date:08-29..08-30", text
    assert told("le week-end du 15", "fr", TODAYS[0]) == "date:08-15..08-16"


def test_other_numbers_are_no_day_however_well_today_is_known() -> None:
    for said in NO_DAY:
        text = said.strip()
        assert read(text, PLACES, today=TODAYS[0]).when == read(text, PLACES).when, text


def test_what_is_shown_is_still_pointed_at() -> None:
    past = Past(request=read("une baignade", PLACES), text="une baignade", shown=LAKES)
    for text in ("le 2", "la 3", "le 1 s'il vous plaît"):
        assert turn(past, text, PLACES, lang="fr", today=TODAYS[0]).act is Act.PICK, text


def test_an_hour_behind_a_numbered_day_is_an_hour() -> None:
    for text in (
        "martedì 4 alle 14",
        "martes 4 a las 14 h",
        "mardi 4 à 14h",
        "Dienstag, 4. um 14 Uhr",
    ):
        assert read(text, PLACES, today=TODAYS[0]).when == "date:08-04@14:00", text


def test_the_week_of_a_day_is_seven_days() -> None:
    for text in (
        "la semaine du 10 août", "la semaine du 10", "the week of 10 August",
        "the week of the 10th", "in der Woche vom 10. August", "in der Woche vom 10.",
        "la semana del 10 de agosto",
        "la settimana del 10", "een huisje in de week van de 10e", "la setmana del 10 d'agost",
    ):  # fmt: skip
        assert read(text, PLACES, today=TODAYS[0]).when == "date:08-10..08-16", text
    for text in (
        "une semaine à partir du 10 août",
        "one week from 10 August",
        "une semaine le 10 août",
    ):
        assert read(text, PLACES, today=TODAYS[0]).when == "date:08-10", text


def test_what_is_shown_is_not_the_first_sunday() -> None:
    past = Past(request=read("une baignade", PLACES), text="une baignade", shown=LAKES)
    found = turn(past, "le premier dimanche du mois ?", PLACES, lang="fr", today=TODAYS[0])
    assert found.request is not None
    assert found.request.when == "date:08-02"
