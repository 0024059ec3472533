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


SMALL_TALK = {
    "fr": (
        "on revient tous la même semaine",
        "ça dure combien de temps",
        "c'était super merci",
        "on a mis nos affaires là",
        "le côté droit",
        "je vous prie de répéter",
        "quelle remarque, quelle légende",
        "nous avons été confirmés",
        "on est pressés",
        "il a mal compris",
    ),
    "es": (
        "no hay nada",
        "¿tienes un momento?",
        "tenían razón",
        "me da pena",
        "¿cómo te llamas?",
        "no supe qué decir",
        "una pregunta sobre usted",
        "muestran mucho género",
        "¿cuánto cuesta?",
        "pienso que sí",
    ),
    "it": (
        "quanto costa?",
        "la prossima volta",
        "prego",
        "come si chiama?",
        "che tipi strani",
        "la porta",
        "mi serve un attimo",
        "abbiamo fretta",
        "forse più tardi",
        "una buona idea",
    ),
    "oc": (
        "aquò m'agrada",
        "las gents son bravas",
        "quant còsta?",
        "quant val?",
        "quina question",
        "tot lo monde es content",
        "pensi que òc",
        "coma se ditz pel",
        "parlatz tròp lèu",
        "mai tard",
    ),
    "ca": (
        "el seu nom",
        "quines coses",
        "quant costa?",
        "una altra volta",
        "creus que sí?",
        "no tinc diners",
        "està basat en això",
        "tothom està content",
        "tenim pressa",
        "una bona idea",
    ),
}
"""What people say beside their question, in words that are near to things or once were read so."""


@pytest.mark.parametrize("said", [(lang, text) for lang in SMALL_TALK for text in SMALL_TALK[lang]])
def test_small_talk_asks_for_nothing(said: tuple[str, str]) -> None:
    lang, text = said
    read_as = read(text, NOWHERE, lang=lang)
    assert (read_as.types, read_as.themes, read_as.party, read_as.difficulty) == ((), (), (), None)


@pytest.mark.parametrize(
    ("question", "theme"),
    [
        ("is there a boulangerrie in the village", "bakery"),
        ("gibt es hier eine boulangeri", "bakery"),
        ("je cherche une pharmasie ouverte", "pharmacy"),
        ("busco una farmasia abierta", "pharmacy"),
    ],
)
def test_a_slip_is_mended_at_home_and_in_a_long_word_of_another_language(
    question: str, theme: str
) -> None:
    assert theme in read(question, NOWHERE).themes


@pytest.mark.parametrize(
    "question",
    ["je ne connais pas cette légende des regrets", "wir sprechen über das problematique"],
)
def test_a_slip_is_not_mended_abroad_where_any_word_may_be_near(question: str) -> None:
    assert read(question, NOWHERE).types == ()
