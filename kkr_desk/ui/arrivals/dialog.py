"""Vedhæft filer: the list to confirm, and what comes of each file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from kkr_desk.errors import Cancelled, KkrDeskError
from kkr_desk.model import FileStatus
from kkr_desk.ui.arrivals.collecting import Collected
from kkr_desk.ui.arrivals.model import ArrivalModel, are_coming
from kkr_desk.ui.arrivals.rows import ArrivalRow, Stage
from kkr_desk.ui.arrivals.table import ArrivalTable
from kkr_desk.ui.arrivals.words import attaching
from kkr_desk.ui.desk import Desk, Snapshot
from kkr_desk.ui.exchange.file_dialog import FileDialog
from kkr_desk.ui.jobs import Lane

if TYPE_CHECKING:
    from kkr_desk.intake.arrival import Arrived, Attached
    from kkr_desk.intake.inspector import Inspector
    from kkr_desk.progress import Progress
    from kkr_desk.store import Store

    Outcome = Arrived | KkrDeskError

_SIZE = (1040, 520)
_OF_SCREEN = 0.95


@dataclass(frozen=True, slots=True)
class _Taken:
    """What came of taking files in: each that was done, by its place, and what ended it before all were."""

    outcomes: dict[int, Outcome]
    error: Exception | None = None


class ArrivalsDialog(FileDialog):
    """Files, each with its item, number and title; they are taken in and become attachments in one operation.

    Args:
        desk: Whose open meeting they go to.
        snapshot: The meeting.
        collected: The files; what was unpacked of them is removed when the dialog closes.
        parent: The main window.
    """

    _told = Signal(int, object)
    """What came of one file, from the thread on which files arrive."""

    def __init__(self, desk: Desk, snapshot: Snapshot, collected: Collected, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("arrivals_dialog")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._meeting = snapshot.agenda.meeting.id
        self._room = collected.room
        pairs = zip(collected.found, collected.proposals, strict=True)
        rows = [ArrivalRow(proposal, found.path, found.notice) for found, proposal in pairs]
        self._model = ArrivalModel(rows, snapshot.agenda, self)
        self.table = ArrivalTable(self._model, self)
        self._attach = QPushButton(self)
        self._attach.setObjectName("attach")
        self._attach.setDefault(True)
        self.body.insertWidget(1, self.table, 1)
        self.buttons.insertWidget(self.buttons.indexOf(self.close_button), self._attach)
        self.close_button.setAutoDefault(False)
        self._connect()
        self.resize(QSize(*_SIZE).boundedTo(self.screen().availableSize() * _OF_SCREEN))
        self.table.setFocus()
        self.say(lambda: self.tr("Vedhæft filer"), self._heading_words)
        self._enable()

    def retranslate(self) -> None:
        """Set every text in the language the window speaks now."""
        super().retranslate()
        self.close_button.setText(self.tr("&Luk") if self.strip.is_done else self.tr("&Annuller"))
        self._attach.setText(self.tr("&Vedhæft %n fil(er)", "", self._model.wanted))

    def fail(self, error: Exception) -> None:
        """Show what went wrong; it can be tried again."""
        super().fail(error)
        self._reopen()

    def done(self, result: int) -> None:
        """See Qt; what was unpacked goes."""
        room = self._room
        self.desk.closing.disconnect(self._leave)
        self.desk.jobs.submit(Lane.ARRIVAL, self.desk, lambda _: room.close())
        super().done(result)

    # -- building ----------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self._attach.clicked.connect(self._on_attach)
        self._model.decided.connect(self._enable)
        self._told.connect(self._on_told)
        self.strip.stopped.connect(self._reopen)
        self.desk.snapshot_changed.connect(self._on_snapshot)
        self.desk.closing.connect(self._leave)

    def _heading_words(self) -> str:
        if self.strip.is_done:
            return self.tr("Filerne er læst ind. Listen viser, hvad der blev af dem.")
        return self.tr("Se efter, hvor filerne skal hen. Numre og titler kan rettes i listen.")

    def _enable(self) -> None:
        self._attach.setEnabled(self._model.wanted > 0 and not self.strip.is_working)
        self.retranslate()

    def _reopen(self) -> None:
        """Let everything be decided again that is not attached yet."""
        for place, row in enumerate(self._model.rows):
            if row.stage is not Stage.ATTACHED:
                self._model.show(place, stage=Stage.PROPOSED, rendition=None, error=None)
        self._model.open()
        self._enable()

    # -- taking in ---------------------------------------------------------------------------------------------------

    def _on_attach(self) -> None:
        places = are_coming(self._model.rows)
        self._model.close()
        for place in range(len(self._model.rows)):
            self._model.show(place, stage=Stage.COMING if place in places else Stage.LEFT, error=None)
        paths = [self._model.rows[place].path for place in places]

        def work(store: Store, inspector: Inspector, progress: Progress) -> _Taken:
            from kkr_desk.intake.arrival import arrive  # noqa: PLC0415  the agenda is drawn before any file comes
            from kkr_desk.intake.course import Wanted  # noqa: PLC0415  likewise

            outcomes: dict[int, Outcome] = {}
            try:
                for place, outcome in arrive(store, [Wanted(path) for path in paths], inspector, progress):
                    outcomes[places[place]] = outcome
                    self._told.emit(places[place], outcome)
            except Cancelled:  # what was taken in until then is kept
                return _Taken(outcomes)
            except Exception as error:  # noqa: BLE001  likewise; the error is told when they are attached
                return _Taken(outcomes, error)
            return _Taken(outcomes)

        self.strip.show_work(self.desk.arrive(self, work, self._on_taken, self.fail))
        self._enable()

    def _on_told(self, place: int, outcome: Outcome) -> None:
        if isinstance(outcome, KkrDeskError):
            self._model.show(place, stage=Stage.FAILED, error=outcome)
        else:
            self._model.show(place, stage=Stage.READ, rendition=outcome.rendition)

    def _on_taken(self, taken: _Taken) -> None:
        from kkr_desk.intake.arrival import Arrived  # noqa: PLC0415  likewise
        from kkr_desk.intake.placing import Placed, write_placed  # noqa: PLC0415  likewise

        placed: dict[int, Placed] = {}
        for place, outcome in sorted(taken.outcomes.items()):
            proposal = self._model.rows[place].proposal
            if isinstance(outcome, Arrived) and proposal.item is not None:
                named = replace(outcome, title=proposal.title, file_name=proposal.file.name)
                placed[place] = Placed(proposal.item, proposal.number, named)
        if not placed:
            self._end((), [], taken.error)
            return

        def written(attached: tuple[Attached, ...]) -> None:
            self._end(tuple(placed), attached, taken.error)

        work = list(placed.values())
        meeting = self._meeting
        label = attaching(len(work))
        self.strip.show_work(
            self.desk.write(self, label, lambda store: write_placed(store, meeting, work), written, self.fail)
        )

    def _end(self, places: Sequence[int], attached: Sequence[Attached], error: Exception | None) -> None:
        for place, one in zip(places, attached, strict=True):
            found = self.desk.snapshot.attachment(one.attachment.id) if self.desk.snapshot else None
            number = found[1].number if found else None
            proposal = replace(self._model.rows[place].proposal, number=number)
            rendition = replace(one.rendition, warnings=one.warnings)
            self._model.show(place, stage=Stage.ATTACHED, rendition=rendition, proposal=proposal)
        for place, row in enumerate(self._model.rows):
            if row.stage is Stage.COMING:
                self._model.show(place, stage=Stage.LEFT)
        self.strip.show_done(self._outcome_words)
        self._attach.hide()
        self.close_button.setDefault(True)
        self.close_button.setFocus()
        self.retranslate()
        if error is not None:
            super().fail(error)

    def _outcome_words(self) -> str:
        rows = self._model.rows
        attached = [row.rendition for row in rows if row.stage is Stage.ATTACHED and row.rendition is not None]
        broken = sum(one.status is not FileStatus.OK for one in attached)
        missing = sum(row.is_wanted and row.stage is not Stage.ATTACHED for row in rows)
        words = [self.tr("%n bilag er vedhæftet.", "", len(attached))]
        if broken:
            words.append(self.tr("%n af dem kan ikke medtages i samlingen; listen siger hvorfor.", "", broken))
        if missing:
            words.append(self.tr("%n fil(er) er ikke vedhæftet.", "", missing))
        return " ".join(words)

    # -- the desk ----------------------------------------------------------------------------------------------------

    def _on_snapshot(self, snapshot: Snapshot | None) -> None:
        if snapshot is not None and snapshot.agenda.meeting.id == self._meeting and not self.strip.is_done:
            self._model.follow(snapshot.agenda)

    def _leave(self) -> None:
        """The desk closes: nothing can be unpacked or taken in any more."""
        self._room.close()
