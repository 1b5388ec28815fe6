"""Pictures for the tests, made when they are needed, and what their pages show."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pypdfium2 as pdfium
from PIL import Image, ImageCms, ImageOps

from kkr_desk.intake.conversion import Made, Request, converter_of
from kkr_desk.intake.kind import kind_of
from kkr_desk.model import Paper, Treatment
from kkr_desk.progress import NullProgress, Progress

OWN = Treatment(paper=Paper.OWN)
DPI = (144, 144)


def motif(mode: str = "RGB", size: tuple[int, int] = (180, 150)) -> Image.Image:
    """A picture that no turning or mirroring leaves alike."""
    across, down = np.meshgrid(np.arange(size[0]), np.arange(size[1]))
    bands = [across * 255 // size[0], down * 255 // size[1], (across + down) % 97 * 2]
    picture = Image.fromarray(np.stack(bands, axis=2).astype("uint8"), "RGB")
    picture.paste((255, 0, 0), (0, 0, size[0] // 3, size[1] // 4))
    return picture.convert(mode)


def written(path: Path, picture: Image.Image, **options: Any) -> Path:
    picture.save(path, **{"dpi": DPI, **options})
    return path


def converted(path: Path, treatment: Treatment | None = None, progress: Progress | None = None) -> Made:
    """What its own bytes make of a file, in a folder beside it."""
    folder = path.with_name(f"{path.name} made")
    folder.mkdir(exist_ok=True)
    kind = kind_of(path)
    converter = converter_of(kind)
    assert converter is not None
    return converter(Request(path, path.name, kind, folder, treatment or Treatment()), progress or NullProgress())


def told(made: Made) -> dict[str, dict[str, str]]:
    return {notice.code: dict(notice.facts) for notice in made.notices}


def shown(pdf: Path, pixels: tuple[int, int], page: int = 0) -> Image.Image:
    """A page that its picture fills, in as many pixels as the picture has."""
    with closing(pdfium.PdfDocument(pdf)) as document, closing(document[page]) as sheet:
        drawn = sheet.render(scale=(pixels[0] - 0.03) / sheet.get_width())  # it rounds up
        picture: Image.Image = drawn.to_pil().convert("RGB")
        return picture


def expected(picture: Image.Image) -> Image.Image:
    """What a picture should look like, by Pillow alone: turned, on white, in the colours of a screen."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        turned = ImageOps.exif_transpose(picture)
        profile = picture.info.get("icc_profile")
        if turned.mode in {"RGBA", "LA", "PA"} or "transparency" in turned.info:
            layer = turned.convert("RGBA")
            turned = Image.new("RGB", layer.size, "white")
            turned.paste(layer, mask=layer.getchannel("A"))
        if profile and turned.mode == "RGB":
            screen = ImageCms.createProfile("sRGB")
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            turned = ImageCms.profileToProfile(turned, own, screen) or turned
        return turned.convert("RGB")


def difference(one: Image.Image, other: Image.Image) -> tuple[float, int]:
    """Mean and greatest difference of two pictures' samples."""
    apart = np.abs(np.asarray(one, dtype=int) - np.asarray(other, dtype=int))
    return float(apart.mean()), int(apart.max())


def everything_in(pdf: Path) -> Iterator[bytes]:
    """A PDF's bytes, and each of its streams unpacked."""
    yield pdf.read_bytes()
    with pikepdf.open(pdf) as opened:
        for thing in opened.objects:
            if isinstance(thing, pikepdf.Stream):
                yield thing.read_raw_bytes()
                try:
                    yield thing.read_bytes()
                except pikepdf.PdfError:
                    continue
            yield str(thing).encode()


def jpeg_bytes(picture: Image.Image, **options: Any) -> bytes:
    data = BytesIO()
    picture.save(data, "JPEG", **{"dpi": DPI, "quality": 95, **options})
    return data.getvalue()
