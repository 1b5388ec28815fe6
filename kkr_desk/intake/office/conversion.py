"""The converter of Office files: made ready, given to the office program, and its PDF looked at."""

from __future__ import annotations

import shutil
import time
from dataclasses import replace
from pathlib import Path

from kkr_desk.intake.conversion import Made, Refused, Request
from kkr_desk.intake.kind import kind_of
from kkr_desk.intake.office.engine import PDF, Engine, engine_of
from kkr_desk.intake.office.finding import office_found
from kkr_desk.intake.office.finishing import finish
from kkr_desk.intake.papers import prepare
from kkr_desk.intake.papers.passwords import open_office
from kkr_desk.intake.refusal import refusal
from kkr_desk.model import FileStatus, Notice
from kkr_desk.progress import Progress, Share

SECONDS = 56.0
"""Wall time for one file: a little less than its job has, so that a file which takes too long costs no worker."""
SECONDS_PER_MEGABYTE = 1.9

LOCKED = "office-encrypted"
"""Kind of a Word, Excel or PowerPoint file with a password: which of them it is, is locked too."""

_LOOKED_THROUGH = ("docx", "odp", "ods", "odt", "pptx", "xlsx")
_IN_ONE_FILE = ("excel-xml", "fodp", "fods", "fodt", "word-xml")
"""Kinds that are one XML file."""
_DECLARATION = b"<!DOCTYPE"
_IN_LOCKED = ("docx", "xlsx", "pptx", "xlsb")
_WITH_PASSWORDS = (LOCKED, "doc", "xls", "ppt")
_MEGABYTE = 1 << 20
_PARTS = 10
"""Steps of progress: the first to make the paper ready."""


def convert(request: Request, progress: Progress) -> Made:
    """Make a PDF of a Word, Excel, PowerPoint, OpenDocument or RTF file.

    Args:
        request: The file.
        progress: Told of the work; asked whether to go on.

    Raises:
        Refused: There is no office program here, it makes nothing of the file, or the file is locked.
        EnvironmentFault: ``program-timeout``, ``program-missing`` or ``program-not-started``.
        Cancelled: By `progress`.
    """
    office = office_found()
    if office is None:
        raise Refused(FileStatus.UNSUPPORTED, Notice("office-missing", (("kind", request.kind),)))
    seconds = SECONDS + SECONDS_PER_MEGABYTE * request.path.stat().st_size / _MEGABYTE
    work = _Work(engine_of(office), time.monotonic() + seconds, progress)
    prepared = prepare(work.modern(_opened(request)), Share(progress, 0, 1, _PARTS, "office-prepare"))
    made = work.make(prepared.path, PDF, request.folder / "made", comments=prepared.show_comments)
    pdf = request.folder / "rendition.pdf"
    finish(made, pdf)
    return Made(pdf, prepared.notices, prepared.particulars)


def _opened(request: Request) -> Request:
    """The same file without its password.

    Raises:
        Refused: The password is missing or another one, or what it locks is no Office file.
    """
    if request.kind not in _WITH_PASSWORDS:
        return request
    path = open_office(request)
    if request.kind != LOCKED:
        return replace(request, path=path)
    kind = kind_of(path)
    if kind not in _IN_LOCKED:
        raise Refused(FileStatus.UNSUPPORTED, Notice("file-encryption-unsupported"))
    return replace(request, path=path, kind=kind)


def _declares(path: Path) -> bool:
    """Whether an XML file has declarations, which entities are made with (XML 1.0, 2.8); Office programs write none."""
    before = b""
    with path.open("rb") as file:
        while piece := file.read(_MEGABYTE):
            if _DECLARATION in (before + piece).replace(b"\0", b"").upper():
                return True
            before = piece[-2 * len(_DECLARATION) :]
    return False


class _Work:
    """What an office program is to do for one file.

    Args:
        engine: The program.
        end: When it must be done, by the monotonic clock.
        progress: Of all the work on the file.
    """

    def __init__(self, engine: Engine, end: float, progress: Progress) -> None:
        self._engine = engine
        self._end = end
        self._progress = Share(progress, 1, _PARTS - 1, _PARTS, "office-convert")

    def modern(self, request: Request) -> Request:
        """The same file in a format that can be looked through.

        Raises:
            Refused: The program does not read it, or it is XML that declares what it is built of by itself.
        """
        if request.kind in _LOOKED_THROUGH:
            return request
        kind = self._engine.modern.get(request.kind)
        if kind is None:
            raise Refused(FileStatus.UNSUPPORTED, refusal(request.kind))
        if request.kind in _IN_ONE_FILE and _declares(request.path):
            raise Refused(FileStatus.DAMAGED, Notice("office-built-oddly"))
        source = request.folder / f"came.{request.kind.rpartition('-')[2]}"
        shutil.copyfile(request.path, source)
        return replace(request, path=self.make(source, kind, request.folder / "modern"), kind=kind)

    def make(self, source: Path, kind: str, folder: Path, *, comments: bool = False) -> Path:
        """A file of another kind.

        Raises:
            Refused: The program makes none.
        """
        folder.mkdir()
        left = max(self._end - time.monotonic(), 1.0)
        made = self._engine.make(source, kind, folder, comments=comments, seconds=left, progress=self._progress)
        if made is None:
            raise Refused(FileStatus.DAMAGED, Notice("office-not-converted"))
        return made
