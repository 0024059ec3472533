from __future__ import annotations

import ast
import re
import tomllib
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

import catalog
from catalog.errors import Refused
from catalog.handwritten import keys_of
from catalog.refresh.phrases import Phrases, phrases
from catalog.refresh.wording import NARRATIONS, Wording
from catalog.refresh.words import tables
from catalog.sources.house.shape import INNER_TABLES, ListingTable, Shape, SourceTable
from tests.catalog.refresh.sayings import Source, sample

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(catalog.__file__).parent
REASONS = tables("reasons")
ENTRIES = {
    f"[{name}] {english}": (english, entry)
    for name, section in REASONS.items()
    for english, entry in section.items()
}
FR = Wording("fr")
OTHERS = tuple(lang for lang in NARRATIONS if lang != "en")
UNSPACED = tuple(lang for lang in OTHERS if lang not in ("fr", "oc"))
ENGLISH = re.compile(
    r"\b(the|is|not|this|that|and|was|has|cannot|there|records?|with|did|write|than|must|field"
    r"|Expected|got|Invalid|expected|unknown|missing)\b"
)
IN_NONE_OF_THEM = re.compile(
    r"\b(the|not|this|that|and|has|cannot|there|records?|with|did|write|than|field|rows?|as"
    r"|Expected|got|Invalid|expected|unknown|missing)\b"
)
"""English words that none of the other languages has."""


@cache
def source() -> Source:
    """The program's own, read where a test asks for it."""
    return Source(PACKAGE)


def in_french(english: str) -> str:
    said = FR.reason(english)
    assert said != english
    assert not ENGLISH.search(said), said
    return said


def test_the_source_is_read_for_what_it_can_say() -> None:
    found = {sample(sentence) for sentence in source().sentences}
    assert len(found) > 170
    assert {
        "field rdfs:label: the record has no name",  # given to Rejection as it stands
        "field id: the same id stands at 71 already",  # in a variable, through a helper
        "the file is larger than 71 MiB unpacked",  # an exception that becomes a rejection
        "70 is not a kind, did you mean '73'?",  # with what a function returns
        "70 of 72 are not found by name, such as 74",  # handed on to the error in brackets
        "it does not carry our mark",
        "an APIDAE export",  # returned by one helper, handed to another
        "a JSON file",
        "more than 71 files",
        "correct this file, or install the program again",  # a constant
        "the new catalogue has 71 listings, the one in use 73: 75% fewer (limit 77%); "
        "nothing was changed",
    } <= found


def test_all_that_the_source_can_say_is_said_in_french() -> None:
    for sentence in source().sentences:
        english = sample(sentence)
        if FR.detail(english) == english:
            in_french(english)


@pytest.mark.parametrize("lang", OTHERS)
def test_all_that_the_source_can_say_is_said_in_every_language(lang: str) -> None:
    sentences, details = phrases("", lang), phrases("detail", lang)
    for sentence in source().sentences:
        english = sample(sentence)
        said = sentences.said(english) or details.said(english)
        assert said, english
        assert not IN_NONE_OF_THEM.search(said), said


def test_a_sentence_without_its_french_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "errors.py").write_text("class Refused(Exception): ...\n")
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "one.py").write_text(
        "def stop(why):\n    raise Refused(f'no: {why}', remedy='go home')\n"
        "def a(n):\n    stop(f'{n} owls' if n else 'no owl')\n"
        "def b(n):\n    word = 'bad'\n    word = word + n\n"
        "    return Rejection(1, 2, f'is {word}')\n"
    )
    said = {sample(sentence) for sentence in Source(tmp_path).sentences}
    assert said == {"no: 71", "go home", "70 owls", "no owl", "is bad", "is bad72"}


def test_what_a_foreign_file_seems_to_be() -> None:
    tree = ast.parse((PACKAGE / "sources" / "sniff.py").read_text(encoding="utf-8"))
    words = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)]
    seems = {word for word in words if isinstance(word, str) and re.match(r"an? ", word)}
    assert len(seems) > 20
    for kind in seems:
        in_french(kind)
        in_french(f"this seems to be {kind}, which this version does not read")


def test_the_labels_of_the_readers() -> None:
    assert len(source().labels) >= 3
    for label in map(sample, source().labels):
        assert not re.search(r"\b(records|table with|file with)\b", FR.label(label))
        assert FR.label(label) != label
        for lang in OTHERS:
            said = Wording(lang).label(label)
            assert phrases("label", lang).said(label) == said, label
            assert not IN_NONE_OF_THEM.search(said), said
    label = "DATAtourisme flux v3, 6,912 records"
    assert FR.label(label) == "flux DATAtourisme v3, fiches annoncées\u00a0: 6\u202f912"
    assert Wording("en").label(label) == label


WRONG: tuple[Any, ...] = (
    *("text", 5, 5.5, True, [], ["x"], [5], {}, {"x": 5}, [{}], [{"x": 1}]),
    *(date(2026, 1, 1), datetime(2026, 1, 1), time(1)),  # noqa: DTZ001 (TOML has local times)
)


def _complaints(value: object, table: type[Shape]) -> set[str]:
    try:
        msgspec.convert(value, table)
    except msgspec.ValidationError as problem:
        return {str(problem).partition(" - at ")[0]}
    return set()


def test_what_msgspec_says_of_any_key_of_a_house_file() -> None:
    whole = {"id": "a", "kinds": ["food"], "name": "n", "place": {"lat": 44.0, "lon": 2.0}}
    needed = {"place": whole["place"], "labels": {"id": "x"}, "media": {"url": "x"}}
    found = set[str]()
    for wrong in WRONG:
        for key in keys_of(ListingTable):
            found |= _complaints(whole | {key: wrong}, ListingTable)
        for key in keys_of(SourceTable):
            found |= _complaints({"name": "x", key: wrong}, SourceTable)
        for outer, table in INNER_TABLES.items():
            for key in keys_of(table):
                inner = {**needed.get(outer, {}), key: wrong}  # type: ignore[dict-item]
                for shaped in (inner, [inner]):
                    found |= _complaints(whole | {outer: shaped}, ListingTable)
    for key in whole:
        found |= _complaints({k: v for k, v in whole.items() if k != key}, ListingTable)
    assert len(found) > 100
    for english in found:
        assert "`" not in in_french(english)


def test_what_the_toml_reader_says() -> None:
    tree = ast.parse(Path(tomllib.__file__).with_name("_parser.py").read_text(encoding="utf-8"))
    said = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in (
            "suffixed_err",
            "TOMLDecodeError",
        ):
            for words in node.args:
                if isinstance(words, ast.Constant) and isinstance(words.value, str):
                    said.add(words.value)
                elif isinstance(words, ast.JoinedStr) and isinstance(words.values[0], ast.Constant):
                    said.add("".join(_literal(part) for part in words.values))
    assert len(said) > 15
    for english in said:
        in_french(english)
        in_french(f"is not TOML: {english} (at line 3, column 1205)")
        in_french(f"is not TOML: {english} (at end of document)")


def _literal(part: ast.expr) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else "7"


def test_values_stay_as_they_are() -> None:
    for value in ("'{x} <y?> \\1 the file is empty'", "''", "'a: b'", "'1,5'", "'field x: y'"):
        said = FR.reason(f"essai.toml, listing 3: field openings[0].on: {value} names no day")
        assert said == (
            "essai.toml, fiche 3\u00a0: champ openings[0].on\u00a0: "
            f"{value}\u00a0: aucun jour n'est indiqué"
        )
    assert FR.because("/clé: usb/flux.zip", "the file is empty") == (
        "/clé: usb/flux.zip\u00a0: le fichier est vide"
    )


@pytest.mark.parametrize(
    ("english", "french"),
    [
        (
            "essai.toml, listing 1: field on: '2026-02-30' is not a day of the calendar",
            "essai.toml, fiche 1\u00a0: champ on\u00a0: "
            "'2026-02-30' n'est pas un jour du calendrier",
        ),
        (
            "every record was rejected, the first (x) because: e.toml, listing 1: field name: "
            "the name is empty; nothing was changed",
            "toutes les fiches sont rejetées\u00a0; la première (x) pour cette raison\u00a0: "
            "e.toml, fiche 1\u00a0: champ name\u00a0: le nom est vide\u00a0; rien n'a été changé",
        ),
        (
            "the zip file would unpack to 1,234 MiB from 2.5 MiB",
            "le fichier zip donnerait 1\u202f234 Mio une fois décompressé, pour 2,5 Mio reçus",
        ),
        (
            "the new catalogue failed its checks (the catalogue is damaged (disk I/O error)); "
            "nothing was changed",
            "le nouveau catalogue n'a pas passé les vérifications (le catalogue est abîmé "
            "(erreur du disque))\u00a0; rien n'a été changé",
        ),
        (
            "the catalogue is damaged (row 7 missing from index listing_id)",
            "le catalogue est abîmé",
        ),
        ("a reason of a reader to come", "a reason of a reader to come"),
        (
            "field x: a reason of a reader to come",
            "champ x\u00a0: a reason of a reader to come",
        ),
    ],
)
def test_sentences_in_sentences(english: str, french: str) -> None:
    assert FR.reason(english) == french
    assert Wording("en").reason(english) == english


def test_an_error_for_the_terminal() -> None:
    error = Refused(
        "there is no earlier version to go back to", where="/d", remedy="Check the name."
    )
    assert Wording("en").failure(error) == str(error)
    assert FR.failure(error) == (
        "/d\u00a0: il n'y a pas de version précédente à remettre en service\n  → Vérifiez le nom."
    )
    assert FR.failure(Refused("the file is empty")) == "le fichier est vide"


HOLE = re.compile(r"\{(\w+(?::,)?)\}|<(\w+)\??>")


def test_the_table_is_whole() -> None:
    """Every entry of every file, in all seven languages, with the same values."""
    for key, (english, entry) in ENTRIES.items():
        assert isinstance(entry, dict), key
        assert entry.keys() == set(OTHERS), key
        for lang, said in entry.items():
            assert set(HOLE.findall(english)) == set(HOLE.findall(said)), (lang, key)
            assert said.strip() == said != "", (lang, key)
            assert "`" not in said, (lang, key)
            assert not IN_NONE_OF_THEM.search(HOLE.sub("", said)), (lang, key)
    with pytest.raises(KeyError):
        Phrases({"the {a}": "le {b}"}).said("the x")


@pytest.mark.parametrize("lang", [lang for lang in OTHERS if lang != "fr"])
def test_what_no_table_has_stays_english(lang: str) -> None:
    wording = Wording(lang)
    assert Phrases({"the barn": "la grange"}, lang).said("the barn") is None
    assert wording.reason("a reason of a reader to come") == "a reason of a reader to come"
    inner = wording.reason("field x: a reason of a reader to come")
    assert inner.endswith("a reason of a reader to come")
    assert not inner.startswith("field x")


def _told() -> Iterator[tuple[str, str]]:
    """All that the staff reads: the language, the words."""
    sentences = (e for section in tables("sentences").values() for e in section.values())
    for entry in (*(entry for _, entry in ENTRIES.values()), *sentences):
        yield from entry.items()


def test_french_has_its_no_break_spaces() -> None:
    """Occitan is written as French is."""
    for lang, said in _told():
        if lang in ("fr", "oc"):
            assert not re.search(r" [:;?!»%]|« |«(?!\u00a0)", said), said
            plain = re.sub(r"&\w+;", "", said)
            assert not re.search(r"[^\s][:;?!»](?=[\s)]|$)", plain), said


def test_no_other_language_has_french_spaces() -> None:
    for lang, said in _told():
        if lang in UNSPACED:
            assert not re.search(r"\s[:;?!]|«\s|\s»", said), (lang, said)


def test_a_table_by_language() -> None:
    table: dict[str, str | dict[str, str]] = {
        "{count:,} owls in <where>": {
            "fr": "{count:,} chouettes <where>",
            "de": "Eulen <where>: {count:,}",
        },
        "the barn": "dans la grange",
    }
    assert Phrases(table, "de").said("1,234.5 owls in the barn") == "Eulen the barn: 1.234,5"
    assert Phrases(table, "fr").said("1,234 owls in the barn") == (
        "1\u202f234 chouettes dans la grange"
    )
    assert Phrases(table, "nl").said("the barn") is None
