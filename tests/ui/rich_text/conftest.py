"""An editor with the focus, between two other fields."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from kkr_desk.ui.rich_text import RichTextEditor
from tests.ui.rich_text.pages import (
    Page,
    field_of,
)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = Page()
    qtbot.addWidget(made)
    made.resize(480, 520)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.editor.setFocus()
    qtbot.waitUntil(lambda: field_of(made.editor).hasFocus())
    return made


@pytest.fixture
def editor(page: Page) -> RichTextEditor:
    return page.editor


@pytest.fixture
def field(editor: RichTextEditor) -> QTextEdit:
    return field_of(editor)
