"""The pages of an attachment as thumbnails in a row, each with a box to say whether it is included."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPalette, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kkr_desk.intake.preview import Area
from kkr_desk.ui.attachment.artist import Artist, Wish
from kkr_desk.ui.attachment.page_layout import Size
from kkr_desk.ui.attachment.page_painting import WAITING, strike
from kkr_desk.ui.frame.focus import group_of, quieten

PAPER = QSize(68, 88)
"""Room for a thumbnail."""
CELL = QSize(84, 120)
BOX = 16
"""Edge of the box to tick."""
BESIDE = 6
"""Thumbnails asked for on either side of those that are seen."""
PAUSE = 60

Index = QModelIndex | QPersistentModelIndex


class PageModel(QAbstractListModel):
    """The pages, and which of them are included."""

    ticked = Signal(int, bool)
    """A page's box was ticked, or no longer is; 1-based."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sizes: tuple[Size, ...] = ()
        self.included: frozenset[int] = frozenset()

    def show_pages(self, sizes: Sequence[Size]) -> None:
        """Show a file's pages; all are included until somebody says which."""
        self.beginResetModel()
        self.sizes, self.included = tuple(sizes), frozenset(range(1, len(sizes) + 1))
        self.endResetModel()

    def include(self, pages: Collection[int]) -> None:
        """Say which pages are included."""
        if frozenset(pages) != self.included:
            self.included = frozenset(pages)
            self.dataChanged.emit(self.index(0), self.index(len(self.sizes) - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        """How many pages there are."""
        return 0 if parent is not None and parent.isValid() else len(self.sizes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A page's number, its box, and both in words."""
        if not index.isValid():
            return None
        page, included = index.row() + 1, index.row() + 1 in self.included
        if role == Qt.ItemDataRole.DisplayRole:
            return str(page)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if included else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = self.tr("Side {page}, medtaget") if included else self.tr("Side {page}, udeladt")
            return said.format(page=page)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tr("Mellemrum eller boksen: medtag eller udelad siden")
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a box."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.ticked.emit(index.row() + 1, Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every page can be selected and ticked."""
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable


class PageStrip(QListView):
    """Thumbnails to turn pages by and to tick.

    Args:
        artist: Where their pictures come from.
        parent: Its owner.
    """

    turned = Signal(int)
    """Show this page."""
    chosen = Signal(object)
    """The pages, a frozenset, that are to be included from now on."""

    def __init__(self, artist: Artist, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = PageModel(self)
        self.setModel(self.pages)
        self.setItemDelegate(_Thumbnail(artist, self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(CELL.height() + self.horizontalScrollBar().sizeHint().height() + 4)
        self._artist = artist
        self._following = False
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self._ask)
        self.horizontalScrollBar().valueChanged.connect(self._soon.start)
        self.pages.modelReset.connect(self._soon.start)
        self.pages.ticked.connect(self._tick)
        self.selectionModel().currentChanged.connect(self._moved)
        artist.drawn.connect(self.viewport().update)
        self.retranslate()

    def show_page(self, page: int) -> None:
        """Follow the preview to a page."""
        index = self.pages.index(page - 1)
        if index.isValid() and index != self.currentIndex():
            flag = QItemSelectionModel.SelectionFlag
            with_selection = flag.NoUpdate if self.hasFocus() else flag.ClearAndSelect
            self._following = True
            self.selectionModel().setCurrentIndex(index, with_selection)
            self._following = False
            self.scrollTo(index)

    def selected_pages(self) -> frozenset[int]:
        """The pages that are selected, 1-based; the current one where there are none."""
        rows = {index.row() for index in self.selectedIndexes()} or {self.currentIndex().row()}
        return frozenset(row + 1 for row in rows if row >= 0)

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.setAccessibleName(self.tr("Sider i bilaget"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar ticks all that is selected, or the opposite."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            pages = self.selected_pages()
            self._include(pages, wanted=not pages <= self.pages.included)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the pages that are selected."""
        pages = self.selected_pages()
        menu = QMenu(self)
        include, leave_out = menu.addAction(self.tr("&Medtag")), menu.addAction(self.tr("&Udelad"))
        only = menu.addAction(self.tr("Medtag &kun disse"))
        include.setEnabled(not pages <= self.pages.included)
        leave_out.setEnabled(bool(pages & self.pages.included))
        include.triggered.connect(lambda: self._include(pages, wanted=True))  # the menu is gone after it
        leave_out.triggered.connect(lambda: self._include(pages, wanted=False))
        only.triggered.connect(lambda: self.chosen.emit(pages))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:  # noqa: N802  Qt's
        """Quieter while the keys are elsewhere."""
        super().initViewItemOption(option)
        quieten(self, option)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for what is seen now."""
        super().resizeEvent(event)
        self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what was not asked for while nobody looked."""
        super().showEvent(event)
        self._soon.start()

    def _moved(self, current: QModelIndex) -> None:
        if current.isValid() and not self._following:
            self.turned.emit(current.row() + 1)

    def _tick(self, page: int, included: bool) -> None:  # noqa: FBT001  the model's signal tells it so
        self._include(frozenset({page}), wanted=included)

    def _include(self, pages: frozenset[int], *, wanted: bool) -> None:
        included = self.pages.included
        self.chosen.emit(included | pages if wanted else included - pages)

    def _ask(self) -> None:
        if not self.isVisible() or not self.pages.sizes:
            return
        start = self.horizontalScrollBar().value() // CELL.width()
        end = start + self.viewport().width() // CELL.width() + 2
        rows = [*range(start, end), *range(end, end + BESIDE), *range(start - 1, start - BESIDE, -1)]
        ratio = self.devicePixelRatioF()
        areas = [thumbnail(row + 1, self.pages.sizes[row], ratio) for row in rows if 0 <= row < len(self.pages.sizes)]
        self._artist.want(Wish.THUMBNAILS, areas)


def thumbnail(page: int, size: Size, ratio: float) -> Area:
    """A whole page, as large as a thumbnail has room for.

    Args:
        page: 1-based.
        size: In points.
        ratio: Dots a pixel.
    """
    scale = min(PAPER.width() / max(size[0], 1), PAPER.height() / max(size[1], 1)) * ratio
    across, down = max(round(size[0] * scale), 1), max(round(size[1] * scale), 1)
    return Area(page, across, down, 0, 0, across, down)


class _Thumbnail(QStyledItemDelegate):
    """Paints a page, its number and its box."""

    def __init__(self, artist: Artist, strip: PageStrip) -> None:
        super().__init__(strip)
        self._artist = artist
        self._strip = strip

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002  Qt's
        """The same for all."""
        return CELL

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one page."""
        page, size = index.row() + 1, self._strip.pages.sizes[index.row()]
        ratio = self._strip.devicePixelRatioF()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        palette: QPalette = option.palette
        painter.save()
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect.adjusted(2, 2, -2, -2), palette.color(group_of(option), QPalette.ColorRole.Highlight))
        area = thumbnail(page, size, ratio)
        paper = QRect(0, 0, round(area.across / ratio), round(area.down / ratio))
        paper.moveCenter(rect.topLeft() + QPoint(rect.width() // 2, 8 + PAPER.height() // 2))
        painter.fillRect(paper, WAITING)
        pdf = self._artist.pdf
        image = self._artist.pictures.get(pdf, area) if pdf else None
        if image is not None:
            painter.drawImage(paper, image)
        painter.setPen(palette.color(QPalette.ColorRole.Dark))
        painter.drawRect(paper.adjusted(-1, -1, 0, 0))
        if page not in self._strip.pages.included:
            strike(painter, paper)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        painter.setPen(palette.color(role))
        box = box_of(rect)
        line = QRect(box.right() + 4, box.top(), rect.right() - box.right() - 4, BOX)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(page))
        painter.drawRect(box.adjusted(0, 0, -1, -1))  # some styles draw a box that is hardly seen on the dark
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.color(role), 1, Qt.PenStyle.DotLine))
            painter.drawRect(rect.adjusted(4, 4, -5, -5))
        painter.restore()
        self._box(painter, option, box.adjusted(1, 1, -1, -1), ticked=page in self._strip.pages.included)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click on the box ticks it."""
        if isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.LeftButton:
            inside = box_of(option.rect).adjusted(-6, -6, 6, 6).contains(event.position().toPoint())
            if inside and event.type() in (QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick):
                ticked = index.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
                state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
                return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)
            return inside
        return False

    def _box(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, *, ticked: bool) -> None:
        drawn = QStyleOptionViewItem(option)
        drawn.rect = box
        state = QStyle.StateFlag.State_Enabled
        state |= QStyle.StateFlag.State_On if ticked else QStyle.StateFlag.State_Off
        drawn.state = state
        primitive = QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck
        self._strip.style().drawPrimitive(primitive, drawn, painter, self._strip)


def box_of(cell: QRect) -> QRect:
    """Where the box to tick stands in a cell of the strip."""
    return QRect(cell.left() + cell.width() // 2 - BOX - 2, cell.bottom() - BOX - 4, BOX, BOX)
