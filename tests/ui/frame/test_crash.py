"""The crash dialog: says what to do, holds what helps and nothing of a document; also when the telling itself fails."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from kkr_desk.errors import Defect
from kkr_desk.ui.frame import crash
from kkr_desk.ui.frame.crash import CrashDialog, CrashReporter
from tests.ui.desks import free_widgets
from tests.ui.pseudo import pseudo_language, untranslated

SECRET = "010203-1234"


@pytest.fixture
def reporter(qtbot: QtBot) -> Iterator[CrashReporter]:
    made = CrashReporter()
    yield made
    for dialog in open_dialogs():
        dialog.accept()
    free_widgets()


def open_dialogs() -> list[CrashDialog]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, CrashDialog)]


def shown(qtbot: QtBot) -> CrashDialog:
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in open_dialogs()))
    return open_dialogs()[0]


def fail(error: Exception) -> Exception:
    try:
        raise error
    except type(error) as raised:
        return raised


def hand_over(reporter: CrashReporter, error: Exception) -> None:
    """As Python does with what nobody has caught."""
    raised = fail(error)
    reporter.take(type(raised), raised, raised.__traceback__)


def details(dialog: CrashDialog) -> str:
    return dialog.findChildren(QPlainTextEdit, "crash-details")[0].toPlainText()


def button(dialog: CrashDialog, text: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == text)


@pytest.mark.expects_log("RuntimeError: wrong")
def test_it_tells_what_to_do_and_what_helps(
    qtbot: QtBot, reporter: CrashReporter, caplog: pytest.LogCaptureFixture
) -> None:
    hand_over(reporter, RuntimeError("wrong"))
    dialog = shown(qtbot)
    text = details(dialog)
    assert "KKR Desk 0." in text
    assert "Python 3." in text
    assert "RuntimeError: wrong" in text
    assert "in fail" in text
    assert "in fail" in caplog.text
    qtbot.mouseClick(button(dialog, "Kopiér detaljer"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == text
    qtbot.mouseClick(button(dialog, "Arbejd videre"), Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


@pytest.mark.expects_log("ValueError")
def test_it_holds_nothing_of_a_document(
    qtbot: QtBot, reporter: CrashReporter, caplog: pytest.LogCaptureFixture
) -> None:
    hand_over(reporter, ValueError(f"cannot read {SECRET}"))
    assert SECRET not in details(shown(qtbot))
    assert SECRET not in caplog.text


@pytest.mark.expects_log("Error")
def test_further_errors_join_the_open_dialog_without_end(qtbot: QtBot, reporter: CrashReporter) -> None:
    hand_over(reporter, RuntimeError("first"))
    shown(qtbot)
    for n in range(200):
        hand_over(reporter, TypeError(f"number {n}"))
    qtbot.waitUntil(lambda: "number 1" in details(shown(qtbot)))
    assert len(open_dialogs()) == 1
    assert len(details(shown(qtbot))) <= crash.MOST_DETAILS + 100


@pytest.mark.expects_log("store-defect")
def test_an_error_of_another_thread_is_told_too(qtbot: QtBot, reporter: CrashReporter) -> None:
    thread = threading.Thread(target=hand_over, args=(reporter, Defect("store-defect", reason="not-open")))
    thread.start()
    thread.join()
    assert "store-defect {'reason': 'not-open'}" in details(shown(qtbot))


@pytest.mark.expects_log("RuntimeError: of a thread", "RuntimeError: of the process")
def test_it_is_the_hook_of_process_and_threads(
    qtbot: QtBot, reporter: CrashReporter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    reporter.install()
    thread = threading.Thread(target=lambda: (_ for _ in ()).throw(RuntimeError("of a thread")))
    thread.start()
    thread.join()
    error = fail(RuntimeError("of the process"))
    sys.excepthook(type(error), error, error.__traceback__)
    dialog = shown(qtbot)
    qtbot.waitUntil(lambda: "of a thread" in details(dialog) and "of the process" in details(dialog))


@pytest.mark.expects_log("RuntimeError: wrong", "the crash dialog failed")
def test_a_dialog_that_fails_leaves_the_error_in_the_log(
    qtbot: QtBot, reporter: CrashReporter, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(CrashDialog, "retranslate", lambda _: (_ for _ in ()).throw(KeyError("no texts")))
        hand_over(reporter, RuntimeError("wrong"))
        qtbot.waitUntil(lambda: "the crash dialog failed" in caplog.text)
    assert "RuntimeError: wrong" in caplog.text
    hand_over(reporter, RuntimeError("wrong again"))
    assert "wrong again" in details(shown(qtbot))


def test_a_reporter_that_fails_falls_back_on_python(
    qtbot: QtBot, reporter: CrashReporter, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(crash, "trace", lambda _: (_ for _ in ()).throw(OSError("no disk")))
    monkeypatch.setattr(sys, "__excepthook__", lambda kind, error, where: told.append(f"{kind.__name__}: {error}"))
    hand_over(reporter, RuntimeError("wrong"))
    assert told == ["RuntimeError: wrong", "OSError: no disk"]


def test_ctrl_c_ends_the_program_without_a_word(
    qtbot: QtBot, reporter: CrashReporter, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    ended: list[bool] = []
    monkeypatch.setattr(QCoreApplication, "quit", lambda: ended.append(True))
    reporter.take(KeyboardInterrupt, KeyboardInterrupt(), None)
    qtbot.wait(1)
    assert ended == [True]
    assert caplog.text == ""
    assert open_dialogs() == []


def test_it_follows_the_language(qtbot: QtBot) -> None:
    dialog = CrashDialog("")
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.windowTitle() == "Fejl i KKR Desk"
    with pseudo_language():
        assert untranslated(dialog) == []
    assert dialog.windowTitle() == "Fejl i KKR Desk"
