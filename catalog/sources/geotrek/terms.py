"""What the words of a Geotrek mean in the house: its labels, in French and English.

Every instance edits its own lists, so the labels are matched, without case, accents and marks;
the first words of each row are those of Geotrek's own defaults. A label in none of these tables
keeps its own name as a term.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalog.model import Kind, TermId
from catalog.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Meaning:
    """A label in the house's terms."""

    concepts: tuple[TermId, ...] = ()
    kind: Kind | None = None


def _table(rows: str) -> dict[str, Meaning]:
    """`[kind:] concepts = label, label …`; a row that begins with blanks goes on the one before."""
    table: dict[str, Meaning] = {}
    for row in rows.replace("\n  ", " ").strip().splitlines():
        head, _, labels = row.partition("=")
        kind, colon, concepts = head.rpartition(":")
        meaning = Meaning(
            tuple(TermId(concept) for concept in concepts.split()),
            Kind(kind.strip()) if colon else None,
        )
        table |= {fold(label): meaning for label in labels.split(",")}
    return table


def meaning(table: Mapping[str, Meaning], labels: Iterable[tuple[str, str]]) -> Meaning | None:
    """What the first known of the labels of one entry means."""
    return next((table[key] for _, label in labels if (key := fold(label)) in table), None)


MODES: Final = _table("""
walking = pédestre, à pied, randonnée, randonnée pédestre, rando, rando à pied, randonnée à pied,
  promenade, balade, marche, marche nordique, itinérance, itinérance pédestre, grande randonnée,
  sentier de découverte, sentiers de découverte, sentier d'interprétation, walking, walk, hiking,
  hike, on foot, foot, trek, trekking, pedestrian
mountain_biking = VTT, rando à VTT, à VTT, VTTAE, VTT à assistance électrique, vélo tout terrain,
  mountain bike, mountain biking, MTB
cycling = vélo, à vélo, rando à vélo, cyclo, cyclotourisme, vélo de route, gravel, VTC, VAE,
  vélo à assistance électrique, vélo électrique, cyclisme, cycling, bike, biking, road bike
riding = cheval, à cheval, rando à cheval, équestre, équitation, randonnée équestre, horse,
  horse riding, riding, horseback riding
trail_running = trail, course à pied, trail running, running
driving = voiture, en voiture, moto, route touristique, car, driving
paddling = canoë, kayak, canoë-kayak, canoe, canoe-kayak, paddle, paddling
skating = roller, rollers, skating, inline skating
wheelchair_friendly = joëlette, fauteuil, fauteuil roulant, handisport, wheelchair
skiing = ski, ski de fond, ski de randonnée, ski de rando, ski nordique, ski alpin, skiing,
  cross-country skiing, ski touring
via_ferrata = via ferrata
climbing = escalade, alpinisme, climbing, mountaineering
canyoning = canyoning, canyon
donkey_trek walking = âne, randonnée avec un âne, avec un âne, donkey
""")
"""How one moves on a trek; a row without a mode of the house says what the trek is."""

ROUTES: Final[dict[str, TermId]] = {
    "walking": TermId("walking_route"),
    "mountain_biking": TermId("mtb_route"),
    "cycling": TermId("cycling_route"),
    "riding": TermId("horse_route"),
    "trail_running": TermId("trail_route"),
    "driving": TermId("driving_route"),
    "paddling": TermId("water_route"),
}
"""The route that each mode makes."""

NETWORKS: Final = {
    "gr": TermId("gr"),
    "sentier gr": TermId("gr"),
    "grande randonnee": TermId("gr"),
    "grp": TermId("grp"),
    "gr de pays": TermId("grp"),
    "grande randonnee de pays": TermId("grp"),
}
"""Networks of marked ways that are labels."""

THEMES: Final = _table("""
nature = faune, flore, faune et flore, nature, biodiversité, milieux naturels, fauna, flora,
  wildlife, fauna and flora
birdwatching = oiseaux, ornithologie, birds, birdwatching
geology = géologie, geology
viewpoint = point de vue, points de vue, panorama, viewpoint, view point
agropastoralism = pastoralisme, agropastoralisme, agriculture et élevage, pastoralism
mountain = sommet, sommets, montagne, summit, peak, mountain
lake = lac, lacs, lac et glacier, lake, lakes, lake and glacier
waterfall = cascade, cascades, waterfall
river = rivière, rivières, river
spring = source, sources
forest = forêt, forêts, bois, forest
beach = plage, plages, beach
stage_shelter = refuge, refuges, mountain hut
archaeological_site = archéologie, archaeology, archeology
rural_heritage = petit patrimoine, patrimoine rural, patrimoine vernaculaire, small patrimony
remarkable_building = architecture, patrimoine bâti
industrial_heritage = patrimoine industriel, industrial heritage
crafts = savoir-faire, artisanat, crafts
prehistory = préhistoire, prehistory
medieval = moyen âge, médiéval, medieval
mining = mines, mine, mining
gastronomy = gastronomie, terroir, produits du terroir, gastronomy
wine = vin, vignoble, vignobles, wine
literature = littérature, literature
astronomy = astronomie, ciel étoilé, astronomy
water_heritage = patrimoine de l'eau, eau et patrimoine
""")

POIS: Final = _table("""
viewpoint = point de vue, panorama, viewpoint
lake = lac, étang, lake
mountain = sommet, pic, col, peak, summit, pass
waterfall = cascade, waterfall
spring = source, fontaine naturelle, spring
river = rivière, cours d'eau, river
cave = grotte, cave
gorge = gorge, gorges, canyon
forest = forêt, forest
rock_formation = rocher, formation rocheuse, rock
cirque = cirque
remarkable_tree = arbre remarquable, arbre
natural_site = site naturel, milieu naturel, glacier, natural site
archaeological_site = archéologie, site archéologique, archaeology
megalith = dolmen, menhir, mégalithe
rural_heritage = petit patrimoine, patrimoine rural, patrimoine vernaculaire, small patrimony
remarkable_building = architecture, patrimoine bâti
castle = château, castle
church = église, church
chapel = chapelle, chapel
bridge = pont, bridge
mill = moulin, mill
washhouse = lavoir
fountain = fontaine, fountain
museum = musée, museum
village = village
lodging: stage_shelter = refuge, gîte d'étape, mountain hut
service: picnic_area = aire de pique-nique, picnic area
service: parking = parking
service: drinking_water = eau potable, point d'eau, drinking water
""")
"""Types of points of interest that are a place; others ("Faune") are a theme."""

SERVICES: Final = _table("""
service: drinking_water = eau potable, point d'eau, drinking water
service: toilets = toilettes, WC, sanitaires, toilets
service: parking = parking, stationnement, car park
service: picnic_area = aire de pique-nique, table de pique-nique, pique-nique, picnic area
service: rest_area = aire de repos, abri, halte, rest area
service: charging_station = borne de recharge, recharge VAE, charging station
service: shower = douche, douches, shower
service: recycling = point de tri, déchetterie
transport: bus_stop = arrêt de bus, arrêt de car, navette, bus stop
transport: train_station = gare, train station
transport: bike_repair = réparation vélo, station de réparation, atelier vélo
transport: bike_hire = location de vélos, location vélo
health: defibrillator = défibrillateur, defibrillator
""")

NO_SERVICE: Final = frozenset(
    fold(label) for label in ("Descente pentue", "Steep descent", "Passage délicat", "Danger")
)
"""Types of "services" that warn of the way: nothing to go to."""

DESKS: Final = _table("""
tourist_office = office du tourisme, office de tourisme, bureau d'information touristique,
  tourist office, tourism office
information_point = maisons du parc, maison du parc, relais d'information, point d'information,
  relais information service, park center, park house, information point
""")

CONTENTS: Final = _table("""
lodging: = hébergement, hébergements, où dormir, accommodation, accommodations
lodging: campsite = camping, campings, campsite
lodging: stage_shelter = gîte d'étape, refuge, gîte d'étape et refuge, stopover, mountain hut
lodging: guesthouse = chambre d'hôte, chambres d'hôtes, guestroom, bed and breakfast
lodging: holiday_village = village de vacances, holiday village
lodging: hotel = hôtel, hôtels, hotel
lodging: unusual_lodging = hébergement insolite, insolite
lodging: holiday_rental = gîte, gîtes, meublé de tourisme, gîte rural, location de vacances
lodging: group_lodging = gîte de groupe, hébergement collectif, centre de vacances
lodging: hostel = auberge de jeunesse
lodging: camper_site = aire de camping-car
food: restaurant = restaurant, restaurants, restauration, où manger, table d'hôte, tables d'hôtes
food: farm_inn = ferme auberge, guesthouse farm
food: cafe = café
food: bar = bar
food: bistro = bistrot, bistro
food: tea_room = salon de thé
food: creperie = crêperie
activity: = pleine nature, sorties, activités, activité, loisirs, séjours,
  activités de pleine nature, activités et loisirs, outdoor, activities, destinations
activity: climbing = escalade, alpinisme, climbing
activity: adventure_park = acrobranche, parcours aventure, accrobranche, tree climbing
activity: via_ferrata = via ferrata
activity: canyoning = canyoning
activity: paragliding = vol libre, parapente, free fly, hang-gliding
activity: fishing = pêche à la ligne, pêche, fishing
activity: orienteering = course d'orientation, parcours d'orientation, orienteering
activity: walking = randonnée, pédestre, trekking, walking
activity: cycling = cyclotourisme, vélo, biking
activity: mountain_biking = VTT, mountain biking
activity: horse_riding = équitation, cheval, centre équestre, horse riding
activity: donkey_trek = âne, donkey
activity: caving = spéléologie, speleology
activity: canoeing = canoë-kayak, canoe-kayak
activity: skiing = activités hivernales, ski, winter activities
activity: swimming = baignade, swimming
activity: spa = bien être, bien-être, wellness
activity: guided_tour = visite guidée, accompagnée, guided
activity: nature_outing = sortie nature
transport: bike_hire = location de vélos, location de vélo
attraction: = sites recommandés, site recommandé, lieu de visite, lieux de visite, à voir,
  patrimoine, sites et patrimoine, recommended sites, visit site
attraction: museum = musée, musées, museum
attraction: natural_site = site naturel, sites naturels, natural, natural site
attraction: remarkable_building = site bâti, man made
attraction: garden = jardin, jardins, garden
attraction: theme_park = parc à thèmes, parc à thème, thematic park
attraction: interpretation_centre = centre d'interprétation, écomusée
producer: = produits, produits du terroir, producteur, producteurs, alimentaire, products
producer: farm = ferme, vente à la ferme
producer: craft_workshop = artisanat, artisan, artisans, crafts
producer: cheese_maker = fromagerie, fromage
producer: beekeeper = miel, apiculteur
producer: winery = vin, vigneron, vignerons
shop: = commerces, commerce, boutique
service: = services, service
""")
"""Categories and types of touristic contents."""

EVENTS: Final = _table("""
show = spectacle, spectacles, théâtre, show
concert = concert, musique, concerts
festival = festival, festivals
exhibition = exposition, expositions, exhibition
fete = fête, fêtes, fête locale, fête de village, manifestation
market: market = marché, marchés, market
market: night_market = marché nocturne
fair = foire, salon, foire et salon, fair
conference = conférence, conférences, conference, lecture
guided_tour = visite guidée, visite, guided tour
nature_outing = sortie nature, animation nature, sortie, balade accompagnée, balade nature, sorties
  nature
workshop = atelier, ateliers, stage, workshop
screening = projection, cinéma, film, projection de film
sports_event = sport, événement sportif, manifestation sportive, course, sports event
heritage_days = journées du patrimoine
dance = danse, bal
flea_market = vide-grenier, brocante
religious_event = fête religieuse, pèlerinage
""")

SITES: Final = _table("""
climbing = escalade, alpinisme, bloc, climbing, mountaineering, bouldering
via_ferrata = via ferrata
canoeing = canoë-kayak, canoë, kayak, canoe-kayak, rafting
canyoning = canyoning, canyon
paragliding = vol libre, parapente, deltaplane, hang-gliding, paragliding
caving = spéléologie, caving
skiing = ski, ski de randonnée, ski alpinisme, ski touring
swimming = baignade, swimming
fishing = pêche, fishing
diving = plongée, diving
sailing = voile, sailing
surfing = surf, surfing
orienteering = course d'orientation, orienteering
""")
"""Practices of outdoor sites and courses."""

LABELS: Final = _table("""
parc_national = parc national, parcs nationaux
parc_naturel_regional = parc naturel régional, PNR
natura2000 = Natura 2000
unesco = UNESCO, patrimoine mondial, patrimoine mondial de l'UNESCO
tourisme_handicap = tourisme et handicap, tourisme & handicap, tourisme handicap
accueil_velo = accueil vélo
famille_plus = famille plus
qualite_tourisme = qualité tourisme
grand_site_de_france = grand site de france
ens = espace naturel sensible, ENS
geoparc = géoparc, geopark
gr = GR, sentier GR
grp = GRP, GR de pays
""")

WHEELCHAIR: Final = frozenset(
    fold(label) for label in ("Fauteuil roulant", "Fauteuil", "PMR", "Wheelchair")
)
"""Labels of accessibility that say: with a wheelchair."""

PETS: Final = {
    **dict.fromkeys(
        map(fold, ("Chien autorisé", "Chiens autorisés", "Chiens admis", "Dogs allowed")), True
    ),
    **dict.fromkeys(
        map(
            fold,
            ("Chien interdit", "Chiens interdits", "Interdit aux chiens", "Dogs forbidden"),
        ),
        False,
    ),
}
"""Labels that say whether a dog may come, even on a lead."""

AUDIENCE: Final = _table("""
families = famille, familles, en famille, families
kids = enfant, enfants, jeune public, children
adults = adulte, adultes, adults
seniors = senior, seniors
groups = groupe, groupes, groups
schools = scolaire, scolaires, schools
""")
