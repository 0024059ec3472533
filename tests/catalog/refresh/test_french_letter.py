"""Real defects through the command: the letter holds no English, and is said once."""

from __future__ import annotations

import json
import re
import zipfile
from functools import partial
from typing import TYPE_CHECKING

import pytest

from catalog.cli import main
from catalog.refresh import build
from catalog.search.index import IndexWriter
from catalog.store.versions import DataFolder
from catalog.store.writer import CatalogueWriter
from tests.catalog.refresh.test_reasons import ENGLISH
from tests.catalog.sources.datatourisme.objects import location, thing, write_flux

if TYPE_CHECKING:
    from pathlib import Path

HEAD = 'house-catalogue = 1\n[source]\nname = "essai"\nlicence = "MIT"\n'
GOOD = """
[[listing]]
id = "l{n}"
kinds = ["food"]
name = "Chez {n}"
place = {{ lat = 44, lon = 2 }}
"""


@pytest.fixture(autouse=True)
def without_vocabulary_index(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "IndexWriter", partial(IndexWriter, concepts={}))


@pytest.fixture
def filled(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A data folder with ten listings in use."""
    source = tmp_path / "ten.toml"
    source.write_text(HEAD + "".join(GOOD.format(n=n) for n in range(10)), encoding="utf-8")
    assert main(["refresh", str(source), "--to", str(tmp_path / "data")]) == 0
    capsys.readouterr()
    return tmp_path / "data"


def refused(source: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The code and letter of a refresh, which tells nothing of it on stderr."""
    code = main(["refresh", str(source), "--to", str(data)])
    out, err = capsys.readouterr()
    out, err = (
        text.replace(str(source), "SOURCE").replace(str(data), "DATA") for text in (out, err)
    )
    assert "PAS PUBLIÉ" in out
    assert all(line.endswith("…") for line in err.splitlines()), err
    assert not ENGLISH.search(out + err), out
    assert main(["report", "--json", "--data", str(data)]) == 0
    assert ENGLISH.search(json.loads(capsys.readouterr().out)["reason"])
    return code, out


def test_every_defect_of_a_flux(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def numbered(n: int, **fields: object) -> dict[str, object]:
        return thing(**{"@id": f"https://data.datatourisme.fr/23/r-{n}", **fields})

    def placed(**geo: str) -> dict[str, object]:
        return numbered(9, isLocatedAt=[location(**{"schema:geo": geo})])

    objects: dict[str, object] = {
        "good.json": numbered(1),
        "again.json": numbered(1),
        "cut.json": b'{"cut": ',
        "nan.json": b"[NaN]",
        "empty.json": b"",
        "list.json": [1, 2],
        "latin.json": b'{"a": "\xe9"}',
        "deep.json": b"[" * 5000,
        "huge.json": b" " * (17 << 20),
        "noid.json": thing(**{"@id": None}),
        "noname.json": numbered(2, **{"rdfs:label": None}),
        "old.json": numbered(3, isObsolete=True),
        "nowhere.json": numbered(4, isLocatedAt=[]),
        "nogeo.json": numbered(5, isLocatedAt=[location(**{"schema:geo": None})]),
        "half.json": placed(**{"schema:latitude": "44.1"}),
        "words.json": placed(**{"schema:latitude": "nord", "schema:longitude": "2"}),
        "sea.json": placed(**{"schema:latitude": "0", "schema:longitude": "0"}),
    }
    index = [{"label": name, "file": name} for name in (*objects, "gone.json", "../up.json")]
    flux = write_flux(tmp_path / "flux.zip", objects | {"new.json": numbered(8)}, index=index)
    with zipfile.ZipFile(flux, "a") as archive:
        archive.writestr("/absolute.json", b"{}")
    data = tmp_path / "data"
    assert main(["refresh", str(flux), "--to", str(data)]) == 0
    out, err = capsys.readouterr()
    assert not ENGLISH.search(out + err), out
    assert "flux DATAtourisme v3, fiches annoncées\u00a0: 19" in err
    assert "  - r-2\u00a0: champ rdfs:label\u00a0: la fiche n'a pas de nom" in out
    assert "0, 0 n'est pas en France" in out
    assert "gone.json\u00a0: le fichier n'est pas dans l'archive" in out
    assert main(["report", "--json", "--data", str(data)]) == 0
    rejected = json.loads(capsys.readouterr().out)["rejected"]
    assert len(rejected) == 20
    assert all(f"  - {one['id']}" in out for one in rejected)
    assert "field rdfs:label: the record has no name" in {one["reason"] for one in rejected}


@pytest.mark.parametrize(
    ("wrong", "french"),
    [
        (
            "name = 5",
            "champ name\u00a0: il faut un texte, ou un tableau de clés, pas un nombre entier",
        ),
        ('name = ""', "champ name\u00a0: le nom est vide"),
        ('nmae = "x"', "champ nmae\u00a0: clé inconnue\u00a0; vouliez-vous dire 'name'\u00a0?"),
        ('kinds = ["fod"]', "'fod' n'est pas un genre\u00a0; vouliez-vous dire 'food'\u00a0?"),
        ('openings = [{ hours = "12h" }]', "champ openings[0].hours\u00a0: '12h'\u00a0: écrivez"),
        ('access = { marks = ["x"] }', "valeur inconnue 'x'"),
        ("place = { lat = 2, lon = 44 }", "lat 2.0 et lon 44.0 semblent inversées"),
        ('contacts = [{ phones = ["x"] }]', "'x' n'est pas un numéro de téléphone"),
        ('confirmed = "2026-13-01"', "ce n'est pas une date"),
    ],
)
def test_a_wrong_listing_of_a_house_file(
    wrong: str, french: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = wrong.partition(" =")[0]
    lines = [line for line in GOOD.format(n=2).splitlines() if not line.startswith(key)]
    source = tmp_path / "essai.toml"
    source.write_text(HEAD + "\n".join([*lines, wrong]), encoding="utf-8")
    code, out = refused(source, tmp_path / "data", capsys)
    assert code == 3
    assert "toutes les fiches sont rejetées" in out
    assert french in out


def test_a_word_of_no_vocabulary(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "essai.toml"
    source.write_text(HEAD + GOOD.format(n=1) + 'concepts = ["restorant"]\n', encoding="utf-8")
    assert main(["refresh", str(source), "--to", str(tmp_path / "data")]) == 0
    out = capsys.readouterr().out
    assert "concepts = 'restorant'\u00a0; vouliez-vous dire 'restaurant'\u00a0?" in out
    assert not ENGLISH.search(out), out


@pytest.mark.parametrize(
    ("name", "content", "french"),
    [
        ("flux.zip", b"", "le fichier est vide"),
        ("flux.zip", b"PK\x03\x04rubbish", "le fichier zip est abîmé ou incomplet\n"),
        ("flux.zip", b"%PDF-1.7", "cela semble être un document PDF"),
        ("flux.zip", b"<!DOCTYPE html><p>", "cela semble être une page web"),
        ("flux.zip", b"\0" * 99, "cela semble être un fichier binaire"),
        ("a.toml", b"\xff", "la ligne 1 n'est pas en UTF-8"),
        ("a.toml", b"a = [1,\n", "ce n'est pas du TOML valable"),
        ("a.toml", b"a = 'x' y\n", "(ligne 1, colonne"),
        ("a.toml", b"a = 1\n", "ne contient pas la ligne house-catalogue = 1"),
        ("a.toml", b"a = " + b"[" * 99_999, "trop de niveaux imbriqués"),
        ("a.toml", HEAD.encode() + b"[more]\n", "clé inconnue 'more'"),
        (
            "a.toml",
            b"house-catalogue = 1\n[source]\nname = 5\n",
            "[source]\u00a0: champ name\u00a0: il faut",
        ),
        (
            "a.toml",
            b"house-catalogue = 1\n[source]\nname = 'A'\n",
            "champ name\u00a0: 'A' n'est pas",
        ),
        ("a.toml", HEAD.encode(), "aucune fiche n'y figure"),
    ],
)
def test_files_that_are_no_source(
    filled: Path,
    tmp_path: Path,
    name: str,
    content: bytes,
    french: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / name).write_bytes(content)
    code, out = refused(tmp_path / name, filled, capsys)
    assert code == 4
    assert french in out


def test_a_truncated_zip_a_bomb_and_an_index_that_is_none(
    filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    flux = write_flux(tmp_path / "flux.zip", {"a.json": thing()})
    whole = flux.read_bytes()
    flux.write_bytes(whole[: len(whole) // 2])
    assert "le fichier zip est abîmé ou incomplet\n" in refused(flux, filled, capsys)[1]
    write_flux(flux, {"a.json": b" " * (40 << 20)})
    said = refused(flux, filled, capsys)[1]
    assert re.search(r"donnerait 40 Mio une fois décompressé, pour 0,\d Mio reçus", said)
    write_flux(flux, {}, index={"no": "list"})
    assert "cet index.json n'est pas celui d'un flux" in refused(flux, filled, capsys)[1]
    write_flux(flux, {}, index=[])
    assert "sa liste ne nomme aucune fiche" in refused(flux, filled, capsys)[1]
    assert "n'existe pas" in refused(tmp_path / "nothing.zip", filled, capsys)[1]


def test_a_full_disk_and_a_great_drop(
    filled: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    source = tmp_path / "one.toml"
    source.write_text(HEAD + GOOD.format(n=1), encoding="utf-8")
    code, out = refused(source, filled, capsys)
    assert (code, "celui en service 10\u00a0: 90\u00a0% de moins" in out) == (3, True)

    def small(writer: CatalogueWriter, path: Path) -> None:
        create(writer, path)
        writer.connection.execute("PRAGMA max_page_count = 40")

    create = CatalogueWriter.__init__
    monkeypatch.setattr(CatalogueWriter, "__init__", small)
    source.write_text(HEAD + "".join(GOOD.format(n=n) for n in range(200)), encoding="utf-8")
    code, out = refused(source, filled, capsys)
    assert (code, "il n'y a plus de place sur le disque" in out) == (3, True)


def test_errors_of_the_neighbours(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (filled / "last-report.json").write_text("{", encoding="utf-8")
    words: tuple[tuple[int, str, list[str]], ...] = (
        (3, "rollback", []),
        (2, "rollback", ["1999"]),
        (4, "report", []),
        (2, "refresh", ["x.zip", "--report", str(filled / "no" / "r.json")]),
    )
    for code, command, more in words:
        assert main([command, *more, "--data", str(filled)]) == code
        err = capsys.readouterr().err.replace(str(filled), "DATA")
        assert not ENGLISH.search(err), err
        assert err.count("\n") == 2
        assert main([command, *more, "--data", str(filled), "--lang", "en"]) == code
        assert ENGLISH.search(capsys.readouterr().err)
    (filled / "last-report.json").unlink()
    assert main(["report", "--data", str(filled)]) == 1
    assert "aucune actualisation" in capsys.readouterr().err
    with DataFolder(filled).locked():
        assert main(["rollback", "--data", str(filled)]) == 3
    assert "une autre actualisation est en cours" in capsys.readouterr().err
