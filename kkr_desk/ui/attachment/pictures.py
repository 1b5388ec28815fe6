"""Pictures of pages that have been drawn, as many as a limit of bytes allows; those used last are kept."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtGui import QImage

from kkr_desk.intake.preview import Area, Picture
from kkr_desk.model import Sha256

MOST_BYTES = 160 << 20
"""Room for some ten pages as they fill a large screen, or forty on a small one."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture as Qt paints it.

    Attributes:
        image: It looks into `pixels`, which must live as long.
        pixels: Its bytes.
    """

    image: QImage
    pixels: bytes


class Pictures:
    """The pictures at hand, by file and area.

    Args:
        most_bytes: How much they may take.
    """

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most = most_bytes
        self._held: OrderedDict[tuple[Sha256, Area], Drawing] = OrderedDict()
        self.bytes = 0

    def __contains__(self, key: tuple[Sha256, Area]) -> bool:
        return key in self._held

    def get(self, pdf: Sha256, area: Area) -> QImage | None:
        """A picture; None when it is not, or no longer, at hand."""
        drawing = self._held.get((pdf, area))
        if drawing is None:
            return None
        self._held.move_to_end((pdf, area))
        return drawing.image

    def nearest(self, pdf: Sha256, page: int, across: int) -> QImage | None:
        """A picture of a whole page to be stretched until the right one is there: the one nearest in size."""
        whole = [
            (abs(area.across - across), drawing.image)
            for (held, area), drawing in self._held.items()
            if held == pdf and area.page == page and area.width == area.across and area.height == area.down
        ]
        return min(whole, key=lambda pair: pair[0])[1] if whole else None

    def add(self, pdf: Sha256, picture: Picture) -> None:
        """Keep a picture, and let go of those that were used longest ago."""
        area, key = picture.area, (pdf, picture.area)
        if key in self._held:
            return
        image = QImage(picture.pixels, area.width, area.height, 4 * area.width, QImage.Format.Format_RGB32)
        self._held[key] = Drawing(image, picture.pixels)
        self.bytes += len(picture.pixels)
        while self.bytes > self._most and len(self._held) > 1:
            _, gone = self._held.popitem(last=False)
            self.bytes -= len(gone.pixels)
