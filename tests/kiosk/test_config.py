from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from catalog.errors import WrongUse
from catalog.geo import Point
from catalog.model import LANGUAGES
from catalog.store.folder import default_data_dir
from kiosk import config as kiosk_config
from kiosk.config import (
    EXAMPLE,
    EXAMPLES,
    OF_A_REFRESH,
    Config,
    PathsConfig,
    PrinterConfig,
    data_dir,
    load,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "kiosk.toml"


def test_without_a_file_it_is_the_demonstration_post(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(kiosk_config, "default_path", lambda: tmp_path / "none.toml")
    config = load()
    assert config == Config()
    assert config.post.point == Point(44.0494, 2.158)
    assert config.post.languages == LANGUAGES
    assert config.data == data_dir() == default_data_dir()
    assert config.outbox == config.data / "outbox"


def test_the_users_file_is_found(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    file.write_text('[post]\nplace = "Pampelonne"\n', encoding="utf-8")
    monkeypatch.setattr(kiosk_config, "default_path", lambda: file)
    assert load().post.place == "Pampelonne"


def test_the_example_loads_and_changes_nothing() -> None:
    assert load(EXAMPLE) == Config()


def test_the_example_with_every_line_in_use_loads(file: Path) -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    lines = re.sub(r"^# (\[|\w+ = )", r"\1", text, flags=re.MULTILINE)
    file.write_text(lines, encoding="utf-8")
    config = load(file)
    assert config.printer == PrinterConfig(host="192.168.1.60")
    assert config.paths == PathsConfig(data=Path("/srv/kiosk"), outbox=Path("/srv/kiosk/outbox"))
    assert config.locked


def test_every_key_is_in_the_example_and_has_an_example_of_its_own() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    lines = re.sub(r"^# (\[|\w+ = )", r"\1", text, flags=re.MULTILINE)
    table = tomllib.loads(lines)
    for name in OF_A_REFRESH:  # tests/catalog/refresh/test_settings.py looks at them
        del table[name]
    keys = {
        f"{name}.{key}" if isinstance(value, dict) else name
        for name, value in table.items()
        for key in (value if isinstance(value, dict) else [name])
    }
    sections = {name for name, value in table.items() if isinstance(value, dict)}
    assert keys <= set(EXAMPLES)
    assert set(EXAMPLES) - keys <= sections


@pytest.mark.parametrize(
    ("mode", "stated", "locked"),
    [("visitor", None, True), ("counter", None, False), ("counter", True, True)],
)
def test_visitors_are_kept_inside(file: Path, mode: str, stated: bool | None, locked: bool) -> None:
    line = "" if stated is None else f"locked = {str(stated).lower()}\n"
    file.write_text(f'[post]\nmode = "{mode}"\n{line}', encoding="utf-8")
    assert load(file).locked is locked


def test_folders_are_beside_the_file(file: Path) -> None:
    file.write_text('[paths]\ndata = "content"\noutbox = "/srv/slips"\n', encoding="utf-8")
    config = load(file)
    assert config.data == file.parent / "content"
    assert config.outbox == Path("/srv/slips")


def test_what_a_refresh_reads_is_passed_over(file: Path) -> None:
    file.write_text('[[source]]\nfrom = "x"\n[refresh]\nnonsense = 1\n', encoding="utf-8")
    assert load(file) == Config()


@pytest.mark.parametrize(
    ("text", "message", "remedy"),
    [
        ('[post]\nnane = "x"', "unknown key 'post.nane'", "did you mean 'name'?"),
        ("latitude = 44.0", "unknown key 'latitude'", "it belongs under [post]"),
        ("[ofice]", "unknown key 'ofice'", "did you mean 'office'?"),
        ("[[sources]]", "unknown key 'sources'", "did you mean 'source'?"),
        ("[speech]", "unknown key 'speech'", "known keys here: post, office"),
        ("[post]\nlatitude = 99", "post.latitude = 99", "from -90 to 90"),
        ("[post]\nlatitude = nan", "post.latitude = nan", "from -90 to 90"),
        ("[post]\nlongitude = '2'", "post.longitude = '2'", "longitude = 2.1580"),
        ("[post]\nlanguages = []", "post.languages = []", "fr en de es it nl oc ca"),
        ("[post]\nlanguages = ['fr', 'pt']", "post.languages[1] = 'pt'", "fr en de es it nl oc ca"),
        ("[post]\nlanguages = ['fr', 'fr']", "post.languages names 'fr' twice", "each once"),
        ("[post]\nname = ''", "post.name = ''", "Mairie de Pampelonne"),
        ("[post]\nmode = 'kiosk'", "post.mode = 'kiosk'", '"counter"'),
        ('[office]\nname = "a\\u001b[2J"', "office.name = ", "Office de Tourisme"),
        ("[office]\nphone = 'call us'", "office.phone = 'call us'", "05 63 76 76 67"),
        ("[office]\nwebsite = 'javascript:x'", "office.website = ", "https://"),
        ("[idle]\nseconds = 9", "idle.seconds = 9", "from 10 to 3600"),
        ("[idle]\ncountdown = 0", "idle.countdown = 0", "from 10 to 120"),
        ("[printer]\nport = 9100", "[printer] lacks a key: host", "192.168.1.60"),
        ("[printer]\nhost = 'p'\nport = 70000", "printer.port = 70000", "65535"),
        ("[printer]\nhost = 'p'\npaper_mm = 76", "printer.paper_mm = 76", "58"),
        ("[paths]\ndata = ''", "paths.data = ''", "/srv/kiosk"),
        ("post = 3", "post = 3 is not accepted", "[post]"),
        ("theme = 'pink'", "theme = 'pink'", '"night"'),
        ("[post", "is not valid TOML", "quotes"),
    ],
)
def test_what_is_wrong_is_named(file: Path, text: str, message: str, remedy: str) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(WrongUse) as caught:
        load(file)
    assert caught.value.exit_code == 2
    assert caught.value.where == str(file)
    assert message in caught.value.message
    assert remedy in caught.value.remedy


def test_a_file_that_is_not_there_or_not_text(file: Path) -> None:
    with pytest.raises(WrongUse, match="cannot be read"):
        load(file)
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(WrongUse, match="not valid TOML"):
        load(file)


def test_control_characters_in_a_message_are_shown_as_text(file: Path) -> None:
    file.write_text('[office]\nname = "a\\u001b[2J"', encoding="utf-8")
    with pytest.raises(WrongUse) as caught:
        load(file)
    assert "\x1b" not in str(caught.value)
