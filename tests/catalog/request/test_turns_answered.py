"""What is said after the kiosk has asked back, and questions about what is shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from catalog.model import LANGUAGES, Kind
from catalog.request import Request
from catalog.request.interview import STEPS, asked
from catalog.request.turns import turn
from catalog.request.turns_model import Act, Past, Turn
from kiosk.i18n import translator
from kiosk.present.understood import option_words
from tests.bench.turns import PLACES, pasts

TYPED = {"who", "when", "long", "move", "budget"}
"""Steps whose answers are read to the letter; what one likes is told in freer words."""
UNHEARD = {("oc", "dog")}
"""oc "can" alone is an English word too."""


def asked_back(lang: str, past: str, question: str) -> Past:
    """One of the pasts, after the kiosk has asked back."""
    before = pasts(lang)[past]
    assert before.request is not None
    request = replace(before.request, when=None, party=(), mobility=())
    return replace(before, request=request, question=question)


def said(lang: str, past: str, text: str, question: str | None = None) -> Turn:
    """What a text comes to."""
    before = pasts(lang)[past] if question is None else asked_back(lang, past, question)
    return turn(before, text, PLACES, lang=lang)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("past", ["lake", "walk", "museum", "eat"])
@pytest.mark.parametrize("step", [step for step in STEPS if step.id in TYPED])
def test_an_answer_may_be_typed_as_it_stands_on_its_button(
    lang: str, past: str, step: object
) -> None:
    step = next(each for each in STEPS if each is step)
    before = asked_back(lang, past, step.id)
    assert before.request is not None
    assert not asked(before.request, step)
    for option in step.options:
        if (lang, option.id) in UNHEARD:
            continue
        found = turn(before, option_words(step, option, translator(lang)), PLACES, lang=lang)
        assert found.act is Act.REFINE, option.id
        assert found.request is not None
        held = getattr(found.request, step.key)
        assert held in (option.value, (option.value,)), option.id
        other = set(found.request.keys()) - {step.key}
        assert {key: found.request.keys()[key] for key in other} == {
            key: before.request.keys()[key] for key in other
        }


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "ché pas"),
        ("fr", "peu importe"),
        ("en", "dunno"),
        ("en", "whichever"),
        ("en", "not sure, what do you recommend?"),
        ("de", "keine Ahnung"),
        ("de", "weiß nicht"),
        ("es", "ni idea"),
        ("es", "me da igual"),
        ("it", "boh"),
        ("it", "non saprei"),
        ("nl", "geen idee"),
        ("nl", "maakt niet uit"),
        ("oc", "sabi pas"),
        ("ca", "no ho sé"),
        ("ca", "tant me fa"),
    ],
)
def test_a_question_is_passed_over_and_nothing_is_lost(lang: str, text: str) -> None:
    before = asked_back(lang, "lake", "budget")
    found = turn(before, text, PLACES, lang=lang)
    assert found.act is Act.REFINE
    assert found.request == before.request
    assert said(lang, "lake", text).act in {Act.NO, Act.UNCLEAR, Act.NEW}


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "se baigner"), ("en", "swim"), ("de", "baden"), ("es", "bañarse"), ("nl", "zwemmen"),
     ("it", "fare il bagno"), ("oc", "se banhar"), ("ca", "banyar-se")],
)  # fmt: skip
def test_what_one_likes_joins_what_was_said(lang: str, text: str) -> None:
    before = Past(request=Request(when="today", party=("kids",), lang=lang), question="like")
    found = turn(before, text, PLACES, lang=lang)
    assert found.act is Act.REFINE
    assert found.request is not None
    assert (found.request.when, found.request.party) == ("today", ("kids",))
    assert found.request.themes == ("swimming",)


@pytest.mark.parametrize(
    ("lang", "past", "text", "field"),
    [
        ("fr", "eat", "fo réserver ?", "booking"),
        ("fr", "walk", "ya de l'ombre ?", "shade"),
        ("fr", "walk", "c'est ombragé ?", "shade"),
        ("en", "walk", "is it shady?", "shade"),
        ("de", "walk", "ist es schattig?", "shade"),
        ("es", "walk", "¿es sombreado?", "shade"),
        ("it", "walk", "è ombreggiato?", "shade"),
        ("nl", "walk", "is het schaduwrijk?", "shade"),
        ("fr", "lake", "il y a de l'eau potable ?", "water"),
        ("en", "lake", "is there drinking water?", "water"),
        ("de", "lake", "gibt es Trinkwasser?", "water"),
        ("es", "lake", "¿hay agua potable?", "water"),
        ("it", "lake", "c'è acqua potabile?", "water"),
        ("nl", "lake", "is er drinkwater?", "water"),
        ("oc", "lake", "i a d'aiga potabla ?", "water"),
        ("ca", "lake", "hi ha aigua potable?", "water"),
        ("de", "walk", "wieviel km hat die erste?", "length"),
        ("nl", "walk", "hoeveel km is de eerste?", "length"),
        ("es", "walk", "¿cuántos km tiene la primera?", "length"),
        ("ca", "walk", "quants km té la primera?", "length"),
        ("fr", "museum", "ils font des visites guidées en anglais ?", "spoken"),
        ("en", "museum", "are there tours in english?", "spoken"),
        ("de", "museum", "Gibt es Führungen auf Deutsch?", "spoken"),
        ("es", "museum", "tienen visitas en español?", "spoken"),
        ("it", "museum", "visite guidate in italiano?", "spoken"),
        ("nl", "museum", "zijn er rondleidingen in het nederlands", "spoken"),
        ("oc", "museum", "i a de visitas en occitan ?", "spoken"),
        ("ca", "museum", "fan visites en català?", "spoken"),
        ("en", "eat", "does the 2nd one do veggie stuff", "vegetarian"),
    ],
)
def test_a_field_of_what_is_shown_is_asked(lang: str, past: str, text: str, field: str) -> None:
    found = said(lang, past, text)
    assert (found.act, found.field) == (Act.ASK, field)


def test_a_tour_is_sought_where_what_is_shown_has_none() -> None:
    assert said("en", "eat", "are there guided tours in english?").act is Act.NEW


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "vous avez que ça ?"), ("en", "is that all you have?"), ("de", "ist das alles?"),
     ("es", "¿no tienen nada más?"), ("it", "non avete altro?"), ("nl", "is dat alles?"),
     ("oc", "avètz pas res mai ?"), ("ca", "no teniu res més?")],
)  # fmt: skip
def test_nothing_more_as_a_question_wants_more(lang: str, text: str) -> None:
    assert said(lang, "lake", text).act is Act.MORE


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "pas de châteaux siouplé"), ("en", "no castles plse"), ("de", "keine Burgen pls"),
     ("es", "sin castillos xfa"), ("it", "niente castelli pf"), ("nl", "geen kastelen ajb"),
     ("ca", "sense castells siusplau")],
)  # fmt: skip
def test_a_slang_please_hides_no_refusal(lang: str, text: str) -> None:
    found = said(lang, "museum", text)
    assert found.act is Act.REFINE
    assert found.request is not None
    assert "-castle" in found.request.themes


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "au final sans les enfants"), ("it", "alla fine senza bambini"),
     ("oc", "finalament sens los enfants"), ("de", "letztendlich ohne Kinder"),
     ("en", "in the end without the kids"), ("es", "finalmente sin niños"),
     ("nl", "uiteindelijk zonder kinderen"), ("ca", "finalment sense nens")],
)  # fmt: skip
def test_who_does_not_come_in_the_end(lang: str, text: str) -> None:
    found = said(lang, "lake", text)
    assert found.request is not None
    assert (found.act, found.request.party) == (Act.REFINE, ())


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "idem mais dimanche"), ("it", "uguale ma domenica"), ("oc", "parièr mas dimenge"),
     ("de", "genauso aber Sonntag"), ("es", "igual pero el domingo"), ("en", "ditto but sunday"),
     ("nl", "idem maar zondag"), ("ca", "igual però diumenge")],
)  # fmt: skip
def test_the_same_on_another_day(lang: str, text: str) -> None:
    found = said(lang, "walk", text)
    before = pasts(lang)["walk"].request
    assert before is not None
    assert found.request is not None
    assert (found.act, found.request.when) == (Act.REFINE, "sun")
    assert found.request.themes == before.themes


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "un musée plutôt"), ("en", "a museum instead"), ("de", "ein Museum stattdessen"),
     ("es", "un museo mejor"), ("it", "un museo invece"), ("nl", "een museum liever"),
     ("oc", "un musèu puslèu"), ("ca", "un museu millor"), ("fr", "un musée plutôt svp")],
)  # fmt: skip
def test_another_wish_instead_keeps_who_comes(lang: str, text: str) -> None:
    found = said(lang, "lake", text)
    assert found.request is not None
    assert found.act is Act.REFINE
    assert found.request.themes == ("museum",)
    assert found.request.party == ("kids",)


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "pardon je voulais dire déjeuner"), ("en", "sorry i meant lunch"),
     ("de", "ich meinte Mittagessen"), ("es", "quería decir almorzar"),
     ("it", "intendevo pranzo"), ("nl", "ik bedoelde lunch"), ("oc", "voliái dire dinnar"),
     ("ca", "volia dir dinar")],
)  # fmt: skip
def test_a_meal_tells_its_time(lang: str, text: str) -> None:
    found = said(lang, "eat", text)
    assert found.request is not None
    assert found.request.when == "today:midday"


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "et pour manger ?"), ("en", "and for lunch?"), ("de", "und zum Essen?"),
     ("es", "¿y para comer?"), ("it", "e per mangiare?"), ("nl", "en om te eten?"),
     ("oc", "e per manjar ?"), ("ca", "i per menjar?")],
)  # fmt: skip
def test_what_measured_a_walk_measures_no_meal(lang: str, text: str) -> None:
    walk = pasts(lang)["walk"]
    assert walk.request is not None
    easy = replace(
        walk.request, difficulty="easy", max_km=5, duration="2h", max_price=0, party=("dog",)
    )
    found = turn(replace(walk, request=easy), text, PLACES, lang=lang).request
    assert found is not None
    assert found.types == (Kind.FOOD,)
    assert (found.difficulty, found.max_km, found.duration, found.max_price) == (None,) * 4
    assert found.party == ("dog",)


@pytest.mark.parametrize("lang", ["es"])
def test_a_pushchair_is_no_walk(lang: str) -> None:
    found = said(lang, "museum", "que se pueda ir con silla de paseo")
    assert found.request is not None
    assert (found.act, found.request.mobility) == (Act.REFINE, ("stroller",))
    assert found.request.themes == ("museum", "castle")
