"""Sentences of mails, texts and web pages that are laid out. Keys are in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.sentence import Sentence

WRITING: Mapping[str, Sentence] = {
    "characters-as-boxes": Sentence(
        "Tegn, der ikke findes i programmets skrift, fx smileys, står som tomme bokse (antal: {count}). Betyder de "
        "noget, så udskriv filen til PDF fra det program, den hører til, og erstat den med PDF'en.",
        "Characters that the program’s type has not, such as smileys, are shown as empty boxes (number: {count}). If "
        "they matter, print the file to PDF from its own program and replace it with that.",
    ),
    "mail-damaged": Sentence(
        "Mailen er beskadiget og kan ikke læses. Bed afsenderen om at sende den igen, eller udskriv den til PDF fra "
        "mailprogrammet.",
        "The mail is damaged and cannot be read. Ask its sender to send it again, or print it to PDF from the mail "
        "program.",
    ),
    "mail-encrypted": Sentence(
        "Mailen er krypteret eller pakket ind i sin underskrift og kan kun læses i modtagerens mailprogram. Åbn den "
        "dér, udskriv den til PDF, og vedhæft PDF'en.",
        "The mail is encrypted or packed into its signature and can be read only in its receiver’s mail program. Open "
        "it there, print it to PDF and attach that.",
    ),
    "mail-part-damaged": Sentence(
        "Dele af mailen er beskadiget og kommer med, så godt de kan læses. Se efter, om alt er der.",
        "Parts of the mail are damaged and come along as far as they can be read. Please check that all is there.",
    ),
    "mail-signature-lost": Sentence(
        "Mailen er underskrevet digitalt. Underskriften kan ikke kontrolleres i den PDF, der er lavet af den.",
        "The mail is digitally signed. The signature cannot be checked in the PDF that was made of it.",
    ),
    "mail-too-complex": Sentence(
        "Mailen har mere end {limit} dele og læses ikke. Udskriv den til PDF fra mailprogrammet.",
        "The mail has more than {limit} parts and is not read. Print it to PDF from the mail program.",
    ),
    "remote-pictures-left-out": Sentence(
        "Billeder, der skulle hentes fra nettet, er udeladt (antal: {count}). Skal de med, så åbn mailen eller siden "
        "dér, hvor den hører til, og udskriv den til PDF.",
        "Pictures that would have to be fetched from the net are left out (number: {count}). If they are needed, open "
        "the mail or page where it belongs and print it to PDF.",
    ),
    "text-encoding": Sentence(
        "Filen siger ikke, hvordan dens bogstaver er skrevet, så programmet har gættet ({encoding}). Se efter, om æ, "
        "ø og å er rigtige.",
        "The file does not say how its letters are written, so the program has guessed ({encoding}). Please check "
        "that letters such as æ, ø and å are right.",
    ),
    "writing-empty": Sentence(
        "Der er ingen tekst i filen. Se efter, om det er den rigtige fil.",
        "There is no text in the file. Please check that it is the right file.",
    ),
    "writing-too-large": Sentence(
        "Filen fylder mere end {limit} MB, og så lang en tekst bliver ikke lavet om til PDF. Tag det ud, der skal "
        "med, og vedhæft det.",
        "The file is larger than {limit} MB, and no PDF is made of so long a text. Take out what is needed and attach "
        "that.",
    ),
    "writing-too-long": Sentence(
        "Teksten fylder mere end {limit} sider og er ikke lavet om til PDF. Tag det ud, der skal med, og vedhæft det.",
        "The text takes more than {limit} pages and no PDF was made of it. Take out what is needed and attach that.",
    ),
    "writing-too-tangled": Sentence(
        "Teksten er sat op på en måde, der er for indviklet til at blive læst. Åbn filen i det program, den kommer "
        "fra, udskriv den til PDF, og vedhæft PDF'en.",
        "The text is set in a way that is too complicated to be read. Open the file in the program it comes from, "
        "print it to PDF and attach that.",
    ),
}
