"""The documents' one type family, embedded: its fonts, how wide texts are, and what is drawn of what they have not."""
