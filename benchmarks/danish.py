"""Text that behaves like Danish in an index: few words that are frequent, and compounds without end.

Letters that follow each other, the growth of the vocabulary and the length of words are about those of real papers; the
words mean nothing. The same seed gives the same text.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import accumulate


def _listed(words: str) -> list[str]:
    return words.split()


SMALL = _listed(
    "og i at er det en til af på for med som der den de et har ikke om skal kan vil blev efter ved fra også eller over "
    "under mellem samt bliver være var hvor når dette disse deres hele mere alle andre ny nye stor store KL KKR EU"
)
"""Small words; nearly half of all that is written."""
ROOTS = _listed(
    "kommune region råd møde sag bilag notat plan aftale ramme social sundhed ældre barn børn unge skole uddannelse "
    "arbejde marked vækst klima miljø energi affald vand natur kyst by land vej trafik bus bane bolig bygning "
    "flygtning fordeling kvote tal år økonomi budget regnskab takst kapacitet tilbud plads handicap psykiatri hospital "
    "læge sygeplejerske genoptræning forebyggelse borger bruger pårørende forening frivillig kultur idræt bibliotek "
    "museum turisme erhverv virksomhed data sikkerhed beredskab brand redning politi rådgivning tilsyn kontrol "
    "kvalitet udvikling projekt indsats mål resultat evaluering analyse rapport høring svar indstilling beslutning "
    "drøftelse orientering udvalg bestyrelse formand medlem valg lov regel krav pligt ret frist tid periode proces "
    "samarbejde netværk ordning pulje tilskud støtte middel udgift indtægt skat gebyr pris løn personale leder stilling"
)
ENDINGS = ("", "", "", "en", "er", "erne", "et", "s", "ens", "ernes", "e")

_STARTS = _listed("b d f g h j k l m n p r s t v bl br dr fl fr gl gr kl kr pl pr sk sl sm sn sp st sv tr")
_VOWELS = "aeiouyæøå"
_CLOSES = _listed("d g k l m n r s t v nd ng rk ld st ft lt nt rs sk")
_WORDS = 450_000
_MASS = (0.45, 0.42, 0.13)
"""Of small words, of the known ones with their endings, of all the others."""
_LINE = 85
_SENTENCE = 13


def vocabulary(seed: int = 1) -> tuple[list[str], list[float]]:
    """All words, and how likely each is, cumulated."""
    chance = random.Random(seed)  # noqa: S311  nothing here is a secret
    known = list(dict.fromkeys(f"{root}{ending}" for root in ROOTS for ending in ENDINGS))
    chance.shuffle(known)
    syllables = ["".join(map(chance.choice, (_STARTS, _VOWELS, _CLOSES))) for _ in range(2500)]
    roots = [*ROOTS, *("".join(chance.choices(syllables, k=chance.choice((1, 2, 2, 3)))) for _ in range(9000))]
    weights = list(accumulate(_falling(len(roots), 1, 0.75)))
    words = dict.fromkeys([*SMALL, *known])
    while len(words) < _WORDS:
        parts = chance.choices(roots, cum_weights=weights, k=chance.choices((1, 2, 3), (25, 60, 15))[0])
        joined = "".join(part + chance.choice(("", "s", "e")) for part in parts[:-1])
        words[joined + parts[-1] + chance.choice(ENDINGS)] = None
    small, middle, others = _MASS
    rest = len(words) - len(SMALL) - len(known)
    masses = [*_falling(len(SMALL), small, 0.5), *_falling(len(known), middle, 0.9), *_falling(rest, others, 0.9)]
    return list(words), list(accumulate(masses))


def pages(count: int, seed: int = 2, characters: int = 2000) -> Iterator[str]:
    """Texts of pages, in lines and sentences."""
    words, weights = vocabulary()
    chance = random.Random(seed)  # noqa: S311  as above
    for _ in range(count):
        yield _page(chance.choices(words, cum_weights=weights, k=characters // 4), characters)


def _falling(count: int, mass: float, steepness: float) -> list[float]:
    """Likelihoods that fall as those of words do (Zipf), of a mass together."""
    weights = [1 / (rank + 5) ** steepness for rank in range(count)]
    whole = sum(weights)
    return [mass * weight / whole for weight in weights]


def _page(words: Sequence[str], characters: int) -> str:
    lines, line, size = [], "", 0
    for n, word in enumerate(words):
        shown = word.capitalize() if n % _SENTENCE == 0 else word
        line = f"{line} {shown}".lstrip() + ("." if n % _SENTENCE == _SENTENCE - 1 else "")
        if len(line) > _LINE:
            lines.append(line)
            size += len(line) + 1
            line = ""
        if size >= characters:
            break
    return "\n".join([*lines, line])
