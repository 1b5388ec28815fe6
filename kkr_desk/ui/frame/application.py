"""The application behind the window: its name, style and language, and where Qt's own complaints go."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from kkr_desk import __version__
from kkr_desk.paths import resource
from kkr_desk.sentences import Language
from kkr_desk.ui.frame.language import set_language
from kkr_desk.ui.frame.preferences import Theme
from kkr_desk.ui.frame.theme import STYLE, follow_system, set_theme

_qt_log = logging.getLogger("qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def make_application(arguments: Sequence[str], language: Language, theme: Theme) -> QApplication:
    """Make the application, or dress the one that there is.

    Args:
        arguments: Of the process, its name first; Qt takes its own from them.
        language: The window's language.
        theme: Light or dark.
    """
    application = QApplication.instance() or QApplication(list(arguments))
    if not isinstance(application, QApplication):
        raise TypeError("an application without windows is running")
    QCoreApplication.setOrganizationName("KKR Desk")
    QCoreApplication.setApplicationName("KKR Desk")
    QCoreApplication.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName("kkr-desk")
    application.setWindowIcon(QIcon(str(resource("kkr-desk.svg"))))
    if STYLE is not None and application.style().name() != STYLE.lower():
        QApplication.setStyle(STYLE)
    set_theme(theme)
    follow_system()
    set_language(language)
    return application


def log_qt() -> None:
    """Send what Qt complains of to the log; without a console it would be lost."""
    qInstallMessageHandler(_pass_on)


def _pass_on(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    category = context.category or "default"
    _qt_log.log(_LEVELS.get(kind, logging.WARNING), "%s: %s", category, message)
    if kind == QtMsgType.QtFatalMsg and sys.__stderr__ is not None:
        sys.__stderr__.write(f"{message}\n")  # Qt ends the process now
