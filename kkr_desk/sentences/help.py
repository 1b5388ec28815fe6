"""Help texts of the command line. Keys are in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.sentence import Sentence

HELP: Mapping[str, Sentence] = {
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
    "help-attach-folder": Sentence(
        "Vedhæft filerne i en mappe (også en pakket) til de punkter, deres navne fortæller. De øvrige bliver nævnt.",
        "Attach the files of a folder (or a packed one) to the items that their names tell. The others are named.",
    ),
    "help-backup": Sentence(
        "Gem en sikkerhedskopi af hele arkivet i FIL.",
        "Save a backup of the whole archive in FILE.",
    ),
    "help-build": Sentence(
        "Lav bilagssamlingen af en mødefil direkte, uden om arkivet, som PDF, som Word-fil eller begge dele. Formatet "
        "er beskrevet i docs/meeting-format.md.",
        "Make the collection of a meeting file at once, without the archive, as PDF, as a Word file or both. The "
        "format is described in docs/meeting-format.md.",
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
    "help-open-meeting": Sentence(
        "Læg et møde fra en mødefil (.kkr) ind i arkivet med dets historik. Er mødet her allerede, vises det, der "
        "er anderledes, og intet ændres, før du vælger med --take.",
        "Put a meeting from a meeting file (.kkr) into the archive with its history. If the meeting is here "
        "already, what differs is shown, and nothing is changed until you choose with --take.",
    ),
    "help-redo": Sentence(
        "Gentag det, der sidst blev fortrudt.",
        "Make the change that was undone last again.",
    ),
    "help-save-meeting": Sentence(
        "Gem et møde som én fil (.kkr) til en kollega eller en USB-nøgle: punkter, tekster, bilag, beslutninger og "
        "historik.",
        "Save a meeting as one file (.kkr) for a colleague or a stick: items, texts, attachments, decisions and "
        "history.",
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
    "metavar-folder": Sentence(
        "MAPPE",
        "FOLDER",
    ),
    "metavar-index_pdf": Sentence(
        "FIL",
        "FILE",
    ),
    "metavar-index_word": Sentence(
        "FIL",
        "FILE",
    ),
    "metavar-item": Sentence(
        "PUNKT",
        "ITEM",
    ),
    "metavar-items": Sentence(
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
    "metavar-pages": Sentence(
        "SIDER",
        "PAGES",
    ),
    "metavar-password": Sentence(
        "KODE",
        "PASSWORD",
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
    "metavar-treat": Sentence(
        "HVAD=HVORDAN",
        "WHAT=HOW",
    ),
    "metavar-word": Sentence(
        "FIL",
        "FILE",
    ),
    "metavar-word_template": Sentence(
        "FIL",
        "FILE",
    ),
    "option-document": Sentence(
        "Bilagssamlingen (collection) eller indholdsfortegnelsen alene (index).",
        "The collection, or the index alone.",
    ),
    "option-enclosed": Sentence(
        "Vedhæft også de filer, der ligger i mails.",
        "Attach the files that come with mails too.",
    ),
    "option-format_": Sentence(
        "Dokumentets format.",
        "Format of the document.",
    ),
    "option-full": Sentence(
        "Læs også teksten på hver side; det tager længere tid.",
        "Read the text of every page too; it takes longer.",
    ),
    "option-help": Sentence(
        "Vis denne hjælp.",
        "Show this help.",
    ),
    "option-include_closed": Sentence(
        "Tag også det med, der er lukket for offentligheden.",
        "Include what is closed to the public too.",
    ),
    "option-index_pdf": Sentence(
        "Gem desuden indholdsfortegnelsen alene i denne fil.",
        "Save the index alone in this file as well.",
    ),
    "option-index_word": Sentence(
        "Gem indholdsfortegnelsen alene som Word-fil i denne fil.",
        "Save the index alone as a Word file in this file.",
    ),
    "option-items": Sentence(
        "Kun dette punkt; kan gentages. Resten bliver, som det er her.",
        "This item alone; may be repeated. The rest stays as it is here.",
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
    "option-pages": Sentence(
        "Tag kun disse af hver fils sider med, for eksempel 1-3,5; uden tilvalget alle.",
        "Take only these of each file's pages, such as 1-3,5; without the option, all.",
    ),
    "option-password": Sentence(
        "Adgangskode til filer, der er låst; den gemmes ikke. Kan i stedet stå i KKR_DESK_PASSWORD.",
        "Password of files that are locked; it is not kept. May stand in KKR_DESK_PASSWORD instead.",
    ),
    "option-pdf": Sentence(
        "Gem bilagssamlingen i denne fil.",
        "Save the collection in this file.",
    ),
    "option-pdf_a": Sentence(
        "Lav PDF-filen til arkiv (PDF/A-2b), eller sig, hvorfor det ikke kan lade sig gøre.",
        "Make the PDF for the archive (PDF/A-2b), or say why that cannot be done.",
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
    "option-take": Sentence(
        "Hvad der skal gælde, hvor mødet her er anderledes: det foreslåede, filens eller det, der er her.",
        "What is to stand where the meeting here differs: what is suggested, the file's, or what is here.",
    ),
    "option-tidy": Sentence(
        "Fjern først filer, som intet møde bruger, og som fortryd ikke kan hente frem igen, når de har ligget en uge.",
        "First remove files that no meeting uses and no undo can bring back, once they have been there for a week.",
    ),
    "option-treat": Sentence(
        "Bestem, hvordan filerne bliver til PDF: changes, comments eller hidden med =shown eller =left-out; paper=own; "
        "detail=fewer; reading=recognised.",
        "Decide how the files become PDF: changes, comments or hidden with =shown or =left-out; paper=own; "
        "detail=fewer; reading=recognised.",
    ),
    "option-version": Sentence(
        "Vis programmets version.",
        "Show the program's version.",
    ),
    "option-word": Sentence(
        "Gem bilagssamlingen som Word-fil til redigering i denne fil.",
        "Save the collection as a Word file for editing in this file.",
    ),
    "option-word_template": Sentence(
        "Brug rådets egen Word-skabelon (.docx) i stedet for programmets.",
        "Use the council's own Word template (.docx) instead of the program's.",
    ),
    "short-attach": Sentence(
        "Læg filer i arkivet som bilag til et punkt",
        "Put files into the archive as attachments of an item",
    ),
    "short-attach-folder": Sentence(
        "Læg filerne i en mappe i arkivet efter deres navne",
        "Put the files of a folder into the archive by their names",
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
    "short-open-meeting": Sentence(
        "Læg et møde fra en mødefil ind i arkivet",
        "Put a meeting from a meeting file into the archive",
    ),
    "short-redo": Sentence(
        "Gentag det, der sidst blev fortrudt",
        "Make the change undone last again",
    ),
    "short-save-meeting": Sentence(
        "Gem ét møde som en fil",
        "Save one meeting as a file",
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
}
