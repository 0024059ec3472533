"""How a route is travelled, by the words of recorders and planners (`trk/type` has no list)."""

from __future__ import annotations

from typing import Final

from catalog.model import TermId

_WORDS: Final = {
    "walking": "walking walk hiking hike hiking_walking mountaineering nordic_walking randonnee"
    " rando marche pedestre randonnee_pedestre trekking foot promenade senderismo wandern wandelen",
    "cycling": "cycling bike biking bicycle touring_bicycle touringbicycle e_touringbicycle"
    " racebike e_racebike road_biking road_cycling ride velo cyclisme cyclo bicicleta"
    " radfahren fietsen road_bike touring_bike",
    "mountain_biking": "mountain_biking mountain_bike mtb mtb_easy mtb_advanced e_mtb e_mtb_easy"
    " e_mtb_advanced vtt btt gravel_cycling gravel mountainbiking",
    "riding": "horseback_riding horse_riding equestrian equestre cheval a_cheval",
    "trail_running": "running run jogging trail trail_running course course_a_pied",
    "paddling": "kayaking canoeing canoe kayak paddling rowing stand_up_paddleboarding",
    "driving": "driving motorcycling motorcycle car auto voiture moto",
    "skating": "inline_skating skating roller rollers",
}
MODES: Final = {word: TermId(mode) for mode, words in _WORDS.items() for word in words.split()}
"""The way of moving that a folded word means, `_` for a space."""

ROUTES: Final = {
    TermId(mode): TermId(route)
    for mode, route in (
        ("walking", "walking_route"),
        ("cycling", "cycling_route"),
        ("mountain_biking", "mtb_route"),
        ("riding", "horse_route"),
        ("trail_running", "trail_route"),
        ("paddling", "water_route"),
        ("driving", "driving_route"),
    )
}
"""What a route is called that is made for a way of moving."""
