"""The same full report as letter and page: goldens in two languages, hostile records, links."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from datetime import date, time
from functools import partial
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.model import Contact, Kind, Localized, Period, Place, Slot, Text
from catalog.refresh.letter import letter
from catalog.refresh.page import page
from catalog.refresh.report import (
    Changed,
    Discrepancy,
    DoubtfulPair,
    FailedCanary,
    FieldChange,
    Gone,
    LeftOut,
    Outcome,
    Report,
    SourceRead,
    Tally,
)
from catalog.refresh.survey import Survey
from catalog.refresh.wording import NARRATIONS, Wording
from catalog.sources.draft import Caution, Rejection
from tests.catalog.making import NOW, VERSION, make

GOLDENS = Path(__file__).parent / "goldens"
FLUX = "DATAtourisme flux v3, 1,240 records"
HOSTILE = "<script>alert(1)</script>\x1b[2J\u202e\"'&"


flux = partial(make, source="datatourisme")


def surveyed() -> Survey:
    """Four listings and a past event."""
    survey = Survey(asked={"datatourisme:bajen": 22})
    german = Localized((Text("fr", "Le musée de la mémoire."), Text("de", "Museum", machine=True)))
    monesties = Place(44.0712, 2.0963, commune="Monestiés", insee="81170")
    survey.add(make("1", kind=Kind.SERVICE, source="essai", place=monesties), NOW)
    for listing in (
        flux("bajen", name="Musée Bajèn-Vega", description=german, place=monesties),
        flux("2", kind=Kind.FOOD, contacts=(Contact(phones=("+33563000000",)),)),
        flux("3", kind=Kind.EVENT, dates=(Period(date(2020, 7, 1), date(2020, 7, 1)),)),
        flux("4", openings=(Period(slots=(Slot(time(10), time(18)),)),)),
    ):
        survey.add(listing, NOW)
    return survey


def full_report() -> Report:
    """Everything that a report can say, small."""
    tally = Tally()
    tally.read = 1243
    tally.sources.append(SourceRead("/in/flux.zip", "datatourisme", FLUX, 1240))
    address = "https://openagenda.com/agendas/1/events.json"
    agenda = SourceRead(address, "openagenda", "OpenAgenda, 0 events", 0)
    when = NOW.isoformat()
    tally.sources.append(replace(agenda, name="agenda", fetched=when, freshness="not_changed"))
    tally.sources.append(SourceRead("/in/a.toml", "house", "house catalogue, 3 records", 3))
    tally.reject(Rejection("datatourisme", "r-2", "field rdfs:label: the record has no name"))
    page_of = "https://data.datatourisme.fr/23/r-3"
    tally.reject(Rejection("datatourisme", "r-3", "the record has no identifier", page_of))
    tally.caution(Caution("price_zero", "r-4", "priceSpecification", "0"))
    tally.hold("openagenda:12", "Vide-grenier de Tanus")
    survey = surveyed()
    return Report(
        **tally.facts(),
        **survey.facts(),
        new=17,
        changed=61,
        unchanged=1157,
        gone=1,
        merged=4,
        listings=1235,
        published=True,
        version=VERSION,
        outcome=Outcome.PUBLISHED,
        previous=1219,
        started=NOW.isoformat(),
        seconds=3.2,
        by_kind={"attraction": 1200, "food": 35},
        by_language={"fr": 1235, "de": 12},
        gone_listings=(Gone("datatourisme:old", "Café du Viaur"),),
        doubtful_pairs=(
            DoubtfulPair(
                *("datatourisme:a", "openagenda:1", "Fête de la Saint-Privat", "Saint-Privat"),
                score=87.6,
                distance_m=1038,
                why="name_and_place",
            ),
        ),
        discrepancies=(
            Discrepancy(
                *("datatourisme:b", "Verrerie", "openings", "datatourisme", "Tu-Su 10:00-18:00"),
                *("osm", ""),
            ),
        ),
        changed_listings=(
            Changed("datatourisme:c", "Cap Découverte", (FieldChange("prices", "6", "7,50"),)),
        ),
        left_out=(LeftOut("/in/notes.odt", "the file is empty"),),
        failed_canaries=(
            FailedCanary("toilettes", "fr", "Toilettes du marché", 5, ("Musée", "Le Festin")),
            FailedCanary("Waschsalon", "de", "essai:laverie", 1, ()),
        ),
    )


@pytest.mark.parametrize("lang", ["fr", "de"])
def test_the_letter_is_the_golden_one(lang: str) -> None:
    """After an intended change: KIOSK_GOLDENS=write, then read the difference as a clerk would."""
    golden = GOLDENS / f"letter.{lang}.txt"
    told = letter(full_report(), Wording(lang))
    if os.environ.get("KIOSK_GOLDENS") == "write":
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text("utf-8")


@pytest.mark.parametrize("lang", NARRATIONS)
def test_the_page_says_what_the_letter_says(lang: str) -> None:
    shown = Shown()
    shown.feed(page(full_report(), Wording(lang)))
    written = re.sub(r"\s+", " ", " ".join(shown.words))
    for line in letter(full_report(), Wording(lang)).splitlines():
        words = re.sub(r"\s+", " ", re.sub(r"^ *(- |\d+  )?", "", line)).strip()
        if words and not re.search(r" {3}|█", line):  # tables are laid out otherwise
            assert words in written or "Penne 2" in words or "Monestiés 2" in words, words


class Shown(HTMLParser):
    """What a browser would show, and whatever it would fetch or run."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        allowed = {
            *("html", "head", "meta", "title", "style", "body", "h1", "h2", "section", "p", "ul"),
            *("li", "small", "a", "table", "thead", "tr", "th", "td", "span"),
        }
        assert tag in allowed
        for name, value in attributes:
            assert name in {"lang", "charset", "http-equiv", "content", "name", "class", "href"} | {
                "scope",
                "rel",
            }
            if name == "href":
                assert value is not None
                assert re.match(r"https?://", value)
                self.links.append(value)
        if tag not in ("meta",):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] != "style":
            self.words.append(data)


def test_the_page_is_well_formed_and_fetches_nothing() -> None:
    written = page(full_report(), Wording("fr"))
    shown = Shown()
    shown.feed(written)
    assert shown.open == []
    assert shown.links == ["https://data.datatourisme.fr/23/r-3"]
    assert "default-src 'none'" in written
    assert not re.search(r"url\(|@import|src=", written)


@given(word=st.text(max_size=40) | st.just(HOSTILE))
def test_records_can_write_nothing_but_words(word: str) -> None:
    tally = Tally()
    tally.read = 1
    tally.reject(Rejection("s", word, word, f"javascript:{word}"))
    tally.reject(Rejection("s", word, word, f"https://x.fr/{word}"))
    tally.caution(Caution("odd", word, word, word))
    tally.hold(f"{word}:{word}", word)
    survey = Survey()
    survey.add(make("1", f"A{word}", place=Place(44, 2, commune=f"B{word}")), NOW)
    report = Report(
        **tally.facts(),
        **survey.facts(),
        gone=1,
        gone_listings=(Gone(word, word),),
        doubtful_pairs=(DoubtfulPair(word, word, word, word, 1.0, 1, word),),
        discrepancies=(Discrepancy(word, word, word, word, word, word, word),),
        changed=1,
        changed_listings=(Changed(word, word, (FieldChange(word, word, word),)),),
        left_out=(LeftOut(word, word),),
        failed_canaries=(FailedCanary(word, word, word, 1, (word,)),),
    )
    shown = Shown()
    shown.feed(page(report, Wording("ca")))
    assert shown.open == []
    assert not any("javascript:" in link for link in shown.links)
    told = letter(report, Wording("ca"))
    assert not set(told) & {chr(code) for code in (*range(10), *range(11, 32), *range(127, 160))}
    assert "\u202e" not in told


@pytest.mark.parametrize("lang", NARRATIONS)
@pytest.mark.parametrize("outcome", Outcome)
def test_a_report_that_says_nothing_is_a_page_too(outcome: Outcome, lang: str) -> None:
    shown = Shown()
    shown.feed(page(Report(outcome=outcome, **Survey().facts()), Wording(lang)))
    assert shown.open == []
