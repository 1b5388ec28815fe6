"""The inspector looks at files in worker processes, two at a time, and always comes back with a rendition.

It imports neither pikepdf nor PDFium, nor what reads pictures and papers: its own process may be the window's.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from multiprocessing.connection import wait
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from kkr_desk import worker
from kkr_desk.errors import KkrDeskError
from kkr_desk.intake.course import Course, Incoming, Inspected, Limits, Wanted, course, size_of
from kkr_desk.intake.digest import hash_of
from kkr_desk.model import Sha256, Treatment
from kkr_desk.progress import NullProgress, Parts, Progress

AT_ONCE = 2
"""Files looked at at a time, where there are as many cores: more would starve the window of a small laptop."""
PATIENCE = 0.1
"""Seconds between two looks at the workers' limits and at whether the user has cancelled."""

Outcome = tuple[Incoming, Inspected | KkrDeskError]
"""A file and what came of it, or what went wrong that is not its own fault."""


@dataclass(frozen=True, slots=True)
class _Running:
    """A file that is being looked at."""

    file: Incoming
    course: Course
    folder: Path


class Inspector:
    """Looks at files in worker processes of its own, which live on between files; a context manager.

    Args:
        limits: What one file may take.
        at_once: Files at a time; as many as is sensible here without it.
    """

    def __init__(self, limits: Limits | None = None, *, at_once: int | None = None) -> None:
        self.limits = limits or Limits()
        count = at_once or min(AT_ONCE, os.cpu_count() or 1)
        self._idle = [worker.Worker() for _ in range(count)]
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._left: list[Path] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the worker processes and remove what they made."""
        for idle in self._idle:
            idle.close()
        self._left = []
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def inspect(
        self,
        path: Path,
        source: Sha256,
        progress: Progress | None = None,
        *,
        name: str | None = None,
        treatment: Treatment | None = None,
        password: str = "",
    ) -> Inspected:
        """Look at one file.

        Args:
            path: The file.
            source: SHA-256 of its bytes.
            progress: Told of the work done on it.
            name: What the file was called when it came, where `path` no longer says.
            treatment: What the caseworker has decided of it.
            password: Opens it.

        Returns:
            What came of it; the PDF that was made stays until the next file, or `close`.

        Raises:
            UserError: ``file-missing`` or ``file-unreadable``.
            EnvironmentFault: The machine is at fault, not the file.
            Cancelled: By `progress`.
        """
        name = path.name if name is None else name
        incoming = Incoming(path, source, name, treatment or Treatment(), password, progress or NullProgress())
        _, outcome = next(self.inspect_all([incoming]))
        if isinstance(outcome, Inspected):
            return outcome
        raise outcome

    def inspect_all(self, files: Iterable[Incoming]) -> Iterator[Outcome]:
        """Look at files, several at a time.

        Args:
            files: The files; one is taken from it whenever a worker is free.

        Yields:
            Each file when it is done, with what came of it, or with what went wrong that is not its own fault; the PDF
            that was made stays until the next one is asked for.

        Raises:
            Cancelled: By the progress of one of them; the others are stopped too.
        """
        waiting, running = iter(files), dict[worker.Worker, _Running]()
        try:
            while True:
                self._sweep()
                done = self._start_next(waiting, running) if self._idle else None
                if done is None and not running:
                    return
                yield from done or self._news(running)
        finally:
            for busy, stopped in running.items():
                busy.cancel()
                self._idle.append(busy)
                self._left.append(stopped.folder)

    def _start_next(self, waiting: Iterator[Incoming], running: dict[worker.Worker, _Running]) -> list[Outcome] | None:
        """Give the next file to a free worker; None when there is no further file."""
        file = next(waiting, None)
        if file is None:
            return None
        folder = self._new_folder()
        free = self._idle.pop()
        running[free] = _Running(file, course(file, folder, self.limits), folder)
        return self._next_job(free, running, None)

    def _news(self, running: dict[worker.Worker, _Running]) -> list[Outcome]:
        """Wait for what the workers have to tell, give those that are done their next job; the files done with."""
        wait([waitable for busy in running for waitable in busy.waitables], PATIENCE)
        return [outcome for busy in list(running) for outcome in self._go_on(busy, running)]

    def _go_on(self, busy: worker.Worker, running: dict[worker.Worker, _Running]) -> list[Outcome]:
        try:
            told = busy.poll()
        except KkrDeskError as error:
            return self._next_job(busy, running, error)
        if isinstance(told, worker.Result):
            return self._next_job(busy, running, told.value)
        running[busy].file.progress.step(told.done, told.total, told.what)
        return []

    def _next_job(self, free: worker.Worker, running: dict[worker.Worker, _Running], told: Any) -> list[Outcome]:
        """Tell a file's course what its last job came to, and begin the next; the file when it is done with."""
        own = running[free]
        try:
            job = own.course.throw(told) if isinstance(told, KkrDeskError) else own.course.send(told)
            free.begin(job.function, *job.arguments, limits=job.limits)
        except StopIteration as end:
            outcome: Inspected | KkrDeskError = end.value
        except KkrDeskError as error:
            outcome = error
        else:
            return []
        del running[free]
        self._idle.append(free)
        self._left.append(own.folder)
        return [(own.file, outcome)]

    def _new_folder(self) -> Path:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="kkr-desk-", ignore_cleanup_errors=True)
        return Path(tempfile.mkdtemp(dir=self._folder.name))

    def _sweep(self) -> None:
        """Remove what was made of files that are done with."""
        while self._left:
            shutil.rmtree(self._left.pop(), ignore_errors=True)


def inspect_files(
    files: Sequence[Wanted],
    inspector: Inspector,
    progress: Progress | None = None,
    *,
    keep_in: Path | None = None,
) -> Iterator[tuple[Path, Inspected, float]]:
    """Look at files without storing anything.

    Args:
        files: The files.
        inspector: Does the looking.
        progress: Told of the work done on the files' bytes, of all of it.
        keep_in: A folder to which the PDFs that are made go, named by their hash; without it they are gone.

    Yields:
        A file, what came of it, and the seconds that took, hashing included; in the order given.

    Raises:
        UserError: ``file-missing``, before any file is looked at; ``file-unreadable``.
        EnvironmentFault: The machine is at fault.
        Cancelled: By `progress`.
    """
    sizes = [size_of(file.path, file.path.name) for file in files]
    parts = Parts(progress or NullProgress(), sum(sizes))
    begun: dict[int, float] = {}

    def incoming() -> Iterator[Incoming]:
        for place, (file, size) in enumerate(zip(files, sizes, strict=True)):
            begun[place] = time.monotonic()
            path, share = file.path, parts.part(size, file.path.name)
            yield Incoming(path, hash_of(path), path.name, file.treatment, file.password, share, place)

    done: dict[int, tuple[Path, Inspected, float]] = {}
    awaited = 0
    for file, outcome in inspector.inspect_all(incoming()):
        if not isinstance(outcome, Inspected):
            raise outcome
        file.progress.step(1, 1)
        seconds = time.monotonic() - begun[file.place]
        done[file.place] = (file.path, replace(outcome, made=_kept(outcome, keep_in)), seconds)
        while awaited in done:
            yield done.pop(awaited)
            awaited += 1


def _kept(inspected: Inspected, folder: Path | None) -> Path | None:
    """Where the PDF that was made is kept."""
    if inspected.made is None or folder is None:
        return None
    kept = folder / f"{inspected.rendition.pdf}.pdf"
    shutil.move(inspected.made, kept)
    return kept
