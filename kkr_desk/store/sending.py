"""What a store knows of what was sent out: editions and their files, and what was accepted before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from kkr_desk.model import (
    AcceptedFinding,
    Edition,
    EditionFile,
    EditionId,
    EditionKind,
    MeetingId,
    MeetingState,
    Sent,
    SignOff,
)
from kkr_desk.store import editions, pins, sent_rows, sign_offs
from kkr_desk.store.meetings import update
from kkr_desk.store.writing import Writing


class Sending(Writing):
    """The part of a store that sends out and withdraws."""

    def editions(self, meeting_id: MeetingId) -> tuple[Edition, ...]:
        """All editions of a meeting by number, those that were withdrawn included; UserError ``meeting-gone``."""
        return editions.read_editions(self._connection, meeting_id)

    def edition(self, edition_id: EditionId) -> Edition:
        """One edition; UserError ``edition-gone`` without it."""
        return editions.read_edition(self._connection, edition_id)

    def edition_files(self, edition_id: EditionId) -> tuple[EditionFile, ...]:
        """An edition's files, whose bytes are in the content; UserError ``edition-gone``."""
        return editions.read_files(self._connection, edition_id)

    def sent(self, edition_id: EditionId) -> Sent:
        """The frozen table of an edition, also of one that was withdrawn; UserError ``edition-gone``."""
        return editions.read_sent(self._connection, edition_id)

    def standing(self, meeting_id: MeetingId) -> tuple[tuple[Edition, Sent], ...]:
        """What stands of a meeting's collection: the last full edition that was not withdrawn, then its supplements.

        Empty for a meeting of which nothing was sent, or nothing stands.
        """
        return editions.read_standing(self._connection, meeting_id)

    def issue(
        self,
        meeting_id: MeetingId,
        kind: EditionKind,
        files: Sequence[EditionFile],
        sent: Sent,
        *,
        note: str = "",
    ) -> Edition:
        """Send a meeting out: every number is pinned, a draft is one no longer, the files are kept for ever.

        The open operation becomes final: neither it nor what was done before it can be undone. An edition is withdrawn
        instead, see `withdraw_edition`.

        Args:
            meeting_id: The meeting.
            kind: Everything, or what has come since.
            files: What was made; their content was added before. `edition_id` and `size` are given to them here.
            sent: What stands in them; empty where no collection was sent, as with minutes.
            note: What is said with it.

        Raises:
            UserError: ``meeting-gone``; ``supplement-without-edition``; ``edition-outdated``: something that `sent`
                tells of was changed while the documents were made.
            Defect: ``store-defect`` (content-not-added, edition-file-names).
        """
        self._journal.must_be_open()
        sent_rows.must_be_as_sent(self.agenda(meeting_id), sent)
        pins.pin_numbers(self._connection, meeting_id)
        edition = Edition(EditionId(""), meeting_id, 0, kind, datetime.now(UTC), self._journal.who, note=note)
        new = editions.add_edition(self._connection, edition, files, sent)
        if not self.meeting(meeting_id).issued:
            update(self._connection, "meeting", meeting_id, {"state": MeetingState.ISSUED})
        self._journal.make_final()
        return new

    def withdraw_edition(self, edition_id: EditionId) -> Edition:
        """Withdraw an edition; what was sent with it before stands again.

        A meeting of which nothing stands any more, and that was not held, is a draft again; its numbers stay pinned.
        The edition keeps its number, its table and its files. The open operation becomes final, as when it was issued.

        Raises:
            UserError: ``edition-gone``, ``edition-withdrawn``; ``edition-followed``: a supplement to it stands.
        """
        self._journal.must_be_open()
        withdrawn = editions.withdraw(self._connection, edition_id)
        self._journal.make_final()
        return withdrawn

    # -- sign-offs -----------------------------------------------------------------------------------------------

    def sign_offs(self, meeting_id: MeetingId) -> tuple[SignOff, ...]:
        """All sign-offs of a meeting, the first one first; UserError ``meeting-gone``."""
        return sign_offs.read_sign_offs(self._connection, meeting_id)

    def accepted(self, meeting_id: MeetingId) -> frozenset[AcceptedFinding]:
        """All that was accepted by any of them; UserError ``meeting-gone``."""
        return frozenset(finding for own in self.sign_offs(meeting_id) for finding in own.findings)

    def sign_off(self, meeting_id: MeetingId, findings: Iterable[AcceptedFinding]) -> SignOff:
        """Keep what whoever works with the store has accepted; UserError ``meeting-gone``."""
        self._journal.must_be_open()
        return sign_offs.add_sign_off(self._connection, meeting_id, self._journal.who, findings)
