<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK" sourcelanguage="da_DK">
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
            <numerusform>Sæt en tydelig erstatningsside ind for %n bilag</numerusform>
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
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n advarsel(er)</source>
        <translation>
            <numerusform>%n advarsel</numerusform>
            <numerusform>%n advarsler</numerusform>
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
        <source>%n bilag</source>
        <translation>
            <numerusform>%n bilag</numerusform>
            <numerusform>%n bilag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n side(r)</source>
        <translation>
            <numerusform>%n side</numerusform>
            <numerusform>%n sider</numerusform>
        </translation>
    </message>
</context>
</TS>
