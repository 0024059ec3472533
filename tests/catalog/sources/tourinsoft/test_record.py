from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from catalog.model import Contact, Handicap, Kind, Label, Price, Shape
from catalog.sources.draft import Rejection
from catalog.sources.tourinsoft.kinds import _TYPES
from catalog.sources.tourinsoft.record import read_record
from catalog.sources.tourinsoft.terms import (
    AMENITY,
    AUDIENCE,
    CATEGORY,
    LABELS,
    PAYMENT,
    TARIFF,
    table,
)
from catalog.text import fold
from catalog.vocabulary import concepts
from tests.catalog.sources.tourinsoft.records import (
    RETRIEVED,
    draft,
    listing,
    record,
    term,
    warned,
)


def test_identifier_place_and_date() -> None:
    found = listing(record())
    assert found.id == "tourinsoft:PCUMID0810000001"
    (source,) = found.sources
    assert (source.name, source.record) == ("tourinsoft", "PCUMID0810000001")
    assert source.updated == date(2026, 9, 21)
    place = found.place
    assert (place.latitude, place.longitude) == (44.1734, 2.1519)
    assert (place.street, place.postcode, place.commune) == (("Le Bourg",), "81190", "Montirat")
    assert (place.insee, place.department) == ("81180", "81")


@pytest.mark.parametrize(
    "columns",
    [
        {"AD1": "Le Bourg", "CP": "81190", "COMMUNE": "MONTIRAT", "INSEE": "81180"},
        {
            "DetailIDENTADRESSEADR1": "Le Bourg",
            "DetailIDENTADRESSECP": "81190",
            "DetailIDENTADRESSECOMMUNE": "Montirat",
            "DetailIDENTADRESSEINSEE": "81180",
        },
        {
            "AdresseCompletes": [
                {
                    "Adresse1": "Le Bourg",
                    "Adresse2": None,
                    "CodePostal": "81190",
                    "Commune": "Montirat",
                    "CodeInsee": "81180",
                }
            ]
        },
        {"AdresseComplete": "Le Bourg||||81190|MONTIRAT||81180"},
    ],
)
def test_addresses_of_the_regions(columns: dict[str, Any]) -> None:
    place = listing(record(**{"AdresseComplete": None} | columns)).place
    assert place == listing(record()).place


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        ({"SyndicObjectID": ""}, "field SyndicObjectID: the record has no identifier"),
        ({"SyndicObjectID": "a b"}, "field SyndicObjectID: the record has no identifier"),
        ({"SyndicObjectName": " "}, "field SyndicObjectName: the record has no name"),
        (
            {"GmapLatitude": "0.0000000"},
            "field GmapLatitude: the record states no coordinates",
        ),
        (
            {"GmapLatitude": "48.9", "GmapLongitude": "-73,5"},
            "field GmapLatitude: 48.9, -73,5 is not in France",
        ),
    ],
)
def test_what_cannot_be_a_listing(columns: dict[str, Any], reason: str) -> None:
    result = read_record(record(**columns), RETRIEVED, where="record 1")
    assert isinstance(result, Rejection)
    assert result.reason == reason


def test_coordinates_from_other_columns() -> None:
    raw = record(GmapLatitude="0", GmapLongitude="0", point_geo="44.1734, 2.1519")
    assert listing(raw).place.latitude == 44.1734
    raw = record(GmapLatitude="2.1519", GmapLongitude="44.1734")
    assert listing(raw).place == listing(record()).place
    assert "coordinates_exchanged" in warned(raw)


@pytest.mark.parametrize(
    ("code", "columns", "kinds", "concept"),
    [
        ("FMA", {"CATFMA": "Concert#Jeune public"}, (Kind.EVENT,), "concert"),
        ("FMA", {"Classification": "Marché"}, (Kind.MARKET, Kind.EVENT), "market"),
        ("FMA", {"Types": [term("Vide-grenier")]}, (Kind.EVENT,), "flea_market"),
        ("ITI", {}, (Kind.ITINERARY,), None),
        ("PCU", {"Classification": "Musée"}, (Kind.ATTRACTION,), "museum"),
        ("PNA", {}, (Kind.ATTRACTION,), "natural_site"),
        ("HOT", {}, (Kind.LODGING,), "hotel"),
        ("HPA", {"Type": "Aire de camping-car"}, (Kind.LODGING,), "camper_site"),
        ("HLO", {"Type": "Chambres d'hôtes"}, (Kind.LODGING,), "guesthouse"),
        ("HLO", {}, (Kind.LODGING,), "holiday_rental"),
        ("HCO", {}, (Kind.LODGING,), "group_lodging"),
        ("RES", {"ClassificationTypeCuisines": [term("Crêperie")]}, (Kind.FOOD,), "creperie"),
        ("LOI", {"Type": "Parc animalier"}, (Kind.ATTRACTION, Kind.ACTIVITY), "zoo"),
        ("ASC", {"Type": "Centre équestre"}, (Kind.ACTIVITY,), "horse_riding"),
        ("DEG", {"Type": "Viticulteur"}, (Kind.PRODUCER,), "winery"),
        ("ORG", {"Type": "Offices de Tourisme"}, (Kind.OFFICE,), "tourist_office"),
        ("ORG", {}, (Kind.SERVICE,), None),
        ("XYZ", {"ObjectTypeName": "Fêtes et manifestations"}, (Kind.EVENT,), None),
    ],
)
def test_what_a_record_is(
    code: str, columns: dict[str, Any], kinds: tuple[Kind, ...], concept: str | None
) -> None:
    raw = record(code, **columns)
    found = listing(raw)
    assert found.kinds == kinds
    assert next(iter(found.concepts), None) == concept
    assert "class_unknown" not in warned(raw)


def test_a_type_that_nobody_knows() -> None:
    raw = record("XYZ", ObjectTypeName="Enneigement")
    assert listing(raw).kinds == (Kind.ATTRACTION,)
    assert warned(raw) == {"class_unknown": "Enneigement"}


def test_the_concepts_exist() -> None:
    known = concepts()
    for section in (CATEGORY, AUDIENCE, PAYMENT, AMENITY, LABELS, TARIFF):
        assert table(section), section
        for label, terms in table(section).items():
            assert fold(label) == label
            assert all(found in known for found in terms), (label, terms)
    assert all(stated.concept is None or stated.concept in known for stated in _TYPES.values())


def test_labels_of_its_own_are_kept_with_their_words() -> None:
    made = draft(record("FMA", CATFMA="Circuit / Visite#Jeune public#Divers"))
    assert made.listing.themes == ("tourinsoft:circuit-visite",)
    assert made.listing.audience == ("kids",)
    assert [(name, words.texts[0].text) for name, words in made.terms] == [
        ("tourinsoft:circuit-visite", "Circuit / Visite")
    ]


def test_contacts() -> None:
    texts = record(
        MoyenDeCom="Téléphone filaire|05 63 36 63 65#Télécopieur /fax|05 63 36 63 66#"
        "Téléphone cellulaire|06 46 49 30 16#Mél|Contact@Example.org#"
        "Site web (URL)|www.example.org#"
        "Téléphone propriétaire|06 01 02 03 04#Sonnette|deux coups"
    )
    objects = record(
        MoyensDeComs=[
            {"TypedaccesTelecom": term("Téléphone filaire"), "CoordonneesTelecom": "0563366365"},
            {"TypedaccesTelecom": term("Téléphone cellulaire"), "CoordonneesTelecom": "0646493016"},
            {"TypedaccesTelecom": term("Mél"), "CoordonneesTelecom": "Contact@Example.org"},
            {"TypedaccesTelecom": term("Site web (URL)"), "CoordonneesTelecom": "www.example.org"},
        ]
    )
    columns = record(
        IDENTTEL="contact@example.org#05 63 36 63 65",
        IDENTFAX="05 63 36 63 66",
        IDENTPORTABLE="06 46 49 30 16",
        IDENTMAIL="Contact@Example.org",
        IDENTWEB="www.example.org",
        NomContact="Jeanne Martin",
        DETAILCONTACT="Jeanne Martin",
    )
    expected = Contact(
        phones=("+33563366365", "+33646493016"),
        emails=("Contact@example.org",),
        websites=("http://www.example.org",),
    )
    assert listing(texts).contacts == listing(objects).contacts == (expected,)
    assert warned(texts) == {
        "contact_is_a_person": "Téléphone propriétaire",
        "contact_kind_unknown": "Sonnette",
    }
    found = listing(columns).contacts[0]
    assert (found.phones, found.websites) == (expected.phones, expected.websites)
    assert "Martin" not in repr(draft(columns))


def test_addresses_with_a_hash_and_links() -> None:
    raw = record(IDENTWEB="www.a.fr/p/#www.b.fr/q/#date=1#https://c.fr")
    (contact,) = listing(raw).contacts
    assert contact.websites == ("http://www.a.fr/p/", "http://www.b.fr/q/#date=1", "https://c.fr")
    raw = record(DETAILSITEWEB="<a href='https://d.example.org/' target='_blank'>site</a>")
    assert listing(raw).contacts[0].websites == ("https://d.example.org/",)
    raw = record(IDENTWEB="05 63 36 63 65")
    assert listing(raw).contacts == (Contact(phones=("+33563366365",)),)
    raw = record(Reservations=[{"Lien": "https://resa.example.org"}])
    assert listing(raw).contacts == (
        Contact(role="booking", websites=("https://resa.example.org",)),
    )


def test_texts_in_their_languages() -> None:
    raw = record(
        DescriptionCommerciale="Un <b>lieu</b> &eacute;tonnant",
        DescriptionCommercialeGB="A strange place",
        ACCROCHE150="Court",
        Descriptifss=[{"Accroche": "Encore", "DescriptioncommercialeDE": "Ein Ort"}],
    )
    found = listing(raw)
    assert {text.lang: text.text for text in found.description.texts} == {
        "fr": "Un lieu étonnant",
        "en": "A strange place",
        "de": "Ein Ort",
    }
    assert found.summary.texts[0].text == "Court\n\nEncore"


def amounts(prices: tuple[Price, ...]) -> list[tuple[Any, ...]]:
    return [(price.minimum, price.maximum, price.free, price.audience) for price in prices]


def test_prices() -> None:
    raw = record(
        Tarifs="Adulte|À partir de 12 ans|8,50|10,00|#Tarif enfant|5|||#Chambre double||||#"
        "Petit déjeuner par personne||12 €||#Forfait|1|2|3|#Groupe||0||"
    )
    prices = listing(raw).prices
    assert amounts(prices) == [
        (Decimal("8.5"), Decimal(10), False, ("adult",)),
        (Decimal(5), None, False, ("child",)),
        (Decimal(12), None, False, ()),
    ]
    assert prices[0].note.texts[0].text == "Adulte · À partir de 12 ans"
    assert prices[2].basis == ("per_person",)
    assert set(warned(raw)) == {"tariff_unclear", "price_zero"}
    doubled = record(
        TarifIndivAdulte="Tarif indiv. adulte||15,00||||,Tarif indiv. enfant||7,50||||"
    )
    assert amounts(listing(doubled).prices) == [
        (Decimal(15), None, False, ("adult",)),
        (Decimal("7.5"), None, False, ("child",)),
    ]
    objects = record(
        Tarifs=[
            {
                "IntituleTarifs": term("Adulte"),
                "MinimumEuro": 25.0,
                "MaximumEuro": 30.0,
                "Datedebutvalidite": "2026-01-01T00:00:00",
            }
        ]
    )
    (price,) = listing(objects).prices
    assert (price.minimum, price.maximum) == (Decimal(25), Decimal(30))
    assert price.start == date(2026, 1, 1)


def test_free_is_only_what_says_free() -> None:
    def said(value: str) -> list[tuple[bool, str]]:
        found = listing(record("FMA", TARIFENTREE=value)).prices
        return [(p.free, p.note.texts[0].text if p.note else "") for p in found]

    assert said("Gratuit") == [(True, "")]
    assert said("Payant") == [(False, "Payant")]
    assert said("Libre participation") == [(False, "Libre participation")]
    assert said("Tarifs non communiqués") == []
    both = record("FMA", TARIFENTREE="Gratuit", Tarifs="Adulte||5||")
    assert [price.free for price in listing(both).prices] == [False]
    assert "free_with_price" in warned(both)


def test_labels_ratings_access_and_pets() -> None:
    raw = record(
        "HOT",
        Labels="#Qualité Tourisme#Tourisme & Handicap#Brit' hotel",
        ClassementsllPrefectoral="3 étoiles",
        ClassementGitesDeFrances=[term("2 épis")],
        Handicap="Handicap moteur#Handicap visuel",
        AccueilPMR=False,
        AnimauxAcceptes="Oui",
    )
    found = listing(raw)
    assert found.labels == (
        Label("qualite_tourisme"),  # type: ignore[arg-type]
        Label("tourisme_handicap"),  # type: ignore[arg-type]
        Label("tourinsoft:brit-hotel"),  # type: ignore[arg-type]
        Label("stars", 3),  # type: ignore[arg-type]
        Label("ears", 2),  # type: ignore[arg-type]
    )
    assert found.access.wheelchair is False
    assert found.access.marks == (Handicap.MOTOR, Handicap.VISUAL)
    assert found.pets is True
    plain = listing(record("HOT", Handicap="Handicap moteur", CLAS="Non classé"))
    assert (plain.labels, plain.access.marks, plain.access.wheelchair) == ((), (), None)
    assert plain.access.note.texts[0].text == "Handicap moteur"
    assert plain.pets is None


def test_languages_payment_and_amenities() -> None:
    found = listing(
        record(
            LanguesParleess=[term("Anglais"), term("Occitan")],
            ModesPaiements="Carte bleue#Visa#Espèces#Bitcoin",
            PrestationsConforts="Wifi#Jacuzzi",
            SERVICESs=[{"Services": [term("Bar"), term("Terrasse")]}],
        )
    )
    assert found.spoken == ("en", "oc")
    assert found.payment == ("card", "cash", "tourinsoft:bitcoin")
    assert found.amenities == ("wifi", "tourinsoft:jacuzzi", "bar", "terrace")


def test_pictures() -> None:
    raw = record(
        Photos="http://m.example.org/a.jpg|Le lavoir|© OT#http://m.example.org/a.jpg||#b.jpg|Nom",
        LISTINGPHOTO='<img src="http://m.example.org/c.jpg?width=150&height=120" />',
        Photoss=[
            {
                "Photo": {"Url": "https://m.example.org/d.png", "Titre": "T", "Credit": "C"},
                "Datedefindutilisation": "2027-01-01",
            }
        ],
    )
    found = listing(raw).media
    assert [(m.url, m.credit, m.main) for m in found] == [
        ("http://m.example.org/a.jpg", "© OT", True),
        ("https://m.example.org/d.png", "C", False),
        ("http://m.example.org/c.jpg", None, False),
    ]
    assert found[1].rights_end == date(2027, 1, 1)
    assert warned(raw) == {"media_address_unreadable": "b.jpg"}


def test_itineraries() -> None:
    raw = record(
        "ITI",
        ITITEMPSDIF="à pied|2h30|Moyenne",
        DISTANCE="12,5 km",
        Denivele="340 m",
        TypeItineraire="Boucle",
        DOCGPX="https://m.example.org/t.gpx",
        ETAPE="1|Le moulin|Tourner à gauche|||2.1|44.1",
    )
    found = listing(raw).itinerary
    assert found is not None
    assert (found.modes, found.distance_m, found.ascent_m) == (("walking",), 12_500, 340)
    assert (found.duration_min, found.difficulty, found.shape) == (150, "medium", Shape.LOOP)
    assert found.track_url == "https://m.example.org/t.gpx"
    assert found.stages.texts[0].text == "Le moulin\nTourner à gauche"
    three = record(
        "ITI",
        LocomotionTempDifficultes=[
            {
                "Modedelocomotion": term("à pied"),
                "Tempsdeparcours": "2h",
                "Difficulte": term("Facile"),
            },
            {"Modedelocomotion": term("à VTT"), "Tempsdeparcours": "45 mn", "Difficulte": None},
        ],
        Distance="12,5",
        DISTANCEs=[{"Distanceenkm": 8.2}],
    )
    found = listing(three).itinerary
    assert found is not None
    assert found.modes == ("walking", "mountain_biking")
    assert (found.distance_m, found.duration_min, found.difficulty) == (8_200, None, "easy")


def test_a_length_without_unit_is_left_out() -> None:
    raw = record("ITI", DISTANCE="12,5", Duree="2")
    found = listing(raw).itinerary
    assert found is not None
    assert (found.distance_m, found.duration_min) == (None, None)
    assert set(warned(raw)) == {"route_length_without_unit", "duration_without_unit"}


@pytest.mark.parametrize("raw", ["/Date(99999999999999999)/", "hier", "2026-02-30"])
def test_dates_of_update_that_are_none(raw: str) -> None:
    made = record(Updated=raw)
    assert listing(made).sources[0].updated is None
    assert "impossible_date" in warned(made)


def test_an_update_to_come_is_not_believed() -> None:
    made = record(Updated="2027-01-01T10:00:00.99")
    assert listing(made).sources[0].updated is None
    assert "updated_in_the_future" in warned(made)
