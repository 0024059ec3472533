from __future__ import annotations

import pytest

from catalog.model import LANGUAGES, Kind
from catalog.request import PlaceNames, read
from catalog.request.gaps import Gapped, parts_of
from catalog.vocabulary import concepts
from catalog.vocabulary.asking import needs

NOWHERE = PlaceNames([], [])


@pytest.mark.parametrize(
    ("words", "at", "stood"),
    [
        ("fill my bottle", 0, [(0, 2)]),
        ("fill this rather very old green bottle", 0, [(0, 6)]),
        ("fill this rather old and very green bottle", 0, []),
        ("refill bottles", 0, [(0, 1)]),
        ("bottle to fill", 2, []),
        ("the bottle has no cap", 1, [(1, 3, 4)]),
        ("no cap on our bottle", 0, [(0, 1, 4)]),
        ("no cap", 0, []),
    ],
)
def test_a_few_words_may_stand_in_a_gap(words: str, at: int, stood: list[tuple[int, ...]]) -> None:
    phrases = Gapped([("fill/refill … bottle/bottles", None), ("bottle ~ no cap", None)])
    forms = [(word,) for word in words.split()]
    assert [places for _, places in phrases.starting(forms, at)] == stood


def test_every_need_means_concepts_and_is_said_in_all_languages() -> None:
    for terms, spoken in needs().items():
        assert terms
        assert all(term in concepts() for term in terms), terms
        for lang in LANGUAGES:
            assert spoken[lang], (terms, lang)
            for phrase in spoken[lang]:
                for parts in parts_of(phrase):
                    assert all(parts), phrase
                    assert all(word and " " not in word for part in parts for form in part
                               for word in form), phrase  # fmt: skip


@pytest.mark.parametrize(
    ("question", "lang", "kind"),
    [
        ("j'ai envie de pisser", "fr", Kind.SERVICE),
        ("on crève de faim", "fr", Kind.FOOD),
        ("I need a wee", "en", Kind.SERVICE),
        ("meine Flasche ist leer, wo kann ich sie füllen", "de", Kind.SERVICE),
        ("me hago pis", "es", Kind.SERVICE),
        ("ci scappa la pipì", "it", Kind.SERVICE),
        ("we hebben dorst", "nl", Kind.SERVICE),
        ("avèm fam", "oc", Kind.FOOD),
        ("on es menja bé", "ca", Kind.FOOD),
    ],
)
def test_a_need_asks_for_what_meets_it(question: str, lang: str, kind: Kind) -> None:
    assert read(question, NOWHERE, lang=lang).types == (kind,)
