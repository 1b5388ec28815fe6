"""Mails become PDFs: Internet mails (.eml), Outlook's own files (.msg) and what Exchange packs (winmail.dat)."""
