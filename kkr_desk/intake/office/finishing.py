"""What an office program wrote, looked at and made the same every time: no dates, no random identifiers."""

from __future__ import annotations

from pathlib import Path

import pikepdf

from kkr_desk.intake.conversion import Refused
from kkr_desk.model import FileStatus, Notice
from kkr_desk.pdf.content import UNREADABLE

_DATES = ("/CreationDate", "/ModDate")
_MOMENTS = ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "xmpMM:DocumentID", "xmpMM:InstanceID")


def finish(made: Path, finished: Path) -> None:
    """Copy a PDF that an office program wrote, without what differs from one time to the next.

    Args:
        made: The program's PDF.
        finished: Where it goes.

    Raises:
        Refused: It is no whole PDF, or without pages.
    """
    try:
        with pikepdf.open(made) as pdf:
            if len(pdf.pages) == 0:
                raise Refused(FileStatus.EMPTY, Notice("office-no-pages"))
            _still(pdf)
            pdf.save(finished, deterministic_id=True, min_version="1.7")
    except UNREADABLE as error:
        raise Refused(FileStatus.DAMAGED, Notice("office-not-converted")) from error


def _still(pdf: pikepdf.Pdf) -> None:
    """Take out moments, and the checksum over them that LibreOffice keeps in the trailer."""
    for key in _DATES:
        if key in pdf.docinfo:
            del pdf.docinfo[key]
    if "/DocChecksum" in pdf.trailer:
        del pdf.trailer["/DocChecksum"]
    if "/Metadata" in pdf.Root:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            for name in _MOMENTS:
                if name in metadata:
                    del metadata[name]
    for page in pdf.pages:
        for mark in page.get("/Annots", ()):
            if "/M" in mark:
                del mark["/M"]
