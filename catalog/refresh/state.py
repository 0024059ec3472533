"""What the new catalogue is like, as sections: coverage, translations, quality."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import LANGUAGES, Kind
from catalog.refresh.blocks import Counted, Item, Items, Lines, Section, Table
from catalog.refresh.news import listed
from catalog.refresh.quality import PARTS, WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.refresh.blocks import Block
    from catalog.refresh.news import Shown
    from catalog.refresh.survey import CommuneCoverage, Scored, SurveyFacts
    from catalog.refresh.wording import Wording

_BAR: Final = 30
"""Characters of the longest bar of the spread."""
_LOWEST_IN_LETTER: Final = 5
_NAMED_WITHOUT: Final = 60


def state(survey: SurveyFacts, wording: Wording, shown: Shown) -> Iterator[Section]:
    """The sections, none for an empty catalogue."""
    if not survey.listings:
        return
    yield from _coverage(survey, wording, shown)
    yield from _translations(survey, wording, shown)
    yield _quality(survey, wording, shown)


def _coverage(survey: SurveyFacts, wording: Wording, shown: Shown) -> Iterator[Section]:
    if not survey.communes:
        return
    named = survey.coverage[: shown.communes]
    left = survey.communes - len(named)
    more = wording.say("letter.rest", count=wording.number(left)) if left else None
    blocks: list[Block] = []
    if shown.tables:
        kinds = [kind.value for kind in Kind if any(kind in one.by_kind for one in named)]
        head = ("", wording.say("column.total"), *(wording.say(f"kind.{kind}") for kind in kinds))
        rows = tuple(_commune_row(one, kinds, wording) for one in named)
        blocks.append(Table(head, rows, more))
    else:
        items = tuple(Item(_commune_line(one, wording)) for one in named)
        blocks.append(Items(items, more))
    bare = [one.name for one in survey.coverage if not one.practical]
    lines = [
        wording.say(
            "state.without_practical",
            count=wording.number(survey.without_practical),
            of=wording.number(survey.communes),
        )
    ]
    if bare:
        names = ", ".join(bare[:_NAMED_WITHOUT])
        lines.append(names + ("…" if survey.without_practical > _NAMED_WITHOUT else ""))
    if survey.no_commune:
        lines.append(wording.say("state.no_commune", count=wording.number(survey.no_commune)))
    blocks.append(Lines(tuple(lines)))
    title = wording.say("state.coverage", count=wording.number(survey.communes))
    yield Section(title, tuple(blocks))


def _commune_line(commune: CommuneCoverage, wording: Wording) -> str:
    kinds = {wording.say(f"kind.{kind}"): count for kind, count in commune.by_kind.items()}
    count = wording.number(commune.listings)
    return wording.say(
        "letter.because", where=f"{commune.name} {count}", why=listed(kinds, wording)
    )


def _commune_row(commune: CommuneCoverage, kinds: list[str], wording: Wording) -> tuple[str, ...]:
    figures = (commune.by_kind.get(kind, 0) for kind in kinds)
    cells = (wording.number(figure) if figure else "·" for figure in figures)
    return (commune.name, wording.number(commune.listings), *cells)


def _translations(survey: SurveyFacts, wording: Wording, shown: Shown) -> Iterator[Section]:
    totals = {lang: sum(survey.untranslated.get(lang, {}).values()) for lang in LANGUAGES}
    if not any(totals.values()) and not survey.without_text:
        return
    blocks: list[Block] = []
    missing = [lang for lang in LANGUAGES if totals[lang]]
    if shown.tables:
        kinds = [k.value for k in Kind if any(k in survey.untranslated[lang] for lang in missing)]
        head = ("", wording.say("column.total"), *(wording.say(f"kind.{kind}") for kind in kinds))
        rows = []
        for lang in missing:
            counts = survey.untranslated[lang]
            cells = (wording.number(counts[k]) if counts.get(k) else "·" for k in kinds)
            rows.append((wording.say(f"language.{lang}"), wording.number(totals[lang]), *cells))
        blocks.append(Table(head, tuple(rows)))
    else:
        blocks.append(
            Counted(
                tuple(
                    (wording.number(totals[lang]), Item(_missing(lang, survey, wording)))
                    for lang in missing
                )
            )
        )
    lines = []
    if survey.without_text:
        count = wording.number(sum(survey.without_text.values()))
        lines.append(wording.say("state.without_text", count=count))
    machine = {
        wording.known(f"language.{lang}") or lang: count for lang, count in survey.machine.items()
    }
    if machine:
        lines.append(wording.say("state.machine", list=listed(machine, wording)))
    if lines:
        blocks.append(Lines(tuple(lines)))
    yield Section(wording.say("state.translations"), tuple(blocks))


def _missing(lang: str, survey: SurveyFacts, wording: Wording) -> str:
    kinds = {
        wording.say(f"kind.{kind}"): count for kind, count in survey.untranslated[lang].items()
    }
    return wording.say(
        "letter.because", where=wording.say(f"language.{lang}"), why=listed(kinds, wording)
    )


def _quality(survey: SurveyFacts, wording: Wording, shown: Shown) -> Section:
    quality = survey.quality
    parts = tuple(
        (
            wording.say(f"part.{part.value}"),
            wording.number(WEIGHTS[part]),
            f"{quality.parts[part.value]}\u00a0%",
        )
        for part in PARTS
        if part.value in quality.parts
    )
    heads = ("part", "weight", "there")
    most = max(quality.spread)
    spread = tuple(
        (wording.number(count), Item(f"{_range(step):<8}{'█' * round(_BAR * count / most)}"))
        for step, count in enumerate(quality.spread)
        if most
    )
    lowest = quality.lowest if shown.tables else quality.lowest[:_LOWEST_IN_LETTER]
    return Section(
        wording.say("state.quality", mean=wording.number(quality.mean)),
        (
            Table(tuple(wording.say(f"column.{name}") for name in heads), parts),
            Lines((wording.say("state.spread"),)),
            Counted(spread),
            Lines((wording.say("state.lowest"),)),
            Items(tuple(_scored(one, wording) for one in lowest)),
        ),
    )


def _range(step: int) -> str:
    return f"{10 * step}–{100 if step == 9 else 10 * step + 9}"


def _scored(one: Scored, wording: Wording) -> Item:
    name = ", ".join(part for part in (one.name, one.commune) if part)
    facts = wording.say(
        "state.scored",
        score=wording.number(one.score),
        asked=wording.number(one.asked),
        weak=", ".join(wording.say(f"part.{part}") for part in one.weak) or "–",
    )
    return Item(f"{name}  ({one.id})", (facts,))
