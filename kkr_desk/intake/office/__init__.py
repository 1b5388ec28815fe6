"""Word, Excel, PowerPoint, OpenDocument and RTF through an office program that is installed on the machine.

LibreOffice makes the PDF, or Microsoft Office where that is all there is (docs/decisions/0014-office.md). What the file
asks of the caseworker is found out before, in `kkr_desk.intake.papers`.
"""

from kkr_desk.intake.office.finding import Maker, Office, office_found

__all__ = ["Maker", "Office", "office_found"]
