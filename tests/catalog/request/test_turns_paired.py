"""Two fields asked for in one breath, one pointed at by what it is, and back to what was sought."""

from __future__ import annotations

from dataclasses import replace

import pytest

from catalog.advice.dialogue import Dialogue, step
from catalog.request.turns import turn
from catalog.request.turns_model import Act
from tests.bench.turns import MUSEUMS, PLACES, pasts


@pytest.mark.parametrize(
    ("lang", "text", "fields"),
    [("fr", "c'est ouvert dimanche et il y a des toilettes ?", ("hours", "toilets")),
     ("en", "is it open on Sunday and do they have toilets?", ("hours", "toilets")),
     ("de", "ist es am Sonntag offen und gibt es Toiletten?", ("hours", "toilets")),
     ("es", "¿abre el domingo y hay baños?", ("hours", "toilets")),
     ("it", "è aperto domenica e ci sono bagni?", ("hours", "toilets")),
     ("nl", "is het zondag open en zijn er toiletten?", ("hours", "toilets")),
     ("oc", "es dobèrt dimenge e i a de comuns ?", ("hours", "toilets")),
     ("ca", "és obert diumenge i hi ha lavabos?", ("hours", "toilets")),
     ("fr", "c'est combien et c'est loin ?", ("price", "distance")),
     ("en", "how much is it and are dogs allowed?", ("price", "pets")),
     ("de", "was kostet es und gibt es Parkplätze?", ("price", "parking"))],
)  # fmt: skip
def test_two_fields_are_asked_in_one_breath(lang: str, text: str, fields: tuple[str, str]) -> None:
    found = turn(pasts(lang)["museum"], text, PLACES, lang=lang)
    assert found.act is Act.ASK
    assert (found.field, *found.besides) == fields
    assert found.when == ("sun" if fields[0] == "hours" else None)


def test_two_days_are_one_question() -> None:
    found = turn(pasts("en")["museum"], "is it open on Saturday and Sunday?", PLACES, lang="en")
    assert (found.act, found.field, found.besides) == (Act.ASK, "hours", ())


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "celui avec le château, il est ouvert dimanche ?"),
     ("en", "the one with the castle, is it open on Sunday?"),
     ("de", "das mit der Burg, ist das am Sonntag offen?"),
     ("es", "el del castillo, ¿abre el domingo?"),
     ("it", "quello con il castello, è aperto domenica?"),
     ("nl", "die met het kasteel, is dat zondag open?"),
     ("ca", "el del castell, obre diumenge?")],
)  # fmt: skip
def test_one_is_pointed_at_by_what_it_is(lang: str, text: str) -> None:
    castle = replace(MUSEUMS[2], terms=frozenset({"castle", "historic_building"}))
    before = pasts(lang)["museum"]
    assert before.request is not None
    request = replace(before.request, themes=())
    before = replace(before, request=request, shown=(*MUSEUMS[:2], castle))
    found = turn(before, text, PLACES, lang=lang)
    assert (found.act, found.field, found.target) == (Act.ASK, "hours", castle.id)
    assert found.when == "sun"


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "revenons aux musées"), ("en", "back to the museums"),
     ("de", "zurück zu den Museen"), ("es", "volvamos a los museos"),
     ("it", "torniamo ai musei"), ("nl", "terug naar de musea"),
     ("oc", "tornam als musèus"), ("ca", "tornem als museus")],
)  # fmt: skip
def test_back_to_what_was_sought(lang: str, text: str) -> None:
    museum, lake = pasts(lang)["museum"], pasts(lang)["lake"]
    first = Dialogue(lang=lang, request=museum.request, text="…")
    second = replace(first, request=lake.request, before=first)
    found = step(second, text, PLACES)
    assert found.request == museum.request


def test_back_to_what_was_never_sought_is_a_question() -> None:
    before = Dialogue(lang="en", request=pasts("en")["lake"].request, text="…")
    found = step(before, "back to the museums", PLACES)
    assert found.request is not None
    assert (found.request.themes, found.request.party) == (("museum",), ("kids",))
    assert found.waits
