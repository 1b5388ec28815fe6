"""One council while its settings are changed: found again whatever its name becomes, written field by field."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from kkr_desk.errors import UserError
from kkr_desk.model import Council
from kkr_desk.store import Store
from kkr_desk.ui.desk import Desk, Failed

Change = Callable[[Council], Council]
"""Gives the council as it is to be, from the council as the store has it."""


class KeptCouncil:
    """A council that is on show.

    Its name and id follow what is written, on the store's thread, so that a field which is written right behind a new
    name, or behind the first change to a council that only meetings name, still finds it.

    Args:
        desk: Writes.
        council: As the store has it.
    """

    def __init__(self, desk: Desk, council: Council) -> None:
        self._desk = desk
        self._id = council.id
        self._name = council.name

    def find(self, councils: Iterable[Council]) -> Council | None:
        """This council among those of the store, None when it is gone: by its id, or by the name of its meetings."""
        found = list(councils)
        by_id = (council for council in found if council.id and council.id == self._id)
        return next(by_id, None) or next((council for council in found if council.name == self._name), None)

    def write(
        self, owner: QObject, change: Change, failed: Failed | None = None, *, typed_in: str | None = None
    ) -> None:
        """Write a change, as one operation.

        Args:
            owner: The field's widget.
            change: What becomes of the council.
            failed: Told the error; the window shows it without one.
            typed_in: The field that is typed in: typing goes on with the operation before.
        """
        label = QCoreApplication.translate("CouncilSettings", "Ret indstillinger for {council}")
        self._desk.write(
            owner,
            label.format(council=self._name),
            partial(self._save, change),
            failed=failed,
            coalesce_key=f"council/{self._id or self._name}/{typed_in}" if typed_in else None,
        )

    def _save(self, change: Change, store: Store) -> None:
        """On the store's thread."""
        old = self.find(store.councils())
        if old is None:
            raise UserError("council-gone")
        kept = store.save_council(change(old), was=old.name)
        self._id, self._name = kept.id, kept.name
