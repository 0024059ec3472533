"""Somebody called by a name whom nobody can find, in eight languages, by no list of names; and
things that are gone without anybody missing."""

from __future__ import annotations

from itertools import product
from typing import Final

import pytest

from catalog.request import PlaceNames, read
from catalog.request.model import Concern

PLACES = PlaceNames(["Albi", "Carmaux", "Najac"])
NAMES: Final = ("Léa", "Mathis", "Inès", "Jonas", "Aïcha", "Ewan", "Chloé")
MISSED: Final = {
    "fr": ("{} a disparu", "{} n'est toujours pas rentré", "au secours {} a disparu",
           "on a perdu {}", "je ne retrouve plus {}", "{} s'est perdu", "{0} et {0} ont disparu"),
    "en": ("{} has disappeared", "{} is missing", "help, {} is missing!", "we lost {}",
           "{} got lost", "we can't find {} anywhere", "{} has not come back"),
    "de": ("{} ist verschwunden", "{} ist weg", "Hilfe, {} wird vermisst",
           "{} hat sich verlaufen", "{} ist nicht zurückgekommen"),
    "es": ("{} ha desaparecido", "no encuentro a {}", "hemos perdido a {}", "{} no ha vuelto",
           "{} se ha perdido"),
    "it": ("{} è scomparso", "la {} è scomparsa", "{} non è tornato", "abbiamo perso {}",
           "non trovo più {}"),
    "nl": ("{} is verdwenen", "{} is weg", "we zijn {} kwijt", "{} is niet teruggekomen"),
    "oc": ("{} a desaparegut", "avèm perdut {}", "{} s'es perdut"),
    "ca": ("{} ha desaparegut", "la {} no ha tornat", "en {} s'ha perdut", "no trobo la {}"),
}  # fmt: skip
NOBODY: Final = (
    *("le balisage a disparu", "le wifi a disparu", "la source a disparu", "le village disparu",
      "la fontaine n'est plus là", "Carmaux a disparu de la carte", "le sac de Léa a disparu",
      "on a perdu le match", "je ne trouve pas Intermarché", "la cité perdue"),
    *("power is gone", "the signs have disappeared", "signage has disappeared", "we lost time",
      "Paradise Lost", "Indiana Jones and the lost ark", "where is the lost village"),
    *("Strom ist weg", "das Internet ist weg", "der Weg ist verschwunden",
      "die Markierung ist verschwunden", "wir haben den Schlüssel der Ferienwohnung verloren"),
    *("la señal ha desaparecido", "el sendero ha desaparecido", "no encuentro el museo"),
    *("il sentiero è scomparso", "non trovo il castello", "manca la luce"),
    *("Stroom is weg", "het pad is verdwenen", "we zijn de weg kwijt naar Albi"),
    *("lo camin a desaparegut", "la senyalització ha desaparegut", "no trobo el museu"),
)  # fmt: skip


@pytest.mark.parametrize("lang", MISSED)
def test_a_name_that_is_gone_alarms(lang: str) -> None:
    for wording, name in product(MISSED[lang], NAMES):
        text = wording.format(name)
        assert read(text, PLACES).concern is Concern.LOST_PERSON, text


@pytest.mark.parametrize("text", NOBODY)
def test_what_is_gone_and_is_nobody_does_not(text: str) -> None:
    assert read(text, PLACES).concern is not Concern.LOST_PERSON
