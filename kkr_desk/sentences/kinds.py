"""Sentences of kinds of files, most of them of kinds that cannot be included. Keys are in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.sentence import Sentence

KINDS: Mapping[str, Sentence] = {
    "file-apple": Sentence(
        "Filen er lavet i Apples Pages, Numbers eller Keynote og kan kun åbnes dér. Bed afsenderen om at gemme den "
        "som PDF, og vedhæft PDF'en.",
        "The file was made in Apple’s Pages, Numbers or Keynote, and only they can open it. Ask its sender to save it "
        "as PDF and attach that.",
    ),
    "file-book": Sentence(
        "Filen er en e-bog. Åbn den i et program til e-bøger, udskriv de sider, der skal med, til PDF, og vedhæft "
        "PDF'en.",
        "The file is an e-book. Open it in a program for e-books, print the pages that are needed to PDF and attach "
        "that.",
    ),
    "file-database": Sentence(
        "Filen er en database, ikke et dokument. Bed afsenderen om det, der skal læses, som PDF.",
        "The file is a database, not a document. Ask its sender for what is to be read as PDF.",
    ),
    "file-disk-image": Sentence(
        "Filen er en kopi af en hel disk, ikke et dokument. Åbn den ikke, hvis den er uventet. Bed ellers afsenderen "
        "om de filer, der skal med.",
        "The file is the image of a disk, not a document. Do not open it if it is unexpected. Otherwise ask its "
        "sender for the files that are needed.",
    ),
    "file-drawing": Sentence(
        "Filen er en tegning, en plan eller en publikation fra et andet program. Bed afsenderen om at gemme den som "
        "PDF, og vedhæft PDF'en.",
        "The file is a drawing, a plan or a publication of another program. Ask its sender to save it as PDF and "
        "attach that.",
    ),
    "file-font": Sentence(
        "Filen er en skrifttype, ikke et dokument. Se efter, om det er den rigtige fil.",
        "The file is a font, not a document. Please check that it is the right file.",
    ),
    "file-garbled": Sentence(
        "Filens indhold er ikke det, dens navn siger, og kan ikke læses som noget andet. Den er sandsynligvis "
        "beskadiget. Bed afsenderen om at sende den igen.",
        "The file does not hold what its name says, nor anything else that can be read. It is probably damaged. Ask "
        "its sender to send it again.",
    ),
    "file-kind-differs": Sentence(
        "Filens navn ender på {ending}, men indholdet er en {kind}-fil, og sådan er den behandlet.",
        "The file’s name ends in {ending}, but it holds a {kind} file and was treated as that.",
    ),
    "file-link": Sentence(
        "Filen er en genvej eller et link, ikke selve dokumentet. Åbn den ikke, hvis den er uventet. Åbn ellers det, "
        "den fører til, gem det som PDF, og vedhæft PDF'en.",
        "The file is a shortcut or a link, not the document itself. Do not open it if it is unexpected. Otherwise "
        "open what it leads to, save that as PDF and attach it.",
    ),
    "file-media": Sentence(
        "Filen er lyd eller film og kan ikke stå på papir. Skriv i punktet, hvor den kan høres eller ses.",
        "The file is sound or film and cannot be put on paper. Say in the item where it can be heard or seen.",
    ),
    "file-old": Sentence(
        "Filen er fra et meget gammelt kontorprogram. Bed afsenderen om at gemme den som PDF, og vedhæft PDF'en.",
        "The file is of a very old office program. Ask its sender to save it as PDF and attach that.",
    ),
    "file-onenote": Sentence(
        "Filen er en OneNote-notesbog. Åbn den ikke, hvis den er uventet. Åbn den ellers i OneNote, eksportér siderne "
        "til PDF, og vedhæft PDF'en.",
        "The file is a OneNote notebook. Do not open it if it is unexpected. Otherwise open it in OneNote, export the "
        "pages to PDF and attach that.",
    ),
    "file-script": Sentence(
        "Filen er efter sit navn et script, det vil sige et program, og ikke et dokument. Se efter, om det er den "
        "rigtige fil, og åbn den ikke, hvis den er uventet.",
        "By its name the file is a script, that is a program, and not a document. Please check that it is the right "
        "file, and do not open it if it is unexpected.",
    ),
    "file-sealed": Sentence(
        "Filen er krypteret eller signeret som helhed. Åbn den i dit mailprogram, gem det, der skal med, som PDF, og "
        "vedhæft det.",
        "The file is encrypted or signed as a whole. Open it in your mail program, save what is needed as PDF and "
        "attach that.",
    ),
    "file-unknown": Sentence(
        "Filen er af en slags, som programmet ikke kender. Åbn den i det program, den kommer fra, gem den som PDF, og "
        "vedhæft PDF'en.",
        "The file is of a kind that the program does not know. Open it in the program it comes from, save it as PDF "
        "and attach that.",
    ),
}
