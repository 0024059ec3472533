"""What search takes as it stands: no word that only puts wishes in an order."""

from __future__ import annotations

import pytest

from catalog.request import read
from tests.bench.turns import PLACES


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "demain d'abord un château, ensuite un musée pour finir"),
     ("en", "a castle first, then lunch, and afterwards a museum"),
     ("de", "morgen erst ein Schloss, dann Mittagessen, anschließend ein Museum"),
     ("de", "als Erstes ein Schloss, danach baden"),
     ("es", "primero un castillo, luego comer y después un museo"),
     ("it", "prima un castello, poi pranzo e dopo un museo"),
     ("nl", "morgen eerst een kasteel, dan lunchen en daarna zwemmen"),
     ("oc", "deman d'en primièr un castèl, puèi dinnar e aprèp nadar"),
     ("ca", "primer un castell, després dinar i llavors un museu")],
)  # fmt: skip
def test_words_of_order_are_not_searched(lang: str, text: str) -> None:
    assert read(text, PLACES, lang=lang).rest == ""


@pytest.mark.parametrize("text", ["Le Premier Homme", "restaurant du Premier Pont et un musée"])
def test_a_name_keeps_its_words(text: str) -> None:
    assert "premier" in read(text, PLACES, lang="fr").rest


def test_of_one_thing_every_word_is_searched() -> None:
    assert read("d'abord le château", PLACES, lang="fr").rest == "abord"
