"""Whatever JSON comes in, a draft or a rejection comes out; and twice the same."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.sources.datatourisme.record import read_object
from catalog.sources.draft import Draft, Rejection
from tests.catalog.sources.datatourisme.objects import RETRIEVED, location, ref, thing
from tests.catalog.sources.hostile import paths, replaced

WORDS = [
    *("fr", "kb:Free", "2026-02-30", "2026-07-01", "9999-12-31", "25:00", "10:00:00", "-1", "0"),
    *("1e9", "44.17", "https://x.org", "@", "schema:Monday", "kb:ScaleRating_3etoiles", "\x1b[2J"),
]
FIELDS = [
    *("@id", "@type", "@value", "@language", "fr", "@fr", "en-GB", "rdfs:label", "schema:geo"),
    *("schema:latitude", "features", "insee", "schema:minPrice", "startDate", "validFrom"),
]
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(WORDS)
)
KEYS = st.sampled_from(FIELDS) | st.text(max_size=5)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
FULL: dict[str, Any] = thing(
    "Tour",
    "WalkingTour",
    "Concert",
    tourDistance="12000",
    duration="3",
    hasTourType=[ref("Loop")],
    hasDifficultyLevel=ref("Easy"),
    availableLanguage=["fr"],
    reducedMobilityAccess=True,
    takesPlaceAt=[{"startDate": "2026-07-01", "endDate": "2026-07-02", "startTime": "10:00"}],
    hasTheme=[ref("Wine")],
    hasFeature=[{"features": [ref("Wifi")], "petsAllowed": True}],
    hasReview=[{"hasReviewValue": ref("ScaleRating_3etoiles")}],
    hasContact=[{"schema:telephone": ["0563366366"], "foaf:homepage": ["x.org"]}],
    hasDescription=[{"shortDescription": {"fr": ["a"]}, "hasTranslatedProperty": [{}]}],
    hasRepresentation=[{"ebucore:hasRelatedResource": [{"ebucore:locator": "https://x.org/a"}]}],
    offers=[{"schema:priceSpecification": [{"schema:minPrice": ["5"], "hasEligiblePolicy": {}}]}],
    isLocatedAt=[location(**{"schema:openingHoursSpecification": [{"schema:opens": "10:00"}]})],
)


def read(obj: object) -> Draft | Rejection:
    result = read_object(obj, RETRIEVED, member="0/a.json")
    assert isinstance(result, Draft | Rejection)
    assert repr(read_object(obj, RETRIEVED, member="0/a.json")) == repr(result)
    return result


@given(JSON)
def test_any_json(value: object) -> None:
    assert isinstance(read(value), Rejection | Draft)


@settings(max_examples=400)
@given(st.sampled_from(paths(FULL)), JSON)
def test_any_value_in_the_place_of_any_other(path: tuple[object, ...], value: object) -> None:
    result = read(replaced(FULL, path, value))
    if isinstance(result, Rejection):
        assert result.id
        assert result.reason


@given(st.dictionaries(st.sampled_from(sorted(FULL)), JSON, max_size=6))
def test_any_values_in_several_fields(values: dict[str, object]) -> None:
    read(FULL | values)


def test_a_thousand_levels() -> None:
    deep: object = "x"
    for _ in range(900):
        deep = [deep]
    for key in FULL:
        read(FULL | {key: deep})
