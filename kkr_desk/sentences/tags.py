"""Sentences of a finished document's tags and claims: what is wrong, why it claims neither PDF/UA nor PDF/A.

Keys are in alphabetical order.
"""

from collections.abc import Mapping

from kkr_desk.sentences.sentence import Sentence

TAGS: Mapping[str, Sentence] = {
    "archive-actions": Sentence(
        "Punkt {item}, bilag {attachment}, »{title}«: der er knapper eller links, som starter noget, et arkiv ikke "
        "må ({rules}).",
        "Item {item}, attachment {attachment}, “{title}”: there are buttons or links that start what an archive "
        "must not ({rules}).",
    ),
    "archive-annotations": Sentence(
        "Punkt {item}, bilag {attachment}, »{title}«: der er felter, kommentarer eller underskrifter, som ikke kan "
        "vises ens for altid ({rules}).",
        "Item {item}, attachment {attachment}, “{title}”: there are fields, comments or signatures that cannot be "
        "shown alike for ever ({rules}).",
    ),
    "archive-colours": Sentence(
        "Punkt {item}, bilag {attachment}, »{title}«: der er farver, som ikke er entydige, for eksempel trykfarver "
        "({rules}).",
        "Item {item}, attachment {attachment}, “{title}”: there are colours whose meaning is not fixed, such as "
        "those for printing ({rules}).",
    ),
    "archive-fonts": Sentence(
        "Punkt {item}, bilag {attachment}, »{title}«: der er skrifttyper, som ikke er helt med i filen ({rules}).",
        "Item {item}, attachment {attachment}, “{title}”: there are fonts that are not wholly in the file ({rules}).",
    ),
    "archive-layers": Sentence(
        "Punkt {item}, bilag {attachment}, »{title}«: der er lag, som kan vises eller skjules på en måde, et arkiv "
        "ikke må ({rules}).",
        "Item {item}, attachment {attachment}, “{title}”: there are layers shown or hidden in a way that an "
        "archive must not have ({rules}).",
    ),
    "archive-other": Sentence(
        "Punkt {item}, bilag {attachment}, »{title}«: der er andet, som PDF/A ikke tillader ({rules}).",
        "Item {item}, attachment {attachment}, “{title}”: there is something else that PDF/A does not allow ({rules}).",
    ),
    "archive-pictures": Sentence(
        "Punkt {item}, bilag {attachment}, »{title}«: der er billeder, som er gemt på en måde, PDF/A ikke tillader "
        "({rules}).",
        "Item {item}, attachment {attachment}, “{title}”: there are pictures stored in a way that PDF/A does not "
        "allow ({rules}).",
    ),
    "archive-unchecked": Sentence(
        "Det kunne ikke undersøges, om filen er PDF/A.",
        "It could not be found out whether the file is PDF/A.",
    ),
    "archive-whole": Sentence(
        "Dokumentet som helhed har noget, som PDF/A ikke tillader ({rules}).",
        "The document as a whole has something that PDF/A does not allow ({rules}).",
    ),
    "claim-alternates": Sentence(
        "Der er billeder uden en beskrivelse i ord ({rules}).",
        "There are pictures without a description in words ({rules}).",
    ),
    "claim-annotations": Sentence(
        "Der er links, felter eller kommentarer, som ikke kan læses op, som de skal ({rules}).",
        "There are links, fields or comments that cannot be read aloud as they should ({rules}).",
    ),
    "claim-content": Sentence(
        "Der er noget på siderne, som ingen tags fortæller om ({rules}).",
        "There is something on the pages that no tags tell of ({rules}).",
    ),
    "claim-fonts": Sentence(
        "Der er skrifttyper, som ikke er indlejret eller ikke kan læses op bogstav for bogstav ({rules}).",
        "There are fonts that are not embedded or cannot be read out letter by letter ({rules}).",
    ),
    "claim-headings": Sentence(
        "Overskrifterne følger ikke efter hinanden, niveau for niveau ({rules}).",
        "The headings do not follow each other level by level ({rules}).",
    ),
    "claim-language": Sentence(
        "Der er tekst, hvis sprog ikke er angivet ({rules}).",
        "There is text whose language is not stated ({rules}).",
    ),
    "claim-lists": Sentence(
        "Der er lister, som ikke er sat op som lister ({rules}).",
        "There are lists that are not set up as lists ({rules}).",
    ),
    "claim-other": Sentence(
        "Der er andet, som ikke lever op til kravene til en webtilgængelig PDF ({rules}).",
        "There is something else that does not meet what an accessible PDF must ({rules}).",
    ),
    "claim-scans": Sentence(
        "Punkt {item}, bilag {attachment}, »{title}«: side {pages} er scannet og findes kun som billede.",
        "Item {item}, attachment {attachment}, “{title}”: page {pages} is scanned and exists as a picture only.",
    ),
    "claim-tables": Sentence(
        "Der er tabeller uden overskriftsceller eller med celler, som ikke passer sammen ({rules}).",
        "There are tables without header cells or with cells that do not fit together ({rules}).",
    ),
    "claim-unchecked": Sentence(
        "Det kunne ikke undersøges, om filen lever op til PDF/UA, så den siger det ikke om sig selv.",
        "It could not be found out whether the file meets PDF/UA, so it does not say so.",
    ),
    "claim-unknown": Sentence(
        "Punkt {item}, bilag {attachment}, »{title}«: det er ikke undersøgt endnu, om filen er webtilgængelig.",
        "Item {item}, attachment {attachment}, “{title}”: it has not been found out yet whether the file is "
        "accessible.",
    ),
    "claim-untagged": Sentence(
        "Punkt {item}, bilag {attachment}, »{title}«: side {pages} har tekst uden tags.",
        "Item {item}, attachment {attachment}, “{title}”: page {pages} has text without tags.",
    ),
    "verify-claim": Sentence(
        "Filen siger noget andet om, hvorvidt den er webtilgængelig (PDF/UA), end den skal.",
        "What the file says of being accessible (PDF/UA) is not what it should say.",
    ),
    "verify-language": Sentence(
        "Filen siger ikke, hvilket sprog den er på, så en skærmlæser kan læse den op på et forkert.",
        "The file does not say what language it is in, so that a screen reader may read it aloud in a wrong one.",
    ),
    "verify-tags-annotation": Sentence(
        "Side {page}: et link, et felt eller en kommentar har ikke sin plads i filens tags og bliver ikke læst op.",
        "Page {page}: a link, a field or a comment has no place of its own in the file's tags and is not read aloud.",
    ),
    "verify-tags-headings": Sentence(
        "Filens overskrifter springer et niveau over {count} gange, så den er svær at finde rundt i.",
        "The file's headings skip a level {count} times, which makes it hard to find one's way.",
    ),
    "verify-tags-index": Sentence(
        "»{text}« på side {page} står ikke i indholdsfortegnelsen, som en skærmlæser læser den.",
        "“{text}” on page {page} is not in the index as a screen reader reads it.",
    ),
    "verify-tags-link": Sentence(
        "Side {page}: et link eller et felt siger ikke, hvad det er til, eller fører ingen steder hen.",
        "Page {page}: a link or a field does not say what it is for, or leads nowhere.",
    ),
    "verify-tags-missing": Sentence(
        "Filen har ingen tags, så den kan ikke læses ordentligt op.",
        "The file has no tags, so it cannot be read aloud properly.",
    ),
    "verify-tags-order": Sentence(
        "Side {page}: siden læses op et andet sted, end den står.",
        "Page {page}: the page is read aloud in another place than where it stands.",
    ),
    "verify-tags-page": Sentence(
        "Side {page}: det, der står på siden, og filens tags passer ikke sammen, så noget bliver ikke læst op.",
        "Page {page}: what is on the page and the file's tags do not agree, so that something is not read aloud.",
    ),
    "verify-tags-tabs": Sentence(
        "Side {page}: tabulatortasten følger ikke den rækkefølge, siden læses i.",
        "Page {page}: the tab key does not follow the order in which the page is read.",
    ),
    "verify-tags-tree": Sentence(
        "Filens tags hænger ikke sammen {count} steder ({rules}), så noget kan blive læst forkert op.",
        "The file's tags do not hold together in {count} places ({rules}), so that something may be read wrongly.",
    ),
    "verify-title": Sentence(
        "Filens titel mangler, er forkert eller vises ikke i stedet for filnavnet.",
        "The file's title is missing, is wrong or is not shown instead of the file's name.",
    ),
}
