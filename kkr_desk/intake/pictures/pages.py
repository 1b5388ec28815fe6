"""Pages with a picture each, written so that no more than a part of them is in memory."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from kkr_desk.intake.pictures.paper import Place
from kkr_desk.intake.pictures.stream_file import write_stream

MOST_IN_MEMORY = 64 << 20
"""Bytes of pictures after which the pages so far are written to a file of their own."""
MOST_FILES = 32
"""Files with a large picture each that are open at a time."""


class Pages:
    """The pages of a PDF that is being made; a context manager.

    Args:
        folder: Where it is written.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._parts: list[Path] = []
        self._sources = ExitStack()
        self._held = 0
        self.count = 0
        self.pdf = Pdf.new()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.pdf.close()
        self._sources.close()

    def stream(self, data: bytes) -> Stream:
        """A stream in `pdf`, held in memory."""
        self._held += len(data)
        return Stream(self.pdf, data)

    def large_stream(self, parts: Iterable[bytes]) -> Stream:
        """A stream in `pdf` whose bytes are written to the folder as they come, and never are in memory together."""
        path = self._folder / f"stream-{self.count}.pdf"
        write_stream(path, parts)
        self._sources.callback(path.unlink)
        source = self._sources.enter_context(_opened(path))
        self._held += MOST_IN_MEMORY // MOST_FILES
        copied = self.pdf.copy_foreign(source.Root.Held)
        assert isinstance(copied, Stream)  # noqa: S101  as it was written
        return copied

    def add(self, image: Stream, placed: Place, orientation: int) -> None:
        """Add a page.

        Args:
            image: Its picture, an image XObject in `pdf`.
            placed: Where it stands.
            orientation: How it is turned and mirrored, 1 to 8 as in EXIF.
        """
        matrix = " ".join(_number(value) for value in _matrix(placed, orientation))
        page = Dictionary(
            Type=Name.Page,
            MediaBox=Array([0, 0, *(pikepdf.Object.parse(_number(side).encode()) for side in placed.page)]),
            Resources=Dictionary(XObject=Dictionary(Im0=self.pdf.make_indirect(image))),
            Contents=self.pdf.make_stream(f"q {matrix} cm /Im0 Do Q".encode()),
        )
        self.pdf.pages.append(pikepdf.Page(self.pdf.make_indirect(page)))
        self.count += 1
        if self._held > MOST_IN_MEMORY:
            self._write_part()

    def save(self) -> Path:
        """Write the PDF; the same pages give the same bytes."""
        path = self._folder / "picture.pdf"
        with ExitStack() as opened:
            whole = self.pdf
            if self._parts:
                self._write_part()
                whole = opened.enter_context(Pdf.new())
                for part in self._parts:
                    whole.pages.extend(opened.enter_context(_opened(part)).pages)
            whole.save(path, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        for part in self._parts:
            part.unlink()
        return path

    def _write_part(self) -> None:
        if len(self.pdf.pages) == 0:
            return
        part = self._folder / f"part-{len(self._parts)}.pdf"
        self.pdf.save(part, deterministic_id=True)
        self._parts.append(part)
        self.pdf.close()
        self._sources.close()
        self.pdf = Pdf.new()
        self._held = 0


def _opened(part: Path) -> Pdf:
    """A file that is read as it is needed; mapped into memory, all of it would soon be there."""
    return pikepdf.open(part, access_mode=pikepdf.AccessMode.stream)


def _matrix(placed: Place, orientation: int) -> tuple[float, float, float, float, float, float]:
    """What takes the unit square to a picture's place, turned and mirrored (EXIF 2.32, Orientation)."""
    (x, y), (w, h) = placed.corner, placed.size
    return {
        1: (w, 0, 0, h, x, y),
        2: (-w, 0, 0, h, x + w, y),
        3: (-w, 0, 0, -h, x + w, y + h),
        4: (w, 0, 0, -h, x, y + h),
        5: (0, -h, -w, 0, x + w, y + h),
        6: (0, -h, w, 0, x, y + h),
        7: (0, h, w, 0, x, y),
        8: (0, h, -w, 0, x + w, y),
    }[orientation]


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".") or "0"
