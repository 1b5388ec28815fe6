"""One meeting as a file (`.kkr`), for a colleague or a stick: saved, opened, compared with what is here, taken in.

form.py         what the file is: its tables, its marks, its bounds
saving.py       a meeting becomes a file
reading.py      a file from anywhere is checked through and becomes a `MeetingCopy`
proving.py      what a file's rows may say: those of minutes and editions in proving_sendings.py, of all in demands.py
history.py      the journal's part that concerns one meeting, and what it tells of who changed what
differences.py  what differs between the meeting here and the one in the file, item by item
words.py        the same in words; those of minutes and editions in sending_words.py
taking.py       a meeting or chosen sides of it are written into the store, as one operation
"""
