"""Looking for words in the attachment that is shown, a stretch of pages at a time, beginning with the page in view."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kkr_desk.intake.preview import PREVIEW_LIMITS, Found, Hit, find_words
from kkr_desk.intake.preview_words import needles
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.jobs import Lane, Ticket

_log = logging.getLogger(__name__)

SECONDS = 0.2
"""For one stretch; pictures that are wanted meanwhile come between two."""
MOST_HITS = 2000
"""Hits after which a search ends: more than anybody goes through."""


@dataclass(frozen=True, slots=True)
class _Search:
    """What is looked for.

    Attributes:
        text: As it was written.
        words: What of it is looked for, each for itself.
        first: The page to begin with.
        stay: Not to leave that page for a hit elsewhere.
    """

    text: str
    words: tuple[str, ...]
    first: int
    stay: bool


class FileSearch(QObject):
    """Finds words and knows which of their places is looked at.

    Args:
        desk: Whose preview lane does the work.
        parent: Its owner.
    """

    changed = Signal()
    """There are more hits, none any more, or another one is looked at."""
    arrived = Signal(object)
    """`Hit`: go and look at it."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._path: Path | None = None
        self._search: _Search | None = None
        self._ticket: Ticket | None = None
        self._before: list[Hit] = []  # on pages before the one the search began with
        self._after: list[Hit] = []
        self._current: Hit | None = None
        self.apart = False
        """Whether the words were looked for each by itself, since nowhere do they stand together."""
        self.stopped = False
        """Whether the file kept the search from going to its end."""

    @property
    def hits(self) -> list[Hit]:
        """What was found, in the order of the pages."""
        return [*self._before, *self._after]

    @property
    def current(self) -> Hit | None:
        """The hit that is looked at."""
        return self._current

    @property
    def place(self) -> int:
        """Which of the hits that is, 1-based; 0 for none."""
        return self.hits.index(self._current) + 1 if self._current in self.hits else 0

    @property
    def searching(self) -> bool:
        """Whether more may come."""
        return self._ticket is not None

    @property
    def text(self) -> str:
        """What is looked for; "" for nothing."""
        return self._search.text if self._search else ""

    def show_file(self, path: Path | None) -> None:
        """Turn to another file, and look for nothing in it yet."""
        self._path = path
        self.stop()

    def stop(self) -> None:
        """Look for nothing any more."""
        self._drop()
        self._search = None
        self.changed.emit()

    def start(self, text: str, page: int, *, together: bool = True, stay: bool = False) -> None:
        """Look for words.

        Args:
            text: What was written.
            page: Where to begin, 1-based; the pages before it come last.
            together: Look for them as they stand; only where that is nowhere, each by itself.
            stay: Look at no hit but one of this page.
        """
        self._drop()
        words = (text,) if together and needles(text) and '"' not in text else needles(text)
        self.apart = not together
        self._search = _Search(text, words, page, stay) if words and self._path else None
        if self._search is not None:
            self._look(self._search, page)
        self.changed.emit()

    def go_on(self, page: int, step: int = 1) -> None:
        """Look at the next hit, or the one before.

        Args:
            page: The page in view, which says what is next while none is looked at.
            step: 1 for the next one, -1 for the one before.
        """
        hits = self.hits
        if not hits:
            return
        if self._current in hits:
            place = (hits.index(self._current) + step) % len(hits)
        elif step > 0:
            place = next((n for n, hit in enumerate(hits) if hit.page >= page), 0)
        else:
            place = next((n for n, hit in reversed(list(enumerate(hits))) if hit.page <= page), len(hits) - 1)
        self._look_at(hits[place])

    def _drop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket, self._current = None, None
        self._before, self._after = [], []
        self.apart = self.stopped = False

    def _look(self, search: _Search, page: int) -> None:
        done, failed = partial(self._take, search, page), partial(self._fail, search)
        arguments = (self._path, search.words, page, SECONDS)
        self._ticket = self._desk.in_worker(
            Lane.PREVIEW, self, find_words, arguments, done, failed, limits=PREVIEW_LIMITS
        )

    def _take(self, search: _Search, page: int, found: Found) -> None:
        """What one stretch has brought."""
        if search is not self._search:
            return
        self._ticket = None
        before = page < search.first
        hits = [hit for hit in found.hits if not before or hit.page < search.first]
        (self._before if before else self._after).extend(hits)
        self.stopped = found.notice is not None
        following = self._following(search, page, found.next_page)
        if following is not None:
            self._look(search, following)
        elif not self.hits and not self.apart and len(needles(search.text)) > 1:
            self.start(search.text, search.first, together=False, stay=search.stay)
            return
        self._settle(search)

    def _following(self, search: _Search, page: int, next_page: int | None) -> int | None:
        """Where to go on; None at the end."""
        if self.stopped or len(self._before) + len(self._after) >= MOST_HITS:
            return None
        if page < search.first:
            return next_page if next_page is not None and next_page < search.first else None
        return next_page or (1 if search.first > 1 else None)

    def _settle(self, search: _Search) -> None:
        """Look at the first hit from the page on where the search began, as soon as it is known."""
        first = next(iter(self._after), None)
        if self._current is None and search.stay and first is not None and first.page == search.first:
            self._look_at(first)
        elif self._current is None and not search.stay and (first or not self.searching) and self.hits:
            self.go_on(search.first)
        else:
            self.changed.emit()

    def _look_at(self, hit: Hit) -> None:
        self._current = hit
        self.changed.emit()
        self.arrived.emit(hit)

    def _fail(self, search: _Search, error: Exception) -> None:
        """The worker died of a page, or the file takes too long: what was found until then stays."""
        if search is self._search:
            _log.info("search in a file ended: %s", error)
            self._ticket, self.stopped = None, True
            self.changed.emit()
