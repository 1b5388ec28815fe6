"""Sentences of Office files and the program that converts them. Keys are in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.sentence import Sentence

OFFICE: Mapping[str, Sentence] = {
    "office-missing": Sentence(
        "Filen er et Office-dokument ({kind}), og der er hverken LibreOffice eller Microsoft Office på maskinen til at "
        "lave den om til PDF. Den er gemt som bilag og laves om af sig selv, når LibreOffice er installeret. Vil du "
        "ikke vente, så gem den som PDF et andet sted, og vælg »Erstat med PDF«.",
        "The file is an Office document ({kind}), and neither LibreOffice nor Microsoft Office is on this machine to "
        "make a PDF of it. It is kept as an attachment and is converted by itself once LibreOffice is installed. If "
        "you would rather not wait, save it as PDF elsewhere and choose “Replace with PDF”.",
    ),
    "office-no-pages": Sentence(
        "Der er ingen sider at vise i filen: den er tom, eller alt i den er skjult. Se efter i filen, eller få den "
        "rigtige hos afsenderen.",
        "There are no pages to show in the file: it is empty, or all in it is hidden. Have a look at the file, or get "
        "the right one from its sender.",
    ),
    "office-not-converted": Sentence(
        "Filen kunne ikke åbnes for at blive lavet om til PDF; den er sandsynligvis beskadiget. Åbn den i det program, "
        "den er lavet i, gem den som PDF, og vælg »Erstat med PDF«, eller hent den på ny hos afsenderen.",
        "The file could not be opened to make a PDF of it; it is probably damaged. Open it in the program that it was "
        "made with, save it as PDF and choose “Replace with PDF”, or get it anew from its sender.",
    ),
}
