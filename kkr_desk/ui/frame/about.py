"""Om KKR Desk: which version this is, what it is made of, and by whose leave."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from importlib.metadata import PackageNotFoundError, distribution

from PySide6.QtCore import QEvent, Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTextBrowser, QVBoxLayout, QWidget

from kkr_desk import __version__
from kkr_desk.log_file import circumstances
from kkr_desk.ui.frame.button_box import ButtonBox

_PROGRAM = "kkr-desk"
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_LICENCE = "License :: OSI Approved :: "
_LONGEST = 60
"""Characters; some packages put their whole licence where its name belongs."""


@dataclass(frozen=True, slots=True)
class Part:
    """A library that the program is made of."""

    name: str
    version: str
    licence: str


def parts() -> tuple[Part, ...]:
    """The libraries that are installed with the program, by name; none where it does not say (a frozen build)."""
    return tuple(sorted(_parts(), key=lambda part: part.name.casefold()))


def _parts() -> Iterator[Part]:
    try:
        wanted = distribution(_PROGRAM).requires or []
    except PackageNotFoundError:  # the program was not installed as a package
        return
    for requirement in wanted:
        name = _NAME.match(requirement)
        if name is None or "extra ==" in requirement:
            continue
        try:
            metadata = distribution(name[0]).metadata
        except PackageNotFoundError:  # for another system
            continue
        yield Part(metadata["Name"], metadata["Version"], _licence(metadata.get_all("Classifier") or [], metadata))


def _licence(classifiers: list[str], metadata: object) -> str:
    """The licence by its short name, "" where the package does not say."""
    get = getattr(metadata, "get", dict[str, str]().get)
    for field in ("License-Expression", "License"):
        text = str(get(field) or "")
        if text and len(text) <= _LONGEST:
            return text
    return ", ".join(c.removeprefix(_LICENCE) for c in classifiers if c.startswith(_LICENCE))


class AboutDialog(QDialog):
    """Version, parts and licences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        self._heading = QLabel(textFormat=Qt.TextFormat.RichText)
        self._what = QLabel(wordWrap=True)
        self._parts = QTextBrowser()
        self._parts.setObjectName("about-parts")
        self._versions = QLabel(circumstances())
        self._versions.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._versions.setWordWrap(True)
        self._buttons = ButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for widget in (self._heading, self._what, self._versions, self._parts, self._buttons):
            layout.addWidget(widget)
        self.resize(520, 480)
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        self.setWindowTitle(self.tr("Om KKR Desk"))
        self._heading.setText(f"<h2>KKR Desk {escape(__version__)}</h2>")
        self._what.setText(
            self.tr(
                "Dagsorden og bilagssamling for sekretariatet i et kommunekontaktråd. Alt ligger på denne maskine, og "
                "programmet sender intet fra sig."
            )
        )
        self._versions.setAccessibleName(self.tr("Versioner"))
        self._parts.setAccessibleName(self.tr("Programmets dele og deres licenser"))
        self._parts.setHtml(self._table())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _table(self) -> str:
        rows = [
            Part("Python", platform.python_version(), "PSF-2.0"),
            Part("Qt", qVersion(), "LGPL-3.0-only"),
            Part("Lucide", "", "ISC"),
            *parts(),
        ]
        cells = "".join(
            f"<tr><td>{escape(row.name)}</td><td>{escape(row.version)}</td><td>{escape(row.licence)}</td></tr>"
            for row in rows
        )
        heads = (self.tr("Del"), self.tr("Version"), self.tr("Licens"))
        head = "".join(f'<th align="left">{escape(text)}</th>' for text in heads)
        return f'<table cellpadding="4"><tr>{head}</tr>{cells}</table>'
