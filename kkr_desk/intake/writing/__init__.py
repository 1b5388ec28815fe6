"""What is written rather than drawn - mails, texts, web pages - is laid out on pages of ours."""
