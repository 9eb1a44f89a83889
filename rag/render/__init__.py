"""What a reader sees: statements as text and pages, and everything as the contract's JSON. Only verified statements get in."""
