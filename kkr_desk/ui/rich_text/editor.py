"""The editor of one text: bar, field, and the lines that ask for a link or say what could not be done."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kkr_desk.errors import UserError
from kkr_desk.rich_text import link_address, parse, to_html
from kkr_desk.sentences import ERRORS, say
from kkr_desk.ui.frame.icons import SIZE, icon
from kkr_desk.ui.frame.language import language
from kkr_desk.ui.rich_text.anchors import address_at, remove_link, set_link
from kkr_desk.ui.rich_text.bar import FormatBar
from kkr_desk.ui.rich_text.commands import Commands
from kkr_desk.ui.rich_text.field import TextField
from kkr_desk.ui.rich_text.link_line import LinkLine
from kkr_desk.ui.rich_text.loading import load
from kkr_desk.ui.rich_text.reading import read


class RichTextEditor(QWidget):
    """Writes a text of an item: Baggrund, Indstilling, Sagsfremstilling or Beslutning.

    It knows HTML in and HTML out; when to save is its owner's matter. The focus goes to the field, so a label may have
    the editor as its buddy.

    Signals:
        edited: The text was changed by the user (typing, paste, a command, undo), never by `set_html`.
        link_activated: An address the user wants to open.
        undo_exhausted: Ctrl+Z where nothing typed in the field is left to undo; the program's own undo may go on.
        redo_exhausted: The same for redo.
    """

    edited = Signal()
    link_activated = Signal(str)
    undo_exhausted = Signal()
    redo_exhausted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loading = False
        self._refusal: UserError | None = None
        self._link_cursor = QTextCursor()
        self._field = TextField(self)
        self._field.setObjectName("text")
        self._commands = Commands(self._field, self)
        self._bar = FormatBar(self._commands, self._field, self)
        self._bar.setObjectName("format-bar")
        self._link_line = LinkLine(self)
        self._notice = _Notice(self)
        self.setFocusProxy(self._field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._bar)
        layout.addWidget(self._link_line)
        layout.addWidget(self._notice)
        layout.addWidget(self._field, 1)
        for one, other in pairwise([*self._bar.stops(), *self._link_line.stops(), self._field]):
            self.setTabOrder(one, other)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self._field.textChanged.connect(self._on_text_changed)
        self._field.link_activated.connect(self.link_activated)
        self._field.undo_exhausted.connect(self.undo_exhausted)
        self._field.redo_exhausted.connect(self.redo_exhausted)
        self._field.refused.connect(self._on_refused)
        self._commands.link_wanted.connect(self._ask_for_link)
        self._link_line.accepted.connect(self._on_link_accepted)
        self._link_line.removed.connect(self._on_link_removed)
        self._link_line.closed.connect(self._close_link_line)

    # --- the text ---

    def set_html(self, html: str) -> None:
        """Show a text. The same text as the one shown changes nothing: cursor and undo stay.

        Args:
            html: Any HTML; what is outside of the subset is left out.

        Raises:
            UserError: As `kkr_desk.rich_text.sanitise`.
        """
        document = parse(html)
        if to_html(document) == self.html():
            return
        self._loading = True
        try:
            load(document, self._field.document())
        finally:
            self._loading = False
        self._field.moveCursor(QTextCursor.MoveOperation.Start)
        self._refuse(None)
        self._commands.refresh()

    def html(self) -> str:
        """The text as canonical HTML (`kkr_desk.rich_text.to_html`); empty for a text without words or table.

        Raises:
            UserError: `text-table-too-large`.
        """
        return to_html(read(self._field.document()))

    def set_placeholder(self, text: str) -> None:
        """What an empty field says, in the window's language."""
        self._field.setPlaceholderText(text)

    def set_name(self, text: str) -> None:
        """What a screen reader calls the field, in the window's language."""
        self._field.setAccessibleName(text)

    def set_read_only(self, *, read_only: bool) -> None:
        """Let the text be read and copied only, and its links be clicked."""
        flags = Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        if read_only:
            self._field.setTextInteractionFlags(flags)
        else:
            self._field.setTextInteractionFlags(Qt.TextInteractionFlag.TextEditorInteraction)
        self._bar.setVisible(not read_only)
        self._close_link_line()
        self._commands.refresh()

    def is_read_only(self) -> bool:
        """Whether the text can only be read."""
        return self._field.isReadOnly()

    def can_undo(self) -> bool:
        """Whether something typed in the field can be undone there."""
        return self._field.document().isUndoAvailable()

    def can_redo(self) -> bool:
        """Whether something undone in the field can be done again there."""
        return self._field.document().isRedoAvailable()

    def undo(self) -> None:
        """Undo what was typed last, or emit `undo_exhausted`."""
        self._field.undo_step()

    def redo(self) -> None:
        """Do again what was undone last, or emit `redo_exhausted`."""
        self._field.redo_step()

    # --- what it says ---

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self._commands.retranslate()
        self._bar.retranslate()
        self._link_line.retranslate()
        self._refuse(self._refusal)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _refuse(self, error: UserError | None) -> None:
        self._refusal = error
        self._notice.say(say(ERRORS, error.code, language(), **error.facts) if error else "")

    def _on_refused(self, error: UserError) -> None:
        self._refuse(error)

    def _on_text_changed(self) -> None:
        if not self._loading:
            self._refuse(None)
            self.edited.emit()

    # --- links ---

    def _ask_for_link(self) -> None:
        self._link_cursor = self._field.textCursor()
        self._link_line.ask(address_at(self._link_cursor))

    def _on_link_accepted(self, typed: str) -> None:
        address = link_address(typed)
        if address is None:
            self._refuse(UserError("text-link-unusable"))
            return
        set_link(self._link_cursor, address)
        self._close_link_line()

    def _on_link_removed(self) -> None:
        remove_link(self._link_cursor)
        self._close_link_line()

    def _close_link_line(self) -> None:
        had_focus = self._link_line.has_focus()
        self._link_line.hide()
        self._refuse(None)
        if had_focus:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)


class _Notice(QWidget):
    """A line that says why something was not done."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = QLabel(self)
        self._text = QLabel(self)
        self._text.setObjectName("notice")
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._text, 1)
        self.hide()

    def say(self, text: str) -> None:
        """Show a sentence; an empty one hides the line."""
        self._icon.setPixmap(icon("circle-alert").pixmap(SIZE, SIZE))
        self._text.setText(text)
        self.setVisible(bool(text))
