"""The store as the rest of the program sees it: one folder, one connection, every row and every file in it."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from kkr_desk.model import MeetingId, Notice
from kkr_desk.progress import NullProgress, Progress
from kkr_desk.store import journal
from kkr_desk.store.connection import PATIENCE, Connection, connect, locate
from kkr_desk.store.content import Content
from kkr_desk.store.exchanging import Exchanging
from kkr_desk.store.journal import Changes, Journal
from kkr_desk.store.minutes import Minutes
from kkr_desk.store.sending import Sending

if TYPE_CHECKING:
    from kkr_desk.store.tidying import Tidied

_CONTENT = "content"


class Store(Sending, Minutes, Exchanging):
    """A folder with one SQLite file and its content. Owned by the thread that opened it.

    Every writing method needs an open operation. Rows and files that are not there raise a UserError ("item-gone"),
    since another program or an undo may have taken them; what the machine does raises an EnvironmentFault.

    Args:
        connection: An open connection to its file.
        who: Who works with it, for the journal.
    """

    def __init__(self, connection: Connection, who: str) -> None:
        self._connection = connection
        self._journal = Journal(connection, who)
        self.file = connection.file
        self.content = Content(connection, self.file.parent / _CONTENT)

    @classmethod
    def open(
        cls, folder: Path, *, read_only: bool = False, who: str | None = None, patience: float = PATIENCE
    ) -> Store:
        """Open a store; folder and schema are made when absent, an older schema is brought up to date.

        Args:
            folder: The store's folder, or a backup's file.
            read_only: Change nothing, not even the schema; works beside a program that writes.
            who: Name for the journal; the name the user is logged in by without one.
            patience: Seconds to wait for another program that is writing.

        Raises:
            UserError: ``store-missing`` or ``store-older`` (read only), ``store-newer``, ``not-a-store``. What is
                refused is not touched.
            EnvironmentFault: ``store-read-only``, ``store-locked``, ``store-corrupt``, ``store-full``,
                ``store-unreachable``, ``store-no-memory``.
        """
        connection = connect(locate(folder), read_only=read_only, patience=patience)
        store = cls(connection, journal.current_user() if who is None and not read_only else who or "")
        try:
            if not read_only:
                store._clear_up()
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Close it; what is in an open operation is given up."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def folder(self) -> Path:
        """The folder it is in."""
        return self.file.parent

    @property
    def read_only(self) -> bool:
        """Whether it was opened for reading alone."""
        return self._connection.read_only

    def operation(self, label: str, *, coalesce_key: str | None = None) -> AbstractContextManager[None]:
        """One transaction and one undoable step; inside another one, a part of it. An error in it undoes all of it.

        Args:
            label: What the user did, in their words: "Flyt punkt 2.3".
            coalesce_key: Typing in one field: goes on with the operation before when that has the same key, is the
                same user's and is younger than `journal.COALESCE_SECONDS`.
        """
        return self._journal.operation(label, coalesce_key)

    # -- the journal ---------------------------------------------------------------------------------------------

    @property
    def last_changes(self) -> Changes:
        """What the operation, undo or redo done last here changed."""
        return self._journal.last

    def undo(self, operation: int | None = None) -> str:
        """Undo an operation, the latest without a number; returns its label. See `kkr_desk.store.undo`.

        Raises:
            UserError: ``nothing-to-undo``, ``undo-refused``, ``undo-after-upgrade``, ``undo-final``.
        """
        from kkr_desk.store.undo import undo  # noqa: PLC0415  most runs of the program need none of these

        label, self._journal.last = undo(self._connection, self._journal, operation)
        return label

    def redo(self) -> str:
        """Do again what was undone last; returns its label.

        Raises:
            UserError: ``nothing-to-redo``, ``undo-refused``.
        """
        from kkr_desk.store.undo import redo  # noqa: PLC0415  as above

        label, self._journal.last = redo(self._connection, self._journal)
        return label

    # -- the whole -----------------------------------------------------------------------------------------------

    def check(self, progress: Progress | None = None) -> tuple[Notice, ...]:
        """Look everything over; empty for a sound store. See `kkr_desk.store.check`."""
        from kkr_desk.store.check import check  # noqa: PLC0415  as above

        return check(self._connection, self.content, progress or NullProgress())

    def rebuild_search(self, progress: Progress | None = None) -> None:
        """Make the index that search asks anew from the rows and pages; not an operation.

        Raises:
            Cancelled: The index is as it was.
        """
        from kkr_desk.store.search_index import rebuild  # noqa: PLC0415  as above

        rebuild(self._connection, progress or NullProgress())

    def backup(self, file: Path, progress: Progress | None = None) -> tuple[Notice, ...]:
        """Write a backup, which opens as a store; returns what content the store has lost. See `kkr_desk.store.backup`.

        Raises:
            UserError: ``backup-refused``.
        """
        from kkr_desk.store.backup import back_up, remember  # noqa: PLC0415  as above

        lost = back_up(self.file, self.content, file, progress or NullProgress())
        if not self.read_only:
            remember(self._connection, file)
        return lost

    def tidy(self, now: datetime | None = None) -> Tidied:
        """Remove files that nothing uses and undo cannot bring back; not an operation. See `kkr_desk.store.tidying`.

        Args:
            now: The present, with its time zone; the machine's without it.

        Raises:
            UserError: ``tidy-in-backup``.
        """
        from kkr_desk.store.tidying import tidy  # noqa: PLC0415  as above

        return tidy(self._connection, self.content, now or datetime.now(UTC))

    def delete_for_good(
        self, meeting_id: MeetingId, *, backups: Iterable[Path] = (), progress: Progress | None = None
    ) -> tuple[Path, ...]:
        """Delete a meeting with its journal and files, so that nothing brings it back; not an operation.

        Args:
            meeting_id: The meeting.
            backups: Backups to look into beside those that this store has made.
            progress: Stepped before anything is final.

        Returns:
            The backups that still have it.

        Raises:
            UserError: ``meeting-gone``, ``erasure-in-backup``.
            EnvironmentFault: ``erasure-unfinished``: the meeting is gone, but traces are left until the store is next
                opened; the fact `backups` is what would have been returned.
            Cancelled: Nothing was deleted.
        """
        from kkr_desk.store.erasure import delete_for_good  # noqa: PLC0415  as above

        told = progress or NullProgress()
        return delete_for_good(
            self._connection, self._journal, self.content, meeting_id, backups=backups, progress=told
        )

    def _clear_up(self) -> None:
        """Remove what killed programs left, and finish what could not be finished."""
        from kkr_desk.store.erasure import finish  # noqa: PLC0415  as above

        self.content.clear_leftovers()
        finish(self._connection, self.content)
