"""A picture becomes a PDF: its pixels unchanged, and nothing beside them but its colours' profile."""

from kkr_desk.intake.pictures.converting import convert

__all__ = ["convert"]
