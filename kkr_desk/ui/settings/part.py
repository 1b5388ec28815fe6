"""What the parts of a council's settings share: another council is shown only when what is typed is written."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from kkr_desk.model import Council
from kkr_desk.ui.settings.keeping import KeptCouncil
from kkr_desk.ui.settings.wrapped_label import WrappedLabel


class CouncilPart(QWidget):
    """Some fields of one council."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kept: KeptCouncil | None = None

    def show_council(self, kept: KeptCouncil, council: Council) -> None:
        """Show a council; what is being typed in it stays.

        Args:
            kept: Writes its changes; another one than before is another council.
            council: The council as the store has it.
        """
        anew = kept is not self.kept
        if anew:
            self.flush()
        self.kept = kept
        self.fill(council, anew=anew)

    def fill(self, council: Council, *, anew: bool) -> None:
        """Set the fields."""

    def flush(self) -> None:
        """Write what is being typed."""

    def retranslate(self) -> None:
        """Say everything in the window's language."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class LabelledForm(QFormLayout):
    """A form whose labels are said anew in each language."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setContentsMargins(16, 16, 16, 16)
        self.setHorizontalSpacing(16)
        self.setVerticalSpacing(8)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._labels: dict[QWidget, QLabel] = {}

    def add(self, field: QWidget, named: QWidget | None = None) -> None:
        """Add a row.

        Args:
            field: What stands in it.
            named: What the label is for, when that is a part of the field.
        """
        label = QLabel()
        label.setBuddy(named or field)
        self._labels[named or field] = label
        self.addRow(label, field)

    def add_hint(self, hint: WrappedLabel) -> None:
        """Add a sentence about the field above, over the whole width of the fields."""
        self.addRow("", hint)

    def name(self, texts: tuple[str, ...]) -> None:
        """Set the labels, in the order the rows were added; a screen reader says the same."""
        for (field, label), text in zip(self._labels.items(), texts, strict=True):
            label.setText(text)
            field.setAccessibleName(text.replace("&", "").removesuffix(":"))
