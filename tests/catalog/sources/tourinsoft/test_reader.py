"""Files: which are recognised, what is said of each record and of each column."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import pytest

from catalog.errors import Unreadable
from catalog.sources.draft import Draft, Rejection
from catalog.sources.formats import open_source
from tests.catalog.sources.tourinsoft.records import RETRIEVED, record, written

if TYPE_CHECKING:
    from pathlib import Path


def read(path: Path) -> list[Any]:
    reader = open_source(path)
    assert reader.name == "tourinsoft"
    return list(reader.read(RETRIEVED))


def table(
    rows: list[dict[str, str]], *, encoding: str = "utf-8-sig", separator: str = ";"
) -> bytes:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(rows[0]), delimiter=separator)
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode(encoding)


@pytest.mark.parametrize(
    "shape",
    [
        lambda records: {"d": {"results": records, "__count": "801"}},
        lambda records: {"d": records},
        lambda records: {"odata.metadata": "x", "value": records},
        lambda records: records,
        lambda records: records[0],
    ],
)
def test_every_shape_of_an_answer(tmp_path: Path, shape: Any) -> None:
    path = written(tmp_path / "a.json", shape([record()]))
    reader = open_source(path)
    assert (reader.name, reader.total, reader.label) == (
        *("tourinsoft", 1),
        "Tourinsoft feed, 1 records",
    )
    (result,) = reader.read(RETRIEVED)
    assert isinstance(result, Draft)


def test_other_lists_are_not_taken(tmp_path: Path) -> None:
    other = {"value": [{"name": "x"}], "note": "SyndicObjectID"}
    with pytest.raises(Unreadable):
        open_source(written(tmp_path / "a.json", other))


def test_bad_records_do_not_stop_the_others(tmp_path: Path) -> None:
    records = [record(), 3, record(SyndicObjectID=None), record("FMA")]
    results = read(written(tmp_path / "a.json", {"value": records}))
    assert [type(result) for result in results] == [Draft, Rejection, Rejection, Draft]
    assert [result.id for result in results[1:3]] == ["record 2", "record 3"]
    raw = b'{"value": [{"SyndicObjectID": "A"}, {"x": "\xe9"}]}'
    results = read(written(tmp_path / "b.json", raw))
    assert results[1].reason == "the text is not UTF-8"


def test_a_column_that_nobody_knows_is_noted_once_a_file(tmp_path: Path) -> None:
    records = [record(Neige="20 cm"), record("FMA", Neige="30 cm", Vent="fort", Vide=None)]
    results = read(written(tmp_path / "a.json", records))
    noted = [[(c.field, c.id) for c in result.warnings] for result in results]
    assert noted == [[("Neige", "PCUMID0810000001")], [("Vent", "FMAMID0810000001")]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_tables(tmp_path: Path, encoding: str, separator: str) -> None:
    row = {
        "SyndicObjectID": "FMAPDL085V500001",
        "SyndicObjectName": "FÊTE DU LAC",
        "GmapLatitude": "46,6705",
        "GmapLongitude": "-1,4260",
        "CommuneINSEE": "85191",
        "Commune": "LA ROCHE-SUR-YON",
        "DatesManifestation": "07/12/2026||07/12/2026||10:00||12:00||||",
        "Label Handicap": "",
    }
    if encoding == "utf-16" and separator != ";":
        return
    path = written(
        tmp_path / "a.csv",
        table([row, row | {"SyndicObjectID": ""}], encoding=encoding, separator=separator),
    )
    if encoding == "utf-16":
        with pytest.raises(Unreadable):
            open_source(path)
        return
    draft, rejection = read(path)
    assert draft.listing.name.texts[0].text == "Fête du Lac"
    assert draft.listing.place.commune == "La Roche-sur-Yon"
    assert draft.listing.place.insee == "85191"
    assert len(draft.listing.dates) == 1
    assert rejection.id == "line 3"


def test_columns_that_came_twice_and_rows_too_long(tmp_path: Path) -> None:
    raw = (
        b"SyndicObjectID,SyndicObjectName,GmapLatitude,GmapLongitude,Photos,Photos\n"
        b"PCU1,Moulin,44.17,2.15,,http://m.example.org/a.jpg\n"
        b"PCU2,Moulin,44.17,2.15,,,de trop\n"
    )
    draft, rejection = read(written(tmp_path / "a.csv", raw))
    assert [media.url for media in draft.listing.media] == ["http://m.example.org/a.jpg"]
    assert rejection.reason == "the row has more fields than there are columns"


def test_atom_as_a_browser_saves_it(tmp_path: Path) -> None:
    columns = {name: value for name, value in record().items() if isinstance(value, str)}
    tags = "".join(f"<d:{name}>{value}</d:{name}>" for name, value in columns.items())
    tags += "<d:Labels m:null='true' />"
    entry = f"<entry><content><m:properties>{tags}</m:properties></content></entry>"
    feed = (
        '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" '
        'xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices" '
        'xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata">'
        f"{entry}{entry.replace('PCUMID0810000001', '')}</feed>"
    )
    draft, rejection = read(written(tmp_path / "Objects.xml", feed.encode()))
    assert draft == read(written(tmp_path / "a.json", [record()]))[0]
    assert rejection.id == "record 2"
    assert open_source(tmp_path / "Objects.xml").total == 2
    with pytest.raises(Unreadable, match="not XML"):
        read(written(tmp_path / "cut.xml", feed.encode()[:-20]))
