from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from catalog.model import Contact, Media
from catalog.sources.values.addresses import web_address
from tests.catalog.sources.datatourisme.objects import listing, ref, thing, warned


def agent(**fields: Any) -> dict[str, Any]:
    return {"@type": ["foaf:Agent", "Agent"]} | fields


def test_roles_are_merged_and_owners_never_read() -> None:
    obj = thing(
        hasContact=[
            agent(**{"schema:telephone": ["+33 5 63 36 63 66"], "schema:legalName": "Mme Untel"}),
            agent(**{"schema:telephone": "05 63 36 63 66", "schema:email": "MAILTO@Example.ORG"}),
        ],
        hasBookingContact=[agent(**{"foaf:homepage": ["www.example.org/book"]})],
        isOwnedBy=[agent(**{"schema:telephone": ["+33 6 12 34 56 78"]})],
    )
    assert listing(obj).contacts == (
        Contact("info", phones=("+33563366366",), emails=("MAILTO@example.org",)),
        Contact("booking", websites=("http://www.example.org/book",)),
    )
    everything = repr(listing(obj))
    assert "Untel" not in everything
    assert "612345678" not in everything
    assert "someone@example.org" not in everything


def test_a_person_is_no_contact() -> None:
    obj = thing(
        hasContact=[
            {"@type": ["Agent", "Person", "foaf:Person"], "schema:telephone": ["0563366366"]}
        ],
        hasBeenCreatedBy={"@type": ["Person"], "schema:legalName": "Jeanne Untel"},
    )
    assert listing(obj).contacts == ()
    assert listing(obj).sources[0].creator is None
    assert warned(obj) == {"contact_is_a_person"}


def test_what_cannot_be_read_is_cautioned() -> None:
    obj = thing(
        hasContact=[
            agent(
                **{
                    "schema:telephone": ["+33 670", "sur place"],
                    "schema:email": ["contact chez example.org", "a@b"],
                    "foaf:homepage": [
                        "pas de site",
                        "javascript:alert(1)",
                        "http://contact@example.org",
                    ],
                }
            )
        ]
    )
    assert listing(obj).contacts == (Contact("info", phones=("+33 670",)),)
    assert warned(obj) == {
        "phone_doubtful",
        "phone_unreadable",
        "email_unreadable",
        "website_unreadable",
    }


@pytest.mark.parametrize(
    ("raw", "address"),
    [
        ("www.Example.org", "http://www.example.org"),
        ("HTTPS://Example.org/A?b=1&amp;c=2", "https://example.org/A?b=1&c=2"),
        ("//example.org/x", "https://example.org/x"),
        ("https://example.org/a-b_c.jpg", "https://example.org/a-b_c.jpg"),
        ("ftp://example.org", None),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("http://[::1", None),
        ("http://user@example.org", None),
        ("exemple", None),
    ],
)
def test_web_address(raw: str, address: str | None) -> None:
    assert web_address(raw) == address


def picture(url: object = "https://example.org/a.jpg", **rights: Any) -> dict[str, Any]:
    return {
        "ebucore:hasAnnotation": [rights] if rights else [],
        "ebucore:hasRelatedResource": [
            {"ebucore:locator": [url], "ebucore:hasMimeType": [ref("JPEG", "ebucore:MimeType")]}
        ],
    }


def test_rights_of_a_picture() -> None:
    rights: dict[str, Any] = {
        "credits": ["<a href='x'>Studio Essai</a>"],
        "ebucore:isCoveredBy": "CC BY-SA 3.0",
        "rightsStartDate": "2018-10-26",
        "rightsEndDate": "2029-12-31",
        "ebucore:title": {"fr": ["Façade"]},
    }
    obj = thing(hasMainRepresentation=[picture(**rights)], hasRepresentation=[picture(**rights)])
    (media,) = listing(obj).media
    assert media.title.texts[0].text == "Façade"
    assert media == Media(
        url="https://example.org/a.jpg",
        mime="image/jpeg",
        title=media.title,
        credit="Studio Essai",
        licence="CC BY-SA 3.0",
        rights_start=date(2018, 10, 26),
        rights_end=date(2029, 12, 31),
        main=True,
    )


def test_yes_is_no_licence() -> None:
    obj = thing(hasRepresentation=[picture(**{"ebucore:isCoveredBy": "oui"})])
    assert listing(obj).media[0].licence is None
    assert not listing(obj).media[0].main


def test_bad_links_and_bare_references() -> None:
    obj = thing(
        hasRepresentation=[
            {"@id": "https://data.datatourisme.fr/x"},
            picture("javascript:alert(1)"),
            picture("https://example.org/b.jpg", rightsEndDate="2026-13-01"),
        ]
    )
    assert [media.url for media in listing(obj).media] == ["https://example.org/b.jpg"]
    assert listing(obj).media[0].rights_end is None
    assert warned(obj) == {"media_without_address", "media_address_unreadable", "impossible_date"}
