"""What is said of a kind of file that nothing makes a PDF of."""

from __future__ import annotations

from kkr_desk.intake.kind import EMPTY, GARBLED, UNKNOWN
from kkr_desk.model import Notice

_GROUPS = {
    "file-apple": ("iwork",),
    "file-archive": ("7z", "archive", "bz2", "cab", "gz", "rar", "tar", "xz", "zip", "zst"),
    "file-book": ("epub",),
    "file-database": ("database",),
    "file-disk-image": ("disk-image",),
    "file-drawing": ("drawing", "odg"),
    "file-empty": (EMPTY,),
    "file-excel": ("excel-xml", "fods", "ods", "xls", "xlsb", "xlsx"),
    "file-font": ("font",),
    "file-garbled": (GARBLED,),
    "file-link": ("lnk", "url"),
    "file-mail": ("eml", "mht", "msg", "tnef"),
    "file-media": ("media",),
    "file-not-pdf": ("ole", "postscript", "xps"),
    "file-office-password": ("office-encrypted",),
    "file-old": ("old-office",),
    "file-onenote": ("one",),
    "file-picture": ("bmp", "gif", "heic", "jpeg", "picture", "png", "svg", "tiff", "webp"),
    "file-powerpoint": ("fodp", "odp", "ppt", "pptx"),
    "file-program": ("program",),
    "file-script": ("script",),
    "file-sealed": ("sealed",),
    "file-text": ("text",),
    "file-unknown": (UNKNOWN,),
    "file-web-page": ("html",),
    "file-word": ("doc", "docx", "fodt", "odt", "rtf", "word-xml"),
}
_NOTICE_OF_KIND = {kind: code for code, kinds in _GROUPS.items() for kind in kinds}


def refusal(kind: str) -> Notice:
    """Why a file of this kind cannot be included, and what to do."""
    return Notice(_NOTICE_OF_KIND.get(kind, "file-not-pdf"), (("kind", kind),))
