<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK" sourcelanguage="da_DK">
<context>
    <name>AccessibilityDialog</name>
    <message numerus="yes">
        <source>Mailen handler om %n bilag</source>
        <translation>
            <numerusform>Mailen handler om %n bilag</numerusform>
            <numerusform>Mailen handler om %n bilag</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message numerus="yes">
        <source>%n bemærkning(er)</source>
        <translation>
            <numerusform>%n bemærkning</numerusform>
            <numerusform>%n bemærkninger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bilag</source>
        <translation>
            <numerusform>%n bilag</numerusform>
            <numerusform>%n bilag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bilag mangler fil</source>
        <translation>
            <numerusform>%n bilag mangler fil</numerusform>
            <numerusform>%n bilag mangler fil</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n side(r)</source>
        <translation>
            <numerusform>%n side</numerusform>
            <numerusform>%n sider</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Flyt %n række(r)</source>
        <translation>
            <numerusform>Flyt %n række</numerusform>
            <numerusform>Flyt %n rækker</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Indsæt %n bilag</source>
        <translation>
            <numerusform>Indsæt %n bilag</numerusform>
            <numerusform>Indsæt %n bilag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Indsæt %n punkt(er)</source>
        <translation>
            <numerusform>Indsæt %n punkt</numerusform>
            <numerusform>Indsæt %n punkter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Indsæt %n række(r)</source>
        <translation>
            <numerusform>Indsæt %n række</numerusform>
            <numerusform>Indsæt %n rækker</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ret sagstype for %n punkt(er)</source>
        <translation>
            <numerusform>Ret sagstype for %n punkt</numerusform>
            <numerusform>Ret sagstype for %n punkter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Slet %n række(r)</source>
        <translation>
            <numerusform>Slet %n række</numerusform>
            <numerusform>Slet %n rækker</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message numerus="yes">
        <source>%n bemærkning(er)</source>
        <translation>
            <numerusform>%n bemærkning</numerusform>
            <numerusform>%n bemærkninger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n side(r)</source>
        <translation>
            <numerusform>%n side</numerusform>
            <numerusform>%n sider</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Vedhæft %n bilag</source>
        <translation>
            <numerusform>Vedhæft %n bilag</numerusform>
            <numerusform>Vedhæft %n bilag</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArrivalsDialog</name>
    <message numerus="yes">
        <source>%n af dem kan ikke medtages i samlingen; listen siger hvorfor.</source>
        <translation>
            <numerusform>%n af dem kan ikke medtages i samlingen; listen siger hvorfor.</numerusform>
            <numerusform>%n af dem kan ikke medtages i samlingen; listen siger hvorfor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bilag er vedhæftet.</source>
        <translation>
            <numerusform>%n bilag er vedhæftet.</numerusform>
            <numerusform>%n bilag er vedhæftet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fil(er) er ikke vedhæftet.</source>
        <translation>
            <numerusform>%n fil er ikke vedhæftet.</numerusform>
            <numerusform>%n filer er ikke vedhæftet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Vedhæft %n fil(er)</source>
        <translation>
            <numerusform>&amp;Vedhæft %n fil</numerusform>
            <numerusform>&amp;Vedhæft %n filer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DifferencesDialog</name>
    <message numerus="yes">
        <source>%n er ændret begge steder; dér beholdes det, der er her, hvis du ikke vælger andet.</source>
        <translation>
            <numerusform>%n er ændret begge steder; dér beholdes det, der er her, hvis du ikke vælger andet.</numerusform>
            <numerusform>%n er ændret begge steder; dér beholdes det, der er her, hvis du ikke vælger andet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ting er anderledes i filen {file}.</source>
        <translation>
            <numerusform>%n ting er anderledes i filen {file}.</numerusform>
            <numerusform>%n ting er anderledes i filen {file}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentDialog</name>
    <message numerus="yes">
        <source>%n side(r)</source>
        <translation>
            <numerusform>%n side</numerusform>
            <numerusform>%n sider</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoubtList</name>
    <message numerus="yes">
        <source>Før du går i gang: %n ting at se på</source>
        <translation>
            <numerusform>Før du går i gang: %n ting at se på</numerusform>
            <numerusform>Før du går i gang: %n ting at se på</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sæt en tydelig erstatningsside ind for %n bilag</source>
        <translation>
            <numerusform>Sæt en tydelig erstatningsside ind for %n bilag</numerusform>
            <numerusform>Sæt tydelige erstatningssider ind for %n bilag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag %n lukket/lukkede bilag med i filen</source>
        <translation>
            <numerusform>Tag %n lukket bilag med i filen</numerusform>
            <numerusform>Tag %n lukkede bilag med i filen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message numerus="yes">
        <source>%n advarsel(er)</source>
        <translation>
            <numerusform>%n advarsel</numerusform>
            <numerusform>%n advarsler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bemærkning(er)</source>
        <translation>
            <numerusform>%n bemærkning</numerusform>
            <numerusform>%n bemærkninger</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message numerus="yes">
        <source>Filen rummer %n andre filer: {files}</source>
        <translation>
            <numerusform>Filen rummer %n anden fil: {files}</numerusform>
            <numerusform>Filen rummer %n andre filer: {files}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mailen har %n vedlagt(e) fil(er): {files}</source>
        <translation>
            <numerusform>Mailen har %n vedlagt fil: {files}</numerusform>
            <numerusform>Mailen har %n vedlagte filer: {files}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message numerus="yes">
        <source>%n kommentar(er) i filen kan ses i samlingen.</source>
        <translation>
            <numerusform>%n kommentar i filen kan ses i samlingen.</numerusform>
            <numerusform>%n kommentarer i filen kan ses i samlingen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(er)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n personer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rettelse(r)</source>
        <translation>
            <numerusform>%n rettelse</numerusform>
            <numerusform>%n rettelser</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n side(r) er billeder, der ikke kan søges i.</source>
        <translation>
            <numerusform>%n side er et billede, der ikke kan søges i.</numerusform>
            <numerusform>%n sider er billeder, der ikke kan søges i.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skjult(e) ark: {names}</source>
        <translation>
            <numerusform>%n skjult ark: {names}</numerusform>
            <numerusform>%n skjulte ark: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Der er %n kommentar(er) i filen.</source>
        <translation>
            <numerusform>Der er %n kommentar i filen.</numerusform>
            <numerusform>Der er %n kommentarer i filen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Der er %n skjult(e) dias i præsentationen.</source>
        <translation>
            <numerusform>Der er %n skjult dias i præsentationen.</numerusform>
            <numerusform>Der er %n skjulte dias i præsentationen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavingDialog</name>
    <message numerus="yes">
        <source>%n bilag</source>
        <translation>
            <numerusform>%n bilag</numerusform>
            <numerusform>%n bilag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n punkt(er)</source>
        <translation>
            <numerusform>%n punkt</numerusform>
            <numerusform>%n punkter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message numerus="yes">
        <source>%n fund</source>
        <translation>
            <numerusform>%n fund</numerusform>
            <numerusform>%n fund</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{found} i %n møde(r)</source>
        <translation>
            <numerusform>{found} i %n møde</numerusform>
            <numerusform>{found} i %n møder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n advarsel(er)</source>
        <translation>
            <numerusform>%n advarsel</numerusform>
            <numerusform>%n advarsler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bemærkning(er)</source>
        <translation>
            <numerusform>%n bemærkning</numerusform>
            <numerusform>%n bemærkninger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bilag</source>
        <translation>
            <numerusform>%n bilag</numerusform>
            <numerusform>%n bilag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n punkt(er)</source>
        <translation>
            <numerusform>%n punkt</numerusform>
            <numerusform>%n punkter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n side(r) med indholdsfortegnelse og skilleblade</source>
        <translation>
            <numerusform>%n side med indholdsfortegnelse og skilleblade</numerusform>
            <numerusform>%n sider med indholdsfortegnelse og skilleblade</numerusform>
        </translation>
    </message>
</context>
</TS>
