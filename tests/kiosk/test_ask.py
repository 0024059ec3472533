"""`kiosk ask`: the document, the sentences, the batch, and what bad input gets."""

from __future__ import annotations

import io
import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from catalog.advice import Adviser
from catalog.errors import WrongUse
from catalog.geo import Point
from catalog.journal import Desk, Notice, NoticeKind
from catalog.jsonlines import answer_lines
from catalog.model import LANGUAGES, ListingId
from catalog.store.reader import Catalogue
from kiosk import ask, cli
from tests.kiosk.app import stock
from tests.kiosk.app.harness import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

KEYS = [
    *("types", "themes", "when", "where", "radius_km", "duration", "party", "weather"),
    *("mobility", "max_price", "difficulty", "max_km", "labels"),
]


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stock.build(tmp_path_factory.mktemp("ask") / "catalogue.sqlite")


@pytest.fixture(scope="module")
def adviser(catalogue: Path) -> Iterator[Adviser]:
    with Catalogue.open(catalogue) as opened:
        yield Adviser(opened)


SETTING = ask.Setting(here=Point(44.05, 2.16), now=NOW)


def test_the_document_has_the_keys_that_scripts_rely_on(adviser: Adviser) -> None:
    document = ask.document("un château demain", adviser, SETTING)
    assert list(document) == [
        *("lang", "request", "concern", "understood", "proposals", "about", "near_misses"),
        "fallback",
        *("on_the_way", "practical", "gesture", "plan", "relaxed", "unmet", "unplaced"),
        *("outside", "unanswered", "office", "ms"),
    ]
    request = document["request"]
    assert isinstance(request, dict)
    assert list(request) == KEYS
    assert request["when"] == "tomorrow"
    proposals: Any = document["proposals"]
    assert proposals[0]["id"] == "test:castle"
    assert {"id", "name", "kind", "reasons", "distance_km", "open"} <= set(proposals[0])
    assert all(
        {"field", "value", "date", "source"} <= set(reason) for reason in proposals[0]["reasons"]
    )


def test_a_day_that_is_counted_leaves_as_a_date(adviser: Adviser) -> None:
    for text, when in (("un château après-demain matin", ":morning"), ("Burg übermorgen", "")):
        document: Any = ask.document(text, adviser, SETTING)
        coming = NOW.date() + timedelta(days=2)
        assert document["request"]["when"] == f"date:{coming:%m-%d}{when}"
        assert f"date:{coming:%m-%d}" in [each["value"] for each in document["understood"]]


def batch(adviser: Adviser, *lines: str) -> list[dict[str, Any]]:
    answers = io.StringIO()
    questions = io.BytesIO("\n".join(lines).encode("utf-8", "surrogatepass"))
    ask.batch(questions, answers, adviser, SETTING)
    return [json.loads(line) for line in answers.getvalue().splitlines()]


def test_a_batch_answers_every_line_in_order(adviser: Adviser) -> None:
    found = batch(
        adviser,
        '{"id": "a", "text": "château", "here": "44.05,2.16", "now": "2026-07-23T10:40"}',
        "not json",
        '{"id": 2}',
        '{"id": 3, "text": "castle", "lang": "xx"}',
        '{"id": 4, "text": "castle", "now": "tomorrow"}',
        "[]",
        '{"id": "b", "text": "castle", "lang": "en"}',
        '{"id": "\\ud800", "text": "\\ud800"}',
    )
    assert [each.get("id") for each in found] == ["a", None, 2, 3, 4, None, "b", "\ud800"]
    assert ["error" in each for each in found] == [
        False,
        True,
        True,
        True,
        True,
        True,
        False,
        False,
    ]
    assert found[0]["proposals"][0]["id"] == found[6]["proposals"][0]["id"] == "test:castle"
    assert found[6]["lang"] == "en"


def test_a_batch_takes_what_is_left_out_from_the_post(adviser: Adviser) -> None:
    found = batch(
        adviser,
        '{"id": 1, "text": "castle tomorrow", "lang": "auto"}',
        '{"id": 2, "text": "castle", "here": null, "now": null, "lang": null}',
        '{"id": 3, "text": "castle", "here": 5}',
        '{"id": 4, "text": "castle", "here": "nan,nan"}',
        '{"id": 5, "text": ""}',
        '{"id": 6, "text": "castle", "now": "2026-13-45T99:99"}',
    )
    assert [each["id"] for each in found] == [1, 2, 3, 4, 5, 6]
    assert ["error" in each for each in found] == [False, False, True, False, False, True]
    assert found[0]["lang"] == "en"
    assert all(each["ms"] >= 0 for each in found if "error" not in each)
    assert found[3]["warnings"]
    assert list(found[4]["request"]) == KEYS


FAR = ["0001-01-01T00:00", "1969-12-31T23:59", "2201-01-01T00:00", "9999-12-31T23:59"]


def test_a_moment_of_no_year_of_ours_costs_its_line_only(adviser: Adviser) -> None:
    lines = [json.dumps({"id": moment, "text": "musée demain", "now": moment}) for moment in FAR]
    found = batch(adviser, *lines, '{"id": "last", "text": "musée"}')
    assert [each["id"] for each in found] == [*FAR, "last"]
    assert all("of our years" in each["error"] for each in found[:-1])
    assert "error" not in found[-1]


@pytest.mark.parametrize("moment", ["1970-01-01T00:00", "2200-12-31T23:59"])
def test_the_first_and_the_last_moment_are_answered(adviser: Adviser, moment: str) -> None:
    questions = ("un marché le week-end prochain", "musée", "un concert dans les vacances")
    lines = [json.dumps({"id": q, "text": q, "now": moment}) for q in questions]
    assert not [each for each in batch(adviser, *lines) if "error" in each]


def test_a_fault_of_ours_costs_its_line_only() -> None:
    def answer(question: Mapping[str, Any]) -> dict[str, Any]:
        return {"third": 1 / question["n"]}

    answers = io.StringIO()
    lines = b'{"id": 1, "n": 0}\n{"id": 2, "n": 1}\n'
    answer_lines(io.BytesIO(lines), answers, answer)
    first, second = map(json.loads, answers.getvalue().splitlines())
    assert first["id"] == 1
    assert "ZeroDivisionError in test_ask.py" in first["error"]
    assert second == {"id": 2, "third": 1.0}


def test_an_unknown_place_is_answered_from_the_post_and_said(adviser: Adviser) -> None:
    (found,) = batch(adviser, '{"id": 1, "text": "château", "here": "Ys"}')
    assert found["proposals"]
    assert "Ys" in found["warnings"][0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sentences_are_in_the_language_asked(adviser: Adviser, lang: str) -> None:
    setting = ask.Setting(here=SETTING.here, now=NOW, lang=lang)
    lines, found = ask.sentences("château", adviser, setting)
    assert found
    assert lines[0].startswith("1. ")
    nothing, found = ask.sentences("zzyzx", adviser, setting)
    assert not found
    assert nothing[0]
    assert lang == "en" or "Nothing found" not in nothing[0]


def test_moments_and_languages_are_checked() -> None:
    with pytest.raises(WrongUse, match="not a date"):
        ask.moment("now")
    with pytest.raises(WrongUse, match="not one of our languages"):
        ask.language("xx")
    assert ask.language("auto") is None


def test_a_notice_of_the_desk_outranks_the_catalogue(
    catalogue: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The desk of the post's data folder, where the screens write it; the catalogue may lie on
    another disk."""
    data = tmp_path / "post"
    common = ["--catalog", str(catalogue), "--data", str(data), "ask", "--json", "--explain"]
    common += ["--now", "2026-07-23T10:40", "--here", "44.05,2.16", "château"]
    assert cli.main(common) == 0
    assert json.loads(capsys.readouterr().out)["proposals"][0]["id"] == "test:castle"
    assert not data.exists()
    with Desk.open(data / "desk.sqlite") as desk:
        desk.write_notice(
            Notice(
                listing=ListingId("test:castle"),
                kind=NoticeKind.CLOSED,
                since=date(2026, 7, 20),
                until=date(2026, 7, 30),
                initials="LD",
            )
        )
    cli.main(common)
    found = json.loads(capsys.readouterr().out)
    assert "test:castle" not in [each["id"] for each in found["proposals"]]
    assert found["near_misses"][0]["id"] == "test:castle"
    assert found["near_misses"][0]["cautions"][0]["until"] == "2026-07-30"
    assert set(found["near_misses"][0]["parts"]) == set(found["weights"])
    (data / "desk.sqlite").write_bytes(b"no desk" * 400)
    assert cli.main(common) == 0  # without the notices, and said so
    said = capsys.readouterr()
    assert json.loads(said.out)["proposals"][0]["id"] == "test:castle"
    assert "no desk" not in said.err


def test_the_command_prints_and_says_whether_it_found(
    catalogue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    common = [
        "--catalog",
        str(catalogue),
        "ask",
        "--now",
        "2026-07-23T10:40",
        "--here",
        "44.05,2.16",
    ]
    assert cli.main([*common, "--json", "château"]) == 0
    assert json.loads(capsys.readouterr().out)["lang"] == "fr"
    assert cli.main([*common, "zzyzx", "qwrtpl"]) == 1
    assert capsys.readouterr().out
    assert cli.main([*common]) == 2
    assert cli.main([*common, "--lang", "xx", "château"]) == 2
    assert not capsys.readouterr().out
