"""Which folder an export proposes."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from kkr_desk.export.request import Document
from kkr_desk.ui.export.dialog import ExportDialog
from kkr_desk.ui.export.folders import documents_folder
from tests.ui.desks import settle
from tests.ui.export.exports import (
    Controls,
    Exporting,
)


def proposed_again(exporting: Exporting) -> tuple[str, str, str]:
    """What a new dialog proposes: name, folder, and what it says of a folder that is gone."""
    dialog = ExportDialog(exporting.desk)
    dialog.open_for(Document.INDEX)
    settle(exporting.desk)
    controls = Controls(dialog)
    note = dialog.findChildren(QLabel, "folder_gone")[0]
    proposed = (controls.field.text(), controls.target_folder, note.text() if note.isVisible() else "")
    dialog.close()
    dialog.deleteLater()
    return proposed


def test_the_folder_is_remembered_while_it_is_there(exporting: Exporting) -> None:
    exporting.controls.write_target(exporting.target)
    exporting.controls.click("start")
    exporting.finish()
    name = "Indholdsfortegnelse KKR Midtsjælland 2026-09-18.pdf"
    assert proposed_again(exporting) == (name, str(exporting.folder), "")
    moved = exporting.folder.rename(exporting.folder.with_name("flyttet"))
    said = f"Mappen {exporting.folder} findes ikke længere. Derfor foreslås en anden."
    assert proposed_again(exporting) == (name, str(documents_folder()), said)
    moved.rename(exporting.folder)
