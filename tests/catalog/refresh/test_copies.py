"""The copies of one address on the disk: nothing half done ever counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.refresh.copies import Kept, PartFacts, Shelf
from tests.catalog.dying import deaths
from tests.catalog.making import NOW

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "https://x.org/flux.zip"
FACTS = PartFacts('"one"', None, 3, "", "flux.zip")


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "downloads", ADDRESS)


def bring(shelf: Shelf, content: bytes) -> None:
    shelf.begin(FACTS)
    shelf.part.write_bytes(content)
    place, sha256 = shelf.store(shelf.part, FACTS.name)
    shelf.keep(Kept(ADDRESS, place, len(content), sha256, NOW, NOW, '"one"', None))


def content_of(shelf: Shelf) -> bytes | None:
    kept = shelf.kept()
    return shelf.file_of(kept).read_bytes() if kept else None


def test_killed_at_every_step_the_copy_before_or_the_new_one_counts(shelf: Shelf) -> None:
    bring(shelf, b"old")
    met = set()

    def work() -> None:
        bring(shelf, b"new")
        shelf.drop_part()

    for _ in deaths(work):
        met.add(content_of(shelf))
        begun = shelf.begun()
        assert begun is None or begun[0] == FACTS
        bring(shelf, b"old")
    assert met == {b"old", b"new"}
    assert content_of(shelf) == b"new"
    assert sorted(path.name for path in shelf.path.iterdir() if path.is_file()) == ["kept.json"]
    assert sum(path.is_dir() for path in shelf.path.iterdir()) == 1


def test_the_same_content_again(shelf: Shelf) -> None:
    bring(shelf, b"one")
    bring(shelf, b"one")
    assert content_of(shelf) == b"one"


@pytest.mark.parametrize("facts", [b"", b"{", b"[]", b'{"file": "../../etc/passwd"}', b"\xff"])
def test_facts_that_are_none(shelf: Shelf, facts: bytes) -> None:
    bring(shelf, b"one")
    (shelf.path / "kept.json").write_bytes(facts)
    assert shelf.kept() is None
    shelf.begin(FACTS)
    shelf.part.write_bytes(b"half")
    (shelf.path / ".part.json").write_bytes(facts)
    assert shelf.begun() is None
    bring(shelf, b"two")
    assert content_of(shelf) == b"two"


@pytest.mark.parametrize(
    ("etag", "modified", "validator"),
    [
        ('"a"', "Mon", '"a"'),
        ('W/"a"', "Mon", "Mon"),
        ('W/"a"', None, None),
        (None, "Mon", "Mon"),
        (None, None, None),
    ],
)
def test_only_a_strong_validator_lets_a_download_go_on(
    shelf: Shelf, etag: str | None, modified: str | None, validator: str | None
) -> None:
    facts = PartFacts(etag, modified, 9, "", "x")
    assert facts.validator == validator
    shelf.begin(facts)
    assert shelf.begun() is None
    shelf.part.write_bytes(b"half")
    assert shelf.begun() == ((facts, 4) if validator else None)
    shelf.drop_part()
    assert shelf.begun() is None
