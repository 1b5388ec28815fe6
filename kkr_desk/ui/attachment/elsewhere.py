"""Attachments that are open in other programs: what is changed and saved there can be taken back in.

Each copy is looked at once a second. When it has been saved and stands still for two looks, and is another one than the
attachment, the user is asked, whatever attachment the pane shows by then. A copy that was changed while the program was
closed is asked about at the next start.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from kkr_desk.errors import UserError
from kkr_desk.intake.arrival import Arrived, take_in
from kkr_desk.intake.inspector import Inspector
from kkr_desk.model import Attachment
from kkr_desk.progress import Progress
from kkr_desk.store import Store
from kkr_desk.ui.attachment.working_copy import (
    Look,
    Signature,
    WorkingCopy,
    left_behind,
    look,
    make_copy,
    write_note,
)
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.jobs import Lane

LOOK = 1000
"""Milliseconds between two looks at the copies."""


@dataclass(slots=True)
class _Watched:
    """A copy that is looked at.

    Attributes:
        copy: What it is.
        known: Its signature with the content that is known.
        seen: Its signature when it was looked at last.
        changed: How it stands when the user is to be asked about it.
        taking: Whether it is being taken in.
    """

    copy: WorkingCopy
    known: Signature | None = None
    seen: Signature | None = None
    changed: Look | None = None
    taking: bool = False

    def is_of(self, attachment: Attachment) -> bool:
        """Whether it is a copy, still there, of what an attachment is now."""
        gone = self.known is not None and self.seen is None
        return self.copy.attachment == attachment.id and self.copy.known == attachment.source and not gone


@dataclass(frozen=True, slots=True)
class Question:
    """What the user is asked: whether to take the changes of a copy in."""

    copy: WorkingCopy
    in_use: bool


class Elsewhere(QObject):
    """Hands copies to other programs and watches them.

    Args:
        desk: Whose arrival lane does the work.
        parent: Its owner.
    """

    asked = Signal()
    """There is a question, or it has been dealt with: see `question`."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._watched: list[_Watched] = []
        self._looking = False
        self._timer = QTimer(self, interval=LOOK)
        self._timer.timeout.connect(self._look)
        folder = desk.folder
        desk.jobs.submit(Lane.ARRIVAL, self, lambda _: left_behind(folder), self._find_again)

    @property
    def question(self) -> Question | None:
        """What is asked now; further questions wait."""
        watched = self._asked()
        return Question(watched.copy, watched.changed.in_use) if watched and watched.changed else None

    def open(self, attachment: Attachment, kind: str, place: str) -> None:
        """Open an attachment's file in the program that the desktop has for it.

        Args:
            attachment: The attachment.
            kind: What its bytes are.
            place: Where it stands: "Bilag 2 under 2.1".
        """
        again = next((w for w in self._watched if w.is_of(attachment)), None)
        if again is not None:
            self._show(again.copy)
            return
        wanted = WorkingCopy(Path(), attachment.id, place, attachment.file_name, attachment.source)
        folder = self._desk.folder

        def work(store: Store, _: Inspector, __: Progress) -> WorkingCopy:
            return make_copy(store.content.path(attachment.source), folder, wanted, kind)

        self._desk.arrive(self, work, self._hand_over)

    def take(self) -> None:
        """Take the changes that are asked about in."""
        watched = self._asked()
        if watched is None:
            return
        watched.taking = True
        path = watched.copy.path

        def work(store: Store, inspector: Inspector, progress: Progress) -> Arrived:
            return take_in(store, [path], inspector, progress)[0]

        self._desk.arrive(self, work, partial(self._write, watched), partial(self._give_up, watched))
        self.asked.emit()

    def keep(self) -> None:
        """Leave the attachment as it was; the copy stays, and is asked about when it is changed again."""
        watched = self._asked()
        if watched is not None and watched.changed is not None and watched.changed.sha256 is not None:
            self._decide(watched, replace(watched.copy, known=watched.changed.sha256), watched.changed.signature)

    def _asked(self) -> _Watched | None:
        return next((watched for watched in self._watched if watched.changed and not watched.taking), None)

    def _hand_over(self, copy: WorkingCopy) -> None:
        self._watch(copy)
        self._show(copy)

    def _show(self, copy: WorkingCopy) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy.path))):
            self._desk.failed.emit(UserError("file-no-program", file=copy.file_name))

    def _find_again(self, copies: tuple[WorkingCopy, ...]) -> None:
        for copy in copies:
            self._watch(copy)

    def _watch(self, copy: WorkingCopy) -> None:
        self._watched.append(_Watched(copy))
        self._timer.start()

    def _look(self) -> None:
        """Have all copies looked at; while that takes long, no second time."""
        if self._looking:
            return
        self._looking = True
        wanted = [
            (w, w.copy.path, w.seen, w.changed.signature if w.changed else w.known)
            for w in self._watched
            if not w.taking
        ]

        def work(_: object) -> list[tuple[_Watched, Look]]:
            return [(watched, look(path, seen, known)) for watched, path, seen, known in wanted]

        self._desk.jobs.submit(Lane.ARRIVAL, self, work, self._seen)

    def _seen(self, looks: list[tuple[_Watched, Look]]) -> None:
        self._looking = False
        before = self.question
        for watched, found in looks:
            watched.seen = found.signature
            if watched.taking or found.sha256 is None:
                continue
            if found.sha256 == watched.copy.known:
                watched.known, watched.changed = found.signature, None
            else:
                watched.changed = found
        if self.question != before:
            self.asked.emit()

    def _write(self, watched: _Watched, arrived: Arrived) -> None:
        """The copy is in the store; make it the attachment's file."""
        copy, source = watched.copy, arrived.rendition.source
        label = self.tr("Tag ændringer med i {place}").format(place=copy.place)
        self._desk.write(
            self,
            label,
            lambda store: store.replace_source(copy.attachment, copy.file_name, source),
            lambda _: self._decide(watched, replace(copy, known=source), None),
            partial(self._give_up, watched),
        )

    def _give_up(self, watched: _Watched, error: Exception) -> None:
        """It could not be taken in: ask again, the copy is there still."""
        watched.taking = False
        self.asked.emit()
        self._desk.failed.emit(error)

    def _decide(self, watched: _Watched, copy: WorkingCopy, signature: Signature | None) -> None:
        watched.copy, watched.known, watched.changed, watched.taking = copy, signature, None, False
        folder = self._desk.folder
        self._desk.jobs.submit(Lane.ARRIVAL, self, lambda _: write_note(folder, copy))
        self.asked.emit()
