"""Sentences of Office files: what they bring beside their text. Keys are in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.sentence import Sentence

PAPERS: Mapping[str, Sentence] = {
    "file-office-password-wrong": Sentence(
        "Adgangskoden passer ikke til filen. Skriv den igen i bilagets rude; se efter store og små bogstaver. Koden "
        "gemmes ikke.",
        "The password does not fit the file. Write it again in the attachment's pane; mind capitals and small "
        "letters. The password is not kept.",
    ),
    "office-binary-workbook": Sentence(
        "Filen er et regneark i Excels binære format (xlsb). Åbn det, gem det som almindelig projektmappe (.xlsx) "
        "eller som PDF, og vedhæft det igen.",
        "The file is a spreadsheet in Excel's binary format (xlsb). Open it, save it as an ordinary workbook (.xlsx) "
        "or as PDF, and attach it again.",
    ),
    "office-built-oddly": Sentence(
        "Filen er bygget på en måde, som Office-programmer ikke bruger, og læses derfor ikke. Hent den på ny hos "
        "afsenderen, eller åbn den, gem den som PDF og vedhæft den igen.",
        "The file is built in a way that Office programs do not use, so it is not read. Get it anew from its sender, "
        "or open it, save it as PDF and attach it again.",
    ),
    "office-changes": Sentence(
        "Filen har registrerede ændringer: {count}, fra forfattere: {authors}. Vælg, om de skal vises med deres "
        "markering, eller om de skal udelades, så teksten står, som den er rettet.",
        "The file has tracked changes: {count}, by authors: {authors}. Choose whether to show them with their marks, "
        "or to leave the marks out, so that the text stands as corrected.",
    ),
    "office-comments": Sentence(
        "Filen har kommentarer: {count}. Vælg, om de skal vises eller udelades.",
        "The file has comments: {count}. Choose whether to show them or to leave them out.",
    ),
    "office-cut-off": Sentence(
        "Filen er ikke hel: noget af den mangler, som regel slutningen. Hent den på ny hos afsenderen, og vedhæft "
        "den igen.",
        "The file is not whole: some of it is missing, usually its end. Get it anew from its sender and attach it "
        "again.",
    ),
    "office-documents-left-out": Sentence(
        "Filen sætter andre dokumenter ind i sin tekst ({count}). De er udeladt; gem filen som PDF, og vedhæft den "
        "igen, hvis de skal med.",
        "The file puts other documents into its text ({count}). They were left out; save the file as PDF and attach "
        "it again if they are needed.",
    ),
    "office-hidden-sheets": Sentence(
        "Regnearket har skjulte ark ({count}): {sheets}. Vælg, om de skal vises eller udelades.",
        "The spreadsheet has hidden sheets ({count}): {sheets}. Choose whether to show them or to leave them out.",
    ),
    "office-hidden-slides": Sentence(
        "Præsentationen har skjulte dias: {count}. Vælg, om de skal vises eller udelades.",
        "The presentation has hidden slides: {count}. Choose whether to show them or to leave them out.",
    ),
    "office-links-left-out": Sentence(
        "Filen henter indhold andre steder fra ({count}). Det hentes ikke; det, der sidst blev gemt i filen, står "
        "der. Se efter, om noget mangler.",
        "The file fetches content from elsewhere ({count}). It is not fetched; what was last saved in the file "
        "stands there. Please check whether anything is missing.",
    ),
    "office-macros-left-out": Sentence(
        "Filen indeholder makroer (programmer). De er udeladt og bliver ikke kørt; teksten er den samme.",
        "The file holds macros (programs). They were left out and are not run; the text is the same.",
    ),
    "office-objects": Sentence(
        "I filen er der sat filer ind fra andre programmer ({count}). Der vises et billede af dem; vedhæft dem for "
        "sig, hvis alt i dem skal med.",
        "Files of other programs were put into the file ({count}). A picture of them is shown; attach them on their "
        "own if all of them is needed.",
    ),
    "office-opendocument-password": Sentence(
        "Filen er et OpenDocument-dokument med adgangskode. Åbn det med koden, gem det uden kode eller som PDF, og "
        "vedhæft det igen.",
        "The file is an OpenDocument file with a password. Open it with the password, save it without one or as PDF, "
        "and attach it again.",
    ),
    "office-too-large": Sentence(
        "Filen fylder for meget, når den pakkes ud. Del den i mindre dele, eller gem den som PDF, og vedhæft den igen.",
        "The file takes too much room when it is unpacked. Split it, or save it as PDF, and attach it again.",
    ),
}
