from __future__ import annotations

import pytest

from catalog.request import PlaceNames, read

NOWHERE = PlaceNames([], [])


@pytest.mark.parametrize(
    ("text", "lang", "themes"),
    [
        ("where can we see animals", "en", ("educational_farm", "animal_sanctuary", "zoo")),
        ("gibt es hier eines mit Turm", "de", ("tower",)),
        ("qu'est-ce que les enfants font ici", "fr", ()),
        ("wo ist ein See", "de", ("lake",)),
        ("¿dónde se puede leer un libro?", "es", ("bookshop",)),
    ],
)
def test_an_everyday_word_is_no_thing_of_another_language(
    text: str, lang: str, themes: tuple[str, ...]
) -> None:
    assert read(text, NOWHERE, lang=lang).themes == themes


@pytest.mark.parametrize(
    "question",
    [
        "is there any training, I don't understand",
        "das ist selten",
        "das ist gemeinsam schade",
        "een nieuwe situatie, waarschijnlijk binnenkort",
        "una situazione di questo tipo",
        "I keep saying well, it works well",
        "that's fair enough, not a fair price",
        "can I check that, what level is it",
        "how do I get there, do I need a pen",
        "is that motor loud, is this chair taken",
        "ich brauche einen Moment, bin eben angekommen",
        "super danke, falls es klappt, ganz locker",
        "es ist leider so, zum Vergleich",
        "aan de andere zijde, dat is schattig",
        "mag ik een vraag stellen, indien mogelijk",
        "mogen we dat gebruiken, iets dichter bij",
    ],
)
def test_a_word_of_its_own_is_no_slip_of_another(question: str) -> None:
    assert not any(read(question, NOWHERE).keys().values())


@pytest.mark.parametrize(
    ("question", "lang"),
    [
        ("El museu de la mina", "ca"),
        ("itinerari fàcil amb gos", "ca"),
        ("un itinerario fácil", "es"),
        ("una passejada aisida amb lo can", "oc"),
        ("wo ist ein See", "de"),
        ("see the castle", "en"),
        ("", "fr"),
    ],
)
def test_a_question_is_in_the_language_that_writes_its_words_so(question: str, lang: str) -> None:
    assert read(question, NOWHERE).lang == lang
