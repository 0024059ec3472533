"""Every concept that the tables name is one of the house."""

from __future__ import annotations

import pytest

from catalog.sources.geotrek import terms
from catalog.text import fold
from catalog.vocabulary import concepts

TABLES = {
    name: table
    for name, table in vars(terms).items()
    if isinstance(table, dict) and name.isupper() and name != "PETS"
}


def test_the_tables_are_found() -> None:
    assert len(TABLES) == 12


@pytest.mark.parametrize("name", sorted(TABLES))
def test_concepts_exist(name: str) -> None:
    known = concepts().keys()
    for label, meant in TABLES[name].items():
        found = meant.concepts if isinstance(meant, terms.Meaning) else (meant,)
        assert set(found) <= known, label
        assert label == fold(label) != "" or name == "ROUTES"


def test_labels_as_instances_write_them() -> None:
    def concepts_of(table: dict[str, terms.Meaning], label: str) -> tuple[str, ...]:
        meant = terms.meaning(table, [("fr", label)])
        return meant.concepts if meant else ()

    assert concepts_of(terms.MODES, "Rando à pied") == ("walking",)
    assert concepts_of(terms.MODES, "VÉLO") == ("cycling",)
    assert concepts_of(terms.CONTENTS, "Gite d'étape") == ("stage_shelter",)
    assert concepts_of(terms.EVENTS, "Spectacle") == ("show",)
    assert concepts_of(terms.MODES, "Patinage") == ()
    kind = terms.meaning(terms.CONTENTS, [("fr", "Inconnu"), ("en", "Accommodation")])
    assert kind is not None
    assert kind.kind == "lodging"
