"""Opening picture files, and each picture in one, with bounds on what they may take.

Pillow decodes; of HEIC, libheif through pi-heif, which unlike pillow-heif comes without the GPL encoder x265.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from PIL import ExifTags, Image, ImageChops, ImageFile, TiffImagePlugin

from kkr_desk.intake.conversion import Refused
from kkr_desk.intake.pictures import jpeg, png, tiff
from kkr_desk.intake.pictures.paper import Dots, stated_dots
from kkr_desk.model import FileStatus, Notice

BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    OverflowError,
    ZeroDivisionError,
    EOFError,
    RuntimeError,
    struct.error,
)
"""What Pillow's readers raise on files that are not as they should be."""

MOST_DECODED = 480 << 20
"""Bytes that one picture may take while it is decoded: 125 megapixels in colour, four times as many without."""
MOST_TOGETHER = 800 << 20
"""Bytes of one of a TIFF's pictures, decoded and packed: libtiff maps what is packed into memory."""
MOST_WAITING = 640 << 20
"""Bytes that a JPEG's coefficients may take where all of them wait for its last scan, and its pixels do not."""
MOST_FRAMES = 2000
MOST_PROFILE = 4 << 20
"""Bytes of a colour profile: those of presses have 2 MB at most."""
MOST_EXACT = 64 << 20
"""Largest file whose own bytes are put into the PDF."""
LEAST_THERE = 0.25
"""How much of a picture that is cut short must be there."""

_FORMATS = {
    "jpeg": ("JPEG", "MPO"),
    "png": ("PNG",),
    "tiff": ("TIFF",),
    "gif": ("GIF",),
    "bmp": ("BMP",),
    "webp": ("WEBP",),
}
_HEIF, _AVIF = ("HEIF",), ("AVIF",)
_BYTES = {"1": 1, "L": 1, "P": 1, "I;16": 2, "I;16B": 2, "I;16L": 2}
_COPIES = {"webp": 3, "heic": 2}
"""How often a picture is in memory at a time while its library decodes it."""
_MOVING = frozenset({"gif", "png", "webp", "heic"})
_NEW_SUBFILE_TYPE, _REDUCED_OR_MASK = 254, 0b101
"""TIFF 6.0, NewSubfileType: a smaller copy of another picture, or a mask of one."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture, decoded.

    Attributes:
        picture: Its pixels, not turned; decoded at first use where `exact` is there.
        size: Its width and height in pixels as they are stored.
        orientation: How to turn and mirror it, 1 to 8 as in EXIF.
        dots: Dots an inch of the pixels as they are stored, where the file says so sensibly.
        profile: Its colour profile; None without one.
        exact: The file's own bytes of it, where PDF can hold them.
        whole: Whether all of it was there.
        drawn: Whether it came in a lossless format.
    """

    picture: Image.Image
    size: tuple[int, int]
    orientation: int
    dots: Dots | None
    profile: bytes | None
    exact: bytes | None
    whole: bool
    drawn: bool

    @property
    def upright(self) -> tuple[int, int]:
        """Width and height in pixels as it is to be seen."""
        width, height = self.size
        return (height, width) if self.orientation >= 5 else (width, height)

    @property
    def upright_dots(self) -> Dots | None:
        """Dots an inch as it is to be seen."""
        return self.dots and ((self.dots[1], self.dots[0]) if self.orientation >= 5 else self.dots)


def refused(code: str, status: FileStatus = FileStatus.TOO_LARGE, **facts: int) -> Refused:
    """Why a picture cannot be included."""
    return Refused(status, Notice(code, tuple((name, str(value)) for name, value in facts.items())))


class PictureFile:
    """A picture file that is open; a context manager.

    Args:
        path: The file.
        kind: What its bytes are.

    Raises:
        Refused: It is broken, or beyond bounds.
    """

    def __init__(self, path: Path, kind: str) -> None:
        self._path = path
        self._kind = kind
        self.first = self._open(path)
        self.cut = False
        try:
            self.frames = tuple(self._frames()) if kind == "tiff" else (0,)
        except Refused:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the file, and of the last picture's pixels."""
        self.first.close()

    @property
    def moves(self) -> bool:
        """Whether more pictures follow that are not pages but make it move; asked for before it is closed."""
        try:
            return self._kind in _MOVING and bool(getattr(self.first, "is_animated", False))
        except BROKEN:
            return False

    def shot(self, frame: int) -> Shot | None:
        """Decode one of the pictures.

        Args:
            frame: One of `frames`.

        Returns:
            The picture; None when too little of it is there.

        Raises:
            Refused: It is beyond bounds.
        """
        try:
            self.first.seek(frame)
            orientation, dots, exact = _orientation(self.first), _dots(self.first), self._exact()
            if exact is None:
                self._check_decoding()
                with _leniently(on=False):
                    self.first.load()
                self._count_from_black()
            return self._shot(orientation, dots, exact, whole=True)
        except BROKEN:
            if not self._partly(frame):
                return None
        return self._shot(_orientation(self.first), _dots(self.first), None, whole=False)

    def _count_from_black(self) -> None:
        """Pillow leaves the greys of a TIFF that count from white as they are where they have 16 bits."""
        picture = self.first
        if self._kind == "tiff" and picture.mode.startswith("I;16") and _negative(picture):
            picture.im = picture.point(lambda value: value * -1 + 65535).im

    def _shot(self, orientation: int, dots: Dots | None, exact: bytes | None, *, whole: bool) -> Shot:
        picture = self.first
        profile = picture.info.get("icc_profile") or None
        if profile and len(profile) > MOST_PROFILE:
            raise refused("picture-profile-too-large", limit=MOST_PROFILE >> 20)
        drawn = self._kind in {"png", "gif", "bmp"} or (
            self._kind == "tiff" and picture.info.get("compression") != "jpeg"
        )
        size = picture.size
        if self._kind == "tiff" and exact is not None and orientation >= 5:
            size = (size[1], size[0])  # which Pillow gives as it would turn it, until it is decoded
        return Shot(picture, size, orientation, dots, profile, exact, whole, drawn)

    def _exact(self) -> bytes | None:
        """The file's own bytes of the picture, without what stands beside it, where all of it can be decoded.

        A JPEG is decoded to an eighth of its width to see that, which takes no room.
        """
        if self._path.stat().st_size > MOST_EXACT and self._kind != "tiff":
            return None
        match self._kind:
            case "jpeg":
                exact = jpeg.picture_alone(self._path.read_bytes())
            case "png":
                exact = png.picture_alone(self._path.read_bytes())
            case "tiff":
                exact = tiff.jpeg_alone(self._path, self.first)
            case _:
                exact = None
        if exact is None:
            return None
        with Image.open(BytesIO(exact), formats=_FORMATS["png" if self._kind == "png" else "jpeg"]) as tried:
            if sorted(tried.size) != sorted(self.first.size):
                return None
            tried.draft(None, (max(1, tried.width // 8), max(1, tried.height // 8)))
            tried.load()
        return exact

    def _partly(self, frame: int) -> bool:
        """Decode what is there of a picture that is cut short; False where that is too little."""
        self.first.close()
        source: Path | BinaryIO = self._path
        if self._kind == "jpeg":  # with an end to it, the scans that are there are shown and the rest is grey
            source = BytesIO(self._path.read_bytes() + b"\xff\xd9")
        try:
            with _leniently(on=True):
                self.first = self._open(source)
                self.first.seek(frame)
                self._check_decoding()
                self.first.load()
        except BROKEN:
            return False
        return _there(self.first) >= LEAST_THERE

    def _open(self, source: Path | BinaryIO) -> ImageFile.ImageFile:
        formats = _FORMATS.get(self._kind) or _heic_formats(self._path)
        try:
            if self._kind == "tiff":
                picture: ImageFile.ImageFile = _Unturned(source)
            else:
                picture = Image.open(source, formats=formats)
        except BROKEN as error:
            if "too large" in str(error).lower():
                raise refused("picture-profile-too-large", limit=1) from error
            raise refused("picture-damaged", FileStatus.DAMAGED) from error
        try:
            self._check(picture)
        except Refused:
            picture.close()
            raise
        return picture

    def _check(self, picture: Image.Image) -> None:
        width, height = picture.size
        if min(width, height) < 1:
            raise refused("picture-damaged", FileStatus.DAMAGED)
        _limit(picture, _each(picture) * _COPIES.get(self._kind, 1), MOST_DECODED)
        if self._kind == "jpeg":
            _limit(picture, jpeg.waiting(self._path), MOST_WAITING)

    def _check_decoding(self) -> None:
        """Whether a JPEG's pixels may be there beside its coefficients, and a TIFF's beside what they are made from."""
        if self._kind == "jpeg":
            _limit(self.first, jpeg.waiting(self._path) + _each(self.first), MOST_WAITING)
        elif self._kind == "tiff":
            counts = self.first.tag_v2.get(TiffImagePlugin.STRIPBYTECOUNTS, ())  # type: ignore[attr-defined]
            packed = min(sum(counts), self._path.stat().st_size)
            pixels = self.first.width * self.first.height
            _limit(self.first, _each(self.first) + packed / pixels, MOST_TOGETHER)

    def _frames(self) -> Iterator[int]:
        """The pictures of a TIFF file that are pages; `cut` tells whether the list of them breaks off."""
        for frame in range(MOST_FRAMES + 1):
            try:
                self.first.seek(frame)
                kind = self.first.tag_v2.get(_NEW_SUBFILE_TYPE, 0)  # type: ignore[attr-defined]  # a TIFF's picture
            except EOFError:
                break
            except BROKEN:
                self.cut = True
                break
            if frame == MOST_FRAMES:
                raise refused("picture-too-many-frames", limit=MOST_FRAMES)
            self._check(self.first)
            if frame == 0 or not (isinstance(kind, int) and kind & _REDUCED_OR_MASK):
                yield frame


class _Unturned(TiffImagePlugin.TiffImageFile):
    """A TIFF whose pictures stay as they are stored: turned by Pillow, they would be in memory twice."""

    def load_end(self) -> None:
        """Keep Pillow from turning it, whose tags are read by then."""
        self.getexif()[ExifTags.Base.Orientation] = 1
        super().load_end()
        self._size = self.im.size


def _each(picture: Image.Image) -> int:
    """Bytes that a pixel of a decoded picture takes in Pillow."""
    return _BYTES.get(picture.mode, 4)


def _limit(picture: Image.Image, each: float, most: int) -> None:
    pixels = picture.width * picture.height
    if pixels * each > most:
        megapixels, limit = pixels // 1_000_000, int(most // each // 1_000_000)
        raise refused("picture-too-many-pixels", megapixels=megapixels, limit=limit)


@contextmanager
def careful() -> Iterator[None]:
    """Have Pillow leave the bounds on pixels to this module, which knows what they take."""
    most, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None
    try:
        yield
    finally:
        Image.MAX_IMAGE_PIXELS = most


@contextmanager
def _leniently(*, on: bool) -> Iterator[None]:
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, on
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _heic_formats(path: Path) -> tuple[str, ...]:
    """Which library reads a HEIF container: the brands in its first box tell (ISO 14496-12, 4.3)."""
    with path.open("rb") as file:
        head = file.read(256)
    brands = head[8 : min(int.from_bytes(head[:4], "big"), len(head))]
    if any(brands[at : at + 4] in {b"avif", b"avis"} for at in range(0, len(brands), 4)):
        return _AVIF
    import pi_heif  # noqa: PLC0415  an eighth of a second that only its own files need

    pi_heif.register_heif_opener(thumbnails=False)
    return _HEIF


def _orientation(picture: Image.Image) -> int:
    try:
        value = picture.getexif().get(ExifTags.Base.Orientation, 1)
    except BROKEN:
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def _dots(picture: Image.Image) -> Dots | None:
    try:
        across, down = (float(value) for value in picture.info.get("dpi") or (0, 0))
    except BROKEN:
        return None
    return stated_dots(round(across, 2), round(down, 2))


def _negative(picture: Image.Image) -> bool:
    """Whether a TIFF's greys count from white."""
    return bool(picture.tag_v2.get(TiffImagePlugin.PHOTOMETRIC_INTERPRETATION) == 0)  # type: ignore[attr-defined]


def _there(picture: Image.Image) -> float:
    """The part of a picture's rows above the single colour that it ends in."""
    small = picture.resize((min(picture.width, 64), min(picture.height, 1024)), Image.Resampling.NEAREST).convert("RGB")
    last = small.crop((0, small.height - 1, 1, small.height)).resize(small.size)
    box = ImageChops.difference(small, last).getbbox()
    return box[3] / small.height if box else 0.0
