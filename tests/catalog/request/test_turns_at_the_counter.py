"""What a person at the counter would take for granted: the day that was spoken of, the place in
hand, a table at noon; and what is said of the drive."""

from __future__ import annotations

from dataclasses import replace

import pytest

from catalog.model import Kind, ListingId
from catalog.request import read
from catalog.request.turns import turn
from catalog.request.turns_model import Act, Shown
from tests.bench.turns import LAKES, MUSEUMS, PLACES, WALKS, pasts
from tests.catalog.request.test_turns_anew import after, each


@each(
    fr="où peut-on manger ?", en="where can we eat?", de="wo kann man essen?",
    es="¿dónde se puede comer?", it="dove si può mangiare?", nl="waar kunnen we eten?",
    oc="ont se pòt manjar ?", ca="on es pot menjar?",
)  # fmt: skip
def test_who_plans_tomorrow_eats_tomorrow(lang: str, text: str) -> None:
    found = after(
        lang,
        text,
        shown=MUSEUMS,
        when="tomorrow:afternoon",
        types=(Kind.ATTRACTION,),
        themes=("museum",),
    )
    assert found.act is Act.NEW
    assert found.request is not None
    assert (found.request.types, found.request.when) == ((Kind.FOOD,), "tomorrow")
    of_today = after(
        lang,
        text,
        shown=MUSEUMS,
        when="today:afternoon",
        types=(Kind.ATTRACTION,),
        themes=("museum",),
    )
    assert of_today.request is not None
    assert of_today.request.when is None


@each(
    fr="c'est quand le marché ?", en="when is the market?", de="wann ist der Markt?",
    es="¿cuándo es el mercado?", it="quando c'è il mercato?", nl="wanneer is er markt?",
    oc="quora es lo mercat ?", ca="quan és el mercat?",
)  # fmt: skip
def test_who_asks_for_the_day_of_a_market_tells_none(lang: str, text: str) -> None:
    found = after(lang, text, types=(Kind.ATTRACTION,), themes=("museum",), when="sat")
    assert found.request is not None
    assert found.request.when is None


@each(
    fr="je cherche des toilettes", en="I'm looking for a toilet", de="ich suche eine Toilette",
    es="busco un aseo", it="cerco un gabinetto", nl="ik zoek een toilet",
    oc="cèrqui de comuns", ca="busco un lavabo",
)  # fmt: skip
def test_what_anybody_needs_is_for_now(lang: str, text: str) -> None:
    found = after(lang, text, types=(Kind.ATTRACTION,), themes=("museum",), when="sat")
    assert found.request is not None
    assert found.request.when is None


@each(
    fr="et après on mange où ?", en="and where do we eat after that?",
    de="und wo können wir danach essen?", es="¿y dónde comemos después?",
    it="e dopo dove mangiamo?", nl="en waar kunnen we daarna eten?",
    oc="e aprèp ont podèm manjar ?", ca="i després on mengem?",
)  # fmt: skip
def test_nobody_eats_at_the_hour_of_the_walk(lang: str, text: str) -> None:
    found = after(
        lang,
        text,
        shown=WALKS,
        when="tomorrow:morning",
        types=(Kind.ITINERARY,),
        themes=("walking",),
    )
    assert found.request is not None
    assert found.request.when == "tomorrow"


def test_a_meal_of_two_words_is_at_its_time() -> None:
    text = "und wo können wir danach zu Mittag essen?"
    found = after(
        "de",
        text,
        shown=WALKS,
        when="tomorrow:morning",
        types=(Kind.ITINERARY,),
        themes=("walking",),
    )
    assert found.request is not None
    assert found.request.when == "tomorrow:midday"


@each(
    fr="et s'il pleut, on fait quoi ?", en="and if it rains, what do we do?",
    de="und was machen wir, wenn es regnet?", es="si llueve, ¿qué hacemos?",
    it="e se piove, cosa facciamo?", nl="en wat doen we als het regent?",
    oc="e se plòu, qué fasèm ?", ca="i si plou, què fem?",
)  # fmt: skip
def test_what_to_do_in_the_rain_is_anything(lang: str, text: str) -> None:
    found = after(
        lang, text, when="tomorrow", types=(Kind.ACTIVITY,), themes=("swimming",), party=("kids",)
    ).request
    assert found is not None
    assert found.weather == "rain"
    assert (found.themes, found.party, found.when) == ((), ("kids",), "tomorrow")


@each(
    fr="et s'il pleut ?", en="and if it rains?", de="und wenn es regnet?", es="¿y si llueve?",
    it="e se piove?", nl="en als het regent?", oc="e se plòu ?", ca="i si plou?",
)  # fmt: skip
def test_if_it_rains_seeks_what_was_sought(lang: str, text: str) -> None:
    found = after(lang, text, types=(Kind.ACTIVITY,), themes=("swimming",)).request
    assert found is not None
    assert (found.themes, found.weather) == (("swimming",), "rain")


@each(
    fr="on peut manger ici ?", en="can we eat here?", de="kann man hier essen?",
    es="¿se puede comer aquí?", it="si può mangiare qui?", nl="kun je hier eten?",
    oc="se pòt manjar aquí ?", ca="es pot menjar aquí?",
)  # fmt: skip
def test_to_eat_here_is_at_what_is_shown(lang: str, text: str) -> None:
    found = turn(pasts(lang)["lake"], text, PLACES, lang=lang)
    assert (found.act, found.field) == (Act.ASK, "food")


@each(
    fr="on peut manger près d'ici ?", en="can we eat near here?",
    de="kann man hier in der Nähe essen?", es="¿se puede comer cerca de aquí?",
    it="si può mangiare qui vicino?", nl="kun je hier in de buurt eten?",
    oc="se pòt manjar prèp d'aicí ?", ca="es pot menjar a prop d'aquí?",
)  # fmt: skip
def test_to_eat_near_here_is_sought(lang: str, text: str) -> None:
    found = turn(pasts(lang)["lake"], text, PLACES, lang=lang)
    assert found.request is not None
    assert found.request.types == (Kind.FOOD,)


@each(
    fr="c'est surveillé ?", en="is it supervised?", de="ist das beaufsichtigt?",
    es="¿está vigilado?", it="è sorvegliata?", nl="is er toezicht?", oc="es susvelhat ?",
    ca="està vigilat?",
)  # fmt: skip
def test_whether_it_is_supervised_is_asked(lang: str, text: str) -> None:
    found = turn(pasts(lang)["lake"], text, PLACES, lang=lang)
    assert (found.act, found.field) == (Act.ASK, "lifeguard")


@each(
    fr="plutôt demain alors", en="rather tomorrow then", de="lieber morgen dann",
    es="mejor mañana entonces", it="meglio domani allora", nl="liever morgen dan",
    oc="puslèu deman alara", ca="millor demà doncs",
)  # fmt: skip
def test_rather_tomorrow_is_the_question_of_another_day(lang: str, text: str) -> None:
    asked = pasts(lang)["museum"]
    assert asked.request is not None
    today = replace(asked.request, when="today:afternoon")
    past = replace(asked, request=today, asked="hours", chosen=asked.shown[0].id)
    found = turn(past, text, PLACES, lang=lang)
    assert found.act is Act.REFINE
    assert found.request is not None
    assert (found.request.when or "").startswith("tomorrow")


@each(
    fr="pas trop longtemps en voiture", en="not too long in the car please",
    de="nicht zu lange im Auto", es="sin demasiado coche", it="non troppo tempo in macchina",
    nl="niet te lang in de auto", oc="pas tròp de temps en veitura",
    ca="no gaire estona en cotxe",
)  # fmt: skip
def test_a_short_drive_is_nearer(lang: str, text: str) -> None:
    found = turn(pasts(lang)["lake"], text, PLACES, lang=lang)
    assert found.act is Act.REFINE
    assert found.request is not None
    assert found.request.radius_km is not None
    assert found.request.mobility == ()


@each(
    fr="une sortie sans voiture trop longtemps", en="a day out, not too long in the car",
    de="ein Ausflug, nicht zu lange im Auto", es="una excursión sin mucho tiempo en coche",
    it="una gita senza troppa macchina", nl="een uitstapje, niet te lang in de auto",
    oc="una sortida sens tròp de veitura", ca="una sortida sense massa cotxe",
)  # fmt: skip
def test_a_short_drive_is_not_without_a_car(lang: str, text: str) -> None:
    found = read(text, PLACES, lang=lang)
    assert (found.where, found.mobility, found.rest) == ("here", ("car",), "")


@each(
    fr="plutôt à vélo", en="rather by bike", de="lieber mit dem Rad", es="mejor en bici",
    it="meglio in bici", nl="liever met de fiets", oc="puslèu amb bicicleta",
    ca="millor en bicicleta",
)  # fmt: skip
def test_rather_by_bike_a_walk_is_a_ride(lang: str, text: str) -> None:
    found = after(lang, text, types=(Kind.ITINERARY,), themes=("walking",), when="tomorrow")
    assert found.request is not None
    assert (found.request.themes, found.request.mobility) == (("cycling",), ("bike",))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "does the museum close at noon?"),
        ("en", "does the first one close early?"),
        ("oc", "lo musèu tampa a miègjorn ?"),
    ],
)
def test_what_closes_is_no_distance(lang: str, text: str) -> None:
    found = turn(pasts(lang)["museum"], text, PLACES, lang=lang)
    assert (found.act, found.field) == (Act.ASK, "hours")


def _stop(name: str, kind: Kind) -> Shown:
    return Shown(id=ListingId(name), names=(name,), kinds=(kind,))


@each(
    fr="on voudrait déjeuner dans un restaurant pas cher",
    en="we'd like to have lunch in a cheap restaurant",
    de="wir möchten in einem günstigen Restaurant zu Mittag essen",
    es="queremos comer en un restaurante barato",
    it="vorremmo pranzare in un ristorante economico",
    nl="we willen graag goedkoop lunchen in een restaurant",
    oc="voldriam dinnar dins un restaurant pas car",
    ca="volem dinar en un restaurant barat",
)  # fmt: skip
def test_a_table_told_in_a_sentence_keeps_the_day(lang: str, text: str) -> None:
    stops = (_stop("Musée", Kind.ATTRACTION), _stop("Auberge", Kind.FOOD))
    found = after(
        lang,
        text,
        shown=stops,
        planned=True,
        when="tomorrow",
        types=(Kind.ATTRACTION,),
        themes=("museum",),
        duration="day",
    )
    assert found.request is not None
    assert found.keeps
    assert (found.request.duration, found.request.when) == ("day", "tomorrow")
    assert "restaurant" in found.request.themes
    assert found.request.max_price is None


@each(
    fr="où est-ce qu'on peut dîner ?", en="where can we have dinner?",
    de="wo können wir zu Abend essen?", es="¿dónde podemos cenar?", it="dove possiamo cenare?",
    nl="waar kunnen we dineren?", oc="ont podèm sopar ?", ca="on podem sopar?",
)  # fmt: skip
def test_dinner_is_not_at_the_table_of_noon(lang: str, text: str) -> None:
    stops = (_stop("Musée", Kind.ATTRACTION), _stop("Auberge", Kind.FOOD))
    found = after(
        lang,
        text,
        shown=stops,
        planned=True,
        when="tomorrow",
        types=(Kind.ATTRACTION,),
        themes=("museum",),
        duration="day",
    )
    assert found.act is not Act.ASK


@each(
    fr="moins cher", en="cheaper", de="billiger", es="más barato", it="più economico",
    nl="goedkoper", oc="mens car", ca="més barat",
)  # fmt: skip
def test_those_that_state_no_price_may_be_cheaper(lang: str, text: str) -> None:
    found = turn(pasts(lang)["lake"], text, PLACES, lang=lang)
    assert found.figureless == {each.id for each in LAKES if each.price is None}
    assert found.without == {each.id for each in LAKES}


@each(
    fr="il est accepté à l'intérieur ?", en="is he allowed inside?", de="darf er mit rein?",
    es="¿puede entrar?", it="può entrare?", nl="mag hij mee naar binnen?", oc="pòt dintrar ?",
    ca="pot entrar a dins?",
)  # fmt: skip
def test_whether_the_dog_may_enter_is_asked(lang: str, text: str) -> None:
    castle = (Kind.ATTRACTION,)
    found = after(lang, text, shown=MUSEUMS, types=castle, themes=("castle",), party=("dog",))
    assert (found.act, found.field) == (Act.ASK, "pets")


@each(
    fr="trop long, seulement le matin", en="too long, only the morning",
    de="zu lang, nur der Vormittag", es="demasiado largo, solo la mañana",
    it="troppo lunga, solo la mattina", nl="te lang, alleen de ochtend",
    oc="tròp long, sonque lo matin", ca="massa llarg, només el matí",
)  # fmt: skip
def test_only_the_morning_of_a_day_is_half_of_it(lang: str, text: str) -> None:
    stops = (_stop("Musée", Kind.ATTRACTION), _stop("Auberge", Kind.FOOD))
    seen = (Kind.ATTRACTION,)
    found = after(
        lang, text, shown=stops, planned=True, types=seen, duration="day", when="tomorrow"
    )
    assert found.request is not None
    assert (found.request.when, found.request.duration) == ("tomorrow:morning", "half_day")


@each(
    fr="quelque chose avec de l'eau", en="something with water", de="etwas mit Wasser",
    es="algo con agua", it="qualcosa con l'acqua", nl="iets met water", oc="quicòm amb d'aiga",
    ca="alguna cosa amb aigua",
)  # fmt: skip
def test_something_with_water_is_to_bathe(lang: str, text: str) -> None:
    found = after(lang, text, types=(Kind.EVENT, Kind.ACTIVITY), when="sat").request
    assert found is not None
    assert found.themes == ("swimming",)


@each(
    fr="merci. Quelque chose de calme à faire cet après-midi, à l'intérieur",
    en="thanks. something quiet to do this afternoon, indoors",
    de="danke. Etwas Ruhiges für heute Nachmittag, drinnen",
    es="gracias. Algo tranquilo para esta tarde, a cubierto",
    it="grazie. Qualcosa di tranquillo da fare oggi pomeriggio, al chiuso",
    nl="bedankt. Iets rustigs om te doen vanmiddag, overdekt",
    oc="mercés. Quicòm de tranquil a far uèi de vèspre, a la sosta",
    ca="gràcies. Alguna cosa tranquil·la per fer aquesta tarda, a cobert",
)  # fmt: skip
def test_indoors_is_heard_in_another_question_too(lang: str, text: str) -> None:
    found = after(lang, text, types=(Kind.HEALTH,), themes=("doctor",)).request
    assert found is not None
    assert found.weather == "rain"


def test_what_is_wanted_counts_and_not_what_is_wrong() -> None:
    found = turn(pasts("de")["lake"], "der ist zu voll, etwas Ruhigeres", PLACES, lang="de")
    assert found.request is not None
    assert "quiet_place" in found.request.themes


@each(
    fr="la deuxième étape on l'a déjà faite", en="the second stop, we've already seen it",
    de="die zweite Station haben wir schon gesehen", es="la segunda parada ya la hemos hecho",
    it="la seconda tappa l'abbiamo già fatta", nl="de tweede stop hebben we al gezien",
    oc="lo segond arrèst l'avèm ja fach", ca="la segona parada ja l'hem feta",
)  # fmt: skip
def test_a_stop_that_was_done_leaves_the_day(lang: str, text: str) -> None:
    stops = (_stop("Musée", Kind.ATTRACTION), _stop("Château", Kind.ATTRACTION))
    seen = (Kind.ATTRACTION,)
    found = after(
        lang, text, shown=stops, planned=True, types=seen, duration="day", when="tomorrow"
    )
    assert (found.act, found.keeps) == (Act.MORE, True)
    assert found.without == {stops[1].id}


def test_the_words_of_the_morning_are_not_told_of_lunch() -> None:
    asked = read("eine Wanderung morgen früh", PLACES, lang="de")
    past = replace(pasts("de")["walk"], request=asked, text="eine Wanderung morgen früh")
    found = turn(past, "und wo können wir danach zu Mittag essen?", PLACES, lang="de").request
    assert found is not None
    assert found.when == "tomorrow:midday"
    assert all(span.key != "when" for span in found.spans)


@each(
    fr="on part à 11h", en="we set off at 11", de="wir fahren um 11 Uhr los",
    es="salimos a las 11", it="partiamo alle 11", nl="we vertrekken om 11 uur",
    oc="partissèm a 11 oras", ca="sortim a les 11",
)  # fmt: skip
def test_the_hour_of_leaving_begins_the_day(lang: str, text: str) -> None:
    stops = (_stop("Musée", Kind.ATTRACTION), _stop("Château", Kind.ATTRACTION))
    seen = (Kind.ATTRACTION,)
    found = after(
        lang, text, shown=stops, planned=True, types=seen, duration="day", when="tomorrow"
    )
    assert found.request is not None
    assert (found.request.when, found.request.duration) == ("tomorrow@11:00", "day")


@each(
    fr="ils ont aussi une terrasse ?", en="do they have a terrace too?",
    de="haben die auch eine Terrasse?", es="¿tienen también terraza?",
    it="hanno anche una terrazza?", nl="hebben ze ook een terras?", oc="an tanben una terrassa ?",
    ca="tenen també terrassa?",
)  # fmt: skip
def test_what_they_have_too_is_asked(lang: str, text: str) -> None:
    found = turn(pasts(lang)["eat"], text, PLACES, lang=lang)
    assert (found.act, found.field) == (Act.ASK, "terrace")
