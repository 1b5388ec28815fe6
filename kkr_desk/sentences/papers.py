"""Sentences of Office files: what they bring beside their text. Keys are in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.sentence import Sentence

PAPERS: Mapping[str, Sentence] = {
    "file-office-password-wrong": Sentence(
        "Adgangskoden passer ikke til filen. Se efter store og små bogstaver, og prøv igen, eller bed afsenderen om "
        "filen uden kode. Koden er ikke gemt.",
        "The password does not open the file. Check capital and small letters and try again, or ask the sender for "
        "the file without a password. The password was not kept.",
    ),
    "office-binary-workbook": Sentence(
        "Filen er et regneark i Excels binære format (xlsb). Åbn det i Excel, gem det som almindelig projektmappe "
        "(.xlsx) eller som PDF, og vedhæft det igen.",
        "The file is a spreadsheet in Excel's binary format (xlsb). Open it in Excel, save it as an ordinary workbook "
        "(.xlsx) or as PDF, and attach it again.",
    ),
    "office-built-oddly": Sentence(
        "Filen er bygget på en måde, som Office-programmer ikke bruger, og er derfor ikke læst. Bed afsenderen om at "
        "sende den igen, eller åbn den, gem den som PDF, og vedhæft PDF'en.",
        "The file is built in a way that Office programs do not use, so it was not read. Ask its sender to send it "
        "again, or open it, save it as PDF and attach that.",
    ),
    "office-changes": Sentence(
        "Filen har registrerede rettelser (antal: {count}, forfattere: {authors}). Vælg, om de skal vises med deres "
        "markering, eller om de skal godkendes, så teksten står, som den er rettet.",
        "The file has tracked changes (number: {count}, authors: {authors}). Choose whether to show them with their "
        "marks, or to accept them, so that the text stands as corrected.",
    ),
    "office-comments": Sentence(
        "Filen har kommentarer: {count}. Vælg, om de skal vises eller udelades.",
        "The file has comments: {count}. Choose whether to show them or to leave them out.",
    ),
    "office-cut-off": Sentence(
        "Filen er ikke hel: noget af den mangler, som regel slutningen. Bed afsenderen om at sende den igen, og "
        "vedhæft den igen.",
        "The file is not whole: some of it is missing, usually its end. Ask its sender to send it again and attach it "
        "again.",
    ),
    "office-documents-left-out": Sentence(
        "Filen sætter andre dokumenter ind i sin tekst ({count}). De er udeladt. Skal de med, så åbn filen, gem den "
        "som PDF, og vedhæft PDF'en.",
        "The file puts other documents into its text ({count}). They were left out. If they are needed, open the "
        "file, save it as PDF and attach that.",
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
        "Filen vil hente noget andre steder fra ({count}). Det sker ikke; i stedet står det, der sidst blev gemt i "
        "filen. Se efter, om noget mangler.",
        "The file would fetch something from elsewhere ({count}). That is not done; what was last saved in the file "
        "stands there. Please check whether anything is missing.",
    ),
    "office-macros-left-out": Sentence(
        "Filen indeholder makroer (små programmer). De er udeladt og bliver ikke kørt; teksten er den samme.",
        "The file holds macros (small programs). They were left out and are not run; the text is the same.",
    ),
    "office-objects": Sentence(
        "I filen er der sat filer ind fra andre programmer ({count}). Der vises et billede af dem. Skal alt i dem "
        "med, så vedhæft dem for sig.",
        "Files of other programs were put into the file ({count}). A picture of them is shown. If all of them is "
        "needed, attach them on their own.",
    ),
    "office-opendocument-password": Sentence(
        "Filen er et OpenDocument-dokument, som er låst med en adgangskode. Åbn det med koden, gem det uden kode "
        "eller som PDF, og vedhæft det igen.",
        "The file is an OpenDocument file that is locked with a password. Open it with the password, save it without "
        "one or as PDF, and attach it again.",
    ),
    "office-too-large": Sentence(
        "Filen fylder for meget, når den pakkes ud. Del den i mindre dele, eller gem den som PDF, og vedhæft den igen.",
        "The file takes too much room when it is unpacked. Split it, or save it as PDF, and attach it again.",
    ),
}
