"""Sentences of the notices: what a caseworker should know of a file or a document. Keys are in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.accessibility import ACCESSIBILITY
from kkr_desk.sentences.doubts import DOUBTS
from kkr_desk.sentences.kinds import KINDS
from kkr_desk.sentences.office import OFFICE
from kkr_desk.sentences.papers import PAPERS
from kkr_desk.sentences.pdf_files import PDF_FILES
from kkr_desk.sentences.pictures import PICTURES
from kkr_desk.sentences.preview import PREVIEW
from kkr_desk.sentences.publication import PUBLICATION
from kkr_desk.sentences.sentence import Sentence
from kkr_desk.sentences.tags import TAGS
from kkr_desk.sentences.unpacking import UNPACKING
from kkr_desk.sentences.writing import WRITING

NOTICES: Mapping[str, Sentence] = {
    "attachment-known": Sentence(
        "{file} var også bilag {other_attachment} »{other_title}« til punkt {other_item} på mødet {date} i {council}. "
        "Se efter, om det er den rigtige udgave.",
        "{file} was also attachment {other_attachment} “{other_title}” of item {other_item} on {date} in {council}. "
        "Please check that it is the right version.",
    ),
    "attachment-pages-differ": Sentence(
        "Mødefilen siger {stated} sider, men {file} har {found}. Se efter, om det er den rigtige udgave. Der "
        "regnes med {found}.",
        "The meeting file says {stated} pages, but {file} has {found}. Please check that it is the right version. "
        "{found} is what counts.",
    ),
    "attachment-slip": Sentence(
        "I stedet for »{title}« står der en erstatningsside. Få filen rettet, og lav dokumentet igen, hvis der er tid.",
        "A slip page stands in place of “{title}”. Have the file mended and make the document again if there is time.",
    ),
    "attachment-twice": Sentence(
        "{file} er den samme fil som bilag {other_attachment} til punkt {other_item}. Begge er beholdt; fjern den "
        "ene, hvis det ikke er meningen.",
        "{file} is the same file as attachment {other_attachment} of item {other_item}. Both were kept; remove one "
        "if that is not meant.",
    ),
    "content-damaged": Sentence(
        "Filen til bilaget »{title}« er beskadiget i arkivet ({sha256}). Vedhæft den igen, eller hent den fra en "
        "sikkerhedskopi.",
        "The file of the attachment “{title}” is damaged in the archive ({sha256}). Attach it again or fetch it "
        "from a backup.",
    ),
    "content-leftover": Sentence(
        "En afbrudt kopiering har efterladt {file}. Den fjernes næste gang arkivet åbnes.",
        "An interrupted copy has left {file} behind. It is removed the next time the archive is opened.",
    ),
    "content-missing": Sentence(
        "Filen til bilaget »{title}« mangler i arkivet ({sha256}). Vedhæft den igen, eller hent den fra en "
        "sikkerhedskopi.",
        "The file of the attachment “{title}” is missing in the archive ({sha256}). Attach it again or fetch it "
        "from a backup.",
    ),
    "content-unreferenced": Sentence(
        "Filen {file} ({size} byte) bruges ikke af noget bilag. Den fylder, men gør ingen skade; »check --tidy« "
        "fjerner den, når den har ligget en uge.",
        "The file {file} ({size} bytes) is used by no attachment. It takes room but does no harm; “check --tidy” "
        "removes it once it has been there for a week.",
    ),
    "erasure-unfinished": Sentence(
        "Et møde er slettet endeligt, men spor af det ligger stadig på disken. Luk andre programmer, der har bilagene "
        "åbne, og åbn arkivet igen; så bliver de fjernet.",
        "A meeting was deleted for good, but traces of it are still on the disk. Close other programs that have the "
        "attachments open and open the archive again; they are removed then.",
    ),
    "file-archive": Sentence(
        "Filen er en pakket mappe ({kind}), som programmet ikke kan pakke ud. Pak den selv ud, og vedhæft det, der "
        "skal med.",
        "The file is a packed folder ({kind}) that the program cannot unpack. Unpack it yourself and attach what is "
        "needed.",
    ),
    "file-damaged": Sentence(
        "Filen er beskadiget og kan ikke læses sikkert. Bed afsenderen om at sende den igen, eller åbn den, gem den "
        "som PDF, og vedhæft PDF'en.",
        "The file is damaged and cannot be read safely. Ask its sender to send it again, or open it, save it as PDF "
        "and attach that.",
    ),
    "file-empty": Sentence(
        "Filen er tom (0 byte). Bed afsenderen om at sende den igen, og vedhæft den så.",
        "The file is empty (0 bytes). Ask its sender to send it again and attach it then.",
    ),
    "file-encryption-unsupported": Sentence(
        "Filen er låst på en måde, som programmet ikke kan læse. Åbn den, udskriv den til PDF og vedhæft den igen.",
        "The file is locked in a way that the program cannot read. Open it, print it to PDF and attach it again.",
    ),
    "file-excel": Sentence(
        "Filen er et regneark ({kind}), som der endnu ikke er lavet en PDF af. Vedhæft det igen, eller åbn det, gem "
        "det som PDF, og vedhæft PDF'en.",
        "The file is a spreadsheet ({kind}) of which no PDF was made yet. Attach it again, or open it, save it as PDF "
        "and attach that.",
    ),
    "file-mail": Sentence(
        "Filen er en mail ({kind}). Gem mailen og det, der er vedhæftet den, som PDF, og vedhæft det igen.",
        "The file is a mail ({kind}). Save the mail and what is attached to it as PDF and attach that.",
    ),
    "file-needs-memory": Sentence(
        "Filen kræver mere hukommelse, end programmet må bruge. Del den i mindre dele, eller gem den som en mindre "
        "PDF, og vedhæft den igen.",
        "The file needs more memory than the program may use. Split it, or save it as a smaller PDF, and attach it "
        "again.",
    ),
    "file-no-pages": Sentence(
        "Filen er en PDF uden sider. Bed afsenderen om at sende den igen, og vedhæft den så.",
        "The file is a PDF without pages. Ask its sender to send it again and attach it then.",
    ),
    "file-not-pdf": Sentence(
        "Filen kan ikke laves om til PDF her. Åbn den i det program, den kommer fra, gem den som PDF, og vedhæft "
        "PDF'en.",
        "No PDF can be made of the file here. Open it in the program it comes from, save it as PDF and attach that.",
    ),
    "file-office-password": Sentence(
        "Filen er et Office-dokument, som er låst med en adgangskode. Skriv koden i bilagets rude; den bruges kun til "
        "at åbne filen og gemmes ikke.",
        "The file is an Office document that is locked with a password. Type it in the attachment’s pane; it is only "
        "used to open the file and is not kept.",
    ),
    "file-page-damaged": Sentence(
        "Side {page} i filen er beskadiget og kan ikke vises. Bed afsenderen om at sende filen igen, eller åbn den, "
        "gem den som PDF, og vedhæft PDF'en.",
        "Page {page} of the file is damaged and cannot be shown. Ask its sender to send the file again, or open it, "
        "save it as PDF and attach that.",
    ),
    "file-picture": Sentence(
        "Filen er et billede i et format, som programmet ikke kan lave om til PDF. Åbn det, gem det som JPEG, PNG "
        "eller PDF, og vedhæft det igen.",
        "The file is a picture in a format that the program cannot make a PDF of. Open it, save it as JPEG, PNG or "
        "PDF and attach it again.",
    ),
    "file-powerpoint": Sentence(
        "Filen er en præsentation ({kind}), som der endnu ikke er lavet en PDF af. Vedhæft den igen, eller åbn den, "
        "gem den som PDF, og vedhæft PDF'en.",
        "The file is a presentation ({kind}) of which no PDF was made yet. Attach it again, or open it, save it as "
        "PDF and attach that.",
    ),
    "file-program": Sentence(
        "Filen er et program, ikke et dokument. Se efter, om det er den rigtige fil, og åbn den ikke, hvis den er "
        "uventet.",
        "The file is a program, not a document. Please check that it is the right file, and do not open it if it "
        "is unexpected.",
    ),
    "file-stops-reader": Sentence(
        "Filen får læseren til at stoppe og er sandsynligvis beskadiget. Bed afsenderen om at sende den igen, eller "
        "åbn den, gem den som PDF, og vedhæft PDF'en.",
        "The file makes the reader stop and is probably damaged. Ask its sender to send it again, or open it, save it "
        "as PDF and attach that.",
    ),
    "file-takes-too-long": Sentence(
        "Filen tog for lang tid at læse. Vedhæft den igen; sker det samme, så åbn den, gem den som PDF på ny, og "
        "vedhæft PDF'en.",
        "The file took too long to read. Attach it again; if the same happens, open it, save it as PDF anew and "
        "attach that.",
    ),
    "file-text": Sentence(
        "Filen er ren tekst. Gem den som PDF og vedhæft den igen.",
        "The file is plain text. Save it as PDF and attach it again.",
    ),
    "file-too-large": Sentence(
        "Filen fylder {size} MB; grænsen er {limit} MB. Del den i mindre dele, eller gem den som en mindre PDF, og "
        "vedhæft den igen.",
        "The file takes {size} MB; the limit is {limit} MB. Split it, or save it as a smaller PDF, and attach it "
        "again.",
    ),
    "file-too-many-pages": Sentence(
        "Filen har {pages} sider; grænsen er {limit}. Del den i mindre dele, og vedhæft dem.",
        "The file has {pages} pages; the limit is {limit}. Split it and attach the parts.",
    ),
    "file-web-page": Sentence(
        "Filen er en hjemmeside ({kind}). Åbn den i en browser, udskriv den til PDF og vedhæft den igen.",
        "The file is a web page ({kind}). Open it in a browser, print it to PDF and attach it again.",
    ),
    "file-word": Sentence(
        "Filen er et tekstdokument ({kind}), som der endnu ikke er lavet en PDF af. Vedhæft det igen, eller åbn det, "
        "gem det som PDF, og vedhæft PDF'en.",
        "The file is a text document ({kind}) of which no PDF was made yet. Attach it again, or open it, save it as "
        "PDF and attach that.",
    ),
    "links-left-out": Sentence(
        "Links i »{title}« til sider, der er udeladt, er fjernet ({count} i alt). Teksten står der stadig.",
        "Links in “{title}” to pages that are left out were removed ({count} in all). Their text is still there.",
    ),
    "meeting-twice": Sentence(
        "Arkivet havde allerede et møde i {council} den dag. Begge er beholdt; fortryd med kkr-desk undo, hvis det "
        "ikke er meningen.",
        "The archive had a meeting of {council} on that day already. Both were kept; undo with kkr-desk undo if that "
        "is not meant.",
    ),
    "pdf-comments": Sentence(
        "Kommentarer og markeringer i filen: {count}. De kan også ses i bilagssamlingen, medmindre du vælger at "
        "udelade dem.",
        "Comments and markings in the file: {count}. They show in the collection too unless you choose to leave them "
        "out.",
    ),
    "pdf-edges-unknown": Sentence(
        "Det kunne ikke ses, hvor der er trykt ved kanten af side {pages}. Se efter, at sidetallet dér ikke dækker "
        "noget.",
        "It could not be seen where page {pages} is printed near its edges. Please check that the page number "
        "covers nothing there.",
    ),
    "pdf-form-fields": Sentence(
        "Filen er en formular (felter: {count}). Det, der er udfyldt, kommer med, men kan ikke rettes i "
        "bilagssamlingen.",
        "The file is a form (fields: {count}). What was filled in comes along but cannot be changed in the collection.",
    ),
    "pdf-huge-pages": Sentence(
        "Side {pages} er større end A0. Den kommer med i fuld størrelse; det kan være svært at læse og udskrive.",
        "Page {pages} is larger than A0. It comes along in full size, which may be hard to read and print.",
    ),
    "pdf-layers": Sentence(
        "Filen har lag, der kan tændes og slukkes. Bilagssamlingen viser dem, som de er gemt i filen.",
        "The file has layers that can be switched on and off. The collection shows them as they were saved in the "
        "file.",
    ),
    "pdf-owner-locked": Sentence(
        "Filen er beskyttet mod ændringer, men kan læses. Den kommer med; beskyttelsen gør ikke.",
        "The file is protected against changes but can be read. It comes along; the protection does not.",
    ),
    "pdf-portfolio": Sentence(
        "Filen er en PDF-portefølje: kun forsiden kommer med i bilagssamlingen. Det, der ligger i den, kan vedhæftes "
        "for sig.",
        "The file is a PDF portfolio: only its cover comes along into the collection. What is in it can be attached on "
        "its own.",
    ),
    "pdf-redaction-pending": Sentence(
        "Noget på side {pages} er markeret til overstregning, men ikke overstreget: teksten kan stadig læses. "
        "Gennemfør overstregningen, før filen sendes ud.",
        "Something on page {pages} is marked for redaction but not redacted: the text can still be read. Carry the "
        "redaction out before the file is sent out.",
    ),
    "pdf-scans": Sentence(
        "Billede uden tekst: side {pages} ({count} i alt). De kommer med, men der kan ikke søges i dem, og de kan "
        "ikke læses op.",
        "Picture without text: page {pages} ({count} in all). They come along but cannot be searched or read aloud.",
    ),
    "pdf-scripts": Sentence(
        "Filen kan køre kommandoer, når den åbnes. De bliver fjernet i bilagssamlingen; siderne ser ud som før.",
        "The file can run commands when it is opened. They are removed in the collection; the pages look as before.",
    ),
    "pdf-signed": Sentence(
        "Filen er underskrevet digitalt. Underskriften kan ses, men underskriften er ikke længere gyldig i samlingen; "
        "den oprindelige fil er gemt, og dér gælder den.",
        "The file is digitally signed. The signature shows, but it is no longer valid in the collection; the original "
        "file is kept, and there it holds.",
    ),
    "pdf-tiny-pages": Sentence(
        "Side {pages} er mindre end 2,5 cm på en led. Se efter, om det er den rigtige fil.",
        "Page {pages} is less than 2.5 cm along one side. Please check that it is the right file.",
    ),
    "pdf-xfa": Sentence(
        "Filen er en formular af en ældre slags (XFA), som mange programmer viser forkert. Åbn den, udskriv den "
        "til PDF og vedhæft den igen, hvis noget mangler.",
        "The file is a form of an older kind (XFA), which many programs show wrongly. Open it, print it to PDF and "
        "attach it again if something is missing.",
    ),
    "row-dangling": Sentence(
        "Arkivet henviser til noget, der ikke findes ({table} til {target}). Hent den seneste sikkerhedskopi, eller "
        "spørg it-afdelingen.",
        "The archive refers to something that is not there ({table} to {target}). Fetch the latest backup or ask "
        "your IT department.",
    ),
    "search-out-of-step": Sentence(
        "Søgningen kan overse noget, for dens register passer ikke til arkivet. Intet er tabt. »kkr-desk search "
        "--rebuild« laver registret på ny.",
        "The search may miss something, since its index does not match the archive. Nothing is lost. “kkr-desk search "
        "--rebuild” makes the index anew.",
    ),
    "store-damaged": Sentence(
        "Arkivets database er beskadiget: {what}. Hent den seneste sikkerhedskopi, og gem den beskadigede fil.",
        "The archive's database is damaged: {what}. Fetch the latest backup and keep the damaged file.",
    ),
    "verify-active": Sentence(
        "Filen indeholder noget, der ikke hører til i en bilagssamling ({name}: scripts eller indlejrede filer). "
        "Lav samlingen igen.",
        "The file holds something that does not belong in a collection ({name}: scripts or embedded files). Make "
        "the collection again.",
    ),
    "verify-annotations-changed": Sentence(
        "Side {page}: kommentarer, felter eller links på side {number} i »{title}« er ikke som i bilaget.",
        "Page {page}: comments, fields or links on page {number} of “{title}” are not as in the attachment.",
    ),
    "verify-bookmark": Sentence(
        "Bogmærket »{text}« til side {page} mangler eller fører et andet sted hen.",
        "The bookmark “{text}” to page {page} is missing or leads elsewhere.",
    ),
    "verify-bookmark-order": Sentence(
        "Bogmærkerne følger ikke indholdsfortegnelsen.",
        "The bookmarks do not follow the index.",
    ),
    "verify-index-link": Sentence(
        "Linket ved »{text}« i indholdsfortegnelsen skal føre til side {page}, men fører til side {found}.",
        "The link at “{text}” in the index should lead to page {page} but leads to page {found}.",
    ),
    "verify-index-links": Sentence(
        "Indholdsfortegnelsen har {found} links, men skal have {expected}.",
        "The index has {found} links but should have {expected}.",
    ),
    "verify-index-number": Sentence(
        "»{text}« begynder på side {page}, men indholdsfortegnelsen siger {found}.",
        "“{text}” begins on page {page}, but the index says {found}.",
    ),
    "verify-labels": Sentence(
        "Sidernes navne i PDF-læseren følger ikke de trykte sidetal.",
        "The page labels shown by PDF readers do not follow the printed numbers.",
    ),
    "verify-no-index": Sentence(
        "{file} begynder ikke med en indholdsfortegnelse med links. Det er næppe en bilagssamling fra KKR Desk.",
        "{file} does not begin with an index with links. It is hardly a collection made by KKR Desk.",
    ),
    "verify-own-page-changed": Sentence(
        "Side {page} (indholdsfortegnelse eller skilleblad) er ikke, som den blev lavet.",
        "Page {page} (index or divider) is not as it was made.",
    ),
    "verify-page-changed": Sentence(
        "Side {page}: side {number} i »{title}« mangler eller er ændret.",
        "Page {page}: page {number} of “{title}” is missing or changed.",
    ),
    "verify-page-count": Sentence(
        "Filen har {found} sider, men skal have {expected}. Mødet kan være ændret, siden filen blev lavet.",
        "The file has {found} pages but should have {expected}. The meeting may have changed since the file was made.",
    ),
    "verify-stamp-missing": Sentence(
        "Side {page} mangler sit sidetal, eller noget er lagt oven på det.",
        "Page {page} lacks its page number, or something was put on top of it.",
    ),
    "verify-stamp-wrong": Sentence(
        "Sidetallet på side {page} er ikke det rigtige eller ses ikke, som det skal.",
        "The number on page {page} is not the right one or does not show as it should.",
    ),
    "verify-text-changed": Sentence(
        "Side {page}: teksten på side {number} i »{title}« er ikke den, bilaget havde.",
        "Page {page}: the text on page {number} of “{title}” is not what the attachment had.",
    ),
    "verify-unreadable": Sentence(
        "{file} kan ikke læses som PDF. Se efter, om det er den rigtige fil.",
        "{file} cannot be read as PDF. Please check that it is the right file.",
    ),
    **ACCESSIBILITY,
    **DOUBTS,
    **KINDS,
    **OFFICE,
    **PDF_FILES,
    **PAPERS,
    **PICTURES,
    **PREVIEW,
    **PUBLICATION,
    **TAGS,
    **UNPACKING,
    **WRITING,
}
