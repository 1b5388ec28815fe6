"""Sentences of pictures: what was left out of them, and why one cannot be included. Keys are in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.sentence import Sentence

PICTURES: Mapping[str, Sentence] = {
    "picture-damaged": Sentence(
        "Billedet er beskadiget eller gemt på en måde, der ikke kan læses. Hent det på ny hos afsenderen, eller åbn "
        "det, gem det som JPEG eller PNG og vedhæft det igen.",
        "The picture is damaged or stored in a way that cannot be read. Get it anew from its sender, or open it, save "
        "it as JPEG or PNG and attach it again.",
    ),
    "picture-large": Sentence(
        "Billedet har {megapixels} megapixel og fylder {size} MB i bilagssamlingen. Vælg færre billedpunkter, hvis "
        "det kun skal ses på skærm og papir; det ser ens ud.",
        "The picture has {megapixels} megapixels and takes {size} MB in the collection. Choose fewer pixels if it is "
        "only to be seen on screen and paper; it looks the same.",
    ),
    "picture-location-removed": Sentence(
        "Billedet fortalte, hvor det er taget. Det er fjernet i bilagssamlingen, men står stadig i den oprindelige "
        "fil.",
        "The picture told where it was taken. That was removed in the collection but is still in the original file.",
    ),
    "picture-moves": Sentence(
        "Billedet bevæger sig. Kun det første af dets billeder kommer med i bilagssamlingen.",
        "The picture moves. Only the first of its pictures comes along into the collection.",
    ),
    "picture-pages-cut": Sentence(
        "Filen er afbrudt efter side {pages}. Det, der er læst, kommer med; hent filen på ny hos afsenderen, hvis der "
        "mangler noget.",
        "The file breaks off after page {pages}. What was read comes along; get the file anew from its sender if "
        "something is missing.",
    ),
    "picture-pages-missing": Sentence(
        "Billede {pages} i filen kan ikke læses og er ikke kommet med. Hent filen på ny hos afsenderen.",
        "Picture {pages} of the file cannot be read and has not come along. Get the file anew from its sender.",
    ),
    "picture-part-missing": Sentence(
        "En del af billedet mangler (side {pages}), fordi filen ikke er hel. Resten kommer med; hent filen på ny hos "
        "afsenderen.",
        "Part of the picture is missing (page {pages}), since the file is not whole. The rest comes along; get the "
        "file anew from its sender.",
    ),
    "picture-profile-too-large": Sentence(
        "Billedet har oplysninger om farver på mere end {limit} MB. Åbn det, gem det som JPEG eller PNG uden "
        "farveprofil og vedhæft det igen.",
        "The picture has details of its colours of more than {limit} MB. Open it, save it as JPEG or PNG without a "
        "colour profile and attach it again.",
    ),
    "picture-too-many-frames": Sentence(
        "Filen har mere end {limit} billeder. Del den i mindre dele, og vedhæft dem hver for sig.",
        "The file has more than {limit} pictures. Split it and attach the parts one by one.",
    ),
    "picture-too-many-pixels": Sentence(
        "Billedet har {megapixels} megapixel; grænsen er {limit}. Gem det med færre billedpunkter, og vedhæft det "
        "igen.",
        "The picture has {megapixels} megapixels; the limit is {limit}. Save it with fewer pixels and attach it again.",
    ),
}
