from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.present.gesture import gesture_line
from kiosk.slip.code import content_code
from kiosk.slip.document import (
    MAX_SUGGESTIONS,
    MAX_TITLE,
    Answer,
    Detail,
    Role,
    build,
)
from kiosk.slip.paper import receipt
from kiosk.slip.trimming import trimmed
from kiosk.views import Passage
from tests.kiosk.slip.samples import CONFIG, GESTURE, NOW, document, translator, view, views


def test_a_slip_says_office_place_moment_and_the_way_out() -> None:
    slip = document()
    assert slip.office == "Office de tourisme du Ségala"
    assert slip.post == "Aire de la Croix de Mille"
    assert slip.printed.endswith("10:47")
    assert "2026" in slip.printed
    assert slip.contact[0] == "A question? 05 63 00 00 00"
    assert "9:30–12:30, 14:00–18:00" in slip.contact
    assert "112" in slip.emergency
    assert slip.gesture == "Refill your bottle at the fountain: that is one bottle less."


def test_places_keep_their_order_their_french_names_and_their_maps() -> None:
    slip = document()
    assert [item.title for item in slip.suggestions] == [view.title for view in views()]
    assert [item.title_lang for item in slip.suggestions] == ["fr", "fr", "fr"]
    assert [item.geo for item in slip.everything()] == [
        "geo:44.15,2.15",
        "geo:44.25,2.15",
        "geo:44.35,2.15",
        "geo:44.55,2.15",
    ]


def test_each_credit_is_given_once_those_of_the_fallback_too() -> None:
    assert document().credits == (
        "© Office de tourisme du Ségala",
        "© OpenStreetMap, ODbL – openstreetmap.org/copyright",
    )


def test_the_seventh_place_is_refused_never_dropped() -> None:
    assert len(document(chosen=[view(n) for n in range(MAX_SUGGESTIONS)]).suggestions) == 6
    with pytest.raises(ValueError, match="6 places, not 7"):
        document(chosen=[view(n) for n in range(MAX_SUGGESTIONS + 1)])


def test_a_silent_catalogue_makes_no_line() -> None:
    slip = document(chosen=[view(way="", verified="")], answer=Answer())
    assert slip.suggestions[0].lines == ()
    assert slip.fallback is None
    assert slip.question == ()


def test_a_place_off_the_earth_only_loses_its_map_code() -> None:
    slip = document(chosen=[view(latitude=444.0)], answer=Answer())
    assert slip.suggestions[0].geo == ""
    assert receipt(slip).document == slip


def test_an_office_without_phone_offers_none() -> None:
    config = replace(CONFIG, office=replace(CONFIG.office, phone="", hours="", website=""))
    slip = build(views(), config=config, t=translator("en"), now=NOW)
    assert slip.contact == ()
    assert slip.gesture == ""


def test_a_gesture_not_yet_translated_is_said_in_french() -> None:
    slip = build(views(), config=CONFIG, t=translator("nl"), now=NOW, gesture=GESTURE)
    assert slip.gesture == gesture_line(GESTURE, "fr")


def test_short_facts_share_a_line_hours_never_do() -> None:
    told = document().suggestions[1].told()
    assert told == (
        "Tuesday to Sunday 10:00–12:00, 14:00–18:00",
        "closed from November to March",
        "Adult 6.50\u00a0€ · Child 4.00\u00a0€",
        "05 63 00 00 02",
    )


hostile = st.text(
    st.one_of(
        st.sampled_from("\x1b[]\x07\x9b\u202e\u200b\x00\t\r\n\u00a0\u202f ab"), st.characters()
    ),
    max_size=80,
)


@given(hostile)
def test_no_control_character_comes_through(text: str) -> None:
    noisy = view(
        title=f"A{text}",
        kind_line=text,
        way=text,
        hours=(text,),
        contacts=(text, text),
        verified=text,
        summary=Passage(text, "fr", text),
        credits=(text,),
    )
    slip = document(chosen=[noisy], answer=Answer(question=(text,)), warnings=(text,))
    item = slip.suggestions[0]
    said = [slip.credits, slip.question, slip.warnings, item.told(), (item.title, item.way)]
    for sentence in (text for texts in said for text in texts):
        assert not re.search(
            r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\ud800-\udfff]", sentence
        )


def test_a_longer_text_ends_with_an_ellipsis() -> None:
    title = document(chosen=[view(title="x" * 500)]).suggestions[0].title
    assert len(title) == MAX_TITLE
    assert title.endswith("x…")


def test_no_break_spaces_of_prices_survive() -> None:
    slip = document(chosen=[view(prices=("Adulte 6,50\u202f€\x1b[31m",))])
    assert slip.suggestions[0].lines[0].text == "Adulte 6,50\u00a0€"


def test_less_detail_says_less_and_keeps_every_place() -> None:
    whole = document()
    for detail in Detail:
        less = trimmed(whole, detail)
        assert [item.title for item in less.everything()] == [i.title for i in whole.everything()]
        assert [item.way for item in less.everything()] == [i.way for i in whole.everything()]
        assert [i.status for i in less.everything()] == [i.status for i in whole.everything()]
        for short, long in zip(less.everything(), whole.everything(), strict=True):
            assert set(short.lines) <= set(long.lines)
    counts = [sum(len(i.lines) for i in trimmed(whole, d).everything()) for d in Detail]
    assert counts == sorted(counts, reverse=True)


def test_brief_keeps_price_and_telephone() -> None:
    brief = trimmed(document(), Detail.BRIEF).suggestions[1]
    assert [line.role for line in brief.lines] == [Role.PRICE, Role.CONTACT]
    assert brief.status.sentence == "Closed; opens Tuesday at 10:00"


def test_the_code_follows_the_content_not_the_person_or_the_hour() -> None:
    ids = ["house:a", "house:b"]
    code = content_code(ids, lang="en", day="2026-11-21")
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{2}", code)
    assert code == content_code(ids, lang="en", day="2026-11-21")
    assert code != content_code(ids[::-1], lang="en", day="2026-11-21")
    later = build(views(), config=CONFIG, t=translator("en"), now=NOW + timedelta(hours=3))
    assert later.code == build(views(), config=CONFIG, t=translator("en"), now=NOW).code
    assert document().code in document().headings.wrong
