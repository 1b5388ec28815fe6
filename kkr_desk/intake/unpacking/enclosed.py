"""A file that stood inside another, and the tray in which such files are laid: safe names, bounded bytes and count."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kkr_desk.intake.conversion import Refused
from kkr_desk.model import FileStatus, Notice

MEGABYTE = 1 << 20

_LONGEST_NAME = 120
"""Characters of a file's name on the disk: 255 bytes everywhere, and Windows wants its whole path below 260."""
_LONGEST_SHOWN = 400
"""Characters of a name as people see it, its folders among them."""
_LONGEST_ENDING = 16
_FOLDERS_SHOWN = 12
"""Folders within folders that are kept in a name; a name that has more keeps the innermost."""

_SEPARATORS = re.compile(r"[/\\]+")
_DRIVE = re.compile(r"^[A-Za-z]:")
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(?:\..*)?$", re.IGNORECASE)
"""Names that Windows takes for devices, also with an ending (its documentation, "Naming Files, Paths")."""
_UNSEEN = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
"""Categories of characters that are not seen: control characters, and those that turn the writing direction, by which
"gpj.exe" is shown as "exe.jpg"."""
_NAMELESS = "uden navn"


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file that was taken out of another.

    Attributes:
        name: As people see it, the folders that it stood in before it: "2.1 Budget/Bilag 2 - Oversigt.pdf".
        path: Where it is now; its name there is safe on every system: the last part of `name` where it can be.
    """

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class Bounds:
    """What may come out of one file, all that is packed within what is packed among it.

    Attributes:
        most_files: Files.
        most_bytes: Bytes of all.
        most_depth: Packed files within packed files that are opened.
    """

    most_files: int = 500
    most_bytes: int = 2048 * MEGABYTE
    most_depth: int = 2


class Tray:
    """Where files that are taken out of another are laid, each in a numbered folder of its own.

    Args:
        folder: An empty folder.
        bounds: What may be laid there.
    """

    def __init__(self, folder: Path, bounds: Bounds | None = None) -> None:
        self._folder = folder
        self.bounds = bounds or Bounds()
        self._enclosed: list[Enclosed] = []
        self._bytes = 0
        self._count = 0

    @property
    def enclosed(self) -> tuple[Enclosed, ...]:
        """What lies there, in the order in which it came."""
        return tuple(self._enclosed)

    @property
    def room(self) -> int:
        """Bytes that may still be laid there."""
        return self.bounds.most_bytes - self._bytes

    def put(self, name: str, content: Iterable[bytes]) -> Enclosed:
        """Write a file, piece by piece.

        Args:
            name: As the file that it stood in calls it; any text.
            content: Its bytes; pieces should be small, since each is held in memory.

        Raises:
            Refused: It is one file or one byte too many.
            OSError: It could not be written.
        """
        if self._count >= self.bounds.most_files:
            raise Refused(FileStatus.TOO_LARGE, Notice("file-encloses-many", (("limit", str(self.bounds.most_files)),)))
        self._count += 1
        shown = shown_name(name)
        folder = self._folder / f"{self._count:03}"
        folder.mkdir(parents=True)
        enclosed = Enclosed(shown, folder / safe_name(shown))
        with enclosed.path.open("xb") as file:
            for piece in content:
                self._bytes += len(piece)
                if self.room < 0:
                    raise too_much(self.bounds)
                file.write(piece)
        self._enclosed.append(enclosed)
        return enclosed

    def take_back(self, enclosed: Enclosed) -> None:
        """Take away a file: what was in it is laid there instead."""
        self._bytes -= enclosed.path.stat().st_size
        enclosed.path.unlink()
        self._enclosed.remove(enclosed)


def too_much(bounds: Bounds) -> Refused:
    """Why a file that unpacks to too many bytes is not unpacked."""
    return Refused(FileStatus.TOO_LARGE, Notice("file-encloses-much", (("limit", str(bounds.most_bytes // MEGABYTE)),)))


def shown_name(name: str) -> str:
    """A name as people see it: NFC, on one line, forward slashes, neither drive nor "..", a bounded length."""
    parts = [_plain(part) for part in _SEPARATORS.split(_DRIVE.sub("", name))]
    kept = [part for part in parts if part.strip(". ")] or [_NAMELESS]
    *folders, file = kept
    file = _shorten(file, _LONGEST_SHOWN // 2)
    folders = [_shorten(part, _LONGEST_NAME) for part in folders[-_FOLDERS_SHOWN:]]
    while folders and sum(map(len, folders)) + len(folders) + len(file) > _LONGEST_SHOWN:
        del folders[0]
    return "/".join([*folders, file])


def safe_name(name: str) -> str:
    """The last part of a name as a file may be called on every system."""
    last = _FORBIDDEN.sub("_", _plain(PurePosixPath(_SEPARATORS.sub("/", name)).name)).rstrip(". ")
    if _RESERVED.match(last):
        last = f"_{last}"
    return _shorten(last, _LONGEST_NAME).lstrip() or _NAMELESS


def _plain(part: str) -> str:
    """A part of a name without what cannot be seen, on one line."""
    visible = "".join(
        " " if character.isspace() else character
        for character in unicodedata.normalize("NFC", part)
        if character.isspace() or unicodedata.category(character) not in _UNSEEN
    )
    return " ".join(visible.split())


def _shorten(name: str, most: int) -> str:
    """A name of at most so many characters that keeps its ending; below 255 bytes in UTF-8 with it."""
    stem, dot, ending = name.rpartition(".")
    if not stem or len(ending) > _LONGEST_ENDING:
        stem, dot, ending = name, "", ""
    stem = stem[: most - len(dot + ending)]
    while len((stem + dot + ending).encode("utf-8")) > 2 * most:
        stem = stem[:-1]
    return (stem.rstrip(". ") if not dot else stem) + dot + ending
