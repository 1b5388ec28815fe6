"""The bar above the preview: which page, how large, and the way to the search."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QWidget

from kkr_desk.ui.attachment.commands import Commands
from kkr_desk.ui.attachment.page_layout import Fit
from kkr_desk.ui.attachment.page_view import PageView

SIZES = (50, 75, 100, 125, 150, 200, 300, 400)
"""Per cent that the menu offers."""


class ViewBar(QWidget):
    """Controls of a page view.

    Args:
        view: What they control.
        commands: Whose buttons stand in it.
        parent: Its owner.
    """

    def __init__(self, view: PageView, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._commands = commands
        self._page = QLineEdit()
        self._page.setObjectName("pageField")
        self._page.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._page.setValidator(QIntValidator(0, 99_999, self))
        self._page.setFixedWidth(self._page.fontMetrics().horizontalAdvance("00000") + 12)
        self._count = QLabel()
        self._zoom = QToolButton()
        self._zoom.setObjectName("zoomMenu")
        self._zoom.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._zoom.setAutoRaise(True)
        self._zoom.setMenu(self._zoom_menu())
        self._lay_out()
        self._page.editingFinished.connect(self._go)
        view.page_changed.connect(self.refresh)
        view.view_changed.connect(self.refresh)
        for action, slot in (
            (commands.previous_page, view.previous_page),
            (commands.next_page, view.next_page),
            (commands.zoom_in, view.zoom_in),
            (commands.zoom_out, view.zoom_out),
            (commands.fit_width, self._fit_width),
            (commands.fit_page, self._fit_page),
        ):
            action.triggered.connect(slot)
        commands.continuous.toggled.connect(view.set_continuous)
        self.retranslate()

    def refresh(self) -> None:
        """Show how things stand."""
        view, commands = self._view, self._commands
        if not self._page.isModified() or not self._page.hasFocus():
            self._page.setText(str(view.page) if view.page_count else "")
        self._count.setText(self.tr("af {count}").format(count=view.page_count))
        self._zoom.setText(self.tr("{percent} %").format(percent=round(view.zoom)))
        self._zoom.setMinimumWidth(self._zoom.fontMetrics().horizontalAdvance("0000 %") + 24)
        commands.fit_width.setChecked(view.fit is Fit.WIDTH)
        commands.fit_page.setChecked(view.fit is Fit.PAGE)
        commands.continuous.setChecked(view.continuous)
        commands.single.setChecked(not view.continuous)
        if commands.find.isEnabled():
            commands.previous_page.setEnabled(view.page > 1)
            commands.next_page.setEnabled(view.page < view.page_count)
        self._page.setEnabled(view.page_count > 0)
        self._zoom.setEnabled(view.page_count > 0)

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self._page.setAccessibleName(self.tr("Gå til side"))
        self._page.setToolTip(self.tr("Skriv et sidetal og tryk Enter"))
        self._zoom.setAccessibleName(self.tr("Hvor stort siderne vises"))
        for size in self._zoom.menu().actions():
            if isinstance(size.data(), int):
                size.setText(self.tr("{percent} %").format(percent=size.data()))
        for button in self.findChildren(QToolButton):
            action = button.defaultAction()
            if action is not None:
                button.setAccessibleName(action.text().replace("&", ""))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        commands = self._commands
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (
            self._button(commands.previous_page, "previousPage"), self._page, self._count,
            self._button(commands.next_page, "nextPage"), None,
            self._button(commands.zoom_out, "zoomOut"), self._zoom, self._button(commands.zoom_in, "zoomIn"), None,
            self._button(commands.find, "findInFile"),
        ):  # fmt: skip
            if part is None:
                layout.addStretch(1)
            else:
                layout.addWidget(part)
        self._count.setContentsMargins(4, 0, 4, 0)

    def _button(self, action: QAction, name: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setDefaultAction(action)
        return button

    def _zoom_menu(self) -> QMenu:
        menu, commands = QMenu(self), self._commands
        menu.addActions([commands.fit_width, commands.fit_page])
        menu.addSeparator()
        for size in SIZES:
            menu.addAction("").setData(size)
        menu.addSeparator()
        menu.addActions([commands.continuous, commands.single])
        menu.triggered.connect(self._zoom_chosen)
        return menu

    def _zoom_chosen(self, action: QAction) -> None:
        size = action.data()
        if isinstance(size, int):
            self._view.set_zoom(size)

    def _fit_width(self) -> None:
        self._view.set_fit(Fit.WIDTH)

    def _fit_page(self) -> None:
        self._view.set_fit(Fit.PAGE)

    def _go(self) -> None:
        """To the page that was written; what is no page is put back."""
        if self._page.isModified():
            text = self._page.text()
            self._page.setModified(False)
            if text:
                self._view.go_to(int(text))
            self.refresh()
