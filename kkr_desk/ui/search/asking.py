"""Asking the store while words are typed: a moment after the last key, and only the latest question is answered."""

from __future__ import annotations

import threading
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kkr_desk.errors import Cancelled
from kkr_desk.store import Store
from kkr_desk.store.search import Hit
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.jobs import Ticket

PAUSE = 150
"""Milliseconds without a key after which is asked."""
LIMIT = 200
"""Hits at most; nobody goes through more."""


class Question:
    """Words on their way through the store; the progress that lets a newer question end them."""

    def __init__(self, words: str) -> None:
        self.words = words
        self._stop = threading.Event()

    def stop(self) -> None:
        """Nobody wants the answer any more."""
        self._stop.set()

    def step(self, done: int, total: int, what: str = "") -> None:  # noqa: ARG002  the protocol's
        """Called by the search; see `kkr_desk.progress.Progress`."""
        if self._stop.is_set():
            raise Cancelled


class Asking(QObject):
    """Puts questions and hands over the answers.

    Args:
        desk: Whose store is asked.
        parent: Its owner.
    """

    answered = Signal(str, object)
    """The words, and `tuple[Hit, ...]`."""
    waiting_changed = Signal()
    """A question is under way, or none any more: see `waiting`."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._words = ""
        self._asked: tuple[Question, Ticket] | None = None
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self.ask_now)

    @property
    def waiting(self) -> bool:
        """Whether an answer is to come."""
        return self._asked is not None or self._soon.isActive()

    def ask(self, words: str) -> None:
        """Ask in a moment, unless other words come before that."""
        self._drop()
        self._words = words
        self._soon.start()
        self.waiting_changed.emit()

    def stop(self) -> None:
        """Ask nothing."""
        self._soon.stop()
        self._drop()
        self._words = ""
        self.waiting_changed.emit()

    @Slot()
    def ask_now(self) -> None:
        """Ask at once what was to be asked in a moment."""
        self._soon.stop()
        self._drop()
        question = Question(self._words)
        done, failed = partial(self._take, question), partial(self._fail, question)
        self._asked = question, self._desk.read(self, partial(_search, question), done, failed)
        self.waiting_changed.emit()

    def _drop(self) -> None:
        if self._asked is not None:
            question, ticket = self._asked
            question.stop()
            ticket.cancel()
            self._asked = None

    def _take(self, question: Question, hits: tuple[Hit, ...]) -> None:
        if self._is_latest(question):
            self._asked = None
            self.answered.emit(question.words, hits)
            self.waiting_changed.emit()

    def _fail(self, question: Question, error: Exception) -> None:
        if self._is_latest(question):
            self._asked = None
            self.waiting_changed.emit()
        self._desk.failed.emit(error)

    def _is_latest(self, question: Question) -> bool:
        return self._asked is not None and self._asked[0] is question


def _search(question: Question, store: Store) -> tuple[Hit, ...]:
    return store.search(question.words, limit=LIMIT, progress=question)
