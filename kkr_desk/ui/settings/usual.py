"""What is usual in a council: the sections its agendas begin with, and what it calls its cases."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout

from kkr_desk.model import Council
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.pending import Pending
from kkr_desk.ui.settings.part import CouncilPart


class LineList(QPlainTextEdit):
    """A list, one a line; Tab goes on to the next field."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)

    @property
    def lines(self) -> tuple[str, ...]:
        """What is written, without empty lines."""
        return tuple(line for line in (line.strip() for line in self.toPlainText().splitlines()) if line)

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Show a list; nobody is told that the text is another."""
        if lines != self.lines:
            self.blockSignals(True)  # noqa: FBT003  Qt's
            self.setPlainText("\n".join(lines))
            self.blockSignals(False)  # noqa: FBT003  Qt's


class UsualPart(CouncilPart):
    """Usual sections and case types.

    Args:
        desk: What the window works on.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._lists = {"sections": LineList(), "case_types": LineList()}
        self._labels = {name: QLabel() for name in self._lists}
        self._pending = {name: Pending(desk, field, partial(self._write, name)) for name, field in self._lists.items()}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for (name, field), share in zip(self._lists.items(), (3, 2), strict=True):
            field.setObjectName(f"council-{name}")
            field.textChanged.connect(self._pending[name].touch)
            self._labels[name].setBuddy(field)
            layout.addWidget(self._labels[name])
            layout.addWidget(field, stretch=share)
        self.retranslate()

    def fill(self, council: Council, *, anew: bool) -> None:
        """Set the lists."""
        for name, field in self._lists.items():
            if anew or not self._pending[name]:
                field.show_lines(getattr(council, name))

    def flush(self) -> None:
        """Write what is being typed."""
        for pending in self._pending.values():
            pending.flush()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self._labels["sections"].setText(self.tr("&Faste punkter i en ny dagsorden, ét på hver linje:"))
        self._labels["case_types"].setText(self.tr("&Sagstyper, én på hver linje:"))
        self._lists["sections"].setAccessibleName(self.tr("Faste punkter, ét på hver linje"))
        self._lists["case_types"].setAccessibleName(self.tr("Sagstyper, én på hver linje"))

    def _write(self, name: str) -> None:
        lines = self._lists[name].lines
        if self.kept is not None:
            self.kept.write(self, lambda council: _with(council, name, lines), typed_in=name)


def _with(council: Council, name: str, lines: tuple[str, ...]) -> Council:
    return replace(council, sections=lines) if name == "sections" else replace(council, case_types=lines)
