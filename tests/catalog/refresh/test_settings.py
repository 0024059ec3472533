from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from catalog.errors import WrongUse
from catalog.refresh import settings as settings_of_a_refresh
from catalog.refresh.settings import EXAMPLES, Settings, SourceSetting, load

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "kiosk" / "kiosk.example.toml"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "kiosk.toml"


def test_without_a_file_there_are_no_sources(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr(settings_of_a_refresh, "default_config_path", lambda: file)
    assert load() == Settings()
    file.write_text("[refresh]\nkeep = 7\n", encoding="utf-8")
    assert load().keep == 7


def test_sources_stand_in_the_order_of_their_priority(file: Path) -> None:
    file.write_text(
        """
        [post]
        name = "Carmaux"
        [paths]
        data = "content"
        [refresh]
        largest_drop = 0.5
        canaries = "questions.toml"
        source_priority = ["apidae", "osm"]
        [[source]]
        from = "inbox/toilets.csv"
        [[source]]
        from = "https://x.org/flux.zip?key=1"
        name = "Flux"
        priority = 2
        licence = "Licence Ouverte 2.0"
        max_age_days = 8
        [[source]]
        from = "/srv/apidae.zip"
        priority = 1
        """,
        encoding="utf-8",
    )
    assert load(file) == Settings(
        sources=(
            SourceSetting(origin="/srv/apidae.zip", priority=1),
            SourceSetting(
                origin="https://x.org/flux.zip?key=1",
                name="Flux",
                priority=2,
                licence="Licence Ouverte 2.0",
                max_age_days=8,
            ),
            SourceSetting(origin=str(file.parent / "inbox" / "toilets.csv")),
        ),
        priority=("apidae", "osm"),
        largest_drop=0.5,
        canaries=file.parent / "questions.toml",
        data=file.parent / "content",
    )


def test_the_example_with_every_line_in_use_loads(file: Path) -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    assert load(EXAMPLE) == Settings()
    file.write_text(re.sub(r"^# (\[|\w+ = )", r"\1", text, flags=re.MULTILINE), encoding="utf-8")
    settings = load(file)
    assert settings.sources == (
        SourceSetting(
            origin="https://example.org/flux.zip",
            name="Flux du Tarn",
            priority=1,
            licence="Licence Ouverte 2.0",
            max_age_days=8,
        ),
    )
    assert settings.priority == ("apidae", "datatourisme", "osm")
    assert (settings.largest_drop, settings.keep) == (Settings().largest_drop, Settings().keep)
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    keys = {f"source.{key}" for key in table["source"][0]}
    keys |= {f"refresh.{key}" for key in table["refresh"]}
    assert keys == {key for key in EXAMPLES if "." in key} - {"paths.data"}


@pytest.mark.parametrize(
    ("text", "message", "remedy"),
    [
        ("[[source]]\nfrmo = 'x'", "'frmo' in [source], did you mean 'from'?", "max_age_days"),
        ("[refresh]\nkepe = 3", "'kepe' in [refresh], did you mean 'keep'?", "largest_drop"),
        ("[[source]]\nname = 'x'", "does not say where the source is", "from = "),
        ("[[source]]\nfrom = ''", "source.from = ''", "https://"),
        ("[[source]]\nfrom = 5", "source.from = 5", "https://"),
        ("[[source]]\nfrom = 'x'\npriority = 0", "source.priority = 0", "priority = 1"),
        ("[[source]]\nfrom = 'x'\nmax_age_days = 'a week'", "source.max_age_days", "= 8"),
        ("[[source]]\nfrom = 'x'\nname = \"a\\u001b[2J\"", "source.name", "APIDAE"),
        ("[[source]]\nfrom = 'x'\nname = \"\u202eab\"", "source.name", "APIDAE"),
        ('[[source]]\nfrom = "x\\n"', "source.from", "https://"),
        ("[[source]]\nfrom = '~nobody-of-this-name/x'", "source.from", "https://"),
        ("[paths]\ndata = '~nobody-of-this-name/x'", "paths.data", "/srv/kiosk"),
        ("[source]\nfrom = 'x'", "source = {'from': 'x'}", "[[source]]"),
        ("source = [3]", "source = 3", "[[source]]"),
        ("refresh = 3", "refresh = 3", "[refresh]"),
        ("[refresh]\nlargest_drop = 20", "refresh.largest_drop = 20", "from 0 to 1"),
        ("[refresh]\nlargest_drop = nan", "refresh.largest_drop = nan", "from 0 to 1"),
        ("[refresh]\nkeep = 1", "refresh.keep = 1", "from 2 to 100"),
        ("[refresh]\nsource_priority = 'apidae'", "refresh.source_priority", "datatourisme"),
        ("[refresh]\nsource_priority = ['Apidae!']", "refresh.source_priority", "datatourisme"),
        ("[refresh]\ncanaries = ''", "refresh.canaries = ''", "canaries.toml"),
        ("[paths]\ndata = 3", "paths.data = 3", "/srv/kiosk"),
        ("[[source]\n", "is not TOML", "bracket"),
        ("[[source]]\nfrom = 'x'\n[[source]]\nfrom = './x'", "two [[source]]", "once"),
    ],
)
def test_what_is_wrong_is_named(file: Path, text: str, message: str, remedy: str) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(WrongUse) as caught:
        load(file)
    assert caught.value.where == str(file)
    assert message in caught.value.message
    assert remedy in caught.value.remedy
    assert "\x1b" not in str(caught.value)


def test_a_file_that_is_not_there_or_not_text(file: Path) -> None:
    with pytest.raises(WrongUse, match="cannot be read"):
        load(file)
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(WrongUse, match="not UTF-8 text"):
        load(file)


def test_two_sources_of_one_address_are_named_without_the_key(file: Path) -> None:
    table = "[[source]]\nfrom = 'https://x.org/a?key=SECRET'\n"
    file.write_text(table * 2, encoding="utf-8")
    with pytest.raises(WrongUse, match="two") as caught:
        load(file)
    assert "SECRET" not in str(caught.value)
