"""Summaries as files: fitted to one A4 page, set as PDF or Word, every quote read back from the file before it is kept."""
