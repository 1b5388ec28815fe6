"""Words of searching on the command line. Keys are in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.sentence import Sentence

FINDING: Mapping[str, Sentence] = {
    "help-search": Sentence(
        "Søg i titler, tekster, beslutninger og alle bilags sider i alle møder. Alle ORD skal stå på samme sted; dele "
        "af ord tæller med, så fordeling finder Flygtningefordeling. Ord i anførselstegn skal stå, som de er skrevet: "
        "kkr-desk search '\"fælles mål\"'.",
        "Search in titles, texts, decisions and every page of every attachment of all meetings. All WORDS must stand "
        "in one place; parts of words count. Words in quotation marks must stand as they are written: kkr-desk search "
        "'\"common goals\"'.",
    ),
    "hits-many": Sentence(
        "{count} fund",
        "{count} hits",
    ),
    "hits-one": Sentence(
        "{count} fund",
        "{count} hit",
    ),
    "metavar-words": Sentence(
        "ORD...",
        "WORDS...",
    ),
    "option-limit": Sentence(
        "Vis højst så mange fund.",
        "Show so many hits at most.",
    ),
    "option-rebuild": Sentence(
        "Lav søgningens register på ny.",
        "Make the index for searching anew.",
    ),
    "search-attachment": Sentence(
        "Punkt {item}, bilag {number}: {snippet}",
        "Item {item}, attachment {number}: {snippet}",
    ),
    "search-item": Sentence(
        "Punkt {item}: {snippet}",
        "Item {item}: {snippet}",
    ),
    "search-limited": Sentence(
        "De første {count} er vist. Skriv et ord mere for at få færre.",
        "The first {count} are shown. Add a word to get fewer.",
    ),
    "search-meeting": Sentence(
        "Mødet: {snippet}",
        "The meeting: {snippet}",
    ),
    "search-nothing": Sentence(
        "Intet møde har {words}.",
        "No meeting has {words}.",
    ),
    "search-nothing-wanted": Sentence(
        "Skriv mindst ét ord, der skal søges efter, eller --rebuild.",
        "Write at least one word to look for, or --rebuild.",
    ),
    "search-page": Sentence(
        "Punkt {item}, bilag {number} »{title}«, side {page}: {snippet}",
        "Item {item}, attachment {number} “{title}”, page {page}: {snippet}",
    ),
    "search-page-more": Sentence(
        "{hit} (også på flere sider)",
        "{hit} (and on further pages)",
    ),
    "search-rebuilt": Sentence(
        "Søgningens register er lavet på ny.",
        "The index for searching was made anew.",
    ),
    "search-text": Sentence(
        "Punkt {item}, {text}: {snippet}",
        "Item {item}, {text}: {snippet}",
    ),
    "short-search": Sentence(
        "Søg i alle møder.",
        "Search in all meetings.",
    ),
    "text-background": Sentence(
        "Baggrund",
        "Background",
    ),
    "text-decision": Sentence(
        "Beslutning",
        "Decision",
    ),
    "text-presentation": Sentence(
        "Sagsfremstilling",
        "Presentation",
    ),
    "text-recommendation": Sentence(
        "Indstilling",
        "Recommendation",
    ),
}
