"""Joins what the sandbox saw, the checks and the diagnoses into one report."""
