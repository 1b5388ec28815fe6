"""All settings of one council, on four leaves."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QTabWidget

from kkr_desk.model import Council
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.settings.documents import DocumentsPart
from kkr_desk.ui.settings.identity import IdentityPart
from kkr_desk.ui.settings.keeping import KeptCouncil
from kkr_desk.ui.settings.members import MembersPart
from kkr_desk.ui.settings.usual import UsualPart


class CouncilForm(QTabWidget):
    """Name and logo, members, the usual agenda, the documents.

    Args:
        desk: What the window works on.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("council-form")
        self._identity = IdentityPart(desk)
        self._parts = (self._identity, MembersPart(desk), UsualPart(desk), DocumentsPart(desk))
        for part in self._parts:
            self.addTab(part, "")
        self.retranslate()

    def show_council(self, kept: KeptCouncil, council: Council) -> None:
        """Show a council; what is being typed in it stays.

        Args:
            kept: Writes its changes; another one than before is another council.
            council: The council as the store has it.
        """
        for part in self._parts:
            part.show_council(kept, council)

    def begin_name(self) -> None:
        """Let the name be written over."""
        self.setCurrentIndex(0)
        self._identity.name.line.setFocus()
        self._identity.name.line.selectAll()

    def flush(self) -> None:
        """Write what is being typed."""
        for part in self._parts:
            part.flush()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        texts = (self.tr("Na&vn og logo"), self.tr("&Medlemmer"), self.tr("D&agsorden"), self.tr("D&okumenter"))
        for number, text in enumerate(texts):
            self.setTabText(number, text)
        self.tabBar().setAccessibleName(self.tr("Rådets indstillinger"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
