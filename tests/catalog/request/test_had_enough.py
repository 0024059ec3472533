"""What somebody has had enough of is refused, however many words stand between."""

from __future__ import annotations

from typing import Final

import pytest

from catalog.model import LANGUAGES
from catalog.request import PlaceNames, read

NOWHERE = PlaceNames([], [])

THINGS: Final = {
    "fr": {"castle": "châteaux", "museum": "musées", "cave": "grottes"},
    "en": {"castle": "castles", "museum": "museums", "church": "churches"},
    "de": {"castle": "Burgen", "museum": "Museen", "church": "Kirchen"},
    "es": {"castle": "castillos", "museum": "museos", "cathedral": "catedrales"},
    "it": {"castle": "castelli", "museum": "musei", "church": "chiese"},
    "nl": {"castle": "kastelen", "museum": "musea", "church": "kerken"},
    "oc": {"castle": "castèls", "museum": "musèus", "church": "glèisas"},
    "ca": {"castle": "castells", "museum": "museus", "cave": "coves"},
}
SAID: Final = {
    "fr": (
        "les {}, on sature",
        "on sature des {}",
        "overdose de {}",
        "les {}, on en a plein le dos",
        "les {}, on en a ras la casquette",
        "les {} on en a vu des tonnes",
        "les enfants sont gavés de {}",
        "trop de {} hier",
        "on a fait assez de {} comme ça",
        "mon mari en a par-dessus la tête des {}",
        "on a déjà vu plein de {}",
    ),
    "en": (
        "we've had it with {}",
        "we've had it up to here with {}",
        "we've had our fair share of {}",
        "enough {} for one week",
        "seen plenty of {} already",
        "the kids are sick to death of {}",
        "{} are coming out of our ears",
        "we are up to our eyeballs in {}",
        "{} aside",
    ),
    "de": (
        "genug {} gesehen",
        "von {} haben wir die Nase voll",
        "{} hatten wir diese Woche schon genug",
        "{} können wir langsam nicht mehr sehen",
        "nach drei {} reicht es uns",
        "{} hängen uns zum Hals raus",
        "unser Bedarf an {} ist gedeckt",
        "bis auf {} alles",
    ),
    "es": (
        "{} ya hemos visto bastantes",
        "{} ya hemos visto un montón",
        "de {} vamos sobrados",
        "estamos saturados de {}",
        "estamos hasta la coronilla de {}",
        "{} ya llevamos unos cuantos",
        "ya está bien de {}",
        "nos salen los {} por las orejas",
        "ya vimos hartos {}",
        "{}, ni uno más",
    ),
    "it": (
        "{} ne abbiamo già visti abbastanza",
        "{} ne abbiamo visti fin troppi",
        "ne abbiamo piene le scatole di {}",
        "ci escono {} dalle orecchie",
        "di {} ne abbiamo fatto indigestione",
        "abbiamo visto troppi {} in questi giorni",
        "{} basta così",
    ),
    "nl": (
        "op {} na alles",
        "we hebben deze week genoeg {} gezien",
        "{} hebben we nu echt wel gezien",
        "{} zijn we een beetje beu",
        "van {} hebben we onze buik vol",
        "we zijn uitgekeken op {}",
        "{} komen mijn neus uit",
    ),
    "oc": (
        "de {} n'avèm pro vist",
        "dels {} n'avèm nòstre sadol",
        "{} n'avèm vist de tròp",
        "los mainatges n'an un confle de {}",
        "sèm assadolats de {}",
    ),
    "ca": (
        "de {} ja n'hem vist un munt",
        "estem saturats de {}",
        "els {} ens surten per les orelles",
        "{} ja n'hem vist uns quants",
        "de {} anem servits",
        "{}, ni un més",
        "estem empatxats de {}",
    ),
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_one_has_had_enough_of_is_refused(lang: str) -> None:
    for form in SAID[lang]:
        for theme, thing in THINGS[lang].items():
            request = read(form.format(thing), NOWHERE)
            assert request.themes == (f"-{theme}",), form.format(thing)
            assert request.types == (), form.format(thing)


@pytest.mark.parametrize(
    "text",
    [
        "avez-vous assez de places à la grotte ?",
        "on a vu plein de panneaux pour la grotte, c'est où ?",
        "we've had plenty of rain, a cave?",
        "wir haben genug Zeit, ist die Höhle offen?",
        "hemos visto muchos carteles de la cueva, ¿dónde está?",
        "abbiamo abbastanza tempo per la grotta",
        "we hebben genoeg tijd voor een grot",
        "avèm pro temps per la cauna ?",
        "tenim prou temps per a la cova",
    ],
)
def test_enough_of_something_else_refuses_nothing(text: str) -> None:
    assert "cave" in read(text, NOWHERE).themes


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("we hebben deze week genoeg kastelen gezien, iets met water", None),
        ("trop de musées hier, plutôt une rivière", None),
        ("enough castles for one week, a walk on Sunday", "sun"),
    ],
)
def test_when_it_was_too_much_is_no_day_asked_for(text: str, when: str | None) -> None:
    assert read(text, NOWHERE).when == when
