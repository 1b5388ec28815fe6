"""Sentences of pictures: what was left out of them, and why one cannot be included. Keys are in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.sentence import Sentence

PICTURES: Mapping[str, Sentence] = {
    "picture-damaged": Sentence(
        "Billedet er beskadiget eller gemt på en måde, der ikke kan læses. Bed afsenderen om at sende det igen, eller "
        "åbn det, gem det som JPEG eller PNG og vedhæft det igen.",
        "The picture is damaged or stored in a way that cannot be read. Ask its sender to send it again, or open it, "
        "save it as JPEG or PNG and attach it again.",
    ),
    "picture-large": Sentence(
        "Billedet fylder {size} MB i bilagssamlingen ({megapixels} megapixel). Det kan gøres mindre, uden at det ses "
        "på skærm eller papir.",
        "The picture takes {size} MB in the collection ({megapixels} megapixels). It can be made smaller without that "
        "being seen on screen or paper.",
    ),
    "picture-location-removed": Sentence(
        "Filen fortæller, hvor billedet er taget. Den oplysning er ikke med i bilagssamlingen, men står stadig i den "
        "oprindelige fil.",
        "The file tells where the picture was taken. That is not in the collection but still in the original file.",
    ),
    "picture-moves": Sentence(
        "Billedet bevæger sig. Kun det første af dets billeder kommer med i bilagssamlingen.",
        "The picture moves. Only the first of its pictures comes along into the collection.",
    ),
    "picture-pages-cut": Sentence(
        "Filen er afbrudt efter side {pages}. Det, der er læst, kommer med; bed afsenderen om at sende filen igen, "
        "hvis der mangler noget.",
        "The file breaks off after page {pages}. What was read comes along; ask its sender to send the file again if "
        "something is missing.",
    ),
    "picture-pages-missing": Sentence(
        "Billede {pages} i filen kan ikke læses og er ikke kommet med. Bed afsenderen om at sende filen igen.",
        "Picture {pages} of the file cannot be read and has not come along. Ask its sender to send the file again.",
    ),
    "picture-part-missing": Sentence(
        "En del af billedet mangler (side {pages}), fordi filen ikke er hel. Resten kommer med; bed afsenderen om at "
        "sende filen igen.",
        "Part of the picture is missing (page {pages}), since the file is not whole. The rest comes along; ask its "
        "sender to send the file again.",
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
