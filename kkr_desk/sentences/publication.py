"""Sentences of what must be decided on before a meeting's papers are published. Keys are in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.sentence import Sentence

PUBLICATION: Mapping[str, Sentence] = {
    "leak-cpr": Sentence(
        "Side {page} i den færdige fil har et CPR-nummer ({number}), som ingen har godkendt.",
        "Page {page} of the finished file has a CPR number ({number}) that nobody has accepted.",
    ),
    "leak-cpr-hidden": Sentence(
        "Den færdige fil har et CPR-nummer ({number}), som ingen har godkendt, et sted, hvor det ikke ses på siden.",
        "The finished file has a CPR number ({number}) that nobody has accepted, where no page shows it.",
    ),
    "leak-maybe-cpr": Sentence(
        "Side {page} i den færdige fil har måske et CPR-nummer ({number}). Se efter.",
        "Page {page} of the finished file may have a CPR number ({number}). Please look.",
    ),
    "leak-maybe-cpr-hidden": Sentence(
        "Den færdige fil har måske et CPR-nummer ({number}) et sted, hvor det ikke ses på siden. Se efter.",
        "The finished file may have a CPR number ({number}) where no page shows it. Please look.",
    ),
    "leak-name": Sentence(
        "Side {page} i den færdige fil nævner noget lukket ved navn: titlen eller filen til punkt {item}.",
        "Page {page} of the finished file names something closed: a title or file of item {item}.",
    ),
    "leak-name-hidden": Sentence(
        "Den færdige fil nævner noget lukket ved navn, hvor det ikke ses på siden: titlen eller filen til punkt "
        "{item}.",
        "The finished file names something closed where no page shows it: a title or file of item {item}.",
    ),
    "leak-picture": Sentence(
        "Den færdige fil har en side eller et billede fra et lukket bilag til punkt {item}.",
        "The finished file has a page or a picture of a closed attachment of item {item}.",
    ),
    "leak-text": Sentence(
        "Side {page} i den færdige fil har tekst fra noget, der er lukket, under punkt {item}.",
        "Page {page} of the finished file has text of something closed, below item {item}.",
    ),
    "leak-text-hidden": Sentence(
        "Den færdige fil har tekst fra noget, der er lukket, under punkt {item}, hvor det ikke ses på siden.",
        "The finished file has text of something closed, below item {item}, where no page shows it.",
    ),
    "publication-changes-shown": Sentence(
        "Filens registrerede ændringer vises med deres markering. Offentligheden kan se, hvad der er rettet og "
        "af hvem.",
        "The file's tracked changes are shown with their marks. The public can see what was corrected and by whom.",
    ),
    "publication-comments-shown": Sentence(
        "Filens kommentarer vises. Offentligheden kan læse dem og se, hvem der har skrevet dem.",
        "The file's comments are shown. The public can read them and see who wrote them.",
    ),
    "publication-cpr-annotation": Sentence(
        "Der står et CPR-nummer ({number}) i en kommentar eller et stempel på side {page}.",
        "There is a CPR number ({number}) in a comment or stamp on page {page}.",
    ),
    "publication-cpr-bookmark": Sentence(
        "Der står et CPR-nummer ({number}) i et af filens bogmærker.",
        "There is a CPR number ({number}) in one of the file's bookmarks.",
    ),
    "publication-cpr-elsewhere": Sentence(
        "Der står et CPR-nummer ({number}) et sted i filen, som ikke kan ses.",
        "There is a CPR number ({number}) somewhere in the file where it cannot be seen.",
    ),
    "publication-cpr-field": Sentence(
        "Der står et CPR-nummer ({number}) i et formularfelt på side {page}.",
        "There is a CPR number ({number}) in a form field on page {page}.",
    ),
    "publication-cpr-file-name": Sentence(
        "Der står et CPR-nummer ({number}) i filens navn {file}.",
        "There is a CPR number ({number}) in the file's name {file}.",
    ),
    "publication-cpr-heading": Sentence(
        "Der står et CPR-nummer ({number}) i overskriften til punkt {item}.",
        "There is a CPR number ({number}) in the heading of item {item}.",
    ),
    "publication-cpr-link": Sentence(
        "Der står et CPR-nummer ({number}) i den adresse, et link fører til.",
        "There is a CPR number ({number}) in the address that a link leads to.",
    ),
    "publication-cpr-meeting": Sentence(
        "Der står et CPR-nummer ({number}) i mødets egne oplysninger.",
        "There is a CPR number ({number}) in what is said of the meeting itself.",
    ),
    "publication-cpr-page": Sentence(
        "Der står et CPR-nummer ({number}) på side {page}.",
        "There is a CPR number ({number}) on page {page}.",
    ),
    "publication-cpr-shown": Sentence(
        "Der står et CPR-nummer ({number}) på side {page}, uden for sidens egen tekst.",
        "There is a CPR number ({number}) on page {page}, outside the page's own text.",
    ),
    "publication-cpr-spoken": Sentence(
        "Der står et CPR-nummer ({number}) i en tekst, der læses op i stedet for et billede.",
        "There is a CPR number ({number}) in a text that is read aloud in place of a picture.",
    ),
    "publication-cpr-text": Sentence(
        "Der står et CPR-nummer ({number}) i teksten til punkt {item}.",
        "There is a CPR number ({number}) in the text of item {item}.",
    ),
    "publication-cpr-title": Sentence(
        "Der står et CPR-nummer ({number}) i bilagets titel.",
        "There is a CPR number ({number}) in the attachment's title.",
    ),
    "publication-hidden-shown": Sentence(
        "Det, der er skjult i filen (ark eller dias), vises. Offentligheden kan læse det.",
        "What is hidden in the file (sheets or slides) is shown. The public can read it.",
    ),
    "publication-mail": Sentence(
        "Bilaget er en mail. Navne og mailadresser i hovedet kan læses af alle.",
        "The attachment is a mail. Names and addresses in its head can be read by everybody.",
    ),
    "publication-maybe-annotation": Sentence(
        "Der står måske et CPR-nummer ({number}) i en kommentar eller et stempel på side {page}. Se efter.",
        "There may be a CPR number ({number}) in a comment or stamp on page {page}. Please look.",
    ),
    "publication-maybe-bookmark": Sentence(
        "Der står måske et CPR-nummer ({number}) i et af filens bogmærker. Se efter.",
        "There may be a CPR number ({number}) in one of the file's bookmarks. Please look.",
    ),
    "publication-maybe-elsewhere": Sentence(
        "Der står måske et CPR-nummer ({number}) et sted i filen, som ikke kan ses. Se efter.",
        "There may be a CPR number ({number}) somewhere in the file where it cannot be seen. Please look.",
    ),
    "publication-maybe-field": Sentence(
        "Der står måske et CPR-nummer ({number}) i et formularfelt på side {page}. Se efter.",
        "There may be a CPR number ({number}) in a form field on page {page}. Please look.",
    ),
    "publication-maybe-file-name": Sentence(
        "Der står måske et CPR-nummer ({number}) i filens navn {file}. Se efter.",
        "There may be a CPR number ({number}) in the file's name {file}. Please look.",
    ),
    "publication-maybe-heading": Sentence(
        "Der står måske et CPR-nummer ({number}) i overskriften til punkt {item}. Se efter.",
        "There may be a CPR number ({number}) in the heading of item {item}. Please look.",
    ),
    "publication-maybe-link": Sentence(
        "Der står måske et CPR-nummer ({number}) i den adresse, et link fører til. Se efter.",
        "There may be a CPR number ({number}) in the address that a link leads to. Please look.",
    ),
    "publication-maybe-meeting": Sentence(
        "Der står måske et CPR-nummer ({number}) i mødets egne oplysninger. Se efter.",
        "There may be a CPR number ({number}) in what is said of the meeting itself. Please look.",
    ),
    "publication-maybe-page": Sentence(
        "Der står måske et CPR-nummer ({number}) på side {page}. Se efter.",
        "There may be a CPR number ({number}) on page {page}. Please look.",
    ),
    "publication-maybe-shown": Sentence(
        "Der står måske et CPR-nummer ({number}) på side {page}, uden for sidens egen tekst. Se efter.",
        "There may be a CPR number ({number}) on page {page}, outside the page's own text. Please look.",
    ),
    "publication-maybe-spoken": Sentence(
        "Der står måske et CPR-nummer ({number}) i en tekst, der læses op i stedet for et billede. Se efter.",
        "There may be a CPR number ({number}) in a text that is read aloud in place of a picture. Please look.",
    ),
    "publication-maybe-text": Sentence(
        "Der står måske et CPR-nummer ({number}) i teksten til punkt {item}. Se efter.",
        "There may be a CPR number ({number}) in the text of item {item}. Please look.",
    ),
    "publication-maybe-title": Sentence(
        "Der står måske et CPR-nummer ({number}) i bilagets titel. Se efter.",
        "There may be a CPR number ({number}) in the attachment's title. Please look.",
    ),
    "publication-scans": Sentence(
        "Side {pages} er billeder uden tekst ({count} i alt), så der kan ikke søges efter CPR-numre på dem. Læs "
        "dem igennem.",
        "Page {pages} is a picture without text ({count} in all), so it cannot be searched for CPR numbers. "
        "Please read it through.",
    ),
    "publication-signature-page": Sentence(
        "Side {page} ser ud til at være en side med underskrifter. Se efter, hvad den viser om dem, der har "
        "skrevet under.",
        "Page {page} seems to be a page of signatures. Please look at what it shows of those who signed.",
    ),
}
"""Notices."""

PUBLICATION_WORDS: Mapping[str, Sentence] = {
    "help-check-publication": Sentence(
        "Gå mødets papirer igennem, før de offentliggøres: CPR-numre, scannede sider, kommentarer, ændringer, "
        "skjulte ark og underskrifter. Det, der er lukket, er ikke med. Ender med 1, når der er noget, som ingen "
        "har godkendt.",
        "Look through the papers of a meeting before they are published: CPR numbers, scanned pages, comments, "
        "changes, hidden sheets and signatures. What is closed is left out. Ends with 1 when there is something "
        "that nobody has accepted.",
    ),
    "metavar-accept": Sentence(
        "NAVN",
        "NAME",
    ),
    "option-accept": Sentence(
        "Godkend fundet med dette navn (de otte tegn foran det); kan gentages.",
        "Accept the finding of this name (the eight characters before it); may be repeated.",
    ),
    "publication-accepted": Sentence(
        "{count} er godkendt før.",
        "{count} were accepted before.",
    ),
    "publication-attachment": Sentence(
        "Punkt {item}, bilag {attachment}: {title}",
        "Item {item}, attachment {attachment}: {title}",
    ),
    "publication-findings": Sentence(
        "Før offentliggørelsen skal der tages stilling til {count}. Godkend hvert af dem, eller luk bilaget.",
        "Before publication there is {count} to decide on. Accept each of them, or close the attachment.",
    ),
    "publication-meeting": Sentence(
        "Mødets egne tekster",
        "The meeting's own texts",
    ),
    "publication-well": Sentence(
        "Der er ikke fundet noget, der skal tages stilling til før offentliggørelsen. Kun tekst kan søges "
        "igennem, ikke billeder.",
        "Nothing was found that must be decided on before publication. Only text can be searched, not pictures.",
    ),
    "short-check-publication": Sentence(
        "Gå papirerne igennem, før de offentliggøres.",
        "Look through the papers before they are published.",
    ),
}
"""Words of the command line."""
