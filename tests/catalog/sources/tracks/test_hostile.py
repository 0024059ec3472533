"""Whatever XML comes in: drafts, rejections or a refusal, in time and memory that stay small."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.errors import Unreadable
from catalog.sources.draft import Draft, Rejection
from catalog.sources.formats import open_source
from catalog.sources.tracks import parsing
from tests.catalog.sources.tracks.making import (
    RETRIEVED,
    WAY,
    gpx,
    kml,
    placemark,
    results,
    track,
    written,
)

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))


def with_doctype(doctype: str, inside: str) -> str:
    head, _, body = gpx(track(WAY, inside=f"<name>{inside}</name>")).partition("\n")
    return f"{head}\n{doctype}{body}"


@pytest.mark.parametrize(
    "text",
    [
        with_doctype(f'<!DOCTYPE gpx [<!ENTITY l0 "ha">{LAUGHS}]>', "&l8;"),
        with_doctype('<!DOCTYPE gpx [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "&x;"),
        with_doctype('<!DOCTYPE gpx SYSTEM "http://127.0.0.1:1/x.dtd">', "x"),
        with_doctype('<!DOCTYPE gpx [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>', "x"),
    ],
    ids=["laughs", "file", "dtd", "parameter"],
)
def test_document_types_are_refused(tmp_path: Path, text: str) -> None:
    for content in (text.encode(), text.replace("UTF-8", "UTF-16").encode("utf-16")):
        with pytest.raises(Unreadable, match="declares a document type or entities"):
            results(written(tmp_path / "a.gpx", content))


def test_deep_nesting(tmp_path: Path) -> None:
    deep = gpx("<extensions>", "<a>" * 100_000, "</a>" * 100_000, "</extensions>")
    with pytest.raises(Unreadable, match="nested too deeply"):
        results(written(tmp_path / "a.gpx", deep))


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.gpx"
    written(path, gpx(track(WAY)) + " " * 70_000)
    with path.open("r+b") as stream:
        stream.truncate(300 << 20)  # a hole: no disk is filled
    with pytest.raises(Unreadable, match="larger than 128 MiB"):
        results(path)
    monkeypatch.setattr(parsing, "MAX_TRACKS", 3)
    with pytest.raises(Unreadable, match="more than 3 tracks"):
        results(written(path, gpx(*["<trk/>"] * 4)))
    monkeypatch.setattr(parsing, "MAX_POINTS", 2)
    (rejection,) = results(written(path, gpx(track(WAY))))
    assert isinstance(rejection, Rejection)
    assert "more points" in rejection.reason


@pytest.mark.parametrize(
    "text",
    [
        gpx(track(WAY))[:-20],
        gpx("<trk><name>&nbsp;</name></trk>"),
        gpx("<gpxtpx:x/>"),
        gpx(track(WAY)) + "<gpx/>",
        gpx(track(WAY)).replace("UTF-8", "x-klingon"),
        gpx(track(WAY)).replace("UTF-8", "utf-7"),
        kml("&"),
    ],
)
def test_what_is_not_well_formed(tmp_path: Path, text: str) -> None:
    with pytest.raises(Unreadable, match="not well-formed XML") as caught:
        results(written(tmp_path / "a.gpx", text))
    assert caught.value.remedy


def test_what_only_looks_like_a_track(tmp_path: Path) -> None:
    for text in ("<!doctype html><p>404", "bonjour <gpx>", "<gpxx/>", "<feed/>"):
        with pytest.raises(Unreadable, match="seems to be"):
            open_source(written(tmp_path / "a.gpx", text))


def read(name: str, content: bytes) -> None:
    with TemporaryDirectory() as folder, suppress(Unreadable):
        path = Path(folder) / name
        path.write_bytes(content)
        for item in open_source(path).read(RETRIEVED):
            assert isinstance(item, Draft | Rejection)
            assert isinstance(item, Draft) or item.reason


PARTS = st.sampled_from(
    [
        *("<trk>", "</trk>", "<trkseg>", "</trkseg>", "<name>", "</name>", "<rte>", "</rte>"),
        *('<trkpt lat="44.1" lon="2.1"/>', '<trkpt lat="44.2" lon="nan">', "</trkpt>", "<ele>"),
        *("</ele>", "1e999", "-5", "x", "<Placemark>", "</Placemark>", "<LineString>", "&amp;"),
        *("</LineString>", "<coordinates>", "</coordinates>", "2.1,44.1", " ", "2.2,44.2,5 ", "é"),
        *('<link href="http://[x"/>', "<!--", "-->", "<![CDATA[", "]]>", "<gx:Track>", "<a/>"),
        *(
            "<gx:coord>2 44 1</gx:coord>",
            "</gx:Track>",
            "<type>hike</type>",
            "\ufeff",
            "<metadata>",
        ),
    ]
)


@settings(max_examples=150)
@given(st.lists(PARTS, max_size=30).map("".join), st.sampled_from([gpx, kml]))
def test_any_elements(inside: str, frame: object) -> None:
    read("a.gpx", frame(inside).encode())  # type: ignore[operator]


WHOLE = gpx(track(WAY, inside="<name>Un</name><type>hiking</type>")).encode()
LINES = kml(placemark(WAY, "Un")).encode()


@settings(max_examples=150)
@given(
    st.sampled_from([WHOLE, LINES]),
    st.integers(0, 900),
    st.integers(0, 30),
    st.binary(max_size=8),
    st.sampled_from(["a.gpx", "a.kml", "a.kmz", "a.xml"]),
)
def test_any_bytes_in_a_track(content: bytes, at: int, cut: int, by: bytes, name: str) -> None:
    read(name, content[:at] + by + content[at + cut :])
    read(name, by)
