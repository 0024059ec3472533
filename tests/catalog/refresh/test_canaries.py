from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from catalog.errors import Refused, WrongUse
from catalog.model import Localized, Source, Text
from catalog.refresh.canaries import MOST, Canary, ask, load
from catalog.refresh.report import Outcome
from catalog.refresh.settings import Settings
from tests.catalog.making import NOW, make

if TYPE_CHECKING:
    from pathlib import Path

    from tests.catalog.refresh.conftest import Desk

CANARY = """
[[canary]]
ask = "chateau de pene"
expect = "Château de Penne"
[[canary]]
ask = "market"
lang = "en"
expect = "test:2"
within = 1
"""


def listings(market: str = "Marché de Carmaux") -> list[object]:
    name = Localized((Text("fr", market), Text("en", "Carmaux market")))
    return [make("1"), replace(make("2", market), name=name), make("3", "Musée du verre")]


def test_canaries_that_sing(desk: Desk) -> None:
    desk.data.path.mkdir(parents=True)
    (desk.data.path / "canaries.toml").write_text(CANARY, encoding="utf-8")
    report = desk.refresh(*listings()).report  # type: ignore[arg-type]
    assert report.outcome is Outcome.PUBLISHED
    assert report.failed_canaries == ()


def test_a_canary_that_fails_keeps_the_catalogue(desk: Desk) -> None:
    desk.refresh(*listings())  # type: ignore[arg-type]
    before = desk.data.current.read_bytes()
    (desk.data.path / "canaries.toml").write_text(CANARY, encoding="utf-8")
    path = desk.source(make("1"), make("2", "Autre"), make("3", "Musée du verre"))
    for dry_run in (True, False):
        result = desk.run(path, dry_run=dry_run)
        assert isinstance(result.error, Refused)
        assert result.error.message == (
            "the canary question 'market' (en) does not find 'test:2' among the first 1, but: -; "
            "nothing was changed"
        )
        failed = result.report.failed_canaries
        assert [(one.ask, one.lang, one.expect) for one in failed] == [("market", "en", "test:2")]
        assert desk.data.current.read_bytes() == before
    report = desk.run(path, force=True).report
    assert report.published
    assert len(report.failed_canaries) == 1
    assert report.warnings == {"canary_failed": 1}


def test_several_that_fail(desk: Desk) -> None:
    questions = [Canary(ask="verre", expect=f"Lac {n}") for n in range(3)]
    desk.refresh(*listings())  # type: ignore[arg-type]
    failed = ask(desk.data.current, questions)
    assert [one.found for one in failed] == [("Musée du verre [test:3]",)] * 3


def test_what_was_merged_is_known_by_its_older_ids(desk: Desk) -> None:
    merged = replace(
        make("1", "Lac de la Roucarié"),
        sources=(make("1").sources[0], Source("apidae", "4711", retrieved=NOW.date())),
        same_as=("http://www.wikidata.org/entity/Q1",),
    )
    desk.refresh(merged, make("2"))
    for expect in ("4711", "http://www.wikidata.org/entity/Q1", "lac de la roucarie", "test:1"):
        assert ask(desk.data.current, [Canary(ask="roucarie", expect=expect)]) == ()
    assert ask(desk.data.current, [Canary(ask="roucarie", expect="9")])


def test_a_place_to_ask_from(desk: Desk) -> None:
    far = make("far", "Toilettes", latitude=48.0, longitude=2.0)
    near = make("near", "Toilettes", latitude=44.05, longitude=2.16)
    desk.refresh(far, near)
    for expect, here in (("test:near", (44.0, 2.1)), ("test:far", (47.9, 2.0))):
        canary = Canary(ask="toilettes", expect=expect, within=1, here=here)
        assert ask(desk.data.current, [canary]) == ()


def test_settings_name_another_file(desk: Desk) -> None:
    file = desk.path / "questions.toml"
    settings = Settings(canaries=file)
    result = desk.run(desk.source(make("1")), settings=settings)
    assert isinstance(result.error, WrongUse)
    assert "no such file" in result.error.message
    assert not desk.data.current.exists()
    file.write_text('[[canary]]\nask = "penne"\nexpect = "Cordes"\n', encoding="utf-8")
    assert isinstance(desk.run(desk.source(make("1")), settings=settings).error, Refused)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[canary]]\nask = 'x'", "canary 1 is not complete"),
        ("[[canary]]\nask = ''\nexpect = 'y'", "canary 1 is not complete"),
        ("[[canary]]\nask = 'x'\nexpect = 'y'\nwithin = 0", "canary 1 is not complete"),
        ("[[canary]]\nask = 'x'\nexpect = 'y'\nlang = 'pt'", "canary 1 is not complete"),
        ("[[canary]]\nask = 'x'\nexpect = 'y'\nhere = [1]", "canary 1 is not complete"),
        ("[[canary]]\nasks = 'x'", "canary 1: unknown key 'asks', did you mean 'ask'?"),
        ("canary = [3]", "canary 1 is not complete"),
        ("canary = 3", "only"),
        ("[[canaries]]\nask = 'x'", "only"),
        ("[[canary", "is not TOML"),
        ("[[canary]]\nask = 'x'\nexpect = 'y'\n" * (MOST + 1), "more than 500"),
    ],
)
def test_a_file_that_is_wrong(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "canaries.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(WrongUse) as caught:
        load(file, required=False)
    assert says in caught.value.message
    assert caught.value.where == str(file)


def test_no_file(tmp_path: Path) -> None:
    assert load(tmp_path / "canaries.toml", required=False) == ()
    with pytest.raises(WrongUse, match="cannot be read"):
        load(tmp_path, required=False)
