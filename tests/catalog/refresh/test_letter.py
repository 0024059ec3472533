from __future__ import annotations

import ast
import io
import re
from dataclasses import fields
from pathlib import Path

import pytest

import catalog
from catalog.model import LANGUAGES, Kind, Listing
from catalog.refresh.letter import SHOWN, letter
from catalog.refresh.progress import Progress
from catalog.refresh.quality import Part
from catalog.refresh.report import EXAMPLES, Outcome, Rejected, Report, Tally
from catalog.refresh.wording import NARRATIONS, Wording, whole
from catalog.refresh.words import tables
from catalog.sources.draft import Caution, Rejection

PACKAGE = Path(catalog.__file__).parent
SENTENCES = tables("sentences")
FULL = Report(
    read=7000,
    new=6912,
    published=True,
    version="2026-11-21T083000Z",
    listings=6912,
    by_kind={"attraction": 6912},
    by_language={"fr": 6912, "en": 12},
    rejected=tuple(Rejected("s", f"id{n}", "field name: missing") for n in range(30)),
    warnings={"price_zero": 3, "of_a_reader_to_come": 1},
    outcome=Outcome.PUBLISHED,
    started="2026-11-21T09:30:00+01:00",
    previous=7000,
)


def test_the_letter_says_what_a_clerk_asks() -> None:
    text = letter(FULL, Wording("fr"))
    assert text.startswith("PUBLIÉ")
    assert re.search(r"Fiches lues +7\u202f000$", text, re.MULTILINE)
    assert text.count("  - id") == SHOWN
    assert "et la suite (10)" in text
    assert "jamais «\u00a0gratuit\u00a0»" in text
    assert "of a reader to come" in text
    assert "catalog rollback" in text
    assert "Le 21/11/2026 à 09:30" in text


@pytest.mark.parametrize("lang", NARRATIONS)
@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_its_verdict_and_next_step(outcome: Outcome, lang: str) -> None:
    text = letter(Report(outcome=outcome), Wording(lang))
    assert len(text.splitlines()) >= 4
    assert "{" not in text


def test_records_cannot_write_to_the_terminal() -> None:
    tally = Tally()
    tally.reject(Rejection("s", "a\x1b[2Jb\nPUBLISHED", "\x9b31m bad \x07"))
    tally.caution(Caution("\x1b]0;x\x07kind", "i\rd", "f\x1b[1m", "\x1bc"))
    tally.read = 1
    text = letter(Report(**tally.facts()), Wording("en"))
    assert not set(text) & {chr(code) for code in (*range(10), *range(11, 32), *range(127, 160))}
    assert "\nPUBLISHED" not in text


def test_examples_are_of_different_records_and_few() -> None:
    tally = Tally()
    for n in range(30):
        tally.caution(Caution("odd", str(n // 2), "field", "value"))
    facts = tally.facts()
    assert facts["warnings"] == {"odd": 30}
    assert [example.id for example in facts["warning_examples"]["odd"]] == [
        str(n) for n in range(EXAMPLES)
    ]


def test_report_comes_back_from_its_json() -> None:
    assert Report.from_json(FULL.to_json()) == FULL
    for document in (b"", b"[]", b'{"read": "many"}', b"\xff"):
        with pytest.raises(ValueError, match=r".+"):
            Report.from_json(document)


def test_the_design_keys_come_first() -> None:
    keys = re.findall(rb'^  "(\w+)":', FULL.to_json(), re.MULTILINE)
    assert [key.decode() for key in keys[:13]] == [
        *("read", "new", "changed", "unchanged", "gone", "published", "version", "listings"),
        *("by_kind", "rejected", "warnings", "doubtful_pairs", "seconds"),
    ]


def test_sentences_are_whole_in_all_languages() -> None:
    assert NARRATIONS == LANGUAGES
    for section, entries in SENTENCES.items():
        for key, sentence in entries.items():
            assert whole(f"{section}.{key}", sentence) is sentence
            assert all(words.strip() == words != "" for words in sentence.values())
    assert SENTENCES["kind"].keys() == {kind.value for kind in Kind}
    assert SENTENCES["language"].keys() == set(LANGUAGES)
    assert SENTENCES["part"].keys() == {part.value for part in Part}
    assert SENTENCES["field"].keys() == {
        field.name for field in fields(Listing) if field.name not in ("id", "provenance")
    }


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ({lang: "x" for lang in LANGUAGES if lang != "oc"}, "must be in"),
        ({**dict.fromkeys(LANGUAGES, "x"), "pt": "x"}, "must be in"),
        ("seulement", "must be in"),
        ({**dict.fromkeys(LANGUAGES, "{n}"), "ca": "{m}"}, "differ in ca"),
        ({**dict.fromkeys(LANGUAGES, "{n}"), "de": "n"}, "differ in de"),
    ],
)
def test_a_sentence_not_in_all_languages_is_refused(sentence: object, named: str) -> None:
    with pytest.raises(ValueError, match=rf"stage\.read.*{named}"):
        whole("stage.read", sentence)


def test_every_language_says_its_own() -> None:
    """Nothing was left in another language by copying, but for what is alike everywhere."""
    alike = {"progress.so_far", "letter.because", "letter.change", "page.written"}
    for section, entries in SENTENCES.items():
        for key, sentence in entries.items():
            if f"{section}.{key}" not in alike and len(sentence["en"]) > 45:
                assert len(set(sentence.values())) == len(LANGUAGES), f"{section}.{key}"


def test_every_warning_of_the_readers_has_its_sentence() -> None:
    found = set()
    for file in (PACKAGE / "sources").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if name in ("warn", "Caution"):
                    found.add(node.args[0].value)
    assert found
    assert found <= SENTENCES["warning"].keys()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def narrate(stream: io.StringIO) -> list[str]:
    time = [0.0]
    progress = Progress(stream, Wording("en"), clock=lambda: time[0])
    progress.stage("read", 1000, source="flux.zip", label="Stub")
    for count in range(1, 1001):
        time[0] += 0.05
        progress.step(count)
    progress.stage("index")
    progress.done()
    return re.split(r"\r\x1b\[K|\n", stream.getvalue())


def test_progress_is_a_live_line_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    stream = Terminal()
    lines = narrate(stream)
    assert "\n" not in stream.getvalue()
    assert stream.getvalue().endswith("\r\x1b[K")
    assert "Reading flux.zip (… — 1,000 of 1,000 (100%), 20/s" in lines
    assert len(lines) > 300
    assert max(map(len, lines)) < 50


def test_progress_is_a_few_lines_in_a_log() -> None:
    stream = io.StringIO()
    lines = narrate(stream)
    assert "\x1b" not in stream.getvalue()
    assert lines[0] == "Reading flux.zip (Stub)…"
    assert lines[1] == "Reading flux.zip (Stub) — 200 of 1,000 (20%), 20/s"
    assert 6 <= len(lines) <= 9
