"""The slim bar over the field.

Tab goes to the text and past it; Shift+Tab from the text comes to the bar, which is one stop. The arrows move within
it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from kkr_desk.ui.frame.icons import SIZE
from kkr_desk.ui.rich_text.commands import Commands

_HEIGHT = 28

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}

Menu = Sequence[QAction | None]
"""Entries of a menu; None is a separator."""


class _Button(QToolButton):
    """A button that leaves the arrows to its bar, where Qt's own would leave the bar by them."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class FormatBar(QWidget):
    """Buttons for the commands of a text.

    Args:
        commands: What the buttons do.
        field: Gets the focus back when a button was pressed.
        parent: As everywhere in Qt.
    """

    def __init__(self, commands: Commands, field: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._field = field
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._buttons: list[QToolButton] = []
        for action in (commands.bold, commands.italic):
            self._add(action)
        self._add_line()
        for action in (commands.bullets, commands.numbers):
            self._add(action)
        self._add_line()
        self._add(commands.next_heading, commands.headings())
        self._add(commands.table, commands.table_changes())
        self._add(commands.link, takes_focus_back=False)
        self._add_line()
        self._add(commands.clear)
        self._layout.addStretch()
        self._let_stop(self._buttons[0])
        self.retranslate()

    def retranslate(self) -> None:
        """Name the buttons as their actions are named now."""
        self.setAccessibleName(self.tr("Formatering"))
        for button in self._buttons:
            button.setAccessibleName(button.defaultAction().text().replace("&", ""))
            button.setToolTip(button.defaultAction().toolTip())

    def stops(self) -> list[QWidget]:
        """The buttons in their order, one of which Tab stops at."""
        return list(self._buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among the buttons; Escape goes back to the text."""
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() in _STEPS and isinstance(focused, QToolButton):
            usable = [button for button in self._buttons if button.isEnabled() or button is focused]
            button = usable[(usable.index(focused) + _STEPS[Qt.Key(event.key())]) % len(usable)]
            self._let_stop(button)
            button.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _add(self, action: QAction, menu: Menu | None = None, *, takes_focus_back: bool = True) -> None:
        button = _Button(self)
        button.setDefaultAction(action)
        button.setAutoRaise(True)
        button.setIconSize(QSize(SIZE, SIZE))
        button.setFixedHeight(_HEIGHT)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if menu is not None:
            button.setMenu(self._menu(button, menu))
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        if takes_focus_back:
            button.clicked.connect(self._back_to_field)
        self._layout.addWidget(button)
        self._buttons.append(button)
        action.enabledChanged.connect(self._keep_stop)

    def _menu(self, button: QToolButton, actions: Menu) -> QMenu:
        made = QMenu(button)
        made.triggered.connect(self._back_to_field)
        for action in actions:
            if action is None:
                made.addSeparator()
            else:
                made.addAction(action)
        return made

    def _add_line(self) -> None:
        line = QFrame(self)
        line.setFrameShape(QFrame.Shape.VLine)
        line.setFrameShadow(QFrame.Shadow.Sunken)
        line.setFixedHeight(SIZE)
        self._layout.addSpacing(4)
        self._layout.addWidget(line)
        self._layout.addSpacing(4)

    def _back_to_field(self) -> None:
        """After a click the text is written on; whoever came by keyboard stays until Escape."""
        if not any(button.hasFocus() for button in self._buttons):
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_stop(self) -> None:
        """A disabled button is no stop, so another one takes its place."""
        usable = [button for button in self._buttons if button.isEnabled()]
        if usable and not any(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in usable):
            self._let_stop(usable[0])

    def _let_stop(self, stop: QToolButton) -> None:
        for button in self._buttons:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if button is stop else Qt.FocusPolicy.NoFocus)
