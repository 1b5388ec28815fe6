"""What can be done to a text, as actions: for the bar, for menus, for the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QFont, QGuiApplication, QKeySequence, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from kkr_desk.rich_text.document import HeadingLevel
from kkr_desk.ui.frame.icons import icon
from kkr_desk.ui.rich_text import tables
from kkr_desk.ui.rich_text.blocks import clear, deepen, lift, set_heading, toggle_list
from kkr_desk.ui.rich_text.field import TextField
from kkr_desk.ui.rich_text.structure import (
    heading_level,
    is_bold,
    is_in_header_row,
    is_ordered,
    level_of,
    table_at,
)

_NEXT_HEADING = {None: HeadingLevel.HEADING, HeadingLevel.HEADING: HeadingLevel.SUBHEADING}
"""What the heading's shortcut makes of a paragraph: heading, subheading, body text and round again."""


class Commands(QObject):
    """The actions of one field, kept right as its cursor moves.

    Their shortcuts work in the field alone and there come before the window's (see `TextField.take_commands`).

    Signals:
        link_wanted: The user wants to give a link's address.
    """

    link_wanted = Signal()

    def __init__(self, field: TextField, parent: QWidget) -> None:
        super().__init__(parent)
        self._field = field
        self.bold = self._action("bold", "Ctrl+B", self._toggle_bold, checkable=True)
        self.italic = self._action("italic", "Ctrl+I", self._toggle_italic, checkable=True)
        self.bullets = self._action("list", "Ctrl+Shift+L", self._toggle_bullets, checkable=True)
        self.numbers = self._action("list-ordered", "Ctrl+Shift+O", self._toggle_numbers, checkable=True)
        self.next_heading = self._action("heading", "Ctrl+Shift+H", self._next_heading)
        self.heading = self._action("heading-1", "", self._make_heading, checkable=True)
        self.subheading = self._action("heading-2", "", self._make_subheading, checkable=True)
        self.body = self._action("pilcrow", "", self._make_body, checkable=True)
        self.link = self._action("link", "Ctrl+K", self._want_link)
        self.clear = self._action("remove-formatting", "Ctrl+Space", self._clear)
        self.deepen = self._action("list-indent-increase", "Alt+Shift+Right", self._deepen)
        self.lift = self._action("list-indent-decrease", "Alt+Shift+Left", self._lift)
        self.paste_plain = self._action("clipboard-paste", "Ctrl+Shift+V", self._paste_plain)
        self.table = self._action("table", "Ctrl+Shift+T", self._insert_table)
        self.insert_table = self._action("table", "", self._insert_table)
        self.row_above = self._action("arrow-up", "", self._row_above)
        self.row_below = self._action("arrow-down", "", self._row_below)
        self.column_before = self._action("arrow-left", "", self._column_before)
        self.column_behind = self._action("arrow-right", "", self._column_behind)
        self.header_row = self._action("", "", self._toggle_header, checkable=True)
        self.remove_row = self._action("", "", self._remove_row)
        self.remove_column = self._action("", "", self._remove_column)
        self.remove_table = self._action("trash-2", "", self._remove_table)
        field.take_commands(self.findChildren(QAction))
        field.cursorPositionChanged.connect(self.refresh)
        field.currentCharFormatChanged.connect(self._refresh_for)
        self.retranslate()
        self.refresh()

    def headings(self) -> list[QAction]:
        """The menu of the heading button."""
        return [self.heading, self.subheading, self.body]

    def table_changes(self) -> list[QAction | None]:
        """The menu of the table button; None is a separator."""
        rows = [self.row_above, self.row_below, self.column_before, self.column_behind]
        removals = [self.remove_row, self.remove_column, self.remove_table]
        return [self.insert_table, None, *rows, self.header_row, None, *removals]

    def retranslate(self) -> None:
        """Say everything in the window's language; a tool tip ends in the shortcut."""
        for action, text in self._texts():
            action.setText(text)
            plain = text.replace("&", "")
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{plain} ({keys})" if keys else plain)

    def refresh(self) -> None:
        """Show what holds at the cursor, and what can be done there."""
        cursor, look = self._field.textCursor(), self._field.currentCharFormat()
        block, writable = cursor.block(), not self._field.isReadOnly()
        level, in_table = heading_level(block), table_at(cursor) is not None
        bold_anyway = level is not None or is_in_header_row(block)
        self.bold.setChecked(bold_anyway or is_bold(look))
        self.italic.setChecked(look.fontItalic())
        self.bullets.setChecked(level_of(block) > 0 and not is_ordered(block))
        self.numbers.setChecked(is_ordered(block))
        self.heading.setChecked(level is HeadingLevel.HEADING)
        self.subheading.setChecked(level is HeadingLevel.SUBHEADING)
        self.body.setChecked(level is None and not level_of(block))
        self.header_row.setChecked(tables.has_header(cursor))
        for action in self.findChildren(QAction):
            action.setEnabled(writable)
        self.bold.setEnabled(writable and not bold_anyway)
        for action in (self.next_heading, self.heading, self.subheading):
            action.setEnabled(writable and not in_table)
        for action in (self.deepen, self.lift):
            action.setEnabled(writable and level_of(block) > 0)
        self.insert_table.setEnabled(writable and not in_table)
        for change in self.table_changes():
            if change is not None and change is not self.insert_table:
                change.setEnabled(writable and in_table)

    def _action(self, name: str, keys: str, run: Callable[[], None], *, checkable: bool = False) -> QAction:
        made = QAction(self)
        if name:
            made.setIcon(icon(name))
        made.setShortcut(QKeySequence(keys))
        made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        made.setCheckable(checkable)
        made.triggered.connect(run)
        made.triggered.connect(self.refresh)
        return made

    def _refresh_for(self, _look: QTextCharFormat) -> None:
        self.refresh()

    def _texts(self) -> list[tuple[QAction, str]]:
        return [
            (self.bold, self.tr("Fed")),
            (self.italic, self.tr("Kursiv")),
            (self.bullets, self.tr("Punktliste")),
            (self.numbers, self.tr("Nummereret liste")),
            (self.next_heading, self.tr("Overskrift")),
            (self.heading, self.tr("&Overskrift")),
            (self.subheading, self.tr("&Underoverskrift")),
            (self.body, self.tr("&Brødtekst")),
            (self.link, self.tr("Link")),
            (self.clear, self.tr("Ryd formatering")),
            (self.deepen, self.tr("Et niveau ned")),
            (self.lift, self.tr("Et niveau op")),
            (self.paste_plain, self.tr("Indsæt uden formatering")),
            (self.table, self.tr("Tabel")),
            (self.insert_table, self.tr("&Indsæt tabel")),
            (self.row_above, self.tr("Ny række &over")),
            (self.row_below, self.tr("Ny række &under")),
            (self.column_before, self.tr("Ny kolonne &før")),
            (self.column_behind, self.tr("Ny kolonne &efter")),
            (self.header_row, self.tr("Første række er over&skrift")),
            (self.remove_row, self.tr("Slet &række")),
            (self.remove_column, self.tr("Slet &kolonne")),
            (self.remove_table, self.tr("Slet &tabel")),
        ]

    # --- what the actions do ---

    def _toggle_bold(self) -> None:
        look = QTextCharFormat()
        bold = is_bold(self._field.currentCharFormat())
        look.setFontWeight(QFont.Weight.Normal if bold else QFont.Weight.Bold)
        self._field.mergeCurrentCharFormat(look)

    def _toggle_italic(self) -> None:
        look = QTextCharFormat()
        look.setFontItalic(not self._field.currentCharFormat().fontItalic())
        self._field.mergeCurrentCharFormat(look)

    def _toggle_bullets(self) -> None:
        toggle_list(self._field.textCursor(), ordered=False)

    def _toggle_numbers(self) -> None:
        toggle_list(self._field.textCursor(), ordered=True)

    def _next_heading(self) -> None:
        set_heading(self._field.textCursor(), _NEXT_HEADING.get(heading_level(self._field.textCursor().block())))

    def _make_heading(self) -> None:
        set_heading(self._field.textCursor(), HeadingLevel.HEADING)

    def _make_subheading(self) -> None:
        set_heading(self._field.textCursor(), HeadingLevel.SUBHEADING)

    def _make_body(self) -> None:
        set_heading(self._field.textCursor(), None)

    def _want_link(self) -> None:
        self.link_wanted.emit()

    def _clear(self) -> None:
        clear(self._field.textCursor())
        if not self._field.textCursor().hasSelection():
            self._field.setCurrentCharFormat(QTextCharFormat())

    def _deepen(self) -> None:
        deepen(self._field.textCursor())

    def _lift(self) -> None:
        lift(self._field.textCursor())

    def _paste_plain(self) -> None:
        self._field.paste_plain(QGuiApplication.clipboard().mimeData())

    def _insert_table(self) -> None:
        self._field.setTextCursor(tables.insert_table(self._field.textCursor()))

    def _row_above(self) -> None:
        self._change_table(tables.insert_rows, 0, 0)

    def _row_below(self) -> None:
        self._change_table(tables.insert_rows, 0, 1)

    def _column_before(self) -> None:
        self._change_table(tables.insert_columns, 1, 0)

    def _column_behind(self) -> None:
        self._change_table(tables.insert_columns, 1, 1)

    def _change_table(self, change: Callable[[QTextCursor, int], bool], part: int, step: int) -> None:
        cursor = self._field.textCursor()
        at = tables.place(cursor)
        if at is not None:
            change(cursor, at[part] + step)
            self._field.redraw_looks()

    def _toggle_header(self) -> None:
        tables.toggle_header(self._field.textCursor())
        self._field.redraw_looks()

    def _remove_row(self) -> None:
        tables.remove_row(self._field.textCursor())
        self._field.redraw_looks()

    def _remove_column(self) -> None:
        tables.remove_column(self._field.textCursor())

    def _remove_table(self) -> None:
        tables.remove_table(self._field.textCursor())
        self._field.redraw_looks()
