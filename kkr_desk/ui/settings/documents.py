"""What a council's documents look like: the page number, the colour, the language, the Word template."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QColorDialog, QComboBox, QHBoxLayout, QWidget

from kkr_desk.model import Council, StampPlace
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.settings.buttons import button
from kkr_desk.ui.settings.checked_line import CheckedLine, setting_fault
from kkr_desk.ui.settings.part import CouncilPart, LabelledForm
from kkr_desk.ui.settings.word_template import WordTemplateField
from kkr_desk.ui.settings.wrapped_label import WrappedLabel

_LANGUAGES = ("da-DK", "en-GB")
_SWATCH = 16


class DocumentsPart(CouncilPart):
    """Page number format and place, colour, language and Word template of the documents.

    Args:
        desk: What the window works on.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.stamp = CheckedLine(desk, partial(setting_fault, "stamp", "format"), self._write_stamp)
        self.stamp.line.setObjectName("stamp-format")
        self._hint = WrappedLabel()
        self.place = QComboBox()
        self.place.setObjectName("stamp-place")
        for place in StampPlace:
            self.place.addItem("", place)
        self.colour = CheckedLine(desk, partial(setting_fault, "look", "colour"), self._write_colour)
        self.colour.line.setObjectName("council-colour")
        self.choose = button("choose-colour")
        self.language = QComboBox()
        self.language.setObjectName("documents-language")
        for tag in _LANGUAGES:
            self.language.addItem("", tag)
        self.word = WordTemplateField(desk)
        self._lay_out()
        self.place.activated.connect(self._write_place)
        self.language.activated.connect(self._write_language)
        self.choose.clicked.connect(self._choose_colour)
        self.retranslate()

    def fill(self, council: Council, *, anew: bool) -> None:
        """Set the fields."""
        template = council.template
        self.stamp.show_text(template.stamp_format, anew=anew)
        self.colour.show_text(template.colour, anew=anew)
        self.place.setCurrentIndex(self.place.findData(template.stamp_place))
        if self.language.findData(template.language) < 0:  # from a template of somebody else's
            self.language.addItem(template.language, template.language)
        self.language.setCurrentIndex(self.language.findData(template.language))
        swatch = QPixmap(_SWATCH, _SWATCH)
        swatch.fill(QColor(template.colour))
        self.choose.setIcon(QIcon(swatch))
        if self.kept is not None:
            self.word.show_template(self.kept, council, anew=anew)

    def flush(self) -> None:
        """Write what is being typed."""
        self.stamp.flush()
        self.colour.flush()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self._form.name(
            (
                self.tr("Si&detal:"),
                self.tr("&Placering:"),
                self.tr("&Farve:"),
                self.tr("Dokumenternes &sprog:"),
                self.tr("&Word-skabelon:"),
            )
        )
        self.word.retranslate()
        self._hint.say(self.tr("{page} bliver til sidens nummer, {pages} til antallet af sider."))
        self.choose.setText(self.tr("Vælg farve…"))
        places = {
            StampPlace.BOTTOM_RIGHT: self.tr("Nederst til højre"),
            StampPlace.BOTTOM_CENTRE: self.tr("Nederst på midten"),
            StampPlace.BOTTOM_LEFT: self.tr("Nederst til venstre"),
            StampPlace.TOP_RIGHT: self.tr("Øverst til højre"),
            StampPlace.TOP_CENTRE: self.tr("Øverst på midten"),
            StampPlace.TOP_LEFT: self.tr("Øverst til venstre"),
        }
        for row, place in enumerate(StampPlace):
            self.place.setItemText(row, places[place])
        for row, text in enumerate((self.tr("Dansk"), self.tr("Engelsk"))):
            self.language.setItemText(row, text)

    def _lay_out(self) -> None:
        coloured = QWidget()
        beside = QHBoxLayout(coloured)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(8)
        beside.addWidget(self.colour, stretch=1)
        beside.addWidget(self.choose, alignment=Qt.AlignmentFlag.AlignTop)
        self._form = LabelledForm(self)
        self._form.add(self.stamp, self.stamp.line)
        self._form.add_hint(self._hint)
        self._form.add(self.place)
        self._form.add(coloured, self.colour.line)
        self._form.add(self.language)
        self._form.add(self.word, self.word.choose)

    def _write(self, field: str, value: object) -> None:
        def change(council: Council) -> Council:
            return replace(council, template=replace(council.template, **{field: value}))  # type: ignore[arg-type]

        if self.kept is not None:
            self.kept.write(self, change, typed_in=field)

    def _write_stamp(self, text: str) -> None:
        self._write("stamp_format", text)

    def _write_colour(self, text: str) -> None:
        self._write("colour", text.lower())

    def _write_place(self) -> None:
        self._write("stamp_place", StampPlace(self.place.currentData()))

    def _write_language(self) -> None:
        self._write("language", self.language.currentData())

    def _choose_colour(self) -> None:
        chosen = QColorDialog.getColor(QColor(self.colour.line.text()), self.window(), self.tr("Rådets farve"))
        if chosen.isValid():
            self.colour.put(chosen.name())
