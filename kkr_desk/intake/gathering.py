"""What was dropped becomes files: those in folders, and those in packed folders, which are unpacked to be looked at.

It opens no packed folder itself: that is a job of a worker process. Its own process may be the window's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePath, PurePosixPath

from kkr_desk import worker
from kkr_desk.errors import UserError
from kkr_desk.intake.folders import MOST_FILES, files_among, natural_order
from kkr_desk.intake.kind import UNKNOWN, ending_of, kind_of
from kkr_desk.intake.unpacking.unpack import unpack_file
from kkr_desk.model import Notice
from kkr_desk.progress import Progress

_OPENED = frozenset({"zip"})
"""What is a folder rather than a paper: it is always unpacked."""
_MAILS = frozenset({"eml", "msg", "tnef"})
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


def gather(
    paths: Iterable[Path],
    folder: Path,
    unpacker: worker.Worker,
    progress: Progress,
    *,
    opens_mails: bool = False,
) -> tuple[Found, ...]:
    """Find the files that paths name, unpacking what is packed.

    Args:
        paths: Files and folders, in any order.
        folder: An empty folder for what is unpacked; it must stay until the files were taken in.
        unpacker: Does the unpacking.
        progress: Told of the unpacking; asked whether to go on.
        opens_mails: Whether the files that come with a mail among `paths` are wanted beside it.

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
        kinds = _OPENED | _MAILS if opens_mails and file in given else _OPENED
        for one in _unpacked(Found(name, file), kinds, folder / str(len(found)), unpacker, progress):
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


def _unpacked(
    found: Found, kinds: frozenset[str], folder: Path, unpacker: worker.Worker, progress: Progress
) -> Iterator[Found]:
    """A packed folder's files, a mail and its files; any other file itself."""
    kind = _kind_of(found.path)
    if kind not in kinds:
        yield found
        return
    told = unpacker.run(unpack_file, found.path, found.name.name, folder, "", limits=_LIMITS, progress=progress)
    if isinstance(told, Notice):
        yield found if kind in _MAILS else replace(found, notice=told)
        return
    if kind in _MAILS:
        yield found
    above = found.name.with_name(found.name.stem) if ending_of(found.name.name) == kind else found.name
    in_order = told if kind in _MAILS else sorted(told, key=lambda one: list(map(natural_order, one.name.split("/"))))
    for one in in_order:
        yield Found(above / one.name, one.path)


def _single(name: PurePath, others: Collection[PurePath]) -> PurePath:
    """A name that no other file has: two in one packed folder, or of two folders of one name, may have the same."""
    count, single = 1, name
    while single in others:
        count += 1
        single = name.with_name(f"{name.stem} ({count}){name.suffix}")
    return single


def _kind_of(path: Path) -> str:
    """What a file is; one that cannot be read is left to whoever reads it."""
    try:
        return kind_of(path)
    except OSError:
        return UNKNOWN
