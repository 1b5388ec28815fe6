"""What an office program wrote, looked at and made the same every time: no dates, no random identifiers."""

from __future__ import annotations

from pathlib import Path

import pikepdf

from kkr_desk.intake.conversion import Refused
from kkr_desk.model import FileStatus, Notice
from kkr_desk.pdf.content import UNREADABLE

_DATES = ("/CreationDate", "/ModDate")
_OF_MOMENTS = ("/DocChecksum", "/ID")
_XMP = "{http://ns.adobe.com/xap/1.0/}"
_XMP_MEDIA = "{http://ns.adobe.com/xap/1.0/mm/}"
_MOMENTS = {
    f"{_XMP}CreateDate",
    f"{_XMP}ModifyDate",
    f"{_XMP}MetadataDate",
    f"{_XMP_MEDIA}DocumentID",
    f"{_XMP_MEDIA}InstanceID",
}


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
    """Take out moments, the identifier made of them and LibreOffice's checksum over them."""
    for holder, keys in ((pdf.docinfo, _DATES), (pdf.trailer, _OF_MOMENTS)):
        for key in keys:
            if key in holder:
                del holder[key]
    for page in pdf.pages:
        for mark in page.get("/Annots", ()):
            if "/M" in mark:
                del mark["/M"]
    if "/Metadata" in pdf.Root:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            for name in _MOMENTS & set(metadata):
                del metadata[name]
