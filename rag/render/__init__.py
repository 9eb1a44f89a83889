"""What a reader sees: statements as text and pages, and everything as the contract's JSON. Only verified statements get in.

Everywhere in this room ``language`` is that of the words around the record's own, ``made`` the day of making, passed in by the door so
that one day gives one page, and ``links`` the address of each file by its form ("pdf"). Whatever shows a quote looks at it once more and
raises `FidelityError` where it is not in the record as it stands: nothing is shown then. See `rag.render.fidelity`.
"""
