"""Every sentence of the kiosk, in every language, with the same placeholders."""

from __future__ import annotations

import importlib.util
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.catalog import Catalog

from catalog.model import LANGUAGES

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("scripts_i18n", ROOT / "scripts" / "i18n.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


i18n = _script()


@cache
def template() -> Catalog:
    catalog: Catalog = i18n.extract()
    return catalog


def test_the_template_is_what_the_code_says() -> None:
    assert i18n.TEMPLATE.read_bytes() == i18n.rendered(template(), None)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_language_has_every_message(lang: str) -> None:
    catalog = i18n.read(i18n.po_path(lang))
    wanted = {(message.id, message.context) for message in i18n.messages(template())}
    assert {(message.id, message.context) for message in i18n.messages(catalog)} == wanted
    assert list(i18n.faults(catalog, lang)) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_file_has_its_rule_and_nothing_of_the_machine(lang: str) -> None:
    catalog = i18n.read(i18n.po_path(lang))
    assert str(catalog.locale) == lang
    assert catalog.plural_forms.replace(" ", "") == i18n.plural_rule(lang).replace(" ", "")
    text = i18n.po_path(lang).read_text(encoding="utf-8")
    assert "POT-Creation-Date" not in text
    assert str(ROOT) not in text


def test_no_sentence_has_a_nameless_placeholder() -> None:
    for message in i18n.messages(template()):
        for form in i18n.forms(message.id):
            assert "%s" not in form, form
            assert "%d" not in form, form
            assert "{" not in form, form


def test_an_update_keeps_translations_and_drops_guesses() -> None:
    old = Catalog(locale="fr")
    old.add("Closed", "Fermé")
    old.add("Open", "Deviné", flags=["fuzzy"])
    new_template = Catalog()
    for text in ("Closed", "Open", "New"):
        new_template.add(text)
    new = i18n.updated(new_template, old, "fr")
    assert [(m.id, m.string) for m in i18n.messages(new)] == [
        ("Closed", "Fermé"),
        ("Open", None),
        ("New", None),
    ]
    assert list(i18n.faults(new, "fr")) == ["not translated: 'Open'", "not translated: 'New'"]


def test_faults_of_a_translation_are_named() -> None:
    catalog = Catalog(locale="fr")
    catalog.add("at %(time)s", "à %(heure)s")
    catalog.add(("%(count)s day", "%(count)s days"), ("%(count)s jour",))
    assert list(i18n.faults(catalog, "fr")) == [
        "other placeholders: 'at %(time)s'",
        "1 plural forms instead of 2: '%(count)s day'",
    ]


def test_english_is_its_own_translation() -> None:
    new_template = Catalog()
    new_template.add(("%(count)s day", "%(count)s days"))
    new = i18n.updated(new_template, Catalog(), "en")
    assert list(i18n.faults(new, "en")) == []
