"""griffier: quotable answers out of parliamentary transcripts."""

__version__ = "0.1.0"
