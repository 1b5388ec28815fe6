"""The case of an item: heading, case type, case number, caseworker, closed or open."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from kkr_desk.model import NumberedItem
from kkr_desk.store import Store
from kkr_desk.store.meetings import ItemChanges
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.pending import Pending

LONGEST = 500
"""Characters that a field takes."""


class CaseFields(QWidget):
    """The fields of one item. What is typed is written when typing rests; there is nothing to save.

    Args:
        desk: What the window works on.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._row: NumberedItem | None = None
        self.title = QLineEdit(maxLength=LONGEST)
        self.case_type = QComboBox()
        self.case_type.setEditable(True)
        self.case_type.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.case_number = QLineEdit(maxLength=LONGEST)
        self.caseworker = QLineEdit(maxLength=LONGEST)
        self.closed = QCheckBox()
        self._pending = {
            name: Pending(desk, field, partial(self._write, name)) for name, field in self._typed().items()
        }
        self._labels = {field: QLabel() for field in (self.title, self.case_type, self.case_number, self.caseworker)}
        form = QFormLayout(self)
        form.setContentsMargins(8, 8, 8, 8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for field, label in self._labels.items():
            label.setBuddy(field)
            form.addRow(label, field)
        form.addRow("", self.closed)
        for name, line in self._typed().items():
            line.textEdited.connect(self._pending[name].touch)
        self.case_type.activated.connect(self._pending["case_type"].touch)
        self.closed.clicked.connect(self._write_closed)
        self.retranslate()

    def show_item(self, row: NumberedItem | None, case_types: tuple[str, ...]) -> None:
        """Show an item; what is being typed in it stays.

        Args:
            row: The item as it stands.
            case_types: What the council calls its cases.
        """
        same = row is not None and self._row is not None and row.item.id == self._row.item.id
        if not same:
            self.flush()
        self._row = row
        if [self.case_type.itemText(n) for n in range(self.case_type.count())] != ["", *case_types]:
            typed = self.case_type.currentText()
            self.case_type.clear()
            self.case_type.addItems(["", *case_types])
            self.case_type.setEditText(typed)
        if row is None:
            return
        for name, line in self._typed().items():
            value = getattr(row.item, name) or ""
            if not self._pending[name] and line.text() != value:
                if name == "case_type":  # so that the arrow keys go on from there
                    self.case_type.setCurrentIndex(self.case_type.findText(value))
                line.setText(value)
                line.setCursorPosition(0)
        self.closed.setChecked(row.item.closed)

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
        labels = (self.tr("T&itel:"), self.tr("&Type:"), self.tr("Sags&nummer:"), self.tr("Sagsb&ehandler:"))
        for (field, label), text in zip(self._labels.items(), labels, strict=True):
            label.setText(text)
            field.setAccessibleName(text.replace("&", "").removesuffix(":"))
        self.closed.setText(self.tr("&Lukket punkt (ikke for offentligheden)"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _typed(self) -> dict[str, QLineEdit]:
        """The lines that are typed in, by the field of the item they are."""
        case_type = self.case_type.lineEdit()
        assert case_type is not None  # noqa: S101  the combo box is editable
        return {
            "title": self.title,
            "case_type": case_type,
            "case_number": self.case_number,
            "caseworker": self.caseworker,
        }

    def _write(self, name: str) -> None:
        if self._row is None:
            return
        item_id, value = self._row.item.id, self._typed()[name].text().strip()
        changes: ItemChanges = {name: value or None if name == "case_type" else value}  # type: ignore[misc]
        self._desk.write(
            self,
            self._label(name),
            lambda store: store.change_item(item_id, **changes),
            coalesce_key=f"item/{item_id}/{name}",
        )

    def _write_closed(self) -> None:
        if self._row is None:
            return
        item_id, closed = self._row.item.id, self.closed.isChecked()

        def work(store: Store) -> None:
            store.change_item(item_id, closed=closed)

        label = self.tr("Luk punkt {number}") if closed else self.tr("Åbn punkt {number}")
        self._desk.write(self, label.format(number=self._row.number), work)

    def _label(self, name: str) -> str:
        number = self._row.number if self._row else ""
        labels = {
            "title": self.tr("Omdøb punkt {number}"),
            "case_type": self.tr("Ret typen på punkt {number}"),
            "case_number": self.tr("Ret sagsnummeret på punkt {number}"),
            "caseworker": self.tr("Ret sagsbehandleren på punkt {number}"),
        }
        return labels[name].format(number=number)
