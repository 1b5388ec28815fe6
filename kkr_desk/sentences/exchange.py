"""Words about a meeting as a file, and about what differs between it and the meeting here. Keys are in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.sentence import Sentence

EXCHANGE: Mapping[str, Sentence] = {
    "exchange-absent": Sentence(
        "findes ikke",
        "not there",
    ),
    "exchange-attachment": Sentence(
        "Bilag »{title}«",
        "Attachment “{title}”",
    ),
    "exchange-attachment-side": Sentence(
        "Bilag {number}, {file}",
        "Attachment {number}, {file}",
    ),
    "exchange-changed-both": Sentence(
        "Ændret begge steder",
        "Changed in both",
    ),
    "exchange-changed-each": Sentence(
        "Ændret begge steder, men ikke det samme",
        "Changed in both, but not the same parts",
    ),
    "exchange-changed-here": Sentence(
        "Ændret her",
        "Changed here",
    ),
    "exchange-changed-there": Sentence(
        "Ændret i filen",
        "Changed in the file",
    ),
    "exchange-chosen-pages": Sentence(
        "kun side {pages}",
        "only page {pages}",
    ),
    "exchange-closed": Sentence(
        "lukket",
        "closed",
    ),
    "exchange-deleted-here": Sentence(
        "Slettet her",
        "Deleted here",
    ),
    "exchange-deleted-here-changed-there": Sentence(
        "Slettet her, ændret i filen",
        "Deleted here, changed in the file",
    ),
    "exchange-deleted-there": Sentence(
        "Slettet i filen",
        "Deleted in the file",
    ),
    "exchange-deleted-there-changed-here": Sentence(
        "Slettet i filen, ændret her",
        "Deleted in the file, changed here",
    ),
    "exchange-empty": Sentence(
        "ikke udfyldt",
        "left blank",
    ),
    "exchange-field-case-number": Sentence(
        "Sagsnummer",
        "Case number",
    ),
    "exchange-field-case-type": Sentence(
        "Type",
        "Type",
    ),
    "exchange-field-caseworker": Sentence(
        "Sagsbehandler",
        "Caseworker",
    ),
    "exchange-field-closed": Sentence(
        "Lukket",
        "Closed",
    ),
    "exchange-field-council": Sentence(
        "Råd",
        "Council",
    ),
    "exchange-field-date": Sentence(
        "Dato",
        "Date",
    ),
    "exchange-field-index-title": Sentence(
        "Titel på indholdsfortegnelsen",
        "Title of the index",
    ),
    "exchange-field-pinned-number": Sentence(
        "Fast nummer",
        "Pinned number",
    ),
    "exchange-field-place": Sentence(
        "Sted",
        "Place",
    ),
    "exchange-field-state": Sentence(
        "Status",
        "State",
    ),
    "exchange-field-time": Sentence(
        "Tidspunkt",
        "Time",
    ),
    "exchange-field-title": Sentence(
        "Titel",
        "Title",
    ),
    "exchange-meeting": Sentence(
        "Mødet",
        "The meeting",
    ),
    "exchange-new-here": Sentence(
        "Nyt her",
        "New here",
    ),
    "exchange-new-there": Sentence(
        "Nyt i filen",
        "New in the file",
    ),
    "exchange-no": Sentence(
        "nej",
        "no",
    ),
    "exchange-other-file": Sentence(
        "en anden fil",
        "another file",
    ),
    "exchange-pinned": Sentence(
        "fast nummer",
        "pinned number",
    ),
    "exchange-place": Sentence(
        "Placering",
        "Place in the agenda",
    ),
    "exchange-place-after": Sentence(
        "efter {before}",
        "behind {before}",
    ),
    "exchange-place-first": Sentence(
        "først",
        "first",
    ),
    "exchange-place-under-after": Sentence(
        "under {parent}, efter {before}",
        "below {parent}, behind {before}",
    ),
    "exchange-place-under-first": Sentence(
        "først under {parent}",
        "first below {parent}",
    ),
    "exchange-state-approved": Sentence(
        "referat godkendt",
        "minutes approved",
    ),
    "exchange-state-draft": Sentence(
        "kladde",
        "draft",
    ),
    "exchange-state-held": Sentence(
        "afholdt",
        "held",
    ),
    "exchange-state-issued": Sentence(
        "udsendt",
        "sent out",
    ),
    "exchange-text-background": Sentence(
        "Baggrund",
        "Background",
    ),
    "exchange-text-decision": Sentence(
        "Beslutning",
        "Decision",
    ),
    "exchange-text-presentation": Sentence(
        "Sagsfremstilling",
        "Presentation",
    ),
    "exchange-text-recommendation": Sentence(
        "Indstilling",
        "Recommendation",
    ),
    "exchange-yes": Sentence(
        "ja",
        "yes",
    ),
}
