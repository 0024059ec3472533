"""What is kept of a question holds no person, whatever they type and however small."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.journal import Desk
from catalog.journal.scrub import LONGEST, scrubbed
from catalog.text import fold
from tests.catalog.journal.people import FIRST, LAST, SAID
from tests.catalog.journal.test_notices import FRIDAY

if TYPE_CHECKING:
    from pathlib import Path

NAMES = st.tuples(st.sampled_from(FIRST), st.sampled_from(LAST)).flatmap(
    lambda name: st.sampled_from([" ".join(name), " ".join(reversed(name))])
)
CASES = st.sampled_from([str.lower, str.upper, str.title])
STREETS = ("rue des lilas", "high street", "Hauptstraße", "calle mayor", "via Roma", "Kerkstraat")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Où est la laverie ?", "où est la laverie"),
        ("je m'appelle Jean Dupont, une laverie", "je m appelle une laverie"),
        ("je m'appelle rose, une laverie", "je m appelle une laverie"),
        ("ma fille Emma a perdu son doudou", "ma fille a perdu son doudou"),
        ("My name is Ann Lee and I need a laundry", "my name is and i need a laundry"),
        ("mail me: ann.lee@example.org", "mail me"),
        ("Wo ist hier eine Wäscherei?", "wo ist hier eine wäscherei"),
        ("Ich heiße Peter Müller, wo ist der Waschsalon?", "ich heiße wo ist der waschsalon"),
        ("Peter Müller sucht eine Wäscherei", "sucht eine wäscherei"),
        ("Dupont une chambre", "une chambre"),
        ("je cherche mon frere kevin lemoine seropositif", "je cherche mon frere"),
        ("dr martin cabinet medical", "cabinet medical"),
        ("hotel albi pas cher ce soir", "hotel albi pas cher ce soir"),
        ("st antonin noble val, un musée", "st antonin noble val un musée"),
        ("pierre boulanger", ""),
        ("une boulangerie en pierre", "une boulangerie en"),
        ("06 12 34 56 78", ""),
    ],
)
def test_what_we_know_is_kept_and_nothing_else(text: str, kept: str) -> None:
    assert scrubbed(text) == kept


@given(NAMES, st.sampled_from(SAID), CASES)
@settings(max_examples=400, deadline=None)
def test_no_name_survives_in_any_language_or_case(name: str, said: str, case: object) -> None:
    assert callable(case)
    left = fold(scrubbed(case(said.format(name)))).split()
    frame = fold(said.format(" ")).split()
    assert [word for word in fold(name).split() if word in left and word not in frame] == []


@given(
    NAMES,
    st.sampled_from(["gmail.com", "orange.fr", "web.de", "telefonica.es", "example.org"]),
    st.sampled_from(["{}@{}", "{} @ {}", "mailto:{}@{}", "{}.privat@{}"]),
)
@settings(max_examples=100, deadline=None)
def test_no_address_survives(name: str, host: str, way: str) -> None:
    left = scrubbed(f"un casino {way.format(name.replace(' ', '.'), host)} merci")
    assert left == "un casino merci"


@given(
    st.text("0123456789", min_size=4, max_size=12),
    st.sampled_from(["{}", "+33 {}", "tel{}", "n° {}", "0{}.12"]),
    st.sampled_from(STREETS),
    st.integers(1, 999),
)
@settings(max_examples=100, deadline=None)
def test_no_digit_survives(digits: str, way: str, street: str, number: int) -> None:
    phone = way.format(" ".join(re.findall("..?", digits)))
    left = scrubbed(f"un casino, {phone}, {number} {street}, {number}bis {street}")
    assert re.search(r"\d", left) is None


@given(st.text(max_size=600))
@settings(max_examples=150)
def test_whatever_is_typed_the_desk_takes_what_is_left_of_it(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    left = scrubbed(text)
    assert len(left) <= LONGEST
    assert "@" not in left
    with Desk.open(tmp_path_factory.getbasetemp() / "any.sqlite") as desk:
        desk.keep_unanswered(post="p", lang="fr", text=text, kinds=[], themes=[], at=FRIDAY)


@given(st.lists(st.text("abcdefghijklmnopqrstuvwxyz", min_size=9, max_size=14), max_size=8))
def test_a_word_that_nobody_knows_is_never_kept(words: list[str]) -> None:
    left = scrubbed(" ".join(f"qx{word}" for word in words))
    assert left == ""


def test_forty_thousand_letters_are_scrubbed_in_time(tmp_path: Path) -> None:
    for text in ("je m'appelle " * 4_000, "a.b@c " * 8_000, "de la " * 9_000, "·" * 40_000):
        assert len(scrubbed(text)) <= LONGEST
