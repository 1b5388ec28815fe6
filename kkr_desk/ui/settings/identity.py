"""A council's name and logo."""

from __future__ import annotations

from dataclasses import replace

from kkr_desk.errors import KkrDeskError
from kkr_desk.model import Council
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.frame.telling import known, sentence
from kkr_desk.ui.settings.checked_line import CheckedLine
from kkr_desk.ui.settings.logo import LogoField
from kkr_desk.ui.settings.part import CouncilPart, LabelledForm


class IdentityPart(CouncilPart):
    """The name, which the council's meetings follow, and the logo.

    Args:
        desk: What the window works on.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.name = CheckedLine(desk, self._check, self._write)
        self.name.line.setObjectName("council-name")
        self.logo = LogoField(desk)
        self._form = LabelledForm(self)
        self._form.add(self.name, self.name.line)
        self._form.add(self.logo, self.logo.choose)
        self.retranslate()

    def fill(self, council: Council, *, anew: bool) -> None:
        """Set the fields."""
        self.name.show_text(council.name, anew=anew)
        if self.kept is not None:
            self.logo.show_logo(self.kept, council.logo, anew=anew)

    def flush(self) -> None:
        """Write what is being typed."""
        self.name.flush()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self._form.name((self.tr("&Navn:"), self.tr("&Logo:")))
        self.logo.retranslate()

    def _check(self, text: str) -> str:
        return "" if text.strip() else self.tr("Rådet skal have et navn. Det gamle gælder, til du har skrevet et nyt.")

    def _write(self, text: str) -> None:
        if self.kept is not None:
            self.kept.write(self, lambda council: replace(council, name=text), self._fail, typed_in="name")

    def _fail(self, error: Exception) -> None:
        """Say beside the name that another council has it; nothing was written."""
        told: KkrDeskError | None = known(error)
        if told is None:
            self._desk.failed.emit(error)
        else:
            self.name.say(sentence(told))
