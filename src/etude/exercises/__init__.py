"""The exercises: one folder each, sorted by topic."""
