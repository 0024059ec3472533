"""Who comes, told by an age, by the club they are, by where they sleep; and no dog refused."""

from __future__ import annotations

import pytest

from catalog.request import PlaceNames, read

PLACES = PlaceNames(["Carmaux", "Gaillac"])


@pytest.mark.parametrize(
    "text",
    [
        "ma mère de 84 ans",
        "my mother is 84",
        "meine Mutter ist 84",
        "mi madre tiene 84 años",
        "mia suocera (84 anni)",
        "mijn moeder is 84",
        "ma maire a 84 ans",
        "la meva mare té 84 anys",
    ],
)
def test_an_old_age_tells_a_senior(text: str) -> None:
    assert {*read(text, PLACES).party} == {"age:84", "seniors"}


def test_nobody_is_old_at_sixty_and_a_dog_is_no_senior() -> None:
    assert read("j'ai 60 ans", PLACES).party == ("age:60",)
    assert "seniors" not in read("mit dem alten Hund", PLACES).party


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("4 yr old + baby", {"kids", "age:4", "baby"}),
        ("un enfant de 7 ans et un bébé", {"kids", "age:7", "baby"}),
        ("a toddler of 2", {"age:2", "toddler"}),
        ("un bébé d'un an", {"age:1", "baby"}),
    ],
)
def test_a_child_beside_a_baby_is_a_child(text: str, party: set[str]) -> None:
    assert {*read(text, PLACES).party} == party


@pytest.mark.parametrize(
    "text",
    [
        "on est le club de pétanque de Gaillac, 28 personnes",
        "we're a ukulele club, 28 people",
        "wir sind ein Wanderverein, 28 Personen",
        "somos una peña de 28 personas",
        "siamo un coro di 28 persone",
        "wij zijn een fietsclub met 28 man",
        "sèm una còla de 28",
        "som una colla de 28",
    ],
)
def test_a_club_is_a_group(text: str) -> None:
    assert {*read(text, PLACES).party} == {"group", "n:28"}


@pytest.mark.parametrize(
    "text",
    [
        "nous sommes à côté du club de tennis",
        "we are near the sailing club",
        "on est 4, on cherche un club de jazz",
        "wir sind zu viert und suchen einen Club",
    ],
)
def test_who_is_near_a_club_or_seeks_one_is_none(text: str) -> None:
    assert "group" not in read(text, PLACES).party


@pytest.mark.parametrize(
    "text",
    [
        "se baigner avec le chien sans qu'on nous gronde",
        "wo baden mit dem Hund ohne dass jemand schimpft",
        "bañarse con el perro sin que nos riñan",
        "fare il bagno col cane senza che ci sgridino",
        "zwemmen met de hond zonder dat iemand moppert",
        "banyar-se amb el gos sense que ens renyin",
    ],
)
def test_without_that_refuses_nothing_before_it(text: str) -> None:
    assert read(text, PLACES).party == ("dog",)


@pytest.mark.parametrize(
    "text",
    [
        "dormir en van au bord du lac",
        "can we sleep in the van by the lake",
        "im Van schlafen am See",
        "dormir en la furgo junto al lago",
        "slapen in ons busje bij het meer",
    ],
)
def test_who_sleeps_in_a_van_has_one(text: str) -> None:
    assert read(text, PLACES).mobility == ("camper_van",)
