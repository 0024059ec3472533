from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.errors import Unreadable
from catalog.handwritten import explain, keys_of
from catalog.model import Kind
from catalog.sources.spreadsheet.mapping import (
    INNER_TABLES,
    ColumnsTable,
    Mapping,
    beside,
    kinds_of,
    named_columns,
    read_mapping,
    titles,
)
from catalog.vocabulary import concepts
from tests.catalog.sources.spreadsheet.making import (
    HEADER,
    cautions,
    drafts,
    one,
    results,
    write_csv,
    write_mapping,
)

if TYPE_CHECKING:
    from pathlib import Path

BASE = '[columns]\nname = "Nom"\nlatitude = "Latitude"\nlongitude = "Longitude"\n'
ROW = ("Lavoir", "44.05", "2.15")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[columns]\nnmae = "Nom"\n', "field columns.nmae: unknown key, did you mean 'name'"),
        ("[colums]\n", "field colums: unknown key, did you mean 'columns'"),
        ('[source]\nlicense = "x"\n', "unknown key, did you mean 'licence'"),
        ("[columns]\nname = 5\n", "field columns.name: Expected `str | object | null`, got `int`"),
        (BASE + 'price = "Prix"\n', "field columns.price: the table has no column 'Prix'"),
        (BASE + 'hours = "Nmo"\n', "has no column 'Nmo', did you mean 'Nom'"),
        ('[columns]\nname = "Nom"\n', "names no column for: latitude, longitude"),
        ('[columns]\nlatitude = "Latitude"\nlongitude = "Longitude"\n', "no column for: name"),
        (BASE + '[kinds]\n"WC" = "toilet"\n', "'toilet' is not a kind, did you mean 'toilets'"),
        (BASE + '[every_row]\nkind = "x"\n', "field every_row.kind: 'x' is not a kind"),
        (BASE + '[every_row]\nkind = "wifi"\n', "field every_row.kind: 'wifi' is not a kind"),
        ('[columns]\nname.FRA = "Nom"\n', "field columns.name: 'FRA' is not a language code"),
        ('[source]\nname = "My Source"\n', "'My Source' is not a name for a source"),
        ("[columns\n", "is not TOML"),
    ],
)
def test_a_mapping_that_does_not_fit(tmp_path: Path, text: str, says: str) -> None:
    table = write_csv(tmp_path / "a.csv", HEADER, ROW)
    file = write_mapping(tmp_path / "a.mapping.toml", text)
    with pytest.raises(Unreadable) as caught:
        results(table)
    assert says in caught.value.message
    assert str(file) in caught.value.where
    assert caught.value.remedy


@pytest.mark.parametrize("name", ["a.mapping.toml", "a.csv.mapping.toml", "mapping.toml"])
def test_the_mapping_lies_beside_the_table(tmp_path: Path, name: str) -> None:
    table = write_csv(tmp_path / "a.csv", ("Was", "Latitude", "Longitude"), ROW)
    assert beside(table) is None
    write_mapping(tmp_path / name, BASE.replace("Nom", "was"))
    assert beside(table) == tmp_path / name
    assert drafts(table)[0].listing.name.texts[0].text == "Lavoir"
    with pytest.raises(Unreadable, match="the mapping of a table, not a table"):
        results(tmp_path / name)


def test_the_tables_own_mapping_comes_before_that_of_the_folder(tmp_path: Path) -> None:
    table = write_csv(tmp_path / "a.csv", HEADER, ROW)
    write_mapping(tmp_path / "mapping.toml", BASE + '[source]\nname = "folder"\n')
    write_mapping(tmp_path / "a.mapping.toml", BASE + '[source]\nname = "own"\n')
    assert drafts(table)[0].listing.id.startswith("own:")


def test_titles_are_found_without_capitals_and_accents() -> None:
    mapping = Mapping(columns=ColumnsTable(name="NOM", position="coordonnees"))
    assert titles(mapping, ("Nom", "Coordonnées"), None) == {  # type: ignore[arg-type]
        "NOM": "Nom",
        "coordonnees": "Coordonnées",
    }


def test_every_key_of_columns_is_read(tmp_path: Path) -> None:
    """A title for each key: what reading looks up is all of them."""
    fields = [field for field in keys_of(ColumnsTable) if field not in ("latitude", "longitude")]
    lines = "".join(f'{field} = "{field}"\n' for field in fields)
    mapping = read_mapping(write_mapping(tmp_path / "mapping.toml", f"[columns]\n{lines}"))
    assert [title for _, title in named_columns(mapping)] == fields
    table = write_csv(
        tmp_path / "a.csv",
        fields,
        ["44.05, 2.15" if field == "position" else "#REF!" for field in fields],
        ["44.05, 2.15" if field == "position" else "?!" for field in fields],
    )
    without_name, draft = results(table)
    assert "field name" in getattr(without_name, "reason", "")
    told = {caution.field for caution in getattr(draft, "warnings", ())}
    kept = {"name", "id", "position", "street", "commune", "labels", "same_as", "kind", "price"}
    assert told >= set(fields) - kept - {"summary", "description", "practical", "end"}


def test_constants_of_every_row(tmp_path: Path) -> None:
    draft = one(
        tmp_path,
        ("Gratuit",),
        ("",),
        """
free = "Gratuit"
[source]
name = "wc"
creator = "Mairie de Carmaux"
publisher = "Office"
licence = "Licence Ouverte 2.0"
url = "https://ot.example/wc"
updated = 2026-11-03
[table]
to_verify = true
[every_row]
kind = ["toilets", "drinking_water"]
commune = "CARMAUX"
insee = "81060"
postcode = "81400"
free = true
wheelchair = false
pets = true
labels = ["Tourisme & Handicap"]
spoken = ["fr", "anglais"]
""",
    )
    listing = draft.listing
    assert draft.to_verify
    assert (listing.kinds, listing.concepts) == ((Kind.SERVICE,), ("toilets", "drinking_water"))
    assert (listing.place.commune, listing.place.department) == ("Carmaux", "81")
    assert listing.prices[0].free
    assert (listing.access.wheelchair, listing.pets, listing.spoken) == (False, True, ("fr", "en"))
    assert [label.id for label in listing.labels] == ["tourisme_handicap"]
    (source,) = listing.sources
    assert (source.name, source.creator, source.publisher) == ("wc", "Mairie de Carmaux", "Office")
    assert (source.licence, source.url) == ("Licence Ouverte 2.0", "https://ot.example/wc")
    assert str(source.updated) == "2026-11-03"
    assert cautions(draft) == []


def test_kinds_follow_from_concepts() -> None:
    assert kinds_of(("toilets",)) == ((Kind.SERVICE,), ("toilets",))
    assert kinds_of(("itinerary",)) == ((Kind.ITINERARY,), ())
    assert kinds_of(("market",))[0] == (Kind.MARKET,)
    for term, concept in concepts().items():
        kinds, _ = kinds_of((str(term),))
        assert bool(kinds) == bool(concept.kinds), term


JSONISH = st.recursive(
    st.text(max_size=8) | st.integers() | st.booleans(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=4,
)


@given(
    st.dictionaries(
        st.sampled_from([*keys_of(Mapping), "x"]),
        JSONISH | st.dictionaries(st.sampled_from(keys_of(ColumnsTable)), JSONISH, max_size=3),
        max_size=4,
    )
)
def test_any_mapping_is_read_or_refused(document: dict[str, object]) -> None:
    said = ""
    try:
        named_columns(msgspec.convert(document, Mapping))
    except msgspec.ValidationError as problem:
        said = explain(problem, Mapping, INNER_TABLES)
    assert "$" not in said
