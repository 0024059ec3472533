"""What is asked of those shown, however it is said: their cards, a table there, the way on foot;
and what asks anew though the verb stands last."""

from __future__ import annotations

from dataclasses import replace

import pytest

from catalog.request.turns import turn
from catalog.request.turns_model import Act
from tests.bench.turns import PLACES, pasts


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "vous prenez la carte ?"),
        ("fr", "on peut payer par CB ?"),
        ("en", "do they take cards?"),
        ("en", "can we pay by credit card?"),
        ("de", "nehmen sie Karte?"),
        ("de", "akzeptieren sie Karten?"),
        ("es", "¿cogen tarjetas?"),
        ("es", "¿se puede pagar con visa?"),
        ("it", "prendono carte?"),
        ("it", "accettano le carte?"),
        ("nl", "nemen ze kaart?"),
        ("nl", "nemen ze pin?"),
        ("nl", "accepteren ze een creditcard?"),
        ("oc", "prenètz la carta ?"),
        ("ca", "agafen targetes?"),
    ],
)
def test_cards_are_for_paying(lang: str, text: str) -> None:
    found = turn(pasts(lang)["eat"], text, PLACES, lang=lang)
    assert (found.act, found.field) == (Act.ASK, "payment")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "et on peut y manger ?"),
        ("fr", "peut-on y manger ?"),
        ("en", "and can we eat there?"),
        ("de", "und kann man da essen?"),
        ("de", "was kann man dort essen?"),
        ("es", "¿y se puede comer allí?"),
        ("it", "e ci si può mangiare?"),
        ("nl", "en kun je er eten?"),
        ("oc", "e s'i pòt manjar ?"),
        ("ca", "i s'hi pot menjar?"),
    ],
)
def test_to_eat_there_is_asked_of_what_is_shown(lang: str, text: str) -> None:
    found = turn(pasts(lang)["museum"], text, PLACES, lang=lang)
    assert (found.act, found.field) == (Act.ASK, "food")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "on peut y aller à pied ?"),
        ("es", "¿se puede ir andando?"),
        ("it", "ci si può andare a piedi?"),
    ],
)
def test_the_way_on_foot_is_asked_of_what_is_shown(lang: str, text: str) -> None:
    found = turn(pasts(lang)["museum"], text, PLACES, lang=lang)
    assert (found.act, found.field) == (Act.ASK, "distance")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "que peut-on faire samedi ?"),
        ("en", "what can we do on Saturday?"),
        ("de", "was kann man am Samstag machen?"),
        ("de", "was können wir am Samstag unternehmen?"),
        ("es", "¿qué podemos hacer el sábado?"),
        ("it", "cosa possiamo fare sabato?"),
        ("nl", "wat kunnen we zaterdag doen?"),
        ("nl", "wat kun je zaterdag doen?"),
        ("oc", "de qué se pòt far dissabte ?"),
        ("ca", "què podem fer dissabte?"),
    ],
)
def test_what_to_do_asks_anew_and_for_the_same_people(lang: str, text: str) -> None:
    found = turn(pasts(lang)["lake"], text, PLACES, lang=lang)
    assert found.act is Act.NEW
    assert found.request is not None
    assert "lake" not in found.request.themes
    assert (found.request.party, found.request.when) == (("kids",), "sat")


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "where can we buy cheese?"), ("fr", "acheter du fromage à la ferme")],
)
def test_farm_shops_are_sought_by_the_same_people(lang: str, text: str) -> None:
    found = turn(pasts(lang)["lake"], text, PLACES, lang=lang)
    assert found.request is not None
    assert found.request.party == ("kids",)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "ils n'ont pas de voiture"),
        ("fr", "nous n'avons pas de voiture"),
        ("en", "they do not drive"),
        ("en", "they don't have a car"),
        ("de", "sie haben kein Auto"),
        ("es", "no tienen coche"),
        ("it", "non hanno la macchina"),
        ("nl", "ze hebben geen auto"),
        ("oc", "an pas de veitura"),
        ("ca", "no tenen cotxe"),
    ],
)
def test_those_whom_an_adviser_asks_for_have_no_car(lang: str, text: str) -> None:
    found = turn(pasts(lang)["museum"], text, PLACES, lang=lang)
    assert found.request is not None
    assert (found.request.mobility, found.request.themes) == (
        ("public_transport",),
        ("museum", "castle"),
    )


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "et le deuxième ?"), ("en", "the second one"), ("de", "das dritte"),
     ("es", "¿y el segundo?"), ("it", "il secondo"), ("nl", "de tweede"), ("oc", "lo segond"),
     ("ca", "el segon")],
)  # fmt: skip
def test_the_second_of_one_asks_to_choose(lang: str, text: str) -> None:
    past = pasts(lang)["eat"]
    found = turn(replace(past, shown=past.shown[:1]), text, PLACES, lang=lang)
    assert (found.act, found.target) == (Act.YES, None)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "ils veulent un musée"),
        ("fr", "deux personnes en fauteuil roulant veulent visiter un musée"),
        ("en", "they want a museum"),
        ("de", "er sucht ein Museum"),
        ("es", "quieren un museo"),
        ("it", "vorrebbero un museo"),
        ("nl", "ze willen een museum"),
        ("oc", "vòlon un musèu"),
        ("ca", "volen un museu"),
    ],
)
def test_what_others_want_is_no_word_to_search_for(lang: str, text: str) -> None:
    found = turn(pasts(lang)["none"], text, PLACES, lang=lang)
    assert found.request is not None
    assert (found.request.themes, found.request.rest) == (("museum",), "")


@pytest.mark.parametrize("text", ["a de l'ombra ?", "i a d'ombra ?", "an d'ombra ?"])
def test_occitan_asks_for_shade_without_there_is(text: str) -> None:
    found = turn(pasts("oc")["lake"], text, PLACES, lang="oc")
    assert (found.act, found.field) == (Act.ASK, "shade")
