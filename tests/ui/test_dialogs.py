"""What every dialog keeps to: a title, Alt and a letter for one place, keys where they are wanted, words on buttons."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMenuBar,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kkr_desk.model import MeetingState
from kkr_desk.progress import NullProgress
from kkr_desk.sentences import Language
from kkr_desk.store import Store
from kkr_desk.store.meeting_exchange.reading import read_copy
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.exchange.differences_dialog import DifferencesDialog
from kkr_desk.ui.exchange.opening import OpeningDialog
from kkr_desk.ui.exchange.saving import SavingDialog
from kkr_desk.ui.export.dialog import ExportDialog
from kkr_desk.ui.export.print_dialog import PrintDialog
from kkr_desk.ui.frame.about import AboutDialog
from kkr_desk.ui.frame.button_box import ButtonBox
from kkr_desk.ui.frame.crash import CrashDialog
from kkr_desk.ui.frame.guide import GuideWindow
from kkr_desk.ui.frame.language import set_language
from kkr_desk.ui.frame.preferences import Preferences
from kkr_desk.ui.frame.shortcuts import ShortcutsDialog
from kkr_desk.ui.meetings.dialogs import MeetingDetailsDialog, NewMeetingDialog
from kkr_desk.ui.meetings.removal import RemovalDialog
from kkr_desk.ui.settings.dialog import SettingsDialog
from tests.ui.desks import settle, snapshot_of
from tests.ui.menus import clashes

DAY = date(2026, 9, 18)
BEGINS = {
    "new-meeting": ("Råd", "Opret møde"),
    "meeting-details": ("Råd", "OK"),
    "delete-for-good": ("Mødets navn", "Annuller"),
    "export_dialog": ("Dokument: bilagssamling", "&Eksportér"),
    "print_dialog": ("Dokument: bilagssamling", "&Udskriv…"),
    "saving_dialog": ("&Luk", "&Luk"),
    "opening_dialog": ("&Luk", "&Luk"),
    "settings": ("Sider med indstillinger", ""),
    "crash-dialog": ("Detaljer om fejlen", "&Arbejd videre"),
    "about": ("Luk", "Luk"),
    "guide": ("Afsnit i vejledningen", ""),
    "shortcuts": ("Tastaturgenveje", "Luk"),
    "differences_dialog": ("Hvad der er anderledes", "&Gennemfør"),
}
"""Where the keys are when a dialog comes up, and what Enter means: by its name, in the words said of both."""


def differing(desk: Desk, folder: Path) -> DifferencesDialog:
    """The dialog on a file of the meeting, which has changed here since."""
    file, meeting = folder / "møde.kkr", snapshot_of(desk).agenda.meeting

    def save(store: Store) -> None:
        store.save_meeting(meeting.id, file, NullProgress())
        with store.operation("Ret"):
            store.change_meeting(meeting.id, place="Sorø", state=MeetingState.DRAFT)

    desk.alter(desk, save)
    settle(desk)
    found: list[DifferencesDialog] = []
    copy = read_copy(file, NullProgress())
    desk.read(desk, lambda store: store.compare(copy), lambda one: found.append(DifferencesDialog(desk, copy, one)))
    settle(desk)
    return found[0]


def dialogs(desk: Desk, folder: Path) -> Iterator[QDialog]:
    """Every dialog of ours, one after the other."""
    meeting, bar = snapshot_of(desk).agenda.meeting, QMenuBar()
    yield NewMeetingDialog([meeting.council], [meeting], meeting, DAY)
    yield MeetingDetailsDialog([meeting.council], meeting)
    yield RemovalDialog(desk, meeting)
    yield ExportDialog(desk)
    yield PrintDialog(desk)
    for kind in (SavingDialog, OpeningDialog):
        dialog = kind(desk)
        dialog.say(lambda: "Mødefil", lambda: "KKR")
        yield dialog
    yield SettingsDialog(desk, Preferences(folder / "window.ini"))
    yield CrashDialog("x")
    yield AboutDialog()
    yield GuideWindow()
    yield ShortcutsDialog(bar)
    bar.deleteLater()
    yield differing(desk, folder)


def leaves(dialog: QWidget) -> Iterator[list[str]]:
    """What can be reached by Alt and a letter at a time: everything outside of pages and leaves, and one of each."""
    pages: list[QStackedWidget | QTabWidget] = [
        *dialog.findChildren(QStackedWidget),
        *dialog.findChildren(QTabWidget),
    ]
    texts = dict(_texts(dialog))
    inner = [leaf for page in pages for n in range(page.count()) if (leaf := page.widget(n)) is not None]
    ends = [leaf for leaf in inner if not any(leaf.isAncestorOf(other) for other in inner if other is not leaf)]
    for leaf in ends or [dialog]:
        shut = [other for other in inner if other is not leaf and not other.isAncestorOf(leaf)]
        yield [text for part, text in texts.items() if not any(one.isAncestorOf(part) for one in shut)]


def _texts(dialog: QWidget) -> Iterator[tuple[QWidget, str]]:
    for part in dialog.findChildren(QWidget):
        if isinstance(part, QLabel | QAbstractButton):
            yield part, part.text()


def begins(dialog: QDialog) -> tuple[str, str]:
    """What has the focus, and what the button says that Enter means."""
    focused = dialog.focusWidget()
    assert focused is not None, f"{dialog.objectName()} is deaf to keys"
    said = focused.text() if isinstance(focused, QAbstractButton) else ""
    default = next((b.text() for b in dialog.findChildren(QPushButton) if b.isDefault() and b.isVisible()), "")
    return focused.accessibleName() or said, default


def test_every_dialog_keeps_to_the_rules(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    wrong: list[tuple[str, object]] = []
    begun: dict[str, tuple[str, str]] = {}
    for dialog in dialogs(desk, tmp_path):
        qtbot.addWidget(dialog)
        name = dialog.objectName()
        for language in reversed(Language):
            set_language(language)
            QApplication.processEvents()
            wrong += [(f"{name} {language}", same) for leaf in leaves(dialog) for same in clashes(leaf)]
            if not dialog.windowTitle():
                wrong.append((name, "no title"))
        if not all(isinstance(box, ButtonBox) for box in dialog.findChildren(QDialogButtonBox)):
            wrong.append((name, "Qt's own pictures"))
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        begun[name] = begins(dialog)
        settle(desk)
        dialog.close()
    assert "\n".join(map(str, wrong)) == ""
    assert begun == BEGINS
