"""What was dropped becomes files: those in folders, and those in packed folders, which are unpacked to be looked at.

It opens no packed folder itself: that is a job of a worker process. Its own process may be the window's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePath, PurePosixPath

from kkr_desk import worker
from kkr_desk.errors import UserError
from kkr_desk.intake.folders import MOST_FILES, files_among
from kkr_desk.intake.kind import ending_of, kind_of
from kkr_desk.intake.unpacking.unpack import ENCLOSING, unpack_file
from kkr_desk.model import Notice
from kkr_desk.progress import Progress

PACKED = "zip"
"""The kind that is a folder rather than a paper: it is always unpacked."""
_LIMITS = worker.Limits(seconds=300.0, memory=2 << 30)


@dataclass(frozen=True, slots=True)
class Found:
    """A file that came.

    Attributes:
        name: Its name with the folders and packed folders that it came in, by which it is known to people.
        path: Where it is now.
        notice: Why it could not be unpacked, of a packed folder that is there itself.
    """

    name: PurePath
    path: Path
    notice: Notice | None = None


def gather(paths: Iterable[Path], folder: Path, unpacker: worker.Worker, progress: Progress) -> tuple[Found, ...]:
    """Find the files that paths name, unpacking what is packed.

    Args:
        paths: Files and folders, in any order.
        folder: An empty folder for what is unpacked; it must stay until the files were taken in.
        unpacker: Does the unpacking.
        progress: Told of the unpacking; asked whether to go on.

    Returns:
        The files, a folder's together; never none.

    Raises:
        UserError: As `kkr_desk.intake.folders.files_among` does.
        Cancelled: By `progress`.
    """
    given = list(paths)
    found: dict[PurePath, Found] = {}
    for file in files_among(given):
        base = next(path for path in given if file.is_relative_to(path))
        name = PurePosixPath(base.name, *file.relative_to(base).parts)
        for one in _unpacked(Found(name, file), folder / str(len(found)), unpacker, progress):
            single = _single(one.name, found)
            found[single] = replace(one, name=single)
        if len(found) > MOST_FILES:
            raise UserError("too-many-files", limit=MOST_FILES)
    return tuple(found.values())


def open_enclosing(
    path: Path, name: str, folder: Path, unpacker: worker.Worker, progress: Progress
) -> tuple[Found, ...]:
    """Take the files out of a mail, a portfolio or a packed folder.

    Args:
        path: The file.
        name: What it was called when it came.
        folder: An empty folder for them.
        unpacker: Does it.
        progress: Told of the work.

    Raises:
        UserError: ``nothing-enclosed``, or the file is not there.
        Cancelled: By `progress`.
    """
    told = unpacker.run(unpack_file, path, name, folder, "", limits=_LIMITS, progress=progress)
    if isinstance(told, Notice):
        raise UserError("nothing-enclosed", file=name)
    found: dict[PurePath, Found] = {}
    for one in told:
        single = _single(PurePosixPath(one.name), found)
        found[single] = Found(single, one.path)
    return tuple(found.values())


def _unpacked(found: Found, folder: Path, unpacker: worker.Worker, progress: Progress) -> Iterator[Found]:
    """A packed folder's files; any other file itself."""
    if not _is_packed(found.path):
        yield found
        return
    told = unpacker.run(unpack_file, found.path, found.name.name, folder, "", limits=_LIMITS, progress=progress)
    if isinstance(told, Notice):
        yield Found(found.name, found.path, told)
        return
    above = found.name.with_name(found.name.stem) if ending_of(found.name.name) == PACKED else found.name
    for one in told:
        yield Found(above / one.name, one.path)


def _single(name: PurePath, others: Collection[PurePath]) -> PurePath:
    """A name that no other file has: two in one packed folder, or of two folders of one name, may have the same."""
    count, single = 1, name
    while single in others:
        count += 1
        single = name.with_name(f"{name.stem} ({count}){name.suffix}")
    return single


def _is_packed(path: Path) -> bool:
    """Whether a file is a packed folder; one that cannot be read is left to whoever reads it."""
    try:
        return PACKED in ENCLOSING and kind_of(path) == PACKED
    except OSError:
        return False
