from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.refresh.addresses import file_name, folder_name, is_address, masked, masked_text

HIDDEN = "S3cr3t-1234"


@pytest.mark.parametrize(
    "address",
    [
        f"https://me:{HIDDEN}@example.org/flux.zip",
        f"https://{HIDDEN}@example.org/flux.zip",
        f"https://api.openagenda.com/v2/events?key={HIDDEN}&size=100",
        f"https://x.org/a?format=csv&apiKey={HIDDEN}",
        f"https://x.org/a?API_KEY={HIDDEN}#top",
        f"https://x.org/a?api%5Fkey={HIDDEN}",
        f"https://x.org/a?access_token={HIDDEN}",
        f"https://x.org/a?X-Amz-Signature={HIDDEN}&X-Amz-Credential={HIDDEN}",
        f"https://x.org/a?password={HIDDEN}",
        f"https://x.org/a#token={HIDDEN}",
        f"https://diffuseur.datatourisme.fr/webservice/b2ea75c3/{HIDDEN}",
        f'https://api.apidae-tourisme.com/list?query={{"projetId":1,"apiKey":"{HIDDEN}"}}',
        f"https://api.apidae-tourisme.com/list?query=%7B%22apiKey%22%3A%22{HIDDEN}%22%7D",
        f"https://[broken?key={HIDDEN}",
    ],
)
def test_no_secret_is_said(address: str) -> None:
    assert is_address(address)
    assert HIDDEN not in masked(address)
    assert HIDDEN not in masked_text(f"the address {address} failed")
    assert HIDDEN not in folder_name(address)
    assert folder_name(address) == folder_name(address.replace(HIDDEN, "renewed"))


def test_what_is_no_secret_stays() -> None:
    for address in (
        "https://www.data.gouv.fr/fr/datasets/r/10299f80-20d2?format=csv&lang=fr",
        "http://127.0.0.1:8000/flux.zip",
        "https://wcf.tourinsoft.com/Syndication/3.0/cdt81/8b54b95f/Objects?$format=json",
    ):
        assert masked(address) == address
    assert masked("https://me:x@h.org:8/a?q=1&key=2&b") == "https://***@h.org:8/a?q=1&key=***&b"


@given(st.text(st.characters()))
def test_any_text_has_a_mask_and_a_folder(text: str) -> None:
    address = f"https://{text}"
    assert masked(masked(address)) == masked(address)
    name = folder_name(address)
    assert name == file_name(name) == folder_name(masked(address))
    assert "/" not in name
    assert not name.startswith(".")


@given(st.text(st.characters()))
def test_file_names_are_harmless(raw: str) -> None:
    name = file_name(raw)
    assert len(name) <= 61
    assert not set(name) - set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-")
    assert not name.startswith((".", "-"))


@pytest.mark.parametrize("path", ["flux.zip", "/srv/x", "C:/x", "a:b", "./http:/x", "usb key/x"])
def test_paths_are_no_addresses(path: str) -> None:
    assert not is_address(path)
