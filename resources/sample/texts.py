"""The words of the sample meeting. Council, municipalities, people and figures are invented."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

MEETING: dict[str, Any] = {
    "council": "KKR Midtsjælland",
    "date": "2026-09-18",
    "index_title": "Indholdsfortegnelse - Bilag",
    "items": [
        {"number": "1", "title": "Velkomst og godkendelse af dagsorden"},
        {"number": "2", "title": "Temaer og sager til drøftelse"},
        {
            "number": "2.1",
            "case_type": "Temadrøftelse",
            "title": "Nærhed og sammenhæng i det nye sundhedsråd",
            "attachments": [
                {"title": "Faktaark om sundhedsrådets opgaver og medlemmer", "file": "faktaark-sundhedsraad.pdf"},
                {"title": "Notat om nære sundhedstilbud i de otte kommuner", "file": "notat-naere-sundhedstilbud.pdf"},
                {"title": "Oplæg: Fra plan til praksis", "file": "oplaeg-fra-plan-til-praksis.pdf"},
            ],
        },
        {
            "number": "2.2",
            "case_type": "Beslutningssag",
            "title": "Rammeaftale 2027-2028 for det specialiserede socialområde og specialundervisningen",
            "attachments": [
                {"title": "Udkast til rammeaftale 2027-2028", "file": "udkast-rammeaftale.pdf"},
                {"title": "Takster og kapacitet 2027", "file": "takster-og-kapacitet.pdf"},
                {"title": "Høringssvar fra handicaprådene", "file": "hoeringssvar-handicapraad.pdf"},
            ],
        },
        {
            "number": "2.3",
            "case_type": "Orienteringssag",
            "title": "Fordeling og boligplacering af flygtninge 2027",
            "attachments": [
                {"title": "Landstal og kommunekvoter 2027", "file": "kommunekvoter-2027.pdf"},
                {"title": "Boligplacering i de otte kommuner", "file": "boligplacering.pdf"},
            ],
        },
        {
            "number": "3",
            "title": "Siden sidst",
            "attachments": [
                {"title": "Brev fra ministeriet om frikommuneforsøg", "file": "brev-frikommuneforsoeg.pdf"},
                {"title": "Svar til ministeriet", "file": "svar-frikommuneforsoeg.pdf"},
            ],
        },
    ],
}

MUNICIPALITIES = (
    ("Birkelund", 41_200),
    ("Engsted", 28_900),
    ("Fjordby", 63_400),
    ("Kirkeborg", 35_700),
    ("Møllehøj", 22_100),
    ("Strandmark", 47_800),
    ("Søndervang", 30_600),
    ("Østerå", 19_300),
)
"""The council's municipalities and their inhabitants."""

FACT_SHEET = """
# Sundhedsrådets opgaver og medlemmer

Sundhedsrådet samler region og kommuner om de opgaver, som borgeren møder på begge sider af sygehusets dør. Det
begynder sit arbejde ved årsskiftet og holder otte møder om året, som er offentlige.

## Tre opgaver

- Planlægger de nære sundhedstilbud og følger op på dem hvert halve år - Fordeler midlerne til omstilling mellem
kommunerne efter en fælles nøgle - Aftaler, hvordan akutsygepleje og genoptræning hænger sammen på tværs

## Medlemmer

Kommunerne udpeger medlemmerne af deres egne byråd. Pladserne er fordelt efter indbyggertal, så hver kommune har
mindst én.

De kommunale medlemmer mødes en halv time før hvert møde. Sekretariatet sender papirerne ud ti dage før.
"""

COUNCIL_SEATS = (
    ("Kommune", "Indbyggere", "Pladser"),
    *((name, f"{people:,}".replace(",", "."), str(1 + people // 30_000)) for name, people in MUNICIPALITIES),
)

MEMO = """
# Nære sundhedstilbud i de otte kommuner

Notatet gør status over de sundhedstilbud, som kommunerne driver i dag, og peger på, hvor et fælles tilbud giver mere
nærhed for de samme penge. Det er skrevet af en arbejdsgruppe med en deltager fra hver kommune.

## Baggrund

KKR Midtsjælland bad i marts om et fælles overblik, før sundhedsrådet begynder. Kommunerne har svaret på de samme 24
spørgsmål, og svarene er drøftet på to møder.

## Hvad kommunerne har i dag

Alle otte kommuner har akutsygepleje hele døgnet. Seks har egne pladser til midlertidige ophold, og to køber dem hos
naboen. Ventetiden på en genoptræningsplan er fra fire til sytten dage. Forskellen skyldes mest, hvornår på ugen
sygehuset sender planen.

Fem kommuner har et sundhedshus, hvor praktiserende læger, jordemoder og sygepleje er under samme tag. I de tre
andre arbejdes der på det, men lægedækningen er det svære: Der mangler elleve læger i området.

## Hvor et fælles tilbud gavner

- Midlertidige pladser med natvagt og læge på tilkald, fælles for to eller tre kommuner - Et fælles telefonnummer til
akutsygeplejen, så sygehuset ringer ét sted - Fælles uddannelse af sygeplejersker i palliation og hjertesvigt

Arbejdsgruppen har regnet på midlertidige pladser. To fælles steder med tolv pladser hver koster det samme som de seks
små i dag, men kan have natsygeplejerske alle døgn. Borgeren får til gengæld op til 25 kilometer til sin plads, og
pårørende uden bil er afhængige af Flextrafik.

## Hvad borgerne siger

Vi har talt med 31 borgere og 14 pårørende. De fleste fortæller, at hjælpen er god, når den er der, men at de selv må
bære besked mellem sygehus, læge og hjemmepleje. »Jeg har fortalt om min medicin syv gange på fire dage,« siger en
mand på 78 år. Ingen af de adspurgte kendte navnet på deres kontaktperson.

## Forslag til det videre arbejde

Arbejdsgruppen foreslår, at KKR drøfter tre spørgsmål:

- Skal midlertidige pladser være et fælles tilbud, og hvem driver dem? - Hvor langt må der være til nærmeste plads? -
Hvordan følger vi med i, om borgerne oplever sammenhæng?

Svarene tages med til sundhedsrådets første møde. En fælles plan kan ligge klar i foråret 2027.

## Personale

Kommunerne mangler især social- og sundhedsassistenter. Tre kommuner har i dag fælles vikarkorps, og de andre fem vil
gerne være med. Et fælles korps kan ikke skaffe flere hænder, men det mindsker brugen af dyre vikarbureauer. I Fjordby
og Strandmark faldt udgiften med en fjerdedel på et år.

Arbejdsgruppen foreslår desuden, at elever får praktik på tværs af kommunegrænsen. Erhvervsskolen er positiv og kan
begynde med tyve elever i januar.

## It og journaler

Alle otte kommuner bruger samme omsorgsjournal, men den er sat op på fem måder. Derfor kan en sygeplejerske i én
kommune ikke læse sårplejeplanen fra en anden. Leverandøren har givet et bud på en fælles opsætning, som kan være klar
i marts 2027.

- Fælles skabeloner for sår, medicin og ernæring - Adgang på tværs, når borgeren har en midlertidig plads i en anden
kommune - Én vejledning og ét undervisningsforløb

## Tidsplan

Efter drøftelsen i KKR går forslagene til høring i handicapråd og ældreråd. Høringen er slut den 20. november, og
byrådene behandler sagen i december. Sundhedsrådet får den på sit første møde i januar.

## Økonomi

Forslagene kan holdes inden for de nuværende rammer. Der er dog en udgift på 1,4 mio. kr. til fælles it i det første
år, som foreslås delt efter indbyggertal.
"""

SLIDES = (
    ("Fra plan til praksis", ("Oplæg til KKR Midtsjælland", "18. september 2026")),
    (
        "Hvad vi lærte af prøveperioden",
        (
            "Ét telefonnummer: 9 af 10 opkald besvares inden for to minutter",
            "Færre unødige indlæggelser fra plejehjem: 18 % på et halvt år",
            "Det tager tid at lære hinanden at kende",
        ),
    ),
    (
        "Tre råd til rådet",
        ("Begynd med det, borgeren mærker", "Mål få ting, og mål dem ens", "Gå på besøg hos hinanden"),
    ),
)

AGREEMENT = """
# Rammeaftale 2027-2028

## § 1 Formål

Aftalen sikrer, at borgere med særlige behov får det rette tilbud, uanset i hvilken af de otte kommuner de bor, og at
kommunerne planlægger og betaler for tilbuddene i fællesskab.

## § 2 Hvem aftalen gælder for

Aftalen gælder for de kommuner, der er med i KKR Midtsjælland. Tilbud, som regionen driver for kommunerne, er omfattet,
når beliggenhedskommunen skriver under.

## § 3 Fælles principper

- Tilbud bygges og nedlægges kun efter drøftelse med nabokommunerne - En borger flyttes ikke, fordi en takst ændres -
Ledig kapacitet meldes til rammeaftalesekretariatet den 1. i hver måned

## § 4 Takster

Takster fastsættes efter de faktiske udgifter. De må ikke stige mere end pris- og lønudviklingen, og overskud ud over
fem procent betales tilbage inden to år.

## § 5 Særligt specialiserede tilbud

Seks tilbud er så sjældne, at kommunerne bærer dem sammen. Udgiften deles med halvdelen efter indbyggertal og halvdelen
efter forbrug de seneste tre år.

## § 6 Uenighed

Kommunerne søger at blive enige på embedsniveau. Lykkes det ikke inden seks uger, drøftes sagen i KKR.

## § 7 Ikrafttræden

Aftalen gælder fra den 1. januar 2027 til den 31. december 2028, når alle byråd har godkendt den.
"""

RATES = (
    ("Tilbud", "Pladser 2026", "Pladser 2027", "Takst 2026", "Takst 2027", "Belægning"),
    ("Botilbuddet Egehuset, længerevarende", "24", "26", "2.914", "2.951", "98 %"),
    ("Botilbuddet Søbakken, midlertidigt", "12", "12", "3.377", "3.402", "91 %"),
    ("Aktivitetshuset Værkstedet", "60", "64", "612", "618", "87 %"),
    ("Specialskolen ved Åen", "88", "88", "1.240", "1.255", "100 %"),
    ("Kommunikationscentret", "–", "–", "845", "851", "–"),
    ("Krisecentret Havnen", "16", "18", "2.120", "2.098", "94 %"),
    ("Særligt specialiseret: Synsinstituttet", "8", "8", "5.610", "5.690", "76 %"),
    ("Særligt specialiseret: Enkeltmandsprojekter", "5", "4", "11.480", "11.730", "100 %"),
)

RATES_NOTE = (
    "Taksterne er foreløbige og forudsætter, at den forventede belægning holder. Kommunikationscentret afregnes pr. "
    "forløb og har ingen faste pladser."
)

HEARING = """
# Høringssvar

Handicaprådene i Engsted, Kirkeborg og Østerå har drøftet udkastet til rammeaftale på et fælles møde den 2. juni 2026.

Vi er glade for § 3, hvor det står, at en borger ikke flyttes, fordi en takst ændres. Det har vi ønsket længe.

Vi savner til gengæld, at brugere og pårørende bliver hørt, før et tilbud nedlægges. I dag får vi besked, når
beslutningen er truffet. Vi foreslår en ny sætning i § 3: »Handicaprådene høres med en frist på mindst fire uger.«

Vi er også bekymrede for transporten til de særligt specialiserede tilbud. For nogle af vores medlemmer er der over to
timer hver vej.

Venlig hilsen

på de tre råds vegne
"""

QUOTAS = """
# Landstal og kommunekvoter 2027

Landstallet for 2027 er udmeldt til 2.400 flygtninge. De otte kommuner i KKR Midtsjælland har været enige om at fordele
deres andel efter indbyggertal, korrigeret for dem, der allerede er boligplaceret. Kvoterne gælder fra den 1. januar,
og hver kvote er delt på kvartaler.
"""

QUOTA_HEAD = ("Kommune og kvartal", "Indbyggere", "Korrektion", "Kvote", "Kvote i alt")

PLACED = (
    ("Birkelund", 71),
    ("Engsted", 58),
    ("Fjordby", 83),
    ("Kirkeborg", 66),
    ("Møllehøj", 47),
    ("Strandmark", 90),
    ("Søndervang", 62),
    ("Østerå", 54),
)
"""Share of refugees housed within three months, in per cent."""

LETTER_FACTS = ("Dato: 12. juni 2026", "Sags ID: SAG-2026-00871", "Dok. ID: 3287004", "Sagsbehandler: Mads Thorsen")

LETTER = """
<b>Vedrørende ansøgning om frikommuneforsøg</b>

Tak for jeres brev af 4. maj 2026, hvor I på de otte kommuners vegne søger om at blive fritaget for enkelte regler om
visitation til midlertidige pladser.

Ministeriet ser med stor interesse på forslaget. Vi er enige i, at en borger ikke bør visiteres to gange til den samme
hjælp, alene fordi pladsen ligger i nabokommunen.

Inden vi kan tage stilling, beder vi om at få belyst tre forhold:

- Hvordan sikres borgerens ret til at klage? - Hvem har ansvaret, mens borgeren er på pladsen? - Hvordan vil I måle,
om forsøget virker?

Vi beder om jeres svar inden den 1. september 2026. Svaret kan sendes til denne adresse med angivelse af vores Sags ID.

Ministeriet indbyder samtidig til et møde om forsøgets tilrettelæggelse. Vi foreslår en dag i uge 40 og dækker gerne
rejsen for to deltagere fra hver kommune.

Venlig hilsen

Mads Thorsen<br/>fuldmægtig
"""

ANSWER = """
# Svar om frikommuneforsøg

Tak for jeres brev af 12. juni 2026 (Sags ID: SAG-2026-00871).

Borgeren beholder sin ret til at klage i bopælskommunen, uanset hvor pladsen ligger. Ansvaret for den daglige pleje har
den kommune, der driver pladsen, og det skrives ind i aftalen mellem kommunerne.

Vi vil måle tre ting: ventetid fra udskrivning til plads, antallet af genindlæggelser inden for 30 dage, og om borgeren
oplevede at skulle fortælle sin historie forfra.

KKR Midtsjælland drøfter forsøget på sit møde den 18. september og deltager gerne i det møde, I foreslår i uge 40.
"""


def quota_rows() -> Iterator[tuple[str, ...]]:
    """Quarterly quotas of each municipality: its share of 96 by inhabitants, spread over the year."""
    everyone = sum(people for _, people in MUNICIPALITIES)
    for n, (name, people) in enumerate(MUNICIPALITIES):
        year = round(96 * people / everyone)
        for quarter in range(1, 5):
            part = (year + quarter - 1) // 4
            first = quarter == 1
            yield (
                f"<b>{name}</b>, 1. kvartal" if first else f"{quarter}. kvartal",
                f"{people:,}".replace(",", ".") if first else "",
                f"{(n * 7) % 5 - 2:+d}" if first else "",
                str(part),
                str(year) if first else "",
            )
