"""Whatever JSON comes in, a draft or a rejection comes out; and twice the same."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.sources.apidae.record import read_object
from catalog.sources.draft import Draft, Rejection
from tests.catalog.sources.apidae.objects import RETRIEVED, days, element, period, thing
from tests.catalog.sources.hostile import paths, replaced

WORDS = [
    *("fr", "HIVER", "GROUPES", "OUVERTURE_MOIS", "2026-02-30", "2026-07-01", "9999-12-31"),
    *("25:00", "10:00:00", "-1", "0", "1e9", "https://x.org", "@", "MON", "HOL", "\x1b[2J", "()"),
    *("libelle", "Musique (EN)", "3 étoiles", "D_1ER", "LUNDI", "PUBLISHED", "0" * 5000),
]
FIELDS = [
    *("id", "type", "libelleFr", "libellePtBR", "elementReferenceType", "dateDebut", "dateFin"),
    *("jour", "tarifs", "minimum", "coordonnees", "url", "timePeriods", "weekdays", "aspect"),
]
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from([*WORDS, 10**400, 1 << 63])
)
KEYS = st.sampled_from(FIELDS) | st.text(max_size=5)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
SHAPED = period(
    "2026-01-01",
    "2026-12-31",
    "OUVERTURE_SEMAINE",
    tousLesAns=True,
    nom="Saison",
    horaireOuverture="10:00:00",
    complementHoraire={"libelleFr": "x"},
    ouverturesExceptionnelles=[{"dateOuverture": "2026-05-01"}],
    ouverturesJourDuMois=[{"jour": "MARDI", "jourDuMois": "D_1ER"}],
    **days("LUNDI"),
)
TIMED = period(
    "2026-01-01",
    "2026-12-31",
    horaires=[
        {
            "type": {"id": 7457},
            "timePeriods": [
                {"closed": False, "weekdays": ["MON"], "timeFrames": [{"startTime": "10:00"}]}
            ],
        }
    ],
)
TARIFFS = {
    "gratuit": False,
    "periodes": [{"dateDebut": "2026-01-01", "tarifs": [{"minimum": 5.0, "type": element(1717)}]}],
    "modesPaiement": [element(1268)],
    "tarifsEnClair": {"libelleFr": "5 €"},
    "conditions": {"gratuitPourLesMoinsDe": 4},
}
MEANS = [{"type": {"id": 201}, "coordonnees": {"fr": "0563366366"}}]
FULL: dict[str, Any] = thing(
    "EQUIPEMENT",
    {
        "activites": [element(3333), element(999, "x")],
        "itineraire": {"distance": 5, "itineraireType": "BOUCLE", "naturesTerrain": [{"id": 4239}]},
        "labels": [element(0, "3 épis")],
        "classement": element(2750),
    },
    ouverture={
        "periodeEnClair": {"libelleFr": "Le 4"},
        "periodesOuvertures": [SHAPED, TIMED],
        "fermeturesExceptionnelles": [{"dateSpeciale": "ASCENSION"}],
        "indicationsPeriode": [element(422)],
    },
    descriptionTarif=TARIFFS,
    informations={"moyensCommunication": MEANS},
    reservation={"organismes": [{"moyensCommunication": MEANS}]},
    contacts=[{"nom": "X", "moyensCommunication": MEANS}],
    illustrations=[{"traductionFichiers": [{"url": "https://x.org/a.jpg", "locale": "fr"}]}],
    prestations={
        "typesClientele": [element(589)],
        "tourismesAdaptes": [element(3652)],
        "labelsTourismeHandicap": [element(1226)],
        "languesParlees": [element(1197)],
        "ageMin": 36,
    },
    presentation={
        "descriptifCourt": {"libelleFr": "a", "libelleEn": "a (EN)"},
        "descriptifsThematises": [{"theme": {"id": 6527}, "description": {"libelleFr": "1/"}}],
        "typologiesPromoSitra": [element(3844)],
    },
    aspects=[
        {
            "aspect": "HIVER",
            "champsAspect": ["ouverture.periodesOuvertures"],
            "ouverture": {"periodesOuvertures": [SHAPED]},
        }
    ],
    metadonnees=[{"noeudId": "tourinsoft", "contenus": [{"metadonnee": {"id": "a"}}]}],
)


def read(obj: object) -> Draft | Rejection:
    result = read_object(obj, RETRIEVED, member="1.json")
    assert isinstance(result, Draft | Rejection)
    assert repr(read_object(obj, RETRIEVED, member="1.json")) == repr(result)
    return result


@settings(deadline=None)
@given(JSON)
def test_any_json(value: object) -> None:
    assert isinstance(read(value), Rejection | Draft)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(paths(FULL)), JSON)
def test_any_value_in_the_place_of_any_other(path: tuple[object, ...], value: object) -> None:
    result = read(replaced(FULL, path, value))
    if isinstance(result, Rejection):
        assert result.id
        assert result.reason


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(FULL)), JSON, max_size=6))
def test_any_values_in_several_fields(values: dict[str, object]) -> None:
    read(FULL | values)


def test_a_thousand_levels() -> None:
    deep: object = "x"
    for _ in range(900):
        deep = [deep]
    for key in FULL:
        read(FULL | {key: deep})
    deeper: object = {}
    for _ in range(900):
        deeper = {"libelleFr": deeper, "id": deeper}
    for key in FULL:
        read(FULL | {key: deeper})


def test_long_lists_are_read_whole() -> None:
    length = 3_000
    many = [period("2026-07-01", "2026-07-31", nom=f"{one}") for one in range(length)]
    equipment = [element(10**6 + one, f"mot {one}") for one in range(length)]
    result = read(
        FULL
        | {
            "aspects": [],
            "ouverture": {"periodesOuvertures": many},
            "prestations": {"equipements": equipment},
        }
    )
    assert isinstance(result, Draft)
    assert len(result.listing.openings) == len(result.listing.amenities) == length
