"""What lies around the place where they seek already: "and a restaurant nearby"."""

from __future__ import annotations

from dataclasses import replace

import pytest

from catalog.model import Kind
from catalog.request.model import HERE
from catalog.request.turns import turn
from tests.bench.turns import PLACES, pasts


def _around_albi(lang: str, text: str) -> object:
    past = pasts(lang)["museum"]
    assert past.request is not None
    past = replace(past, request=replace(past.request, where="Albi"))
    found = turn(past, text, PLACES, lang=lang)
    assert found.request is not None
    return found.request.where


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "et un resto à côté ?"),
        ("fr", "et une idée de visite demain matin à côté"),
        ("en", "and a restaurant nearby?"),
        ("de", "und ein Restaurant in der Nähe?"),
        ("es", "¿y un restaurante cerca?"),
        ("it", "e un ristorante vicino?"),
        ("nl", "en een restaurant in de buurt?"),
        ("oc", "e un restaurant a costat ?"),
        ("ca", "i un restaurant a prop?"),
    ],
)
def test_nearby_is_near_what_was_sought(lang: str, text: str) -> None:
    assert _around_albi(lang, text) == "Albi"


def test_an_outing_nearby_is_no_longer_the_museum() -> None:
    past = pasts("fr")["museum"]
    assert past.request is not None
    past = replace(past, request=replace(past.request, where="Albi"))
    found = turn(past, "et une idée de visite demain matin à côté", PLACES, lang="fr")
    assert found.request is not None
    assert found.request.types == (Kind.ACTIVITY, Kind.ATTRACTION)
    assert found.request.themes == ()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "et un restaurant près d'ici ?"),
        ("en", "and a restaurant near here?"),
        ("de", "und ein Restaurant hier in der Nähe?"),
        ("nl", "en een restaurant hier in de buurt?"),
        ("fr", "un restaurant à côté"),
    ],
)
def test_here_is_where_they_stand(lang: str, text: str) -> None:
    assert _around_albi(lang, text) == HERE


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "et où manger près de là ?"),
        ("en", "and where could we eat near there?"),
        ("de", "und wo kann man dort in der Nähe essen?"),
        ("es", "¿y dónde comer cerca de allí?"),
        ("it", "e dove si mangia lì vicino?"),
        ("nl", "en waar kunnen we daar in de buurt eten?"),
        ("oc", "e ont manjar prèp d'alà ?"),
        ("ca", "i on menjar a prop d'allà?"),
    ],
)
def test_near_there_is_near_the_first_of_those_shown(lang: str, text: str) -> None:
    past = pasts(lang)["museum"]
    found = turn(past, text, PLACES, lang=lang)
    assert found.request is not None
    assert Kind.FOOD in found.request.types
    assert found.request.where == "Musée du verre (Carmaux)"
