"""From one arrangement of rows to another in single steps, so that a view keeps what it knows of each row. Pure.

Rows that stay in order are left alone and the others are put behind their new predecessors, so that a moved row costs
one step and not one for every row it passed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
Children = Mapping[K | None, Sequence[K]]
"""The rows under each row, those at the top under None; a row without any may be missing."""


@dataclass(frozen=True, slots=True)
class Insert(Generic[K]):
    """New rows, nothing under them yet, come to stand in a row under a parent; `first` is 0-based."""

    parent: K | None
    first: int
    keys: tuple[K, ...]


@dataclass(frozen=True, slots=True)
class Move(Generic[K]):
    """A row with all under it comes to stand under a parent, at 0-based `place` counted before it left its old one."""

    key: K
    source: K | None
    old: int
    parent: K | None
    place: int


@dataclass(frozen=True, slots=True)
class Remove(Generic[K]):
    """Rows with all under them go; `first` and `last` are 0-based and go both."""

    parent: K | None
    first: int
    last: int


Step = Insert[K] | Move[K] | Remove[K]


class Arrangement(Generic[K]):
    """How rows stand, changed step by step."""

    def __init__(self, children: Children[K]) -> None:
        self.children: dict[K | None, list[K]] = {parent: list(under) for parent, under in children.items()}
        self.parents: dict[K, K | None] = {key: parent for parent, under in children.items() for key in under}

    def under(self, parent: K | None) -> list[K]:
        """The rows under a row."""
        return self.children.setdefault(parent, [])

    def apply(self, step: Step[K]) -> None:
        """Take one step."""
        if isinstance(step, Insert):
            self.under(step.parent)[step.first : step.first] = step.keys
            self.parents.update(dict.fromkeys(step.keys, step.parent))
        elif isinstance(step, Move):
            self.under(step.source).pop(step.old)
            shift = step.source == step.parent and step.old < step.place
            self.under(step.parent).insert(step.place - shift, step.key)
            self.parents[step.key] = step.parent
        else:
            gone = self.under(step.parent)[step.first : step.last + 1]
            del self.under(step.parent)[step.first : step.last + 1]
            for key in gone:
                self._forget(key)

    def rename(self, old: K, new: K) -> None:
        """Let a row be known by another key; nothing moves."""
        beside = self.under(self.parents[old])
        beside[beside.index(old)] = new
        self.parents[new] = self.parents.pop(old)
        self.children[new] = self.children.pop(old, [])
        self.parents.update(dict.fromkeys(self.children[new], new))

    def _forget(self, key: K) -> None:
        del self.parents[key]
        for child in self.children.pop(key, []):
            self._forget(child)


def steps(now: Arrangement[K], wanted: Children[K]) -> Iterator[Step[K]]:
    """The steps from an arrangement to another.

    Args:
        now: How the rows stand. Whoever asks applies each step to it before asking for the next.
        wanted: How they are to stand.
    """
    kept = {key for under in wanted.values() for key in under}
    yield from _removals(now, None, kept)
    waiting: list[K | None] = [None]
    while waiting:
        parent = waiting.pop()
        under = wanted.get(parent, ())
        yield from _arranged(now, parent, under)
        waiting.extend(under)
    yield from _leftovers(now, wanted)


def _removals(now: Arrangement[K], parent: K | None, kept: set[K]) -> Iterator[Step[K]]:
    """Take away rows of which nothing stays; a row that goes while one under it stays goes at the end."""
    for place in range(len(now.under(parent)) - 1, -1, -1):
        key = now.under(parent)[place]
        if _stays(now, key, kept):
            yield from _removals(now, key, kept)
        else:
            yield Remove(parent, place, place)


def _stays(now: Arrangement[K], key: K, kept: set[K]) -> bool:
    return key in kept or any(_stays(now, child, kept) for child in now.children.get(key, ()))


def _arranged(now: Arrangement[K], parent: K | None, wanted: Sequence[K]) -> Iterator[Step[K]]:
    """Bring the right rows under a parent, in order, whatever else still stands between them."""
    beside = now.under(parent)
    places = {key: place for place, key in enumerate(beside)}
    steady = _longest_rising([(key, places[key]) for key in wanted if key in places])
    before: K | None = None
    at = 0
    while at < len(wanted):
        key = wanted[at]
        place = beside.index(before) + 1 if before is not None else 0
        run = _new_run(now, wanted, at)
        if run:
            yield Insert(parent, place, run)
        elif key not in steady:
            source = now.parents[key]
            old = now.under(source).index(key)
            if source != parent or old != place:
                yield Move(key, source, old, parent, place)
        at += max(len(run), 1)
        before = wanted[at - 1]


def _new_run(now: Arrangement[K], wanted: Sequence[K], at: int) -> tuple[K, ...]:
    """The rows from a place on that are new, up to the first that is not."""
    end = at
    while end < len(wanted) and wanted[end] not in now.parents:
        end += 1
    return tuple(wanted[at:end])


def _leftovers(now: Arrangement[K], wanted: Children[K]) -> Iterator[Step[K]]:
    """Take away what is not wanted and had something under it that was moved elsewhere."""
    waiting: list[K | None] = [None]
    while waiting:
        parent = waiting.pop()
        belong = set(wanted.get(parent, ()))
        for place in range(len(now.under(parent)) - 1, -1, -1):
            if now.under(parent)[place] not in belong:
                yield Remove(parent, place, place)
        waiting.extend(now.under(parent))


def _longest_rising(places: Sequence[tuple[K, int]]) -> set[K]:
    """The largest set of rows whose places rise, in the order given: those that need not move."""
    tails: list[int] = []
    ends: list[int] = []
    links: list[int] = []
    for at, (_, place) in enumerate(places):
        length = bisect_left(tails, place)
        links.append(ends[length - 1] if length else -1)
        if length == len(tails):
            tails.append(place)
            ends.append(at)
        else:
            tails[length], ends[length] = place, at
    rising = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        rising.add(places[at][0])
        at = links[at]
    return rising
