"""The app on a network: one FastAPI around the page, with sessions, login, limits and nothing that leads elsewhere."""
