"""How well griffier answers: cases, metrics, gates."""
