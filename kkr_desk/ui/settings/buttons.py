"""Buttons of the settings: none of them is what Enter means, since Enter ends a line of a field."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from kkr_desk.ui.frame.icons import icon


def button(name: str, drawing: str = "") -> QPushButton:
    """A button without a text yet.

    Args:
        name: Its object name.
        drawing: Its icon; none without one.
    """
    made = QPushButton()
    made.setObjectName(name)
    made.setAutoDefault(False)
    if drawing:
        made.setIcon(icon(drawing))
    return made
