"""Draws every scene in one language, theme and scale, at one window that stays open from scene to scene."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QPoint, QTimer, qInstallMessageHandler
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from screenshot_scenes import FIRST_START, SCENES

from kkr_desk.sentences import Language
from kkr_desk.ui.desk import Desk, Selection
from kkr_desk.ui.frame.application import make_application
from kkr_desk.ui.frame.preferences import Preferences, Theme
from kkr_desk.ui.frame.window import MainWindow

SIZE = (1280, 720)
PATIENCE = 20_000
"""Milliseconds that a scene may take to come to rest."""
LONGEST = 1000
"""Timers that wait longer than this, in milliseconds, are not waited for."""


def draw(folder: Path, home: Path, language: str, theme: str, scale: str) -> None:
    """Draw every scene.

    Args:
        folder: Where the pictures go.
        home: The home of who uses the window, with the folder "store".
        language: "da" or "en".
        theme: "light" or "dark".
        scale: "1" or "2".
    """
    qInstallMessageHandler(lambda *_: None)  # the offscreen platform says what it cannot do
    make_application(sys.argv[:1], Language(language), Theme(theme))
    folder.mkdir(parents=True, exist_ok=True)
    ending = f"-{language}-{theme}-{scale}00.png"
    desk, window = _open(home / "empty")
    _picture(window).save(str(folder / f"01-{FIRST_START}{ending}"))
    _shut(desk, window)
    desk, window = _open(home / "store")
    for number, (name, scene) in enumerate(SCENES.items(), start=2):
        shown = scene(window, desk, rest)
        _picture(shown).save(str(folder / f"{number:02}-{name}{ending}"))
        _tidy(window, desk)
    _shut(desk, window)


def rest(desk: Desk) -> None:
    """Wait until nothing is under way, and nothing is about to be."""
    too_late = QDeadlineTimer(PATIENCE)
    while _is_busy(desk):
        if too_late.hasExpired():
            raise SystemExit("a scene does not come to rest")
        loop = QEventLoop()
        QTimer.singleShot(10, loop.quit)
        loop.exec()


def _is_busy(desk: Desk) -> bool:
    QApplication.processEvents()
    timers = [timer for top in QApplication.topLevelWidgets() for timer in top.findChildren(QTimer)]
    waiting = [timer for timer in timers if timer.isActive() and timer.isSingleShot() and timer.interval() <= LONGEST]
    return not desk.jobs.idle or bool(waiting)


def _open(store: Path) -> tuple[Desk, MainWindow]:
    desk = Desk(store, who="abk")
    desk.open_store()
    window = MainWindow(Preferences())
    window.furnish(desk)
    window.resize(*SIZE)
    window.show()
    window.activateWindow()
    rest(desk)
    return desk, window


def _shut(desk: Desk, window: MainWindow) -> None:
    desk.close()
    window.close()
    window.deleteLater()


def _tidy(window: MainWindow, desk: Desk) -> None:
    """Close what the scene has opened, and turn to the meeting's agenda again."""
    rest(desk)
    for widget in QApplication.topLevelWidgets():
        if widget is not window and widget.isVisible():
            widget.close()
    window.search.clear()
    window.errors.setParent(None)
    window._errors = None  # noqa: SLF001  a new strip for each scene
    window.panes.item.tabs.setCurrentIndex(0)
    window.panes.show_index(False)  # noqa: FBT003  a slot
    window.panes.agenda.setFocus()
    desk.select(Selection())
    rest(desk)


def _picture(shown: QWidget | QPixmap) -> QPixmap:
    """A widget as it is to be seen, with the menus that are open above it."""
    if isinstance(shown, QPixmap):
        return shown
    picture = shown.grab()
    menus = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu) and one.isVisible()]
    painter = QPainter(picture)
    for menu in menus:
        painter.drawPixmap(menu.pos() - shown.mapToGlobal(QPoint(0, 0)), menu.grab())
    painter.end()
    return picture
