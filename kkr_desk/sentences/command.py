"""Words of the command line: what the commands print. Keys are in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.accessibility import ACCESSIBILITY_WORDS
from kkr_desk.sentences.exchange import EXCHANGE
from kkr_desk.sentences.finding import FINDING
from kkr_desk.sentences.help import HELP
from kkr_desk.sentences.publication import PUBLICATION_WORDS
from kkr_desk.sentences.sentence import Sentence

COMMAND: Mapping[str, Sentence] = {
    "advice-damaged": Sentence(
        "filen er beskadiget; få den sendt igen, eller gem den på ny som PDF",
        "the file is damaged; have it sent again, or save it as PDF anew",
    ),
    "advice-empty": Sentence(
        "filen er tom; få den sendt igen",
        "the file is empty; have it sent again",
    ),
    "advice-ok": Sentence(
        "filen har ingen sider; få den sendt igen",
        "the file has no pages; have it sent again",
    ),
    "advice-password": Sentence(
        "filen er låst med en adgangskode; giv den med --password, eller få filen sendt uden kode",
        "the file is locked with a password; give it with --password, or have the file sent without one",
    ),
    "advice-timeout": Sentence(
        "filen tog for lang tid at læse; gem den på ny som PDF",
        "the file took too long to read; save it as PDF anew",
    ),
    "advice-too-large": Sentence(
        "filen er for stor; gem den i flere dele eller med mindre billeder",
        "the file is too large; save it in parts or with smaller pictures",
    ),
    "advice-unsupported": Sentence(
        "filtypen kan ikke medtages; gem filen som PDF",
        "this kind of file cannot be included; save it as PDF",
    ),
    "attached": Sentence(
        "Punkt {item}, bilag {number}: {title} – {outcome}",
        "Item {item}, attachment {number}: {title} – {outcome}",
    ),
    "attachment-not-ready": Sentence(
        "punkt {item}, bilag {number} »{title}« ({advice})",
        "item {item}, attachment {number} “{title}” ({advice})",
    ),
    "attachments-many": Sentence(
        "{count} bilag",
        "{count} attachments",
    ),
    "attachments-one": Sentence(
        "{count} bilag",
        "{count} attachment",
    ),
    "backed-up": Sentence(
        "Sikkerhedskopien er gemt i {file}.",
        "The backup is saved in {file}.",
    ),
    "build-nothing-wanted": Sentence(
        "Vælg mindst ét dokument: --pdf, --index-pdf, --word eller --index-word.",
        "Choose at least one document: --pdf, --index-pdf, --word or --index-word.",
    ),
    "cancelled": Sentence(
        "Afbrudt. Intet er ændret.",
        "Broken off. Nothing was changed.",
    ),
    "cannot-include": Sentence(
        "kan ikke medtages",
        "cannot be included",
    ),
    "check-findings": Sentence(
        "Se på {count} i arkivet {folder}:",
        "Please look at {count} in the archive {folder}:",
    ),
    "check-well": Sentence(
        "Arkivet {folder} er helt, og alt er på plads.",
        "The archive {folder} is whole, and all is in its place.",
    ),
    "column-attachments": Sentence(
        "Bilag",
        "Attachments",
    ),
    "column-council": Sentence(
        "Råd",
        "Council",
    ),
    "column-date": Sentence(
        "Dato",
        "Date",
    ),
    "column-id": Sentence(
        "Id",
        "Id",
    ),
    "column-items": Sentence(
        "Punkter",
        "Items",
    ),
    "column-number": Sentence(
        "Nr.",
        "No.",
    ),
    "column-page": Sentence(
        "Side",
        "Page",
    ),
    "column-pages": Sentence(
        "Sider",
        "Pages",
    ),
    "column-title": Sentence(
        "Titel",
        "Title",
    ),
    "exported-collection": Sentence(
        "{file} er gemt og kontrolleret: {pages}.",
        "{file} is saved and checked: {pages}.",
    ),
    "exported-index": Sentence(
        "{file} er gemt: {pages}.",
        "{file} is saved: {pages}.",
    ),
    "exported-word": Sentence(
        "{file} er gemt og kontrolleret: {pages}. Når du har ændret i den, så opdatér indholdsfortegnelse og sidetal "
        "med Ctrl+A og F9.",
        "{file} is saved and checked: {pages}. When you have changed it, bring index and page numbers up to date with "
        "Ctrl+A and F9.",
    ),
    "files-many": Sentence(
        "{count} filer",
        "{count} files",
    ),
    "files-one": Sentence(
        "{count} fil",
        "{count} file",
    ),
    "findings-many": Sentence(
        "{count} ting",
        "{count} things",
    ),
    "findings-one": Sentence(
        "{count} ting",
        "{count} thing",
    ),
    "imported": Sentence(
        "{council}, {date}, ligger nu i arkivet: {items}, {attachments}, {pages}.",
        "{council}, {date}, is now in the archive: {items}, {attachments}, {pages}.",
    ),
    "inspected": Sentence(
        "{file}: {outcome}",
        "{file}: {outcome}",
    ),
    "items-many": Sentence(
        "{count} punkter",
        "{count} items",
    ),
    "items-one": Sentence(
        "{count} punkt",
        "{count} item",
    ),
    "log-is-at": Sentence(
        "Det tekniske er skrevet i {log}.",
        "The technical details are in {log}.",
    ),
    "meeting-heading": Sentence(
        "{council}, {date}",
        "{council}, {date}",
    ),
    "meeting-summary": Sentence(
        "{items} · {attachments} · {pages} i samlingen",
        "{items} · {attachments} · {pages} in the collection",
    ),
    "no-meetings": Sentence(
        "Der er endnu ingen møder i arkivet {folder}. Læg et ind med kkr-desk import.",
        "There are no meetings in the archive {folder} yet. Put one in with kkr-desk import.",
    ),
    "no-such-treatment": Sentence(
        "{given} kan ikke bruges. Skriv for eksempel changes=shown, comments=left-out eller paper=own.",
        "{given} cannot be used. Write for example changes=shown, comments=left-out or paper=own.",
    ),
    "not-attached": Sentence(
        "{file} er ikke vedhæftet: {reason}",
        "{file} was not attached: {reason}",
    ),
    "notice-placed": Sentence(
        "Punkt {item}, bilag {attachment}: {notice}",
        "Item {item}, attachment {attachment}: {notice}",
    ),
    "pages-many": Sentence(
        "{count} sider",
        "{count} pages",
    ),
    "pages-of": Sentence(
        "{chosen} af {count}",
        "{chosen} of {count}",
    ),
    "pages-one": Sentence(
        "{count} side",
        "{count} page",
    ),
    "pdf-a-without-pdf": Sentence(
        "--pdf-a gælder PDF-filer. Bed om en PDF, eller udelad --pdf-a.",
        "--pdf-a is about PDF files. Ask for a PDF, or leave --pdf-a out.",
    ),
    "redone": Sentence(
        "Gentaget: {label}",
        "Redone: {label}",
    ),
    "status-damaged": Sentence(
        "beskadiget",
        "damaged",
    ),
    "status-empty": Sentence(
        "tom",
        "empty",
    ),
    "status-office-missing": Sentence(
        "venter på Office",
        "waits for Office",
    ),
    "status-password": Sentence(
        "adgangskode",
        "password",
    ),
    "status-timeout": Sentence(
        "for langsom",
        "too slow",
    ),
    "status-too-large": Sentence(
        "for stor",
        "too large",
    ),
    "status-unsupported": Sentence(
        "kan ikke medtages",
        "cannot be included",
    ),
    "tidied": Sentence(
        "Ryddet op: {files} ({size}), som intet møde brugte mere, er fjernet.",
        "Tidied up: {files} ({size}) removed that no meeting used any more.",
    ),
    "tidied-nothing": Sentence(
        "Der var intet at rydde op.",
        "There was nothing to tidy up.",
    ),
    "unclear": Sentence(
        "{file} er ikke vedhæftet: navnet fortæller ikke, hvor den hører til, eller nummeret er optaget. Vedhæft den "
        "til sit punkt med kkr-desk attach.",
        "{file} was not attached: its name does not tell where it belongs, or the number is taken. Attach it to its "
        "item with kkr-desk attach.",
    ),
    "undone": Sentence(
        "Fortrudt: {label}",
        "Undone: {label}",
    ),
    "untitled-section": Sentence(
        "(uden titel)",
        "(untitled)",
    ),
    "verify-advice": Sentence(
        "Er det den rigtige fil, så lav bilagssamlingen igen, før den sendes ud. Filen er ikke rørt.",
        "If it is the right file, make the collection again before it is sent out. The file was not touched.",
    ),
    "verify-agrees": Sentence(
        "{file} stemmer: hver side af hvert bilag er med, og sidetal, bogmærker og henvisninger passer.",
        "{file} is right: every page of every attachment is there, and page numbers, bookmarks and links agree.",
    ),
    "verify-agrees-with-itself": Sentence(
        "{file} stemmer med sig selv: indholdsfortegnelse, sidetal, bogmærker og henvisninger passer sammen.",
        "{file} agrees with itself: index, page numbers, bookmarks and links fit together.",
    ),
    "verify-agrees-with-slips": Sentence(
        "{file} stemmer med mødet: sidetal, bogmærker og henvisninger passer. Ikke alle bilag er med:",
        "{file} agrees with the meeting: page numbers, bookmarks and links are right. Not every attachment is there:",
    ),
    "verify-findings": Sentence(
        "Se på {count} i {file}:",
        "Please look at {count} in {file}:",
    ),
    "verify-only-itself": Sentence(
        "Kun filens overensstemmelse med sig selv er kontrolleret. Angiv mødet med --meeting for også at kontrollere "
        "bilagene.",
        "Only the file's agreement with itself was checked. Name the meeting with --meeting to check the attachments "
        "too.",
    ),
    "word-for-editing": Sentence(
        "Word-filen er til redigering, ikke til offentliggørelse: bilagenes sider bliver billeder uden tekst, links og "
        "opmærkning til skærmlæsere. Den bliver på omkring {size}.",
        "The Word file is for editing, not for publishing: the attachments' pages become pictures without text, links "
        "and tags for screen readers. It will take about {size}.",
    ),
    **ACCESSIBILITY_WORDS,
    **EXCHANGE,
    **FINDING,
    **HELP,
    **PUBLICATION_WORDS,
}
