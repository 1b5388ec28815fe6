"""What a file encloses is taken out, bounded: packed folders, mails and PDF portfolios."""

from kkr_desk.intake.unpacking.enclosed import Bounds, Enclosed, Tray

__all__ = ["Bounds", "Enclosed", "Tray"]
