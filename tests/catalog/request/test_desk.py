"""What only the people of the office can answer, and what is asked of the catalogue."""

from __future__ import annotations

import pytest

from catalog.request import PlaceNames, read
from catalog.request.model import Concern

PLACES = PlaceNames(["Albi", "Carmaux", "Monestiés"])
ASKED = {
    "fr": ("d'où sortez-vous ces informations ?", "je voudrais modifier ma fiche, j'ai un camping",
           "où peut-on donner un avis sur l'accueil", "la newsletter de l'office svp",
           "est-ce que les hôtels paient pour être en premier", "l'écran tactile est tout noir"),
    "en": ("where does all this information come from?", "how can I get listed as a B&B",
           "I'd like to leave feedback", "can I get your newsletter",
           "do hotels pay to be on here", "your screen is completely frozen"),
    "de": ("Woher haben Sie diese Informationen?", "ich möchte meinen Eintrag ändern",
           "eine Bewertung schreiben", "wie bekomme ich den Newsletter",
           "zahlen die Restaurants, um hier oben zu stehen?", "der Bildschirm hängt"),
    "es": ("¿de dónde sacan estos datos?", "soy hotelero, quiero cambiar mi ficha",
           "quiero dejar una reseña", "apuntarme al boletín de noticias",
           "¿los hoteles pagan por aparecer primeros?", "la pantalla está bloqueada"),
    "it": ("da dove arrivano queste informazioni?", "come cambio la mia scheda di affittacamere",
           "lasciare un commento", "come ricevo la newsletter",
           "gli alberghi pagano per apparire qui?", "lo schermo è tutto nero"),
    "nl": ("waar halen jullie deze informatie vandaan", "mijn gegevens wijzigen, ik heb een b&b",
           "ik wil een recensie schrijven", "hoe krijg ik de nieuwsbrief",
           "betalen hotels om hier bovenaan te staan", "het scherm is zwart"),
    "oc": ("d'ont venon aquelas informacions ?", "voldriái cambiar nòstra ficha",
           "voldriái daissar un vejaire", "la letra d'informacion de l'ofici",
           "los ostals pagan per aparéisser ?", "l'ecran es negre"),
    "ca": ("d'on surten aquestes dades?", "tinc un hostal i vull canviar la nostra fitxa",
           "deixar una ressenya", "vull rebre la newsletter",
           "els hotels paguen per aparèixer?", "la pantalla s'ha quedat negra"),
}  # fmt: skip
OF_THE_CATALOGUE = (
    ("fr", "une borne de recharge, comment la trouver"),
    ("fr", "d'où part le sentier des mineurs"),
    ("fr", "l'agenda des concerts de la semaine"),
    ("fr", "un cinéma avec un grand écran"),
    ("fr", "le marché saisonnier de Carmaux"),
    ("fr", "faut-il payer pour visiter la cathédrale"),
    ("en", "where can I find information on the walk from Albi"),
    ("en", "do we have to pay to swim in the lake"),
    ("en", "I saw on your website that there is a concert tonight"),
    ("en", "is there a cinema with a big screen"),
    ("de", "woher kommt der Käse auf dem Markt"),
    ("de", "muss man für das Schloss bezahlen"),
    ("es", "¿de dónde sale el tren a Albi?"),
    ("es", "fruta de temporada en el mercado"),
    ("it", "ho visto sul vostro sito che c'è un concerto"),
    ("it", "da dove parte il sentiero"),
    ("nl", "moeten we betalen om te zwemmen"),
    ("nl", "waar vertrekt de bus naar Albi vandaan"),
    ("oc", "d'ont partís lo camin"),
    ("ca", "d'on surt el tren d'Albi"),
    ("ca", "verdura de temporada"),
)


@pytest.mark.parametrize(
    ("lang", "text"), [(lang, s) for lang, all_ in ASKED.items() for s in all_]
)
def test_what_the_office_itself_does_is_for_its_people(lang: str, text: str) -> None:
    assert read(text, PLACES).concern is Concern.DESK
    assert "office" in read(text, PLACES).types


@pytest.mark.parametrize(("lang", "text"), OF_THE_CATALOGUE)
def test_words_like_those_in_other_questions_are_read_as_ever(lang: str, text: str) -> None:
    assert read(text, PLACES, lang=lang).concern is None
