"""`catalog exposure`: how the answers of the posts were spread over places and communes."""

from __future__ import annotations

import json
import sys
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from catalog.advice import weights
from catalog.advice.exposure import MOST, exposure
from catalog.clock import machine_now
from catalog.commands.columns import columns, percent
from catalog.commands.desks import desks
from catalog.model import ListingId
from catalog.refresh import figures
from catalog.refresh.wording import Wording
from catalog.store.folder import catalogue_path
from catalog.store.reader import Catalogue
from catalog.text import clean_line
from catalog.worklist.demand import demand

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from catalog.advice.exposure import Exposure

_DAYS: Final = 365
_ROWS: Final = 20
_NAME: Final = 40


def run(options: Namespace) -> int:
    """Print the report; exit 1 where no post has counted an answer in these days."""
    wording = Wording(options.lang)
    last = machine_now().date()
    first = last - timedelta(days=(options.days or _DAYS) - 1)
    counted = demand(desks(options, wording), first, last)
    shown = {ListingId(id): times for id, times in counted.shown.items()}
    with Catalogue.open(catalogue_path(options.data, options.catalog)) as catalogue:
        found = exposure(catalogue, shown)
    if options.json:
        print(json.dumps(document(found, first, last), indent=2, ensure_ascii=False))
    elif found.shown:
        print("\n".join(report(found, first, last, wording, rows=options.limit or _ROWS)))
    if not found.shown:
        print(wording.say("exposure.nothing"), file=sys.stderr)
        return 1
    return 0


def document(found: Exposure, first: date, last: date) -> dict[str, object]:
    """The whole report as `--json` prints it: shares between 0 and 1, most shown first."""
    return {
        "from": first.isoformat(),
        "to": last.isoformat(),
        "shown": found.shown,
        "gone": found.gone,
        "listings": found.listings,
        "listings_shown": found.seen,
        "share_of_most": round(found.share_of_most, 4),
        "spread_weight": weights.TABLE["spread"],
        "communes": [
            {
                "commune": each.commune,
                "listings": each.listings,
                "shown": each.shown,
                "share_of_listings": round(each.share_of_listings, 4),
                "share_of_shown": round(each.share_of_shown, 4),
            }
            for each in found.communes
        ],
        "places": [
            {
                "id": each.id,
                "name": each.name,
                "commune": each.commune,
                "shown": each.shown,
                "share_of_shown": round(each.share_of_shown, 4),
            }
            for each in found.places
        ],
    }


def report(
    found: Exposure, first: date, last: date, wording: Wording, *, rows: int
) -> Iterator[str]:
    """The report in lines: the sums, the communes, the places shown most, how it is counted."""
    lang = wording.lang
    days = {"first": figures.day(first, lang), "last": figures.day(last, lang)}
    yield wording.say("exposure.title", **days)
    yield wording.say(
        "exposure.sums",
        shown=wording.number(found.shown),
        seen=wording.number(found.seen),
        listings=wording.number(found.listings),
    )
    yield wording.say(
        "exposure.most", most=min(MOST, found.seen), share=percent(found.share_of_most, lang)
    )
    if found.gone:
        yield wording.say("exposure.gone", count=wording.number(found.gone))
    yield ""
    said = wording.say
    heads = [said(f"exposure.{key}") for key in ("commune", "listings", "shown", "part", "given")]
    communes = [each for each in found.communes if each.shown]
    yield from columns(
        (heads[0], heads[1], heads[3], heads[2], heads[4]),
        [
            (
                clean_line(each.commune, limit=_NAME) or "–",
                wording.number(each.listings),
                percent(each.share_of_listings, lang),
                wording.number(each.shown),
                percent(each.share_of_shown, lang),
            )
            for each in communes[:rows]
        ],
    )
    if len(communes) > rows:
        yield wording.say("exposure.more", count=wording.number(len(communes) - rows))
    if found.never:
        yield wording.say("exposure.never", count=wording.number(len(found.never)))
        yield "  " + ", ".join(clean_line(name, limit=_NAME) for name in found.never[:rows])
    yield ""
    yield from columns(
        (said("exposure.place"), heads[0], heads[2], heads[4]),
        [
            (
                clean_line(each.name, limit=_NAME),
                clean_line(each.commune, limit=_NAME) or "–",
                wording.number(each.shown),
                percent(each.share_of_shown, lang),
            )
            for each in found.places[:rows]
        ],
    )
    yield ""
    yield wording.say("exposure.how", weight=f"{weights.TABLE['spread']:g}")
