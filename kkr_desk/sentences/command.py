"""Words of the command line: help texts and what the commands print. Keys are in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.sentence import Sentence

COMMAND: Mapping[str, Sentence] = {}
