"""From a plan to a document: pages laid out, attachments assembled, the result read back, and only then handed over."""
