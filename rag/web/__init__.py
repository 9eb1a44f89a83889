"""The app on a network: one FastAPI around the page, with sessions, login, limits and nothing that leads elsewhere.

Everywhere in this room ``assistant`` is what this visitor may read, ``shared`` the collection that everyone sees, ``root`` the path the server
stands under (empty at the top), ``language`` that of the page, and ``clock`` counts seconds: tests give their own.
"""
