"""A picture's page shows its pixels, as Pillow alone reads them: exactly, where the page has as many."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pytest
from PIL import Image, ImageSequence, PngImagePlugin

from kkr_desk.errors import Cancelled
from kkr_desk.model import Detail, Treatment
from kkr_desk.progress import NullProgress
from tests.intake.pictures.photographs import (
    OWN,
    converted,
    difference,
    expected,
    jpeg_bytes,
    motif,
    shown,
    told,
    written,
)

Maker = Callable[[Path], Path]


def without_adobe(path: Path) -> Path:
    """CMYK as it stands: only Adobe's marker says that it is stored inverted."""
    data = jpeg_bytes(motif("CMYK"))
    at = data.index(b"\xff\xee")
    path.write_bytes(data[:at] + data[at + 2 + int.from_bytes(data[at + 2 : at + 4], "big") :])
    return path


def wide(path: Path) -> Path:
    return written(path, Image.fromarray((np.arange(180 * 150) * 2).astype("uint16").reshape(150, 180)))


def lightened(path: Path) -> Path:
    chunks = PngImagePlugin.PngInfo()
    chunks.add(b"gAMA", (100_000).to_bytes(4, "big"))
    return written(path, motif(), pnginfo=chunks)


def interlaced(path: Path) -> Path:
    """Adam7 by hand: Pillow writes none."""
    pixels, rows = np.asarray(motif()), b""
    for x, y, dx, dy in (
        (0, 0, 8, 8),
        (4, 0, 8, 8),
        (0, 4, 4, 8),
        (2, 0, 4, 4),
        (0, 2, 2, 4),
        (1, 0, 2, 2),
        (0, 1, 1, 2),
    ):
        rows += b"".join(b"\0" + row.tobytes() for row in pixels[y::dy, x::dx])
    header = struct.pack(">IIBBBBB", 180, 150, 8, 2, 0, 0, 1)
    dots = struct.pack(">IIB", 5669, 5669, 1)
    chunks = ((b"IHDR", header), (b"pHYs", dots), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + b"".join(
            len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")
            for name, data in chunks
        )
    )
    return path


def tiff(path: Path, pixels: list[bytes], **tags: int) -> Path:
    """An unpacked TIFF with grey pixels in these strips or tiles."""
    fixed = {256: 180, 257: 150, 258: 8, 259: 1, 262: 1, 277: 1, 296: 2}
    entries = {**fixed, **{int(name[1:]): value for name, value in tags.items()}}
    offsets, counts = (324, 325) if 322 in entries else (273, 279)
    at, places = 8, []
    for part in pixels:
        places.append(at)
        at += len(part)
    extra = struct.pack(f"<{len(places)}I", *places) + struct.pack(f"<{len(places)}I", *map(len, pixels))
    lists = {282: (5, 1, at), 283: (5, 1, at), offsets: (4, len(places), at + 8), counts: (4, len(places), 0)}
    lists[counts] = (4, len(places), at + 8 + 4 * len(places))
    if len(places) == 1:
        lists |= {offsets: (4, 1, places[0]), counts: (4, 1, len(pixels[0]))}
    told_all = {**{tag: (4, 1, value) for tag, value in entries.items()}, **lists}
    head = struct.pack("<2sHI", b"II", 42, at + 8 + len(extra))
    directory = b"".join(struct.pack("<HHII", tag, *told_all[tag]) for tag in sorted(told_all))
    tail = struct.pack("<H", len(told_all)) + directory + b"\0\0\0\0"
    path.write_bytes(head + b"".join(pixels) + struct.pack("<II", 144, 1) + extra + tail)
    return path


def tiled(path: Path) -> Path:
    grey = np.pad(np.asarray(motif("L")), ((0, 10), (0, 12)))
    parts = [grey[y : y + 32, x : x + 32].tobytes() for y in range(0, 160, 32) for x in range(0, 192, 32)]
    return tiff(path, parts, t322=32, t323=32)


def negative(path: Path) -> Path:
    return tiff(path, [motif("L").tobytes()], t262=0)


def turned(orientation: int, path: Path) -> Path:
    return written(path, motif(), exif=_turned(orientation))


SAMPLES: dict[str, tuple[Maker, float]] = {
    "grey.jpg": (lambda path: written(path, motif("L"), quality=90), 0.5),
    "progressive.jpg": (lambda path: written(path, motif(), progressive=True), 0.5),
    "cmyk.jpg": (lambda path: written(path, motif("CMYK")), 30),
    "plain cmyk.jpg": (without_adobe, 30),
    "rgb.png": (lambda path: written(path, motif()), 0),
    "alpha.png": (lambda path: written(path, _see_through("RGBA")), 0.1),
    "grey alpha.png": (lambda path: written(path, _see_through("LA")), 0.1),
    "palette.png": (lambda path: written(path, motif().quantize(16)), 0),
    "clear palette.png": (lambda path: written(path, motif().quantize(16), transparency=3), 0),
    "lines.png": (lambda path: written(path, motif("1")), 0),
    "interlaced.png": (interlaced, 0),
    "light.png": (lightened, 0),
    "group4.tif": (lambda path: written(path, motif("1"), compression="group4"), 0),
    "white is zero.tif": (lambda path: written(path, motif("1"), tiffinfo={262: 0}), 0),
    "negative.tif": (negative, 0),
    "lzw.tif": (lambda path: written(path, motif(), compression="tiff_lzw"), 0),
    "jpeg.tif": (lambda path: written(path, motif(), compression="jpeg"), 0),
    "cmyk.tif": (lambda path: written(path, motif("CMYK"), compression="tiff_lzw"), 30),
    "tiled.tif": (tiled, 0),
    "big.tif": (lambda path: written(path, motif(), big_tiff=True), 0),
    "turned.tif": (lambda path: written(path, motif(), tiffinfo={274: 6}), 0),
    "still.gif": (lambda path: written(path, motif()), 0),
    "map.bmp": (lambda path: written(path, motif()), 0),
    "web.webp": (lambda path: written(path, motif()), 0),
    "alpha.webp": (lambda path: written(path, _see_through("RGBA"), lossless=True), 0.1),
    "new.avif": (lambda path: written(path, motif()), 0),
    **{f"turned {n}.jpg": (partial(turned, n), 0.5) for n in range(1, 9)},
    **{f"turned {n}.png": (partial(turned, n), 0) for n in (5, 8)},
    **{f"turned {n}.webp": (partial(turned, n), 0) for n in (3, 7)},
}
"""What Pillow can write, or a few lines can, and how far apart samples may be on average: CMYK has no one look."""


def _see_through(mode: str) -> Image.Image:
    picture = motif(mode)
    picture.putalpha(motif("L"))
    return picture


def _turned(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[274] = orientation
    return exif


@pytest.mark.parametrize("name", SAMPLES)
def test_a_page_shows_the_pictures_pixels(tmp_path: Path, name: str) -> None:
    make, most = SAMPLES[name]
    path = make(tmp_path / name)
    made = converted(path, OWN)
    with Image.open(path) as picture:
        like = expected(picture)
    page = shown(made.pdf, like.size)
    assert page.size == like.size
    assert difference(page, like)[0] <= most
    assert not made.notices


def test_sixteen_bits_of_grey_are_kept(tmp_path: Path) -> None:
    for name in ("wide.png", "wide.tif"):
        made = converted(wide(tmp_path / name), OWN)
        with pikepdf.open(made.pdf) as pdf:
            image = pdf.pages[0].obj.Resources.XObject.Im0
            assert int(image.BitsPerComponent) == 16
            assert str(image.ColorSpace) == "/DeviceGray"
            assert int(image.Width) == 180


def test_a_jpegs_own_bytes_are_in_the_pdf(tmp_path: Path) -> None:
    path = written(tmp_path / "photo.jpg", motif(), quality=90)
    data = path.read_bytes()
    scan = data[data.index(b"\xff\xda") :]
    path.write_bytes(data[:20] + b"junk" + data[20:] + b"what follows the picture")
    assert scan in converted(path).pdf.read_bytes()


@pytest.mark.parametrize(("mode", "orientation"), [("RGB", 1), ("L", 1), ("YCbCr", 6)])
def test_a_jpeg_in_a_tiff_goes_in_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: str, orientation: int
) -> None:
    monkeypatch.setattr("PIL.TiffImagePlugin.STRIP_SIZE", 1 << 20)
    path = written(tmp_path / "scan.tif", motif(mode), compression="jpeg", tiffinfo={274: orientation})
    made = converted(path, OWN)
    with pikepdf.open(made.pdf) as pdf:
        assert pdf.pages[0].obj.Resources.XObject.Im0.Filter == "/DCTDecode"
    with Image.open(path) as picture:
        like = expected(picture)
    assert difference(shown(made.pdf, like.size), like)[0] <= 0.6


def test_each_picture_of_a_tiff_is_a_page(tmp_path: Path) -> None:
    pictures = [motif(size=(180, 150)), motif("1", (300, 160)), motif("L", (150, 200))]
    path = tmp_path / "pages.tif"
    pictures[0].save(path, save_all=True, append_images=pictures[1:], dpi=(144, 144))
    made = converted(path, OWN)
    with Image.open(path) as file:
        for page, frame in enumerate(ImageSequence.Iterator(file)):
            like = expected(frame)
            assert like.size == pictures[page].size
            assert difference(shown(made.pdf, like.size, page), like) == (0, 0)
    with pikepdf.open(made.pdf) as pdf:
        assert len(pdf.pages) == 3
    assert list(made.pdf.parent.iterdir()) == [made.pdf]


def test_large_photographs_have_fewer_pixels_when_wanted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kkr_desk.intake.pictures.converting.LARGE_BYTES", 1000)
    monkeypatch.setattr("kkr_desk.intake.pictures.converting.LARGE_DPI", 150)
    size = (2000, 1500)
    path = written(tmp_path / "phone.jpg", motif(size=size), dpi=(72, 72), quality=98, exif=_turned(6))
    assert told(converted(path))["picture-large"]["megapixels"] == "3"
    fewer = converted(path, Treatment(detail=Detail.FEWER))
    assert not fewer.notices
    with pikepdf.open(fewer.pdf) as pdf:
        image = pdf.pages[0].obj.Resources.XObject.Im0
        assert image.Filter == "/DCTDecode"
        assert 200 <= int(image.Height) / (180 / 25.4) < 201  # turned, it is the width
        assert isinstance(image, pikepdf.Stream)
        written_small = pikepdf.PdfImage(image).as_pil_image().convert("RGB")
    assert (
        difference(written_small, motif(size=size).resize(written_small.size, Image.Resampling.LANCZOS))[0] < 4
    )  # halved colours


def test_drawings_keep_their_pixels(tmp_path: Path) -> None:
    path = written(tmp_path / "plan.png", motif("1", (500, 500)))
    made = [converted(path, treatment).pdf.read_bytes() for treatment in (Treatment(), Treatment(detail=Detail.FEWER))]
    assert made[0] == made[1]


def test_the_same_picture_makes_the_same_bytes(tmp_path: Path) -> None:
    for name in ("alpha.png", "turned 6.jpg", "group4.tif"):
        path = SAMPLES[name][0](tmp_path / name)
        assert converted(path).pdf.read_bytes() == converted(path).pdf.read_bytes()


def test_a_cancel_is_heeded_between_pictures(tmp_path: Path) -> None:
    class Stopping(NullProgress):
        def step(self, done: int, total: int, what: str = "") -> None:
            assert (total, what) == (3, "picture-pages")
            if done == 1:
                raise Cancelled

    path = tmp_path / "pages.tif"
    motif().save(path, save_all=True, append_images=[motif(), motif()])
    with pytest.raises(Cancelled):
        converted(path, progress=Stopping())


@pytest.mark.parametrize("kind", ["gif", "png", "webp"])
def test_of_a_picture_that_moves_the_first_is_shown(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"moving.{kind}"
    options: dict[str, Any] = {"lossless": True} if kind == "webp" else {}
    motif().save(path, save_all=True, append_images=[motif().rotate(180)], **options)
    made = converted(path, OWN)
    assert set(told(made)) == {"picture-moves"}
    with Image.open(path) as picture:
        assert difference(shown(made.pdf, (180, 150)), expected(picture)) == (0, 0)


PICTURES = (".png", ".jpg", ".tif", ".tiff", ".gif", ".webp", ".bmp", ".heic")


@pytest.mark.torture
def test_every_picture_of_the_corpus_shows_its_pixels(shared: Path, tmp_path: Path) -> None:
    found = [path for path in sorted((shared / "corpus" / "office").iterdir()) if path.suffix in PICTURES]
    assert found
    for source in found:
        path = tmp_path / source.name
        path.write_bytes(source.read_bytes())
        made = converted(path, OWN)
        with Image.open(path) as picture:
            for page in range(getattr(picture, "n_frames", 1)):
                picture.seek(page)
                like = expected(picture)
                most = 20 if picture.mode == "CMYK" else 0.1
                assert difference(shown(made.pdf, like.size, page), like)[0] <= most, source.name
