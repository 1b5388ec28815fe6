"""What is to be seen in each picture, and how a user gets there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QMenu,
    QTabWidget,
    QToolButton,
    QTreeView,
    QWidget,
)
from screenshot_moves import Rest, Scene, attachment, command, item, lay, meeting, named, opened, select, whole
from screenshot_store import COLLEAGUE, DOUBTFUL, SAMPLE, SENT, papers

from kkr_desk.errors import Defect, EnvironmentFault, UserError
from kkr_desk.model import FileStatus, Notice, Particulars
from kkr_desk.ui.attachment.password_line import PasswordLine
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.frame.crash import CrashDialog
from kkr_desk.ui.frame.telling import details
from kkr_desk.ui.frame.window import MainWindow

FIRST_START = "first-start"
_LINES = """2.4 Drøftelsessag: Kollektiv trafik i yderområderne
Bilag 1: Trafikselskabets forslag
Bilag 2: Kommunernes svar
2.5 Orienteringssag: Mødeplan for 2027"""
_ASKING = (
    Notice("office-changes", (("count", "3"), ("authors", "2"))),
    Notice("office-comments", (("count", "4"),)),
    Notice("office-hidden-sheets", (("count", "2"), ("sheets", "Beregninger, Kladde"))),
)
_OFFERING = (
    Notice("file-encloses", (("count", "3"), ("files", "Bilag A.pdf, Bilag B.docx, Kort.png"))),
    Notice("pdf-scans", (("pages", "2-3"), ("count", "2"))),
    Notice("pdf-comments", (("count", "5"),)),
)
_TOLD = Particulars(
    title="Høringssvar fra Køge Kommune om det nære sundhedstilbud",
    journal_number="29.03.00-A00-14-22",
    document_id="3219876",
    date="2026-06-05",
    sender="Køge Kommune",
    language="da",
)


def new_empty(window: MainWindow, desk: Desk, rest: Rest) -> QWidget:
    """A new meeting with an empty agenda, about to be made."""
    dialog = command(lambda one: one.panes.meetings.new_action, "NewMeetingDialog")(window, desk, rest)
    dialog.findChildren(QComboBox)[-1].setCurrentIndex(1)  # type: ignore[union-attr]
    rest(desk)
    return dialog  # type: ignore[return-value]


def settings(page: int) -> Scene:
    """A page of the settings."""

    def scene(window: MainWindow, desk: Desk, rest: Rest) -> QWidget:
        named("settings")(window).trigger()
        dialog = opened("SettingsDialog")
        dialog.findChild(QListWidget, "settings-pages").setCurrentRow(page)  # type: ignore[union-attr]
        rest(desk)
        return dialog

    return scene


def council_part(part: int) -> Scene:
    """A part of a council's settings."""

    def scene(window: MainWindow, desk: Desk, rest: Rest) -> QWidget:
        lay(desk, SAMPLE, rest)
        named("council_settings")(window).trigger()
        rest(desk)
        dialog = opened("SettingsDialog")
        dialog.findChildren(QTabWidget)[0].setCurrentIndex(part)
        rest(desk)
        return dialog

    return scene


def answered(window: MainWindow, desk: Desk, rest: Rest, day: date = DOUBTFUL) -> QWidget:
    """An export whose doubts are answered."""
    dialog = command(named("export_collection"), "ExportDialog", day)(window, desk, rest)
    for box in dialog.findChildren(QCheckBox):  # type: ignore[union-attr]
        box.setChecked(True)
    rest(desk)
    return dialog  # type: ignore[return-value]


def exported(window: MainWindow, desk: Desk, rest: Rest) -> QWidget:
    """What an export has made."""
    dialog = answered(window, desk, rest, SAMPLE)
    dialog.findChild(QAbstractButton, "start").click()  # type: ignore[union-attr]
    rest(desk)
    return dialog


def differences(window: MainWindow, desk: Desk, rest: Rest) -> QWidget:
    """Two versions of the sample beside each other."""
    lay(desk, SAMPLE, rest)
    window.exchange.open_file(desk.folder.parent / COLLEAGUE)
    rest(desk)
    return opened("DifferencesDialog")


def crash(window: MainWindow, desk: Desk, rest: Rest) -> QWidget:
    """The crash dialog."""
    dialog = CrashDialog(details(Defect("store-defect", reason="not-open")), window)
    dialog.show()
    rest(desk)
    return dialog


# -- the window ------------------------------------------------------------------------------------------------------


def empty_agenda(window: MainWindow, desk: Desk, rest: Rest) -> QWidget:
    """A meeting whose agenda is empty; it goes again."""
    day = date(2027, 2, 5)
    desk.write(
        desk,
        "Opret mødet 5. februar 2027",
        lambda store: store.new_meeting("KKR Hovedstaden", day, time="", place="", is_empty=True),
    )
    rest(desk)
    lay(desk, day, rest)
    return window


def arriving(window: MainWindow, desk: Desk, rest: Rest) -> QWidget:
    """Files that were dropped on an item a moment ago, and titles whose files have not come."""
    lay(desk, SENT, rest)
    select(desk, "2.4")  # whose titles wait since `awaited`
    rest(desk)
    viewport = tree(window).viewport()
    at = tree(window).visualRect(tree(window).currentIndex()).center()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in papers("faktaark", "notat", "oplaeg")])
    kind, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(viewport, QDragEnterEvent(at, kind, data, Qt.MouseButton.LeftButton, none))
    QApplication.sendEvent(viewport, QDropEvent(QPointF(at), kind, data, Qt.MouseButton.LeftButton, none))
    QApplication.processEvents()
    return window


def awaited(window: MainWindow, desk: Desk, rest: Rest) -> QWidget:
    """Lines that were pasted, with bilag whose files have not come."""
    lay(desk, SENT, rest)
    select(desk, "2.3")
    QGuiApplication.clipboard().setText(_LINES)
    named("agenda-paste")(window).trigger()
    rest(desk)
    return window


def search(window: MainWindow, desk: Desk, rest: Rest) -> QWidget:
    """What is found for a word."""
    lay(desk, SAMPLE, rest)
    window.search.setFocus()
    window.search.setText("kommuner")
    rest(desk)
    return window


def facts(window: MainWindow, desk: Desk, rest: Rest) -> QWidget:
    """What is known of an attachment's file."""
    attachment(SAMPLE, "2.1", 2)(window, desk, rest)
    window.panes.attachment.findChild(QToolButton, "attachmentFacts").toggle()  # type: ignore[union-attr]
    rest(desk)
    return window


def find_in_file(window: MainWindow, desk: Desk, rest: Rest) -> QWidget:
    """A word that is found in the attachment that is shown."""
    lay(desk, SAMPLE, rest)
    select(desk, "2.1", 2)
    rest(desk)
    every = (action for action in window.panes.attachment.menu_actions() if action is not None)
    next(action for action in every if action.shortcut().toString() == "Ctrl+Shift+F").trigger()
    QTest.keyClicks(window.panes.attachment.findChild(QLineEdit, "fileSearchField"), "kommune")
    rest(desk)
    return window


def known(place: int, **facts: object) -> Scene:
    """An attachment of the sample of whose file something else is known than looking at it has found."""

    def scene(window: MainWindow, desk: Desk, rest: Rest) -> QWidget:
        attachment(SAMPLE, "2.1", place)(window, desk, rest)
        found = desk.snapshot.attachment(desk.selection.attachment) if desk.snapshot else None
        if found is None:
            raise SystemExit("the sample has no such attachment")
        kept = found[1].rendition
        desk.alter(desk, lambda store: store.save_rendition(replace(kept, **facts)))  # type: ignore[arg-type]
        rest(desk)
        return window

    return scene


def refused(window: MainWindow, desk: Desk, rest: Rest) -> QWidget:
    """A locked file whose password was wrong."""
    known(2, status=FileStatus.PASSWORD, pdf=None, warnings=(Notice("file-password"),))(window, desk, rest)
    line = window.panes.attachment.findChild(PasswordLine)
    if line is None:
        raise SystemExit("the pane has no field for a password")
    line.refuse()  # typed in it, any password would open a file that has none
    rest(desk)
    return window


def index(window: MainWindow, desk: Desk, rest: Rest) -> QWidget:
    """The index beside the agenda."""
    lay(desk, SAMPLE, rest)
    select(desk, "2.1")
    window.panes.show_index(True)  # noqa: FBT003  a slot
    rest(desk)
    return window


def error(window: MainWindow, desk: Desk, rest: Rest) -> QWidget:
    """The error strip."""
    window.show_error(UserError("item-gone"))
    window.show_error(EnvironmentFault("disk-full"))
    rest(desk)
    return window


def tree(window: MainWindow) -> QTreeView:
    """The agenda's rows."""
    found = window.findChild(QTreeView, "agenda-tree")
    if not isinstance(found, QTreeView):
        raise SystemExit("the window has no agenda")
    return found


# -- menus -----------------------------------------------------------------------------------------------------------


def menus(window: MainWindow, desk: Desk, rest: Rest) -> QPixmap:
    """Every menu of the window, side by side; the second one undoes and does again."""
    lay(desk, SAMPLE, rest)
    select(desk, "2.1", 3)
    desk.undo()
    rest(desk)
    bar = [action.menu() for action in window.menuBar().actions()]
    shown = side_by_side(menu for menu in bar if isinstance(menu, QMenu))
    desk.redo()
    rest(desk)
    return shown


def side_by_side(shown: Iterable[QMenu]) -> QPixmap:
    """Menus, drawn beside each other."""
    grabbed = []
    for menu in shown:
        menu.popup(QPoint(0, 0))
        QApplication.processEvents()
        grabbed.append(menu.grab())
        menu.close()
    ratio = grabbed[0].devicePixelRatio()
    picture = QPixmap(sum(one.width() + 16 for one in grabbed), max(one.height() for one in grabbed))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.gray)
    painter, left = QPainter(picture), 0.0
    for one in grabbed:
        painter.drawPixmap(QPointF(left, 0), one)
        left += (one.width() + 16) / ratio
    painter.end()
    return picture


def context_menu(find: Callable[[MainWindow], QTreeView]) -> Scene:
    """The menu under the mouse in the agenda or among the meetings."""

    def scene(window: MainWindow, desk: Desk, rest: Rest) -> QWidget:
        lay(desk, SAMPLE, rest)
        select(desk, "2.1")
        rest(desk)
        view = find(window)
        view.customContextMenuRequested.emit(view.visualRect(view.currentIndex()).bottomLeft() + QPoint(80, 0))
        rest(desk)
        return window

    return scene


SCENES: dict[str, Scene] = {
    "meeting": whole,
    "item-case": item(0),
    "item-texts": item(1),
    "item-decision": item(2),
    "item-history": item(3),
    "attachment": attachment(SAMPLE, "2.1", 2),
    "attachment-some-pages": attachment(SAMPLE, "2.1", 3),
    "attachment-facts": facts,
    "attachment-find": find_in_file,
    "attachment-unreadable": attachment(DOUBTFUL, "2", 1),
    "attachment-not-pdf": attachment(DOUBTFUL, "2", 2),
    "index": index,
    "search": search,
    "sent-out": meeting(SENT, "2.1"),
    "awaited": awaited,
    "arriving": arriving,
    "empty-agenda": empty_agenda,
    "new-meeting": command(lambda window: window.panes.meetings.new_action, "NewMeetingDialog"),
    "new-meeting-empty": new_empty,
    "meeting-details": command(lambda window: window.panes.meetings.details_action, "MeetingDetailsDialog"),
    "delete-for-good": command(lambda window: window.panes.meetings.delete_action, "RemovalDialog"),
    "export": command(named("export_collection"), "ExportDialog"),
    "export-done": exported,
    "export-doubts": command(named("export_collection"), "ExportDialog", DOUBTFUL),
    "export-doubts-answered": answered,
    "print": command(named("print"), "PrintDialog"),
    "accessibility": command(named("accessibility"), "AccessibilityDialog"),
    "differences": differences,
    "settings-you": settings(0),
    "settings-council": council_part(0),
    "settings-council-members": council_part(1),
    "settings-council-usual": council_part(2),
    "settings-council-documents": council_part(3),
    "settings-folders": settings(2),
    "guide": command(named("show-guide"), "GuideWindow"),
    "shortcuts": command(named("show-shortcuts"), "ShortcutsDialog"),
    "about": command(named("show-about"), "AboutDialog"),
    "menus": menus,
    "menu-of-agenda": context_menu(tree),
    "menu-of-meetings": context_menu(lambda window: window.panes.meetings.tree),
    "error": error,
    "crash": crash,
    "attachment-asks": known(1, kind="docx", warnings=_ASKING, particulars=_TOLD),
    "export-undecided": command(named("export_collection"), "ExportDialog"),
    "attachment-offers": known(2, kind="eml", warnings=_OFFERING, particulars=_TOLD),
    "attachment-picture": known(3, kind="jpeg", warnings=(Notice("picture-large", (("size", "14"),)),)),
    "attachment-office-missing": known(
        1, status=FileStatus.UNSUPPORTED, pdf=None, kind="docx", warnings=(Notice("office-missing"),)
    ),
    "attachment-password": refused,
}
