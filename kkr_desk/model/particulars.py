"""What a file says of itself: offered to the caseworker, never taken unasked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Particulars:
    """What was read off a file; "" for each that it does not say.

    Attributes:
        title: Its own title: the document's property, its first heading, or a mail's subject; never a file name.
        case_number: As letters print it: "SAG-2022-01500" (*Sags ID*).
        journal_number: *J.nr.*
        document_id: *Dok. ID*
        date: The document's date, ISO ("2024-06-05").
        sender: Who it is from.
        language: A tag such as "da" or "en", told by its words.
    """

    title: str = ""
    case_number: str = ""
    journal_number: str = ""
    document_id: str = ""
    date: str = ""
    sender: str = ""
    language: str = ""
