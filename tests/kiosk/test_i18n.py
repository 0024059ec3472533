from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from catalog.model import LANGUAGES, MonthDay
from kiosk.i18n import PSEUDO, languages, translator
from kiosk.messages import load, pseudo

if TYPE_CHECKING:
    from pathlib import Path

SATURDAY = dt.date(2026, 8, 1)
TUESDAY = dt.date(2026, 11, 24)


def plain(text: str) -> str:
    """Without the non-breaking spaces of CLDR."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def test_languages_are_the_models_in_its_order() -> None:
    assert tuple(language.code for language in languages()) == LANGUAGES
    assert [language.name for language in languages()] == (
        ["Français", "English", "Deutsch", "Español", "Italiano", "Nederlands", "Occitan", "Català"]
    )


@pytest.mark.parametrize(
    ("lang", "full", "first"),
    [
        ("fr", "mardi 24 novembre 2026", "1er août"),
        ("en", "Tuesday 24 November 2026", "1 August"),
        ("de", "Dienstag, 24. November 2026", "1. August"),
        ("es", "martes 24 de noviembre de 2026", "1 de agosto"),
        ("it", "martedì 24 novembre 2026", "1º agosto"),
        ("nl", "dinsdag 24 november 2026", "1 augustus"),
        ("oc", "dimars 24 de novembre de 2026", "1èr d’agost"),
        ("ca", "dimarts 24 de novembre del 2026", "1 d’agost"),
    ],
)
def test_dates(lang: str, full: str, first: str) -> None:
    t = translator(lang)
    assert t.date(TUESDAY, "full") == full
    assert t.date(SATURDAY, "month_day") == t.date(MonthDay(8, 1)) == first


def test_date_styles() -> None:
    t = translator("fr")
    assert t.date(TUESDAY) == "24 novembre 2026"
    assert t.date(TUESDAY, "day") == "mardi 24 novembre"
    assert t.date(MonthDay(2, 29)) == "29 février"


def test_occitan_has_its_own_days_and_months() -> None:
    t = translator("oc")
    assert [t.weekday(n) for n in range(7)] == (
        ["diluns", "dimars", "dimècres", "dijòus", "divendres", "dissabte", "dimenge"]
    )
    assert [t.date(MonthDay(n, 2), "month_day") for n in (1, 4, 7, 10)] == [
        *("2 de genièr", "2 d’abril", "2 de julhet", "2 d’octòbre")
    ]


@pytest.mark.parametrize(
    ("lang", "money", "whole", "number"),
    [
        ("fr", "1 234,50 €", "6 €", "1 234,5"),
        ("en", "€1,234.50", "€6", "1,234.5"),
        ("de", "1.234,50 €", "6 €", "1.234,5"),
        ("nl", "€ 1.234,50", "€ 6", "1.234,5"),
        ("oc", "1 234,50 €", "6 €", "1 234,5"),
    ],
)
def test_figures(lang: str, money: str, whole: str, number: str) -> None:
    t = translator(lang)
    assert plain(t.money(Decimal("1234.5"))) == money
    assert plain(t.money(Decimal("6.00"))) == whole
    assert plain(t.number(1234.52, decimals=1)) == number


@pytest.mark.parametrize(
    ("kilometres", "text"),
    [
        (0.003, "10 m"),
        (0.847, "850 m"),
        (0.996, "1 km"),
        (3.24, "3.2 km"),
        (9.96, "10 km"),
        (14.4, "14 km"),
    ],
)
def test_distances(kilometres: float, text: str) -> None:
    assert translator("en").distance_km(kilometres) == text


@pytest.mark.parametrize(
    ("minutes", "text"), [(5, "5 min"), (60, "1 h"), (65, "1 h 05 min"), (600, "10 h")]
)
def test_durations(minutes: int, text: str) -> None:
    assert translator("en").minutes(minutes) == text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_times_have_24_hours_everywhere(lang: str) -> None:
    assert translator(lang).time(dt.time(19, 5)) == "19:05"


def test_lists() -> None:
    assert translator("fr").join(["a", "b", "c"]) == "a, b et c"
    assert translator("oc").join(["a", "b"]) == "a e b"
    assert translator("de").join([]) == ""


def test_language_names() -> None:
    assert translator("fr").language_name("oc") == "occitan"
    assert translator("nl").language_name("ca") == "Catalaans"
    assert translator("nl").language_name("Béarnais") is None


def test_counts_are_written_in_the_language() -> None:
    t = translator("en")
    assert t.n_(
        "%(count)s place in %(where)s", "%(count)s places in %(where)s", 1200, where="x"
    ) == ("1,200 places in x")


def test_unknown_language_is_an_error_of_the_caller() -> None:
    with pytest.raises(KeyError):
        translator("pt")


def test_pseudo_locale_marks_and_lengthens_every_message() -> None:
    t = translator(PSEUDO)
    marked = t._("Unheard of %(name)s") % {"name": "x"}
    assert marked.startswith("⟦Unheard of x·")
    assert marked.endswith("⟧")
    assert t.p_("verb", "Open") == pseudo("Open")
    assert len(pseudo("a" * 100)) == 132
    assert t.n_("%(count)s day", "%(count)s days", 2).startswith("⟦2 days")


PO = """msgid ""
msgstr ""
"Language: fr\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"
"Content-Type: text/plain; charset=utf-8\\n"

msgid "Closed"
msgstr "Fermé"

#, fuzzy
msgid "Open"
msgstr "Deviné"

msgctxt "verb"
msgid "Open"
msgstr "Ouvrir"

msgid "%(count)s day"
msgid_plural "%(count)s days"
msgstr[0] "%(count)s jour"
msgstr[1] "%(count)s jours"
"""


@pytest.fixture
def po(tmp_path: Path) -> Path:
    path = tmp_path / "fr" / "LC_MESSAGES" / "kiosk.po"
    path.parent.mkdir(parents=True)
    path.write_text(PO, encoding="utf-8")
    return path


def test_messages_are_compiled_once_and_kept(po: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    first = load(po, cache=cache)
    assert first.gettext("Closed") == "Fermé"
    assert first.gettext("Open") == "Open"  # fuzzy is a guess
    assert first.pgettext("verb", "Open") == "Ouvrir"
    assert first.ngettext("%(count)s day", "%(count)s days", 0) == "%(count)s jour"
    (kept,) = cache.iterdir()
    before = kept.stat().st_mtime_ns
    assert load(po, cache=cache).gettext("Closed") == "Fermé"
    assert kept.stat().st_mtime_ns == before


def test_a_changed_file_replaces_what_was_kept(po: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    load(po, cache=cache)
    po.write_text(PO.replace("Fermé", "Fermé à clé"), encoding="utf-8")
    assert load(po, cache=cache).gettext("Closed") == "Fermé à clé"
    assert len(list(cache.iterdir())) == 1


@pytest.mark.parametrize(
    "content", [b"", b"not a message file", b"\xde\x12\x04\x95" + b"\xff" * 24]
)
def test_a_broken_cache_is_compiled_again(po: Path, tmp_path: Path, content: bytes) -> None:
    cache = tmp_path / "cache"
    load(po, cache=cache)
    (kept,) = cache.iterdir()
    kept.write_bytes(content)
    assert load(po, cache=cache).gettext("Closed") == "Fermé"


def test_without_a_cache_messages_are_compiled_in_memory(po: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    assert load(po, cache=blocked).gettext("Closed") == "Fermé"


def test_without_a_file_messages_stay_english(tmp_path: Path) -> None:
    assert load(tmp_path / "none.po").gettext("Closed") == "Closed"
