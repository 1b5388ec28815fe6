"""Names of the steps of long work, as shown beside the progress bar. Keys are in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.sentence import Sentence

PROGRESS: Mapping[str, Sentence] = {
    "backup-content": Sentence(
        "Kopierer bilag",
        "Copying attachments",
    ),
    "backup-database": Sentence(
        "Kopierer databasen",
        "Copying the database",
    ),
    "check-content": Sentence(
        "Kontrollerer bilag",
        "Checking attachments",
    ),
    "check-database": Sentence(
        "Kontrollerer databasen",
        "Checking the database",
    ),
    "check-search": Sentence(
        "Kontrollerer søgningen",
        "Checking the search",
    ),
    "content-copy": Sentence(
        "Gemmer filen",
        "Storing the file",
    ),
    "content-hash": Sentence(
        "Genkender filen",
        "Recognising the file",
    ),
    "erase-content": Sentence(
        "Sletter filerne",
        "Deleting the files",
    ),
    "erase-rows": Sentence(
        "Sletter mødet",
        "Deleting the meeting",
    ),
    "erase-traces": Sentence(
        "Fjerner sporene",
        "Removing the traces",
    ),
    "exchange-checking": Sentence(
        "Kontrollerer mødefilen",
        "Checking the meeting file",
    ),
    "exchange-content": Sentence(
        "Kopierer bilag",
        "Copying attachments",
    ),
    "exchange-saving": Sentence(
        "Gemmer mødet",
        "Saving the meeting",
    ),
    "export-archive": Sentence(
        "Undersøger, om filen er PDF/A",
        "Finding out whether the file is PDF/A",
    ),
    "export-claim": Sentence(
        "Undersøger, om filen er webtilgængelig",
        "Finding out whether the file is accessible",
    ),
    "export-index": Sentence(
        "Sætter indholdsfortegnelsen",
        "Setting the index",
    ),
    "export-saving": Sentence(
        "Skriver filen",
        "Writing the file",
    ),
    "export-verifying": Sentence(
        "Kontrollerer siderne",
        "Checking the pages",
    ),
    "export-verifying-text": Sentence(
        "Læser siderne igennem",
        "Reading the pages through",
    ),
    "inspect-pages": Sentence(
        "Ser siderne igennem",
        "Looking through the pages",
    ),
    "office-convert": Sentence(
        "Laver filen om til PDF",
        "Making a PDF of the file",
    ),
    "office-prepare": Sentence(
        "Gør filen klar",
        "Making the file ready",
    ),
    "picture-pages": Sentence(
        "Gør billeder til sider",
        "Making pages of pictures",
    ),
    "print-page": Sentence(
        "Udskriver side",
        "Printing page",
    ),
    "print-preparing": Sentence(
        "Gør siderne klar til udskrift",
        "Preparing the pages for printing",
    ),
    "publication-files": Sentence(
        "Gennemsøger bilag",
        "Searching attachments",
    ),
    "publication-reading": Sentence(
        "Læser den offentlige fil igennem",
        "Reading through the public file",
    ),
    "recognise-pages": Sentence(
        "Læser teksten på scannede sider",
        "Reading the text of scanned pages",
    ),
    "search": Sentence(
        "Søger",
        "Searching",
    ),
    "search-index": Sentence(
        "Gør arkivet klar til søgning",
        "Preparing the archive for search",
    ),
    "write-pdf": Sentence(
        "Skriver filen på ny",
        "Writing the file anew",
    ),
}
