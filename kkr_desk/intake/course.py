"""The course of one file: which jobs a worker is given for it, one after the other, and what comes of them.

A course is a generator: it yields jobs, is sent what they return or thrown what they raise, and returns what came of
the file. So one thread can drive as many courses as there are workers.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from kkr_desk import worker
from kkr_desk.errors import Defect, EnvironmentFault, UserError
from kkr_desk.intake.conversion import Request
from kkr_desk.intake.digest import hash_of
from kkr_desk.intake.kind import PDF
from kkr_desk.intake.looking import Converted, convert_file, inspect_file
from kkr_desk.model import FileStatus, Notice, Particulars, Reading, Rendition, Sha256, Shown, Treatment
from kkr_desk.progress import NullProgress, Progress
from kkr_desk.worker.crew import Course, Job
from kkr_desk.worker.work_folder import job_folder

MEGABYTE = 1 << 20
_FIRST_SHARE = 2 / 3
"""Of the time for looking at a file, what the first look may take; the rest is for the one without drawing."""

_log = logging.getLogger(__name__)

_OUTCOMES = {
    "worker-died": (FileStatus.DAMAGED, "file-stops-reader"),
    "worker-timeout": (FileStatus.TIMEOUT, "file-takes-too-long"),
    "worker-memory": (FileStatus.TOO_LARGE, "file-needs-memory"),
    "program-timeout": (FileStatus.TIMEOUT, "file-takes-too-long"),
    "program-memory": (FileStatus.TOO_LARGE, "file-needs-memory"),
    "program-died": (FileStatus.DAMAGED, "file-stops-reader"),
}

_MADE_ANEW = frozenset({"pdf-form-letters", "pdf-repaired"})
"""What is said of a PDF that may be better for being written anew."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may take.

    Attributes:
        seconds: Wall time of looking at it, both times if need be; the next two are added to each.
        seconds_per_page: For each of its pages.
        seconds_per_megabyte: For each MiB of it.
        conversion_seconds: Wall time of making a PDF of it, to which the next is added.
        conversion_seconds_per_megabyte: For each MiB of it.
        memory: Bytes of address space beyond the file's own length.
        most_pages: Longest PDF.
        most_bytes: Largest file.
    """

    seconds: float = 30.0
    seconds_per_page: float = 0.5
    seconds_per_megabyte: float = 0.2
    conversion_seconds: float = 60.0
    conversion_seconds_per_megabyte: float = 2.0
    memory: int = 2 << 30
    most_pages: int = 20_000
    most_bytes: int = 2 << 30


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file that is to be taken in.

    Attributes:
        path: The file.
        treatment: What the caseworker has decided of it.
        password: Opens it, "" without one; kept nowhere.
        called: What it was called when it came, where `path` no longer says; "" where it does.
    """

    path: Path
    treatment: Treatment = field(default_factory=Treatment)
    password: str = field(default="", repr=False)
    called: str = ""

    @property
    def name(self) -> str:
        """What it is called."""
        return self.called or self.path.name


def _forget(_: Path) -> None:
    """Keep nothing."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that is to be looked at.

    Attributes:
        path: The file.
        source: SHA-256 of its bytes.
        name: What it was called when it came; see `kkr_desk.intake.kind.kind_of`.
        treatment: What the caseworker has decided of it.
        password: Opens it, "" without one; kept nowhere.
        progress: Told of the work done on it.
        keep: Called with the PDF that was made of the file, which is gone afterwards; not called where the file itself
            is the PDF, or there is none.
    """

    path: Path
    source: Sha256
    name: str
    treatment: Treatment = field(default_factory=Treatment)
    password: str = field(default="", repr=False)
    progress: Progress = field(default_factory=NullProgress, repr=False)
    keep: Callable[[Path], object] = field(default=_forget, repr=False)


def course(file: Incoming, limits: Limits) -> Course[Rendition]:
    """Everything that is done with one file.

    Args:
        file: The file.
        limits: What it may take.

    Returns:
        Its rendition with pages; what is wrong with a file is its status.

    Raises:
        UserError: ``file-missing`` or ``file-unreadable``.
        EnvironmentFault: The machine is at fault, not the file.
    """
    size = size_of(file.path, file.name)
    if size > limits.most_bytes:
        facts = (("size", str(size // MEGABYTE)), ("limit", str(limits.most_bytes // MEGABYTE)))
        return _refused(file, FileStatus.TOO_LARGE, Notice("file-too-large", facts))
    try:
        first = yield from _look(file.path, file.source, file.name, limits)
        if not _wants_conversion(first, file):
            return replace(first, treatment=file.treatment)
        with job_folder() as folder:
            return (yield from _converted(file, first, folder, limits))
    except EnvironmentFault as fault:
        if fault.code not in _OUTCOMES:
            raise
        status, code = _OUTCOMES[fault.code]
        return _refused(file, status, Notice(code))
    except Defect as defect:
        _log.error("inspection failed: %s\n%s", defect.facts.get("error"), defect.facts.get("traceback"))
        return _refused(file, FileStatus.DAMAGED, Notice("file-damaged"))


def _look(path: Path, source: Sha256, name: str, limits: Limits) -> Course[Rendition]:
    """Look at a file as it is.

    One that crashes the process, hangs or wants too much memory is tried once more without drawing it, since drawing
    is what hostile pages attack and what an attachment can do without.
    """
    bounds = _bounds(path, limits, limits.seconds * _FIRST_SHARE, limits.seconds_per_megabyte)
    arguments = (path, source, name, limits.most_pages)
    seen: Rendition
    try:
        seen = yield Job(inspect_file, (*arguments, True), bounds)
    except EnvironmentFault as fault:
        if fault.code not in _OUTCOMES:
            raise
        rest = _bounds(path, limits, limits.seconds * (1 - _FIRST_SHARE), limits.seconds_per_megabyte)
        seen = yield Job(inspect_file, (*arguments, False), rest)
    return seen


def _wants_conversion(first: Rendition, file: Incoming) -> bool:
    """Whether a PDF is to be made: of what is none, is broken, locked or not shown, or is asked for in another way."""
    if first.kind != PDF:
        return first.status is FileStatus.UNSUPPORTED
    if first.status is not FileStatus.OK:
        return first.status in {FileStatus.DAMAGED, FileStatus.PASSWORD}
    has_to = any(notice.code in _MADE_ANEW for notice in first.warnings)
    treatment = file.treatment
    return has_to or treatment.comments is Shown.LEFT_OUT or treatment.reading is Reading.RECOGNISED


def _converted(file: Incoming, first: Rendition, folder: Path, limits: Limits) -> Course[Rendition]:
    request = Request(file.path, file.name, first.kind, folder, file.treatment, file.password)
    bounds = _bounds(file.path, limits, limits.conversion_seconds, limits.conversion_seconds_per_megabyte)
    made: Converted = yield Job(convert_file, (request,), bounds)
    if made.pdf is None:
        refused = Rendition(file.source, made.status, kind=first.kind, warnings=made.notices)
        return replace(refused, treatment=file.treatment, particulars=made.particulars)
    if made.pdf == file.path:
        return replace(first, treatment=file.treatment, warnings=(*made.notices, *first.warnings))
    seen = yield from _look(made.pdf, hash_of(made.pdf), f"{file.name}.pdf", limits)
    if seen.pdf is not None:
        file.keep(made.pdf)
    return replace(
        seen,
        source=file.source,
        kind=first.kind,
        treatment=file.treatment,
        warnings=(*(replace(notice, of_making=True) for notice in made.notices), *seen.warnings),
        particulars=joined(made.particulars, seen.particulars),
    )


def joined(said: Particulars, read: Particulars) -> Particulars:
    """Particulars of two origins: what the file says of itself; what it does not say, as its PDF says it."""
    names = Particulars.__dataclass_fields__
    return Particulars(**{name: getattr(said, name) or getattr(read, name) for name in names})


def _refused(file: Incoming, status: FileStatus, notice: Notice) -> Rendition:
    return Rendition(file.source, status, treatment=file.treatment, warnings=(notice,))


def _bounds(path: Path, limits: Limits, seconds: float, seconds_per_megabyte: float) -> worker.Limits:
    size = path.stat().st_size
    seconds += seconds_per_megabyte * size / MEGABYTE
    return worker.Limits(seconds, limits.seconds_per_page, limits.memory + size, cpu_seconds=seconds)


def size_of(path: Path, name: str) -> int:
    """A file's length in bytes.

    Raises:
        UserError: ``file-missing`` or ``file-unreadable``.
    """
    try:
        if not path.is_file():
            raise UserError("file-missing", file=name)
        return path.stat().st_size
    except OSError as error:
        raise UserError("file-unreadable", file=name, reason=error.strerror or type(error).__name__) from error
