"""Text for scans, recognised by OCRmyPDF and Tesseract where both are installed; neither is a part of the program.

OCRmyPDF's licence is MPL-2.0 and Tesseract's Apache-2.0; they are programs of their own here, found and run.
"""

from kkr_desk.intake.recognition.finding import recognition_found

__all__ = ["recognition_found"]
