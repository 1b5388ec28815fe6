"""Help texts of the command line. Keys are in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.sentence import Sentence

HELP: Mapping[str, Sentence] = {}
