"""What the posts counted: sums beside a slow oracle, and the command in every form and language."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.cli import main
from catalog.clock import PARIS
from catalog.commands.counts import name_of
from catalog.errors import Unreadable
from catalog.journal import Desk
from catalog.model import LANGUAGES, Kind, ListingId
from catalog.refresh.wording import Wording
from catalog.worklist.counts import Counts, counts

if TYPE_CHECKING:
    from pathlib import Path

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
NEW_YEAR = datetime(2026, 1, 1, tzinfo=PARIS)


class Question(NamedTuple):
    """One visitor with one question, which got so many proposals."""

    hours: int
    lang: str | None
    slots: tuple[str, ...]
    proposals: int
    outcome: Any
    kind: Kind


CODES = ("food", "restaurant", "dog", "kids", "rain", "wheelchair", "laundry", "not_of_ours")
QUESTIONS = st.lists(
    st.builds(
        Question,
        hours=st.integers(-48, 366 * 24 + 48),
        lang=st.sampled_from([None, *LANGUAGES]),
        slots=st.lists(st.sampled_from(CODES), max_size=4).map(tuple),
        proposals=st.integers(0, 3),
        outcome=st.sampled_from(["shown", "taken", "printed"]),
        kind=st.sampled_from(list(Kind)),
    ),
    max_size=12,
)


def keep(path: Path, questions: list[Question], post: str = "Gare") -> Path:
    with Desk.open(path) as desk:
        for each in questions:
            at = NEW_YEAR + timedelta(hours=each.hours)
            said: dict[str, Any] = {"post": post, "lang": each.lang, "at": at}
            desk.count_visitor(**said, channel="kiosk")
            desk.count_demand(**said, channel="kiosk", slots=each.slots, proposals=each.proposals)
            desk.count_answer(
                **said, listing=ListingId("x:1"), kind=each.kind, outcome=each.outcome
            )
    return path


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(QUESTIONS, QUESTIONS)
def test_the_sums_are_those_of_the_records(
    tmp_path_factory: pytest.TempPathFactory, here: list[Question], there: list[Question]
) -> None:
    folder = tmp_path_factory.mktemp("counts")
    desks = [keep(folder / "a.sqlite", here), keep(folder / "b.sqlite", there, post="Marché")]
    found = counts([*desks, desks[0]], FIRST, LAST)
    of_the_year = [
        each
        for each in (*here, *there)
        if (NEW_YEAR + timedelta(hours=each.hours)).year == FIRST.year
    ]
    assert found.visitors == found.questions == len(of_the_year)
    assert found.in_vain == sum(each.proposals == 0 for each in of_the_year)
    moments = [NEW_YEAR + timedelta(hours=each.hours) for each in of_the_year]
    assert found.by("hour") == Counter(at.hour for at in moments)
    assert found.by("month") == Counter(f"{at:%Y-%m}" for at in moments)
    assert found.by("day") == Counter(f"{at:%Y-%m-%d}" for at in moments)
    assert found.by("lang") == Counter(each.lang for each in of_the_year)
    for asked in found.asked:
        named = [each for each in of_the_year if asked.code in each.slots]
        assert asked.questions == len(named)
        assert asked.in_vain == sum(each.proposals == 0 for each in named)
    assert {asked.code for asked in found.asked} == {c for each in of_the_year for c in each.slots}
    assert [asked.questions for asked in found.asked] == sorted(
        (asked.questions for asked in found.asked), reverse=True
    )
    for kind in Kind:
        times = Counter(each.outcome for each in of_the_year if each.kind is kind)
        assert +Counter(found.answers.get(kind, {})) == times


ONE = Question(24 * 200 + 10, "nl", ("food", "dog"), 0, "printed", Kind.FOOD)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    more = [ONE._replace(lang=lang, hours=n, slots=CODES[n : n + 2]) for n, lang in enumerate(
        LANGUAGES)]  # fmt: skip
    keep(tmp_path / "desk.sqlite", [ONE, *more])
    return tmp_path


def ask(data: Path, *words: str) -> int:
    return main(["counts", "--data", str(data), "--year", "2026", *words])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_report_in_every_language(
    data: Path, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ask(data, "--lang", lang, "--limit", "3") == 0
    out, err = capsys.readouterr()
    assert err == ""
    rows = [line.split() for line in out.splitlines()]
    assert ["2026-07", "1", percent(1 / 9, lang)] in [[*row[:2], "".join(row[2:])] for row in rows]
    assert name_of("dog", Wording(lang)) in out
    assert "{" not in out
    assert "--limit" in out


def percent(share: float, lang: str) -> str:
    return f"{100 * share:.1f}%" if lang == "en" else f"{100 * share:.1f}%".replace(".", ",")


def test_json_has_every_row(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(data, "--json", "--limit", "1") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["from"], found["to"]) == ("2026-01-01", "2026-12-31")
    assert found["visitors"] == found["questions"] == found["without_proposal"] == 9
    assert len(found["visits"]) == 9
    assert found["visits"][-1] == {"day": "2026-07-20", "hour": 10, "post": "gare",
        "channel": "kiosk", "lang": "nl", "visitors": 1}  # fmt: skip
    assert {each["code"] for each in found["asked"]} == set(CODES)
    assert found["answers"] == {"food": {"shown": 0, "taken": 0, "printed": 9}}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_table_adds_up(
    data: Path, tmp_path: Path, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "year.csv"
    assert ask(data, "--lang", lang, "--csv", str(target)) == 0
    assert capsys.readouterr().out == ""
    text = target.read_text("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    assert len(set(head)) == len(head) == 9
    sums: Counter[str] = Counter()
    for row in rows:
        assert len(row) == 9
        sums[row[0]] += int(row[7])
    say = Wording(lang).say
    assert sums[say("counts.visitors")] == sums[say("counts.printed")] == 9
    assert sums[say("counts.questions")] == 9 * 2 - 1  # the last of the codes stood alone


def test_nothing_counted_and_no_desk(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["counts", "--data", str(data), "--year", "2020", "--json"]) == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["visitors"] == 0
    assert "rien compté" in err
    assert main(["counts", "--data", str(tmp_path / "none")]) == 1
    assert "desk.sqlite" in capsys.readouterr().err
    (tmp_path / "x.sqlite").write_bytes(b"x" * 4000)
    assert ask(data, "--desk", str(tmp_path / "x.sqlite")) == 4
    assert ask(data, "--csv", str(tmp_path / "none" / "x.csv")) == 3
    for wrong in (
        ["--year", "26"],
        ["--year", "99999"],
        ["--days", "0"],
        ["--year", "2026", "--days", "3"],
    ):
        assert main(["counts", "--data", str(data), *wrong]) == 2


def test_what_another_hand_wrote_into_a_desk(data: Path, tmp_path: Path) -> None:
    """Rows that no desk would take are passed over; what is not to be shown is not."""
    path = data / "desk.sqlite"
    whole = counts([path], FIRST, LAST)
    hostile = tmp_path / "hostile.sqlite"
    shutil.copyfile(path, hostile)
    with closing(sqlite3.connect(hostile)) as desk:
        desk.execute("PRAGMA ignore_check_constraints = ON")
        desk.execute("INSERT INTO visitor VALUES ('a', 'p', '2026-05-05', 'noon', 'fr', 'kiosk')")
        desk.execute("INSERT INTO visitor VALUES ('b', 'p', '2026-05-05', 99, 'fr', 'kiosk')")
        desk.execute("INSERT INTO visitor VALUES ('c', 'p', '2026-05-05', 9, 'xx', 'kiosk')")
        desk.execute(
            "INSERT INTO answer VALUES ('d', 'p', '2026-05-05', 9, 'fr', 'ship', 'x:1', '?')"
        )
        desk.commit()
    found = counts([hostile], FIRST, LAST)
    assert found.visitors == whole.visitors + 1
    assert found.by("lang")[None] == 1
    assert found.answers == whole.answers
    assert counts([], FIRST, LAST) == Counts()
    with pytest.raises(Unreadable):
        counts([tmp_path], FIRST, LAST)


def test_a_desk_of_an_earlier_version(data: Path) -> None:
    path = data / "desk.sqlite"
    with closing(sqlite3.connect(path)) as old:
        old.executescript("DROP TABLE demand; PRAGMA user_version = 2")
    found = counts([path], FIRST, LAST)
    assert (found.visitors, found.questions) == (9, 0)


def test_every_code_has_words_in_every_language() -> None:
    codes = (*map(str, Kind), "dog", "kids", "wheelchair", "rain", "laundry", "castle")
    for wording in map(Wording, LANGUAGES):
        names = [name_of(code, wording) for code in codes]
        assert len(set(names)) == len(codes)
        assert wording.lang not in {"fr", "de", "oc"} or not set(names) & set(codes)
    assert name_of("x\u202e", Wording("fr")) == "x"
