"""What is needed and not named, and what is refused in a roundabout way, as people type it."""

from __future__ import annotations

from typing import Final

from catalog.model import Kind
from catalog.request import PlaceNames, read

NOWHERE = PlaceNames([], [])

NEEDED: Final = """
service: mes chaussettes puent faut que je fasse une machine
service: on capte rien, une idée
service: un endroit pour allaiter
health: j'ai oublié mes cachets
food: où becqueter
lodging: une piaule pas chère
transport: louer une bagnole
event: une soirée sans karaoké
service: dying for a wee
service: my bag's been pinched
health: forgot my pills
food: full english
lodging: where can we kip
shop: offy
service: wo komm ich an Kohle
service: der Wagen macht komische Geräusche
health: mein Zahn bringt mich um
food: was zwischen die Zähne
lodging: ein Dach überm Kopf
service: se me ha muerto el móvil
service: no tengo cobertura
health: necesito puntos
activity: clase de yoga
event: quién toca en la plaza
service: mi è morto il cellulare
health: punture di zanzara
lodging: un tetto per stanotte
itinerary: portare a spasso il cane
service: mijn mobiel is dood
health: moet gehecht worden
food: iets te bikken
producer: brouwerijtje
service: me cal cambiar lo nenon
service: mon telefonet es mòrt
activity: los dròlles s'enujan
service: m'han pispat la cartera
service: on puc fer un riu
health: em calen punts
market: on venen els pagesos la verdura
"""
REFUSED: Final = """
museum: hold the museums, what else is there
museum: museums are not our thing, any ideas
church: épargnez-nous les églises, quoi visiter
campsite: dormir ailleurs qu'au camping
cave: une sortie excluant les grottes
museum: mit Museen kann man uns jagen, andere Ideen
church: auf Kirchen können wir verzichten, was gibt es zu besichtigen
museum: más allá de los museos, qué hay que ver
museum: los museos mejor nos los saltamos, qué ver
museum: dei musei facciamo volentieri a meno, cosa vedere
museum: i musei li saltiamo, cosa vedere
museum: laat die musea maar zitten, wat nog meer
zoo: dierentuin valt af, wat nog meer
campsite: dormir endacòm mai qu'al campatge
museum: els museus no ens fan el pes, alguna idea
forest: una ruta que no passi pel bosc
"""
BUT: Final = """
attraction: tout sauf les musées
attraction: anything but museums
attraction: alles außer Museen
attraction: cualquier cosa excepto iglesias
attraction: tutto tranne i musei
attraction: alles behalve musea
attraction: tot levat los musèus
attraction: tot menys museus
attraction: giornata di pioggia senza musei
attraction: Regenprogramm ohne Museum
food: was anderes als Burger
food: iets anders dan hamburgers
food: anything other than burgers to eat
lodging: stay anywhere except a campsite
lodging: Unterkunft, Hotels ausgenommen
lodging: alloggio, alberghi esclusi
food: un resto, le chinois non merci
"""
"""What is wanted all the same: other sights, another table, another bed."""
NOT_REFUSED: Final = """
museum: wir waren noch in keinem Museum
museum: non abbiamo ancora visto nessun museo
museum: avèm pas encara vist cap de musèu
"""


def _lines(table: str) -> list[list[str]]:
    return [line.split(": ", 1) for line in table.strip().splitlines() if line]


def test_what_is_needed_asks_for_its_kind() -> None:
    missed = [
        text for kind, text in _lines(NEEDED + BUT) if Kind(kind) not in read(text, NOWHERE).types
    ]
    assert not missed


def test_what_is_refused_is_left_out_and_nothing_else() -> None:
    for theme, text in _lines(REFUSED):
        found = read(text, NOWHERE).themes
        assert [said for said in found if said.startswith("-")] == [f"-{theme}"], text
    for theme, text in _lines(NOT_REFUSED):
        assert read(text, NOWHERE).keys()["themes"] == [theme], text


def test_footsteps_are_no_refusal() -> None:
    assert not read("sur les pas de Toulouse-Lautrec", NOWHERE).keys()["themes"]
