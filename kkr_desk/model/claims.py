"""What the ending of a file's name claims, and whether its bytes agree."""

from __future__ import annotations

from kkr_desk.model.rendition import FileStatus, Notice, Rendition

_ENDINGS = {
    "pdf": "pdf",
    "doc": "doc dot office-encrypted",
    "docx": "docx docm dotx dotm office-encrypted",
    "xls": "xls xlt office-encrypted",
    "xlsx": "xlsx xlsm xltx xltm xlsb office-encrypted",
    "excel-xml": "xml",
    "word-xml": "xml",
    "ppt": "ppt pps pot office-encrypted",
    "pptx": "pptx pptm ppsx ppsm potx potm office-encrypted",
    "odt": "odt ott fodt",
    "ods": "ods ots fods",
    "odp": "odp otp fodp",
    "odg": "odg otg",
    "rtf": "rtf",
    "html": "html htm xhtml mht mhtml",
    "mht": "mht mhtml",
    "text": "txt text csv tsv tab md markdown log xml json ini ics vcf",
    "jpeg": "jpg jpeg jpe jfif",
    "png": "png",
    "tiff": "tif tiff",
    "gif": "gif",
    "bmp": "bmp dib",
    "webp": "webp",
    "heic": "heic heif hif avif",
    "svg": "svg",
    "msg": "msg",
    "eml": "eml",
    "tnef": "tnef winmail",
    "zip": "zip",
    "script": "bas bat cmd com command csh hta js jse lua mjs php pl ps1 ps1xml psd1 psm1 py pyw rb reg scpt sct sh "
    "bash shs ts vb vbe vbs wsc wsf wsh",
    "url": "url desktop webloc website rdp ica library-ms search-ms searchconnector-ms settingcontent-ms",
}
"""Kind to the endings that mean it."""

_KINDS: dict[str, frozenset[str]] = {}
for _kind, _endings in _ENDINGS.items():
    for _ending in _endings.split():
        if _ending != "office-encrypted":
            _KINDS[_ending] = _KINDS.get(_ending, frozenset()) | {_kind}
            if "office-encrypted" in _endings:
                _KINDS[_ending] |= {"office-encrypted"}

_SAME = {"com": frozenset({"script", "program"}), "dat": frozenset({"tnef"})}
"""Endings that mean several things."""

_CALLED = {
    "doc": ".doc",
    "docx": ".docx",
    "eml": ".eml",
    "excel-xml": ".xml",
    "gif": ".gif",
    "heic": ".heic",
    "html": ".html",
    "jpeg": ".jpg",
    "mht": ".mht",
    "msg": ".msg",
    "odp": ".odp",
    "ods": ".ods",
    "odt": ".odt",
    "pdf": ".pdf",
    "png": ".png",
    "ppt": ".ppt",
    "pptx": ".pptx",
    "rtf": ".rtf",
    "text": ".txt",
    "tiff": ".tif",
    "tnef": "winmail.dat",
    "webp": ".webp",
    "word-xml": ".xml",
    "xls": ".xls",
    "xlsx": ".xlsx",
    "zip": ".zip",
}
"""Kinds that can be taken in, and what their files are usually called. Those that cannot have a sentence of their own
that says what they are."""


def ending_of(name: str) -> str:
    """The ending of a name in small letters without its dot; "" without one."""
    stem, dot, ending = name.rpartition(".")
    return ending.strip().casefold() if dot and stem else ""


def claimed(name: str) -> frozenset[str]:
    """The kinds that the ending of a name may mean; none for an ending that claims nothing."""
    ending = ending_of(name)
    return _SAME.get(ending) or _KINDS.get(ending, frozenset())


def notices_of(rendition: Rendition, name: str) -> tuple[Notice, ...]:
    """What to tell of a file under a name: what came of looking at its bytes, and whether the name says otherwise.

    The same bytes may have come under several names, so only the first is kept with the rendition.

    Args:
        rendition: What came of looking at it.
        name: What the file was called when it came.
    """
    is_known = rendition.status is FileStatus.OK or rendition.kind != "pdf"  # what nobody could look at counts as one
    said = claim(rendition.kind, name) if is_known else None
    return rendition.warnings if said is None else (said, *rendition.warnings)


def claim(kind: str, name: str) -> Notice | None:
    """What to tell of a name that claims another kind than the bytes are; None where they agree.

    Args:
        kind: What the bytes are.
        name: What the file was called when it came.
    """
    kinds = claimed(name)
    if not kinds or kind in kinds or kind not in _CALLED:
        return None
    return Notice("file-kind-differs", (("ending", f".{ending_of(name)}"), ("kind", _CALLED[kind])))
