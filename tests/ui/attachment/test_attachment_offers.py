"""What the pane asks and offers about a file: questions, passwords, titles, twins; by key and mouse."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from kkr_desk.model import (
    Accessibility,
    Attachment,
    FileStatus,
    Notice,
    Particulars,
    Reading,
    Rendition,
    Shown,
    Treatment,
)
from kkr_desk.store import Store
from kkr_desk.ui.attachment import AttachmentPane
from kkr_desk.ui.desk import Desk, Selection
from tests.ui.attachment.attachments import COLOURS, LETTER, LOCKED, attachment_of, child, select, view_of
from tests.ui.desks import item_of, settle, snapshot_of

NONE = Qt.KeyboardModifier.NoModifier
CHANGES = Notice("office-changes", (("count", "3"), ("authors", "2")))
SHEETS = Notice("office-hidden-sheets", (("count", "2"), ("sheets", "Beregning, Kladde")))


def know(desk: Desk, number: int, *treatments: Treatment, **known: object) -> None:
    """Have something else known of an attachment's file; with each treatment given, nothing is asked any more."""
    source = attachment_of(desk, number).source

    def work(store: Store) -> None:
        plain = store.rendition(source, Treatment())
        assert plain is not None
        store.save_rendition(replace(plain, **known))  # type: ignore[arg-type]
        for treatment in treatments:
            store.save_rendition(replace(plain, **{**known, "warnings": (), "treatment": treatment}))  # type: ignore[arg-type]

    desk.alter(desk, work)
    settle(desk)


def said(pane: QWidget, line: str) -> str:
    """What a line says, "" where it is not there."""
    label = pane.findChild(QLabel, f"lineText-{line}")
    return label.text() if label is not None and label.isVisible() else ""


def click(pane: QWidget, desk: Desk, name: str) -> None:
    button = child(pane, QPushButton, name) if pane.findChild(QPushButton, name) else child(pane, QToolButton, name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(desk)


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""


def key(pane: QWidget, desk: Desk, pressed: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    assert QTest.qWaitForWindowActive(pane.window())
    QTest.keyClick(QApplication.focusWidget() or pane, pressed, modifiers)
    settle(desk)


def test_questions_are_answered_by_mouse_and_changed_back(pane: AttachmentPane, desk: Desk) -> None:
    shown, accepted = Treatment(changes=Shown.SHOWN), Treatment(changes=Shown.LEFT_OUT)
    know(desk, COLOURS, shown, accepted, kind="docx", warnings=(CHANGES,))
    select(desk, COLOURS)
    assert said(pane, "changes") == "3 rettelser fra 2 personer er registreret i filen."
    click(pane, desk, "changesLeftOut")
    assert attachment_of(desk, COLOURS).treatment == accepted
    assert said(pane, "changes") == "Rettelserne er godkendt i PDF'en."
    assert desk.undoable.undo == "Vælg om rettelser i Bilag 3 under 2.1"
    click(pane, desk, "changesOther")
    assert attachment_of(desk, COLOURS).treatment == shown
    for _ in range(2):
        desk.undo()
        settle(desk)
    assert attachment_of(desk, COLOURS).treatment == Treatment()
    assert said(pane, "changes").startswith("3 rettelser")


def test_questions_are_answered_by_keys_alone(pane: AttachmentPane, desk: Desk) -> None:
    without = Treatment(changes=Shown.SHOWN)
    both = replace(without, hidden=Shown.LEFT_OUT)
    know(desk, COLOURS, both, kind="xlsx", warnings=(CHANGES, SHEETS))
    source = attachment_of(desk, COLOURS).source
    desk.alter(desk, lambda store: _answered(store, source, without))
    select(desk, COLOURS)
    child(pane, QLineEdit, "attachmentTitle").setFocus()
    key(pane, desk, Qt.Key.Key_F8)
    assert focused() == "changesShown"
    key(pane, desk, Qt.Key.Key_Space)
    assert (said(pane, "changes"), focused()) == ("Rettelserne vises i PDF'en.", "changesOther")
    key(pane, desk, Qt.Key.Key_F8)
    assert focused() == "hiddenShown"
    key(pane, desk, Qt.Key.Key_Tab)
    assert focused() == "hiddenLeftOut"
    key(pane, desk, Qt.Key.Key_Space)
    assert attachment_of(desk, COLOURS).treatment == both
    assert said(pane, "hidden") == "Skjulte ark er udeladt."


def _answered(store: Store, source: object, treatment: Treatment) -> None:
    plain = store.rendition(source, Treatment())  # type: ignore[arg-type]
    assert plain is not None
    store.save_rendition(replace(plain, treatment=treatment, warnings=(SHEETS,)))


def test_a_decision_makes_the_pdf_anew_by_itself(qtbot: QtBot, window: QWidget, desk: Desk) -> None:
    know(desk, COLOURS, warnings=(Notice("pdf-comments", (("count", "4"),)),))
    select(desk, COLOURS)
    assert said(window, "comments") == "4 kommentarer i filen kan ses i samlingen."
    click(window, desk, "commentsLeftOut")
    (own,) = [one for one in item_of(desk, "2.1").attachments if one.number == COLOURS]
    assert own.rendition.treatment == Treatment(comments=Shown.LEFT_OUT)
    assert not own.rendition.is_outdated
    assert said(window, "comments") == "Kommentarerne er udeladt."
    asked: list[object] = []
    desk.arrive = lambda *rest: asked.append(rest)  # type: ignore[method-assign,assignment]
    desk.undo()
    settle(desk)
    desk.redo()
    settle(desk)
    assert asked == [], "what is known was made again"


def test_scans_are_made_searchable_only_where_that_can_be_done(
    pane: AttachmentPane, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kkr_desk.intake.recognition.recognition_found", lambda: False)
    know(desk, COLOURS, warnings=(Notice("pdf-scans", (("pages", "1-4"), ("count", "4"))),))
    select(desk, COLOURS)
    button = child(pane, QToolButton, "recognise")
    assert not button.isEnabled()
    assert "OCRmyPDF" in button.toolTip()
    assert button.accessibleDescription() == button.toolTip()


def test_scans_are_made_searchable(pane: AttachmentPane, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kkr_desk.intake.recognition.recognition_found", lambda: True)
    read = Treatment(reading=Reading.RECOGNISED)
    know(desk, COLOURS, read, warnings=(Notice("pdf-scans", (("pages", "1-4"), ("count", "4"))),))
    select(desk, COLOURS)
    click(pane, desk, "recognise")
    assert attachment_of(desk, COLOURS).treatment == read
    assert said(pane, "reading") == "Scannede sider er gjort søgbare."


def type_password(pane: AttachmentPane, desk: Desk, password: str) -> None:
    child(pane, QLineEdit, "attachmentTitle").setFocus()
    key(pane, desk, Qt.Key.Key_F8)
    assert focused() == "password"
    QTest.keyClicks(child(pane, QLineEdit, "password"), password)
    key(pane, desk, Qt.Key.Key_Return)


def test_a_locked_file_opens_with_its_password_which_is_kept_nowhere(
    pane: AttachmentPane, desk: Desk, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    select(desk, LOCKED)
    field = child(pane, QLineEdit, "password")
    assert field.echoMode() is QLineEdit.EchoMode.Password
    type_password(pane, desk, "forkert-hemmelighed")
    assert child(pane, QLabel, "passwordTold").text() == "Koden passede ikke. Intet er gemt."
    assert (field.text(), focused()) == ("", "password")
    type_password(pane, desk, "kode")
    (own,) = [one for one in item_of(desk, "2.1").attachments if one.number == LOCKED]
    assert own.rendition.status is FileStatus.OK
    assert view_of(pane).isVisible()
    assert "hemmelighed" not in caplog.text
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert files
    assert [file for file in files if b"forkert-hemmelighed" in file.read_bytes()] == []


def test_a_password_is_in_no_crash_report(pane: AttachmentPane, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from kkr_desk.ui.frame.telling import details  # noqa: PLC0415  for this test alone

    def fail(*_: object, **__: object) -> Rendition:
        raise RuntimeError("a defect of ours")

    monkeypatch.setattr("kkr_desk.intake.inspector.Inspector.inspect", fail)
    told: list[Exception] = []
    desk.failed.connect(told.append)
    select(desk, LOCKED)
    type_password(pane, desk, "hemmelighed")
    (error,) = told
    assert "hemmelighed" not in details(error)
    assert child(pane, QLineEdit, "password").isEnabled()


def test_a_file_that_waits_for_office_is_tried_again(
    pane: AttachmentPane, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    know(desk, LETTER, kind="docx", warnings=(Notice("office-missing", (("kind", "docx"),)),))
    select(desk, LETTER)
    assert "LibreOffice" in child(pane, QLabel, "whyNoPages").text()
    tried: list[str] = []

    def look(_: object, attachment, *__: object, **___: object) -> Rendition:
        tried.append(attachment.file_name)
        return Rendition(attachment.source, FileStatus.UNSUPPORTED)

    monkeypatch.setattr("kkr_desk.intake.another_look.look_again", look)
    click(pane, desk, "lookAgain")
    assert tried == ["brev.docx"]


def test_what_the_file_says_of_itself_is_taken_when_the_user_says_so(pane: AttachmentPane, desk: Desk) -> None:
    particulars = Particulars(title="Høringssvar", case_number="SAG-2022-01500", sender="Køge", language="en")
    know(desk, COLOURS, particulars=particulars, accessibility=Accessibility(tagged=False, language=""))
    desk.write(desk, "Fjern sagsnummer", lambda store: store.change_item(item_of(desk, "2.1").item.id, case_number=""))
    select(desk, COLOURS)
    assert said(pane, "title") == "Titel i filen: »Høringssvar«"
    child(pane, QLineEdit, "attachmentTitle").setFocus()
    key(pane, desk, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert (attachment_of(desk, COLOURS).title, said(pane, "title")) == ("Høringssvar", "")
    assert said(pane, "case-number") == "Sag i filen: SAG-2022-01500"
    assert child(pane, QToolButton, "useCaseNumber").text() == "Brug på punkt 2.1"
    click(pane, desk, "useCaseNumber")
    assert item_of(desk, "2.1").item.case_number == "SAG-2022-01500"
    click(pane, desk, "useLanguage")
    assert attachment_of(desk, COLOURS).language == "en-GB"
    for _ in range(3):
        desk.undo()
        settle(desk)
    assert (attachment_of(desk, COLOURS).title, item_of(desk, "2.1").item.case_number) == ("Farver", "")


def test_where_the_same_file_stands_is_said_and_gone_to(pane: AttachmentPane, desk: Desk) -> None:
    own = attachment_of(desk, COLOURS)
    here = snapshot_of(desk).agenda.meeting.id

    def add(store: Store) -> None:
        meeting = store.add_meeting("KKR Sjælland", date(2024, 4, 17), "Indhold")
        item = store.add_item(meeting.id, "Sundhed")
        store.add_attachment(item.id, "Samme", "x.pdf", own.source)

    desk.write(desk, "Opret møde", add)
    select(desk, COLOURS)
    assert said(pane, "known") == "Samme fil er bilag 1 til punkt 1 den 17. april 2024 (KKR Sjælland)."
    click(pane, desk, "goToKnown")
    assert snapshot_of(desk).agenda.meeting.id != here
    shown = snapshot_of(desk).attachment(desk.selection.attachment)
    assert shown is not None
    assert shown[1].attachment.title == "Samme"
    assert said(pane, "known").startswith("Samme fil er bilag 3 til punkt 2.1 den 18. september 2026")


def test_enclosed_files_are_offered(pane: AttachmentPane, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted: list[str] = []

    def take_out(_: object, attachment: Attachment) -> None:
        wanted.append(attachment.title)

    monkeypatch.setattr("kkr_desk.ui.arrivals.offering.Offering.take_out", take_out)
    know(desk, COLOURS, kind="eml", warnings=(Notice("file-encloses", (("count", "3"), ("files", "a, b, c"))),))
    select(desk, COLOURS)
    assert said(pane, "encloses") == "Mailen har 3 vedlagte filer: a, b, c"
    click(pane, desk, "takeOut")
    assert wanted == ["Farver"]


def test_nothing_is_said_where_there_is_nothing_to_decide(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    assert not child(pane, QWidget, "offerLines").isVisible()
    desk.select(Selection())
    settle(desk)
    assert not child(pane, QWidget, "offerLines").isVisible()
