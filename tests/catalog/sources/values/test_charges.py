from __future__ import annotations

import pytest

from catalog.sources.values.charges import plainly_free

FREE = """Gratuit|gratuit et ouvert à tous|Entrée libre et gratuite|GRATUIT !
Gratuit sur inscription|Gratuit pour tous|Entrée gratuite dans la limite des places disponibles
Free|Free admission|Gratuit, sur réservation obligatoire|Accès gratuit
Free of charge|Concert gratuit"""
NOT_FREE = """gratuit pour les - 12 ans|Gratuit ou 5 €|entrée libre|Participation libre|sugar free
Gratuit pour les enfants|5 € / gratuit -12 ans|Tarifs : 6€. Gratuit pour les - 12 ans.||libre
Gratuit hors repas|20/15€|Non gratuit|Gratuit le premier dimanche"""


@pytest.mark.parametrize("wording", FREE.replace("\n", "|").split("|"))
def test_free(wording: str) -> None:
    assert plainly_free(wording)


@pytest.mark.parametrize("wording", NOT_FREE.replace("\n", "|").split("|"))
def test_not_plainly_free(wording: str) -> None:
    assert not plainly_free(wording)


def test_a_hostile_text_is_quick() -> None:
    assert not plainly_free("gratuit " + "et libre " * 12 + "x")
    assert not plainly_free("gratuit " * 1_000_000)
