"""The texts of an item, each in an editor of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kkr_desk.errors import UserError
from kkr_desk.model import NumberedItem, TextKind
from kkr_desk.store import Store
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.pending import Pending
from kkr_desk.ui.rich_text import RichTextEditor


def text_name(kind: TextKind) -> str:
    """What a text is called in the window's language."""
    match kind:
        case TextKind.BACKGROUND:
            return QCoreApplication.translate("TextKind", "Baggrund")
        case TextKind.RECOMMENDATION:
            return QCoreApplication.translate("TextKind", "Indstilling")
        case TextKind.PRESENTATION:
            return QCoreApplication.translate("TextKind", "Sagsfremstilling")
        case TextKind.DECISION:
            return QCoreApplication.translate("TextKind", "Beslutning")


class TextsPage(QWidget):
    """Editors for some of an item's texts, one below the other.

    Args:
        desk: What the window works on.
        kinds: Which texts.
    """

    def __init__(self, desk: Desk, kinds: Sequence[TextKind], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._row: NumberedItem | None = None
        self.editors = {kind: RichTextEditor() for kind in kinds}
        self._labels = {kind: QLabel() for kind in kinds}
        self._pending = {
            kind: Pending(desk, editor, partial(self._write, kind)) for kind, editor in self.editors.items()
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(4)
        for kind, editor in self.editors.items():
            self._labels[kind].setBuddy(editor)
            layout.addWidget(self._labels[kind])
            layout.addWidget(editor, 1)
            editor.setObjectName(f"text-{kind}")
            editor.edited.connect(self._pending[kind].touch)
            editor.link_activated.connect(_open_link)
            editor.undo_exhausted.connect(desk.undo)
            editor.redo_exhausted.connect(desk.redo)
        self.retranslate()

    def show_item(self, row: NumberedItem | None) -> None:
        """Turn to an item; its texts are shown once they are read."""
        same = row is not None and self._row is not None and row.item.id == self._row.item.id
        if not same:
            self.flush()
            for editor in self.editors.values():
                editor.set_html("")
        self._row = row
        self.setEnabled(row is not None)
        if not same:
            self.read()

    def read(self) -> None:
        """Read the item's texts anew; what is being typed stays."""
        if self._row is None:
            return
        item_id = self._row.item.id

        def work(store: Store) -> dict[TextKind, str]:
            return store.texts(item_id)

        def done(texts: Mapping[TextKind, str]) -> None:
            if self._row is not None and self._row.item.id == item_id:
                self._show(texts)

        self._desk.read(self, work, done, self._fail)

    def flush(self) -> None:
        """Write what is being typed."""
        for pending in self._pending.values():
            pending.flush()

    def drop(self) -> None:
        """Forget what is being typed: the item is gone."""
        for pending in self._pending.values():
            pending.drop()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        for kind, label in self._labels.items():
            label.setText(text_name(kind))
            self.editors[kind].set_name(text_name(kind))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show(self, texts: Mapping[TextKind, str]) -> None:
        for kind, editor in self.editors.items():
            if not self._pending[kind]:
                editor.set_html(texts.get(kind, ""))

    def _fail(self, error: Exception) -> None:
        """An item that is gone has no texts, and the pane is about to hear of it."""
        if not isinstance(error, UserError) or error.code != "item-gone":
            self._desk.failed.emit(error)

    def _write(self, kind: TextKind) -> None:
        if self._row is None:
            return
        item_id, html = self._row.item.id, self.editors[kind].html()
        label = self.tr("Ret {text} i punkt {number}").format(text=text_name(kind).lower(), number=self._row.number)
        key = f"text/{item_id}/{kind}"
        self._desk.write(self, label, lambda store: store.write_text(item_id, kind, html), coalesce_key=key)


def _open_link(address: str) -> None:
    QDesktopServices.openUrl(QUrl(address))
