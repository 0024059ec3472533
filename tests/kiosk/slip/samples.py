"""Small slips to lay out: three places of our own, in English and in French."""

from __future__ import annotations

import gettext
from datetime import datetime
from typing import TYPE_CHECKING, Final

from catalog.clock import PARIS
from catalog.model import Kind, ListingId
from catalog.vocabulary import Gesture
from kiosk.config import Config, OfficeConfig, PostConfig
from kiosk.i18n import Translator, languages
from kiosk.slip.document import Answer, SlipDocument, build
from kiosk.views import ListingView, Openness, Passage, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

NOW: Final = datetime(2026, 11, 21, 10, 47, tzinfo=PARIS)

CONFIG: Final = Config(
    post=PostConfig(name="Aire de la Croix de Mille"),
    office=OfficeConfig(
        name="Office de tourisme du Ségala",
        phone="05 63 00 00 00",
        hours="9:30–12:30, 14:00–18:00",
        website="https://office.example",
    ),
)

GESTURE: Final = Gesture(
    id="refill",
    text={
        "fr": "Remplissez votre gourde à la fontaine : c’est une bouteille de moins.",
        "en": "Refill your bottle at the fountain: that is one bottle less.",
    },
)

_FRENCH: Final = {
    "Your question:": "Votre question :",
    "If it rains:": "S’il pleut :",
    "On the way:": "Sur la route :",
    "Please note:": "À noter :",
    "A gesture that counts:": "Un geste qui compte :",
    "Emergency: %(number)s": "Urgences : %(number)s",
    "A question? %(phone)s": "Une question ? %(phone)s",
    "Scan to open the place in your phone's map": "À scanner pour ouvrir le plan",
    "Shortened to save paper: ask the office for the full sheet, code %(code)s.": (
        "Abrégé : demandez la feuille complète à l’office, code %(code)s."
    ),
    "Something wrong? Tell the office the code %(code)s.": "Une erreur ? Dites le code %(code)s.",
}


class _Words(gettext.NullTranslations):
    """The slip's own words only: goldens do not change when a translator improves a sentence."""

    def __init__(self, words: dict[str, str]) -> None:
        super().__init__()
        self._words = words

    def gettext(self, message: str) -> str:
        return self._words.get(message, message)


def translator(lang: str) -> Translator:
    """English as it stands in the code, or the French of this file."""
    language = next(one for one in languages() if one.code == lang)
    return Translator(language, _Words(_FRENCH if lang == "fr" else {}))


def view(number: int = 1, **changes: object) -> ListingView:
    """A place; `changes` replace its facts."""
    facts: dict[str, object] = {
        "id": ListingId(f"house:place-{number}"),
        "kind": Kind.ATTRACTION,
        "title": f"Le lac {number}",
        "title_lang": "fr",
        "kind_line": "Lake · Le Garric",
        "status": Status(Openness.OPEN, "Open until 19:00"),
        "way": "14 km · about 25 min by car",
        "verified": "Verified on 21 July 2026",
        "credits": ("© Office de tourisme du Ségala",),
        "latitude": 44.05 + number / 10,
        "longitude": 2.15,
    }
    return ListingView(**{**facts, **changes})  # type: ignore[arg-type]


def views() -> tuple[ListingView, ...]:
    """A beach with everything, a closed museum, a walk of unknown hours."""
    return (
        view(
            1,
            title="Cap Découverte – la plage",
            summary=Passage("Une ancienne mine devenue un lac.", "fr", "Text in French"),
            hours=("July and August: every day 12:00–19:00",),
            prices=("Free entry",),
            access=("Wheelchair accessible",),
            facts=("Dogs not allowed on the beach", "Parking, toilets"),
            labels=("Pavillon Bleu",),
            contacts=("05 63 00 00 01", "www.plage.example"),
            address=("Lac de la Découverte", "81450 Le Garric"),
        ),
        view(
            2,
            title="Musée de l’Œuvre et du Cœur",
            kind_line="Museum · Carmaux",
            way="3.2 km · about 50 min on foot",
            status=Status(Openness.CLOSED, "Closed; opens Tuesday at 10:00"),
            hours=("Tuesday to Sunday 10:00–12:00, 14:00–18:00", "closed from November to March"),
            prices=("Adult 6.50\u00a0€", "Child 4.00\u00a0€"),
            contacts=("05 63 00 00 02",),
        ),
        view(
            3,
            title="Le chemin des mineurs",
            kind_line="Walk · Blaye-les-Mines",
            way="900 m · about 15 min on foot",
            status=Status(Openness.UNKNOWN, "Hours not known: please ask"),
            facts=("8.4 km", "2 h 30 min", "easy", "loop"),
            credits=("© OpenStreetMap, ODbL – openstreetmap.org/copyright",),
        ),
    )


def document(
    lang: str = "en",
    chosen: Sequence[ListingView] | None = None,
    answer: Answer | None = None,
    warnings: Sequence[str] = ("No swimming at La Roucarié since 22 July.",),
) -> SlipDocument:
    """A whole slip, with a question, a warning and a place for rain."""
    return build(
        views() if chosen is None else chosen,
        config=CONFIG,
        t=translator(lang),
        now=NOW,
        gesture=GESTURE,
        warnings=warnings,
        answer=answer
        or Answer(
            question=("swimming", "lake", "children"),
            fallback=view(5, title="Grotte du Bosc", kind_line="Cave · Saint-Antonin-Noble-Val"),
        ),
    )
