"""A council: what is usual in its meetings, and what its documents say and look like."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kkr_desk.model.identity import CouncilId, Sha256


class StampPlace(StrEnum):
    """Where on the visible page the page number is printed."""

    BOTTOM_RIGHT = "bottom-right"
    BOTTOM_CENTRE = "bottom-centre"
    BOTTOM_LEFT = "bottom-left"
    TOP_RIGHT = "top-right"
    TOP_CENTRE = "top-centre"
    TOP_LEFT = "top-left"


@dataclass(frozen=True, slots=True)
class Template:
    """What a council's documents say and look like; the words belong here, not to the window's language.

    Attributes:
        attachment_text: How an attachment is named in index, divider and outline.
        stamp_format: The page number; ``{page}`` and ``{pages}`` are filled in.
        stamp_place: Preferred place; another edge is taken where the page itself prints there.
        stamp_size: Type size in points.
        stamp_margin: Distance in points from the visible page's edges.
        colour: The council's colour, "#rrggbb".
        language: Language tag of the documents.
        collection_title: Title of the collection as a document; ``{council}`` and ``{date}`` are filled in.
        page_word: What a page is called in running text, such as a link's description.
        slip_text: What stands on the page in place of an attachment that could not be included.
    """

    attachment_text: str = "Bilag {number}: {title}"
    stamp_format: str = "Side {page} af {pages}"
    stamp_place: StampPlace = StampPlace.BOTTOM_RIGHT
    stamp_size: float = 9.0
    stamp_margin: float = 20.0
    colour: str = "#1f4e79"
    language: str = "da-DK"
    collection_title: str = "Bilagssamling – {council}, {date}"
    page_word: str = "side"
    slip_text: str = "Bilaget kunne ikke medtages i samlingen. Kontakt sekretariatet for at få det."


USUAL_SECTIONS = (
    "Velkomst og godkendelse af dagsorden",
    "Godkendelse af referat",
    "Temaer og sager til drøftelse",
    "Udpegninger",
    "Siden sidst",
    "Punkter til næste møde",
    "Eventuelt",
)
"""What the agenda of a KKR is divided into, until the council says otherwise (agendas of the five councils)."""

USUAL_CASE_TYPES = ("Beslutningssag", "Temadrøftelse", "Drøftelsessag", "Orienteringssag")
"""Case types of the seed meetings."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """What is often decided of cases of one type, offered as a `Decision.outcome`; `case_type` "" is any other type."""

    case_type: str
    outcomes: tuple[str, ...]


_OTHER_OUTCOMES = ("Udsat", "Oversendt til bestyrelsen i KL")
USUAL_PHRASES = (
    Phrases("", ("Godkendt", "Drøftet", "Taget til efterretning", *_OTHER_OUTCOMES)),
    Phrases("Beslutningssag", ("Godkendt", "Godkendt med bemærkninger", "Ikke godkendt", *_OTHER_OUTCOMES)),
    Phrases("Temadrøftelse", ("Drøftet", "Taget til efterretning", *_OTHER_OUTCOMES)),
    Phrases("Drøftelsessag", ("Drøftet", "Taget til efterretning", *_OTHER_OUTCOMES)),
    Phrases("Orienteringssag", ("Taget til efterretning", "Drøftet", *_OTHER_OUTCOMES)),
)
"""What is offered until the council says otherwise."""


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a council; party by its letter or name, "" where it does not matter."""

    name: str
    municipality: str = ""
    party: str = ""


@dataclass(frozen=True, slots=True)
class Council:
    """A council and what is usual in it.

    Attributes:
        id: Its id; "" for one that nobody has saved yet.
        name: Its name, as its meetings bear it.
        template: What its documents say and look like.
        logo: Hash of a picture among the store's content.
        word_template: Hash of the Word template of its own among the store's content; the program's without it.
        word_template_name: What that template's file was called.
        phrases: What is offered as the outcome of a decision, by case type.
        members: In the order in which its minutes list them.
        sections: What a new agenda is divided into.
        case_types: What is offered as case type.
    """

    id: CouncilId
    name: str
    template: Template = field(default_factory=Template)
    logo: Sha256 | None = None
    members: tuple[Member, ...] = ()
    sections: tuple[str, ...] = USUAL_SECTIONS
    case_types: tuple[str, ...] = USUAL_CASE_TYPES
    word_template: Sha256 | None = None
    word_template_name: str = ""
    phrases: tuple[Phrases, ...] = USUAL_PHRASES

    def outcomes(self, case_type: str | None) -> tuple[str, ...]:
        """What is offered for an item of a case type, None for none; of a type without its own, what suits any."""
        by_type = {phrases.case_type.casefold(): phrases.outcomes for phrases in self.phrases}
        return by_type.get((case_type or "").casefold(), by_type.get("", ()))
