"""How accessible a meeting's attachments are: each one's verdict, what is wrong with it, and what to do. Pure.

What is told here decides nothing: whether a collection may claim PDF/UA is found out from the finished file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kkr_desk.model import (
    Accessibility,
    Agenda,
    AttachmentId,
    Meeting,
    Notice,
    NumberedAttachment,
    NumberedItem,
    is_language,
    page_place,
)
from kkr_desk.page_choice import runs
from kkr_desk.plan import included_pages

FONTS = 5
"""Names of fonts that are told; of more there is only the number."""


class Verdict(StrEnum):
    """What those who listen get of an attachment, page for page."""

    TAGGED = "tagged"
    """All that is included of it is reached by tags of its own, or shows nothing."""
    TEXT = "text"
    """Text that no tags reach."""
    SCAN = "scan"
    """Pictures of pages."""
    MIXED = "mixed"
    """Some of each."""
    UNKNOWN = "unknown"
    """Nobody has looked yet."""
    ABSENT = "absent"
    """It cannot be included, so there is nothing to look at."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Something that is only seen, and what is said instead of it.

    Attributes:
        place: Where the secretariat's words belong, see `kkr_desk.model.figure_place` and `page_place`.
        page: 1-based page of the attachment, 0 where its tags do not say.
        is_page: Whether it is a scanned page, else a picture on one.
        stated: What the file says instead of it.
        given: What the secretariat says; this comes before what the file says.
    """

    place: str
    page: int
    is_page: bool
    stated: str = ""
    given: str = ""

    @property
    def is_told(self) -> bool:
        """Whether anything is said instead of it."""
        return bool(self.stated or self.given)


@dataclass(frozen=True, slots=True)
class Assessment:
    """One attachment, and what those who listen get of it.

    Attributes:
        item: Whose it is.
        own: The attachment.
        verdict: In one word.
        problems: What is wrong, in sentences that its sender may read too.
        advice: What to do about it, most useful first; nothing where all is well.
        pictures: All pictures and scanned pages that are included, by page.
        language: Its language, given or its file's own; "" where nobody says.
    """

    item: NumberedItem
    own: NumberedAttachment
    verdict: Verdict
    problems: tuple[Notice, ...] = ()
    advice: tuple[Notice, ...] = ()
    pictures: tuple[Picture, ...] = ()
    language: str = ""

    @property
    def is_accessible(self) -> bool:
        """Whether nothing is known to be wrong."""
        return self.verdict is Verdict.TAGGED and not self.problems

    @property
    def is_askable(self) -> bool:
        """Whether its sender can mend something."""
        return not self.is_accessible and self.verdict is not Verdict.UNKNOWN

    @property
    def word(self) -> str:
        """Code of the word for it, in `kkr_desk.sentences.COMMAND`: one that is tagged may still lack something."""
        return "verdict-accessible" if self.is_accessible else f"verdict-{self.verdict}"


@dataclass(frozen=True, slots=True)
class AccessibilityReport:
    """All attachments of a meeting, in order."""

    meeting: Meeting
    assessments: tuple[Assessment, ...]

    @property
    def accessible(self) -> int:
        """How many are accessible."""
        return sum(found.is_accessible for found in self.assessments)


Alternates = Mapping[AttachmentId, Mapping[str, str]]
"""What the secretariat says instead of pictures: by attachment, then by place."""


def report(agenda: Agenda, alternates: Alternates) -> AccessibilityReport:
    """Assess every attachment of a meeting.

    Args:
        agenda: The meeting as it stands, with its renditions.
        alternates: What the secretariat says instead of pictures.
    """
    every = ((item, own) for item in agenda.items for own in item.attachments)
    return AccessibilityReport(agenda.meeting, tuple(assess(*place, alternates) for place in every))


def assess(item: NumberedItem, own: NumberedAttachment, alternates: Alternates) -> Assessment:
    """Assess one attachment: the pages that are included, with what the secretariat has given it.

    Args:
        item: Whose it is.
        own: The attachment.
        alternates: As `report` takes it.
    """
    included = included_pages(own)
    if not included:
        return Assessment(item, own, Verdict.ABSENT, (Notice("accessibility-absent"),), (Notice("accessibility-mend"),))
    known = own.rendition.accessibility
    if known is None or own.rendition.is_outdated:
        advice = (Notice("accessibility-look"),)
        return Assessment(item, own, Verdict.UNKNOWN, (Notice("accessibility-unknown"),), advice)
    pages = frozenset(included)
    given = alternates.get(own.attachment.id, {})
    pictures = tuple(_pictures(known, pages, given))
    untagged, scans = (_among(found, pages) for found in (known.untagged, known.scans))
    verdict = _verdict(known, len(pages), untagged, scans)
    spoken = _language(own, known)
    problems = (*_page_problems(untagged, scans), *_file_problems(known, pictures, spoken))
    return Assessment(item, own, verdict, problems, tuple(_advice(verdict, problems)), pictures, spoken)


def lacking(own: NumberedAttachment, given: Mapping[str, str]) -> Verdict | None:
    """The verdict of `assess` where a sender could mend something, in a fraction of its time: a tree asks for all rows.

    Args:
        own: The attachment.
        given: What the secretariat says instead of its pictures, by place.

    Returns:
        None where nothing is wrong, where nobody has looked, and for a file that cannot be included.
    """
    known, included = own.rendition.accessibility, included_pages(own)
    if not included or known is None or own.rendition.is_outdated:
        return None
    pages = frozenset(included)
    verdict = _verdict(known, len(pages), _among(known.untagged, pages), _among(known.scans, pages))
    if verdict is not Verdict.TAGGED or known.fonts or not _language(own, known):
        return verdict
    silent = (figure for figure in known.figures if not figure.alternate and not given.get(figure.place))
    return verdict if any(figure.page in pages or not figure.page for figure in silent) else None


def _language(own: NumberedAttachment, known: Accessibility) -> str:
    """Its language, as the secretariat says or else its file; "" where neither is a language's tag."""
    return next((tag for tag in (own.attachment.language, known.language) if is_language(tag)), "")


def _among(found: tuple[int, ...], pages: frozenset[int]) -> tuple[int, ...]:
    return tuple(page for page in found if page in pages)


def _verdict(known: Accessibility, count: int, untagged: tuple[int, ...], scans: tuple[int, ...]) -> Verdict:
    """One word for `count` pages; what is neither scan nor untagged text is blank, or has tags if the file has any."""
    reached = known.tagged and count > len(untagged) + len(scans)
    kinds = [*([Verdict.TEXT] if untagged else []), *([Verdict.SCAN] if scans else [])]
    if not kinds:
        return Verdict.TAGGED
    return Verdict.MIXED if reached or len(kinds) > 1 else kinds[0]


def _pictures(known: Accessibility, pages: frozenset[int], given: Mapping[str, str]) -> Iterator[Picture]:
    scans = [Picture(page_place(n), n, is_page=True, given=given.get(page_place(n), "")) for n in known.scans]
    figures = [Picture(f.place, f.page, False, f.alternate, given.get(f.place, "")) for f in known.figures]  # noqa: FBT003  no page
    yield from sorted((found for found in (*scans, *figures) if found.page in pages or not found.page), key=_page_of)


def _page_of(picture: Picture) -> int:
    return picture.page


def _page_problems(untagged: tuple[int, ...], scans: tuple[int, ...]) -> Iterator[Notice]:
    if untagged:
        yield Notice("accessibility-untagged", (("pages", in_words(untagged)),))
    if scans:
        yield Notice("accessibility-scans", (("pages", in_words(scans)),))


def _file_problems(known: Accessibility, pictures: tuple[Picture, ...], language: str) -> Iterator[Notice]:
    silent = [picture for picture in pictures if not picture.is_page and not picture.is_told]
    pages = sorted({picture.page for picture in silent} - {0})
    count = ("count", str(len(silent)))
    if pages:
        yield Notice("accessibility-alternates", (count, ("pages", in_words(pages))))
    elif silent:
        yield Notice("accessibility-alternates-anywhere", (count,))
    if known.fonts:
        more = len(known.fonts) - FONTS
        names = ", ".join([*known.fonts[:FONTS], *([f"+ {more}"] if more > 0 else [])])
        yield Notice("accessibility-fonts", (("fonts", names),))
    if not language:
        yield Notice("accessibility-language")


def _advice(verdict: Verdict, problems: tuple[Notice, ...]) -> Iterator[Notice]:
    codes = {problem.code for problem in problems}
    if verdict is Verdict.SCAN:
        yield Notice("accessibility-ask-original")
    elif verdict is not Verdict.TAGGED:
        yield Notice("accessibility-ask-tagged")
    elif "accessibility-fonts" in codes:
        yield Notice("accessibility-ask-fonts")
    if codes & {"accessibility-alternates", "accessibility-alternates-anywhere"}:
        yield Notice("accessibility-give-alternates")
    if "accessibility-language" in codes:
        yield Notice("accessibility-give-language")


def in_words(pages: tuple[int, ...] | list[int]) -> str:
    """Ascending pages as a person writes them: "1-3, 5"."""
    return ", ".join(runs(pages))
