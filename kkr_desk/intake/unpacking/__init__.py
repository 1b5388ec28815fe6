"""What a file encloses is taken out, bounded: packed folders, mails and PDF portfolios."""

from kkr_desk.intake.unpacking.enclosed import Bounds, Enclosed, Tray
from kkr_desk.intake.unpacking.unpack import ENCLOSING, unpack

__all__ = ["ENCLOSING", "Bounds", "Enclosed", "Tray", "unpack"]
