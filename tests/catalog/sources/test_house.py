from __future__ import annotations

import json
from copy import deepcopy
from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.errors import Unreadable
from catalog.model import (
    Day,
    Handicap,
    Kind,
    Label,
    LabelStatus,
    Listing,
    MonthDay,
    Period,
    Price,
    Shape,
    Slot,
)
from catalog.sources.draft import Draft, Rejection
from catalog.sources.house import HouseSource

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TODAY = date(2026, 11, 21)
KNOWN = {
    "castle": "attraction",
    "restaurant": "food",
    "walking": "itinerary",
    "families": "audience",
    "adult": "prices",
    "per_person": "prices",
    "bio": "labels",
    "stars": "labels",
}
HEAD = 'house-catalogue = 1\n[source]\nname = "segala"\n'

FULL = """
[[listing]]
id = "auberge"
kinds = ["food", "lodging"]
name = { fr = "Auberge", oc = "Aubèrja" }
aliases = ["Auberge du Pont"]
place = { lat = 44.05, lon = 2.158, street = "2 place du Pont", commune = "Carmaux", postcode = "81400", insee = "81060" }
concepts = ["restaurant", "castle"]
summary.fr = "Cuisine du pays."
summary.en = "Local cooking."
openings = [
  { on = "04-01..10-31", days = "Tu-Su", hours = "12:00-14:00, 19:00-21:30" },
  { days = "Sa[2]" },
  { on = "12-25", closed = true, note = "Noël" },
]
dates = [{ on = "2026-07-14" }]
prices = [
  { from = 14, to = 26.5, basis = ["per_person"] },
  { amount = "9,50", audience = ["adult"], on = "2026-01-01.." },
  { free = true },
]
access = { wheelchair = false, marks = ["motor", "motor"], note = "Deux marches" }
labels = ["bio", { id = "stars", level = 3, status = "expired", until = 2025-12-31 }]
pets = true
spoken = ["fr", "en"]
itinerary = { modes = ["walking"], km = 7.4, ascent = 160, time = "2:15", difficulty = "easy", shape = "loop" }
contacts = [{ role = "booking", phones = ["05 63 76 76 67", "3237"], emails = ["a@example.org"], websites = ["https://example.org/a"] }]
media = [{ url = "https://example.org/p.jpg", credit = "Office", main = true }]
confirmed = 2026-03-01
"""  # noqa: E501


def read(tmp_path: Path, *texts: str, head: str = HEAD) -> list[Draft | Rejection]:
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.toml").write_text(head + text, encoding="utf-8")
    return list(HouseSource(tmp_path, known=KNOWN).read(TODAY))


def listing(tmp_path: Path, extra: str = "") -> Listing:
    (only,) = read(tmp_path, minimal(extra))
    assert isinstance(only, Draft), only
    return only.listing


def minimal(extra: str = "", id: str = "a") -> str:
    place = "" if "place" in extra else "place = { lat = 44.05, lon = 2.16 }\n"
    return f'[[listing]]\nid = "{id}"\nkinds = ["food"]\nname = "Auberge"\n{place}{extra}\n'


def refusal(tmp_path: Path, extra: str) -> str:
    (only,) = read(tmp_path, minimal(extra))
    assert isinstance(only, Rejection), only
    assert only.id == "a"
    assert only.source == "segala"
    return only.reason


def test_every_field_reaches_the_model(tmp_path: Path) -> None:
    (draft,) = read(tmp_path, FULL)
    assert isinstance(draft, Draft)
    assert draft.warnings == ()
    got = draft.listing
    assert got.id == "segala:auberge"
    assert got.kinds == (Kind.FOOD, Kind.LODGING)
    names = [(text.lang, text.text) for text in got.name.texts]
    assert names == [("fr", "Auberge"), ("oc", "Aubèrja"), ("fr", "Auberge du Pont")]
    assert (got.place.street, got.place.insee) == (("2 place du Pont",), "81060")
    weekdays = (Day.TU, Day.WE, Day.TH, Day.FR, Day.SA, Day.SU)
    first, second, third = got.openings
    assert first == Period(
        MonthDay(4, 1),
        MonthDay(10, 31),
        weekdays,
        slots=(Slot(time(12), time(14)), Slot(time(19), time(21, 30))),
    )
    assert second == Period(days=(Day.SA,), nth=(2,))
    assert (third.start, third.closed, third.note.texts[0].text) == (MonthDay(12, 25), True, "Noël")
    assert got.dates == (Period(date(2026, 7, 14), date(2026, 7, 14)),)
    assert got.prices[0] == Price(Decimal("14.00"), Decimal("26.50"), basis=("per_person",))  # type: ignore[arg-type]
    assert got.prices[1].minimum == got.prices[1].maximum == Decimal("9.50")
    assert (got.prices[1].start, got.prices[1].end) == (date(2026, 1, 1), None)
    assert got.prices[2].free
    assert got.prices[2].minimum is None
    assert got.access.wheelchair is False
    assert got.access.marks == (Handicap.MOTOR,)
    stars = Label("stars", 3, LabelStatus.EXPIRED, None, date(2025, 12, 31))  # type: ignore[arg-type]
    assert got.labels == (Label("bio"), stars)  # type: ignore[arg-type]
    assert got.itinerary is not None
    assert (got.itinerary.distance_m, got.itinerary.duration_min) == (7400, 135)
    assert got.itinerary.shape is Shape.LOOP
    assert got.contacts[0].phones == ("+33563767667", "3237")
    assert got.confirmed == date(2026, 3, 1)
    assert got.sources[0].retrieved == TODAY


def test_what_is_not_written_is_unknown(tmp_path: Path) -> None:
    got = listing(tmp_path)
    assert (got.openings, got.prices, got.pets, got.access.wheelchair) == ((), (), None, None)
    assert got.confirmed is None


def test_the_head_of_the_file_is_the_credit_of_its_records(tmp_path: Path) -> None:
    head = HEAD + 'publisher = "Office"\nlicence = "LO 2.0"\nconfirmed = 2026-02-03\n'
    (draft,) = read(tmp_path, minimal(), head=head)
    assert isinstance(draft, Draft)
    source = draft.listing.sources[0]
    assert (source.publisher, source.licence, source.updated) == (
        "Office",
        "LO 2.0",
        date(2026, 2, 3),
    )


@pytest.mark.parametrize(
    ("extra", "said"),
    [
        ('sumary = "x"', "field sumary: unknown key, did you mean 'summary'?"),
        (
            'openings = [{ hour = "10:00-12:00" }]',
            "openings[0].hour: unknown key, did you mean 'hours'",
        ),
        ('openings = [{ on = "31-12" }]', "openings[0].on: '31-12' is not a day of the calendar"),
        ('openings = [{ days = "Ma-Di" }]', "openings[0].days"),
        ('openings = [{ note = "?" }]', "openings[0]: says nothing"),
        ('openings = [{ hours = "10:00-12:00", closed = true }]', "is closed and has hours"),
        ("openings = 3", "field openings: Expected `array`, got `int`"),
        ('summary.pt = "x"', "field summary: 'pt' is not one of the languages"),
        ("prices = [{ amount = 0 }]", "write free = true"),
        ("prices = [{ amount = 5, free = true }]", "exactly one"),
        ("prices = [{ from = 9, to = 5 }]", "prices[0]: to is less than from"),
        ('prices = [{ amount = 5, on = "04-01..10-31" }]', "dated with its year"),
        ('contacts = [{ phones = ["12 34"] }]', "is not a telephone number"),
        ('contacts = [{ emails = ["nobody"] }]', "is not an e-mail address"),
        ('contacts = [{ websites = ["javascript:alert(1)"] }]', "is not a web address"),
        ('media = [{ url = "https://example.org/\\u001b[31m" }]', "is not a web address"),
        ('itinerary = { time = "3h" }', "field itinerary.time: '3h' is not a duration"),
        ('itinerary = { shape = "circle" }', "field itinerary.shape: Invalid enum value"),
        ("place = { lat = 2.16, lon = 44.05 }", "look swapped"),
        ("place = { lat = nan, lon = 2.16 }", "are degrees"),
        ("place = { lat = 44.05 }", "field place: Object missing required field `lon`"),
        ('place = { lat = 44.05, lon = 2.16, postcode = "814" }', "is not five digits"),
        ("confirmed = 12:00:00", "field confirmed"),
        ('labels = [{ id = "stars", level = 99 }]', "level is a number of stars"),
        ('spoken = ["français"]', "is not a language code"),
    ],
)
def test_a_wrong_record_says_where_and_what(tmp_path: Path, extra: str, said: str) -> None:
    reason = refusal(tmp_path, extra)
    assert reason.startswith("0.toml, listing 1: ")
    assert said in reason


def test_an_unknown_kind_is_refused_with_the_nearest(tmp_path: Path) -> None:
    (only,) = read(tmp_path, minimal().replace('"food"', '"foods"'))
    assert isinstance(only, Rejection)
    assert "'foods' is not a kind, did you mean 'food'?" in only.reason


def test_an_unknown_word_is_left_out_and_told(tmp_path: Path) -> None:
    (only,) = read(tmp_path, minimal('concepts = ["castel", "castle", "castle"]'))
    assert isinstance(only, Draft)
    assert only.listing.concepts == ("castle",)
    (caution,) = only.warnings
    assert (caution.kind, caution.id, caution.field) == ("unknown_term", "a", "concepts")
    assert caution.detail == "'castel', did you mean 'castle'?"


def test_a_word_of_another_field_is_left_out_and_told(tmp_path: Path) -> None:
    wrong = 'labels = ["castle"]\nconcepts = ["bio"]\nthemes = ["walking"]\naudience = ["familes"]'
    (only,) = read(tmp_path, minimal(wrong))
    assert isinstance(only, Draft)
    got = only.listing
    assert (got.labels, got.concepts, got.themes, got.audience) == ((), (), (), ())
    told = {caution.field: caution.detail for caution in only.warnings}
    assert told.keys() == {"labels[0]", "concepts", "themes", "audience"}
    assert told["audience"] == "'familes', did you mean 'families'?"


def test_a_place_abroad_is_kept_and_told(tmp_path: Path) -> None:
    (only,) = read(tmp_path, minimal("place = { lat = 52.37, lon = 4.9 }"))
    assert isinstance(only, Draft)
    assert [caution.kind for caution in only.warnings] == ["outside_france"]


def test_one_wrong_record_does_not_stop_the_others(tmp_path: Path) -> None:
    results = read(tmp_path, minimal(id="a") + minimal("x = 1", id="b") + minimal(id="c"))
    assert [type(result) for result in results] == [Draft, Rejection, Draft]


def test_the_same_id_twice_is_refused_even_across_files(tmp_path: Path) -> None:
    first, second = read(tmp_path, minimal(), minimal())
    assert isinstance(first, Draft)
    assert isinstance(second, Rejection)
    assert "the same id stands at 0.toml, 1 already" in second.reason


def test_a_record_without_id_is_named_by_its_place(tmp_path: Path) -> None:
    (only,) = read(tmp_path, '[[listing]]\nkinds = ["food"]\nname = "x"\n')
    assert isinstance(only, Rejection)
    assert only.id == "0.toml, listing 1"
    assert "missing required field" in only.reason


def test_texts_are_cleaned(tmp_path: Path) -> None:
    got = listing(tmp_path, 'summary = "a\\u001b[31m b\\u202ec  [/]"')
    assert got.summary.texts[0].text == "a bc [/]"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "does not say house-catalogue = 1"),
        (b"house-catalogue = 2", "does not say house-catalogue = 1"),
        (b"house-catalogue = true", "does not say house-catalogue = 1"),
        (b"a = [", "is not TOML"),
        (b"a = 1\nb = \n", "line 2"),
        (b"a = " + b"[" * 20_000, "nested"),
        (b"a = " + b"1" * 5_000, "is not TOML"),
        (b"a = 1\nb = '\xe9'", "line 2 is not UTF-8 text"),
        (b'house-catalogue = 1\nlistings = []\n[source]\nname = "b2"', "did you mean 'listing'?"),
        (b"house-catalogue = 1", "missing required field `name`"),
        (b'house-catalogue = 1\n[source]\nnme = "x"', "did you mean 'name'?"),
        (b'house-catalogue = 1\n[source]\nname = "Office!"', "is not a name for a source"),
        (b'house-catalogue = 1\n[source]\nname = "demonstration"', "go together"),
        (b'house-catalogue = 1\nlisting = 3\n[source]\nname = "b2"', "Write [[listing]]"),
    ],
)
def test_a_file_that_is_not_ours(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(content)
    with pytest.raises(Unreadable) as caught:
        HouseSource(path, known=KNOWN)
    assert said in str(caught.value)
    assert str(path) in caught.value.where


def test_a_folder_without_files(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"no \.toml file"):
        HouseSource(tmp_path, known=KNOWN)


def test_windows_line_ends_and_byte_order_mark(tmp_path: Path) -> None:
    text = (HEAD + minimal()).replace("\n", "\r\n")
    (tmp_path / "x.toml").write_bytes(b"\xef\xbb\xbf" + text.encode())
    source = HouseSource(tmp_path / "x.toml", known=KNOWN)
    assert source.total == 1
    assert [type(result) for result in source.read(TODAY)] == [Draft]


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**6), 10**6)
    | st.floats()
    | st.text(max_size=12)
    | st.sampled_from(
        ["", "a", "food", "castle", "12-25", "Mo-Fr", "10:00-12:00", "fr", "https://x.org"]
    )
    | st.dates()
    | st.times(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.text(max_size=6)
            | st.sampled_from(["on", "days", "hours", "fr", "id", "lat", "amount"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)
FULL_RECORD: dict[str, Any] = {
    "id": "a",
    "kinds": ["food"],
    "name": {"fr": "Auberge"},
    "place": {"lat": 44.05, "lon": 2.16, "street": ["x"]},
    "openings": [{"on": "12-25", "days": "Mo", "hours": "10:00-12:00", "note": "x"}],
    "prices": [{"from": 1, "to": 2, "audience": ["adult"]}],
    "access": {"wheelchair": True, "marks": ["motor"]},
    "labels": ["bio", {"id": "stars", "level": 3}],
    "itinerary": {"modes": ["walking"], "km": 1.5, "time": "1:00"},
    "contacts": [{"phones": ["05 63 76 76 67"]}],
    "media": [{"url": "https://example.org/a"}],
    "confirmed": date(2026, 1, 1),
}


def toml(value: Any) -> str:
    """A value as inline TOML; None has no TOML and becomes an empty table."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        pairs = (f"{text(key)} = {toml(inner)}" for key, inner in value.items())
        return "{ " + ", ".join(pairs) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, str):
        return text(value)
    return "{}" if value is None else str(value)


def text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def paths(value: Any) -> Iterator[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, child in inner:
        yield (key,)
        if isinstance(child, dict | list):
            yield from ((key, *rest) for rest in paths(child))


@given(st.sampled_from(list(paths(FULL_RECORD))), VALUES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_value_anywhere_is_read_or_refused(
    tmp_path: Path, path: tuple[Any, ...], value: Any
) -> None:
    record = deepcopy(FULL_RECORD)
    target: Any = record
    for key in path[:-1]:
        target = target[key]
    target[path[-1]] = value
    body = "".join(f"{key} = {toml(inner)}\n" for key, inner in record.items())
    (tmp_path / "0.toml").write_text(f"{HEAD}[[listing]]\n{body}", encoding="utf-8")
    (result,) = HouseSource(tmp_path, known=KNOWN).read(TODAY)
    if isinstance(result, Rejection):
        assert result.reason.startswith("0.toml, listing 1: ")
        assert str(path[0]) in result.reason or "field" in result.reason
    else:
        assert result.listing.id.startswith("segala:")


@given(st.lists(VALUES, max_size=4), st.dictionaries(st.text(max_size=8), VALUES, max_size=1))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_document_is_read_or_refused(
    tmp_path: Path, records: list[Any], further: dict[str, Any]
) -> None:
    document = {"source": {"name": "segala"}, "listing": records} | further
    body = "".join(f"{text(key)} = {toml(value)}\n" for key, value in document.items())
    path = tmp_path / "0.toml"
    path.write_text("house-catalogue = 1\n" + body, encoding="utf-8")
    if further:
        with pytest.raises(Unreadable, match="unknown key"):
            HouseSource(path, known=KNOWN)
    else:
        results = list(HouseSource(path, known=KNOWN).read(TODAY))
        assert len(results) == len(records)


@given(st.binary(max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_bytes_are_refused_calmly(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "0.toml"
    path.write_bytes(content)
    with pytest.raises(Unreadable):
        HouseSource(path, known=KNOWN)
