"""A file of any kind becomes a PDF, or a clear reason why not: what every converter is given and hands back.

A converter runs in the worker process. It reads the file it is given and writes into its work folder alone; nothing
that the file says is obeyed (docs/security.md).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from kkr_desk.model import FileStatus, Notice, Particulars, Treatment
from kkr_desk.progress import Progress


@dataclass(frozen=True, slots=True)
class Request:
    """What a converter is to do.

    Attributes:
        path: The file as it came; it is not written to, and its name says nothing (content files bear their hash).
        name: What it was called when it came.
        kind: What its bytes are, see `kkr_desk.intake.kind`.
        folder: An empty folder of its own for whatever it writes; removed by its caller.
        treatment: What the caseworker has decided.
        password: Opens the file, "" without one; kept nowhere.
    """

    path: Path
    name: str
    kind: str
    folder: Path
    treatment: Treatment = field(default_factory=Treatment)
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Made:
    """The PDF that a converter made.

    Attributes:
        pdf: The PDF: in the work folder, or the file itself.
        notices: What to tell the caseworker of the making, beside what looking at the PDF will tell.
        particulars: What the file says of itself where the PDF would not.
    """

    pdf: Path
    notices: tuple[Notice, ...] = ()
    particulars: Particulars = field(default_factory=Particulars)


class Refused(Exception):  # noqa: N818  not an error: it becomes a status
    """Why a file cannot be included.

    Args:
        status: What comes of it.
        notice: What to tell the caseworker, with what to do about it.
    """

    def __init__(self, status: FileStatus, notice: Notice) -> None:
        super().__init__(status, notice)
        self.status = status
        self.notice = notice

    def __reduce__(self) -> tuple[object, ...]:
        """Survive a pipe."""
        return Refused, (self.status, self.notice)


Converter = Callable[[Request, Progress], Made]

_CONVERTERS: dict[str, str] = {
    "bmp": "pictures",
    "doc": "office.conversion",
    "docx": "office.conversion",
    "eml": "mail.files",
    "excel-xml": "office.conversion",
    "fodp": "office.conversion",
    "fods": "office.conversion",
    "fodt": "office.conversion",
    "gif": "pictures",
    "heic": "pictures",
    "html": "writing.web_file",
    "jpeg": "pictures",
    "mht": "mail.files",
    "msg": "mail.files",
    "odp": "office.conversion",
    "ods": "office.conversion",
    "odt": "office.conversion",
    "office-encrypted": "office.conversion",
    "pdf": "pdf_arrival",
    "png": "pictures",
    "ppt": "office.conversion",
    "pptx": "office.conversion",
    "rtf": "office.conversion",
    "text": "writing.text_file",
    "tiff": "pictures",
    "tnef": "mail.files",
    "webp": "pictures",
    "word-xml": "office.conversion",
    "xls": "office.conversion",
    "xlsb": "office.conversion",
    "xlsx": "office.conversion",
    "zip": "unpacking.packed_folder",
}
"""Kind to the module that has its `convert`, a `Converter`; loaded when a file of that kind comes."""


def converter_of(kind: str) -> Converter | None:
    """What makes a PDF of a kind of file; None where nothing does."""
    module = _CONVERTERS.get(kind)
    if module is None:
        return None
    converter: Converter = import_module(f"kkr_desk.intake.{module}").convert
    return converter
