"""Sentences of the archive itself: opening it, its backups, undo, deletion for good. Keys are in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.sentence import Sentence

ARCHIVE: Mapping[str, Sentence] = {
    "backup-refused": Sentence(
        "Sikkerhedskopien kan ikke gemmes som {file}, for det er en mappe, et arkiv i brug eller en anden slags fil. "
        "Vælg et andet navn. Intet er ændret.",
        "The backup cannot be saved as {file}, since that is a folder, an archive in use or another kind of file. "
        "Choose another name. Nothing was changed.",
    ),
    "erasure-in-backup": Sentence(
        "{file} er en sikkerhedskopi, og i en kopi kan et enkelt møde ikke slettes endeligt. Slet hele kopien, hvis "
        "den ikke skal bruges mere. Intet er slettet.",
        "{file} is a backup, and a single meeting cannot be deleted for good from one. Delete the whole backup if it "
        "is no longer needed. Nothing was deleted.",
    ),
    "erasure-unfinished": Sentence(
        "Mødet er slettet, men spor af det ligger stadig på disken. Luk andre programmer, der har bilagene åbne, og "
        "start KKR Desk igen; så bliver de fjernet. Andre møder er ikke berørt.",
        "The meeting was deleted, but traces of it are still on the disk. Close other programs that have the "
        "attachments open and start KKR Desk again; they are removed then. Other meetings are not affected.",
    ),
    "not-a-store": Sentence(
        "{file} er ikke et arkiv fra KKR Desk. Vælg arkivets mappe eller en sikkerhedskopi. Filen er ikke rørt.",
        "{file} is not an archive of KKR Desk. Choose the archive's folder or a backup. The file was not touched.",
    ),
    "nothing-to-redo": Sentence(
        "Der er ikke noget at gentage. Intet er ændret.",
        "There is nothing to redo. Nothing was changed.",
    ),
    "nothing-to-undo": Sentence(
        "Der er ikke noget at fortryde. Intet er ændret.",
        "There is nothing to undo. Nothing was changed.",
    ),
    "store-corrupt": Sentence(
        "Arkivet {file} er beskadiget og kan ikke læses. Hent den seneste sikkerhedskopi, og gem den beskadigede fil "
        "til it-afdelingen. Filen er ikke rørt, og bilagene i mappen content er der stadig.",
        "The archive {file} is damaged and cannot be read. Fetch the latest backup, and keep the damaged file for "
        "your IT department. It was not touched, and the attachments in the folder content are still there.",
    ),
    "store-defect": Sentence(
        "Der er en fejl i KKR Desk: {reason}. Det sidste skridt blev ikke gemt; prøv igen, og meld fejlen, hvis den "
        "bliver ved. Alt, der var gemt, er der stadig.",
        "There is a mistake in KKR Desk: {reason}. The last step was not saved; try again, and report it if it "
        "happens again. All that was saved is still there.",
    ),
    "store-full": Sentence(
        "Der er ikke plads på disken til {file}. Frigør plads, og gør det igen. Det sidste skridt blev ikke gemt; "
        "alt før det er der stadig.",
        "There is no room on the disk for {file}. Free some space and do it again. The last step was not saved; "
        "everything before it is still there.",
    ),
    "store-locked": Sentence(
        "Et andet program er ved at skrive i arkivet {file}. Vent et øjeblik, og prøv igen. Intet er gået tabt.",
        "Another program is writing to the archive {file}. Wait a moment and try again. Nothing was lost.",
    ),
    "store-missing": Sentence(
        "Der er ingen møder i mappen {folder}. Se efter, om navnet er rigtigt, eller læg et møde ind med kkr-desk "
        "import. Intet er ændret.",
        "There are no meetings in the folder {folder}. Please check its name, or put a meeting in with kkr-desk "
        "import. Nothing was changed.",
    ),
    "store-newer": Sentence(
        "Arkivet {file} er fra en nyere version af KKR Desk. Installér den nyeste version, og åbn det igen. Arkivet "
        "er ikke rørt.",
        "The archive {file} is from a newer version of KKR Desk. Install the newest version and open it again. The "
        "archive was not touched.",
    ),
    "store-no-memory": Sentence(
        "Computeren har ikke hukommelse nok til at arbejde med {file}. Luk andre programmer, og prøv igen. Intet er "
        "gået tabt.",
        "The computer has too little memory to work with {file}. Close other programs and try again. Nothing was lost.",
    ),
    "store-older": Sentence(
        "Arkivet {folder} er fra en ældre version og skal opdateres. Åbn det én gang, så der kan skrives i det, fx "
        "med kkr-desk check. Intet er ændret.",
        "The archive {folder} is from an older version and needs an update. Open it once for writing, such as with "
        "kkr-desk check. Nothing was changed.",
    ),
    "store-read-only": Sentence(
        "Arkivet kan ikke ændres, for der må ikke skrives i {file}. Få skriveadgang, eller vælg et andet sted. Intet "
        "er gået tabt.",
        "The archive cannot be changed, since {file} may not be written. Get write access, or choose another place. "
        "Nothing was lost.",
    ),
    "store-unreachable": Sentence(
        "Arkivet {file} kan ikke nås lige nu ({reason}). Se efter, om disken eller netværket er der, og prøv igen. "
        "Alt, der var gemt, er der stadig.",
        "The archive {file} cannot be reached right now ({reason}). Please check the disk or the network and try "
        "again. All that was saved is still there.",
    ),
    "undo-after-upgrade": Sentence(
        "»{label}« kan ikke fortrydes, for arkivet er opdateret til en ny version siden. Ret det i hånden. Intet er "
        "ændret.",
        "“{label}” cannot be undone, since the archive has been updated to a new version. Please correct it by hand. "
        "Nothing was changed.",
    ),
    "undo-refused": Sentence(
        "»{label}« kan ikke fortrydes eller gentages, for det samme er ændret siden: »{later}«. Fortryd det først, "
        "eller ret i hånden. Intet er ændret.",
        "“{label}” cannot be undone or redone, since the same was changed later: “{later}”. Undo that first, or "
        "correct it by hand. Nothing was changed.",
    ),
}
