"""Sentences of the notices: what a caseworker should know of a file or a document. Keys are in alphabetical order."""

from collections.abc import Mapping

from kkr_desk.sentences.sentence import Sentence

NOTICES: Mapping[str, Sentence] = {}
