"""Pages with a picture each, written as they come, so that only one picture is in memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from kkr_desk.intake.pictures.paper import Place
from kkr_desk.intake.pictures.stream_file import StreamFile


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture as PDF holds it.

    Attributes:
        dictionary: What an image XObject says of it (ISO 32000-1, 8.9.5).
        parts: Its bytes, which may be made only when they are asked for.
        profile: What its colours mean, an ICC profile; None without one.
    """

    dictionary: Dictionary
    parts: Iterable[bytes]
    profile: bytes | None = None


@dataclass(frozen=True, slots=True)
class _Page:
    """A page to be: object numbers of its picture and of that one's profile, 0 without; where it stands."""

    image: int
    profile: int
    placed: Place
    orientation: int


class Pages:
    """The pages of a PDF that is being made; a context manager.

    Args:
        folder: Where it is written.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / "streams.pdf"
        self._streams = StreamFile(self._path)
        self._pages: list[_Page] = []
        self._profiles: dict[bytes, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._streams:
            pass
        self._path.unlink()

    @property
    def count(self) -> int:
        """How many there are so far."""
        return len(self._pages)

    def add(self, drawn: Drawn, placed: Place, orientation: int) -> None:
        """Add a page.

        Args:
            drawn: Its picture.
            placed: Where it stands.
            orientation: How it is turned and mirrored, 1 to 8 as in EXIF.
        """
        profile = 0
        if drawn.profile is not None:
            if drawn.profile not in self._profiles:
                self._profiles[drawn.profile] = self._streams.add(Dictionary(), [drawn.profile])
            profile = self._profiles[drawn.profile]
        image = self._streams.add(drawn.dictionary, drawn.parts)
        self._pages.append(_Page(image, profile, placed, orientation))

    def save(self) -> Path:
        """Write the PDF; the same pages give the same bytes."""
        self._streams.finish()
        path = self._folder / "picture.pdf"
        # read as it is needed: mapped into memory, all of it would soon be there
        with pikepdf.open(self._path, access_mode=pikepdf.AccessMode.stream) as pdf:
            for page in self._pages:
                _lay_out(pdf, page)
            pdf.save(path, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return path


def _lay_out(pdf: Pdf, page: _Page) -> None:
    image = pdf.get_object(page.image, 0)
    if page.profile:
        _describe_colours(image, pdf.get_object(page.profile, 0))
    matrix = " ".join(_number(value) for value in _matrix(page.placed, page.orientation))
    made = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, *(pikepdf.Object.parse(_number(side).encode()) for side in page.placed.page)]),
        Resources=Dictionary(XObject=Dictionary(Im0=image)),
        Contents=pdf.make_stream(f"q {matrix} cm /Im0 Do Q".encode()),
    )
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(made)))


def _describe_colours(image: pikepdf.Object, profile: pikepdf.Object) -> None:
    space = image.ColorSpace
    indexed = isinstance(space, Array)
    base = space[1] if indexed else space
    profile.N = {"/DeviceGray": 1, "/DeviceRGB": 3, "/DeviceCMYK": 4}[str(base)]
    profile.Alternate = base
    based = Array([Name.ICCBased, profile])
    image.ColorSpace = Array([Name.Indexed, based, space[2], space[3]]) if indexed else based


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
