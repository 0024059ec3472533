from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, time
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from catalog.model import (
    Access,
    Contact,
    Itinerary,
    Kind,
    Label,
    Listing,
    ListingId,
    Localized,
    Period,
    Place,
    Price,
    Slot,
    Source,
    TermId,
    Text,
)
from catalog.refresh.merge.join import Difference, join

DAY = date(2026, 11, 16)


def words(**texts: str) -> Localized:
    return Localized(tuple(Text(lang, text) for lang, text in texts.items()))


def listing(source: str = "apidae", **facts: object) -> Listing:
    base = Listing(
        id=ListingId(f"{source}:1"),
        kinds=(Kind.ATTRACTION,),
        name=words(fr="Musée du verre"),
        place=Place(44.05, 2.16),
        sources=(Source(source, f"{source}-record", DAY),),
    )
    return replace(base, **facts)  # type: ignore[arg-type]


def test_one_alone_stays_as_it_is() -> None:
    one = listing(labels=(Label(TermId("unesco")),))
    assert join((one,)) == (one, ())


def test_what_the_first_does_not_state_the_second_adds_and_is_named_for_it() -> None:
    hours = (Period(slots=(Slot(time(10), time(18)),)),)
    second = listing(
        "osm",
        name=words(fr="Musée-mine", en="Glass museum"),
        place=Place(44.0501, 2.1601, commune="Carmaux", insee="81060"),
        openings=hours,
        access=Access(wheelchair=True),
        itinerary=Itinerary(distance_m=900),
    )
    joined, differences = join((listing(), second))
    assert joined.id == "apidae:1"
    assert joined.name == words(fr="Musée du verre", en="Glass museum")
    assert joined.place == Place(44.05, 2.16, commune="Carmaux", insee="81060")
    assert (joined.openings, joined.access.wheelchair) == (hours, True)
    assert [source.name for source in joined.sources] == ["apidae", "osm"]
    for field in ("openings", "name.en", "place.insee", "access.wheelchair", "itinerary"):
        assert joined.origin(field).name == "osm", field
    for field in ("name", "name.fr", "place", "place.latitude", "labels", "access.marks"):
        assert joined.origin(field).name == "apidae", field
    assert differences == ()


def test_a_person_s_words_come_before_a_machine_s() -> None:
    first = listing(summary=Localized((Text("fr", "Verre"), Text("de", "Glas", machine=True))))
    joined, _ = join((first, listing("osm", summary=words(fr="Autre", de="Das Glasmuseum"))))
    assert joined.summary == words(fr="Verre", de="Das Glasmuseum")
    assert joined.origin("summary.de").name == "osm"
    assert joined.origin("summary.fr").name == "apidae"


def test_sets_add_up_each_item_with_its_source() -> None:
    first = listing(labels=(Label(TermId("unesco")),), concepts=(TermId("museum"),))
    second = listing("osm", labels=(Label(TermId("unesco"), 3), Label(TermId("ens"))))
    joined, _ = join((first, second))
    assert [label.id for label in joined.labels] == ["unesco", "ens"]
    assert joined.labels[0].level is None
    assert (joined.origin("labels[0]").name, joined.origin("labels[1]").name) == ("apidae", "osm")


def test_what_the_sources_contradict_is_said() -> None:
    first = listing(
        prices=(Price(Decimal(5), Decimal(8)),),
        contacts=(Contact(phones=("+33563765232",)),),
        access=Access(wheelchair=False),
    )
    second = listing(
        "osm",
        prices=(Price(free=True),),
        contacts=(Contact(phones=("+33563765232",)),),
        access=Access(wheelchair=True),
        cancelled=True,
    )
    joined, differences = join((first, second))
    assert joined.prices == first.prices
    assert joined.cancelled
    assert joined.origin("cancelled").name == "osm"
    assert differences == (
        Difference("prices", "apidae", "5-8", "osm", "free"),
        Difference("wheelchair", "apidae", "no", "osm", "yes"),
    )


def test_three_sources_keep_their_places() -> None:
    third = listing("osm", pets=True, summary=words(nl="Glas"))
    second = listing("geotrek", summary=words(fr="Verre"))
    joined, _ = join((listing(), second, third))
    names = [joined.origin(field).name for field in ("summary", "summary.nl", "pets", "name")]
    assert names == ["geotrek", "osm", "osm", "apidae"]
    again, _ = join((listing("overlay"), joined))
    assert again.origin("pets").name == "osm"
    assert again.origin("summary.fr").name == "geotrek"


FACTS = st.fixed_dictionaries(
    {},
    optional={
        "pets": st.booleans(),
        "spoken": st.sampled_from([("fr",), ("fr", "oc")]),
        "summary": st.sampled_from([words(fr="a"), words(fr="b", en="c"), words(de="d")]),
        "amenities": st.lists(st.sampled_from(["wifi", "lift"]), unique=True).map(
            lambda found: tuple(map(TermId, found))
        ),
        "access": st.builds(Access, wheelchair=st.none() | st.booleans()),
        "itinerary": st.builds(Itinerary, distance_m=st.none() | st.just(5), days=st.just(2)),
        "dates": st.just((Period(date(2026, 7, 1), date(2026, 7, 2)),)),
    },
)


@given(FACTS, FACTS)
def test_nothing_stated_is_lost_and_nothing_is_invented(
    mine: dict[str, object], theirs: dict[str, object]
) -> None:
    first, second = replace(listing(), **mine), replace(listing("osm"), **theirs)  # type: ignore[arg-type]
    joined, _ = join((first, second))
    for field in fields(Listing):
        if field.name in ("id", "kinds", "sources", "provenance", "place", "name"):
            continue
        values = [getattr(each, field.name) for each in (first, second)]
        stated = getattr(joined, field.name)
        assert bool(stated) == any(map(bool, values)) or stated in values, field.name
    assert join((joined, second))[0].summary == joined.summary
