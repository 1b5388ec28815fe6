"""Sentences of files within files. Keys are in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.sentence import Sentence

UNPACKING: Mapping[str, Sentence] = {
    "file-encloses": Sentence(
        "Inde i filen ligger andre filer ({count}): {files}. De kommer ikke med i bilagssamlingen; vedhæft dem for "
        "sig, hvis de skal med.",
        "Inside the file are other files ({count}): {files}. They do not come along into the collection; attach them "
        "on their own if they are needed.",
    ),
    "file-encloses-many": Sentence(
        "Filen rummer mere end {limit} filer og er derfor ikke pakket ud. Pak den selv ud, og vedhæft det, der skal "
        "med.",
        "The file encloses more than {limit} files and was therefore not unpacked. Unpack it yourself and attach what "
        "is needed.",
    ),
    "file-encloses-much": Sentence(
        "Filen fylder mere end {limit} MB, når den pakkes ud, og er derfor ikke pakket ud. Pak den selv ud, og "
        "vedhæft det, der skal med.",
        "The file unpacks to more than {limit} MB and was therefore not unpacked. Unpack it yourself and attach what "
        "is needed.",
    ),
    "file-encloses-nothing": Sentence(
        "Der er ingen filer at tage ud af {file}.",
        "There are no files to take out of {file}.",
    ),
    "file-packed": Sentence(
        "Filen er en pakket mappe med {count} fil(er): {files}. Vedhæft dens filer i stedet: træk den ind på "
        "dagsordenen, så bliver den pakket ud.",
        "The file is a packed folder of {count} file(s): {files}. Attach its files instead: drag it onto the agenda "
        "and it is unpacked.",
    ),
    "zip-damaged": Sentence(
        "Den pakkede mappe er beskadiget og kan ikke pakkes ud. Bed afsenderen om at sende den igen.",
        "The packed folder is damaged and cannot be unpacked. Ask its sender to send it again.",
    ),
    "zip-method": Sentence(
        "Den pakkede mappe er pakket på en måde, som programmet ikke kan læse. Pak den selv ud, og vedhæft det, der "
        "skal med.",
        "The packed folder was packed in a way that the program cannot read. Unpack it yourself and attach what is "
        "needed.",
    ),
    "zip-overlaps": Sentence(
        "Den pakkede mappe er lavet, så den fylder meget mere, end den ser ud til, og pakkes ikke ud. Åbn den ikke, "
        "hvis den er uventet.",
        "The packed folder was made to unpack to much more than it seems, and is not unpacked. Do not open it if it "
        "is unexpected.",
    ),
    "zip-password": Sentence(
        "Den pakkede mappe er låst med en adgangskode. Pak den selv ud med koden, og vedhæft det, der skal med.",
        "The packed folder is locked with a password. Unpack it yourself with the password and attach what is needed.",
    ),
    "zip-password-wrong": Sentence(
        "Adgangskoden til den pakkede mappe passer ikke, eller den er låst på en måde, som programmet ikke kan læse. "
        "Pak den selv ud med koden, og vedhæft det, der skal med.",
        "The password of the packed folder is not right, or it is locked in a way that the program cannot read. "
        "Unpack it yourself with the password and attach what is needed.",
    ),
}
