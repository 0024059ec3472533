"""Days and months from one to another."""

from __future__ import annotations

import pytest

from catalog.request import PlaceNames, read

PLACES = PlaceNames(["Albi", "Carmaux"])


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("du 28 juillet au 3 août", "date:07-28..08-03"),
        ("entre le 5 et le 8 août", "date:08-05..08-08"),
        ("du samedi 1er au samedi 8 août", "date:08-01..08-08"),
        ("carnaval du 3 au 5/08", "date:08-03..08-05"),
        ("from July 28 to August 3", "date:07-28..08-03"),
        ("vom 3. bis zum 8. August", "date:08-03..08-08"),
        ("juillet-août", "date:07-01..08-31"),
        ("juin, juillet et août", "date:06-01..08-31"),
        ("mars et avril", "date:03-01..04-30"),
        ("de mayo a septiembre", "date:05-01..09-30"),
        ("entre mayo y septiembre", "date:05-01..09-30"),
        ("de décembre à février", "date:12-01..02-28"),
        ("en mai ou en septembre", "month:05"),
        ("en août, à Albi", "month:08"),
        ("2 adultes et 3 enfants le 5 août", "date:08-05"),
        ("du 5 août", "date:08-05"),
    ],
)
def test_a_stretch_is_read_from_its_first_day_to_its_last(text: str, when: str) -> None:
    assert read(text, PLACES).when == when
