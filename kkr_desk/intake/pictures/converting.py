"""Picture files become PDFs: opened, placed on pages, and written."""

from __future__ import annotations

import logging
import math
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kkr_desk.intake.conversion import Made, Request
from kkr_desk.intake.pictures.embedding import has_shades, image_of, smaller_image_of
from kkr_desk.intake.pictures.pages import Pages
from kkr_desk.intake.pictures.paper import POINTS, Place, dots_on_page, place
from kkr_desk.intake.pictures.reading import PictureFile, Shot, careful, refused
from kkr_desk.intake.pictures.sayings import particulars, tells_place
from kkr_desk.model import Detail, FileStatus, Notice
from kkr_desk.progress import Progress

ENOUGH_DPI = 200
"""Dots an inch that print and screen show of a photograph."""
LARGE_BYTES, LARGE_DPI = 3_000_000, 300
"""Beyond these, fewer pixels are worth offering."""
_MILLION = 1_000_000


def convert(request: Request, progress: Progress) -> Made:
    """Make a PDF of a picture file: a page for each picture.

    Args:
        request: The file, and what was decided of paper and detail.
        progress: Told of each picture.

    Raises:
        Refused: It is broken, or beyond bounds.
        Cancelled: By `progress`.
    """
    with _quiet(), careful():
        file = PictureFile(request.path, request.kind)
        try:
            return _Conversion(request, file).run(progress)
        finally:
            file.close()


class _Conversion:
    """One file on its way."""

    def __init__(self, request: Request, file: PictureFile) -> None:
        self._request = request
        self._file = file
        self._missing: list[int] = []
        self._partly: list[int] = []
        self._pixels = 0
        self._dpi = 0.0

    def run(self, progress: Progress) -> Made:
        told, located = particulars(self._file.first), tells_place(self._file.first)
        total = len(self._file.frames)
        with Pages(self._request.folder) as pages:
            for done, frame in enumerate(self._file.frames):
                progress.step(done, total, "picture-pages")
                shot = self._file.shot(frame)
                if shot is None:
                    self._missing.append(done + 1)
                else:
                    self._add(pages, shot, done + 1)
            if pages.count == 0:
                raise refused("picture-damaged", FileStatus.DAMAGED)
            progress.step(total, total, "picture-pages")
            moves = self._file.moves
            self._file.close()  # what a large picture takes is wanted for writing
            made = pages.save()
        return Made(made, tuple(self._notices(made, located=located, moves=moves)), told)

    def _add(self, pages: Pages, shot: Shot, number: int) -> None:
        if not shot.whole:
            self._partly.append(number)
        placed = place(shot.upright, shot.upright_dots, self._request.treatment.paper)
        dpi = dots_on_page(shot.upright, placed)
        lessens = has_shades(shot.picture) and (dpi > ENOUGH_DPI or not (shot.drawn or shot.exact))
        if lessens and self._request.treatment.detail is Detail.FEWER:
            drawn = smaller_image_of(shot, _enough(shot, placed))
        else:
            drawn = image_of(shot)
            if lessens and (dpi > LARGE_DPI or not (shot.drawn or shot.exact)):
                self._dpi = max(self._dpi, dpi)
        pages.add(drawn, placed, shot.orientation)
        width, height = shot.size
        self._pixels += width * height

    def _notices(self, made: Path, *, located: bool, moves: bool) -> Iterator[Notice]:
        size = made.stat().st_size
        if self._dpi and size > LARGE_BYTES:
            facts = (("megapixels", str(max(1, round(self._pixels / _MILLION)))), ("size", str(round(size / _MILLION))))
            yield Notice("picture-large", facts)
        if located:
            yield Notice("picture-location-removed")
        if moves:
            yield Notice("picture-moves")
        if self._missing:
            yield Notice("picture-pages-missing", (("pages", ", ".join(map(str, self._missing))),))
        if self._file.cut:
            yield Notice("picture-pages-cut", (("pages", str(len(self._file.frames))),))
        if self._partly:
            yield Notice("picture-part-missing", (("pages", ", ".join(map(str, self._partly))),))


def _enough(shot: Shot, placed: Place) -> tuple[int, int]:
    """Pixels that are enough, across and down as they are stored."""
    across, down = (max(1, math.ceil(side / POINTS * ENOUGH_DPI)) for side in placed.size)
    return (down, across) if shot.orientation >= 5 else (across, down)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep to ourselves what the libraries say of a picture: what a caseworker must know of it is a notice."""
    loggers = [logging.getLogger(name) for name in ("PIL", "img2pdf")]
    levels = [logger.level for logger in loggers]
    try:
        for logger in loggers:
            logger.setLevel(logging.CRITICAL)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
