<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="da_DK">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Om KKR Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dagsorden og bilagssamling for sekretariatet i et kommunekontaktråd. Alt ligger på denne maskine, og programmet sender intet fra sig.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versioner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programmets dele og deres licenser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message>
        <source>&amp;Nyt punkt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tilføj et punkt efter det valgte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nyt &amp;underpunkt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tilføj et punkt under det valgte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nyt &amp;afsnit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tilføj et punkt på øverste niveau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Vedhæft filer …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vælg filer, der skal være bilag til punktet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Omdøb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ret titlen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ret sags&amp;behandler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skriv, hvem der har sagen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flyt &amp;op</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flyt det valgte en plads op</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flyt n&amp;ed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flyt det valgte en plads ned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ryk &amp;ind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Læg det valgte under punktet før</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ryk u&amp;d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Læg det valgte efter punktet, det er under</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Klip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flyt det valgte, når du sætter ind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>K&amp;opiér</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kopiér det valgte, også som tekst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sæt ind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sæt punkter, bilag, filer eller linjer med tekst ind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;let</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slet det valgte; det kan fortrydes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O&amp;mnummerér</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip de fastholdte numre, så alle følger rækkefølgen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Glem ventende titler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Titler på bilag, der mangler deres fil, bliver ikke brugt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sags&amp;type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Omnummerér</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vedhæft filer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle filer (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF-filer (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nr.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Titel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sagsbehandler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hvor mange sider bilaget har</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hvor i bilagssamlingen punktet eller bilaget begynder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bilag {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bilag {number}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uden titel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n bilag mangler fil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lukket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Klippet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Låst med kode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beskadiget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tom fil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ikke en PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For stor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ikke læst færdig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kan ikke medtages i bilagssamlingen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nyt punkt: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Punkt {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nummeret er fastholdt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kan ikke medtages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>side {page}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>punkt {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bilag {number} under {item}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flyt {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slet {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ret sagstype for {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ret sagsbehandler for {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Omdøb {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vedhæft {what} til punkt {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indsæt %n bilag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indsæt %n punkt(er)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;Erstat fil…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Læg en ny udgave af filen ind; titlen bliver stående</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erstat med &amp;PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Læg en PDF ind i stedet for filen, så bilaget kan komme med i samlingen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Åbn i eget program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Åbn en kopi af filen; det, du retter og gemmer dér, kan tages med tilbage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Gem en kopi…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gem filen, som den kom, et andet sted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Omdøb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ret bilagets titel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lukket bilag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bilaget er ikke for offentligheden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Medtag alle sider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lad alle bilagets sider komme med i samlingen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Søg i bilaget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find ord i det bilag, der vises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find &amp;næste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gå til næste sted, hvor ordene står</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find f&amp;orrige</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gå til forrige sted, hvor ordene står</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fo&amp;rrige side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vis bilagets forrige side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Næs&amp;te side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vis bilagets næste side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forstør</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vis siderne større</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forminds&amp;k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vis siderne mindre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tilpas &amp;bredden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vis siderne så brede, som der er plads til</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hele siden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vis en hel side ad gangen i fuld højde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sider efter h&amp;inanden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rul gennem siderne under hinanden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Én si&amp;de ad gangen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blad mellem siderne</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kursiv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Punktliste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nummereret liste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overskrift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Overskrift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Underoverskrift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Brødtekst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ryd formatering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Et niveau ned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Et niveau op</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indsæt uden formatering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Indsæt tabel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ny række &amp;over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ny række &amp;under</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ny kolonne &amp;før</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ny kolonne &amp;efter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Første række er over&amp;skrift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slet &amp;række</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slet &amp;kolonne</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slet &amp;tabel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Fejl i KKR Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der er sket en fejl i programmet. Det, du har gemt og skrevet, er der stadig, og du kan arbejde videre. Sker det igen, så luk programmet og start det igen. Send gerne detaljerne her til dem, der hjælper jer med programmet; der står intet fra jeres dokumenter i dem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detaljer om fejlen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kopiér detaljer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Luk programmet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Arbejd videre</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentChoice</name>
    <message>
        <source>&amp;Bilagssamling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Indholdsfortegnelse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dokument: bilagssamling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dokument: indholdsfortegnelse</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentDialog</name>
    <message>
        <source>Dokument:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Omfang:</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n side(r)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Luk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intet møde er åbent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{council}, {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Åbn et møde først.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annulleret. Der er ikke gemt noget nyt.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DoubtList</name>
    <message>
        <source>Ret de bilag, der ikke kan medtages, eller sæt kryds ved erstatningssider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sæt kryds, hvis det lukkede må være med. Ellers fjern det først.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Før du går i gang: %n ting at se på</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Ting at se på, før dokumentet laves</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Sæt en tydelig erstatningsside ind for %n bilag</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag %n lukket/lukkede bilag med i filen</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Stopper: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spørgsmål: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bemærk: {text}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorRow</name>
    <message>
        <source>Kopiér detaljer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kopiér detaljer om fejlen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Luk beskeden</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportCommands</name>
    <message>
        <source>&amp;Eksportér bilagssamling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gem mødets bilagssamling som PDF eller Word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eksportér &amp;indholdsfortegnelse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gem indholdsfortegnelsen for sig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Udskriv…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Udskriv bilagssamlingen eller indholdsfortegnelsen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Format:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gem som:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eksportér</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Eksportér</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vælg, hvor filen skal gemmes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pages} med faste sidetal, til at sætte ind i en mail eller på en hjemmeside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pages}, {size}. Word-filen er til redigering, ikke til offentliggørelse: bilagenes sider bliver billeder uden tekst og links.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} er gemt og kontrolleret: {pages}, {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sendt til printeren: {pages}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>størrelsen beregnes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>omkring {size}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormatBar</name>
    <message>
        <source>Formatering</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormatChoice</name>
    <message>
        <source>&amp;PDF til udsendelse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Word til redigering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format: PDF til udsendelse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format: Word til redigering</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>Vejledning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afsnit i vejledningen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vejledningens tekst</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinkLine</name>
    <message>
        <source>&amp;Adresse:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>www.kl.dk eller navn@kommune.dk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linkets adresse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sæt link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fjern link</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Søg i alle møder  (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Søg i alle møder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeetingDetailsDialog</name>
    <message>
        <source>Oplysninger om mødet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeetingForm</name>
    <message>
        <source>&amp;Råd:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dato:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tidspunkt:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sted:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ti&amp;lstand:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indholdsfortegnelsens &amp;overskrift:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fx 9.30</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeetingState</name>
    <message>
        <source>kladde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>udsendt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>afholdt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>referat godkendt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeetingsModel</name>
    <message>
        <source>Arkiv</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeetingsPane</name>
    <message>
        <source>&amp;Nyt møde…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Oplysninger om mødet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Slet endeligt…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tilstand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Møder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Her er ingen møder endnu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nyt møde…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hent fra arkiv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Arkivér</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opret mødet {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ret oplysninger om mødet {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sæt {meeting} til {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hent {meeting} fra arkivet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arkivér {meeting}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Møde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rediger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Punkt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bilag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Vis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hjælp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lyst eller mørkt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;prog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Afslut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Søg i alle møder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Næste rude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forrige rude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Vejledning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tastaturgenveje</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hent &amp;prøvemødet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Om KKR Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Som &amp;maskinen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lyst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M&amp;ørkt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewMeetingDialog</name>
    <message>
        <source>Nyt møde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dagsordenen begynder med:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dagsordenen begynder med</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opret møde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rådets faste punkter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samme faste punkter som den {date}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageChooser</name>
    <message>
        <source>&amp;Medtag sider:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sider, der medtages i samlingen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skriv sider og intervaller, for eksempel 1-3, 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vis miniaturer af siderne</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vis eller skjul miniaturer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alle {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mindst én side skal med. Fjern bilaget fra punktet, hvis det slet ikke skal medtages.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageModel</name>
    <message>
        <source>Side {page}, medtaget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side {page}, udeladt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mellemrum eller boksen: medtag eller udelad siden</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PagePainter</name>
    <message>
        <source>Udeladt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageStrip</name>
    <message>
        <source>Sider i bilaget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Medtag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Udelad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medtag &amp;kun disse</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Visning af bilaget, side {page} af {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>Ruder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Udskriv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Udskriv…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sendt til printeren: {pages}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Annullér</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fremdrift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annullerer …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arbejder …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemovalDialog</name>
    <message>
        <source>Slet mødet endeligt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{meeting} slettes med alle punkter, tekster, bilag og hele historikken. Det kan ikke fortrydes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Skriv mødets navn for at bekræfte: {meeting}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mødets navn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slet endeligt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Luk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annullér</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{meeting} er slettet endeligt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{meeting} er slettet endeligt. Disse sikkerhedskopier indeholder det stadig:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Søg i bilaget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Luk søgningen (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Luk søgningen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Søger …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kunne ikke søges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ikke fundet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} steder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} af {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Tastaturgenveje</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kommando</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taster</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n advarsel(er)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Gå til det næste, der skal ses på</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n punkt(er)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bilag</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n side(r)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Alt er gemt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt er gemt kl. {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TargetField</name>
    <message>
        <source>PDF-filer (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word-filer (*.docx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gem dokumentet som</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle filer (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filen, dokumentet gemmes i</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Vælg…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vælg, hvor dokumentet gemmes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>{address}
Ctrl+klik åbner</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoActions</name>
    <message>
        <source>Indtastning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fortryd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fortryd: {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Gentag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Gentag: {label}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewBar</name>
    <message>
        <source>af {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gå til side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skriv et sidetal og tryk Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hvor stort siderne vises</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Her er ingen møder endnu. Begynd med at oprette det næste.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Nyt møde…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se et &amp;prøvemøde</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkStrip</name>
    <message>
        <source>{file} findes allerede.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Annullér</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Erstat filen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vælg et &amp;andet navn…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Åbn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vis i &amp;mappe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Udskriv…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kopiér detaljer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hvor langt arbejdet er</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annullerer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gør klar…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {done} af {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
