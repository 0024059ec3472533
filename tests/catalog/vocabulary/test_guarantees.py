from __future__ import annotations

from catalog.model import LANGUAGES, TermId
from catalog.text import clean_line
from catalog.vocabulary import concepts, guarantee
from catalog.vocabulary.files import DATA
from catalog.vocabulary.guarantees import load

SENTENCES = load(DATA / "guarantees.ini")


def test_the_main_labels_say_what_they_guarantee() -> None:
    main = """monument_historique plus_beaux_villages pavillon_bleu accueil_velo qualite_tourisme
        tourisme_handicap vignobles_decouvertes bistrot_de_pays grand_site_occitanie
        grand_site_de_france unesco natura2000 ens gr grp bio musee_de_france jardin_remarquable
        villes_fleuries famille_plus bienvenue_a_la_ferme clef_verte gites_de_france
        parc_national maitre_restaurateur site_remarquable_gout"""
    for term in main.split():
        assert guarantee(TermId(term), "fr"), term


def test_only_labels_have_a_guarantee() -> None:
    assert {concepts()[term].group for term in SENTENCES} == {"labels"}


def test_each_is_one_short_sentence_in_every_language() -> None:
    for term in SENTENCES:
        texts = [guarantee(term, lang) or "" for lang in LANGUAGES]
        assert len(set(texts)) == len(LANGUAGES), term
        for text in texts:
            assert text == clean_line(text)
            assert 20 <= len(text) <= 110, text
            assert text.endswith(".")
            assert ". " not in text


def test_what_we_do_not_know_is_not_said() -> None:
    assert guarantee(TermId("michelin"), "fr") is None
    assert guarantee(TermId("unesco"), "xx") is None
    assert guarantee(TermId("castle"), "fr") is None
