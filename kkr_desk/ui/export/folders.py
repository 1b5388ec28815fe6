"""In which folder a document is proposed to be saved: where the last one went, as long as that folder is there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from kkr_desk.errors import fault_of
from kkr_desk.ui.frame.preferences import Preferences

PURPOSE = "export"
"""What the folders for documents are kept as; the council "" has the one that the settings name."""


@dataclass(frozen=True, slots=True)
class FoundFolder:
    """A folder that was there when it was looked for.

    Attributes:
        folder: The folder.
        gone: The one that would have come before it, were it still there; None when nothing is missing.
    """

    folder: Path
    gone: Path | None = None


def documents_folder() -> Path:
    """The user's folder for documents; their home where there is none."""
    place = QStandardPaths.writableLocation
    documents = Path(place(QStandardPaths.StandardLocation.DocumentsLocation))
    return documents if documents.is_dir() else Path(place(QStandardPaths.StandardLocation.HomeLocation))


def usual_folders(preferences: Preferences, council: str) -> tuple[Path, ...]:
    """Where a council's documents went last, the folder that the settings name, and the user's documents.

    Args:
        preferences: Where folders are kept; those may be gone since.
        council: Its name; "" for the folder of the settings.
    """
    kept = (preferences.folder(PURPOSE, council), preferences.folder(PURPOSE, ""))
    return tuple(dict.fromkeys((*filter(None, kept), documents_folder())))


def usual_folder(preferences: Preferences, council: str) -> Path:
    """The first of `usual_folders`."""
    return usual_folders(preferences, council)[0]


def first_that_exists(folders: Iterable[Path]) -> FoundFolder:
    """The best folder that is there. Asks the disk, which may be at the other end of a network: not on the GUI thread.

    Args:
        folders: Best first; the last is taken as it is.
    """
    first, *others = folders
    if first.is_dir() or not others:
        return FoundFolder(first)
    return FoundFolder(first_that_exists(others).folder, first)


def make_folder(folder: Path) -> None:
    """Make a folder, and those it stands in.

    Raises:
        EnvironmentFault: The machine would not.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise fault_of(error) from error
