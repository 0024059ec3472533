"""LEI files: products, their criteria by the nomenclature, and nobody's name."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.errors import Unreadable
from catalog.model import Contact, Day, Kind, Period, Slot
from catalog.sources.draft import Draft, Rejection
from catalog.sources.formats import open_source

if TYPE_CHECKING:
    from catalog.model import Listing

RETRIEVED = date(2026, 11, 21)
DATA = (
    Path(__file__).resolve().parents[5]
    / "shared/data/itineraries/geotrek-admin-fixtures/geotrek/tourism/tests/data"
)
NOMENCLATURE = """<NOMENCLATURE>
<CRIT CLEF="1"><NOMCRIT><![CDATA[Paiements]]></NOMCRIT>
<MODAL CLEF="11"><![CDATA[Chèque vacances]]></MODAL><MODAL CLEF="12">Espèces</MODAL></CRIT>
<CRIT CLEF="2"><NOMCRIT>Langues parlées</NOMCRIT><MODAL CLEF="21">Anglais</MODAL></CRIT>
<CRIT CLEF="3"><NOMCRIT>Catégorie</NOMCRIT><MODAL CLEF="31">Crêperie</MODAL>
<MODAL CLEF="32">Auberge du bout du monde</MODAL></CRIT>
<CRIT CLEF="4"><NOMCRIT>Altitude</NOMCRIT><MODAL CLEF="41">Haute</MODAL></CRIT>
<CRIT CLEF="5"><NOMCRIT>Classement</NOMCRIT><MODAL CLEF="51">3 étoiles</MODAL></CRIT>
</NOMENCLATURE>"""


def product(inside: str = "", **fields: str | None) -> str:
    made = {
        "PRODUIT": "219006399",
        "NOM": "Auberge du moulin",
        "TYPE_NOM": "Restauration",
        "ADRPROD_NUM_VOIE": "11",
        "ADRPROD_LIB_VOIE": "rue principale",
        "ADRPROD_CP": "67510",
        "ADRPROD_LIBELLE_COMMUNE": "NIEDERSTEINBACH",
        "INSEE": "67334",
        "LATITUDE": "49,031600691652",
        "LONGITUDE": "7,71041727388229",
        "DATMAJ": "29/11/2022 11:32:41",
        "NOM_RESPONSABLE": "Martin",
        "PREST_NOM_RESP": "Martin",
    } | fields
    tags = "".join(f"<{n}>{escape(v)}</{n}>" for n, v in made.items() if v is not None)
    return f"<sit_liste>{tags}{inside}</sit_liste>"


def written(path: Path, *products: str) -> Path:
    body = f"<LEI><Resultat>{''.join(products)}</Resultat>{NOMENCLATURE}</LEI>"
    path.write_text(f'<?xml version="1.0" encoding="UTF-8"?>{body}', encoding="utf-8")
    return path


def read(folder: Path, *products: str) -> list[Any]:
    reader = open_source(written(folder / "a.xml", *products))
    assert (reader.name, reader.total) == ("lei", len(products))
    return list(reader.read(RETRIEVED))


def listing(folder: Path, inside: str = "", **fields: str | None) -> Listing:
    (draft,) = read(folder, product(inside, **fields))
    assert isinstance(draft, Draft), draft
    return draft.listing


def test_place_identifier_and_date(tmp_path: Path) -> None:
    found = listing(tmp_path)
    assert (found.id, found.sources[0].record) == ("lei:219006399", "219006399")
    assert found.sources[0].updated == date(2022, 11, 29)
    place = found.place
    assert (place.latitude, place.longitude) == (49.031600691652, 7.71041727388229)
    assert (place.street, place.commune) == (("11 rue principale",), "Niedersteinbach")
    assert (place.insee, place.department) == ("67334", "67")
    assert found.kinds == (Kind.FOOD,)


def test_criteria_by_their_names(tmp_path: Path) -> None:
    pairs = ((1, 11), (1, 12), (2, 21), (3, 31), (3, 32), (4, 41), (5, 51), (9, 9))
    crit = "".join(f'<Crit CLEF_CRITERE="{a}" CLEF_MODA="{b}"/>' for a, b in pairs)
    crit += '<Crit CLEF_CRITERE="9" CLEF_MODA="0">https://x.org/a.jpg</Crit>'
    inside = f"<CRITERES>{crit}</CRITERES>"
    first, second = read(tmp_path, product(inside), product(inside, PRODUIT="2"))
    found = first.listing
    assert found.payment == ("holiday_vouchers", "cash")
    assert (found.spoken, found.concepts) == (("en",), ("creperie",))
    assert found.themes == ("lei:auberge-du-bout-du-monde",)
    assert [(label.id, label.level) for label in found.labels] == [("stars", 3)]
    assert [media.url for media in found.media] == ["https://x.org/a.jpg"]
    assert [(c.kind, c.field) for c in first.warnings] == [("criterion_not_read", "Altitude")]
    assert second.warnings == ()


def test_contacts_are_never_a_person_s(tmp_path: Path) -> None:
    own = listing(tmp_path, ADRPROD_TEL="03 88 09 55 31", ADRPREST_TEL="03 88 09 55 32")
    assert own.contacts == (Contact(phones=("+33388095531",)),)
    (draft,) = read(
        tmp_path,
        product(
            ADRPREST_TEL="06 46 49 30 16", ADRPREST_URL="www.x.org", ADRPEC_TEL="06 00 00 00 01"
        ),
    )
    assert draft.listing.contacts == (Contact(websites=("http://www.x.org",)),)
    assert [caution.kind for caution in draft.warnings] == ["contact_is_a_person"]
    assert "Martin" not in repr(draft)
    company = listing(tmp_path, PREST_NOM_RESP=None, ADRPREST_TEL="03 88 09 55 32")
    assert company.contacts == (Contact(phones=("+33388095532",)),)


def hours(**fields: str) -> str:
    return "".join(f"<{name}>{value}</{name}>" for name, value in fields.items())


def test_events_and_hours(tmp_path: Path) -> None:
    inside = (
        "<HORAIRES><Horaire><DATE_DEBUT>01/01/2026</DATE_DEBUT><HEURES>"
        f"<Heure>{hours(HEURE_DEBUT='10:00', HEURE_FIN='12:00', LUNDI='N', DIMANCHE='O')}</Heure>"
        f"<Heure>{hours(HEURE_DEBUT='15:00', LUNDI='N', MARDI='O')}</Heure>"
        f"<Heure>{hours(HEURE_DEBUT='16:00', LUNDI='N', MARDI='N')}</Heure>"
        "</HEURES><DATE_FIN>31/12/2026</DATE_FIN></Horaire></HORAIRES>"
    )
    year = (date(2026, 1, 1), date(2026, 12, 31))
    found = listing(tmp_path, inside, TYPE_NOM="Fêtes et manifestations")
    assert found.openings == ()
    assert set(found.dates) == {
        Period(*year, days=(Day.SU,), slots=(Slot(time(10), time(12)),)),
        Period(*year, days=(Day.TU,), slots=(Slot(time(15)),)),
    }
    plain = listing(tmp_path, TYPE_NOM="", PERIODE_DU="01/01/2026", PERIODE_AU="31/12/2026")
    assert (plain.kind, plain.dates) == (Kind.EVENT, (Period(*year),))


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"PRODUIT": ""}, "field PRODUIT: the record has no identifier"),
        ({"NOM": ""}, "field NOM: the record has no name"),
        ({"LATITUDE": ""}, "field LATITUDE: latitude or longitude is missing"),
    ],
)
def test_what_cannot_be_a_listing(tmp_path: Path, fields: dict[str, str], reason: str) -> None:
    bad, good = read(tmp_path, product(**fields), product())
    assert isinstance(bad, Rejection)
    assert isinstance(good, Draft)
    assert bad.reason == reason


def test_a_file_that_breaks_off_or_is_dangerous(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xml", product())
    path.write_bytes(path.read_bytes()[:-400])
    with pytest.raises(Unreadable, match="not XML"):
        open_source(path)
    path.write_text('<!DOCTYPE LEI [<!ENTITY a "b">]><LEI><Resultat>&a;</Resultat></LEI>')
    with pytest.raises(Unreadable, match="document type"):
        open_source(path)


NAMES = st.sampled_from(
    ["PRODUIT", "NOM", "LATITUDE", "PERIODE_DU", "INSEE", "DATMAJ", "ADRPROD_TEL"]
)
CLEAN = st.text(st.characters(min_codepoint=32, codec="utf-8"), max_size=20)


@given(st.dictionaries(NAMES, CLEAN | st.sampled_from(["31/02/2026", "01/01/2100", "49,03"])))
def test_any_texts(tmp_path_factory: pytest.TempPathFactory, fields: dict[str, str]) -> None:
    try:
        (result,) = read(tmp_path_factory.mktemp("any"), product(**fields))
    except Unreadable:
        return
    assert isinstance(result, Draft | Rejection)


@pytest.mark.skipif(not DATA.exists(), reason="the real files are not in ../shared/data")
def test_the_real_files() -> None:
    content = list(open_source(DATA / "LEIContent.xml").read(RETRIEVED))
    assert [type(result) for result in content] == [Draft, Draft, *[Rejection] * 3]
    (event,) = open_source(DATA / "LEIEvent.xml").read(RETRIEVED)
    assert isinstance(event, Draft)
    assert event.listing.kind is Kind.EVENT
    assert len(event.listing.dates) == 2
    assert len(event.listing.media) == 2
    assert "Surname" not in repr(event)
    assert "Resp" not in repr(event)
