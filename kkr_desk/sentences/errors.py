"""Sentences of the errors: what happened, what to do, and that nothing was lost. Keys are in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.sentence import Sentence

ERRORS: Mapping[str, Sentence] = {
    "attachments-not-ready": Sentence(
        "Bilagssamlingen er ikke lavet, for {count} bilag kan ikke medtages: {attachments}. "
        "Ret eller udskift dem, eller vælg --slip-pages for at sætte en tydelig erstatningsside ind i stedet. "
        "Intet er ændret.",
        "The collection was not made, because {count} attachments cannot be included: {attachments}. "
        "Mend or replace them, or choose --slip-pages to put a visible slip page in their place. "
        "Nothing was changed.",
    ),
    "item-unknown": Sentence(
        "Mødet har ikke noget punkt {number}. Se punkterne med kkr-desk show. Intet er ændret.",
        "The meeting has no item {number}. See its items with kkr-desk show. Nothing was changed.",
    ),
    "meeting-ambiguous": Sentence(
        "»{words}« passer på flere møder. Skriv også datoen, eller brug begyndelsen af mødets id fra kkr-desk list. "
        "Intet er ændret.",
        "“{words}” fits several meetings. Add the date, or use the beginning of the meeting's id from kkr-desk list. "
        "Nothing was changed.",
    ),
    "meeting-unknown": Sentence(
        "Der er ikke noget møde, der passer på »{words}«. Se møderne med kkr-desk list. Intet er ændret.",
        "No meeting fits “{words}”. See the meetings with kkr-desk list. Nothing was changed.",
    ),
    "nothing-to-redo": Sentence(
        "Der er ikke noget at gentage. Intet er ændret.",
        "There is nothing to redo. Nothing was changed.",
    ),
    "nothing-to-undo": Sentence(
        "Der er ikke noget at fortryde. Intet er ændret.",
        "There is nothing to undo. Nothing was changed.",
    ),
}
