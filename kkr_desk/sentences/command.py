"""Words of the command line: help texts and what the commands print. Keys are in alphabetical order."""

from collections.abc import Mapping

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
        "filen er beskyttet med adgangskode; få den sendt uden",
        "the file is protected by a password; have it sent without one",
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
    "backed-up": Sentence(
        "Sikkerhedskopien er gemt i {file}.",
        "The backup is saved in {file}.",
    ),
    "cancelled": Sentence(
        "Afbrudt. Intet er ændret.",
        "Broken off. Nothing was changed.",
    ),
    "check-findings": Sentence(
        "Der er {count} ting at se på i arkivet {folder}:",
        "There are {count} things to look at in the archive {folder}:",
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
    "exported": Sentence(
        "{file} er gemt: {pages} sider, kontrolleret.",
        "{file} is saved: {pages} pages, checked.",
    ),
    "heading-commands": Sentence(
        "Kommandoer",
        "Commands",
    ),
    "help-attach": Sentence(
        "Læg filer i arkivet som bilag til et punkt, sidst blandt punktets bilag. MØDE er en dato, en del af rådets "
        "navn eller begyndelsen af mødets id; PUNKT er punktets nummer.",
        "Put files into the archive as attachments of an item, after those it has. MEETING is a date, part of the "
        "council's name or the beginning of the meeting's id; ITEM is the item's number.",
    ),
    "help-backup": Sentence(
        "Gem en sikkerhedskopi af hele arkivet i FIL.",
        "Save a backup of the whole archive in FILE.",
    ),
    "help-build": Sentence(
        "Lav bilagssamlingen af en mødefil direkte, uden om arkivet. Formatet er beskrevet i docs/meeting-format.md.",
        "Make the collection of a meeting file at once, without the archive. The format is described in "
        "docs/meeting-format.md.",
    ),
    "help-check": Sentence(
        "Kontrollér, at arkivets møder og bilag er hele og på plads.",
        "Check that the archive's meetings and attachments are whole and in their place.",
    ),
    "help-export": Sentence(
        "Lav et mødes bilagssamling eller dens indholdsfortegnelse. MØDE er en dato, en del af rådets navn eller "
        "begyndelsen af mødets id.",
        "Make a meeting's collection, or the index alone. MEETING is a date, part of the council's name or the "
        "beginning of the meeting's id.",
    ),
    "help-import": Sentence(
        "Læg et møde fra en mødefil i arkivet sammen med bilagene, der ligger ved siden af den.",
        "Put a meeting from a meeting file into the archive, with the attachments that lie beside it.",
    ),
    "help-inspect": Sentence(
        "Se, hvad der ville ske, hvis filerne blev bilag. Intet bliver gemt.",
        "See what would happen if the files became attachments. Nothing is stored.",
    ),
    "help-kkr-desk": Sentence(
        "KKR Desk: dagsorden, bilagssamling og referat for sekretariatet i et kommunekontaktråd.",
        "KKR Desk: agenda, collection of attachments and minutes for the secretariat of a municipal contact council.",
    ),
    "help-list": Sentence(
        "Vis arkivets møder, de nyeste først.",
        "List the archive's meetings, newest first.",
    ),
    "help-redo": Sentence(
        "Gentag det, der sidst blev fortrudt.",
        "Make the change that was undone last again.",
    ),
    "help-show": Sentence(
        "Vis et mødes dagsorden med bilagenes sidetal i samlingen. MØDE er en dato, en del af rådets navn eller "
        "begyndelsen af mødets id.",
        "Show a meeting's agenda with the attachments' pages in the collection. MEETING is a date, part of the "
        "council's name or the beginning of the meeting's id.",
    ),
    "help-undo": Sentence(
        "Fortryd den seneste ændring.",
        "Undo the last change.",
    ),
    "help-verify": Sentence(
        "Læs en bilagssamling igen, og se, om indholdsfortegnelse, sidetal, bogmærker og henvisninger stemmer. Med "
        "--meeting kontrolleres også, at hver side af hvert bilag er med og uændret.",
        "Read a collection again and see whether index, page numbers, bookmarks and links agree. With --meeting, "
        "also that every page of every attachment is there and unchanged.",
    ),
    "imported": Sentence(
        "{council}, {date}, ligger nu i arkivet: {items} punkter, {attachments} bilag, {pages} sider.",
        "{council}, {date}, is now in the archive: {items} items, {attachments} attachments, {pages} pages.",
    ),
    "inspected": Sentence(
        "{file}: {outcome}",
        "{file}: {outcome}",
    ),
    "meeting-heading": Sentence(
        "{council}, {date}",
        "{council}, {date}",
    ),
    "meeting-summary": Sentence(
        "{items} punkter · {attachments} bilag · {pages} sider i samlingen",
        "{items} items · {attachments} attachments · {pages} pages in the collection",
    ),
    "metavar-command": Sentence(
        "KOMMANDO ...",
        "COMMAND ...",
    ),
    "metavar-file": Sentence(
        "FIL",
        "FILE",
    ),
    "metavar-files": Sentence(
        "FIL...",
        "FILE...",
    ),
    "metavar-index_pdf": Sentence(
        "FIL",
        "FILE",
    ),
    "metavar-item": Sentence(
        "PUNKT",
        "ITEM",
    ),
    "metavar-meeting": Sentence(
        "MØDE",
        "MEETING",
    ),
    "metavar-meeting_file": Sentence(
        "MØDE.json",
        "MEETING.json",
    ),
    "metavar-options": Sentence(
        "[TILVALG]",
        "[OPTIONS]",
    ),
    "metavar-output": Sentence(
        "FIL",
        "FILE",
    ),
    "metavar-pdf": Sentence(
        "FIL",
        "FILE",
    ),
    "metavar-settings": Sentence(
        "FIL",
        "FILE",
    ),
    "metavar-store": Sentence(
        "MAPPE",
        "FOLDER",
    ),
    "no-meetings": Sentence(
        "Der er endnu ingen møder i arkivet {folder}. Læg et ind med kkr-desk import.",
        "There are no meetings in the archive {folder} yet. Put one in with kkr-desk import.",
    ),
    "option-document": Sentence(
        "Bilagssamlingen (collection) eller indholdsfortegnelsen alene (index).",
        "The collection, or the index alone.",
    ),
    "option-format_": Sentence(
        "Dokumentets format.",
        "Format of the document.",
    ),
    "option-full": Sentence(
        "Læs også teksten på hver side; det tager længere tid.",
        "Read the text of every page too; it takes longer.",
    ),
    "option-index_pdf": Sentence(
        "Gem desuden indholdsfortegnelsen alene i denne fil.",
        "Save the index alone in this file as well.",
    ),
    "option-json": Sentence(
        "Skriv hvert resultat som ét JSON-objekt på en linje.",
        "Print each result as one JSON object on a line.",
    ),
    "option-lang": Sentence(
        "Sprog: da (dansk) eller en (engelsk).",
        "Language: da (Danish) or en (English).",
    ),
    "option-meeting": Sentence(
        "Mødet, som samlingen er lavet af: et møde i arkivet eller en mødefil.",
        "The meeting that the collection was made of: one in the archive, or a meeting file.",
    ),
    "option-output": Sentence(
        "Gem dokumentet i denne fil.",
        "Save the document in this file.",
    ),
    "option-pdf": Sentence(
        "Gem bilagssamlingen i denne fil.",
        "Save the collection in this file.",
    ),
    "option-settings": Sentence(
        "Brug indstillingerne i denne fil i stedet for dine egne.",
        "Use the settings in this file instead of your own.",
    ),
    "option-slip_pages": Sentence(
        "Sæt en tydelig erstatningsside ind for bilag, der ikke kan medtages.",
        "Put a visible slip page in place of attachments that cannot be included.",
    ),
    "option-store": Sentence(
        "Mappen, som arkivet med møder og bilag ligger i.",
        "Folder of the archive with meetings and attachments.",
    ),
    "option-version": Sentence(
        "Vis programmets version.",
        "Show the program's version.",
    ),
    "pages": Sentence(
        "{count} sider",
        "{count} pages",
    ),
    "redone": Sentence(
        "Gentaget: {label}",
        "Redone: {label}",
    ),
    "short-attach": Sentence(
        "Læg filer i arkivet som bilag til et punkt",
        "Put files into the archive as attachments of an item",
    ),
    "short-backup": Sentence(
        "Gem en sikkerhedskopi af arkivet",
        "Save a backup of the archive",
    ),
    "short-build": Sentence(
        "Lav bilagssamlingen af en mødefil direkte",
        "Make the collection of a meeting file at once",
    ),
    "short-check": Sentence(
        "Kontrollér arkivet",
        "Check the archive",
    ),
    "short-export": Sentence(
        "Lav et mødes bilagssamling eller indholdsfortegnelse",
        "Make a meeting's collection or index",
    ),
    "short-import": Sentence(
        "Læg et møde fra en mødefil i arkivet",
        "Put a meeting from a meeting file into the archive",
    ),
    "short-inspect": Sentence(
        "Se, hvad der ville ske, hvis filer blev bilag",
        "See what would happen if files became attachments",
    ),
    "short-list": Sentence(
        "Vis arkivets møder",
        "List the archive's meetings",
    ),
    "short-redo": Sentence(
        "Gentag det, der sidst blev fortrudt",
        "Make the change undone last again",
    ),
    "short-show": Sentence(
        "Vis et mødes dagsorden",
        "Show a meeting's agenda",
    ),
    "short-undo": Sentence(
        "Fortryd den seneste ændring",
        "Undo the last change",
    ),
    "short-verify": Sentence(
        "Kontrollér en færdig bilagssamling",
        "Check a finished collection",
    ),
    "status-damaged": Sentence(
        "beskadiget",
        "damaged",
    ),
    "status-empty": Sentence(
        "tom",
        "empty",
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
        "ikke PDF",
        "not PDF",
    ),
    "undone": Sentence(
        "Fortrudt: {label}",
        "Undone: {label}",
    ),
    "untitled-section": Sentence(
        "(uden titel)",
        "(untitled)",
    ),
    "verify-agrees": Sentence(
        "{file} stemmer: hver side af hvert bilag er med, og sidetal, bogmærker og henvisninger passer.",
        "{file} is right: every page of every attachment is there, and page numbers, bookmarks and links agree.",
    ),
    "verify-agrees-with-itself": Sentence(
        "{file} stemmer med sig selv: indholdsfortegnelse, sidetal, bogmærker og henvisninger passer sammen.",
        "{file} agrees with itself: index, page numbers, bookmarks and links fit together.",
    ),
    "verify-findings": Sentence(
        "Der er {count} ting at se på i {file}:",
        "There are {count} things to look at in {file}:",
    ),
    "verify-only-itself": Sentence(
        "Kun filens overensstemmelse med sig selv er kontrolleret. Angiv mødet med --meeting for også at kontrollere "
        "bilagene.",
        "Only the file's agreement with itself was checked. Name the meeting with --meeting to check the attachments "
        "too.",
    ),
}
