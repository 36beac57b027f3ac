"""Attempts and what a learner has done, kept in a database."""
