"""A council's logo: chosen among the user's pictures, shown, and taken away."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QStandardPaths, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QImageWriter, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kkr_desk.errors import UserError
from kkr_desk.model import Sha256
from kkr_desk.store import Store
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.frame.telling import known, sentence
from kkr_desk.ui.jobs import Lane, Ticket
from kkr_desk.ui.settings.buttons import button
from kkr_desk.ui.settings.keeping import KeptCouncil
from kkr_desk.ui.settings.wrapped_label import FaultLabel

MOST_BYTES = 10_000_000
"""Size of a picture's file beyond which it is no logo."""
KINDS = ("png", "jpeg")
"""What documents can show."""
KEPT = QSize(1417, 1417)
"""Pixels that are kept of a larger one: what a logo's place in the documents, 60 mm wide, has at 600 dots an inch."""

_SHOWN = QSize(240, 96)


def read_picture(file: Path, size: QSize) -> QImage:
    """A picture no larger than a size. Reads the file: not on the GUI thread.

    Args:
        file: PNG or JPEG, whatever its name says.
        size: Largest width and height, in pixels.

    Raises:
        UserError: ``logo-too-large``, ``logo-not-picture``.
        OSError: The machine would not let it be read.
    """
    with file.open("rb") as stream:
        data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise UserError("logo-too-large", name=file.name, megabytes=MOST_BYTES // 1_000_000)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    whole = reader.size()
    if bytes(reader.format().data()).decode("ascii") not in KINDS or not whole.isValid():
        raise UserError("logo-not-picture", name=file.name)
    fitting = whole.scaled(size, Qt.AspectRatioMode.KeepAspectRatio)
    reader.setScaledSize(fitting if fitting.width() < whole.width() else whole)
    image = reader.read()
    if image.isNull():
        raise UserError("logo-not-picture", name=file.name)
    return image


def clean_png(image: QImage) -> bytes:
    """A picture's pixels alone, as PNG: no place, no camera's name, no older version of it comes along.

    Args:
        image: As it was read.
    """
    if image.colorSpace().isValid():
        image = image.convertedToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    kind = QImage.Format.Format_RGBA8888 if image.hasAlphaChannel() else QImage.Format.Format_RGB888
    image = image.convertToFormat(kind)
    bare = QImage(image.constBits(), image.width(), image.height(), image.bytesPerLine(), kind)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(bare)
    return bytes(buffer.data().data())


class LogoField(QWidget):
    """The picture, and the buttons that choose and remove it.

    Args:
        desk: What the window works on.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._kept: KeptCouncil | None = None
        self._logo: Sha256 | None = None
        self._reading: Ticket | None = None
        self.picture = QLabel(alignment=Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.picture.setObjectName("council-logo")
        self.picture.setMinimumSize(_SHOWN)
        self.choose, self.remove = button("choose-logo", "image"), button("remove-logo", "trash-2")
        self.fault = FaultLabel()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(buttons)
        layout.addWidget(self.fault)
        layout.addWidget(self.picture, alignment=Qt.AlignmentFlag.AlignLeft)
        self.choose.clicked.connect(self._choose)
        self.remove.clicked.connect(self._remove)

    def show_logo(self, kept: KeptCouncil, logo: Sha256 | None, *, anew: bool) -> None:
        """Show a council's logo.

        Args:
            kept: Writes another.
            logo: Its content's hash, None without one.
            anew: It is another council.
        """
        self._kept = kept
        if not anew and logo == self._logo:
            return
        self.fault.say("")
        self._logo = logo
        self.remove.setEnabled(logo is not None)
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        self.picture.clear()
        if logo is None:
            self.retranslate()
        else:
            self._desk.read(self, lambda store: store.content.path(logo), partial(self._draw, logo))

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.choose.setText(self.tr("Vælg billede…"))
        self.remove.setText(self.tr("Fjern"))
        self.remove.setAccessibleName(self.tr("Fjern logo"))
        self.picture.setAccessibleName(self.tr("Rådets logo") if self._logo else self.tr("Intet logo"))
        if self._logo is None:
            self.picture.setText(self.tr("Intet logo"))

    def _draw(self, logo: Sha256, file: Path) -> None:
        if logo == self._logo:
            size = _SHOWN * self.devicePixelRatioF()
            self._reading = self._desk.jobs.submit(
                Lane.PREVIEW, self, lambda _: read_picture(file, size), partial(self._show, logo), self._fail
            )

    def _show(self, logo: Sha256, image: QImage) -> None:
        self._reading = None
        if logo == self._logo:
            image.setDevicePixelRatio(self.devicePixelRatioF())
            self.picture.setPixmap(QPixmap.fromImage(image))
            self.retranslate()

    def _choose(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        name, _ = QFileDialog.getOpenFileName(
            self.window(), self.tr("Vælg rådets logo"), folder, self.tr("Billeder (*.png *.jpg *.jpeg)")
        )
        if not name or self._kept is None:
            return
        file, kept = Path(name), self._kept

        def take_in(store: Store, *_: object) -> Sha256:
            return store.content.add_bytes(clean_png(read_picture(file, KEPT)))

        self.fault.say("")
        self._desk.arrive(self, take_in, partial(self._write, kept), self._fail)

    def _remove(self) -> None:
        if self._kept is not None:
            self._write(self._kept, None)

    def _write(self, kept: KeptCouncil, logo: Sha256 | None) -> None:
        kept.write(self, lambda council: replace(council, logo=logo))

    def _fail(self, error: Exception) -> None:
        self._reading = None
        told = known(error)
        if told is None:
            self._desk.failed.emit(error)
        else:
            self.fault.say(sentence(told))
