"""Sentences of what does not fit in a meeting file or in the settings. Keys are in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.sentence import Sentence

FORMS: Mapping[str, Sentence] = {
    "meeting-file-attachment-twice": Sentence(
        "Mødefilen {file} bruger bilagsnummer {number} to gange i samme punkt ({field}). Giv hvert bilag sit nummer. "
        "Intet er ændret.",
        "The meeting file {file} uses attachment number {number} twice within one item ({field}). Give each "
        "attachment its own number. Nothing was changed.",
    ),
    "meeting-file-attachments-missing": Sentence(
        "Bilag, der ikke ligger i mødefilens mappe ({count}):{files}"
        "Læg filerne der, eller ret navnene i {file}. Intet er ændret.",
        "Attachments that are not in the meeting file's folder ({count}):{files}"
        "Put the files there, or correct their names in {file}. Nothing was changed.",
    ),
    "meeting-file-broken": Sentence(
        "Mødefilen {file} kan ikke læses: der er en fejl i linje {line}, tegn {column}, fx et manglende komma eller "
        "anførselstegn. Ret den, og prøv igen. Intet er ændret.",
        "The meeting file {file} cannot be read: something is wrong in line {line}, character {column}, such as a "
        "missing comma or quotation mark. Correct it and try again. Nothing was changed.",
    ),
    "meeting-file-date": Sentence(
        "Feltet {field} i mødefilen {file} er ikke en dato. Skriv den som 2024-06-19. Intet er ændret.",
        "The field {field} in the meeting file {file} is not a date. Write it as 2024-06-19. Nothing was changed.",
    ),
    "meeting-file-encoding": Sentence(
        "Mødefilen {file} er ikke gemt som UTF-8: linje {line} har tegn, der ikke kan læses. Gem den igen som UTF-8. "
        "Intet er ændret.",
        "The meeting file {file} is not saved as UTF-8: line {line} holds characters that cannot be read. Save it "
        "again as UTF-8. Nothing was changed.",
    ),
    "meeting-file-field-missing": Sentence(
        "Feltet {field} mangler i mødefilen {file}. Tilføj det, og prøv igen. Intet er ændret.",
        "The field {field} is missing from the meeting file {file}. Add it and try again. Nothing was changed.",
    ),
    "meeting-file-field-twice": Sentence(
        "Feltet {field} står to gange i mødefilen {file}. Slet det ene, og prøv igen. Intet er ændret.",
        "The field {field} stands twice in the meeting file {file}. Delete one of them and try again. Nothing was "
        "changed.",
    ),
    "meeting-file-field-unknown": Sentence(
        "Mødefilen {file} har et felt, som programmet ikke kender: {field}. Ret navnet, eller slet feltet. Intet er "
        "ændret.",
        "The meeting file {file} has a field that the program does not know: {field}. Correct its name, or delete "
        "it. Nothing was changed.",
    ),
    "meeting-file-item-number": Sentence(
        'Feltet {field} i mødefilen {file} er ikke et punktnummer. Skriv det som "2" eller "2.1". Intet er ændret.',
        'The field {field} in the meeting file {file} is not an item number. Write it as "2" or "2.1". Nothing '
        "was changed.",
    ),
    "meeting-file-item-twice": Sentence(
        "Mødefilen {file} bruger punktnummer {number} to gange ({field}). Giv hvert punkt sit nummer. Intet er ændret.",
        "The meeting file {file} uses item number {number} twice ({field}). Give each item its own number. Nothing "
        "was changed.",
    ),
    "meeting-file-language": Sentence(
        'Feltet {field} i mødefilen {file} er ikke et sprog. Skriv sprogets kode som "da-DK" eller "en". Intet er '
        "ændret.",
        'The field {field} in the meeting file {file} is not a language. Write its code, such as "da-DK" or "en". '
        "Nothing was changed.",
    ),
    "meeting-file-list-long": Sentence(
        "Listen {field} i mødefilen {file} er for lang; der er plads til {limit}. Del mødet op, og prøv igen. Intet "
        "er ændret.",
        "The list {field} in the meeting file {file} is too long; it may hold {limit}. Split the meeting and try "
        "again. Nothing was changed.",
    ),
    "meeting-file-missing": Sentence(
        "Mødefilen {file} findes ikke. Se efter, om navnet er rigtigt, og prøv igen. Intet er ændret.",
        "The meeting file {file} does not exist. Please check its name and try again. Nothing was changed.",
    ),
    "meeting-file-not-a-meeting": Sentence(
        "{file} er ikke en mødefil. Se efter, om det er den rigtige fil; formatet er beskrevet i "
        "docs/meeting-format.md. Intet er ændret.",
        "{file} is not a meeting file. Please check that it is the right one; the format is described in "
        "docs/meeting-format.md. Nothing was changed.",
    ),
    "meeting-file-not-fields": Sentence(
        "Feltet {field} i mødefilen {file} skal være en gruppe af felter i krøllede parenteser. Ret det, og prøv "
        "igen. Intet er ændret.",
        "The field {field} in the meeting file {file} must be a group of fields in curly brackets. Correct it and "
        "try again. Nothing was changed.",
    ),
    "meeting-file-not-list": Sentence(
        "Feltet {field} i mødefilen {file} skal være en liste i kantede parenteser. Ret det, og prøv igen. Intet er "
        "ændret.",
        "The field {field} in the meeting file {file} must be a list in square brackets. Correct it and try again. "
        "Nothing was changed.",
    ),
    "meeting-file-not-number": Sentence(
        "Feltet {field} i mødefilen {file} skal være et helt tal uden anførselstegn. Ret det, og prøv igen. Intet er "
        "ændret.",
        "The field {field} in the meeting file {file} must be a whole number without quotation marks. Correct it and "
        "try again. Nothing was changed.",
    ),
    "meeting-file-not-text": Sentence(
        "Feltet {field} i mødefilen {file} skal være en tekst i anførselstegn. Ret det, og prøv igen. Intet er ændret.",
        "The field {field} in the meeting file {file} must be a text in quotation marks. Correct it and try again. "
        "Nothing was changed.",
    ),
    "meeting-file-not-yes-no": Sentence(
        "Feltet {field} i mødefilen {file} skal være true eller false uden anførselstegn. Ret det, og prøv igen. "
        "Intet er ændret.",
        "The field {field} in the meeting file {file} must be true or false without quotation marks. Correct it and "
        "try again. Nothing was changed.",
    ),
    "meeting-file-number-large": Sentence(
        "Tallet i feltet {field} i mødefilen {file} må højst være {limit}. Ret det, og prøv igen. Intet er ændret.",
        "The number in the field {field} of the meeting file {file} may be at most {limit}. Correct it and try "
        "again. Nothing was changed.",
    ),
    "meeting-file-number-small": Sentence(
        "Tallet i feltet {field} i mødefilen {file} skal mindst være {limit}. Ret det, og prøv igen. Intet er ændret.",
        "The number in the field {field} of the meeting file {file} must be at least {limit}. Correct it and try "
        "again. Nothing was changed.",
    ),
    "meeting-file-path-outside": Sentence(
        "Feltet {field} i mødefilen {file} peger uden for mødefilens mappe: {path}. Læg bilaget i mappen, og skriv "
        "dets navn med skråstreg (/) mellem mapper. Intet er ændret.",
        "The field {field} in the meeting file {file} leads outside the meeting file's folder: {path}. Put the "
        "attachment into the folder and write its name with a slash (/) between folders. Nothing was changed.",
    ),
    "meeting-file-picture": Sentence(
        'Feltet {field} i mødefilen {file} nævner et sted, der ikke kan have en tekst. Skriv stedet som "figure:3" '
        'eller "page:2". Intet er ændret.',
        "The field {field} in the meeting file {file} names a place that cannot have a text. Write the place as "
        '"figure:3" or "page:2". Nothing was changed.',
    ),
    "meeting-file-text-empty": Sentence(
        "Feltet {field} i mødefilen {file} er tomt. Udfyld det, og prøv igen. Intet er ændret.",
        "The field {field} in the meeting file {file} is empty. Fill it in and try again. Nothing was changed.",
    ),
    "meeting-file-text-long": Sentence(
        "Teksten i feltet {field} i mødefilen {file} er for lang; der er plads til {limit} tegn. Forkort den, og "
        "prøv igen. Intet er ændret.",
        "The text in the field {field} of the meeting file {file} is too long; it may have {limit} characters. "
        "Shorten it and try again. Nothing was changed.",
    ),
    "meeting-file-text-unprintable": Sentence(
        "Teksten i feltet {field} i mødefilen {file} har tegn, der ikke kan vises, fx et linjeskift. Slet dem, og "
        "prøv igen. Intet er ændret.",
        "The text in the field {field} of the meeting file {file} has characters that cannot be shown, such as a "
        "line break. Delete them and try again. Nothing was changed.",
    ),
    "meeting-file-too-large": Sentence(
        "{file} er for stor til at være en mødefil. Se efter, om det er den rigtige fil. Intet er ændret.",
        "{file} is too large to be a meeting file. Please check that it is the right one. Nothing was changed.",
    ),
    "settings-braces": Sentence(
        "Indstillingen {field} i {file} har krøllede parenteser, som ikke kan udfyldes. Her kan bruges {allowed}. "
        "Ret den, og prøv igen. Intet er ændret.",
        "The setting {field} in {file} has curly brackets that cannot be filled in. Here you may use {allowed}. "
        "Correct it and try again. Nothing was changed.",
    ),
    "settings-braces-missing": Sentence(
        "Indstillingen {field} i {file} skal indeholde {needed}. Ret den, og prøv igen. Intet er ændret.",
        "The setting {field} in {file} must contain {needed}. Correct it and try again. Nothing was changed.",
    ),
    "settings-broken": Sentence(
        "Indstillingerne i {file} kan ikke læses: der er en fejl i linje {line}. Ret den, og prøv igen. Intet er "
        "ændret.",
        "The settings in {file} cannot be read: something is wrong in line {line}. Correct it and try again. Nothing "
        "was changed.",
    ),
    "settings-choice": Sentence(
        "Indstillingen {field} i {file} skal være en af disse: {choices}. Ret den, og prøv igen. Intet er ændret.",
        "The setting {field} in {file} must be one of these: {choices}. Correct it and try again. Nothing was changed.",
    ),
    "settings-colour": Sentence(
        'Indstillingen {field} i {file} er ikke en farve. Skriv den som "#1f4e79". Intet er ændret.',
        'The setting {field} in {file} is not a colour. Write it as "#1f4e79". Nothing was changed.',
    ),
    "settings-language": Sentence(
        'Indstillingen {field} i {file} er ikke et sprog. Skriv det som "da-DK". Intet er ændret.',
        'The setting {field} in {file} is not a language. Write it as "da-DK". Nothing was changed.',
    ),
    "settings-missing": Sentence(
        "Filen med indstillinger, {file}, findes ikke. Se efter, om navnet er rigtigt, og prøv igen. Intet er ændret.",
        "The settings file {file} does not exist. Please check its name and try again. Nothing was changed.",
    ),
    "settings-number": Sentence(
        "Indstillingen {field} i {file} skal være et tal fra {low} til {high} uden anførselstegn. Ret den, og prøv "
        "igen. Intet er ændret.",
        "The setting {field} in {file} must be a number from {low} to {high} without quotation marks. Correct it and "
        "try again. Nothing was changed.",
    ),
    "settings-text": Sentence(
        "Indstillingen {field} i {file} skal være en tekst i anførselstegn på én linje og højst {limit} tegn. Ret "
        "den, og prøv igen. Intet er ændret.",
        "The setting {field} in {file} must be a text in quotation marks on one line, of at most {limit} characters. "
        "Correct it and try again. Nothing was changed.",
    ),
    "settings-unknown": Sentence(
        "Indstillingen {field} i {file} kendes ikke. Ret navnet, eller slet linjen. Intet er ændret.",
        "The setting {field} in {file} is not known. Correct its name, or delete the line. Nothing was changed.",
    ),
}
