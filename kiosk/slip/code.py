"""The code at the foot of a slip, by which the office finds its places again."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_CROCKFORD: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O, U, so that it can be read aloud."""


def content_code(ids: Iterable[str], *, lang: str, day: str) -> str:
    """ "K7Q-42": 25 bits of a digest of the places, language and ISO day. Same slip, same code."""
    digest = blake2b("\n".join((*ids, lang, day)).encode(), digest_size=8).digest()
    number = int.from_bytes(digest)
    letters = "".join(_CROCKFORD[number >> 5 * place & 31] for place in range(5))
    return f"{letters[:3]}-{letters[3:]}"
