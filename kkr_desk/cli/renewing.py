"""Before a meeting is made into a document: files that an earlier version has looked at are looked at again."""

from __future__ import annotations

from kkr_desk.cli.invocation import current
from kkr_desk.cli.progress_bar import progress_shown
from kkr_desk.cli.stores import open_store
from kkr_desk.intake.inspector import Inspector
from kkr_desk.intake.renewal import outdated, renew


def renew_meeting(meeting: str) -> None:
    """Renew what is known of a meeting's files where that is needed; else the store is only read.

    Args:
        meeting: As the user names it.

    Raises:
        UserError: There is no such store or meeting.
        EnvironmentFault: It is needed, and the store cannot be written to.
    """
    with open_store(read_only=True) as store:
        found = store.find_meeting(meeting).id
        if not outdated(store.agenda(found), store.content):
            return
    with progress_shown(current().language) as progress, open_store() as store, Inspector() as inspector:
        renew(store, found, inspector, progress)
