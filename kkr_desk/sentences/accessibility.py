"""Sentences of how accessible attachments are, and of the mail to their senders. Keys are in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.sentence import Sentence

ACCESSIBILITY: Mapping[str, Sentence] = {
    "accessibility-absent": Sentence(
        "Filen kan ikke medtages, så der står en erstatningsside i stedet for den.",
        "The file cannot be included, so a slip page stands in its place.",
    ),
    "accessibility-alternates": Sentence(
        "Billeder uden en beskrivelse i ord (alternativ tekst): {count}, på side {pages}.",
        "Pictures without a description in words (alternate text): {count}, on page {pages}.",
    ),
    "accessibility-alternates-anywhere": Sentence(
        "Billeder uden en beskrivelse i ord (alternativ tekst): {count}.",
        "Pictures without a description in words (alternate text): {count}.",
    ),
    "accessibility-ask-fonts": Sentence(
        "Bed afsenderen om at gemme PDF-filen igen med alle skrifttyper indlejret.",
        "Ask the sender to save the PDF again with all fonts embedded.",
    ),
    "accessibility-ask-original": Sentence(
        "Bed afsenderen om originalen som webtilgængelig PDF (med tags) i stedet for en scanning. Kan den ikke "
        "skaffes, så beskriv hver side i ord.",
        "Ask the sender for the original as an accessible PDF (with tags) instead of a scan. If there is none, "
        "describe each page in words.",
    ),
    "accessibility-ask-tagged": Sentence(
        "Bed afsenderen om en webtilgængelig PDF (med tags), eller gem selv originalen som PDF med tags, og erstat "
        "filen.",
        "Ask the sender for an accessible PDF (with tags), or save the original as PDF with tags yourself, and "
        "replace the file.",
    ),
    "accessibility-fonts": Sentence(
        "Skrifttyper, der ikke er indlejret i filen: {fonts}.",
        "Fonts that are not embedded in the file: {fonts}.",
    ),
    "accessibility-give-alternates": Sentence(
        "Beskriv billederne i ord, eller bed afsenderen om det.",
        "Describe the pictures in words, or ask the sender to.",
    ),
    "accessibility-give-language": Sentence(
        "Vælg bilagets sprog.",
        "Choose the language of the attachment.",
    ),
    "accessibility-language": Sentence(
        "Filen siger ikke, hvilket sprog den er på.",
        "The file does not say in which language it is.",
    ),
    "accessibility-look": Sentence(
        "Filen bliver undersøgt, når mødet åbnes. Sker det ikke, så erstat den.",
        "The file is looked at when the meeting is opened. If it is not, replace it.",
    ),
    "accessibility-mend": Sentence(
        "Få en fil, der kan læses, og erstat den her.",
        "Get a file that can be read and put it in its place.",
    ),
    "accessibility-scans": Sentence(
        "Scannede sider, som kun er billeder og ikke kan læses op: {pages}.",
        "Scanned pages, which are mere pictures and cannot be read aloud: {pages}.",
    ),
    "accessibility-unknown": Sentence(
        "Det er ikke undersøgt endnu, om filen er webtilgængelig.",
        "Nobody has looked yet whether the file is accessible.",
    ),
    "accessibility-untagged": Sentence(
        "Sider med tekst, men uden tags til overskrifter, lister og tabeller: {pages}.",
        "Pages with text but without tags for headings, lists and tables: {pages}.",
    ),
}
"""Notices."""

ACCESSIBILITY_WORDS: Mapping[str, Sentence] = {
    "accessibility-attachment": Sentence(
        "Punkt {item}, bilag {attachment}: {title} – {verdict}",
        "Item {item}, attachment {attachment}: {title} – {verdict}",
    ),
    "accessibility-count": Sentence(
        "{accessible} af {attachments} er webtilgængelige.",
        "{accessible} of {attachments} are accessible.",
    ),
    "accessibility-none": Sentence(
        "Mødet har ingen bilag endnu.",
        "The meeting has no attachments yet.",
    ),
    "exported-accessible": Sentence(
        "Filen er mærket som webtilgængelig (PDF/UA).",
        "The file says that it is accessible (PDF/UA).",
    ),
    "exported-unclaimed": Sentence(
        "Filen er ikke mærket som webtilgængelig (PDF/UA):",
        "The file does not say that it is accessible (PDF/UA):",
    ),
    "help-accessibility": Sentence(
        "Fortæl, hvor webtilgængelige bilagene er: om de har tags, kun tekst eller er scannet, hvad de mangler, og "
        "hvad der kan gøres. Med --mail også en mail til afsenderen af hvert bilag, der mangler noget.",
        "Tell how accessible the attachments are: whether they have tags, text alone or are scans, what they lack and "
        "what can be done. With --mail also a mail to the sender of each attachment that lacks something.",
    ),
    "mail-about": Sentence(
        "Det handler om bilaget »{title}« (filen {file}) til punkt {item} på mødet i {council} den {date}.",
        "This is about the attachment “{title}” (the file {file}) to item {item} of the meeting of {council} on "
        "{date}.",
    ),
    "mail-about-several": Sentence(
        "Det handler om jeres bilag til mødet i {council} den {date}.",
        "This is about your attachments to the meeting of {council} on {date}.",
    ),
    "mail-ask": Sentence(
        "Kan I sende os en webtilgængelig PDF (med tags)?",
        "Could you send us an accessible PDF (with tags)?",
    ),
    "mail-end": Sentence(
        "Venlig hilsen",
        "Kind regards",
    ),
    "mail-hello": Sentence(
        "Hej",
        "Hello",
    ),
    "mail-how": Sentence(
        "I Word: Gem som PDF, vælg Indstillinger, og sæt kryds ved dokumentstruktur (tags). Brug rigtige overskrifter, "
        "sæt sproget, og skriv alternativ tekst til billederne. En scanning kan ikke gøres tilgængelig på den måde; "
        "send da gerne originalen.",
        "In Word: save as PDF, choose Options and tick document structure tags. Use real headings, set the language "
        "and give the pictures alternate texts. A scan cannot be made accessible in that way; please send the "
        "original then.",
    ),
    "mail-lacking": Sentence(
        "Det mangler »{title}« (filen {file}, punkt {item}):",
        "What “{title}” lacks (the file {file}, item {item}):",
    ),
    "mail-subject": Sentence(
        "Kan I sende os en webtilgængelig PDF af »{title}«?",
        "Could you send us an accessible PDF of “{title}”?",
    ),
    "mail-subject-several": Sentence(
        "Kan I sende os {count} bilag som webtilgængelig PDF?",
        "Could you send us {count} attachments as accessible PDF?",
    ),
    "mail-thanks": Sentence(
        "På forhånd tak for hjælpen.",
        "Thank you very much for your help.",
    ),
    "mail-why": Sentence(
        "Bilagene offentliggøres, så alle skal kunne læse dem, også med en skærmlæser.",
        "The attachments are published, so everybody must be able to read them, also with a screen reader.",
    ),
    "option-mail": Sentence(
        "Skriv også en mail til afsenderen af hvert bilag, der mangler noget.",
        "Write also a mail to the sender of each attachment that lacks something.",
    ),
    "short-accessibility": Sentence(
        "Fortæl, hvor webtilgængelige bilagene er.",
        "Tell how accessible the attachments are.",
    ),
    "verdict-absent": Sentence(
        "Kan ikke medtages",
        "Cannot be included",
    ),
    "verdict-accessible": Sentence(
        "Webtilgængelig",
        "Accessible",
    ),
    "verdict-mixed": Sentence(
        "Delvist tilgængelig",
        "Partly accessible",
    ),
    "verdict-scan": Sentence(
        "Scannet",
        "Scan",
    ),
    "verdict-tagged": Sentence(
        "Mangler noget",
        "Lacks something",
    ),
    "verdict-text": Sentence(
        "Kun tekst",
        "Text alone",
    ),
    "verdict-unknown": Sentence(
        "Ikke undersøgt",
        "Not looked at",
    ),
}
"""Words of the command line and of the mail."""
