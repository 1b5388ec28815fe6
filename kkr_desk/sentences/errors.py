"""Sentences of the errors: what happened, what to do, and that nothing was lost. Keys are in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.archive import ARCHIVE
from kkr_desk.sentences.forms import FORMS
from kkr_desk.sentences.sending import SENDING
from kkr_desk.sentences.sentence import Sentence
from kkr_desk.sentences.work import WORK

ERRORS: Mapping[str, Sentence] = {
    "agenda-too-deep": Sentence(
        "Dagsordenen kan højst have {depth} niveauer. Vælg et punkt højere oppe. Intet er ændret.",
        "An agenda has at most {depth} levels. Choose an item higher up. Nothing was changed.",
    ),
    "alternate-text-invalid": Sentence(
        "Den alternative tekst kan ikke gemmes: den er for lang, eller billedet findes ikke. Skriv højst {limit} tegn. "
        "Intet er ændret.",
        "The alternate text cannot be saved: it is too long, or there is no such picture. Write at most {limit} "
        "characters. Nothing was changed.",
    ),
    "archive-refused": Sentence(
        "Dokumentet er ikke lavet, for det kan ikke blive til PDF/A:{reasons}Bed afsenderen om bilaget som PDF/A, "
        "eller lav dokumentet som almindelig PDF. Intet er ændret.",
        "The document was not made, because it cannot become PDF/A:{reasons}Ask the sender for the attachment as "
        "PDF/A, or make the document as an ordinary PDF. Nothing was changed.",
    ),
    "attachment-gone": Sentence(
        "Bilaget findes ikke længere. Det kan være slettet eller fortrudt imens; se dagsordenen igen. Intet er ændret.",
        "The attachment is no longer there. It may have been deleted or undone meanwhile; look at the agenda again. "
        "Nothing was changed.",
    ),
    "attachments-not-ready": Sentence(
        "Dokumentet er ikke lavet, for {count} bilag kan ikke medtages:{attachments}Ret filerne, og læg dem ind "
        "igen, eller lad en tydelig erstatningsside stå i stedet (på kommandolinjen: --slip-pages). Intet er "
        "ændret.",
        "The document was not made, because attachments ({count}) cannot be included:{attachments}Mend the files "
        "and put them in again, or let a visible slip page stand in their place (on the command line: "
        "--slip-pages). Nothing was changed.",
    ),
    "attachments-outdated": Sentence(
        "Dokumentet er ikke lavet, for {count} bilag skal først ses igennem på ny efter en opdatering af programmet:"
        "{attachments}Det sker af sig selv, når mødet åbnes. Vent, til det er gjort, og prøv igen. Intet er ændret.",
        "The document was not made, because attachments ({count}) must first be looked at again after an update of the "
        "program:{attachments}That happens by itself when the meeting is opened. Wait until it is done and try again. "
        "Nothing was changed.",
    ),
    "choose-an-item": Sentence(
        "Vælg først det punkt i dagsordenen, som bilagene hører til, og prøv igen. Intet er ændret.",
        "First choose the item of the agenda that the attachments belong to and try again. Nothing was changed.",
    ),
    "closed-not-allowed": Sentence(
        "Dokumentet er ikke lavet, for det ville vise {count} bilag, der er lukket for "
        "offentligheden:{attachments}Fjern dem, eller sig til, at de må være med (på kommandolinjen: "
        "--include-closed). Intet er ændret.",
        "The document was not made, because it would show attachments ({count}) that are closed to the "
        "public:{attachments}Remove them, or say that they may be included (on the command line: --include-closed). "
        "Nothing was changed.",
    ),
    "content-lost": Sentence(
        "Mødet er ikke gemt, for filen til bilaget »{title}« mangler eller er beskadiget i arkivet. Vedhæft den "
        "igen, eller fjern bilaget, og prøv igen. Intet er ændret.",
        "The meeting was not saved, because the file of the attachment “{title}” is missing or damaged in the "
        "archive. Attach it again or remove the attachment, and try again. Nothing was changed.",
    ),
    "council-gone": Sentence(
        "Rådet findes ikke længere. Det kan være slettet eller fortrudt imens. Luk indstillingerne, og åbn dem igen. "
        "Intet er ændret.",
        "The council is no longer there. It may have been deleted or undone meanwhile. Close the settings and open "
        "them again. Nothing was changed.",
    ),
    "council-name-empty": Sentence(
        "Rådet skal have et navn, for eksempel KKR Sjælland. Intet er ændret.",
        "The council needs a name, such as KKR Sjælland. Nothing was changed.",
    ),
    "council-name-taken": Sentence(
        "Der er allerede et råd, der hedder {name}. Vælg et andet navn. Intet er ændret.",
        "There is already a council named {name}. Choose another name. Nothing was changed.",
    ),
    "disk-full": Sentence(
        "Der er ikke mere plads på disken. Frigør plads, og prøv igen. Intet er gået tabt.",
        "The disk is full. Free some space and try again. Nothing was lost.",
    ),
    "file-in-use": Sentence(
        "{file} er åben i et andet program. Luk den dér, og prøv igen. Intet er gået tabt.",
        "{file} is open in another program. Close it there and try again. Nothing was lost.",
    ),
    "file-missing": Sentence(
        "{file} findes ikke. Se efter, om navnet er rigtigt, og prøv igen. Intet er ændret.",
        "{file} does not exist. Please check its name and try again. Nothing was changed.",
    ),
    "file-no-program": Sentence(
        "Computeren har ikke noget program, der kan åbne {file}. Gem en kopi, og åbn den på en computer, der har. "
        "Intet er ændret.",
        "The computer has no program that can open {file}. Save a copy and open it on a computer that has one. "
        "Nothing was changed.",
    ),
    "file-not-opened": Sentence(
        "{file} åbnes ikke herfra, for den kan være et program. Gem en kopi, og åbn den kun, hvis du ved, hvad den er. "
        "Intet er ændret.",
        "{file} is not opened from here, since it may be a program. Save a copy, and open it only if you know what it "
        "is. Nothing was changed.",
    ),
    "file-unreadable": Sentence(
        "{file} kan ikke læses. Se efter, om filen er der, og om du har adgang til den, og prøv igen. Intet er gået "
        "tabt.",
        "{file} cannot be read. Please check that it is there and that you have access to it, and try again. Nothing "
        "was lost.",
    ),
    "finding-unknown": Sentence(
        "Der er ikke noget fund med navnet {name}. Måske er siden ændret; se fundene igen med kkr-desk "
        "check-publication. Intet er godkendt.",
        "There is no finding named {name}. Perhaps its page has changed; see the findings again with kkr-desk "
        "check-publication. Nothing was accepted.",
    ),
    "folder-empty": Sentence(
        "Der er ingen filer i mappen {folder}. Vælg en anden mappe, eller træk filerne selv ind. Intet er ændret.",
        "There are no files in the folder {folder}. Choose another folder or drag the files themselves. Nothing was "
        "changed.",
    ),
    "folder-not-writable": Sentence(
        "Der kan ikke gemmes i mappen {folder}. Vælg en anden mappe, eller få skriveadgang til den. Intet er gået "
        "tabt.",
        "Nothing can be saved in the folder {folder}. Choose another one or get permission to write there. Nothing "
        "was lost.",
    ),
    "installation-damaged": Sentence(
        "Programmet mangler en af sine egne filer ({name}). Installér KKR Desk igen. Møder og bilag er ikke berørt.",
        "The program lacks one of its own files ({name}). Install KKR Desk again. Meetings and attachments are not "
        "affected.",
    ),
    "item-ambiguous": Sentence(
        "Mødet har flere punkter med nummer {number}. Giv dem hver sit nummer først. Intet er ændret.",
        "The meeting has several items with number {number}. Give each its own number first. Nothing was changed.",
    ),
    "item-gone": Sentence(
        "Punktet findes ikke længere. Det kan være slettet eller fortrudt imens; se dagsordenen igen. Intet er ændret.",
        "The item is no longer there. It may have been deleted or undone meanwhile; look at the agenda again. "
        "Nothing was changed.",
    ),
    "item-same": Sentence(
        "Punkt {number} er ikke anderledes i filen, eller findes ikke. Kør kommandoen uden --item for at se, hvad "
        "der er. Intet er ændret.",
        "Item {number} does not differ in the file, or does not exist. Run the command without --item to see what "
        "does. Nothing was changed.",
    ),
    "item-unknown": Sentence(
        "Mødet har ikke noget punkt {number}. Se punkterne med kkr-desk show. Intet er ændret.",
        "The meeting has no item {number}. See its items with kkr-desk show. Nothing was changed.",
    ),
    "language-invalid": Sentence(
        "»{tag}« er ikke et sprog, som programmet kan bruge. Skriv sprogets kode, for eksempel da-DK eller en. "
        "Intet er ændret.",
        "“{tag}” is not a language that the program can use. Write the language's code, such as da-DK or en. "
        "Nothing was changed.",
    ),
    "logo-not-picture": Sentence(
        "{name} er ikke et billede, som kan bruges som logo. Vælg et billede af typen PNG eller JPEG. Intet er ændret.",
        "{name} is not a picture that can be used as a logo. Choose a PNG or JPEG picture. Nothing was changed.",
    ),
    "logo-too-large": Sentence(
        "{name} fylder mere end {megabytes} MB, og det er for meget til et logo. Vælg et mindre billede. Intet er "
        "ændret.",
        "{name} is larger than {megabytes} MB, which is too much for a logo. Choose a smaller picture. Nothing was "
        "changed.",
    ),
    "machine-refused": Sentence(
        "Computeren afviste at læse eller skrive {file} ({reason}). Prøv igen, eller spørg it-afdelingen. Intet er "
        "gået tabt.",
        "The computer refused to read or write {file} ({reason}). Try again, or ask your IT department. Nothing was "
        "lost.",
    ),
    "meeting-ambiguous": Sentence(
        "»{words}« passer på flere møder:{meetings}"
        "Skriv også datoen, eller brug mødets id, som står i parentes. Intet er ændret.",
        "“{words}” fits several meetings:{meetings}"
        "Add the date, or use the meeting's id, which stands in brackets. Nothing was changed.",
    ),
    "meeting-file-clash": Sentence(
        "{file} kan ikke åbnes, for et af dens punkter ligger i et andet møde her. Spørg den, der gav dig filen. "
        "Intet er ændret.",
        "{file} cannot be opened, because one of its items is in another meeting here. Ask whoever gave you the "
        "file. Nothing was changed.",
    ),
    "meeting-file-damaged": Sentence(
        "Mødefilen {file} er beskadiget og kan ikke åbnes. Få den sendt igen, eller lad afsenderen gemme mødet på "
        "ny. Intet er ændret.",
        "The meeting file {file} is damaged and cannot be opened. Have it sent again, or ask the sender to save the "
        "meeting anew. Nothing was changed.",
    ),
    "meeting-file-newer": Sentence(
        "Mødefilen {file} er fra en nyere version af KKR Desk. Installér den nyeste version, og åbn filen igen. "
        "Intet er ændret.",
        "The meeting file {file} is from a newer version of KKR Desk. Install the newest version and open the file "
        "again. Nothing was changed.",
    ),
    "meeting-file-unknown": Sentence(
        "{file} er ikke en mødefil fra KKR Desk. Vælg en fil, der ender på .kkr. Intet er ændret.",
        "{file} is not a meeting file of KKR Desk. Choose a file that ends in .kkr. Nothing was changed.",
    ),
    "meeting-gone": Sentence(
        "Mødet findes ikke længere. Det kan være slettet eller fortrudt imens; se listen over møder igen. Intet er "
        "ændret.",
        "The meeting is no longer there. It may have been deleted or undone meanwhile; look at the list of meetings "
        "again. Nothing was changed.",
    ),
    "meeting-unknown": Sentence(
        "Der er ikke noget møde, der passer på »{words}«. Se møderne med kkr-desk list. Intet er ændret.",
        "No meeting fits “{words}”. See the meetings with kkr-desk list. Nothing was changed.",
    ),
    "memory-full": Sentence(
        "Computeren har ikke hukommelse nok til dette. Luk andre programmer, og prøv igen. Intet er gået tabt.",
        "The computer has not enough memory for this. Close other programs and try again. Nothing was lost.",
    ),
    "move-into-itself": Sentence(
        "Et punkt kan ikke flyttes ind under sig selv. Vælg et andet sted. Intet er ændret.",
        "An item cannot be moved below itself. Choose another place. Nothing was changed.",
    ),
    "no-permission": Sentence(
        "Der er ikke adgang til {file}. Vælg en anden fil eller mappe, eller spørg it-afdelingen om adgang. Intet er "
        "gået tabt.",
        "There is no access to {file}. Choose another file or folder, or ask your IT department for access. Nothing "
        "was lost.",
    ),
    "no-program": Sentence(
        "{file} kunne ikke åbnes, for computeren har ikke noget program til den. Filen er gemt; åbn den selv dér. "
        "Intet er gået tabt.",
        "{file} could not be opened, since the computer has no program for it. The file is saved; please open it "
        "there yourself. Nothing was lost.",
    ),
    "nothing-enclosed": Sentence(
        "Der kunne ikke tages filer ud af »{file}«. Åbn den i sit eget program, gem de filer, der ligger i den, og "
        "vedhæft dem. Intet er ændret.",
        "No files could be taken out of “{file}”. Open it in its own program, save the files in it and attach them. "
        "Nothing was changed.",
    ),
    "number-invalid": Sentence(
        "»{number}« kan ikke bruges som nummer. Skriv et nummer som 2 eller 2.1. Intet er ændret.",
        "“{number}” cannot be used as a number. Write a number such as 2 or 2.1. Nothing was changed.",
    ),
    "page-choice-invalid": Sentence(
        "Sidevalget »{pages}« passer ikke til bilaget, hvis sidste side er {count}. Skriv sider og intervaller med "
        "komma imellem, for eksempel 1-3,5. Intet er ændret.",
        "The choice of pages “{pages}” does not fit the attachment, whose last page is {count}. Write pages and ranges "
        "with commas between them, such as 1-3,5. Nothing was changed.",
    ),
    "page-not-drawn": Sentence(
        "Dokumentet er ikke lavet, for side {page} i punkt {item}, bilag {number} »{title}« kan ikke tegnes. Gem "
        "bilaget på ny som PDF, læg det ind igen, og prøv igen. Intet er ændret.",
        "The document was not made, because page {page} of item {item}, attachment {number} “{title}” cannot be "
        "drawn. Save the attachment as PDF anew, put it in again and try again. Nothing was changed.",
    ),
    "page-not-printed": Sentence(
        "Udskriften er stoppet, for side {page} kan ikke tegnes. Gem dokumentet som PDF, og udskriv det fra en "
        "PDF-læser. Intet er gået tabt.",
        "Printing was stopped, because page {page} cannot be drawn. Save the document as PDF and print it from a "
        "PDF reader. Nothing was lost.",
    ),
    "plan-disagrees": Sentence(
        "Dokumentet blev ikke lavet færdigt, for siderne passer ikke med planen (side {page}). Intet er ændret. Det "
        "er en fejl i programmet, som vi gerne vil høre om.",
        "The document was not finished, because its pages do not fit the plan (page {page}). Nothing was changed. "
        "This is a fault of the program that we would like to hear of.",
    ),
    "printer-refused": Sentence(
        "Printeren {printer} tog ikke imod udskriften. Se efter, om den er tændt og har papir, eller vælg en anden. "
        "Intet er gået tabt.",
        "The printer {printer} did not take the pages. Please check that it is on and has paper, or choose another. "
        "Nothing was lost.",
    ),
    "public-file-refused": Sentence(
        "Den offentlige fil er ikke lavet, for den ville vise noget, der ikke må komme ud:{reasons}Godkend det, ret "
        "det, eller luk bilaget, og prøv igen. Intet er ændret.",
        "The public file was not made, because it would show what must not get out:{reasons}Accept it, correct it, "
        "or close the attachment, and try again. Nothing was changed.",
    ),
    "stamp-font": Sentence(
        "Dokumentet blev ikke lavet færdigt, for sidetallenes skrift kunne ikke læses. Intet er ændret. Det er en "
        "fejl i programmet, som vi gerne vil høre om.",
        "The document was not finished, because the font of its page numbers could not be read. Nothing was "
        "changed. This is a fault of the program that we would like to hear of.",
    ),
    "target-exists": Sentence(
        "{file} findes allerede. Vælg et andet navn, eller sig til, at filen må erstattes. Intet er ændret.",
        "{file} is there already. Choose another name, or say that it may be replaced. Nothing was changed.",
    ),
    "target-folder-missing": Sentence(
        "Mappen {folder} findes ikke. Opret den, eller vælg en anden mappe. Intet er gået tabt.",
        "The folder {folder} does not exist. Create it or choose another one. Nothing was lost.",
    ),
    "target-in-use": Sentence(
        "{file} kunne ikke erstattes; den er formentlig åben i et andet program. Luk den dér, eller vælg et andet "
        "navn, og prøv igen. Den gamle fil er urørt.",
        "{file} could not be replaced; it is probably open in another program. Close it there or choose another "
        "name and try again. The old file is untouched.",
    ),
    "target-is-folder": Sentence(
        "{file} er en mappe. Vælg et filnavn. Intet er ændret.",
        "{file} is a folder. Choose a file name. Nothing was changed.",
    ),
    "target-is-source": Sentence(
        "{file} er en af de filer, dokumentet laves af, eller bliver skrevet to gange. Vælg et andet navn, så intet "
        "går tabt. Intet er ændret.",
        "{file} is one of the files that the document is made from, or would be written twice. Choose another name, "
        "so that nothing is lost. Nothing was changed.",
    ),
    "template-gone": Sentence(
        "Rådets Word-skabelon {name} er ikke længere i mappen med møder og bilag. Vælg den igen under Indstillinger, "
        "Råd, Dokumenter. Intet andet er gået tabt.",
        "The council's Word template {name} is no longer in the folder of meetings and attachments. Choose it again "
        "under Settings, Councils, Documents. Nothing else was lost.",
    ),
    "template-style-missing": Sentence(
        "Word-skabelonen {file} mangler disse typografier: {styles}. Opret dem i skabelonen, eller brug "
        "programmets egen. Intet er ændret.",
        "The Word template {file} lacks these styles: {styles}. Add them to the template or use the program's "
        "own. Nothing was changed.",
    ),
    "template-too-large": Sentence(
        "{name} fylder mere end {megabytes} MB, og det er for meget til en Word-skabelon. Vælg en mindre fil. Intet er "
        "ændret.",
        "{name} is larger than {megabytes} MB, which is too much for a Word template. Choose a smaller file. Nothing "
        "was changed.",
    ),
    "template-unreadable": Sentence(
        "Word-skabelonen {file} kan ikke læses. Se efter, om det er en Word-fil (.docx), eller brug programmets "
        "egen. Intet er ændret.",
        "The Word template {file} cannot be read. Please check that it is a Word file (.docx), or use the "
        "program's own. Nothing was changed.",
    ),
    "text-link-unusable": Sentence(
        "Adressen kan ikke bruges som link. Skriv fx www.kl.dk eller navn@kommune.dk. Teksten er ikke ændret.",
        "The address cannot be used as a link. Write www.kl.dk or name@kommune.dk, for instance. The text was not "
        "changed.",
    ),
    "text-table-too-large": Sentence(
        "Tabellen er for stor til en tekst: der er plads til {columns} kolonner og i alt {cells} felter. Læg den ved "
        "som bilag i stedet. Intet er ændret.",
        "The table is too large for a text, which has room for {columns} columns and {cells} cells in all. Attach it "
        "as an attachment instead. Nothing was changed.",
    ),
    "text-too-long": Sentence(
        "Teksten er for lang: der er plads til {most} tegn. Indsæt en mindre del, eller læg teksten ved som bilag. "
        "Intet er ændret.",
        "The text is too long: there is room for {most} characters. Insert a smaller part, or attach the text as an "
        "attachment. Nothing was changed.",
    ),
    "text-too-tangled": Sentence(
        "Tekstens formatering er for indviklet til at blive læst. Indsæt den uden formatering (Ctrl+Shift+V). Intet "
        "er ændret.",
        "The formatting of the text is too tangled to be read. Insert it without formatting (Ctrl+Shift+V). Nothing "
        "was changed.",
    ),
    "tidy-in-backup": Sentence(
        "{file} er en sikkerhedskopi, og filerne ved siden af den hører også til andre kopier, så der er intet ryddet "
        "op. Ryd op i arkivet selv.",
        "{file} is a backup, and the files beside it belong to other backups, too, so nothing was tidied up. Tidy up "
        "the archive itself.",
    ),
    "too-many-files": Sentence(
        "Der er mere end {limit} filer. Vælg de filer, der skal være bilag, eller en mindre mappe. Intet er ændret.",
        "There are more than {limit} files. Choose the files that are to be attachments, or a smaller folder. Nothing "
        "was changed.",
    ),
    "too-many-lines": Sentence(
        "Teksten har mere end {limit} linjer. Kopiér kun dagsordenens punkter, og sæt dem ind igen. Intet er ændret.",
        "The text has more than {limit} lines. Copy the items of the agenda alone and paste them again. Nothing was "
        "changed.",
    ),
    "unexpected": Sentence(
        "Der skete en fejl i programmet. Det er ikke noget, du har gjort. Prøv igen; sker det igen, så send filen "
        "{log} til dem, der hjælper med programmet. Intet er gået tabt.",
        "Something went wrong inside the program. It is nothing you did. Try again; if it happens again, send the "
        "file {log} to those who support the program. Nothing was lost.",
    ),
    "unexpected-unlogged": Sentence(
        "Der skete en fejl i programmet, og den kunne ikke skrives ned. Det er ikke noget, du har gjort. Prøv igen; "
        "sker det igen, så fortæl dem, der hjælper med programmet, hvad du var i gang med. Intet er gået tabt.",
        "Something went wrong inside the program, and it could not be written down. It is nothing you did. Try "
        "again; if it happens again, tell those who support the program what you were doing. Nothing was lost.",
    ),
    "verify-failed": Sentence(
        "Dokumentet blev kontrolleret og passede ikke med mødets bilag, så det er ikke gemt ({count} fund). Den "
        "gamle fil er urørt. Kør »check« på arkivet, og prøv igen.",
        "The document was checked and did not fit the meeting's attachments, so it was not saved ({count} "
        "findings). The old file is untouched. Run “check” on the archive and try again.",
    ),
    **ARCHIVE,
    **FORMS,
    **SENDING,
    **WORK,
}
