"""`python -m rag` is the same program as `griffier`."""

from rag.cli import main

main()
