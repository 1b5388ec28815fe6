"""Sentences of the notices: what a caseworker should know of a file or a document. Keys are in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.sentence import Sentence

NOTICES: Mapping[str, Sentence] = {
    "content-damaged": Sentence(
        "Filen til bilaget »{title}« er beskadiget i arkivet ({sha256}). Vedhæft den igen, eller hent den fra en "
        "sikkerhedskopi.",
        "The file of the attachment “{title}” is damaged in the archive ({sha256}). Attach it again or fetch it "
        "from a backup.",
    ),
    "content-leftover": Sentence(
        "En afbrudt kopiering har efterladt {file}. Den fjernes næste gang arkivet åbnes.",
        "An interrupted copy has left {file} behind. It is removed the next time the archive is opened.",
    ),
    "content-missing": Sentence(
        "Filen til bilaget »{title}« mangler i arkivet ({sha256}). Vedhæft den igen, eller hent den fra en "
        "sikkerhedskopi.",
        "The file of the attachment “{title}” is missing in the archive ({sha256}). Attach it again or fetch it "
        "from a backup.",
    ),
    "content-unreferenced": Sentence(
        "Filen {file} ({size} byte) bruges ikke af noget bilag. Den fylder, men gør ingen skade.",
        "The file {file} ({size} bytes) is used by no attachment. It takes room but does no harm.",
    ),
    "row-dangling": Sentence(
        "Arkivet henviser til noget, der ikke findes ({table} til {target}). Hent den seneste sikkerhedskopi, eller "
        "spørg it-afdelingen.",
        "The archive refers to something that is not there ({table} to {target}). Fetch the latest backup or ask "
        "your IT department.",
    ),
    "store-damaged": Sentence(
        "Arkivets database er beskadiget: {what}. Hent den seneste sikkerhedskopi, og gem den beskadigede fil.",
        "The archive's database is damaged: {what}. Fetch the latest backup and keep the damaged file.",
    ),
}
