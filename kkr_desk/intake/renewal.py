"""Files are looked at again before what is known of them is used, where that is not what would be known now.

What is known of a file depends on how it was looked at (`kkr_desk.model.INSPECTION`), on how its attachment is to be
treated, and on the programs this machine has. A store keeps it for years, so after an upgrade it may lack what the
collection is made from now, or say it in another way: it is never exported by.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from kkr_desk.intake.course import Incoming, joined
from kkr_desk.intake.novelty import lost_pdfs, wants_another_look
from kkr_desk.model import (
    NOBODY_HERE,
    Agenda,
    FileStatus,
    MeetingId,
    Rendition,
    RenditionKey,
    Sha256,
    Treatment,
)
from kkr_desk.progress import Parts, Progress
from kkr_desk.store import Store
from kkr_desk.store.content import Content

if TYPE_CHECKING:
    from kkr_desk.intake.inspector import Inspector


@dataclass(frozen=True, slots=True)
class _Attempt:
    """One way to renew a rendition.

    Attributes:
        key: Which rendition.
        name: What its file was called.
        made: What is known of the PDF that was made of the file and is looked at; None where the file itself is.
    """

    key: RenditionKey
    name: str
    made: Rendition | None = None

    @property
    def content(self) -> Sha256:
        """What is looked at."""
        return self.key.source if self.made is None or self.made.pdf is None else self.made.pdf


def outdated(agenda: Agenda, content: Content | None = None) -> dict[RenditionKey, str]:
    """The files of a meeting that must be looked at again, by rendition, and what each is called.

    Args:
        agenda: The meeting.
        content: Where the PDFs that were made of files are; without it, none is missed.
    """
    every = (own for item in agenda.items for own in item.attachments)
    wanted = {
        own.attachment.rendition_key: own.attachment.file_name for own in every if wants_another_look(own.rendition)
    }
    return wanted if content is None else wanted | lost_pdfs(content, agenda)


def renew(store: Store, meeting_id: MeetingId, inspector: Inspector, progress: Progress) -> tuple[RenditionKey, ...]:
    """Look again at the files of a meeting that need it; needs no operation, since no row of the meeting changes.

    Each is kept as soon as it is done, so that work which is cancelled goes on where it was. One whose content is
    lost stays as it is; whoever uses it says so. Where a PDF was made of a file here, that PDF is looked at: making it
    anew might need a password, or a program that this machine lacks. One that is gone from the disk is made again. One
    that a colleague has made is only looked at where it cannot be made anew, since nothing here says that it is that
    file's.

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
    ways = [_ways(store, key, name) for key, name in outdated(store.agenda(meeting_id), store.content).items()]
    parts = Parts(progress, sum(_size(store, attempt.content) for way in ways for attempt in way))
    renewed: list[RenditionKey] = []
    while ways:
        left = {place: way[1:] for place, way in enumerate(ways)}
        for place, seen in _tried(store, [way[0] for way in ways], inspector, parts):
            if seen.status is FileStatus.OK or not left[place]:
                store.save_rendition(_joined(ways[place][0], seen))
                renewed.append(ways[place][0].key)
                del left[place]
        ways = [way for way in left.values() if way]
    return tuple(renewed)


def _tried(
    store: Store, attempts: Sequence[_Attempt], inspector: Inspector, parts: Parts
) -> Iterator[tuple[int, Rendition]]:
    """What came of each attempt as it is done; nothing of a file whose content is lost."""
    shares = [parts.part(_size(store, attempt.content), attempt.name) for attempt in attempts]
    for place, outcome in inspector.inspect_all(map(partial(_incoming, store), attempts, shares)):
        if isinstance(outcome, Rendition):
            yield place, outcome
            shares[place].step(1, 1)
        elif outcome.code not in {"file-missing", "file-unreadable"}:
            raise outcome


def _ways(store: Store, key: RenditionKey, name: str) -> tuple[_Attempt, ...]:
    """How a rendition may be renewed, the best way first."""
    known = store.rendition(key.source, key.treatment)
    own = _Attempt(key, name)
    if known is None or known.pdf in {None, key.source} or not store.content.holds(known.pdf or key.source):
        return (own,)
    made = _Attempt(key, name, known)
    return (own, made) if known.inspection == NOBODY_HERE else (made, own)


def _incoming(store: Store, attempt: _Attempt, share: Progress) -> Incoming:
    share.step(0, 1)
    name, treatment = (f"{attempt.name}.pdf", Treatment()) if attempt.made else (attempt.name, attempt.key.treatment)
    path = store.content.path(attempt.content)
    return Incoming(path, attempt.content, name, treatment, progress=share, keep=store.content.add)


def _joined(attempt: _Attempt, seen: Rendition) -> Rendition:
    """What came of looking at the PDF that was made of a file, as what is known of the file."""
    if attempt.made is None:
        return seen
    making = [notice for notice in attempt.made.warnings if notice.of_making]
    return replace(
        seen,
        source=attempt.key.source,
        treatment=attempt.key.treatment,
        kind=attempt.made.kind,
        warnings=(*making, *seen.warnings),
        particulars=joined(attempt.made.particulars, seen.particulars),
    )


def _size(store: Store, content: Sha256) -> int:
    """A file's length in bytes, at least 1 so that each counts in the progress."""
    path = store.content.path(content)
    return max(path.stat().st_size, 1) if path.is_file() else 1
