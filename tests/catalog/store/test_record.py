from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.model import Listing, Localized, MonthDay, Period, Slot, Text
from catalog.store.record import decode, decode_labels, digest, encode, encode_labels
from tests.catalog.making import make

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
st.register_type_strategy(str, _TEXT)
st.register_type_strategy(
    Decimal, st.decimals(0, 10_000, places=2, allow_nan=False, allow_infinity=False)
)
st.register_type_strategy(time, st.times(timezones=st.none()))
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))


@settings(max_examples=60, deadline=None)
@given(st.from_type(Listing))
def test_round_trip(listing: Listing) -> None:
    assert decode(encode(listing)) == listing


@given(st.from_type(Localized))
def test_labels_round_trip(labels: Localized) -> None:
    assert decode_labels(encode_labels(labels)) == labels


def test_days_of_every_year_stay_apart_from_dates() -> None:
    yearly = Period(start=MonthDay(4, 1), end=MonthDay(10, 31), slots=(Slot(time(9), None),))
    dated = Period(start=date(2026, 4, 1), end=date(2026, 10, 31))
    listing = make(openings=(yearly, dated))
    assert decode(encode(listing)).openings == (yearly, dated)


def test_a_record_says_instead_only_where_it_is_so() -> None:
    """One written before periods knew of it is the same, byte for byte."""
    note = Localized((Text("fr", 'il écrit ,"instead":false'),))
    ordinary, other = Period(note=note), Period(start=date(2026, 7, 14), instead=True)
    plain, both = make(openings=(ordinary,)), make(openings=(ordinary, other))
    assert b'"instead"' not in encode(plain)
    assert encode(both).count(b'"instead":true') == 1
    assert decode(encode(both)).openings == (ordinary, other)
    assert digest(encode(both)) != digest(
        encode(replace(both, openings=(ordinary, replace(other, instead=False))))
    )


@pytest.mark.parametrize("record", [b"", b"{}", b"[]", b"null", b'{"id": 3}', b"\xff"])
def test_what_is_no_record(record: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        decode(record)


def test_digest_forgets_only_the_day_of_retrieval() -> None:
    listing = make()
    (source,) = listing.sources
    later = replace(listing, sources=(replace(source, retrieved=date(2027, 1, 1)),))
    confirmed = replace(listing, sources=(replace(source, updated=date(2027, 1, 1)),))
    renamed = replace(listing, name=Localized((Text("fr", "Château"),)))
    prints = [digest(encode(each)) for each in (listing, later, confirmed, renamed)]
    assert prints[0] == prints[1]
    assert len(set(prints)) == 3
