"""Tests: one file per room, same name."""
