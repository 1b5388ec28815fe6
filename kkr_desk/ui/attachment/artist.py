"""Asks the worker process for the pictures that are looked at just now, and for no others.

One call is under way at a time, with the most wanted areas; what scrolls out of sight before its turn is never asked
for. A page that takes the worker down is found by asking for one at a time, and is not asked for again.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kkr_desk.errors import Defect, EnvironmentFault
from kkr_desk.intake.preview import PREVIEW_LIMITS, Area, Drawn, close_file, draw_areas
from kkr_desk.model import Notice, Sha256
from kkr_desk.ui.attachment.pictures import Pictures
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.jobs import Lane, Ticket

_log = logging.getLogger(__name__)

MOST_AT_ONCE = 12
"""Areas asked for in one call."""
SECONDS = 0.15
"""After so long a call begins no further area, so that what is wanted meanwhile gets its turn."""
MOST_CRASHES = 3
"""Pages that may take the worker down before the whole file is given up."""


class Wish(IntEnum):
    """What pictures are wanted for; the first comes first."""

    PAGES = 1
    THUMBNAILS = 2


@dataclass(slots=True)
class _File:
    """The file that is shown, and what is known to be wrong with it."""

    pdf: Sha256
    path: Path
    crashes: int = 0
    singly: set[int] = field(default_factory=set)
    notices: dict[int, Notice] = field(default_factory=dict)
    notice: Notice | None = None


class Artist(QObject):
    """Keeps the pictures that are wanted coming.

    Args:
        desk: Whose preview lane does the work.
        parent: Its owner.
    """

    drawn = Signal()
    """There are new pictures, or news of what cannot be drawn."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pictures = Pictures()
        self._desk = desk
        self._file: _File | None = None
        self._wishes: dict[Wish, tuple[Area, ...]] = {}
        self._ticket: Ticket | None = None
        self._asked: tuple[Area, ...] = ()
        self._calls = 0

    @property
    def pdf(self) -> Sha256 | None:
        """The file that is shown."""
        return self._file.pdf if self._file else None

    def show(self, pdf: Sha256 | None, path: Path | None) -> None:
        """Turn to a file, or to none: then the worker lets go of the one it has open."""
        if self._file is not None and pdf == self._file.pdf:
            return
        self._stop()
        self._wishes.clear()
        had_file = self._file is not None
        self._file = _File(pdf, path) if pdf is not None and path is not None else None
        if self._file is None and had_file:
            self._desk.in_worker(Lane.PREVIEW, self, close_file, (), _closed, _not_closed)

    def want(self, wish: Wish, areas: Iterable[Area]) -> None:
        """Say what is looked at now; what was wanted for the same before no longer counts.

        Args:
            wish: What for.
            areas: Most wanted first.
        """
        self._wishes[wish] = tuple(areas)
        wanted = {area for wish in self._wishes.values() for area in wish}
        if self._ticket is not None and not wanted.intersection(self._asked):
            self._stop()
        self._ask()

    def notice(self, page: int) -> Notice | None:
        """Why a page cannot be shown; None while nothing is known against it."""
        if self._file is None:
            return None
        return self._file.notice or self._file.notices.get(page)

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket, self._asked = None, ()

    def _ask(self) -> None:
        if self._ticket is not None or self._file is None or self._file.notice is not None:
            return
        waiting = [
            area
            for wish in sorted(self._wishes)
            for area in self._wishes[wish]
            if (self._file.pdf, area) not in self.pictures and area.page not in self._file.notices
        ]
        if not waiting:
            return
        alone = [area for area in waiting if area.page in self._file.singly]
        areas = alone[:1] if alone and alone[0] is waiting[0] else [a for a in waiting if a not in alone]
        self._asked = tuple(dict.fromkeys(areas))[:MOST_AT_ONCE]
        self._calls += 1
        done = partial(self._take, self._file, self._calls)
        failed = partial(self._fail, self._file, self._calls, self._asked)
        arguments = (self._file.path, self._asked, SECONDS)
        self._ticket = self._desk.in_worker(
            Lane.PREVIEW, self, draw_areas, arguments, done, failed, limits=PREVIEW_LIMITS
        )

    def _take(self, file: _File, call: int, drawn: Drawn) -> None:
        for picture in drawn.pictures:
            self.pictures.add(file.pdf, picture)
        file.notice = drawn.notice
        file.notices.update(drawn.notices)
        self._go_on(call)

    def _fail(self, file: _File, call: int, asked: tuple[Area, ...], error: Exception) -> None:
        """A call ended badly: the worker died, took too long, or wants too much memory. The next one gets a new one."""
        if isinstance(error, Defect):
            _log.error("preview failed: %s", error)
        elif not isinstance(error, EnvironmentFault):
            raise error
        pages = {area.page for area in asked}
        if len(pages) > 1:
            file.singly.update(pages)
        else:
            memory = isinstance(error, EnvironmentFault) and error.code == "worker-memory"
            notice = Notice("preview-memory" if memory else "preview-stopped")
            file.notices.update(dict.fromkeys(pages, notice))
            file.crashes += 1
            if file.crashes >= MOST_CRASHES:
                file.notice = notice
        self._go_on(call)

    def _go_on(self, call: int) -> None:
        """After a call: on to the next, unless this one was stopped and another is under way already."""
        if call == self._calls and self._ticket is not None:
            self._ticket, self._asked = None, ()
        self.drawn.emit()
        self._ask()


def _closed(_: None) -> None:
    """The worker has let go of the file."""


def _not_closed(error: Exception) -> None:
    """The worker is gone, and with it what it had open."""
    _log.info("preview closed: %s", error)
