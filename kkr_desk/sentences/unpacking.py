"""Sentences of files within files. Keys are in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.sentence import Sentence

UNPACKING: Mapping[str, Sentence] = {
    "file-encloses-many": Sentence(
        "Filen rummer mere end {limit} filer og pakkes ikke ud. Pak den selv ud, og vedhæft det, der skal med.",
        "The file encloses more than {limit} files and is not unpacked. Unpack it yourself and attach what is needed.",
    ),
    "file-encloses-much": Sentence(
        "Filen fylder mere end {limit} MB, når den pakkes ud, og det gør programmet ikke. Pak den selv ud, og vedhæft "
        "det, der skal med.",
        "The file unpacks to more than {limit} MB, and the program does not do that. Unpack it yourself and attach "
        "what is needed.",
    ),
}
