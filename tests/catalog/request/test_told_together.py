"""Days from one to another, hours from one to another, lengths, and people beside an hour."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from babel.dates import format_skeleton

from catalog.model import LANGUAGES
from catalog.request import PlaceNames, read
from catalog.request.lexicon import lexicon

PLACES = PlaceNames(("Carmaux", "Albi"))
PAIRS = [
    (date(2026, 1, 1) + timedelta(days=start), date(2026, 1, 1) + timedelta(days=start + length))
    for start in range(3, 360, 17)
    for length in (1, 4, 31)
]
BETWEEN_DAYS = {
    "fr": ("on est là du {} au {}", "concerts entre le {} et le {}"),
    "en": ("we are here from {} to {}", "concerts between {} and {}"),
    "de": ("wir sind vom {} bis zum {} da", "Konzerte zwischen dem {} und dem {}"),
    "es": ("estamos del {} al {}", "conciertos entre el {} y el {}"),
    "it": ("siamo qui dal {} al {}", "concerti tra il {} e il {}"),
    "nl": ("we zijn er van {} tot {}", "concerten tussen {} en {}"),
    "oc": ("sèm aquí del {} al {}", "de concèrts entre lo {} e lo {}"),
    "ca": ("som aquí del {} al {}", "concerts entre el {} i el {}"),
}
BETWEEN_HOURS = {
    "fr": ("ouvert de {}h à {}h", "entre {} h et {} h", "la piscine {}h-{}h"),
    "en": ("open from {} to {} o'clock", "the pool between {}:00 and {}:00"),
    "de": ("offen von {} bis {} Uhr", "zwischen {} und {} Uhr", "{}-{} Uhr"),
    "es": ("abierto de {} a {} h", "entre las {} y las {} h", "de las {} a las {}"),
    "it": ("aperto dalle {} alle {}", "tra le {} e le {}", "dalle ore {} alle ore {}"),
    "nl": ("open van {} tot {} uur", "tussen {} en {} uur"),
    "oc": ("dobèrt de {} a {} oras", "entre {} oras e {} oras"),
    "ca": ("obert de {} a {} h", "entre les {} i les {} h", "de les {} a les {}"),
}
LENGTHS = {
    "fr": ("une balade de {} heures", "{} petites heures de marche", "on a {} heures"),
    "en": ("a walk of {} hours", "we have {} hours", "{} good hours of walking"),
    "de": ("eine Wanderung von {} Stunden", "wir haben {} Stunden", "gute {} Stunden wandern"),
    "es": ("un paseo de {} horas", "tenemos {} horas", "{} horitas de paseo"),
    "it": ("una passeggiata di {} ore", "abbiamo {} ore", "{} orette a piedi"),
    "nl": ("een wandeling van {} uur", "we hebben {} uur", "{} uurtjes wandelen"),
    "oc": ("una passejada de {} oras", "avèm {} oras", "{} oras de camin"),
    "ca": ("una passejada de {} hores", "tenim {} hores", "{} horetes caminant"),
}
TABLE = {
    "fr": ("table pour {} à {}h", "une table à {1}h pour {0} personnes"),
    "en": ("a table for {} at {}:00", "dinner at {1}:00 for {0} people"),
    "de": ("ein Tisch für {} um {} Uhr", "um {1} Uhr für {0} Personen"),
    "es": ("mesa para {} a las {}", "cena a las {1} para {0} personas"),
    "it": ("tavolo per {} alle {}", "cena alle {1} per {0} persone"),
    "nl": ("tafel voor {} om {} uur", "om {1} uur eten met {0} personen"),
    "oc": ("taula per {} a {} oras", "sopar a {1} oras per {0} personas"),
    "ca": ("taula per a {} a les {}", "sopar a les {1} per a {0} persones"),
}


def _day(lang: str, day: date) -> str:
    locale = "en_GB" if lang == "en" else lang
    return format_skeleton("MMMMd", day, locale=locale)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_days_from_one_to_another_keep_both_ends(lang: str) -> None:
    misread = [
        (text, found)
        for first, last in PAIRS
        for form in BETWEEN_DAYS[lang]
        for text in (form.format(_day(lang, first), _day(lang, last)),)
        if (found := read(text, PLACES).when) != f"date:{first:%m-%d}..{last:%m-%d}"
    ]
    assert not misread


@pytest.mark.parametrize("lang", LANGUAGES)
def test_days_in_figures_keep_both_ends_too(lang: str) -> None:
    form = BETWEEN_DAYS[lang][0]
    for first, last in PAIRS:
        text = form.format(f"{first:%d/%m}", f"{last:%d/%m}")
        assert read(text, PLACES).when == f"date:{first:%m-%d}..{last:%m-%d}", text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_hours_from_one_to_another_keep_their_beginning(lang: str) -> None:
    """`Request.when` has no word for the end of hours: what is stated of them is "after"."""
    misread = []
    for first, last in ((7, 9), (8, 12), (9, 18), (10, 13), (14, 17), (15, 23), (20, 22)):
        for form in BETWEEN_HOURS[lang]:
            text = form.format(first, last)
            request = read(text, PLACES)
            if not (request.when or "").endswith(f"@{first:02}:00+") or request.duration:
                misread.append((text, request.when, request.duration))
    assert not misread


@pytest.mark.parametrize("lang", LANGUAGES)
def test_hours_counted_are_a_length_and_no_time_of_day(lang: str) -> None:
    words = {
        entry.meanings[0].value: said
        for said, entry in lexicon().entries.items()
        for meaning in entry.meanings
        if meaning.group == "number" and meaning.langs == (lang,)
        if meaning.value in {"2", "3", "4"} and " " not in said
        and entry.meanings[0].group == "number"
    }  # fmt: skip
    misread = []
    for number in (2, 3, 4, 5):
        for form in LENGTHS[lang]:
            for count in {str(number), words.get(str(number), str(number))}:
                request = read(form.format(count), PLACES)
                if request.duration != f"{number}h" or request.when is not None:
                    misread.append((form.format(count), request.duration, request.when))
    assert not misread


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_table_has_its_people_and_its_hour(lang: str) -> None:
    misread = []
    for people in (2, 4, 6, 12):
        for hour in (19, 20, 21):
            for form in TABLE[lang]:
                text = form.format(people, hour)
                request = read(text, PLACES)
                told = f"@{hour}:00" in (request.when or "") and f"n:{people}" in request.party
                if not told or request.duration:
                    misread.append((text, request.when, request.party, request.duration))
    assert not misread


@pytest.mark.parametrize(
    "text",
    ["24/7", "7j/7", "24h/24", "24 heures sur 24", "rund um die Uhr", "las 24 horas",
     "24 ore su 24", "24 hours a day", "24 uur per dag", "24 oras sus 24", "les 24 hores"],
)  # fmt: skip
def test_open_around_the_clock_is_no_date_and_no_length(text: str) -> None:
    request = read(f"supermarket {text}", PLACES)
    assert request.when is None
    assert request.duration is None


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("a walk of 1.5 hours", "duration", "90min"),
        ("Wanderung 2.5 Stunden", "duration", "150min"),
        ("balade de 2.5 heures", "duration", "150min"),
        ("una passeggiata di 2.5 chilometri", "max_km", 2.5),
        ("walk of 3.5 kilometres", "max_km", 3.5),
        ("4/5 personnes au restaurant", "party", ("n:5",)),
        ("5/6 people for dinner", "party", ("n:6",)),
        ("enfants de 4/5 ans", "party", ("age:4", "age:5", "kids")),
    ],
)
def test_figures_before_what_they_count_are_no_date(text: str, key: str, value: object) -> None:
    request = read(text, PLACES)
    assert request.when is None
    assert getattr(request, key) == value


@pytest.mark.parametrize(
    "text",
    ["a Saturday Night Fever evening of la mer matinale", "may I bring my dog",
     "mai de castèls", "més castells", "sette chiese", "le musée du jeu", "la mer est belle",
     "la vie de château", "the sun is shining", "we do want to march on", "so früh wie möglich",
     "die Wo ist das", "mi piace il mare", "ma fille et mon fils", "set de table"],
)  # fmt: skip
def test_everyday_words_tell_no_month_and_no_short_weekday(text: str) -> None:
    when = read(text, PLACES).when or ""
    assert not when.startswith("month:")
    assert when.partition(":")[0] not in {"mon", "tue", "wed", "thu", "fri", "sun"}
