"""Sentences of what is sent out, and of what it makes impossible afterwards. Keys are in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.sentence import Sentence

SENDING: Mapping[str, Sentence] = {
    "attachment-sent": Sentence(
        "Bilag {number}, »{title}«, er sendt ud og beholder sin plads og sit nummer. Lad det udgå, eller "
        "erstat filen, hvis det er rettet. Intet er ændret.",
        "Attachment {number}, “{title}”, has been sent out and keeps its place and number. Withdraw it, or "
        "replace its file if it was corrected. Nothing was changed.",
    ),
    "attendee-gone": Sentence(
        "Personen står ikke længere på listen over fremmødte. Måske er linjen slettet i et andet vindue. "
        "Intet er ændret.",
        "That person is no longer on the list of attendance. Perhaps the line was deleted in another window. "
        "Nothing was changed.",
    ),
    "edition-followed": Sentence(
        "Udsendelse {number} kan ikke trækkes tilbage, for udsendelse {later} bygger på den. Træk udsendelse "
        "{later} tilbage først. Intet er ændret.",
        "Edition {number} cannot be withdrawn, since edition {later} builds on it. Withdraw edition {later} "
        "first. Nothing was changed.",
    ),
    "edition-gone": Sentence(
        "Udsendelsen findes ikke længere. Måske er mødet slettet i et andet vindue. Intet er ændret.",
        "That edition is no longer there. Perhaps the meeting was deleted in another window. Nothing was changed.",
    ),
    "edition-outdated": Sentence(
        "Mødet blev ikke sendt ud, for »{what}« er ændret, mens dokumenterne blev lavet. Send ud igen, så "
        "kommer ændringen med. Intet er gået tabt.",
        "The meeting was not sent out, since “{what}” was changed while its documents were made. Send it out "
        "again to include the change. Nothing was lost.",
    ),
    "edition-withdrawn": Sentence(
        "Udsendelse {number} er allerede trukket tilbage. Intet er ændret.",
        "Edition {number} has been withdrawn already. Nothing was changed.",
    ),
    "follow-up-gone": Sentence(
        "Opfølgningen findes ikke længere. Måske er den slettet i et andet vindue. Intet er ændret.",
        "That follow-up is no longer there. Perhaps it was deleted in another window. Nothing was changed.",
    ),
    "item-sent": Sentence(
        "Punkt {number} er sendt ud og beholder sit nummer. Lad punktet udgå i stedet. Intet er ændret.",
        "Item {number} has been sent out and keeps its number. Withdraw the item instead. Nothing was changed.",
    ),
    "number-sent": Sentence(
        "Nummer {number} er sendt ud for noget andet og kan ikke gives igen. Vælg et andet nummer. Intet er ændret.",
        "Number {number} was sent out for something else and cannot be given again. Choose another number. "
        "Nothing was changed.",
    ),
    "numbers-sent": Sentence(
        "Numrene er sendt ud med udsendelse {edition} og står fast. Træk udsendelsen tilbage først, hvis "
        "mødet skal nummereres om. Intet er ændret.",
        "The numbers were sent out with edition {edition} and stand. Withdraw that edition first if the "
        "meeting is to be numbered anew. Nothing was changed.",
    ),
    "supplement-without-edition": Sentence(
        "Der er ikke noget at eftersende bilag til, for mødet er ikke sendt ud, eller udsendelsen er trukket "
        "tilbage. Send hele mødet ud først. Intet er ændret.",
        "There is nothing that late attachments could be sent after, since the meeting was not sent out, or "
        "was withdrawn. Send out the whole meeting first. Nothing was changed.",
    ),
    "undo-final": Sentence(
        "»{label}« kan ikke fortrydes, og det kan det, der er lavet før, heller ikke. En udsendelse kan "
        "trækkes tilbage; andet kan rettes i hånden. Intet er ændret.",
        "“{label}” cannot be undone, nor can what was done before it. An edition can be withdrawn; anything "
        "else can be corrected by hand. Nothing was changed.",
    ),
}
