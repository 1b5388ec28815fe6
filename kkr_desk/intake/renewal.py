"""Files are looked at again before what is known of them is used, where that is not what would be known now.

What is known of a file depends on how it was looked at (`kkr_desk.model.INSPECTION`), on how its attachment is to be
treated, and on the programs this machine has. A store keeps it for years, so after an upgrade it may lack what the
collection is made from now, or say it in another way: it is never exported by.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from kkr_desk.errors import KkrDeskError
from kkr_desk.intake.course import Incoming, joined
from kkr_desk.intake.novelty import wants_another_look
from kkr_desk.model import Agenda, MeetingId, Notice, Rendition, RenditionKey, Sha256, Treatment
from kkr_desk.progress import Parts, Progress
from kkr_desk.store import Store

if TYPE_CHECKING:
    from kkr_desk.intake.inspector import Inspector


_OF_THE_MAKING = frozenset({"pdf-repaired", "pdf-unlocked"})
"""Notices that the making of a PDF gives though they are named like those of looking at one."""


@dataclass(frozen=True, slots=True)
class _Task:
    """A rendition to be renewed.

    Attributes:
        key: Which.
        name: What its file was called.
        content: What is looked at: the file, or the PDF that was made of it.
        made: What is known of that PDF; None where the file itself is looked at.
    """

    key: RenditionKey
    name: str
    content: Sha256
    made: Rendition | None


def outdated(agenda: Agenda) -> dict[RenditionKey, str]:
    """The files of a meeting that must be looked at again, by rendition, and what each is called."""
    every = (own for item in agenda.items for own in item.attachments)
    return {
        own.attachment.rendition_key: own.attachment.file_name for own in every if wants_another_look(own.rendition)
    }


def renew(store: Store, meeting_id: MeetingId, inspector: Inspector, progress: Progress) -> tuple[RenditionKey, ...]:
    """Look again at the files of a meeting that need it; needs no operation, since no row of the meeting changes.

    Each is kept as soon as it is done, so that work which is cancelled goes on where it was. One whose content is
    lost stays as it is; whoever uses it says so. Where a PDF was made of a file, that PDF is looked at: making it anew
    might need a password, or a program that this machine lacks.

    Args:
        store: The store.
        meeting_id: The meeting.
        inspector: Looks at the files.
        progress: Told of the work done on the files' bytes, of all of it.

    Returns:
        The renditions that were renewed.

    Raises:
        UserError: ``meeting-gone``.
        EnvironmentFault: The store could not be written to.
        Cancelled: By `progress`.
    """
    tasks = [_task(store, key, name) for key, name in outdated(store.agenda(meeting_id)).items()]
    sizes = [_size(store, task.content) for task in tasks]
    parts = Parts(progress, sum(sizes))
    shares = [parts.part(size, task.name) for task, size in zip(tasks, sizes, strict=True)]
    renewed = []
    for place, outcome in inspector.inspect_all(map(partial(_incoming, store), tasks, shares)):
        if isinstance(outcome, Rendition):
            store.save_rendition(_joined(tasks[place], outcome))
            renewed.append(tasks[place].key)
            shares[place].step(1, 1)
        elif not _is_lost(outcome):
            raise outcome
    return tuple(renewed)


def _task(store: Store, key: RenditionKey, name: str) -> _Task:
    known = store.rendition(key.source, key.treatment)
    if known is None or known.pdf is None or known.pdf == key.source or not store.content.holds(known.pdf):
        return _Task(key, name, key.source, None)
    return _Task(key, name, known.pdf, known)


def _incoming(store: Store, task: _Task, share: Progress) -> Incoming:
    share.step(0, 1)
    name, treatment = (f"{task.name}.pdf", Treatment()) if task.made else (task.name, task.key.treatment)
    return Incoming(
        store.content.path(task.content), task.content, name, treatment, progress=share, keep=store.content.add
    )


def _joined(task: _Task, seen: Rendition) -> Rendition:
    """What came of looking at the PDF that was made of a file, as what is known of the file."""
    if task.made is None:
        return seen
    making = [notice for notice in task.made.warnings if _is_of_the_making(notice)]
    return replace(
        seen,
        source=task.key.source,
        treatment=task.key.treatment,
        kind=task.made.kind,
        warnings=(*making, *seen.warnings),
        particulars=joined(task.made.particulars, seen.particulars),
    )


def _is_of_the_making(notice: Notice) -> bool:
    return notice.code in _OF_THE_MAKING or not notice.code.startswith(("pdf-", "file-page-"))


def _is_lost(error: KkrDeskError) -> bool:
    return error.code in {"file-missing", "file-unreadable"}


def _size(store: Store, content: Sha256) -> int:
    """A file's length in bytes, at least 1 so that each counts in the progress."""
    path = store.content.path(content)
    return max(path.stat().st_size, 1) if path.is_file() else 1
