"""Small records of an Opendatasoft agenda in the shapes of the real ones."""

from __future__ import annotations

from datetime import date
from typing import Any

from catalog.sources.draft import Draft
from catalog.sources.opendatasoft.datasets import Dataset, datasets
from catalog.sources.opendatasoft.envelope import Enveloped
from catalog.sources.opendatasoft.record import read_record

RETRIEVED = date(2026, 11, 21)
OCCITANIE = "agendas-participatif-des-sorties-en-occitanie"
KNOWN = datasets()[OCCITANIE]


def fields(**more: Any) -> dict[str, Any]:
    return {
        "titre": "Fête du verre",
        "description": "Souffleurs et graveurs.",
        "thematique": "Culture",
        "type": "Agenda / Mes sorties",
        "date": "Du 9 au 13 décembre",
        "date_debut": "2026-12-09",
        "date_fin": "2026-12-13",
        "adresse": "4, allée du Parc, Verrerie ouvrière, 81400 Carmaux - Tarn",
        "commune": "Carmaux",
        "code_insee": "81060",
        "url": "https://www.laregion.fr/Fete-du-verre",
        "geo_point_2d": [44.0512, 2.1571],
        "geo_shape": {"type": "Point", "coordinates": [2.1571, 44.0512]},
    } | more


def draft(dataset: Dataset = KNOWN, **more: Any) -> Draft:
    result = read_record(Enveloped(fields(**more), record="abc"), dataset, RETRIEVED, where="f")
    assert isinstance(result, Draft), result
    return result


def kinds_of(found: Draft) -> list[str]:
    return [caution.kind for caution in found.warnings]
