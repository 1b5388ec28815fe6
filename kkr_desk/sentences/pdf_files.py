"""Sentences of PDFs that cannot be taken as they came. Keys are in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.sentence import Sentence

PDF_FILES: Mapping[str, Sentence] = {
    "comments-left-out": Sentence(
        "Kommentarer og markeringer er taget ud ({count} i alt). Stempler, tekst skrevet på siden og tegninger uden "
        "ord er der stadig.",
        "Comments and markings were taken out ({count} in all). Stamps, text typed onto the page and drawings without "
        "words are still there.",
    ),
    "file-pages-blank": Sentence(
        "Side {pages} i den reparerede fil er tom ({count} i alt). Stod der noget på dem, er det gået tabt: "
        "sammenlign med originalen, eller bed afsenderen om at sende filen igen.",
        "Page {pages} of the repaired file is blank ({count} in all). If anything stood there it is lost: compare "
        "with the original, or ask its sender to send the file again.",
    ),
    "file-pages-lost": Sentence(
        "Filen var beskadiget og er repareret, men sider kan mangle: {count} kunne læses, og filen tyder på "
        "{promised}. Sammenlign med originalen, eller bed afsenderen om at sende filen igen.",
        "The file was damaged and has been repaired, but pages may be missing: {count} could be read, and the file "
        "suggests {promised}. Compare with the original, or ask its sender to send the file again.",
    ),
    "file-password": Sentence(
        "Filen er låst med en adgangskode. Skriv koden i bilagets rude; den bruges kun til at åbne filen og gemmes "
        "ikke.",
        "The file is locked with a password. Type it in the attachment’s pane; it is only used to open the file and "
        "is not kept.",
    ),
    "file-password-wrong": Sentence(
        "Adgangskoden passer ikke til filen. Se efter store og små bogstaver, og prøv igen, eller bed afsenderen om "
        "filen uden kode. Koden er ikke gemt.",
        "The password does not open the file. Check capital and small letters and try again, or ask the sender for "
        "the file without a password. The password was not kept.",
    ),
    "file-xfa": Sentence(
        "Filen er en formular (XFA), som kun Adobe Reader kan vise. Åbn den dér, udskriv den til PDF og vedhæft "
        "resultatet.",
        "The file is a form (XFA) that only Adobe Reader can show. Open it there, print it to PDF and attach the "
        "result.",
    ),
    "pdf-form-flattened": Sentence(
        "Felter i formularen har tegn, som kun kan vises som billede, og er gjort til en del af siden: {fields} "
        "({count} i alt). Se efter, at de ser rigtige ud.",
        "Fields of the form have letters that can only be shown as a picture, and were made part of the page: "
        "{fields} ({count} in all). Please check that they look right.",
    ),
    "pdf-form-formatting": Sentence(
        "Felter i formularen har fed, kursiv eller anden formatering, som ikke vises; ordene er med: {fields} ({count} "
        "i alt). Skal formateringen med, så udskriv filen til PDF og vedhæft den i stedet.",
        "Fields of the form have bold, italics or other formatting that is not shown; the words are: {fields} ({count} "
        "in all). If the formatting matters, print the file to PDF and attach that instead.",
    ),
    "pdf-form-letters": Sentence(
        "Felter i formularen har tegn, som ikke kan vises her og bliver til tomme kasser: {fields} ({count} i alt). "
        "Åbn filen, udskriv den til PDF og vedhæft den i stedet.",
        "Fields of the form have letters that cannot be shown here and become empty boxes: {fields} ({count} in all). "
        "Open the file, print it to PDF and attach that instead.",
    ),
    "pdf-repaired": Sentence(
        "Filen var beskadiget og er repareret. Se efter, at alle {count} sider er med og ser rigtige ud. Den "
        "oprindelige fil er også gemt.",
        "The file was damaged and has been repaired. Please check that all {count} pages are there and look right. "
        "The original file is kept too.",
    ),
    "pdf-unlocked": Sentence(
        "Filen var låst med en adgangskode. Den åbnede udgave kommer med uden kode; koden er ikke gemt.",
        "The file was locked with a password. The opened version comes along without one; the password was not kept.",
    ),
    "pdf-written-on": Sentence(
        "Der er stempler, skrevet tekst eller tegninger oven på siderne: {count}. De kan også ses i bilagssamlingen.",
        "There are stamps, typed text or drawings on top of the pages: {count}. They show in the collection too.",
    ),
    "recognition-missing": Sentence(
        "Scannede sider kan ikke gøres søgbare her: OCRmyPDF og Tesseract med dansk er ikke installeret. Bed "
        "it-afdelingen om dem.",
        "Scanned pages cannot be made searchable here: OCRmyPDF and Tesseract with Danish are not installed. Ask your "
        "IT department for them.",
    ),
    "text-not-recognised": Sentence(
        "Der blev ikke fundet tekst på side {pages} ({count} i alt). De kommer med som billeder; er der skrift på dem, "
        "så bed afsenderen om en tydeligere udgave.",
        "No text was found on page {pages} ({count} in all). They come along as pictures; if there is writing on them, "
        "ask the sender for a clearer version.",
    ),
    "text-recognised": Sentence(
        "Teksten på scannede sider er læst af programmet: side {pages} ({count} i alt). Den bruges til søgning og "
        "oplæsning og kan have fejl; billedet af siden er uændret.",
        "The text of scanned pages was read by the program: page {pages} ({count} in all). It serves search and "
        "reading aloud and may hold mistakes; the picture of the page is unchanged.",
    ),
}
