"""The preview with all that belongs to it: its bar, the search, the pages, where they stand, and which are included."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kkr_desk.intake.preview import Hit
from kkr_desk.model import Sha256
from kkr_desk.ui.attachment.artist import Artist
from kkr_desk.ui.attachment.commands import Commands
from kkr_desk.ui.attachment.file_search import FileSearch
from kkr_desk.ui.attachment.page_chooser import PageChooser
from kkr_desk.ui.attachment.page_layout import Fit, Size
from kkr_desk.ui.attachment.page_view import PageView
from kkr_desk.ui.attachment.search_bar import SearchBar
from kkr_desk.ui.attachment.view_bar import ViewBar
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.frame.preferences import Preferences


class Preview(QWidget):
    """Pages of one file, to look at, search in and choose from.

    Args:
        desk: Whose preview lane does the work.
        artist: Where the pictures come from.
        commands: Commands of the pane.
        parent: Its owner.
    """

    chosen = Signal(str)
    """Another choice of pages, as the store keeps it."""
    page_changed = Signal(int)
    """Another page is the one that is looked at; 1-based."""

    def __init__(self, desk: Desk, artist: Artist, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._artist = artist
        self._view = PageView(artist)
        self._view.setObjectName("pageView")
        self._bar = ViewBar(self._view, commands)
        self._search = FileSearch(desk, self)
        self._search_bar = SearchBar(self._search, commands)
        self._search_bar.hide()
        self._place = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._place.setObjectName("pagePlace")
        self._chooser = PageChooser(artist, commands)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part, stretch in (
            (self._bar, 0), (self._search_bar, 0), (self._view, 1), (self._place, 0), (self._chooser, 0),
        ):  # fmt: skip
            layout.addWidget(part, stretch)
        self._connect(commands)

    @property
    def page(self) -> int:
        """The page that is looked at, 1-based."""
        return self._view.page

    def show_file(self, pdf: Sha256, path: Path, sizes: Sequence[Size], page: int) -> None:
        """Show a file.

        Args:
            pdf: Hash of it.
            path: Where it is.
            sizes: Of its pages, in points.
            page: Where to begin.
        """
        self._artist.show(pdf, path)
        self._view.show_pages(sizes, page)
        self._chooser.show_pages(sizes)
        self._chooser.strip.show_page(self._view.page)
        self._bar.refresh()
        self._search.show_file(path)

    def close_file(self) -> None:
        """Show no pages, and let go of the file."""
        self._artist.show(None, None)
        self._view.show_pages(())
        self._chooser.show_pages(())
        self._bar.refresh()
        self._search.show_file(None)
        self._search_bar.show_words("")
        self._place.clear()

    def show_choice(self, choice: str) -> None:
        """Show which pages are included now; as the store keeps it."""
        self._chooser.show_choice(choice)
        self._view.leave_out(self._chooser.left_out())

    def show_place(self, text: str) -> None:
        """Say where the page in view stands."""
        self._place.setText(text)

    def go_to(self, page: int) -> None:
        """Turn to a page."""
        self._view.go_to(page)

    def look_for(self, words: str, page: int | None) -> None:
        """Mark what was searched for all over the meetings.

        Args:
            words: What was searched for; nothing leaves the search as it is.
            page: The page it was found on; None where that is not known.
        """
        if words:
            self._search_bar.show_words(words)
            self._search.start(words, page or 1, together=False, stay=page is not None)

    def remember(self, preferences: Preferences) -> None:
        """Stand as the preview stood last."""
        self._chooser.fold(away=preferences.flag("attachment/thumbnails-away", default=False))
        self._view.set_continuous(preferences.flag("attachment/continuous", default=True))
        self._view.set_fit(Fit.PAGE if preferences.flag("attachment/whole-page", default=False) else Fit.WIDTH)

    def keep(self, preferences: Preferences) -> None:
        """Remember how the preview stands now; a size of its own is for the file at hand alone."""
        preferences.keep_flag("attachment/thumbnails-away", on=self._chooser.folded)
        preferences.keep_flag("attachment/continuous", on=self._view.continuous)
        preferences.keep_flag("attachment/whole-page", on=self._view.fit is Fit.PAGE)

    def _connect(self, commands: Commands) -> None:
        self._view.page_changed.connect(self.page_changed)
        self._view.page_changed.connect(self._chooser.strip.show_page)
        self._chooser.strip.turned.connect(self._view.go_to)
        self._chooser.chosen.connect(self._choose)
        self._search.changed.connect(self._mark)
        self._search.arrived.connect(self._arrive)
        self._search_bar.wanted.connect(self._look)
        self._search_bar.left.connect(self._back)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._view.addActions(
            [commands.find, commands.zoom_in, commands.zoom_out, commands.fit_width, commands.fit_page]
        )
        commands.find.triggered.connect(self._search_bar.open_line)
        commands.find_next.triggered.connect(self._next)
        commands.find_previous.triggered.connect(self._previous)

    def _choose(self, choice: str) -> None:
        self._view.leave_out(self._chooser.left_out())
        self.chosen.emit(choice)

    def _look(self, text: str) -> None:
        self._search.start(text, self._view.page)

    def _next(self) -> None:
        self._search.go_on(self._view.page)

    def _previous(self) -> None:
        self._search.go_on(self._view.page, -1)

    def _mark(self) -> None:
        self._view.mark(self._search.hits, self._search.current)

    def _arrive(self, hit: Hit) -> None:
        self._view.show_hit(hit)

    def _back(self) -> None:
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
