"""Showing a finished file by the desktop's own means: in its program, or selected in its folder."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QDir, QObject, QProcess, QUrl
from PySide6.QtGui import QDesktopServices

_MANAGER = "org.freedesktop.FileManager1"
"""What file managers on Linux answer to: https://www.freedesktop.org/wiki/Specifications/file-manager-interface/"""


def open_file(file: Path) -> bool:
    """Open a file in the program that the desktop has for it.

    Returns:
        Whether the desktop has one.
    """
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


def show_in_folder(file: Path, parent: QObject) -> None:
    """Show a file selected in its folder; where no file manager can do that, show the folder.

    Args:
        file: The file.
        parent: Keeps the question to the file manager alive.
    """
    if sys.platform == "win32":
        QProcess.startDetached("explorer.exe", ["/select,", QDir.toNativeSeparators(str(file))])
    elif sys.platform == "darwin":
        QProcess.startDetached("open", ["-R", str(file)])
    else:
        _ask_file_manager(file, parent)


def _ask_file_manager(file: Path, parent: QObject) -> None:
    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher  # noqa: PLC0415  Linux alone

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        open_file(file.parent)
        return
    message = QDBusMessage.createMethodCall(_MANAGER, "/org/freedesktop/FileManager1", _MANAGER, "ShowItems")
    message.setArguments([[QUrl.fromLocalFile(str(file)).toString(QUrl.ComponentFormattingOption.FullyEncoded)], ""])

    def answered(watcher: QDBusPendingCallWatcher) -> None:
        watcher.deleteLater()
        if watcher.isError():
            open_file(file.parent)

    asked = QDBusPendingCallWatcher(bus.asyncCall(message), parent)
    asked.finished.connect(answered)
