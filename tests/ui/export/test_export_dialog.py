"""Export from the window: asked by mouse and keys, made by the real worker process, every way it can go."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import docx
import pikepdf
import pypdfium2
import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel

from kkr_desk.export.request import Document
from kkr_desk.model import Notice, Shown, Treatment
from kkr_desk.store import Store
from kkr_desk.ui.desk import Desk, Selection
from kkr_desk.ui.export import dialog as dialog_module
from kkr_desk.ui.export.dialog import ExportDialog
from tests.ui.desks import item_of, settle, snapshot_of
from tests.ui.export import exports
from tests.ui.export.exports import (
    Controls,
    Exporting,
    Marking,
    beside,
    is_verified,
    remove_damaged,
    visible_texts,
    wait_for,
)


def test_a_collection_is_made_by_mouse(exporting: Exporting) -> None:
    controls = exporting.controls
    assert controls.text("meeting") == "KKR Midtsjælland, 18. september 2026"
    assert controls.field.text() == "Bilagssamling KKR Midtsjælland 2026-09-18.pdf"
    controls.write_target(exporting.target)
    controls.click("start")
    assert "start" not in controls.shown()
    exporting.finish()
    assert (controls.field.text(), controls.target_folder) == ("samling.pdf", str(exporting.folder))
    assert controls.outcome.startswith("samling.pdf er gemt og kontrolleret: 10 side")
    assert {"open", "folder", "print", "start", "close"} <= controls.shown()
    assert beside(exporting.target) == ["samling.pdf"]
    assert is_verified(exporting.desk.folder, exporting.target)


def test_an_index_is_made_by_keys_alone(exporting: Exporting) -> None:
    controls = exporting.controls
    controls.button("choice_collection").setFocus()
    QTest.keyClick(controls.button("choice_collection"), Qt.Key.Key_Right)
    assert controls.button("choice_index").isChecked()
    assert controls.field.text() == "Indholdsfortegnelse KKR Midtsjælland 2026-09-18.pdf"
    controls.write_target(exporting.folder / "indhold.pdf")
    QTest.keyClick(controls.field, Qt.Key.Key_Return)
    exporting.finish()
    assert controls.outcome.startswith("indhold.pdf er gemt og kontrolleret: 1 side")
    document = pypdfium2.PdfDocument(exporting.folder / "indhold.pdf")
    assert len(document) == 1
    document.close()


def test_for_the_archive_or_not_at_all(exporting: Exporting) -> None:
    """The meeting's attachments lack their fonts, which its index does not."""
    controls = exporting.controls
    controls.write_target(exporting.target)
    controls.click("archive")
    controls.click("start")
    exporting.finish()
    assert "der er skrifttyper, som ikke er helt med i filen" in controls.outcome
    assert beside(exporting.target) == []
    controls.click("choice_index")
    controls.write_target(exporting.target)
    controls.click("start")
    exporting.finish()
    with pikepdf.open(exporting.target) as pdf:
        assert b"<pdfaid:part" in pdf.Root.Metadata.read_bytes()
    controls.click("choice_docx")
    assert "archive" not in controls.shown()


def test_a_word_file_is_made_and_its_size_said_beforehand(exporting: Exporting) -> None:
    controls = exporting.controls
    controls.click("choice_docx")
    assert "størrelsen beregnes" in controls.text("hint")
    exporting.finish()
    assert "ikke til offentliggørelse" in controls.text("hint")
    assert "omkring" in controls.text("hint")
    controls.write_target(exporting.target)
    controls.click("choice_pdf")
    controls.click("choice_docx")
    assert controls.field.text() == "samling.docx"
    controls.click("start")
    exporting.finish()
    assert docx.Document(str(exporting.folder / "samling.docx")).paragraphs
    assert {"open", "folder"} <= controls.shown()
    assert "print" not in controls.shown()


def test_what_cannot_be_included_stops_the_work_until_it_is_answered(stopped: Exporting) -> None:
    controls = stopped.controls
    controls.write_target(stopped.target)
    assert "start" not in controls.shown()
    assert controls.outcome == "Ret de bilag, der ikke kan medtages, eller sæt kryds ved erstatningssider."
    assert controls.lines.item(0).text().startswith("Stopper: Punkt 2.2, bilag 2: Filen er beskadiget")
    controls.click("slip_pages")
    assert "start" in controls.shown()
    controls.click("start")
    stopped.finish()
    assert controls.outcome.endswith("Erstatningssider: 1.")
    assert is_verified(stopped.desk.folder, stopped.target)


def test_what_is_mended_stops_nothing_any_more(stopped: Exporting) -> None:
    assert "start" not in stopped.controls.shown()
    remove_damaged(stopped.desk)
    assert "start" in stopped.controls.shown()
    assert stopped.controls.outcome == ""
    assert not stopped.controls.button("slip_pages").isVisible()


def test_what_is_closed_is_asked_about_and_asked_again(exporting: Exporting) -> None:
    def close(number: str) -> None:
        item = item_of(exporting.desk, number).item.id
        exporting.desk.write(exporting.desk, "Luk punkt", lambda store: store.change_item(item, closed=True))
        settle(exporting.desk)

    controls = exporting.controls
    close("2.2")
    assert "start" not in controls.shown()
    assert controls.outcome == "Sæt kryds, hvis det lukkede må være med. Ellers fjern det først."
    controls.click("closed")
    assert "start" in controls.shown()
    close("2.1")
    assert "start" not in controls.shown(), "what was closed since was never answered"


def test_what_a_file_asks_is_decided_before_it_is_sent_out(exporting: Exporting) -> None:
    desk, controls = exporting.desk, exporting.controls
    own = item_of(desk, "2.1").attachments[0]
    asks = replace(own.rendition, warnings=(Notice("office-comments", (("count", "2"),)),))
    decided = replace(own.rendition, treatment=Treatment(comments=Shown.SHOWN))

    def know(store: Store) -> None:
        store.save_rendition(asks)
        store.save_rendition(decided)

    desk.alter(desk, know)
    settle(desk)
    assert "start" not in controls.shown()
    assert controls.outcome == "Svar på spørgsmålene om filerne: vælg en linje for at komme til bilaget."
    desk.write(desk, "Vælg", lambda store: store.change_attachment(own.attachment.id, treatment=decided.treatment))
    settle(desk)
    assert "start" in controls.shown()


def test_a_doubt_leads_to_its_attachment(stopped: Exporting) -> None:
    lines = stopped.controls.lines
    place = lines.visualItemRect(lines.item(0)).center()
    QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=place)
    item = item_of(stopped.desk, "2.2")
    assert stopped.desk.selection == Selection(item.item.id, item.attachments[-1].attachment.id)


def test_a_place_is_needed(exporting: Exporting) -> None:
    controls = exporting.controls
    for text in ("", ".."):
        controls.field.selectAll()
        QTest.keyClick(controls.field, Qt.Key.Key_Delete)
        QTest.keyClicks(controls.field, text)
        assert controls.outcome == "Vælg, hvor filen skal gemmes."
        assert "start" not in controls.shown()


def test_an_existing_file_is_replaced_only_when_that_is_said(exporting: Exporting) -> None:
    exporting.target.write_bytes(b"den gamle")
    controls = exporting.controls
    controls.write_target(exporting.target)
    controls.click("start")
    exporting.finish()
    assert controls.outcome == "samling.pdf findes allerede."
    assert exporting.target.read_bytes() == b"den gamle"
    controls.click("replace")
    exporting.finish()
    assert is_verified(exporting.desk.folder, exporting.target)
    controls.click("start")
    exporting.finish()
    assert controls.outcome == "samling.pdf findes allerede.", "what was said counts once"


def test_the_systems_dialog_asks_for_another_name(exporting: Exporting, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def choose(_parent: object, _title: str, start: str, kinds: str) -> tuple[str, str]:
        asked.append((start, kinds))
        return str(exporting.folder / "en anden.pdf"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    for name in ("samling.pdf", "en anden.pdf"):
        (exporting.folder / name).write_bytes(b"den gamle")
    controls = exporting.controls
    controls.write_target(exporting.target)
    controls.click("start")
    exporting.finish()
    controls.click("other_name")
    assert asked == [(str(exporting.target), "PDF-filer (*.pdf)")]
    controls.click("start")  # the system's dialog has asked whether it may be replaced
    exporting.finish()
    assert is_verified(exporting.desk.folder, exporting.folder / "en anden.pdf")
    assert exporting.target.read_bytes() == b"den gamle"


def test_a_chosen_name_without_ending_gets_one_and_is_not_taken_for_agreed(
    exporting: Exporting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(exporting.folder / "samling"), ""))
    exporting.target.write_bytes(b"den gamle")
    exporting.controls.click("browse")
    assert exporting.controls.field.text() == exporting.target.name
    assert exporting.controls.target_folder == str(exporting.folder)
    exporting.controls.click("start")
    exporting.finish()
    assert exporting.controls.outcome == "samling.pdf findes allerede."


def test_a_cancel_in_the_middle_leaves_everything_as_it_was(long: Exporting) -> None:
    controls = long.controls
    target = long.target.with_suffix(".docx")
    controls.click("choice_docx")
    settle(long.desk)
    target.write_bytes(b"den gamle")
    controls.write_target(target)
    controls.click("start")
    long.finish()
    controls.click("replace")
    wait_for(lambda: controls.bar.value() > 0)
    assert " af " in controls.outcome
    started = time.monotonic()
    controls.click("cancel")
    assert controls.outcome == "Annullerer …"
    long.finish()
    assert time.monotonic() - started < 2
    assert controls.outcome == "Annulleret. Der er ikke gemt noget nyt."
    assert target.read_bytes() == b"den gamle"
    assert beside(target) == [target.name]
    assert "start" in controls.shown()


def test_escape_cancels_first_and_closes_then(long: Exporting) -> None:
    controls = long.controls
    controls.write_target(long.target)
    controls.click("start")
    QTest.keyClick(controls.dialog, Qt.Key.Key_Escape)
    long.finish()
    settle(long.desk)
    assert controls.dialog.isVisible()
    assert beside(long.folder / "x") == []
    QTest.keyClick(controls.dialog, Qt.Key.Key_Escape)
    assert not controls.dialog.isVisible()


def test_the_window_lives_on_while_a_document_is_made(long: Exporting) -> None:
    beats: list[float] = []
    timer = QTimer(interval=5)
    timer.timeout.connect(lambda: beats.append(time.monotonic()))
    controls = long.controls
    controls.write_target(long.target)
    timer.start()
    began = time.monotonic()
    controls.click("start")
    long.finish()
    timer.stop()
    took = time.monotonic() - began
    longest = max(later - earlier for earlier, later in pairwise(beats))
    assert is_verified(long.desk.folder, long.target)
    assert longest < took / 5, f"the window stood still for {longest:.3f} s of {took:.3f} s"


def test_the_meeting_can_be_changed_meanwhile(long: Exporting) -> None:
    controls = long.controls
    controls.click("choice_docx")
    controls.write_target(long.target.with_suffix(".docx"))
    controls.click("start")
    wait_for(lambda: controls.bar.value() > 0)
    item = item_of(long.desk, "2.1").item.id
    long.desk.write(long.desk, "Slet punkt", lambda store: store.delete_item(item))
    long.finish()
    assert controls.outcome.startswith(f"samling.docx er gemt og kontrolleret: {exports.LONG + 11} side")
    assert snapshot_of(long.desk).plan.total_pages < exports.LONG


def test_the_file_is_opened_and_shown_by_the_desktop(exporting: Exporting, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, Path]] = []

    def refuse(file: Path) -> bool:
        asked.append(("open", file))
        return False

    monkeypatch.setattr(dialog_module, "open_file", refuse)
    monkeypatch.setattr(dialog_module, "show_in_folder", lambda file, _: asked.append(("show", file)))
    controls = exporting.controls
    controls.write_target(exporting.target)
    controls.click("start")
    exporting.finish()
    controls.click("folder")
    controls.click("open")
    assert asked == [("show", exporting.target), ("open", exporting.target)]
    assert "har ikke noget program til den. Filen er gemt" in controls.outcome


def test_what_is_done_is_not_done_again_by_enter(exporting: Exporting, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []

    def take(file: Path) -> bool:
        opened.append(file)
        return True

    monkeypatch.setattr(dialog_module, "open_file", take)
    controls = exporting.controls
    controls.click("choice_index")
    controls.write_target(exporting.target)
    QTest.keyClick(controls.field, Qt.Key.Key_Return)
    exporting.finish()
    QTest.keyClick(controls.dialog, Qt.Key.Key_Return)
    assert opened == [exporting.target]
    assert not controls.dialog.strip.is_working
    controls.click("choice_collection")
    assert controls.button("start").isDefault()  # type: ignore[attr-defined]


def test_a_long_path_is_cut_in_the_middle_and_said_whole(exporting: Exporting) -> None:
    folder = (
        exporting.folder / ("Sekretariatets fælles dokumenter " * 3) / ("Møder og bilagssamlinger " * 3) / "til Åse"
    )
    controls = exporting.controls
    controls.write_target(folder / "samling.pdf")
    label = controls.dialog.findChildren(QLabel, "target_folder")[0]
    assert label.toolTip() == f"I mappen {folder}"
    assert label.text().startswith("I mappen /")
    assert label.text().endswith("til Åse")
    assert "…" in label.text()
    assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width()


def test_no_meeting_no_export(bare_desk: Desk, tmp_path: Path) -> None:
    dialog = ExportDialog(bare_desk)
    dialog.open_for(Document.INDEX)
    controls = Controls(dialog)
    assert (controls.text("meeting"), controls.outcome) == ("Intet møde er åbent", "Åbn et møde først.")
    assert "start" not in controls.shown()
    dialog.close()
    dialog.deleteLater()


def test_every_text_follows_the_language(stopped: Exporting) -> None:
    marking = Marking()
    QCoreApplication.installTranslator(marking)
    try:
        QCoreApplication.processEvents()
        texts = visible_texts(stopped.controls.dialog)
        ours = {name: text for name, text in texts.items() if not name.startswith("meeting")}
        assert len(ours) > 10
        assert {name: text for name, text in ours.items() if not text.startswith("§")} == {}
        assert stopped.controls.dialog.windowTitle() == "§Eksportér"
        assert stopped.controls.lines.item(0).text().startswith("§Stopper: ")
    finally:
        QCoreApplication.removeTranslator(marking)


def test_every_control_can_be_reached_and_is_named(stopped: Exporting) -> None:
    dialog, seen = stopped.controls.dialog, set()
    stopped.controls.button("choice_collection").setFocus()
    for _ in range(12):
        focused = dialog.focusWidget()
        assert focused is not None
        assert focused.accessibleName() or getattr(focused, "text", str)()
        seen.add(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert seen >= {"choice_collection", "choice_pdf", "target", "browse", "doubts", "slip_pages", "close"}
