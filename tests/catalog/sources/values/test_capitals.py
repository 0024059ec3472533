from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.sources.values.capitals import shouted, unshout
from catalog.text import fold


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("TOUR DU MOULIN A LA SALVETAT", "Tour du Moulin à la Salvetat"),
        ("SARL H.F. DUPIN", "SARL H.F. Dupin"),
        ("CHAMBRES D'HÔTES L’OUSTAL", "Chambres d'Hôtes l’Oustal"),
        ("L'ESCALE", "L'Escale"),
        ("MICRO-FOLIE", "Micro-Folie"),
        ("SAINT-MARTIN-SUR-TARN", "Saint-Martin-sur-Tarn"),
        ("RUE LOUIS XIV ET FRANÇOIS IER", "Rue Louis XIV et François Ier"),
        ("BOUCLE N°6 : LES CRÊTES", "Boucle N°6 : Les Crêtes"),
        ("BASE VTT DU SÉGALA", "Base VTT du Ségala"),
        ("LES DIX MOULINS", "Les Dix Moulins"),
        ("A LA FERME", "A la Ferme"),
    ],
)
def test_unshout(name: str, shown: str) -> None:
    assert shouted(name)
    assert unshout(name) == shown


@pytest.mark.parametrize("name", ["ZOO", "CAPC", "Château", "COMPLET Suzane", "2 CV", ""])
def test_not_shouted(name: str) -> None:
    assert not shouted(name)


@given(st.text(alphabet="ABCDEÉÀŒÎ LA'-. 0123:", max_size=60))
def test_only_case_and_the_preposition_change(name: str) -> None:
    assert fold(unshout(name)) == fold(name)
