"""LibreOffice as the second opinion on a Word file: it lays the document out afresh, after an update if asked."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

_PATIENCE = 80
"""Seconds. A page that cannot be filled keeps LibreOffice busy for ever."""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Indeks"/></library:library>"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Indeks" script:language="StarBasic">
Sub Opdater(kilde As String, maal As String)
  Dim skjult(0) As New com.sun.star.beans.PropertyValue
  skjult(0).Name = "Hidden"
  skjult(0).Value = True
  dokument = StarDesktop.loadComponentFromURL(kilde, "_blank", 0, skjult())
  indekser = dokument.getDocumentIndexes()
  For n = 0 To indekser.getCount() - 1
    indekser.getByIndex(n).update()
  Next n
  dokument.getTextFields().refresh()
  Dim form(0) As New com.sun.star.beans.PropertyValue
  form(0).Name = "FilterName"
  form(0).Value = "writer_pdf_Export"
  dokument.storeToURL(maal, form())
  dokument.close(True)
End Sub
</script:module>"""


@dataclass(frozen=True, slots=True)
class Laid:
    """A document as LibreOffice lays it out: the text of each page, and the PDF."""

    pages: tuple[str, ...]
    pdf: Path


def laid_out(soffice: Path, file: Path, folder: Path) -> Laid:
    """Convert a document to PDF.

    Args:
        soffice: The program.
        file: The document.
        folder: An empty or missing folder, for the program's profile and the PDF.
    """
    folder.mkdir(exist_ok=True)
    _run(soffice, folder, "--convert-to", "pdf", "--outdir", str(folder), str(file))
    return _read(folder / f"{file.stem}.pdf")


def updated(soffice: Path, file: Path, folder: Path) -> Laid:
    """Bring the index of a document up to date, as F9 does, and convert what comes of it to PDF; as `laid_out`."""
    _run(soffice, folder, "--terminate_after_init")  # a first start writes a profile over what is there
    library = folder / "profil" / "user" / "basic" / "Standard"
    (library / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    (library / "Indeks.xba").write_text(_MODULE, encoding="utf-8")
    target = folder / f"{file.stem}.pdf"
    _run(soffice, folder, f'macro:///Standard.Indeks.Opdater("{file.as_uri()}","{target.as_uri()}")')
    return _read(target)


def squeezed(text: str) -> str:
    """A text without white space and hyphens at line ends, which each program sets in its own way."""
    return "".join(char for char in text if not char.isspace() and char not in "\u00ad\u0002\ufffe-–")


def _run(soffice: Path, folder: Path, *words: str) -> None:
    profile = (folder / "profil").as_uri()
    command = [str(soffice), f"-env:UserInstallation={profile}", "--headless", *words]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        assert process.wait(_PATIENCE) == 0
    except subprocess.TimeoutExpired:
        if sys.platform != "win32":  # what it has started itself would go on
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        raise


def _read(pdf: Path) -> Laid:
    document = pypdfium2.PdfDocument(pdf)
    pages = []
    for page in document:
        text = page.get_textpage()
        pages.append(str(text.get_text_range()))
        text.close()
        page.close()
    document.close()
    return Laid(tuple(pages), pdf)
