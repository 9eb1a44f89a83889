"""Summaries as files: fitted to one A4 page, set as PDF or Word, every quote read back from the file before it is kept.

Everywhere in this room a `Sheet` is that of a fitted summary (`rag.export.fit`), ``record`` the text of each turn by its number, as it
stands on the shelf, ``made`` the day of making, also in the file's own metadata, and ``language`` that of the words around the record's own.
"""
