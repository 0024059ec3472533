"""Days and months from one to another."""

from __future__ import annotations

import pytest

from catalog.request import PlaceNames, read

PLACES = PlaceNames(["Albi", "Carmaux"])


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("du 28 juillet au 3 août", "date:07-28..08-03"),
        ("entre le 5 et le 8 août", "date:08-05..08-08"),
        ("du samedi 1er au samedi 8 août", "date:08-01..08-08"),
        ("carnaval du 3 au 5/08", "date:08-03..08-05"),
        ("from July 28 to August 3", "date:07-28..08-03"),
        ("vom 3. bis zum 8. August", "date:08-03..08-08"),
        ("juillet-août", "date:07-01..08-31"),
        ("juin, juillet et août", "date:06-01..08-31"),
        ("mars et avril", "date:03-01..04-30"),
        ("de mayo a septiembre", "date:05-01..09-30"),
        ("entre mayo y septiembre", "date:05-01..09-30"),
        ("de décembre à février", "date:12-01..02-28"),
        ("en mai ou en septembre", "month:05"),
        ("en août, à Albi", "month:08"),
        ("2 adultes et 3 enfants le 5 août", "date:08-05"),
        ("du 5 août", "date:08-05"),
    ],
)
def test_a_stretch_is_read_from_its_first_day_to_its_last(text: str, when: str) -> None:
    assert read(text, PLACES).when == when


@pytest.mark.parametrize("text", ["31 avril", "le 31/04", "30 février", "31 de abril", "31. Juni"])
def test_an_impossible_day_is_none(text: str) -> None:
    assert read(text, PLACES).when is None


@pytest.mark.parametrize(
    ("text", "when", "party"),
    [
        ("table pour 4 à 20h", "any@20:00", ("n:4",)),
        ("tavolo per 4 alle 20", "any@20:00", ("n:4",)),
        ("huit heures et quart", "any@08:15", ()),
        ("visite de 14h à 17h", "any@14:00+", ()),
        ("a tres quarts de nou del vespre", "any@20:45", ()),
        ("cenar a las nueve", "any@21:00", ()),
        ("le 31 décembre", "date:12-31", ()),
    ],
)
def test_an_hour_is_told_apart_from_what_it_stands_beside(
    text: str, when: str, party: tuple[str, ...]
) -> None:
    request = read(text, PLACES)
    assert (request.when, request.party) == (when, party)


@pytest.mark.parametrize(
    "text",
    ["sans réservation, demain", "sin cita mañana", "sense reserva demà", "sens reservar deman"],
)
def test_a_refusal_ends_where_its_word_stands(text: str) -> None:
    assert read(text, PLACES).when == "tomorrow"
