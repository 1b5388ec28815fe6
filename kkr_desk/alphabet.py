"""The Danish alphabet: æ, ø and å last, aa as å."""

from __future__ import annotations

_LETTERS = "aàáâãbcçdðeèéêëfghiìíîïjklłmnñoòóôõpqrsštuùúûvwxyüýzžæäøöå"
"""In order; foreign letters beside those they sound like: ü by y, ä by æ, ö by ø."""

_PLACES = {letter: place for place, letter in enumerate(_LETTERS)}
_BEFORE_LETTERS = 0x110000


def alphabetic(text: str) -> tuple[tuple[int, ...], str]:
    """Sort key of the Danish alphabet, upper and lower case alike (Retskrivningsordbogen § 3: "aa" stands as "å").

    Other characters come before the letters, by their code.
    """
    folded = text.casefold().replace("aa", "å")
    return tuple(_PLACES.get(letter, ord(letter) - _BEFORE_LETTERS) for letter in folded), text
