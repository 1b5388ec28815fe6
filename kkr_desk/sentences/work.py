"""Sentences for worker processes and outside programs that could not do their work; keys in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.sentence import Sentence

WORK: Mapping[str, Sentence] = {
    "program-missing": Sentence(
        "Programmet {program}, som skal bruges til filen, findes ikke på denne computer. Få det installeret, og prøv "
        "igen, eller gem filen som PDF. Intet er gået tabt.",
        "The program {program}, which the file needs, is not on this computer. Have it installed and try again, or "
        "save the file as PDF. Nothing was lost.",
    ),
    "program-not-started": Sentence(
        "Programmet {program}, som skal bruges til filen, kunne ikke startes ({reason}). Luk andre programmer, og prøv "
        "igen, eller gem filen som PDF. Intet er gået tabt.",
        "The program {program}, which the file needs, could not be started ({reason}). Close other programs and try "
        "again, or save the file as PDF. Nothing was lost.",
    ),
    "program-timeout": Sentence(
        "Programmet {program} tog for lang tid om filen og blev stoppet efter {seconds} sekunder. Prøv igen; sker det "
        "samme, så gem filen som PDF. Intet er gået tabt.",
        "The program {program} took too long over the file and was stopped after {seconds} seconds. Try again; if it "
        "happens again, save the file as PDF. Nothing was lost.",
    ),
    "worker-busy": Sentence(
        "Programmet kom i uorden, mens det arbejdede med en fil. Prøv igen. Intet er gået tabt.",
        "The program got out of order while it worked on a file. Try again. Nothing was lost.",
    ),
    "worker-died": Sentence(
        "Den del af programmet, der læser og skriver filer, stoppede uventet. Prøv igen; sker det samme med den "
        "samme fil, så gem filen som PDF på ny. Intet er gået tabt.",
        "The part of the program that reads and writes files stopped unexpectedly. Try again; if the same file does "
        "it again, save it as PDF anew. Nothing was lost.",
    ),
    "worker-exception": Sentence(
        "Noget uventet skete under arbejdet med en fil. Intet er gået tabt. Hvad der skete, står i loggen.",
        "Something unexpected happened while working on a file. Nothing was lost. The log says what happened.",
    ),
    "worker-idle": Sentence(
        "Programmet kom i uorden, mens det ventede på en fil. Prøv igen. Intet er gået tabt.",
        "The program got out of order while it waited for a file. Try again. Nothing was lost.",
    ),
    "worker-memory": Sentence(
        "Opgaven kræver mere hukommelse, end programmet må bruge. Del filen i mindre dele, eller gem den som en "
        "mindre PDF. Intet er gået tabt.",
        "The job needs more memory than the program may use. Split the file, or save it as a smaller PDF. Nothing "
        "was lost.",
    ),
    "worker-timeout": Sentence(
        "Opgaven tog for lang tid og blev stoppet efter {seconds} sekunder. Prøv igen; sker det samme med den samme "
        "fil, så gem filen som PDF på ny. Intet er gået tabt.",
        "The job took too long and was stopped after {seconds} seconds. Try again; if the same file does it again, "
        "save it as PDF anew. Nothing was lost.",
    ),
}
