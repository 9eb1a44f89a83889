"""Summaries as files: fitted to one A4 page, set as PDF or Word, every quote read back from the file before it is kept."""

from rag.export.files import distinct, file_name, write_all
from rag.export.fit import fit
from rag.export.forms import FORMS, File, Form, overview_file, summary_file
from rag.export.printable import printable_overview

__all__ = ["FORMS", "File", "Form", "distinct", "file_name", "fit", "overview_file", "printable_overview", "summary_file", "write_all"]
