from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest

from catalog.model import Contact, Handicap, MonthDay, Period, Shape
from catalog.sources.apidae.record import read_object
from catalog.sources.apidae.reference import Commune, Companions, Reference
from tests.catalog.sources.apidae.objects import (
    RETRIEVED,
    draft,
    element,
    listing,
    period,
    rejected,
    thing,
    warned,
)

# ---- identity and place ------------------------------------------------------------------------


def test_identity_credit_and_dates() -> None:
    found = listing(
        thing(
            metadonnees=[
                {"noeudId": "tourinsoft", "contenus": [{"metadonnee": {"id": "PCUMID081V5"}}]},
                {"noeudId": "autre", "contenus": [{"metadonnee": {"id": "x"}}]},
            ]
        )
    )
    assert found.id == "apidae:900001"
    assert found.same_as == ("SITRA2_PCU_900001", "PCUMID081V5")
    (source,) = found.sources
    assert (source.name, source.record, source.retrieved) == ("apidae", "900001", RETRIEVED)
    assert (source.updated, source.creator) == (date(2026, 10, 1), "Office de tourisme d'essai")
    assert (source.licence, source.url) == (None, None)
    future = thing(gestion={"dateModification": "2027-01-01T00:00:00.000+0000"})
    assert listing(future).sources[0].updated is None
    assert warned(future) == {"updated_in_the_future"}


def test_place() -> None:
    place = listing(thing()).place
    assert (place.latitude, place.longitude) == (44.0505, 2.158)
    assert (place.commune, place.insee, place.postcode) == ("Carmaux", "81060", "81400")
    assert (place.department, place.street) == ("81", ("1 rue du Four",))
    hall = thing("FETE_ET_MANIFESTATION", {"nomLieu": "Salle Bérégovoy"})
    assert listing(hall).place.street == ("Salle Bérégovoy", "1 rue du Four")


def located(**fields: Any) -> dict[str, Any]:
    obj = thing()
    obj["localisation"]["geolocalisation"] = fields
    return obj


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, "geoJson: the record states no coordinates"),
        ({"valide": True, "geoJson": None}, "geoJson: the record states no coordinates"),
        ({"valide": True, "geoJson": {"coordinates": [2.1]}}, "no coordinates"),
        ({"valide": True, "geoJson": {"coordinates": ["2.1", "44"]}}, "no coordinates"),
        ({"valide": False, "geoJson": {"coordinates": [2.1, 44.1]}}, "valide: the position is not"),
        ({"valide": True, "geoJson": {"coordinates": [0, 0]}}, "0.0, 0.0 is not in France"),
    ],
)
def test_positions_that_do_not_count(fields: dict[str, Any], reason: str) -> None:
    found = rejected(located(**fields))
    assert found.startswith("field localisation.geolocalisation.")
    assert reason in found


def test_positions_that_do() -> None:
    asked_for_little = located(geoJson={"coordinates": [2.158, 44.0505]})
    assert listing(asked_for_little).place.latitude == 44.0505
    exchanged = located(valide=True, geoJson={"coordinates": [44.0505, 2.158]})
    assert listing(exchanged).place.longitude == 2.158
    assert warned(exchanged) == {"coordinates_exchanged"}


def test_communes_by_id() -> None:
    obj = thing()
    obj["localisation"]["adresse"] = {"commune": {"id": 31012}}
    assert listing(obj).place.commune is None
    assert warned(obj) == {"commune_unresolved"}
    companions = Companions({}, {31012: Commune("81060", "Carmaux", "81400")})
    place = listing(obj, Reference(companions)).place
    assert (place.commune, place.insee, place.postcode) == ("Carmaux", "81060", "81400")


# ---- rejections --------------------------------------------------------------------------------


@pytest.mark.parametrize("state", ["HIDDEN", "DELETED", "DRAFT", "ARCHIVED"])
def test_only_what_is_published(state: str) -> None:
    assert rejected(thing(state=state)) == f"field state: the record is {state}, not PUBLISHED"


def test_without_state_id_or_name() -> None:
    assert listing(thing(state=None)).id == "apidae:900001"
    assert rejected(thing(id=None)) == "field id: the record has no identifier"
    assert rejected(thing(nom={})) == "field nom: the record has no name"
    assert rejected(thing(nom=None)) == "field nom: the record has no name"
    assert rejected([1]) == "this is not an object of APIDAE"


# ---- words -------------------------------------------------------------------------------------


def test_texts_in_every_language() -> None:
    found = listing(
        thing(
            presentation={
                "descriptifCourt": {"libelleFr": "Court &eacute;", "libelleJa": "短い"},
                "descriptifDetaille": {"libelleFr": "Long.\r\n\r\nSuite."},
                "descriptifsThematises": [
                    {"theme": {"id": 5159}, "description": {"libelleFr": "Histoire."}},
                    {"theme": {"id": 6143}, "description": {"libelleFr": "Masque."}},
                ],
            }
        )
    )
    assert [(text.lang, text.text) for text in found.summary.texts] == [
        ("fr", "Court é"),
        ("ja", "短い"),
    ]
    assert found.description.texts[0].text == "Long.\n\nSuite.\n\nHistoire."


def test_practical_words() -> None:
    found = listing(
        thing(
            ouverture={
                "periodeEnClair": {"libelleFr": "Du 01/04 au 31/10.", "libelleZh": "月 日"},
                "indicationsPeriode": [element(416), element(422)],
                "ouverturesComplementaires": [element(4188)],
            },
            prestations={"complementAccueil": {"libelleFr": "Sonnez."}},
            reservation={"complement": {"libelleFr": "La veille."}},
        )
    ).practical
    assert [text.lang for text in found.texts] == ["fr"]
    assert found.texts[0].text.split("\n\n") == [
        "Du 01/04 au 31/10.",
        "Fermé le lundi soir",
        "Sous réserve de conditions météo favorables",
        "Sonnez.",
        "La veille.",
    ]


def test_a_cancelled_event_says_so_in_its_name() -> None:
    assert listing(thing(nom={"libelleFr": "ANNULÉ - Fête du lac"})).cancelled


# ---- for whom, with what -----------------------------------------------------------------------


def test_audience_amenities_pets_and_languages() -> None:
    found = listing(
        thing(
            prestations={
                "typesClientele": [element(513), element(596), element(587)],
                "equipements": [element(972), element(1322), element(723)],
                "services": [element(1115)],
                "conforts": [element(893)],
                "animauxAcceptes": "ACCEPTES",
                "languesParlees": [element(1197), element(0, "Occitan"), element(5469)],
            }
        )
    )
    assert found.audience == ("families", "schools", "apidae:587")
    assert found.amenities == ("car_park", "coach_park", "terrace", "wifi", "air_conditioning")
    assert (found.pets, found.spoken) == (True, ("fr", "oc", "fsl"))
    assert listing(thing(prestations={"animauxAcceptes": "NON_ACCEPTES"})).pets is False
    assert listing(thing(prestations={"animauxAcceptes": "NON_DISPONIBLE"})).pets is None


@pytest.mark.parametrize(
    ("ages", "audience"),
    [
        ({"ageMax": 36}, ("toddlers",)),
        ({"ageMin": 36, "ageMax": 144}, ("kids",)),
        ({"ageMin": 156, "ageMax": 216}, ("teens",)),
        ({"ageMin": 216}, ("adults",)),
        ({"ageMin": 72}, ()),
        ({"ageMin": 0, "ageMax": 0}, ()),
    ],
)
def test_ages_are_months(ages: dict[str, int], audience: tuple[str, ...]) -> None:
    obj = thing(prestations=ages)
    assert listing(obj).audience == audience
    assert warned(obj) == ({"age_left_out"} if ages == {"ageMin": 72} else set())


def test_accessibility() -> None:
    def adapted(*ids: int) -> dict[str, Any]:
        return thing(prestations={"tourismesAdaptes": [element(id_) for id_ in ids]})

    alone = listing(adapted(3653, 4213))
    assert alone.access.wheelchair is True
    assert alone.amenities == ("hearing_loop",)
    helped = listing(adapted(3652)).access
    assert helped.wheelchair is True
    assert helped.note.texts[0].text == "Accessible en fauteuil roulant avec aide"
    assert listing(adapted(3651)).access.wheelchair is False
    assert listing(adapted(3666)).access.wheelchair is None
    assert listing(thing()).access.wheelchair is None
    both = adapted(3651, 3653)
    assert listing(both).access.wheelchair is None
    assert warned(both) == {"access_unclear"}
    words = thing(
        prestations={"tourismesAdaptes": [{"libelleFr": "Accessible en fauteuil roulant"}]}
    )
    assert listing(words).access.wheelchair is True


def test_labels_and_ratings() -> None:
    hotel = listing(
        thing(
            "HOTELLERIE",
            {
                "classement": element(2750),
                "dateClassement": "2024-05-02",
                "typeLabel": element(2765),
                "labels": [element(888888, "Hôtel des étoiles filantes")],
            },
            presentation={"typologiesPromoSitra": [element(3844), element(1599), element(1603)]},
            prestations={"labelsTourismeHandicap": [element(1226), element(1224)]},
            distinctions=[{"id": 6, "nom": element(8607)}],
        )
    )
    assert [(label.id, label.level) for label in hotel.labels] == [
        ("stars", 3),
        ("logis", None),
        ("apidae:888888", None),
        ("apidae:8607", None),
        ("tourisme_handicap", None),
        ("accueil_velo", None),
    ]
    assert hotel.labels[0].start == date(2024, 5, 2)
    assert hotel.access.marks == (Handicap.MOTOR, Handicap.HEARING)
    assert hotel.themes == ("apidae:1599",)
    unrated = thing("HOTELLERIE", {"classement": element(2756)})
    assert listing(unrated).labels == ()
    gite = thing("HEBERGEMENT_LOCATIF", {"labels": [element(3586, "3 épis"), element(0, "4 clés")]})
    assert [(one.id, one.level) for one in listing(gite).labels] == [("ears", 3), ("keys", 4)]
    table = thing("RESTAURATION", {"classementsGuides": [element(2971), element(0, "Routard")]})
    assert [(one.id, one.level) for one in listing(table).labels] == [
        ("michelin", 1),
        ("apidae:routard", None),
    ]


# ---- contacts: nobody's name, nobody's private number ------------------------------------------

PRIVATE: dict[str, Any] = {
    "contacts": [
        {
            "civilite": {"id": 443, "libelleFr": "Monsieur"},
            "nom": "Vidalenc",
            "prenom": "Armel",
            "fonction": {"id": 464, "libelleFr": "Propriétaire des murs"},
            "titre": {"libelleFr": "05 99 00 00 01"},
            "moyensCommunication": [
                {"type": {"id": 201}, "coordonnees": {"fr": "06 99 00 00 02"}},
                {"type": {"id": 204}, "coordonnees": {"fr": "armel.vidalenc@example.net"}},
            ],
        }
    ],
    "donneesPrivees": [{"nomTechnique": "1_facture", "descriptif": {"libelleFr": "Impayé 2024"}}],
    "criteresInternes": [{"id": 5382, "libelle": "Membre en litige"}],
    "criteresInternesAjoutes": [{"libelle": "Cotisation due"}],
}
OWNER = "Office de tourisme d'essai"


def private_strings(value: object) -> set[str]:
    if isinstance(value, dict):
        return set().union(*map(private_strings, value.values()))
    if isinstance(value, list):
        return set().union(*map(private_strings, value))
    return {value} if isinstance(value, str) else set()


def test_nothing_private_reaches_a_draft() -> None:
    agent = {
        "nom": "Armel Vidalenc",
        "type": {"id": 475},
        "moyensCommunication": [
            {
                "type": {"id": 201},
                "coordonnees": {"fr": "05 63 00 00 10"},
                "observation": {"libelleFr": "Demander Armel"},
            }
        ],
    }
    home = {
        "nom": "Vidalenc",
        "moyensCommunication": [{"type": {"id": 201}, "coordonnees": {"fr": "06 99 00 00 02"}}],
    }
    obj = thing(
        informations={
            "moyensCommunication": [
                {
                    "type": {"id": 201},
                    "coordonnees": {"fr": "05 63 00 00 11"},
                    "observation": {"libelleFr": "Armel, le soir"},
                }
            ],
            "informationsLegales": {"siret": "12345678900011"},
            "structureGestion": {"nom": {"libelleFr": "Vidalenc et fils"}},
        },
        reservation={"organismes": [agent, home]},
        gestion={
            "membreProprietaire": {"nom": OWNER},
            "signalerUnProblemeMails": ["agent.secret@example.org"],
            "auteurModification": "Jeanne Tabarly",
        },
        **PRIVATE,
    )
    found = draft(obj)
    encoded = msgspec.json.encode(found).decode()
    hidden = private_strings(PRIVATE) | {
        *("Demander Armel", "Armel", "Vidalenc", "Tabarly", "agent.secret", "12345678900011"),
        *("+33699000002", "0699000002"),
    }
    assert not {words for words in hidden if words in encoded}
    assert found.listing.contacts == (
        Contact("info", phones=("+33563000011",)),
        Contact("booking", phones=("+33563000010",)),
    )
    assert "contact_is_a_person" in {caution.kind for caution in found.warnings}


def test_means_of_communication() -> None:
    def means(id_: int, value: str, label: str = "") -> dict[str, Any]:
        return {"type": element(id_, label), "coordonnees": {"fr": value}}

    obj = thing(
        informations={
            "moyensCommunication": [
                means(201, "05 63 36 63 66"),
                means(202, "05 63 36 63 67"),
                means(204, "Accueil@Example.ORG"),
                means(205, "www.example.org"),
                means(207, "https://facebook.com/verrier"),
                means(99999, "verrier", "Instagram"),
                means(12345, "1 gros nuage", "Signaux de fumée"),
            ]
        }
    )
    (contact,) = listing(obj).contacts
    assert contact.phones == ("+33563366366",)
    assert contact.emails == ("Accueil@example.org",)
    assert contact.websites == ("http://www.example.org", "https://facebook.com/verrier")
    assert warned(obj) == {"contact_means_left_out", "website_unreadable"}


# ---- media and routes --------------------------------------------------------------------------


def file(url: str, **more: str) -> dict[str, str]:
    return {"url": url} | more


def test_pictures_with_their_rights() -> None:
    obj = thing(
        illustrations=[
            {
                "nom": {"libelleFr": "P1040822"},
                "legende": {"libelleFr": "Le four", "libelleEn": "The oven"},
                "copyright": {"libelleEn": "Photo club", "libelleFr": "Club photo"},
                "dateLimiteDePublication": "2027-08-23T00:00:00.000+0000",
                "traductionFichiers": [
                    file("https://x.example/en.jpg", locale="en", extension="jpg"),
                    file("https://x.example/fr.jpg", locale="fr", extension="jpg"),
                ],
            },
            {"nom": {}, "copyright": {}, "traductionFichiers": None},
        ],
        multimedias=[
            {
                "type": "DOCUMENT",
                "traductionFichiers": [
                    file("https://x.example/fr.pdf", locale="fr"),
                    file("https://x.example/de.pdf", locale="de"),
                ],
            },
            {"type": "VIDEO", "traductionFichiers": [file("https://video.example/abc")]},
        ],
    )
    first, *others = listing(obj).media
    assert (first.url, first.mime, first.main) == ("https://x.example/fr.jpg", "image/jpeg", True)
    assert [text.lang for text in first.title.texts] == ["fr", "en"]
    assert (first.credit, first.rights_end) == ("Club photo", date(2027, 8, 23))
    assert [(one.url, one.mime, one.main) for one in others] == [
        ("https://x.example/fr.pdf", "application/pdf", False),
        ("https://x.example/de.pdf", "application/pdf", False),
        ("https://video.example/abc", None, False),
    ]
    assert warned(obj) == {"media_without_address"}


def route(**facts: Any) -> dict[str, Any]:
    return thing(
        "EQUIPEMENT",
        {"activites": [element(3184), element(3333)], "itineraire": facts},
        ouverture={"dureeSeance": 150},
        prestations={"typesClientele": [element(589), element(513)]},
        presentation={
            "descriptifsThematises": [
                {"theme": {"id": 6527}, "description": {"libelleFr": "1/ À droite."}}
            ]
        },
        multimedias=[
            {"type": "PLAN", "traductionFichiers": [file("https://x.example/a.kml")]},
            {"type": "PLAN", "traductionFichiers": [file("https://x.example/b", extension="gpx")]},
        ],
    )


def test_a_route() -> None:
    found = listing(
        route(
            distance=7.25,
            dureeJournaliere=95,
            dureeItinerance=2,
            denivellationPositive=210,
            denivellationNegative=-205,
            altitudeMaximum=812,
            altitudeMinimum=310,
            itineraireType="BOUCLE",
            itineraireBalise="BALISE",
            precisionsBalisage={"libelleFr": "Jaune", "libelleEn": "Yellow"},
            passagesDelicats={"libelleFr": "Gué."},
            naturesTerrain=[element(4239, "Rocher", libelleEn="Rock"), element(4241)],
        )
    )
    way = found.itinerary
    assert way is not None
    assert (way.modes, way.distance_m, way.duration_min, way.days) == (("walking",), 7250, 95, 2)
    assert (way.ascent_m, way.descent_m, way.highest_m, way.lowest_m) == (210, 205, 812, 310)
    assert (way.shape, way.difficulty) == (Shape.LOOP, "hard")
    assert [text.text for text in way.marking.texts] == ["Jaune", "Yellow"]
    assert [text.text for text in way.surface.texts] == ["Rocher · Terre", "Rock"]
    assert way.stages.texts[0].text == "1/ À droite."
    assert way.track_url == "https://x.example/b"
    assert found.audience == ("families",)
    assert found.description.texts == ()
    assert found.practical.texts[0].text == "Gué."


@pytest.mark.parametrize(
    ("level", "difficulty"),
    [
        (element(587), "very_easy"),
        (element(588), "medium"),
        (element(6669), "hard"),
        (element(590), "very_hard"),
        (element(0, "Niveau bleu - Facile"), "easy"),
        (element(0, "Niveau bleu - Bizarre"), None),
        (element(512), None),
    ],
)
def test_levels_of_difficulty(level: dict[str, Any], difficulty: str | None) -> None:
    obj = route(distance=3) | {"prestations": {"typesClientele": [level]}}
    way = listing(obj).itinerary
    assert way is not None
    assert way.difficulty == difficulty
    assert listing(obj).audience == (("cyclists",) if level == element(512) else ())


def test_odd_figures_of_routes() -> None:
    way = listing(route(distance="7,5", dureeJournaliere=0)).itinerary
    assert way is not None
    assert (way.distance_m, way.duration_min) == (7500, 150)
    odd = route(distance=1e7, denivellationPositive="haut", itineraireType="HUIT")
    assert warned(odd) == {
        "tour_figure_impossible",
        "tour_figure_unreadable",
        "tour_type_unknown",
    }


# ---- variants ----------------------------------------------------------------------------------


def test_seasons_do_not_mix() -> None:
    winter = {"periodesOuvertures": [period("2026-12-01", "2027-03-31", tousLesAns=True)]}
    obj = thing(
        ouverture={"periodesOuvertures": [period("2026-05-01", "2026-09-30", tousLesAns=True)]},
        presentation={"descriptifCourt": {"libelleFr": "Été"}},
        aspects=[
            {
                "aspect": "HIVER",
                "champsAspect": ["ouverture.periodesOuvertures", "presentation.descriptifCourt"],
                "ouverture": winter,
                "presentation": {"descriptifCourt": {"libelleFr": "Neige"}},
            }
        ],
    )
    found = draft(obj)
    assert found.listing.openings == (
        Period(MonthDay(5, 1), MonthDay(9, 30)),
        Period(MonthDay(12, 1), MonthDay(3, 31)),
    )
    assert "Neige" not in msgspec.json.encode(found.listing).decode()
    assert {caution.kind for caution in found.warnings} == {"aspect_left_out"}


def test_a_season_that_overlaps_is_left_out() -> None:
    obj = thing(
        ouverture={"periodesOuvertures": [period("2026-01-01", "2026-12-31")]},
        aspects=[
            {
                "aspect": "HIVER",
                "champsAspect": ["ouverture.periodesOuvertures"],
                "ouverture": {"periodesOuvertures": [period("2026-02-01", "2026-02-28")]},
            }
        ],
    )
    assert listing(obj).openings == (Period(date(2026, 1, 1), date(2026, 12, 31)),)
    assert warned(obj) == {"aspect_left_out"}


def test_what_the_variant_for_disabled_visitors_says() -> None:
    obj = thing(
        aspects=[
            {
                "aspect": "HANDICAP",
                "champsAspect": ["prestations.tourismesAdaptes", "presentation.descriptifCourt"],
                "prestations": {"tourismesAdaptes": [element(3653)]},
                "presentation": {"descriptifCourt": {"libelleFr": "Rampe à l'arrière."}},
            }
        ]
    )
    access = listing(obj).access
    assert access.wheelchair is True
    assert access.note.texts[0].text.endswith("Rampe à l'arrière.")
    assert warned(obj) == set()


def test_reading_twice_gives_the_same() -> None:
    obj = route(distance=3)
    assert read_object(obj, RETRIEVED) == read_object(obj, RETRIEVED)
