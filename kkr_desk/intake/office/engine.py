"""What an office program does for us, whoever made it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from kkr_desk.intake.office.finding import Maker, Office
from kkr_desk.intake.office.microsoft import MicrosoftOffice
from kkr_desk.intake.office.soffice import Keeper, pdf_target
from kkr_desk.progress import Progress

PDF = "pdf"


class Engine(Protocol):
    """An office program.

    Attributes:
        modern: Kinds that are brought into another one first, so that they can be looked through: the formats from
            before 2007, and those that are seldom met.
    """

    modern: Mapping[str, str]

    def make(
        self, source: Path, kind: str, folder: Path, *, comments: bool, seconds: float, progress: Progress
    ) -> Path | None:
        """Make a file of another kind.

        Args:
            source: The file; its ending is that of its kind.
            kind: "pdf" or one of `modern`'s.
            folder: Where it goes.
            comments: Whether a PDF is to show its comments.
            seconds: Wall time.
            progress: Asked whether to go on.

        Returns:
            The file; None when the program makes nothing of it.

        Raises:
            EnvironmentFault: ``program-timeout``, ``program-missing`` or ``program-not-started``.
            Cancelled: By `progress`.
        """


class LibreOffice:
    """LibreOffice; its own formats hold all that it reads in an old one, pixel for pixel.

    Args:
        soffice: Its program.
    """

    modern: Mapping[str, str] = {
        "doc": "odt",
        "excel-xml": "ods",
        "fodp": "odp",
        "fods": "ods",
        "fodt": "odt",
        "ppt": "odp",
        "rtf": "odt",
        "word-xml": "odt",
        "xls": "ods",
        "xlsb": "ods",
    }

    def __init__(self, soffice: Path) -> None:
        self._soffice = soffice

    def make(
        self, source: Path, kind: str, folder: Path, *, comments: bool, seconds: float, progress: Progress
    ) -> Path | None:
        """As `Engine.make`; one server does it for all files of this process."""
        is_text = source.suffix in {".docx", ".odt"}
        target = pdf_target(comments=comments and is_text) if kind == PDF else kind
        return _KEEPER.make(self._soffice, source, target, folder, seconds=seconds, progress=progress)


_KEEPER = Keeper()


def engine_of(office: Office) -> Engine:
    """What speaks to an office program."""
    return MicrosoftOffice(office.program) if office.maker is Maker.MICROSOFT else LibreOffice(office.program)


def end_office() -> None:
    """End the office program that this process keeps running, if it does."""
    _KEEPER.end()
