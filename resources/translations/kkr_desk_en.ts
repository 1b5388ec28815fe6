<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="da_DK">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Dagsorden og bilagssamling for sekretariatet i et kommunekontaktråd. Alt ligger på denne maskine, og programmet sender intet fra sig.</source>
        <translation>Agenda and attachments for the secretariat of a Danish municipal contact council. Everything stays on this computer, and the program sends nothing out.</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Licens</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Om KKR Desk</source>
        <translation>About KKR Desk</translation>
    </message>
    <message>
        <source>Programmets dele og deres licenser</source>
        <translation>The parts of the program and their licences</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Versioner</source>
        <translation>Versions</translation>
    </message>
</context>
<context>
    <name>AccessibilityDialog</name>
    <message>
        <source>&amp;Gå til bilaget</source>
        <translation>&amp;Go to the attachment</translation>
    </message>
    <message>
        <source>&amp;Luk</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>Bilag</source>
        <translation>Attachment</translation>
    </message>
    <message>
        <source>Bilag og deres webtilgængelighed</source>
        <translation>Attachments and how accessible they are</translation>
    </message>
    <message>
        <source>Bilaget har, hvad det skal have.</source>
        <translation>The attachment has what it should have.</translation>
    </message>
    <message>
        <source>Derfor er filen ikke mærket som webtilgængelig, ud over det, bilagene mangler:</source>
        <translation>Why the file does not say that it is accessible, apart from what the attachments lack:</translation>
    </message>
    <message>
        <source>Ingen bilag endnu</source>
        <translation>No attachments yet</translation>
    </message>
    <message numerus="yes">
        <source>Mailen handler om %n bilag</source>
        <translation>
            <numerusform>The mail is about %n attachment</numerusform>
            <numerusform>The mail is about %n attachments</numerusform>
        </translation>
    </message>
    <message>
        <source>Titel</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Webtilgængelighed</source>
        <translation>Accessibility</translation>
    </message>
    <message>
        <source>{good} af {count} bilag er webtilgængelige</source>
        <translation>{good} of {count} attachments are accessible</translation>
    </message>
    <message>
        <source>{item}, bilag {number}</source>
        <translation>{item}, attachment {number}</translation>
    </message>
    <message>
        <source>– {problem}</source>
        <translation>– {problem}</translation>
    </message>
</context>
<context>
    <name>AccessibilityFacts</name>
    <message>
        <source>Beskriv billede i {place}</source>
        <translation>Describe a picture in {place}</translation>
    </message>
    <message>
        <source>Beskriv side {page} i {place}</source>
        <translation>Describe page {page} of {place}</translation>
    </message>
    <message>
        <source>Bilaget har, hvad det skal have. Der er intet at gøre.</source>
        <translation>The attachment has what it should have. There is nothing to do.</translation>
    </message>
    <message>
        <source>Spro&amp;g:</source>
        <translation>Lan&amp;guage:</translation>
    </message>
    <message>
        <source>Vælg sprog for {place}</source>
        <translation>Choose the language of {place}</translation>
    </message>
    <message>
        <source>Webtilgængelighed</source>
        <translation>Accessibility</translation>
    </message>
    <message>
        <source>bilag {number} under {item}</source>
        <translation>attachment {number} of {item}</translation>
    </message>
    <message>
        <source>– {problem}</source>
        <translation>– {problem}</translation>
    </message>
</context>
<context>
    <name>AccessibilityLine</name>
    <message>
        <source>Filen er ikke mærket som webtilgængelig (PDF/UA).</source>
        <translation>The file does not say that it is accessible (PDF/UA).</translation>
    </message>
    <message>
        <source>Filen er mærket som webtilgængelig (PDF/UA).</source>
        <translation>The file says that it is accessible (PDF/UA).</translation>
    </message>
    <message>
        <source>Ingen bilag endnu</source>
        <translation>No attachments yet</translation>
    </message>
    <message>
        <source>Se &amp;hvert bilag…</source>
        <translation>&amp;See each attachment…</translation>
    </message>
    <message>
        <source>{good} af {count} bilag er webtilgængelige</source>
        <translation>{good} of {count} attachments are accessible</translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message numerus="yes">
        <source>%n bemærkning(er)</source>
        <translation>
            <numerusform>%n remark</numerusform>
            <numerusform>%n remarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bilag</source>
        <translation>
            <numerusform>%n attachment</numerusform>
            <numerusform>%n attachments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bilag mangler fil</source>
        <translation>
            <numerusform>%n file missing</numerusform>
            <numerusform>%n files missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n side(r)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Glem ventende titler</source>
        <translation>&amp;Forget waiting titles</translation>
    </message>
    <message>
        <source>&amp;Klip</source>
        <translation>Cu&amp;t</translation>
    </message>
    <message>
        <source>&amp;Nyt punkt</source>
        <translation>&amp;New item</translation>
    </message>
    <message>
        <source>&amp;Omdøb</source>
        <translation>&amp;Rename</translation>
    </message>
    <message>
        <source>&amp;Sæt ind</source>
        <translation>Past&amp;e</translation>
    </message>
    <message>
        <source>&amp;Vedhæft filer…</source>
        <translation>&amp;Attach files…</translation>
    </message>
    <message>
        <source>Alle filer (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Beskadiget</source>
        <translation>Damaged</translation>
    </message>
    <message>
        <source>Bilag {number}</source>
        <translation>Attachment {number}</translation>
    </message>
    <message>
        <source>Bilag {number}</source>
        <comment>short</comment>
        <translation>Att. {number}</translation>
    </message>
    <message>
        <source>Bilag {number}: {title}</source>
        <translation>Attachment {number}: {title}</translation>
    </message>
    <message>
        <source>Fil mangler</source>
        <translation>No file yet</translation>
    </message>
    <message numerus="yes">
        <source>Flyt %n række(r)</source>
        <translation>
            <numerusform>Move %n row</numerusform>
            <numerusform>Move %n rows</numerusform>
        </translation>
    </message>
    <message>
        <source>Flyt det valgte en plads ned</source>
        <translation>Move the selection one place down</translation>
    </message>
    <message>
        <source>Flyt det valgte en plads op</source>
        <translation>Move the selection one place up</translation>
    </message>
    <message>
        <source>Flyt det valgte, når du sætter ind</source>
        <translation>Move the selection when you paste</translation>
    </message>
    <message>
        <source>Flyt n&amp;ed</source>
        <translation>Move &amp;down</translation>
    </message>
    <message>
        <source>Flyt o&amp;p</source>
        <translation>Move u&amp;p</translation>
    </message>
    <message>
        <source>Flyt {row}</source>
        <translation>Move {row}</translation>
    </message>
    <message>
        <source>For stor</source>
        <translation>Too large</translation>
    </message>
    <message>
        <source>Hvor i bilagssamlingen punktet eller bilaget begynder</source>
        <translation>Where in the collection the item or attachment begins</translation>
    </message>
    <message>
        <source>Hvor mange sider bilaget har</source>
        <translation>How many pages the attachment has</translation>
    </message>
    <message>
        <source>Ikke læst færdig</source>
        <translation>Not read to the end</translation>
    </message>
    <message>
        <source>Ikke webtilgængelig: {word}</source>
        <translation>Not accessible: {word}</translation>
    </message>
    <message numerus="yes">
        <source>Indsæt %n bilag</source>
        <translation>
            <numerusform>Insert %n attachment</numerusform>
            <numerusform>Insert %n attachments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Indsæt %n punkt(er)</source>
        <translation>
            <numerusform>Insert %n item</numerusform>
            <numerusform>Insert %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Indsæt %n række(r)</source>
        <translation>
            <numerusform>Insert %n row</numerusform>
            <numerusform>Insert %n rows</numerusform>
        </translation>
    </message>
    <message>
        <source>Ingen</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Kan ikke medtages</source>
        <translation>Cannot be included</translation>
    </message>
    <message>
        <source>Kan ikke medtages i bilagssamlingen.</source>
        <translation>Cannot be included in the collection.</translation>
    </message>
    <message>
        <source>Klippet</source>
        <translation>Cut</translation>
    </message>
    <message>
        <source>Kopié&amp;r</source>
        <translation>&amp;Copy</translation>
    </message>
    <message>
        <source>Kopiér det valgte, også som tekst</source>
        <translation>Copy the selection, as text too</translation>
    </message>
    <message>
        <source>Lukket</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Låst med kode</source>
        <translation>Locked by password</translation>
    </message>
    <message>
        <source>Læg det valgte efter punktet, det er under</source>
        <translation>Put the selection after the item it is below</translation>
    </message>
    <message>
        <source>Læg det valgte under punktet før</source>
        <translation>Put the selection below the item before it</translation>
    </message>
    <message>
        <source>Læses ind …</source>
        <translation>Being read …</translation>
    </message>
    <message>
        <source>Nr.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Nyt &amp;hovedpunkt</source>
        <translation>New top-le&amp;vel item</translation>
    </message>
    <message>
        <source>Nyt &amp;underpunkt</source>
        <translation>New s&amp;ubitem</translation>
    </message>
    <message>
        <source>Nyt punkt: {title}</source>
        <translation>New item: {title}</translation>
    </message>
    <message>
        <source>O&amp;mnummerér</source>
        <translation>Renu&amp;mber</translation>
    </message>
    <message>
        <source>Omdøb {row}</source>
        <translation>Rename {row}</translation>
    </message>
    <message>
        <source>Omnummerér</source>
        <translation>Renumber</translation>
    </message>
    <message>
        <source>PDF-filer (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>Punkt {number}</source>
        <translation>Item {number}</translation>
    </message>
    <message>
        <source>Ret sags&amp;behandler</source>
        <translation>Edit case&amp;worker</translation>
    </message>
    <message>
        <source>Ret sagsbehandler for {row}</source>
        <translation>Change caseworker of {row}</translation>
    </message>
    <message numerus="yes">
        <source>Ret sagstype for %n punkt(er)</source>
        <translation>
            <numerusform>Change case type of %n item</numerusform>
            <numerusform>Change case type of %n items</numerusform>
        </translation>
    </message>
    <message>
        <source>Ret sagstype for {row}</source>
        <translation>Change case type of {row}</translation>
    </message>
    <message>
        <source>Ret titlen</source>
        <translation>Edit the title</translation>
    </message>
    <message>
        <source>Ryk &amp;ind</source>
        <translation>&amp;Indent</translation>
    </message>
    <message>
        <source>Ryk u&amp;d</source>
        <translation>&amp;Outdent</translation>
    </message>
    <message>
        <source>S&amp;let</source>
        <translation>De&amp;lete</translation>
    </message>
    <message>
        <source>Sags&amp;type</source>
        <translation>Case t&amp;ype</translation>
    </message>
    <message>
        <source>Sagsbeh.</source>
        <translation>Casew.</translation>
    </message>
    <message>
        <source>Sagsbehandler</source>
        <translation>Caseworker</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Sider</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Skriv, hvem der har sagen</source>
        <translation>Write who has the case</translation>
    </message>
    <message numerus="yes">
        <source>Slet %n række(r)</source>
        <translation>
            <numerusform>Delete %n row</numerusform>
            <numerusform>Delete %n rows</numerusform>
        </translation>
    </message>
    <message>
        <source>Slet det valgte; det kan fortrydes</source>
        <translation>Delete the selection; this can be undone</translation>
    </message>
    <message>
        <source>Slet {row}</source>
        <translation>Delete {row}</translation>
    </message>
    <message>
        <source>Slip de fastholdte numre, så alle følger rækkefølgen</source>
        <translation>Release the fixed numbers, so that all follow the order</translation>
    </message>
    <message>
        <source>Sæt punkter, bilag, filer eller linjer med tekst ind</source>
        <translation>Paste items, attachments, files or lines of text</translation>
    </message>
    <message>
        <source>Tilføj et punkt efter det valgte</source>
        <translation>Add an item after the selected one</translation>
    </message>
    <message>
        <source>Tilføj et punkt på øverste niveau, fx en overskrift over flere punkter</source>
        <translation>Add an item at the top, such as a heading over several items</translation>
    </message>
    <message>
        <source>Tilføj et punkt under det valgte</source>
        <translation>Add an item below the selected one</translation>
    </message>
    <message>
        <source>Titel</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Titler på bilag, der mangler deres fil, bliver ikke brugt</source>
        <translation>Titles of attachments that lack their file will not be used</translation>
    </message>
    <message>
        <source>Tom fil</source>
        <translation>Empty file</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Uden titel</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>Vedhæft en mappe</source>
        <translation>Attach a folder</translation>
    </message>
    <message>
        <source>Vedhæft filer</source>
        <translation>Attach files</translation>
    </message>
    <message>
        <source>Vedhæft m&amp;appe…</source>
        <translation>Attac&amp;h folder…</translation>
    </message>
    <message>
        <source>Vedhæft {what} til punkt {number}</source>
        <translation>Attach {what} to item {number}</translation>
    </message>
    <message>
        <source>Venter på Office</source>
        <translation>Waits for Office</translation>
    </message>
    <message>
        <source>Vælg en mappe; en liste viser, hvor hver fil skal hen</source>
        <translation>Choose a folder; a list shows where each file is to go</translation>
    </message>
    <message>
        <source>Vælg filer, der skal være bilag til punktet</source>
        <translation>Choose the files that are to be attached to the item</translation>
    </message>
    <message>
        <source>bilag {number} under {item}</source>
        <translation>attachment {number} of {item}</translation>
    </message>
    <message>
        <source>kan ikke medtages</source>
        <translation>cannot be included</translation>
    </message>
    <message>
        <source>nummeret er fastholdt</source>
        <translation>the number is fixed</translation>
    </message>
    <message>
        <source>punkt {number}</source>
        <translation>item {number}</translation>
    </message>
    <message>
        <source>side {page}</source>
        <translation>page {page}</translation>
    </message>
</context>
<context>
    <name>AgendaPane</name>
    <message>
        <source>Dagsorden</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Dagsordenen er tom. Skriv det første punkt, eller sæt linjer med tekst ind.</source>
        <translation>The agenda is empty. Write the first item, or paste lines of text.</translation>
    </message>
    <message>
        <source>Nyt punkt</source>
        <translation>New item</translation>
    </message>
    <message>
        <source>Tab rykker ind. Ctrl+Tab går videre til det næste i vinduet.</source>
        <translation>Tab indents. Ctrl+Tab moves on to the next thing in the window.</translation>
    </message>
    <message>
        <source>Træk filer hen på et punkt for at gøre dem til bilag.</source>
        <translation>Drag files onto an item to attach them.</translation>
    </message>
    <message>
        <source>Vælg et møde i listen for at se dagsordenen.</source>
        <translation>Choose a meeting in the list to see its agenda.</translation>
    </message>
</context>
<context>
    <name>ArrivalTable</name>
    <message>
        <source>F2 retter et felt. Mellemrum vælger punkt for de valgte filer. Delete lader en fil være. Enter vedhæfter.</source>
        <translation>F2 changes a field. Space chooses the item of the selected files. Delete leaves a file out. Enter attaches.</translation>
    </message>
    <message>
        <source>Filer, der skal vedhæftes</source>
        <translation>Files to attach</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message numerus="yes">
        <source>%n bemærkning(er)</source>
        <translation>
            <numerusform>%n remark</numerusform>
            <numerusform>%n remarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n side(r)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>Bilag nr.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Fil</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Ikke med</source>
        <translation>Left out</translation>
    </message>
    <message>
        <source>Ikke vedhæftet</source>
        <translation>Not attached</translation>
    </message>
    <message>
        <source>Kan ikke pakkes ud</source>
        <translation>Cannot be unpacked</translation>
    </message>
    <message>
        <source>Læses ind …</source>
        <translation>Being read …</translation>
    </message>
    <message>
        <source>Nummeret er optaget</source>
        <translation>The number is taken</translation>
    </message>
    <message>
        <source>Punkt</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Skal ikke med</source>
        <translation>Leave out</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Titel</source>
        <translation>Title</translation>
    </message>
    <message numerus="yes">
        <source>Vedhæft %n bilag</source>
        <translation>
            <numerusform>Attach %n attachment</numerusform>
            <numerusform>Attach %n attachments</numerusform>
        </translation>
    </message>
    <message>
        <source>Vælg et punkt</source>
        <translation>Choose an item</translation>
    </message>
    <message>
        <source>sidst</source>
        <translation>last</translation>
    </message>
    <message>
        <source>{pages}, {remarks}</source>
        <translation>{pages}, {remarks}</translation>
    </message>
</context>
<context>
    <name>ArrivalsDialog</name>
    <message numerus="yes">
        <source>%n af dem kan ikke medtages i samlingen; listen siger hvorfor.</source>
        <translation>
            <numerusform>%n of them cannot be included in the collection; the list says why.</numerusform>
            <numerusform>%n of them cannot be included in the collection; the list says why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bilag er vedhæftet.</source>
        <translation>
            <numerusform>%n attachment was attached.</numerusform>
            <numerusform>%n attachments were attached.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fil(er) er ikke vedhæftet.</source>
        <translation>
            <numerusform>%n file was not attached.</numerusform>
            <numerusform>%n files were not attached.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Annuller</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>&amp;Luk</source>
        <translation>&amp;Close</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Vedhæft %n fil(er)</source>
        <translation>
            <numerusform>&amp;Attach %n file</numerusform>
            <numerusform>&amp;Attach %n files</numerusform>
        </translation>
    </message>
    <message>
        <source>Filerne er læst ind. Listen viser, hvad der blev af dem.</source>
        <translation>The files were read. The list shows what became of them.</translation>
    </message>
    <message>
        <source>Se efter, hvor filerne skal hen. Numre og titler kan rettes i listen.</source>
        <translation>See where the files are to go. Numbers and titles can be changed in the list.</translation>
    </message>
    <message>
        <source>Vedhæft filer</source>
        <translation>Attach files</translation>
    </message>
</context>
<context>
    <name>AttachmentPane</name>
    <message>
        <source>Bilag</source>
        <translation>Attachment</translation>
    </message>
    <message>
        <source>Bilag {number} under {item}</source>
        <translation>Attachment {number} of {item}</translation>
    </message>
    <message>
        <source>Bilag {number}, side {page} af {count}</source>
        <translation>Attachment {number}, page {page} of {count}</translation>
    </message>
    <message>
        <source>Luk {place}</source>
        <translation>Close {place} to the public</translation>
    </message>
    <message>
        <source>Omdøb {place}</source>
        <translation>Rename {place}</translation>
    </message>
    <message>
        <source>Vælg et bilag i dagsordenen for at se det her.</source>
        <translation>Choose an attachment in the agenda to see it here.</translation>
    </message>
    <message>
        <source>Vælg sider i {place}</source>
        <translation>Choose pages of {place}</translation>
    </message>
    <message>
        <source>i samlingen: side {page}</source>
        <translation>in the collection: page {page}</translation>
    </message>
    <message>
        <source>udeladt af samlingen</source>
        <translation>left out of the collection</translation>
    </message>
    <message>
        <source>Åbn {place} for offentligheden</source>
        <translation>Open {place} to the public</translation>
    </message>
</context>
<context>
    <name>CaseFields</name>
    <message>
        <source>&amp;Lukket punkt (ikke for offentligheden)</source>
        <translation>C&amp;losed item (not for the public)</translation>
    </message>
    <message>
        <source>&amp;Type:</source>
        <translation>T&amp;ype:</translation>
    </message>
    <message>
        <source>Luk punkt {number}</source>
        <translation>Close item {number} to the public</translation>
    </message>
    <message>
        <source>Omdøb punkt {number}</source>
        <translation>Rename item {number}</translation>
    </message>
    <message>
        <source>Ret sagsbehandleren på punkt {number}</source>
        <translation>Change the caseworker of item {number}</translation>
    </message>
    <message>
        <source>Ret sagsnummeret på punkt {number}</source>
        <translation>Change the case number of item {number}</translation>
    </message>
    <message>
        <source>Ret typen på punkt {number}</source>
        <translation>Change the type of item {number}</translation>
    </message>
    <message>
        <source>Sags&amp;nummer:</source>
        <translation>Case &amp;number:</translation>
    </message>
    <message>
        <source>Sagsb&amp;ehandler:</source>
        <translation>Case&amp;worker:</translation>
    </message>
    <message>
        <source>T&amp;itel:</source>
        <translation>&amp;Title:</translation>
    </message>
    <message>
        <source>Åbn punkt {number}</source>
        <translation>Open item {number} to the public</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;Brødtekst</source>
        <translation>&amp;Body text</translation>
    </message>
    <message>
        <source>&amp;Erstat fil…</source>
        <translation>R&amp;eplace file…</translation>
    </message>
    <message>
        <source>&amp;Forrige rude</source>
        <translation>&amp;Previous pane</translation>
    </message>
    <message>
        <source>&amp;Forstør</source>
        <translation>&amp;Zoom in</translation>
    </message>
    <message>
        <source>&amp;Gem en kopi…</source>
        <translation>&amp;Save a copy…</translation>
    </message>
    <message>
        <source>&amp;Hele siden</source>
        <translation>W&amp;hole page</translation>
    </message>
    <message>
        <source>&amp;Indholdsfortegnelse</source>
        <translation>&amp;Index</translation>
    </message>
    <message>
        <source>&amp;Indsæt tabel</source>
        <translation>&amp;Insert table</translation>
    </message>
    <message>
        <source>&amp;Lukket bilag</source>
        <translation>&amp;Closed attachment</translation>
    </message>
    <message>
        <source>&amp;Lyst</source>
        <translation>&amp;Light</translation>
    </message>
    <message>
        <source>&amp;Lyst eller mørkt</source>
        <translation>&amp;Light or dark</translation>
    </message>
    <message>
        <source>&amp;Medtag alle sider</source>
        <translation>Include &amp;all pages</translation>
    </message>
    <message>
        <source>&amp;Møder</source>
        <translation>&amp;Meetings</translation>
    </message>
    <message>
        <source>&amp;Næste rude</source>
        <translation>&amp;Next pane</translation>
    </message>
    <message>
        <source>&amp;Om KKR Desk</source>
        <translation>&amp;About KKR Desk</translation>
    </message>
    <message>
        <source>&amp;Omdøb</source>
        <translation>&amp;Rename</translation>
    </message>
    <message>
        <source>&amp;Overskrift</source>
        <translation>&amp;Heading</translation>
    </message>
    <message>
        <source>&amp;Søg i bilaget</source>
        <translation>&amp;Find in the attachment</translation>
    </message>
    <message>
        <source>&amp;Tastaturgenveje</source>
        <translation>&amp;Keyboard shortcuts</translation>
    </message>
    <message>
        <source>&amp;Underoverskrift</source>
        <translation>&amp;Subheading</translation>
    </message>
    <message>
        <source>&amp;Vedhæft de vedlagte filer…</source>
        <translation>A&amp;ttach the enclosed files…</translation>
    </message>
    <message>
        <source>&amp;Vejledning</source>
        <translation>&amp;Guide</translation>
    </message>
    <message>
        <source>&amp;Åbn i eget program</source>
        <translation>&amp;Open in its own program</translation>
    </message>
    <message>
        <source>A&amp;fslut</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>Bilaget er ikke for offentligheden</source>
        <translation>The attachment is not for the public</translation>
    </message>
    <message>
        <source>Blad mellem siderne</source>
        <translation>Turn from page to page</translation>
    </message>
    <message>
        <source>Br&amp;ug titlen i filen</source>
        <translation>Use the tit&amp;le in the file</translation>
    </message>
    <message>
        <source>Erstat med &amp;PDF…</source>
        <translation>Replace with &amp;PDF…</translation>
    </message>
    <message>
        <source>Et niveau ned</source>
        <translation>One level down</translation>
    </message>
    <message>
        <source>Et niveau op</source>
        <translation>One level up</translation>
    </message>
    <message>
        <source>F&amp;ind forrige</source>
        <translation>F&amp;ind previous</translation>
    </message>
    <message>
        <source>Fed</source>
        <translation>Bold</translation>
    </message>
    <message>
        <source>Find &amp;næste</source>
        <translation>Find &amp;next</translation>
    </message>
    <message>
        <source>Find ord i det bilag, der vises</source>
        <translation>Find words in the attachment shown</translation>
    </message>
    <message>
        <source>Fo&amp;rrige side</source>
        <translation>Pre&amp;vious page</translation>
    </message>
    <message>
        <source>Forminds&amp;k</source>
        <translation>Zoom o&amp;ut</translation>
    </message>
    <message>
        <source>Første række er over&amp;skrift</source>
        <translation>First row is a &amp;heading</translation>
    </message>
    <message>
        <source>Gem filen, som den kom, et andet sted</source>
        <translation>Save the file as it came in another place</translation>
    </message>
    <message>
        <source>Giv bilaget den titel, filen selv har</source>
        <translation>Give the attachment the title that the file gives itself</translation>
    </message>
    <message>
        <source>Gå til det næste, der spørges om eller foreslås om filen</source>
        <translation>Go to the next thing that is asked or offered about the file</translation>
    </message>
    <message>
        <source>Gå til forrige sted, hvor ordene står</source>
        <translation>Go to the previous place where the words are</translation>
    </message>
    <message>
        <source>Gå til næste sted, hvor ordene står</source>
        <translation>Go to the next place where the words are</translation>
    </message>
    <message>
        <source>Gå til spørgsmål og forslag</source>
        <translation>Go to questions and offers</translation>
    </message>
    <message>
        <source>Hent &amp;prøvemødet</source>
        <translation>Fetch the &amp;sample meeting</translation>
    </message>
    <message>
        <source>Indsæt uden formatering</source>
        <translation>Paste without formatting</translation>
    </message>
    <message>
        <source>Kursiv</source>
        <translation>Italic</translation>
    </message>
    <message>
        <source>Lad alle bilagets sider komme med i samlingen</source>
        <translation>Let every page of the attachment be in the collection</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Læg en PDF ind i stedet for filen, så bilaget kan komme med i samlingen</source>
        <translation>Put in a PDF instead of the file, so that the attachment can be in the collection</translation>
    </message>
    <message>
        <source>Læg en ny udgave af filen ind; titlen bliver stående</source>
        <translation>Put in a new version of the file; the title stays</translation>
    </message>
    <message>
        <source>M&amp;ørkt</source>
        <translation>&amp;Dark</translation>
    </message>
    <message>
        <source>Nummereret liste</source>
        <translation>Numbered list</translation>
    </message>
    <message>
        <source>Ny kolonne &amp;efter</source>
        <translation>New column af&amp;ter</translation>
    </message>
    <message>
        <source>Ny kolonne &amp;før</source>
        <translation>New column be&amp;fore</translation>
    </message>
    <message>
        <source>Ny række &amp;over</source>
        <translation>New row &amp;above</translation>
    </message>
    <message>
        <source>Ny række &amp;under</source>
        <translation>New row &amp;below</translation>
    </message>
    <message>
        <source>Næs&amp;te side</source>
        <translation>Ne&amp;xt page</translation>
    </message>
    <message>
        <source>Overskrift</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>Pr&amp;øv igen</source>
        <translation>Tr&amp;y again</translation>
    </message>
    <message>
        <source>Punktliste</source>
        <translation>Bulleted list</translation>
    </message>
    <message>
        <source>Ret bilagets titel</source>
        <translation>Edit the attachment&apos;s title</translation>
    </message>
    <message>
        <source>Rul gennem siderne under hinanden</source>
        <translation>Scroll through the pages one below another</translation>
    </message>
    <message>
        <source>Ryd formatering</source>
        <translation>Clear formatting</translation>
    </message>
    <message>
        <source>S&amp;prog</source>
        <translation>Lan&amp;guage</translation>
    </message>
    <message>
        <source>Se filen efter igen, fx når LibreOffice er installeret</source>
        <translation>Look at the file again, for example when LibreOffice has been installed</translation>
    </message>
    <message>
        <source>Sider efter hin&amp;anden</source>
        <translation>Continuous pa&amp;ges</translation>
    </message>
    <message>
        <source>Slet &amp;kolonne</source>
        <translation>Delete &amp;column</translation>
    </message>
    <message>
        <source>Slet &amp;række</source>
        <translation>Delete &amp;row</translation>
    </message>
    <message>
        <source>Slet &amp;tabel</source>
        <translation>&amp;Delete table</translation>
    </message>
    <message>
        <source>Som &amp;maskinen</source>
        <translation>Same as the &amp;computer</translation>
    </message>
    <message>
        <source>Tabel</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Tilpas &amp;bredden</source>
        <translation>Fit &amp;width</translation>
    </message>
    <message>
        <source>Vis bilagets forrige side</source>
        <translation>Show the attachment&apos;s previous page</translation>
    </message>
    <message>
        <source>Vis bilagets næste side</source>
        <translation>Show the attachment&apos;s next page</translation>
    </message>
    <message>
        <source>Vis de filer, der ligger i mailen eller porteføljen, og vælg, hvilke der skal være bilag</source>
        <translation>Show the files in the mail or the portfolio, and choose which are to be attachments</translation>
    </message>
    <message>
        <source>Vis en hel side ad gangen i fuld højde</source>
        <translation>Show a whole page at a time at full height</translation>
    </message>
    <message>
        <source>Vis siderne mindre</source>
        <translation>Show the pages smaller</translation>
    </message>
    <message>
        <source>Vis siderne større</source>
        <translation>Show the pages larger</translation>
    </message>
    <message>
        <source>Vis siderne så brede, som der er plads til</source>
        <translation>Show the pages as wide as there is room for</translation>
    </message>
    <message>
        <source>Åbn en kopi af filen; det, du retter og gemmer dér, kan tages med tilbage</source>
        <translation>Open a copy of the file; what you change and save there can be taken back</translation>
    </message>
    <message>
        <source>Én si&amp;de ad gangen</source>
        <translation>One page at a ti&amp;me</translation>
    </message>
</context>
<context>
    <name>CouncilForm</name>
    <message>
        <source>&amp;Medlemmer</source>
        <translation>&amp;Members</translation>
    </message>
    <message>
        <source>D&amp;agsorden</source>
        <translation>&amp;Agenda</translation>
    </message>
    <message>
        <source>D&amp;okumenter</source>
        <translation>D&amp;ocuments</translation>
    </message>
    <message>
        <source>Na&amp;vn og logo</source>
        <translation>Nam&amp;e and logo</translation>
    </message>
    <message>
        <source>Rådets indstillinger</source>
        <translation>The council&apos;s settings</translation>
    </message>
</context>
<context>
    <name>CouncilSettings</name>
    <message>
        <source>Feltet skal have en tekst på én linje. Det gamle gælder, til det er rettet.</source>
        <translation>The field needs a text of one line. The old one holds until this is put right.</translation>
    </message>
    <message>
        <source>Her kan kun bruges: {allowed}. Det gamle gælder, til det er rettet.</source>
        <translation>Only these can be used here: {allowed}. The old text holds until this is put right.</translation>
    </message>
    <message>
        <source>Ret indstillinger for {council}</source>
        <translation>Change settings of {council}</translation>
    </message>
    <message>
        <source>Skriv farven som #1f4e79. Den gamle farve gælder, til det er rettet.</source>
        <translation>Write the colour as #1f4e79. The old colour holds until this is put right.</translation>
    </message>
    <message>
        <source>{needed} skal være med. Det gamle gælder, til det er rettet.</source>
        <translation>{needed} must be there. The old text holds until this is put right.</translation>
    </message>
</context>
<context>
    <name>CouncilsPage</name>
    <message>
        <source>Her er ingen råd endnu. Et råd kommer til med sit første møde, eller med Nyt råd.</source>
        <translation>There are no councils here yet. A council comes with its first meeting, or with New council.</translation>
    </message>
    <message>
        <source>Nyt &amp;råd</source>
        <translation>Ne&amp;w council</translation>
    </message>
    <message>
        <source>Nyt råd</source>
        <translation>New council</translation>
    </message>
    <message>
        <source>Opret et råd</source>
        <translation>Create a council</translation>
    </message>
    <message>
        <source>Råd</source>
        <translation>Councils</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>&amp;Arbejd videre</source>
        <translation>&amp;Go on working</translation>
    </message>
    <message>
        <source>&amp;Kopiér detaljer</source>
        <translation>Cop&amp;y details</translation>
    </message>
    <message>
        <source>&amp;Luk programmet</source>
        <translation>&amp;Close the program</translation>
    </message>
    <message>
        <source>Der er sket en fejl i programmet. Det, du har gemt og skrevet, er der stadig, og du kan arbejde videre. Sker det igen, så luk programmet og start det igen. Send gerne detaljerne her til dem, der hjælper jer med programmet; der står intet fra jeres dokumenter i dem.</source>
        <translation>Something went wrong in the program. What you have saved and written is still there, and you can go on working. If it happens again, please close the program and start it again. You are welcome to send the details here to those who help you with the program; they hold nothing from your documents.</translation>
    </message>
    <message>
        <source>Detaljer om fejlen</source>
        <translation>Details of the fault</translation>
    </message>
    <message>
        <source>Fejl i KKR Desk</source>
        <translation>Fault in KKR Desk</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>Angiv sprog for {place}</source>
        <translation>State the language of {place}</translation>
    </message>
    <message>
        <source>Bilag {number} under {item}</source>
        <translation>Attachment {number} under {item}</translation>
    </message>
    <message>
        <source>Omdøb {place}</source>
        <translation>Rename {place}</translation>
    </message>
    <message>
        <source>Ret sagsnummeret på punkt {number}</source>
        <translation>Change the case number of item {number}</translation>
    </message>
</context>
<context>
    <name>Descriptions</name>
    <message>
        <source>Beskrivelse af billedet</source>
        <translation>Description of the picture</translation>
    </message>
    <message>
        <source>Billede</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>Billede på side {page}</source>
        <translation>Picture on page {page}</translation>
    </message>
    <message>
        <source>Billeder og scannede sider</source>
        <translation>Pictures and scanned pages</translation>
    </message>
    <message>
        <source>Hvad viser &amp;det? Skriv, hvad der skal læses op i stedet:</source>
        <translation>What &amp;does it show? Write what is to be read aloud instead:</translation>
    </message>
    <message>
        <source>Scannet side {page}</source>
        <translation>Scanned page {page}</translation>
    </message>
    <message>
        <source>mangler beskrivelse</source>
        <translation>lacks a description</translation>
    </message>
    <message>
        <source>»{text}«</source>
        <translation>“{text}”</translation>
    </message>
</context>
<context>
    <name>DifferenceList</name>
    <message>
        <source>Behold her</source>
        <translation>Keep what is here</translation>
    </message>
    <message>
        <source>Hvad der er anderledes</source>
        <translation>What differs</translation>
    </message>
    <message>
        <source>Hvad der er sket</source>
        <translation>What has happened</translation>
    </message>
    <message>
        <source>Punkt</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Tag begge ændringer</source>
        <translation>Take both changes</translation>
    </message>
    <message>
        <source>Tag fra filen</source>
        <translation>Take from the file</translation>
    </message>
    <message>
        <source>Valg</source>
        <translation>Choice</translation>
    </message>
</context>
<context>
    <name>DifferencesDialog</name>
    <message numerus="yes">
        <source>%n er ændret begge steder; dér beholdes det, der er her, hvis du ikke vælger andet.</source>
        <translation>
            <numerusform>%n was changed in both places; what is here is kept there unless you choose otherwise.</numerusform>
            <numerusform>%n were changed in both places; what is here is kept there unless you choose otherwise.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ting er anderledes i filen {file}.</source>
        <translation>
            <numerusform>%n thing differs in the file {file}.</numerusform>
            <numerusform>%n things differ in the file {file}.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Foreslået</source>
        <translation>&amp;Suggested</translation>
    </message>
    <message>
        <source>&amp;Gennemfør</source>
        <translation>&amp;Carry out</translation>
    </message>
    <message>
        <source>Behold alt &amp;her</source>
        <translation>Keep all that is &amp;here</translation>
    </message>
    <message>
        <source>Forskelle</source>
        <translation>Differences</translation>
    </message>
    <message>
        <source>Tag alt fra f&amp;ilen</source>
        <translation>Take all from the f&amp;ile</translation>
    </message>
</context>
<context>
    <name>DocumentChoice</name>
    <message>
        <source>&amp;Bilagssamling</source>
        <translation>&amp;Collection of attachments</translation>
    </message>
    <message>
        <source>&amp;Indholdsfortegnelse</source>
        <translation>&amp;Index</translation>
    </message>
    <message>
        <source>Dokument: bilagssamling</source>
        <translation>Document: collection of attachments</translation>
    </message>
    <message>
        <source>Dokument: indholdsfortegnelse</source>
        <translation>Document: index</translation>
    </message>
</context>
<context>
    <name>DocumentDialog</name>
    <message numerus="yes">
        <source>%n side(r)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Luk</source>
        <translation>C&amp;lose</translation>
    </message>
    <message>
        <source>Annulleret. Der er ikke gemt noget nyt.</source>
        <translation>Cancelled. Nothing new was saved.</translation>
    </message>
    <message>
        <source>Dokument:</source>
        <translation>Document:</translation>
    </message>
    <message>
        <source>Intet møde er åbent</source>
        <translation>No meeting is open</translation>
    </message>
    <message>
        <source>Omfang:</source>
        <translation>Size:</translation>
    </message>
    <message>
        <source>{council}, {date}</source>
        <translation>{council}, {date}</translation>
    </message>
    <message>
        <source>Åbn et møde først.</source>
        <translation>Open a meeting first.</translation>
    </message>
</context>
<context>
    <name>DocumentsPart</name>
    <message>
        <source>&amp;Farve:</source>
        <translation>&amp;Colour:</translation>
    </message>
    <message>
        <source>&amp;Placering:</source>
        <translation>&amp;Place:</translation>
    </message>
    <message>
        <source>&amp;Word-skabelon:</source>
        <translation>Word te&amp;mplate:</translation>
    </message>
    <message>
        <source>Dansk</source>
        <translation>Danish</translation>
    </message>
    <message>
        <source>Dokumenternes &amp;sprog:</source>
        <translation>&amp;Language of the documents:</translation>
    </message>
    <message>
        <source>Engelsk</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Nederst på midten</source>
        <translation>Bottom centre</translation>
    </message>
    <message>
        <source>Nederst til højre</source>
        <translation>Bottom right</translation>
    </message>
    <message>
        <source>Nederst til venstre</source>
        <translation>Bottom left</translation>
    </message>
    <message>
        <source>Rådets farve</source>
        <translation>The council&apos;s colour</translation>
    </message>
    <message>
        <source>Si&amp;detal:</source>
        <translation>Pa&amp;ge number:</translation>
    </message>
    <message>
        <source>Vælg farve…</source>
        <translation>Choose colour…</translation>
    </message>
    <message>
        <source>{page} bliver til sidens nummer, {pages} til antallet af sider.</source>
        <translation>{page} becomes the page&apos;s number, {pages} the number of pages.</translation>
    </message>
    <message>
        <source>Øverst på midten</source>
        <translation>Top centre</translation>
    </message>
    <message>
        <source>Øverst til højre</source>
        <translation>Top right</translation>
    </message>
    <message>
        <source>Øverst til venstre</source>
        <translation>Top left</translation>
    </message>
</context>
<context>
    <name>DoubtList</name>
    <message>
        <source>Bemærk: {text}</source>
        <translation>Note: {text}</translation>
    </message>
    <message numerus="yes">
        <source>Før du går i gang: %n ting at se på</source>
        <translation>
            <numerusform>Before you begin: %n thing to look at</numerusform>
            <numerusform>Before you begin: %n things to look at</numerusform>
        </translation>
    </message>
    <message>
        <source>Ret de bilag, der ikke kan medtages, eller sæt kryds ved erstatningssider.</source>
        <translation>Put right the attachments that cannot be included, or tick slip pages.</translation>
    </message>
    <message>
        <source>Spørgsmål: {text}</source>
        <translation>Question: {text}</translation>
    </message>
    <message>
        <source>Stopper: {text}</source>
        <translation>Stops: {text}</translation>
    </message>
    <message>
        <source>Svar på spørgsmålene om filerne: vælg en linje for at komme til bilaget.</source>
        <translation>Answer the questions about the files: choose a line to go to the attachment.</translation>
    </message>
    <message numerus="yes">
        <source>Sæt en tydelig erstatningsside ind for %n bilag</source>
        <translation>
            <numerusform>Put in a visible slip page for %n attachment</numerusform>
            <numerusform>Put in visible slip pages for %n attachments</numerusform>
        </translation>
    </message>
    <message>
        <source>Sæt kryds, hvis det lukkede må være med. Ellers fjern det først.</source>
        <translation>Tick if what is closed may be included. Otherwise remove it first.</translation>
    </message>
    <message numerus="yes">
        <source>Tag %n lukket/lukkede bilag med i filen</source>
        <translation>
            <numerusform>Include %n closed attachment in the file</numerusform>
            <numerusform>Include %n closed attachments in the file</numerusform>
        </translation>
    </message>
    <message>
        <source>Ting at se på, før dokumentet laves</source>
        <translation>Things to look at before the document is made</translation>
    </message>
    <message>
        <source>Vælg: {text}</source>
        <translation>Choose: {text}</translation>
    </message>
</context>
<context>
    <name>Elsewhere</name>
    <message>
        <source>Tag ændringer med i {place}</source>
        <translation>Take changes into {place}</translation>
    </message>
</context>
<context>
    <name>ErrorRow</name>
    <message>
        <source>Kopiér detaljer</source>
        <translation>Copy details</translation>
    </message>
    <message>
        <source>Kopiér detaljer om fejlen</source>
        <translation>Copy details of the fault</translation>
    </message>
    <message>
        <source>Luk beskeden</source>
        <translation>Close the message</translation>
    </message>
</context>
<context>
    <name>ExchangeCommands</name>
    <message>
        <source>&amp;Gem møde som fil…</source>
        <translation>Save meeting as &amp;file…</translation>
    </message>
    <message>
        <source>Gem hele mødet som én fil til en kollega eller en USB-nøgle</source>
        <translation>Save the whole meeting as one file for a colleague or a memory stick</translation>
    </message>
    <message>
        <source>Læg et møde, du har fået som fil, ind her</source>
        <translation>Put in a meeting that you were given as a file</translation>
    </message>
    <message>
        <source>Mødefiler (*.kkr)</source>
        <translation>Meeting files (*.kkr)</translation>
    </message>
    <message>
        <source>Åbn mø&amp;defil…</source>
        <translation>Open meet&amp;ing file…</translation>
    </message>
    <message>
        <source>Åbn mødefil</source>
        <translation>Open meeting file</translation>
    </message>
</context>
<context>
    <name>ExportCommands</name>
    <message>
        <source>&amp;Eksportér bilagssamling…</source>
        <translation>&amp;Export collection…</translation>
    </message>
    <message>
        <source>&amp;Udskriv…</source>
        <translation>&amp;Print…</translation>
    </message>
    <message>
        <source>&amp;Webtilgængelighed…</source>
        <translation>Accessibilit&amp;y…</translation>
    </message>
    <message>
        <source>Eksportér &amp;indholdsfortegnelse…</source>
        <translation>Export inde&amp;x…</translation>
    </message>
    <message>
        <source>Gem indholdsfortegnelsen for sig</source>
        <translation>Save the index on its own</translation>
    </message>
    <message>
        <source>Gem mødets bilagssamling som PDF eller Word</source>
        <translation>Save the meeting&apos;s collection of attachments as PDF or Word</translation>
    </message>
    <message>
        <source>Se, hvad bilagene mangler for at være webtilgængelige</source>
        <translation>See what the attachments lack to be accessible</translation>
    </message>
    <message>
        <source>Udskriv bilagssamlingen eller indholdsfortegnelsen</source>
        <translation>Print the collection or the index</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>&amp;Eksportér</source>
        <translation>&amp;Export</translation>
    </message>
    <message>
        <source>Eksportér</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Erstatningssider: {count}.</source>
        <translation>Slip pages: {count}.</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>Format:</translation>
    </message>
    <message>
        <source>Gem som:</source>
        <translation>Save as:</translation>
    </message>
    <message>
        <source>Laves kun, hvis alle bilag tillader det; ellers siges det, hvad der er i vejen.</source>
        <translation>Made only if every attachment allows it; otherwise you are told what is in the way.</translation>
    </message>
    <message>
        <source>Sendt til printeren: {pages}.</source>
        <translation>Sent to the printer: {pages}.</translation>
    </message>
    <message>
        <source>Som PDF/A</source>
        <translation>As PDF/A</translation>
    </message>
    <message>
        <source>Til arkiv, som PDF/A</source>
        <translation>For the archive, as PDF/A</translation>
    </message>
    <message>
        <source>Til arkiv:</source>
        <translation>For the archive:</translation>
    </message>
    <message>
        <source>Vælg, hvor filen skal gemmes.</source>
        <translation>Choose where to save the file.</translation>
    </message>
    <message>
        <source>Webtilgængelighed:</source>
        <translation>Accessibility:</translation>
    </message>
    <message>
        <source>omkring {size}</source>
        <translation>about {size}</translation>
    </message>
    <message>
        <source>størrelsen beregnes</source>
        <translation>the size is being worked out</translation>
    </message>
    <message>
        <source>{file} er gemt og kontrolleret: {pages}, {size}.</source>
        <translation>{file} is saved and checked: {pages}, {size}.</translation>
    </message>
    <message>
        <source>{pages} med faste sidetal, til at sætte ind i en mail eller på en hjemmeside.</source>
        <translation>{pages} with fixed page numbers, for an email or a website.</translation>
    </message>
    <message>
        <source>{pages}, {size}. Word-filen er til redigering, ikke til offentliggørelse: bilagenes sider bliver billeder uden tekst og links.</source>
        <translation>{pages}, {size}. The Word file is for editing, not for publishing: the pages of the attachments become pictures without text and links.</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Afsender:</source>
        <translation>Sender:</translation>
    </message>
    <message>
        <source>Bemærk:</source>
        <translation>Note:</translation>
    </message>
    <message>
        <source>Dato:</source>
        <translation>Date:</translation>
    </message>
    <message>
        <source>Dokument:</source>
        <translation>Document:</translation>
    </message>
    <message>
        <source>Excel-regneark</source>
        <translation>Excel spreadsheet</translation>
    </message>
    <message>
        <source>Fil:</source>
        <translation>File:</translation>
    </message>
    <message>
        <source>Fylder:</source>
        <translation>Takes up:</translation>
    </message>
    <message>
        <source>Mål:</source>
        <translation>Measures:</translation>
    </message>
    <message>
        <source>Office-dokument med adgangskode</source>
        <translation>Office document with a password</translation>
    </message>
    <message>
        <source>PowerPoint-præsentation</source>
        <translation>PowerPoint presentation</translation>
    </message>
    <message>
        <source>Sag:</source>
        <translation>Case:</translation>
    </message>
    <message>
        <source>Sider:</source>
        <translation>Pages:</translation>
    </message>
    <message>
        <source>Slags:</source>
        <translation>Kind:</translation>
    </message>
    <message>
        <source>Sprog:</source>
        <translation>Language:</translation>
    </message>
    <message>
        <source>Word-dokument</source>
        <translation>Word document</translation>
    </message>
    <message>
        <source>billede ({kind})</source>
        <translation>picture ({kind})</translation>
    </message>
    <message>
        <source>hjemmeside</source>
        <translation>web page</translation>
    </message>
    <message>
        <source>kan ikke hentes</source>
        <translation>cannot be fetched</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>email</translation>
    </message>
    <message>
        <source>pakket mappe</source>
        <translation>compressed folder</translation>
    </message>
    <message>
        <source>program</source>
        <translation>program</translation>
    </message>
    <message>
        <source>præsentation</source>
        <translation>presentation</translation>
    </message>
    <message>
        <source>regneark</source>
        <translation>spreadsheet</translation>
    </message>
    <message>
        <source>ren tekst</source>
        <translation>plain text</translation>
    </message>
    <message>
        <source>tekstdokument</source>
        <translation>text document</translation>
    </message>
    <message>
        <source>tom fil</source>
        <translation>empty file</translation>
    </message>
    <message>
        <source>ukendt slags fil</source>
        <translation>unknown kind of file</translation>
    </message>
    <message>
        <source>{paper} liggende</source>
        <translation>{paper} landscape</translation>
    </message>
    <message>
        <source>{paper} stående</source>
        <translation>{paper} portrait</translation>
    </message>
    <message>
        <source>{size} (side {pages})</source>
        <translation>{size} (page {pages})</translation>
    </message>
    <message>
        <source>{width} × {height} cm</source>
        <translation>{width} × {height} cm</translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source>Alle filer (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Erstat filen i {place}</source>
        <translation>Replace the file in {place}</translation>
    </message>
    <message>
        <source>Gem en kopi af {file}</source>
        <translation>Save a copy of {file}</translation>
    </message>
    <message>
        <source>PDF-filer (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>Vælg den fil, der skal træde i stedet for {file}</source>
        <translation>Choose the file that is to take the place of {file}</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>&amp;Luk</source>
        <translation>C&amp;lose</translation>
    </message>
    <message>
        <source>Annulleret. Intet er ændret.</source>
        <translation>Cancelled. Nothing was changed.</translation>
    </message>
</context>
<context>
    <name>FoldersPage</name>
    <message>
        <source>&amp;Dokumenter gemmes i:</source>
        <translation>&amp;Documents are saved in:</translation>
    </message>
    <message>
        <source>&amp;Møder og bilag ligger i:</source>
        <translation>&amp;Meetings and attachments are in:</translation>
    </message>
    <message>
        <source>&amp;Vis i mappe</source>
        <translation>&amp;Show in folder</translation>
    </message>
    <message>
        <source>Et råd, der allerede er gemt dokumenter for, beholder den mappe, der blev brugt sidst.</source>
        <translation>A council whose documents have been saved before keeps the folder that was used last.</translation>
    </message>
    <message>
        <source>Lad mappen være, som den er: programmet holder selv orden i den.</source>
        <translation>Leave the folder as it is: the program keeps it in order itself.</translation>
    </message>
    <message>
        <source>V&amp;ælg mappe…</source>
        <translation>&amp;Choose folder…</translation>
    </message>
    <message>
        <source>Vælg mappe til dokumenter</source>
        <translation>Choose a folder for documents</translation>
    </message>
</context>
<context>
    <name>FormatBar</name>
    <message>
        <source>Formatering</source>
        <translation>Formatting</translation>
    </message>
</context>
<context>
    <name>FormatChoice</name>
    <message>
        <source>&amp;PDF til udsendelse</source>
        <translation>&amp;PDF for sending out</translation>
    </message>
    <message>
        <source>&amp;Word til redigering</source>
        <translation>&amp;Word for editing</translation>
    </message>
    <message>
        <source>Format: PDF til udsendelse</source>
        <translation>Format: PDF for sending out</translation>
    </message>
    <message>
        <source>Format: Word til redigering</source>
        <translation>Format: Word for editing</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>Afsnit i vejledningen</source>
        <translation>Sections of the guide</translation>
    </message>
    <message>
        <source>Vejledning</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Vejledningens tekst</source>
        <translation>Text of the guide</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message numerus="yes">
        <source>%n advarsel(er)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bemærkning(er)</source>
        <translation>
            <numerusform>%n remark</numerusform>
            <numerusform>%n remarks</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Lukket bilag</source>
        <translation>&amp;Closed attachment</translation>
    </message>
    <message>
        <source>Bilag {number}</source>
        <translation>Attachment {number}</translation>
    </message>
    <message>
        <source>Bilaget er ikke for offentligheden</source>
        <translation>The attachment is not for the public</translation>
    </message>
    <message>
        <source>Bilagets titel</source>
        <translation>The attachment&apos;s title</translation>
    </message>
    <message>
        <source>Fil: {name}</source>
        <translation>File: {name}</translation>
    </message>
    <message>
        <source>Oplysninger</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Oplysninger om filen</source>
        <translation>Details of the file</translation>
    </message>
    <message>
        <source>Skjul, hvad der vides om filen</source>
        <translation>Hide what is known of the file</translation>
    </message>
    <message>
        <source>Titel, som den skal stå i indholdsfortegnelsen</source>
        <translation>Title as it is to be in the index</translation>
    </message>
    <message>
        <source>Vis, hvad der vides om filen</source>
        <translation>Show what is known of the file</translation>
    </message>
    <message>
        <source>Webtilgængelighed: {word}</source>
        <translation>Accessibility: {word}</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>(intet)</source>
        <translation>(nothing)</translation>
    </message>
    <message>
        <source>Fast nummer</source>
        <translation>Fixed number</translation>
    </message>
    <message>
        <source>Fil</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Fortrudt: {label}</source>
        <translation>Undone: {label}</translation>
    </message>
    <message>
        <source>Gengivelse</source>
        <translation>Rendition</translation>
    </message>
    <message>
        <source>Gentaget: {label}</source>
        <translation>Redone: {label}</translation>
    </message>
    <message>
        <source>Grund til at det er lukket</source>
        <translation>Why it is closed</translation>
    </message>
    <message>
        <source>Lukket</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Sagsbehandler</source>
        <translation>Caseworker</translation>
    </message>
    <message>
        <source>Sagsnummer</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>Sider</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Tekst</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Titel</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Titlen lukket</source>
        <translation>Title closed</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Udgår</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>ja</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>nej</source>
        <translation>no</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Her står, hvad der sker med punktet og dets bilag.</source>
        <translation>What happens to the item and its attachments is written here.</translation>
    </message>
    <message>
        <source>Historik</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Hvad</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Hvem</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Hvornår</source>
        <translation>When</translation>
    </message>
    <message>
        <source>{day} kl. {hour}.{minute}</source>
        <translation>{day}, {hour}:{minute}</translation>
    </message>
</context>
<context>
    <name>IdentityPart</name>
    <message>
        <source>&amp;Logo:</source>
        <translation>&amp;Logo:</translation>
    </message>
    <message>
        <source>&amp;Navn:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>Rådet skal have et navn. Det gamle gælder, til du har skrevet et nyt.</source>
        <translation>The council needs a name. The old one holds until you have written a new one.</translation>
    </message>
</context>
<context>
    <name>Index</name>
    <message>
        <source>{text}, side {page}</source>
        <translation>{text}, page {page}</translation>
    </message>
</context>
<context>
    <name>IndexPane</name>
    <message>
        <source>Indholdsfortegnelse</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>Mødet har ingen bilag endnu. Bilag står her med deres sidetal, når de kommer.</source>
        <translation>The meeting has no attachments yet. They will be here with their page numbers when they come.</translation>
    </message>
    <message>
        <source>Åbn et møde for at se dets indholdsfortegnelse.</source>
        <translation>Open a meeting to see its index.</translation>
    </message>
</context>
<context>
    <name>ItemPane</name>
    <message>
        <source>Beslutning</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Historik</source>
        <translation>History</translation>
    </message>
    <message>
        <source>I samlingen: side {page}</source>
        <translation>In the collection: page {page}</translation>
    </message>
    <message>
        <source>Ingen bilag i samlingen</source>
        <translation>No attachments in the collection</translation>
    </message>
    <message>
        <source>Punktet</source>
        <translation>The item</translation>
    </message>
    <message>
        <source>Sag</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>Tekst</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Vælg et punkt i dagsordenen for at se det her.</source>
        <translation>Choose an item of the agenda to see it here.</translation>
    </message>
</context>
<context>
    <name>LanguageField</name>
    <message>
        <source>Bilagets sprog</source>
        <translation>Language of the attachment</translation>
    </message>
    <message>
        <source>Dansk</source>
        <translation>Danish</translation>
    </message>
    <message>
        <source>Engelsk</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Filens eget ({language})</source>
        <translation>The file&apos;s own ({language})</translation>
    </message>
    <message>
        <source>Norsk</source>
        <translation>Norwegian</translation>
    </message>
    <message>
        <source>Skriv sproget som en kode, fx fr-FR, eller vælg det på listen.</source>
        <translation>Write the language as a code, such as fr-FR, or choose it from the list.</translation>
    </message>
    <message>
        <source>Svensk</source>
        <translation>Swedish</translation>
    </message>
    <message>
        <source>Tysk</source>
        <translation>German</translation>
    </message>
    <message>
        <source>ikke angivet</source>
        <translation>not stated</translation>
    </message>
</context>
<context>
    <name>LinkLine</name>
    <message>
        <source>&amp;Adresse:</source>
        <translation>A&amp;ddress:</translation>
    </message>
    <message>
        <source>&amp;Fjern link</source>
        <translation>&amp;Remove link</translation>
    </message>
    <message>
        <source>&amp;Sæt link</source>
        <translation>&amp;Set link</translation>
    </message>
    <message>
        <source>Linkets adresse</source>
        <translation>Address of the link</translation>
    </message>
    <message>
        <source>www.kl.dk eller navn@kommune.dk</source>
        <translation>www.kl.dk or name@kommune.dk</translation>
    </message>
</context>
<context>
    <name>LogoField</name>
    <message>
        <source>Billeder (*.png *.jpg *.jpeg)</source>
        <translation>Pictures (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Fjern</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Fjern logo</source>
        <translation>Remove logo</translation>
    </message>
    <message>
        <source>Intet logo</source>
        <translation>No logo</translation>
    </message>
    <message>
        <source>Rådets logo</source>
        <translation>The council&apos;s logo</translation>
    </message>
    <message>
        <source>Vælg billede…</source>
        <translation>Choose picture…</translation>
    </message>
    <message>
        <source>Vælg rådets logo</source>
        <translation>Choose the council&apos;s logo</translation>
    </message>
</context>
<context>
    <name>MailButton</name>
    <message>
        <source>Kopiér en mail, der beder om en webtilgængelig PDF</source>
        <translation>Copy a mail that asks for an accessible PDF</translation>
    </message>
    <message>
        <source>Kopiér mail til afsender</source>
        <translation>Copy mail to sender</translation>
    </message>
    <message>
        <source>Kopiér på &amp;dansk</source>
        <translation>Copy in &amp;Danish</translation>
    </message>
    <message>
        <source>Kopiér på &amp;engelsk</source>
        <translation>Copy in &amp;English</translation>
    </message>
    <message>
        <source>Mailen er for lang til at gå med, så teksten er kopieret. Sæt den ind med Ctrl+V.</source>
        <translation>The mail is too long to be taken along, so its text was copied. Paste it with Ctrl+V.</translation>
    </message>
    <message>
        <source>Mailen er kopieret. Sæt den ind i en ny mail med Ctrl+V; første linje er emnet.</source>
        <translation>The mail was copied. Paste it into a new mail with Ctrl+V; the first line is the subject.</translation>
    </message>
    <message>
        <source>Mailen er åbnet i mailprogrammet. Skriv, hvem den skal til.</source>
        <translation>The mail is open in the mail program. Write whom it is to go to.</translation>
    </message>
    <message>
        <source>Mailprogrammet kunne ikke åbnes. Mailen er kopieret, så den kan sættes ind med Ctrl+V.</source>
        <translation>The mail program could not be opened. The mail was copied, so that it can be pasted with Ctrl+V.</translation>
    </message>
    <message>
        <source>Åbn i &amp;mailprogrammet</source>
        <translation>Open in the &amp;mail program</translation>
    </message>
</context>
<context>
    <name>MeetingDetailsDialog</name>
    <message>
        <source>Oplysninger om mødet</source>
        <translation>Details of the meeting</translation>
    </message>
</context>
<context>
    <name>MeetingForm</name>
    <message>
        <source>&amp;Dato:</source>
        <translation>&amp;Date:</translation>
    </message>
    <message>
        <source>&amp;Råd:</source>
        <translation>C&amp;ouncil:</translation>
    </message>
    <message>
        <source>&amp;Sted:</source>
        <translation>&amp;Place:</translation>
    </message>
    <message>
        <source>&amp;Tidspunkt:</source>
        <translation>&amp;Time:</translation>
    </message>
    <message>
        <source>Indholdsfortegnelsens &amp;overskrift:</source>
        <translation>&amp;Heading of the index:</translation>
    </message>
    <message>
        <source>Ti&amp;lstand:</source>
        <translation>&amp;State:</translation>
    </message>
    <message>
        <source>d. MMMM yyyy</source>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>fx 9.30</source>
        <translation>e.g. 9.30</translation>
    </message>
    <message>
        <source>fx KKR Sjælland</source>
        <translation>such as KKR Sjælland</translation>
    </message>
</context>
<context>
    <name>MeetingState</name>
    <message>
        <source>afholdt</source>
        <translation>held</translation>
    </message>
    <message>
        <source>kladde</source>
        <translation>draft</translation>
    </message>
    <message>
        <source>referat godkendt</source>
        <translation>minutes approved</translation>
    </message>
    <message>
        <source>udsendt</source>
        <translation>sent out</translation>
    </message>
</context>
<context>
    <name>MeetingsModel</name>
    <message>
        <source>Arkiv</source>
        <translation>Archive</translation>
    </message>
</context>
<context>
    <name>MeetingsPane</name>
    <message>
        <source>&amp;Arkivér</source>
        <translation>A&amp;rchive</translation>
    </message>
    <message>
        <source>&amp;Hent fra arkiv</source>
        <translation>Fetch from a&amp;rchive</translation>
    </message>
    <message>
        <source>&amp;Nyt møde…</source>
        <translation>&amp;New meeting…</translation>
    </message>
    <message>
        <source>&amp;Oplysninger om mødet…</source>
        <translation>&amp;Details of the meeting…</translation>
    </message>
    <message>
        <source>&amp;Rådets indstillinger…</source>
        <translation>Co&amp;uncil settings…</translation>
    </message>
    <message>
        <source>&amp;Slet endeligt…</source>
        <translation>De&amp;lete for good…</translation>
    </message>
    <message>
        <source>&amp;Tilstand</source>
        <translation>&amp;State</translation>
    </message>
    <message>
        <source>Arkivér {meeting}</source>
        <translation>Archive {meeting}</translation>
    </message>
    <message>
        <source>Hent {meeting} fra arkivet</source>
        <translation>Fetch {meeting} from the archive</translation>
    </message>
    <message>
        <source>Her er ingen møder endnu.</source>
        <translation>There are no meetings here yet.</translation>
    </message>
    <message>
        <source>Møder</source>
        <translation>Meetings</translation>
    </message>
    <message>
        <source>Nyt møde…</source>
        <translation>New meeting…</translation>
    </message>
    <message>
        <source>Opret mødet {date}</source>
        <translation>Create the meeting of {date}</translation>
    </message>
    <message>
        <source>Ret oplysninger om mødet {date}</source>
        <translation>Change details of the meeting of {date}</translation>
    </message>
    <message>
        <source>Rådets medlemmer, faste punkter, sagstyper og dokumenter</source>
        <translation>The council&apos;s members, usual items, case types and documents</translation>
    </message>
    <message>
        <source>Sæt {meeting} til {state}</source>
        <translation>Set {meeting} to {state}</translation>
    </message>
    <message>
        <source>kl. {time}</source>
        <translation>at {time}</translation>
    </message>
</context>
<context>
    <name>MembersPart</name>
    <message>
        <source>&amp;Sæt ind</source>
        <translation>&amp;Paste</translation>
    </message>
    <message>
        <source>&amp;Tilføj</source>
        <translation>A&amp;dd</translation>
    </message>
    <message>
        <source>F&amp;jern</source>
        <translation>&amp;Remove</translation>
    </message>
    <message>
        <source>Fjern de valgte medlemmer (Delete)</source>
        <translation>Remove the selected members (Delete)</translation>
    </message>
    <message>
        <source>Flyt medlemmet ned (Alt+Pil ned)</source>
        <translation>Move the member down (Alt+Down)</translation>
    </message>
    <message>
        <source>Flyt medlemmet op (Alt+Pil op)</source>
        <translation>Move the member up (Alt+Up)</translation>
    </message>
    <message>
        <source>Kommune</source>
        <translation>Municipality</translation>
    </message>
    <message>
        <source>Medlemmer</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Navn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Parti</source>
        <translation>Party</translation>
    </message>
    <message>
        <source>Skriv medlemmerne her, eller kopiér dem i Excel (navn, kommune, parti), og sæt dem ind (Ctrl+V).</source>
        <translation>Write the members here, or copy them in Excel (name, municipality, party) and paste them (Ctrl+V).</translation>
    </message>
    <message>
        <source>Sæt medlemmer ind fra Excel (Ctrl+V)</source>
        <translation>Paste members from Excel (Ctrl+V)</translation>
    </message>
    <message>
        <source>Tilføj et medlem (Ctrl+N)</source>
        <translation>Add a member (Ctrl+N)</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Bilag</source>
        <translation>&amp;Attachment</translation>
    </message>
    <message>
        <source>&amp;Hjælp</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;Møde</source>
        <translation>&amp;Meeting</translation>
    </message>
    <message>
        <source>&amp;Punkt</source>
        <translation>&amp;Item</translation>
    </message>
    <message>
        <source>&amp;Rediger</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>&amp;Vis</source>
        <translation>&amp;View</translation>
    </message>
</context>
<context>
    <name>NewMeetingDialog</name>
    <message>
        <source>Dagsordenen &amp;begynder med:</source>
        <translation>The agenda &amp;begins with:</translation>
    </message>
    <message>
        <source>Dagsordenen begynder med</source>
        <translation>The agenda begins with</translation>
    </message>
    <message>
        <source>Nyt møde</source>
        <translation>New meeting</translation>
    </message>
    <message>
        <source>Opret møde</source>
        <translation>Create meeting</translation>
    </message>
    <message>
        <source>Rådets faste punkter</source>
        <translation>The council&apos;s usual items</translation>
    </message>
    <message>
        <source>Samme faste punkter som den {date}</source>
        <translation>The same usual items as on {date}</translation>
    </message>
    <message>
        <source>Tom dagsorden</source>
        <translation>An empty agenda</translation>
    </message>
</context>
<context>
    <name>OfferLines</name>
    <message>
        <source>Spørgsmål og forslag om filen</source>
        <translation>Questions and offers about the file</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>Angiv det</source>
        <translation>State it</translation>
    </message>
    <message>
        <source>Brug</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>Brug på punkt {item}</source>
        <translation>Use for item {item}</translation>
    </message>
    <message numerus="yes">
        <source>Filen rummer %n andre filer: {files}</source>
        <translation>
            <numerusform>The file holds %n other file: {files}</numerusform>
            <numerusform>The file holds %n other files: {files}</numerusform>
        </translation>
    </message>
    <message>
        <source>Gå dertil</source>
        <translation>Go there</translation>
    </message>
    <message>
        <source>Journalnummer i filen: {number}</source>
        <translation>Journal number in the file: {number}</translation>
    </message>
    <message numerus="yes">
        <source>Mailen har %n vedlagt(e) fil(er): {files}</source>
        <translation>
            <numerusform>The mail has %n file attached: {files}</numerusform>
            <numerusform>The mail has %n files attached: {files}</numerusform>
        </translation>
    </message>
    <message>
        <source>Sag i filen: {number}</source>
        <translation>Case in the file: {number}</translation>
    </message>
    <message>
        <source>Samme fil er bilag {number} til punkt {item} den {date} ({council}).</source>
        <translation>The same file is attachment {number} of item {item} on {date} ({council}).</translation>
    </message>
    <message>
        <source>Samme fil er også bilag {number} til punkt {item}.</source>
        <translation>The same file is attachment {number} of item {item} too.</translation>
    </message>
    <message>
        <source>Sproget i filen er vist {language}.</source>
        <translation>The file seems to be in {language}.</translation>
    </message>
    <message>
        <source>Titel i filen: »{title}«</source>
        <translation>Title in the file: “{title}”</translation>
    </message>
    <message>
        <source>Vedhæft…</source>
        <translation>Attach…</translation>
    </message>
    <message>
        <source>dansk</source>
        <translation>Danish</translation>
    </message>
    <message>
        <source>engelsk</source>
        <translation>English</translation>
    </message>
    <message>
        <source>norsk</source>
        <translation>Norwegian</translation>
    </message>
    <message>
        <source>svensk</source>
        <translation>Swedish</translation>
    </message>
    <message>
        <source>tysk</source>
        <translation>German</translation>
    </message>
</context>
<context>
    <name>OpeningDialog</name>
    <message>
        <source>Mødet er her allerede, og intet er anderledes i filen.</source>
        <translation>The meeting is here already, and nothing differs in the file.</translation>
    </message>
    <message>
        <source>Åbn mødefil</source>
        <translation>Open meeting file</translation>
    </message>
    <message>
        <source>Åbn mødefil {file}</source>
        <translation>Open meeting file {file}</translation>
    </message>
</context>
<context>
    <name>PageChooser</name>
    <message>
        <source>&amp;Alle</source>
        <translation>A&amp;ll</translation>
    </message>
    <message>
        <source>Medtag &amp;sider:</source>
        <translation>Include pa&amp;ges:</translation>
    </message>
    <message>
        <source>Medtag alle sider</source>
        <translation>Include all pages</translation>
    </message>
    <message>
        <source>Mindst én side skal med. Fjern bilaget fra punktet, hvis det slet ikke skal medtages.</source>
        <translation>At least one page must be included. Remove the attachment from the item if it is not to be included at all.</translation>
    </message>
    <message>
        <source>Sider, der medtages i samlingen</source>
        <translation>Pages that are in the collection</translation>
    </message>
    <message>
        <source>Skriv sider og intervaller, for eksempel 1-3, 5</source>
        <translation>Write pages and ranges, such as 1-3, 5</translation>
    </message>
    <message>
        <source>Vis eller skjul miniaturer</source>
        <translation>Show or hide thumbnails</translation>
    </message>
    <message>
        <source>Vis miniaturer af siderne</source>
        <translation>Show thumbnails of the pages</translation>
    </message>
    <message>
        <source>alle</source>
        <translation>all</translation>
    </message>
    <message>
        <source>alle {count}</source>
        <translation>all {count}</translation>
    </message>
</context>
<context>
    <name>PageModel</name>
    <message>
        <source>Mellemrum eller boksen: medtag eller udelad siden</source>
        <translation>Space or the box: include or leave out the page</translation>
    </message>
    <message>
        <source>Side {page}, medtaget</source>
        <translation>Page {page}, included</translation>
    </message>
    <message>
        <source>Side {page}, udeladt</source>
        <translation>Page {page}, left out</translation>
    </message>
</context>
<context>
    <name>PagePainter</name>
    <message>
        <source>Udeladt</source>
        <translation>Left out</translation>
    </message>
</context>
<context>
    <name>PageStrip</name>
    <message>
        <source>&amp;Medtag</source>
        <translation>&amp;Include</translation>
    </message>
    <message>
        <source>&amp;Udelad</source>
        <translation>&amp;Leave out</translation>
    </message>
    <message>
        <source>Medtag &amp;kun disse</source>
        <translation>Include &amp;only these</translation>
    </message>
    <message>
        <source>Sider i bilaget</source>
        <translation>Pages of the attachment</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Visning af bilaget, side {page} af {count}</source>
        <translation>View of the attachment, page {page} of {count}</translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>Ruder</source>
        <translation>Panes</translation>
    </message>
</context>
<context>
    <name>PasswordLine</name>
    <message>
        <source>Adgangs&amp;kode:</source>
        <translation>&amp;Password:</translation>
    </message>
    <message>
        <source>Adgangskode til filen</source>
        <translation>Password of the file</translation>
    </message>
    <message>
        <source>Koden passede ikke. Intet er gemt.</source>
        <translation>The password did not fit. Nothing was kept.</translation>
    </message>
    <message>
        <source>Åb&amp;n</source>
        <translation>Ope&amp;n</translation>
    </message>
    <message>
        <source>Åbner filen …</source>
        <translation>Opening the file …</translation>
    </message>
</context>
<context>
    <name>PersonalPage</name>
    <message>
        <source>&amp;Initialer:</source>
        <translation>&amp;Initials:</translation>
    </message>
    <message>
        <source>&amp;Lyst eller mørkt:</source>
        <translation>Light or &amp;dark:</translation>
    </message>
    <message>
        <source>&amp;Navn:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Sprog:</source>
        <translation>&amp;Language:</translation>
    </message>
    <message>
        <source>Historikken viser dine initialer ved det, du ændrer, fra næste gang KKR Desk startes. Uden initialer viser den dit navn, og uden navn det, du er logget ind med.</source>
        <translation>The history shows your initials beside what you change, from the next time KKR Desk is started. Without initials it shows your name, and without a name what you are logged in with.</translation>
    </message>
    <message>
        <source>Lyst</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Mørkt</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Som maskinen</source>
        <translation>Same as the computer</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>&amp;Udskriv…</source>
        <translation>&amp;Print…</translation>
    </message>
    <message>
        <source>Sendt til printeren: {pages}.</source>
        <translation>Sent to the printer: {pages}.</translation>
    </message>
    <message>
        <source>Udskriv</source>
        <translation>Print</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Annuller</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Annullerer …</source>
        <translation>Cancelling …</translation>
    </message>
    <message>
        <source>Arbejder …</source>
        <translation>Working …</translation>
    </message>
    <message>
        <source>Fremdrift</source>
        <translation>Progress</translation>
    </message>
</context>
<context>
    <name>QuestionStrip</name>
    <message>
        <source>&amp;Tag med</source>
        <translation>&amp;Take in</translation>
    </message>
    <message>
        <source>Behold som de&amp;n var</source>
        <translation>&amp;Keep it as it was</translation>
    </message>
    <message>
        <source>Den er stadig åben dér.</source>
        <translation>It is still open there.</translation>
    </message>
    <message>
        <source>Filen »{file}« ({place}) er ændret i et andet program. Tag ændringerne med?</source>
        <translation>The file “{file}” ({place}) was changed in another program. Take the changes in?</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message numerus="yes">
        <source>%n kommentar(er) i filen kan ses i samlingen.</source>
        <translation>
            <numerusform>%n comment in the file shows in the collection.</numerusform>
            <numerusform>%n comments in the file show in the collection.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(er)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rettelse(r)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n side(r) er billeder, der ikke kan søges i.</source>
        <translation>
            <numerusform>%n page is a picture that cannot be searched.</numerusform>
            <numerusform>%n pages are pictures that cannot be searched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skjult(e) ark: {names}</source>
        <translation>
            <numerusform>%n hidden sheet: {names}</numerusform>
            <numerusform>%n hidden sheets: {names}</numerusform>
        </translation>
    </message>
    <message>
        <source>Billedet er gjort mindre.</source>
        <translation>The picture was made smaller.</translation>
    </message>
    <message>
        <source>Billedet fylder {size} MB i samlingen.</source>
        <translation>The picture takes {size} MB in the collection.</translation>
    </message>
    <message>
        <source>Billedet står på en A4-side.</source>
        <translation>The picture stands on an A4 page.</translation>
    </message>
    <message>
        <source>Brug A4</source>
        <translation>Use A4</translation>
    </message>
    <message>
        <source>Brug billedets egen størrelse</source>
        <translation>Use the picture&apos;s own size</translation>
    </message>
    <message>
        <source>De scannede sider kunne ikke gøres søgbare på denne maskine.</source>
        <translation>The scanned pages could not be made searchable on this machine.</translation>
    </message>
    <message numerus="yes">
        <source>Der er %n kommentar(er) i filen.</source>
        <translation>
            <numerusform>There is %n comment in the file.</numerusform>
            <numerusform>There are %n comments in the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Der er %n skjult(e) dias i præsentationen.</source>
        <translation>
            <numerusform>There is %n hidden slide in the presentation.</numerusform>
            <numerusform>There are %n hidden slides in the presentation.</numerusform>
        </translation>
    </message>
    <message>
        <source>Det kræver OCRmyPDF og Tesseract med dansk, som ikke er installeret her. Bed it-afdelingen om dem.</source>
        <translation>That needs OCRmyPDF and Tesseract with Danish, which are not installed here. Ask your IT department for them.</translation>
    </message>
    <message>
        <source>Det undersøges, om det kan gøres her.</source>
        <translation>It is being looked into whether that can be done here.</translation>
    </message>
    <message>
        <source>Godkend dem i PDF&apos;en</source>
        <translation>Accept them in the PDF</translation>
    </message>
    <message>
        <source>Gør mindre</source>
        <translation>Make smaller</translation>
    </message>
    <message>
        <source>Gør søgbar</source>
        <translation>Make searchable</translation>
    </message>
    <message>
        <source>Gør {place} søgbart</source>
        <translation>Make {place} searchable</translation>
    </message>
    <message>
        <source>Kommentarerne er udeladt.</source>
        <translation>The comments are left out.</translation>
    </message>
    <message>
        <source>Kommentarerne vises i PDF&apos;en.</source>
        <translation>The comments are shown in the PDF.</translation>
    </message>
    <message>
        <source>Prøv igen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Rettelserne er godkendt i PDF&apos;en.</source>
        <translation>The changes are accepted in the PDF.</translation>
    </message>
    <message>
        <source>Rettelserne vises i PDF&apos;en.</source>
        <translation>The changes are shown in the PDF.</translation>
    </message>
    <message>
        <source>Scannede sider er gjort søgbare.</source>
        <translation>Scanned pages were made searchable.</translation>
    </message>
    <message>
        <source>Siden er så stor som billedet.</source>
        <translation>The page is as large as the picture.</translation>
    </message>
    <message>
        <source>Skift</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Skjulte ark er udeladt.</source>
        <translation>Hidden sheets are left out.</translation>
    </message>
    <message>
        <source>Skjulte ark vises.</source>
        <translation>Hidden sheets are shown.</translation>
    </message>
    <message>
        <source>Skjulte dias er udeladt.</source>
        <translation>Hidden slides are left out.</translation>
    </message>
    <message>
        <source>Skjulte dias vises.</source>
        <translation>Hidden slides are shown.</translation>
    </message>
    <message>
        <source>Udelad</source>
        <translation>Leave out</translation>
    </message>
    <message>
        <source>Udelad dem</source>
        <translation>Leave them out</translation>
    </message>
    <message>
        <source>Udelad kommentarer</source>
        <translation>Leave comments out</translation>
    </message>
    <message>
        <source>Vis dem</source>
        <translation>Show them</translation>
    </message>
    <message>
        <source>Vis skjulte ark</source>
        <translation>Show hidden sheets</translation>
    </message>
    <message>
        <source>Vis skjulte dias</source>
        <translation>Show hidden slides</translation>
    </message>
    <message>
        <source>Vis {place}, som det kom</source>
        <translation>Show {place} as it came</translation>
    </message>
    <message>
        <source>Visningen laves på ny …</source>
        <translation>The preview is being made anew …</translation>
    </message>
    <message>
        <source>Vælg om det skjulte i {place}</source>
        <translation>Decide on what is hidden in {place}</translation>
    </message>
    <message>
        <source>Vælg om kommentarer i {place}</source>
        <translation>Decide on comments in {place}</translation>
    </message>
    <message>
        <source>Vælg om rettelser i {place}</source>
        <translation>Decide on changes in {place}</translation>
    </message>
    <message>
        <source>Vælg papir til {place}</source>
        <translation>Choose paper for {place}</translation>
    </message>
    <message>
        <source>Vælg størrelse af {place}</source>
        <translation>Choose the size of {place}</translation>
    </message>
    <message>
        <source>{changes} fra {people} er registreret i filen.</source>
        <translation>{changes} by {people} are tracked in the file.</translation>
    </message>
</context>
<context>
    <name>RemovalDialog</name>
    <message>
        <source>&amp;Skriv mødets navn for at bekræfte: {meeting}</source>
        <translation>&amp;Write the name of the meeting to confirm: {meeting}</translation>
    </message>
    <message>
        <source>Annuller</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Luk</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Mødets navn</source>
        <translation>Name of the meeting</translation>
    </message>
    <message>
        <source>Slet endeligt</source>
        <translation>Delete for good</translation>
    </message>
    <message>
        <source>Slet mødet endeligt</source>
        <translation>Delete the meeting for good</translation>
    </message>
    <message>
        <source>{meeting} er slettet endeligt.</source>
        <translation>{meeting} is deleted for good.</translation>
    </message>
    <message>
        <source>{meeting} er slettet endeligt. Disse sikkerhedskopier indeholder det stadig:</source>
        <translation>{meeting} is deleted for good. These backups still hold it:</translation>
    </message>
    <message>
        <source>{meeting} slettes med alle punkter, tekster, bilag og hele historikken. Det kan ikke fortrydes.</source>
        <translation>{meeting} will be deleted with all items, texts, attachments and its whole history. This cannot be undone.</translation>
    </message>
</context>
<context>
    <name>SavingDialog</name>
    <message numerus="yes">
        <source>%n bilag</source>
        <translation>
            <numerusform>%n attachment</numerusform>
            <numerusform>%n attachments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n punkt(er)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message>
        <source>Gem møde som fil</source>
        <translation>Save meeting as file</translation>
    </message>
    <message>
        <source>Mødefiler (*.kkr)</source>
        <translation>Meeting files (*.kkr)</translation>
    </message>
    <message>
        <source>{file} er gemt med {items}, {attachments} og mødets historik: {size}.</source>
        <translation>{file} is saved with {items}, {attachments} and the meeting&apos;s history: {size}.</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message numerus="yes">
        <source>%n fund</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Søg i alle møder</source>
        <translation>&amp;Search all meetings</translation>
    </message>
    <message>
        <source>De første {count} fund er vist. Skriv et ord mere for at få færre.</source>
        <translation>The first {count} hits are shown. Add a word to get fewer.</translation>
    </message>
    <message>
        <source>Find ord i titler, tekster og alle bilags sider</source>
        <translation>Find words in titles, texts and the pages of every attachment</translation>
    </message>
    <message>
        <source>Fund</source>
        <translation>Hits</translation>
    </message>
    <message>
        <source>Intet møde har »{words}«. Prøv med færre eller kortere ord.</source>
        <translation>No meeting has “{words}”. Try fewer or shorter words.</translation>
    </message>
    <message>
        <source>Mødet</source>
        <translation>The meeting</translation>
    </message>
    <message>
        <source>Punkt {item}</source>
        <translation>Item {item}</translation>
    </message>
    <message>
        <source>Punkt {item}, bilag {number}</source>
        <translation>Item {item}, attachment {number}</translation>
    </message>
    <message>
        <source>Punkt {item}, bilag {number}: {title}</source>
        <translation>Item {item}, attachment {number}: {title}</translation>
    </message>
    <message>
        <source>Punkt {item}, {text}: {title}</source>
        <translation>Item {item}, {text}: {title}</translation>
    </message>
    <message>
        <source>Søg i alle møder</source>
        <translation>Search all meetings</translation>
    </message>
    <message>
        <source>Søg i alle møder  (Ctrl+F)</source>
        <translation>Search all meetings  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Søg i titler, tekster, beslutninger og alle bilags sider i alle møder.</source>
        <translation>Search titles, texts, decisions and the pages of every attachment in all meetings.</translation>
    </message>
    <message>
        <source>Søger …</source>
        <translation>Searching …</translation>
    </message>
    <message>
        <source>Søgning</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>baggrund</source>
        <translation>background</translation>
    </message>
    <message>
        <source>beslutning</source>
        <translation>decision</translation>
    </message>
    <message>
        <source>indstilling</source>
        <translation>recommendation</translation>
    </message>
    <message>
        <source>sagsfremstilling</source>
        <translation>presentation of the case</translation>
    </message>
    <message>
        <source>side {page}</source>
        <translation>page {page}</translation>
    </message>
    <message>
        <source>side {page} og flere</source>
        <translation>page {page} and more</translation>
    </message>
    <message numerus="yes">
        <source>{found} i %n møde(r)</source>
        <translation>
            <numerusform>{found} in %n meeting</numerusform>
            <numerusform>{found} in %n meetings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Ikke fundet</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>Kunne ikke søges</source>
        <translation>Could not be searched</translation>
    </message>
    <message>
        <source>Luk søgningen</source>
        <translation>Close the search</translation>
    </message>
    <message>
        <source>Luk søgningen (Esc)</source>
        <translation>Close the search (Esc)</translation>
    </message>
    <message>
        <source>Søg i bilaget</source>
        <translation>Find in the attachment</translation>
    </message>
    <message>
        <source>Søger …</source>
        <translation>Searching …</translation>
    </message>
    <message>
        <source>over {count}</source>
        <translation>more than {count}</translation>
    </message>
    <message>
        <source>{count} steder</source>
        <translation>{count} places</translation>
    </message>
    <message>
        <source>{place} af {count}</source>
        <translation>{place} of {count}</translation>
    </message>
</context>
<context>
    <name>SettingsCommands</name>
    <message>
        <source>&amp;Indstillinger…</source>
        <translation>Se&amp;ttings…</translation>
    </message>
    <message>
        <source>Dit navn, rådenes navne, medlemmer og dokumenter, og hvor tingene ligger</source>
        <translation>Your name, the councils&apos; names, members and documents, and where things are</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Dig</source>
        <translation>You</translation>
    </message>
    <message>
        <source>Indstillinger</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Luk</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Mapper</source>
        <translation>Folders</translation>
    </message>
    <message>
        <source>Råd</source>
        <translation>Councils</translation>
    </message>
    <message>
        <source>Sider med indstillinger</source>
        <translation>Pages of settings</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Kommando</source>
        <translation>Command</translation>
    </message>
    <message>
        <source>Tastaturgenveje</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Taster</source>
        <translation>Keys</translation>
    </message>
</context>
<context>
    <name>SideBySide</name>
    <message>
        <source>&amp;Behold her</source>
        <translation>&amp;Keep what is here</translation>
    </message>
    <message>
        <source>&amp;Tag fra filen</source>
        <translation>T&amp;ake from the file</translation>
    </message>
    <message>
        <source>Her</source>
        <translation>Here</translation>
    </message>
    <message>
        <source>Her og i filen</source>
        <translation>Here and in the file</translation>
    </message>
    <message>
        <source>I filen</source>
        <translation>In the file</translation>
    </message>
    <message>
        <source>Tag begge &amp;ændringer</source>
        <translation>Take &amp;both changes</translation>
    </message>
    <message>
        <source>{field} her: {text}</source>
        <translation>{field} here: {text}</translation>
    </message>
    <message>
        <source>{field} i filen: {text}</source>
        <translation>{field} in the file: {text}</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n advarsel(er)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bemærkning(er)</source>
        <translation>
            <numerusform>%n remark</numerusform>
            <numerusform>%n remarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bilag</source>
        <translation>
            <numerusform>%n attachment</numerusform>
            <numerusform>%n attachments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n punkt(er)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n side(r) med indholdsfortegnelse og skilleblade</source>
        <translation>
            <numerusform>%n page with index and dividers</numerusform>
            <numerusform>%n pages with index and dividers</numerusform>
        </translation>
    </message>
    <message>
        <source>Alt er gemt</source>
        <translation>Everything is saved</translation>
    </message>
    <message>
        <source>Alt er gemt kl. {time}</source>
        <translation>Everything was saved at {time}</translation>
    </message>
    <message>
        <source>Gå til det næste, der skal ses på</source>
        <translation>Go to the next thing to look at</translation>
    </message>
</context>
<context>
    <name>TargetField</name>
    <message>
        <source>&amp;Vælg…</source>
        <translation>C&amp;hoose…</translation>
    </message>
    <message>
        <source>Alle filer (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Filens navn</source>
        <translation>The file&apos;s name</translation>
    </message>
    <message>
        <source>Gem dokumentet som</source>
        <translation>Save the document as</translation>
    </message>
    <message>
        <source>I mappen {folder}</source>
        <translation>In the folder {folder}</translation>
    </message>
    <message>
        <source>Mappen {folder} findes ikke længere. Derfor foreslås en anden.</source>
        <translation>The folder {folder} is no longer there. Another one is proposed instead.</translation>
    </message>
    <message>
        <source>PDF-filer (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>Vælg, hvor dokumentet gemmes</source>
        <translation>Choose where the document is saved</translation>
    </message>
    <message>
        <source>Word-filer (*.docx)</source>
        <translation>Word files (*.docx)</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>{address}
Ctrl+klik åbner</source>
        <translation>{address}
Ctrl+click opens it</translation>
    </message>
</context>
<context>
    <name>TextKind</name>
    <message>
        <source>Baggrund</source>
        <translation>Background</translation>
    </message>
    <message>
        <source>Beslutning</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Indstilling</source>
        <translation>Recommendation</translation>
    </message>
    <message>
        <source>Sagsfremstilling</source>
        <translation>Presentation of the case</translation>
    </message>
</context>
<context>
    <name>TextsPage</name>
    <message>
        <source>Ret {text} i punkt {number}</source>
        <translation>Edit {text} of item {number}</translation>
    </message>
</context>
<context>
    <name>UndoActions</name>
    <message>
        <source>&amp;Fortryd</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>&amp;Fortryd: {label}</source>
        <translation>&amp;Undo: {label}</translation>
    </message>
    <message>
        <source>&amp;Gentag</source>
        <translation>&amp;Redo</translation>
    </message>
    <message>
        <source>&amp;Gentag: {label}</source>
        <translation>&amp;Redo: {label}</translation>
    </message>
    <message>
        <source>Indtastning</source>
        <translation>Typing</translation>
    </message>
</context>
<context>
    <name>UsualPart</name>
    <message>
        <source>&amp;Faste punkter i en ny dagsorden, ét på hver linje:</source>
        <translation>&amp;Usual items of a new agenda, one on each line:</translation>
    </message>
    <message>
        <source>&amp;Sagstyper, én på hver linje:</source>
        <translation>Case &amp;types, one on each line:</translation>
    </message>
    <message>
        <source>Faste punkter, ét på hver linje</source>
        <translation>Usual items, one on each line</translation>
    </message>
    <message>
        <source>Sagstyper, én på hver linje</source>
        <translation>Case types, one on each line</translation>
    </message>
</context>
<context>
    <name>ViewBar</name>
    <message>
        <source>Gå til side</source>
        <translation>Go to page</translation>
    </message>
    <message>
        <source>Hvor stort siderne vises</source>
        <translation>How large the pages are shown</translation>
    </message>
    <message>
        <source>Skriv et sidetal og tryk Enter</source>
        <translation>Write a page number and press Enter</translation>
    </message>
    <message>
        <source>af {count}</source>
        <translation>of {count}</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>&amp;Nyt møde…</source>
        <translation>&amp;New meeting…</translation>
    </message>
    <message>
        <source>Her er ingen møder endnu. Begynd med at oprette det næste.</source>
        <translation>There are no meetings here yet. Begin by creating the next one.</translation>
    </message>
    <message>
        <source>Se e&amp;t prøvemøde</source>
        <translation>Look at a &amp;sample meeting</translation>
    </message>
</context>
<context>
    <name>WithoutPages</name>
    <message>
        <source>Filen er ikke set efter endnu. Erstat den med en PDF.</source>
        <translation>The file has not been looked over yet. Please replace it with a PDF.</translation>
    </message>
    <message>
        <source>Kan ikke komme med i samlingen</source>
        <translation>Cannot be in the collection</translation>
    </message>
</context>
<context>
    <name>WordTemplateField</name>
    <message>
        <source>Fjern</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Fjern Word-skabelon</source>
        <translation>Remove Word template</translation>
    </message>
    <message>
        <source>Programmets egen skabelon</source>
        <translation>The program&apos;s own template</translation>
    </message>
    <message>
        <source>Vælg rådets Word-skabelon</source>
        <translation>Choose the council&apos;s Word template</translation>
    </message>
    <message>
        <source>Vælg skabelon…</source>
        <translation>Choose template…</translation>
    </message>
    <message>
        <source>Word-filer (*.docx)</source>
        <translation>Word files (*.docx)</translation>
    </message>
</context>
<context>
    <name>WorkStrip</name>
    <message>
        <source>&amp;Annuller</source>
        <translation>Ca&amp;ncel</translation>
    </message>
    <message>
        <source>&amp;Kopiér detaljer</source>
        <translation>Cop&amp;y details</translation>
    </message>
    <message>
        <source>&amp;Opret mappen</source>
        <translation>Make the fol&amp;der</translation>
    </message>
    <message>
        <source>&amp;Åbn</source>
        <translation>&amp;Open</translation>
    </message>
    <message>
        <source>Annullerer …</source>
        <translation>Cancelling …</translation>
    </message>
    <message>
        <source>E&amp;rstat filen</source>
        <translation>&amp;Replace the file</translation>
    </message>
    <message>
        <source>Gør klar …</source>
        <translation>Getting ready …</translation>
    </message>
    <message>
        <source>Hvor langt arbejdet er</source>
        <translation>How far the work is</translation>
    </message>
    <message>
        <source>U&amp;dskriv…</source>
        <translation>Prin&amp;t…</translation>
    </message>
    <message>
        <source>Vis i &amp;mappe</source>
        <translation>Show in &amp;folder</translation>
    </message>
    <message>
        <source>Vælg et andet &amp;navn…</source>
        <translation>Choose another na&amp;me…</translation>
    </message>
    <message>
        <source>Vælg et andet &amp;sted…</source>
        <translation>Choose another pl&amp;ace…</translation>
    </message>
    <message>
        <source>{file} findes allerede.</source>
        <translation>{file} already exists.</translation>
    </message>
    <message>
        <source>{what} …</source>
        <translation>{what} …</translation>
    </message>
    <message>
        <source>{what}: {done} af {total}</source>
        <translation>{what}: {done} of {total}</translation>
    </message>
</context>
</TS>
