"""Summaries as files: fitted to one A4 page, set as PDF or Word, every quote read back from the file before it is kept."""

from rag.export.files import distinct, file_name, write_all
from rag.export.fit import fit
from rag.export.forms import FORMS, Form, summary_file

__all__ = ["FORMS", "Form", "distinct", "file_name", "fit", "summary_file", "write_all"]
