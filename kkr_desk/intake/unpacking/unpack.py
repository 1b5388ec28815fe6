"""The files that a file encloses, of whatever kind it is. A job of the worker process."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from kkr_desk.errors import UserError
from kkr_desk.intake.conversion import Refused
from kkr_desk.intake.kind import kind_of
from kkr_desk.intake.refusal import refusal
from kkr_desk.intake.unpacking.enclosed import Bounds, Enclosed, Tray
from kkr_desk.model import FileStatus, Notice
from kkr_desk.progress import Progress

Opener = Callable[[Path, Tray, str, Progress], None]
"""Lays what a file encloses on a tray; given the file, the tray, a password ("" without one) and the progress."""

_OPENERS: dict[str, str] = {
    "eml": "mail.files:unpack_mail",
    "mht": "mail.files:unpack_mail",
    "msg": "mail.files:unpack_mail",
    "pdf": "pdf_arrival.enclosed:unpack_pdf",
    "tnef": "mail.files:unpack_mail",
    "zip": "unpacking.zips:unpack_zip",
}
"""Kind to the module and the function in it that opens it; loaded when a file of that kind is unpacked."""

ENCLOSING = frozenset(_OPENERS)
"""Kinds that can enclose files."""


def unpack(
    path: Path,
    name: str,
    kind: str,
    folder: Path,
    *,
    password: str = "",
    bounds: Bounds | None = None,
    progress: Progress,
) -> tuple[Enclosed, ...]:
    """Take the files out of a file.

    Args:
        path: The file.
        name: What it was called when it came.
        kind: What it is, see `kkr_desk.intake.kind`.
        folder: An empty folder of its own, in which they are laid; removed by its caller.
        password: Opens it; kept nowhere.
        bounds: What may come out.
        progress: Told of the work; asked whether to go on.

    Returns:
        The files, in the order in which they stand in it.

    Raises:
        Refused: It cannot be unpacked, or encloses nothing.
        Cancelled: By `progress`.
    """
    if kind not in _OPENERS:
        raise Refused(FileStatus.UNSUPPORTED, refusal(kind))
    module, function = _OPENERS[kind].split(":")
    opener: Opener = getattr(import_module(f"kkr_desk.intake.{module}"), function)
    tray = Tray(folder, bounds)
    try:
        opener(path, tray, password, progress)
    except MemoryError as error:  # a method that packs with a dictionary of gigabytes
        raise Refused(FileStatus.TOO_LARGE, Notice("file-needs-memory")) from error
    if not tray.enclosed:
        raise Refused(FileStatus.EMPTY, Notice("file-encloses-nothing", (("file", name),)))
    return tray.enclosed


def unpack_file(
    path: Path, name: str, folder: Path, password: str, *, progress: Progress
) -> tuple[Enclosed, ...] | Notice:
    """Take the files out of a file of any kind, as a job of the worker process.

    Returns:
        The files, or why there are none.

    Raises:
        UserError: ``file-missing`` or ``file-unreadable``.
    """
    try:
        return unpack(path, name, kind_of(path, name), folder, password=password, progress=progress)
    except Refused as refused:
        return refused.notice
    except FileNotFoundError as error:
        raise UserError("file-missing", file=name) from error
    except OSError as error:
        raise UserError("file-unreadable", file=name, reason=error.strerror or type(error).__name__) from error
