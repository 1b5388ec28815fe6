"""The inspector looks at files in worker processes, two at a time, and always comes back with a rendition.

It imports neither pikepdf nor PDFium, nor what reads pictures and papers: its own process may be the window's.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from kkr_desk.errors import KkrDeskError
from kkr_desk.intake.course import Incoming, Limits, Wanted, course, size_of
from kkr_desk.intake.digest import hash_of
from kkr_desk.model import Rendition, Sha256
from kkr_desk.model.claims import notices_of
from kkr_desk.progress import NullProgress, Parts, Progress
from kkr_desk.worker.crew import Crew, Task


class Inspector:
    """Looks at files in worker processes of its own, which live on between files; a context manager.

    Args:
        limits: What one file may take.
        at_once: Files at a time; as many as is sensible here without it.
    """

    def __init__(self, limits: Limits | None = None, *, at_once: int | None = None) -> None:
        self.limits = limits or Limits()
        self._crew = Crew(at_once)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the worker processes."""
        self._crew.close()

    def inspect(self, file: Incoming) -> Rendition:
        """Look at one file.

        Returns:
            Its rendition with pages; what is wrong with a file is its status.

        Raises:
            UserError: ``file-missing`` or ``file-unreadable``.
            EnvironmentFault: The machine is at fault, not the file.
            Cancelled: By its progress.
        """
        ((_, outcome),) = self.inspect_all([file])
        if isinstance(outcome, KkrDeskError):
            raise outcome
        return outcome

    def inspect_all(self, files: Iterable[Incoming]) -> Iterator[tuple[int, Rendition | KkrDeskError]]:
        """Look at files, several at a time.

        Args:
            files: The files; the next one is taken whenever a worker is free.

        Yields:
            Which file is done, counted from 0, and what came of it, or what went wrong that is not its own fault.

        Raises:
            Cancelled: By the progress of one of them; the others are stopped too.
        """
        return self._crew.run_all(Task(course(file, self.limits), file.progress) for file in files)


def inspect_files(
    files: Sequence[Wanted],
    inspector: Inspector,
    progress: Progress | None = None,
    *,
    keep_in: Path | None = None,
) -> Iterator[tuple[Path, Rendition, float]]:
    """Look at files without storing anything.

    Args:
        files: The files.
        inspector: Does the looking.
        progress: Told of the work done on the files' bytes, of all of it.
        keep_in: A folder to which the PDFs that are made go, see `kept_in`; without it they are gone.

    Yields:
        A file, its rendition with pages, and the seconds that took, hashing included; in the order given.

    Raises:
        UserError: ``file-missing``, before any file is looked at; ``file-unreadable``.
        EnvironmentFault: The machine is at fault.
        Cancelled: By `progress`.
    """
    sizes = [size_of(file.path, file.name) for file in files]
    parts = Parts(progress or NullProgress(), sum(sizes))
    begun: list[float] = []
    shares = [parts.part(size, file.name) for file, size in zip(files, sizes, strict=True)]

    def incoming() -> Iterator[Incoming]:
        for file, share in zip(files, shares, strict=True):
            begun.append(time.monotonic())
            plain = Incoming(file.path, hash_of(file.path), file.name, file.treatment, file.password, share)
            yield plain if keep_in is None else replace(plain, keep=partial(_keep_in, keep_in))

    done: dict[int, tuple[Path, Rendition, float]] = {}
    awaited = 0
    for place, outcome in inspector.inspect_all(incoming()):
        if isinstance(outcome, KkrDeskError):
            raise outcome
        shares[place].step(1, 1)
        told = replace(outcome, warnings=notices_of(outcome, files[place].name))
        done[place] = (files[place].path, told, time.monotonic() - begun[place])
        while awaited in done:
            yield done.pop(awaited)
            awaited += 1


def kept_in(folder: Path, pdf: Sha256) -> Path:
    """Where `inspect_files` keeps the PDF that it made of a file."""
    return folder / f"{pdf}.pdf"


def _keep_in(folder: Path, made: Path) -> None:
    shutil.copyfile(made, kept_in(folder, hash_of(made)))
