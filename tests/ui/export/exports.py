"""What the tests of export and printing share: the dialog's controls by name, a longer meeting, exports that fail."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QPoint, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QListWidget, QProgressBar, QWidget

from kkr_desk.errors import Defect, EnvironmentFault
from kkr_desk.export.job import Exported
from kkr_desk.export.request import Document, ExportRequest, job_of, plan_of
from kkr_desk.export.verify import verify_file
from kkr_desk.intake.looking import inspect_file
from kkr_desk.model import MeetingId
from kkr_desk.progress import NullProgress, Progress
from kkr_desk.store import Store
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.export.dialog import ExportDialog
from kkr_desk.ui.export.document_dialog import DocumentDialog
from tests.intake.papers import simple
from tests.ui.desks import PATIENCE, settle, snapshot_of

LONG = 40
"""Pages of the attachment that makes the work long enough to be watched."""


class Controls:
    """A dialog as a user has it before them."""

    def __init__(self, dialog: DocumentDialog) -> None:
        self.dialog = dialog

    def button(self, name: str) -> QAbstractButton:
        found = self.dialog.findChild(QAbstractButton, name)
        assert found is not None, name
        return found

    def click(self, name: str) -> None:
        button = self.button(name)
        assert button.isVisible(), f"{name} is not to be seen"
        inside = QPoint(8, button.height() // 2)  # of a tick box only its box and words can be pressed
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=inside)

    @property
    def field(self) -> QLineEdit:
        return self.dialog.findChild(QLineEdit, "target")  # type: ignore[return-value]

    @property
    def target_folder(self) -> str:
        """The folder that stands below the field, in whole."""
        return self.dialog.findChild(QLabel, "target_folder").toolTip().removeprefix("I mappen ")  # type: ignore[union-attr]

    @property
    def lines(self) -> QListWidget:
        return self.dialog.findChild(QListWidget, "doubts")  # type: ignore[return-value]

    @property
    def bar(self) -> QProgressBar:
        return self.dialog.findChild(QProgressBar, "progress")  # type: ignore[return-value]

    @property
    def outcome(self) -> str:
        return self.dialog.findChild(QLabel, "outcome").text()  # type: ignore[union-attr]

    def text(self, name: str) -> str:
        return self.dialog.findChild(QLabel, name).text()  # type: ignore[union-attr]

    def write_target(self, file: Path) -> None:
        self.field.setFocus()
        self.field.selectAll()
        QTest.keyClicks(self.field, str(file))

    def shown(self) -> set[str]:
        """Names of the buttons that can be seen and pressed."""
        every = self.dialog.findChildren(QAbstractButton)
        return {b.objectName() for b in every if b.objectName() and b.isVisible() and b.isEnabled()}


@dataclass(frozen=True, slots=True)
class Exporting:
    """The dialog before the user, and the folder they save in."""

    controls: Controls
    desk: Desk
    folder: Path

    @property
    def target(self) -> Path:
        return self.folder / "samling.pdf"

    def finish(self) -> None:
        settle(self.desk)
        wait_for(lambda: not self.controls.dialog.strip.is_working)


def opened(desk: Desk, folder: Path) -> Iterator[Exporting]:
    dialog = ExportDialog(desk)
    dialog.open_for(Document.COLLECTION)
    QTest.qWaitForWindowExposed(dialog)
    settle(desk)
    folder.mkdir()
    yield Exporting(Controls(dialog), desk, folder)
    dialog.strip.cancel()
    settle(desk)
    dialog.close()
    dialog.deleteLater()


def wait_for(condition: Callable[[], object]) -> None:
    """Let the window work until something is so."""
    too_late = QDeadlineTimer(PATIENCE)
    while not condition():
        assert not too_late.hasExpired(), "waited in vain"
        QTest.qWait(5)


def lengthen(folder: Path, work: Path) -> None:
    """Put an attachment of `LONG` pages below item 2.1."""
    with Store.open(folder, who="abk") as store:
        file, draw = simple(work, "rapport.pdf", LONG, "Rapport"), False
        source = store.content.add(file)
        store.save_rendition(inspect_file(file, source, file.name, LONG, draw, progress=NullProgress()))
        with store.operation("Tilføj rapport"):
            meeting = store.meetings()[0].id
            store.add_attachment(store.find_item(meeting, "2.1").id, "Rapport", "rapport.pdf", source)


def remove_damaged(desk: Desk) -> None:
    """Remove the attachment that cannot be included, as an agenda pane would."""
    damaged = snapshot_of(desk).agenda.items[3].attachments[-1].attachment.id
    desk.write(desk, "Slet bilag", lambda store: store.delete_attachment(damaged))
    settle(desk)


def is_verified(folder: Path, file: Path) -> bool:
    """Whether a file is the collection of the store's meeting, every page and every number of it."""
    with Store.open(folder, read_only=True) as store:
        job = job_of(store, plan_of(store, store.agenda(store.meetings()[0].id)))
        return verify_file(file, job, True, NullProgress()) == ()


def beside(file: Path) -> list[str]:
    """Names of all that lies in a file's folder."""
    return sorted(each.name for each in file.parent.iterdir())


class Marking(QTranslator):
    """A language in which every sentence of the window's own begins with a mark."""

    def isEmpty(self) -> bool:  # noqa: N802  Qt's name
        return False

    def translate(self, context: str, text: str, comment: str | None = None, n: int = -1) -> str:
        return f"§{text}"


def visible_texts(dialog: QWidget) -> dict[str, str]:
    """Every text of the labels and buttons that can be seen, by the control's name or class."""
    found = {}
    for n, control in enumerate(dialog.findChildren(QWidget)):
        if isinstance(control, QLabel | QAbstractButton) and control.isVisible() and control.text():
            found[f"{control.objectName() or type(control).__name__} {n}"] = control.text()
    return found


# What a worker process is given in place of the export: it fails as a machine would.


def fail_in_use(store: Path, meeting_id: MeetingId, request: ExportRequest, *, progress: Progress) -> Exported:
    raise EnvironmentFault("target-in-use", file=str(request.target))


def fail_disk_full(store: Path, meeting_id: MeetingId, request: ExportRequest, *, progress: Progress) -> Exported:
    raise EnvironmentFault("disk-full")


def fail_verify(store: Path, meeting_id: MeetingId, request: ExportRequest, *, progress: Progress) -> Exported:
    raise Defect("verify-failed", count=1, findings=("verify-page-changed page 7",))


def fail_unforeseen(store: Path, meeting_id: MeetingId, request: ExportRequest, *, progress: Progress) -> Exported:
    raise ZeroDivisionError
