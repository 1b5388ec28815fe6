"""The council's own Word template in the settings: chosen, refused, removed, undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kkr_desk.export import council_template
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.settings.dialog import SettingsDialog
from tests.export.councils import template_of
from tests.ui.desks import COUNCIL, settle
from tests.ui.settings.showing import COUNCILS, DOCUMENTS, councils, find, turn_to, undo

LEFT = Qt.MouseButton.LeftButton

Choose = Callable[[Path], None]


@pytest.fixture
def choose(qtbot: QtBot, dialog: SettingsDialog, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Choose:
    """Choose a file as the council's template, and wait for what comes of it."""
    turn_to(qtbot, dialog, COUNCILS, DOCUMENTS)

    def choose(file: Path) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
        qtbot.mouseClick(find(dialog, QPushButton, "choose-word-template"), LEFT)
        settle(desk)

    return choose


def test_a_template_is_chosen_named_removed_and_undone(
    qtbot: QtBot, dialog: SettingsDialog, desk: Desk, choose: Choose, tmp_path: Path
) -> None:
    file = tmp_path / "Åses skabelon & #1.docx"
    template_of().save(str(file))
    shown, remove = find(dialog, QLabel, "word-template"), find(dialog, QPushButton, "remove-word-template")
    assert (shown.text(), remove.isEnabled()) == ("Programmets egen skabelon", False)
    choose(file)
    kept = councils(desk)[COUNCIL]
    assert kept.word_template is not None
    assert (kept.word_template_name, shown.text()) == (file.name, file.name)
    qtbot.mouseClick(remove, LEFT)
    settle(desk)
    assert councils(desk)[COUNCIL].word_template is None
    assert (shown.text(), remove.isEnabled()) == ("Programmets egen skabelon", False)
    undo(desk)
    settle(desk)
    assert councils(desk)[COUNCIL] == kept
    assert shown.text() == file.name


def test_a_file_that_cannot_be_used_is_told_beside_the_field(
    dialog: SettingsDialog, desk: Desk, choose: Choose, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def said() -> str:
        return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())

    file = tmp_path / "skabelon.docx"
    choose(file)
    assert "skabelon.docx" in said()
    file.write_bytes(b"%PDF-1.7")
    choose(file)
    assert f"Word-skabelonen {file} kan ikke læses." in said()
    template_of(()).save(str(file))
    choose(file)
    assert "Word-skabelonen skabelon.docx mangler disse typografier: toc 1, toc 2, Skilleblad" in said()
    with file.open("wb") as stream:
        stream.truncate(council_template.MOST_BYTES + 1)
    choose(file)
    assert "skabelon.docx fylder mere end 20 MB" in said()
    assert councils(desk)[COUNCIL].word_template is None
