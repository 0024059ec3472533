"""What is told and limits nothing, what refuses no meal, which birthday it is: by class and by
language, for a word that is right in one sentence is wrong in the next."""

from __future__ import annotations

import pytest

from catalog.model import Kind
from catalog.request import PlaceNames, Request, read
from catalog.request.model import Concern

PLACES = PlaceNames(["Carmaux", "Najac", "Albi"])

_NO_MEAL = (
    "je ne peux pas manger de gluten", "ma fille est allergique aux arachides",
    "I can't eat lactose or gluten", "my son is allergic to peanuts", "we don't eat meat",
    "ich vertrage keine Laktose", "Nussallergie, wo essen wir?", "wir essen kein Fleisch",
    "no puedo comer gluten", "mi hijo es alérgico a los frutos secos",
    "non posso mangiare glutine", "sono allergica alle noci",
    "ik kan niet tegen gluten", "mijn zoon is allergisch voor pinda",
    "ma femna pòt pas manjar de glutèn", "soi allergica a las noses",
    "no puc menjar lactosa", "sóc al·lèrgica als fruits secs",
)  # fmt: skip
_BIRTHDAYS = {
    "le huitième anniversaire de Léo": 8, "pour son 40e anniversaire": 40,
    "her eightieth birthday lunch": 80, "his 18th birthday": 18,
    "zum achten Geburtstag": 8, "Omas 75. Geburtstag": 75,
    "el octavo cumpleaños de mi hija": 8, "su 50º cumpleaños": 50,
    "il settimo compleanno di Luca": 7, "il suo 60esimo compleanno": 60,
    "voor haar zesde verjaardag": 6, "de 80ste verjaardag van oma": 80,
    "son ochen anniversari": 8, "lo 80en anniversari de la mameta": 80,
    "el setè aniversari del nen": 7, "el 80è aniversari de l'avi": 80,
}  # fmt: skip
_COMPLAINTS = (
    "on a attendu deux heures au restaurant pour rien", "on a fait 40 km pour rien",
    "we waited two hours and then they turned us away", "we drove 30 miles for nothing",
    "wir haben eine Stunde gewartet", "wir standen zwei Stunden vor verschlossener Tür",
    "hemos esperado una hora y media", "hemos hecho 40 km para nada",
    "abbiamo aspettato un'ora e nessuno ci ha serviti", "30 km di strada per niente",
    "we hebben drie kwartier gewacht", "voor niks gereden, 20 km",
    "avèm esperat doas oras per res", "barrat quand sèm arribats a 3 oras",
    "hem esperat una hora i no ens han atès", "hem fet 30 km de viatge per res",
    "we paid 40 euros and the guide never showed up", "hemos pagado 40 euros y el guía no vino",
    "Wir haben 40 Euro bezahlt und der Führer kam nicht",
)  # fmt: skip
_BITTEN = (
    "un chien m'a mordu", "my kid got bitten by a dog", "mein Sohn wurde von einem Hund gebissen",
    "me ha mordido un perro", "mia figlia è stata morsa da un cane",
    "ik ben gebeten door een hond", "un can m'a mordut", "un gos ha mossegat la nena",
)  # fmt: skip


def ask(text: str) -> Request:
    return read(text, PLACES)


def _limits(request: Request) -> list[object]:
    told = request.duration, request.radius_km, request.max_km, request.max_price, request.when
    return [value for value in told if value is not None]


def test_what_one_cannot_eat_refuses_no_meal() -> None:
    for text in _NO_MEAL:
        request = ask(text)
        assert Kind.FOOD in request.types, text
        assert not [theme for theme in request.themes if theme.startswith("-")], text
        assert request.concern is None, text


def test_a_birthday_tells_the_age() -> None:
    for text, age in _BIRTHDAYS.items():
        assert [who for who in ask(text).party if who[:4] == "age:"] == [f"age:{age}"], text


def test_who_complains_limits_nothing() -> None:
    for text in _COMPLAINTS:
        request = ask(text)
        assert request.concern is Concern.COMPLAINT, text
        assert Kind.OFFICE in request.types, text
        assert not _limits(request), text


def test_a_dog_that_bit_comes_with_nobody() -> None:
    for text in _BITTEN:
        request = ask(text)
        assert "dog" not in request.party, text
        assert Kind.HEALTH in request.types, text
    assert "dog" in ask("notre chien a été mordu").party


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("y a-t-il une boulangerie dans le village ?", [Kind.SHOP]),
        ("is there a bakery in the village", [Kind.SHOP]),
        ("gibt es im Dorf einen Bäcker", [Kind.SHOP]),
        ("hi ha forn de pa al poble?", [Kind.SHOP]),
        ("un joli village médiéval", [Kind.ATTRACTION]),
        ("trois nuits à Najac pour deux", [Kind.LODGING]),
        ("max 60 euro pro Nacht", [Kind.LODGING]),
        ("20 minuts de caminada", []),
        ("too windy for kayaking today?", [Kind.ACTIVITY]),
        ("too hot to walk, a cave?", [Kind.ATTRACTION]),
        ("où louer des jumelles ?", [Kind.SERVICE]),
    ],
)
def test_what_stands_beside_is_not_what_is_sought(text: str, kinds: list[Kind]) -> None:
    assert list(ask(text).types) == kinds


def test_french_twins_are_daughters_and_glasses() -> None:
    assert "kids" in ask("nos jumelles de 6 ans").party
    assert not ask("où louer des jumelles pour les oiseaux ?").party


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ein Taix nach Albi", "ein Taxi nach Albi"),
        ("der Hnud darf mit", "der Hund darf mit"),
        ("où promener mon chein", "où promener mon chien"),
        ("dues nits, som ters", "dues nits, som tres"),
        ("la grotte était ferme", "la grotte était fermé"),
    ],
)
def test_two_letters_change_places_in_a_short_word(typed: str, meant: str) -> None:
    assert ask(typed).keys() == ask(meant).keys()


@pytest.mark.parametrize(
    ("text", "party", "price"),
    [
        ("junior tennis, he's nearly eleven", ("age:11", "kids"), None),
        ("los ochenta de mi madre", ("age:80", "seniors"), None),
        ("para los 70 de mi padre, una mesa para diez", ("age:70", "seniors", "n:10"), None),
        ("per i 70 di papà, un tavolo per dieci", ("age:70", "seniors", "n:10"), None),
        ("pels 70 del pare, taula per a deu", ("age:70", "seniors", "n:10"), None),
        ("on a payé 18 euros hier, un resto ce soir", (), None),
        ("a 4 month old puppy", ("dog",), None),
        ("dinner for two at 25 a head", ("n:2",), 25.0),
        ("Essen unter 15 Euro, drei Erwachsene", ("adults", "n:3"), 15.0),
        ("quelque chose à dix euros par tête pour déjeuner à cinq", ("n:5",), 10.0),
        ("wir feiern Omas siebzigsten, ein Tisch für neun", ("age:70", "seniors", "n:9"), None),
    ],
)
def test_who_is_counted_and_who_is_so_old(
    text: str, party: tuple[str, ...], price: float | None
) -> None:
    request = ask(text)
    assert set(request.party) == set(party)
    assert request.max_price == price


_NO_WALK = (
    "ma mère marche mal, un musée", "mon père ne peut pas marcher longtemps, un musée",
    "my mum can't walk far, which museum?", "dad uses a walking frame, a museum",
    "meine Mutter ist schlecht zu Fuß, ein Museum", "ein Museum, Oma hat einen Gehwagen",
    "a mi madre le cuesta caminar, un museo", "mia madre fa fatica a camminare, un museo",
    "mijn moeder is slecht ter been, een museum", "ma maire a de mal a caminar, un musèu",
    "a la mare li costa caminar, un museu",
)  # fmt: skip


def test_who_can_hardly_walk_asks_for_no_walk() -> None:
    for text in _NO_WALK:
        request = ask(text)
        assert list(request.types) == [Kind.ATTRACTION], text
        assert request.mobility == ("reduced",), text


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("a couple, we are looking for a b&b", ("couple",)),
        ("2 adultes, on est à moto", ("adults", "n:2")),
        ("Ehepaar, wir sind mit dem Rad da", ("couple",)),
        ("un grupo, venimos en bici", ("group",)),
        ("des amis m'ont parlé d'une cascade", ()),
    ],
)
def test_who_is_told_of_comes_and_who_told_does_not(text: str, party: tuple[str, ...]) -> None:
    assert set(ask(text).party) == set(party)


_NO_LONGER = (
    "on ne veut plus marcher", "nous ne voulons plus marcher", "marre de marcher",
    "we no longer want to walk", "wir wollen nicht mehr wandern", "müde vom Wandern",
    "ya no queremos andar", "non vogliamo più camminare", "we willen niet meer lopen",
    "moe van het wandelen", "volèm pas pus caminar", "ja no volem caminar més",
)  # fmt: skip
_NO_OTHER = {
    "alles außer Museen bitte": "museum", "not another museum": "museum",
    "ges de musèu, mercé": "museum", "res de museus, sisplau": "museum",
    "un restaurant q no sigui pizzeria": "pizzeria", "geen kastelen meer": "castle",
    "keine Kirchen mehr": "church", "un musée qui ne soit pas sur la mine": "mine",
    "ein Museum, aber nicht über Bergbau": "mining", "kerken hebben we nu wel gezien": "church",
}  # fmt: skip


def test_what_is_no_longer_wanted_is_refused() -> None:
    for text in _NO_LONGER:
        request = ask(text)
        assert "-walking" in request.themes, text
        assert Kind.ITINERARY not in request.types, text
    for text, theme in _NO_OTHER.items():
        themes = ask(text).themes
        assert f"-{theme}" in themes, text
        assert theme not in themes, text
        assert "lake" not in themes, text


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("camping avec piscine et mini-golf", [Kind.LODGING]),
        ("wir suchen was Ruhiges im Schatten", [Kind.ACTIVITY, Kind.ATTRACTION]),
        ("something quiet for two hours", [Kind.ACTIVITY, Kind.ATTRACTION]),
        ("quelque chose de plus calme", []),
        ("bajar el Viaur en kayak", [Kind.ITINERARY, Kind.ACTIVITY]),
        ("a walk with the kids and a restaurant", [Kind.ITINERARY, Kind.FOOD]),
        ("a hotel, breakfast included", [Kind.LODGING]),
        ("campsite within a mile of the station", [Kind.LODGING]),
        ("hôtel à 10 min de la plage", [Kind.LODGING]),
        ("ein Hotel höchstens einen Kilometer vom Bahnhof", [Kind.LODGING]),
        ("cinq km de sentier ombragé", [Kind.ITINERARY]),
        ("breakfast in a café near our hotel", [Kind.FOOD]),
        ("Restaurant ohne Fleisch auf der Karte", [Kind.FOOD]),
        ("a flat bike ride", [Kind.ITINERARY]),
        ("a flat in Albi for two", [Kind.LODGING]),
    ],
)
def test_what_belongs_to_a_wish_is_no_other(text: str, kinds: list[Kind]) -> None:
    assert list(ask(text).types) == kinds


_NOBODY = (
    "we don't have kids", "on n'a pas d'enfants", "no tenemos niños", "non abbiamo figli",
    "wij hebben geen kinderen", "avèm pas de mainatges", "no tenim fills", "wir haben keine Kinder",
    "nichts für Kinder", "rien pour les enfants", "nothing for kids", "res per a nens",
    "une école de parapente", "is there a ski school", "scuola di equitazione", "escola de vela",
    "l'aligot de grand-mère", "Kuchen von Oma", "appeltaart van oma", "la coca de l'àvia",
)  # fmt: skip


def test_nobody_comes_who_is_not_there() -> None:
    for text in _NOBODY:
        assert ask(text).party == (), text
    assert ask("haben Sie nichts für Kinder?").party == ("kids",)
    assert "school" in ask("une sortie avec l'école de Tanus").party


_NO_FARTHER = (
    "je veux pas marcher plus de 4 km", "we don't want to walk more than 4 km",
    "no queremos andar más de 4 km", "non vogliamo camminare più di 4 km",
    "no volem caminar més de 4 km", "volèm pas caminar mai de 4 km",
)  # fmt: skip


def test_what_is_beyond_a_limit_is_refused_and_no_more() -> None:
    for text in _NO_FARTHER:
        request = ask(text)
        assert "walking" in request.themes, text
        assert request.max_km == 4, text


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("pour nos 30 ans de mariage, un resto", ("couple",)),
        ("our 40th wedding anniversary, a table for 20", ("n:20",)),
        ("kamer voor vijf, twee nachten", ("n:5",)),
        ("lunch voor 12", ("n:12",)),
        ("una cena in otto", ("n:8",)),
        ("un apéro pour nos 20 ans de boîte, 45 personnes", ("n:45",)),
        ("a roast for nine including two high chairs", ("n:9",)),
        ("zu alt zum Klettern? Ich bin 66", ("age:66", "seniors")),
        ("mengem sense gluten tots quatre", ("n:4",)),
    ],
)
def test_how_many_sit_at_a_table(text: str, party: tuple[str, ...]) -> None:
    assert ask(text).party == party


_TWO_CHILDREN = (
    "mi hija de 4 y mi hijo de 9 quieren montar a caballo", "Sohn 4, Tochter 9 – Ponyreiten?",
    "mia figlia di 4 e mio figlio di 9 vogliono andare a cavallo",
    "ma filha de 4 ans e mon filh de 9 vòlon far de caval",
    "la filla de 4 i el fill de 9 volen muntar a cavall", "dochter 4, zoon 9: ponyrijden?",
    "my daughter of 4 and my son of 9 want to ride", "ma fille de 4 ans et mon fils de 9",
)  # fmt: skip


def test_two_children_have_two_ages() -> None:
    for text in _TWO_CHILDREN:
        assert {"age:4", "age:9"} <= set(ask(text).party), text
    assert {"age:2", "age:79"} <= set(ask("three generations, youngest is 2, oldest 79").party)


def test_what_was_seen_is_refused_beside_what_is_asked() -> None:
    for text in ("on a déjà vu Najac, un autre village ?", "ya hemos visto Albi, ¿otro pueblo?"):
        assert any(theme.startswith("-name:") for theme in ask(text).themes), text
