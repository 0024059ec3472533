"""Somebody in danger, lost or in despair, in every language and every order of words; and what
only sounds so."""

from __future__ import annotations

from itertools import product

import pytest

from catalog.model import LANGUAGES
from catalog.request import PlaceNames, read
from catalog.request.model import Concern
from catalog.request.turns import turn
from catalog.request.turns_model import Past

PLACES = PlaceNames(["Albi", "Carmaux", "Monestiés"], ["Sentier des enfants perdus"])

PEOPLE = {
    "fr": ("mon fils", "ma fille", "notre petit garçon", "ma femme", "mon père", "mamie",
           "sa petite fille", "leurs enfants", "un enfant", "ma copine"),
    "en": ("my son", "our daughter", "her little boy", "my husband", "his wife", "grandma",
           "a child", "my friend", "our kids", "their toddler"),
    "de": ("mein Sohn", "unsere Tochter", "ihr kleiner Junge", "mein Mann", "seine Frau",
           "unser Kind", "meine Oma", "mein Bruder", "eine Freundin"),
    "es": ("mi hijo", "nuestra hija", "mi marido", "su mujer", "la abuela", "un niño",
           "mi hermano", "nuestro nieto"),
    "it": ("mio figlio", "nostra figlia", "mio marito", "sua moglie", "la nonna", "un bambino",
           "mio fratello", "nostro nipote"),
    "nl": ("mijn zoon", "onze dochter", "mijn zoontje", "mijn man", "zijn vrouw", "oma",
           "een kind", "mijn broer", "ons meisje"),
    "oc": ("mon filh", "ma filha", "nòstre dròlle", "mon òme", "sa femna", "un enfant",
           "mon fraire", "ma maire"),
    "ca": ("el meu fill", "la meva filla", "el nostre nen", "el meu marit", "la seva dona",
           "un nen", "el meu germà", "l'àvia"),
}  # fmt: skip
MISSING = {
    "fr": ("{} est perdu", "{} s'est perdu", "{} a disparu", "on a perdu {}", "j'ai perdu {}",
           "nous avons perdu hier soir {}", "{} n'est toujours pas rentré", "disparu {}",
           "je ne trouve plus {}", "on ne retrouve pas {}", "{} est introuvable", "{} perdu !"),
    "en": ("{} is lost", "{} got lost", "{} disappeared", "{} is missing", "we lost {}",
           "I have lost {}", "we can't find {}", "cannot find {}", "{} has gone missing",
           "{} vanished in the market", "missing {}", "{} ran away", "{} has not come back"),
    "de": ("{} ist weg", "{} ist verschwunden", "{} ist plötzlich weg", "wir haben {} verloren",
           "ich vermisse {}", "wir finden {} nicht", "{} wird vermisst", "{} hat sich verlaufen",
           "{} ist nicht zurückgekommen", "verschwunden {}"),
    "es": ("{} se ha perdido", "{} ha desaparecido", "he perdido a {}", "hemos perdido a {}",
           "no encuentro a {}", "no encontramos a {}", "{} está perdido", "desaparecido {}",
           "{} no ha vuelto", "{} desapareció"),
    "it": ("{} si è perso", "{} è scomparso", "ho perso {}", "abbiamo perso {}", "non trovo {}",
           "non troviamo più {}", "{} è sparito", "scomparso {}", "{} non è tornato"),
    "nl": ("{} is weg", "{} is kwijt", "{} is verdwenen", "ik ben {} kwijt", "we zijn {} kwijt",
           "{} is vermist", "ik kan {} niet vinden", "we vinden {} niet", "{} is verdwaald"),
    "oc": ("{} s'es perdut", "{} a desaparegut", "ai perdut {}", "avèm perdut {}",
           "tròbi pas {}", "trobam pas {}", "{} es perdut", "perdut {}"),
    "ca": ("{} s'ha perdut", "{} ha desaparegut", "he perdut {}", "hem perdut {}", "no trobo {}",
           "no trobem {}", "{} està perdut", "{} no ha tornat", "perdut {}"),
}  # fmt: skip
THINGS = {
    "fr": ("mon doudou", "le sac de mon fils", "mon chien", "mon passeport", "ses clés"),
    "en": ("my teddy", "my son's bag", "our dog", "my passport", "the phone of my wife"),
    "de": ("mein Kuscheltier", "die Tasche meiner Tochter", "unser Hund", "mein Handy"),
    "es": ("mi peluche", "el bolso de mi hija", "mi perro", "mi pasaporte"),
    "it": ("il mio zaino", "la borsa di mia figlia", "il nostro cane", "le chiavi"),
    "nl": ("mijn knuffel", "de tas van mijn zoon", "onze hond", "mijn paspoort"),
    "oc": ("ma saca", "la saca de mon filh", "mon can", "mas claus"),
    "ca": ("la meva motxilla", "la bossa del meu fill", "el meu gos", "les claus"),
}
OWNERS = (
    "ma fille a perdu son doudou", "mon mari a perdu ses clés", "my daughter lost her phone",
    "my husband has lost his keys", "meine Tochter hat ihr Handy verloren",
    "mijn zoon is zijn tas kwijt", "mijn zoon zijn tas is weg", "mi hija ha perdido su mochila",
    "mia figlia ha perso lo zaino", "ma filha a perdut son sac", "la meva filla ha perdut la bossa",
)  # fmt: skip
EMERGENCY = {
    "fr": ("urgence", "urgences", "urgence médicale", "il y a eu un accident", "il s'est effondré",
           "ma femme a perdu connaissance", "mon mari fait un malaise", "il s'étouffe",
           "douleur dans la poitrine", "choc allergique", "overdose", "empoisonnement",
           "piqué par une guêpe", "mordu par un serpent", "morsure de vipère", "piqûre de tique",
           "un enfant se noie", "au feu", "il saigne beaucoup", "bras cassé",
           "il s'est cassé la jambe", "elle va accoucher", "allergie grave", "inconscient"),
    "en": ("emergency", "medical emergency", "there was an accident", "my husband collapsed",
           "he lost consciousness", "she is choking", "chest pain", "heart attack",
           "allergic reaction", "overdose", "poisoning", "wasp sting", "snake bite", "tick bite",
           "a boy is drowning", "fire!", "he is bleeding", "broken leg", "my wife is in labour",
           "road accident", "car crash", "unconscious"),
    "de": ("Notfall", "medizinischer Notfall", "ein Unfall", "mein Mann ist zusammengebrochen",
           "bewusstlos", "er erstickt", "Schmerzen in der Brust", "Herzinfarkt",
           "allergischer Schock", "Überdosis", "Vergiftung", "Wespenstich", "Schlangenbiss",
           "Zeckenbiss", "ein Kind ertrinkt", "Feuer!", "es brennt", "sie blutet stark",
           "Bein gebrochen", "die Wehen haben begonnen", "Verkehrsunfall"),
    "es": ("urgencia", "urgencias", "emergencia", "ha habido un accidente", "se ha desplomado",
           "ha perdido el conocimiento", "se atraganta", "dolor en el pecho", "infarto",
           "choque alérgico", "sobredosis", "envenenamiento", "picadura de avispa",
           "mordedura de serpiente", "un niño se ahoga", "¡fuego!", "está sangrando",
           "pierna rota", "está de parto", "inconsciente"),
    "it": ("emergenza", "urgenza", "un incidente", "mio marito è svenuto", "ha perso i sensi",
           "sta soffocando", "dolore al petto", "infarto", "shock anafilattico", "overdose",
           "avvelenamento", "puntura di vespa", "morso di vipera", "sta annegando", "incendio",
           "sanguina", "gamba rotta", "in travaglio", "sto male", "incidente stradale"),
    "nl": ("noodgeval", "spoed", "een ongeluk", "hij is in elkaar gezakt", "bewusteloos",
           "ze stikt", "pijn op de borst", "hartaanval", "allergische shock", "overdosis",
           "vergiftiging", "wespensteek", "slangenbeet", "tekenbeet", "een kind verdrinkt",
           "brand!", "hij bloedt", "been gebroken", "mijn vrouw heeft weeën", "auto-ongeluk"),
    "oc": ("urgéncia", "urgéncias", "un accident", "s'es estavanit", "perdut coneissença",
           "s'estofa", "dolor dins la peitrina", "crisi cardiaca", "subredòsi",
           "picadura de vèspa", "mordedura de sèrp", "se nèga", "i a lo fuòc", "sagna fòrça",
           "camba copada", "empoisonat"),
    "ca": ("urgència", "emergència", "un accident", "s'ha desmaiat", "ha perdut el coneixement",
           "s'ofega", "dolor al pit", "infart", "xoc anafilàctic", "sobredosi", "enverinament",
           "picada de vespa", "mossegada de serp", "hi ha foc", "incendi", "sagna",
           "cama trencada", "està de part", "accident de cotxe"),
}  # fmt: skip
DESPAIR = (
    "suicide", "je veux mourir", "je veux me suicider", "I want to die", "I'm going to kill myself",
    "Selbstmord", "ich will sterben", "suicidio", "quiero morir", "voglio morire", "zelfmoord",
    "ik wil dood", "suicidi", "vòli morir", "vull morir",
)  # fmt: skip
VIOLENCE = (
    "viol", "on m'a violée", "un homme me suit", "mon mari me frappe", "there was a rape",
    "I was raped",
    "someone is following me", "domestic violence", "Vergewaltigung", "jemand verfolgt mich",
    "mein Mann schlägt mich", "violación", "me están siguiendo", "mi marido me pega", "stupro",
    "un uomo mi segue", "verkrachting", "ik word gevolgd", "violacion", "em segueixen",
)  # fmt: skip
HARMLESS = (
    "chute d'eau", "la chute d'eau d'Arifat", "mort de faim", "on meurt de faim, un resto ?",
    "on crève la dalle", "feu d'artifice du 14 juillet", "tomber amoureux de la région",
    "sortie de secours", "sentier perdu dans les bois", "un coin perdu avec les enfants",
    "village perdu pour une balade avec ma femme", "un restaurant pour mon fils", "pain perdu",
    "musée des pompiers", "bal des pompiers", "on est un peu perdus dans les horaires",
    "« Les enfants perdus » à quelle heure ?", "spectacle “La fille disparue” ce soir",
    "dying to see the castle", "dying of hunger", "emergency exit", "fire station museum",
    "fireworks tonight", "killer view", "to die for cake", "lost in the woods escape game",
    "the lost village walk", "can't find any kids menu", "a place for my son to swim",
    "we can't find the petting zoo for our kids", "waterfall with kids", "rapeseed fields",
    "Notausgang", "herzlich willkommen", "wir sterben vor Hunger", "Feuerwerk am Samstag",
    "wo finde ich ein Restaurant für meine Kinder", "Weg mit Kindern", "verlorenes Dorf",
    "salida de emergencia", "muerto de hambre", "fuegos artificiales", "pueblo perdido",
    "uscita di emergenza", "muoio di fame", "fuochi d'artificio", "moriamo di fame",
    "nooduitgang", "ga dood van de honger", "vuurwerk", "een weg voor kinderwagens",
    "fuòc d'artifici", "sortida de secors", "em moro de gana", "focs artificials",
    "dentiste d'urgence", "pharmacie d'urgence", "emergency dentist", "farmacia de urgencia",
    "toilettes pour enfants", "location de vélo enfant", "concert de viole de gambe",
    "hôtel de luxe", "un verre de sangria", "fromage râpé", "pommes de terre à l'étouffée",
    "comer rape", "vendeur ambulant", "sagrado corazón", "a blessing of horses", "une facture",
    "champ de violettes", "noordgevel van de kerk", "geschmückte Häuser", "séjours à la ferme",
    "risque d'incendie en forêt", "menu enfant sans allergie",
    "restaurant sans gluten, allergie au gluten",
)  # fmt: skip


def concern(text: str) -> Concern | None:
    return read(text, PLACES).concern


@pytest.mark.parametrize("lang", LANGUAGES)
def test_whoever_is_missing_is_a_person_lost(lang: str) -> None:
    said = [how.format(who) for who, how in product(PEOPLE[lang], MISSING[lang])]
    assert [text for text in said if concern(text) is not Concern.LOST_PERSON] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_thing_or_an_animal_is_lost_property(lang: str) -> None:
    sought = [
        how.format(what)
        for what, how in product(THINGS[lang], MISSING[lang])
        if not how.startswith(("ich vermisse", "{} hat sich"))
    ]
    assert [
        text for text in sought if concern(text) not in {Concern.LOST_THING, Concern.LOST_PERSON}
    ] == []
    assert [text for text in sought if concern(text) is Concern.LOST_PERSON] == []


@pytest.mark.parametrize("text", OWNERS)
def test_what_somebody_lost_is_not_that_somebody(text: str) -> None:
    assert concern(text) is Concern.LOST_THING


@pytest.mark.parametrize(
    "text",
    [
        "ma fille qui porte une veste bleue a disparu",
        "my son with a red bag is missing",
        "perdu mon fils, il a un sac rouge",
        "mein Sohn mit rotem Rucksack ist weg",
        "mi hija con una mochila rosa ha desaparecido",
    ],
)
def test_what_somebody_wears_does_not_hide_them(text: str) -> None:
    assert concern(text) is Concern.LOST_PERSON


@pytest.mark.parametrize(
    "text",
    ["elle a disparu", "he is missing", "she is lost", "er ist verschwunden", "lei è scomparsa",
     "ze is verdwenen", "s'est perdue au marché", "s'ha perdut", "s'es perdut"],
)  # fmt: skip
def test_a_pronoun_is_a_person_too(text: str) -> None:
    assert concern(text) is Concern.LOST_PERSON


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_emergency_is_told_in_every_language(lang: str) -> None:
    said = (*EMERGENCY[lang], *(text.upper() for text in EMERGENCY[lang]))
    assert [text for text in said if concern(text) is not Concern.EMERGENCY] == []


def test_despair_and_violence_are_heard() -> None:
    assert [text for text in DESPAIR if concern(text) is not Concern.DESPAIR] == []
    assert [text for text in VIOLENCE if concern(text) is not Concern.VIOLENCE] == []


def test_what_only_sounds_so_is_a_question_like_any_other() -> None:
    alarmed = {Concern.EMERGENCY, Concern.LOST_PERSON, Concern.DESPAIR, Concern.VIOLENCE}
    assert [(text, concern(text)) for text in HARMLESS if concern(text) in alarmed] == []


def _slips(word: str) -> list[str]:
    """Every swap of two neighbours, letter left out and letter doubled behind the first one."""
    pairs = range(1, len(word) - 1)
    swapped = [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in pairs]
    short = [word[:at] + word[at + 1 :] for at in pairs]
    double = [word[:at] + word[at] + word[at:] for at in pairs]
    return [*swapped, *short, *double]


@pytest.mark.parametrize(
    ("before", "word", "told"),
    [
        ("mon fils a", "disparu", Concern.LOST_PERSON),
        ("my daughter", "disappeared", Concern.LOST_PERSON),
        ("unser Kind ist", "verschwunden", Concern.LOST_PERSON),
        ("mi hijo ha", "desaparecido", Concern.LOST_PERSON),
        ("mijn zoon is", "verdwenen", Concern.LOST_PERSON),
        ("mia figlia è", "scomparsa", Concern.LOST_PERSON),
        ("un", "accident", Concern.EMERGENCY),
        ("", "emergency", Concern.EMERGENCY),
        ("", "ambulance", Concern.EMERGENCY),
        ("", "emergencia", Concern.EMERGENCY),
        ("", "noodgeval", Concern.EMERGENCY),
        ("er ist", "bewusstlos", Concern.EMERGENCY),
    ],
)
def test_a_slip_of_the_finger_costs_nobody_help(before: str, word: str, told: Concern) -> None:
    missed = [slip for slip in _slips(word) if concern(f"{before} {slip}") is not told]
    assert missed == []


def test_a_turn_of_a_conversation_hears_the_same() -> None:
    for text in ("we cannot find our daughter", "urgence", "je veux mourir", "on me suit"):
        assert turn(Past(), text, PLACES, lang="fr").concern is concern(text)


def test_forty_thousand_letters_of_alarm_are_read_in_time() -> None:
    for text in ("perdu mon fils sac " * 2_000, "lost my son " * 3_000, "« urgence " * 4_000):
        assert concern(text) is not None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("où est ma fille ?", Concern.LOST_PERSON),
        ("je cherche mon mari", Concern.LOST_PERSON),
        ("I am looking for our son", Concern.LOST_PERSON),
        ("waar is mijn dochter", Concern.LOST_PERSON),
        ("busco a mi hijo", Concern.LOST_PERSON),
        ("ich suche meine Tochter", Concern.LOST_PERSON),
        ("je cherche un cadeau pour mon mari", None),
        ("looking for a gift for my son", None),
        ("un endroit pour ne pas se perdre avec des enfants", None),
        ("a place to get lost with the family", None),
        ("dove perdersi con i bambini", None),
    ],
)
def test_whom_one_looks_for_is_missing_and_what_one_looks_for_is_not(
    text: str, told: Concern | None
) -> None:
    assert concern(text) is told
