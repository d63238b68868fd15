"""Things by a name that they have, put in order once: whoever then asks for one name need not look through all of them."""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

T = TypeVar("T")
N = TypeVar("N", bound=Hashable)


def grouped(things: Iterable[T], names_of: Callable[[T], Iterable[N]]) -> dict[N, list[T]]:
    """Return the things that have each name, in their own order; one that has a name twice stands there once."""
    groups: dict[N, list[T]] = {}
    for thing in things:
        for name in dict.fromkeys(names_of(thing)):
            groups.setdefault(name, []).append(thing)
    return groups
