from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.errors import WrongUse
from catalog.geo import Point
from catalog.model import LANGUAGES
from catalog.refresh import settings
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
        ('[post]\nnane = "x"', "'post.nane', did you mean 'name'?", "Known keys there: name"),
        ("latitude = 44.0", "unknown key 'latitude'", "It belongs under [post]."),
        ("[ofice]", "'ofice', did you mean 'office'?", "Known keys there: post"),
        ("[[sources]]", "'sources', did you mean 'source'?", "source"),
        ("[speech]", "unknown key 'speech'", "Known keys there: post, office"),
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
        ("[paths]\ndata = '~nobody-of-this-name/x'", "paths.data", "/srv/kiosk"),
        ("theme = 'pink'", "theme = 'pink'", '"night"'),
        ("office = 3", "office = 3 is not accepted", "[office]"),
        ("idle = 5", "idle = 5 is not accepted", "[idle]"),
        ("paths = 1", "paths = 1 is not accepted", "[paths]"),
        ("printer = 1", "printer = 1 is not accepted", "[printer]"),
        ("[[post]]", "post = [{}] is not accepted", "[post]"),
        ("[post.languages]\nfr = 1", "post.languages = {'fr': 1}", "fr en de es it nl oc ca"),
        ("[paths.data]\nx = 1", "paths.data = {'x': 1}", "/srv/kiosk"),
        ("[post", "is not TOML", "bracket"),
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


@pytest.mark.parametrize("key", sorted(EXAMPLES))
def test_the_remedy_of_every_key_is_accepted(file: Path, key: str) -> None:
    """Whatever the value, the answer is a WrongUse whose first example the file then takes."""
    section, dot, name = key.partition(".")
    wrong: tuple[object, ...] = (-7, 2.5, True, [], [[]], {"x": 1}, "\u202e", "\u009b31m", "x\n")
    refused = []
    for value in wrong:
        line = f"{name or section} = {toml(value)}\n"
        file.write_text(f"[{section}]\n{needed(section, name)}{line}" if dot else line, "utf-8")
        error = refusal(file)
        if error is not None:
            refused.append(error.remedy.removeprefix("Write, for example: "))
            assert str(error).replace("\n  → ", " ").isprintable()
    assert len(refused) > 4
    (example,) = {each for each in refused if not each.startswith("Known keys there: ")}
    example = re.split(r",? (?:or|from|one line|\()|(?<=y\"), \"", example)[0]
    if " with " in example:
        example = re.sub(r" with (?:lines such as |a line )?", "\n", example)
    elif dot:
        example = f"[{section}]\n{needed(section, name)}{example}"
    file.write_text(example, "utf-8")
    load(file)


KEYS = (*EXAMPLES, *settings.EXAMPLES, "x", "post.x", "a.b.c", "post.name.x", "paths.data.x")
VALUES = (
    *("3", "-1", "1.5", "nan", "inf", "1e400", "9" * 400, "true", '""', '"x"', '"\\n"', '"fr"'),
    *("[]", "[1]", "[[1]]", "[{}]", "[[{}]]", '["fr"]', '["fr","xx"]', "{a=1}", "{fr={a=1}}"),
    *(
        "2026-01-01",
        "07:30:00",
        "2026-01-01T00:00:00Z",
        '"\\u0000"',
        '"~nobody/x"',
        f'"{"x" * 999}"',
    ),
)


@given(st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(VALUES)), max_size=3))
def test_whatever_stands_there_is_taken_or_refused_in_words(
    tmp_path_factory: pytest.TempPathFactory, lines: list[tuple[str, str]]
) -> None:
    """Both programs that read the file: a WrongUse that can be shown, or settings."""
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_text("\n".join(f"{key} = {value}" for key, value in lines), "utf-8")
    for read in (load, settings.load):
        try:
            read(path)
        except WrongUse as error:
            told = str(error)
            assert all(line.isprintable() for line in told.splitlines())
            assert len(told) < 1500


def refusal(file: Path) -> WrongUse | None:
    try:
        load(file)
    except WrongUse as error:
        return error
    return None


def needed(section: str, name: str) -> str:
    return 'host = "p"\n' if section == "printer" and name != "host" else ""


def toml(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {toml(each)}" for key, each in value.items()) + "}"
    return json.dumps(value)


HIDDEN = ["\u202e", "\u2066", "\u200b", "\u009b31m", "\u0085", "\u2028", "\ufeff", "\t", "\n"]


@pytest.mark.parametrize("hidden", HIDDEN, ids=ascii)
@pytest.mark.parametrize("key", ["post.name", "post.place", "office.hours", "office.phone",
    "office.website", "printer.host", "paths.data"])  # fmt: skip
def test_nothing_that_nobody_sees_is_accepted(file: Path, key: str, hidden: str) -> None:
    section, _, name = key.partition(".")
    value = {"phone": "05 63", "website": "https://x.org", "host": "p"}.get(name, "a")
    file.write_text(f"[{section}]\n{name} = {json.dumps(value)}\n", "utf-8")
    load(file)
    file.write_text(f"[{section}]\n{name} = {json.dumps(value + hidden)}\n", "utf-8")
    with pytest.raises(WrongUse, match=re.escape(key)):
        load(file)


def test_a_file_from_a_windows_editor_is_read(file: Path) -> None:
    """With a byte-order mark and its line ends."""
    text = '[post]\r\nname = "Mairie de Pampelonne"\r\n[refresh]\r\nkeep = 7\r\n'
    file.write_bytes(text.encode("utf-8-sig"))
    assert load(file).post.name == "Mairie de Pampelonne"
    assert settings.load(file).keep == 7


def test_a_file_that_is_not_there_or_not_text(file: Path) -> None:
    with pytest.raises(WrongUse, match="cannot be read"):
        load(file)
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(WrongUse, match="not UTF-8 text"):
        load(file)


def test_control_characters_in_a_message_are_shown_as_text(file: Path) -> None:
    file.write_text('[office]\nname = "a\\u001b[2J"', encoding="utf-8")
    with pytest.raises(WrongUse) as caught:
        load(file)
    assert "\x1b" not in str(caught.value)
