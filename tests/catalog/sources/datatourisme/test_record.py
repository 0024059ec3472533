from __future__ import annotations

from datetime import date

import pytest

from catalog.model import Handicap, Kind, Label, LabelStatus, Place, Source
from catalog.sources.datatourisme.record import read_object
from catalog.sources.draft import Rejection
from tests.catalog.sources.datatourisme.objects import (
    RETRIEVED,
    city,
    draft,
    listing,
    location,
    ref,
    thing,
    warned,
)


def rejected(obj: object) -> Rejection:
    result = read_object(obj, RETRIEVED, member="0/a.json")
    assert isinstance(result, Rejection)
    return result


def at(latitude: object, longitude: object, **more: object) -> dict[str, object]:
    geo = {"schema:latitude": latitude, "schema:longitude": longitude}
    return thing(isLocatedAt=[location(**{"schema:geo": geo}, **more)])


def test_identity_and_source() -> None:
    made = listing(thing())
    assert made.id == "datatourisme:aaaaaaaa-0000-3000-8000-000000000001"
    assert made.sources == (
        Source(
            name="datatourisme",
            record="PCUMID081V500001",
            retrieved=RETRIEVED,
            updated=date(2026, 10, 1),
            url="https://data.datatourisme.fr/23/aaaaaaaa-0000-3000-8000-000000000001",
            creator="OT d'essai",
            publisher="SIT d'essai",
            licence="Licence Ouverte 2.0",
        ),
    )


def test_place() -> None:
    assert listing(thing()).place == Place(
        latitude=44.1734,
        longitude=2.1519,
        street=("Le Bourg",),
        postcode="81190",
        commune="Montirat",
        insee="81180",
        department="81",
    )


@pytest.mark.parametrize(
    ("obj", "reason"),
    [
        ([], "does not hold one JSON object"),
        (thing(**{"@id": None}), "field @id"),
        (thing(**{"rdfs:label": {"fr": [" "]}}), "field rdfs:label: the record has no name"),
        (thing(**{"rdfs:label": None}), "has no name"),
        (thing(isLocatedAt=None), "field isLocatedAt"),
        (thing(isLocatedAt=[location(**{"schema:geo": None})]), "no coordinates"),
        (at("44.1", None), "latitude or longitude is missing"),
        (at("nord", "2.1"), "not a pair of numbers"),
        (at("NaN", "2.1"), "not a pair of numbers"),
        (at("0", "0"), "0, 0 is not in France"),
        (at("52.5", "13.4"), "is not in France"),
        (thing(isObsolete=True), "isObsolete"),
    ],
)
def test_rejections_name_the_field(obj: object, reason: str) -> None:
    found = rejected(obj)
    assert reason in found.reason
    assert found.source == "datatourisme"
    assert found.id


@pytest.mark.parametrize("pair", [("44.1734", "2.1519"), (44.1734, 2.1519), ("44,1734", "2,1519")])
def test_coordinates_as_text_number_or_with_comma(pair: tuple[object, object]) -> None:
    place = listing(at(*pair)).place
    assert (place.latitude, place.longitude) == (44.1734, 2.1519)


def test_exchanged_coordinates_are_repaired_near_their_department() -> None:
    obj = at("2.1519", "44.1734")
    assert (listing(obj).place.latitude, listing(obj).place.longitude) == (44.1734, 2.1519)
    assert warned(obj) == {"coordinates_exchanged"}


def test_exchanged_coordinates_of_another_department_are_refused() -> None:
    elsewhere = [{"hasAddressCity": city("29019", "Brest", "29")}]
    assert (
        "not in France" in rejected(at("2.1519", "44.1734", **{"schema:address": elsewhere})).reason
    )


def test_coordinates_far_from_the_department_are_kept_with_a_caution() -> None:
    obj = at("48.39", "-4.49")
    assert listing(obj).place.latitude == 48.39
    assert warned(obj) == {"coordinates_far_from_department"}


def test_overseas() -> None:
    address = [{"hasAddressCity": city("97105", "Basse-Terre", "971")}]
    obj = at("15.99", "-61.73", **{"schema:address": address})
    assert listing(obj).place.department == "971"
    assert warned(obj) == set()


def test_two_communes_are_matched_by_name() -> None:
    address = {
        "schema:addressLocality": ["Mirandol", "Tanus"],
        "hasAddressCity": [city("81292", "Tanus", "81"), city("81168", "Mirandol", "81")],
    }
    obj = thing(isLocatedAt=[location(**{"schema:address": [address]})])
    assert (listing(obj).place.commune, listing(obj).place.insee) == ("Mirandol", "81168")
    assert warned(obj) == {"several_communes"}


def test_texts_and_machine_translations() -> None:
    deepl = ["https://api.deepl.com/v2/translate"]
    obj = thing(
        hasDescription=[
            {
                "shortDescription": {"fr": ["Court."], "de": ["Kurz."]},
                "dc:description": {"fr": ["Un.", "Deux."], "nl": ["Lang."], "de": ["Lang."]},
                "hasTranslatedProperty": [
                    {
                        "dc:contributor": deepl,
                        "rdf:language": ["nl"],
                        "rdf:predicate": [{"@id": "dc:description"}],
                    },
                    {
                        "dc:contributor": deepl,
                        "rdf:language": "de",
                        "rdf:predicate": "shortDescription",
                    },
                ],
            }
        ],
        **{"rdfs:comment": {"fr": ["Autre."], "it": ["Breve."], "es": ["Corto."]}},
        hasTranslatedProperty=[
            {
                "dc:contributor": deepl,
                "rdf:language": ["it"],
                "rdf:predicate": [{"@id": "rdfs:comment"}],
            }
        ],
    )
    made = listing(obj)
    summary = {text.lang: (text.text, text.machine) for text in made.summary.texts}
    assert summary == {
        "fr": ("Court.", False),
        "de": ("Kurz.", True),
        "it": ("Breve.", True),
        "es": ("Corto.", False),
    }
    long = {text.lang: (text.text, text.machine) for text in made.description.texts}
    assert long == {"fr": ("Un.\n\nDeux.", False), "nl": ("Lang.", True), "de": ("Lang.", False)}


def test_names() -> None:
    obj = thing(**{"rdfs:label": {"fr": ["  MOULIN  DE LA TOUR "], "en": ["Mill &amp; tower"]}})
    assert [text.text for text in listing(obj).name.texts] == ["Moulin de la Tour", "Mill & tower"]
    assert warned(obj) == {"name_with_stray_spaces", "name_in_capitals", "entities_decoded"}


@pytest.mark.parametrize(
    ("name", "cancelled"),
    [
        ("Annulé - Le marché de nuit", True),
        ("Fête du pain : ANNULÉE", True),
        ("Concert (annulés)", True),
        ("Salle annulaire", False),
        ("COMPLET Récital", False),
    ],
)
def test_cancelled(name: str, cancelled: bool) -> None:
    assert listing(thing("Concert", **{"rdfs:label": {"fr": [name]}})).cancelled is cancelled


def test_labels_ratings_and_marks() -> None:
    names = [
        ("LabelRating_MonumentHistorique", {}),
        ("ScaleRating_3etoiles", {}),
        ("ScaleRating_2epis", {}),
        ("LabelRating_TourismeHandicapPictogrammeMoteur", {}),
        ("LabelRating_TourismeHandicapPictogrammeVisuel", {}),
        ("LabelRating_OrganicFarming", {"reviewExpirationDate": "2025-06-30"}),
        ("LabelRating_PlusBeauxDetoursDeFrance", {}),
        ("COVID19ProtocolsCommitted", {}),
    ]
    made = draft(
        thing(
            hasReview=[{"hasReviewValue": ref(name, "LabelRating")} | more for name, more in names]
        )
    )
    found = {label.id: label for label in made.listing.labels}
    assert list(found) == [
        "monument_historique",
        "stars",
        "ears",
        "tourisme_handicap",
        "bio",
        "kb:LabelRating_PlusBeauxDetoursDeFrance",
    ]
    assert (found["stars"].level, found["ears"].level) == (3, 2)  # type: ignore[index]
    assert found["bio"] == Label("bio", None, LabelStatus.EXPIRED, end=date(2025, 6, 30))  # type: ignore[arg-type, index]
    assert made.listing.access.marks == (Handicap.MOTOR, Handicap.VISUAL)
    assert {caution.kind for caution in made.warnings} == {"covid_pledge_left_out"}


@pytest.mark.parametrize(
    ("stated", "known"), [(True, True), (False, False), ("false", False), (None, None)]
)
def test_access_false_is_a_stated_no(stated: object, known: bool | None) -> None:
    assert listing(thing(reducedMobilityAccess=stated)).access.wheelchair is known


def test_audience_is_people_only() -> None:
    obj = thing(
        hasClientTarget=[ref("Families", "PeopleAudience")],
        hasAudience=[ref("Children", "PeopleAudience"), ref("Regional", "GeographicReach")],
        hasDescription=[{"isDedicatedTo": [ref("Pilgrims", "PeopleAudience", fr="Pèlerins")]}],
    )
    assert listing(obj).audience == ("families", "kids", "kb:Pilgrims")


def test_amenities_themes_and_concepts() -> None:
    obj = thing(
        "FoodEstablishment",
        "Restaurant",
        hasFeature=[{"features": [ref("Terrace"), ref("Fax", fr="Fax")], "internetAccess": True}],
        providesCuisineOfType=[ref("VeganCuisine"), ref("Pizzeria")],
        hasTheme=[ref("Medieval"), ref("InTown", fr="En ville"), ref("InTown", fr="En ville")],
        hasNeighborhood=[ref("InTown", fr="En ville")],
        takeAway=True,
    )
    made = listing(obj)
    assert made.amenities == ("terrace", "kb:Fax", "vegan", "wifi", "takeaway")
    assert made.themes == ("medieval", "kb:InTown", "kb:Pizzeria")
    assert made.concepts == ("pizzeria", "restaurant")


def test_what_can_be_done_there_is_a_concept_of_a_place() -> None:
    obj = thing("NaturalHeritage", "Lake", hasTheme=[ref("Fishing"), ref("CanoeingKayaking")])
    assert listing(obj).concepts == ("lake", "fishing", "canoeing")
    shop = thing("Store", hasTheme=[ref("Fishing")])
    assert (listing(shop).concepts, listing(shop).themes) == ((), ("fishing",))


def test_bicycle_hire() -> None:
    classes = ("Product", "Rental", "EquipmentRental", "ServiceProvider", "EquipmentRentalShop")
    made = listing(thing(*classes, hasTheme=[ref("BicycleTouring")]))
    assert "bike_hire" in made.concepts
    assert "transport" in made.kinds


def test_pets() -> None:
    here = [location(petsAllowed=True)]
    assert listing(thing(isLocatedAt=here)).pets is True
    assert listing(thing(hasFeature=[{"petsAllowed": False}])).pets is False
    assert listing(thing()).pets is None
    both = thing(isLocatedAt=here, hasFeature=[{"petsAllowed": False}])
    assert listing(both).pets is None
    assert warned(both) == {"pets_contradictory"}


def test_languages_from_codes_and_words() -> None:
    obj = thing(
        availableLanguage=[
            "fr",
            "en",
            "Allemand",
            "Béarnais",
            "oc",
            "BR",
            "Langue des signes",
            "Volapük",
        ]
    )
    assert listing(obj).spoken == ("fr", "en", "de", "oc", "sgn")
    assert [c.detail for c in draft(obj).warnings if c.kind == "language_unknown"] == [
        "BR",
        "Volapük",
    ]


def test_thesaurus_labels_of_terms_that_stay_their_own() -> None:
    terms = dict(draft(thing(hasTheme=[ref("Music", fr="Musique", de="Musik")])).terms)
    assert [text.text for text in terms["kb:Music"].texts] == ["Musique", "Musik"]  # type: ignore[index]


def test_unknown_class() -> None:
    obj = thing() | {"@type": ["PointOfInterest", "SpacePort"]}
    assert listing(obj).kinds == ("attraction",)
    assert warned(obj) == {"class_unknown"}


def test_a_date_in_the_future_is_no_confirmation() -> None:
    obj = thing(lastUpdate="2031-01-01")
    assert listing(obj).confirmed is None
    assert warned(obj) == {"updated_in_the_future"}


def test_same_as() -> None:
    obj = thing(**{"owl:sameAs": ["http://www.wikidata.org/entity/Q42"]})
    assert listing(obj).same_as == ("http://www.wikidata.org/entity/Q42",)


def test_the_api_shape_reads_the_same() -> None:
    flux = thing(
        hasDescription=[{"shortDescription": {"fr": ["Court."]}}],
        hasContact=[{"schema:telephone": ["+33 5 63 36 63 66"]}],
    )
    api = {
        "uuid": "aaaaaaaa-0000-3000-8000-000000000001",
        "uri": flux["@id"],
        "type": flux["@type"],
        "identifier": flux["dc:identifier"],
        "label": {"@fr": "Maison du tisserand"},
        "isObsolete": False,
        "isLocatedAt": [
            {
                "address": [
                    {
                        "addressLocality": "Montirat",
                        "postalCode": "81190",
                        "streetAddress": ["Le Bourg"],
                        "hasAddressCity": city("81180", "Montirat", "81"),
                    }
                ],
                "geo": {"latitude": 44.1734, "longitude": 2.1519},
            }
        ],
        "hasDescription": [{"shortDescription": {"@fr": "Court."}}],
        "hasContact": [{"telephone": "+33 5 63 36 63 66"}],
        "hasBeenCreatedBy": {"legalName": "OT d'essai"},
        "hasBeenPublishedBy": [{"legalName": "SIT d'essai"}],
        "lastUpdate": "2026-10-01",
    }
    assert listing(api) == listing(flux)


def test_hostile_text_is_made_harmless_and_markup_stays_text() -> None:
    obj = thing(
        **{
            "rdfs:label": {"fr": ["\x1b]0;x\x07Le [/]moulin[@click=app.quit]\x1b[2J"]},
            "hasDescription": [{"shortDescription": {"fr": ["a\x00b\u202ec<script>x</script>"]}}],
        }
    )
    made = listing(obj)
    assert made.name.texts[0].text == "Le [/]moulin[@click=app.quit]"
    assert made.summary.texts[0].text == "abc"
    assert {"control_characters_removed", "markup_removed"} <= warned(obj)


@pytest.mark.parametrize(
    ("name", "market"),
    [
        ("Marché bio de Vendôme", True),
        ("Grand marché des Rottes", True),
        ("Marche gourmande", False),
        ("Fête du marché", False),
    ],
)
def test_an_event_of_no_sort_that_is_called_a_market_is_one(name: str, *, market: bool) -> None:
    made = listing(thing("EntertainmentAndEvent", **{"rdfs:label": {"fr": [name]}}))
    assert (Kind.MARKET in made.kinds) is market
    assert ("market" in made.concepts) is market


@pytest.mark.parametrize(
    ("name", "text", "made"),
    [
        ("Beurg - Pineau Cognac", "", ("winery", "distillery")),
        ("EARL Vignoble Peronneau", "", ("winery",)),
        ("Distillerie Famille Naud", "", ("distillery",)),
        ("Domaine de la Ville", "Vigneron Indépendant, visite sur rendez-vous.", ("winery",)),
        ("SARL du Pas des Biches", "Vente de pineau et cognac. Ouvert.", ("winery",)),
        (
            "Domaine de Montizeau",
            "Visite des chais et de la distillerie.",
            ("winery", "distillery"),
        ),
        ("Lanterne des morts", "Haute de huit mètres.", ()),
        ("Lavoir de Monco", "Visite libre du lavoir. Les vins de l'aire sont réputés.", ()),
        ("Village de Fleurac", "Dégustation de vins au domaine voisin.", ()),
        ("Four à chaux", "Vente de livres sur place.", ()),
    ],
)
def test_a_cellar_filed_as_technical_heritage_is_told_by_its_words(
    name: str, text: str, made: tuple[str, ...]
) -> None:
    obj = thing(
        "TechnicalHeritage",
        **{"rdfs:label": {"fr": [name]}, "hasDescription": [{"shortDescription": {"fr": [text]}}]},
    )
    found = listing(obj)
    assert (found.kind is Kind.PRODUCER) is bool(made)
    assert Kind.ATTRACTION in found.kinds
    assert found.concepts == made if made else "rural_heritage" in found.concepts


@pytest.mark.parametrize(
    ("classes", "name", "concepts"),
    [
        (["CulturalSite"], "Château de Beynac", ("castle",)),
        (["CulturalSite"], "Le Château de Parthenay", ("castle",)),
        (["CulturalSite"], "Château d'eau", ()),
        (["CulturalSite"], "L’ancienne forteresse médiévale de Crozant", ("castle",)),
        (["ReligiousSite"], "Cathédrale Saint-Front", ("cathedral",)),
        (["ReligiousSite"], "Eglise Saint-Vivien", ("church",)),
        (["CulturalSite"], "Grotte de Font-de-Gaume", ("cave",)),
        (["CulturalSite"], "Village de La Roque-Gageac", ("village",)),
        (["CulturalSite"], "Village vacances", ()),
        (["CulturalSite"], "La tour de Chavagnac", ("tower",)),
        (["CulturalSite"], "Le Tour des Géants", ()),
        (["CulturalSite"], "Ville de Périgueux", ("town",)),
        (["CulturalSite"], "Ville d'Hiver d'Arcachon", ()),
        (["CulturalSite"], "Le Trésor de la Cathédrale", ()),
        (["TechnicalHeritage"], "Lavoir de Monco", ("washhouse", "rural_heritage")),
        (["Museum"], "Château de Castelnaud", ("museum", "castle")),
        (["Museum"], "Moulin de la Veyssière", ("museum",)),
        (["Hotel"], "Château de Mirambeau", ("hotel",)),
    ],
)
def test_a_sight_is_what_its_name_calls_it_where_no_class_says(
    classes: list[str], name: str, concepts: tuple[str, ...]
) -> None:
    assert listing(thing(*classes, **{"rdfs:label": {"fr": [name]}})).concepts == concepts


def test_what_has_a_class_of_its_own_stays_what_it_is() -> None:
    obj = thing(
        *("TechnicalHeritage", "Museum"), **{"rdfs:label": {"fr": ["Musée du Cognac et du vin"]}}
    )
    assert listing(obj).kind is Kind.ATTRACTION
    assert "museum" in listing(obj).concepts


def test_where_it_lies_is_what_it_has_beside_what_it_is() -> None:
    around = [ref("NearARiverOrStream", fr="Près d'une rivière"), ref("InTown", fr="En ville")]
    made = listing(thing("Museum", hasNeighborhood=around))
    assert "by_river" in made.amenities
    assert made.concepts == ("museum",)
    assert "kb:NearARiverOrStream" not in made.themes
    assert "kb:InTown" in made.themes


def test_a_ride_in_a_carriage_is_one() -> None:
    themed = [ref("Hitch", fr="Attelage")]
    assert "carriage_ride" in listing(thing("SportsAndLeisurePlace", hasTheme=themed)).concepts
