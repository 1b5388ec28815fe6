"""KKR Desk: agendas, attachments and decisions of a kommunekontaktråd, and the documents made of them."""

__version__ = "0.1.0"
