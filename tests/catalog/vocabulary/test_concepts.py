from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.model import LANGUAGES, Kind, TermId
from catalog.text import clean_line, fold
from catalog.vocabulary import Concept, concepts, label, wider

KINDS = """attraction activity itinerary event market food lodging producer shop service transport
health office"""
EXPECTED = {
    "attraction": """village bastide town castle fort ramparts tower ruins church cathedral abbey
        cloister chapel temple museum interpretation_centre gallery monument remarkable_building
        bridge viaduct mill dovecote washhouse fountain lock mine industrial_heritage
        archaeological_site megalith cemetery memorial garden park remarkable_tree zoo aquarium
        theme_park cave gorge waterfall spring lake river beach forest mountain cliff viewpoint
        natural_site wetland dune island nature_reserve lighthouse library theatre cinema
        observatory cirque rock_formation covered_market canal rural_heritage""",
    "activity": """swimming swimming_pool water_sports canoeing sailing fishing climbing caving
        via_ferrata horse_riding donkey_trek mtb_centre adventure_park playground minigolf golf
        tennis boules skatepark fitness_trail paragliding ballooning quad_biking workshop tasting
        guided_tour treasure_hunt spa skiing sports_ground rail_bike boat_trip tourist_train
        karting paintball nature_outing educational_farm leisure_park surfing diving archery
        escape_game cooking_class trail_centre sport canyoning running orienteering ice_rink yoga
        bowling casino nightclub""",
    "itinerary": """walking_route cycling_route mtb_route horse_route driving_route trail_route
        water_route greenway long_distance_path themed_trail walking cycling mountain_biking
        riding driving trail_running paddling skating wheelchair_friendly""",
    "event": """festival concert exhibition show dance fete fireworks flea_market sports_event
        conference heritage_days fair christmas_market parade screening religious_event
        open_day""",
    "market": "market farmers_market night_market",
    "food": """restaurant farm_inn bistro cafe bar tea_room pizzeria creperie fast_food ice_cream
        gastronomic_restaurant caterer""",
    "lodging": """hotel guesthouse holiday_rental campsite camper_site stage_shelter hostel
        holiday_village group_lodging unusual_lodging residence""",
    "producer": """farm winery distillery brewery cheese_maker beekeeper craft_workshop
        company_visit orchard oil_mill""",
    "shop": """bakery grocery butcher wine_shop bookshop souvenir_shop craft_shop supermarket
        local_products antiques fuel_station""",
    "service": """toilets drinking_water parking picnic_area atm charging_station camper_service
        laundry post_office wifi_spot recycling shower rest_area lost_property luggage_storage""",
    "transport": """train_station bus_stop taxi bike_hire car_hire bike_repair carpool_area marina
        boat_hire""",
    "health": "doctor pharmacy hospital dentist vet defibrillator",
    "office": "tourist_office information_point",
    "amenities": """wifi terrace air_conditioning shade lift car_park coach_park bike_shelter
        baby_equipment changing_table picnic_tables vegetarian vegan gluten_free organic takeaway
        kids_menu heated_pool pool barbecue washing_machine lifeguard hearing_loop audio_guide
        braille large_print shop_on_site meeting_room bike_wash bike_charging""",
    "audience": "families kids toddlers teens adults couples seniors groups schools individuals",
    "labels": """monument_historique plus_beaux_villages pavillon_bleu accueil_velo
        qualite_tourisme tourisme_handicap vignobles_decouvertes bistrot_de_pays
        grand_site_occitanie grand_site_de_france unesco natura2000 ens occygene carte_avantages
        grp gr univertrail bio musee_de_france jardin_remarquable arbre_remarquable
        villes_fleuries famille_plus bienvenue_a_la_ferme clef_verte gites_de_france clevacances
        logis station_verte ville_art_histoire petite_cite_caractere maison_des_illustres
        entreprise_patrimoine_vivant patrimoine_xxe stars keys ears base_vtt site_remarquable_gout
        parc_national parc_naturel_regional geoparc maitre_restaurateur michelin gault_millau
        accueil_paysan camping_qualite ecolabel_europeen""",
    "prices": """adult child student reduced group_rate family_rate senior jobseeker disabled_rate
        resident full_rate extra_charge per_person per_night per_week per_weekend per_group
        per_hour per_day per_pitch per_meal""",
    "payment": """cash cheque card holiday_vouchers restaurant_vouchers transfer online
        contactless culture_pass""",
    "themes": """medieval prehistory wine gastronomy mining glass jaures hats water_heritage
        romanesque gothic railway nature birdwatching geology crafts literature art_nouveau
        resistance agropastoralism silk onion astronomy""",
}
SHARED_LABELS = {frozenset({"swimming_pool", "pool"})}
"""A public pool and the pool of a campsite: only the list they stand in tells them apart."""

terms = st.sampled_from(sorted(concepts()))


@pytest.mark.parametrize("group", EXPECTED)
def test_the_group_has_its_concepts(group: str) -> None:
    of_group = {term for term, concept in concepts().items() if concept.group == group}
    assert set(EXPECTED[group].split()) - of_group == set()


def test_every_kind_has_a_concept_of_its_name() -> None:
    assert set(KINDS.split()) == set(Kind)
    for kind in Kind:
        assert concepts()[TermId(kind)].kinds == (kind,)


@given(terms)
def test_words_are_whole_and_clean(term: TermId) -> None:
    concept = concepts()[term]
    assert concept.id == term
    assert tuple(concept.labels) == LANGUAGES
    assert tuple(concept.synonyms) == LANGUAGES
    for lang in LANGUAGES:
        for word in (concept.labels[lang], *concept.synonyms[lang]):
            assert fold(word)
            assert clean_line(word) == word
            assert len(word) <= 60
            assert "'" not in word[:1]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_word_is_written_once_in_a_language(lang: str) -> None:
    twice = [
        (concept.id, word)
        for concept in concepts().values()
        for word in concept.synonyms[lang]
        if (concept.labels[lang], *concept.synonyms[lang]).count(word) > 1
    ]
    assert twice == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_labels_tell_concepts_apart(lang: str) -> None:
    named: dict[str, set[str]] = defaultdict(set)
    for concept in concepts().values():
        named[fold(concept.labels[lang])].add(concept.id)
    shared = [frozenset(each) for each in named.values() if len(each) > 1]
    assert set(shared) <= SHARED_LABELS


def test_german_labels_have_a_noun() -> None:
    without_noun = {  # how one travels, whether it costs less, for what unit
        *("reduced", "gluten_free"),
        *(term for term in concepts() if term.startswith("per_")),
    }
    assert {
        term
        for term, concept in concepts().items()
        if not any(char.isupper() for char in concept.labels["de"])
    } <= without_noun


def test_broader_never_comes_round() -> None:
    def climb(concept: Concept, below: tuple[TermId, ...]) -> None:
        assert concept.id not in below, below
        for above in concept.broader:
            climb(concepts()[above], (*below, concept.id))

    for concept in concepts().values():
        climb(concept, ())


@given(terms)
def test_wider_is_everything_above_once(term: TermId) -> None:
    above = wider(term)
    assert term not in above
    assert len(set(above)) == len(above)
    expected = set(concepts()[term].broader)
    for parent in concepts()[term].broader:
        expected.update(wider(parent))
    assert set(above) == expected


def test_wider_goes_nearest_first() -> None:
    assert wider(TermId("cathedral")) == ("church", "monument", "attraction")
    assert wider(TermId("kb:Wifi")) == ()


def test_what_a_word_asks_for_is_one_of_the_kinds_above() -> None:
    for concept in concepts().values():
        umbrellas = {kind for kind in Kind if kind.value in wider(concept.id)}
        if umbrellas:
            assert set(concept.kinds) & umbrellas, concept.id


def test_label_of_another_source_or_language_is_none() -> None:
    assert label(TermId("castle"), "oc") == "castèl"
    assert label(TermId("castle"), "xx") is None
    assert label(TermId("kb:Wifi"), "fr") is None


@pytest.mark.parametrize(
    ("lang", "word"),
    [
        ("fr", "manifestation sportive"),
        ("es", "evento deportivo"),
        ("it", "evento sportivo"),
        ("oc", "eveniment esportiu"),
        ("ca", "esdeveniment esportiu"),
    ],
)
def test_an_event_of_any_sport_is_not_called_by_one(lang: str, word: str) -> None:
    assert label(TermId("sports_event"), lang) == word


@pytest.mark.parametrize(
    ("term", "word"),
    [
        ("castle", "castèl"),
        ("church", "glèisa"),
        ("market", "mercat"),
        ("cave", "cauna"),
        ("swimming", "banhada"),
        ("fishing", "pesca"),
        ("mill", "molin"),
        ("plus_beaux_villages", "Vilatges mai polits de França"),
    ],
)
def test_occitan_is_languedocien(term: str, word: str) -> None:
    assert label(TermId(term), "oc") == word
