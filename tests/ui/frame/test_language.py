"""The window's language: switched at once, in Qt's own dialogs too, and no catalogue is needed for Danish."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from kkr_desk.sentences import Language
from kkr_desk.ui.frame import language as spoken
from kkr_desk.ui.frame.language import language, locale, set_language

Standard = QDialogButtonBox.StandardButton


def cancel_button(qtbot: QtBot) -> str:
    box = QDialogButtonBox(Standard.Cancel)
    qtbot.addWidget(box)
    return box.button(Standard.Cancel).text().replace("&", "")


def test_qt_speaks_it_too(qtbot: QtBot) -> None:
    assert (language(), cancel_button(qtbot)) == (Language.DANISH, "Annuller")
    set_language(Language.ENGLISH)
    assert (language(), cancel_button(qtbot)) == (Language.ENGLISH, "Cancel")
    set_language(Language.DANISH)
    assert cancel_button(qtbot) == "Annuller"


def test_numbers_and_dates_follow(qtbot: QtBot) -> None:
    assert (locale().toString(1.5), QLocale().toString(1.5)) == ("1,5", "1,5")
    set_language(Language.ENGLISH)
    assert (locale().toString(1.5), QLocale().toString(1.5)) == ("1.5", "1.5")


@pytest.mark.expects_log("no catalogue kkr_desk_en.qm")
def test_without_its_catalogue_the_window_speaks_danish(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(spoken, "resource", lambda _: tmp_path)
        set_language(Language.ENGLISH)
    assert QCoreApplication.translate("MainWindow", "Søg i alle møder") == "Søg i alle møder"
