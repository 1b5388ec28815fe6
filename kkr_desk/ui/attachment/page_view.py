"""The preview: an attachment's pages to scroll through, drawn by the worker process and painted here."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

from kkr_desk.intake.preview import Hit
from kkr_desk.ui.attachment.artist import Artist, Wish
from kkr_desk.ui.attachment.page_layout import GAP, Fit, Layout, Size, lay_out, scale_of, seen_tiles
from kkr_desk.ui.attachment.page_painting import PagePainter

STEPS = (10, 15, 25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400, 600, 800)
"""Per cent of the natural size, one after the other."""
PAUSE = 30
"""Milliseconds that what is looked at must stand still before its pictures are asked for."""
LINE = 40
"""Pixels that an arrow key scrolls."""
Anchor = tuple[int, float, float, float]
"""A page, a point on it in shares of its width and height, and at which share of the view's height it is seen."""
_NOTCH = 120
"""What a wheel reports for one notch (QWheelEvent.angleDelta)."""


class PageView(QAbstractScrollArea):
    """Shows pages below each other, or one at a time.

    Args:
        artist: Where its pictures come from.
        parent: Its owner.
    """

    page_changed = Signal(int)
    """Another page is the one that is looked at; 1-based."""
    view_changed = Signal()
    """Zoom, fit, or whether pages follow each other."""

    def __init__(self, artist: Artist, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fit = Fit.WIDTH
        self.continuous = True
        self.page = 1
        self._artist = artist
        self._painter = PagePainter(artist)
        self._sizes: tuple[Size, ...] = ()
        self._layout = Layout()
        self._scale = 1.0
        self._going = False
        self._wheeled = 0
        self._held_at: QPoint | None = None
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self._ask)
        artist.drawn.connect(self.viewport().update)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)
        self.retranslate()

    # -- what is shown -------------------------------------------------------------------------------------------

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def zoom(self) -> float:
        """How large the page is shown, in per cent of its natural size."""
        return 100 * self._scale_now() / self._natural()

    def show_pages(self, sizes: Sequence[Size], page: int = 1) -> None:
        """Show a file's pages.

        Args:
            sizes: Of all pages, in points.
            page: Where to begin.
        """
        self._sizes = tuple(sizes)
        self._painter.marks = {}
        self.page = max(min(page, self.page_count), 1)
        self._lay_out(None)
        self.go_to(self.page)

    def leave_out(self, pages: Collection[int]) -> None:
        """Cross out the pages that are not included."""
        self._painter.left_out = frozenset(pages)
        self.viewport().update()

    def mark(self, hits: Sequence[Hit], current: Hit | None = None) -> None:
        """Mark what was found, and one of them as the one that is looked at."""
        marks: dict[int, list[Hit]] = {}
        for hit in hits:
            marks.setdefault(hit.page, []).append(hit)
        self._painter.marks = marks
        self._painter.current = current
        self.viewport().update()

    # -- going from page to page -------------------------------------------------------------------------------------

    def go_to(self, page: int) -> None:
        """Turn to a page; one that there is not is taken for the nearest."""
        page = max(min(page, self.page_count), 1)
        if not self.continuous and page != self.page:
            self.page = page
            self._lay_out(None)
        place = self._layout.place(page)
        if place is not None:
            self._set_bars(None, place.top - GAP if self.continuous else 0)
        self._turn(page)

    def show_hit(self, hit: Hit) -> None:
        """Turn to something that was found, so that it is seen."""
        if hit.page != self.page:
            self.go_to(hit.page)
        place = self._layout.place(hit.page)
        if place is None:
            return
        box, view = hit.boxes[0], self.viewport().rect()
        top, bottom = place.top + box.top * place.height, place.top + box.bottom * place.height
        left, right = place.left + box.left * place.width, place.left + box.right * place.width
        x, y = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        if not y + GAP <= top <= bottom <= y + view.height() - GAP:
            y = round(top - view.height() / 3)
        if not x + GAP <= left <= right <= x + view.width() - GAP:
            x = round((left + right - view.width()) / 2)
        self._set_bars(x, y)
        self._turn(hit.page)

    def next_page(self) -> None:
        """Turn to the next page."""
        self.go_to(self.page + 1)

    def previous_page(self) -> None:
        """Turn to the page before."""
        self.go_to(self.page - 1)

    # -- how large -----------------------------------------------------------------------------------------------

    def set_fit(self, fit: Fit) -> None:
        """Show pages as wide as the preview, or whole."""
        self._resize_pages(fit, self._scale_now())

    def set_zoom(self, percent: float) -> None:
        """Show pages in a size of their own.

        Args:
            percent: Of the natural size.
        """
        self._resize_pages(Fit.SCALE, percent / 100 * self._natural())

    def zoom_in(self) -> None:
        """Show pages a step larger."""
        self.set_zoom(next((step for step in STEPS if step > self.zoom * 1.01), STEPS[-1]))

    def zoom_out(self) -> None:
        """Show pages a step smaller."""
        self.set_zoom(next((step for step in reversed(STEPS) if step < self.zoom * 0.99), STEPS[0]))

    def set_continuous(self, continuous: bool) -> None:  # noqa: FBT001  a checkable action tells it so
        """Let pages follow each other, or show one at a time."""
        if continuous != self.continuous:
            self.continuous = continuous
            self._lay_out(None)
            self.go_to(self.page)
            self.view_changed.emit()

    # -- Qt's own ------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        said = self.tr("Visning af bilaget, side {page} af {count}")
        self.setAccessibleName(said.format(page=self.page, count=self.page_count))
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is at the top there."""
        super().resizeEvent(event)
        self._lay_out(self._anchor(event.oldSize(), 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages that are seen."""
        corner = self._corner()
        seen = self._layout.seen(corner.y() + event.rect().top(), corner.y() + event.rect().bottom())
        self._painter.paint(self, seen, corner)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys are heard here."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that they no longer are."""
        super().focusOutEvent(event)
        self.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what was not asked for while nobody looked."""
        super().showEvent(event)
        self._soon.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys and arrows."""
        key = event.key()
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_Space):
            self._screen(1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_Backspace):
            self._screen(-1)
        elif key == Qt.Key.Key_Home:
            self.go_to(1)
        elif key == Qt.Key.Key_End:
            self.go_to(self.page_count)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._push(self.verticalScrollBar(), 1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self._push(self.horizontalScrollBar(), 1 if key == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl; else scroll, and where single pages are shown, on to the next one."""
        turned, bar = event.angleDelta().y(), self.verticalScrollBar()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._wheel_zoom(turned)
        elif not self.continuous and bar.value() == (bar.maximum() if turned < 0 else bar.minimum()):
            self._wheel_page(turned)
        else:
            self._wheeled = 0
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the paper."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._held_at = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Push the paper."""
        if self._held_at is not None:
            moved = event.position().toPoint() - self._held_at
            self._held_at = event.position().toPoint()
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - moved.x())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the paper."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._held_at = None
            self.viewport().unsetCursor()

    # -- inside --------------------------------------------------------------------------------------------------

    def _natural(self) -> float:
        """Pixels a point at 100 %."""
        return self.logicalDpiX() / 72

    def _room(self) -> tuple[int, int]:
        return max(self.viewport().width(), 1), max(self.viewport().height(), 1)

    def _scale_now(self) -> float:
        size = self._sizes[self.page - 1] if self._sizes else (595.0, 842.0)
        return scale_of(size, self.fit, self._scale, self._room())

    def _corner(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _anchor(self, size: QSize, height: float) -> Anchor | None:
        """What stands in the middle of a view of that size, and at a share of its height from its top."""
        x, y = self._corner().x() + size.width() / 2, self._corner().y() + size.height() * height
        place = self._layout.place(self._layout.page_at(round(y), round(y) + 1))
        if place is None or not size.isValid():
            return None
        return place.page, (x - place.left) / place.width, (y - place.top) / place.height, height

    def _lay_out(self, anchor: Anchor | None) -> None:
        """Put the pages in their places, and the anchor back to where it was seen."""
        pages = range(1, self.page_count + 1) if self.continuous else range(self.page, self.page + 1)
        room = self._room()
        self._layout = lay_out(self._sizes, pages if self._sizes else range(0), self.fit, self._scale, room)
        self._going = True
        for bar, whole, seen in (
            (self.horizontalScrollBar(), self._layout.width, room[0]),
            (self.verticalScrollBar(), self._layout.height, room[1]),
        ):
            bar.setRange(0, max(whole - seen, 0))
            bar.setPageStep(seen)
            bar.setSingleStep(LINE)
        self._going = False
        place = self._layout.place(anchor[0]) if anchor else None
        if anchor and place:
            x, y = place.left + anchor[1] * place.width, place.top + anchor[2] * place.height
            self._set_bars(round(x - room[0] / 2), round(y - room[1] * anchor[3]))
        self._soon.start()
        self.viewport().update()

    def _resize_pages(self, fit: Fit, scale: float) -> None:
        anchor = self._anchor(self.viewport().size(), 0.5)
        self.fit, self._scale = fit, scale
        self._lay_out(anchor)
        self.view_changed.emit()

    def _set_bars(self, x: int | None, y: int | None) -> None:
        """Scroll without looking which page is seen most: that is known."""
        self._going = True
        if x is not None:
            self.horizontalScrollBar().setValue(x)
        if y is not None:
            self.verticalScrollBar().setValue(y)
        self._going = False

    def _scrolled(self) -> None:
        if self.continuous and not self._going:
            top = self.verticalScrollBar().value()
            self._turn(self._layout.page_at(top, top + self.viewport().height()))
        self._soon.start()
        self.viewport().update()

    def _turn(self, page: int) -> None:
        """Take note of which page is looked at."""
        self.page = page
        self.retranslate()
        self.page_changed.emit(page)

    def _screen(self, direction: int) -> None:
        """Down or up by a screen; by a page where a page fits into the screen, or ends."""
        bar, place = self.verticalScrollBar(), self._layout.place(self.page)
        at_end = bar.value() == (bar.maximum() if direction > 0 else bar.minimum())
        if place is None or place.height <= self.viewport().height() or (at_end and not self.continuous):
            self.go_to(self.page + direction)
        else:
            bar.setValue(bar.value() + direction * (self.viewport().height() - LINE))

    def _push(self, bar: QScrollBar, direction: int) -> None:
        """Scroll a line; turn the page where there is nothing to scroll."""
        if bar.maximum() > 0:
            bar.setValue(bar.value() + direction * LINE)
        else:
            self.go_to(self.page + direction)

    def _wheel_page(self, turned: int) -> None:
        """Turn the page after a whole notch; a touchpad tells of parts of one."""
        self._wheeled += turned
        if abs(self._wheeled) < _NOTCH:
            return
        back = self._wheeled > 0
        self._wheeled = 0
        if 1 <= self.page + (-1 if back else 1) <= self.page_count:
            self.go_to(self.page + (-1 if back else 1))
            if back:
                self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def _wheel_zoom(self, turned: int) -> None:
        if turned > 0:
            self.zoom_in()
        elif turned < 0:
            self.zoom_out()

    def _ask(self) -> None:
        """Ask for the pictures of what is seen, and of the page that comes next."""
        if not self.isVisible() or not self._sizes:
            return
        corner, room, ratio = self._corner(), self._room(), self.devicePixelRatioF()
        view = (corner.x(), corner.y(), corner.x() + room[0], corner.y() + room[1])
        seen = sorted(self._layout.seen(view[1], view[3]), key=lambda place: abs(place.page - self.page))
        wanted = [area for place in seen for area in seen_tiles(place, ratio, view)]
        following = self._layout.place(max(place.page for place in seen) + 1) if seen else None
        if following is not None:
            wanted += seen_tiles(following, ratio, (0, following.top, self._layout.width, following.top + room[1]))
        self._artist.want(Wish.PAGES, wanted)
