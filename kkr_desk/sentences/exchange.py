"""Words about a meeting as a file, and about what differs between it and the meeting here; keys in order."""

from collections.abc import Mapping

from kkr_desk.sentences.sentence import Sentence

EXCHANGE: Mapping[str, Sentence] = {
    "exchange-absent": Sentence(
        "findes ikke",
        "not there",
    ),
    "exchange-added": Sentence(
        "{council}, {date}, ligger nu i arkivet med sin historik: {items}, {attachments}.",
        "{council}, {date}, is now in the archive with its history: {items}, {attachments}.",
    ),
    "exchange-attachment": Sentence(
        "Bilag »{title}«",
        "Attachment “{title}”",
    ),
    "exchange-attachment-side": Sentence(
        "Bilag {number}, {file}",
        "Attachment {number}, {file}",
    ),
    "exchange-attendee": Sentence(
        "Fremmøde: {name}",
        "Attendance: {name}",
    ),
    "exchange-attendee-arrives-at": Sentence(
        "kom senere",
        "came later",
    ),
    "exchange-attendee-leaves-at": Sentence(
        "gik før",
        "left early",
    ),
    "exchange-changed-both": Sentence(
        "Ændret begge steder",
        "Changed in both",
    ),
    "exchange-changed-each": Sentence(
        "Begge har ændret, hver sit",
        "Both, different parts",
    ),
    "exchange-changed-here": Sentence(
        "Ændret her",
        "Changed here",
    ),
    "exchange-changed-there": Sentence(
        "Ændret i filen",
        "Changed in the file",
    ),
    "exchange-choose": Sentence(
        "Intet er ændret. Vælg, hvad der skal gælde: --take suggested (det, kun den ene har ændret), --take theirs "
        "eller --take ours, evt. kun for nogle punkter med --item.",
        "Nothing was changed. Choose what is to stand: --take suggested (what only one has changed), --take theirs "
        "or --take ours, for some items alone with --item.",
    ),
    "exchange-chosen-pages": Sentence(
        "kun side {pages}",
        "only page {pages}",
    ),
    "exchange-closed": Sentence(
        "lukket",
        "closed",
    ),
    "exchange-closed-reason": Sentence(
        "lukket ({reason})",
        "closed ({reason})",
    ),
    "exchange-closed-title": Sentence(
        "titlen lukket",
        "title closed",
    ),
    "exchange-decision": Sentence(
        "Udfald",
        "Outcome",
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
    "exchange-differs": Sentence(
        "{council}, {date}, er her allerede og er anderledes i filen:",
        "{council}, {date}, is here already and differs in the file:",
    ),
    "exchange-due": Sentence(
        "senest {day}",
        "by {day}",
    ),
    "exchange-edition": Sentence(
        "Udsendelse {number}",
        "Edition {number}",
    ),
    "exchange-edition-file": Sentence(
        "Udsendt fil »{name}«",
        "File sent out “{name}”",
    ),
    "exchange-edition-full": Sentence(
        "hele mødet",
        "the whole meeting",
    ),
    "exchange-edition-supplement": Sentence(
        "eftersendte bilag",
        "late attachments",
    ),
    "exchange-edition-withdrawn": Sentence(
        "trukket tilbage {day}",
        "withdrawn {day}",
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
    "exchange-field-closed-reason": Sentence(
        "Grund til at det er lukket",
        "Reason for its being closed",
    ),
    "exchange-field-closed-title": Sentence(
        "Titlen lukket",
        "Title closed",
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
    "exchange-field-withdrawn": Sentence(
        "Udgår",
        "Withdrawn",
    ),
    "exchange-follow-up": Sentence(
        "Opfølgning »{what}«",
        "Follow-up “{what}”",
    ),
    "exchange-follow-up-done": Sentence(
        "gjort",
        "done",
    ),
    "exchange-follow-up-dropped": Sentence(
        "opgivet",
        "dropped",
    ),
    "exchange-follow-up-open": Sentence(
        "åben",
        "open",
    ),
    "exchange-language": Sentence(
        "sprog: {tag}",
        "language: {tag}",
    ),
    "exchange-line": Sentence(
        "{label}: her »{ours}«, i filen »{theirs}«",
        "{label}: here “{ours}”, in the file “{theirs}”",
    ),
    "exchange-meeting": Sentence(
        "Mødet",
        "The meeting",
    ),
    "exchange-merged": Sentence(
        "{council}, {date}, er bragt sammen med filen. Det kan fortrydes med kkr-desk undo.",
        "{council}, {date}, was brought together with the file. kkr-desk undo takes it back.",
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
    "exchange-other-alternates": Sentence(
        "andre alternative tekster",
        "other alternate texts",
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
    "exchange-presence-absent": Sentence(
        "afbud",
        "absent",
    ),
    "exchange-presence-present": Sentence(
        "til stede",
        "present",
    ),
    "exchange-presence-substitute": Sentence(
        "stedfortræder for {whom}",
        "substitute for {whom}",
    ),
    "exchange-reservation": Sentence(
        "forbehold fra {municipality}: {text}",
        "reservation of {municipality}: {text}",
    ),
    "exchange-same": Sentence(
        "{council}, {date}, er her allerede, og intet er anderledes.",
        "{council}, {date}, is here already, and nothing differs.",
    ),
    "exchange-saved": Sentence(
        "{file} er gemt: {items}, {attachments}, {size}.",
        "{file} is saved: {items}, {attachments}, {size}.",
    ),
    "exchange-sign-off": Sentence(
        "Kvittering fra {who}",
        "Sign-off by {who}",
    ),
    "exchange-sign-off-count": Sentence(
        "{count} fund",
        "{count} findings",
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
    "exchange-titled": Sentence(
        "»{title}«",
        "“{title}”",
    ),
    "exchange-took-each": Sentence(
        ": begges ændringer er taget med",
        ": both changes were taken",
    ),
    "exchange-took-ours": Sentence(
        ": beholdt som her",
        ": kept as it is here",
    ),
    "exchange-took-theirs": Sentence(
        ": taget fra filen",
        ": taken from the file",
    ),
    "exchange-treated-changes-left-out": Sentence(
        "uden ændringsmarkeringer",
        "without change marks",
    ),
    "exchange-treated-changes-shown": Sentence(
        "med ændringsmarkeringer",
        "with change marks",
    ),
    "exchange-treated-comments-left-out": Sentence(
        "uden kommentarer",
        "without comments",
    ),
    "exchange-treated-comments-shown": Sentence(
        "med kommentarer",
        "with comments",
    ),
    "exchange-treated-detail-fewer": Sentence(
        "med færre billedpunkter",
        "with fewer pixels",
    ),
    "exchange-treated-hidden-left-out": Sentence(
        "uden skjulte ark og dias",
        "without hidden sheets and slides",
    ),
    "exchange-treated-hidden-shown": Sentence(
        "med skjulte ark og dias",
        "with hidden sheets and slides",
    ),
    "exchange-treated-paper-own": Sentence(
        "i billedets egen størrelse",
        "in the picture's own size",
    ),
    "exchange-treated-reading-recognised": Sentence(
        "gjort søgbar",
        "made searchable",
    ),
    "exchange-withdrawn": Sentence(
        "udgår",
        "withdrawn",
    ),
    "exchange-yes": Sentence(
        "ja",
        "yes",
    ),
}
