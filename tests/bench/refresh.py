"""Speed and memory of a whole refresh: `scripts/bench refresh [--size N]… [--flux FILE.zip]`.

Each size is refreshed twice: from a table (CSV) of generated listings, and from a DATAtourisme
flux: generated too, in two languages, or the records of a real flux said again and again under
new ids and names. Figures are of the whole command: read, joined, indexed, checked, published.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import resource
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, Any

from tests.bench.generated import listings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Listing

ROOT = Path(__file__).parents[2]


def say(line: str) -> None:
    print(line, flush=True)


def generated_flux(path: Path, size: int) -> None:
    """A flux of generated listings."""
    _write_flux(path, ((f"{n:08x}", _object(n, each)) for n, each in enumerate(listings(size))))


def repeated_flux(path: Path, size: int, real: Path) -> None:
    """The objects of a real flux until there are `size`, each time under other ids and names."""

    def objects() -> Iterator[tuple[str, dict[str, Any]]]:
        with zipfile.ZipFile(real) as source:
            names = [n for n in source.namelist() if "objects/" in n and n.endswith(".json")]
            for number in range(size):
                thing = json.loads(source.read(names[number % len(names)]))
                thing["@id"] = f"https://data.datatourisme.fr/bench/{number:08x}"
                if number >= len(names):
                    for wordings in thing.get("rdfs:label", {}).values():
                        wordings[0] = f"{wordings[0]} {number // len(names) + 1}"
                yield f"{number:08x}", thing

    _write_flux(path, objects())


def _write_flux(path: Path, objects: Iterator[tuple[str, dict[str, Any]]]) -> None:
    index = []
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as flux:
        for name, thing in objects:
            file = f"{name[-2:]}/{name}.json"
            flux.writestr(f"objects/{file}", json.dumps(thing, ensure_ascii=False))
            index.append({"label": name, "file": file})
        flux.writestr("index.json", json.dumps(index))


def _object(number: int, listing: Listing) -> dict[str, Any]:
    name = listing.name.texts[0].text
    place = listing.place
    slots = [
        {
            "schema:validFrom": "2026-04-01T00:00:00",
            "schema:validThrough": "2026-10-31T23:59:59",
            "schema:dayOfWeek": {"@id": f"schema:{day}"},
            "schema:opens": "10:00:00",
            "schema:closes": "18:00:00",
        }
        for day in ("Tuesday", "Wednesday", "Saturday")
    ]
    return {
        "@id": f"https://data.datatourisme.fr/bench/{number:08x}",
        "@type": ["CulturalSite", "PlaceOfInterest", "PointOfInterest"],
        "rdfs:label": {"fr": [name], "en": [f"{name} (site)"]},
        "hasDescription": [
            {"shortDescription": {"fr": [f"{name}, au calme."], "en": [f"{name}, quiet."]}}
        ],
        "isLocatedAt": [
            {
                "schema:geo": {
                    "schema:latitude": str(place.latitude),
                    "schema:longitude": str(place.longitude),
                },
                "schema:address": [
                    {
                        "schema:addressLocality": place.commune,
                        "schema:postalCode": "81400",
                        "hasAddressCity": {"insee": place.insee},
                    }
                ],
                "schema:openingHoursSpecification": slots,
            }
        ],
        "hasContact": [{"schema:telephone": ["+33 5 63 76 76 67"]}],
        "lastUpdate": "2026-06-01",
    }


def table(path: Path, size: int) -> None:
    """A spreadsheet of generated listings, as an office keeps one."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        writer.writerow(("id", "nom", "type", "latitude", "longitude", "commune", "insee"))
        for number, each in enumerate(listings(size)):
            place = each.place
            writer.writerow(
                (
                    f"t-{number}",
                    each.name.texts[0].text,
                    each.kind.value,
                    f"{place.latitude:.6f}",
                    f"{place.longitude:.6f}",
                    place.commune,
                    place.insee,
                )
            )


@dataclass(frozen=True)
class Figures:
    """Seconds passed and of processor, MiB of the largest process."""

    passed: float
    worked: float
    memory: float


def refresh(source: Path, folder: Path) -> Figures:
    """One refresh in a process of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = perf_counter()
    subprocess.run(
        [sys.executable, "-m", "catalog", "refresh", str(source), "--to", str(folder)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    worked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Figures(perf_counter() - began, worked, after.ru_maxrss / 1024)


def measure(name: str, source: Path, size: int, folder: Path) -> None:
    figures = refresh(source, folder / f"data of {source.name}")
    say(
        f"  {name:18} {size / figures.passed:7,.0f} listings/s   {figures.passed:6.1f} s passed,"
        f" {figures.worked:6.1f} s of processor   largest process {figures.memory:5.0f} MiB"
    )


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", type=int, action="append", metavar="N")
    parser.add_argument("--flux", type=Path, metavar="FILE.zip", help="a real flux to repeat")
    wanted = parser.parse_args()
    for size in wanted.size or [5_000]:
        say(f"\n{size:,} listings, {os.cpu_count()} cores")
        with TemporaryDirectory() as name:
            folder = Path(name)
            table(folder / "table.csv", size)
            measure("table (CSV)", folder / "table.csv", size, folder)
            if wanted.flux:
                repeated_flux(folder / "flux.zip", size, wanted.flux)
            else:
                generated_flux(folder / "flux.zip", size)
            measure("DATAtourisme flux", folder / "flux.zip", size, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
