"""What is doubtful about a meeting before a document is made of it. Keys are in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.sentence import Sentence

DOUBTS: Mapping[str, Sentence] = {
    "doubt-attachment-number-gap": Sentence(
        "Før bilag {attachment} til punkt {item} mangler nummer {missing}. Det er i orden, hvis bilaget er udgået.",
        "Before attachment {attachment} of item {item}, number {missing} is missing. That is right if it was "
        "withdrawn.",
    ),
    "doubt-attachment-number-twice": Sentence(
        "Punkt {item} har flere bilag med nummer {attachment}. Giv dem hver sit nummer.",
        "Item {item} has several attachments with number {attachment}. Give each its own number.",
    ),
    "doubt-closed-attachment": Sentence(
        "Bilaget »{title}« er lukket for offentligheden, men kommer med i dokumentet.",
        "The attachment “{title}” is closed to the public but would be in the document.",
    ),
    "doubt-files-awaited": Sentence(
        "Til punkt {item} mangler der endnu filer ({count}). De bilag kommer ikke med i dokumentet.",
        "Item {item} still lacks files ({count}). Those attachments will not be in the document.",
    ),
    "doubt-logo-left-out": Sentence(
        "Rådets logo kan ikke læses, så dokumentet laves uden. Vælg logoet igen under rådet i indstillingerne, hvis "
        "det skal med.",
        "The council's logo cannot be read, so the document is made without it. Choose the logo again under the "
        "council in the settings if it is to be there.",
    ),
    "doubt-no-attachments": Sentence(
        "Mødet har ingen bilag endnu, så dokumentet bliver kun en tom indholdsfortegnelse.",
        "The meeting has no attachments yet, so the document would be nothing but an empty index.",
    ),
    "doubt-not-looked-at": Sentence(
        "Filen til »{title}« er ikke set igennem, så den kan ikke medtages. Læg den ind igen.",
        "The file of “{title}” was not looked through, so it cannot be included. Put it in again.",
    ),
    "doubt-number-gap": Sentence(
        "Før punkt {item} mangler nummer {missing}. Det er i orden, hvis punktet er udgået.",
        "Before item {item}, number {missing} is missing. That is right if the item was withdrawn.",
    ),
    "doubt-number-twice": Sentence(
        "Flere punkter har nummer {item}. Giv dem hver sit nummer.",
        "Several items have number {item}. Give each its own number.",
    ),
    "doubt-pages-left-out": Sentence(
        "Kun side {pages} af {count} kommer med.",
        "Only page {pages} of {count} comes along.",
    ),
    "doubt-pages-unfit": Sentence(
        "Sidevalget {pages} passer ikke til filen, hvis sidste side er {count}. Alle sider kommer med.",
        "The choice of pages {pages} does not fit the file, whose last page is {count}. All pages come along.",
    ),
    "doubt-untitled-attachment": Sentence(
        "Bilag {attachment} til punkt {item} har ingen titel. I indholdsfortegnelsen står kun nummeret.",
        "Attachment {attachment} of item {item} has no title. The index will show its number alone.",
    ),
    "doubt-untitled-item": Sentence(
        "Punkt {item} har ingen titel. I indholdsfortegnelsen står kun nummeret.",
        "Item {item} has no title. The index will show its number alone.",
    ),
    "doubt-untitled-sections": Sentence(
        "Punkter uden titel: {items}. De står ikke i bilagssamlingen.",
        "Sections without a title: {items}. They are not in the collection.",
    ),
}
