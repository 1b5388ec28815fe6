"""Sentences of the preview: why a page or a file cannot be shown in the window. Keys are in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.sentence import Sentence

PREVIEW: Mapping[str, Sentence] = {
    "preview-damaged": Sentence(
        "Filen er beskadiget og kan ikke vises her. Bed afsenderen om at sende den igen, eller åbn den i dens eget "
        "program, gem den som PDF og erstat filen. Intet er ændret.",
        "The file is damaged and cannot be shown here. Ask its sender to send it again, or open it in its own "
        "program, save it as PDF and replace the file. Nothing was changed.",
    ),
    "preview-file-gone": Sentence(
        "Filen kan ikke hentes i arkivet lige nu ({reason}). Se efter, om disken eller netværket er der, og vælg "
        "bilaget igen. Intet er ændret.",
        "The file cannot be fetched from the archive right now ({reason}). Please check the disk or the network and "
        "select the attachment again. Nothing was changed.",
    ),
    "preview-memory": Sentence(
        "Siden kræver mere hukommelse, end visningen må bruge. Åbn filen i dens eget program for at se den. Intet er "
        "ændret.",
        "The page needs more memory than the preview may use. Open the file in its own program to see it. Nothing "
        "was changed.",
    ),
    "preview-page-damaged": Sentence(
        "Side {page} kan ikke vises her. Åbn filen i dens eget program for at se den. Intet er ændret.",
        "Page {page} cannot be shown here. Open the file in its own program to see it. Nothing was changed.",
    ),
    "preview-page-slow": Sentence(
        "Side {page} tager for lang tid at tegne og vises derfor ikke her. Åbn filen i dens eget program for at se "
        "den. Intet er ændret.",
        "Page {page} takes too long to draw and is not shown here. Open the file in its own program to see it. "
        "Nothing was changed.",
    ),
    "preview-password": Sentence(
        "Filen er låst med en adgangskode og kan ikke vises her. Åbn den med koden, gem den uden kode, og erstat "
        "filen. Intet er ændret.",
        "The file is locked with a password and cannot be shown here. Open it with the password, save it without one "
        "and replace the file. Nothing was changed.",
    ),
    "preview-stopped": Sentence(
        "Siden fik visningen til at stoppe og vises derfor ikke. Åbn filen i dens eget program for at se den. Intet "
        "er ændret.",
        "The page made the preview stop and is not shown. Open the file in its own program to see it. Nothing was "
        "changed.",
    ),
}
