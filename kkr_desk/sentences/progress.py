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
    "content-copy": Sentence(
        "Gemmer filen",
        "Storing the file",
    ),
    "content-hash": Sentence(
        "Genkender filen",
        "Recognising the file",
    ),
    "inspect-pages": Sentence(
        "Ser siderne igennem",
        "Looking through the pages",
    ),
}
