"""The panes of the window, side by side: meetings, the agenda, and at the right what is selected.

The columns are there at once; each pane comes into its column when it is added, since loading one takes its time.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QLineEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from kkr_desk.ui.frame.preferences import Preferences

if TYPE_CHECKING:
    from kkr_desk.ui.agenda.pane import AgendaPane
    from kkr_desk.ui.attachment.pane import AttachmentPane
    from kkr_desk.ui.desk import Desk, Selection
    from kkr_desk.ui.index.pane import IndexPane
    from kkr_desk.ui.item.pane import ItemPane
    from kkr_desk.ui.meetings.pane import MeetingsPane
    from kkr_desk.ui.search.pane import SearchPane

_WIDTHS = (280, 580, 420)
"""Widths of the three columns to begin with, in pixels; what is more goes to the middle and the right."""
_FOR_HITS = 280
"""Least width of the left column when it shows what was found."""
_STATE = "window/panes"
_CLOSED = "meetings/closed"


class Panes(QSplitter):
    """The three columns."""

    meetings: MeetingsPane
    agenda: AgendaPane
    item: ItemPane
    attachment: AttachmentPane
    index: IndexPane
    search: SearchPane

    def __init__(self) -> None:
        super().__init__()  # with a parent, Qt's bindings load 25 ms of enumerations to tell it from an orientation
        self.setObjectName("panes")
        self.setChildrenCollapsible(False)
        self._left, self._middle, self._selected = QStackedWidget(), QWidget(), QStackedWidget()
        self._left.setObjectName("left")
        self._selected.setObjectName("selected")
        below = QVBoxLayout(self._middle)
        below.setContentsMargins(0, 8, 0, 8)  # in line with its neighbours
        self._shows_meetings = True
        self._shows_index = False
        for number, column in enumerate((self._left, self._middle, self._selected)):
            self.addWidget(column)
            self.setStretchFactor(number, (0, 3, 2)[number])
        self.setSizes(list(_WIDTHS))
        self.retranslate()

    # -- the panes, most wanted first --------------------------------------------------------------------------------

    def add_agenda(self, desk: Desk, preferences: Preferences) -> None:
        """Put the agenda into the middle."""
        from kkr_desk.ui.agenda.pane import AgendaPane  # noqa: PLC0415  see the module's docstring
        from kkr_desk.ui.frame.focus import FocusFrame  # noqa: PLC0415  likewise

        self.agenda = AgendaPane(desk)
        self.agenda.remember(preferences)
        self._focus_frame = FocusFrame(self, self.agenda)
        layout = self._middle.layout()
        if layout is not None:
            layout.addWidget(self.agenda)

    def add_meetings(self, desk: Desk, preferences: Preferences) -> None:
        """Put the meetings to the left."""
        from kkr_desk.ui.meetings.pane import MeetingsPane  # noqa: PLC0415  likewise

        self.meetings = MeetingsPane(desk)
        if closed := preferences.names(_CLOSED):
            self.meetings.close_branches(closed)
        self._left.addWidget(self.meetings)

    def add_item(self, desk: Desk) -> None:
        """Have items shown at the right."""
        from kkr_desk.ui.item.pane import ItemPane  # noqa: PLC0415  likewise

        self.item = ItemPane(desk)
        self._selected.addWidget(self.item)

    def add_attachment(self, desk: Desk, preferences: Preferences) -> None:
        """Have attachments shown at the right, and from now on what is selected."""
        from kkr_desk.ui.attachment.pane import AttachmentPane  # noqa: PLC0415  likewise

        self.attachment = AttachmentPane(desk)
        self.attachment.remember(preferences)
        self._selected.addWidget(self.attachment)
        self._desk = desk
        desk.selection_changed.connect(self._turn_to)
        self._turn_to(desk.selection)

    def add_index(self, desk: Desk) -> None:
        """Have the index ready, to be shown at the right when it is wanted."""
        from kkr_desk.ui.index.pane import IndexPane  # noqa: PLC0415  likewise

        self.index = IndexPane(desk)
        self.agenda.tried.connect(self.index.follow)
        self._selected.addWidget(self.index)

    def add_search(self, desk: Desk, field: QLineEdit) -> None:
        """Have what is found shown to the left, in place of the meetings.

        Args:
            desk: What the window works on.
            field: Where the words are typed.
        """
        from kkr_desk.ui.search.pane import SearchPane  # noqa: PLC0415  likewise

        self.search = SearchPane(desk, field=field)
        self.search.setMinimumWidth(0)  # while it is not shown, the meetings may be narrower
        self._left.addWidget(self.search)
        self.search.wanted.connect(self._show_search)
        self.search.left.connect(self._end_search)
        field.textChanged.connect(self._follow_words)

    # ----------------------------------------------------------------------------------------------------------------

    def restore(self, preferences: Preferences) -> None:
        """Stand as the columns stood last."""
        self.restoreState(preferences.state(_STATE))

    def keep(self, preferences: Preferences) -> None:
        """Remember how columns and panes stand now."""
        preferences.keep_state(_STATE, self.saveState())
        preferences.keep_names(_CLOSED, self.meetings.closed_branches())
        self.attachment.keep(preferences)

    def show_meetings(self, on: bool) -> None:  # noqa: FBT001  a slot
        """Show the meetings, or give their room to the agenda."""
        self._shows_meetings = on
        self._left.setVisible(on)

    def show_index(self, on: bool) -> None:  # noqa: FBT001  a slot
        """Show the index at the right whatever is selected, or what is selected again."""
        self._shows_index = on
        self._turn_to(self._desk.selection)

    def retranslate(self) -> None:
        """Name the columns for a screen reader."""
        self.setAccessibleName(self.tr("Ruder"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def go_on(self, step: int) -> None:
        """Move the focus to the next pane (1) or the one before (-1), to where it was in it last."""
        columns = [column for column in (self._left, self._middle, self._selected) if column.isVisible()]
        if not columns:  # the page of a store without meetings is shown in their place
            return
        focused = _focused(self.window())
        here = next((n for n, column in enumerate(columns) if focused and column.isAncestorOf(focused)), None)
        following = 0 if here is None else (here + step) % len(columns)
        _focus(columns[following])

    def order_tabs(self) -> None:
        """Let the key Tab go from left to right: the agenda came first, but stands behind the meetings."""
        chain = [widget for widget in _chain(self) if _takes_tab(widget)]
        of_meetings = [widget for widget in chain if self.meetings.isAncestorOf(widget)]
        of_agenda = [widget for widget in chain if self._middle.isAncestorOf(widget)]
        for one, following in pairwise([*of_meetings[-1:], *of_agenda]):
            QWidget.setTabOrder(one, following)

    @Slot(object)
    def _turn_to(self, selection: Selection) -> None:
        """What is selected decides what stands at the right."""
        selected = self.attachment if selection.attachment else self.item
        self._selected.setCurrentWidget(self.index if self._shows_index else selected)

    @Slot()
    def _show_search(self) -> None:
        self._left.setCurrentWidget(self.search)
        self._left.show()
        left, middle, right = self.sizes()
        if left < _FOR_HITS:
            self.setSizes([_FOR_HITS, middle - (_FOR_HITS - left), right])

    @Slot()
    def _end_search(self) -> None:
        """Back to the meetings, where they are shown, and to work."""
        self._left.setCurrentWidget(self.meetings)
        self._left.setVisible(self._shows_meetings)
        self.agenda.setFocus()

    @Slot(str)
    def _follow_words(self, words: str) -> None:
        """Without words there is nothing to be found."""
        if not words.strip():
            self._left.setCurrentWidget(self.meetings)
            self._left.setVisible(self._shows_meetings)


def _focus(pane: QWidget) -> None:
    """Give a pane the focus: the control that had it there last, or the first that can have it."""
    last = _focused(pane)
    widget = last if last is not None and _can_have_focus(last) else _first(pane)
    if widget is not None:
        widget.setFocus()


def _first(pane: QWidget) -> QWidget | None:
    """The first control of a pane that can have the focus."""
    return next((widget for widget in _chain(pane) if pane.isAncestorOf(widget) and _can_have_focus(widget)), None)


def _chain(widget: QWidget) -> Iterator[QWidget]:
    """Every widget of the window in the order of the key Tab, from one on."""
    following: QWidget | None = widget.nextInFocusChain()
    while following is not None and following is not widget:
        yield following
        following = following.nextInFocusChain()


def _focused(widget: QWidget) -> QWidget | None:
    """What has the focus in a widget, or had it last while it was there; None for nothing."""
    return widget.focusWidget()


def _can_have_focus(widget: QWidget) -> bool:
    return _takes_tab(widget) and widget.isVisible() and widget.isEnabled()


def _takes_tab(widget: QWidget) -> bool:
    from PySide6.QtCore import Qt  # noqa: PLC0415  its hundred enumerations take 25 ms; the window is drawn before

    return bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
