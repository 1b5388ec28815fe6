"""A language of its own for tests: every text that goes through a catalogue comes back in ‹angle quotes›.

So what is shown without them was not sent through `tr`, or not sent again when the language changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QTabWidget,
    QWidget,
)

OPEN, CLOSE = "‹", "›"
_LETTERS = re.compile(r"[A-Za-zÆØÅæøå]{2}")


class Pseudo(QTranslator):
    """The catalogue."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return OPEN + (text.replace("%n", str(n)) if n >= 0 else text) + CLOSE

    def isEmpty(self) -> bool:  # noqa: N802  Qt's name
        return False


@contextmanager
def pseudo_language() -> Iterator[None]:
    """The window speaks it in the block."""
    catalogue = Pseudo()
    QCoreApplication.installTranslator(catalogue)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    QCoreApplication.processEvents()
    try:
        yield
    finally:
        QCoreApplication.removeTranslator(catalogue)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)


def texts(window: QWidget) -> Iterator[tuple[str, str]]:
    """Every text of the widgets in a window, what is said to a screen reader included, and who says it."""
    for widget in [window, *window.findChildren(QWidget)]:
        who = f"{type(widget).__name__} {widget.objectName()}".strip()
        yield from ((who, text) for text in _own(widget) if _LETTERS.search(text))


def untranslated(window: QWidget) -> list[tuple[str, str]]:
    """The texts that did not go through a catalogue when the language changed last."""
    return [(who, text) for who, text in texts(window) if OPEN not in text]


def _own(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.statusTip())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QTabWidget):
        yield from (widget.tabText(n) for n in range(widget.count()))
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(n) for n in range(widget.count()))
    elif isinstance(widget, QHeaderView):
        model = widget.model()
        yield from (str(model.headerData(n, widget.orientation()) or "") for n in range(widget.count()))
    elif isinstance(widget, QMenu):
        yield from (text for action in widget.actions() for text in (action.text(), action.statusTip()))
    if widget.isWindow():
        yield widget.windowTitle()
