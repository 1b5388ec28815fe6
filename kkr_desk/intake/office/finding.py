"""Where the office program is. Nothing is started to find out, so that the window's process may ask at any time."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kkr_desk.intake.office.registry import registered

VARIABLE = "KKR_DESK_SOFFICE"
"""Environment variable that names LibreOffice's `soffice` where it is kept elsewhere: that one is used, or none."""

_LINUX = ("/usr/lib/libreoffice", "/usr/lib64/libreoffice", "/opt/libreoffice*", "/usr/local/lib/libreoffice")
_MAC = ("/Applications/LibreOffice*.app/Contents/MacOS", "~/Applications/LibreOffice*.app/Contents/MacOS")
_CLOSED_IN = ("/snap/", "/var/lib/flatpak/")
"""LibreOffice in a snap or a flatpak sees neither our work folder nor its own second start."""
_APP_PATHS = r"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths"
_LIBRE_KEYS = (r"SOFTWARE\LibreOffice\UNO\InstallPath", r"SOFTWARE\WOW6432Node\LibreOffice\UNO\InstallPath")
_MICROSOFT = ("winword.exe", "excel.exe", "powerpnt.exe")


class Maker(StrEnum):
    """Whose office program it is."""

    LIBREOFFICE = "libreoffice"
    MICROSOFT = "microsoft"


@dataclass(frozen=True, slots=True)
class Office:
    """An office program that is here.

    Attributes:
        maker: Whose it is.
        program: What is started: `soffice`, or the PowerShell that speaks to Microsoft Office.
    """

    maker: Maker
    program: Path


def office_found() -> Office | None:
    """The office program to be used; None where there is none."""
    named = os.environ.get(VARIABLE)
    if named:
        return Office(Maker.LIBREOFFICE, Path(named)) if Path(named).is_file() else None
    program = next((path for path in _places() if path.is_file()), None)
    if program is not None:
        return Office(Maker.LIBREOFFICE, program)
    shell = _shell_of_microsoft()
    return Office(Maker.MICROSOFT, shell) if shell is not None else None


def _places() -> Iterator[Path]:
    """Where LibreOffice may be, best first."""
    if sys.platform == "win32":
        yield from _places_on_windows()
        return
    for name in ("soffice", "libreoffice"):
        found = shutil.which(name)
        if found is not None and not found.startswith(_CLOSED_IN):
            yield Path(found)
    for folder in _folders(_MAC if sys.platform == "darwin" else _LINUX):
        yield folder / ("soffice" if sys.platform == "darwin" else "program/soffice")


def _folders(patterns: tuple[str, ...]) -> Iterator[Path]:
    """The folders that fit, the newest version of each pattern first."""
    for pattern in patterns:
        place = Path(pattern).expanduser()
        anchor, *parts = place.parts
        yield from sorted(Path(anchor).glob("/".join(parts)), key=_version, reverse=True)


def _version(folder: Path) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", str(folder)))


def _places_on_windows() -> Iterator[Path]:
    folders = [folder for key in _LIBRE_KEYS if (folder := registered(key)) is not None]
    for variable in ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)"):
        root = os.environ.get(variable)
        if root:
            folders += sorted(Path(root).glob("LibreOffice*/program"), key=_version, reverse=True)
    for folder in folders:  # soffice.com ends when its work is done and opens no window
        yield from (folder / "soffice.com", folder / "soffice.exe")


def _shell_of_microsoft() -> Path | None:
    """Windows PowerShell, where Word, Excel and PowerPoint are all there."""
    if not all((program := registered(rf"{_APP_PATHS}\{name}")) and program.is_file() for name in _MICROSOFT):
        return None
    root = os.environ.get("SYSTEMROOT", r"C:\Windows")
    shell = Path(root, "System32", "WindowsPowerShell", "v1.0", "powershell.exe")
    return shell if shell.is_file() else None
