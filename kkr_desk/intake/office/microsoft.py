"""Microsoft Office on Windows, asked through a PowerShell script; untested but against a stand-in.

The script is our own and gets the files' paths as variables of its environment, so that nothing in a name is ever code.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kkr_desk.progress import Progress
from kkr_desk.worker.program import run_program

_PROGRAMS = {
    "word": ("doc", "docx", "odt", "rtf"),
    "excel": ("xls", "xlsx", "ods"),
    "powerpoint": ("ppt", "pptx", "odp"),
}
_OPENING = """
$ErrorActionPreference = 'Stop'
$source = $env:KKR_DESK_SOURCE
$target = $env:KKR_DESK_TARGET
$pdf = $target.EndsWith('.pdf')
"""
_SCRIPTS = {
    # AutomationSecurity 3: msoAutomationSecurityForceDisable. Formats: wdExportFormatPDF 17, wdFormatXMLDocument 12;
    # item 7 is wdExportDocumentWithMarkup, bookmarks 1 are wdExportCreateHeadingBookmarks.
    "word": """
$word = New-Object -ComObject Word.Application
try {
    $word.Visible = $false
    $word.DisplayAlerts = 0
    $word.AutomationSecurity = 3
    $word.Options.UpdateLinksAtOpen = $false
    $word.Options.UpdateLinksAtPrint = $false
    $word.Options.UpdateFieldsAtPrint = $false
    $paper = $word.Documents.Open($source, $false, $true, $false)
    if ($pdf) {
        $item = if ($env:KKR_DESK_COMMENTS -eq '1' -or $paper.Revisions.Count -gt 0) { 7 } else { 0 }
        $paper.ExportAsFixedFormat($target, 17, $false, 0, 0, 1, 1, $item, $true, $true, 1, $true, $true, $false)
    } else { $paper.SaveAs2($target, 12) }
    $paper.Close($false)
} finally { $word.Quit($false) }
""",
    # UpdateLinks 0: never. xlTypePDF 0; xlOpenXMLWorkbook 51.
    "excel": """
$excel = New-Object -ComObject Excel.Application
try {
    $excel.Visible = $false
    $excel.DisplayAlerts = $false
    $excel.AskToUpdateLinks = $false
    $excel.EnableEvents = $false
    $excel.AutomationSecurity = 3
    $book = $excel.Workbooks.Open($source, 0, $true)
    if ($pdf) { $book.ExportAsFixedFormat(0, $target, 0, $true, $false) } else { $book.SaveAs($target, 51) }
    $book.Close($false)
} finally { $excel.Quit() }
""",
    # PowerPoint cannot be hidden, but opens a file without a window: ReadOnly, not Untitled, WithWindow false.
    # ppSaveAsPDF 32; ppSaveAsOpenXMLPresentation 24.
    "powerpoint": """
$show = New-Object -ComObject PowerPoint.Application
try {
    $show.DisplayAlerts = 1
    $show.AutomationSecurity = 3
    $slides = $show.Presentations.Open($source, -1, 0, 0)
    if ($pdf) { $slides.SaveAs($target, 32) } else { $slides.SaveAs($target, 24) }
    $slides.Close()
} finally { $show.Quit() }
""",
}


class MicrosoftOffice:
    """Word, Excel and PowerPoint.

    Args:
        shell: Windows PowerShell.
    """

    modern: Mapping[str, str] = {"doc": "docx", "rtf": "docx", "xls": "xlsx", "ppt": "pptx"}

    def __init__(self, shell: Path) -> None:
        self._shell = shell

    def make(
        self, source: Path, kind: str, folder: Path, *, comments: bool, seconds: float, progress: Progress
    ) -> Path | None:
        """As `Engine.make`."""
        target = folder / f"{source.stem}.{kind}"
        script = folder / "make.ps1"
        program = next(name for name, kinds in _PROGRAMS.items() if source.suffix.removeprefix(".") in kinds)
        script.write_text(_OPENING + _SCRIPTS[program], encoding="utf-8-sig")  # Windows PowerShell 5 wants the mark
        switches = ("-NoLogo", "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-File")
        run_program(
            [str(self._shell), *switches, str(script)],
            folder=folder,
            seconds=seconds,
            memory=None,
            progress=progress,
            environment={
                "KKR_DESK_SOURCE": str(source),
                "KKR_DESK_TARGET": str(target),
                "KKR_DESK_COMMENTS": "1" if comments else "0",
            },
        )
        return target if target.is_file() else None
