"""What a picture says of itself: read so that it can be offered or warned of, and never put into the PDF."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from lxml import etree
from PIL import ExifTags, ImageFile, IptcImagePlugin

from kkr_desk.intake.pictures.reading import BROKEN
from kkr_desk.model import Particulars

MOST_XMP = 1 << 20
MOST_TITLE = 120
_EARLIEST = 1900
_DATE = re.compile(r"\s*(\d{4})[:-](\d{2})[:-](\d{2})")
_CAMERA = re.compile(r"olympus|camera|sony dsc|dcim|dsc_?\d|img_?\d|screenshot|untitled|kodak|photoshop", re.IGNORECASE)
"""What cameras and programs write where a title should stand."""
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_XMP_GPS = "{http://ns.adobe.com/exif/1.0/}GPSL"
_IPTC_TITLE, _IPTC_CAPTION = (2, 5), (2, 120)


def particulars(picture: ImageFile.ImageFile) -> Particulars:
    """Title and date that a picture says; "" where it does not say them plainly.

    Args:
        picture: As it was opened.
    """
    return Particulars(title=_title(picture), date=_date(picture))


def tells_place(picture: ImageFile.ImageFile) -> bool:
    """Whether a picture says where it was taken."""
    try:
        place = picture.getexif().get_ifd(ExifTags.IFD.GPSInfo)
    except BROKEN:
        place = {}
    if {ExifTags.GPS.GPSLatitude, ExifTags.GPS.GPSLongitude} & set(place):
        return True
    xmp = _xmp(picture)
    if xmp is None:
        return False
    names = (str(name) for node in xmp.iter(etree.Element) for name in (node.tag, *node.attrib))
    return any(name.startswith(_XMP_GPS) for name in names)


def _date(picture: ImageFile.ImageFile) -> str:
    """When the picture was taken, ISO; a time of changing it says nothing."""
    try:
        exif = picture.getexif()
        written = exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.DateTimeOriginal, "")
    except BROKEN:
        return ""
    found = _DATE.match(written) if isinstance(written, str) else None
    if found is None:
        return ""
    try:
        taken = date(*map(int, found.groups()))
    except ValueError:
        return ""
    return taken.isoformat() if taken.year >= _EARLIEST else ""


def _title(picture: ImageFile.ImageFile) -> str:
    xmp, iptc = _xmp(picture), _iptc(picture)
    said = [
        *_xmp_texts(xmp, "title"),
        iptc.get(_IPTC_TITLE, ""),
        *_xmp_texts(xmp, "description"),
        iptc.get(_IPTC_CAPTION, ""),
    ]
    return next(filter(None, map(_sensible, said)), "")


def _sensible(said: str) -> str:
    """Words that somebody has written; "" for a file name or what a camera writes."""
    words = " ".join(said.split())
    if (
        not 3 <= len(words) <= MOST_TITLE
        or "_" in words
        or _CAMERA.search(words)
        or not re.search(r"[^\W\d]{2}", words)
    ):
        return ""
    return words


def _xmp(picture: ImageFile.ImageFile) -> Any:
    """The picture's XMP, a tree; None without it. Entities are left as they are, so that they name and cost nothing."""
    raw = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    data = raw.encode() if isinstance(raw, str) else raw
    if not isinstance(data, bytes) or not data or len(data) > MOST_XMP:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, recover=True)
    try:
        return etree.fromstring(data.strip(b"\0 \r\n\t"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _xmp_texts(xmp: Any, name: str) -> list[str]:
    if xmp is None:
        return []
    return ["".join(node.itertext()) for node in xmp.iter(f"{_DUBLIN_CORE}{name}")]


def _iptc(picture: ImageFile.ImageFile) -> dict[tuple[int, int], str]:
    try:
        found = IptcImagePlugin.getiptcinfo(picture) or {}
    except BROKEN:
        return {}
    return {key: _decoded(value) for key, value in found.items() if isinstance(value, bytes)}


def _decoded(data: bytes) -> str:
    """IPTC says its encoding rarely: UTF-8 if it is, else Windows' own."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
