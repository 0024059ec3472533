"""Parts of the day told by what is named after them: menus, markets, adjectives, compounds."""

from __future__ import annotations

import pytest

from catalog.request import PlaceNames, read

NOWHERE = PlaceNames([], [])


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("menú de mediodía el domingo", "sun:midday"),
        ("menú de migdia diumenge", "sun:midday"),
        ("formule midi mardi", "tue:midday"),
        ("lunch menu on Friday", "fri:midday"),
        ("Mittagstisch am Dienstag", "tue:midday"),
        ("menu di mezzogiorno domenica", "sun:midday"),
        ("middagmenu dinsdag", "tue:midday"),
        ("formula del miègjorn dimars", "tue:midday"),
        ("mercatino serale venerdì", "fri:evening"),
        ("marché du soir vendredi", "fri:evening"),
        ("evening market on friday", "fri:evening"),
        ("mercat del ser divendres", "fri:evening"),
        ("marché nocturne vendredi", "fri"),
        ("Nachtmarkt am Freitag", "fri"),
        ("mercado nocturno el viernes", "fri"),
        ("nachtmarkt woensdag", "wed"),
        ("menú de migdia per menys de 15 euros", None),
        ("mercato serale", None),
    ],
)
def test_what_is_named_after_a_part_tells_it_beside_a_day(text: str, when: str | None) -> None:
    assert read(text, NOWHERE).when == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("sortie matinale samedi", "sat:morning"),
        ("promenade vespérale vendredi", "fri:evening"),
        ("morgendliche Führung am Samstag", "sat:morning"),
        ("nachmittägliche Wanderung am Sonntag", "sun:afternoon"),
        ("paseo matutino el sábado", "sat:morning"),
        ("visita vespertina el domingo", "sun:afternoon"),
        ("uscite serali il venerdì", "fri:evening"),
        ("visite pomeridiane il sabato", "sat:afternoon"),
        ("sortida matinala dissabte", "sat:morning"),
        ("passejada matinal diumenge", "sun:morning"),
        ("visita vespertina divendres", "fri:afternoon"),
        ("messe dominicale", "sun"),
        ("pranzo domenicale", "sun:midday"),
    ],
)
def test_adjectives_tell_the_part_of_the_day(text: str, when: str) -> None:
    assert read(text, NOWHERE).when == when


@pytest.mark.parametrize(
    ("word", "when"),
    [
        ("Freitagabendkonzert", "fri:evening"),
        ("Samstagnachmittagskonzert", "sat:afternoon"),
        ("Samstagvormittagsmarkt", "sat:morning"),
        ("Sonntagmorgenspaziergang", "sun:morning"),
        ("Sonntagsbrunch", "sun:midday"),
        ("zaterdagavondconcert", "sat:evening"),
        ("zaterdagochtendmarkt", "sat:morning"),
        ("zondagsbrunch", "sun:midday"),
    ],
)
@pytest.mark.parametrize("carrier", ["{}", "gibt es ein {} für Kinder", "is er een {} in de buurt"])
def test_a_compound_opens_with_its_day(carrier: str, word: str, when: str) -> None:
    dutch = word.startswith("z")
    if dutch == ("gibt" in carrier) and carrier != "{}":
        return
    request = read(carrier.format(word), NOWHERE)
    assert request.when == when
    assert request.types
