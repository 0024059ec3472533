from __future__ import annotations

import html
import io
import json
import os
import signal
import subprocess
import sys
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from catalog.cli import main
from catalog.model import LANGUAGES
from catalog.refresh import build
from catalog.search.index import IndexWriter
from catalog.store.reader import Catalogue
from catalog.store.versions import DataFolder
from tests.catalog.making import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
FLUX = ROOT.parent / "shared" / "data" / "datatourisme" / "flux-centre-val-de-loire-2020-09.zip"

HEAD = 'house-catalogue = 1\n[source]\nname = "essai"\nlicence = "MIT"\n'
PENNE = """
[[listing]]
id = "penne"
kinds = ["attraction"]
name = "Château de Penne"
place = { lat = 44.08, lon = 1.73, commune = "Penne", insee = "81206" }
concepts = ["castle"]
openings = [{ days = "Tu-Su", hours = "10:00-18:00" }]
"""
MARKET = """
[[listing]]
id = "marche"
kinds = ["market"]
name = "Marché de Carmaux"
place = { lat = 44.05, lon = 2.16, commune = "Carmaux" }
concepts = ["market"]
"""

CORDES = PENNE.replace("Penne", "Cordes").replace("44.08", "44.06").replace("1.73", "1.95")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    path = tmp_path / "essai.toml"
    path.write_text(HEAD + PENNE + MARKET, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def without_vocabulary_index(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a second of every refresh; the search room tests it."""
    monkeypatch.setattr(build, "IndexWriter", partial(IndexWriter, concepts={}))


@pytest.fixture
def filled(data: Path, house: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert main(["refresh", str(house), "--to", str(data)]) == 0
    capsys.readouterr()
    return data


def ask(data: Path, *words: str) -> int:
    return main([words[0], *words[1:], "--data", str(data)])


def test_refresh_prints_the_letter_and_writes_the_report(
    data: Path, house: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "report.json"
    assert main(["refresh", str(house), "--to", str(data), "--report", str(report)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("PUBLIÉ")
    assert "Lecture de essai.toml" in err
    facts = json.loads(report.read_bytes())
    assert (facts["read"], facts["new"], facts["published"], facts["listings"]) == (2, 2, True, 2)
    assert ask(data, "report", "--json") == 0
    assert json.loads(capsys.readouterr().out) == facts
    assert ask(data, "report", "--lang", "en") == 0
    assert capsys.readouterr().out.startswith("PUBLISHED")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_report_in_every_language(
    filled: Path, tmp_path: Path, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ask(filled, "report", "--lang", lang) == 0
    told = capsys.readouterr().out
    page = tmp_path / "report.html"
    assert ask(filled, "report", "--lang", lang, "--page", str(page)) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert str(page) in err
    written = page.read_text("utf-8")
    assert f'<html lang="{lang}">' in written
    assert html.unescape(written).count(told.splitlines()[0]) == 1
    assert ask(filled, "versions", "--lang", lang) == 0


def test_a_page_that_cannot_be_written(
    filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ask(filled, "report", "--page", str(tmp_path / "none" / "r.html")) == 3
    assert "ne peut pas être écrit" in capsys.readouterr().err


def test_a_refusal_is_told_once_with_its_code(
    filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "essai.toml").write_text(HEAD + PENNE, encoding="utf-8")
    report = tmp_path / "report.json"
    words = ["refresh", str(tmp_path / "essai.toml"), "--to", str(filled), "--lang", "en"]
    assert main([*words, "--report", str(report)]) == 3
    out, err = capsys.readouterr()
    assert out.startswith("NOT PUBLISHED")
    assert "50% fewer" in out
    assert "--force" in out
    assert "fewer" not in err
    assert json.loads(report.read_bytes())["published"] is False
    assert main([*words, "--force"]) == 0


@pytest.mark.parametrize(
    ("content", "named"),
    [(b"", "vide"), (b"PK\x03\x04rubbish", "zip"), (b"%PDF-1.7", "PDF"), (b"\0" * 999, "")],
)
def test_what_is_no_source(
    filled: Path, tmp_path: Path, content: bytes, named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "flux.zip"
    path.write_bytes(content)
    before = (filled / "catalogue.sqlite").read_bytes()
    assert main(["refresh", str(path), "--to", str(filled)]) == 4
    out, err = capsys.readouterr()
    assert "flux.zip" in out
    assert named in out
    assert "Traceback" not in err
    assert (filled / "catalogue.sqlite").read_bytes() == before


def test_a_report_that_cannot_be_written_does_not_deny_the_publication(
    house: Path, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """After the codes 2, 3 and 4 nothing was changed: here something was."""
    (tmp_path / "folder").mkdir()
    words = ["refresh", str(house), "--to", str(data), "--report", str(tmp_path / "folder")]
    assert main([*words, "--lang", "en"]) == 1
    assert "the new catalogue is in use" in capsys.readouterr().err
    assert ask(data, "report", "--json") == 0


def test_report_before_any_refresh(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(data, "report") == 1
    assert "aucune actualisation" in capsys.readouterr().err
    data.mkdir()
    (data / "last-report.json").write_text("{", encoding="utf-8")
    assert ask(data, "report") == 4


def test_a_report_that_could_not_be_written_is_known_before_the_work(
    data: Path, house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["refresh", str(house), "--to", str(data), "--report", str(data / "none" / "r.json")]
    assert main(words) == 2
    assert not data.exists()


def test_search(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(filled, "search", "chateau de pene") == 0
    assert "Château de Penne — attraction, Penne  [essai:penne]" in capsys.readouterr().out
    assert ask(filled, "search", "marche", "--json", "--lang", "en") == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["hits"][0] | {"score": 1} == {
        "id": "essai:marche",
        "name": "Marché de Carmaux",
        "kind": "market",
        "commune": "Carmaux",
        "score": 1,
    }
    assert ask(filled, "search", "xyzzyx") == 1
    assert capsys.readouterr().out == ""
    assert ask(filled, "search", "marc", "--prefix") == 0
    assert main(["search", "penne", "--catalog", str(filled / "catalogue.sqlite")]) == 0


def test_search_narrows_and_explains(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    near = ("--near", "44.05,2.16", "--within", "60")
    assert ask(filled, "search", "chatau", "--explain", "--json", *near) == 0
    (hit,) = json.loads(capsys.readouterr().out)["hits"]
    assert hit["id"] == "essai:penne"
    assert hit["distance_km"] > 0
    assert sum(hit["parts"].values()) == pytest.approx(hit["score"], abs=0.01)
    assert hit["matches"][0] == {
        "field": "name", "start": 0, "end": 7, "how": "spelling", "typed": "chatau",
        "understood": "chateau", "lang": None,
    }  # fmt: skip
    assert ask(filled, "search", "penne", "--explain") == 0
    assert "penne → penne: word in name[11:16]" in capsys.readouterr().out
    assert ask(filled, "search", "--kind", "attraction", "--open-at", "2026-07-23T11:00") == 0
    assert "Château de Penne" in capsys.readouterr().out
    assert ask(filled, "search", "--kind", "attraction", "--open-at", "2026-07-23T19:00") == 1
    assert ask(filled, "search", "--kind", "market", "--near", "carmeaux") == 0
    assert "0.0 km" in capsys.readouterr().out
    for wrong in (
        ("--within", "5", "x"), ("--near", "nowhere at all", "x"), ("--concept", "xyzzy"),
        ("--open-at", "soon", "x"), ("--open-at", "9999-12-31T23:00", "x"),
        ("--open-at", "0001-01-01", "x"), ("--kind", "boat"), ("--access", "wings"),
    ):  # fmt: skip
        assert ask(filled, "search", *wrong) == 2


def batch(
    data: Path, lines: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> list[dict[str, Any]]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))
    assert ask(data, "search", "--batch", "--limit", "3") == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_batch_answers_every_line_in_order(
    filled: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        b'{"id": 1, "q": "penne"}',
        b'{"id": "two", "q": "march", "lang": "en", "prefix": true}',
        b"not json",
        b"",
        b'{"id": 3}',
        b'{"id": 4, "q": 7}',
        b'{"id": 5, "q": "x", "lang": "xx"}',
        b'{"id": 6, "q": "x", "prefix": "yes"}',
        b'{"id": {}, "q": "x"}',
        b'{"id": NaN, "q": "x"}',
        b'{"id": "\\ud800", "q": "\\ud800\\u0000"}',
        b'{"id": 7, "q": "' + b"x" * 2_000_000 + b'"}',
        b"[" * 100_000,
        b'\xff{"id": 8}',
        b'{"id": 9, "q": ""}',
    ]
    answers = batch(filled, b"\n".join(lines), monkeypatch, capsys)
    assert len(answers) == len(lines)
    ids = [1, "two", None, None, 3, 4, 5, 6, None, None, "\ud800", None, None, None, 9]
    assert [answer["id"] for answer in answers] == ids
    assert [hit["id"] for hit in answers[0]["hits"]] == ["essai:penne"]
    assert [hit["id"] for hit in answers[1]["hits"]] == ["essai:marche"]
    assert answers[0]["ms"] >= 0
    good = {0, 1, 10, 14}
    for number, answer in enumerate(answers):
        assert answer.keys() == ({"id", "hits", "ms"} if number in good else {"id", "error"})
    assert "'lang'" in answers[6]["error"]


def test_show(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(filled, "show", "essai:penne") == 0
    out = capsys.readouterr().out
    assert out.startswith("from essai, record penne: ")
    for line in (
        "name [fr]: Château de Penne",
        "concepts: castle (château)",
        "openings (OSM): Tu-Su 10:00-18:00",
        "place.insee: 81206",
    ):
        assert line in out.splitlines()
    assert "prices" in out.splitlines()[-1]
    assert ask(filled, "show", "penne", "--json") == 0
    document = json.loads(capsys.readouterr().out)
    assert document["id"] == "essai:penne"
    assert document["openings_osm"] == "Tu-Su 10:00-18:00"
    assert document["sources"][0]["name"] == "essai"


def test_show_suggests_what_may_be_meant(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for asked in ("essai:pene", "pene", "chateau de penne"):
        assert ask(filled, "show", asked) == 1
        out, err = capsys.readouterr()
        assert out == ""
        assert "perhaps essai:penne  Château de Penne" in err


def test_versions_and_rollback(
    filled: Path, house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    house.write_text(HEAD + PENNE + MARKET + MARKET.replace("marche", "deux"), encoding="utf-8")
    assert main(["refresh", str(house), "--to", str(filled)]) == 0
    capsys.readouterr()
    assert ask(filled, "versions", "--json") == 0
    newer, older = json.loads(capsys.readouterr().out)
    assert (newer["listings"], older["listings"], newer["current"]) == (3, 2, True)
    assert ask(filled, "rollback", "--lang", "en") == 0
    assert older["version"] in capsys.readouterr().out
    assert ask(filled, "rollback") == 3
    assert ask(filled, "rollback", "1999") == 2
    assert ask(filled, "rollback", newer["version"]) == 0
    capsys.readouterr()
    assert ask(filled, "versions") == 0
    assert capsys.readouterr().out.startswith(
        f"* {newer['version']}  fiches\u00a0: 3, essai, en service"
    )


def test_versions_are_checked(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(filled, "versions", "--check") == 0
    assert capsys.readouterr().out.endswith(", en service, intact\n")
    current = filled / "catalogue.sqlite"
    current.write_bytes(current.read_bytes().replace(b"Penne", b"Panne"))
    assert ask(filled, "versions", "--check", "--json") == 1
    (facts,) = json.loads(capsys.readouterr().out)
    assert (facts["checksum"], facts["readable"]) == ("damaged", True)
    assert ask(filled, "versions", "--check", "--lang", "en") == 1
    assert "DAMAGED" in capsys.readouterr().out
    assert ask(filled, "rollback", facts["version"]) == 1
    err = capsys.readouterr().err
    assert f"la version {facts['version']} est abîmée" in err
    for checksum in filled.rglob("*.sha256"):
        checksum.unlink()
    assert ask(filled, "versions", "--check") == 0
    assert "sans somme de contrôle" in capsys.readouterr().out


def test_diff(filled: Path, house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(filled, "diff") == 3
    assert "pas de version précédente" in capsys.readouterr().err
    changed = PENNE.replace("10:00", "09:00") + MARKET.replace("marche", "deux")
    house.write_text(HEAD + changed, encoding="utf-8")
    assert main(["refresh", str(house), "--to", str(filled), "--force"]) == 0
    versions = [version.name for version in DataFolder(filled).versions()]
    capsys.readouterr()
    assert ask(filled, "diff", "--lang", "en") == 0
    out = capsys.readouterr().out
    assert out.splitlines() == [
        f"From version {versions[1]} to version {versions[0]}:",
        *("", "New (1)", "  + Marché de Carmaux  (essai:deux)"),
        *("", "Gone (1)", "  - Marché de Carmaux  (essai:marche)"),
        *("", "Changed (1): before → after", "  ~ Château de Penne  (essai:penne)"),
        "      openings: Tu-Su 10:00-18:00 → Tu-Su 09:00-18:00",
    ]
    assert ask(filled, "diff", versions[1], "--json") == 0
    document = json.loads(capsys.readouterr().out)
    assert {key: document[key] for key in ("before", "after", "new", "gone", "changed")} == {
        "before": versions[1],
        "after": versions[0],
        "new": 1,
        "gone": 1,
        "changed": 1,
    }
    (told,) = document["changed_listings"]
    assert told["fields"][0]["after"] == "Tu-Su 09:00-18:00"
    assert ask(filled, "report", "--json") == 0
    assert json.loads(capsys.readouterr().out)["changed_listings"] == [told]
    assert ask(filled, "diff", versions[0], versions[0]) == 0
    assert "Aucune différence" in capsys.readouterr().out
    assert ask(filled, "diff", versions[0], versions[0], "--json") == 0
    assert json.loads(capsys.readouterr().out)["new_listings"] == []
    assert ask(filled, "diff", "1999") == 2


def test_the_sources_of_kiosk_toml(
    tmp_path: Path, house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = tmp_path / "kiosk.toml"
    config.write_text(
        f'[paths]\ndata = "here"\n[[source]]\nfrom = "{house.name}"\n', encoding="utf-8"
    )
    assert main(["refresh", "--config", str(config)]) == 0
    assert (tmp_path / "here" / "catalogue.sqlite").exists()
    for words in (["search", "penne"], ["show", "penne"], ["versions"], ["report"]):
        assert main([*words, "--config", str(config)]) == 0
    capsys.readouterr()
    config.write_text("[refresh]\nkepe = 3\n", encoding="utf-8")
    assert main(["refresh", "--config", str(config)]) == 2
    err = capsys.readouterr().err
    assert "clé inconnue 'kepe' dans [refresh]\u00a0; vouliez-vous dire 'keep'\u00a0?" in err


def test_the_inbox(
    tmp_path: Path, data: Path, house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inbox = tmp_path / "inbox"
    words = ["refresh", "--inbox", str(inbox), "--to", str(data)]
    for made in (False, True):
        if made:
            inbox.mkdir()
        assert main(words) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert "inbox/" in err
        assert "kiosk.toml" in err
    (inbox / "une.toml").write_text(HEAD + PENNE, encoding="utf-8")
    assert main([*words, str(house)]) == 0
    assert DataFolder(data).versions()[0].meta.listings == 2  # type: ignore[union-attr]
    assert main([*words, "--force"]) == 0
    assert DataFolder(data).versions()[0].meta.listings == 1  # type: ignore[union-attr]
    config = tmp_path / "kiosk.toml"
    config.write_text(f'[[source]]\nfrom = "{house.name}"\n', encoding="utf-8")
    (inbox / "une.toml").write_text((HEAD + CORDES).replace("essai", "deux"), encoding="utf-8")
    assert main([*words, "--config", str(config)]) == 0
    assert DataFolder(data).versions()[0].meta.listings == 3  # type: ignore[union-attr]


def test_waiting_for_another_refresh(
    data: Path, house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["refresh", str(house), "--to", str(data)]
    with ExitStack() as stack:
        with DataFolder(data).locked():
            assert main(words) == 3
            assert f"processus {os.getpid()}, depuis le 2" in capsys.readouterr().out
            process = stack.enter_context(catalog(*words, "--wait"))
            assert process.stderr is not None
            assert "Une autre actualisation est en cours" in process.stderr.readline().decode()
            assert DataFolder(data).current_meta() is None
        out, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert out.decode().startswith("PUBLIÉ")


def test_no_catalogue_yet(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (("search", "x"), ("show", "x"), ("versions",)):
        assert ask(data, *words) == 1
        out, err = capsys.readouterr()
        assert out == ""
        assert str(data) in err
    assert not data.exists()


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["refersh"],
        ["refresh"],
        ["search"],
        ["search", "x", "--batch"],
        ["search", "x", "--limit", "0"],
        ["search", "x", "--limit", "many"],
        ["search", "x", "--lang", "xx"],
        ["show"],
        ["rollback", "a", "b"],
        ["report", "--lang", "pt"],
        ["worklist", "--limit", "-1"],
        ["worklist", "--json", "--csv", "x.csv"],
    ],
)
def test_wrong_use(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err


COMMANDS = ("refresh", "report", "search", "show", "versions", "diff", "rollback", "worklist")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_teaches(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert f"    {command} " in capsys.readouterr().out
    assert main([command, "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"usage: catalog {command}")


def test_the_default_folder_is_the_users(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from catalog.store.folder import catalogue_path, default_data_dir

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_data_dir() == tmp_path / "kiosk-catalog"
    assert catalogue_path(None, None) == tmp_path / "kiosk-catalog" / "catalogue.sqlite"
    assert catalogue_path(tmp_path, None) == tmp_path / "catalogue.sqlite"
    assert catalogue_path(tmp_path, Path("x.sqlite")) == Path("x.sqlite")


@contextmanager
def catalog(*words: str) -> Iterator[subprocess.Popen[bytes]]:
    # A runner in the background ignores interruptions, and its children would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(
        [sys.executable, "-m", "catalog", *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        yield process


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_refresh_told_to_stop_changes_nothing(
    filled: Path, tmp_path: Path, number: signal.Signals
) -> None:
    before = (filled / "catalogue.sqlite").read_bytes()
    long = "".join(PENNE.replace('"penne"', f'"penne-{n}"') for n in range(4000))
    (tmp_path / "long.toml").write_text(HEAD + long, encoding="utf-8")
    with catalog("refresh", str(tmp_path / "long.toml"), "--to", str(filled)) as process:
        assert process.stderr is not None
        while "Lecture" not in process.stderr.readline().decode():
            pass
        os.kill(process.pid, number)
        _, err = process.communicate()
    assert process.returncode == 130
    assert "Interrompu\u00a0: rien n'a été changé" in err.decode()
    assert b"Traceback" not in err
    assert (filled / "catalogue.sqlite").read_bytes() == before
    assert not (filled / ".building.sqlite").exists()


def test_a_reader_that_has_seen_enough(filled: Path) -> None:
    with catalog("show", "essai:penne", "--data", str(filled)) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_output_to_a_full_disk(filled: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "catalog", "show", "penne", "--data", str(filled)],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == b"output: No space left on device\n"


@pytest.mark.skipif(not FLUX.exists(), reason="the real flux files are not part of the repository")
def test_a_real_flux(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["refresh", str(FLUX), "--to", str(data), "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("PUBLISHED")
    meta = DataFolder(data).current_meta()
    assert meta is not None
    assert (meta.listings, meta.demonstration) == (2550, False)
    assert len(meta.by_kind) >= 8
    with Catalogue.open(data / "catalogue.sqlite") as catalogue:
        catalogue.check()
        assert sum(1 for _ in catalogue.all()) == meta.listings
        assert catalogue.happening(NOW.date().replace(year=2020), NOW.date())
