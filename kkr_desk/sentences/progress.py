"""Names of the steps of long work, as shown beside the progress bar. Keys are in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.sentence import Sentence

PROGRESS: Mapping[str, Sentence] = {}
