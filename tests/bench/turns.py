"""Follow-ups read: `python -m tests.bench.turns [--failures] [--held-back]`.

Every row of `turns.txt` passes when the act, what it points at and every key of the request are
right, and no other key has changed. One half is for tuning, the other is held back by a hash
and only counted; `--held-back` names its failures too, once the rules are settled.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from time import process_time
from typing import Final

from catalog.model import Kind, ListingId
from catalog.request import PlaceNames, Request
from catalog.request.turns import turn
from catalog.request.turns_model import Act, Past, Shown, Turn

TABLE: Final = Path(__file__).with_name("turns.txt")
PLACES: Final = PlaceNames(["Carmaux", "Penne", "Albi", "Monestiés"], ["Lac de la Roucarié"])


def shown(name: str, away: float, **more: object) -> Shown:
    return Shown(id=ListingId(name), names=(name,), distance_km=away, **more)  # type: ignore[arg-type]


LAKES: Final = (
    shown("Lac de la Roucarié", 4.5),
    shown("Cap Découverte", 9.0),
    shown("Piscine municipale", 1.2, price=3.5),
)
WALKS: Final = (
    shown("Chemin des mineurs", 2.0, length_km=7.4, minutes=130, difficulty="medium"),
    shown("Sentier du Viaur", 11.0, length_km=12.0, minutes=220, difficulty="hard"),
    shown("Boucle de Penne", 20.0, length_km=5.0, minutes=90, difficulty="medium"),
)
MUSEUMS: Final = (
    shown("Musée du verre", 1.0, price=6.0),
    shown("Musée Bajén-Vega", 8.0, price=4.5),
    shown("Château de Penne", 20.0, price=6.5),
)
TABLES: Final = (
    shown("Auberge du Cérou", 6.0),
    shown("La Table du marché", 0.4),
    shown("Hôtel du Viaduc", 3.0),
)


def pasts(lang: str) -> dict[str, Past]:
    """What may have gone before, in a language."""
    lake = Request(
        types=(Kind.ACTIVITY, Kind.ATTRACTION),
        themes=("swimming", "lake"),
        party=("kids",),
        lang=lang,
    )
    walk = Request(types=(Kind.ITINERARY,), themes=("walking_route",), when="today", lang=lang)
    museum = Request(
        types=(Kind.ATTRACTION,), themes=("museum", "castle"), when="tomorrow", lang=lang
    )
    food = Request(types=(Kind.FOOD,), themes=("restaurant",), when="today:evening", lang=lang)
    event = Request(types=(Kind.EVENT,), when="this_weekend", where="Penne", lang=lang)
    return {
        "none": Past(),
        "lake": Past(request=lake, text="…", shown=LAKES),
        "walk": Past(request=walk, text="…", shown=WALKS),
        "museum": Past(request=museum, text="…", shown=MUSEUMS),
        "eat": Past(request=food, text="…", shown=TABLES),
        "event": Past(request=event, text="…", shown=TABLES),
    }


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    lang: str
    past: str
    text: str
    expected: str

    @property
    def held_back(self) -> bool:
        key = f"{self.lang}|{self.past}|{self.text}"
        return sha256(key.encode()).digest()[0] % 2 == 1


def rows() -> list[Row]:
    """The whole table."""
    lines = (line for line in TABLE.read_text("utf-8").splitlines() if line[:1] not in "#")
    return [Row(*(part.strip() for part in line.split("|"))) for line in lines if line]


def fault(row: Row) -> str:
    """What is wrong with the reading of a row, "" when it is right."""
    past = pasts(row.lang)[row.past]
    lang = row.lang if past.request is not None else None
    return compare(turn(past, row.text, PLACES, lang=lang), row.expected, past)


def compare(found: Turn, expected: str, past: Past) -> str:
    """How a turn differs from what a row expects of it."""
    act, *details = expected.split()
    if details == [f"lang={found.language}"] and found.act is Act.LANGUAGE:
        return ""
    if found.act != act:
        return f"{found.act} instead of {act}"
    target = next((shown.id for shown in past.shown if shown.id == found.target), None)
    for detail in details:
        if detail.isdecimal() and past.shown[int(detail) - 1].id != target:
            return f"points at {found.target}"
    words = [detail for detail in details if not detail.isdecimal()]
    if act == "ask":
        field, *when = words
        if found.field != field:
            return f"asks {found.field}"
        return "" if found.when == (when[0].removeprefix("when=") if when else None) else "when"
    if act == "concern":
        return "" if found.concern == words[0] else f"is {found.concern}"
    return _keys(found, words, past) if act == "refine" else ""


RELATIVES: Final = {
    "shorter": ("max_km", 5.0),
    "nearer": ("radius_km", 1.2),
    "cheaper": ("max_price", 4.5),
    "easier": ("difficulty", None),
}


def _keys(found: Turn, words: list[str], past: Past) -> str:
    assert found.request is not None
    assert past.request is not None
    before, after = past.request.keys(), found.request.keys()
    changed = set()
    for word in words:
        if word in RELATIVES:
            key, below = RELATIVES[word]
            value = after[key]
            if below is None and value != "easy":
                return f"{key} is {value}"
            if below is not None and not (isinstance(value, (int, float)) and value < below):
                return f"{key} is {value}"
        else:
            key, _, wanted = word.partition("=")
            value = after[key]
            held = value if isinstance(value, list) else [f"{value}"]
            if wanted.startswith("-") and wanted[1:] in held:
                return f"{key} still holds {wanted[1:]}"
            if wanted not in held:
                return f"{key} is {value}"
        changed.add(key)
    other = [key for key in before if key not in changed and before[key] != after[key]]
    return f"changed {other}: {[after[key] for key in other]}" if other else ""


def main() -> None:
    """Print the share of rows that pass, by language and half."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--failures", action="store_true")
    parser.add_argument("--held-back", action="store_true")
    options = parser.parse_args()
    passed: Counter[tuple[str, bool]] = Counter()
    total: Counter[tuple[str, bool]] = Counter()
    start = process_time()
    for row in rows():
        wrong = fault(row)
        total[row.lang, row.held_back] += 1
        passed[row.lang, row.held_back] += not wrong
        if wrong and (options.held_back if row.held_back else options.failures):
            print(f"{row.lang} | {row.past} | {row.text} | {row.expected}: {wrong}")
    spent = process_time() - start
    for lang in dict.fromkeys(lang for lang, _ in total):
        print(lang, *(f"{passed[lang, half]}/{total[lang, half]}" for half in (False, True)))
    for half, name in ((False, "tuned"), (True, "held back")):
        good = sum(count for (_, h), count in passed.items() if h is half)
        of = sum(count for (_, h), count in total.items() if h is half)
        print(f"{name}: {good}/{of} = {good / of:.1%}")
    print(f"{spent / sum(total.values()) * 1000:.2f} ms of CPU a turn")


if __name__ == "__main__":
    main()
