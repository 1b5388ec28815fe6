"""What may be nowhere in a public file: of each closed attachment its words, its names and its pictures. Pure.

Words are known by phrases: so many of them in a row, as they stand in what is closed and nowhere in what is public. A
letterhead or a paragraph of law that open papers have too gives nothing away.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kkr_desk.model import Agenda, ItemId, NumberedAttachment, NumberedItem, PageFacts, Sha256, TextKind
from kkr_desk.plan import Facts, closed, included_pages
from kkr_desk.rich_text.reading import parse
from kkr_desk.rich_text.writing import plain_text

RUN = 8
"""Words of a phrase: fewer are said by chance, as in "Side 2 af 4, KKR Sjælland"."""
_LEAST = 25
"""Letters of a phrase of that many words: a row of single digits is none."""
_SHORTEST_NAME = 8
"""Letters of a file name of one word: "brev" is in many a text."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class ClosedMaterial:
    """What may be nowhere in a public file.

    Attributes:
        place: Facts that say whose it is, in numbers alone.
        names: Its title where that is closed, and its file's name, as rows of words.
        phrases: Of its text.
        pdf: The PDF whose pictures and drawings may not be there; None for an item's texts.
    """

    place: Facts
    names: frozenset[tuple[str, ...]]
    phrases: frozenset[tuple[str, ...]]
    pdf: Sha256 | None = None


def closed_material(
    agenda: Agenda,
    texts: Mapping[ItemId, Mapping[TextKind, str]],
    pages: Callable[[Sha256], Sequence[PageFacts]],
    public: Iterable[str] = (),
) -> tuple[ClosedMaterial, ...]:
    """What of a meeting may be nowhere in a public file.

    Args:
        agenda: The meeting as it stands, with its renditions.
        texts: The items' texts and decisions, as HTML.
        pages: Facts of all pages of a PDF by its hash.
        public: Further words that the public file holds, such as those of the council's template.
    """
    shut_items, nameless = shut(agenda), shut(agenda, title_too=True)
    shut_attachments = {own.attachment.id for _, own in closed(agenda)}
    open_words = _Known([*public, *_public(agenda, texts, pages, shut_items, nameless)])
    found = []
    for item in agenda.items:
        is_nameless = item.item.id in nameless
        if item.item.id in shut_items:
            own_texts = [plain_text(parse(html)) for html in texts.get(item.item.id, {}).values()]
            titles = [item.item.title] if is_nameless else []
            found.append(_material((("item", item.number),), titles, own_texts, open_words))
        for own in item.attachments:
            if own.attachment.id in shut_attachments:
                is_untitled = is_nameless or own.attachment.closed_title
                found.append(_of_attachment(item, own, pages, open_words, is_untitled=is_untitled))
    return tuple(material for material in found if material.names or material.phrases or material.pdf)


def shut(agenda: Agenda, *, title_too: bool = False) -> frozenset[ItemId]:
    """Items that are closed, or stand below one that is.

    Args:
        agenda: The meeting.
        title_too: Only those whose very heading is closed, with all below them.
    """
    gone: set[ItemId] = set()
    for row in agenda.items:
        if row.item.parent_id in gone or (row.item.closed and (row.item.closed_title or not title_too)):
            gone.add(row.item.id)
    return frozenset(gone)


def words_in(text: str) -> list[str]:
    """The words of a text, as they are compared: lower case, without signs."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def runs_of(words: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    """Every so many words in a row."""
    return zip(*(words[start:] for start in range(length)), strict=False)


class _Known:
    """Public words, to be asked whether they hold a row of words."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = [words_in(text) for text in texts]
        self._runs: dict[int, set[tuple[str, ...]]] = {}

    def holds(self, row: tuple[str, ...]) -> bool:
        length = len(row)
        if length not in self._runs:
            self._runs[length] = {run for words in self._texts for run in runs_of(words, length)}
        return row in self._runs[length]


def _public(
    agenda: Agenda,
    texts: Mapping[ItemId, Mapping[TextKind, str]],
    pages: Callable[[Sha256], Sequence[PageFacts]],
    shut_items: frozenset[ItemId],
    nameless: frozenset[ItemId],
) -> Iterator[str]:
    """All words of a meeting that the public may read."""
    meeting = agenda.meeting
    yield f"{meeting.council} {meeting.date_in_words} {meeting.time} {meeting.place} {meeting.index_title}"
    shut_attachments = {own.attachment.id for _, own in closed(agenda)}
    for item in agenda.items:
        if item.item.id not in nameless:
            yield f"{item.number} {item.item.heading} {item.item.case_number} {item.item.caseworker}"
            yield from (item.item.closed_reason, *(own.attachment.closed_reason for own in item.attachments))
        if item.item.id not in shut_items:
            yield from (plain_text(parse(html)) for html in texts.get(item.item.id, {}).values())
        for own in item.attachments:
            if own.attachment.id not in shut_attachments:
                yield from (page.text for page in _taken(own, pages))
            if own.attachment.id not in shut_attachments or not (
                own.attachment.closed_title or item.item.id in nameless
            ):
                yield own.attachment.title


def _taken(own: NumberedAttachment, pages: Callable[[Sha256], Sequence[PageFacts]]) -> list[PageFacts]:
    numbers = set(included_pages(own))
    return [page for page in pages(own.rendition.pdf) if page.number in numbers] if own.rendition.pdf else []


def _of_attachment(
    item: NumberedItem,
    own: NumberedAttachment,
    pages: Callable[[Sha256], Sequence[PageFacts]],
    open_words: _Known,
    *,
    is_untitled: bool,
) -> ClosedMaterial:
    stem = own.attachment.file_name.rpartition(".")[0] or own.attachment.file_name
    names = [stem] if len(words_in(stem)) > 1 or len(stem) >= _SHORTEST_NAME else [own.attachment.file_name]
    names += [own.attachment.title] if is_untitled else []
    texts = [page.text for page in pages(own.rendition.pdf)] if own.rendition.pdf else []
    place = (("item", item.number), ("attachment", str(own.number)))  # its title stays out of logs
    return _material(place, names, texts, open_words, own.rendition.pdf)


def _material(
    place: Facts, names: Iterable[str], texts: Iterable[str], open_words: _Known, pdf: Sha256 | None = None
) -> ClosedMaterial:
    rows = (tuple(words_in(name)) for name in names)
    phrases = (phrase for text in texts for phrase in _phrases(words_in(text)))
    return ClosedMaterial(
        place,
        frozenset(row for row in rows if row and not open_words.holds(row)),
        frozenset(phrase for phrase in phrases if not open_words.holds(phrase)),
        pdf,
    )


def _phrases(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The phrases of a text; of one that is shorter than a phrase all of it, where it says anything."""
    if len(words) >= RUN:
        yield from (run for run in runs_of(words, RUN) if sum(map(len, run)) >= _LEAST)
    elif sum(map(len, words)) >= _LEAST:
        yield tuple(words)
