"""Whether the programs that recognise text are there, Danish among their languages. Cheap, and fit for the window."""

from __future__ import annotations

import os
import shutil
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path

LANGUAGE = "dan"
"""Danish alone, which reads English letters too: with English beside it, Tesseract 5.3 read "på" as "pa" in five runs
of six, and not the same each time (*measured*)."""

_DATA = ".traineddata"
_PLACES = (
    "../tessdata",
    "../share/tessdata",
    "../share/tesseract-ocr/5/tessdata",
    "../share/tesseract-ocr/4.00/tessdata",
    "tessdata",
)
"""Where Tesseract's packages keep languages, beside the folder of the program: Debian, Fedora, Homebrew, Windows."""


def recognition_found() -> bool:
    """Whether scans can be made searchable on this machine."""
    return bool(recogniser()) and LANGUAGE in languages()


def recogniser() -> tuple[str, ...]:
    """How OCRmyPDF is called: the program on PATH, or the module of our own Python; empty where it is neither."""
    program = shutil.which("ocrmypdf")
    if program is not None:
        return (program,)
    is_frozen = getattr(sys, "frozen", False)  # then sys.executable is KKR Desk
    return (sys.executable, "-m", "ocrmypdf") if not is_frozen and find_spec("ocrmypdf") is not None else ()


@cache
def languages() -> frozenset[str]:
    """The languages Tesseract knows; none where it is not installed. Looked up once."""
    program = tesseract()
    return frozenset(_known(program)) if program is not None else frozenset()


def tesseract() -> Path | None:
    """Where Tesseract is: on PATH, or where its Windows installer puts it, which leaves PATH alone."""
    found = shutil.which("tesseract")
    if found is not None:
        return Path(found)
    usual = Path(os.environ.get("PROGRAMFILES", "")) / "Tesseract-OCR" / "tesseract.exe"
    return usual if sys.platform == "win32" and usual.is_file() else None


def _known(program: Path) -> set[str]:
    folders = [program.parent / place for place in _PLACES]
    folders += [program.resolve().parent / place for place in _PLACES]
    stated = os.environ.get("TESSDATA_PREFIX")
    if stated:
        folders.append(Path(stated))
    return {file.name.removesuffix(_DATA) for folder in folders for file in folder.glob(f"*{_DATA}")}
