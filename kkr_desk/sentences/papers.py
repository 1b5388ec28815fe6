"""Sentences of Office files: what they bring beside their text. Keys are in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.sentence import Sentence

PAPERS: Mapping[str, Sentence] = {
    "office-built-oddly": Sentence(
        "Filen er bygget på en måde, som Office-programmer ikke bruger, og læses derfor ikke. Hent den på ny hos "
        "afsenderen, eller åbn den, gem den som PDF og vedhæft den igen.",
        "The file is built in a way that Office programs do not use, so it is not read. Get it anew from its sender, "
        "or open it, save it as PDF and attach it again.",
    ),
    "office-cut-off": Sentence(
        "Filen er ikke hel: noget af den mangler, som regel slutningen. Hent den på ny hos afsenderen, og vedhæft "
        "den igen.",
        "The file is not whole: some of it is missing, usually its end. Get it anew from its sender and attach it again.",
    ),
    "office-too-large": Sentence(
        "Filen fylder for meget, når den pakkes ud. Del den i mindre dele, eller gem den som PDF, og vedhæft den igen.",
        "The file takes too much room when it is unpacked. Split it, or save it as PDF, and attach it again.",
    ),
}
