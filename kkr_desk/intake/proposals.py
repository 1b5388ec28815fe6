"""Which item files belong to, as which bilag and under which title: read off their names and their folders'. Pure.

Secretariats and municipalities name them in many ways: "2.1 Bilag 2 - Titel.pdf", "Punkt 2.1 bilag 2 Titel.docx",
"2.1.2 Titel", "02-01 Bilag 02", "4-1_bilag5" (seed meetings), "Bilag 3 til pkt. 2.1", "Bilag 3" in a folder "2.1
Budget". A number counts only where the agenda has an item of that number.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import PurePath

from kkr_desk.intake.folders import natural_order
from kkr_desk.model import Agenda, ItemId

Number = tuple[int, ...]

_ENDING = re.compile(r"\.(?=\w{0,4}[^\W\d_])\w{1,5}$")
"""The ending of a name; "2.1 Titel" and "Bilag 2.1" have none."""
_NUMBER = r"(?P<number>\d{1,2}(?:[.\-]\d{1,2}){0,3})(?![.\-]?\d)"
_ITEM_WORD = r"(?:dagsordens?punkt|punkt|pkt|item|sag)"
_APART = r"[\s.,:;)\]–—-]*"
_ITEM = re.compile(rf"(?P<word>{_ITEM_WORD}\b\.?\s*(?:nr\.?\s*)?)?{_NUMBER}(?P<apart>{_APART})", re.IGNORECASE)
_ANYWHERE = re.compile(rf"[(\[]?(?:\btil\s+)?\b{_ITEM_WORD}\b\.?\s*(?:nr\.?\s*)?{_NUMBER}[)\]]?{_APART}", re.IGNORECASE)
_BILAG = re.compile(rf"(?:bilag|bil\.|annex|attachment)\s*(?:nr\.?\s*)?{_NUMBER}{_APART}", re.IGNORECASE)
_BARE = re.compile(r"(?P<number>\d{1,2})(?:\s*[.:)–—-]+\s*|\s+)(?=\S)")
_WORD = re.compile(r"[^\W_]+")
_COMMON = frozenset(
    ("af", "at", "de", "den", "det", "en", "er", "et", "for", "fra", "i", "med", "og", "om", "på", "samt", "til", "ved")
)
"""Words that tell no heading from another."""
_ALIKE = 0.6
"""The part of all words of a folder and a heading that must be in both for the one to be named after the other."""
_NAMELESS = "Bilag"


class Why(StrEnum):
    """What tells where a file belongs."""

    NAME = "name"
    """The item's number is in its name."""
    FOLDER = "folder"
    """The item's number is in the name of a folder it is in."""
    HEADING = "heading"
    """A folder it is in is called as the item."""
    DROPPED = "dropped"
    """It was dropped on the item."""
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Where a file would go.

    Attributes:
        file: The file, as it was given.
        item: Its item; None where nothing tells.
        number: Its number among the item's attachments; None where nothing tells, so that it comes last.
        title: Its title: the words of its name.
        why: What tells the item.
        is_taken: Whether the item has such a number already, or another of the files has it as well.
    """

    file: PurePath
    item: ItemId | None
    number: int | None
    title: str
    why: Why
    is_taken: bool = False

    @property
    def is_clear(self) -> bool:
        """Whether it can be attached without asking."""
        return self.item is not None and not self.is_taken


@dataclass(frozen=True, slots=True)
class _Read:
    """What is read off a name: an item, a number, and what is left of it."""

    item: Number | None = None
    number: int | None = None
    rest: str = ""


def propose(files: Sequence[PurePath], agenda: Agenda, *, at: ItemId | None = None) -> tuple[Proposal, ...]:
    """Propose where files go.

    Args:
        files: Their paths below what was dropped, each once.
        agenda: The meeting's.
        at: The item they were dropped on; it is theirs where their names do not say another.

    Returns:
        Each file once, in natural order.
    """
    items = {number_of(row.number): row.item.id for row in agenda.items}
    headings = {row.item.id: _words(row.item.title) for row in agenda.items}
    ordered = sorted(files, key=lambda file: [natural_order(part) for part in file.parts])
    proposals = [_proposed(file, items, headings, at) for file in ordered]
    return taken_marked(proposals, agenda)


def taken_marked(proposals: Sequence[Proposal], agenda: Agenda) -> tuple[Proposal, ...]:
    """The proposals, those marked whose number another attachment of the item has, or will have."""
    there = {(row.item.id, own.number) for row in agenda.items for own in row.attachments}
    times = Counter((one.item, one.number) for one in proposals)

    def is_taken(one: Proposal) -> bool:
        place = (one.item, one.number)
        return one.item is not None and one.number is not None and (times[place] > 1 or place in there)

    return tuple(replace(one, is_taken=is_taken(one)) for one in proposals)


def number_of(text: str) -> Number:
    """An item's number as numbers: "2.1" is (2, 1)."""
    return tuple(int(part) for part in re.split(r"[.\-]", text) if part.isdecimal())


def _proposed(
    file: PurePath, items: Mapping[Number, ItemId], headings: Mapping[ItemId, list[str]], at: ItemId | None
) -> Proposal:
    above, why = _of_folders(file.parts[:-1], items, headings)
    stem = _plain(_ENDING.sub("", file.name))
    read = _of_name(stem, items, is_placed=above is not None or at is not None)
    title = read.rest or (f"Bilag {read.number}" if read.number else stem or _plain(file.name) or _NAMELESS)
    if read.item is not None:
        return Proposal(file, items[read.item], read.number, title, Why.NAME)
    item = above or at
    return Proposal(file, item, read.number, title, why if above else Why.DROPPED if at else Why.NOTHING)


def _of_name(stem: str, items: Mapping[Number, ItemId], *, is_placed: bool) -> _Read:
    """What a file's name says; a lone number in it is the item's only where nothing else tells the item."""
    read = _item_first(stem, items, is_placed=is_placed) or _bilag_first(stem, items) or _Read(rest=stem)
    if read.item is None and read.number is None and is_placed:
        bare = _BARE.match(stem)
        if bare is not None and int(bare["number"]):
            return _Read(None, int(bare["number"]), stem[bare.end() :])
    return read


def _item_first(stem: str, items: Mapping[Number, ItemId], *, is_placed: bool) -> _Read | None:
    """As in "2.1 Bilag 2 - Titel", "Punkt 2.1 bilag 2 Titel", "2.1.2 Titel", "4-1 bilag5"."""
    found = _ITEM.match(stem)
    if found is None:
        return None
    number, rest = number_of(found["number"]), stem[found.end() :]
    bilag = _BILAG.match(rest)
    if number in items:
        is_lone = len(number) == 1 and not found["word"] and bilag is None
        if is_lone and (is_placed or not found["apart"].strip()):
            return None
        own = number_of(bilag["number"])[-1] if bilag else None
        return _Read(number, own, rest[bilag.end() :] if bilag else rest)
    if number[:-1] in items and number[-1] and bilag is None:
        return _Read(number[:-1], number[-1], rest)
    return None


def _bilag_first(stem: str, items: Mapping[Number, ItemId]) -> _Read | None:
    """As in "Bilag 3 - Titel", "Bilag 2.1.3 Titel", "Bilag 3 til punkt 2.1 - Titel", "Titel (pkt. 2.1)"."""
    bilag, anywhere = _BILAG.match(stem), _ANYWHERE.search(stem)
    item = number_of(anywhere["number"]) if anywhere else None
    if anywhere is not None and item in items:
        before, after = stem[: anywhere.start()], stem[anywhere.end() :]
        own = _BILAG.match(before)
        rest = " ".join(filter(None, [_trimmed(before[own.end() :] if own else before), _trimmed(after)]))
        return _Read(item, number_of(own["number"])[-1] if own else None, rest)
    if bilag is None:
        return None
    number, rest = number_of(bilag["number"]), stem[bilag.end() :]
    if len(number) == 1:
        return _Read(None, number[0] or None, rest)
    if number in items:
        return _Read(number, None, rest)
    return _Read(number[:-1], number[-1], rest) if number[:-1] in items and number[-1] else None


def _of_folders(
    folders: Sequence[str], items: Mapping[Number, ItemId], headings: Mapping[ItemId, list[str]]
) -> tuple[ItemId | None, Why]:
    """The item that the innermost folder with a number or a heading names; a number may go on from the one above."""
    above: Number = ()
    found: tuple[ItemId | None, Why] = (None, Why.NOTHING)
    for folder in folders:
        plain = _plain(folder)
        match = _ITEM.match(plain) or _ANYWHERE.search(plain)
        number = number_of(match["number"]) if match else ()
        words = _words(plain[match.end() :] if match else plain)
        named = _named(words, headings)
        if (*above, *number) in items and len(number) == 1 and above:
            number = (*above, *number)
        if number in items and (named is None or items[number] == named or _share(words, headings[items[number]])):
            above, found = number, (items[number], Why.FOLDER)
        elif named is not None:
            above = next(key for key, item in items.items() if item == named)
            found = (named, Why.HEADING)
    return found


def _named(words: Sequence[str], headings: Mapping[ItemId, list[str]]) -> ItemId | None:
    """The one item whose heading has these words."""
    alike = {item: _likeness(words, heading) for item, heading in headings.items()}
    best = max(alike.values(), default=0.0)
    items = [item for item, value in alike.items() if value == best]
    return items[0] if best >= _ALIKE and len(items) == 1 else None


def _likeness(words: Sequence[str], heading: Sequence[str]) -> float:
    own, its = set(words), set(heading)
    if len(own) >= 2 and own <= its:  # a heading that was cut short
        return max(_ALIKE, len(own) / len(its))
    return len(own & its) / len(own | its) if own and its else 0.0


def _share(words: Sequence[str], heading: Sequence[str]) -> bool:
    return not words or not set(words).isdisjoint(heading)


def _words(text: str) -> list[str]:
    found = _WORD.findall(unicodedata.normalize("NFC", text).casefold())
    return [word for word in found if word not in _COMMON] or found


def _plain(name: str) -> str:
    """A name as a person would say it: NFC, underscores as spaces."""
    return " ".join(unicodedata.normalize("NFC", name).replace("_", " ").split())


def _trimmed(text: str) -> str:
    return text.strip(" -–—.,;:")
