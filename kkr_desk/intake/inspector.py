"""The inspector looks at files in a worker process and always comes back with a rendition.

It imports neither pikepdf nor PDFium: its own process may be the window's.
"""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from kkr_desk import worker
from kkr_desk.errors import Defect, EnvironmentFault, UserError
from kkr_desk.intake.kind import EMPTY, PDF, UNKNOWN, kind_of
from kkr_desk.model import FileStatus, Notice, Rendition, Sha256
from kkr_desk.progress import NullProgress, Progress

MEGABYTE = 1 << 20

_log = logging.getLogger(__name__)

_GROUPS = {
    "file-word": ("doc", "docx", "odt", "rtf"),
    "file-excel": ("xls", "xlsx", "ods"),
    "file-powerpoint": ("ppt", "pptx", "odp"),
    "file-picture": ("jpeg", "png", "tiff", "gif", "bmp", "webp", "heic"),
    "file-mail": ("msg", "eml"),
    "file-web-page": ("html",),
    "file-text": ("text",),
    "file-archive": ("zip", "archive"),
    "file-program": ("program",),
    "file-office-password": ("office-encrypted",),
    "file-empty": (EMPTY,),
    "file-not-pdf": ("ole", "postscript", UNKNOWN),
}
_NOTICE_OF_KIND = {kind: code for code, kinds in _GROUPS.items() for kind in kinds}
_OUTCOMES = {
    "worker-died": (FileStatus.DAMAGED, "file-stops-reader"),
    "worker-timeout": (FileStatus.TIMEOUT, "file-takes-too-long"),
    "worker-memory": (FileStatus.TOO_LARGE, "file-needs-memory"),
}


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may take.

    Attributes:
        seconds: Wall time, to which the next two are added.
        seconds_per_page: For each of its pages.
        seconds_per_megabyte: For each MiB of it.
        memory: Bytes of address space beyond the file's own length (POSIX only, see `kkr_desk.worker.process`).
        most_pages: Longest PDF.
        most_bytes: Largest file.
    """

    seconds: float = 30.0
    seconds_per_page: float = 0.5
    seconds_per_megabyte: float = 0.2
    memory: int = 2 << 30
    most_pages: int = 20_000
    most_bytes: int = 2 << 30


class Inspector:
    """Looks at one file after the other in one worker process; a context manager.

    A file that crashes the process, hangs or wants too much memory is tried once more without drawing it, since
    drawing is what hostile pages attack and what an attachment can do without.

    Args:
        limits: What one file may take.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._worker = worker.Worker()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the worker process."""
        self._worker.close()

    def inspect(
        self, path: Path, source: Sha256, progress: Progress | None = None, *, name: str | None = None
    ) -> Rendition:
        """Look at a file.

        Args:
            path: The file.
            source: SHA-256 of its bytes.
            progress: Told of pages done, of all.
            name: What the file was called when it came, where `path` no longer says; see `kind_of`.

        Returns:
            Its rendition with pages; what is wrong with a file is its status.

        Raises:
            UserError: ``file-missing`` or ``file-unreadable``.
            Cancelled: By `progress`.
        """
        name = path.name if name is None else name
        size = _size(path, name)
        if size > self.limits.most_bytes:
            facts = (("size", str(size // MEGABYTE)), ("limit", str(self.limits.most_bytes // MEGABYTE)))
            return Rendition(source, FileStatus.TOO_LARGE, kind=PDF, warnings=(Notice("file-too-large", facts),))
        try:
            return self._inspect(path, source, name, size, progress or NullProgress())
        except EnvironmentFault as fault:
            if fault.code not in _OUTCOMES:
                raise
            status, code = _OUTCOMES[fault.code]
            return Rendition(source, status, warnings=(Notice(code),))
        except Defect as defect:
            _log.error("inspection failed: %s\n%s", defect.facts.get("error"), defect.facts.get("traceback"))
            return Rendition(source, FileStatus.DAMAGED, warnings=(Notice("file-damaged"),))

    def _inspect(self, path: Path, source: Sha256, name: str, size: int, progress: Progress) -> Rendition:
        limits = worker.Limits(
            self.limits.seconds + self.limits.seconds_per_megabyte * size / MEGABYTE,
            self.limits.seconds_per_page,
            self.limits.memory + size,
        )
        arguments = (path, source, name, self.limits.most_pages)
        try:
            return self._worker.run(inspect_file, *arguments, True, limits=limits, progress=progress)  # noqa: FBT003
        except EnvironmentFault as fault:
            if fault.code not in _OUTCOMES:
                raise
        return self._worker.run(inspect_file, *arguments, False, limits=limits, progress=progress)  # noqa: FBT003


def inspect_file(
    path: Path,
    source: Sha256,
    name: str,
    most_pages: int,
    draw: bool,  # noqa: FBT001  the worker passes arguments by position
    *,
    progress: Progress,
) -> Rendition:
    """Look at a file in this process: what it is, and if it is a PDF, at every page.

    Args:
        path: The file.
        source: SHA-256 of its bytes.
        name: What it was called when it came.
        most_pages: Longest PDF that is taken.
        draw: Whether to draw the pages' edges.
        progress: Told of every page.
    """
    try:
        kind = kind_of(path, name)
    except OSError as error:
        raise UserError("file-unreadable", file=name, reason=error.strerror or type(error).__name__) from error
    if kind != PDF:
        status = FileStatus.EMPTY if kind == EMPTY else FileStatus.UNSUPPORTED
        return Rendition(source, status, kind=kind, warnings=(Notice(_NOTICE_OF_KIND[kind], (("kind", kind),)),))
    from kkr_desk.intake.inspection import inspect_pdf  # noqa: PLC0415  only in the worker: see the module's docstring

    return inspect_pdf(path, source, most_pages, draw=draw, progress=progress)


def inspect_files(
    paths: Sequence[Path], inspector: Inspector, progress: Progress | None = None
) -> Iterator[tuple[Path, Rendition, float]]:
    """Look at files without storing anything.

    Args:
        paths: The files.
        inspector: Does the looking.
        progress: Told of each file's pages.

    Yields:
        A file, its rendition with pages, and the seconds that looking at it took, hashing included.

    Raises:
        UserError: ``file-missing``, before any file is looked at; ``file-unreadable``.
        Cancelled: By `progress`.
    """
    for path in paths:
        _size(path, path.name)
    for path in paths:
        start = time.monotonic()
        rendition = inspector.inspect(path, hash_of(path), progress)
        yield path, rendition, time.monotonic() - start


def _size(path: Path, name: str) -> int:
    """A file's length in bytes."""
    try:
        if not path.is_file():
            raise UserError("file-missing", file=name)
        return path.stat().st_size
    except OSError as error:
        raise UserError("file-unreadable", file=name, reason=error.strerror or type(error).__name__) from error


def hash_of(path: Path) -> Sha256:
    """SHA-256 of a file that is to be looked at.

    Raises:
        UserError: ``file-unreadable``.
    """
    try:
        with path.open("rb") as file:
            return Sha256(hashlib.file_digest(file, "sha256").hexdigest())
    except OSError as error:
        raise UserError("file-unreadable", file=path.name, reason=error.strerror or type(error).__name__) from error
