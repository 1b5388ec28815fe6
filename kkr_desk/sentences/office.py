"""Sentences of Office files and the program that converts them. Keys are in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.sentence import Sentence

OFFICE: Mapping[str, Sentence] = {
    "office-missing": Sentence(
        "Filen kan ikke laves om til PDF endnu, for hverken LibreOffice eller Microsoft Office er på maskinen. Den er "
        "gemt som bilag og bliver lavet om af sig selv, når LibreOffice er installeret. Kan det ikke vente, så gem "
        "den som PDF på en computer, der kan åbne den, og vælg »Erstat med PDF«.",
        "No PDF can be made of the file yet, since neither LibreOffice nor Microsoft Office is on this machine. It is "
        "kept as an attachment, and its PDF is made by itself once LibreOffice is installed. If that cannot wait, "
        "save it as PDF on a computer that can open it and choose “Replace with PDF”.",
    ),
    "office-no-pages": Sentence(
        "Der er ingen sider at vise i filen: den er tom, eller alt i den er skjult. Se efter i filen, eller bed "
        "afsenderen om den rigtige.",
        "There are no pages to show in the file: it is empty, or all in it is hidden. Have a look at the file, or ask "
        "its sender for the right one.",
    ),
    "office-not-converted": Sentence(
        "Filen kunne ikke åbnes for at blive lavet om til PDF; den er sandsynligvis beskadiget. Åbn den i det "
        "program, den er lavet i, gem den som PDF, og vælg »Erstat med PDF«, eller bed afsenderen om at sende den "
        "igen.",
        "The file could not be opened to make a PDF of it; it is probably damaged. Open it in the program that it was "
        "made with, save it as PDF and choose “Replace with PDF”, or ask its sender to send it again.",
    ),
}
